"""How a venue is used over twelve weeks: one cell per week with its number of deliveries."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from director_app.domain.plan import Plan
from director_app.domain.programme import Status
from director_app.planner.bookings import shown_days
from director_app.ui.forms.short_dates import day_and_month
from director_app.ui.look import Look
from director_app.ui.widgets.focus_ring import shows_focus

WEEKS: Final = 12
WEEKS_BEFORE: Final = 4
CELL: Final = 24
PITCH: Final = 44
_FIRM: Final = (Status.CONFIRMED, Status.DELIVERED)


class WeekUse(NamedTuple):
    """One week: its Monday, how many deliveries stand firm, how many are pencilled."""

    monday: datetime.date
    firm: int
    pencilled: int


def use_of(plan: Plan, venue: str, today: datetime.date) -> tuple[WeekUse, ...]:
    """Twelve weeks of a venue, four of them before this one."""
    monday = today - datetime.timedelta(days=today.weekday())
    firsts = [monday + datetime.timedelta(weeks=week - WEEKS_BEFORE) for week in range(WEEKS)]
    firm = dict.fromkeys(firsts, 0)
    pencilled = dict.fromkeys(firsts, 0)
    for identity in plan.users_of_kind("venues", venue, "deliveries"):
        delivery = plan.find("deliveries", identity)
        if delivery is None or delivery.venue != venue or not delivery.status.takes_place:
            continue
        weeks = {day - datetime.timedelta(days=day.weekday()) for day in shown_days(delivery)}
        for week in weeks & firm.keys():
            counted = firm if delivery.status in _FIRM else pencilled
            counted[week] += 1
    return tuple(WeekUse(first, firm[first], pencilled[first]) for first in firsts)


class UseStrip(QWidget):
    """Twelve cells under their Mondays. This week is framed; a click or Enter opens the week.

    Signals: ``week_wanted(object)`` with the Monday.
    """

    week_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._weeks: tuple[WeekUse, ...] = ()
        self._place = WEEKS_BEFORE
        self.setFixedHeight(48)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Twelve weeks."""
        return QSize(WEEKS * PITCH, 48)

    def show_weeks(self, weeks: tuple[WeekUse, ...]) -> None:
        """Show these weeks."""
        self._weeks = weeks
        self._describe()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the week under the pointer."""
        for place in range(len(self._weeks)):
            if self._column(place).contains(event.position().toPoint()):
                self._place = place
                self.week_wanted.emit(self._weeks[place].monday)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter opens."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and self._weeks:
            self._place = max(0, min(len(self._weeks) - 1, self._place + step))
            self._describe()
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._weeks:
            self.week_wanted.emit(self._weeks[self._place].monday)
        else:
            super().keyPressEvent(event)

    def event(self, event: object) -> bool:
        """Tell the week under the pointer."""
        if isinstance(event, QHelpEvent):
            for place in range(len(self._weeks)):
                if self._column(place).contains(event.pos()):
                    QToolTip.showText(event.globalPos(), self._said(self._weeks[place]), self)
                    return True
        return super().event(event)  # type: ignore[arg-type]  # Qt passes every kind of event here

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw Mondays and cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, week in enumerate(self._weeks):
            self._paint_week(painter, place, week)
        painter.end()

    def _paint_week(self, painter: QPainter, place: int, week: WeekUse) -> None:
        column = self._column(place)
        painter.setFont(self._look.font("micro", tabular=True))
        painter.setPen(self._look.color("accent" if place == WEEKS_BEFORE else "text3"))
        head = QRect(column.left(), 0, column.width(), 18)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignCenter), day_and_month(self._look.wording, week.monday))
        cell = QRectF(column.center().x() - CELL / 2, 20, CELL, CELL)
        outline = QPainterPath()
        outline.addRoundedRect(cell, 4, 4)
        step = min(3, week.firm)
        painter.fillPath(outline, self._look.color(f"cov{step}" if step else "sunken"))
        if week.pencilled:
            painter.setPen(QPen(self._look.color("accent"), 1.5))
            painter.drawRoundedRect(cell.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
        if place == WEEKS_BEFORE:
            painter.setPen(QPen(self._look.color("accent"), 1.5))
            painter.drawRoundedRect(cell.adjusted(-3, -3, 3, 3), 5, 5)
        if place == self._place and shows_focus(self):
            painter.setPen(QPen(self._look.color("focus"), 2))
            painter.drawRoundedRect(cell.adjusted(-2, -2, 2, 2), 5, 5)
        count = week.firm or week.pencilled
        if count:
            painter.setFont(self._look.font("micro-strong", tabular=True))
            painter.setPen(self._look.color(f"on-cov{step}" if step else "text"))
            painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), str(count))

    def _column(self, place: int) -> QRect:
        pitch = min(PITCH, self.width() // WEEKS) if self.width() else PITCH
        return QRect(place * pitch, 0, pitch, self.height())

    def _said(self, week: WeekUse) -> str:
        wording = self._look.wording
        return wording.text(
            "Week of {date}: {firm} confirmed, {pencilled} pencilled",
            date=wording.date_short(week.monday),
            firm=week.firm,
            pencilled=week.pencilled,
        )

    def _describe(self) -> None:
        if self._weeks:
            self.setAccessibleDescription(self._said(self._weeks[self._place]))
