"""Ground and outline of a delivery wherever it is drawn: fill, hatch, edge and outline tell its state.

Pure painting; what stands where in a month or a day is decided by the schedule.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap

from director_app.domain.programme import Status
from director_app.ui import tokens
from director_app.ui.theme import InitiativeLook, Theme

EDGE = 3
"""Width of the initiative's edge at the left of an item."""


def paint_block(painter: QPainter, theme: Theme, rect: QRect, status: Status, look: InitiativeLook) -> None:
    """Draw ground, edge and outline of one item; texts and glyph come on top."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if status in (Status.CONFIRMED, Status.DELIVERED):
        _paint_filled(painter, rect, look.tint if status is Status.CONFIRMED else look.done_fill)
        _paint_edge(painter, theme, rect, look)
    elif status is Status.PENCILLED:
        _paint_filled(painter, rect, theme.color("surface"))
        _paint_hatched(painter, rect, stripes(look.stripe, 6, 3, painter.device().devicePixelRatioF()))
        _paint_outline(painter, rect, QPen(look.pencilled_border, 1))
        _paint_edge(painter, theme, rect, look)
    elif status is Status.IDEA:
        pen = QPen(theme.color("control"), 1)
        pen.setDashPattern([3, 2])
        _paint_outline(painter, rect, pen)
    elif status is Status.POSTPONED:
        pen = QPen(look.edge, 1)
        pen.setDashPattern([1.5, 1.5])
        _paint_outline(painter, rect, pen)
    else:
        _paint_outline(painter, rect, QPen(theme.color("control"), 1))
    painter.restore()


def paint_selection(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """Draw the ring of a selected item outside its rectangle, one pixel of gap between."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = tokens.RADIUS_ITEM + 1.5
    painter.drawRoundedRect(QRectF(rect).adjusted(-2, -2, 2, 2), radius, radius)
    painter.restore()


def paint_drop_target(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """Draw the place where a dragged item would land."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.setBrush(theme.color("select"))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), tokens.RADIUS_ITEM, tokens.RADIUS_ITEM)
    painter.restore()


def paint_undecided(painter: QPainter, theme: Theme, left: float, baseline: float, text: str) -> float:
    """Write an undecided value: text2 with a dotted underline. Returns its width in pixels."""
    width = painter.fontMetrics().horizontalAdvance(text)
    painter.save()
    painter.setPen(theme.color("text2"))
    painter.drawText(QPointF(left, baseline), text)
    pen = QPen(theme.color("control"), 1)
    pen.setDashPattern([1, 2])
    painter.setPen(pen)
    under = round(baseline) + 3.5
    painter.drawLine(QPointF(left, under), QPointF(left + width, under))
    painter.restore()
    return width


def stripes(colour: QColor, pitch: int, width: float, ratio: float = 1.0) -> QPixmap:
    """A tile of 45 degree stripes rising to the right, to be used as a brush with a fixed origin."""
    side = max(1, round(pitch * 1.4142 * ratio))
    tile = QPixmap(side, side)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, width * ratio))
    for offset in (-side, 0, side):
        painter.drawLine(QPointF(offset - 2, side + 2), QPointF(offset + side + 2, -2))
    painter.end()
    tile.setDevicePixelRatio(ratio)
    return tile


def closed_brush(theme: Theme, ratio: float = 1.0) -> QBrush:
    """The hatch of closed hours: thin lines 8 pixels apart, in the token made for it."""
    return QBrush(stripes(theme.color("hatch"), 8, 1, ratio))


def _rounded(rect: QRectF, radius: float = tokens.RADIUS_ITEM) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def _paint_filled(painter: QPainter, rect: QRect, colour: QColor) -> None:
    painter.fillPath(_rounded(QRectF(rect)), colour)


def _paint_hatched(painter: QPainter, rect: QRect, tile: QPixmap) -> None:
    painter.setBrushOrigin(0, 0)
    painter.fillPath(_rounded(QRectF(rect)), QBrush(tile))


def _paint_outline(painter: QPainter, rect: QRect, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_rounded(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5)))


def _paint_edge(painter: QPainter, theme: Theme, rect: QRect, look: InitiativeLook) -> None:
    painter.save()
    painter.setClipPath(_rounded(QRectF(rect)), Qt.ClipOperation.IntersectClip)
    if look.double_edge:
        painter.fillRect(rect.left(), rect.top(), 1, rect.height(), look.edge)
        painter.fillRect(rect.left() + 1, rect.top(), 1, rect.height(), theme.color("surface"))
        painter.fillRect(rect.left() + 2, rect.top(), 1, rect.height(), look.edge)
    else:
        painter.fillRect(rect.left(), rect.top(), EDGE, rect.height(), look.edge)
    painter.restore()
