"""The lists of the overview: the coming week, what is to be done, what changed last."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from director_app.domain.edits import Change
from director_app.domain.facts import ConfirmationOf, ConfirmationState, Subject
from director_app.domain.ids import ArtistId
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import lineup_of, strand_of
from director_app.operations.open_plan import Step, StepName
from director_app.operations.sentences import delivery_title, place_name, step_sentence
from director_app.planner.checks import has_fallback, is_outdoor
from director_app.ui import steps
from director_app.ui.desk import Desk
from director_app.ui.frame.card_parts import summary_states
from director_app.ui.overview.reading import SeasonReading
from director_app.ui.widgets.blocks import paint_undecided
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import Tick
from director_app.ui.widgets.glyphs import paint_confirmations, paint_problem, paint_state
from director_app.ui.widgets.record_form import clear_layout, row_of
from director_app.ui.widgets.text import OneLine, Text, horizontal_line

_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class _Section(QWidget):
    """A heading with a count over rows with hairlines between."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.heading = Text(desk.look, "", "heading")
        self.count = Text(desk.look, "", "heading", "text2", tabular=True)
        self.link = Button(desk.look, "", "link")
        self.link.hide()
        column.addWidget(row_of(self.heading, self.count, 1, self.link))
        column.addSpacing(6)
        column.addWidget(horizontal_line())
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        column.addLayout(self.rows)

    def start(self, heading: str, count: int | None = None) -> None:
        """Begin a new list."""
        clear_layout(self.rows)
        self.heading.setText(heading)
        self.count.setText("" if count is None else str(count))

    def say_empty(self, sentence: str) -> None:
        """One quiet sentence instead of rows."""
        words = Text(self.desk.look, sentence, "small", "text3", wraps=True)
        words.setContentsMargins(0, 8, 0, 8)
        self.rows.addWidget(words)


