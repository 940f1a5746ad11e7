"""When a delivery occupies whom and what: the one answer all checks, documents and calendars share."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from director_app.domain.ids import ArtistId, SegmentId, VenueId
from director_app.domain.parts import minutes_later
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Segment
from director_app.domain.published import end_minute, lineup_of, programme_of, reached
from director_app.domain.timeline import Span, WallMinute, days_between, joined, span_on


class Booking(NamedTuple):
    """One stretch in which a delivery occupies its venue (and its line-up), set-up and strike included."""

    span: Span
    binds_artists: bool


def setup_and_strike(plan: Plan, delivery: Delivery) -> tuple[int, int]:
    """Minutes of set-up before and strike after."""
    setup, strike = delivery.setup_minutes, delivery.strike_minutes
    if setup is None or strike is None:
        programme = programme_of(plan, delivery)
        if setup is None:
            setup = programme.setup_minutes if programme else 0
        if strike is None:
            strike = programme.strike_minutes if programme else 0
    return setup, strike


def show_spans(plan: Plan, delivery: Delivery) -> list[Span]:
    """When the public can come: one span, or one for each open day of something that lasts several days.

    Empty while date or time is undecided.
    """
    day, start = delivery.date, delivery.start
    if day is not None and start is not None and delivery.until is None and not delivery.hours:
        end = delivery.end if delivery.end is not None else end_minute(plan, delivery)[0]
        return [span_on(day, start, start if end is None else end)]  # as nearly all are
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
    spans = occupied(plan, delivery)
    binds = bool(spans) and binds_artists(plan, delivery)
    return [Booking(span, binds) for span in spans]


def occupied(plan: Plan, delivery: Delivery) -> list[Span]:
    """The minutes of its bookings, in order; none is in two of them."""
    if delivery.date is None or not delivery.status.takes_place:
        return []
    spans = show_spans(plan, delivery)
    if not spans:
        return []
    if len(spans) > 1:
        spans = joined(spans)
    setup, strike = setup_and_strike(plan, delivery)
    if setup:
        spans[0] = Span(spans[0].start - setup, spans[0].end)
    if strike:
        spans[-1] = Span(spans[-1].start, spans[-1].end + strike)
    return spans


def binds_artists(plan: Plan, delivery: Delivery) -> bool:
    """Whether its artists have to be there: those of an exhibition need not."""
    if delivery.hours:
        return False
    programme = programme_of(plan, delivery)
    return programme is None or not programme.is_exhibition


def segments_with_artist(plan: Plan, delivery: Delivery) -> list[Segment]:
    """The parts of a delivery that name an artist of their own, in a stable order.

    Those of one that is only tried at another time stand as they would there.
    """
    if not plan.segments:
        return []
    names = plan.users_of_kind("deliveries", delivery.id, "segments")
    if not names:
        return []
    found = (plan.segments[SegmentId(name)] for name in names)
    own = [one for one in found if one.artist is not None and one.delivery == delivery.id]
    stored = plan.deliveries.get(delivery.id, delivery)
    if own and stored is not delivery and (by := minutes_later(plan, stored, delivery)):
        own = [one if one.start is None else one._replace(start=WallMinute(one.start + by)) for one in own]
    return sorted(own, key=_segment_order)


def _segment_order(segment: Segment) -> tuple[int, str]:
    return segment.position, segment.id


def segment_spans(plan: Plan, delivery: Delivery, segment: Segment) -> list[Span] | None:
    """When the artist of a part has to be there; None when that is as long as the line-up has to.

    A part with a time of its own asks for that time only, to the end of the delivery when it has no length; on every
    day of what lasts several days, but only on the first of an exhibition.
    """
    if segment.start is None:
        return None
    if delivery.date is None or not delivery.status.takes_place:
        return []
    end = segment.start + segment.minutes if segment.minutes is not None else end_minute(plan, delivery)[0]
    lasts = delivery.until is not None and delivery.until > delivery.date
    days = open_days(delivery) if lasts and binds_artists(plan, delivery) else [delivery.date]
    return [span_on(day, segment.start, segment.start if end is None else end) for day in days]


class Presence(NamedTuple):
    """When an act has to be there: the minutes known, and whether it is needed all through an undecided time."""

    spans: list[Span]
    is_throughout: bool


def presences(plan: Plan, delivery: Delivery, spans: list[Span] | None = None) -> dict[ArtistId, Presence]:
    """When each act of a delivery has to be there: those of the line-up, then those its parts name.

    ``spans`` are the minutes it occupies, where they are known already. Empty for what does not take place.
    """
    if not delivery.status.takes_place:
        return {}
    taken = occupied(plan, delivery) if spans is None else spans
    binds = binds_artists(plan, delivery)
    throughout = Presence(taken, is_throughout=True)
    found = {act.artist: throughout for act in lineup_of(plan, delivery)} if binds else {}
    for segment in segments_with_artist(plan, delivery):
        artist = segment.artist
        own = segment_spans(plan, delivery, segment)
        if artist is None or (own is None and not binds):
            continue
        before = found.get(artist)
        if own is None:
            own, is_throughout = taken, True
        else:
            is_throughout = before is not None and before.is_throughout
        if before is None:
            found[artist] = Presence(joined(own), is_throughout)
        elif not all(any(one.covers(span) for one in before.spans) for span in own):
            found[artist] = Presence(joined([*before.spans, *own]), is_throughout)
        elif is_throughout and not before.is_throughout:
            found[artist] = before._replace(is_throughout=True)
    return found


def shown_days(delivery: Delivery) -> list[datetime.date]:
    """Every date it stands on in the calendar; empty while undecided."""
    if delivery.date is None:
        return []
    return days_between(delivery.date, delivery.until) if delivery.until else [delivery.date]


def open_days(delivery: Delivery) -> list[datetime.date]:
    """Every date on which it asks its venue to be open: not those it keeps closed itself."""
    closed = {special.date for special in delivery.exceptions if special.opens is None}
    return [day for day in shown_days(delivery) if day not in closed]


def with_groups(plan: Plan, artist: ArtistId) -> tuple[ArtistId, ...]:
    """An artist and every group it belongs to, also through other groups."""
    return reached(artist, lambda one: sorted(map(ArtistId, plan.users_of_kind("artists", one, "artists"))))


def with_parts(plan: Plan, venue: VenueId) -> tuple[VenueId, ...]:
    """A venue and every venue that is part of it."""

    def parts(whole: VenueId) -> list[VenueId]:
        users = map(VenueId, plan.users_of_kind("venues", whole, "venues"))
        return sorted(one for one in users if plan.venues[one].part_of == whole)

    return reached(venue, parts)
