"""What could not be written of a block: every cell with its reason, and what to do with the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from director_app.ui.schedule.list_cells import Batch, RefusedCell
from director_app.ui.schedule.list_columns import KEYS, column_titles
from director_app.ui.table_copying import TableCopier
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.text import OneLine, set_ground
from director_app.wording import Wording

if TYPE_CHECKING:
    from director_app.ui.schedule.list_view import ListView

_Index = QModelIndex | QPersistentModelIndex
_MOST_SEEN: Final = 6
_ROW: Final = 24


class RefusedPanel(QFrame):
    """Under the list, until she decides. Enter writes the rest, Escape nothing.

    Signals: ``closed()``.
    """

    closed = Signal()

    def __init__(self, view: ListView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        look = view.shared.desk.look
        self.batch = Batch((), (), ())
        set_ground(self, "strip")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        self._says = OneLine(look, "", "strong")
        self._rows = _RefusedRows(self)
        self._list = _RowsView(self)
        self._list.setModel(self._rows)
        self._list.setFont(look.font("small"))
        self.copier = TableCopier(self._list, view.shared.desk)
        self._list.clicked.connect(self._go_there)
        self._rest = Button(look, "", "primary")
        self.add_button = Button(look, "", "normal", "plus")
        self._leave = Button(look, "", "quiet")
        self._rest.clicked.connect(self._write_rest)
        self.add_button.clicked.connect(self._add_names)
        self._leave.clicked.connect(self.close_panel)
        column.addWidget(self._says)
        column.addWidget(self._list)
        column.addWidget(row_of(self._rest, self.add_button, self._leave, 1))
        self.hide()

    def show_batch(self, batch: Batch) -> None:
        """Show what was refused; nothing of the block is written yet."""
        self.batch = batch
        wording = self._view.shared.desk.wording
        refused, rest = len(batch.refused), len(batch.edits)
        self._says.setText(
            wording.plural("{n} cell cannot be written.", "{n} cells cannot be written.", refused)
            + (" " + wording.text("Nothing has been written yet.") if rest else "")
        )
        self._rows.show_cells(batch.refused, wording)
        self._list.setFixedHeight(_ROW * min(_MOST_SEEN, refused) + _ROW + 2)
        self._list.setAccessibleName(wording.text("Cells that cannot be written"))
        self._rest.setText(wording.plural("Write the other {n} cell", "Write the other {n} cells", rest))
        self._rest.setVisible(bool(rest))
        unknown = sum(cell.is_unknown for cell in batch.refused)
        self.add_button.setText(wording.plural("Add {n} unknown name too", "Add {n} unknown names too", unknown))
        self.add_button.setVisible(bool(unknown))
        self._leave.setText(wording.text("Write nothing") if rest or unknown else wording.text("Close"))
        self.show()
        first = self._rest if rest else self.add_button if unknown else self._leave
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button at the keyboard, Escape writes nothing."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, Button):
            focus.click()
        else:
            super().keyPressEvent(event)

    def close_panel(self) -> None:
        """Nothing more is written; the keys go back to the list."""
        self.hide()
        self.batch = Batch((), (), ())
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _write_rest(self) -> None:
        # Read again: the plan may have changed while she looked at the reasons.
        batch = self._view.work.read(self.batch.wanted)
        self.close_panel()
        self._view.work.perform(batch)

    def _add_names(self) -> None:
        wanted = self.batch.wanted
        batch = self._view.work.read(wanted, "record")
        self.close_panel()
        self._view.work.perform(batch)
        if batch.refused:
            self.show_batch(batch._replace(wanted=(), edits=()))

    def _go_there(self, index: QModelIndex) -> None:
        cell = self._rows.cell_at(index.row())
        self._view.stand_on((cell.delivery, cell.column))


class _RowsView(QTableView):
    """The refused cells, without the marks of a table that is typed into."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setFixedHeight(_ROW)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)

    def showEvent(self, event: object) -> None:
        """Widths once for all."""
        super().showEvent(event)  # type: ignore[arg-type]  # Qt sends a QShowEvent
        for column, width in enumerate((96, 96, 200)):
            self.setColumnWidth(column, width)


class _RefusedRows(QAbstractTableModel):
    """Row, column, text and reason of each refused cell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells: tuple[RefusedCell, ...] = ()
        self._heads: tuple[str, ...] = ("", "", "", "")
        self._titles: tuple[str, ...] = ()

    def show_cells(self, cells: tuple[RefusedCell, ...], wording: Wording) -> None:
        """Show these cells."""
        self.beginResetModel()
        self._cells = cells
        self._titles = column_titles(wording)
        self._heads = (
            wording.text("Row"), wording.text("Column"), wording.text("Written there"), wording.text("Reason"),
        )  # fmt: skip
        self.endResetModel()

    def cell_at(self, row: int) -> RefusedCell:
        """The cell of a row."""
        return self._cells[row]

    def rowCount(self, parent: _Index | None = None) -> int:
        """One row per cell."""
        return 0 if parent is not None and parent.isValid() else len(self._cells)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Row, column, text, reason."""
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> str | None:
        """The text of a cell."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        cell = self._cells[index.row()]
        return (cell.number, self._titles[KEYS.index(cell.column)], cell.text, cell.reason)[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> object:
        """The names of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None
