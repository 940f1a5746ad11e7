"""Where the keyboard is seen: one place decides for the whole window, and draws a ring around most of what has it.

Who works with the mouse sees no ring around what was clicked; who uses keys always sees where the next one goes. The
ring is two pixels wide and one pixel off. What paints the keyboard's place itself (a cell of a strip, an open tab)
carries the property ``ring`` = ``none`` and asks :func:`shows_focus`; what is no button and wants the ring around it
carries ``ring`` = ``whole``.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from director_app.ui.look import Look
from director_app.ui.widgets.segments import Segments

_MARGIN = 3
_FIELDS = (QLineEdit, QPlainTextEdit)
_BY_KEYBOARD = (QAbstractButton, QComboBox, Segments)
_MODIFIERS = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta})
_POINTED = "reached by pointer"
_REASONS = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)
_FOLLOWED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show})


def shows_focus(widget: QWidget) -> bool:
    """Whether a widget has the keyboard and somebody uses it: it was reached by key, or a key was pressed since."""
    return widget.hasFocus() and not widget.property(_POINTED)


def is_ringed(option: QStyleOptionViewItem) -> bool:
    """Whether a delegate paints the row or cell where the next key goes."""
    return bool(option.state & QStyle.StateFlag.State_HasFocus) and shows_focus(option.widget)


def came_by_key(event: QFocusEvent) -> bool:
    """Whether a key brought the focus here."""
    return event.reason() in _REASONS


class FocusRing(QObject):
    """Follows the focus through the whole application. Fields always get the ring, all else when keys are used."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._focused: QWidget | None = None
        self._by_pointer = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def target(self) -> QWidget | None:
        """What the ring is around."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around the widget when it or anything it stands in moves; red while what stands in it was refused."""
        kind = event.type()
        if kind in _FOLLOWED:
            self._place()
        elif kind == QEvent.Type.DynamicPropertyChange and watched is self._target:
            self._colour()
        elif kind == QEvent.Type.MouseButtonPress:
            self._use(by_pointer=True)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() not in _MODIFIERS:
            self._use(by_pointer=False)
        return super().eventFilter(watched, event)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if new is None:
            return
        # A press of the mouse that brought the focus is still going on when the news of it comes. A focus that moves
        # on without a press or a key of its own is seen as the one before was.
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_pointer = True
        self._focused = new
        self._watch(new)
        if isinstance(new, QAbstractItemView):
            self._watch(new.viewport())
        new.setProperty(_POINTED, self._by_pointer)
        self._follow(new)

    def _use(self, *, by_pointer: bool) -> None:
        """What has the focus is used by key or by mouse from now on."""
        widget = self._focused
        if by_pointer == self._by_pointer or widget is None or not shiboken6.isValid(widget):
            return
        self._by_pointer = by_pointer
        widget.setProperty(_POINTED, by_pointer)
        (widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget).update()
        self._leave_target()
        self._follow(widget)

    def _follow(self, new: QWidget) -> None:
        """Put the ring around what wants it."""
        if not _wants_ring(new):
            return
        host = _host_of(new)
        if self._ring is None or not shiboken6.isValid(self._ring):
            self._ring = _Ring(self._look, host)
        elif self._ring.parentWidget() is not host:
            self._ring.setParent(host)
        self._target = new
        self._colour()
        step: QWidget | None = new
        while step is not None and step is not host:
            self._watch(step)
            step = step.parentWidget()
        self._place()

    def _watch(self, widget: QWidget) -> None:
        if widget not in self._watched:
            widget.installEventFilter(self)
            self._watched.append(widget)

    def _leave(self) -> None:
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
        self._focused = None
        self._leave_target()

    def _leave_target(self) -> None:
        self._target = None
        if self._ring is not None and shiboken6.isValid(self._ring):
            self._ring.hide()

    def _colour(self) -> None:
        if self._ring is not None and self._target is not None:
            self._ring.is_wrong = bool(self._target.property("wrong"))
            self._ring.update()

    def _place(self) -> None:
        ring, target = self._ring, self._target
        if ring is None or target is None or not (shiboken6.isValid(ring) and shiboken6.isValid(target)):
            return
        host = ring.parentWidget()
        if host is None or not target.isVisibleTo(host):
            ring.hide()
            return
        corner = target.mapTo(host, QPoint(0, 0))
        ring.setGeometry(QRect(corner, target.size()).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        ring.show()
        ring.raise_()


class _Ring(QWidget):
    """The drawn ring; never in the way of the pointer."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.is_wrong = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        look.theme_changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("block" if self.is_wrong else "focus"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()


def _wants_ring(widget: QWidget) -> bool:
    if widget.property("ring") == "none":
        return False
    if isinstance(widget, _FIELDS):
        return True
    return (isinstance(widget, _BY_KEYBOARD) or widget.property("ring") == "whole") and shows_focus(widget)


def _host_of(widget: QWidget) -> QWidget:
    """What the ring is drawn on: the scrolled area the widget is in, else its window."""
    below = widget
    above = widget.parentWidget()
    while above is not None and not below.isWindow():
        if isinstance(above, QAbstractScrollArea) and above.viewport() is below:
            return below
        below, above = above, above.parentWidget()
    return below
