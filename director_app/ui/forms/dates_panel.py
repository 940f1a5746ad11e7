"""Many rounds at once: typed or pasted dates, and what would clash on each before anything is added."""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from director_app.domain.edits import Add, AddDelivery, Edit, Several
from director_app.domain.ids import DeliveryId, ProgrammeId, VenueId, new_id
from director_app.domain.plan import RecordChange
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedInput
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import problem_sentence, refusal_sentence, title_said
from director_app.operations.series import begin_series, days_off
from director_app.planner.checks import LiveCheck
from director_app.ui import typed_times, words
from director_app.ui.desk import Desk
from director_app.ui.forms.name_field import SEVERAL_FIT, AmbiguousName, NameField, named, new_record
from director_app.ui.forms.record_editor import perform
from director_app.ui.forms.typed_dates import TypedDay, UnreadPart, read_days
from director_app.ui.forms.typed_rules import TypedRule, is_rule, read_rule
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import LineField, TextField, Tick
from director_app.ui.widgets.glyphs import ProblemIcon
from director_app.ui.widgets.kept_typing import commit_composition
from director_app.ui.widgets.record_form import clear_layout
from director_app.ui.widgets.text import OneLine, Text
from director_app.wording import message

ROUNDS_ADDED = message("{title}: {n} dates added")
_MOST_LINES = 60


