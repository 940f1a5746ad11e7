"""What month, week, day and season share: a painted grid with a cached picture, selection, keys, dragging, typing.

A subclass knows where things stand (its layout) and how the grid is painted; it never changes the plan itself.
"""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip, QWidget

from director_app.ui.schedule.geometry import Rect
from director_app.ui.schedule.gestures import Cargo, Drag, Target, letter_of
from director_app.ui.schedule.grid_typing import GridTyping
from director_app.ui.schedule.items import EVENT
from director_app.ui.schedule.moves import Place
from director_app.ui.schedule.overlay import paint_origin, paint_ring, paint_target
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.verbs import Verbs
from director_app.ui.words import time_text

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_EXTENDS = Qt.KeyboardModifier.ShiftModifier
_TOGGLES = Qt.KeyboardModifier.ControlModifier


class GridView(QAbstractScrollArea):
    """A grid of days.

    Signals: ``menu_wanted(QPoint)`` with a global point; ``page_wanted(int)`` for the next (1) or previous (-1) month
    or week.
    """

    menu_wanted = Signal(object)
    page_wanted = Signal(int)

    def __init__(self, state: ScheduleState, verbs: Verbs, drag: Drag, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.verbs = verbs
        self.drag = drag
        self._base: QPixmap | None = None
        self._base_key: tuple[Any, ...] = ()
        self._pressed: tuple[QPoint, str | None] | None = None
        self._plain_click: str | None = None
        self._target: Target | None = None
        self._by_keyboard = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.viewport().setMouseTracking(True)
        self.viewport().installEventFilter(self)
        self.typing = GridTyping(state, verbs, self.viewport())
        self.line = self.typing.line
        self.line.finished.connect(self.setFocus)
        drag.add_zone(self.viewport(), self)
        drag.ended.connect(self._drag_ended)
        state.refreshed.connect(self.refresh)
        state.turned.connect(self.turn)
        state.selected.connect(self._selection_moved)

    # -- for subclasses ----------------------------------------------------------------------------------------

    def relayout(self) -> None:
        """Work out where everything stands for the present size."""
        raise NotImplementedError

    def base_key(self) -> tuple[Any, ...]:
        """What the cached picture depends on beside size, theme and items."""
        raise NotImplementedError

    def paint_base(self, painter: QPainter) -> None:
        """Draw grid and items."""
        raise NotImplementedError

    def paint_overlay(self, painter: QPainter) -> None:
        """Draw what changes while the picture stays."""

    def key_at(self, where: QPoint) -> str | None:
        """The item under a point of the viewport."""
        raise NotImplementedError

    def rects_of(self, key: str) -> list[QRect]:
        """Where an item stands in the viewport."""
        raise NotImplementedError

    def place_at(self, where: QPoint, *, grip: int = 0, snaps: bool = True) -> tuple[Place, QRect] | None:
        """The place under a point, and what to mark."""
        raise NotImplementedError

    def order(self) -> list[str]:
        """All items in reading order."""
        raise NotImplementedError

    def neighbour(self, dx: int, dy: int) -> tuple[str | None, datetime.date]:
        """Where an arrow leads from the keyboard's position: an item, or a day without one."""
        raise NotImplementedError

    def step_of(self, dx: int, dy: int) -> tuple[int, int]:
        """How far an arrow moves an item with Ctrl, or one of its ends with Shift: days, minutes."""
        raise NotImplementedError

    def move_by(self, dx: int, dy: int) -> None:
        """Ctrl with an arrow: move the selection."""
        self.verbs.shift(*self.step_of(dx, dy))

    def reveal(self) -> None:
        """Scroll to where the keyboard is."""

    def bring_out(self, key: str) -> None:
        """Show an item that is in the plan but had no room."""

    def click_elsewhere(self, where: QPoint) -> bool:
        """A click beside items; True when it meant something."""
        del where
        return False

    # -- drawing -----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Something drawn differs."""
        if self.isVisible():
            self.relayout()
        self._base = None
        self.viewport().update()

    def turn(self) -> None:
        """Another day is shown."""
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self.relayout()
        self.reveal()

    def showEvent(self, event: QEvent) -> None:
        """What changed while hidden is laid out now."""
        super().showEvent(event)  # type: ignore[arg-type]  # Qt sends a QShowEvent
        self.refresh()
        self.reveal()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The picture is drawn again for another stretch."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the cached picture; draw selection and drop target over it."""
        painter = QPainter(self.viewport())
        painter.drawPixmap(event.rect(), self._picture(), self._source_of(event.rect()))
        self.paint_overlay(painter)
        painter.end()

    def _source_of(self, rect: QRect) -> QRect:
        ratio = self.devicePixelRatioF()
        return QRect(
            round(rect.x() * ratio), round(rect.y() * ratio), round(rect.width() * ratio), round(rect.height() * ratio)
        )

    def _picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        size: QSize = self.viewport().size()
        theme = self.state.desk.theme
        scrolled = (self.verticalScrollBar().value(), self.horizontalScrollBar().value())
        key = (size.toTuple(), ratio, theme.name, self.state.items.revision, scrolled, *self.base_key())
        if self._base is None or key != self._base_key:
            picture = QPixmap(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
            picture.setDevicePixelRatio(ratio)
            picture.fill(theme.color("surface"))
            painter = QPainter(picture)
            self.paint_base(painter)
            painter.end()
            self._base, self._base_key = picture, key
        return self._base

    def paint_rings(self, painter: QPainter) -> None:
        """The rings of selected items, and what is being dragged at its old place."""
        theme = self.state.desk.theme
        for subject in self.state.desk.selection:
            key = EVENT + subject.id if subject.kind == "events" else subject.id
            paint = paint_origin if self.drag.carries(key) else paint_ring
            for rect in self.rects_of(key):
                paint(painter, theme, rect)
        if self._target is not None:
            paint_target(painter, theme, self._target.area.translated(-self.viewport().mapToGlobal(QPoint(0, 0))))

    def shows_cursor(self) -> bool:
        """Whether the keyboard moves here, so that its day is ringed."""
        return self._by_keyboard and self.hasFocus()

    # -- the mouse ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, or begin what may become a drag."""
        self._by_keyboard = False
        where = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        key = self.key_at(where)
        self._pressed = (where, key)
        self._plain_click = None
        if key is None:
            if not self.click_elsewhere(where):
                place = self.place_at(where)
                if place is not None:
                    self.state.put_cursor(place[0].day)
            else:
                self._pressed = None
            return
        self._choose(key, event.modifiers(), where)

    def _choose(self, key: str, modifiers: Qt.KeyboardModifier, where: QPoint) -> None:
        if modifiers & _TOGGLES:
            self.state.toggle(key)
        elif modifiers & _EXTENDS:
            self.state.extend(key, self.order())
        elif self.state.is_selected(key):
            self._plain_click = key  # a click on one of several may become a drag of all of them
        else:
            place = self.place_at(where)
            self.state.select(key, day=place[0].day if place else None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was pressed."""
        where = event.position().toPoint()
        if self.drag.cargo is not None:
            self.drag.move(self.viewport().mapToGlobal(where), event.modifiers())
            return
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self.hover(where)
            return
        origin, key = self._pressed
        if key is None or (where - origin).manhattanLength() < QApplication.startDragDistance():
            return
        cargo = self.cargo_for(key, origin)
        if cargo is not None and not self.state.desk.is_read_only:
            self._plain_click = None
            QToolTip.hideText()
            self.drag.begin(cargo, self.viewport().mapToGlobal(where))
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop, or finish the click."""
        if self.drag.cargo is not None:
            self.drag.move(self.viewport().mapToGlobal(event.position().toPoint()), event.modifiers())
            self.drag.drop()
        elif self._plain_click is not None:
            self.state.select(self._plain_click)
        self._pressed = self._plain_click = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type: a new item on empty time, date and time on an item."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        where = event.position().toPoint()
        key = self.key_at(where)
        self._pressed = None
        if key is not None:
            self.state.select(key)
            self.type_when()
        elif not self.click_elsewhere(where):
            place = self.place_at(where)
            if place is not None:
                self.type_new(place[0], QRect(where, QSize(1, 1)))

    def hover(self, where: QPoint) -> None:
        """The pointer passes without a button."""
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if self.key_at(where) else Qt.CursorShape.ArrowCursor
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of what is under the pointer or selected."""
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            rects = self.rects_of(self.state.current) if self.state.current else []
            where = self.viewport().mapToGlobal(rects[0].bottomLeft()) if rects else where
        else:
            key = self.key_at(self.viewport().mapFromGlobal(where))
            if key is not None and not self.state.is_selected(key):
                self.state.select(key)
        self.menu_wanted.emit(where)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tool tips say the whole item, since grids have little room."""
        if watched is self.viewport() and event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            key = self.key_at(event.pos())
            item = self.state.items.item(key) if key else None
            if item is not None:
                QToolTip.showText(event.globalPos(), self.tip_of(item.key), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().eventFilter(watched, event)

    def tip_of(self, key: str) -> str:
        """All of an item in a few lines."""
        item = self.state.items.item(key)
        one = self.verbs.delivery(key)
        if item is None:
            return ""
        lines = [item.title, f"{item.number}  {item.place}".strip()]
        if one is not None:
            lines.insert(1, time_text(self.state.desk.wording, one))
        return "\n".join(line for line in lines if line)

    # -- dragging ----------------------------------------------------------------------------------------------

    def cargo_for(self, key: str, origin: QPoint) -> Cargo | None:
        """What is picked up at a point: the selection, the item under the pointer first."""
        grabbed = self.verbs.delivery(key)
        if grabbed is None:
            return None
        chosen = self.state.chosen() if self.state.is_selected(key) else [grabbed]
        others = tuple(one for one in chosen if one.id != grabbed.id)
        rects = [rect for rect in self.rects_of(key) if rect.contains(origin)] or self.rects_of(key)
        size = (min(rects[0].width(), 220), min(rects[0].height(), 64)) if rects else (140, 36)
        return Cargo((grabbed, *others), grip=self.grip_of(key, origin), size=size)

    def grip_of(self, key: str, origin: QPoint) -> int:
        """Minutes from the start of an item to the point where it was taken."""
        del key, origin
        return 0

    def target_at(self, where: QPoint, cargo: Cargo, *, snaps: bool) -> Target | None:
        """Where what is dragged would land (a drop zone's answer)."""
        found = self.place_at(self.viewport().mapFromGlobal(where), grip=cargo.grip, snaps=snaps)
        if found is None:
            return None
        place, area = found
        return Target(place, area.translated(self.viewport().mapToGlobal(QPoint(0, 0))))

    def show_target(self, target: Target | None) -> None:
        """Mark where it would land."""
        if target != self._target:
            self._target = target
            self.viewport().update()

    def _drag_ended(self) -> None:
        self._pressed = self._plain_click = None
        self._target = None
        self.viewport().unsetCursor()
        self.viewport().update()

    # -- keys --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows select, Ctrl moves with them, Shift pulls the end, Alt+Shift the start; Enter and T type; Delete."""
        if self.drag.cargo is not None:
            if event.key() == Qt.Key.Key_Escape:
                self.drag.cancel()
            elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.page_wanted.emit(1 if event.key() == Qt.Key.Key_PageDown else -1)
            return
        self._by_keyboard = True
        if event.key() in _ARROWS:
            self._arrow(*_ARROWS[Qt.Key(event.key())], event.modifiers())
            return
        if not self._other_key(event):
            event.ignore()  # the page knows more keys

    def _arrow(self, dx: int, dy: int, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.move_by(dx, dy)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            stretch = self.verbs.stretch_start if modifiers & Qt.KeyboardModifier.AltModifier else self.verbs.stretch
            stretch(*self.step_of(dx, dy))
        else:
            key, day = self.neighbour(dx, dy)
            if key is not None:
                self.state.select(key, day=day)
            else:
                self.state.put_cursor(day)

    def _other_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter()
        elif key == Qt.Key.Key_F2 or letter_of(event) == "T":
            self.type_when()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.verbs.remove()
        elif key == Qt.Key.Key_PageDown:
            self.page_wanted.emit(1)
        elif key == Qt.Key.Key_PageUp:
            self.page_wanted.emit(-1)
        elif key == Qt.Key.Key_Escape:
            return self.escape()
        elif key == Qt.Key.Key_Space and self.state.current:
            self.state.select(self.state.current)
        elif key == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.verbs.repeat()
        elif key == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.verbs.toggle_lock()
        elif key == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.state.select_all(self.order())
        else:
            return False
        return True

    def escape(self) -> bool:
        """Give back what was picked; False when there was nothing."""
        if self.state.desk.selection:
            self.state.put_cursor(self.state.cursor)
            return True
        return False

    # -- typing ------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Enter: date and time of the item, or a new item on the day."""
        if self.state.current is not None and self.state.is_selected(self.state.current):
            self.type_when()
            return
        self.type_new(Place(self.state.cursor), self.area_of_day(self.state.cursor))

    def area_of_day(self, day: datetime.date) -> QRect:
        """Where a day stands in the viewport."""
        del day
        return QRect(20, 40, 1, 1)

    def type_new(self, place: Place, area: QRect) -> None:
        """Open the line for a new item."""
        self.typing.new(place, area)

    def type_when(self) -> None:
        """Open the line for date and time of the selected item."""
        current = self.state.current
        if current is not None:
            rects = self.rects_of(current)
            self.typing.when(current, rects[0] if rects else self.area_of_day(self.state.cursor))

    # -- what a screen reader is told ----------------------------------------------------------------------------

    def _selection_moved(self) -> None:
        self.viewport().update()
        if not self.isVisible():
            return
        self.reveal()
        item = self.state.items.item(self.state.current) if self.state.current else None
        said = item.spoken if item else self.cursor_text()
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def cursor_text(self) -> str:
        """What the keyboard stands on when it is no item, for a screen reader."""
        return self.state.desk.wording.date_short(self.state.cursor)


def qrect(rect: Rect, dx: int = 0, dy: int = 0) -> QRect:
    """A rectangle of the geometry as Qt's, moved."""
    return QRect(rect.x + dx, rect.y + dy, rect.w, rect.h)
