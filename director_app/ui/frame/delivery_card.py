"""The inspector of one date: its facts, quiet and editable in place, each change saved at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from director_app.domain.edits import Change
from director_app.domain.facts import Subject
from director_app.domain.programme import Delivery
from director_app.domain.published import strand_of
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import delivery_title
from director_app.ui import steps
from director_app.ui.desk import Desk
from director_app.ui.frame.card_parts import Card, OwnerChip, StatusChip, flow_of, rounds_of
from director_app.ui.frame.fact_sections import FactSections
from director_app.ui.frame.history_part import HistoryPart
from director_app.ui.frame.problem_strips import ProblemStrips
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.tags import CodeTag
from director_app.ui.widgets.text import Text, horizontal_line


class DeliveryCard(Card):
    """Everything about one date."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "deliveries")
        self._fill_head()
        column = self._column
        self.problems = ProblemStrips(desk)
        self.facts = FactSections(self.editor)
        self.history = HistoryPart(self.editor)
        for part in (self.problems, self.facts):
            column.addWidget(part)
        column.addWidget(horizontal_line())
        column.addWidget(self.history)
        column.addStretch(1)

    @property
    def delivery(self) -> Delivery:
        """The date shown, as it is now."""
        found: Delivery = self.editor.record
        return found

    def show_delivery(self, delivery: Delivery) -> None:
        """Show a date; fields that are being typed in are left alone."""
        desk, plan = self._desk, self._desk.plan
        wording, may = desk.wording, not desk.is_read_only
        self.editor.show(delivery.id)
        strand = strand_of(plan, delivery)
        edge = self.show_strand(self._code, strand)
        self._number.setText(delivery.number)
        self.lock.set_icon("lock" if delivery.is_locked else "lock-open")
        self.lock.name_only(wording.text("Unlock") if delivery.is_locked else wording.text("Lock"))
        self.lock.setEnabled(may)
        self._remove.setEnabled(may)
        self._title.setText(delivery_title(wording, plan, delivery.id))
        self._subtitle.show_if_said(self._below_title(delivery, strand.name if strand else ""))
        self.status.show_status(edge)
        self.problems.show_record(Subject("deliveries", delivery.id))

    def retranslate(self) -> None:
        """Say everything again."""
        super().retranslate()
        wording = self._desk.wording
        self._more.name_only(wording.text("More"))
        self._remove.setText(wording.text("Remove this date"))
        self._programme.setText(wording.text("Open the programme"))
        self._place.setText(wording.text("Open the place"))
        for part in (self.owner, self.facts, self.history):
            part.retranslate()

    def _fill_head(self) -> None:
        look, column = self._desk.look, self._head
        self._code = CodeTag(look)
        self._number = Text(look, "", "small", "text2", tabular=True)
        self.lock = Button(look, "", "glyph", "lock-open", small=True)
        self._more = Button(look, "", "glyph", "ellipsis", small=True)
        column.addWidget(row_of(self._code, self._number, 1, self.lock, self._more, self._close, spacing=6))
        self._title = Text(look, "", "heading", wraps=True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._subtitle = Text(look, "", "small", "text2", wraps=True)
        self.status = StatusChip(self.editor)
        self.owner = OwnerChip(self.editor)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(6)
        column.addWidget(flow_of(self.status, self.owner))
        self._fill_menu()
        self.lock.clicked.connect(self._toggle_lock)

    def _fill_menu(self) -> None:
        menu = QMenu(self._more)
        self._programme, self._place, self._remove = QAction(menu), QAction(menu), QAction(menu)
        self._programme.triggered.connect(self._open_programme)
        self._place.triggered.connect(self._open_place)
        self._remove.triggered.connect(self.remove_shown)
        menu.addActions([self._programme, self._place])
        menu.addSeparator()
        menu.addAction(self._remove)
        menu.aboutToShow.connect(self._prepare_menu)
        self._more.setMenu(menu)

    def _prepare_menu(self) -> None:
        self._programme.setEnabled(self.delivery.programme is not None)
        self._place.setEnabled(self.delivery.venue is not None)

    def _below_title(self, delivery: Delivery, strand: str) -> str:
        number, _many = rounds_of(self._desk.plan, delivery)
        round_text = self._desk.wording.text("Round {n}", n=number) if number else ""
        return " · ".join(part for part in (strand, round_text) if part)

    def _open_programme(self) -> None:
        self._desk.go_to("programmes", Subject("programmes", str(self.delivery.programme)))

    def _open_place(self) -> None:
        self._desk.go_to("venues", Subject("venues", str(self.delivery.venue)))

    def _toggle_lock(self) -> None:
        one = self.delivery
        step = StepName(steps.UNLOCKED if one.is_locked else steps.LOCKED, {"title": self.editor.title()})
        self._desk.perform(Change("deliveries", one.id, {"is_locked": not one.is_locked}), step)
