"""What all schedule grids share: rectangles, lanes and the calendar of weeks. Pure numbers, no Qt.

All lengths are logical pixels at 100 % text size.
"""

from __future__ import annotations

import heapq
from calendar import monthrange
from collections.abc import Hashable, Iterable, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

LINE: Final = 20
"""Height of an item of one line."""
TWO_LINES: Final = 36
"""Height of an item with its place on a second line."""
GAP: Final = 2
"""Between items one above the other."""
WEEK: Final = 7


class Rect(NamedTuple):
    """A rectangle; right and bottom lie outside it."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """First column to the right of it."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """First row below it."""
        return self.y + self.h

    def contains(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def moved(self, dx: int, dy: int) -> Rect:
        """The same rectangle elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)


def overlap(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share a point."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


class Interval(NamedTuple):
    """A stretch with a name, to be laid beside others: half-open, in any unit."""

    key: Hashable
    start: int
    end: int


def lanes(intervals: Iterable[Interval]) -> dict[Hashable, int]:
    """The first free lane for each interval, in the order given; those in one lane never overlap.

    The order given must not fall in its starts (sort by start first), which keeps this at n log n.
    """
    free: list[int] = []
    busy: list[tuple[int, int]] = []
    highest = 0
    found: dict[Hashable, int] = {}
    for key, start, end in intervals:
        while busy and busy[0][0] <= start:
            heapq.heappush(free, heapq.heappop(busy)[1])
        if free:
            lane = heapq.heappop(free)
        else:
            lane = highest
            highest += 1
        found[key] = lane
        heapq.heappush(busy, (max(end, start + 1), lane))
    return found


class Beside(NamedTuple):
    """Where an interval stands among those it overlaps: columns ``first`` to ``last`` (outside) of ``of``."""

    first: int
    last: int
    of: int


def side_by_side(intervals: Sequence[Interval]) -> dict[Hashable, Beside]:
    """Columns for intervals that overlap; each group of connected ones shares its width, the last may grow wider."""
    ordered = sorted(intervals, key=_by_start)
    found: dict[Hashable, Beside] = {}
    group: list[Interval] = []
    group_end = 0
    for interval in ordered:
        if group and interval.start >= group_end:
            _spread(group, found)
            group = []
        group_end = max(group_end, interval.end) if group else interval.end
        group.append(interval)
    _spread(group, found)
    return found


def _by_start(interval: Interval) -> tuple[int, int]:
    return interval.start, -interval.end


def _spread(group: list[Interval], found: dict[Hashable, Beside]) -> None:
    if not group:
        return
    placed = lanes(group)
    count = max(placed.values()) + 1
    if count == 1 or len(group) > 60:  # nobody sees a gap used in such a crowd
        for interval in group:
            found[interval.key] = Beside(placed[interval.key], placed[interval.key] + 1, count)
        return
    for interval in group:
        lane = placed[interval.key]
        last = lane + 1
        while last < count and not any(
            placed[other.key] == last and other.start < interval.end and interval.start < other.end for other in group
        ):
            last += 1
        found[interval.key] = Beside(lane, last, count)


# -- weeks --------------------------------------------------------------------------------------------------


def week_start(day: date, *, sunday_first: bool = False) -> date:
    """The first day of the week a day lies in."""
    offset = (day.weekday() + 1) % WEEK if sunday_first else day.weekday()
    return day - timedelta(days=offset)


def week_of(day: date, *, sunday_first: bool = False) -> tuple[date, ...]:
    """The seven days of the week a day lies in."""
    first = week_start(day, sunday_first=sunday_first)
    return tuple(first + timedelta(days=offset) for offset in range(WEEK))


def weeks_of_month(year: int, month: int, *, sunday_first: bool = False) -> tuple[tuple[date, ...], ...]:
    """The four to six weeks that hold a month, neighbouring days included."""
    first = week_start(date(year, month, 1), sunday_first=sunday_first)
    last = date(year, month, monthrange(year, month)[1])
    weeks = []
    while first <= last:
        weeks.append(week_of(first, sunday_first=sunday_first))
        first += timedelta(days=WEEK)
    return tuple(weeks)


def month_after(day: date, months: int) -> date:
    """The same day so many months later (or earlier), the last of the month when it has fewer days."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def edges(start: int, length: int, count: int) -> tuple[int, ...]:
    """Where ``count`` equal parts of a length begin and end, in whole pixels without gaps: count + 1 numbers."""
    return tuple(start + length * position // count for position in range(count + 1))
