"""The segmented switch: a few choices in one frame, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from director_app.ui import tokens
from director_app.ui.look import Look

_AIR, _LEAST_AIR = 24, 10
"""Left and right of a text together: as drawn, and where there is little room."""


class Segments(QWidget):
    """A switch between a few choices, moved by click or by the arrow keys.

    Signals: ``chosen(object)`` with the key of the choice the user made.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None, *, stretches: bool = False) -> None:
        super().__init__(parent)
        self._look = look
        self._choices: tuple[tuple[str, str, str], ...] = ()
        self._current = 0
        self._hovered = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setFixedHeight(tokens.CONTROL_HEIGHT)
        spread = QSizePolicy.Policy.Expanding if stretches else QSizePolicy.Policy.Maximum
        self.setSizePolicy(spread, QSizePolicy.Policy.Fixed)
        look.theme_changed.connect(self.update)

    def set_choices(self, choices: Sequence[tuple[str, str]], icons: Sequence[str] = ()) -> None:
        """Show these (key, text) choices; ``icons`` may name a drawing for each, or an empty text."""
        filled = tuple(icons) + ("",) * (len(choices) - len(icons))
        self._choices = tuple((key, text, icon) for (key, text), icon in zip(choices, filled, strict=True))
        self._current = min(self._current, max(0, len(choices) - 1))
        self.updateGeometry()
        self.update()

    def current(self) -> str:
        """Key of the present choice."""
        return self._choices[self._current][0] if self._choices else ""

    def choose(self, key: str) -> None:
        """Show a choice without telling anybody."""
        for position, (known, _text, _icon) in enumerate(self._choices):
            if known == key:
                self._current = position
                self.setAccessibleDescription(self._choices[position][1])
                self.update()

    def sizeHint(self) -> QSize:
        """As wide as the texts need."""
        return QSize(sum(self._widths()) + 1, tokens.CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Air gives way where there is little room; texts are never cut."""
        return QSize(self.sizeHint().width() - (_AIR - _LEAST_AIR) * len(self._choices), tokens.CONTROL_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, chosen ground, dividers and texts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        outline.addRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens.RADIUS_CONTROL, tokens.RADIUS_CONTROL
        )
        painter.fillPath(outline, self._look.color("surface"))
        painter.setClipPath(outline)
        for position, rect in enumerate(self._rects()):
            self._draw_choice(painter, position, rect)
        painter.setClipping(False)
        painter.setPen(QPen(self._look.color("control" if self.isEnabled() else "chip"), 1))
        painter.drawPath(outline)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer."""
        for position, rect in enumerate(self._rects()):
            if rect.contains(event.position().toPoint()):
                self._choose_position(position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        where = event.position().toPoint()
        self._hovered = next((i for i, rect in enumerate(self._rects()) if rect.contains(where)), -1)
        self.update()

    def leaveEvent(self, _event: object) -> None:
        """Forget the pointer."""
        self._hovered = -1
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move the choice."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self._choose_position(max(0, min(len(self._choices) - 1, self._current + step)))
        else:
            super().keyPressEvent(event)

    def _choose_position(self, position: int) -> None:
        if position != self._current and self.isEnabled():
            self._current = position
            self.setAccessibleDescription(self._choices[position][1])
            self.update()
            self.chosen.emit(self._choices[position][0])

    def _draw_choice(self, painter: QPainter, position: int, rect: QRect) -> None:
        _key, text, icon = self._choices[position]
        is_chosen = position == self._current
        if is_chosen:
            painter.fillRect(rect, self._look.color("select"))
        elif position == self._hovered:
            painter.fillRect(rect, self._look.color("hover"))
        if position:
            painter.setPen(QPen(self._look.color("control"), 1))
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        painter.setFont(self._look.font("strong" if is_chosen else "body"))
        painter.setPen(self._look.color("text" if is_chosen else "text2"))
        if icon:
            width = painter.fontMetrics().horizontalAdvance(text) + 22
            left = rect.left() + (rect.width() - width) // 2
            role = "text" if is_chosen else "text2"
            painter.drawPixmap(left, rect.top() + (rect.height() - 16) // 2, self._look.pixmap(icon, role, 16))
            rect = QRect(left + 22, rect.top(), width, rect.height())
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        else:
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text)

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(self._look.font("strong"))
        return [metrics.horizontalAdvance(text) + _AIR + (22 if icon else 0) for _key, text, icon in self._choices]

    def _rects(self) -> list[QRect]:
        widths = self._widths()
        extra = max(self.width() - sum(widths), (_LEAST_AIR - _AIR) * len(widths)) if widths else 0
        rects = []
        left = 0
        for position, width in enumerate(widths):
            share = extra * (position + 1) // len(widths) - extra * position // len(widths)
            rects.append(QRect(left, 0, width + share, self.height()))
            left += width + share
        return rects
