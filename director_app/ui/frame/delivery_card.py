"""The inspector of one delivery: its facts, quiet and editable in place, each change saved at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.facts import Subject
from director_app.domain.programme import Delivery
from director_app.domain.published import strand_of
from director_app.operations.sentences import delivery_title, problem_sentence
from director_app.planner.problems import Problem
from director_app.ui.desk import Desk
from director_app.ui.frame.card_parts import ConfirmationRows, HistoryRows, StatusChip, rounds_of
from director_app.ui.frame.delivery_edits import DeliveryEdits
from director_app.ui.frame.fact_rows import FactRows
from director_app.ui.frame.problem_fixes import ProblemFixes
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.glyphs import ProblemIcon
from director_app.ui.widgets.record_form import clear_layout, row_of
from director_app.ui.widgets.tags import CodeTag
from director_app.ui.widgets.text import Text, horizontal_line, set_ground

_SHOWN_PROBLEMS = 3


class DeliveryCard(QWidget):
    """Everything about one delivery.

    Signals: ``close_wanted()``.
    """

    close_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._edits = DeliveryEdits(desk)
        self._delivery: Delivery | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        column.addWidget(self._header())
        self._problems = QWidget()
        self._problem_rows = QVBoxLayout(self._problems)
        self._problem_rows.setContentsMargins(0, 0, 0, 0)
        self._problem_rows.setSpacing(0)
        column.addWidget(self._problems)
        self._facts = FactRows(desk, self._edits)
        self._confirmations = ConfirmationRows(desk, self._edits)
        self._history = HistoryRows(desk)
        for part in (self._facts, self._confirmations, self._history):
            column.addWidget(horizontal_line())
            column.addWidget(part)
        column.addStretch(1)

    def show_delivery(self, delivery: Delivery) -> None:
        """Show a delivery; fields that are being typed in are left alone."""
        self._delivery = delivery
        desk, plan = self._desk, self._desk.plan
        may = not desk.is_read_only
        strand = strand_of(plan, delivery)
        hue = desk.theme.initiative(strand.hue) if strand else desk.theme.no_initiative
        self._code.show_code(strand.code if strand else "", hue.tint, strand.name if strand else "")
        self._number.setText(delivery.number)
        self._lock.set_icon("lock" if delivery.is_locked else "lock-open")
        wording = desk.wording
        self._lock.name_only(wording.text("Unlock") if delivery.is_locked else wording.text("Lock"))
        self._lock.setEnabled(may)
        self._title.setText(delivery_title(wording, plan, delivery.id))
        self._subtitle.setText(self._below_title(delivery, strand.name if strand else ""))
        self._subtitle.setVisible(bool(self._subtitle.text()))
        self._status.show_delivery(delivery, hue.edge, may_change=may)
        self._show_problems(delivery)
        self._facts.show_delivery(delivery, may_change=may and not delivery.is_locked)
        self._confirmations.show_delivery(delivery, may_change=may)
        self._history.show_delivery(delivery)

    def retranslate(self) -> None:
        """Say everything again."""
        self._close.name_only(self._desk.wording.text("Close"))
        self._remove.name_only(self._desk.wording.text("Remove this date"))
        self._status.retranslate()
        self._facts.retranslate()
        self._confirmations.retranslate()
        self._history.retranslate()

    def _header(self) -> QWidget:
        look = self._desk.look
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(16, 8, 10, 12)
        column.setSpacing(2)
        self._code = CodeTag(look)
        self._number = Text(look, "", "small", "text2", tabular=True)
        self._lock = Button(look, "", "glyph", "lock-open", small=True)
        self._remove = Button(look, "", "glyph", "trash-2", small=True)
        self._close = Button(look, "", "glyph", "x", small=True)
        column.addWidget(row_of(self._code, self._number, 1, self._lock, self._remove, self._close, spacing=6))
        self._title = Text(look, "", "heading", wraps=True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._subtitle = Text(look, "", "small", "text2", wraps=True)
        self._status = StatusChip(self._desk, self._edits)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(6)
        column.addWidget(row_of(self._status, 1))
        self._lock.clicked.connect(self._toggle_lock)
        self._remove.clicked.connect(self._remove_shown)
        self._close.clicked.connect(self.close_wanted)
        return box

    def _below_title(self, delivery: Delivery, strand: str) -> str:
        number, _many = rounds_of(self._desk.plan, delivery)
        round_text = self._desk.wording.text("Round {n}", n=number) if number else ""
        return " · ".join(part for part in (strand, round_text) if part)

    def _show_problems(self, delivery: Delivery) -> None:
        clear_layout(self._problem_rows)
        found = self._desk.problems_of(Subject("deliveries", delivery.id))
        for problem in found[:_SHOWN_PROBLEMS]:
            self._problem_rows.addWidget(self._problem_strip(problem))
        is_undecided = delivery.status.takes_place and (delivery.date is None or delivery.start is None)
        if is_undecided and not delivery.hours and not self._desk.is_read_only:
            self._problem_rows.addWidget(self._free_places(delivery))
        more = len(found) - _SHOWN_PROBLEMS
        if more > 0:
            rest = self._desk.wording.plural("{n} more below", "{n} more below", more)
            words_more = Text(self._desk.look, rest, "micro", "text3")
            words_more.setContentsMargins(38, 4, 12, 6)
            self._problem_rows.addWidget(words_more)

    def _problem_strip(self, problem: Problem) -> QWidget:
        """What is wrong, and below it the ways out."""
        strip = QWidget()
        set_ground(strip, {"block": "blockbg", "warning": "warnbg"}.get(str(problem.level), "hover"))
        row = QHBoxLayout(strip)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(8)
        row.addWidget(ProblemIcon(self._desk.look, str(problem.level)), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(8)
        words = problem_sentence(self._desk.wording, self._desk.plan, problem)
        column.addWidget(Text(self._desk.look, words, "small", wraps=True))
        fixes = ProblemFixes(self._desk)
        fixes.show_problem(problem)
        column.addWidget(fixes)
        row.addLayout(column, 1)
        return strip

    def _free_places(self, delivery: Delivery) -> QWidget:
        """Where it could go, while its date or time is undecided."""
        strip = QWidget()
        column = QVBoxLayout(strip)
        column.setContentsMargins(16, 4, 12, 8)
        column.setSpacing(6)
        column.addWidget(Text(self._desk.look, self._desk.wording.text("Free for it"), "small", "text2"))
        fixes = ProblemFixes(self._desk)
        fixes.show_undecided(delivery)
        column.addWidget(fixes)
        return strip

    def _toggle_lock(self) -> None:
        if self._delivery is not None:
            self._edits.set_locked(self._delivery, not self._delivery.is_locked)

    def _remove_shown(self) -> None:
        if self._delivery is not None:
            self._edits.remove(self._delivery)
