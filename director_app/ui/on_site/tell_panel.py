"""Beside the day: whom to tell with what sentence, what to put up, what to send and print again, and the record."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from director_app.documents.catalogue import document_named
from director_app.domain.ids import DeliveryId
from director_app.operations.deciding import papers_to_put_up, what_to_say
from director_app.operations.naming import delivery_title
from director_app.operations.sentences import step_sentence
from director_app.operations.telling import Past, ToTell, calls_of, known_state, telling, to_tell
from director_app.planner.on_site import people_to_tell
from director_app.ui.desk import Desk
from director_app.ui.forms.acknowledging import wall_clock
from director_app.ui.on_site.tell_rows import PersonRow, ToldLine
from director_app.ui.publishing.choice import CALENDAR_TITLES
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import TextField
from director_app.ui.widgets.record_form import clear_layout, row_of
from director_app.ui.widgets.segments import Segments
from director_app.ui.widgets.text import OneLine, Text, horizontal_line, set_ground

WIDTH = 400
ITEM, BOX = "item", "box"


class TellPanel(QWidget):
    """Of the chosen item, or of everything that is still to be told (the box).

    Signals: ``item_wanted(DeliveryId)``; ``paper_wanted(str)`` with the name of a document or calendar.
    """

    item_wanted = Signal(object)
    paper_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._name: DeliveryId | None = None
        self._today = datetime.date.min
        self._past = Past(desk.open_plan)
        self.rows: list[PersonRow] = []
        self.sentences: list[TextField] = []
        self.all_told: list[Button] = []
        set_ground(self, "surface")
        self.switch = Segments(desk.look, "")
        self.switch.chosen.connect(self._switch)
        self._mode = ITEM
        self._body = QVBoxLayout()
        self._body.setContentsMargins(20, 12, 20, 16)
        self._body.setSpacing(6)
        self._arrange()

    def _arrange(self) -> None:
        content = QWidget()
        content.setProperty("kind", "scrolled")
        content.setLayout(self._body)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        self.undo = Button(self._desk.look, "", "link", "undo-2", tone="text")
        self.undo.clicked.connect(self._desk.undo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row_of(self.switch, 1, margins=(20, 14, 20, 4)))
        column.addWidget(area, 1)
        column.addWidget(horizontal_line())
        foot = QHBoxLayout()  # no row with a focus of its own: the link may be hidden, and Tab would end there
        foot.setContentsMargins(20, 12, 20, 12)
        foot.addWidget(self.undo)
        foot.addStretch(1)
        column.addLayout(foot)

    # -- showing -----------------------------------------------------------------------------------------------

    def show_box(self) -> None:
        """Show everything that is still to be told."""
        self._mode = BOX
        self.refresh(self._today)

    def show_item(self, name: DeliveryId, today: datetime.date, past: Past | None = None) -> None:
        """Show whom to tell of one item."""
        self._name, self._mode = name, ITEM
        self.refresh(today, past)

    def focus_first(self) -> None:
        """The keyboard goes to the first who was not told yet."""
        first = next((row for row in self.rows if not row.line.is_told), None)
        (first.tick if first is not None else self.switch).setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def mode(self) -> str:
        """Which of the two is shown."""
        return self._mode

    def refresh(self, today: datetime.date, past: Past | None = None) -> None:
        """Read the plan again; what has the focus keeps it."""
        desk, wording = self._desk, self._desk.wording
        self._today = today
        if self._name is not None and self._name not in desk.plan.deliveries:
            self._name, self._mode = None, BOX
        held = next((place for place, row in enumerate(self.rows) if row.tick.hasFocus()), -1)
        focus = QApplication.focusWidget()
        is_here = focus is not None and focus is not self.switch and self.isAncestorOf(focus)
        self._past = past or Past(desk.open_plan)
        waiting = to_tell(self._past, today)
        count = sum(len(one.calls) for one in waiting)
        choices = [(ITEM, wording.text("This date"))] if self._name is not None else []
        box = wording.text("To tell {n}", n=count) if count else wording.text("To tell")
        self.switch.set_choices([*choices, (BOX, box)])
        self.switch.setAccessibleName(wording.text("What is shown beside the day"))
        self.switch.choose(self._mode)
        clear_layout(self._body)
        self.rows, self.sentences, self.all_told = [], [], []
        if self._mode == ITEM and self._name is not None:
            self._show_one(self._name)
        else:
            self._show_waiting(waiting)
        self._body.addStretch(1)
        step = desk.open_plan.undo_name
        self.undo.setVisible(step is not None and not desk.is_read_only)
        self.undo.setText(wording.text("Undo: {name}", name=step_sentence(wording, step, desk.plan)) if step else "")
        if 0 <= held < len(self.rows):
            self.rows[held].tick.setFocus(Qt.FocusReason.OtherFocusReason)
        elif is_here:
            self.switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_one(self, name: DeliveryId) -> None:
        wording, plan = self._desk.wording, self._desk.plan
        calls = calls_of(self._past, name, self._today)
        self._add_heading(delivery_title(wording, plan, name))
        before = known_state(self._past, name, self._today) or plan
        waiting = {call.person.subject: ToldLine(call.person, call.before, is_open=True) for call in calls}
        everybody = people_to_tell(before, plan, [name])
        lines = [waiting.pop(one.subject, ToldLine(one, before, is_open=False)) for one in everybody]
        self._add_people(name, [*lines, *waiting.values()])
        if calls:
            self._add_papers()
        self._add_records(name)

    def _show_waiting(self, waiting: Sequence[ToTell]) -> None:
        wording = self._desk.wording
        if not waiting:
            self._body.addWidget(Text(self._desk.look, wording.text("Everybody knows."), "heading"))
            said = wording.text("Whoever must hear of a change in the next seven days stands here until told.")
            self._body.addWidget(Text(self._desk.look, said, "body", "text2", wraps=True))
            return
        for one in waiting:
            known = self._desk.plan if one.delivery in self._desk.plan.deliveries else one.calls[0].before
            self._add_heading(delivery_title(wording, known, one.delivery), one.delivery)
            self._add_people(one.delivery, [ToldLine(call.person, call.before, is_open=True) for call in one.calls])
            self._body.addSpacing(14)
        self._add_papers()

    def _add_heading(self, title: str, name: DeliveryId | None = None) -> None:
        look = self._desk.look
        if name is None:
            self._body.addWidget(Text(look, title, "heading", wraps=True))
            return
        link = Button(look, title, "link")
        link.setFont(look.font("heading"))
        link.setFixedHeight(28)
        link.setProperty("delivery", name)
        link.clicked.connect(self._want_item)
        self._body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_people(self, name: DeliveryId, lines: list[ToldLine]) -> None:
        desk, wording = self._desk, self._desk.wording
        if not lines:
            said = wording.text("The plan names nobody to tell: no act, no place, no company.")
            self._body.addWidget(Text(desk.look, said, "body", "text2", wraps=True))
            return
        field = TextField(desk.look, 2)
        said = what_to_say(wording, lines[0].before, desk.plan, name)
        field.show_value(said)
        field.setProperty("said", said)
        field.setAccessibleName(wording.text("Sentence to send"))
        field.grow_to(6)
        field.setProperty("delivery", name)
        self.sentences.append(field)
        self._body.addWidget(field)
        told = sum(1 for one in lines if one.is_told)
        heading = Text(desk.look, wording.text("People to tell {n}", n=len(lines)), "strong")
        count = Text(desk.look, wording.text("{n} told", n=told), "small", "ok" if told == len(lines) else "text2")
        every = Button(desk.look, wording.text("All told"), "normal", "check")
        every.setFixedHeight(36)
        every.setEnabled(told < len(lines) and not desk.is_read_only)
        every.setProperty("delivery", name)
        every.clicked.connect(self._tell_all)
        self.all_told.append(every)
        self._body.addWidget(row_of(heading, count, 1, every))
        for line in lines:
            self._body.addWidget(horizontal_line())
            row = PersonRow(desk.look, line, desk.plan, may=not desk.is_read_only)
            row.told.connect(self._tell)
            row.copy_wanted.connect(self._copy)
            self.rows.append(row)
            self._body.addWidget(row)

    def _add_papers(self) -> None:
        wording, plan = self._desk.wording, self._desk.plan
        self._body.addSpacing(10)
        self._add_section(wording.text("To put up and to print again"))
        for name in papers_to_put_up(plan):
            spec = document_named(name)
            if spec is not None:
                self._add_paper(wording.text(spec.title), name, "printer")
        self._body.addSpacing(10)
        self._add_section(wording.text("Calendars to send again"))
        for name, title in CALENDAR_TITLES.items():
            self._add_paper(wording.text(title), name, "calendar-days")

    def _add_section(self, title: str) -> None:
        self._body.addWidget(Text(self._desk.look, title, "small-strong", "text2"))
        self._body.addWidget(horizontal_line())

    def _add_paper(self, title: str, name: str, icon: str) -> None:
        desk = self._desk
        mark = Text(desk.look)
        mark.setPixmap(desk.look.pixmap(icon, "text2", 18))
        mark.setFixedWidth(26)
        go = Button(desk.look, desk.wording.text("Make"), "normal")
        go.setFixedHeight(36)
        go.setAccessibleName(desk.wording.text("{what}: {title}", what=go.text(), title=title))
        go.setProperty("paper", name)
        go.clicked.connect(self._want_paper)
        self._body.addWidget(row_of(mark, OneLine(desk.look, title, "body"), go))

    def _add_records(self, name: DeliveryId) -> None:
        """What was decided: when, what, who, why; the latest first."""
        plan, look = self._desk.plan, self._desk.look
        names = plan.users_of_kind("deliveries", name, "notes")
        notes = [one for one in plan.notes.values() if one.id in names and not one.follow_up]
        if not notes:
            return
        self._body.addSpacing(10)
        self._add_section(self._desk.wording.text("Record"))
        for note in sorted(notes, key=lambda one: str(one.written_on), reverse=True)[:6]:
            said = " · ".join(part for part in (note.text, note.author) if part)
            self._body.addWidget(Text(look, said, "small", "text2", wraps=True))

    # -- acting ------------------------------------------------------------------------------------------------

    def _switch(self, mode: object) -> None:
        self._mode = str(mode)
        self.refresh(self._today)
        self.switch.setFocus()

    def _tell(self, line: ToldLine, is_told: bool) -> None:
        self._write([line], is_told=is_told)

    def _tell_all(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            name = button.property("delivery")
            self._write([row.line for row in self.rows if row.line.person.delivery == name and not row.line.is_told])

    def _write(self, lines: Sequence[ToldLine], *, is_told: bool = True) -> None:
        desk = self._desk
        people = [(line.person, line.before) for line in lines]
        done = telling(desk.wording, desk.plan, people, wall_clock(desk.today()), is_told=is_told)
        if done is not None:
            desk.perform(*done)

    def _copy(self, line: ToldLine) -> None:
        """The sentence as it stands in the field of its item, so that what was mended there is sent."""
        for field in self.sentences:
            if field.property("delivery") == line.person.delivery:
                said = self._said(line)
                text = field.typed() if said == field.property("said") else said
                QGuiApplication.clipboard().setText(text)
                self._desk.say(self._desk.wording.text("Copied: {text}", text=text))
                return

    def _said(self, line: ToldLine) -> str:
        return what_to_say(self._desk.wording, line.before, self._desk.plan, line.person.delivery)

    def _want_item(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.item_wanted.emit(button.property("delivery"))

    def _want_paper(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.paper_wanted.emit(str(button.property("paper")))
