"""The band over a day where times are undecided: items side by side under their day. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from director_app.ui.schedule.geometry import GAP, Rect
from director_app.ui.schedule.geometry_day import PAD, DayAxis

CHIP: Final = 22
CHIP_PITCH: Final = CHIP + GAP
CHIP_WIDTH: Final = 400
CHIP_LEAST: Final = 150
CHIP_LINES: Final = 3


class Chip(NamedTuple):
    """An item of the band above, where times are undecided; y counts from the top of the band."""

    key: str
    day: date
    rect: Rect


class ChipsMore(NamedTuple):
    """That ``hidden`` items of a day found no room in the band."""

    day: date
    rect: Rect
    hidden: int


@dataclass(frozen=True, slots=True)
class Band:
    """The band of undecided times, laid out; y counts from its top."""

    height: int
    chips: tuple[Chip, ...]
    more: tuple[ChipsMore, ...] = ()

    def chip_at(self, x: float, y: float) -> Chip | None:
        """The item under a point."""
        return next((one for one in self.chips if one.rect.contains(x, y)), None)


def layout_band(axis: DayAxis, keys: Mapping[date, Sequence[str]], *, lines: int = CHIP_LINES) -> Band:
    """Put items without a time side by side under their day, in so many lines at most."""
    chips: list[Chip] = []
    more: list[ChipsMore] = []
    used = 1
    for day in axis.days:
        waiting = keys.get(day, ())
        if not waiting:
            continue
        room = axis.pitch - 2 * GAP
        columns = max(1, room // CHIP_LEAST)
        width = min(CHIP_WIDTH, room // min(columns, len(waiting)))
        columns = max(1, room // width)
        fits = columns * lines if len(waiting) <= columns * lines else columns * lines - 1
        left = axis.left_of(day) + GAP
        for position, key in enumerate(waiting[:fits]):
            line, column = divmod(position, columns)
            chips.append(Chip(key, day, Rect(left + column * width, PAD + line * CHIP_PITCH, width - GAP * 2, CHIP)))
        if len(waiting) > fits:
            line, column = divmod(fits, columns)
            rect = Rect(left + column * width, PAD + line * CHIP_PITCH, min(width, 60), CHIP)
            more.append(ChipsMore(day, rect, len(waiting) - fits))
        used = max(used, -(-min(len(waiting), columns * lines) // columns))
    return Band(used * CHIP_PITCH + 2 * PAD, tuple(chips), tuple(more))
