"""Before and after on the timeline: what stands at the place and with the people of a delivery on its two dates."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from director_app.domain.ids import DeliveryId
from director_app.domain.parts import artists_of
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import end_minute
from director_app.operations.naming import delivery_title
from director_app.planner.placing.proposals import Placement
from director_app.ui.look import Look
from director_app.wording import Wording

_FIRST, _LAST = 7 * 60, 23 * 60
_HOURS: Final = (9, 12, 15, 18, 21)
_HEAD, _LANE, _GAP = 40, 22, 10
_MOST: Final = 4
_LENGTH_UNKNOWN: Final = 40


class Bar(NamedTuple):
    """One delivery of a day: its minutes, its title, and whether it is the one that is spoken of."""

    start: int
    end: int
    title: str
    is_ours: bool


class Lane(NamedTuple):
    """One of the two dates: what it is called, and its bars, ours first."""

    heading: str
    bars: tuple[Bar, ...]


def lanes_of(wording: Wording, plan: Plan, after: Plan, placement: Placement) -> tuple[Lane, Lane]:
    """The date as it is now and as it would be."""
    return (
        _lane(wording, wording.text("Now"), plan, plan.deliveries.get(placement.before.id, placement.before)),
        _lane(wording, wording.text("Proposed"), after, placement.after),
    )


def _lane(wording: Wording, name: str, plan: Plan, one: Delivery) -> Lane:
    if one.date is None:
        return Lane(f"{name} · {wording.text('undecided')}", ())
    heading = f"{name} · {wording.date_short(one.date)}"
    ours = _bar(wording, plan, one, is_ours=True)
    others = sorted(_bar(wording, plan, other, is_ours=False) for other in _beside(plan, one, one.date))
    return Lane(heading, (ours, *others[:_MOST]))


def _beside(plan: Plan, one: Delivery, day: datetime.date) -> list[Delivery]:
    people = set(artists_of(plan, one))
    found = []
    for name in plan.on_day(day):
        other = plan.deliveries[DeliveryId(name)]
        shares = (other.venue is not None and other.venue == one.venue) or not people.isdisjoint(
            artists_of(plan, other)
        )
        if other.id != one.id and shares and other.status.takes_place and other.start is not None:
            found.append(other)
    return found


def _bar(wording: Wording, plan: Plan, one: Delivery, *, is_ours: bool) -> Bar:
    start = int(one.start) if one.start is not None else _FIRST
    end = end_minute(plan, one)[0] or start + _LENGTH_UNKNOWN
    return Bar(start, int(end), delivery_title(wording, plan, one.id) if one.id in plan.deliveries else "", is_ours)


class DayStrip(QWidget):
    """Two dates one under the other, hours from left to right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lanes: tuple[Lane, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.theme_changed.connect(self.update)

    def show_lanes(self, lanes: tuple[Lane, ...]) -> None:
        """Show these dates; none hides the strip."""
        self._lanes = lanes
        self.setVisible(bool(lanes))
        self.setAccessibleName("; ".join(self._in_words(lane) for lane in lanes))
        self.setToolTip("\n".join(self._in_words(lane) for lane in lanes))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the bars of both dates."""
        return QSize(260, sum(_HEAD + max(1, len(lane.bars)) * _LANE + _GAP for lane in self._lanes))

    def minimumSizeHint(self) -> QSize:
        """All of it is seen, also in a narrow window."""
        return QSize(180, self.sizeHint().height())

    def _in_words(self, lane: Lane) -> str:
        bars = ", ".join(f"{self._look.wording.clock_span(bar.start, bar.end)} {bar.title}" for bar in lane.bars)
        return f"{lane.heading}: {bars}" if bars else lane.heading

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw headings, hours and bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for lane in self._lanes:
            top = self._paint_lane(painter, lane, top)
        painter.end()

    def _x(self, minute: int) -> float:
        within = min(max(minute, _FIRST), _LAST)
        return (within - _FIRST) * self.width() / (_LAST - _FIRST)

    def _paint_lane(self, painter: QPainter, lane: Lane, top: int) -> int:
        look = self._look
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(look.font("small-strong"))
        painter.setPen(look.color("text"))
        painter.drawText(QRect(0, top, self.width(), 20), left, lane.heading)
        bottom = top + _HEAD + max(1, len(lane.bars)) * _LANE
        painter.setFont(look.font("micro", tabular=True))
        for hour in _HOURS:
            at = self._x(hour * 60)
            painter.setPen(QPen(look.color("grid"), 1))
            painter.drawLine(int(at), top + _HEAD - 4, int(at), bottom)
            painter.setPen(look.color("text2"))
            painter.drawText(QRectF(at - 20, top + 20, 40, 15), int(Qt.AlignmentFlag.AlignCenter), str(hour))
        for number, bar in enumerate(lane.bars):
            self._paint_bar(painter, bar, top + _HEAD + number * _LANE)
        return bottom + _GAP

    def _paint_bar(self, painter: QPainter, bar: Bar, top: int) -> None:
        look = self._look
        left, right = self._x(bar.start), self._x(bar.end)
        rect = QRectF(left, top, max(6.0, right - left), _LANE - 4)
        painter.setPen(Qt.PenStyle.NoPen if bar.is_ours else QPen(look.color("control"), 1))
        painter.setBrush(look.color("accent" if bar.is_ours else "chip"))
        painter.drawRoundedRect(rect, 3, 3)
        painter.setFont(look.font("micro-strong" if bar.is_ours else "micro"))
        painter.setPen(look.color("text"))
        metrics = painter.fontMetrics()
        after, before = self.width() - rect.right() - 6, rect.left() - 6
        room = max(after, before)
        words = metrics.elidedText(bar.title, Qt.TextElideMode.ElideRight, int(room))
        if after >= before:
            area = QRectF(rect.right() + 5, top, after, _LANE - 4)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        else:
            area = QRectF(0, top, before, _LANE - 4)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
