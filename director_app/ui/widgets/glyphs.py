"""State glyphs, confirmation squares and problem icons: how they are drawn, and widgets that show one.

State, confirmation and level are told by shape first and colour second. All functions draw with the painter they get,
inside the rectangle they get, and leave the painter as they found it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from director_app.domain.facts import ConfirmationState
from director_app.domain.programme import Status
from director_app.ui.look import Look
from director_app.ui.theme import Theme

GLYPH = 10
"""Side of a state glyph in pixels."""
PROBLEM_ICON = 14
"""Side of a problem icon; 13 inside items."""
SQUARE = 6
"""Outer side of one confirmation square."""
SQUARE_PITCH = 8


def paint_state(painter: QPainter, theme: Theme, rect: QRectF, status: Status, edge: QColor) -> None:
    """Draw the glyph of a status in the edge colour of the initiative; ideas and cancelled ones in ``text3``."""
    colour = theme.color("text3") if status in (Status.IDEA, Status.CANCELLED) else edge
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GLYPH, rect.height() / GLYPH)
    _STATE_PAINTERS[status](painter, colour)
    painter.restore()


def paint_undecided_time(painter: QPainter, rect: QRectF, edge: QColor) -> None:
    """Draw the wave that says: the time is not decided yet."""
    path = QPainterPath(QPointF(rect.left() + 0.8, rect.center().y() + 1))
    step = rect.width() - 1.6
    path.cubicTo(
        QPointF(rect.left() + 0.8 + step * 0.33, rect.top() + 1),
        QPointF(rect.left() + 0.8 + step * 0.66, rect.bottom() - 1),
        QPointF(rect.right() - 0.8, rect.center().y() - 1),
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(path, _pen(edge, 1.5))
    painter.restore()


def paint_confirmations(painter: QPainter, theme: Theme, left: float, top: float, states: Sequence[str]) -> None:
    """Draw the squares of venue, acts and contract: outline is open, half is asked, filled is agreed."""
    colour = theme.color("text2")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for position, state in enumerate(states):
        square = QRectF(left + position * SQUARE_PITCH, top, SQUARE - 1, SQUARE - 1)
        if state == ConfirmationState.AGREED:
            painter.fillRect(square.adjusted(0, 0, 1, 1), colour)
            continue
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(square)
        if state == ConfirmationState.ASKED:
            painter.fillRect(QRectF(square.left(), square.top(), SQUARE / 2, SQUARE), colour)
    painter.restore()


def paint_problem(painter: QPainter, theme: Theme, rect: QRectF, level: str) -> None:
    """Draw the icon of a level: ``block``, ``warning``, ``note``, ``accepted`` or ``past``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / PROBLEM_ICON, rect.height() / PROBLEM_ICON)
    _LEVEL_PAINTERS[level](painter, theme)
    painter.restore()


def level_role(level: str) -> str:
    """The colour role of a problem level."""
    return {"block": "block", "warning": "warn", "note": "note"}.get(level, "text3")


