"""The strip of areas by weeks: who is reached, who is forgotten."""

from __future__ import annotations

import datetime
import math

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from director_app.planner.coverage import AreaRow, Cell
from director_app.ui.clipboard_tables import Titled
from director_app.ui.desk import Desk
from director_app.ui.overview.cell_words import cell_words
from director_app.ui.overview.reach_figures import (
    PEOPLE,
    SINCE_WIDTH,
    column_left_of_weeks,
    figure_words,
    place_left_of_weeks,
)
from director_app.ui.overview.reading import SeasonReading
from director_app.ui.table_copying import TableCopier
from director_app.ui.widgets.focus_ring import shows_focus
from director_app.ui.widgets.glyphs import paint_problem
from director_app.wording import message

ROW = 32
NAMES_KOREAN = 176
NAMES_ENGLISH = 228
CELL = 24
PITCH = 29
HEAD = 66
TOTAL = 60
_MONTHS = (
    message("Jan"),
    message("Feb"),
    message("Mar"),
    message("Apr"),
    message("May"),
    message("Jun"),
    message("Jul"),
    message("Aug"),
    message("Sep"),
    message("Oct"),
    message("Nov"),
    message("Dec"),
)


class ReachStrip(QWidget):
    """Drawn cells: fill in three steps for confirmed visits with their number, a ring for pencilled ones.

    Arrow keys go from cell to cell and on to the figures beside them; Enter or a click opens one; a screen reader
    hears it in words.

    Signals: ``wanted(AreaRow, int)`` with the number of the week; ``figure_wanted(AreaRow, int)`` with its column.
    """

    wanted = Signal(object, int)
    figure_wanted = Signal(object, int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading: SeasonReading | None = None
        #: Row and week of the cell that has the cursor; None until she comes to the strip.
        self._at: tuple[int, int] | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.copier = TableCopier(self, desk, self.as_table, in_menu=True)

    def as_table(self) -> Titled:
        """Area, people, days since the last visit, each week and the sum; pencilled visits stand in brackets."""
        wording, reading = self._desk.wording, self._reading
        if reading is None:
            return "", [], []
        weeks = [wording.date_short(week) for week in reading.weeks]
        head = [wording.text("Area"), wording.text("people"), wording.text("days since"), *weeks]
        rows = [
            [
                self._name(row), "" if row.heads is None else str(row.heads),
                "" if row.days_since is None else str(row.days_since),
                *(_visits(cell) for cell in row.cells), str(row.confirmed),
            ]
            for row in reading.areas
        ]  # fmt: skip
        return wording.text("Every corner: who is reached"), [*head, wording.text("confirmed")], rows

    def show_reading(self, reading: SeasonReading) -> None:
        """Show a season."""
        self._reading = reading
        self.setAccessibleName(self._desk.wording.text("Reach by area and week"))
        if self._at is not None:
            self._stand_at(*self._at)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One row per area."""
        rows = len(self._reading.areas) if self._reading else 0
        weeks = len(self._reading.weeks) if self._reading else 0
        return QSize(min(self._names_width + weeks * PITCH + TOTAL, 900), HEAD + max(1, rows) * ROW + 6)

    def minimumSizeHint(self) -> QSize:
        """Narrow windows show narrower cells."""
        return QSize(420, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw heading, weeks, rows and the frame around this week."""
        reading = self._reading
        if reading is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_heading(painter)
        if not reading.areas or not reading.weeks:
            painter.setFont(self._desk.look.font("small"))
            painter.setPen(self._desk.look.color("text2"))
            words = self._desk.wording.text("Add dates to see which areas are still empty.")
            painter.drawText(QRect(0, HEAD - 20, self.width(), 24), int(Qt.AlignmentFlag.AlignLeft), words)
            painter.end()
            return
        self._draw_weeks(painter, reading)
        for position, row in enumerate(reading.areas):
            self._draw_row(painter, row, HEAD + position * ROW)
        self._draw_present_week(painter, reading)
        if shows_focus(self) and self._at is not None:
            cell = self._place(self._at[1], HEAD + self._at[0] * ROW).adjusted(-2, -2, 2, 2)
            painter.setPen(QPen(self._desk.look.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(cell, 4, 4)
        painter.end()

    # -- drawing -------------------------------------------------------------------------------------------

    @property
    def _names_width(self) -> int:
        return NAMES_KOREAN if self._desk.wording.language == "ko" else NAMES_ENGLISH

    def _pitch(self) -> float:
        reading = self._reading
        weeks = len(reading.weeks) if reading else 1
        return min(PITCH, (self.width() - self._names_width - TOTAL) / max(1, weeks))

    def _cell(self, week: int, top: int) -> QRectF:
        pitch = self._pitch()
        side = min(CELL, pitch - 3)
        return QRectF(self._names_width + week * pitch + (pitch - side) / 2, top + (ROW - side) / 2, side, side)

    def _place(self, column: int, top: int) -> QRectF:
        """Where a cell or a figure beside the cells stands."""
        if column < 0:
            return place_left_of_weeks(column, self._names_width, top, ROW)
        if self._is_week(column):
            return self._cell(column, top)
        return QRectF(self.width() - TOTAL + 8, top + 3, TOTAL - 10, ROW - 6)

    def _is_week(self, column: int) -> bool:
        return self._reading is not None and 0 <= column < len(self._reading.weeks)

    def _draw_heading(self, painter: QPainter) -> None:
        look, wording = self._desk.look, self._desk.wording
        painter.setFont(look.font("heading"))
        painter.setPen(look.color("text"))
        painter.drawText(QPoint(0, 16), wording.text("Every corner: who is reached"))
        painter.setFont(look.font("micro"))
        right = self.width()
        for text, draw in (
            (wording.text("none"), "sunken"),
            (wording.text("pencilled"), "ring"),
            (wording.text("1 · 2 · 3 or more"), "steps"),
        ):
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.setPen(look.color("text2"))
            painter.drawText(QPoint(right - width, 15), text)
            right -= width + 18
            if draw == "steps":
                for step in ("cov3", "cov2", "cov1"):
                    self._draw_square(painter, QRectF(right, 5, 12, 12), step)
                    right -= 16
            else:
                self._draw_square(painter, QRectF(right, 5, 12, 12), draw)
            right -= 14

    def _draw_square(self, painter: QPainter, rect: QRectF, role: str) -> None:
        look = self._desk.look
        if role == "ring":
            painter.setPen(QPen(look.color("accent"), 1.5))
            painter.setBrush(look.color("surface"))
            painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(role))
        painter.drawRoundedRect(rect, 3, 3)

    def _draw_weeks(self, painter: QPainter, reading: SeasonReading) -> None:
        look, wording = self._desk.look, self._desk.wording
        painter.setFont(look.font("micro", tabular=True))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(look.color("text2"))
        painter.drawText(QRect(0, 46, self._names_width - SINCE_WIDTH, 16), right, wording.text("people"))
        painter.drawText(QRect(self._names_width - SINCE_WIDTH, 46, 56, 16), right, wording.text("days since"))
        painter.drawText(QRect(self.width() - TOTAL, 46, TOTAL, 16), right, wording.text("confirmed"))
        month = 0
        said = self._weeks_said(painter, reading)
        for position, week in enumerate(reading.weeks):
            cell = self._cell(position, 0)
            is_present = week <= reading.today < week + datetime.timedelta(days=7)
            painter.setPen(look.color("accent" if is_present else "text2"))
            painter.setFont(look.font("micro-strong" if is_present else "micro", tabular=True))
            area = QRectF(cell.left() - 4, 46, cell.width() + 8, 16)
            if position in said:
                painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), str(week.day))
            named = (week + datetime.timedelta(days=6)).month
            if named != month:
                month = named
                painter.setPen(look.color("text"))
                painter.drawText(QPoint(round(cell.left()), 40), wording.text(_MONTHS[month - 1]))

    def _weeks_said(self, painter: QPainter, reading: SeasonReading) -> range:
        """The weeks whose day stands over them: in narrow cells every second or third, the present one among them."""
        needed = painter.fontMetrics().horizontalAdvance("30") + 4
        step = max(1, math.ceil(needed / self._pitch()))
        past = sum(1 for week in reading.weeks if week <= reading.today)
        return range(max(0, past - 1) % step, len(reading.weeks), step)

    def _draw_row(self, painter: QPainter, row: AreaRow, top: int) -> None:
        look, wording = self._desk.look, self._desk.wording
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(look.font("small-strong"))
        painter.setPen(look.color("text"))
        metrics = painter.fontMetrics()
        painter.setFont(look.font("micro", tabular=True))
        people = "" if row.heads is None else f"{row.heads:,}"
        since = "–" if row.days_since is None else str(row.days_since)
        painter.setPen(look.color("text2"))
        painter.drawText(QRect(0, top, self._names_width - SINCE_WIDTH, ROW), right, people)
        painter.setPen(look.color("warn" if row.is_forgotten else "text2"))
        painter.setFont(look.font("micro-strong" if row.is_forgotten else "micro", tabular=True))
        painter.drawText(QRect(self._names_width - SINCE_WIDTH, top, 56, ROW), right, since)
        painter.setFont(look.font("small-strong"))
        painter.setPen(look.color("text"))
        room = self._names_width - SINCE_WIDTH - painter.fontMetrics().horizontalAdvance(people) - 8
        name = metrics.elidedText(self._name(row), Qt.TextElideMode.ElideRight, room - (18 if row.is_forgotten else 0))
        painter.drawText(QRect(0, top, room, ROW), left, name)
        if row.is_forgotten:
            at = metrics.horizontalAdvance(name) + 5
            paint_problem(painter, look.theme, QRectF(at, top + 10, 12, 12), "warning")
        for week, cell in enumerate(row.cells):
            self._draw_cell(painter, self._cell(week, top), cell)
        painter.setFont(look.font("small-strong", tabular=True))
        painter.setPen(look.color("text"))
        painter.drawText(QRect(self.width() - TOTAL, top, TOTAL, ROW), right, wording.number(row.confirmed))

    def _draw_cell(self, painter: QPainter, rect: QRectF, cell: Cell) -> None:
        look = self._desk.look
        painter.setPen(Qt.PenStyle.NoPen)
        step = f"cov{min(3, cell.confirmed)}" if cell.confirmed else ""
        if cell.pencilled:
            painter.setPen(QPen(look.color("accent"), 1.5))
            painter.setBrush(look.color("surface"))
            painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            if step:
                painter.setBrush(look.color(step))
                painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), 2, 2)
        else:
            painter.setBrush(look.color(step or "sunken"))
            painter.drawRoundedRect(rect, 3, 3)
        number = cell.confirmed or cell.pencilled
        if number and rect.width() >= 12:
            painter.setFont(look.font("micro-strong", tabular=True))
            painter.setPen(look.color(f"on-{step}" if step else "text"))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(number))

    def _draw_present_week(self, painter: QPainter, reading: SeasonReading) -> None:
        for position, week in enumerate(reading.weeks):
            if week <= reading.today < week + datetime.timedelta(days=7):
                cell = self._cell(position, 0)
                painter.setPen(QPen(self._desk.look.color("accent"), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                height = HEAD - 44 + len(reading.areas) * ROW
                painter.drawRoundedRect(QRectF(cell.left() - 3.5, 45, cell.width() + 7, height), 5, 5)

    # -- pointer and keys ----------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say in words what a cell shows."""
        found = self._found(event.position().toPoint())
        self.setCursor(Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor)
        if found is None:
            QToolTip.hideText()
            return
        row, week = found
        QToolTip.showText(event.globalPosition().toPoint(), self._in_words(row, week), self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open that cell, or go to what that figure counts."""
        found = self._found(event.position().toPoint())
        if found is not None and self._reading is not None:
            self._stand_at(self._reading.areas.index(found[0]), found[1])
            self._open(*found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from cell to cell, Home and End along a row; Enter opens."""
        reading, at = self._reading, self._at
        if reading is None or at is None or not reading.areas:
            super().keyPressEvent(event)
            return
        row, week = at
        steps = {
            Qt.Key.Key_Left: (row, week - 1),
            Qt.Key.Key_Right: (row, week + 1),
            Qt.Key.Key_Up: (row - 1, week),
            Qt.Key.Key_Down: (row + 1, week),
            Qt.Key.Key_Home: (row, 0),
            Qt.Key.Key_End: (row, len(reading.weeks) - 1),
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._stand_at(*steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(reading.areas[row], week)
        else:
            super().keyPressEvent(event)

    def _open(self, row: AreaRow, column: int) -> None:
        (self.wanted if self._is_week(column) else self.figure_wanted).emit(row, column)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor begins in the present week of the area that waited longest."""
        super().focusInEvent(event)
        if self._at is None and self._reading is not None and self._reading.weeks:
            past = [number for number, week in enumerate(self._reading.weeks) if week <= self._reading.today]
            self._stand_at(0, past[-1] if past else 0)

    def _stand_at(self, row: int, week: int) -> None:
        """Put the cursor into a cell, as near as there is one."""
        reading = self._reading
        if reading is None or not reading.areas or not reading.weeks:
            self._at = None
            return
        row = max(0, min(len(reading.areas) - 1, row))
        week = max(PEOPLE, min(len(reading.weeks), week))
        self._at = (row, week)
        self.setAccessibleDescription(self._in_words(reading.areas[row], week))
        self.update()

    def _found(self, where: QPoint) -> tuple[AreaRow, int] | None:
        reading = self._reading
        if reading is None or not reading.weeks or where.y() < HEAD:
            return None
        row = (where.y() - HEAD) // ROW
        if not 0 <= row < len(reading.areas):
            return None
        if where.x() < self._names_width:
            return reading.areas[row], column_left_of_weeks(where.x(), self._names_width)
        week = int((where.x() - self._names_width) // self._pitch())
        if week < len(reading.weeks):
            return reading.areas[row], week
        return (reading.areas[row], len(reading.weeks)) if where.x() >= self.width() - TOTAL else None

    def _name(self, row: AreaRow) -> str:
        return row.name if self._desk.wording.language == "ko" else row.name_en

    def _in_words(self, row: AreaRow, week: int) -> str:
        if self._reading is None:
            return ""
        if not self._is_week(week):
            return figure_words(self._desk.wording, row, week)
        return cell_words(self._desk.wording, self._desk.plan, self._reading, row, week)


def _visits(cell: Cell) -> str:
    """How many confirmed, and how many pencilled in brackets; nothing where nobody comes."""
    said = (str(cell.confirmed) if cell.confirmed else "", f"({cell.pencilled})" if cell.pencilled else "")
    return " ".join(part for part in said if part)
