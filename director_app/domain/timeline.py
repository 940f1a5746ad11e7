"""Spans, wall times and programme days: the only place where times are added and subtracted.

A wall minute counts whole minutes from 00:00 of a date in the plan's zone and may pass 24:00 (25:30 is half past one in
the night that still belongs to the date). All spans are half-open: 10-11 and 11-12 do not overlap.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple, NewType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

WallMinute = NewType("WallMinute", int)

DAY: Final = 1440
#: A programme day ends at 05:00 of the next date.
DAY_ENDS: Final = 5 * 60
#: Latest wall minute that a fact may name: 48:00.
LATEST: Final = 2 * DAY

#: Names under which computers keep what is no zone of the world, or another one on each computer.
_NO_ZONES: Final = ("localtime", "posixrules", "Factory", "posix/", "right/")


@lru_cache(maxsize=64)
def known_zone(name: str) -> ZoneInfo | None:
    """The time zone of that name in the IANA database, None when there is no such zone."""
    try:
        return None if name.startswith(_NO_ZONES) else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


class Span(NamedTuple):
    """Half-open stretch of absolute wall minutes (date ordinal x 1440 + minute)."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether both share at least one minute."""
        return self.start < other.end and other.start < self.end

    def shared_minutes(self, other: Span) -> int:
        """How many minutes both share; 0 when they do not overlap."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


def minute_of(day: date, minute: int) -> int:
    """The absolute wall minute of a minute of a date."""
    return day.toordinal() * DAY + minute


def date_of(absolute: int) -> date:
    """The date an absolute wall minute lies in."""
    return date.fromordinal(absolute // DAY)


def span_on(day: date, start: int, end: int) -> Span:
    """The span of two wall minutes of one date; an instant occupies its one minute."""
    midnight = day.toordinal() * DAY
    return Span(midnight + start, midnight + (end if end > start else start + 1))


def whole_day(day: date) -> Span:
    """The 24 hours of a date."""
    return Span(minute_of(day, 0), minute_of(day, DAY))


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same minutes as spans in order that share none."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def programme_day(day: date, start: int | None) -> date:
    """The programme day a start belongs to: what begins before 05:00 belongs to the evening before."""
    if start is None:
        return day
    return date_of(minute_of(day, start) - DAY_ENDS)


def parse_clock(text: str) -> WallMinute:
    """Read "HH:MM" (hours may pass 24).

    Raises:
        ValueError: when the text is not such a time.
    """
    hours, colon, minutes = text.partition(":")
    digits = hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit() and len(minutes) == 2
    if not colon or not digits or int(minutes) > 59:
        raise ValueError(text)
    value = int(hours) * 60 + int(minutes)
    if value > LATEST:
        raise ValueError(text)
    return WallMinute(value)


def clock_text(minute: int) -> str:
    """Write a wall minute as "HH:MM"; 25:30 stays 25:30."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def days_between(first: date, last: date) -> list[date]:
    """Every date from first to last, both included."""
    return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]


def month_text(day: date) -> str:
    """The month of a date as "2025-10"."""
    return f"{day.year:04d}-{day.month:02d}"