class StateGlyph(QWidget):
    """The glyph of one status as a widget."""

    def __init__(self, look: Look, status: Status, edge: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._status = status
        self._edge = edge
        self.setFixedSize(GLYPH + 2, GLYPH + 2)

    def show_state(self, status: Status, edge: QColor) -> None:
        """Show another status."""
        self._status, self._edge = status, edge
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_state(painter, self._look.theme, QRectF(1, 1, GLYPH, GLYPH), self._status, self._edge)
        painter.end()


class ConfirmationSquares(QWidget):
    """The three squares venue, acts, contract as a widget; ``name`` says them in words."""

    def __init__(self, look: Look, states: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._states = tuple(states)
        look.theme_changed.connect(self.update)

    def show_states(self, states: Sequence[str], name: str) -> None:
        """Show other answers."""
        self._states = tuple(states)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its squares."""
        return QSize(max(1, len(self._states)) * SQUARE_PITCH, SQUARE + 2)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        top = (self.height() - SQUARE) // 2
        paint_confirmations(painter, self._look.theme, 0, top, self._states)
        painter.end()


class ProblemIcon(QWidget):
    """The icon of one problem level as a widget."""

    def __init__(self, look: Look, level: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._level = level
        self.setFixedSize(PROBLEM_ICON, PROBLEM_ICON)
        look.theme_changed.connect(self.update)

    def show_level(self, level: str) -> None:
        """Show another level."""
        self._level = level
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_problem(painter, self._look.theme, QRectF(self.rect()), self._level)
        painter.end()


def _pen(colour: QColor, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    return QPen(colour, width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _paint_idea(painter: QPainter, colour: QColor) -> None:
    pen = QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.4, 1.4])
    painter.setPen(pen)
    painter.drawEllipse(QRectF(1, 1, 8, 8))


def _paint_pencilled(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour, 1.5))
    painter.drawEllipse(QRectF(0.75, 0.75, 8.5, 8.5))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPie(QRectF(0.75, 0.75, 8.5, 8.5), 90 * 16, 180 * 16)


def _paint_confirmed(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(0.4, 0.4, 9.2, 9.2))


def _paint_delivered(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour, 1.5))
    painter.drawPolyline(QPolygonF([QPointF(1, 5.4), QPointF(3.8, 8.2), QPointF(9, 1.9)]))


def _paint_postponed(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour, 1.2))
    painter.drawEllipse(QRectF(0.6, 0.6, 8.8, 8.8))
    painter.drawLine(QPointF(2.9, 5), QPointF(7, 5))
    painter.drawPolyline(QPolygonF([QPointF(5.2, 3.2), QPointF(7, 5), QPointF(5.2, 6.8)]))


def _paint_cancelled(painter: QPainter, colour: QColor) -> None:
    painter.setPen(_pen(colour, 1.5))
    painter.drawLine(QPointF(1.6, 1.6), QPointF(8.4, 8.4))
    painter.drawLine(QPointF(8.4, 1.6), QPointF(1.6, 8.4))


_STATE_PAINTERS = {
    Status.IDEA: _paint_idea,
    Status.PENCILLED: _paint_pencilled,
    Status.CONFIRMED: _paint_confirmed,
    Status.DELIVERED: _paint_delivered,
    Status.POSTPONED: _paint_postponed,
    Status.CANCELLED: _paint_cancelled,
}


def _paint_block(painter: QPainter, theme: Theme) -> None:
    cut = 3.9
    corners = [(cut, 0.5), (14 - cut, 0.5), (13.5, cut), (13.5, 14 - cut)]
    corners += [(14 - cut, 13.5), (cut, 13.5), (0.5, 14 - cut), (0.5, cut)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("block"))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
    _exclaim(painter, theme.color("surface"), 3.7, 7.6, 10.2, 1.7)


def _paint_warning(painter: QPainter, theme: Theme) -> None:
    colour = theme.color("warn")
    painter.setPen(_pen(colour, 1.4))
    painter.drawPolygon(QPolygonF([QPointF(7, 1.4), QPointF(13.2, 12.4), QPointF(0.8, 12.4)]))
    _exclaim(painter, colour, 5.4, 8.2, 10.4, 1.4)


def _paint_note(painter: QPainter, theme: Theme) -> None:
    colour = theme.color("note")
    painter.setPen(_pen(colour, 1.4))
    painter.drawEllipse(QRectF(0.9, 0.9, 12.2, 12.2))
    painter.drawLine(QPointF(7, 6.6), QPointF(7, 10))
    painter.setPen(_pen(colour, 1.7))
    painter.drawPoint(QPointF(7, 4.1))


def _paint_accepted(painter: QPainter, theme: Theme) -> None:
    painter.setPen(_pen(theme.color("text3"), 1.3))
    shield = QPainterPath(QPointF(7, 0.9))
    shield.lineTo(12.3, 2.8)
    shield.lineTo(12.3, 6.6)
    shield.cubicTo(12.3, 10, 10, 12.2, 7, 13.2)
    shield.cubicTo(4, 12.2, 1.7, 10, 1.7, 6.6)
    shield.lineTo(1.7, 2.8)
    shield.closeSubpath()
    painter.drawPath(shield)
    painter.drawPolyline(QPolygonF([QPointF(4.6, 7), QPointF(6.3, 8.7), QPointF(9.5, 5.2)]))


def _paint_past(painter: QPainter, theme: Theme) -> None:
    painter.setPen(_pen(theme.color("text3"), 1.3))
    painter.drawEllipse(QRectF(0.9, 0.9, 12.2, 12.2))
    painter.drawPolyline(QPolygonF([QPointF(7, 3.8), QPointF(7, 7), QPointF(9.4, 8.3)]))


def _exclaim(painter: QPainter, colour: QColor, top: float, bottom: float, dot: float, width: float) -> None:
    painter.setPen(_pen(colour, width))
    painter.drawLine(QPointF(7, top), QPointF(7, bottom))
    painter.drawPoint(QPointF(7, dot))


_LEVEL_PAINTERS = {
    "block": _paint_block,
    "warning": _paint_warning,
    "note": _paint_note,
    "accepted": _paint_accepted,
    "past": _paint_past,
}
