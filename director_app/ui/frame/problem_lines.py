"""The planner's findings as lines to read: level, sentence, reference, date. Pure; the check bar shows them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from director_app.domain.facts import Subject
from director_app.domain.plan import Plan

LEVELS = ("block", "warning", "note")
"""Levels, the most urgent first."""


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One finding in words. ``subjects`` are the records it is about, the first is where to jump."""

    level: str
    sentence: str
    subjects: tuple[Subject, ...]
    reference: str = ""
    day: datetime.date | None = None
    identity: str = ""
    """What stays the same while the finding stays the same, so that it can be accepted and found again."""


def counts(lines: Iterable[ProblemLine]) -> dict[str, int]:
    """How many lines of each level."""
    found = dict.fromkeys(LEVELS, 0)
    for line in lines:
        if line.level in found:
            found[line.level] += 1
    return found


def in_order(lines: Iterable[ProblemLine]) -> tuple[ProblemLine, ...]:
    """Most urgent first: by level, then by date, undated last."""
    far = datetime.date.max
    return tuple(sorted(lines, key=lambda line: (LEVELS.index(line.level), line.day or far, line.reference)))


def about(lines: Iterable[ProblemLine], selection: frozenset[Subject]) -> ProblemLine | None:
    """The most urgent line about what is selected."""
    return next((line for line in lines if selection.intersection(line.subjects)), None)


def reference_of(plan: Plan, subjects: Iterable[Subject]) -> str:
    """Numbers of the deliveries a finding is about, at most two."""
    numbers = []
    for subject in subjects:
        delivery = plan.find(subject.kind, subject.id) if subject.kind == "deliveries" else None
        number = getattr(delivery, "number", "")
        if number and number not in numbers:
            numbers.append(number)
    return " · ".join(numbers[:2])


def day_of(plan: Plan, subjects: Iterable[Subject]) -> datetime.date | None:
    """The first date of the deliveries a finding is about."""
    days = []
    for subject in subjects:
        delivery = plan.find(subject.kind, subject.id) if subject.kind == "deliveries" else None
        day = getattr(delivery, "date", None)
        if day is not None:
            days.append(day)
    return min(days, default=None)
