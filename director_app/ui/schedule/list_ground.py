"""The ground of the list: its rows and columns, where the keyboard stands, and a cell taken as one step.

What works on the cells (what is selected, copied, filled, drawn) knows this and not the whole list.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from director_app.domain.edits import resolve
from director_app.domain.refusals import Refusal
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import refusal_sentence
from director_app.ui.schedule.list_columns import DERIVED, KEYS
from director_app.ui.schedule.list_edits import CellReader, New
from director_app.ui.schedule.list_model import ScheduleList
from director_app.ui.schedule.list_names import NameBook
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.verbs import Verbs
from director_app.wording import message

CELL_CHANGED: Final = message("{title}: {column} changed")


class ListGround(QTableView):
    """Deliveries as rows, and where the keyboard is among them.

    Attributes:
        is_following: whether the selection is being put where the window has it, so nothing is to be told.

    Signals: ``refused(Batch)`` with cells that were not understood, nothing written yet; ``arranged()`` when columns
    or order are others; ``stood()`` when the keyboard was put on a cell.
    """

    refused = Signal(object)
    arranged = Signal()
    stood = Signal()

    def __init__(self, state: ScheduleState, verbs: Verbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shared, self.verbs = state, verbs
        self.names = NameBook()
        self.table = ScheduleList(state, self)
        self.is_following = False
        self.setModel(self.table)
        self._arrange()

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

    def shown_columns(self) -> list[int]:
        """The columns in reading order, without the hidden ones."""
        head = self.horizontalHeader()
        order = (head.logicalIndex(place) for place in range(head.count()))
        return [column for column in order if not head.isSectionHidden(column)]

    def is_resting(self) -> bool:
        """Whether no cell is being typed into."""
        return self.state() != QAbstractItemView.State.EditingState

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

    def put_current(self, row: int, column: int) -> None:
        """Put the keyboard on a cell without telling the window."""
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
            self.put_current(row, KEYS.index(place[1]))
            self.stood.emit()

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

    def where(self) -> QPoint:
        """The global point of the cell at the keyboard, for menus opened by key."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

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
