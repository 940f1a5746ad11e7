"""What is done to many cells of the list at once: copied, pasted, filled down, made undecided; one undo step each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from director_app.domain.edits import Edit, Several, resolve
from director_app.domain.programme import Delivery
from director_app.domain.refusals import Refusal
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import refusal_sentence
from director_app.ui.clipboard_tables import as_html, as_tabs, from_html, from_tabs
from director_app.ui.schedule.list_columns import DERIVED, KEYS
from director_app.ui.schedule.list_edits import UNKNOWN, CellReader, New
from director_app.wording import message

if TYPE_CHECKING:
    from director_app.ui.schedule.list_choice import Choice
    from director_app.ui.schedule.list_ground import ListGround

CELLS_CHANGED: Final = message("{n} cells changed")
MOST_CELLS: Final = 20_000
"""More cells are not written or copied at once: it would take longer than she wants to wait."""


class Wanted(NamedTuple):
    """A cell and the text it shall hold."""

    delivery: str
    column: str
    text: str


class RefusedCell(NamedTuple):
    """A cell that was not understood, why, and whether adding the name would mend it."""

    delivery: str
    number: str
    column: str
    text: str
    reason: str
    is_unknown: bool


class Batch(NamedTuple):
    """Many cells read: the edits of those understood, and the others."""

    wanted: tuple[Wanted, ...]
    edits: tuple[Edit, ...]
    refused: tuple[RefusedCell, ...]


class CellWork:
    """Works on the selected cells of a list."""

    def __init__(self, view: ListGround, choice: Choice) -> None:
        self._view = view
        self._choice = choice
        self._table = view.table
        self._desk = view.shared.desk

    # -- writing -----------------------------------------------------------------------------------------------

    def clear_cells(self) -> None:
        """Make the selected cells undecided; a status has no such value and stays."""
        if self._is_too_much():
            return
        cells = self._choice.cells()
        kept = [cell for cell in cells if KEYS[cell[1]] not in DERIVED and KEYS[cell[1]] != "status"]
        self._write(self._wanted((row, column, "") for row, column in kept))

    def fill_down(self, sources: int = 1) -> None:
        """Write the first selected cells of each column into those below them, over and over."""
        if self._is_too_much():
            return
        seen: dict[int, list[str]] = {}
        filled: dict[int, int] = {}
        wanted: list[tuple[int, int, str]] = []
        for row, column in self._choice.cells():
            first = seen.setdefault(column, [])
            if len(first) < sources:
                first.append(self._table.text_at(row, column, editing=True))
            elif KEYS[column] not in DERIVED:
                at = filled.get(column, 0)
                wanted.append((row, column, first[at % sources]))
                filled[column] = at + 1
        self._write(self._wanted(wanted))

    def paste(self) -> None:
        """Write a copied block into the cells from the keyboard on; a single value fills what is selected."""
        block = self._block()
        start = self._view.currentIndex()
        if not block or not start.isValid() or self._is_too_much():
            return
        if len(block) == 1 and len(block[0]) == 1:
            self._write(self._wanted((row, column, block[0][0]) for row, column in self._choice.cells()))
            return
        shown = self._view.shown_columns()
        columns = shown[shown.index(start.column()) :] if start.column() in shown else []
        if block[0] == self._table.head(columns)[: len(block[0])]:
            block = block[1:]  # a table copied with the names of its columns
        rows = list(islice(self._rows_from(start.row()), len(block)))
        wanted = [
            (row, column, text)
            for row, texts in zip(rows, block, strict=False)
            for column, text in zip(columns, texts, strict=False)
        ]
        self._write(self._wanted(wanted[:MOST_CELLS]))
        left = len(block) - len(rows)
        if left > 0:
            wording = self._desk.wording
            said = wording.plural(
                "{n} row of the block had no row to go to.", "{n} rows of the block had no row to go to.", left
            )
            self._desk.say(said, level="warning")

    def _block(self) -> list[list[str]]:
        data = QGuiApplication.clipboard().mimeData()
        text = data.text() if data.hasText() else ""
        block = from_tabs(text)
        if data.hasHtml() and "\t" not in text:
            # A word processor gives the words of a table without its cells.
            table = from_html(data.html())
            if table and (len(table) > 1 or len(table[0]) > 1):
                return table
        return block

    def _rows_from(self, first: int) -> Iterator[int]:
        return (row for row in range(first, self._table.rowCount()) if self._table.row_at(row).delivery is not None)

    def _wanted(self, cells: Iterable[tuple[int, int, str]]) -> list[Wanted]:
        found = []
        for row, column, text in cells:
            identity = self._table.row_at(row).delivery
            if identity is not None:
                found.append(Wanted(identity, KEYS[column], text))
        return found

    def _is_too_much(self) -> bool:
        if self._choice.count_cells() <= MOST_CELLS:
            return False
        said = self._desk.wording.text("These are too many cells at once. Select at most {n}.", n=f"{MOST_CELLS:,}")
        self._desk.say(said, level="warning")
        return True

    def _write(self, wanted: Sequence[Wanted]) -> None:
        """Write cells as one step; when some are not understood she sees all of them first."""
        batch = self.read(wanted)
        if batch.refused:
            self._view.refused.emit(batch)
        else:
            self.perform(batch)

    def read(self, wanted: Sequence[Wanted], new: New = "refuse") -> Batch:
        """What many cells ask for; unknown names may be taken as new records."""
        desk, wording = self._desk, self._desk.wording
        plan = desk.plan
        reader = CellReader(plan, self._view.names, new, wording.language)
        edits: list[Edit] = []
        refused: list[RefusedCell] = []
        for cell in wanted:
            one = self._view.verbs.delivery(cell.delivery)
            if one is None or self._says_so(one, cell):
                continue
            try:
                edit = reader.edit(one, cell.column, cell.text)
                if edit is not None:
                    if new == "refuse":
                        resolve(plan, edit)
                    edits.append(edit)
            except Refusal as refusal:
                reason = refusal_sentence(wording, refusal)
                is_unknown = refusal.message in UNKNOWN
                refused.append(RefusedCell(one.id, one.number, cell.column, cell.text, reason, is_unknown))
        return Batch(tuple(wanted), tuple(edits), tuple(refused))

    def _says_so(self, one: Delivery, cell: Wanted) -> bool:
        """Whether a cell shows the text already, as in a block copied from here, be it only a stand-in for a fact."""
        return self._table.line_of(one).cell(self._table.scene, KEYS.index(cell.column))[0] == cell.text

    def perform(self, batch: Batch) -> bool:
        """Write what was understood, as one step."""
        if not batch.edits:
            return False
        step = StepName(CELLS_CHANGED, {"n": len(batch.edits)})
        return self._desk.perform(Several(batch.edits), step) is not None

    # -- copying -----------------------------------------------------------------------------------------------

    def copy(self) -> bool:
        """Copy the selected cells as text and as a table that keeps its form in a document; whether it was done."""
        if self._is_too_much():
            return False
        cells = self._choice.cells()
        rows = sorted({row for row, _column in cells})
        self._to_clipboard(rows, self._choice.columns(), with_head=False)
        return bool(rows)

    def cut(self) -> None:
        """Copy the selected cells and make them undecided."""
        if self.copy():
            self.clear_cells()

    def copy_table(self) -> None:
        """Copy whole rows: the selected ones when there are several, else all of the month shown."""
        if self._choice.count_rows() > 1:
            rows = [
                row
                for first, last in self._choice.rows()
                for row in range(first, last + 1)
                if self._table.row_at(row).delivery is not None
            ]
        else:
            rows = self._rows_of_month()
        columns = self._view.shown_columns()
        rows = rows[: MOST_CELLS // max(1, len(columns))]
        self._to_clipboard(rows, columns, with_head=True)
        wording = self._desk.wording
        said = wording.plural("Copied {n} row as a table.", "Copied {n} rows as a table.", len(rows))
        self._desk.say(said, level="ok")

    def _rows_of_month(self) -> list[int]:
        day, rows = self._view.shared.day, self._table.rows
        return [rows.position_of(one) for one in rows.ids_of_month(day.year, day.month)]

    def _to_clipboard(self, rows: list[int], columns: list[int], *, with_head: bool) -> None:
        if not rows:
            return
        table = [[self._table.text_at(row, column) for column in columns] for row in rows]
        data = QMimeData()
        head = self._table.head(columns) if with_head else []
        data.setText(as_tabs([head, *table] if head else table))
        data.setHtml(as_html(table, head=head))
        QGuiApplication.clipboard().setMimeData(data)
