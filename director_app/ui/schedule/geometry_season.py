"""Where everything of a season stands: areas by weeks, and under them the items of the week looked at. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from director_app.ui.schedule.geometry import GAP, TWO_LINES, WEEK, Rect

NAMES: Final = 268
"""Width of the area names, their people and the days since somebody was there."""
HEAD: Final = 50
ROW: Final = 40
PITCH_LEAST: Final = 30
PITCH_MOST: Final = 64
TOTAL: Final = 76
"""Room at the right for the sum of an area."""
PANEL_HEAD: Final = 44
PANEL_PAD: Final = 12
ITEM_WIDTH: Final = 264


class SeasonCell(NamedTuple):
    """One area in one week."""

    row: int
    week: int


class SeasonItem(NamedTuple):
    """An item of the week looked at; y counts from below the head."""

    key: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class SeasonLayout:
    """A season laid out: x of weeks counts from the right of the names, y from below the head."""

    weeks: tuple[date, ...]
    rows: int
    pitch: int
    items: tuple[SeasonItem, ...]
    height: int

    @property
    def width(self) -> int:
        """Width of all weeks and the sums."""
        return self.pitch * len(self.weeks) + TOTAL

    @property
    def panel(self) -> int:
        """Where the items of the week looked at begin."""
        return self.rows * ROW

    def rect_of(self, cell: SeasonCell) -> Rect:
        """The whole ground of a cell."""
        return Rect(cell.week * self.pitch, cell.row * ROW, self.pitch, ROW)

    def cell_at(self, x: float, y: float) -> SeasonCell | None:
        """The cell under a point."""
        row, week = int(y // ROW), int(x // self.pitch)
        inside = y >= 0 and x >= 0 and row < self.rows and week < len(self.weeks)
        return SeasonCell(row, week) if inside else None

    def week_of(self, day: date) -> int | None:
        """The week a day lies in."""
        position = (day - self.weeks[0]).days // WEEK if self.weeks else -1
        return position if 0 <= position < len(self.weeks) else None

    def item_at(self, x: float, y: float) -> SeasonItem | None:
        """The item under a point; x counts from the left of the window."""
        return next((one for one in self.items if one.rect.contains(x, y)), None)


def layout_season(weeks: Sequence[date], rows: int, width: int, keys: Sequence[str]) -> SeasonLayout:
    """Lay out areas by weeks, and the items of one cell under them in columns."""
    room = width - NAMES - TOTAL
    pitch = min(max(room // max(1, len(weeks)), PITCH_LEAST), PITCH_MOST)
    columns = max(1, (width - 2 * PANEL_PAD) // (ITEM_WIDTH + 2 * GAP))
    top = rows * ROW + PANEL_HEAD
    items = []
    for position, key in enumerate(keys):
        line, column = divmod(position, columns)
        x = PANEL_PAD + column * (ITEM_WIDTH + 2 * GAP)
        items.append(SeasonItem(key, Rect(x, top + line * (TWO_LINES + 2 * GAP), ITEM_WIDTH, TWO_LINES)))
    lines = -(-len(keys) // columns)
    return SeasonLayout(tuple(weeks), rows, pitch, tuple(items), top + lines * (TWO_LINES + 2 * GAP) + PANEL_PAD)


def day_in_week(week: date, day: date | None, free: Sequence[date] = ()) -> date:
    """The same weekday in a week that begins on ``week``; without a day the first working day that is not free."""
    if day is not None:
        return week + timedelta(days=day.weekday())
    working = (week + timedelta(days=step) for step in range(5))
    return next((one for one in working if one not in free), week)
