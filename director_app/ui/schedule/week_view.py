"""The week: seven columns of hours; move by drag or keys in steps, pull the edges to begin or end elsewhere."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from director_app.domain.timeline import DAY, DAY_ENDS
from director_app.ui.schedule.geometry import WEEK, week_of
from director_app.ui.schedule.geometry_week import (
    GUTTER,
    HEAD,
    HOUR,
    HOUR_LEAST,
    HOUR_MOST,
    Axis,
    Block,
    TimedEntry,
    WeekLayout,
    axis_for,
    column_day,
    layout_week,
)
from director_app.ui.schedule.gestures import Drag
from director_app.ui.schedule.grid_view import qrect
from director_app.ui.schedule.hour_grid import EDGE_REACH, HourGrid
from director_app.ui.schedule.moves import Place
from director_app.ui.schedule.overlay import paint_cursor
from director_app.ui.schedule.painting import Crowd
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.verbs import Verbs
from director_app.ui.schedule.week_painting import WeekPainter, WeekScene, crowd_of

HOUR_GROWN = 72


class WeekView(HourGrid):
    """A week."""

    def __init__(self, state: ScheduleState, verbs: Verbs, drag: Drag, parent: QWidget | None = None) -> None:
        super().__init__(state, verbs, drag, parent)
        self.setObjectName("schedule-week")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hour = HOUR
        self._crowd: tuple[tuple[int, int, int], Crowd | None] | None = None
        self._unfolded = False
        self._days = week_of(state.day)
        self.layout_now: WeekLayout = layout_week(self._days, [], 700, axis_for([]))

    # -- where things stand --------------------------------------------------------------------------------------

    def relayout(self) -> None:
        """Lay the week out for the present size."""
        state = self.state
        days = week_of(state.day, sunday_first=state.desk.plan.season.week_starts_on_sunday)
        if days != self._days:
            self._unfolded = False
        self._days = days
        entries = [entry for entry in state.items.timed_entries(days[0], days[-1]) if _shown(entry, days)]
        axis = axis_for(entries, self._hour, unfolded=self._unfolded)
        self._hour = self._wanted_hour(axis)
        axis = replace(axis, hour=self._hour)
        self.layout_now = layout_week(days, entries, self.viewport().width(), axis)
        room = max(1, self.viewport().height() - self._top())
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, axis.height + 8 - room))
        bar.setPageStep(room)
        bar.setSingleStep(self._hour)

    def _wanted_hour(self, axis: Axis) -> int:
        """Hours grow into the room there is, until she zooms herself."""
        if self.state.zoom is not None:
            return min(max(round(HOUR * self.state.zoom), HOUR_LEAST), HOUR_MOST)
        room = self.viewport().height() - HEAD - 2 * axis.top - 60
        return min(max(HOUR, room // max(1, axis.last - axis.first)), HOUR_GROWN)

    def base_key(self) -> tuple[Any, ...]:
        """The week, its zoom and what is folded."""
        return (self._days[0], self._hour, self._unfolded, self.state.marks)

    def _top(self) -> int:
        return HEAD + self.layout_now.band_height

    def _offset(self) -> int:
        return self._top() - self.verticalScrollBar().value()

    def _block_at(self, where: QPoint) -> Block | None:
        if where.y() < HEAD:
            return None
        if where.y() < self._top():
            return self.layout_now.block_at(where.x(), where.y() - HEAD, in_band=True)
        return self.layout_now.block_at(where.x(), where.y() - self._offset(), in_band=False)

    def key_at(self, where: QPoint) -> str | None:
        """The item under a point."""
        block = self._block_at(where)
        return block.key if block else None

    def drawn_keys(self) -> Iterable[str]:
        """The items laid out."""
        return (one.key for one in self.layout_now.blocks)

    def rects_of(self, key: str) -> list[QRect]:
        """Where an item stands."""
        return [
            qrect(block.rect, 0, HEAD if block.in_band else self._offset()) for block in self.layout_now.pieces_of(key)
        ]

    def place_at(self, where: QPoint, *, grip: int = 0, snaps: bool = True) -> tuple[Place, QRect] | None:
        """Day and time under a point; in the band the time is open, in the head it stays."""
        layout = self.layout_now
        column = layout.column_at(where.x())
        left, right = layout.columns[column], layout.columns[column + 1]
        day = layout.days[column]
        if where.y() < HEAD:
            return Place(day), QRect(left, 0, right - left, self._top())
        if where.y() < self._top():
            return Place(day, None, keeps_time=False), QRect(left, HEAD, right - left, layout.band_height)
        step = self.state.snap if snaps else 1
        minute = layout.axis.minute_at(where.y() - self._offset(), 1) - grip
        start = max(0, round(minute / step) * step)
        y = layout.axis.y_of(start) + self._offset()
        return Place(day, start, keeps_time=False), QRect(left + 2, y, right - left - 4, max(8, self._hour // 2))

    def grip_of(self, key: str, origin: QPoint) -> int:
        """Minutes from the start of the item to the pointer."""
        item = self.state.items.item(key)
        if item is None or item.start is None or origin.y() < self._top():
            return 0
        start = item.start + (DAY if item.start < 5 * 60 else 0)
        return max(0, self.layout_now.axis.minute_at(origin.y() - self._offset()) - start)

    def area_of_day(self, day: datetime.date) -> QRect:
        """Where a day begins."""
        if day not in self._days:
            return super().area_of_day(day)
        column = self._days.index(day)
        left = self.layout_now.columns[column]
        return QRect(left + 4, self._top() + 30, 1, 1)

    def order(self) -> list[str]:
        """All items, day by day."""
        entries = self.state.items.timed_entries(self._days[0], self._days[-1])
        shown = [entry for entry in entries if _shown(entry, self._days)]
        return [entry.key for entry in sorted(shown, key=_by_day)]

    # -- keys ----------------------------------------------------------------------------------------------------

    def step_of(self, dx: int, dy: int) -> tuple[int, int]:
        """Sideways a day, down a step of minutes."""
        return dx, dy * self.state.snap

    def neighbour(self, dx: int, dy: int) -> tuple[str | None, datetime.date]:
        """Down walks through the items of a day by time; sideways to the item nearest in time."""
        cursor = self.state.cursor
        here = self._keys_on(cursor)
        at = here.index(self.state.current) if self.state.current in here else -1
        if dy:
            inside = at + dy if at >= 0 else (0 if dy > 0 else len(here) - 1)
            if 0 <= inside < len(here):
                return here[inside], cursor
            return (here[at] if at >= 0 else None), cursor
        day = cursor + datetime.timedelta(days=dx)
        if day not in self._days:
            self.state.day = day
            self.state.turned.emit()
        keys = self._keys_on(day)
        if not keys:
            return None, day
        present = self.state.items.item(self.state.current) if self.state.current else None
        wanted = present.start if present is not None and present.start is not None else 0
        return min(keys, key=lambda key: abs(self._start_of(key) - wanted)), day

    def _start_of(self, key: str) -> int:
        item = self.state.items.item(key)
        return item.start if item is not None and item.start is not None else 0

    def _keys_on(self, day: datetime.date) -> list[str]:
        if day not in self._days:
            return []
        column = self._days.index(day)
        left, right = self.layout_now.columns[column], self.layout_now.columns[column + 1]
        blocks = [block for block in self.layout_now.blocks if block.rect.x < right and block.rect.right > left]
        blocks.sort(key=_reading_order)
        return [block.key for block in blocks]

    def enter(self) -> None:
        """On an empty day, type an item for the first hour shown."""
        if self.state.current is not None and self.state.is_selected(self.state.current):
            self.type_when()
            return
        day = self.state.cursor
        self.type_new(Place(day), self.area_of_day(day))

    def reveal(self) -> None:
        """Scroll the item at the keyboard into view."""
        if self.state.current is None:
            return
        bar = self.verticalScrollBar()
        for block in self.layout_now.pieces_of(self.state.current):
            if block.in_band:
                return
            room = self.viewport().height() - self._top()
            if block.rect.y < bar.value():
                bar.setValue(block.rect.y - 8)
            elif block.rect.bottom > bar.value() + room:
                bar.setValue(block.rect.bottom - room + 8)

    # -- the mouse -----------------------------------------------------------------------------------------------

    def click_elsewhere(self, where: QPoint) -> bool:
        """A click on a fold unfolds the day."""
        axis = self.layout_now.axis
        y = where.y() - self._offset()
        in_fold = (axis.has_fold_above and y < axis.top) or (axis.has_fold_below and axis.bottom < y <= axis.height)
        if where.y() >= self._top() and in_fold and where.x() >= GUTTER:
            self._unfolded = True
            self.refresh()
            return True
        return False

    # -- edges and zoom --------------------------------------------------------------------------------------

    def minute_under(self, where: QPoint, day: datetime.date) -> int:
        """The minute at a height, whatever the column."""
        del day
        return self.layout_now.axis.minute_at(where.y() - self._offset())

    def edge_under(self, where: QPoint, rect: QRect) -> str:
        """The upper edge is the start, the lower the end; low items can only be moved."""
        if rect.height() < 24 or rect.bottom() < self._top():
            return ""
        if where.y() >= rect.bottom() - EDGE_REACH:
            return "end"
        return "start" if where.y() < rect.top() + EDGE_REACH - 2 else ""

    def area_of_span(self, rect: QRect, start: int, end: int) -> QRect:
        """The same column, from one minute to another."""
        axis, offset = self.layout_now.axis, self._offset()
        night = DAY if start < DAY_ENDS else 0
        top, bottom = axis.y_of(start + night) + offset, axis.y_of(end + night) + offset
        return QRect(rect.left(), top, rect.width(), max(8, bottom - top))

    def hover(self, where: QPoint) -> None:
        """Edges show that they can be pulled."""
        if self.edge_at(where):
            self.viewport().setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            super().hover(where)

    def zoom_now(self) -> float:
        """Beside 44 pixels an hour."""
        return self._hour / HOUR

    # -- painting ------------------------------------------------------------------------------------------------

    def paint_base(self, painter: QPainter) -> None:
        """Hours, then the dates and the band over them."""
        pen, items = self.state.painter_for(self.devicePixelRatioF()), self.state.items
        key = (id(self.layout_now), items.revision, id(pen))
        if self._crowd is None or self._crowd[0] != key:
            self._crowd = (key, crowd_of(pen, self.layout_now, items))
        scene = WeekScene(self.layout_now, items, self.state.marks, self.state.desk.wording, self._crowd[1])
        drawing = WeekPainter(pen)
        painter.translate(0, self._offset())
        drawing.hours(painter, scene)
        painter.resetTransform()
        drawing.head(painter, scene)

    def paint_overlay(self, painter: QPainter) -> None:
        """Rings, the edge being pulled, the keyboard's day."""
        self.paint_rings(painter)
        if self.state.current is None and self.shows_cursor() and self.state.cursor in self._days:
            column = self._days.index(self.state.cursor)
            left, right = self.layout_now.columns[column], self.layout_now.columns[column + 1]
            paint_cursor(painter, self.state.desk.theme, QRect(left, 0, right - left, HEAD))


def _shown(entry: TimedEntry, days: tuple[datetime.date, ...]) -> bool:
    if entry.start is None or entry.last > entry.first:
        return entry.first <= days[-1] and entry.last >= days[0]
    return days[0] <= column_day(entry) <= days[-1]


def _by_day(entry: TimedEntry) -> tuple[datetime.date, int]:
    return entry.first, entry.start if entry.start is not None else WEEK * DAY


def _reading_order(block: Block) -> tuple[bool, int, int]:
    return not block.in_band, block.rect.y, block.rect.x
