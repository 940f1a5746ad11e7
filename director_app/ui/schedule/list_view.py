"""The list: rows like a spreadsheet. Typed in place, pasted, filled down, sorted, copied as a table."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from director_app.domain.edits import resolve
from director_app.domain.refusals import Refusal
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import refusal_sentence
from director_app.ui.schedule.list_cells import CellWork
from director_app.ui.schedule.list_choice import Choice
from director_app.ui.schedule.list_columns import DERIVED, KEYS
from director_app.ui.schedule.list_delegate import ListDelegate
from director_app.ui.schedule.list_edits import CellReader, New
from director_app.ui.schedule.list_filling import Filling
from director_app.ui.schedule.list_keys import ListKeys
from director_app.ui.schedule.list_layout import ListLayout
from director_app.ui.schedule.list_model import ScheduleList
from director_app.ui.schedule.list_names import NameBook
from director_app.ui.schedule.list_painting import RowPainter
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.verbs import Verbs
from director_app.wording import message

CELL_CHANGED: Final = message("{title}: {column} changed")


class ListView(QTableView):
    """Deliveries as rows.

    Signals: ``refused(Batch)`` with cells that were not understood, nothing written yet;
    ``arranged()`` when columns or order are others.
    """

    refused = Signal(object)
    arranged = Signal()

    def __init__(self, state: ScheduleState, verbs: Verbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shared, self.verbs = state, verbs
        self.setObjectName("schedule-list")
        self.names = NameBook()
        self.table = ScheduleList(state, self)
        self.setModel(self.table)
        self.work, self.choice, self.filling = CellWork(self), Choice(self), Filling(self)
        self.keys, self.columns = ListKeys(self), ListLayout(self)
        self._painter = RowPainter(self)
        self.typing = ListDelegate(self)
        self.setItemDelegate(self.typing)
        self.is_following = False
        self._stale = True
        self._arrange()
        self.columns.restore()
        self.selectionModel().selectionChanged.connect(self._chosen)
        self.selectionModel().currentChanged.connect(self._chosen)
        for news in (self.table.modelReset, self.table.layoutChanged, self.table.rowsInserted, self.table.rowsRemoved):
            news.connect(self.choice.forget)
        state.refreshed.connect(self._refresh)
        state.selected.connect(self.follow_selection)
        state.turned.connect(self.scroll_to_day)

    def _arrange(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        self.viewport().setMouseTracking(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(28)

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

    def shown_columns(self) -> list[int]:
        """The columns in reading order, without the hidden ones."""
        return self.columns.shown

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
                self._put_current(row, column)

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

    def scroll_to_day(self) -> None:
        """Bring the day shown to the top."""
        if self.isVisible() and self.table.rowCount():
            row = min(self.table.position_of_day(self.shared.day), self.table.rowCount() - 1)
            if row >= 0:
                self.scrollTo(self.table.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)

    def scroll_to_month(self, day: datetime.date) -> None:
        """Bring the first row of a month to the top."""
        self.shared.day = day.replace(day=1)
        self.scroll_to_day()

    # -- selection ---------------------------------------------------------------------------------------------

    def follow_selection(self) -> None:
        """Stand on what is selected elsewhere."""
        if self.is_following or not self.isVisible() or self.shared.current is None or not self.is_resting():
            return
        present = self.currentIndex()
        one = self.table.row_at(present.row()).delivery if present.isValid() else None
        row = self.table.position_of(self.shared.current)
        if row >= 0 and one != self.shared.current:
            self._put_current(row, max(0, present.column()))

    def _put_current(self, row: int, column: int) -> None:
        self.is_following = True
        index = self.table.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.is_following = False
        self.scrollTo(index)

    def stand_on(self, place: tuple[str, str] | None) -> None:
        """Put the keyboard on the cell of a delivery and tell the window."""
        if place is None:
            return
        row = self.table.position_of(place[0])
        if row >= 0:
            self._put_current(row, KEYS.index(place[1]))
            self.choice.changed()

    def _chosen(self, _one: object = None, _other: object = None) -> None:
        self.choice.changed()
        self.viewport().update()

    def select_rows(self, rows: list[int]) -> None:
        """Select whole rows."""
        selection = QItemSelection()
        for row in rows:
            selection.select(self.table.index(row, 0), self.table.index(row, len(KEYS) - 1))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def select_block(self, rows: tuple[int, int], columns: Iterable[int]) -> None:
        """Select the cells of these columns from a first to a last row."""
        selection = QItemSelection()
        for column in columns:
            selection.select(self.table.index(rows[0], column), self.table.index(rows[1], column))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def beside(self, delivery: str, column: str, down: int, right: int) -> tuple[str, str] | None:
        """The cell so many rows below and columns to the right; at the end of a row the next one begins."""
        shown = self.shown_columns()
        at = shown.index(KEYS.index(column)) + right if KEYS.index(column) in shown else 0
        if not 0 <= at < len(shown):
            down, at = (1, 0) if at else (-1, len(shown) - 1)
        row = self.table.position_of(delivery)
        while down and row >= 0:
            row += down
            if not 0 <= row < self.table.rowCount():
                return delivery, column
            found = self.table.row_at(row).delivery
            if found is not None:
                return found, KEYS[shown[at]]
        return delivery, KEYS[shown[at]]

    def go(self, delivery: str, column: str, down: int, right: int) -> None:
        """Go so many cells on."""
        if (down, right) != (0, 0):
            self.stand_on(self.beside(delivery, column, down, right))

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
        row_menu(self).popup(self.where() if by_key else event.globalPos())

    # -- keys --------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys as in a spreadsheet; letters are typed into the cell, never taken for views."""
        if not self.keys.press(event):
            super().keyPressEvent(event)
            if self.keys.is_typing(event):
                event.accept()

    def is_resting(self) -> bool:
        """Whether no cell is being typed into."""
        return self.state() != QAbstractItemView.State.EditingState

    def type_here(self) -> None:
        """Type into the cell at the keyboard."""
        index = self.currentIndex()
        if index.isValid() and KEYS[index.column()] not in DERIVED:
            self.edit(index)

    def type_when(self) -> None:
        """Type the date of the row at the keyboard."""
        index = self.currentIndex()
        if index.isValid() and not self.isColumnHidden(KEYS.index("date")):
            date = self.table.index(index.row(), KEYS.index("date"))
            self.setCurrentIndex(date)
            self.edit(date)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on a cell, so that the keyboard has somewhere to begin."""
        # First, because Qt would stand on the very first cell.
        if not self.currentIndex().isValid() and self.table.rowCount():
            row = max(0, self.table.position_of_day(self.shared.day))
            while row < self.table.rowCount() and self.table.row_at(row).delivery is None:
                row += 1
            if row < self.table.rowCount():
                self._put_current(row, KEYS.index("title"))
        super().focusInEvent(event)

    # -- acting ------------------------------------------------------------------------------------------------

    def why_refused(self, delivery: str, column: str, text: str, new: New = "refuse") -> str:
        """Why a cell would not be taken, in one sentence; empty when it would."""
        desk, one = self.shared.desk, self.verbs.delivery(delivery)
        if one is None:
            return ""
        try:
            edit = CellReader(desk.plan, self.names, new, desk.wording.language).edit(one, column, text)
            if edit is not None:
                resolve(desk.plan, edit)
        except Refusal as refusal:
            return refusal_sentence(desk.wording, refusal)
        return ""

    def write_cell(self, delivery: str, column: str, text: str, new: New = "refuse") -> bool:
        """Take a typed cell as one step; whether it was taken."""
        desk, one = self.shared.desk, self.verbs.delivery(delivery)
        if one is None:
            return False
        try:
            edit = CellReader(desk.plan, self.names, new, desk.wording.language).edit(one, column, text)
        except Refusal as refusal:
            desk.say_refusal(refusal)
            return False
        if edit is None:
            return True
        name = self.table.head([KEYS.index(column)])[0]
        step = StepName(CELL_CHANGED, {"title": self.verbs.title(one), "column": name})
        return desk.perform(edit, step) is not None

    def copy_table(self) -> None:
        """Copy whole rows as a table."""
        self.work.copy_table()

    def closeEditor(self, editor: QWidget, hint: Any) -> None:
        """The field goes; the keys come back to the cells."""
        super().closeEditor(editor, hint)
        self.viewport().update()

    def where(self) -> QPoint:
        """The global point of the cell at the keyboard, for menus opened by key."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The arrows go over the heads of days, which are no cells."""
        return self.keys.past_heads(super().moveCursor(action, modifiers))
