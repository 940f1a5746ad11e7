"""Where everything of a week stands: an axis of hours with folded ends, columns side by side, the band above.

Pure. Minutes count from 00:00 of the column's day and may pass 1440: a night item stays in the evening it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from director_app.domain.timeline import DAY_ENDS, date_of, minute_of
from director_app.ui.schedule.geometry import GAP, LINE, Interval, Rect, edges, lanes, side_by_side

HEAD: Final = 44
"""Height of the row of dates."""
GUTTER: Final = 52
"""Width of the hours at the left."""
FOLD: Final = 16
BAND_PITCH: Final = LINE + GAP
BAND_PAD: Final = 3
BAND_MOST: Final = 6
HOUR: Final = 44
HOUR_LEAST: Final = 24
HOUR_MOST: Final = 120
EARLIEST: Final = DAY_ENDS // 60
LATEST: Final = EARLIEST + 24
USUAL_HOURS: Final = (9, 19)
"""Shown when nothing of the week has a time."""
SHOWN_MINUTES: Final = 30
"""An instant is drawn as long as this."""
LOWEST_BLOCK: Final = 18
INSET: Final = 3


class TimedEntry(NamedTuple):
    """What is to be placed. Without a start, or over several days, it stands in the band above."""

    key: str
    first: date
    last: date
    start: int | None = None
    end: int | None = None


class Block(NamedTuple):
    """One piece of an entry in the week."""

    key: str
    rect: Rect
    day: date
    in_band: bool = False
    comes_from_before: bool = False
    goes_on: bool = False


class BandMore(NamedTuple):
    """That ``hidden`` entries of a day found no room in the band."""

    day: date
    rect: Rect
    hidden: int


@dataclass(frozen=True, slots=True)
class Axis:
    """Hours from ``first`` to ``last`` at ``hour`` pixels each; what lies before and after is folded."""

    first: int
    last: int
    hour: int = HOUR

    @property
    def has_fold_above(self) -> bool:
        """Whether hours before the first are folded away."""
        return self.first > EARLIEST

    @property
    def has_fold_below(self) -> bool:
        """Whether hours after the last are folded away."""
        return self.last < LATEST

    @property
    def top(self) -> int:
        """Where the first hour begins."""
        return FOLD if self.has_fold_above else 0

    @property
    def bottom(self) -> int:
        """Where the last hour ends."""
        return self.top + (self.last - self.first) * self.hour

    @property
    def height(self) -> int:
        """Folds included."""
        return self.bottom + (FOLD if self.has_fold_below else 0)

    def y_of(self, minute: float) -> int:
        """Where a minute stands; what is folded away stands inside its fold."""
        offset = self.top + (minute - self.first * 60) * self.hour / 60
        return round(min(max(offset, self.top - FOLD / 2 if self.has_fold_above else 0), self.height))

    def minute_at(self, y: float, step: int = 1) -> int:
        """The minute at a height, to the nearest multiple of ``step``."""
        minute = self.first * 60 + (y - self.top) * 60 / self.hour
        minute = min(max(minute, self.first * 60), self.last * 60)
        return round(minute / step) * step


def axis_for(entries: Iterable[TimedEntry], hour: int = HOUR, *, unfolded: bool = False) -> Axis:
    """The hours from the first to the last item, one more at both ends."""
    timed = [(start, end) for start, end in map(_shown_span, entries) if start is not None and end is not None]
    if unfolded:
        return Axis(EARLIEST, LATEST, hour)
    if not timed:
        return Axis(*USUAL_HOURS, hour)
    first = min(start for start, _end in timed) // 60 - 1
    last = -(-max(end for _start, end in timed) // 60) + 1
    return Axis(max(EARLIEST, first), min(LATEST, max(last, first + 6)), hour)


def _shown_span(entry: TimedEntry) -> tuple[int | None, int | None]:
    if entry.start is None or entry.last > entry.first:
        return None, None
    end = entry.end if entry.end is not None and entry.end > entry.start else entry.start + SHOWN_MINUTES
    shift = 1440 if entry.start < DAY_ENDS else 0
    return entry.start + shift, end + shift


def column_day(entry: TimedEntry) -> date:
    """The programme day an entry is drawn in: before 05:00 belongs to the evening before."""
    if entry.start is None or entry.start >= DAY_ENDS:
        return entry.first
    return date_of(minute_of(entry.first, entry.start) - DAY_ENDS)


@dataclass(frozen=True, slots=True)
class WeekLayout:
    """A week laid out. Blocks of the band count y from the top of the band, others from the top of the axis."""

    width: int
    days: tuple[date, ...]
    columns: tuple[int, ...]
    axis: Axis
    band_height: int
    blocks: tuple[Block, ...]
    more: tuple[BandMore, ...] = ()

    def column_at(self, x: float) -> int:
        """The column under a point, the nearest one outside."""
        inside = [position for position in range(len(self.days)) if self.columns[position] <= x]
        return min(inside[-1], len(self.days) - 1) if inside else 0

    def day_at(self, x: float) -> date:
        """The day under a point."""
        return self.days[self.column_at(x)]

    def block_at(self, x: float, y: float, *, in_band: bool) -> Block | None:
        """The item under a point of the band or of the hours."""
        return next(
            (one for one in reversed(self.blocks) if one.in_band == in_band and one.rect.contains(x, y)),
            None,
        )

    def pieces_of(self, key: str) -> list[Block]:
        """All pieces of an entry."""
        return [one for one in self.blocks if one.key == key]


def layout_week(days: Sequence[date], entries: Sequence[TimedEntry], width: int, axis: Axis) -> WeekLayout:
    """Lay out the seven days of a week."""
    columns = edges(GUTTER, width - GUTTER, len(days))
    blocks: list[Block] = []
    more: list[BandMore] = []
    above = [entry for entry in entries if entry.start is None or entry.last > entry.first]
    height = _lay_band(days, above, columns, blocks, more)
    by_day: dict[date, list[TimedEntry]] = {}
    for entry in entries:
        if entry.start is not None and entry.last == entry.first:
            by_day.setdefault(column_day(entry), []).append(entry)
    for position, day in enumerate(days):
        _lay_column(day, by_day.get(day, ()), columns[position], columns[position + 1], axis, blocks)
    return WeekLayout(width, tuple(days), columns, axis, height, tuple(blocks), tuple(more))


def _lay_band(
    days: Sequence[date],
    entries: Sequence[TimedEntry],
    columns: Sequence[int],
    blocks: list[Block],
    more: list[BandMore],
) -> int:
    first, last = days[0], days[-1]
    here = [entry for entry in entries if entry.first <= last and entry.last >= first]
    here.sort(key=lambda entry: (max(entry.first, first), -min(entry.last, last).toordinal()))
    lane_of = lanes(
        Interval(entry.key, max(entry.first, first).toordinal(), min(entry.last, last).toordinal() + 1)
        for entry in here
    )
    hidden = [0] * len(days)
    highest = 0
    for entry in here:
        begins, ends = (max(entry.first, first) - first).days, (min(entry.last, last) - first).days
        lane = lane_of[entry.key]
        if lane >= BAND_MOST:
            for column in range(begins, ends + 1):
                hidden[column] += 1
            continue
        highest = max(highest, lane + 1)
        before, after = entry.first < first, entry.last > last
        left = columns[begins] + (0 if before else INSET)
        right = columns[ends + 1] - (0 if after else INSET)
        rect = Rect(left, BAND_PAD + lane * BAND_PITCH, right - left, LINE)
        blocks.append(Block(entry.key, rect, days[begins], True, before, after))
    rows = highest + (1 if any(hidden) else 0)
    for column, count in enumerate(hidden):
        if count:
            left, right = columns[column] + INSET, columns[column + 1] - INSET
            more.append(BandMore(days[column], Rect(left, BAND_PAD + highest * BAND_PITCH, right - left, LINE), count))
    return max(1, rows) * BAND_PITCH + 2 * BAND_PAD


def _lay_column(
    day: date, entries: Sequence[TimedEntry], left: int, right: int, axis: Axis, blocks: list[Block]
) -> None:
    intervals = []
    for entry in entries:
        start, end = _shown_span(entry)
        if start is not None and end is not None:
            top = axis.y_of(start)
            intervals.append(Interval(entry.key, top, max(axis.y_of(end), top + LOWEST_BLOCK)))
    beside = side_by_side(intervals)
    width = right - left - 2 * INSET
    for key, top, bottom in intervals:
        first, last, count = beside[key]
        x = left + INSET + width * first // count
        wide = left + INSET + width * last // count - x
        rect = Rect(x, top, max(1, wide - (GAP if last < count else 0)), bottom - top - 1)
        blocks.append(Block(str(key), rect, day))
