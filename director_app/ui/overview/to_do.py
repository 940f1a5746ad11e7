"""The list of what is to be done today: each line a tick or a number to write, and a link to what it is about."""

from __future__ import annotations

import datetime
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QVBoxLayout, QWidget

from director_app.domain.edits import Change
from director_app.domain.ids import DeliveryId, NoteId, VenueId
from director_app.domain.programme import Status
from director_app.domain.refusals import RefusedInput
from director_app.operations.charge_sentences import task_words
from director_app.operations.open_plan import StepName
from director_app.operations.results import counted, took_place
from director_app.operations.sentences import delivery_title, problem_sentence
from director_app.operations.settling import settle
from director_app.planner.problems import Problem, ProblemKind
from director_app.ui import steps
from director_app.ui.desk import Desk
from director_app.ui.forms.field_forms import COUNT, Reading
from director_app.ui.overview.lists import OverviewSection
from director_app.ui.overview.reading import SeasonReading
from director_app.ui.overview.tasks import Task, TaskKind
from director_app.ui.schedule.filtering import Filter
from director_app.ui.widgets.fields import LineField, Tick
from director_app.ui.widgets.focus_ring import shows_focus
from director_app.ui.widgets.glyphs import paint_problem
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.text import Text, horizontal_line
from director_app.ui.workspaces.page_of import PAGE_OF_KIND
from director_app.wording import message

NOT_DONE: Final = message("Open again: {text}")
#: Kinds whose words say already what they are about.
_OWN_WORDS: Final = frozenset({"decisions", "posts", "calls", "stays", "supports"})
_ICONS: Final = {TaskKind.DECIDE: "cloud-rain", TaskKind.SET_DECISION: "cloud-rain", TaskKind.MEETING: "contact-round"}


