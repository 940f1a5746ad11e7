"""What the planner found about the record shown, with the ways out, on top of its card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.facts import Subject
from director_app.domain.programme import Delivery
from director_app.operations.sentences import problem_sentence
from director_app.planner.problems import Problem
from director_app.ui.desk import Desk
from director_app.ui.frame.problem_fixes import ProblemFixes
from director_app.ui.widgets.glyphs import ProblemIcon
from director_app.ui.widgets.record_form import clear_layout
from director_app.ui.widgets.text import Text, set_ground

_SHOWN_PROBLEMS = 3


class ProblemStrips(QWidget):
    """The most urgent findings about one record, and free places while it is undecided."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def show_record(self, subject: Subject) -> None:
        """Show what was found about a record."""
        clear_layout(self._rows)
        found = self._desk.problems_of(subject)
        for problem in found[:_SHOWN_PROBLEMS]:
            self._rows.addWidget(self._strip(problem, subject))
        delivery = self._desk.plan.find(*subject)
        if isinstance(delivery, Delivery):
            is_open = delivery.status.takes_place and (delivery.date is None or delivery.start is None)
            if is_open and not delivery.hours and not self._desk.is_read_only:
                self._rows.addWidget(self._free_places(delivery))
        more = len(found) - _SHOWN_PROBLEMS
        if more > 0:
            rest = self._desk.wording.plural("{n} more below", "{n} more below", more)
            words_more = Text(self._desk.look, rest, "micro", "text3")
            words_more.setContentsMargins(38, 4, 12, 6)
            self._rows.addWidget(words_more)

    def _strip(self, problem: Problem, subject: Subject) -> QWidget:
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
        fixes.show_problem(problem, subject.id)
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
