"""What the season says in words about one area, or one shift of it, in one week. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from director_app.domain.people import Organisation
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.planner.coverage import AreaRow
from director_app.ui.schedule.season_reach import CrewRow, Reach
from director_app.wording import Wording

MOST_NAMED: Final = 4


def row_name(wording: Wording, reach: Reach, row: AreaRow) -> str:
    """An area, or an area and one of its shifts."""
    name = (row.name if wording.language == "ko" else row.name_en) or wording.text("Without an area")
    if not isinstance(row, CrewRow):
        return name
    area = next(one for one in reach.rows if one.id == row.id)
    return wording.text("{area}, {shift}", area=row_name(wording, reach, area), shift=name)


def cell_sentence(wording: Wording, reach: Reach, row: AreaRow, week: int) -> str:
    """What a cell shows, as a sentence."""
    counts = row.cells[week]
    return wording.text(
        "{area}, week of {date}: {confirmed} confirmed, {pencilled} pencilled",
        area=row_name(wording, reach, row),
        date=wording.date_short(reach.weeks[week]),
        confirmed=counts.confirmed,
        pencilled=counts.pencilled,
    )


def one_more(wording: Wording, reach: Reach, row: AreaRow) -> str:
    """What one more confirmed date in an area would change; empty where that is not known."""
    found = None if isinstance(row, CrewRow) else reach.evenness(row)
    if found is None:
        return ""
    return wording.text("One more here: evenness {now} → {then} of 100", now=found[0], then=found[1])


def for_whom(wording: Wording, plan: Plan, found: Sequence[Delivery]) -> str:
    """The companies and places that are reached, and how many people are expected."""
    names = _names_of(wording, (plan.organisations.get(one.organisation) for one in found if one.organisation))
    if not names:
        names = _names_of(wording, (plan.venues.get(one.venue) for one in found if one.venue))
    heads = sum(one.expected_heads or 0 for one in found)
    said = ", ".join(names[:MOST_NAMED])
    if len(names) > MOST_NAMED:
        said = wording.text("{names} and {n} more", names=said, n=len(names) - MOST_NAMED)
    parts = [wording.text("for {names}", names=said)] if said else []
    if heads:
        parts.append(wording.text("{count} people", count=wording.number(heads)))
    return " · ".join(parts)


def _names_of(wording: Wording, records: Iterable[Organisation | Venue | None]) -> list[str]:
    english = wording.language == "en"
    names = ((english and one.name_en) or one.name for one in records if one is not None)
    return list(dict.fromkeys(name for name in names if name))
