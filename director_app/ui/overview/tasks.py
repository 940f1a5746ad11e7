"""What is to be done today, read from a plan: promises, passes and filings due, decisions in rain, missing results."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from director_app.domain.facts import Subject
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import plan_b_of
from director_app.domain.requests import Note
from director_app.domain.timeline import WallMinute
from director_app.planner.council import meetings_in_order
from director_app.planner.problems import Problem, ProblemKind, first_day
from director_app.planner.rain import has_fallback, is_outdoor

WEEK: Final = datetime.timedelta(days=7)
DECIDED_AHEAD: Final = datetime.timedelta(days=3)
"""A decision in rain or heat is spoken of this long before."""
FILED_AHEAD: Final = datetime.timedelta(days=21)
"""Passes and filings are spoken of when what they are for is this near."""
_DUE: Final = (
    ProblemKind.PASSES_DUE,
    ProblemKind.FILING_DUE,
    ProblemKind.CONDITION_DUE,
    ProblemKind.STAFF_SHORT,
    ProblemKind.DUTY_DUE,
)
_MOST: Final = 4


class TaskKind(StrEnum):
    """What kind of work a line asks for."""

    FOLLOW_UP = "follow_up"
    DUE = "due"
    DECIDE = "decide"
    SET_DECISION = "set_decision"
    RESULT = "result"
    MEETING = "meeting"


class Task(NamedTuple):
    """One line: what it is about, and the day it is for; what else it needs depends on its kind."""

    kind: TaskKind
    subject: Subject
    day: datetime.date | None = None
    note: Note | None = None
    problem: Problem | None = None
    minute: WallMinute | None = None


def tasks_of(plan: Plan, today: datetime.date, problems: Iterable[Problem]) -> tuple[Task, ...]:
    """Everything to be done, what is late or due first; results last, the latest of them first."""
    notes = _follow_ups(plan, today)
    late = [one for one in notes if one.day is not None and one.day <= today]
    later = [one for one in notes if one not in late]
    soon = (*_decisions(plan, today), *_meetings(plan, today))
    return (*late, *_due(plan, today, problems), *soon, *later, *_results(plan, today))


def missing_results(plan: Plan, today: datetime.date) -> tuple[Delivery, ...]:
    """What is over and of which nobody said that it took place, the latest first."""
    past = [
        one
        for one in plan.deliveries.values()
        if one.status.takes_place
        and one.status is not Status.DELIVERED
        and one.date is not None
        and (one.until or one.date) < today
    ]
    return tuple(sorted(past, key=lambda one: (one.until or one.date, one.number), reverse=True))


def decision_of(plan: Plan, delivery: Delivery) -> WallMinute | None:
    """When it is decided whether plan B holds; None when nobody said."""
    plan_b = plan_b_of(plan, delivery.fallback, delivery.event, delivery.venue)
    return plan_b.decision_time if plan_b is not None else None


def _follow_ups(plan: Plan, today: datetime.date) -> list[Task]:
    due = [note for note in plan.notes.values() if note.follow_up is not None and not note.is_done]
    soon = [note for note in due if note.follow_up is not None and note.follow_up <= today + WEEK]
    soon.sort(key=lambda note: (note.follow_up or today, note.id))
    return [Task(TaskKind.FOLLOW_UP, note.subject, note.follow_up, note=note) for note in soon[:8]]


def _due(plan: Plan, today: datetime.date, problems: Iterable[Problem]) -> Iterator[Task]:
    counts: Counter[ProblemKind] = Counter()
    for problem in problems:
        if problem.kind in _DUE and problem.subjects and counts[problem.kind] < _MOST:
            day = first_day(plan, problem)
            if day is None or day <= today + FILED_AHEAD:
                counts[problem.kind] += 1
                yield Task(TaskKind.DUE, problem.subjects[0], day, problem=problem)


def _decisions(plan: Plan, today: datetime.date) -> Iterator[Task]:
    """Outdoors today and in the next days: when it is decided, or that nobody said when."""
    days = (today + datetime.timedelta(days=ahead) for ahead in range(DECIDED_AHEAD.days))
    for day in days:
        for identity in sorted(plan.on_day(day)):
            one = plan.deliveries[identity]
            settled = not one.status.takes_place or one.status in (Status.IDEA, Status.DELIVERED)
            if settled or not is_outdoor(plan, one):
                continue
            subject = Subject("deliveries", one.id)
            minute = decision_of(plan, one)
            if minute is not None and day <= today + datetime.timedelta(days=1):
                yield Task(TaskKind.DECIDE, subject, day, minute=minute)
            elif minute is None and has_fallback(plan, one):
                yield Task(TaskKind.SET_DECISION, subject, day)


def _meetings(plan: Plan, today: datetime.date) -> Iterator[Task]:
    """Meetings of the council in the next week."""
    for one in meetings_in_order(plan):
        if one.date is not None and today <= one.date <= today + WEEK:
            yield Task(TaskKind.MEETING, Subject("meetings", one.id), one.date, minute=one.start)


def _results(plan: Plan, today: datetime.date) -> Iterator[Task]:
    for one in missing_results(plan, today)[:_MOST]:
        yield Task(TaskKind.RESULT, Subject("deliveries", one.id), one.until or one.date)