class TaskWords(QAbstractButton):
    """Two lines that lead to what a task is about; a level's drawing at the right, struck through when done."""

    def __init__(self, desk: Desk, lines: tuple[str, str], tone: str = "text2", level: str = "") -> None:
        super().__init__()
        self._look = desk.look
        self._lines, self._tone, self._level = lines, tone, level
        self.is_done = False
        self.setFixedHeight(46)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(lines[0])
        self.setAccessibleDescription(lines[1])
        self.setToolTip("\n".join(line for line in lines if line))

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(160, 46)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both lines as far as they fit."""
        painter = QPainter(self)
        if self.underMouse() or shows_focus(self):
            painter.fillRect(self.rect(), self._look.color("hover"))
        right = self.width() - (24 if self._level else 4)
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        first = QFont(self._look.font("strong"))
        first.setStrikeOut(self.is_done)
        fonts = (first, self._look.font("small"))
        tones = ("text3", "text3") if self.is_done else ("text", self._tone)
        for line, font, tone, top in zip(self._lines, fonts, tones, (4, 23), strict=True):
            painter.setFont(font)
            painter.setPen(self._look.color(tone))
            shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, right - 4)
            painter.drawText(QRect(4, top, right - 4, 19), left, shown)
        if self._level:
            paint_problem(painter, self._look.theme, QRectF(self.width() - 18, 16, 14, 14), self._level)
        painter.end()


class TaskLine(QWidget):
    """One task: its tick or its drawing, its words, and where a result is missing a field for the heads.

    Signals: ``ticked(Task, bool)``, ``counted(Task, str)`` with what was typed, ``wanted(Task)``.
    """

    ticked = Signal(object, bool)
    counted = Signal(object, str)
    wanted = Signal(object)

    def __init__(self, desk: Desk, task: Task, words: TaskWords) -> None:
        super().__init__()
        self.task, self.words = task, words
        words.clicked.connect(self._want)
        self.tick: Tick | None = None
        self.heads: LineField | None = None
        parts: list[QWidget] = [self._front(desk), words]
        if task.kind is TaskKind.RESULT:
            self.heads = LineField(desk.look, tabular=True)
            self.heads.setFixedWidth(64)
            self.heads.setPlaceholderText(desk.wording.text("heads"))
            self.heads.setAccessibleName(desk.wording.text("How many came"))
            self.heads.setReadOnly(desk.is_read_only)
            self.heads.changed_to.connect(self._count)
            parts.append(self.heads)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = row_of(*parts, spacing=4)
        inner = line.layout()
        if inner is not None and hasattr(inner, "setStretch"):
            inner.setStretch(1, 1)
        column.addWidget(line)
        column.addWidget(horizontal_line())

    def _front(self, desk: Desk) -> QWidget:
        if self.task.kind in _ICONS:
            icon = Text(desk.look)
            icon.setFixedWidth(22)
            icon.setPixmap(desk.look.pixmap(_ICONS[self.task.kind], "text2", 16))
            return icon
        self.tick = Tick(desk.look)
        self.tick.setAccessibleName(self.words.accessibleName())
        self.tick.setFixedWidth(22)
        self.tick.setEnabled(not desk.is_read_only)
        self.tick.clicked.connect(self._tell)
        return self.tick

    def _tell(self, is_ticked: bool) -> None:
        self.ticked.emit(self.task, is_ticked)

    def _count(self, typed: str) -> None:
        self.counted.emit(self.task, typed)

    def _want(self) -> None:
        self.wanted.emit(self.task)


class ToDoList(OverviewSection):
    """Promises and passes that are due, decisions in rain, results that are missing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.lines: list[TaskLine] = []
        self._done: dict[str, tuple[Task, datetime.datetime]] = {}
        self.link.clicked.connect(self._show_missing)

    def show_reading(self, reading: SeasonReading) -> None:
        """Show what is to be done, and what was ticked here a moment ago."""
        wording, notes = self.desk.wording, self.desk.plan.notes
        still = {one.id for one in map(notes.get, map(NoteId, self._done)) if one is not None and one.is_done}
        self._done = {note: done for note, done in self._done.items() if note in still}
        holder = self._focused()
        self.start(wording.text("To do"), len(reading.tasks) or None)
        self.lines = []
        for task in reading.tasks:
            self._add(task, self._words(task, reading.today))
        for task, moment in self._done.values():
            words = TaskWords(self.desk, (self._name(task), wording.text("done {time}", time=f"{moment:%H:%M}")))
            words.is_done = True
            line = self._add(task, words)
            if line.tick is not None:
                line.tick.setChecked(True)
        shown = sum(1 for task in reading.tasks if task.kind is TaskKind.RESULT)
        more = reading.without_result - shown
        self.link.setVisible(more > 0)
        self.link.setText(wording.plural("{n} more result", "{n} more results", more) if more > 0 else "")
        if not self.lines:
            self.say_empty(wording.text("Nothing is due."))
        self._focus(holder)

    # -- acting --------------------------------------------------------------------------------------------

    def tick(self, task: Task, is_ticked: bool = True) -> None:
        """Settle a task: a promise is kept, a pass asked for, a date took place; or open a promise again."""
        desk = self.desk
        if task.note is not None:
            self._follow(task, is_ticked)
        elif task.problem is not None:
            settled = settle(desk.wording, desk.plan, task.problem, desk.today())
            if settled is not None:
                desk.perform(*settled)
        elif task.kind is TaskKind.RESULT:
            desk.perform(*took_place(desk.wording, desk.plan, DeliveryId(task.subject.id)))

    def write_heads(self, task: Task, typed: str) -> None:
        """Write down how many came; with that it took place."""
        desk = self.desk
        line = next((one for one in self.lines if one.task is task), None)
        try:
            heads = COUNT.read(typed, Reading(desk.wording, desk.today()))
        except RefusedInput as refusal:
            desk.say_refusal(refusal)
            return
        if heads is None:
            return
        written = counted(desk.wording, desk.plan, DeliveryId(task.subject.id), heads)
        if desk.perform(*written) is None and line and line.heads:
            line.heads.setModified(False)
            line.heads.show_value("")

    def _follow(self, task: Task, is_ticked: bool) -> None:
        note = task.note
        if note is None:
            return
        self._done.pop(note.id, None)
        if is_ticked:
            self._done[note.id] = (task, datetime.datetime.now().astimezone())
        step = StepName(steps.FOLLOWED_UP if is_ticked else NOT_DONE, {"text": note.text})
        self.desk.perform(Change("notes", note.id, {"is_done": is_ticked}), step)

    # -- inner life ----------------------------------------------------------------------------------------

    def _add(self, task: Task, words: TaskWords) -> TaskLine:
        line = TaskLine(self.desk, task, words)
        line.ticked.connect(self.tick)
        line.counted.connect(self.write_heads)
        line.wanted.connect(self._go)
        self.lines.append(line)
        self.rows.addWidget(line)
        return line

    def _words(self, task: Task, today: datetime.date) -> TaskWords:
        wording = self.desk.wording
        day = wording.date_short(task.day) if task.day is not None else ""
        level, tone, below = "", "text2", day
        if task.note is not None:
            about = steps.title_for(wording, self.desk.plan, task.subject)
            below = " · ".join(part for part in (day, about) if part)
            tone = "block" if task.day is not None and task.day < today else "text2"
        elif task.problem is not None:
            level, tone = str(task.problem.level), "text2" if (task.problem.value("days") or 0) > 1 else "block"
            about = day if task.subject.kind in _OWN_WORDS else self._about(task, day)
            below = " · ".join(part for part in (self._deadline(task.problem), about) if part)
        elif task.kind is TaskKind.DECIDE and task.minute is not None:
            below = wording.text("{date} outdoors · decided at {time}", date=day, time=wording.clock(task.minute))
        elif task.kind is TaskKind.MEETING and task.minute is not None:
            below = f"{day} {wording.clock(task.minute)}"
        elif task.kind is TaskKind.SET_DECISION:
            below, level = wording.text("{date} outdoors · nobody said when", date=day), "warning"
        whole = "" if task.problem is None else problem_sentence(wording, self.desk.plan, task.problem)
        words = TaskWords(self.desk, (self._said(task), below), tone, level)
        words.setToolTip(whole or words.toolTip())
        return words

    def _deadline(self, problem: Problem) -> str:
        wording, days = self.desk.wording, problem.value("days")
        if days is None:
            return ""
        if days < 0:
            return wording.plural("{n} day late", "{n} days late", -days)
        if days <= 1:
            return wording.text("due today") if days == 0 else wording.text("due tomorrow")
        return wording.text("due in {n} days", n=days)

    def _about(self, task: Task, day: str) -> str:
        title = steps.title_for(self.desk.wording, self.desk.plan, task.subject)
        return self.desk.wording.text("for {title}, {date}", title=title, date=day) if day else title

    def _said(self, task: Task) -> str:
        wording, plan = self.desk.wording, self.desk.plan
        if task.problem is not None:
            venue = plan.venues.get(VenueId(task.problem.subject("venues") or ""))
            if task.problem.kind is ProblemKind.PASSES_DUE and venue is not None:
                place = (venue.name_en if wording.language == "en" else "") or venue.name
                return wording.text("Ask for passes: {place}", place=place)
            if said := task_words(wording, plan, task.problem):
                return said
            return wording.text("File: {title}", title=steps.title_for(wording, plan, task.subject))
        if task.kind is TaskKind.MEETING:
            return wording.text("Council meets: {title}", title=steps.title_for(wording, plan, task.subject))
        name = self._name(task)
        if task.kind is TaskKind.DECIDE:
            return wording.text("Decide: {title}", title=name)
        if task.kind is TaskKind.SET_DECISION:
            return wording.text("Say when to decide: {title}", title=name)
        if task.kind is TaskKind.RESULT:
            return wording.text("Enter the result: {title}", title=name)
        return name

    def _name(self, task: Task) -> str:
        if task.note is not None:
            return task.note.text.replace("\n", " ")
        return delivery_title(self.desk.wording, self.desk.plan, DeliveryId(task.subject.id))

    def _go(self, task: Task) -> None:
        subject = task.subject
        page = PAGE_OF_KIND.get(subject.kind, "schedule")
        self.desk.select((subject,))
        self.desk.go_to(page, subject)

    def _show_missing(self) -> None:
        self.desk.go_to("schedule", Filter(statuses=frozenset((Status.IDEA, Status.PENCILLED, Status.CONFIRMED))))

    def _focused(self) -> int:
        """Which line has the focus, so that the next one gets it when this one goes; -1 when none has it."""
        held = QApplication.focusWidget()
        if held is None:
            return -1
        return next((place for place, line in enumerate(self.lines) if line.isAncestorOf(held)), -1)

    def _focus(self, place: int) -> None:
        if place >= 0 and self.lines:
            line = self.lines[min(place, len(self.lines) - 1)]
            (line.tick or line.words).setFocus(Qt.FocusReason.OtherFocusReason)
