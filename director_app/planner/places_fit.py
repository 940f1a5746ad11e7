"""Whether a place is fit for what comes to it: room, power, quiet hours, gate passes, and the place for rain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from director_app.domain.facts import FallbackKind, FallbackState, Needs, Setting
from director_app.domain.ids import OrganisationId
from director_app.domain.places import Venue
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import plan_b_of, programme_of
from director_app.domain.timeline import DAY, Span
from director_app.planner.bookings import binds_artists, occupied, show_spans
from director_app.planner.ground import Ground
from director_app.planner.problems import Level, Problem, ProblemKind, found_in
from director_app.planner.rain import shelter_of
from director_app.planner.suiting import closed_venue, venue_unavailable

#: Over more minutes people come and go: those expected are not there at once.
_ALL_AT_ONCE: Final = 180
#: Days before the last day for gate passes from which they are spoken of, and from which it presses.
PASSES_SHOWN: Final = 3
PASSES_PRESS: Final = 1
#: Days from which on a place for rain should be ours: the posters are printed.
FALLBACK_PRESSES: Final = 14
#: Words that a noise zone with houses is called by (소음진동관리법 시행규칙 annex 8 is stricter there, 22:00-05:00).
_WITH_HOUSES: Final = ("주거", "residential")
_NIGHT: Final = ((22 * 60, DAY + 5 * 60), (-2 * 60, 5 * 60))


def capacity_of(venue: Venue) -> int | None:
    """How many people a place holds, seated or standing; None when nobody said."""
    known = [heads for heads in (venue.seats, venue.standing) if heads]
    return max(known, default=None)


def over_capacity(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """More people expected than the place holds at once: what fire safety allows is the number the host gave."""
    venue = ground.plan.venues.get(delivery.venue) if delivery.venue else None
    capacity = capacity_of(venue) if venue is not None and delivery.expected_heads else None
    if capacity is None or delivery.expected_heads is None or delivery.expected_heads <= capacity:
        return
    if not binds_artists(ground.plan, delivery) or (delivery.until and delivery.until != delivery.date):
        return
    if any(span.end - span.start > _ALL_AT_ONCE for span in show_spans(ground.plan, delivery)):
        return
    heads, about = delivery.expected_heads, ("venues", str(delivery.venue))
    yield found_in(ProblemKind.OVER_CAPACITY, delivery, about, heads=heads, capacity=capacity)


def needs_not_met(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """Power, floor or a roof that the programme asks for and the place is known not to have."""
    programme = programme_of(ground.plan, delivery)
    venue = ground.plan.venues.get(delivery.venue) if delivery.venue else None
    if programme is None or venue is None:
        return
    needs = programme.needs
    missing = _too_little(needs, venue)
    settings = {needs.setting, venue.setting}
    if settings == {Setting.INDOOR, Setting.OUTDOOR}:
        missing.append(("setting", needs.setting, venue.setting))
    if missing:
        yield found_in(ProblemKind.NEEDS_NOT_MET, delivery, ("venues", venue.id), missing=tuple(missing))


def _too_little(needs: Needs, venue: Venue) -> list[tuple[str, Any, Any]]:
    """What a place is known to have less of than is asked for: its name, what is asked, what is there."""
    amounts = (("power", needs.power_kw, venue.power_kw), ("floor", needs.floor_area, venue.floor_area))
    return [
        (name, asked, given)
        for name, asked, given in amounts
        if asked is not None and given is not None and given < asked
    ]


def quiet_hours(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """Set-up to strike meets the quiet hours the host has named; outdoors near houses, the night of the noise rules.

    Inside an industrial complex the rules for loudspeakers hold only in its zones with houses, so that the second is
    a reminder, never a verdict.
    """
    venues = ground.wholes(delivery.venue)
    is_outdoor = bool(venues) and venues[0].setting is Setting.OUTDOOR
    near_houses = is_outdoor and any(word in venues[0].zone.lower() for word in _WITH_HOUSES)
    if not near_houses and not any(venue.quiet_hours for venue in venues):
        return
    spans = occupied(ground.plan, delivery)
    named = [hours for venue in venues for hours in venue.quiet_hours]
    about = ("venues", str(delivery.venue))
    if any(span.overlaps(quiet) for span in spans for quiet in _weekly(named, span)):
        yield found_in(ProblemKind.QUIET_HOURS, delivery, about, by_law=False)
    elif near_houses and any(
        span.overlaps(span_on_day(number, *night)) for span in spans for number in _days(span) for night in _NIGHT
    ):
        yield found_in(ProblemKind.QUIET_HOURS, delivery, about, level=Level.NOTE, by_law=True)


def span_on_day(ordinal: int, start: int, end: int) -> Span:
    """Minutes of a date given by its ordinal."""
    return Span(ordinal * DAY + start, ordinal * DAY + end)


def _days(span: Span) -> range:
    return range(span.start // DAY - 1, (span.end - 1) // DAY + 1)


def _weekly(hours: list[Any], span: Span) -> Iterator[Span]:
    for number in _days(span):
        for one in hours:
            # Ordinal 1, the first of January of year 1, was a Monday.
            if one.weekday == (number - 1) % 7:
                yield span_on_day(number, one.opens, one.closes if one.closes > one.opens else one.closes + DAY)


def passes_due(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """The last day to ask for gate passes is near or over: a missed one costs the visit. Over, it is a note.

    The place for rain is asked as well, unless both have one host, who is asked once. Whether they were asked for is
    nowhere written down: accepting says so.
    """
    days = ground.days_to(delivery.date)
    if days is None or delivery.status is Status.IDEA:
        return
    hosts: set[OrganisationId] = set()
    for place in (delivery.venue, shelter_of(ground.plan, delivery)):
        venue = ground.plan.venues.get(place) if place is not None else None
        if venue is None or venue.access.pass_days is None or venue.host in hosts:
            continue
        if venue.host is not None:
            hosts.add(venue.host)
        left = days - venue.access.pass_days
        if left <= PASSES_SHOWN:
            level = None if 0 <= left <= PASSES_PRESS else Level.NOTE
            yield found_in(ProblemKind.PASSES_DUE, delivery, ("venues", venue.id), level=level, days=left)


def fallback_open(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """The place for rain is named but not secured; it presses when the print goes out."""
    plan = ground.plan
    plan_b = plan_b_of(plan, delivery.fallback, delivery.event, delivery.venue)
    if plan_b is None or plan_b.kind is not FallbackKind.INDOORS or plan_b.venue is None:
        return
    if plan_b.state is FallbackState.SECURED or delivery.status is Status.IDEA or plan_b.venue == delivery.venue:
        return
    days = ground.days_to(delivery.date)
    level = None if days is not None and days <= FALLBACK_PRESSES else Level.NOTE
    asked = plan_b.state is FallbackState.ASKED
    yield found_in(ProblemKind.FALLBACK_OPEN, delivery, ("venues", plan_b.venue), level=level, asked=asked)


def fallback_unfit(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """The place for rain holds too few, lacks power or floor, or must be quiet then: plan B is a second schedule.

    A roof where the sky was asked for is no fault of a place for rain.
    """
    plan = ground.plan
    place = shelter_of(plan, delivery)
    venue = plan.venues.get(place) if place is not None else None
    if venue is None:
        return
    programme = programme_of(plan, delivery)
    there = delivery._replace(venue=venue.id)
    missing = tuple(_too_little(programme.needs, venue)) if programme is not None else ()
    crowd = next(over_capacity(ground, there), None)
    quiet = any(not problem.value("by_law") for problem in quiet_hours(ground, there))
    if missing or crowd is not None or quiet:
        heads, room = (crowd.value("heads"), crowd.value("capacity")) if crowd is not None else (None, None)
        about = ("venues", venue.id)
        more: dict[str, Any] = {"quiet": True} if quiet else {}
        yield found_in(ProblemKind.FALLBACK_UNFIT, delivery, about, heads=heads, capacity=room, missing=missing, **more)


def fallback_closed(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """The place for rain is shut or not to be had at that time: plan B is looked at like plan A."""
    plan = ground.plan
    place = shelter_of(plan, delivery)
    if place is None or place not in plan.venues:
        return
    there = delivery._replace(venue=place)
    for check in (closed_venue, venue_unavailable):
        for problem in check(ground, there):
            reason = problem.value("reason")
            day = problem.value("day")
            yield found_in(ProblemKind.FALLBACK_CLOSED, delivery, ("venues", place), day=day, reason=reason)
            return
