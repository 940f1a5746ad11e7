"""Residencies and support for spaces: stays that meet, duties and ends of calls that are due, points of evaluations."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

from director_app.domain.facts import Subject
from director_app.domain.ids import VenueId
from director_app.domain.plan import Plan
from director_app.domain.published import wholes_of
from director_app.domain.spaces import Stay, Support, SupportState
from director_app.planner.ground import Ground
from director_app.planner.problems import DEFAULT_LEVELS, Level, Problem, ProblemKind

#: Days before a day on which something is due from which on it is spoken of.
DUTY_SHOWN: Final = 14


class DueDuty(NamedTuple):
    """Something that is due: whose it is, its day, and its words; no words where it is a call or a term that ends."""

    subject: Subject
    day: datetime.date
    text: str = ""


def duties_of(plan: Plan) -> list[DueDuty]:
    """Every open duty with a day: of stays, of support, ends of calls and of what was given, by day."""
    found = [
        DueDuty(Subject(kind, record.id), duty.due, duty.text)
        for kind in ("stays", "supports")
        for record in plan.table(kind).values()
        for duty in record.duties
        if duty.due is not None and not duty.is_done
    ]
    found += [DueDuty(Subject("calls", one.id), one.closes) for one in plan.calls.values() if one.closes is not None]
    found += [
        DueDuty(Subject("supports", one.id), one.last_day)
        for one in plan.supports.values()
        if one.last_day is not None and one.state is SupportState.GIVEN
    ]
    return sorted(found, key=lambda one: (one.day, one.subject, one.text))


def duties_due(ground: Ground) -> Iterator[Problem]:
    """Duties that are late or due soon; ends of calls and terms only while they are ahead."""
    for due in duties_of(ground.plan):
        days = ground.days_to(due.day)
        if days is None or days > DUTY_SHOWN or (days < 0 and not due.text):
            continue
        level = Level.NOTE if days > 0 else DEFAULT_LEVELS[ProblemKind.DUTY_DUE]
        data = (("day", due.day), ("text", due.text), ("days", days))
        yield Problem(ProblemKind.DUTY_DUE, level, (due.subject,), data)


def stays_meet(ground: Ground) -> Iterator[Problem]:
    """Two stays in one space, or of one artist in two, at the same time."""
    plan = ground.plan
    dated = sorted((one for one in plan.stays.values() if one.first_day is not None), key=lambda one: one.id)
    for one, other in combinations(dated, 2):
        days = _shared(one, other)
        if days is None or (ground.days_to(days[1]) or 0) < 0:
            continue
        if one.artist is not None and one.artist == other.artist:
            yield _meet(one, other, days[0], "artist")
        elif _same_place(plan, one.venue, other.venue):
            yield _meet(one, other, days[0], "venue")


def points_of(support: Support) -> float | None:
    """The points an evaluation reached, of a hundred; None while a criterion has none."""
    given = [one.points for one in support.criteria if one.points is not None]
    most = sum(one.most for one in support.criteria)
    return 100 * sum(given) / most if most and len(given) == len(support.criteria) else None


def _meet(one: Stay, other: Stay, day: datetime.date, by: str) -> Problem:
    subjects = (Subject("stays", one.id), Subject("stays", other.id))
    return Problem(ProblemKind.STAY_CLASH, DEFAULT_LEVELS[ProblemKind.STAY_CLASH], subjects, (("day", day), ("by", by)))


def _shared(one: Stay, other: Stay) -> tuple[datetime.date, datetime.date] | None:
    if one.first_day is None or other.first_day is None:
        return None
    first = max(one.first_day, other.first_day)
    last = min(one.last_day or one.first_day, other.last_day or other.first_day)
    return (first, last) if first <= last else None


def _same_place(plan: Plan, one: VenueId | None, other: VenueId | None) -> bool:
    """Whether both are one space, or one is part of the other."""
    if one is None or other is None:
        return False
    return one in wholes_of(plan, other) or other in wholes_of(plan, one)
