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
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import fallback_venue, lineup_of
from director_app.domain.season import LevelChoice
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
    TRAVEL_IMPOSSIBLE = "travel_impossible"
    TRAVEL_TIGHT = "travel_tight"
    SHORT_REST = "short_rest"
    FALLBACK_TAKEN = "fallback_taken"
    FALLBACK_CLOSED = "fallback_closed"
    FALLBACK_OPEN = "fallback_open"
    FALLBACK_UNFIT = "fallback_unfit"
    OVER_CAPACITY = "over_capacity"
    NEEDS_NOT_MET = "needs_not_met"
    QUIET_HOURS = "quiet_hours"
    NOISE_PAIR = "noise_pair"
    AUDIENCE_CANNOT = "audience_cannot"
    PUBLIC_HOLIDAY = "public_holiday"
    SHUTDOWN = "shutdown"
    UNDECIDED_LATE = "undecided_late"
    CONFIRMATION_OPEN = "confirmation_open"
    PASSES_DUE = "passes_due"
    FILING_DUE = "filing_due"
    TOO_SHORT = "too_short"
    WRONG_WEEKDAY = "wrong_weekday"
    NOT_DARK = "not_dark"
    AREA_FORGOTTEN = "area_forgotten"
    OUT_OF_ORDER = "out_of_order"
    COUNCIL_RULE = "council_rule"
    CONDITION_DUE = "condition_due"
    TOUR_STOP_CLOSED = "tour_stop_closed"
    TOUR_NOT_AGREED = "tour_not_agreed"
    TOUR_OVER_PLACES = "tour_over_places"
    STAFF_SHORT = "staff_short"
    POST_TWICE = "post_twice"
    SETUP_TAKEN = "setup_taken"
    STAY_CLASH = "stay_clash"
    DUTY_DUE = "duty_due"
    EQUIPMENT_SHORT = "equipment_short"


#: How much each kind matters unless a check says less (an idea, something still far away) or, for statements of
#: people and places, "rather not" instead of "impossible".
DEFAULT_LEVELS: Final = {
    ProblemKind.ARTIST_TWICE: Level.BLOCK,
    ProblemKind.MEMBER_TWICE: Level.BLOCK,
    ProblemKind.VENUE_TWICE: Level.BLOCK,
    ProblemKind.ARTIST_UNAVAILABLE: Level.BLOCK,
    ProblemKind.VENUE_UNAVAILABLE: Level.BLOCK,
    ProblemKind.VENUE_CLOSED: Level.BLOCK,
    ProblemKind.OUTSIDE_SEASON: Level.WARNING,
    ProblemKind.NO_FALLBACK: Level.WARNING,
    ProblemKind.TRAVEL_IMPOSSIBLE: Level.BLOCK,
    ProblemKind.TRAVEL_TIGHT: Level.WARNING,
    ProblemKind.SHORT_REST: Level.NOTE,
    ProblemKind.FALLBACK_TAKEN: Level.WARNING,
    ProblemKind.FALLBACK_CLOSED: Level.WARNING,
    ProblemKind.FALLBACK_OPEN: Level.WARNING,
    ProblemKind.FALLBACK_UNFIT: Level.WARNING,
    ProblemKind.OVER_CAPACITY: Level.WARNING,
    ProblemKind.NEEDS_NOT_MET: Level.WARNING,
    ProblemKind.QUIET_HOURS: Level.WARNING,
    ProblemKind.NOISE_PAIR: Level.WARNING,
    ProblemKind.AUDIENCE_CANNOT: Level.WARNING,
    ProblemKind.PUBLIC_HOLIDAY: Level.WARNING,
    ProblemKind.SHUTDOWN: Level.WARNING,
    ProblemKind.UNDECIDED_LATE: Level.WARNING,
    ProblemKind.CONFIRMATION_OPEN: Level.WARNING,
    ProblemKind.PASSES_DUE: Level.WARNING,
    ProblemKind.FILING_DUE: Level.WARNING,
    ProblemKind.TOO_SHORT: Level.WARNING,
    ProblemKind.WRONG_WEEKDAY: Level.WARNING,
    ProblemKind.NOT_DARK: Level.WARNING,
    ProblemKind.AREA_FORGOTTEN: Level.WARNING,
    ProblemKind.OUT_OF_ORDER: Level.NOTE,
    ProblemKind.COUNCIL_RULE: Level.BLOCK,
    ProblemKind.CONDITION_DUE: Level.WARNING,
    ProblemKind.TOUR_STOP_CLOSED: Level.WARNING,
    ProblemKind.TOUR_NOT_AGREED: Level.WARNING,
    ProblemKind.TOUR_OVER_PLACES: Level.WARNING,
    ProblemKind.STAFF_SHORT: Level.WARNING,
    ProblemKind.POST_TWICE: Level.BLOCK,
    ProblemKind.SETUP_TAKEN: Level.WARNING,
    ProblemKind.STAY_CLASH: Level.BLOCK,
    ProblemKind.DUTY_DUE: Level.WARNING,
    ProblemKind.EQUIPMENT_SHORT: Level.WARNING,
}
#: Kinds that say what is left to do - an answer, a paper, a word of hers - and not what clashes.
TO_DO: Final = frozenset(
    (
        ProblemKind.FALLBACK_OPEN,
        ProblemKind.UNDECIDED_LATE,
        ProblemKind.CONFIRMATION_OPEN,
        ProblemKind.PASSES_DUE,
        ProblemKind.FILING_DUE,
        ProblemKind.TOO_SHORT,
        ProblemKind.WRONG_WEEKDAY,
        ProblemKind.AREA_FORGOTTEN,
        ProblemKind.OUT_OF_ORDER,
        ProblemKind.CONDITION_DUE,
        ProblemKind.TOUR_NOT_AGREED,
        ProblemKind.STAFF_SHORT,
        ProblemKind.DUTY_DUE,
    )
)
LEVEL_ORDER: Final = {Level.BLOCK: 0, Level.WARNING: 1, Level.NOTE: 2}


