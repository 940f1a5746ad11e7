"""What lies over the cached picture of a grid: rings of selected items, old places, drop target, the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from director_app.ui.schedule.painting import ItemPainter
from director_app.ui.theme import Theme


def paint_ring(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """Around a selected item."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(-2, -2, 2, 2), 4.5, 4.5)


def paint_origin(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """Where an item stands that is being dragged away."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = theme.color("surface")
    ground.setAlpha(190)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRect(rect)
    pen = QPen(theme.color("accent"), 1.5)
    pen.setDashPattern([1.5, 1.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)


def paint_target(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """Where it would land."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill = theme.color("select")
    fill.setAlpha(110)
    painter.setBrush(fill)
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3)


def paint_cursor(painter: QPainter, theme: Theme, rect: QRect) -> None:
    """The day or time that the keyboard stands on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("focus"), 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 4, 4)


def paint_badge(painter: QPainter, pen: ItemPainter, rect: QRect, text: str) -> None:
    """The chosen time, among the hours."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.theme.color("accent"))
    painter.drawRoundedRect(QRectF(rect), 4, 4)
    colour = pen.theme.color("on-accent")
    pen.texts.draw(painter, "micro-strong", colour, rect.left() + 6, rect.top() + 2, rect.width() + 8, text)
