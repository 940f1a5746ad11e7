"""One item of the day: its countdown, both plans, the decision, and what came of it."""

from __future__ import annotations

import datetime
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.facts import Subject
from director_app.domain.programme import Status
from director_app.domain.published import strand_of
from director_app.operations.deciding import HELD, Choice
from director_app.operations.naming import delivery_title, place_name, when_text
from director_app.operations.results import result_entered
from director_app.ui.desk import Desk
from director_app.ui.on_site.day_reading import OnSiteItem
from director_app.ui.on_site.decision_row import DecisionRow
from director_app.ui.on_site.ground import Ground
from director_app.ui.on_site.plan_boxes import PlanBoxes
from director_app.ui.on_site.result_row import LargeTick, ResultRow
from director_app.ui.on_site.words import BECAME, HOLD, clock_of, until, when_on
from director_app.ui.schedule.gestures import letter_of
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.tags import CodeTag
from director_app.ui.widgets.text import Text

LEFT: Final = 192
TOOK_PLACE_KEY: Final = "T"


class ItemCard(Ground):
    """A card.

    With the focus it takes keys: digits are heads, T took place, Space ticks, Enter goes to whom to tell, arrows go to
    the next card.

    Signals, each with the card: ``decided(card, Choice, date | None)``, ``took_place(card, bool)``,
    ``counted(card, object)``, ``taken_back(card)``, ``ticked()``, ``chosen(card)``, ``walked(card, int)``;
    ``entered(card)`` to go to its people;
    ``details_wanted(Subject)``.
    """

    decided = Signal(object, object, object)
    took_place = Signal(object, bool)
    counted = Signal(object, object)
    taken_back = Signal(object)
    ticked = Signal()
    chosen = Signal(object)
    walked = Signal(object, int)
    entered = Signal(object)
    details_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.look, parent)
        self._desk = desk
        self.item: OnSiteItem | None = None
        self.title = ""
        self._shown: tuple[object, ...] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 16, 16, 16)
        self._row.setSpacing(20)
        self._left = self._left_side()
        self._line = QFrame()
        self._line.setProperty("kind", "divider")
        self._line.setFixedWidth(1)
        self._row.addWidget(self._left)
        self._row.addWidget(self._line)
        self._row.addWidget(self._right_side(), 1)
        self._connect()

    @property
    def _side_width(self) -> int:
        return max(LEFT, self.look.font("figure").pixelSize() * 8)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to stand with its left side above the right."""
        return QSize(self._side_width + 32, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow place, or with large letters, the countdown stands above."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._side_width * 3
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if is_wide else down)
        self._left.setFixedWidth(self._side_width if is_wide else max(self._side_width, self.width() - 32))
        self._line.setVisible(is_wide)

    def _left_side(self) -> QWidget:
        look = self.look
        self.tick = LargeTick(look)
        self._code = CodeTag(look)
        self._number = Text(look, "", "small", "text2", tabular=True)
        self._before = Text(look, "", "body", "text2", wraps=True)
        self.figure = Text(look, "", "figure", tabular=True, wraps=True)
        self._after = Text(look, "", "body", "text2", wraps=True)
        self.back = Button(look, "", "link", "undo-2")
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()  # no row with a focus of its own: the tick may be hidden, and Tab would end there
        head.setSpacing(6)
        for part in (self.tick, self._code, self._number):
            head.addWidget(part)
        head.addStretch(1)
        column.addLayout(head)
        column.addSpacing(4)
        for words in (self._before, self.figure, self._after):
            column.addWidget(words)
        column.addSpacing(4)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return box

    def _right_side(self) -> QWidget:
        look = self.look
        self._title = Text(look, "", "title", wraps=True)
        self.hold = Button(look, "", "quiet", "hourglass")
        self.hold.setFixedHeight(36)
        self.details = Button(look, "", "glyph", "panel-right-open", icon_size=18)
        self.details.setFixedSize(36, 36)
        self._where = Text(look, "", "heading", "text2", wraps=True)
        self.plans = PlanBoxes(look)
        self.decisions = DecisionRow(look)
        self.result = ResultRow(look)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        for button in (self.hold, self.details):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for part in (self._where, self.plans, self.decisions, self.result):
            column.addWidget(part)
        return box

    def _connect(self) -> None:
        self.decisions.decided.connect(self._decide)
        self.hold.clicked.connect(self._hold)
        self.back.clicked.connect(self._take_back)
        self.result.took_place.connect(self._say_took_place)
        self.result.counted.connect(self._say_counted)
        self.tick.clicked.connect(self._say_ticked)
        self.details.clicked.connect(self._want_details)

    def show_again(self) -> None:
        """What was clicked was refused: the next look shows the plan, not the click."""
        self._shown = None

    @property
    def stops(self) -> list[QWidget]:
        """Everything Tab stops at, in the order it is read."""
        row = self.decisions
        asked = (row.tomorrow, row.week, row.date, row.undecided, row.back)
        buttons = (*row.buttons.values(), row.resume, *asked)
        return [self, self.tick, self.back, self.hold, self.details, *buttons, self.result.tick, self.result.heads]

    # -- showing -----------------------------------------------------------------------------------------------

    def show_item(self, item: OnSiteItem, day: datetime.date, together: int, place_left: str) -> None:
        """Show an item; ``together`` is how many are ticked when this one is."""
        desk = self._desk
        plan, wording, one, may = desk.plan, desk.wording, item.delivery, not desk.is_read_only
        named = (plan.programmes, plan.venues, plan.organisations, plan.initiatives)
        shown = (item, day, together, self.tick.isChecked(), place_left, may, wording, desk.theme, *named)
        if shown == self._shown:
            return  # a tuple compares the same objects without looking into them
        self._shown = shown
        is_other = self.item is None or self.item.delivery.id != one.id
        self.item = item
        self.title = delivery_title(wording, plan, one.id)
        strand = strand_of(plan, one)
        hue = desk.theme.initiative(strand.hue) if strand else desk.theme.no_initiative
        self._code.show_code(strand.code if strand else "", hue.tint, strand.name if strand else "")
        self._number.setText(one.number)
        self._title.setText(self.title)
        self.tick.setVisible(item.outdoor is not None and not item.is_over)
        self.tick.setAccessibleName(wording.text("Decide together: {title}", title=self.title))
        self.tick.setToolTip(wording.text("Decide several at once"))
        if is_other or item.is_over:
            self.tick.setChecked(False)
        self._show_decision(item, day, together if self.tick.isChecked() else 1, place_left, may=may)
        self.result.show_item(item, self.title, result_entered(desk.open_plan, one.id), may=may)
        self.details.name_only(wording.text("{what}: {title}", what=wording.text("Details"), title=self.title))
        self.setAccessibleName(f"{self.title}, {when_text(wording, plan, one.id)}, {place_name(wording, plan, one.id)}")

    def _show_decision(
        self, item: OnSiteItem, day: datetime.date, together: int, place_left: str, *, may: bool
    ) -> None:
        desk = self._desk
        wording, plan, one = desk.wording, desk.plan, item.delivery
        is_open = item.outdoor is not None and not item.is_over
        self.plans.setVisible(is_open)
        self.decisions.setVisible(is_open)
        if is_open:
            self.plans.show_item(plan, item, day, place_left)
            self.decisions.setEnabled(may)
            self.decisions.show_item(item, day, self.title, together)
        has_time = item.decided_by is not None and one.status.takes_place
        self.hold.setVisible(is_open and has_time and not item.is_settled)
        self.hold.setEnabled(may)
        self.hold.setText(wording.text(HOLD, n=HELD))
        self.hold.setAccessibleName(wording.text("{what}: {title}", what=self.hold.text(), title=self.title))
        self.back.setVisible(item.made is not None and not item.is_over)
        self.back.setEnabled(may)
        self.back.setText(wording.text("Take the decision back"))
        self.back.setAccessibleName(wording.text("{what}: {title}", what=self.back.text(), title=self.title))
        where = f"{when_on(wording, plan, one, day)} · {place_name(wording, plan, one.id)}"
        self._where.show_if_said("" if is_open else where)

    def show_time(self, now: datetime.datetime, day: datetime.date) -> None:
        """Show how long there is until the decision, or until it begins."""
        item = self.item
        if item is None:
            return
        self.result.setVisible(item.has_result(now))
        if item.is_over:
            self._say("", self._desk.wording.text("Took place"), "", "ok")
        elif item.made is not None and item.made.is_settled:
            self._say_made(item)
        elif not item.delivery.status.takes_place:
            wording, is_off = self._desk.wording, item.delivery.status is Status.CANCELLED
            self._say("", wording.text("Called off") if is_off else wording.text("Postponed"), "", "text2")
        elif item.decided_by is not None:
            self._say_until_decision(item, item.decided_by, now, day)
        elif item.outdoor is not None:
            wording = self._desk.wording
            self._say(wording.text("Time of decision"), wording.undecided(), self._begins(item, now, day), "warn")
        else:
            self._say_beginning(item, now, day)

    def _say_until_decision(
        self, item: OnSiteItem, moment: datetime.datetime, now: datetime.datetime, day: datetime.date
    ) -> None:
        wording = self._desk.wording
        left, is_late = until(wording, moment, now)
        outdoor = item.outdoor
        plan_b = outdoor.plan_b if outdoor is not None else None
        who = wording.text("decided by {name}", name=plan_b.decided_by) if plan_b and plan_b.decided_by else ""
        after = "\n".join(part for part in (who, self._begins(item, now, day)) if part)
        before = wording.text("Decide by {time}", time=clock_of(wording, moment, day))
        self._say(before, left, after, "block" if is_late else "text")

    def _say_made(self, item: OnSiteItem) -> None:
        wording, made = self._desk.wording, item.made
        if made is None:
            return
        why = " · ".join(part for part in (made.note.author, item.delivery.changed_reason) if part)
        at = made.step.made_at
        became = wording.text(BECAME[made.choice])
        self._say(why, wording.text("Settled {time}", time=f"{at:%H:%M}"), became, "text")

    def _say_beginning(self, item: OnSiteItem, now: datetime.datetime, day: datetime.date) -> None:
        wording = self._desk.wording
        if item.begins is None and item.goes_on:
            self._say("", wording.text("Going on"), "", "text2")
        elif item.begins is None:
            self._say(wording.text("Begins"), wording.undecided(), "", "warn")
        elif item.begins >= now:
            before = wording.text("Begins {time}", time=clock_of(wording, item.begins, day))
            self._say(before, until(wording, item.begins, now)[0], "", "text")
        elif item.ends is None or item.ends > now:
            ends = "" if item.ends is None else wording.text("until {time}", time=clock_of(wording, item.ends, day))
            self._say("", wording.text("Now"), ends, "accent")
        else:
            self._say(wording.text("over"), wording.text("Result missing"), "", "warn")

    def _begins(self, item: OnSiteItem, now: datetime.datetime, day: datetime.date) -> str:
        wording = self._desk.wording
        if item.begins is None:
            return wording.text("Time undecided")
        time = clock_of(wording, item.begins, day)
        if item.begins < now:
            return wording.text("Began {time}", time=time)
        left = until(wording, item.begins, now)[0]
        return wording.text("Begins {time}, in {duration}", time=time, duration=left)

    def _say(self, before: str, figure: str, after: str, tone: str) -> None:
        self._before.show_if_said(before)
        self.figure.setText(figure)
        self.figure.set_tone(tone)
        self._after.show_if_said(after)

    def show_chosen(self, *, is_chosen: bool) -> None:
        """Ringed while the side speaks of it."""
        self.show_ground("surface", "accent" if is_chosen else "line", 2.0 if is_chosen else 1.0)

    # -- acting ------------------------------------------------------------------------------------------------

    @property
    def is_ticked(self) -> bool:
        """Whether it is decided together with others."""
        return self.tick.isChecked() and not self.tick.isHidden()

    def _decide(self, choice: Choice, day: datetime.date | None) -> None:
        self.decided.emit(self, choice, day)

    def _hold(self) -> None:
        self.decided.emit(self, Choice.HOLD, None)

    def _take_back(self) -> None:
        self.taken_back.emit(self)

    def _want_details(self) -> None:
        if self.item is not None:
            self.details_wanted.emit(Subject("deliveries", self.item.delivery.id))

    def _say_took_place(self, is_over: bool) -> None:
        self.took_place.emit(self, is_over)

    def _say_counted(self, heads: object) -> None:
        self.counted.emit(self, heads)

    def _say_ticked(self) -> None:
        self.chosen.emit(self)
        self.ticked.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere chooses the card."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit(self)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, T, Space, Enter and the arrows; whatever has the focus inside takes its own keys first."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(self, 1 if key == Qt.Key.Key_Down else -1)
        elif not self.hasFocus():
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self)
        elif len(event.text()) == 1 and event.text() in "0123456789" and self.result.isVisible():
            self.result.begin_heads(event.text())
        elif key == Qt.Key.Key_Space and self.tick.isVisible():
            self.tick.click()
        elif letter_of(event) == TOOK_PLACE_KEY and self.result.isVisible() and self.result.tick.isEnabled():
            self.result.tick.click()
        else:
            super().keyPressEvent(event)