class DatesPanel(QFrame):
    """Asks for dates of one programme, and for the time and place they share.

    Signals: ``closed()`` when it was given up or its dates were added.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._programme = ""
        self._days: list[TypedDay] = []
        self._rule: TypedRule | None = None
        self._off: dict[datetime.date, str] = {}
        self._check: LiveCheck | None = None
        self._checked = desk.plan
        self.setProperty("kind", "panel")
        look = desk.look
        self.typed = TextField(look, 2)
        self.typed.textChanged.connect(self._read)
        self.time = LineField(look, tabular=True)
        self.time.setFixedWidth(190)
        self.time.changed_to.connect(self._read)
        self.venue = NameField(desk, "venues", quiet=False)
        self.venue.setFixedWidth(220)
        self.venue.named.connect(self._read)
        self.without_holidays = Tick(look)
        self.without_holidays.setChecked(True)
        self.without_holidays.toggled.connect(self._count)
        self._labels = [Text(look, "", "small", "text2") for _ in range(3)]
        self._sentence = Text(look, "", "small", "block", wraps=True)
        self._sentence.hide()
        self.add = Button(look, "", "primary")
        self.add.clicked.connect(self.add_dates)
        self._away = Button(look, "", "quiet")
        self._away.clicked.connect(self.closed)
        self._lay_out()
        self.retranslate()

    def open_for(self, programme: str) -> None:
        """Ask for dates of this programme."""
        self._programme = programme
        self.typed.setPlainText("")
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._desk.wording
        texts = (wording.text("Dates"), wording.text("Time"), wording.text("Venue"))
        for label, text, field in zip(self._labels, texts, (self.typed, self.time, self.venue), strict=True):
            label.setText(text)
            field.setAccessibleName(text)
        self.typed.setPlaceholderText(
            wording.text("Type or paste dates: 9/3, 9/10, 9/24 12:00, or every Wed 3 Sep to 26 Nov 12:10")
        )
        self.time.setPlaceholderText(wording.text("12:10~12:50, if the same"))
        self.venue.setPlaceholderText(wording.text("if the same"))
        self._away.setText(wording.text("Cancel"))
        self._read()

    # -- reading --------------------------------------------------------------------------------------------

    def deliveries(self) -> list[Delivery]:
        """The rounds that would be added now. Raises RefusedInput when the shared time cannot be read."""
        shared = typed_times.read_span(self.time.text())
        venue = self._venue_id()
        return [
            Delivery(
                id=DeliveryId(new_id()),
                programme=ProgrammeId(self._programme),
                date=day.date,
                start=day.start if day.start is not None else shared.start,
                end=day.end if day.start is not None else shared.end,
                venue=VenueId(venue) if venue else None,
            )
            for day in self._days
        ]

    def add_dates(self) -> None:
        """Add all dates as one step."""
        commit_composition()
        self._read()
        if not self._days or not self.add.isEnabled():
            return
        plan, first = self._desk.plan, None
        try:
            rounds = self.deliveries()
            name = self.venue.text().strip()
            if name and not self._venue_id():
                record = new_record("venues", name)
                first = Add((record,))
                rounds = [one._replace(venue=record.id) for one in rounds]
        except RefusedInput as refusal:
            self._say(refusal_sentence(self._desk.wording, refusal))
            return
        edits: list[Edit] = [AddDelivery(one) for one in rounds]
        if self._rule is not None:
            edits = [begin_series(self._rule.rule, self._rule.first, rounds, self._left_out())]
        programme = plan.programmes.get(ProgrammeId(self._programme))
        made = len(rounds) - len(self._left_out())
        title = title_said(self._desk.wording, plan, programme.title) if programme else ""
        step = StepName(ROUNDS_ADDED, {"title": title, "n": made})
        sentence = perform(self._desk, Several(tuple([first, *edits] if first else edits)), step)
        self._say(sentence)
        if not sentence:
            self.typed.setPlainText("")
            self.closed.emit()

    def _venue_id(self) -> str:
        name = self.venue.text().strip()
        if not name:
            return ""
        try:
            return named(self._desk.plan, "venues", name) or ""
        except AmbiguousName as several:
            raise RefusedInput(SEVERAL_FIT, name=name, n=several.count) from None

    def _read(self, _text: str = "") -> None:
        wording = self._desk.wording
        unread = self._read_days()
        clear_layout(self._lines)
        self._count()
        self._say("")
        try:
            rounds = self.deliveries()
        except RefusedInput as refusal:
            self._say(refusal_sentence(wording, refusal))
            self.add.setEnabled(False)
            rounds = []
        row = 0
        for part in unread:
            self._add_line(row, part.text, refusal_sentence(wording, part.refusal), "warning")
            row += 1
        for delivery, problem in self._clashes(rounds[:_MOST_LINES]):
            as_if = self._desk.plan.with_changes([RecordChange("deliveries", delivery.id, None, delivery)])
            said = problem_sentence(wording, as_if, problem) if problem is not None else ""
            self._add_line(row, self._when(delivery), said, str(problem.level) if problem is not None else "")
            row += 1
        self._area.setVisible(row > 0)
        self._area.setFixedHeight(min(row, 8) * 24 + 2)

    def _read_days(self) -> list[UnreadPart]:
        """Read dates, or a rule that repeats, and the holidays among them; what could not be read is returned."""
        season, text = self._desk.plan.season, self.typed.toPlainText().strip()
        near = season.first_day or self._desk.today()
        self._rule, self._off = None, {}
        if not is_rule(text):
            self._days, unread = read_days(text, near)
            return unread
        self._days = []
        try:
            self._rule = read_rule(text, max(near, self._desk.today()), season.last_day)
        except RefusedInput as refusal:
            return [UnreadPart(text, refusal)]
        self._days = [TypedDay(day, self._rule.start, self._rule.end) for day in self._rule.days]
        self._off = days_off(self._desk.plan, self._rule.days, self._desk.wording.language)
        return []

    def _left_out(self) -> dict[datetime.date, str]:
        return self._off if self._rule is not None and self.without_holidays.isChecked() else {}

    def _count(self) -> None:
        """Say how many dates would be added, and which holidays not."""
        wording = self._desk.wording
        made = len(self._days) - len(self._left_out())
        self.add.setText(wording.plural("Add {n} date", "Add {n} dates", made))
        self.add.setEnabled(made > 0 and bool(self._programme))
        names = [
            wording.text("{date} {holiday}", date=wording.date_short(day), holiday=name)
            for day, name in self._off.items()
        ]
        self.without_holidays.setText(wording.text("Leave out public holidays: {names}", names=wording.listing(names)))
        self.without_holidays.setVisible(bool(self._off))

    def _clashes(self, rounds: list[Delivery]) -> list[tuple[Delivery, Any]]:
        if not rounds:
            return []
        plan = self._desk.plan
        if self._desk.live_check is not None:
            self._check = self._desk.live_check
        elif self._check is None or self._checked is not plan:
            self._check, self._checked = LiveCheck(plan, self._desk.today()), plan
        found = []
        for delivery in rounds:
            problems = sorted(
                self._check.would_clash(delivery), key=lambda one: ("block", "warning", "note").index(one.level)
            )
            found.append((delivery, problems[0] if problems else None))
        return found

    def _when(self, delivery: Delivery) -> str:
        wording = self._desk.wording
        return f"{words.day_text(wording, delivery)} {words.time_text(wording, delivery)}"

    # -- what is seen ---------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(6)
        form.setColumnStretch(3, 1)
        form.addWidget(self._labels[0], 0, 0, Qt.AlignmentFlag.AlignTop)
        form.addWidget(self.typed, 0, 1, 1, 3)
        form.addWidget(self._labels[1], 1, 0)
        form.addWidget(self.time, 1, 1)
        form.addWidget(self._labels[2], 1, 2)
        form.addWidget(self.venue, 1, 3, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(form)
        lines = QWidget()
        lines.setProperty("kind", "scrolled")
        self._lines = QGridLayout(lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(8)
        self._lines.setVerticalSpacing(0)
        self._lines.setColumnStretch(2, 1)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(lines)
        column.addWidget(self._area)
        column.addWidget(self.without_holidays)
        column.addWidget(self._sentence)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self._away)
        row.addStretch(1)
        column.addLayout(row)

    def _add_line(self, row: int, when: str, said: str, level: str) -> None:
        look = self._desk.look
        day = Text(look, when, "small", "text", tabular=True)
        day.setFixedHeight(24)
        self._lines.addWidget(day, row, 0)
        if level:
            self._lines.addWidget(ProblemIcon(look, level), row, 1)
        tone = {"block": "block", "warning": "warn"}.get(level, "text2") if said else "ok"
        words_ = said or self._desk.wording.text("nothing clashes")
        self._lines.addWidget(OneLine(look, words_, "small", tone), row, 2)

    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