class ComingRow(QAbstractButton):
    """One delivery of the coming week in a line."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, delivery: Delivery, *, says_day: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._delivery = delivery
        self._says_day = says_day
        self.setFixedHeight(32)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(delivery_title(desk.wording, desk.plan, delivery.id))
        self.clicked.connect(self._tell)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(500, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw date, time, edge, state, title, place, problem, confirmations and setting."""
        desk, delivery, look = self._desk, self._delivery, self._desk.look
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), look.color("hover"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.color("line" if self._says_day else "grid"))
        wording, height = desk.wording, self.height()
        if self._says_day and delivery.date is not None:
            is_today = delivery.date == desk.today()
            painter.setFont(look.font("strong" if is_today else "body", tabular=True))
            painter.setPen(look.color("text" if is_today else "text2"))
            painter.drawText(QRect(0, 0, 92, height), _MIDDLE, wording.date_short(delivery.date))
        painter.setFont(look.font("body", tabular=True))
        baseline = (height + painter.fontMetrics().ascent() - painter.fontMetrics().descent()) / 2
        if delivery.start is None:
            paint_undecided(painter, look.theme, 92, baseline, wording.context("no time yet", "TBA"))
        else:
            painter.setPen(look.color("text"))
            painter.drawText(QRect(92, 0, 50, height), _MIDDLE, wording.clock(delivery.start))
        hue = self._hue()
        painter.fillRect(152, 9, 3, 14, hue)
        paint_state(painter, look.theme, QRectF(163, 11, 10, 10), delivery.status, hue)
        self._draw_words(painter)
        painter.end()

    def _draw_words(self, painter: QPainter) -> None:
        desk, delivery, look = self._desk, self._delivery, self._desk.look
        wording, height = desk.wording, self.height()
        right = self.width() - 118
        problems = desk.problems_of(("deliveries", delivery.id))
        if problems:
            paint_problem(painter, look.theme, QRectF(right - 30, 9, 14, 14), str(problems[0].level))
        answers = {(one.of, one.artist): one.state for one in delivery.confirmations}
        acts: list[ArtistId | None] = [act.artist for act in lineup_of(desk.plan, delivery)]
        states = [(ConfirmationOf.VENUE, answers.get((ConfirmationOf.VENUE, None), ConfirmationState.OPEN))]
        states += [
            (ConfirmationOf.ACT, answers.get((ConfirmationOf.ACT, act), ConfirmationState.OPEN))
            for act in acts or [None]
        ]
        contract = answers.get((ConfirmationOf.CONTRACT, None), ConfirmationState.OPEN)
        states.append((ConfirmationOf.CONTRACT, contract))
        paint_confirmations(painter, look.theme, right - 4, height / 2 - 3, summary_states(states))
        middle = (182 + right - 40) // 2
        painter.setFont(look.font("strong" if delivery.status is Status.CONFIRMED else "body"))
        painter.setPen(look.color("text"))
        title = delivery_title(wording, desk.plan, delivery.id)
        self._draw_elided(painter, QRect(182, 0, middle - 190, height), title)
        painter.setFont(look.font("small"))
        painter.setPen(look.color("text2"))
        place = place_name(wording, desk.plan, delivery.id)
        self._draw_elided(painter, QRect(middle, 0, right - 44 - middle, height), place)
        self._draw_setting(painter, right + 30)

    def _draw_setting(self, painter: QPainter, left: int) -> None:
        desk, look = self._desk, self._desk.look
        wording = desk.wording
        outdoor = is_outdoor(desk.plan, self._delivery)
        icon, text = ("house", wording.text("indoors"))
        role = "text2"
        if outdoor:
            icon = "trees"
            covered = has_fallback(desk.plan, self._delivery)
            text = wording.text("rain plan") if covered else wording.text("no rain plan")
            role = "text2" if covered else "warn"
        painter.drawPixmap(left, (self.height() - 14) // 2, look.pixmap(icon, role, 14))
        painter.setPen(look.color(role))
        self._draw_elided(painter, QRect(left + 18, 0, self.width() - left - 18, self.height()), text)

    def _draw_elided(self, painter: QPainter, rect: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
        painter.drawText(rect, _MIDDLE, shown)

    def _hue(self) -> QColor:
        plan, theme = self._desk.plan, self._desk.theme
        strand = strand_of(plan, self._delivery)
        return (theme.initiative(strand.hue) if strand else theme.no_initiative).edge

    def _tell(self) -> None:
        self.wanted.emit(Subject("deliveries", self._delivery.id))


class ComingList(_Section):
    """Today and the next seven days."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.link.show()
        self.link.clicked.connect(self._show_all)

    def show_reading(self, reading: SeasonReading) -> None:
        """Show what comes."""
        wording = self.desk.wording
        self.start(wording.text("Today and the next seven days"))
        self.link.setText(wording.text("Show in the schedule"))
        said: datetime.date | None = None
        for delivery in reading.coming:
            row = ComingRow(self.desk, delivery, says_day=delivery.date != said)
            row.wanted.connect(self._go)
            said = delivery.date
            self.rows.addWidget(row)
        if not reading.coming:
            self.say_empty(wording.text("Nothing in the next seven days."))
        elif reading.coming_later:
            self.say_empty(wording.plural("{n} more this week", "{n} more this week", reading.coming_later))

    def _go(self, subject: Subject) -> None:
        self.desk.select((subject,))
        self.desk.go_to("schedule", subject)

    def _show_all(self) -> None:
        self.desk.go_to("schedule", self.desk.today())


class ToDoList(_Section):
    """Follow-ups that are due and results that are missing."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._notes: dict[Tick, str] = {}

    def show_reading(self, reading: SeasonReading) -> None:
        """Show what is to be done."""
        wording = self.desk.wording
        missing = len(reading.without_result)
        self.start(wording.text("To do"), len(reading.follow_ups) + bool(missing))
        self._notes = {}
        for note in reading.follow_ups:
            due = wording.date_short(note.follow_up) if note.follow_up else ""
            late = note.follow_up is not None and note.follow_up < reading.today
            tick = self._row(note.text, due, "block" if late else "text2")
            self._notes[tick] = note.id
            tick.clicked.connect(self._tick)
        if missing:
            sentence = wording.plural(
                "The result of {n} date is not entered yet.", "Results of {n} dates are not entered yet.", missing
            )
            line = OneLine(self.desk.look, sentence, "small", "text")
            line.setContentsMargins(0, 0, 0, 0)
            line.setFixedHeight(40)
            self.rows.addWidget(line)
        if not reading.follow_ups and not missing:
            self.say_empty(wording.text("Nothing is due."))

    def _row(self, text: str, below: str, tone: str) -> Tick:
        box = QWidget()
        tick = Tick(self.desk.look)
        tick.setAccessibleName(text)
        tick.setFixedWidth(22)
        tick.setEnabled(not self.desk.is_read_only)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(OneLine(self.desk.look, text, "strong"))
        words.addWidget(OneLine(self.desk.look, below, "small", tone))
        inner = QWidget()
        inner.setLayout(words)
        words.setContentsMargins(0, 4, 0, 4)
        line = row_of(tick, inner, spacing=6)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addWidget(horizontal_line())
        self.rows.addWidget(box)
        return tick

    def _tick(self) -> None:
        for tick, note in self._notes.items():
            if tick.isChecked():
                step = StepName(steps.FOLLOWED_UP, {"text": tick.accessibleName()})
                self.desk.perform(Change("notes", note, {"is_done": True}), step)
                return


class RecentSteps(_Section):
    """The latest steps, with their times."""

    def show_steps(self, latest: Sequence[Step]) -> None:
        """Show them, newest first."""
        wording = self.desk.wording
        done = [step for step in latest if not step.is_undone]
        self.start(wording.text("Changed last"))
        today = datetime.datetime.now().astimezone().date()
        for step in done:
            made = step.made_at
            when = f"{made:%H:%M}" if made.date() == today else wording.date_short(made.date())
            stamp = Text(self.desk.look, when, "small", "text2", tabular=True)
            stamp.setFixedWidth(84)
            line = row_of(stamp, OneLine(self.desk.look, step_sentence(wording, step.name), "small"), spacing=8)
            line.setFixedHeight(27)
            self.rows.addWidget(line)
            self.rows.addWidget(horizontal_line())
        if not done:
            self.say_empty(wording.text("Nothing was changed yet."))
