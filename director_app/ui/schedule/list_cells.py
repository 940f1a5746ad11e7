"""What is done to many cells of the list at once: copied, pasted, filled down, made undecided; one undo step each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from director_app.domain.edits import Edit, Several
from director_app.domain.refusals import Refusal
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import refusal_sentence
from director_app.ui.schedule.list_clipboard import as_html, as_tabs, from_tabs
from director_app.ui.schedule.list_edits import EDITABLE, edit_of
from director_app.ui.schedule.list_model import KEYS
from director_app.wording import message

if TYPE_CHECKING:
    from director_app.ui.schedule.list_view import ListView

CELLS_CHANGED: Final = message("{n} cells changed")
_MOST_PASTED: Final = 5000


class CellWork:
    """Works on the selected cells of a list."""

    def __init__(self, view: ListView) -> None:
        self._view = view
        self._table = view.table
        self._desk = view.shared.desk

    def clear_cells(self) -> None:
        """Make the selected cells undecided."""
        self._perform_cells([(row, column, "") for row, column in self._view.cells() if KEYS[column] in EDITABLE[:-1]])

    def fill_down(self) -> None:
        """Write the first selected cell of each column into those below it."""
        first: dict[int, str] = {}
        wanted = []
        for row, column in self._view.cells():
            if column in first:
                wanted.append((row, column, first[column]))
            else:
                first[column] = self._table.text_at(row, column, editing=True)
        self._perform_cells([cell for cell in wanted if KEYS[cell[1]] in EDITABLE])

    def copy(self) -> None:
        """Copy the selected cells as text and as a table that keeps its form in a document."""
        cells = self._view.cells()
        rows = sorted({row for row, _column in cells})
        columns = sorted({column for _row, column in cells})
        self._to_clipboard(rows, columns, with_head=len(cells) > 1)

    def copy_table(self) -> None:
        """Copy whole rows: the selected ones when there are several, else all of the month shown."""
        rows = sorted({row for row, _column in self._view.cells()})
        if len(rows) < 2:
            rows = self._rows_of_month()
        self._to_clipboard(rows, list(range(len(KEYS))), with_head=True)
        wording = self._desk.wording
        said = wording.plural("Copied {n} row as a table.", "Copied {n} rows as a table.", len(rows))
        self._desk.say(said, level="ok")

    def _rows_of_month(self) -> list[int]:
        day = self._view.shared.day
        days = [
            one for one in self._table.rows.days if one is not None and (one.year, one.month) == (day.year, day.month)
        ]
        rows: list[int] = []
        for one in days:
            head = self._table.rows.start_of(one)
            rows += range(head + 1, head + 1 + self._table.rows.count_of(one))
        return rows

    def _to_clipboard(self, rows: list[int], columns: list[int], *, with_head: bool) -> None:
        if not rows:
            return
        table = [[self._table.text_at(row, column) for column in columns] for row in rows]
        data = QMimeData()
        head = self._table.head(columns)
        data.setText(as_tabs([head, *table] if with_head and len(columns) == len(KEYS) else table))
        data.setHtml(as_html(table, head=head if with_head else ()))
        QGuiApplication.clipboard().setMimeData(data)

    def paste(self) -> None:
        """Write a copied block into the cells from the keyboard on; a single value fills what is selected."""
        block = from_tabs(QGuiApplication.clipboard().text())
        start = self._view.currentIndex()
        if not block or not start.isValid():
            return
        if len(block) == 1 and len(block[0]) == 1:
            self._perform_cells([(row, column, block[0][0]) for row, column in self._view.cells()])
            return
        below = (row for row in range(start.row(), self._table.rowCount()) if self._table.delivery_at(row) is not None)
        wanted = [
            (row, start.column() + offset, text)
            for row, texts in zip(below, block[:_MOST_PASTED], strict=False)
            for offset, text in enumerate(texts)
            if start.column() + offset < len(KEYS)
        ]
        self._perform_cells(wanted)

    def _perform_cells(self, cells: list[tuple[int, int, str]]) -> None:
        """Write many cells as one step; those not understood are left out and counted."""
        desk = self._desk
        edits: list[Edit] = []
        refused: list[Refusal] = []
        for row, column, text in cells:
            one = self._table.delivery_at(row)
            if one is None:
                continue
            try:
                edit = edit_of(desk.plan, one, KEYS[column], text)
                if edit is not None and edit.changes(desk.plan):
                    edits.append(edit)
            except Refusal as refusal:
                refused.append(refusal)
        if edits:
            desk.perform(Several(tuple(edits)), StepName(CELLS_CHANGED, {"n": len(edits)}))
        if refused:
            wording = desk.wording
            first = refusal_sentence(wording, refused[0])
            said = wording.plural(
                "{n} cell was left as it is: {reason}", "{n} cells were left as they are: {reason}", len(refused),
                reason=first,
            )  # fmt: skip
            desk.say(said, level="warning")
