"""A layout that sets widgets side by side and goes on in the next line, as words do."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Widgets in lines, each at its own size."""

    def __init__(self, parent: QWidget | None = None, gap: int = 4, row_gap: int | None = None) -> None:
        super().__init__(parent)
        self._entries: list[QLayoutItem] = []
        self._gap = gap
        self._row_gap = gap if row_gap is None else row_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item."""
        self._entries.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._entries)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """An item, None beyond the end."""
        return self._entries[index] if 0 <= index < len(self._entries) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item."""
        return self._entries.pop(index) if 0 <= index < len(self._entries) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Grows nowhere by itself."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the lines are at a width."""
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        width = sum(item.sizeHint().width() + self._gap for item in self._entries)
        height = max((item.sizeHint().height() for item in self._entries), default=0)
        return QSize(width, height)

    def minimumSize(self) -> QSize:
        """The widest single item."""
        size = QSize()
        for item in self._entries:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        margins: QMargins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        left, top, line = inner.left(), inner.top(), 0
        for item in self._entries:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if left > inner.left() and left + size.width() > inner.right() + 1:
                left, top, line = inner.left(), top + line + self._row_gap, 0
            if moves:
                item.setGeometry(QRect(QPoint(left, top), size.boundedTo(QSize(inner.width(), size.height()))))
            left += size.width() + self._gap
            line = max(line, size.height())
        return top + line - rect.top() + margins.bottom()