class Problem(NamedTuple):
    """One finding. The first subjects are the deliveries, those after them the people or places.

    `data` holds named values that a sentence needs (minutes are whole minutes, times wall minutes of a date, days
    whole days from today).
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


def found_in(
    kind: ProblemKind, delivery: Delivery, *others: tuple[str, str], level: Level | None = None, **data: Any
) -> Problem:
    """A problem of one delivery, about other records named by kind and id; of an idea it is never more than a note."""
    subjects = (Subject("deliveries", delivery.id), *(Subject(*other) for other in others))
    usual = DEFAULT_LEVELS[kind] if level is None else level
    return Problem(kind, Level.NOTE if delivery.status is Status.IDEA else usual, subjects, tuple(data.items()))


def first_day(plan: Plan, problem: Problem) -> datetime.date | None:
    """The date of the problem's earliest delivery; of what is about no delivery, the day it names."""
    days = [plan.deliveries[one].date for one in problem.deliveries if one in plan.deliveries]
    if not problem.deliveries and isinstance(named := problem.value("day"), datetime.date):
        return named
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
    if problem.kind not in _KNOWN_BY_SIDES:
        facts.append(tuple(fact for fact in problem.data if fact[0] != "days"))
    for name in problem.deliveries:
        one = plan.deliveries.get(name)
        if one is not None:
            acts = tuple(act.artist for act in lineup_of(plan, one))
            fact = (one.date, one.until, one.start, one.end, one.venue, acts, fallback_venue(plan, one))
            parts = tuple((part.artist, part.start, part.minutes) for part in segments_with_artist(plan, one))
            facts.append((*fact, parts) if parts else fact)
    return hashlib.sha256(repr((problem.kind, facts)).encode()).hexdigest()[:16]


#: Kinds that are the same problem as long as both sides stand as they did, whatever their data say.
_KNOWN_BY_SIDES: Final = frozenset(list(ProblemKind)[:8])


def accepted_keys(plan: Plan) -> frozenset[tuple[str, tuple[Subject, ...], str]]:
    """Kind, subjects and fingerprint of every accepted problem."""
    return frozenset((one.kind, one.subjects, one.fingerprint) for one in plan.accepted_problems.values())


class Levels:
    """What the director wants each kind of problem to matter, ready to be asked for many problems."""

    def __init__(self, plan: Plan) -> None:
        known = {str(kind): kind for kind in ProblemKind}
        self._chosen = {known[one.kind]: one.level for one in plan.season.problem_levels if one.kind in known}

    def __bool__(self) -> bool:
        return bool(self._chosen)

    def of(self, plan: Plan, problem: Problem) -> Problem | None:
        """A problem at the level that was chosen for its kind; None when that is off.

        Where a check says less than usual (an idea, something far away, "rather not"), it stays at most there.
        """
        choice = self._chosen.get(problem.kind)
        if choice is None:
            return problem
        if choice is LevelChoice.OFF:
            return None
        level = Level(choice)
        says_less = LEVEL_ORDER[problem.level] > LEVEL_ORDER[DEFAULT_LEVELS[problem.kind]]
        records = (plan.deliveries.get(name) for name in problem.deliveries)
        if says_less or any(one is not None and one.status is Status.IDEA for one in records):
            level = max(level, problem.level, key=LEVEL_ORDER.__getitem__)
        return problem if level is problem.level else problem._replace(level=level)


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
