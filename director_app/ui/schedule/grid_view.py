"""What month, week, day and season share: selection, keys, dragging, typing and questions on a painted grid."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from director_app.domain.facts import Subject
from director_app.ui.forms.typed_dates import read_days
from director_app.ui.schedule.geometry import Rect
from director_app.ui.schedule.gestures import Cargo, Drag, Target
from director_app.ui.schedule.grid_asking import GridAsking
from director_app.ui.schedule.grid_edges import EdgeScroll
from director_app.ui.schedule.grid_keys import GridKeys
from director_app.ui.schedule.grid_typing import GridTyping
from director_app.ui.schedule.items import subject_of
from director_app.ui.schedule.moves import Place
from director_app.ui.schedule.overlay import paint_origin, paint_ring, paint_target
from director_app.ui.schedule.painted_grid import PaintedGrid
from director_app.ui.schedule.rubber_band import RubberBand
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.typing_line import one_line
from director_app.ui.schedule.verbs import Verbs
from director_app.ui.widgets.focus_ring import came_by_key

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_EXTENDS = Qt.KeyboardModifier.ShiftModifier
_TOGGLES = Qt.KeyboardModifier.ControlModifier


class GridView(PaintedGrid):
    """A grid of days; it never changes the plan itself.

    Signals: ``menu_wanted(QPoint, object)`` with a global point and, on empty time, its Place; ``page_wanted(int)`` for
    the next (1) or previous (-1) month or week.
    """

    menu_wanted = Signal(object, object)
    page_wanted = Signal(int)

    def __init__(self, state: ScheduleState, verbs: Verbs, drag: Drag, parent: QWidget | None = None) -> None:
        super().__init__(state, verbs, parent)
        self.drag = drag
        self._pressed: tuple[QPoint, str | None] | None = None
        self._plain_click: str | None = None
        self._toggle_click: str | None = None
        self._selected_before: frozenset[Subject] = frozenset()
        self._target: Target | None = None
        self.typing = GridTyping(state, verbs, self.viewport())
        self.line = self.typing.line
        self.line.finished.connect(self.setFocus)
        self.asking = GridAsking(state, verbs, self.line, self.viewport())
        self.asking.card.finished.connect(self.setFocus)
        self.band = RubberBand(state, self.keys_in)
        self.edges = EdgeScroll(self, self._scrolled_on)
        self._pulled_to = QPoint()
        self._keys = GridKeys(self)
        drag.add_zone(self.viewport(), self)
        drag.moved.connect(self._drag_moved)
        drag.ended.connect(self._drag_ended)
        state.refreshed.connect(self.refresh)
        state.turned.connect(self.turn)
        state.selected.connect(self._selection_moved)

    # -- for subclasses ----------------------------------------------------------------------------------------

    def place_at(self, where: QPoint, *, grip: int = 0, snaps: bool = True) -> tuple[Place, QRect] | None:
        """The place under a point, and what to mark."""
        raise NotImplementedError

    def order(self) -> list[str]:
        """All items in reading order."""
        raise NotImplementedError

    def keys_in(self, area: QRect) -> list[str]:
        """The deliveries that a rectangle of the viewport touches."""
        return [
            key for key in self.order() if self.verbs.delivery(key) and any(map(area.intersects, self.rects_of(key)))
        ]

    def place_now(self) -> Place:
        """Where the keyboard stands, for what is pasted."""
        return Place(self.state.cursor)

    def neighbour(self, dx: int, dy: int) -> tuple[str | None, datetime.date]:
        """Where an arrow leads from the keyboard's position: an item, or a day without one."""
        raise NotImplementedError

    def step_of(self, dx: int, dy: int) -> tuple[int, int]:
        """How far an arrow moves an item with Ctrl, or one of its ends with Shift: days, minutes."""
        raise NotImplementedError

    def move_by(self, dx: int, dy: int) -> None:
        """Ctrl with an arrow: move the selection."""
        self.verbs.shift(*self.step_of(dx, dy))

    def bring_out(self, key: str) -> None:
        """Show an item that is in the plan but had no room."""

    def click_elsewhere(self, where: QPoint) -> bool:
        """A click beside items; True when it meant something."""
        del where
        return False

    def paint_rings(self, painter: QPainter) -> None:
        """The rings of selected items, and what is being dragged at its old place."""
        theme = self.state.desk.theme
        for key in self._selected_keys():
            paint = paint_origin if self.drag.carries(key) else paint_ring
            for rect in self.rects_of(key):
                paint(painter, theme, rect)
        for key in self.state.cut:
            for rect in self.rects_of(key):
                paint_origin(painter, theme, rect)
        self.band.paint(painter)
        if self._target is not None:
            paint_target(painter, theme, self._target.area.translated(-self.viewport().mapToGlobal(QPoint(0, 0))))

    def _selected_keys(self) -> Iterator[str]:
        """The selected ones among those drawn: a whole season may be selected, and a few hundred are seen."""
        selection = self.state.desk.selection
        for key in dict.fromkeys(self.drawn_keys() if selection else ()):
            if subject_of(key) in selection:
                yield key

    def shows_cursor(self) -> bool:
        """Whether the keyboard moves here, so that its day is ringed."""
        return self.state.is_by_keyboard and self.hasFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Where a key brought the focus, it is seen where the next key begins."""
        held = QApplication.keyboardModifiers() & (_TOGGLES | Qt.KeyboardModifier.AltModifier)  # as in Ctrl+2
        if came_by_key(event) or (event.reason() == Qt.FocusReason.OtherFocusReason and held):
            self.state.is_by_keyboard = True
        super().focusInEvent(event)
        if self.state.is_by_keyboard:
            self.reveal()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        super().focusOutEvent(event)
        self.viewport().update()

    # -- the mouse ---------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, or begin what may become a drag."""
        self.state.is_by_keyboard = False
        where = event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        key = self.key_at(where)
        self._pressed = (where, key)
        self._plain_click = self._toggle_click = None
        if key is None:
            self._selected_before = self.state.desk.selection
            if self.click_elsewhere(where):
                self._pressed = None
                return
            place = self.place_at(where)
            if place is not None and not event.modifiers() & (_TOGGLES | _EXTENDS):
                self.state.put_cursor(place[0].day)
            return
        self._choose(key, event.modifiers(), where)

    def _choose(self, key: str, modifiers: Qt.KeyboardModifier, where: QPoint) -> None:
        if modifiers & _TOGGLES:
            self._toggle_click = key  # it may become the drag of a copy
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
        if self.band.is_pulled:
            self._pulled_to = where
            self.band.pull(where)
            self.edges.follow(where)
            return
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self.hover(where)
            return
        origin, key = self._pressed
        if (where - origin).manhattanLength() < QApplication.startDragDistance():
            return
        if key is None:
            self.band.begin(origin, self._selected_before, adds=bool(event.modifiers() & (_TOGGLES | _EXTENDS)))
            self.band.pull(where)
            return
        cargo = self.cargo_for(key, origin)
        if cargo is not None and not self.state.desk.is_read_only:
            self._plain_click = self._toggle_click = None
            QToolTip.hideText()
            self.drag.begin(cargo, self.viewport().mapToGlobal(where), event.modifiers())
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop, or finish the click."""
        self.edges.stop()
        if self.drag.cargo is not None:
            self.drag.move(self.viewport().mapToGlobal(event.position().toPoint()), event.modifiers())
            self.drag.drop()
        elif self.band.is_pulled:
            self.band.finish()
            self.viewport().update()
        elif self._toggle_click is not None:
            self.state.toggle(self._toggle_click)
        elif self._plain_click is not None:
            self.state.select(self._plain_click)
        self._pressed = self._plain_click = self._toggle_click = None

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
        """The menu of what is under the pointer or selected; on empty time, of that time."""
        where, place = event.globalPos(), None
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            current = self.state.current
            rects = self.rects_of(current) if current else [self.area_of_day(self.state.cursor)]
            where = self.viewport().mapToGlobal(rects[0].bottomLeft()) if rects else where
            place = None if current else self.place_now()
        else:
            local = self.viewport().mapFromGlobal(where)
            key = self.key_at(local)
            if key is None:
                found = self.place_at(local)
                place = found[0] if found else None
                self.state.put_cursor(place.day if place else self.state.cursor)
            elif not self.state.is_selected(key):
                self.state.select(key)
        self.menu_wanted.emit(where, place)

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

    def _drag_moved(self, where: QPoint, _target: object) -> None:
        self._pulled_to = self.viewport().mapFromGlobal(where)
        if self.isVisible() and self.viewport().rect().contains(self._pulled_to):
            self.edges.follow(self._pulled_to)
        else:
            self.edges.stop()

    def _scrolled_on(self, moved: QPoint) -> None:
        """The grid went on under what is pulled to its edge."""
        if self.band.is_pulled:
            self.band.scroll(moved)
            self.band.pull(self._pulled_to)
            self.viewport().update()
        elif self.drag.cargo is not None:
            self.drag.again(QApplication.keyboardModifiers())

    def _drag_ended(self) -> None:
        self.edges.stop()
        self._pressed = self._plain_click = self._toggle_click = None
        self._target = None
        self.viewport().unsetCursor()
        self.viewport().update()

    # -- keys --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows select, Ctrl moves with them, Shift pulls the end, Alt+Shift the start; Enter and T type; Delete."""
        if self.band.is_pulled and event.key() == Qt.Key.Key_Escape:
            self.band.cancel()
            self.edges.stop()
            self._pressed = None
            return
        if self.drag.cargo is not None:
            if event.key() == Qt.Key.Key_Escape:
                self.drag.cancel()
            elif event.key() == Qt.Key.Key_Control:
                self.drag.again(_TOGGLES)
            elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.page_wanted.emit(1 if event.key() == Qt.Key.Key_PageDown else -1)
            return
        self.state.is_by_keyboard = True
        if event.key() in _ARROWS:
            self._arrow(*_ARROWS[Qt.Key(event.key())], event.modifiers())
            return
        if not self._keys.press(event):
            event.ignore()  # the page knows more keys

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Ctrl let go: what is dragged is moved, not copied."""
        if self.drag.cargo is not None and event.key() == Qt.Key.Key_Control:
            self.drag.again(Qt.KeyboardModifier.NoModifier)
        super().keyReleaseEvent(event)

    def _arrow(self, dx: int, dy: int, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.move_by(dx, dy)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            stretch = self.verbs.stretch_start if modifiers & Qt.KeyboardModifier.AltModifier else self.verbs.stretch
            stretch(*self.step_of(dx, dy))
        else:
            key, day = self.neighbour(dx, dy)
            if key is not None:
                self.state.walk_to(key, day)
            else:
                self.state.walk_off(day)

    def escape(self) -> bool:
        """Give back what was cut or picked; False when there was nothing."""
        if self.verbs.copies.give_up_cut():
            return True
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

    # -- questions and the clipboard -------------------------------------------------------------------------------

    def area_now(self) -> QRect:
        """Where the keyboard stands in the viewport."""
        rects = self.rects_of(self.state.current) if self.state.current else []
        return rects[0] if rects else self.area_of_day(self.state.cursor)

    def ask_day(self) -> None:
        """To which day the selection goes."""
        self.asking.day(self.area_now())

    def ask_shift(self) -> None:
        """By how many minutes the rest of the day shifts."""
        self.asking.shift(self.area_now())

    def ask_dates(self) -> None:
        """On which dates the item stands too."""
        self.asking.dates(self.area_now())

    def ask_series(self) -> None:
        """How far the last change reaches in the series."""
        self.asking.series(self.area_now())

    def page_forth(self) -> None:
        """The next month, week or day."""
        self.page_wanted.emit(1)

    def page_back(self) -> None:
        """The month, week or day before."""
        self.page_wanted.emit(-1)

    def put_nearest(self) -> None:
        """Put the item into the nearest good place."""
        self.asking.nearest_place()

    def repeat(self) -> None:
        """The selection once more, a week later."""
        self.verbs.copies.repeat()

    def toggle_lock(self) -> None:
        """Lock or unlock the selection."""
        self.verbs.toggle_lock()

    def remove(self) -> None:
        """Take the selection away."""
        self.asking.remove(self.area_now())

    def keep(self) -> None:
        """Keep the item at the keyboard selected while the arrows walk on, or no more."""
        kept, wording = self.state.keep(), self.state.desk.wording
        if kept is not None:
            n = len(self.state.desk.selection)
            said = wording.plural("Kept, {n} selected", "Kept, {n} selected", n)
            self.state.announce(said if kept else wording.plural("Let go, {n} selected", "Let go, {n} selected", n))

    def select_all(self) -> None:
        """Select everything shown."""
        self.state.select_all(self.order())

    def paste(self, place: Place | None = None) -> None:
        """Paste items where the keyboard stands or at a place; dates for the selected item; else a typed line."""
        if self.state.desk.is_read_only or self.verbs.copies.paste(place or self.place_now()):
            return
        text = QApplication.clipboard().text().strip()
        if not text:
            return
        if self.state.current is not None and self.state.desk.selection and not read_days(text, self.state.cursor)[1]:
            self.asking.dates(self.area_now(), one_line(text))
        else:
            self.type_new(place or self.place_now(), self.area_of_day(self.state.cursor))
            self.line.field.insert(one_line(text))


def qrect(rect: Rect, dx: int = 0, dy: int = 0) -> QRect:
    """A rectangle of the geometry as Qt's, moved."""
    return QRect(rect.x + dx, rect.y + dy, rect.w, rect.h)
