"""What stands below a stay: that it becomes a programme, with a date for every open day."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from director_app.domain.edits import Edit
from director_app.domain.ids import StayId
from director_app.operations.open_plan import StepName
from director_app.operations.stay_output import becomes_programme
from director_app.ui.desk import Desk
from director_app.ui.widgets.buttons import Button


class StayParts(QWidget):
    """One link, away when there is nothing left to make."""

    def __init__(self, desk: Desk, stay: str) -> None:
        super().__init__()
        self._desk = desk
        self._id = StayId(stay)
        self.become = Button(desk.look, "", "link", "calendar-plus")
        self.become.clicked.connect(self._make)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 4)
        row.addWidget(self.become)
        row.addStretch(1)

    def refresh(self) -> None:
        """Offer what can be made now."""
        plan, wording = self._desk.plan, self._desk.wording
        stay = plan.stays.get(self._id)
        self.setVisible(self._found() is not None and not self._desk.is_read_only)
        if stay is not None:
            has_programme = stay.programme is not None
            dates = wording.text("Put its open days into the schedule")
            self.become.setText(dates if has_programme else wording.text("Make a programme and dates of it"))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.refresh()

    def _make(self) -> None:
        found = self._found()
        if found is not None:
            self._desk.perform(*found)

    def _found(self) -> tuple[Edit, StepName] | None:
        desk = self._desk
        stay = desk.plan.stays.get(self._id)
        return becomes_programme(desk.wording, desk.plan, stay, desk.today()) if stay is not None else None
