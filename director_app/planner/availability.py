"""When artists and venues cannot: stated availability, closures and opening hours."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from director_app.domain.facts import Closure
from director_app.domain.ids import AvailabilityId
from director_app.domain.people import Availability, AvailabilityValue
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.timeline import DAY, Span, date_of, minute_of, span_on, whole_day


class Unsuitable(NamedTuple):
    """The first date that does not suit, the stated reason, and whether it is impossible or only unloved."""

    day: datetime.date
    reason: str
    is_impossible: bool
    is_whole_day: bool = False


def statements_about(plan: Plan, kind: str, identity: str) -> list[Availability]:
    """What was stated about an artist or a venue, in a stable order."""
    found = sorted(plan.users_of_kind(kind, identity, "availabilities"))
    return [plan.availabilities[AvailabilityId(name)] for name in found]


def _span_of(stated: Availability, day: datetime.date) -> Span:
    starts = stated.starts if stated.starts is not None else 0
    ends = stated.ends if stated.ends is not None else DAY
    return span_on(day, starts, ends)


def _holds_on(stated: Availability, day: datetime.date) -> bool:
    if stated.date is not None:
        return stated.date == day
    if stated.valid_from is not None and day < stated.valid_from:
        return False
    if stated.valid_until is not None and day > stated.valid_until:
        return False
    return stated.weekday is None or stated.weekday == day.weekday()


def without_spans(span: Span, taken: Iterable[Span]) -> list[Span]:
    """What is left of a span when others are cut out of it."""
    left = [span]
    for cut in taken:
        pieces = []
        for piece in left:
            if not piece.overlaps(cut):
                pieces.append(piece)
                continue
            if piece.start < cut.start:
                pieces.append(Span(piece.start, cut.start))
            if cut.end < piece.end:
                pieces.append(Span(cut.end, piece.end))
        left = pieces
    return left


def stated_spans(
    statements: Sequence[Availability], day: datetime.date, value: AvailabilityValue, needed: Span | None = None
) -> list[tuple[Span, str]]:
    """The minutes of a date for which a value was stated, with the reason; dated statements overrule weekly ones.

    What was stated for a date may reach into the night after it and overrules there what holds for the next weekday.
    With `needed` only those that share a minute with it.
    """
    found: list[tuple[Span, str]] = []
    for stated in statements:
        if stated.value is not value or not _holds_on(stated, day):
            continue
        whole = _span_of(stated, day)
        if needed is not None and not whole.overlaps(needed):
            continue
        pieces = [whole]
        if stated.date is None:
            dated = (_span_of(other, other.date) for other in statements if other.date is not None)
            pieces = without_spans(whole, dated)
        found.extend((piece, stated.reason) for piece in pieces if needed is None or piece.overlaps(needed))
    return found


def when_unsuitable(statements: Sequence[Availability], spans: list[Span], whole_days: list[Span]) -> Unsuitable | None:
    """Where needed spans meet stated times that do not suit; the worst first.

    Whole days (time undecided) do not suit only when no minute of them does.
    """
    said = {stated.value for stated in statements}
    for value in (AvailabilityValue.IMPOSSIBLE, AvailabilityValue.RATHER_NOT):
        if value not in said:
            continue
        for needed in (*spans, *whole_days):
            days = _days_of(needed)
            meeting = [found for day in days for found in stated_spans(statements, day, value, needed)]
            if needed in whole_days and without_spans(needed, (span for span, _reason in meeting)):
                continue
            if meeting:
                day = date_of(max(needed.start, meeting[0][0].start))
                return Unsuitable(day, meeting[0][1], value is AvailabilityValue.IMPOSSIBLE)
    return None


def _days_of(span: Span) -> list[datetime.date]:
    first, last = span.start // DAY, (span.end - 1) // DAY
    # What was stated for the evening before may reach past midnight (22:00-26:00).
    return [datetime.date.fromordinal(number) for number in range(max(1, first - 1), last + 1)]


def venue_closed(venues: Sequence[Venue], needed: list[tuple[datetime.date, Span | None]]) -> Unsuitable | None:
    """Closed days, or minutes outside the weekly opening hours; impossible when no day of those needed is open.

    `venues` are the venue and what it is part of, from the inside out: closures of any count, hours of the first that
    has some. `needed` are dates with their minutes, None while the time is undecided.
    """
    closed = [(day, closure.reason) for day, _span in needed for closure in _closures_on(venues, day)[:1]]
    if closed:
        day, reason = closed[0]
        return Unsuitable(day, reason, is_impossible=len(closed) == len(needed), is_whole_day=True)
    venue = next((one for one in venues if one.opening_hours), None)
    if venue is None:
        return None
    shut = [(day, _is_shut(venue, day)) for day, span in needed if not _is_open(venue, day, span)]
    if not shut:
        return None
    day, all_day = next((found for found in shut if found[1]), shut[0])
    impossible = all(shut_all_day for _day, shut_all_day in shut) and not _opens_at_all(venue, needed)
    return Unsuitable(day, "", is_impossible=impossible, is_whole_day=all_day)


def opening_spans(venues: Sequence[Venue], day: datetime.date) -> list[Span] | None:
    """The minutes of a date in which a place is open: none on closed days, None when no hours are known.

    `venues` are the place and what it is part of, from the inside out.
    """
    if _closures_on(venues, day):
        return []
    venue = next((one for one in venues if one.opening_hours), None)
    return _open_spans(venue, day) if venue is not None else None


def _is_open(venue: Venue, day: datetime.date, span: Span | None) -> bool:
    if span is None:
        return bool(_open_spans(venue, day))
    return not without_spans(span, (open_span for one in _days_of(span) for open_span in _open_spans(venue, one)))


def _opens_at_all(venue: Venue, needed: list[tuple[datetime.date, Span | None]]) -> bool:
    """Whether there are hours in a single minute, or on a single day, of those needed."""
    return any(
        any(open_span.overlaps(span) for one in _days_of(span) for open_span in _open_spans(venue, one))
        if span is not None
        else bool(_open_spans(venue, day))
        for day, span in needed
    )


def _is_shut(venue: Venue, day: datetime.date) -> bool:
    """Whether there are no hours on a date, those that reach into it from the evening before included."""
    evening_before = day - datetime.timedelta(days=1)
    return not any(span.overlaps(whole_day(day)) for one in (evening_before, day) for span in _open_spans(venue, one))


def _closures_on(venues: Sequence[Venue], day: datetime.date) -> list[Closure]:
    return [closure for venue in venues for closure in venue.closures if closure.first <= day <= closure.last]


def _open_spans(venue: Venue, day: datetime.date) -> list[Span]:
    return [
        Span(minute_of(day, hours.opens), minute_of(day, hours.closes))
        for hours in venue.opening_hours
        if hours.weekday == day.weekday()
    ]
