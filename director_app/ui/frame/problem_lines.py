"""The planner's findings as lines to read: level, sentence, reference, date. Pure; the check bar shows them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from director_app.domain.facts import Subject
from director_app.domain.plan import Plan
from director_app.planner.problems import Problem

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
    problem: Problem | None = None
    """The finding itself."""


def counts(lines: Iterable[ProblemLine]) -> dict[str, int]:
    """How many lines of each level."""
    found = dict.fromkeys(LEVELS, 0)
    for line in lines:
        if line.level in found:
            found[line.level] += 1
    return found


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
