"""The rows of the tray: made when they are seen, drawn in two lines, picked up with a press and a pull."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from director_app.domain.programme import Delivery
from director_app.domain.requests import Application
from director_app.ui.schedule.gestures import letter_of
from director_app.ui.schedule.overlay import paint_cursor
from director_app.ui.schedule.painting import ItemPainter
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.tray_rows import TrayRow, tray_row
from director_app.ui.schedule.views import KEYS
from director_app.ui.widgets.focus_ring import is_ringed
from director_app.ui.widgets.glyphs import GLYPH, paint_state

_Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 55
ROW_ROLE = int(Qt.ItemDataRole.UserRole)


class TrayModel(QAbstractListModel):
    """What waits in one tab; a row is made when it is looked at."""

    def __init__(self, state: ScheduleState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._records: tuple[Application | Delivery, ...] = ()
        self._made: dict[str, TrayRow] = {}

    def replace(self, records: tuple[Application | Delivery, ...]) -> None:
        """Show other records, or the same ones with other words."""
        self._made.clear()
        if records != self._records:
            self.beginResetModel()
            self._records = records
            self.endResetModel()
        elif records:
            self.dataChanged.emit(self.index(0), self.index(len(records) - 1))

    def row(self, position: int) -> TrayRow:
        """The row at a position."""
        record = self._records[position]
        made = self._made.get(record.id)
        if made is None:
            desk = self._state.desk
            made = self._made[record.id] = tray_row(desk.wording, desk.plan, record, desk.today())
        return made

    def rowCount(self, parent: _Index | None = None) -> int:
        """One row each."""
        return 0 if parent is not None and parent.isValid() else len(self._records)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The title, the spoken row, or the row itself for the painter."""
        if not index.isValid() or index.row() >= len(self._records):
            return None
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.title}\n{row.second}"
        return row.title if role == Qt.ItemDataRole.DisplayRole else None


class TrayRowPainter(QStyledItemDelegate):
    """Draws a row of two lines."""

    def __init__(self, state: ScheduleState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are equally high."""
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw title and wish at the left, wait and state at the right."""
        row: TrayRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        flags: QStyle.StateFlag = option.state
        look, theme = self._state.desk.look, self._state.desk.theme
        if flags & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look.color("select"))
        elif flags & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, look.color("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        if is_ringed(option):
            paint_cursor(painter, theme, rect.adjusted(0, 0, 0, -1))
        pen = self._state.painter_for(painter.device().devicePixelRatioF())
        left, right = rect.left() + 12, rect.right() - 11
        top = rect.top() + 8
        wait = pen.texts.width(row.right, "small")
        colour = look.color("warn" if row.is_late else "text2")
        pen.texts.draw(
            painter, "small-strong" if row.is_late else "small", colour, right - wait, top + 1, 90, row.right
        )
        if row.status is not None:
            hue = theme.no_initiative if row.hue < 0 else theme.initiative(row.hue)
            paint_state(painter, theme, QRectF(left, top + 5, GLYPH, GLYPH), row.status, hue.edge)
            left += GLYPH + 5
        role = "text2" if row.is_undecided else "text"
        pen.texts.draw(painter, "strong", look.color(role), left, top, right - left - wait - 8, row.title)
        self._second_line(painter, pen, row, rect.left() + 12, right, top + 20)

    def _second_line(self, painter: QPainter, pen: ItemPainter, row: TrayRow, left: int, right: int, top: int) -> None:
        colour = self._state.desk.look.color("text2")
        width = pen.texts.width(row.right_second, "micro")
        pen.texts.draw(painter, "micro", colour, right - width, top + 1, 90, row.right_second)
        pen.texts.draw(painter, "small", colour, left, top, right - left - width - 6, row.second)


class TrayList(QListView):
    """The rows; a press and a pull picks one up.

    Signals: ``picked(QPoint)`` with the global point; ``pulled(QPoint, modifiers)``; ``let_go()``; ``given_up()``;
    ``entered_row()`` for Enter.
    """

    picked = Signal(object)
    pulled = Signal(object, object)
    let_go = Signal()
    given_up = Signal()
    entered_row = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._origin: QPoint | None = None
        self._row = 0
        self._dragging = False
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, and remember where."""
        super().mousePressEvent(event)
        where = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(where).isValid():
            self._origin = where

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the row along."""
        where = event.position().toPoint()
        if self._dragging:
            self.pulled.emit(self.viewport().mapToGlobal(where), event.modifiers())
            return
        if self._origin is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        if (where - self._origin).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.picked.emit(self.viewport().mapToGlobal(where))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._dragging:
            self.pulled.emit(self.viewport().mapToGlobal(event.position().toPoint()), event.modifiers())
            self.let_go.emit()
        else:
            super().mouseReleaseEvent(event)
        self.stop()

    def stop(self) -> None:
        """Forget the drag."""
        self._origin, self._dragging = None, False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a row, so that the next key has something to act on."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._stand_again()

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Remember the height: when a row was placed, the next one stands there."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._row = current.row()

    def reset(self) -> None:
        """Other rows: the keyboard stays at its height, so that one after the other can be placed."""
        super().reset()
        if self.hasFocus():
            self._stand_again()

    def _stand_again(self) -> None:
        model = self.model()
        if model.rowCount():
            self.setCurrentIndex(model.index(min(self._row, model.rowCount() - 1), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter types a date; Escape gives a drag up."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit()
        elif event.key() == Qt.Key.Key_Escape and self._dragging:
            self.given_up.emit()
            self.stop()
        elif letter_of(event) in KEYS:
            event.ignore()  # the views of the schedule, not a search among the rows
        else:
            super().keyPressEvent(event)
