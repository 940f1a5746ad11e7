"""The rows of an import in lists: new, changed, the same, unclear, refused; each with what it is and what it brings."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from director_app.imports.proposed import ImportProposal, ProposedRow, RowOutcome
from director_app.imports.remarks import Remark, sentence_of
from director_app.operations.import_report import OUTCOME_WORDS
from director_app.operations.import_words import RowWords
from director_app.ui.look import Look
from director_app.ui.widgets.buttons import Button, Chip
from director_app.ui.widgets.glyphs import ProblemIcon
from director_app.ui.widgets.record_form import clear_layout, row_of
from director_app.ui.widgets.search_field import SearchField
from director_app.ui.widgets.text import Text, horizontal_line

NOTES: Final = "notes"
"""The list of what is good to know: remarks on rows that are taken, and rows that are no data."""

_LEVELS: Final = {RowOutcome.REFUSED: "block", RowOutcome.UNCLEAR: "warning"}
#: Which list is seen first: what needs a look, then what changes.
_FIRST: Final = (RowOutcome.REFUSED, RowOutcome.UNCLEAR, RowOutcome.CHANGED, RowOutcome.NEW, RowOutcome.SAME, NOTES)
_FIRST_ROWS: Final = 60
_MORE_ROWS: Final = 200
_ICON: Final = 16
_PLACE: Final = 64


class ListedRow(NamedTuple):
    """One row of a list as it is read: its level (empty for none), place, what it is, and sentences."""

    level: str
    place: str
    what: str
    lines: tuple[str, ...] = ()

    def matches(self, text: str) -> bool:
        """Whether it holds a text in small letters."""
        return any(text in part.lower() for part in (self.place, self.what, *self.lines))


class RowLists(QWidget):
    """The rows of a proposal, one list at a time, with counts and a filter.

    Signals: ``save_wanted()`` when the rows that are left out shall become a table.
    """

    save_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._proposal: ImportProposal | None = None
        self._words: RowWords | None = None
        self._known: dict[str, list[ListedRow]] = {}
        self._current: str = ""
        self._shown = _FIRST_ROWS
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.chips: dict[str, Chip] = {key: Chip(look) for key in (*RowOutcome, NOTES)}
        self._group = QButtonGroup(self)
        for number, chip in enumerate(self.chips.values()):
            self._group.addButton(chip, number)
        self._group.idClicked.connect(self._choose_number)
        self.filter = SearchField(look)
        self.filter.setFixedWidth(200)
        self.filter.typed.connect(self._show_from_start)
        self.save = Button(look, "", "normal", "download")
        self.save.clicked.connect(self.save_wanted)
        column.addWidget(row_of(*self.chips.values(), 1, self.filter, self.save, spacing=8))
        self.saved = Text(look, "", "small", "text2", wraps=True)
        self.saved.hide()
        column.addWidget(self.saved)
        self._panel = QFrame(self)
        self._panel.setProperty("kind", "panel")
        self._rows = QVBoxLayout(self._panel)
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._rows.setSpacing(0)
        column.addWidget(self._panel)
        self._more = Button(look, "", "link")
        self._more.clicked.connect(self._show_more)
        column.addWidget(self._more)

    def show_proposal(self, proposal: ImportProposal) -> None:
        """Show the rows of a proposal, those first that need a look."""
        if proposal is not self._proposal:
            self._current = ""
            self.filter.clear()
            self.saved.show_if_said("")
        self._proposal = proposal
        self._words = RowWords(self._look.wording, proposal)
        self._known = {}
        wording = self._look.wording
        counts = {key: self._count(key) for key in self.chips}
        for key, chip in self.chips.items():
            word = wording.text("Good to know") if key == NOTES else wording.text(OUTCOME_WORDS[RowOutcome(key)])
            chip.set_text(word, counts[key])
            chip.setVisible(counts[key] > 0)
        self.filter.setPlaceholderText(wording.text("Find in these rows"))
        self.filter.setAccessibleName(wording.text("Find in these rows"))
        self.save.setText(wording.text("Save rows left out as a table…"))
        self.save.setVisible(bool(proposal.left_rows))
        self.setVisible(any(counts.values()))
        if not counts.get(self._current):
            self._current = next((key for key in _FIRST if counts[key]), "")
        if self._current:
            self.chips[self._current].setChecked(True)
        self._show_from_start()

    def _choose_number(self, number: int) -> None:
        self._current = list(self.chips)[number]
        self._show_from_start()

    def listed(self) -> list[ListedRow]:
        """The rows of the present list that the filter lets through."""
        wanted = unicodedata.normalize("NFC", self.filter.searched()).strip().lower()
        rows = self._of(self._current)
        return [row for row in rows if row.matches(wanted)] if wanted else list(rows)

    # -- inner life ----------------------------------------------------------------------------------------

    def _rows_of(self, key: str) -> list[ProposedRow]:
        rows = self._proposal.rows if self._proposal is not None else ()
        if key == NOTES:
            return [row for row in rows if row.remarks and row.outcome not in _LEVELS]
        return [row for row in rows if row.outcome == key]

    def _no_data(self) -> list[Remark]:
        """Remarks on rows that are no data: totals, repeated headers."""
        remarks = self._proposal.remarks if self._proposal is not None else ()
        return [item for item in remarks if item.row is not None]

    def _count(self, key: str) -> int:
        return len(self._rows_of(key)) + (len(self._no_data()) if key == NOTES else 0)

    def _of(self, key: str) -> list[ListedRow]:
        """The rows of a list in words, made when they are first wanted."""
        if key not in self._known:
            rows = [self._listed(row) for row in self._rows_of(key)]
            if key == NOTES:
                wording = self._look.wording
                rows = [row._replace(level="note") for row in rows]
                rows += [ListedRow("note", self._place(one.row), sentence_of(one, wording)) for one in self._no_data()]
            self._known[key] = rows
        return self._known[key]

    def _listed(self, row: ProposedRow) -> ListedRow:
        words, wording = self._words, self._look.wording
        if words is None:
            return ListedRow("", "", "")
        lines = [words.sentence(one) for one in words.changes(row)]
        lines += [sentence_of(item, wording) for item in row.remarks]
        lines += [wording.text("may be: {name}", name=name) for _kind, _id, name in words.candidates(row)]
        return ListedRow(
            _LEVELS.get(row.outcome, ""), self._place(row.row), words.what(row), (*self._where(row), *lines)
        )

    def _place(self, row: int | None) -> str:
        return self._look.wording.text("row {n}", n=row)

    def _where(self, row: ProposedRow) -> Iterable[str]:
        """The file and sheet of a row, where there are several."""
        tables = self._proposal.tables if self._proposal is not None else ()
        return (" · ".join(part for part in (row.file, row.sheet) if part),) if len(tables) > 1 else ()

    def _show_from_start(self, _typed: str = "") -> None:
        self._shown = _FIRST_ROWS
        self._fill()

    def _show_more(self) -> None:
        self._shown += _MORE_ROWS
        self._fill()

    def _fill(self) -> None:
        clear_layout(self._rows)
        rows = self.listed()
        for position, row in enumerate(rows[: self._shown]):
            if position:
                self._rows.addWidget(horizontal_line())
            self._rows.addWidget(self._row(row))
        self._panel.setVisible(bool(rows))
        rest = len(rows) - self._shown
        wording = self._look.wording
        self._more.setText(wording.plural("Show {n} more row", "Show {n} more rows", min(rest, _MORE_ROWS)))
        self._more.setVisible(rest > 0)

    def _row(self, row: ListedRow) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if row.what:
            column.addWidget(Text(self._look, row.what, "strong", wraps=True))
        for line in row.lines:
            column.addWidget(Text(self._look, line, "small", wraps=True))
        place = Text(self._look, row.place, "small", "text2", tabular=True)
        place.setFixedWidth(_PLACE)
        mark = ProblemIcon(self._look, row.level) if row.level else QWidget()
        mark.setFixedWidth(_ICON)
        box = row_of(mark, place, spacing=12, margins=(12, 8, 12, 8))
        layout = box.layout()
        if layout is not None:
            layout.addWidget(words)
        return box
