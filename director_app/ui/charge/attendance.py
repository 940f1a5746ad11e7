"""Who was at a meeting: a switch for each member who sat then, and whether that made a quorum."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.domain.council import Meeting
from director_app.domain.edits import Change
from director_app.domain.ids import MeetingId
from director_app.planner.council import quorum_of, sitting, votes_present
from director_app.ui.desk import Desk
from director_app.ui.steps import changed
from director_app.ui.widgets.buttons import Chip
from director_app.ui.widgets.flow import FlowLayout
from director_app.ui.widgets.record_form import clear_layout
from director_app.ui.widgets.text import Text
from director_app.wording import message

PRESENT = message("{present} of {voting} with a vote present, quorum {quorum}: reached")
MISSED = message("{present} of {voting} with a vote present, quorum {quorum}: not reached")


class Attendance(QWidget):
    """The switches of one meeting, and the sentence about its quorum."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__()
        self._desk = desk
        self._id = MeetingId(meeting)
        self.chips: dict[str, Chip] = {}
        self._box = QWidget()
        self._flow = FlowLayout(self._box)
        self.sentence = Text(desk.look, "", "small", "text2", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(2)
        column.addWidget(self._box)
        column.addWidget(self.sentence)

    def refresh(self) -> None:
        """Show who sat on the day, who was there, and what that makes."""
        plan, wording = self._desk.plan, self._desk.wording
        meeting = plan.meetings.get(self._id)
        if meeting is None:
            return
        members = sitting(plan, meeting.date)
        if list(self.chips) != [one.id for one in members]:
            self._make_chips([one.id for one in members])
        for one in members:
            chip = self.chips[one.id]
            chip.set_text(" · ".join(part for part in (one.name, one.body) if part) or wording.undecided())
            chip.setChecked(one.id in meeting.attended)
            chip.setEnabled(not self._desk.is_read_only)
        present, quorum = votes_present(plan, meeting), quorum_of(plan, meeting)
        voting = sum(1 for one in members if one.is_voting)
        words = PRESENT if present >= quorum else MISSED
        self.sentence.setText(wording.text(words, present=present, voting=voting, quorum=quorum) if members else "")
        self.sentence.setVisible(bool(members))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.refresh()

    def _make_chips(self, members: list[Any]) -> None:
        clear_layout(self._flow)
        self.chips = {}
        for member in members:
            chip = self.chips[member] = Chip(self._desk.look)
            chip.clicked.connect(self._save)
            self._flow.addWidget(chip)

    def _save(self) -> None:
        meeting: Meeting | None = self._desk.plan.meetings.get(self._id)
        if meeting is None:
            return
        shown = [one for one, chip in self.chips.items() if chip.isChecked()]
        kept = [one for one in meeting.attended if one not in self.chips]
        step = changed(meeting.title, self._desk.wording.text("Attended"))
        self._desk.perform(Change("meetings", self._id, {"attended": (*kept, *shown)}), step)
