"""The next six weeks of a record, day by day: booked, free, or cannot. A click goes there or places a date."""

from __future__ import annotations

import datetime
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from director_app.domain.edits import AddDelivery
from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId, ProgrammeId, new_id
from director_app.domain.programme import Delivery
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import delivery_title, title_said
from director_app.planner.free_days import DayState, DayUse, days_of
from director_app.ui.desk import Desk
from director_app.ui.forms.bound_form import Section
from director_app.ui.forms.dates_panel import ROUNDS_ADDED
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.forms.short_dates import day_and_month
from director_app.ui.messages import way_back
from director_app.ui.widgets.focus_ring import shows_focus
from director_app.ui.widgets.text import Text
from director_app.wording import message

WEEKS: Final = 6
_HEAD: Final = 16
_CELL_HEIGHT: Final = 20
_WEEK_GAP: Final = 6
_WIDEST: Final = 18
_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
TITLE: Final = message("What is free when")


class FreeStrip(QWidget):
    """One cell a day under the Mondays: filled is booked, struck through cannot be, empty is free.

    Signals: ``day_wanted(object)`` with the DayUse clicked, or chosen with Enter.
    """

    day_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.days: tuple[DayUse, ...] = ()
        self._place = 0
        self.setFixedHeight(_HEAD + _CELL_HEIGHT + 6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        desk.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Six weeks, as narrow as a column of a form."""
        return QSize(WEEKS * (7 * 10 + _WEEK_GAP), self.height())

    def show_days(self, days: tuple[DayUse, ...]) -> None:
        """Show these days, whole weeks of them."""
        self.days = days
        self._place = min(self._place, max(0, len(days) - 1))
        self._describe()
        self.update()

    def go_to(self, day: datetime.date) -> None:
        """Stand on a day."""
        if self.days:
            self._place = max(0, min(len(self.days) - 1, (day - self.days[0].day).days))
            self._describe()
            self.update()

    def cell(self, place: int) -> QRectF:
        """Where a day stands."""
        pitch = max(6.0, min(_WIDEST, (self.width() / WEEKS - _WEEK_GAP) / 7))
        week, weekday = divmod(place, 7)
        return QRectF(week * (7 * pitch + _WEEK_GAP) + weekday * pitch + 1, _HEAD + 2, pitch - 2, _CELL_HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        place = self._at(event.position().x())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._place = place
            self._describe()
            self.day_wanted.emit(self.days[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right by a day, up and down by a week, Enter chooses."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and self.days:
            self.go_to(self.days[self._place].day + datetime.timedelta(days=step))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.days:
            self.day_wanted.emit(self.days[self._place])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell the day under the pointer."""
        if isinstance(event, QHelpEvent):
            place = self._at(event.pos().x())
            if place is not None:
                QToolTip.showText(event.globalPos(), self.said(self.days[place]), self)
                return True
        return super().event(event)

    def said(self, one: DayUse) -> str:
        """A day in words: what stands on it, or why it cannot be."""
        wording = self._desk.wording
        date = wording.date_short(one.day)
        if one.state is DayState.BOOKED:
            plan = self._desk.plan
            titles = (delivery_title(wording, plan, name) for name in one.deliveries)
            return wording.text("{date}: {what}", date=date, what=", ".join(titles))
        if one.state is DayState.CANNOT:
            what = one.reason or wording.text("cannot")
            return wording.text("{date}: {what}", date=date, what=what)
        return wording.text("{date}: {what}", date=date, what=wording.text("free that day"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw Mondays and days."""
        look, today = self._desk.look, self._desk.today()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("micro", tabular=True))
        for place, one in enumerate(self.days):
            cell = self.cell(place)
            if place % 7 == 0:
                painter.setPen(look.color("text3"))
                head = QRectF(cell.left(), 0, 7 * (cell.width() + 2), _HEAD)
                painter.drawText(head, int(Qt.AlignmentFlag.AlignLeft), day_and_month(look.wording, one.day))
            self._paint_day(painter, cell, one.state)
            is_here = place == self._place and shows_focus(self)
            if one.day == today or is_here:
                painter.setPen(QPen(look.color("focus" if is_here else "accent"), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(cell.adjusted(-1, -2, 1, 2), 3, 3)
        painter.end()

    def _paint_day(self, painter: QPainter, cell: QRectF, state: DayState) -> None:
        look = self._desk.look
        painter.setPen(QPen(look.color("accent" if state is DayState.BOOKED else "control"), 1))
        fills = {DayState.BOOKED: "accent", DayState.CANNOT: "sunken", DayState.FREE: "surface"}
        painter.setBrush(look.color(fills[state]))
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        if state is DayState.CANNOT:
            painter.setPen(QPen(look.color("text3"), 1.2))
            painter.drawLine(cell.bottomLeft(), cell.topRight())

    def _at(self, x: float) -> int | None:
        cells = ((place, self.cell(place)) for place in range(len(self.days)))
        return next((place for place, cell in cells if cell.left() - 1 <= x < cell.right() + 1), None)

    def _describe(self) -> None:
        if self.days:
            self.setAccessibleDescription(self.said(self.days[self._place]))


class FreeSection(Section):
    """The strip of the editor's record under its heading; a programme gets a date with a click on a free day."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        self._editor = editor
        super().__init__(editor.desk, TITLE, parent)
        self.strip = FreeStrip(editor.desk)
        self.strip.day_wanted.connect(self._go)
        self._legend = Text(editor.desk.look, "", "micro", "text3", wraps=True)
        self.add(self.strip)
        self.add(self._legend)
        editor.shown.connect(self._show_record)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        if not hasattr(self, "_legend"):
            return
        wording = self._editor.desk.wording
        self.strip.setAccessibleName(wording.text(TITLE))
        self._legend.setText(
            wording.text("Filled: booked. Struck through: cannot. A click on a free day adds a date.")
            if self._editor.kind == "programmes"
            else wording.text("Filled: booked. Struck through: cannot. A click goes to the day.")
        )
        self._show_record(self._editor.record)

    def _show_record(self, record: object) -> None:
        if record is None:
            return
        desk = self._editor.desk
        today = desk.today()
        monday = today - datetime.timedelta(days=today.weekday())
        self.strip.show_days(days_of(desk.plan, self._editor.kind, self._editor.id, monday, 7 * WEEKS))

    def _go(self, one: DayUse) -> None:
        desk = self._editor.desk
        if one.deliveries:
            desk.go_to("schedule", Subject("deliveries", one.deliveries[0]))
        elif self._editor.kind == "programmes" and one.state is DayState.FREE and not desk.is_read_only:
            self._add_date(one.day)
        else:
            desk.go_to("schedule", one.day)

    def _add_date(self, day: datetime.date) -> None:
        desk = self._editor.desk
        desk.look.typing.finish()
        fresh = Delivery(id=DeliveryId(new_id()), programme=ProgrammeId(self._editor.id), date=day)
        title = title_said(desk.wording, desk.plan, self._editor.record.title)
        step = StepName(ROUNDS_ADDED, {"title": title, "n": 1})
        if desk.perform(AddDelivery(fresh), step) is not None:
            said = desk.wording.text("A date on {date}, its time undecided", date=desk.wording.date_short(day))
            desk.say(said, (way_back(desk.wording, desk.undo),))
