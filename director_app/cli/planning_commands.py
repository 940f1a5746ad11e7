"""`coverage`: which areas the season reaches; `plan`: dates, times and places proposed for what has none."""

from __future__ import annotations

import argparse
import datetime
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from director_app.cli.commands import Report, opened, today
from director_app.cli.names import artist_or_venue, find_named
from director_app.domain.edits import resolve
from director_app.domain.ids import AreaId, DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.operations.fix_sentences import subject_name
from director_app.operations.naming import name_of
from director_app.planner.calendar_knowledge import holiday_dates
from director_app.planner.coverage import AreaRow, Coverage, coverage_of, fairness_of
from director_app.planner.shift_coverage import ShiftRow, shifts_of
from director_app.wording import Wording, message

if TYPE_CHECKING:
    from director_app.operations.proposing import CallSheetLine, Request

DROPOUT_NEEDS: Final = message(
    "Say who drops out and from when: --dropout NAME --from DATE, and --until DATE for more."
)
NO_SECONDS: Final = message("{option} needs a number of seconds above 0, not “{value}”.")


def coverage(arguments: argparse.Namespace, wording: Wording) -> Report:
    """Areas by weeks: how often each was reached, how long ago, and how evenly; nothing is changed."""
    with opened(arguments.plan, to_write=False) as open_plan:
        plan = open_plan.plan
        found = coverage_of(plan, today(plan))
        names = {row.id: name_of(wording, plan, "areas", row.id) for row in found.areas}
        holidays = {day for year in {week.year for week in found.weeks} for day in holiday_dates(plan, year)}
        shifts = shifts_of(plan, found.weeks, found.today, holidays)
    areas = [
        {
            "id": row.id,
            "name": names[row.id],
            "heads": row.heads,
            "confirmed": row.confirmed,
            "days_since": row.days_since,
            "waiting_days": row.waiting_days,
            "forgotten": row.is_forgotten,
            "weeks": _week_facts(row),
            "one_more": _rounded(fairness_of(found.areas, row.id)),
            "shifts": [
                {
                    "name": shift.name,
                    "heads": shift.heads,
                    "confirmed": shift.confirmed,
                    "days_since": shift.days_since,
                    "waiting_days": shift.waiting_days,
                    "forgotten": shift.is_forgotten,
                    "weeks": _week_facts(shift),
                }
                for shift in shifts.get(row.id, ())
            ],
        }
        for row in found.areas
    ]
    fairness = _rounded(found.fairness)
    facts = {"today": found.today, "weeks": list(found.weeks), "areas": areas, "fairness": fairness}
    lines = []
    for row in found.areas:
        lines.append(_area_line(wording, names[row.id], row))
        lines += ["  - " + _shift_line(wording, shift) for shift in shifts.get(row.id, ())]
    if fairness is not None:
        lines.append(wording.text("Spread over the people of all areas: {n} of 100.", n=round(fairness * 100)))
        lines += _best_next(wording, found, names)
    return Report(facts, tuple(lines) or (wording.text("The plan has no areas yet."),))


def _week_facts(row: AreaRow | ShiftRow) -> list[dict[str, int]]:
    return [{"confirmed": cell.confirmed, "pencilled": cell.pencilled} for cell in row.cells]


def _rounded(fairness: float | None) -> float | None:
    return None if fairness is None else round(fairness, 3)


def _shift_line(wording: Wording, shift: ShiftRow) -> str:
    """A crew: the confirmed dates it could come to, and how long ago the last was."""
    values = {"shift": shift.name, "confirmed": shift.confirmed}
    if not shift.confirmed:
        line = wording.text("{shift}: nothing confirmed at an hour they could come.", shift=shift.name)
    elif shift.days_since is None:
        line = wording.text("{shift}: could come to {confirmed} confirmed; none yet.", **values)
    else:
        line = wording.text(
            "{shift}: could come to {confirmed} confirmed; days since the last: {n}.", n=shift.days_since, **values
        )
    return wording.text("{sentence} Forgotten.", sentence=line) if shift.is_forgotten else line


