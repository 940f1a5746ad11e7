"""The painter of a week: seven days of half hours from 08:00 to 24:00, painted by mouse or by keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from director_app.domain.people import AvailabilityValue
from director_app.ui.forms.patterns import VALUE_WORDS, pattern_brush
from director_app.ui.forms.week_pattern import BEST_TO_WORST, Stretch, value_at
from director_app.ui.look import Look
from director_app.ui.widgets.focus_ring import came_by_key

OPENS: Final = 8 * 60
CLOSES: Final = 24 * 60
STEP: Final = 30
SLOTS: Final = (CLOSES - OPENS) // STEP
SLOT_HEIGHT: Final = 14
HOURS_WIDTH: Final = 48
HEAD_HEIGHT: Final = 22
DAY_WIDTH: Final = 66
_MIDDLE = int(Qt.AlignmentFlag.AlignCenter)


class Slot(NamedTuple):
    """One half hour: weekday 0-6 and its place from 08:00 on."""

    weekday: int
    place: int


class BookedBlock(NamedTuple):
    """Something the person does this week, drawn over the pattern."""

    weekday: int
    start: int
    end: int
    text: str
    hue: int


class PaintedArea(NamedTuple):
    """What was painted: weekdays first to last, minutes, value."""

    first: int
    last: int
    start: int
    end: int
    value: AvailabilityValue


class AvailabilityGrid(QWidget):
    """Paint by dragging, or move with the arrows, extend with Shift, and press a brush's number.

    Signals: ``painted(PaintedArea)``, ``brush_chosen(AvailabilityValue)`` when a number key picked one.
    """

    painted = Signal(object)
    brush_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._week: tuple[Stretch, ...] = ()
        self._booked: tuple[BookedBlock, ...] = ()
        self._anchor = Slot(0, 8)
        self._cursor = Slot(0, 8)
        self._is_dragging = False
        self._is_keyed = False
        self.brush = AvailabilityValue.IMPOSSIBLE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEAD_HEIGHT + SLOTS * SLOT_HEIGHT + 8)
        self.setProperty("ring", "none")
        look.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Hours and seven days."""
        return QSize(HOURS_WIDTH + 7 * DAY_WIDTH + 2, self.height())

    def minimumSizeHint(self) -> QSize:
        """Days may become narrower."""
        return QSize(HOURS_WIDTH + 7 * 36, self.height())

    def show_week(self, week: Sequence[Stretch], booked: Sequence[BookedBlock]) -> None:
        """Show another week."""
        if (tuple(week), tuple(booked)) != (self._week, self._booked):
            self._week, self._booked = tuple(week), tuple(booked)
            self.update()
            self._tell_place()

    def choose_brush(self, value: AvailabilityValue) -> None:
        """Paint with this value from now on."""
        self.brush = value
        self.update()

    def selected(self) -> PaintedArea:
        """What would be painted now."""
        days = sorted((self._anchor.weekday, self._cursor.weekday))
        places = sorted((self._anchor.place, self._cursor.place))
        start, end = OPENS + places[0] * STEP, OPENS + (places[1] + 1) * STEP
        return PaintedArea(days[0], days[1], start, end, self.brush)

    # -- by mouse -------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a rectangle."""
        slot = self.slot_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and slot is not None:
            self._anchor = self._cursor = slot
            self._is_dragging = True
            self._is_keyed = False
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the rectangle."""
        if self._is_dragging:
            self._cursor = self._nearest(event.position().toPoint())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Paint the rectangle."""
        if self._is_dragging and event.button() == Qt.MouseButton.LeftButton:
            self._is_dragging = False
            self.update()
            self.painted.emit(self.selected())

    # -- by keys --------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Shift extends, numbers paint, Escape gives up."""
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        key = Qt.Key(event.key())
        if key in steps:
            self._move_cursor(*steps[key], extends=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_4:
            self.brush = BEST_TO_WORST[key - Qt.Key.Key_1]
            self.brush_chosen.emit(self.brush)
            self._paint_keyed()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._is_keyed = True
            self._paint_keyed()
        elif key == Qt.Key.Key_Escape and (self._is_dragging or self._anchor != self._cursor):
            self._is_dragging = False
            self._anchor = self._cursor
            self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor when reached by key."""
        self._is_keyed = came_by_key(event)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        self._is_keyed = False
        self.update()
        super().focusOutEvent(event)

    def _move_cursor(self, days: int, places: int, *, extends: bool) -> None:
        self._is_keyed = True
        weekday = max(0, min(6, self._cursor.weekday + days))
        place = max(0, min(SLOTS - 1, self._cursor.place + places))
        self._cursor = Slot(weekday, place)
        if not extends:
            self._anchor = self._cursor
        self._tell_place()
        self.update()

    def _paint_keyed(self) -> None:
        if self._is_keyed:
            self.painted.emit(self.selected())
            self._anchor = self._cursor
        self.update()

    def _tell_place(self) -> None:
        area = self.selected()
        value = value_at(self._week, self._cursor.weekday, OPENS + self._cursor.place * STEP)
        words = self._look.wording.text(VALUE_WORDS[value])
        self.setAccessibleDescription(f"{self.area_text(area)}: {words}")

    # -- geometry -------------------------------------------------------------------------------------------

    def slot_at(self, where: QPoint) -> Slot | None:
        """The half hour under a point; None outside the grid."""
        if where.x() < HOURS_WIDTH or not HEAD_HEIGHT <= where.y() < HEAD_HEIGHT + SLOTS * SLOT_HEIGHT:
            return None
        return self._nearest(where)

    def slot_rect(self, weekday: int, place: int) -> QRect:
        """The rectangle of a half hour."""
        left = HOURS_WIDTH + round(weekday * self._day_width())
        right = HOURS_WIDTH + round((weekday + 1) * self._day_width())
        return QRect(left, HEAD_HEIGHT + place * SLOT_HEIGHT, right - left, SLOT_HEIGHT)

    def area_text(self, area: PaintedArea) -> str:
        """An area in words: "목~금 18:00~21:00"."""
        wording = self._look.wording
        first, last = wording.weekday(area.first), wording.weekday(area.last)
        days = first if area.first == area.last else f"{first}~{last}"
        end = "24:00" if area.end == CLOSES else wording.clock(area.end)
        return f"{days} {wording.clock(area.start)}~{end}"

    def _nearest(self, where: QPoint) -> Slot:
        weekday = int((where.x() - HOURS_WIDTH) // self._day_width())
        place = (where.y() - HEAD_HEIGHT) // SLOT_HEIGHT
        return Slot(max(0, min(6, weekday)), max(0, min(SLOTS - 1, place)))

    def _day_width(self) -> float:
        return (self.width() - HOURS_WIDTH - 2) / 7

    # -- painting -------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, patterns, lines, what is booked, the rectangle being painted."""
        painter = QPainter(self)
        grid = QRect(self.slot_rect(0, 0).topLeft(), self.slot_rect(6, SLOTS - 1).bottomRight())
        painter.fillRect(grid, self._look.color("surface"))
        self._paint_patterns(painter)
        self._paint_lines(painter, grid)
        self._paint_heads(painter)
        for block in self._booked:
            self._paint_booked(painter, block)
        if self._is_dragging or (self._is_keyed and self.hasFocus()):
            self._paint_selected(painter)
        painter.end()

    def _paint_patterns(self, painter: QPainter) -> None:
        painter.setBrushOrigin(HOURS_WIDTH, HEAD_HEIGHT)
        ratio = self.devicePixelRatioF()
        brushes = {value: pattern_brush(self._look.theme, value, ratio) for value in BEST_TO_WORST[1:]}
        for stretch in self._week:
            start, end = max(OPENS, stretch.start), min(CLOSES, stretch.end)
            if end > start:
                area = self._minutes_rect(stretch.weekday, start, end)
                painter.fillRect(area, self._look.color("canvas"))
                painter.fillRect(area, brushes[stretch.value])

    def _paint_lines(self, painter: QPainter, grid: QRect) -> None:
        for place in range(SLOTS + 1):
            top = HEAD_HEIGHT + place * SLOT_HEIGHT
            painter.setPen(QPen(self._look.color("line" if place % 4 == 0 else "grid"), 1))
            if place % 2 == 0:
                painter.drawLine(grid.left(), top, grid.right(), top)
        painter.setPen(QPen(self._look.color("line"), 1))
        for weekday in range(8):
            left = self.slot_rect(weekday, 0).left() if weekday < 7 else grid.right()
            painter.drawLine(left, grid.top(), left, grid.bottom() + 1)

    def _paint_heads(self, painter: QPainter) -> None:
        painter.setFont(self._look.font("micro"))
        for weekday in range(7):
            painter.setPen(self._look.color("block" if weekday == 6 else "text2"))
            head = QRect(self.slot_rect(weekday, 0).left(), 0, round(self._day_width()), HEAD_HEIGHT - 4)
            painter.drawText(head, _MIDDLE, self._look.wording.weekday(weekday))
        painter.setFont(self._look.font("micro", tabular=True))
        painter.setPen(self._look.color("text2"))
        for place in range(0, SLOTS + 1, 4):
            minute = OPENS + place * STEP
            text = "24:00" if minute == CLOSES else self._look.wording.clock(minute)
            label = QRect(0, HEAD_HEIGHT + place * SLOT_HEIGHT - 8, HOURS_WIDTH - 8, 16)
            painter.drawText(label, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_booked(self, painter: QPainter, block: BookedBlock) -> None:
        start, end = max(OPENS, block.start), min(CLOSES, max(block.end, block.start + STEP))
        if end <= start:
            return
        area = self._minutes_rect(block.weekday, start, end).adjusted(3, 1, -3, -1)
        area.setHeight(max(area.height(), 17))
        theme = self._look.theme
        colours = theme.initiative(block.hue) if block.hue >= 0 else theme.no_initiative
        painter.fillRect(area, colours.tint)
        painter.fillRect(area.left(), area.top(), 3, area.height(), colours.edge)
        painter.setFont(self._look.font("micro"))
        painter.setPen(self._look.color("text"))
        inner = area.adjusted(7, 0, -2, 0)
        text = painter.fontMetrics().elidedText(block.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_selected(self, painter: QPainter) -> None:
        area = self.selected()
        rect = self._minutes_rect(area.first, area.start, area.end)
        rect = rect.united(self._minutes_rect(area.last, area.start, area.end))
        ground = self._look.color("select")
        ground.setAlphaF(0.75)
        painter.setBrushOrigin(HOURS_WIDTH, HEAD_HEIGHT)
        painter.fillRect(rect, ground)
        painter.fillRect(rect, pattern_brush(self._look.theme, self.brush, self.devicePixelRatioF()))
        painter.setPen(QPen(self._look.color("accent"), 2))
        painter.drawRect(rect)
        self._paint_pill(painter, rect, self.area_text(area))

    def _paint_pill(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = QFontMetrics(self._look.font("micro-strong", tabular=True)).horizontalAdvance(text) + 16
        left = rect.right() + 6 if rect.right() + 6 + width < self.width() else rect.left() - 6 - width
        pill = QRectF(max(0, left), rect.top() + 2, width, 20)
        painter.setPen(QPen(self._look.color("line"), 1))
        painter.setBrush(self._look.color("raised"))
        painter.drawRoundedRect(pill, 4, 4)
        painter.setFont(self._look.font("micro-strong", tabular=True))
        painter.setPen(self._look.color("text"))
        painter.drawText(pill, _MIDDLE, text)

    def _minutes_rect(self, weekday: int, start: int, end: int) -> QRect:
        first = self.slot_rect(weekday, 0)
        top = HEAD_HEIGHT + round((start - OPENS) / STEP * SLOT_HEIGHT)
        bottom = HEAD_HEIGHT + round((end - OPENS) / STEP * SLOT_HEIGHT)
        return QRect(first.left(), top, first.width(), bottom - top)
