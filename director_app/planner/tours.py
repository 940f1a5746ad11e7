"""Tours along a route: when each stop is reached, and whether it is open, agreed and large enough then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from director_app.domain.facts import ConfirmationState
from director_app.domain.ids import StopId, VenueId
from director_app.domain.lights import WorkKind
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.timeline import span_on
from director_app.domain.tours import Route, Stop
from director_app.planner.availability import venue_closed
from director_app.planner.ground import Ground
from director_app.planner.light import light_of
from director_app.planner.problems import Level, Problem, ProblemKind, found_in

#: Days before a tour from which on a missing consent or safety talk presses.
_PRESSES: Final = 7
#: Works that are nothing to look at without their light.
_SHINING: Final = frozenset({WorkKind.MEDIA_ART, WorkKind.PROJECTION, WorkKind.LIGHTING})


class Leg(NamedTuple):
    """One stop of a tour: when it is reached and left, in minutes of the date, or from 0 without a beginning."""

    stop: Stop
    arrives: int
    leaves: int


def stops_of(plan: Plan, route: Route) -> list[Stop]:
    """The stops of a route in their order."""
    found = [plan.stops[StopId(one)] for one in plan.users_of_kind("routes", route.id, "stops")]
    return sorted(found, key=lambda one: (one.position, one.title, one.id))


def legs(plan: Plan, route: Route, start: int = 0) -> list[Leg]:
    """When each stop is reached and left on a tour that begins at `start`."""
    found, minute = [], start
    for stop in stops_of(plan, route):
        minute += stop.walk_minutes + stop.bus_minutes
        found.append(Leg(stop, minute, minute + stop.minutes))
        minute += stop.minutes
    return found


def minutes_of(plan: Plan, route: Route) -> int:
    """How long a tour takes, ways included."""
    return max((leg.leaves for leg in legs(plan, route)), default=0)


def route_of(plan: Plan, delivery: Delivery) -> Route | None:
    """The route along which a delivery leads; None when it is no tour."""
    if delivery.programme is None:
        return None
    found = [one for one in plan.routes.values() if one.programme == delivery.programme]
    return min(found, key=lambda one: one.id, default=None)


def tour_dates(plan: Plan, route: Route) -> list[Delivery]:
    """The dated tours along a route, by date and time."""
    found = [one for one in plan.deliveries.values() if one.date is not None and route_of(plan, one) == route]
    live = [one for one in found if one.status.takes_place and one.status is not Status.IDEA]
    return sorted(live, key=lambda one: (one.date, -1 if one.start is None else one.start, one.number))


def tour_stops(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """Closed stops, hosts that have not agreed, and more people than the route takes."""
    plan = ground.plan
    route = route_of(plan, delivery) if plan.routes else None
    if route is None:
        return
    if route.places is not None and (delivery.expected_heads or 0) > route.places:
        heads, places = delivery.expected_heads, route.places
        yield found_in(ProblemKind.TOUR_OVER_PLACES, delivery, ("routes", route.id), heads=heads, places=places)
    takes = minutes_of(plan, route)
    if delivery.start is not None and delivery.end is not None and delivery.end - delivery.start < takes:
        has = delivery.end - delivery.start
        yield found_in(ProblemKind.TOO_SHORT, delivery, ("routes", route.id), have=has, need=takes)
    for leg in legs(plan, route, delivery.start or 0):
        yield from _closed(ground, delivery, leg)
        yield from _not_lit(plan, delivery, leg)
    yield from _not_agreed(ground, delivery, route)


def _closed(ground: Ground, delivery: Delivery, leg: Leg) -> Iterator[Problem]:
    venue = leg.stop.venue
    if venue is None or delivery.date is None:
        return
    span = span_on(delivery.date, leg.arrives, leg.leaves) if delivery.start is not None else None
    closed = venue_closed(ground.wholes(venue), [(delivery.date, span)])
    if closed is not None:
        data = {"arrives": leg.arrives if delivery.start is not None else None, "reason": closed.reason}
        level = None if closed.is_impossible else Level.NOTE
        yield found_in(ProblemKind.TOUR_STOP_CLOSED, delivery, ("venues", VenueId(venue)), level=level, **data)


def _not_lit(plan: Plan, delivery: Delivery, leg: Leg) -> Iterator[Problem]:
    """A work of light that is dark when the tour stands before it."""
    work = plan.works.get(leg.stop.work) if leg.stop.work else None
    if work is None or work.kind not in _SHINING or delivery.date is None or not (work.rules or work.exceptions):
        return
    lit = light_of(plan, work, delivery.date)
    shines = lit.dark is None and (
        delivery.start is None
        or ((lit.on is None or leg.leaves > lit.on) and (lit.off is None or leg.arrives < lit.off))
    )
    if not shines:
        data = {"arrives": leg.arrives if delivery.start is not None else None, "on": lit.on, "off": lit.off}
        about = ("works", work.id)
        yield found_in(ProblemKind.TOUR_STOP_CLOSED, delivery, about, level=Level.NOTE, **data)


def _not_agreed(ground: Ground, delivery: Delivery, route: Route) -> Iterator[Problem]:
    """Hosts whose consent, or whose safety talk, is still open."""
    waiting = tuple(
        (stop.id, "consent" if stop.consent is not ConfirmationState.AGREED else "talk")
        for stop in stops_of(ground.plan, route)
        if stop.organisation is not None
        and (stop.consent is not ConfirmationState.AGREED or (stop.safety_talk and not stop.is_talk_agreed))
    )
    if waiting:
        days = ground.days_to(delivery.date)
        level = None if days is not None and days <= _PRESSES else Level.NOTE
        yield found_in(ProblemKind.TOUR_NOT_AGREED, delivery, level=level, open=waiting)
