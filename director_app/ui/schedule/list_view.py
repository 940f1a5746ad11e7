"""The list: rows like a spreadsheet. Typed in place, pasted, filled down, sorted, copied as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from director_app.ui.schedule.list_cells import CellWork
from director_app.ui.schedule.list_choice import Choice
from director_app.ui.schedule.list_columns import KEYS
from director_app.ui.schedule.list_delegate import ListDelegate
from director_app.ui.schedule.list_filling import Filling
from director_app.ui.schedule.list_ground import ListGround
from director_app.ui.schedule.list_keys import ListKeys
from director_app.ui.schedule.list_layout import ListLayout
from director_app.ui.schedule.list_painting import RowPainter
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.verbs import Verbs


class ListView(ListGround):
    """The rows with everything that is done to them."""

    def __init__(self, state: ScheduleState, verbs: Verbs, parent: QWidget | None = None) -> None:
        super().__init__(state, verbs, parent)
        self.setObjectName("schedule-list")
        self.choice, self.columns = Choice(self), ListLayout(self)
        self.work = CellWork(self, self.choice)
        self.filling = Filling(self, self.choice, self.work)
        self.keys = ListKeys(self, self.choice, self.work, self.filling, self.columns)
        self._painter = RowPainter(self, self.choice, self.filling)
        self.typing = ListDelegate(self)
        self.setItemDelegate(self.typing)
        self._stale = True
        self.columns.restore()
        self.selectionModel().selectionChanged.connect(self._chosen)
        self.selectionModel().currentChanged.connect(self._chosen)
        for news in (self.table.modelReset, self.table.layoutChanged, self.table.rowsInserted, self.table.rowsRemoved):
            news.connect(self.choice.forget)
        self.stood.connect(self.choice.changed)
        self.columns.menu_wanted.connect(self._open_columns)
        state.refreshed.connect(self._refresh)
        state.selected.connect(self.follow_selection)
        state.turned.connect(self.scroll_to_day)

    # -- drawing -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight, each as a whole."""
        painter = QPainter(self.viewport())
        self._painter.paint(painter, event.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the wide columns."""
        super().resizeEvent(event)
        self.columns.share_room()

    # -- following ---------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Something drawn differs; what exactly is told by `follow`, else everything."""
        self.viewport().update()

    def show_plan(self) -> None:
        """Show the plan from the start."""
        self._stale = True
        if self.isVisible():
            self._catch_up()

    def follow(self, outcome: Any) -> None:
        """Show what an operation changed; an open editor elsewhere and the place of the keyboard survive."""
        if self._stale:
            return
        keyboard = self.currentIndex()
        held = self.table.row_at(keyboard.row()).delivery if keyboard.isValid() else None
        column = keyboard.column()
        self.table.follow(outcome.changes)
        if held is not None and self.is_resting():
            row = self.table.position_of(held)
            if row >= 0 and self.currentIndex().row() != row:
                self.put_current(row, column)

    def look_again(self) -> None:
        """Problems, language or theme changed."""
        self.setFont(self.shared.desk.look.font("body"))
        self.columns.look_again()
        if not self._stale:
            self.table.look_again()
            self.table.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(KEYS) - 1)

    def showEvent(self, event: Any) -> None:
        """Make the rows when they are first seen."""
        super().showEvent(event)
        if self._stale:
            self._catch_up()
            self.scroll_to_day()
        self.follow_selection()

    def _catch_up(self) -> None:
        self._stale = False
        self.table.show_plan()

    # -- selection ---------------------------------------------------------------------------------------------

    def follow_selection(self) -> None:
        """Stand on what is selected elsewhere."""
        if self.is_following or not self.isVisible() or self.shared.current is None or not self.is_resting():
            return
        present = self.currentIndex()
        one = self.table.row_at(present.row()).delivery if present.isValid() else None
        row = self.table.position_of(self.shared.current)
        if row >= 0 and one != self.shared.current:
            self.put_current(row, max(0, present.column()))

    def _chosen(self, _one: object = None, _other: object = None) -> None:
        self.choice.changed()
        self.viewport().update()

    # -- mouse -------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A text that was not understood keeps the cell; the square at the corner fills down."""
        editor = self.typing.refused_editor()
        if editor is not None:
            editor.setFocus()
            event.accept()
        elif event.button() == Qt.MouseButton.LeftButton and self.filling.is_at_handle(event.position().toPoint()):
            self.filling.begin()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull the square, or select."""
        where = event.position().toPoint()
        if self.filling.is_pulling:
            self.filling.pull(where)
            return
        shape = Qt.CursorShape.CrossCursor if self.filling.is_at_handle(where) else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the square go."""
        if self.filling.is_pulling:
            self.filling.end()
        else:
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the selected rows."""
        from director_app.ui.schedule.list_menu import row_menu

        self.choice.settle()
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        row_menu(self, self.choice, self.work).popup(self.where() if by_key else event.globalPos())

    def _open_columns(self, where: QPoint) -> None:
        from director_app.ui.schedule.list_menu import column_menu

        column_menu(self.columns, self).popup(where)

    # -- keys --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys as in a spreadsheet; letters are typed into the cell, never taken for views."""
        if not self.keys.press(event):
            super().keyPressEvent(event)
            if self.keys.is_typing(event):
                event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a cell, so that the keyboard has somewhere to begin."""
        # First, because Qt would stand on the very first cell.
        if not self.currentIndex().isValid() and self.table.rowCount():
            row = max(0, self.table.position_of_day(self.shared.day))
            while row < self.table.rowCount() and self.table.row_at(row).delivery is None:
                row += 1
            if row < self.table.rowCount():
                self.put_current(row, KEYS.index("title"))
        super().focusInEvent(event)

    # -- acting ------------------------------------------------------------------------------------------------

    def copy_table(self) -> None:
        """Copy whole rows as a table."""
        self.work.copy_table()

    def closeEditor(self, editor: QWidget, hint: Any) -> None:
        """The field goes; the keys come back to the cells."""
        super().closeEditor(editor, hint)
        self.viewport().update()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The arrows go over the heads of days, which are no cells."""
        return self.keys.past_heads(super().moveCursor(action, modifiers))
