"""Problem: what the planner found, as kind, level, subjects and data; sentences are made elsewhere."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final, NamedTuple

from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.papers import AcceptedProblem
from director_app.domain.plan import Plan
from director_app.domain.published import fallback_venue, lineup_of
from director_app.planner.bookings import segments_with_artist


class Level(StrEnum):
    """How much a problem matters."""

    BLOCK = "block"
    WARNING = "warning"
    NOTE = "note"


class ProblemKind(StrEnum):
    """What can be wrong."""

    ARTIST_TWICE = "artist_twice"
    MEMBER_TWICE = "member_twice"
    VENUE_TWICE = "venue_twice"
    ARTIST_UNAVAILABLE = "artist_unavailable"
    VENUE_UNAVAILABLE = "venue_unavailable"
    VENUE_CLOSED = "venue_closed"
    OUTSIDE_SEASON = "outside_season"
    NO_FALLBACK = "no_fallback"


LEVEL_ORDER: Final = {Level.BLOCK: 0, Level.WARNING: 1, Level.NOTE: 2}


class Problem(NamedTuple):
    """One finding. The first subjects are the deliveries, those after them the people or places.

    `data` holds named values that a sentence needs (minutes are whole minutes, times wall minutes of a date).
    """

    kind: ProblemKind
    level: Level
    subjects: tuple[Subject, ...]
    data: tuple[tuple[str, Any], ...] = ()

    @property
    def deliveries(self) -> tuple[DeliveryId, ...]:
        """The deliveries it speaks of."""
        return tuple(DeliveryId(subject.id) for subject in self.subjects if subject.kind == "deliveries")

    def subject(self, kind: str) -> str | None:
        """The first subject of a kind."""
        return next((subject.id for subject in self.subjects if subject.kind == kind), None)

    def value(self, name: str) -> Any:
        """A named value of the data, None when there is none."""
        return dict(self.data).get(name)


def first_day(plan: Plan, problem: Problem) -> datetime.date | None:
    """The date of the problem's earliest delivery."""
    days = [plan.deliveries[one].date for one in problem.deliveries if one in plan.deliveries]
    return min((day for day in days if day is not None), default=None)


def is_past(plan: Plan, problem: Problem, today: datetime.date) -> bool:
    """Whether everything it speaks of lies before today."""
    last = [one.until or one.date for one in (plan.deliveries.get(name) for name in problem.deliveries) if one]
    return bool(last) and all(day is not None and day < today for day in last)


def in_order(plan: Plan, problems: Iterable[Problem]) -> list[Problem]:
    """Problems by level, then by date, then in a stable order."""

    def key(problem: Problem) -> tuple[Any, ...]:
        return (
            LEVEL_ORDER[problem.level],
            first_day(plan, problem) or datetime.date.max,
            problem.kind,
            problem.subjects,
        )

    return sorted(problems, key=key)


def fingerprint(plan: Plan, problem: Problem) -> str:
    """What an accepted problem looked like: changes when either side moves, is recast or rehoused."""
    facts: list[tuple[Any, ...]] = []
    for name in problem.deliveries:
        one = plan.deliveries.get(name)
        if one is not None:
            acts = tuple(act.artist for act in lineup_of(plan, one))
            fact = (one.date, one.until, one.start, one.end, one.venue, acts, fallback_venue(plan, one))
            parts = tuple((part.artist, part.start, part.minutes) for part in segments_with_artist(plan, one))
            facts.append((*fact, parts) if parts else fact)
    return hashlib.sha256(repr((problem.kind, facts)).encode()).hexdigest()[:16]


def accepted_keys(plan: Plan) -> frozenset[tuple[str, tuple[Subject, ...], str]]:
    """Kind, subjects and fingerprint of every accepted problem."""
    return frozenset((one.kind, one.subjects, one.fingerprint) for one in plan.accepted_problems.values())


class Acceptances:
    """What the director has accepted of a plan, ready to be asked for many problems."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._by_name: dict[tuple[str, tuple[Subject, ...]], list[AcceptedProblem]] = {}
        for record in plan.accepted_problems.values():
            self._by_name.setdefault((record.kind, record.subjects), []).append(record)

    def of(self, problem: Problem) -> AcceptedProblem | None:
        """The acceptance of exactly this; None again when either side has moved since."""
        records = self._by_name.get((str(problem.kind), problem.subjects))
        if not records:
            return None
        present = fingerprint(self._plan, problem)
        return next((record for record in records if record.fingerprint == present), None)


def is_accepted(plan: Plan, problem: Problem) -> bool:
    """Whether the director knows of exactly this; false again when either side has moved since."""
    return Acceptances(plan).of(problem) is not None
