"""All checks of a plan: in full, and after an edit only where it can have touched something."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from director_app.domain.collecting import without_collecting
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import RECORD_FIELDS, Plan, RecordChange
from director_app.domain.programme import Delivery
from director_app.planner.audience import nobody_there
from director_app.planner.clashes import ClashIndex, clash_problems, pair_problems
from director_app.planner.council import against_the_council, conditions_waiting
from director_app.planner.equipment import Demand
from director_app.planner.event_staff import people_twice, setup_taken, staff_short
from director_app.planner.ground import Ground
from director_app.planner.light import not_dark
from director_app.planner.overall import Visits, event_filings, forgotten_areas, out_of_order, wishes_wrong
from director_app.planner.places_fit import (
    fallback_closed,
    fallback_open,
    fallback_unfit,
    needs_not_met,
    over_capacity,
    passes_due,
    quiet_hours,
)
from director_app.planner.problems import Levels, Problem
from director_app.planner.rain import has_fallback, is_outdoor
from director_app.planner.readiness import confirmation_open, filing_due, too_short, undecided_late, wrong_weekday
from director_app.planner.spaces import duties_due, stays_meet
from director_app.planner.suiting import (
    artist_unavailable,
    closed_venue,
    no_fallback,
    outside_season,
    venue_unavailable,
)
from director_app.planner.touched import touched_deliveries
from director_app.planner.tours import tour_stops

Check = Callable[[Ground, Delivery], Iterator[Problem]]

#: Every kind of problem that one delivery can have by itself.
CHECKS: Final[tuple[Check, ...]] = (artist_unavailable, venue_unavailable, closed_venue, outside_season, no_fallback)
#: Those that only speak of what is still to come: nobody can mend them afterwards.
CHECKS_BEFORE: Final[tuple[Check, ...]] = (
    over_capacity,
    needs_not_met,
    quiet_hours,
    passes_due,
    fallback_open,
    fallback_closed,
    fallback_unfit,
    nobody_there,
    undecided_late,
    confirmation_open,
    filing_due,
    too_short,
    wrong_weekday,
    not_dark,
    against_the_council,
    tour_stops,
)
#: How far a delivery reaches: into the night after it, and to the morning after that.
_BESIDE: Final = datetime.timedelta(days=2)
_ALL_CHECKS: Final = (*CHECKS, *CHECKS_BEFORE)


def own_problems(ground: Ground, delivery: Delivery) -> list[Problem]:
    """What is wrong with a delivery apart from other deliveries."""
    return list(_own_problems(ground, delivery))


def _own_problems(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    if delivery.status.takes_place:
        for check in _ALL_CHECKS if ground.is_coming(delivery) else CHECKS:
            yield from check(ground, delivery)


class TrialCheck:
    """What would be wrong with one delivery if it stood otherwise, in a plan that itself is not looked at."""

    def __init__(self, plan: Plan, today: datetime.date | None = None) -> None:
        self._stand_on(plan, today)

    def _stand_on(self, plan: Plan, today: datetime.date | None) -> None:
        self._plan = plan
        self._levels = Levels(plan)
        self.ground = Ground(plan, plan.season.reference_date or today)
        with without_collecting():
            self._index = ClashIndex(plan)
            self.demand = Demand(plan)

    @property
    def plan(self) -> Plan:
        """The plan last seen."""
        return self._plan

    @property
    def today(self) -> datetime.date | None:
        """The day it is looked at."""
        return self.ground.today

    def would_clash(self, delivery: Delivery) -> list[Problem]:
        """What would be wrong with a delivery if it stood like this; the plan stays as it is."""
        return list(self.tried(delivery))

    def tried(self, delivery: Delivery) -> Iterator[Problem]:
        """The same one by one, clashes first, for whoever stops at the first that blocks."""
        if not delivery.status.takes_place:
            return
        plan = self._plan
        for name in self._index.would_meet(plan, delivery):
            yield from self._at_levels(pair_problems(plan, delivery, plan.deliveries[name]), delivery)
        yield from self._at_levels(self.demand.tried(plan, delivery), delivery)
        yield from self._at_levels(_own_problems(self.ground, delivery), delivery)

    def _at_levels(self, found: Iterable[Problem], changed: Delivery | None = None) -> Iterable[Problem]:
        """What was found, as much as the director wants it to matter; a delivery may be tried as it is not yet."""
        if not self._levels:
            return found
        plan = self._plan
        if changed is not None:
            plan = replace(plan, deliveries=plan.deliveries.set(changed.id, changed))
        leveled = (self._levels.of(plan, problem) for problem in found)
        return (problem for problem in leveled if problem is not None)


class LiveCheck(TrialCheck):
    """The problems of a plan, kept up to date edit by edit. Belongs to one thread at a time.

    A plan that fixes a reference date is looked at on that day, any other one on the day that is given; without a day
    nothing is near, due or over.

    Attributes:
        problems: everything found in the plan last seen.
    """

    def __init__(self, plan: Plan, today: datetime.date | None = None) -> None:
        self._begin(plan, today)

    def _begin(self, plan: Plan, today: datetime.date | None) -> None:
        """Look at all of a plan."""
        self._stand_on(plan, today)
        self._clock = today
        self._by_delivery: dict[DeliveryId, set[Problem]] = {}
        self._overall: dict[str, set[Problem]] = {}
        with without_collecting():
            self.visits = Visits(plan)
            found = clash_problems(plan, (*self._index.pairs(), *self._index.near_pairs(plan)))
            for delivery in plan.deliveries.values():
                found.update(own_problems(self.ground, delivery))
        self.problems: set[Problem] = set()
        for problem in self._at_levels(found):
            self._enter(problem)
        for part in _OVERALL:
            self._look_over(part)

    def on(self, today: datetime.date) -> None:
        """Look at the plan on another day: what is near, due or over may have changed."""
        self._clock = today
        if self._plan.season.reference_date is None and today != self.ground.today:
            self.ground = Ground(self._plan, today)
            self._look_again(self._plan.deliveries)
            for part in _OVERALL:
                self._look_over(part)

    def after(self, plan: Plan, changes: Iterable[RecordChange]) -> None:
        """Follow the plan through changes; only what they can have touched is looked at again."""
        changes = tuple(changes)
        before, season = self._plan.season, plan.season
        if (season.problem_levels, season.equipment) != (before.problem_levels, before.equipment):
            self._begin(plan, self._clock)
            return
        touched = touched_deliveries(self._plan, plan, changes)
        kinds = {change.kind for change in changes}
        if kinds & {"artists", "venues"}:
            self._index.people_and_places_changed()
        if "travels" in kinds:
            self._index.ways_changed(plan)
        was_crowded = any(map(self._index.is_crowded, touched))
        self._plan = plan
        self.ground = Ground(plan, plan.season.reference_date or self._clock)
        self._look_again(touched)
        if was_crowded or any(map(self._index.is_crowded, touched)):
            self._begin(plan, self._clock)  # who is told of in a crowd depends on all of it
            return
        for part, (concerned, _look) in _OVERALL.items():
            if kinds & concerned or any(not touched.isdisjoint(one.deliveries) for one in self._overall[part]):
                self._look_over(part)

    def _look_again(self, names: Iterable[DeliveryId]) -> None:
        names = list(names)
        for name in names:
            self._index.take_out(name)
            self.visits.take_out(name)
            self.demand.take_out(name)
            for problem in self._by_delivery.pop(name, ()):
                self._leave(problem)
        present = [self._plan.deliveries[name] for name in names if name in self._plan.deliveries]
        for delivery in present:
            self._index.put_in(self._plan, delivery)
            self.visits.put_in(self._plan, delivery)
            self.demand.put_in(self._plan, delivery)
        for delivery in present:
            self._look_at(delivery)

    def _look_at(self, delivery: Delivery) -> None:
        for other in self._index.touching(delivery.id) | self._index.near(self._plan, delivery):
            for problem in self._at_levels(clash_problems(self._plan, [(delivery.id, other)])):
                self._enter(problem)
        for problem in self._at_levels(own_problems(self.ground, delivery)):
            self._enter(problem)

    def _look_over(self, part: str) -> None:
        """Find anew what no single delivery has."""
        found = set(self._at_levels(_OVERALL[part][1](self)))
        for problem in self._overall.get(part, set()) - found:
            self._leave(problem)
        self._overall[part] = found
        for problem in found:
            self._enter(problem)

    def _enter(self, problem: Problem) -> None:
        self.problems.add(problem)
        for name in problem.deliveries:
            self._by_delivery.setdefault(name, set()).add(problem)

    def _leave(self, problem: Problem) -> None:
        self.problems.discard(problem)
        for name in problem.deliveries:
            self._by_delivery.get(name, set()).discard(problem)

    def of(self, delivery: DeliveryId) -> frozenset[Problem]:
        """The problems that speak of a delivery."""
        return frozenset(self._by_delivery.get(delivery, ()))


def check_plan(plan: Plan, today: datetime.date | None = None) -> tuple[Problem, ...]:
    """Every problem of a plan as it looks on a day, in no order."""
    return tuple(LiveCheck(plan, today).problems)


def problems_near(plan: Plan, today: datetime.date, last: datetime.date) -> tuple[Problem, ...]:
    """What is wrong with the deliveries from today to a date: part of the full check, in a fraction of its time.

    Those two days before and after are looked at beside them, as ways and nights reach from one to the next. What is
    about no delivery, about one without a date or about a date further away, only the full check tells.
    """
    first, beyond = today - _BESIDE, last + _BESIDE
    near: dict[str, Delivery] = {name: one for name, one in plan.deliveries.items() if _meets(one, first, beyond)}
    shown: set[str] = {name for name, one in near.items() if _meets(one, today, last)}
    tables: dict[str, Mapping[str, Any]] = {kind: plan.table(kind) for kind in RECORD_FIELDS}
    tables["deliveries"] = dict(near)
    ground = Ground(part := Plan.from_maps(tables), today)
    index = ClashIndex(part)
    found = clash_problems(part, (*index.pairs(), *index.near_pairs(part)))
    for name in shown:
        found.update(own_problems(ground, near[name]))
    found.update(Demand(plan).problems())
    levels = Levels(part)
    leveled = (levels.of(part, problem) for problem in found if not shown.isdisjoint(problem.deliveries))
    return tuple(problem for problem in leveled if problem is not None)


def _meets(delivery: Delivery, first: datetime.date, last: datetime.date) -> bool:
    return delivery.date is not None and delivery.date <= last and (delivery.until or delivery.date) >= first


def _areas(live: LiveCheck) -> Iterator[Problem]:
    return forgotten_areas(live.ground, live.visits)


def _events(live: LiveCheck) -> Iterator[Problem]:
    return event_filings(live.ground)


def _applications(live: LiveCheck) -> Iterator[Problem]:
    yield from out_of_order(live.plan)
    yield from wishes_wrong(live.plan, live.plan.applications)


def _council(live: LiveCheck) -> Iterator[Problem]:
    return conditions_waiting(live.ground)


def _shifts(live: LiveCheck) -> Iterator[Problem]:
    yield from staff_short(live.ground)
    yield from people_twice(live.ground)


def _setup(live: LiveCheck) -> Iterator[Problem]:
    return setup_taken(live.ground)


def _spaces(live: LiveCheck) -> Iterator[Problem]:
    yield from stays_meet(live.ground)
    yield from duties_due(live.ground)


def _equipment(live: LiveCheck) -> Iterator[Problem]:
    return live.demand.problems()


#: What no single delivery has: the kinds of record whose change can have touched it, and where it is found.
_OVERALL: Final[dict[str, tuple[frozenset[str], Callable[[LiveCheck], Iterator[Problem]]]]] = {
    "areas": (
        frozenset(("areas", "deliveries", "seasons", "venues", "sites", "organisations", "programmes")),
        _areas,
    ),
    "events": (frozenset(("events", "deliveries", "seasons", "venues", "complexes")), _events),
    "applications": (frozenset(("applications", "seasons")), _applications),
    "council": (frozenset(("decisions", "seasons")), _council),
    "shifts": (frozenset(("posts", "seasons")), _shifts),
    "setup": (frozenset(("events", "deliveries", "seasons", "venues")), _setup),
    "spaces": (frozenset(("stays", "calls", "supports", "seasons", "venues")), _spaces),
    "equipment": (frozenset(("deliveries", "programmes", "seasons", "segments")), _equipment),
}


__all__ = ["LiveCheck", "TrialCheck", "check_plan", "has_fallback", "is_outdoor", "own_problems", "touched_deliveries"]
