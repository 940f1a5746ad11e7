"""`coverage`: which areas the season reaches; `plan`: dates, times and places proposed for what has none."""

from __future__ import annotations

import argparse
import math
from typing import Any, Final

from director_app.cli.commands import Report, opened, today
from director_app.domain.edits import resolve
from director_app.domain.refusals import RefusedInput
from director_app.operations.naming import name_of
from director_app.planner.coverage import AreaRow, coverage_of
from director_app.wording import Wording, message

NO_SECONDS: Final = message("{option} needs a number of seconds above 0, not “{value}”.")


def coverage(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Areas by weeks: how often each was reached, how long ago, and how evenly; nothing is changed."""
    with opened(arguments.plan, to_write=False) as open_plan:
        plan = open_plan.plan
        found = coverage_of(plan, today(plan))
        names = {row.id: name_of(wording, plan, "areas", row.id) for row in found.areas}
    areas = [
        {
            "id": row.id,
            "name": names[row.id],
            "heads": row.heads,
            "confirmed": row.confirmed,
            "days_since": row.days_since,
            "waiting_days": row.waiting_days,
            "forgotten": row.is_forgotten,
            "weeks": [{"confirmed": cell.confirmed, "pencilled": cell.pencilled} for cell in row.cells],
        }
        for row in found.areas
    ]
    fairness = None if found.fairness is None else round(found.fairness, 3)
    facts = {"today": found.today, "weeks": list(found.weeks), "areas": areas, "fairness": fairness}
    lines = [_area_line(wording, names[row.id], row) for row in found.areas]
    if fairness is not None:
        lines.append(wording.text("Spread over the people of all areas: {n} of 100.", n=round(fairness * 100)))
    return Report(facts, tuple(lines) or (wording.text("The plan has no areas yet."),))


def _area_line(wording: Wording, name: str, row: AreaRow) -> str:
    pencilled = sum(cell.pencilled for cell in row.cells)
    values = {"area": name, "confirmed": row.confirmed, "pencilled": pencilled}
    if row.days_since is None:
        line = wording.text("{area}: {confirmed} confirmed, {pencilled} pencilled; none yet.", **values)
    elif row.days_since == 0:
        line = wording.text("{area}: {confirmed} confirmed, {pencilled} pencilled; the last today.", **values)
    else:
        line = wording.plural(
            "{area}: {confirmed} confirmed, {pencilled} pencilled; the last one day ago.",
            "{area}: {confirmed} confirmed, {pencilled} pencilled; the last {n} days ago.",
            row.days_since,
            **values,
        )
    return wording.text("{sentence} Forgotten.", sentence=line) if row.is_forgotten else line


def plan(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Propose places for what is undated, or for all that may move; `--accept` makes it one step."""
    from director_app.operations.proposing import because, placement_sentence, proposed_step, why_left
    from director_app.planner.placing.options import not_locked, unplaced
    from director_app.planner.placing.proposals import propose

    seconds = arguments.seconds
    if seconds is not None and not (math.isfinite(seconds) and seconds > 0):
        raise RefusedInput(NO_SECONDS, option="--seconds", value=seconds)
    with opened(arguments.plan, to_write=arguments.accept) as open_plan:
        before, day = open_plan.plan, today(open_plan.plan)
        names = not_locked(before, day) if arguments.all else unplaced(before, day)
        proposal = propose(before, names, day, seconds=seconds)
        after = resolve(before, proposal.edit())[0] if proposal.placements else before
        if arguments.accept and proposal.placements:
            open_plan.perform(proposal.edit(), proposed_step(proposal))
    placed: list[dict[str, Any]] = [
        {
            "delivery": one.before.id,
            "number": one.before.number,
            "sentence": placement_sentence(wording, before, after, one),
            "reasons": [reason.value for reason in one.reasons],
            "because": because(wording, one),
        }
        for one in proposal.placements
    ]
    left = [
        {"delivery": name, "why": why.value, "sentence": why_left(wording, before, name, why)}
        for name, why in proposal.left
    ]
    facts = {
        "placed": placed,
        "left": left,
        "unchanged": proposal.unchanged,
        "cost": proposal.cost,
        "bound": proposal.bound,
        "best": proposal.is_best,
        "accepted": bool(arguments.accept and placed),
    }
    lines = [f"{one['sentence']} ({one['because']})".removesuffix(" ()") for one in placed]
    lines += [one["sentence"] for one in left]
    counts = {"placed": len(placed), "left": len(left), "unchanged": proposal.unchanged}
    lines.append(wording.text("{placed} placed or moved, {left} without a place, {unchanged} stay.", **counts))
    if placed:
        lines.append(wording.text(_said_of(accepted=arguments.accept, best=proposal.is_best)))
    return Report(facts, tuple(lines))


def _said_of(*, accepted: bool, best: bool) -> str:
    if accepted:
        return message("Accepted as one step; undo takes it back.")
    if best:
        return message(
            "Nothing was changed; --accept makes it one step. Nothing better exists among what was looked at."
        )
    return message("Nothing was changed; --accept makes it one step. With more time a better one may be found.")
