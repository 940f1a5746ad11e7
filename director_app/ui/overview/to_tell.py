"""Whom to call now, on the overview: each changed date with how many must hear of it; leads to the list itself."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.domain.facts import Subject
from director_app.operations.deciding import what_to_say
from director_app.operations.naming import delivery_title
from director_app.operations.telling import Past, ToTell, person_name, to_tell
from director_app.ui.desk import Desk
from director_app.ui.on_site.names import TO_TELL
from director_app.ui.overview.lists import OverviewSection
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.text import OneLine, Text, horizontal_line

SHOWN = 4


class ToTellList(OverviewSection):
    """Dates of the next seven days that are not what somebody was told; without any it is not there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.link.clicked.connect(self._open)
        self.hide()

    def show_waiting(self) -> None:
        """Read the plan and show whom to call."""
        desk, wording = self.desk, self.desk.wording
        waiting = to_tell(Past(desk.open_plan), desk.today())
        self.setVisible(bool(waiting))
        if not waiting:
            return
        self.start(wording.text("To tell"), sum(len(one.calls) for one in waiting))
        self.link.setText(wording.text("Open the list"))
        self.link.show()
        for one in waiting[:SHOWN]:
            self._add(one)
        if len(waiting) > SHOWN:
            more = wording.text("and {n} more dates", n=len(waiting) - SHOWN)
            self.rows.addWidget(Text(desk.look, more, "small", "text2"))

    def _add(self, one: ToTell) -> None:
        desk, look = self.desk, self.desk.look
        wording, plan = desk.wording, desk.plan
        first = one.calls[0]
        known = plan if one.delivery in plan.deliveries else first.before
        mark = Text(look)
        mark.setPixmap(look.pixmap("phone", "warn", 16))
        mark.setFixedWidth(22)
        names = ", ".join(person_name(wording, plan, call.person.subject) for call in one.calls)
        said = what_to_say(wording, first.before, plan, one.delivery)
        title = Button(look, delivery_title(wording, known, one.delivery), "link", tone="text")
        title.setFont(look.font("strong"))
        title.setToolTip(said)
        title.setAccessibleDescription(f"{names}. {said}")
        title.setProperty("delivery", one.delivery)
        title.clicked.connect(self._open_one)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(4, 4, 0, 4)
        column.setSpacing(0)
        column.addWidget(row_of(title, 1))
        column.addWidget(OneLine(look, names, "small", "text2"))
        self.rows.addWidget(row_of(mark, words, spacing=4))
        self.rows.addWidget(horizontal_line())

    def _open(self) -> None:
        self.desk.go_to("schedule", TO_TELL)

    def _open_one(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            subject = Subject("deliveries", str(button.property("delivery")))
            self._open()
            if self.desk.plan.find(*subject) is not None:
                self.desk.go_to("schedule", subject)
