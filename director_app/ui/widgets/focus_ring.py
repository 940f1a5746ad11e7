"""The focus ring: two pixels wide, one pixel off, around whatever has the keyboard."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from director_app.ui.look import Look
from director_app.ui.widgets.segments import Segments

_MARGIN = 3
_FIELDS = (QLineEdit, QPlainTextEdit)
_BY_KEYBOARD = (QAbstractButton, QComboBox, Segments)
_FOLLOWED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show})


class FocusRing(QObject):
    """Follows the focus through the whole application. Fields always get the ring, buttons when reached by key.

    A widget that shows its focus itself says so with the property ``ring`` = ``none``.
    """

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def target(self) -> QWidget | None:
        """What the ring is around."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around the widget when it or anything it stands in moves; red while what stands in it was refused."""
        if event.type() in _FOLLOWED:
            self._place()
        elif event.type() == QEvent.Type.DynamicPropertyChange and watched is self._target:
            self._colour()
        return super().eventFilter(watched, event)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if new is None or not _wants_ring(new):
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
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self._place()

    def _leave(self) -> None:
        for widget in self._watched:
            if shiboken6.isValid(widget):
                widget.removeEventFilter(self)
        self._watched = []
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
    # A press of the mouse that brought the focus is still going on when the news of it comes.
    by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
    return isinstance(widget, _BY_KEYBOARD) and not by_mouse


def _host_of(widget: QWidget) -> QWidget:
    """What the ring is drawn on: the scrolled area the widget is in, else its window."""
    below = widget
    above = widget.parentWidget()
    while above is not None and not below.isWindow():
        if isinstance(above, QAbstractScrollArea) and above.viewport() is below:
            return below
        below, above = above, above.parentWidget()
    return below
