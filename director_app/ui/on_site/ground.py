"""Rounded grounds of the on-site view: quiet, or ringed in the accent when it is the one that is worked on."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from director_app.ui import tokens
from director_app.ui.look import Look


class Ground(QWidget):
    """A rounded rectangle that other widgets stand on."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, radius: int = tokens.RADIUS_PANEL) -> None:
        super().__init__(parent)
        self.look = look
        self._radius = radius
        self._fill, self._edge, self._width = "surface", "line", 1.0

    def show_ground(self, fill: str, edge: str = "line", width: float = 1.0) -> None:
        """Change the roles of ground and edge."""
        if (fill, edge, width) != (self._fill, self._edge, self._width):
            self._fill, self._edge, self._width = fill, edge, width
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.color(self._edge), self._width))
        painter.setBrush(self.look.color(self._fill))
        inset = self._width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), self._radius, self._radius)
        painter.end()
