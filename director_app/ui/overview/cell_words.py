"""What a cell of the strip says in words: what is there, who could come, and what one more delivery would change."""

from __future__ import annotations

from director_app.domain.plan import Plan
from director_app.planner.coverage import AreaRow, crews_reached, fairness_of
from director_app.ui.overview.reading import SeasonReading
from director_app.wording import Wording


def cell_words(wording: Wording, plan: Plan, reading: SeasonReading, row: AreaRow, week: int) -> str:
    """All lines about one area in one week."""
    cell = row.cells[week]
    lines = [
        wording.text(
            "{area}, week of {date}: {confirmed} confirmed, {pencilled} pencilled",
            area=row.name if wording.language == "ko" else row.name_en,
            date=wording.date_short(reading.weeks[week]),
            confirmed=cell.confirmed,
            pencilled=cell.pencilled,
        )
    ]
    if row.is_forgotten and row.waiting_days is not None:
        lines.append(wording.plural("waiting for {n} day", "waiting for {n} days", row.waiting_days))
    reached = crews_reached(plan, row.id, reading.weeks[week]) if cell.confirmed else None
    if reached is not None and reached.heads:
        crews = ", ".join(f"{crew} {wording.number(heads)}".strip() for crew, heads in reached.by_crew.items())
        lines.append(
            wording.text("up to {heads} could come: {crews}", heads=wording.number(reached.heads), crews=crews)
        )
    now, then = fairness_of(reading.areas), fairness_of(reading.areas, row.id)
    if now is not None and then is not None:
        lines.append(
            wording.text("One more here: evenness {now} → {then} of 100", now=round(now * 100), then=round(then * 100))
        )
    return "\n".join(lines)
