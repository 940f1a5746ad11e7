"""The tab of companies and applications: every row as it came, in order of receipt, and what became of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from director_app.domain.refusals import RefusedInput
from director_app.domain.requests import Application, ApplicationState
from director_app.operations.sentences import refusal_sentence
from director_app.ui.desk import Desk
from director_app.ui.forms.empty_state import EmptyState
from director_app.ui.forms.record_editor import perform
from director_app.ui.forms.record_page import levels_of
from director_app.ui.forms.typed_dates import read_days
from director_app.ui.models.columns import Scene
from director_app.ui.models.record_table import RecordTable
from director_app.ui.pages import applications_words as said
from director_app.ui.pages.applications_columns import ApplicationColumns, company_name
from director_app.ui.pages.applications_moves import MoveUpLine
from director_app.ui.pages.applications_table import ApplicationTable, Meter
from director_app.ui.pages.applications_told import told_words
from director_app.ui.schedule import answers, moves
from director_app.ui.widgets.buttons import Button, Chip
from director_app.ui.widgets.flow import FlowLayout
from director_app.ui.widgets.text import Text, horizontal_line, set_ground
from director_app.wording import message

EMPTY = message("Drop the companies' applications; they are kept in order of receipt.")
ONE_DAY = message("Type one date, such as 10/22 12:10.")
ALREADY_ANSWERED = message("This application is answered by {number} already.")
_FIRST_CHIP = "all"


class ApplicationsView(QWidget):
    """Chips, table, and the original row of the one that is selected."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._levels: dict[str, str] = {}
        columns = ApplicationColumns(desk.today, self._level_of, self.place)
        self.model = RecordTable(columns.listing(), desk.wording, self)
        self.table = ApplicationTable(desk, self.model)
        look = desk.look
        self.chips: dict[str, Chip] = {key: Chip(look, "", self) for key in (_FIRST_CHIP, *map(str, said.STATE_WORDS))}
        self._placed = Text(look, "", "small", "text2", tabular=True)
        self._meter = Meter(look)
        self.by_receipt = Button(look, "", "quiet", "arrow-down-wide-narrow", small=True)
        self.by_receipt.clicked.connect(self._sort_by_receipt)
        self.moves = MoveUpLine(desk)
        self._refusal = Text(look, "", "small", "block", wraps=True)
        self._refusal.hide()
        self._hint = Text(look, "", "small", "text2")
        self._original = Text(look, "", "small", "text2", wraps=True)
        self._original.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.empty = EmptyState(desk, EMPTY, (message("Import a table"), message("Make a blank application form")))
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._desk.wording
        self.model.set_wording(wording)
        self.table.setAccessibleName(wording.text("Applications in order of receipt"))
        self.by_receipt.setText(wording.text("Order of receipt"))
        self._hint.setText(wording.text("Above the words as sent, below what was read. The original is never changed."))
        self.empty.retranslate()
        self._count()
        self.moves.show_plan()
        self._show_original()

    def show_plan(self) -> None:
        """Show the plan from scratch."""
        self.model.show_plan(self._desk.plan)
        self._show_state()

    def follow(self, outcome: Any) -> None:
        """Show what an operation changed."""
        self.model.follow(outcome.plan, outcome.changes)
        self._show_state()

    def show_problems(self, problems: Any) -> None:
        """Show icons at the answering deliveries."""
        before, self._levels = self._levels, levels_of(problems, "deliveries")
        touched = {one for one in {*before, *self._levels} if before.get(one) != self._levels.get(one)}
        plan = self._desk.plan
        self.model.refresh([one for each in touched for one in plan.users_of_kind("deliveries", each, "applications")])

    def show_application(self, identity: str) -> None:
        """Select one application."""
        if self.model.row_of(identity) < 0:
            self.chips[_FIRST_CHIP].setChecked(True)
        index = self.model.index_of(identity)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def place(self, application: Application, typed: str) -> str:
        """Make the delivery that answers an application on a typed date; the sentence of a refusal or ""."""
        wording, plan = self._desk.wording, self._desk.plan
        if application.delivery and (answered := plan.deliveries.get(application.delivery)) is not None:
            return wording.text(ALREADY_ANSWERED, number=answered.number)
        near = application.wishes[0].first_day if application.wishes else None
        try:
            days, unread = read_days(typed, near or self._desk.today())
            if unread:
                raise unread[0].refusal
            if len(days) != 1:
                raise RefusedInput(ONE_DAY)
        except RefusedInput as refusal:
            return refusal_sentence(wording, refusal)
        day = days[0]
        place = moves.Place(day.date, day.start, keeps_time=day.start is None, end=day.end)
        asked = answers.answer(plan, application, place, company_name(plan, application))
        return perform(self._desk, asked.edit, asked.step)

    # -- inner life -----------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        set_ground(self, "surface")
        top = QHBoxLayout()
        top.setContentsMargins(24, 12, 16, 12)
        top.setSpacing(6)
        chips = FlowLayout(gap=6)
        for chip in self.chips.values():
            chips.addWidget(chip)
        top.addLayout(chips, 1)
        top.addWidget(self._placed)
        top.addWidget(self._meter)
        top.addSpacing(12)
        top.addWidget(self.by_receipt)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 8, 24, 10)
        foot.setSpacing(4)
        for line in (self._refusal, self._original, self._hint):
            foot.addWidget(line)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(horizontal_line())
        column.addWidget(self.moves)
        column.addWidget(self.table, 1)
        column.addWidget(horizontal_line())
        column.addLayout(foot)
        self._stack.addWidget(filled)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self.chips[_FIRST_CHIP].setChecked(True)
        for chip in self.chips.values():
            chip.setAutoExclusive(True)
            chip.toggled.connect(self._filter)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.table.delegate.refused.connect(self._say_refusal)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)

    def _level_of(self, delivery: str) -> str:
        return self._levels.get(delivery, "")

    def _show_state(self) -> None:
        self._stack.setCurrentIndex(0 if self._desk.plan.applications else 1)
        self._count()
        self.moves.show_plan()
        self._show_original()

    def _count(self) -> None:
        wording = self._desk.wording
        applications = self._desk.plan.applications.values()
        counts = dict.fromkeys(said.STATE_WORDS, 0)
        for one in applications:
            counts[one.state] += 1
        self.chips[_FIRST_CHIP].set_text(wording.text("All"), len(self._desk.plan.applications))
        for state, text in said.STATE_WORDS.items():
            chip = self.chips[str(state)]
            chip.set_text(wording.text(text), counts[state])
            chip.setVisible(counts[state] > 0 or chip.isChecked())
        valid = sum(count for state, count in counts.items() if state not in said.OVER)
        placed = sum(counts[state] for state in said.ANSWERED)
        self._placed.setText(wording.text("{m} of {n} applications placed", n=valid, m=placed))
        self._meter.show_share(placed / valid if valid else 0.0)

    def _filter(self, _checked: bool) -> None:
        wanted = next((key for key, chip in self.chips.items() if chip.isChecked()), _FIRST_CHIP)
        self.model.set_keep(None if wanted == _FIRST_CHIP else _OfState(ApplicationState(wanted)))

    def _sort_by_receipt(self) -> None:
        self.model.sort(self.table.column_of("received"))

    def _sort_by(self, column: int) -> None:
        self.model.sort(column)

    def _selected(self, _now: QItemSelection, _before: QItemSelection) -> None:
        application = self.table.current_application()
        if application is not None:
            self._desk.select([("applications", application.id)])
        self._show_original()

    def _show_original(self) -> None:
        application = self.table.current_application()
        pairs = [] if application is None else [f"{one.header}: {one.text}" for one in application.original if one.text]
        if application is not None and application.decision_note:
            pairs.append(application.decision_note)
        if application is not None and (told := told_words(self._desk.wording, self._desk.plan, application)):
            pairs.append(told)
        self._original.setText("   ".join(pairs))
        self._original.setVisible(bool(pairs))

    def _say_refusal(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))


class _OfState:
    """Keeps the applications of one state."""

    def __init__(self, state: ApplicationState) -> None:
        self._state = state

    def __call__(self, application: Application, _scene: Scene) -> bool:
        return application.state is self._state
