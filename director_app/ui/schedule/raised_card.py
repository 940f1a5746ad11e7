"""The ground of what lies over a grid for a moment: raised, with a line around it, as high as its words need."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from director_app.ui.look import Look
from director_app.ui.widgets.text import set_ground


class RaisedCard(QWidget):
    """A card over a grid; whoever fills it fixes the heights of its texts before :meth:`fit_height`."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        set_ground(self, "raised")

    def fit_height(self) -> None:
        """Be as high as what lies in it."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.setFixedHeight(self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground and a line around it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QPen(self._look.color("control"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
