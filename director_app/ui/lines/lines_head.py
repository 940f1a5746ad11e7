"""The names of the columns over a list of records, each over the field it names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from director_app.ui.forms.bound_fields import BoundField
from director_app.ui.look import Look

_HIGH: Final = 20
_INSET: Final = 7
"""From the edge of a field to its text."""
_APART: Final = 6


class LinesHead(QWidget):
    """Draws the names where the fields stand that `columns` gives when it is asked: those of the first line.

    The fields bear these names themselves for who cannot see them.
    """

    def __init__(self, look: Look, columns: Callable[[], list[BoundField]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._columns = columns
        self.setFixedHeight(_HIGH)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(0, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each name from where its field begins to where the next one does."""
        fields = self._columns()
        painter = QPainter(self)
        font = self._look.font("micro")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._look.color("text2"))
        lefts = [self.mapFromGlobal(field.mapToGlobal(QPoint(0, 0))).x() for field in fields]
        ends = [*(left - _APART for left in lefts[1:]), self.width()]
        for field, left, end in zip(fields, lefts, ends, strict=False):
            text = metrics.elidedText(field.label, Qt.TextElideMode.ElideRight, end - left - _INSET)
            painter.drawText(left + _INSET, (_HIGH + metrics.ascent() - metrics.descent()) // 2, text)
        painter.end()
