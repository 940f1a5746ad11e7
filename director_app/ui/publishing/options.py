"""The options at the right: what, in which form; below them what to look at, and the buttons."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from director_app.domain.plan import Plan
from director_app.ui.desk import Desk
from director_app.ui.publishing.check_line import CheckLine
from director_app.ui.publishing.checklist import CheckList
from director_app.ui.publishing.choice import Choice
from director_app.ui.publishing.giving import FILES
from director_app.ui.publishing.rows import FormRows, ScopeRows
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.segments import Segments
from director_app.ui.widgets.text import Text, horizontal_line, set_ground

WIDTH = 300


class OptionsPanel(QFrame):
    """All options above, checks and buttons pinned below.

    Signals: ``changed(Choice)``; ``edition_wanted(bool)``; ``make()``, ``print_wanted()``, ``more(QWidget)``;
    ``wanted(Subject)``.
    """

    changed = Signal(object)
    make = Signal()
    edition_wanted = Signal(bool)
    print_wanted = Signal()
    more = Signal(object)
    wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        look = desk.look
        self.setFixedWidth(WIDTH)
        self.setProperty("edge", "left")
        set_ground(self, "canvas")
        self._heads = [Text(look, "", "small-strong", "text2") for _ in range(2)]
        self.scope = ScopeRows(desk)
        self.scope.changed.connect(self.changed)
        self.form = FormRows(desk)
        self.form.changed.connect(self.changed)
        self.checks = CheckList(desk)
        self.checks.wanted.connect(self._go)
        self.checks.shown.connect(self._order_keys)
        self.stage = Segments(look, "", stretches=True)
        self.stage.chosen.connect(self._stage_chosen)
        self._stage_words = Text(look, "", "small", "text2", wraps=True)
        self.make_button = Button(look, "", "primary")
        self.make_button.clicked.connect(self.make)
        self.print_button = Button(look, "", "normal", "printer")
        self.print_button.clicked.connect(self.print_wanted)
        self.more_button = Button(look, "", "normal", "ellipsis")
        self.more_button.clicked.connect(self._tell_more)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._desk.wording
        for head, text in zip(self._heads, (wording.text("What"), wording.text("Form")), strict=True):
            head.setText(text)
        for part in (self.scope, self.form, self.checks):
            part.retranslate()
        self.stage.setAccessibleName(wording.text("Draft or edition"))
        self.stage.set_choices([("draft", wording.text("Draft")), ("edition", wording.text("Edition"))])
        self.print_button.setText(wording.text("Print"))
        self.more_button.setAccessibleName(wording.text("Further ways to give it out"))
        self.more_button.setToolTip(wording.text("Further ways to give it out"))

    def show_marked(self, marked: Sequence[Choice]) -> None:
        """Say on the button how many documents it makes together; none for the one that is looked at."""
        wording, count = self._desk.wording, len(marked)
        if count < 2:
            return
        if all(choice.form == "pdf" for choice in marked):
            self.make_button.setText(wording.plural("Make {n} PDF", "Make {n} PDFs", count))
        else:
            self.make_button.setText(wording.plural("Make {n} file", "Make {n} files", count))

    def show_choice(self, choice: Choice, plan: Plan, *, can_make: bool) -> None:
        """Show a choice and what can be done with it."""
        self.scope.show_choice(choice, plan)
        self.form.show_choice(choice)
        wording = self._desk.wording
        self.make_button.setText(wording.text(FILES[choice.suffix][1]))
        self.make_button.setEnabled(can_make)
        self.print_button.setVisible(not choice.is_calendar)
        for widget in (self.stage, self._stage_words):
            widget.setVisible(not choice.is_internal)
        self.print_button.setEnabled(can_make)
        self.more_button.setEnabled(can_make)
        self.more_button.setVisible(not choice.is_calendar)

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setProperty("kind", "scrolled")
        upper = QVBoxLayout(holder)
        upper.setContentsMargins(16, 14, 12, 14)
        upper.setSpacing(8)
        upper.addWidget(self._heads[0])
        upper.addWidget(self.scope)
        upper.addWidget(horizontal_line())
        upper.addWidget(self._heads[1])
        upper.addWidget(self.form)
        upper.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        pinned = QWidget()
        set_ground(pinned, "surface")
        lower = QVBoxLayout(pinned)
        lower.setContentsMargins(16, 12, 12, 14)
        lower.setSpacing(8)
        lower.addWidget(self.checks)
        lower.addWidget(self.stage)
        lower.addWidget(self._stage_words)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.make_button.setSizePolicy(self.stage.sizePolicy())
        row.addWidget(self.make_button, 1)
        row.addWidget(self.print_button)
        row.addWidget(self.more_button)
        lower.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(horizontal_line())
        column.addWidget(pinned)

    def _order_keys(self) -> None:
        """Links that are new come before the buttons below them when going on by Tab."""
        enquiries = self.checks.enquiries
        below = [enquiries.name, enquiries.phone, self.stage, self.make_button, self.print_button, self.more_button]
        for one, other in pairwise([*self.checks.links, *below]):
            QWidget.setTabOrder(one, other)

    def _go(self, line: CheckLine) -> None:
        self.wanted.emit(line)

    def _tell_more(self) -> None:
        self.more.emit(self.more_button)

    def _stage_chosen(self, stage: str) -> None:
        self.edition_wanted.emit(stage == "edition")

    def show_stage(self, choice: Choice, announcement: str) -> None:
        """Say what comes to the foot of every page: the mark of a draft, or which edition it will be."""
        wording = self._desk.wording
        self.stage.choose("edition" if choice.is_edition else "draft")
        if choice.form == "docx":
            text = wording.text("A document to edit is always a draft.")
        elif choice.is_edition:
            text = announcement or wording.text("Editions are numbered and kept.")
        elif choice.is_calendar:
            text = wording.text("A calendar that is no edition bears no number.")
        else:
            text = wording.text("“Draft” and the time are printed at the foot.")
        self._stage_words.setText(text)
