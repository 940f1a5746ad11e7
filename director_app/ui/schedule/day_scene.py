"""Everything a day is drawn from."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QPixmap

from director_app.ui.schedule.day_bands import RowBand
from director_app.ui.schedule.day_marks import DayMarks
from director_app.ui.schedule.day_rows import DayContent, RowFacts
from director_app.ui.schedule.geometry_band import Band
from director_app.ui.schedule.geometry_day import (
    DayLayout,
    Row,
)
from director_app.ui.schedule.items import Items
from director_app.wording import Wording

LEFT = 12
"""From the edge of the window to the names of rows."""


@dataclass(frozen=True, slots=True)
class DayScene:
    """Everything a day is drawn from. ``across`` and ``down`` say how far it is scrolled."""

    layout: DayLayout
    band: Band
    content: DayContent
    items: Items
    marks: DayMarks
    wording: Wording
    size: tuple[int, int]
    head: int
    across: int
    down: int
    facts: Callable[[Row], RowFacts]
    bands: Callable[[str, datetime.date], Sequence[RowBand]]
    icon: Callable[[str], QPixmap]
    foot: str = ""
    says_places: bool = False
    sunsets: tuple[tuple[datetime.date, int], ...] = ()
    now: tuple[datetime.date, int] | None = None

    @property
    def top(self) -> int:
        """Where the rows begin."""
        return self.head + self.band.height
