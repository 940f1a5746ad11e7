"""The command palette: Ctrl+K finds any action, record, problem, document or date, and goes there."""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from director_app.ui import tokens
from director_app.ui.desk import Desk
from director_app.ui.dialogs.palette_finds import Found, find
from director_app.ui.look import Look
from director_app.ui.widgets.search_field import SearchField
from director_app.ui.widgets.text import Text, restyle

_ENTRY = int(Qt.ItemDataRole.UserRole)


class Palette(QFrame):
    """Floats over the window until something is chosen or Escape.

    Signals: ``closed()``.
    """

    closed = Signal()

    def __init__(self, desk: Desk, actions: Sequence[QAction], window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._actions = tuple(actions)
        #: Who had the keys when it was opened; gets them back.
        self._before: QWidget | None = None
        self.setObjectName("palette")
        self.setProperty("kind", "floating")
        self.setFixedWidth(560)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        look = desk.look
        self.field = SearchField(look, self)
        self.field.setPlaceholderText(desk.wording.text("Action, artist, venue, programme, number or date"))
        self.field.setAccessibleName(desk.wording.text("Find anything"))
        self.results = QListWidget(self)
        self.results.setItemDelegate(_FoundPainter(look, self))
        self.results.setUniformItemSizes(True)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = Text(look, "", "small", "text2", wraps=True)
        self._nothing.hide()
        column.addWidget(self.field)
        column.addWidget(self.results)
        column.addWidget(self._nothing)
        self.field.typed.connect(self._search)
        self.field.installEventFilter(self)
        self.results.itemClicked.connect(self._choose)
        restyle(self)

    def open_over(self) -> None:
        """Show it in the upper middle of the window."""
        window = self.parentWidget()
        if window is not None:
            self.move(QPoint((window.width() - self.width()) // 2, 56))
        if self.isHidden():
            self._before = None if window is None else window.window().focusWidget()
        self.field.clear()
        self._search("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Take it away; the keys go back to who had them, unless somebody else was clicked."""
        if self.isHidden():
            return  # hiding takes the focus from the field, which dismisses once more
        before, self._before = self._before, None
        had_keys = self.field.hasFocus()
        self.hide()
        if had_keys and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move through the results while typing goes on; Enter chooses, Escape closes."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if key == Qt.Key.Key_Down else -1
                row = max(0, min(self.results.count() - 1, self.results.currentRow() + step))
                self.results.setCurrentRow(row)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self.results.currentItem()
                if item is not None:
                    self._choose(item)
                return True
            if key == Qt.Key.Key_Escape:
                self.dismiss()
                return True
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            self.dismiss()
        return super().eventFilter(watched, event)

    def entries(self) -> list[str]:
        """Names of what is listed now."""
        return [self.results.item(row).text() for row in range(self.results.count())]

    def _search(self, query: str) -> None:
        self.results.clear()
        for found in find(self._desk, self._actions, query):
            item = QListWidgetItem(found.name)
            item.setData(_ENTRY, found)
            self.results.addItem(item)
        self.results.setCurrentRow(0)
        nothing = not self.results.count()
        self.results.setVisible(not nothing)
        self._nothing.setVisible(nothing)
        text = self._desk.wording.text("Nothing found for “{query}”. Initial consonants work too.", query=query.strip())
        self._nothing.setText(text)
        self.results.setFixedHeight(min(12, max(1, self.results.count())) * 30 + 2)
        self.adjustSize()

    def _choose(self, item: QListWidgetItem) -> None:
        found = item.data(_ENTRY)
        self.dismiss()
        found.act()


class _FoundPainter(QStyledItemDelegate):
    """Draws a finding: icon, name, kind or shortcut."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: object) -> QSize:
        """One row."""
        return QSize(200, 30)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        """Draw one row."""
        found: Found = index.data(_ENTRY)  # type: ignore[attr-defined]  # an index, whatever its class
        rect: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("select"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), tokens.RADIUS_ITEM, tokens.RADIUS_ITEM)
        painter.drawPixmap(rect.left() + 8, rect.top() + 7, self._look.pixmap(found.icon, "text2", 16))
        painter.setFont(self._look.font("micro"))
        painter.setPen(self._look.color("text3"))
        right = found.keys or found.kind
        width = painter.fontMetrics().horizontalAdvance(right)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRect(rect.right() - width - 8, rect.top(), width, rect.height()), middle, right)
        painter.setFont(self._look.font("body"))
        painter.setPen(self._look.color("text"))
        words = QRect(rect.left() + 34, rect.top(), rect.width() - width - 56, rect.height())
        shown = painter.fontMetrics().elidedText(found.name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, middle, shown)