def _best_next(wording: Wording, found: Coverage, names: Mapping[AreaId, str]) -> list[str]:
    """Where one more confirmed date makes the spread more even than anywhere else."""
    now = found.fairness
    gains = [(then, row.id) for row in found.areas if (then := fairness_of(found.areas, row.id)) is not None]
    best = max(gains, default=None, key=lambda each: each[0])
    if now is None or best is None or best[0] <= now:
        return []
    values = {"area": names[best[1]], "n": round(best[0] * 100)}
    return [wording.text("One more date evens it out most in {area}: {n} of 100.", **values)]


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
    """Propose places for what is undated, all that may move, or what was lost; `--accept` makes it one step."""
    from director_app.operations.proposing import (
        acts_words,
        because,
        call_sheet,
        placement_sentence,
        proposed_step,
        search,
        why_left,
    )

    seconds = arguments.seconds
    if seconds is not None and not (math.isfinite(seconds) and seconds > 0):
        raise RefusedInput(NO_SECONDS, option="--seconds", value=seconds)
    with opened(arguments.plan, to_write=arguments.accept) as open_plan:
        before, day = open_plan.plan, today(open_plan.plan)
        request = _asked(before, day, arguments)
        proposal = search(before, request, _hear_nothing, _never)
        after = resolve(before, proposal.edit())[0] if proposal.placements else before
        begun = proposal.begun_in(before)
        accepted = [one.before.id for one in proposal.placements]
        tell = call_sheet(wording, before, proposal, accepted) if proposal.ahead or request.names else ()
        if arguments.accept and proposal.placements:
            open_plan.perform(proposal.edit(), proposed_step(proposal))
    placed: list[dict[str, Any]] = [
        {
            "delivery": one.before.id,
            "number": one.before.number,
            "sentence": placement_sentence(wording, begun, after, one),
            "reasons": [reason.value for reason in one.reasons],
            "because": " · ".join(filter(None, (acts_words(wording, after, one), because(wording, one)))),
        }
        for one in proposal.placements
    ]
    left = [
        {"delivery": name, "why": why.value, "sentence": why_left(wording, begun, name, why)}
        for name, why in proposal.left
    ]
    people = _people(wording, before, tell)
    facts = {
        "placed": placed,
        "left": left,
        "unchanged": proposal.unchanged,
        "cost": proposal.cost,
        "bound": proposal.bound,
        "best": proposal.is_best,
        "accepted": bool(arguments.accept and placed),
        "tell": people,
    }
    lines = [f"{one['sentence']} ({one['because']})".removesuffix(" ()") for one in placed]
    lines += [one["sentence"] for one in left]
    counts = {"placed": len(placed), "left": len(left), "unchanged": proposal.unchanged}
    lines += _people_lines(wording, before, tell)
    lines.append(wording.text("{placed} placed or moved, {left} without a place, {unchanged} stay.", **counts))
    if placed:
        lines.append(wording.text(_said_of(accepted=arguments.accept, best=proposal.is_best)))
    return Report(facts, tuple(lines))


def _hear_nothing(_progress: object) -> None:
    """Nobody watches the search of a command."""


def _never() -> bool:
    return False


def _asked(plan: Plan, day: datetime.date, arguments: argparse.Namespace) -> Request:
    """What is to be placed or mended.

    Raises:
        RefusedInput: when dates of a dropout are given without one, or the other way round.
    """
    from director_app.operations.proposing import Aim, Request
    from director_app.planner.placing.repair import Dropout

    if bool(arguments.dropout) != bool(arguments.since) or (arguments.until and not arguments.dropout):
        raise RefusedInput(DROPOUT_NEEDS)
    if arguments.dropout:
        who = artist_or_venue(plan, arguments.dropout, "--dropout")
        dropout = Dropout(who, arguments.since, arguments.until or arguments.since)
        return Request(Aim.REPAIR, day, seconds=arguments.seconds, dropout=dropout)
    if arguments.repair:
        names = tuple(DeliveryId(find_named(plan, "deliveries", word, "--repair")) for word in arguments.repair)
        return Request(Aim.REPAIR, day, seconds=arguments.seconds, names=tuple(dict.fromkeys(names)))
    if arguments.applications:
        return Request(Aim.APPLICATIONS, day, seconds=arguments.seconds)
    return Request(Aim.NOT_LOCKED if arguments.all else Aim.UNPLACED, day, seconds=arguments.seconds)


def _people(wording: Wording, before: Plan, tell: Sequence[CallSheetLine]) -> list[dict[str, Any]]:
    """Whom to tell as facts."""
    return [
        {
            "kind": one.subject.kind,
            "id": one.subject.id,
            "name": subject_name(wording, before, *one.subject),
            "contacts": [{"name": each.name, "phone": each.phone, "email": each.email} for each in one.contacts],
            "say": list(one.sentences),
        }
        for one in tell
    ]


def _people_lines(wording: Wording, before: Plan, tell: Sequence[CallSheetLine]) -> list[str]:
    """Whom to call, and the number."""
    lines = [wording.plural("{n} person to tell:", "{n} people to tell:", len(tell))] if tell else []
    lines += ["  - " + " · ".join((subject_name(wording, before, *one.subject), *one.numbers)) for one in tell]
    return lines


def _said_of(*, accepted: bool, best: bool) -> str:
    if accepted:
        return message("Accepted as one step; undo takes it back.")
    if best:
        return message(
            "Nothing was changed; --accept makes it one step. Nothing better exists among what was looked at."
        )
    return message("Nothing was changed; --accept makes it one step. With more time a better one may be found.")
