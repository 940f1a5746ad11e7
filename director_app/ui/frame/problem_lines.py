"""The planner's findings as lines to read: level, sentence, reference, date. The check bar shows them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cached_property

from director_app.domain.facts import Subject
from director_app.domain.plan import Plan
from director_app.operations.sentences import problem_sentence
from director_app.planner.problems import Problem, first_day
from director_app.wording import Wording

LEVELS = ("block", "warning", "note")
"""Levels, the most urgent first."""


class ProblemLine:
    """One finding in words. The words are made when somebody reads them: most lines of a long list are never seen."""

    def __init__(self, wording: Wording, plan: Plan, problem: Problem) -> None:
        self._wording = wording
        self._plan = plan
        self.problem = problem
        self.level = str(problem.level)
        self.subjects = problem.subjects

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ProblemLine) and other.problem == self.problem

    def __hash__(self) -> int:
        return hash(self.problem)

    @cached_property
    def sentence(self) -> str:
        """Who or what, when, and what is wrong."""
        return problem_sentence(self._wording, self._plan, self.problem)

    @cached_property
    def reference(self) -> str:
        """Numbers of the deliveries it is about."""
        return reference_of(self._plan, self.subjects)

    @cached_property
    def day(self) -> datetime.date | None:
        """The date of its earliest delivery."""
        return first_day(self._plan, self.problem)


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
