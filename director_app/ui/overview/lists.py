"""The lists of the overview: the coming week, what is to be done, what changed last."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from director_app.domain.facts import ConfirmationOf, ConfirmationState, Subject
from director_app.domain.ids import ArtistId
from director_app.domain.parts import artists_of
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import strand_of
from director_app.operations.open_plan import Step
from director_app.operations.sentences import delivery_title, place_name, step_sentence
from director_app.planner.rain import has_fallback, is_outdoor
from director_app.ui.desk import Desk
from director_app.ui.frame.card_parts import summary_states
from director_app.ui.overview.reading import SeasonReading
from director_app.ui.overview.tasks import decision_of
from director_app.ui.widgets.blocks import paint_undecided
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.focus_ring import shows_focus
from director_app.ui.widgets.glyphs import paint_confirmations, paint_problem, paint_state
from director_app.ui.widgets.record_form import clear_layout, row_of
from director_app.ui.widgets.text import OneLine, Text, horizontal_line

SHOWN = 10
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class OverviewSection(QWidget):
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

    def add_below(self, widget: QWidget) -> None:
        """Put something under the rows."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.addSpacing(8)
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

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
        if self.underMouse() or shows_focus(self):
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
        right = self.width() - 134
        problems = desk.problems_of(("deliveries", delivery.id))
        if problems:
            paint_problem(painter, look.theme, QRectF(right - 30, 9, 14, 14), str(problems[0].level))
        answers = {(one.of, one.artist): one.state for one in delivery.confirmations}
        acts: list[ArtistId | None] = [*artists_of(desk.plan, delivery)]
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
        icon, text, role = "house", wording.text("indoors"), "text2"
        if is_outdoor(desk.plan, self._delivery):
            icon, minute = "cloud-rain", decision_of(desk.plan, self._delivery)
            if not has_fallback(desk.plan, self._delivery):
                text, role = wording.text("no rain plan"), "warn"
            elif minute is None:
                text = wording.text("decision open")
            else:
                text = wording.text("decide {time}", time=wording.clock(minute))
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


class ComingList(OverviewSection):
    """Today and the next seven days."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.link.show()
        self.link.clicked.connect(self._show_all)
        self._more = Button(desk.look, "", "link")
        self._more.clicked.connect(self._show_all)
        self.add_below(self._more)

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
        self._more.setVisible(bool(reading.coming_later))
        self._more.setText(wording.plural("{n} more this week", "{n} more this week", reading.coming_later))

    def _go(self, subject: Subject) -> None:
        self.desk.select((subject,))
        self.desk.go_to("schedule", subject)

    def _show_all(self) -> None:
        self.desk.go_to("schedule", self.desk.today())


class RecentSteps(OverviewSection):
    """The latest steps, with their times."""

    def show_steps(self, latest: Sequence[Step]) -> None:
        """Show them, newest first."""
        wording = self.desk.wording
        done = [step for step in latest if not step.is_undone][:SHOWN]
        self.start(wording.text("Changed last"))
        today = datetime.datetime.now().astimezone().date()
        for step in done:
            made = step.made_at
            when = f"{made:%H:%M}" if made.date() == today else wording.date_short(made.date())
            stamp = Text(self.desk.look, when, "small", "text2", tabular=True)
            stamp.setFixedWidth(84)
            said = step_sentence(wording, step.name, self.desk.plan)
            line = row_of(stamp, OneLine(self.desk.look, said, "small"), spacing=8)
            line.setFixedHeight(27)
            self.rows.addWidget(line)
            self.rows.addWidget(horizontal_line())
        if not done:
            self.say_empty(wording.text("Nothing was changed yet."))
