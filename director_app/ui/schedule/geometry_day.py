"""Where everything of one or several days stands: rows of places (artists, initiatives), columns of hours.

Pure. Minutes count from 00:00 of the programme day and may pass 1440: a night item stays in the evening it belongs to.
x counts from the right of the row names, y from below the head and the band of undecided times.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from director_app.ui.schedule.geometry import GAP, Interval, Rect, lanes
from director_app.ui.schedule.geometry_week import EARLIEST, FOLD, LATEST, SHOWN_MINUTES, USUAL_HOURS

NAMES: Final = 176
"""Width of the row names."""
HOURS: Final = 28
"""Height of the row of hours."""
DATES: Final = 22
"""Height of the row of dates over the hours."""
GROUP: Final = 24
EMPTY_ROW: Final = 46
FOOT: Final = 30
PAD: Final = 3
THIN: Final = 18
"""Height of something that lasts for days."""
HOUR: Final = 72
HOUR_LEAST: Final = 24
HOUR_MOST: Final = 240
LANES: Final = (56, 44, 36, 36)
"""Height of an item by the number of items above one another in its row; lower ones say less."""
CROWDED_LANE: Final = 24
LEAST_TEXT: Final = 92
"""Beside a short item so much is kept free for its words."""
NARROWEST: Final = 6
WORDS_INSIDE: Final = 104
"""A narrower item has its words beside it, where there is room."""
TAIL_SHARE: Final = 0.35


class DayEntry(NamedTuple):
    """What is to be placed in a row. Without a start it lasts the whole day as a thin bar."""

    key: str
    row: str
    day: date
    start: int | None
    end: int | None = None
    before: int = 0
    after: int = 0
    is_thin: bool = False


class Group(NamedTuple):
    """Rows under one head; a group without a name has no head."""

    key: str
    rows: tuple[str, ...]
    has_head: bool = True


class Row(NamedTuple):
    """One row, or the head of a group."""

    key: str
    y: int
    h: int
    is_head: bool = False

    @property
    def bottom(self) -> int:
        """First pixel below it."""
        return self.y + self.h


class DayBlock(NamedTuple):
    """An item in a row. ``free`` is how many pixels at its right are free for words."""

    key: str
    row: str
    day: date
    rect: Rect
    before: int = 0
    after: int = 0
    free: int = 0
    is_thin: bool = False

    @property
    def has_words_beside(self) -> bool:
        """Whether it is too short for its words and has room for them at its right."""
        return not self.is_thin and self.rect.w < WORDS_INSIDE and self.free >= max(56, self.rect.w - 20)


@dataclass(frozen=True, slots=True)
class DayAxis:
    """The hours from ``first`` to ``last`` of each day, at ``hour`` pixels; what lies before and after is folded."""

    days: tuple[date, ...]
    first: int
    last: int
    hour: int = HOUR

    @property
    def has_fold_before(self) -> bool:
        """Whether hours before the first are folded away."""
        return self.first > EARLIEST

    @property
    def has_fold_after(self) -> bool:
        """Whether hours after the last are folded away."""
        return self.last < LATEST

    @property
    def lead(self) -> int:
        """Width of the fold before the hours."""
        return FOLD if self.has_fold_before else 0

    @property
    def pitch(self) -> int:
        """Width of a day, folds included."""
        return self.lead + (self.last - self.first) * self.hour + (FOLD if self.has_fold_after else 0)

    @property
    def width(self) -> int:
        """Width of all days."""
        return self.pitch * len(self.days)

    def left_of(self, day: date) -> int:
        """Where a day begins."""
        return self.days.index(day) * self.pitch

    def x_of(self, day: date, minute: float) -> int:
        """Where a minute of a day stands; what is folded away stands inside its fold."""
        offset = self.lead + (minute - self.first * 60) * self.hour / 60
        least = self.lead / 2 if self.has_fold_before else 0
        most = self.pitch - (FOLD / 2 if self.has_fold_after else 0)
        return self.left_of(day) + round(min(max(offset, least), most))

    def at(self, x: float) -> tuple[date, int]:
        """The day and minute at a place, the nearest ones outside."""
        position = min(max(int(x // max(1, self.pitch)), 0), len(self.days) - 1)
        minute = self.first * 60 + (x - position * self.pitch - self.lead) * 60 / self.hour
        return self.days[position], round(min(max(minute, self.first * 60), self.last * 60))


def day_axis(
    days: Sequence[date],
    entries: Iterable[DayEntry],
    width: int,
    hour: int | None = None,
    *,
    unfolded: bool = False,
) -> DayAxis:
    """The hours worth showing: from the first to the last item, one more at both ends, more where there is room.

    ``hour`` None takes the usual width, and a larger one where the hours would not fill the room.
    """
    timed = [entry for entry in entries if entry.start is not None]
    spans = [span_of(entry) for entry in timed if not entry.is_thin] or [span_of(entry) for entry in timed]
    first = min((start for start, _end in spans), default=USUAL_HOURS[0] * 60 + 60) // 60 - 1
    last = -(-max((end for _start, end in spans), default=USUAL_HOURS[1] * 60 - 60) // 60) + 1
    first, last = max(EARLIEST, min(first, 22)), min(LATEST, max(last, first + 6))
    if unfolded:
        first, last = EARLIEST, LATEST
    room = width // max(1, len(days)) - 2 * FOLD
    wide = HOUR if hour is None else hour
    while (last - first + 1) * wide <= room and (first > 8 or last < LATEST):
        if first > 8:
            first -= 1
        else:
            last += 1
    while (last - first + 1) * wide <= room and first > EARLIEST:
        first -= 1
    if hour is None:
        wide = min(max(HOUR, room // max(1, last - first)), HOUR_MOST) if len(days) == 1 else HOUR
    return DayAxis(tuple(days), first, last, wide)


def span_of(entry: DayEntry) -> tuple[int, int]:
    """The minutes an entry takes, set-up and strike included; an instant is drawn half an hour long."""
    if entry.start is None:
        return EARLIEST * 60, LATEST * 60
    end = entry.end if entry.end is not None and entry.end > entry.start else entry.start + SHOWN_MINUTES
    return entry.start - entry.before, end + entry.after


@dataclass(frozen=True, slots=True)
class DayLayout:
    """Days laid out."""

    axis: DayAxis
    rows: tuple[Row, ...]
    blocks: tuple[DayBlock, ...]
    height: int
    _places: dict[str, Row] = field(default_factory=dict)
    _of_row: dict[str, list[DayBlock]] = field(default_factory=dict)

    def row(self, key: str) -> Row | None:
        """A row that is no head, by its key."""
        if not self._places:
            self._places.update((row.key, row) for row in self.rows if not row.is_head)
        return self._places.get(key)

    def row_at(self, y: float) -> Row | None:
        """The row under a height; heads are none."""
        return next((row for row in self.rows if not row.is_head and row.y <= y < row.bottom), None)

    def blocks_of_row(self, key: str) -> list[DayBlock]:
        """What stands in a row, from left to right."""
        if not self._of_row:
            for block in self.blocks:
                self._of_row.setdefault(block.row, []).append(block)
        return self._of_row.get(key, [])

    def block_at(self, x: float, y: float) -> DayBlock | None:
        """The item under a point; the words beside a short item count as the item."""
        row = self.row_at(y)
        if row is None:
            return None
        here = self.blocks_of_row(row.key)
        direct = next((one for one in reversed(here) if one.rect.contains(x, y)), None)
        if direct is not None:
            return direct
        beside = (one for one in here if one.has_words_beside)
        return next((one for one in beside if _with_words(one).contains(x, y)), None)

    def pieces_of(self, key: str) -> list[DayBlock]:
        """All pieces of an entry: an act of several artists stands in several rows."""
        return [one for one in self.blocks if one.key == key]


def _with_words(block: DayBlock) -> Rect:
    return block.rect._replace(w=block.rect.w + min(block.free, 150))


def layout_day(axis: DayAxis, groups: Sequence[Group], entries: Sequence[DayEntry]) -> DayLayout:
    """Lay rows and items out; what stands in no row of the groups is left out."""
    by_row: dict[str, list[DayEntry]] = {}
    for entry in entries:
        by_row.setdefault(entry.row, []).append(entry)
    rows: list[Row] = []
    blocks: list[DayBlock] = []
    y = 0
    for group in groups:
        if group.has_head:
            rows.append(Row(group.key, y, GROUP, is_head=True))
            y += GROUP
        for key in group.rows:
            height = _lay_row(axis, by_row.get(key, ()), y, blocks)
            rows.append(Row(key, y, height))
            y += height
    return DayLayout(axis, tuple(rows), tuple(blocks), y)


def _lay_row(axis: DayAxis, entries: Sequence[DayEntry], top: int, blocks: list[DayBlock]) -> int:
    thin = [entry for entry in entries if entry.is_thin]
    thin_lines = _lay_thin(axis, thin, top + PAD, blocks)
    timed = [(_extent(axis, entry), entry) for entry in entries if not entry.is_thin]
    timed.sort(key=_by_left)
    lane_of = lanes(Interval(position, left, right) for position, ((left, right), _entry) in enumerate(timed))
    count = max(lane_of.values(), default=-1) + 1
    tall = LANES[count - 1] if 0 < count <= len(LANES) else CROWDED_LANE
    first = top + PAD + thin_lines * (THIN + GAP)
    in_lane: dict[int, list[DayBlock]] = {}
    for position, (_spread, entry) in enumerate(timed):
        lane = lane_of[position]
        block = _block(axis, entry, first + lane * (tall + GAP), tall)
        in_lane.setdefault(lane, []).append(block)
    placed = [block for row in in_lane.values() for block in _with_room(axis, row)]
    blocks.extend(sorted(placed, key=_by_place))
    needed = 2 * PAD + thin_lines * (THIN + GAP) + count * (tall + GAP)
    return max(EMPTY_ROW, needed)


def _extent(axis: DayAxis, entry: DayEntry) -> tuple[int, int]:
    """From its set-up to its strike, or to the end of its words where those need more."""
    begins, ends = span_of(entry)
    left, right = axis.x_of(entry.day, begins), axis.x_of(entry.day, ends)
    start = axis.x_of(entry.day, begins + entry.before)
    return left, max(right, min(start + LEAST_TEXT, axis.left_of(entry.day) + axis.pitch))


def _by_left(one: tuple[tuple[int, int], DayEntry]) -> tuple[int, int, str]:
    return one[0][0], one[0][1], one[1].key


def _by_place(block: DayBlock) -> tuple[int, int]:
    return block.rect.x, block.rect.y


def _block(axis: DayAxis, entry: DayEntry, top: int, tall: int) -> DayBlock:
    begins, ends = span_of(entry)
    left, right = axis.x_of(entry.day, begins + entry.before), axis.x_of(entry.day, ends - entry.after)
    wide = max(NARROWEST, right - left - 1)
    before = left - axis.x_of(entry.day, begins) if entry.before else 0
    after = axis.x_of(entry.day, ends) - right if entry.after else 0
    return DayBlock(entry.key, entry.row, entry.day, Rect(left, top, wide, tall), before, after)


def _with_room(axis: DayAxis, row: Sequence[DayBlock]) -> list[DayBlock]:
    """Blocks of one lane with what is free at their right: up to the next one's set-up, or the end of the day."""
    found = []
    for position, block in enumerate(row):
        if position + 1 < len(row) and row[position + 1].day == block.day:
            limit = row[position + 1].rect.x - row[position + 1].before
        else:
            limit = axis.left_of(block.day) + axis.pitch
        found.append(block._replace(free=max(0, limit - block.rect.right - 6)))
    return found


def _lay_thin(axis: DayAxis, entries: Sequence[DayEntry], top: int, blocks: list[DayBlock]) -> int:
    pieces = []
    for entry in entries:
        begins, ends = span_of(entry)
        left, right = axis.x_of(entry.day, begins), axis.x_of(entry.day, ends)
        pieces.append((left, max(right - 1, left + NARROWEST), entry))
    pieces.sort(key=_by_edge)
    lane_of = lanes(Interval(position, left, right) for position, (left, right, _entry) in enumerate(pieces))
    for position, (left, right, entry) in enumerate(pieces):
        rect = Rect(left, top + lane_of[position] * (THIN + GAP), right - left, THIN)
        blocks.append(DayBlock(entry.key, entry.row, entry.day, rect, is_thin=True))
    return max(lane_of.values(), default=-1) + 1


def _by_edge(piece: tuple[int, int, DayEntry]) -> tuple[int, int, str]:
    return piece[0], piece[1], piece[2].key
