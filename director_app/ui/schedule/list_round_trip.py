"""Out to a spreadsheet program and back: the shown rows as xlsx, and what differs in it by reference number."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from director_app.domain.edits import resolve
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.refusals import Refusal
from director_app.operations.importing import (
    ImportProposal,
    RowOutcome,
    TakeRows,
    accept_import,
    propose_import,
    sentence_of,
)
from director_app.operations.sentences import refusal_sentence
from director_app.ui.schedule.list_columns import EXPORTED, KEYS, column_titles
from director_app.ui.schedule.list_texts import Scene, cell_of
from director_app.ui.table_copying import TableCopier
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.text import OneLine, set_ground
from director_app.wording import Wording, message

if TYPE_CHECKING:
    from director_app.ui.schedule.list_view import ListView

KINDS: Final = message("Excel files (*.xlsx)")
_MOST_LINES: Final = 500
_SEEN: Final = 8
_ROW: Final = 24


class ChangedCell(NamedTuple):
    """One cell that the file says differently. A new row has no text before."""

    number: str
    column: str
    before: str
    after: str


def changed_cells(wording: Wording, proposal: ImportProposal) -> list[ChangedCell]:
    """The cells of the list that taking the proposal would change, row by row."""
    taken = [row for row in proposal.rows if row.outcome in (RowOutcome.NEW, RowOutcome.CHANGED)]
    changes = tuple(change for row in taken for change in row.changes)
    after, resolved = resolve(proposal.plan, TakeRows(changes))
    old, new = Scene(wording, proposal.plan), Scene(wording, after)
    found: list[ChangedCell] = []
    for change in resolved:
        if change.kind == "deliveries" and isinstance(change.after, Delivery):
            found += _of_delivery(old, new, change.before, change.after)
    return found


def _of_delivery(old: Scene, new: Scene, before: Delivery | None, after: Delivery) -> list[ChangedCell]:
    if before is None:
        return [ChangedCell(after.number, "title", "", cell_of(new, after, "title")[0])]
    texts = ((key, cell_of(old, before, key)[0], cell_of(new, after, key)[0]) for key in KEYS)
    return [ChangedCell(after.number, key, first, second) for key, first, second in texts if first != second]


class RoundTrip(QObject):
    """Writes the shown rows for a spreadsheet program and takes them in again.

    Attributes:
        preview: the panel under the list that shows what would change.
    """

    def __init__(self, view: ListView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._desk = view.shared.desk
        self.preview = ChangesPanel(view, parent)
        self._parent = parent

    def export(self) -> None:
        """Ask where, and write what she sees: the rows as they are sorted, the columns in her order."""
        from director_app.documents.tables import TableOptions
        from director_app.operations.publishing import export_table, proposed_name

        desk, wording = self._desk, self._desk.wording
        name = proposed_name(desk.open_plan, "xlsx", wording, internal=True)
        suggested = desk.open_plan.path.parent / name
        path = desk.questions.file_to_write(
            self._parent, wording.text("Export to Excel"), wording.text(KINDS), suggested
        )
        if path is None:
            return
        rows = self._view.table.rows
        shown = tuple(one for one in (rows.row(at).delivery for at in range(rows.total)) if one is not None)
        heads = (head for at in self._view.shown_columns() for head in EXPORTED.get(KEYS[at], ()))
        options = TableOptions(internal=True, only=shown, columns=tuple(heads))
        try:
            done = export_table(desk.open_plan, "xlsx", path, wording, options)
        except Refusal as refusal:
            desk.say_refusal(refusal)
            return
        said = wording.plural(
            "{n} row is in {file}. Take it in again here when you have worked on it.",
            "{n} rows are in {file}. Take it in again here when you have worked on it.",
            done.amount,
            file=path.name,
        )
        desk.say(said, level="ok")

    def ask(self) -> None:
        """Ask which file, and show what it would change."""
        desk, wording = self._desk, self._desk.wording
        path = desk.questions.file_to_open(
            self._parent, wording.text("Take in again from Excel"), wording.text(KINDS), desk.open_plan.path.parent
        )
        if path is not None:
            title = wording.text("Reading the table…")
            desk.background.run(_propose, desk.plan, path, then=self._show, failed=self._fail, title=title)

    def _show(self, proposal: ImportProposal) -> None:
        self.preview.show_proposal(proposal)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self._desk.say_refusal(error)


class ChangesPanel(QFrame):
    """Under the list: every cell that a file would change. Enter takes them as one step, Escape none."""

    def __init__(self, view: ListView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._desk = view.shared.desk
        look = self._desk.look
        self._proposal: ImportProposal | None = None
        set_ground(self, "strip")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        self._says = OneLine(look, "", "strong")
        self._cells = QTreeWidget(self)
        self._cells.setRootIsDecorated(False)
        self._cells.setUniformRowHeights(True)
        self._cells.setFont(look.font("small"))
        self._cells.header().setStretchLastSection(True)
        self.copier = TableCopier(self._cells, self._desk)
        self._take = Button(look, "", "primary")
        self._leave = Button(look, "", "quiet")
        self._take.clicked.connect(self._accept)
        self._leave.clicked.connect(self.close_panel)
        column.addWidget(self._says)
        column.addWidget(self._cells)
        column.addWidget(row_of(self._take, self._leave, 1))
        self.hide()

    def show_proposal(self, proposal: ImportProposal) -> None:
        """Show what a file would change; one that changes nothing says so and is done."""
        desk, wording = self._desk, self._desk.wording
        self._proposal = proposal
        left_out = _left_out(proposal, wording)
        try:
            cells = changed_cells(wording, proposal)
        except Refusal as refusal:
            desk.say_refusal(refusal)
            return
        if not cells and not left_out:
            desk.say(wording.text("Nothing has changed in this file."), level="ok")
            self.close_panel()
            return
        rows = len({cell.number for cell in cells})
        self._says.setText(
            wording.plural("{n} row is different in {file}.", "{n} rows are different in {file}.", rows,
                           file=proposal.files[0])
        )  # fmt: skip
        self._fill(cells, left_out, wording)
        self._take.setText(wording.plural("Take in {n} change", "Take in {n} changes", len(cells)))
        self._take.setVisible(bool(cells))
        self._leave.setText(wording.text("Leave it"))
        self.show()
        (self._take if cells else self._leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, cells: list[ChangedCell], left_out: list[tuple[str, str]], wording: Wording) -> None:
        titles = column_titles(wording)
        self._cells.clear()
        self._cells.setHeaderLabels(
            [wording.text("Row"), wording.text("Column"), wording.text("Before"), wording.text("Now")]
        )
        self._cells.setAccessibleName(wording.text("What the file changes"))
        for row, reason in left_out:
            self._cells.addTopLevelItem(QTreeWidgetItem([row, "", "", reason]))
        for cell in cells[:_MOST_LINES]:
            title = titles[KEYS.index(cell.column)]
            before = cell.before or wording.text("new row")
            self._cells.addTopLevelItem(QTreeWidgetItem([cell.number, title, before, cell.after]))
        for column, width in enumerate((110, 110, 300)):
            self._cells.setColumnWidth(column, width)
        lines = self._cells.topLevelItemCount()
        if first := self._cells.topLevelItem(0):
            first.setSizeHint(0, QSize(0, _ROW))  # rows are equally high
        self._cells.setFixedHeight(_ROW * min(_SEEN, lines) + _ROW + 6)

    def lines(self) -> list[tuple[str, ...]]:
        """What is shown, line by line."""
        items = (self._cells.topLevelItem(row) for row in range(self._cells.topLevelItemCount()))
        return [tuple(item.text(column) for column in range(4)) for item in items if item is not None]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button at the keyboard, Escape takes nothing."""
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, Button):
            focus.click()
        else:
            super().keyPressEvent(event)

    def close_panel(self) -> None:
        """Nothing is taken in; the keys go back to the list."""
        was_shown = self.isVisible()
        self._proposal = None
        self.hide()
        if was_shown:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        proposal, desk = self._proposal, self._desk
        self.close_panel()
        if proposal is None:
            return
        try:
            accept_import(desk.open_plan, proposal)
        except Refusal as refusal:
            desk.say(refusal_sentence(desk.wording, refusal), level="warning")


def _left_out(proposal: ImportProposal, wording: Wording) -> list[tuple[str, str]]:
    """Rows that cannot be taken, and why."""
    return [
        (row.title or str(row.row), sentence_of(row.remarks[0], wording) if row.remarks else "")
        for row in proposal.rows
        if row.outcome in (RowOutcome.REFUSED, RowOutcome.UNCLEAR)
    ]


def _propose(plan: Plan, path: Path, stop: Any) -> ImportProposal:
    return propose_import(plan, [path], stop=stop)
