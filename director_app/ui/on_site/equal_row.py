"""Things of equal width side by side; where there is no room they stand in two columns, then one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from director_app.ui.widgets.flow import FlowLayout


class EqualLayout(FlowLayout):
    """Visible entries in rows of the same number; each row as high as its highest entry."""

    def minimumSize(self) -> QSize:
        """One column."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(max((one.width() for one in sizes), default=0), max((one.height() for one in sizes), default=0))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._entries if not item.isEmpty()]

    def _columns(self, width: int) -> int:
        shown = self._shown()
        widest = max((item.minimumSize().width() for item in shown), default=1)
        fitting = max(1, (width + self._gap) // (max(1, widest) + self._gap))
        if fitting >= len(shown):
            return max(1, len(shown))
        return 2 if fitting >= 2 else 1

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        shown, columns, top = self._shown(), self._columns(rect.width()), rect.top()
        for first in range(0, len(shown), columns):
            row = shown[first : first + columns]
            width = (rect.width() - self._gap * (len(row) - 1)) // len(row)
            height = max(_height(item, width) for item in row)
            for place, item in enumerate(row):
                if moves:
                    corner = QPoint(rect.left() + place * (width + self._gap), top)
                    item.setGeometry(QRect(corner, QSize(width, height)))
            top += height + self._gap
        return max(0, top - self._gap - rect.top())


def _height(item: QLayoutItem, width: int) -> int:
    wanted = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(wanted, item.minimumSize().height())


class EqualRow(QWidget):
    """A widget with such a layout."""

    def __init__(self, widgets: Iterable[QWidget], gap: int = 8) -> None:
        super().__init__()
        layout = EqualLayout(self, gap)
        for widget in widgets:
            layout.addWidget(widget)
