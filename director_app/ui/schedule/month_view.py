"""The month: six weeks at most, items in their days, bars across days, one day opened in place."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QRegion, QWheelEvent
from PySide6.QtWidgets import QWidget

from director_app.ui.schedule.geometry import WEEK, Rect, overlap, weeks_of_month
from director_app.ui.schedule.geometry_month import HEAD, Cell, MonthLayout, Placed, layout_month
from director_app.ui.schedule.gestures import Drag
from director_app.ui.schedule.grid_view import GridView, qrect
from director_app.ui.schedule.month_painting import MonthPainter, MonthScene, close_box
from director_app.ui.schedule.moves import Place
from director_app.ui.schedule.overlay import paint_cursor
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.verbs import Verbs

_WHEEL_STEP = 120


class MonthView(GridView):
    """A month.

    Signals: ``list_wanted(date)`` when an opened day holds more than the window.
    """

    list_wanted = Signal(object)

    def __init__(self, state: ScheduleState, verbs: Verbs, drag: Drag, parent: QWidget | None = None) -> None:
        super().__init__(state, verbs, drag, parent)
        self.setObjectName("schedule-month")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.opened: datetime.date | None = None
        self._month = (state.day.year, state.day.month)
        self._wheel = 0
        self.layout_now: MonthLayout = layout_month(weeks_of_month(*self._month), [], 700, 500)
        state.turned.connect(self._close_foreign_day)

    # -- where things stand --------------------------------------------------------------------------------------

    def relayout(self) -> None:
        """Lay the month out for the present size."""
        state = self.state
        self._month = (state.day.year, state.day.month)
        weeks = weeks_of_month(*self._month, sunday_first=state.desk.plan.season.week_starts_on_sunday)
        entries, more = state.items.month_entries(weeks[0][0], weeks[-1][-1])
        size = self.viewport().size()
        room = max(1, size.height() - HEAD)
        self.layout_now = layout_month(weeks, entries, size.width(), room, self.opened, more=more)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self.layout_now.height - room))
        bar.setPageStep(room)
        bar.setSingleStep(40)

    def base_key(self) -> tuple[Any, ...]:
        """The month and the opened day."""
        return (*self._month, self.opened, self.state.marks)

    def _offset(self) -> int:
        return HEAD - self.verticalScrollBar().value()

    def key_at(self, where: QPoint) -> str | None:
        """The item under a point."""
        piece = self._piece_at(where)
        return piece.key if piece else None

    def _piece_at(self, where: QPoint) -> Placed | None:
        return self.layout_now.placed_at(where.x(), where.y() - self._offset()) if where.y() >= HEAD else None

    def drawn_keys(self) -> Iterable[str]:
        """The items laid out."""
        return (one.key for one in self.layout_now.placed)

    def rects_of(self, key: str) -> list[QRect]:
        """Where an item stands; in the opened day when it is there."""
        pieces, panel = self.layout_now.pieces_of(key), self.layout_now.panel
        if panel is not None and any(piece.in_panel for piece in pieces):
            pieces = [piece for piece in pieces if piece.in_panel]
        elif panel is not None:
            pieces = [piece for piece in pieces if not overlap(piece.rect, panel.rect)]
        return [qrect(piece.rect, 0, self._offset()) for piece in pieces]

    def tip_at(self, where: QPoint) -> str:
        """A day with what it is called, which its head may have no room for."""
        found = self.place_at(where)
        mark = self.state.marks.of(found[0].day) if found is not None else None
        if found is None or mark is None or not (mark.holiday or mark.is_culture_day):
            return ""
        wording = self.state.desk.wording
        names = (mark.holiday, wording.text("Culture Day") if mark.is_culture_day else "")
        return " · ".join((wording.date_short(found[0].day), *filter(None, names)))

    def place_at(self, where: QPoint, *, grip: int = 0, snaps: bool = True) -> tuple[Place, QRect] | None:
        """The day under a point; the time stays."""
        del grip, snaps
        x = min(max(where.x(), 0), self.layout_now.width - 1)
        y = min(max(where.y() - self._offset(), 0), self.layout_now.height - 1)
        panel = self.layout_now.panel
        if panel is not None and panel.rect.contains(x, y):
            return Place(panel.day), qrect(panel.rect, 0, self._offset())
        cell = self.layout_now.cell_at(x, y)
        return (Place(cell.day), qrect(cell.rect, 0, self._offset())) if cell else None

    def area_of_day(self, day: datetime.date) -> QRect:
        """Below the number of a day's cell."""
        cell = self.layout_now.cell_of(day)
        if cell is None:
            return super().area_of_day(day)
        return qrect(cell.rect, 0, self._offset()).translated(0, 22)

    def order(self) -> list[str]:
        """All items, day by day, those without room included."""
        first, last = self.layout_now.cells[0].day, self.layout_now.cells[-1].day
        entries = self.state.items.entries(first, last)
        return [entry.key for entry in sorted(entries, key=_first_day)]

    # -- keys ----------------------------------------------------------------------------------------------------

    def step_of(self, dx: int, dy: int) -> tuple[int, int]:
        """Sideways a day, down a week."""
        return dx + WEEK * dy, 0

    def neighbour(self, dx: int, dy: int) -> tuple[str | None, datetime.date]:
        """Down walks through the items of a day, then on to the day below; sideways keeps the height."""
        cursor = self.state.cursor
        here = self._keys_on(cursor)
        at = here.index(self.state.current) if self.state.current in here else -1
        if dy:
            inside = at + dy
            if 0 <= inside < len(here) and (at >= 0 or dy > 0):
                return here[inside], cursor
            if at > 0 or (at == 0 and dy < 0):
                at = -1
        day = cursor + datetime.timedelta(days=dx + WEEK * dy)
        return self._into(day, max(at, 0) if dx else (0 if dy > 0 else -1))

    def _into(self, day: datetime.date, at: int) -> tuple[str | None, datetime.date]:
        if self.layout_now.cell_of(day) is None:
            self.state.day = day
            self.state.turned.emit()
        keys = self._keys_on(day)
        if not keys:
            return None, day
        return keys[min(at, len(keys) - 1) if at >= 0 else (0 if at == 0 else len(keys) - 1)], day

    def _keys_on(self, day: datetime.date) -> list[str]:
        """What can be reached on a day: what is drawn there, from top to bottom."""
        cell = self.layout_now.cell_of(day)
        if cell is None:
            return []
        panel = self.layout_now.panel
        if panel is not None and panel.day == day:
            return [piece.key for piece in self.layout_now.placed if piece.in_panel]
        found = [piece for piece in self.layout_now.placed if not piece.in_panel and _touches(piece, cell)]
        return [piece.key for piece in sorted(found, key=_height)]

    def escape(self) -> bool:
        """Close the opened day first."""
        if self.opened is not None:
            self.open_day(None)
            return True
        return super().escape()

    def reveal(self) -> None:
        """Scroll the cursor's row into view."""
        cell = self.layout_now.cell_of(self.state.cursor)
        bar = self.verticalScrollBar()
        if cell is None or bar.maximum() == 0:
            return
        room = self.viewport().height() - HEAD
        if cell.rect.y < bar.value():
            bar.setValue(cell.rect.y)
        elif cell.rect.bottom > bar.value() + room:
            bar.setValue(cell.rect.bottom - room)

    def bring_out(self, key: str) -> None:
        """Open the day of an item that is behind "+3"."""
        if not self.layout_now.pieces_of(key):
            self.open_day(self.state.cursor)

    # -- the opened day ------------------------------------------------------------------------------------------

    def open_day(self, day: datetime.date | None) -> None:
        """Open a day in place, or close the one that is open."""
        self.opened = day
        self.refresh()

    def _close_foreign_day(self) -> None:
        if self.opened is not None and (self.opened.year, self.opened.month) != (
            self.state.day.year,
            self.state.day.month,
        ):
            self.open_day(None)

    def click_elsewhere(self, where: QPoint) -> bool:
        """Open the day behind "+3"; close the opened day by its cross or by a click beside it."""
        x, y = where.x(), where.y() - self._offset()
        panel = self.layout_now.panel
        if panel is not None:
            inside = panel.rect.contains(x, y)
            more = [one for one in self.layout_now.overflows if one.in_panel and one.rect.contains(x, y)]
            if more:
                self.list_wanted.emit(panel.day)
            elif not inside or _contains(close_box(panel), x, y):
                self.open_day(None)
            return True
        more_here = self.layout_now.overflow_at(x, y)
        if more_here is not None and where.y() >= HEAD:
            self.state.cursor = more_here.day
            self.open_day(more_here.day)
            return True
        return where.y() < HEAD

    def hover(self, where: QPoint) -> None:
        """A hand over what can be clicked."""
        x, y = where.x(), where.y() - self._offset()
        if self.layout_now.overflow_at(x, y) is not None and where.y() >= HEAD:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            super().hover(where)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls where there is more, else it turns the months."""
        if self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        if abs(self._wheel) >= _WHEEL_STEP:
            self.page_wanted.emit(-1 if self._wheel > 0 else 1)
            self._wheel = 0
        event.accept()

    # -- painting ------------------------------------------------------------------------------------------------

    def paint_base(self, painter: QPainter) -> None:
        """Grid, items, weekday names."""
        scene = MonthScene(self.layout_now, self.state.items, self.state.marks, self.state.desk.wording, self._month[1])
        drawing = MonthPainter(self.state.painter_for(self.devicePixelRatioF()))
        painter.translate(0, self._offset())
        drawing.grid(painter, scene)
        painter.resetTransform()
        drawing.head(painter, scene)

    def paint_overlay(self, painter: QPainter) -> None:
        """Rings and the keyboard's day."""
        painter.setClipRect(QRect(0, HEAD, self.viewport().width(), self.viewport().height()))
        self.paint_rings(painter)
        if self.state.current is None and self.shows_cursor():
            cell = self.layout_now.cell_of(self.state.cursor)
            panel = self.layout_now.panel
            if panel is not None:  # nothing is drawn over the opened day
                around = QRegion(0, HEAD, self.viewport().width(), self.viewport().height())
                painter.setClipRegion(around.subtracted(QRegion(qrect(panel.rect, 0, self._offset()))))
            if cell is not None:
                paint_cursor(painter, self.state.desk.theme, qrect(cell.rect, 0, self._offset()))


def _first_day(entry: Any) -> datetime.date:
    day: datetime.date = entry.first
    return day


def _touches(piece: Placed, cell: Cell) -> bool:
    rect = piece.rect
    return rect.x < cell.rect.right and rect.right > cell.rect.x and cell.rect.y <= rect.y < cell.rect.bottom


def _height(piece: Placed) -> int:
    return piece.rect.y


def _contains(rect: Rect, x: float, y: float) -> bool:
    return rect.contains(x, y)
