"""The two tabs of the workspace of places, as words in the toolbar with a line under the one that is open."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from director_app.ui import tokens
from director_app.ui.look import Look
from director_app.ui.widgets.focus_ring import shows_focus

_SIDE = 8


class Tabs(QWidget):
    """Words side by side; the open one is strong and underlined at the foot of the toolbar.

    Signals: ``chosen(int)``.
    """

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._texts: tuple[str, ...] = ()
        self._current = 0
        self.setFixedHeight(tokens.TOOLBAR_HEIGHT - 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.theme_changed.connect(self.update)

    def set_texts(self, texts: tuple[str, ...]) -> None:
        """Name the tabs."""
        self._texts = texts
        self._describe()
        self.updateGeometry()
        self.update()

    def open(self, place: int) -> None:
        """Show a tab as open without telling."""
        self._current = place
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        return QSize(sum(rect.width() for rect in self._rects()), self.height())

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        for place, rect in enumerate(self._rects()):
            if rect.contains(event.position().toPoint()):
                self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows open the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self._choose(max(0, min(len(self._texts) - 1, self._current + step)))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw words and line."""
        painter = QPainter(self)
        for place, (text, rect) in enumerate(zip(self._texts, self._rects(), strict=True)):
            is_open = place == self._current
            painter.setFont(self._look.font("strong" if is_open else "body", tabular=True))
            painter.setPen(self._look.color("text" if is_open else "text2"))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)
            if is_open:
                inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
                painter.fillRect(QRect(inner.left(), self.height() - 2, inner.width(), 2), self._look.color("accent"))
        if shows_focus(self):
            painter.setPen(QPen(self._look.color("focus"), 2))
            painter.drawRoundedRect(self._rects()[self._current].adjusted(2, 8, -2, -8), 5, 5)
        painter.end()

    def _choose(self, place: int) -> None:
        if place != self._current:
            self.open(place)
            self.chosen.emit(place)

    def _describe(self) -> None:
        if self._texts:
            self.setAccessibleDescription(self._texts[self._current])

    def _rects(self) -> list[QRect]:
        metrics = QFontMetrics(self._look.font("strong", tabular=True))
        found, left = [], 0
        for text in self._texts:
            width = metrics.horizontalAdvance(text) + 2 * _SIDE
            found.append(QRect(left, 0, width, self.height()))
            left += width
        return found
