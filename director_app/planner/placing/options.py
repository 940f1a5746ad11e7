"""Where a delivery could go: a short list per delivery, each option free of what is wrong at level block."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Final, NamedTuple, TypeVar

from director_app.domain.edits import MoveDelivery, resolve
from director_app.domain.facts import TravelMode
from director_app.domain.ids import AreaId, ArtistId, DeliveryId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import wholes_of, with_members
from director_app.domain.refusals import RefusedEdit
from director_app.domain.timeline import Span
from director_app.planner.bookings import occupied, presences, with_parts
from director_app.planner.checks import TrialCheck
from director_app.planner.coverage import area_reached, monday_of
from director_app.planner.fixes import Reason, is_changeable
from director_app.planner.placing.goals import (
    CHANGED,
    FEWER_COME,
    LATER_BY_A_WEEK,
    NOT_WISHED,
    NOTICE,
    TOO_SOON,
    WARNING,
    Goals,
)
from director_app.planner.placing_ideas import ideas_for_placing
from director_app.planner.problems import TO_DO, Level
from director_app.planner.reach import ReachMemo
from director_app.planner.ways import minutes_from, mode_of, where

#: Options kept for one delivery, and candidates looked at for them.
KEPT: Final = 40
LOOKED_AT: Final = 160
NO_WAYS: Final[Mapping[AreaId, int]] = MappingProxyType({})
_L = TypeVar("_L")


class Taken(NamedTuple):
    """That somebody or some place is needed: who ("artist ..." or "venue ..."), when, and in which area.

    `ways` are the minutes people need from there to other areas; a place goes nowhere.
    """

    who: str
    span: Span
    area: AreaId | None = None
    ways: Mapping[AreaId, int] = NO_WAYS

    def excludes(self, other: Taken) -> bool:
        """Whether both cannot be had: in the same minute, or in areas too far from each other."""
        need = self.ways.get(other.area, 0) if other.area is not None and self.ways else 0
        return self.span.start < other.span.end + need and other.span.start < self.span.end + need


class Option(NamedTuple):
    """One delivery as it would stand, what that costs by itself, and what speaks for it."""

    delivery: Delivery
    cost: int
    reasons: tuple[Reason, ...]
    area: AreaId | None
    #: Who and what it occupies: an artist or a place that has no parts, and when.
    taken: tuple[Taken, ...]

    @property
    def day(self) -> datetime.date:
        """Its date."""
        assert self.delivery.date is not None  # noqa: S101  # an option is dated by construction
        return self.delivery.date

    @property
    def week(self) -> datetime.date:
        """The Monday of its week."""
        return monday_of(self.day)


NO_OPTIONS: Final[Mapping[DeliveryId, Option]] = MappingProxyType({})


class Wanted(NamedTuple):
    """What one search wants beyond the goals: what a change costs, further places to look at, and how many to keep.

    `price` says in points what it costs that a delivery (the first) stands otherwise (the second); None: never so.
    """

    price: Callable[[Delivery, Delivery], int | None]
    more: Mapping[DeliveryId, Sequence[tuple[Delivery, tuple[Reason, ...]]]]
    kept: int


class Task(NamedTuple):
    """One delivery to place: as it stands now, and its options, the cheapest first."""

    now: Delivery
    options: tuple[Option, ...]


def cleared(plan: Plan, names: Iterable[DeliveryId]) -> Plan:
    """The plan without the dates of these deliveries: what stays is what they must live with."""
    for name in names:
        if plan.deliveries[name].date is not None:
            plan, _changes = resolve(plan, MoveDelivery(name, {"date": None}))
    return plan


def unplaced(plan: Plan, today: datetime.date) -> list[DeliveryId]:
    """What takes place and has no date yet, in order of reference numbers."""
    found = (one for one in plan.deliveries.values() if one.date is None and is_changeable(one, today))
    return [one.id for one in sorted(found, key=lambda one: (one.number, one.id))]


def not_locked(plan: Plan, today: datetime.date) -> list[DeliveryId]:
    """Everything that may still be moved, dated or not; exhibitions and other long things stay."""
    found = (
        one
        for one in plan.deliveries.values()
        if is_changeable(one, today) and one.until is None and not one.hours and (one.date is None or one.date > today)
    )
    return [one.id for one in sorted(found, key=lambda one: (one.number, one.id))]


def _no_price(_now: Delivery, _after: Delivery) -> int:
    return 0


PLAIN: Final = Wanted(_no_price, MappingProxyType({}), KEPT)


class Looking(NamedTuple):
    """What options are looked up with: the deliveries, what they must live with, and what counts.

    `trial` stands on the plan in which none of them has a date.
    """

    plan: Plan
    names: Collection[DeliveryId]
    today: datetime.date
    goals: Goals
    wanted: Wanted
    trial: TrialCheck

    @classmethod
    def over(
        cls, plan: Plan, names: Collection[DeliveryId], today: datetime.date, goals: Goals, wanted: Wanted = PLAIN
    ) -> Looking:
        """Ready to look up options of these deliveries of a plan."""
        return cls(plan, names, today, goals, wanted, TrialCheck(cleared(plan, names), today))


class Candidate(NamedTuple):
    """Where a delivery might go, what speaks for it, and whether somebody wished or named it."""

    delivery: Delivery
    reasons: tuple[Reason, ...]
    is_wished: bool


def tasks_for(
    looking: Looking,
    is_stopped: Callable[[], bool] = lambda: False,
    *,
    looked: Callable[[int], object] = lambda _count: None,
    known: Mapping[DeliveryId, Option] = NO_OPTIONS,
) -> tuple[Task, ...]:
    """The deliveries with all their options; when it is stopped, what is left with the one `known`, if there is one.

    `looked` hears how many have been looked at.
    """
    reaches = ReachMemo(looking.trial.plan)
    tasks: list[Task] = []
    names = list(looking.names)
    for name in names:
        if is_stopped():
            break
        tasks.append(_task(looking, reaches, looking.plan.deliveries[name]))
        looked(len(tasks))
    rest = (name for name in names[len(tasks) :] if name in known)
    return (*tasks, *(Task(looking.plan.deliveries[name], (known[name],)) for name in rest))


def _task(looking: Looking, memo: ReachMemo, now: Delivery) -> Task:
    goals = looking.goals
    looked: dict[tuple[object, ...], Option] = {}
    best_reach = 0
    reaches: dict[tuple[object, ...], int] = {}
    for candidate in candidates(looking, now):
        delivery = candidate.delivery
        key = (delivery.date, delivery.start, delivery.venue, delivery.lineup)
        if key in looked or len(looked) >= looking.wanted.kept:
            continue
        option = option_at(looking, candidate, cost_unlooked(looking, now, candidate))
        if option is None:
            continue
        looked[key] = option
        reaches[key] = memo.up_to(delivery) if goals.shifts else 0
        best_reach = max(best_reach, reaches[key])
    options = [
        option._replace(cost=option.cost + _missed(best_reach, reaches[key]) * goals.shifts)
        for key, option in looked.items()
    ]
    options.sort(key=lambda option: (option.cost, option.day, option.delivery.start or 0, option.delivery.venue or ""))
    return Task(now, tuple(options))


def candidates(looking: Looking, now: Delivery) -> Iterator[Candidate]:
    """Where it stands now, what was named, then wished dates, then the nearest at its usual times and places."""
    if now.date is not None and now.start is not None:
        yield Candidate(now, (Reason.SAME_DAY, Reason.SAME_TIME), is_wished=True)
    for delivery, reasons in looking.wanted.more.get(now.id, ()):
        yield Candidate(delivery, reasons, is_wished=True)
    plan = looking.trial.plan
    undated = plan.deliveries[now.id]
    for tried, idea in enumerate(chain.from_iterable(ideas_for_placing(plan, undated, looking.today))):
        if tried >= LOOKED_AT:
            return
        try:
            changes = idea.fix.edit.changes(plan)
        except RefusedEdit:
            continue
        for change in changes:
            if isinstance(change.after, Delivery):
                yield Candidate(change.after, idea.fix.reasons, Reason.WISHED in idea.fix.reasons)


def option_at(looking: Looking, candidate: Candidate, cost: int | None) -> Option | None:
    """A candidate that costs so much beside its warnings, with them; None when something blocks it."""
    plan, delivery = looking.trial.plan, candidate.delivery
    warnings = None if cost is None else _warnings(looking.trial, delivery)
    if cost is None or warnings is None:
        return None
    cost += WARNING * warnings
    return Option(delivery, cost, candidate.reasons, area_reached(plan, delivery), tuple(taken_by(plan, delivery)))


def _warnings(trial: TrialCheck, delivery: Delivery) -> int | None:
    """How many warnings it brings; None, and no further look, as soon as something is found at level block."""
    warnings = 0
    for problem in trial.tried(delivery):
        if problem.level is Level.BLOCK:
            return None
        # What is left to do goes away with time by itself: no reason to move anything.
        warnings += problem.level is Level.WARNING and problem.kind not in TO_DO
    return warnings


def cost_unlooked(looking: Looking, now: Delivery, candidate: Candidate) -> int | None:
    """What a candidate costs by itself beside its warnings, for which it has to be looked at; None: never."""
    (after, _reasons, is_wished), (today, goals) = candidate, (looking.today, looking.goals)
    cost = looking.wanted.price(now, after)
    if after.date is None or cost is None:
        return None
    if not is_wished and (after.date - today).days < NOTICE and after.date != now.date:
        cost += TOO_SOON
    cost += max(0, (monday_of(after.date) - monday_of(today)).days // 7) * LATER_BY_A_WEEK
    if not is_wished:
        cost += NOT_WISHED * goals.preferred
    if now.date is not None:
        changed = sum(getattr(now, name) != getattr(after, name) for name in ("date", "start", "venue"))
        cost += CHANGED * goals.changes * changed
    return cost


def _missed(best: int, reach: int) -> int:
    return 0 if best == 0 else FEWER_COME * (best - reach) // best


def too_far_pairs(needs: Sequence[tuple[Taken, DeliveryId, _L]]) -> Iterator[tuple[_L, _L]]:
    """What of one person's needs, in order of their spans, lies apart in time but too near for the way between.

    Each need comes with its delivery, whose own options exclude each other anyway, and with what stands for it.
    """
    for position, (need, name, one) in enumerate(needs):
        farthest = max(need.ways.values(), default=0)
        for later, other_name, other in needs[position + 1 :] if farthest else ():
            if later.span.start >= need.span.end + farthest:
                break
            if other_name != name and later.span.start >= need.span.end and need.excludes(later):
                yield one, other


def at_once(needs: Sequence[tuple[Taken, DeliveryId, _L]]) -> Iterator[list[_L]]:
    """The largest sets of needs that share a minute, from needs of one person or place in order of their spans."""
    sharing: list[tuple[Span, _L]] = []
    for number, (need, _name, one) in enumerate(needs):
        sharing = [each for each in sharing if each[0].end > need.span.start]
        sharing.append((need.span, one))
        following = needs[number + 1][0].span.start if number + 1 < len(needs) else None
        # The set grows until one of it ends: only then is it said, and covers all smaller ones.
        if following is None or any(span.end <= following for span, _one in sharing):
            yield [each for _span, each in sharing]


def by_span(need: tuple[Taken, DeliveryId, object]) -> Span:
    """The order in which needs are looked at."""
    return need[0].span


def ways_from(plan: Plan, area: AreaId | None, mode: TravelMode | None = None) -> Mapping[AreaId, int]:
    """The minutes of the way from an area to each other one that is known."""
    if area is None or not plan.travels:
        return NO_WAYS
    return minutes_from(plan, area, mode) or NO_WAYS


def taken_by(plan: Plan, delivery: Delivery) -> Iterator[Taken]:
    """Everybody and every place it binds: members of groups one by one, a place by its innermost parts."""
    spans = occupied(plan, delivery)
    area = where(plan, delivery)
    ways: dict[TravelMode | None, Mapping[AreaId, int]] = {}
    people: dict[ArtistId, None] = {}
    for act, presence in presences(plan, delivery, spans).items():
        for person in with_members(plan, act):
            if person not in people:
                people[person] = None
                mode = mode_of(plan, person)
                if mode not in ways:
                    ways[mode] = ways_from(plan, area, mode)
                yield from (Taken(f"artist {person}", span, area, ways[mode]) for span in presence.spans)
    for place in _innermost(plan, delivery.venue):
        yield from (Taken(f"venue {place}", span) for span in spans)


def _innermost(plan: Plan, venue: VenueId | None) -> list[VenueId]:
    if venue is None:
        return []
    parts = with_parts(plan, venue)
    wholes = {whole for part in parts for whole in wholes_of(plan, part)[1:]}
    return [part for part in parts if part not in wholes]
