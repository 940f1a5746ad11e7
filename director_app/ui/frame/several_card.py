"""The inspector when several deliveries are selected: how many, and what can be done to all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.domain.edits import Remove, SetStatus, Several
from director_app.domain.programme import Delivery, Status
from director_app.operations.open_plan import StepName
from director_app.ui import steps
from director_app.ui.desk import Desk
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import ChoiceField
from director_app.ui.widgets.record_form import RecordForm, row_of
from director_app.ui.widgets.text import Text
from director_app.ui.words import STATUS_WORDS
from director_app.wording import message

_SEVERAL_REMOVED = message("{n} dates removed")


class SeveralCard(QWidget):
    """Acts on all selected deliveries at once, each time one undo step.

    Signals: ``close_wanted()``.
    """

    close_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._deliveries: list[Delivery] = []
        look = desk.look
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 16)
        column.setSpacing(10)
        self._count = Text(look, "", "heading")
        close = Button(look, "", "glyph", "x", small=True)
        close.clicked.connect(self.close_wanted)
        self._close = close
        column.addWidget(row_of(self._count, 1, close))
        form = RecordForm(look)
        self._form = form
        self._status = ChoiceField(look)
        self._status.chosen.connect(self._set_status)
        form.add_row("", self._status, key="status")
        column.addWidget(form)
        self._remove = Button(look, "", "quiet", "trash-2")
        self._remove.set_danger()
        self._remove.clicked.connect(self._remove_all)
        column.addWidget(row_of(self._remove, 1))
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        wording = self._desk.wording
        self._form.set_label("status", wording.text("Status"))
        self._status.set_choices([(status.value, wording.text(word)) for status, word in STATUS_WORDS.items()])
        self._remove.setText(wording.text("Remove"))
        self._close.name_only(wording.text("Close"))
        self.show_deliveries(self._deliveries)

    def show_deliveries(self, deliveries: list[Delivery]) -> None:
        """Show how many there are and the status they share."""
        self._deliveries = deliveries
        self._count.setText(self._desk.wording.plural("{n} date selected", "{n} dates selected", len(deliveries)))
        shared = {delivery.status for delivery in deliveries}
        self._status.show_value(shared.pop().value if len(shared) == 1 else "")
        self._status.setEnabled(not self._desk.is_read_only)
        self._remove.setEnabled(not self._desk.is_read_only)

    def _set_status(self, key: str) -> None:
        status = Status(key)
        values = {"n": len(self._deliveries), "status": self._desk.wording.text(STATUS_WORDS[status])}
        edit = SetStatus(tuple(delivery.id for delivery in self._deliveries), status)
        self._desk.perform(edit, StepName(steps.SEVERAL_STATUS_SET, values))

    def _remove_all(self) -> None:
        edit = Several(tuple(Remove("deliveries", delivery.id) for delivery in self._deliveries))
        self._desk.perform(edit, StepName(_SEVERAL_REMOVED, {"n": len(self._deliveries)}))
