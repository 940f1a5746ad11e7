"""Ideas for rain and heat: a free place under a roof nearby, or another day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final

from director_app.domain.edits import SetFallback
from director_app.domain.facts import Fallback, FallbackKind, FallbackState, Setting
from director_app.domain.ids import VenueId
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import area_at, area_of, fallback_venue
from director_app.domain.timeline import DAY, Span
from director_app.planner.bookings import occupied
from director_app.planner.checks import LiveCheck
from director_app.planner.fixes import Fix, FixKind, Idea, Reason
from director_app.planner.neighbours import shares_ground
from director_app.planner.problems import Problem, ProblemKind

_MOST: Final = 40
_ABOUT_PLACES: Final = (ProblemKind.VENUE_TWICE, ProblemKind.VENUE_UNAVAILABLE, ProblemKind.VENUE_CLOSED)


def _lacks(problem: Problem) -> bool:
    """Whether a place lacks room, power or floor, or must be quiet; a roof for the sky is right in rain."""
    if problem.kind is ProblemKind.NEEDS_NOT_MET:
        return any(name != "setting" for name, _asked, _given in problem.value("missing"))
    return problem.kind in (ProblemKind.OVER_CAPACITY, ProblemKind.QUIET_HOURS)


class Shelters:
    """Which places can be plan B: fit for it, not used then, not shut, and nobody else's plan B at that time."""

    def __init__(self, live: LiveCheck) -> None:
        self._live = live
        self._promised: dict[VenueId, list[tuple[str, Span]]] = {}
        self._days_read: set[int] = set()

    def is_free(self, one: Delivery, venue: VenueId) -> bool:
        """Whether a delivery could go there as it stands; an undecided time is judged by whole days."""
        spans = occupied(self._live.plan, one)
        for span in spans:
            self._read_days_around(span)
        for place, promises in self._promised.items():
            if not shares_ground(self._live.plan, venue, place):
                continue
            if any(name != one.id and promised.overlaps(span) for name, promised in promises for span in spans):
                return False
        there = self._live.would_clash(one._replace(venue=venue))
        return not any(problem.kind in _ABOUT_PLACES or _lacks(problem) for problem in there)

    def take(self, one: Delivery, venue: VenueId) -> None:
        """Remember that a place was given to a delivery."""
        for span in occupied(self._live.plan, one):
            self._promised.setdefault(venue, []).append((one.id, span))

    def _read_days_around(self, span: Span) -> None:
        """What others will do in rain on these days and the evening before."""
        plan = self._live.plan
        for number in range(span.start // DAY - 1, span.end // DAY + 1):
            if number in self._days_read:
                continue
            self._days_read.add(number)
            for name in plan.on_day(datetime.date.fromordinal(number)):
                other = plan.deliveries[name]
                venue = fallback_venue(plan, other)
                if venue is not None:
                    self.take(other, venue)


def indoors(plan: Plan, one: Delivery, shelters: Shelters) -> Iterator[Idea]:
    """Free places under a roof, of the same area before others, large enough."""
    area = area_of(plan, one)
    here = plan.venues.get(one.venue) if one.venue is not None else None
    found = sorted(
        (
            _distance(plan, venue, here, is_near=area is not None and area_at(plan, venue.id) == area),
            venue.name,
            venue.id,
        )
        for venue in plan.venues.values()
        if venue.setting is Setting.INDOOR and not _is_too_small(venue, one)
    )
    for cost, _name, venue_id in found[:_MOST]:
        if not shelters.is_free(one, venue_id):
            continue
        own = one.fallback if one.fallback is not None else Fallback()
        plan_b = own._replace(kind=FallbackKind.INDOORS, venue=venue_id, state=FallbackState.NONE)
        reasons = (Reason.SAME_AREA,) if cost < _FAR else ()
        yield Idea(
            1 + cost, Fix(FixKind.INDOORS, one.id, SetFallback((one.id,), plan_b), reasons, (("venue", venue_id),))
        )


_FAR: Final = 6


def _distance(plan: Plan, venue: Venue, here: Venue | None, *, is_near: bool) -> int:
    same_host = here is not None and here.host is not None and venue.host == here.host
    is_used = bool(plan.users_of_kind("venues", venue.id, "deliveries"))
    return (0 if is_near else _FAR) + (0 if same_host else 2) + (0 if is_used else 1)


def _is_too_small(venue: Venue, one: Delivery) -> bool:
    seats = venue.seats or venue.standing
    return seats is not None and one.expected_heads is not None and seats < one.expected_heads


def postponed(one: Delivery) -> Idea:
    """In rain or heat on another day."""
    own = one.fallback if one.fallback is not None else Fallback()
    plan_b = own._replace(kind=FallbackKind.POSTPONE, venue=None, state=FallbackState.NONE)
    return Idea(12, Fix(FixKind.POSTPONE, one.id, SetFallback((one.id,), plan_b)))
