"""The week: seven columns of hours; move by drag or keys in steps of ten minutes, pull the lower edge to lengthen."""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from director_app.domain.timeline import DAY
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
from director_app.ui.schedule.grid_view import GridView, qrect
from director_app.ui.schedule.moves import Place
from director_app.ui.schedule.painting import Crowd
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.verbs import Verbs
from director_app.ui.schedule.week_painting import WeekPainter, WeekScene, crowd_of

STEP = 10
"""Minutes to which times snap."""
HOUR_GROWN = 72
_EDGE_REACH = 5
_ZOOMS = (24, 32, 44, 60, 80, 100, 120)


class WeekView(GridView):
    """A week."""

    def __init__(self, state: ScheduleState, verbs: Verbs, drag: Drag, parent: QWidget | None = None) -> None:
        super().__init__(state, verbs, drag, parent)
        self.setObjectName("schedule-week")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hour = HOUR
        self._zoomed = False
        self._crowd: tuple[tuple[int, int, int], Crowd | None] | None = None
        self._unfolded = False
        self._days = week_of(state.day)
        self._stretching: tuple[str, int] | None = None
        self._stretched_end: int | None = None
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
        if not self._zoomed:
            self._hour = self._fitting_hour(axis)
            axis = axis_for(entries, self._hour, unfolded=self._unfolded)
        self.layout_now = layout_week(days, entries, self.viewport().width(), axis)
        room = max(1, self.viewport().height() - self._top())
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, axis.height + 8 - room))
        bar.setPageStep(room)
        bar.setSingleStep(self._hour)

    def _fitting_hour(self, axis: Axis) -> int:
        """Hours grow into the room there is, until she zooms herself."""
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
        step = STEP if snaps else 1
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

    def key_step(self) -> tuple[int, int]:
        """Down is ten minutes."""
        return 0, STEP

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The lower edge of an item changes its end."""
        where = event.position().toPoint()
        key = self._edge_at(where)
        if key is not None and event.button() == Qt.MouseButton.LeftButton and not self.state.desk.is_read_only:
            self.state.select(key)
            item = self.state.items.item(key)
            start = item.start if item is not None and item.start is not None else 0
            self._stretching = (key, start)
            self._stretched_end = None
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the edge along."""
        if self._stretching is None:
            super().mouseMoveEvent(event)
            return
        step = 1 if event.modifiers() & Qt.KeyboardModifier.AltModifier else STEP
        minute = self.layout_now.axis.minute_at(event.position().y() - self._offset(), step)
        start = self._stretching[1]
        self._stretched_end = max(start + 5, minute if minute >= start else minute + DAY)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The item ends here."""
        if self._stretching is None:
            super().mouseReleaseEvent(event)
            return
        (key, _start), end = self._stretching, self._stretched_end
        self._stretching = self._stretched_end = None
        one = self.verbs.delivery(key)
        if one is not None and end is not None and end != one.end:
            self.verbs.set_end(one, end)
        self.viewport().update()

    def escape(self) -> bool:
        """Let go of the edge first."""
        if self._stretching is not None:
            self._stretching = self._stretched_end = None
            self.viewport().update()
            return True
        return super().escape()

    def _edge_at(self, where: QPoint) -> str | None:
        block = self._block_at(where)
        if block is None or block.in_band or block.rect.h < 24:
            return None
        bottom = block.rect.bottom + self._offset()
        one = self.verbs.delivery(block.key)
        near = bottom - _EDGE_REACH <= where.y() <= bottom + 1
        return block.key if near and one is not None and not one.is_locked else None

    def hover(self, where: QPoint) -> None:
        """The lower edge shows that it can be pulled."""
        if self._edge_at(where) is not None:
            self.viewport().setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            super().hover(where)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom the hours."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def zoom(self, step: int) -> None:
        """Make the hours higher or lower."""
        nearest = min(range(len(_ZOOMS)), key=lambda position: abs(_ZOOMS[position] - self._hour))
        wanted = _ZOOMS[min(max(nearest + step, 0), len(_ZOOMS) - 1)]
        self._hour = min(max(wanted, HOUR_LEAST), HOUR_MOST)
        self._zoomed = True
        self.refresh()

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
        if self._stretching is not None and self._stretched_end is not None:
            self._paint_stretching(painter)
        if self.state.current is None and self.shows_cursor() and self.state.cursor in self._days:
            column = self._days.index(self.state.cursor)
            left, right = self.layout_now.columns[column], self.layout_now.columns[column + 1]
            self.paint_cursor(painter, QRect(left, 0, right - left, HEAD))

    def _paint_stretching(self, painter: QPainter) -> None:
        if self._stretching is None or self._stretched_end is None:
            return
        theme, wording = self.state.desk.theme, self.state.desk.wording
        for rect in self.rects_of(self._stretching[0]):
            y = self.layout_now.axis.y_of(self._stretched_end) + self._offset()
            painter.fillRect(rect.left(), y - 1, rect.width(), 2, theme.color("accent"))
            pen = self.state.painter_for(self.devicePixelRatioF())
            text = wording.clock(self._stretched_end)
            painter.fillRect(
                QRect(rect.left(), y + 2, int(pen.texts.width(text, "micro")) + 8, 17), theme.color("accent")
            )
            pen.texts.draw(painter, "micro", theme.color("on-accent"), rect.left() + 4, y + 2, 60, text)


def _shown(entry: TimedEntry, days: tuple[datetime.date, ...]) -> bool:
    if entry.start is None or entry.last > entry.first:
        return entry.first <= days[-1] and entry.last >= days[0]
    return days[0] <= column_day(entry) <= days[-1]


def _by_day(entry: TimedEntry) -> tuple[datetime.date, int]:
    return entry.first, entry.start if entry.start is not None else WEEK * DAY


def _reading_order(block: Block) -> tuple[bool, int, int]:
    return not block.in_band, block.rect.y, block.rect.x
