"""Walking through a day with the arrow keys: from item to item, and over empty time."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from director_app.ui.schedule.geometry_band import Band
from director_app.ui.schedule.geometry_day import DayBlock, DayLayout
from director_app.ui.schedule.state import ScheduleState

BAND: Final = "\0band"
"""The row of undecided times."""
STEP: Final = 30
"""Minutes from one empty time to the next."""


class Standing(NamedTuple):
    """Where the keyboard is: on an item, or on an empty time of a row."""

    key: str | None
    row: str
    day: datetime.date
    minute: int


class DayWalk:
    """Knows where the keyboard stands in a day laid out."""

    def __init__(self, state: ScheduleState) -> None:
        self._state = state
        self._layout: DayLayout | None = None
        self._band: Band | None = None
        self._at = Standing(None, BAND, state.day, 12 * 60)

    def look_at(self, layout: DayLayout, band: Band) -> None:
        """Walk in another layout."""
        self._layout, self._band = layout, band

    def stand(self, standing: Standing) -> None:
        """Stand there."""
        self._at = standing

    def standing(self) -> Standing:
        """Where the keyboard is now; the selected item counts before an earlier place."""
        current = self._state.current
        layout, band = self._layout, self._band
        if layout is None or band is None:
            return self._at
        if current is not None:
            block = next((one for one in layout.pieces_of(current) if one.row == self._at.row), None)
            block = block or next(iter(layout.pieces_of(current)), None)
            if block is not None:
                return Standing(current, block.row, block.day, layout.axis.at(block.rect.x)[1])
            if any(chip.key == current for chip in band.chips):
                return self._at._replace(key=current, row=BAND)
        day = self._at.day if self._at.day in layout.axis.days else layout.axis.days[0]
        rows = self._rows()
        row = self._at.row if self._at.row in rows else rows[0 if self._at.row == BAND else -1]
        return Standing(None, row, day, self._at.minute)

    def step(self, dx: int, dy: int) -> Standing:
        """One arrow further."""
        here = self.standing()
        self._at = self._across(here, dx) if dx else self._down(here, dy)
        return self._at

    def next_row(self, row: str, step: int) -> str | None:
        """The row above or below another one, None at the ends."""
        rows = [one for one in self._rows() if one != BAND]
        if row not in rows:
            return None
        position = rows.index(row) + step
        return rows[position] if 0 <= position < len(rows) else None

    def _rows(self) -> list[str]:
        """From top to bottom: the band where it is drawn, then the places."""
        rows = [row.key for row in self._layout.rows if not row.is_head] if self._layout is not None else []
        return [BAND, *rows] if not rows or (self._band is not None and self._band.height) else rows

    def _keys(self, row: str) -> list[tuple[str, datetime.date, int]]:
        """What stands in a row, from left to right, with day and start."""
        if self._layout is None or self._band is None:
            return []
        if row == BAND:
            return [(chip.key, chip.day, chip.rect.x) for chip in self._band.chips]
        axis = self._layout.axis
        blocks = sorted(self._layout.blocks_of_row(row), key=_by_place)
        return [(block.key, block.day, axis.at(block.rect.x)[1]) for block in blocks]

    def _down(self, here: Standing, dy: int) -> Standing:
        rows = self._rows()
        position = rows.index(here.row) + dy if here.row in rows else 0
        if not 0 <= position < len(rows):
            return here
        row = rows[position]
        keys = self._keys(row)
        if not keys:
            return Standing(None, row, here.day, here.minute)
        if row == BAND:
            return here._replace(key=keys[0][0], row=row)

        def far(one: tuple[str, datetime.date, int]) -> int:
            return abs((one[1] - here.day).days * 1440 + one[2] - here.minute)

        key, day, minute = min(keys, key=far)
        return Standing(key, row, day, minute)

    def _across(self, here: Standing, dx: int) -> Standing:
        keys = self._keys(here.row)
        if here.key is not None:
            position = next((at for at, one in enumerate(keys) if one[0] == here.key), -1) + dx
            if 0 <= position < len(keys):
                key, day, minute = keys[position]
                return here._replace(key=key) if here.row == BAND else Standing(key, here.row, day, minute)
            if here.row == BAND:
                return here
            return self._beside(here, dx)
        return self._on_item(self._moved(here, dx * STEP))

    def _beside(self, here: Standing, dx: int) -> Standing:
        """Past the last item of a row, onto empty time."""
        item = self._state.items.item(here.key) if here.key else None
        length = max(STEP, item.end - item.start) if item and item.end is not None and item.start is not None else STEP
        away = -(-length // STEP) * STEP if dx > 0 else -STEP
        start = here.minute // STEP * STEP
        return self._moved(here._replace(key=None, minute=start), away)

    def _moved(self, here: Standing, minutes: int) -> Standing:
        if self._layout is None:
            return here
        axis = self._layout.axis
        wanted = here.minute + minutes
        position = axis.days.index(here.day) if here.day in axis.days else 0
        if wanted >= axis.last * 60 and position + 1 < len(axis.days):
            return here._replace(day=axis.days[position + 1], minute=axis.first * 60)
        if wanted < axis.first * 60 and position > 0:
            return here._replace(day=axis.days[position - 1], minute=axis.last * 60 - STEP)
        return here._replace(minute=min(max(wanted, axis.first * 60), axis.last * 60 - STEP))

    def _on_item(self, here: Standing) -> Standing:
        """The item that stands at a time, else the empty time."""
        if self._layout is None or here.row == BAND:
            return here
        x = self._layout.axis.x_of(here.day, here.minute) + 1
        for block in self._layout.blocks_of_row(here.row):
            if block.rect.x <= x < block.rect.right:
                return here._replace(key=block.key)
        return here


def _by_place(block: DayBlock) -> tuple[int, int]:
    return block.rect.x, block.rect.y
