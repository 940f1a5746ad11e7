"""When a delivery occupies whom and what: the one answer all checks, documents and calendars share."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from director_app.domain.facts import Act
from director_app.domain.ids import ArtistId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme
from director_app.domain.timeline import Span, days_between, joined, span_on


class Booking(NamedTuple):
    """One stretch in which a delivery occupies its venue (and its artists), set-up and strike included."""

    span: Span
    binds_artists: bool


def programme_of(plan: Plan, delivery: Delivery) -> Programme | None:
    """The programme of a delivery, None while undecided."""
    return plan.programmes.get(delivery.programme) if delivery.programme else None


def lineup_of(plan: Plan, delivery: Delivery) -> tuple[Act, ...]:
    """Who plays: the delivery's own line-up, else its programme's."""
    if delivery.lineup is not None:
        return delivery.lineup
    programme = programme_of(plan, delivery)
    return programme.lineup if programme else ()


def end_minute(plan: Plan, delivery: Delivery) -> tuple[int | None, bool]:
    """When it ends (a wall minute of its date), and whether that is assumed from the programme's running time."""
    if delivery.end is not None or delivery.start is None:
        return delivery.end, False
    programme = programme_of(plan, delivery)
    if programme is None or not programme.running_minutes:
        return None, False
    return delivery.start + programme.running_minutes, True


def setup_and_strike(plan: Plan, delivery: Delivery) -> tuple[int, int]:
    """Minutes of set-up before and strike after."""
    programme = programme_of(plan, delivery)
    setup = (
        delivery.setup_minutes if delivery.setup_minutes is not None else (programme.setup_minutes if programme else 0)
    )
    strike = (
        delivery.strike_minutes
        if delivery.strike_minutes is not None
        else (programme.strike_minutes if programme else 0)
    )
    return setup, strike


def show_spans(plan: Plan, delivery: Delivery) -> list[Span]:
    """When the public can come: one span, or one for each open day of something that lasts several days.

    Empty while date or time is undecided.
    """
    return [span for _day, span in spans_by_day(plan, delivery)]


def spans_by_day(plan: Plan, delivery: Delivery) -> list[tuple[datetime.date, Span]]:
    """The same, each with the date it is printed under: 25:30 belongs to the evening before."""
    if delivery.date is None:
        return []
    end, _assumed = end_minute(plan, delivery)
    if (delivery.until is not None and delivery.until > delivery.date) or delivery.hours:
        return [
            (day, span) for day, opens, closes in _daily_hours(delivery, end) for span in [span_on(day, opens, closes)]
        ]
    if delivery.start is None:
        return []
    return [(delivery.date, span_on(delivery.date, delivery.start, delivery.start if end is None else end))]


def _daily_hours(delivery: Delivery, end: int | None) -> Iterator[tuple[datetime.date, int, int]]:
    if delivery.date is None:
        return
    exceptions = {special.date: special for special in delivery.exceptions}
    for day in days_between(delivery.date, delivery.until or delivery.date):
        if day in exceptions:
            special = exceptions[day]
            if special.opens is not None and special.closes is not None:
                yield day, special.opens, special.closes
        elif delivery.hours:
            for hours in delivery.hours:
                if hours.weekday == day.weekday():
                    yield day, hours.opens, hours.closes
        elif delivery.start is not None:
            yield day, delivery.start, delivery.start if end is None else end


def bookings_of(plan: Plan, delivery: Delivery) -> list[Booking]:
    """What a delivery occupies; nothing when it does not take place or its time is undecided.

    Set-up lies before the first span, strike after the last. An exhibition binds its place, not its artists.
    """
    if not delivery.status.takes_place:
        return []
    spans = show_spans(plan, delivery)
    if not spans:
        return []
    if len(spans) > 1:
        spans = joined(spans)
    setup, strike = setup_and_strike(plan, delivery)
    binds = binds_artists(plan, delivery)
    spans[0] = Span(spans[0].start - setup, spans[0].end)
    spans[-1] = Span(spans[-1].start, spans[-1].end + strike)
    return [Booking(span, binds) for span in spans]


def binds_artists(plan: Plan, delivery: Delivery) -> bool:
    """Whether its artists have to be there: those of an exhibition need not."""
    programme = programme_of(plan, delivery)
    return not (delivery.hours or (programme is not None and programme.is_exhibition))


def shown_days(delivery: Delivery) -> list[datetime.date]:
    """Every date it stands on in the calendar; empty while undecided."""
    if delivery.date is None:
        return []
    return days_between(delivery.date, delivery.until) if delivery.until else [delivery.date]


def open_days(delivery: Delivery) -> list[datetime.date]:
    """Every date on which it asks its venue to be open: not those it keeps closed itself."""
    closed = {special.date for special in delivery.exceptions if special.opens is None}
    return [day for day in shown_days(delivery) if day not in closed]


def with_members(plan: Plan, artist: ArtistId) -> tuple[ArtistId, ...]:
    """An artist and, for a group, all its members, groups within groups included."""
    found: dict[ArtistId, None] = {}
    waiting = [artist]
    while waiting:
        one = waiting.pop()
        if one in found or one not in plan.artists:
            continue
        found[one] = None
        waiting.extend(reversed(plan.artists[one].members))
    return tuple(found)


def with_parts(plan: Plan, venue: VenueId) -> tuple[VenueId, ...]:
    """A venue and every venue that is part of it."""
    found: dict[VenueId, None] = {}
    waiting = [venue]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found[one] = None
            users = sorted(plan.users_of_kind("venues", one, "venues"))
            waiting.extend(VenueId(part) for part in users if plan.venues[VenueId(part)].part_of == one)
    return tuple(found)


def wholes_of(plan: Plan, venue: VenueId) -> tuple[VenueId, ...]:
    """A venue and every venue it is part of, from the inside out."""
    found: dict[VenueId, None] = {}
    one: VenueId | None = venue
    while one is not None and one not in found and one in plan.venues:
        found[one] = None
        one = plan.venues[one].part_of
    return tuple(found)
