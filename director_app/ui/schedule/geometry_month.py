"""Where everything of a month stands: cells, items of one or two lines, bars across days, what does not fit.

Pure: the same input gives the same rectangles; `tests/ui/schedule` reads them as text pictures.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from director_app.ui.schedule.geometry import GAP, LINE, TWO_LINES, Interval, Rect, edges, lanes

HEAD: Final = 28
"""Height of the row of weekday names."""
CELL_HEAD: Final = 28
"""From the top of a cell to its first item."""
LOWEST_CELL: Final = 112
INSET_LEFT: Final = 5
INSET_RIGHT: Final = 4
PITCH: Final = LINE + GAP
NOTHING_MORE: Final[Mapping[date, int]] = MappingProxyType({})
PANEL_WIDTH: Final = 232
PANEL_PAD: Final = 8
PANEL_HEAD: Final = 30


class Entry(NamedTuple):
    """What is to be placed: its days (both included) and what it would like to show. Entries come in drawing order."""

    key: str
    first: date
    last: date
    has_second_line: bool = True
    is_urgent: bool = False


class Placed(NamedTuple):
    """One piece of an entry on the grid; a bar over two weeks has two pieces."""

    key: str
    rect: Rect
    day: date
    lines: int = 1
    is_bar: bool = False
    comes_from_before: bool = False
    goes_on: bool = False
    in_panel: bool = False


class Cell(NamedTuple):
    """One day of the grid; the rectangle is the whole cell."""

    day: date
    rect: Rect
    row: int
    column: int


class Overflow(NamedTuple):
    """That ``hidden`` entries of a day found no room, and where that is said."""

    day: date
    rect: Rect
    hidden: int
    in_panel: bool = False


class Panel(NamedTuple):
    """The day that was opened in place."""

    day: date
    rect: Rect


@dataclass(frozen=True, slots=True)
class MonthLayout:
    """A month laid out; y is counted below the row of weekday names."""

    width: int
    height: int
    columns: tuple[int, ...]
    rows: tuple[int, ...]
    cells: tuple[Cell, ...]
    placed: tuple[Placed, ...]
    overflows: tuple[Overflow, ...]
    panel: Panel | None = None
    _by_day: dict[date, Cell] = field(default_factory=dict)

    def cell_of(self, day: date) -> Cell | None:
        """The cell of a day, None when it is not shown."""
        if not self._by_day:
            self._by_day.update((cell.day, cell) for cell in self.cells)
        return self._by_day.get(day)

    def cell_at(self, x: float, y: float) -> Cell | None:
        """The cell under a point."""
        return next((cell for cell in self.cells if cell.rect.contains(x, y)), None)

    def placed_at(self, x: float, y: float) -> Placed | None:
        """The item under a point; the gap below an item and the sides of the cell count as the item."""
        in_panel = self.panel is not None and self.panel.rect.contains(x, y)
        for piece in reversed(self.placed):
            if piece.in_panel == in_panel:
                rect = piece.rect
                if rect.x - INSET_LEFT <= x < rect.right + INSET_RIGHT and rect.y <= y < rect.bottom + GAP:
                    return piece
        return None

    def overflow_at(self, x: float, y: float) -> Overflow | None:
        """The line "+3" under a point."""
        if self.panel is not None and self.panel.rect.contains(x, y):
            return None
        return next((more for more in self.overflows if more.rect.contains(x, y)), None)

    def pieces_of(self, key: str) -> list[Placed]:
        """All pieces of an entry, those of the opened day first."""
        return sorted((one for one in self.placed if one.key == key), key=lambda one: not one.in_panel)


class _Days(NamedTuple):
    """The entries of each day, and how many more there are."""

    entries: Mapping[date, Sequence[Entry]]
    more: Mapping[date, int]


def layout_month(
    weeks: Sequence[Sequence[date]],
    entries: Sequence[Entry],
    width: int,
    height: int,
    opened: date | None = None,
    *,
    more: Mapping[date, int] = NOTHING_MORE,
) -> MonthLayout:
    """Lay out the weeks of a month in so much room; taller than the room when cells would become too low.

    ``more`` counts further entries of a day that are only to be counted.
    """
    columns = edges(0, width, 7)
    tall = max(height, LOWEST_CELL * len(weeks))
    rows = edges(0, tall, len(weeks))
    cells = tuple(
        Cell(day, Rect(columns[c], rows[r], columns[c + 1] - columns[c], rows[r + 1] - rows[r]), r, c)
        for r, week in enumerate(weeks)
        for c, day in enumerate(week)
    )
    placed: list[Placed] = []
    overflows: list[Overflow] = []
    by_day, bars = _sorted_out(entries)
    days = _Days(by_day, more)
    for row in range(len(weeks)):
        _lay_week(cells[row * 7 : row * 7 + 7], bars, days, placed, overflows)
    panel = None
    if opened is not None and any(cell.day == opened for cell in cells):
        cell = next(cell for cell in cells if cell.day == opened)
        panel = _open_day(cell, entries, more.get(opened, 0), width, tall, placed, overflows)
    return MonthLayout(width, tall, columns, rows, cells, tuple(placed), tuple(overflows), panel)


def _sorted_out(entries: Iterable[Entry]) -> tuple[dict[date, list[Entry]], list[Entry]]:
    by_day: dict[date, list[Entry]] = {}
    bars: list[Entry] = []
    for entry in entries:
        if entry.last > entry.first:
            bars.append(entry)
        else:
            by_day.setdefault(entry.first, []).append(entry)
    return by_day, bars


def _lay_week(
    cells: Sequence[Cell],
    bars: Sequence[Entry],
    days: _Days,
    placed: list[Placed],
    overflows: list[Overflow],
) -> None:
    room = cells[0].rect.h - CELL_HEAD - GAP
    monday, sunday = cells[0].day, cells[-1].day
    here = [bar for bar in bars if bar.first <= sunday and bar.last >= monday]
    here.sort(key=lambda bar: (max(bar.first, monday), -min(bar.last, sunday).toordinal()))
    lane_of = lanes(
        Interval(bar.key, max(bar.first, monday).toordinal(), min(bar.last, sunday).toordinal() + 1) for bar in here
    )
    most = _most_bars(cells, here, lane_of, days, (room + GAP) // PITCH)
    used = [0] * 7
    hidden = [0] * 7
    for bar in here:
        start, end = max(bar.first, monday), min(bar.last, sunday)
        lane = lane_of[bar.key]
        covered = range((start - monday).days, (end - monday).days + 1)
        for column in covered:
            if lane < most:
                used[column] = max(used[column], lane + 1)
            else:
                hidden[column] += 1
        if lane < most:
            placed.append(_bar_piece(bar, cells[covered[0]], cells[covered[-1]], lane))
    for column, cell in enumerate(cells):
        unseen = hidden[column] + days.more.get(cell.day, 0)
        _lay_day(cell, days.entries.get(cell.day, ()), used[column] * PITCH, unseen, placed, overflows)


def _most_bars(
    cells: Sequence[Cell], bars: Sequence[Entry], lane_of: Mapping[Hashable, int], days: _Days, lines: int
) -> int:
    """How many lanes bars may take in a week.

    All, when everything fits; else they leave a line for "+n" and up to half of the lines for what the fullest day has
    of its own.
    """
    own = [len(days.entries.get(cell.day, ())) + days.more.get(cell.day, 0) for cell in cells]
    deepest = [
        max((lane_of[bar.key] + 1 for bar in bars if bar.first <= cell.day <= bar.last), default=0) for cell in cells
    ]
    if all(one + other <= lines for one, other in zip(own, deepest, strict=True)):
        return lines
    return max(1, lines - 1 - min(max(own), lines // 2))


def _bar_piece(bar: Entry, first: Cell, last: Cell, lane: int) -> Placed:
    left = first.rect.x + (0 if bar.first < first.day else INSET_LEFT)
    right = last.rect.right - (0 if bar.last > last.day else INSET_RIGHT)
    rect = Rect(left, first.rect.y + CELL_HEAD + lane * PITCH, right - left, LINE)
    return Placed(bar.key, rect, first.day, 1, True, bar.first < first.day, bar.last > last.day)


def _lay_day(
    cell: Cell,
    items: Sequence[Entry],
    taken: int,
    hidden: int,
    placed: list[Placed],
    overflows: list[Overflow],
) -> None:
    left = cell.rect.x + INSET_LEFT
    width = cell.rect.w - INSET_LEFT - INSET_RIGHT
    top = cell.rect.y + CELL_HEAD + taken
    room = cell.rect.h - CELL_HEAD - GAP - taken
    heights, left_out = item_heights(items, room, must_say=hidden > 0)
    for entry, height in zip(items, heights, strict=False):
        lines = 2 if height > LINE else 1
        placed.append(Placed(entry.key, Rect(left, top, width, height), cell.day, lines))
        top += height + GAP
    if hidden + left_out:
        overflows.append(Overflow(cell.day, Rect(left, top, width, LINE), hidden + left_out))


def item_heights(items: Sequence[Entry], room: int, *, must_say: bool = False) -> tuple[list[int], int]:
    """Heights of the items of one day that fit into so much room, and how many do not.

    Two lines for all when all fit; else one line for all, and what is left over goes as second lines to items with a
    problem first. ``must_say`` keeps a line free for "+n" though all would fit.
    """
    wanted = [TWO_LINES if item.has_second_line else LINE for item in items]
    usable = room - (PITCH if must_say else 0) + GAP
    if sum(wanted) + GAP * len(items) <= usable:
        return wanted, 0
    count = len(items)
    if PITCH * count > usable:
        count = max(0, (room - LINE) // PITCH)
        usable = room - LINE
    heights = [LINE] * count
    spare = usable - PITCH * count
    for urgent in (True, False):
        for position in range(count):
            if spare >= TWO_LINES - LINE and items[position].is_urgent == urgent and wanted[position] > LINE:
                heights[position] = TWO_LINES
                spare -= TWO_LINES - LINE
    return heights, len(items) - count


def _open_day(
    cell: Cell,
    entries: Sequence[Entry],
    more: int,
    width: int,
    height: int,
    placed: list[Placed],
    overflows: list[Overflow],
) -> Panel:
    """Put all items of one day into a panel over the grid, where the cell is."""
    items = [entry for entry in entries if entry.first <= cell.day <= entry.last]
    wide = min(width, max(PANEL_WIDTH, cell.rect.w + 2 * PANEL_PAD))
    room = height - PANEL_HEAD - PANEL_PAD
    heights, left_out = item_heights(items, room, must_say=more > 0)
    left_out += more
    inner = sum(heights) + GAP * len(heights) + (LINE if left_out else 0)
    tall = PANEL_HEAD + inner + PANEL_PAD
    x = max(0, min(cell.rect.x + (cell.rect.w - wide) // 2, width - wide))
    y = max(0, min(cell.rect.y - 1, height - tall))
    top = y + PANEL_HEAD
    for entry, tallness in zip(items, heights, strict=False):
        lines = 2 if tallness > LINE else 1
        rect = Rect(x + PANEL_PAD, top, wide - 2 * PANEL_PAD, tallness)
        placed.append(Placed(entry.key, rect, cell.day, lines, in_panel=True))
        top += tallness + GAP
    if left_out:
        rect = Rect(x + PANEL_PAD, top, wide - 2 * PANEL_PAD, LINE)
        overflows.append(Overflow(cell.day, rect, left_out, in_panel=True))
    return Panel(cell.day, Rect(x, y, wide, tall))
