"""Taking in a table: she sees what was understood, corrects what was not, and takes it in as one step.

Once it is taken in, the page is left for the plan; what happened is said there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.refusals import Refusal
from director_app.imports.columns import ColumnChoice, ColumnMapping
from director_app.imports.field_names import ALL_KINDS, KIND_LABELS, KINDS
from director_app.operations.importing import ImportProposal, PastedTable, RowOutcome, propose_import, sentence_of
from director_app.operations.remembered_columns import remembered_columns
from director_app.operations.sentences import refusal_sentence
from director_app.ui import tokens
from director_app.ui.background import Background, Job
from director_app.ui.importing.mapping_table import MappingTable
from director_app.ui.importing.row_lists import RowLists
from director_app.ui.look import Look
from director_app.ui.widgets.buttons import Button, Chip
from director_app.ui.widgets.fields import ChoiceField, Tick
from director_app.ui.widgets.flow import FlowLayout
from director_app.ui.widgets.glyphs import ProblemIcon
from director_app.ui.widgets.record_form import column_of, row_of
from director_app.ui.widgets.text import OneLine, Text, horizontal_line, set_ground

Source = Path | PastedTable


class ImportPage(QWidget):
    """One import, from the file to the step that is wanted.

    Signals: ``left()`` when she goes back; ``accept_wanted(ImportProposal, str)`` with what to do with unclear rows
    ("skip" or "new"); ``save_wanted(ImportProposal, bool)`` when the rows that are left out shall become a table, and
    whether unclear ones are among them.
    """

    left = Signal()
    accept_wanted = Signal(object, str)
    save_wanted = Signal(object, bool)

    def __init__(self, look: Look, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._background = background
        self._plan = Plan()
        self._sources: tuple[Source, ...] = ()
        self._mappings: dict[str, ColumnMapping] = {}
        self._fingerprints: dict[int, str] = {}
        self._remembered: dict[str, Mapping[str, Any]] = {}
        self.proposal: ImportProposal | None = None
        self._wants_focus = False
        self._table = 0
        #: Our deliveries that calendars have as dates of events that repeat (`dates_given`).
        self.dates: Mapping[str, DeliveryId] = {}
        self._job: Job | None = None
        self._refused: Refusal | None = None
        set_ground(self, "canvas")
        self._build()
        self._forget_rows()
        self.retranslate()
        look.language_changed.connect(self.retranslate)

    # -- from the window -----------------------------------------------------------------------------------

    def begin(self, plan: Plan, sources: Sequence[Source]) -> None:
        """Read these sources as they would change the plan."""
        if tuple(sources) != self._sources:  # coming back to the same table keeps the columns she chose
            self._mappings = {}
        self._plan, self._sources = plan, tuple(sources)
        self._fingerprints = {}
        self._remembered = remembered_columns()
        self._table = 0
        self._take_unclear.setChecked(False)
        self._fill_blanks.setChecked(False)
        self._file.setText(", ".join(source.name for source in sources))
        self._forget_rows()
        self._await_focus()
        self._read()

    def read_again(self, plan: Plan) -> None:
        """Read the same sources again, columns as she chose them: to see what was left out."""
        self._plan = plan
        self._forget_rows()
        self._await_focus()
        self._read()

    def _await_focus(self) -> None:
        """Enter does nothing until the table is read; then it takes in what there is."""
        self._wants_focus = True
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Read no further and go back."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.left.emit()

    @property
    def look(self) -> Look:
        """Language and theme of the page."""
        return self._look

    def files(self) -> list[Path]:
        """The files that are imported; pasted tables are none."""
        return [source for source in self._sources if isinstance(source, Path)]

    def folder(self) -> Path | None:
        """The folder the first file lies in."""
        return next((file.parent for file in self.files()), None)

    def corrections(self) -> dict[str, ColumnMapping]:
        """The columns she chose herself, by the fingerprint of the header."""
        return dict(self._mappings)

    def rows_left_out(self) -> int:
        """How many rows an import would leave out as it is set now."""
        if self.proposal is None:
            return 0
        unclear = 0 if self._take_unclear.isChecked() else self.proposal.count(RowOutcome.UNCLEAR)
        return unclear + self.proposal.count(RowOutcome.REFUSED)

    def retranslate(self) -> None:
        """Say everything again."""
        wording = self._look.wording
        self._back.name_only(wording.text("Back"))
        self._title.setText(wording.text("Import a table"))
        self._heading.setText(wording.text("A meaning was guessed for each column. Change it above the column."))
        for kind, chip in self._kinds.items():
            chip.setText(wording.text(KIND_LABELS[kind]))
        self._take_unclear.setText(wording.text("take unclear rows as new ones"))
        self._fill_blanks.setText(wording.text("only fill blanks"))
        self._fill_blanks.setToolTip(
            wording.text("Nothing that is known is changed; only what is undecided is filled in.")
        )
        if self.proposal is not None:
            self._show(self.proposal)
        else:
            self._show_buttons()
        if self._refused is not None:
            self._say_refused(self._refused)
        elif self.is_reading:
            self._result.setText(wording.text("Reading…"))

    # -- reading -------------------------------------------------------------------------------------------

    @property
    def is_reading(self) -> bool:
        """Whether the sources are still being read."""
        return self._job is not None

    def _forget_rows(self) -> None:
        """Nothing of an earlier table stays to be seen while another one is read."""
        self.proposal = None
        self._panels.hide()
        self._sheet.hide()
        self._extent.setText("")
        self._warn("")

    def _read(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._refused = None
        self._result.setText(self._look.wording.text("Reading…"))
        self._rest.setText("")
        title = self._look.wording.text("Reading the table…")
        self._job = self._background.run(
            _propose, self._plan, self._sources, {**self._remembered, **self._mappings}, self._fill_blanks.isChecked(),
            self.dates,
            then=self._show, failed=self._fail, title=title,
        )  # fmt: skip
        self._show_buttons()

    def _fail(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, Refusal):
            raise error
        self._refused = error
        self._forget_rows()
        self._say_refused(error)
        self._show_buttons()

    def _say_refused(self, refusal: Refusal) -> None:
        self._result.setText(self._look.wording.text("There is nothing to import here."))
        self._warn(refusal_sentence(self._look.wording, refusal))

    def _show(self, proposal: ImportProposal) -> None:
        self._job = None
        self.proposal = proposal
        self._panels.show()
        sheets = [(str(number), table.sheet) for number, table in enumerate(proposal.tables)]
        self._sheet.set_choices(sheets)
        self._sheet.show_value(str(self._table))
        self._sheet.setVisible(len(sheets) > 1)
        for number, table in enumerate(proposal.tables):
            self._fingerprints.setdefault(number, table.mapping.fingerprint)
        self._show_table()
        self._show_remarks(proposal)
        self._say_counts(proposal)
        if self._wants_focus:
            self._wants_focus = False
            (self._accept if self._to_take() else self._leave).setFocus(Qt.FocusReason.TabFocusReason)

    def _show_table(self) -> None:
        proposal, wording = self.proposal, self._look.wording
        tables = proposal.tables if proposal is not None else ()
        has_table = self._table < len(tables)
        for widget in (self.mapping, self._kind_row, self._heading, self._unsure):
            widget.setVisible(has_table)
        self._extent.setText("")
        if not has_table:
            return
        table = tables[self._table]
        self.mapping.show_table(table)
        if table.mapping.kind:
            self._kinds[table.mapping.kind].setChecked(True)
        for kind, chip in self._kinds.items():  # the others are known by their sheet and their columns alone
            chip.setVisible(kind in KINDS or kind == table.mapping.kind)
        unsure = sum(1 for column in table.mapping.columns if column.unsure)
        fingerprint = table.mapping.fingerprint
        if fingerprint in self._remembered and fingerprint not in self._mappings:
            self._unsure.setText(wording.text("The columns are read as you chose them last time."))
        else:
            self._unsure.setText(self._say_unsure(unsure))
        extent = wording.text("first {shown} rows · {n} in all", shown=len(table.sample), n=table.rows)
        self._extent.setText(extent)

    def _say_unsure(self, unsure: int) -> str:
        wording = self._look.wording
        return (
            wording.plural(
                "The column marked “?” is not certain. What was written stays as it is.",
                "The {n} columns marked “?” are not certain. What was written stays as it is.",
                unsure,
            )
            if unsure
            else wording.text("What was written stays as it is.")
        )

    def _show_remarks(self, proposal: ImportProposal) -> None:
        wording = self._look.wording
        general = [sentence_of(item, wording) for item in proposal.remarks if item.row is None]
        self._warn("\n".join(general))
        self.rows.show_proposal(proposal)

    def _warn(self, text: str) -> None:
        self._strip.setVisible(bool(text))
        self._strip_words.setText(text)

    def _say_counts(self, proposal: ImportProposal) -> None:
        wording = self._look.wording
        parts = [
            wording.plural("{n} new", "{n} new", proposal.count(RowOutcome.NEW)),
            wording.plural("{n} changed", "{n} changed", proposal.count(RowOutcome.CHANGED)),
            wording.plural("{n} the same", "{n} the same", proposal.count(RowOutcome.SAME)),
            wording.plural("{n} unclear", "{n} unclear", proposal.count(RowOutcome.UNCLEAR)),
            wording.plural("{n} refused", "{n} refused", proposal.count(RowOutcome.REFUSED)),
        ]
        numbers = [proposal.count(outcome) for outcome in RowOutcome]
        counts = " · ".join(part for part, number in zip(parts, numbers, strict=True) if number)
        news = sum(proposal.count(one) for one in (RowOutcome.NEW, RowOutcome.CHANGED))
        if not any(numbers):
            self._result.setText(wording.text("There is nothing to import here."))
        elif not news and proposal.count(RowOutcome.SAME):
            self._result.setText(wording.text("Nothing has changed in this file."))
        else:
            self._result.setText(counts)
            counts = ""
        self._rest.setText(counts)
        self._show_buttons()

    def _show_buttons(self) -> None:
        """Only what can be done now: import what there is, take the unclear as new, go back."""
        wording, count = self._look.wording, self._to_take()
        unclear = self.proposal.count(RowOutcome.UNCLEAR) if self.proposal is not None else 0
        self._accept.setText(wording.plural("Import {n} row", "Import {n} rows", count))
        self._accept.setVisible(count > 0)
        self._accept.setEnabled(count > 0 and not self.is_reading)
        self._take_unclear.setVisible(unclear > 0)
        changed = self.proposal.count(RowOutcome.CHANGED) if self.proposal is not None else 0
        self._fill_blanks.setVisible(changed > 0 or self._fill_blanks.isChecked())
        self._leave.setText(wording.text("Leave it") if count or self.is_reading else wording.text("Back"))

    def _to_take(self) -> int:
        if self.proposal is None:
            return 0
        wanted = [RowOutcome.NEW, RowOutcome.CHANGED]
        if self._take_unclear.isChecked():
            wanted.append(RowOutcome.UNCLEAR)
        return sum(self.proposal.count(outcome) for outcome in wanted)

    # -- what the user does --------------------------------------------------------------------------------

    def _correct(self, mapping: Any) -> None:
        self._mappings[self._fingerprints.get(self._table, mapping.fingerprint)] = mapping
        self._read()

    def _choose_kind(self, number: int) -> None:
        if self.proposal is None or self._table >= len(self.proposal.tables):
            return
        mapping = self.proposal.tables[self._table].mapping
        if mapping.kind != ALL_KINDS[number]:
            self._correct(mapping.as_kind(ALL_KINDS[number]))

    def _choose_sheet(self, number: str) -> None:
        self._table = int(number)
        self._show_table()

    def _say_again(self) -> None:
        if self.proposal is not None:
            self._say_counts(self.proposal)

    def _want(self) -> None:
        if self.proposal is not None and not self.is_reading:
            self.accept_wanted.emit(self.proposal, "new" if self._take_unclear.isChecked() else "skip")

    def _want_table(self) -> None:
        if self.proposal is not None:
            self.save_wanted.emit(self.proposal, not self._take_unclear.isChecked())

    # -- building ------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(horizontal_line())
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._body())
        column.addWidget(area, 1)
        column.addWidget(horizontal_line())
        column.addWidget(self._foot())

    def _head(self) -> QWidget:
        look = self._look
        self._back = Button(look, "", "glyph", "arrow-left", icon_size=18)
        self._back.clicked.connect(self.leave)
        self._title = Text(look, "", "title")
        self._file = Button(look, "", "chip", "file-spreadsheet")
        self._file.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = ChoiceField(look, small=True)
        self._sheet.chosen.connect(self._choose_sheet)
        self._extent = Text(look, "", "small", "text2", tabular=True)
        head = row_of(self._back, self._title, self._file, self._sheet, 1, self._extent, margins=(12, 0, 16, 0))
        head.setFixedHeight(tokens.TOOLBAR_HEIGHT - 1)
        return head

    def _body(self) -> QWidget:
        look = self._look
        body = QWidget()
        body.setProperty("kind", "scrolled")
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(16)
        self._heading = Text(look, "", "heading")
        self._unsure = Text(look, "", "small", "text2")
        self._kinds = {kind: Chip(look) for kind in ALL_KINDS}
        self._group = QButtonGroup(self)
        for number, chip in enumerate(self._kinds.values()):
            self._group.addButton(chip, number)
        self._group.idClicked.connect(self._choose_kind)
        words = column_of(self._heading, self._unsure, spacing=2)
        self._kind_row = row_of(*self._kinds.values())
        top = FlowLayout(gap=12)  # the kinds stand under the words where both do not fit side by side
        top.addWidget(words)
        top.addWidget(self._kind_row)
        self._panels = QWidget()
        panels = QVBoxLayout(self._panels)
        panels.setContentsMargins(0, 0, 0, 0)
        panels.setSpacing(16)
        panels.addLayout(top)
        self.mapping = MappingTable(look)
        self.mapping.corrected.connect(self._correct)
        panels.addWidget(self.mapping)
        self.rows = RowLists(look)
        self.rows.save_wanted.connect(self._want_table)
        panels.addWidget(self.rows)
        column.addWidget(self._panels)
        column.insertWidget(0, self._warning())
        column.addStretch(1)
        return body

    def _warning(self) -> QWidget:
        self._strip = QWidget()
        set_ground(self._strip, "warnbg")
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(ProblemIcon(self._look, "warning"), 0, Qt.AlignmentFlag.AlignTop)
        self._strip_words = Text(self._look, "", "body", wraps=True)
        row.addWidget(self._strip_words, 1)
        self._strip.hide()
        return self._strip

    def _foot(self) -> QWidget:
        look = self._look
        self._result = OneLine(look, "", "heading")
        self._result.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._rest = Text(look, "", "small", "text2")
        self._take_unclear = Tick(look)
        self._take_unclear.clicked.connect(self._say_again)
        self._fill_blanks = Tick(look)
        self._fill_blanks.clicked.connect(self._read)
        self._leave = Button(look, "", "quiet")
        self._leave.clicked.connect(self.leave)
        self._accept = Button(look, "", "primary")
        self._accept.clicked.connect(self._want)
        foot = row_of(
            self._result,
            self._rest,
            1,
            self._fill_blanks,
            self._take_unclear,
            self._leave,
            self._accept,
            spacing=12,
            margins=(24, 0, 24, 0),
        )
        foot.setFixedHeight(64)
        set_ground(foot, "surface")
        return foot


def _propose(
    plan: Plan,
    sources: tuple[Source, ...],
    mappings: dict[str, ColumnChoice],
    fill_blanks: bool,
    dates: Mapping[str, DeliveryId],
    stop: Any,
) -> ImportProposal:
    return propose_import(plan, sources, mappings, fill_blanks=fill_blanks, stop=stop, dates=dates)
