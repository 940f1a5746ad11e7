"""The six figures at the head of the overview; each leads to what it counts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from director_app.domain.programme import Status
from director_app.planner.coverage import FIRM
from director_app.ui.desk import Desk
from director_app.ui.frame.check_bar import CheckBar
from director_app.ui.look import Look
from director_app.ui.overview.reading import SeasonReading
from director_app.ui.schedule.filtering import Filter
from director_app.ui.widgets.flow import FlowLayout

PLANNED: Final = frozenset(status for status in Status if status.takes_place)
"""What counts as planned: all but what was cancelled or postponed."""

_GAP = 57


class Figure(QAbstractButton):
    """A number over its name; without data a dash, never a zero that nobody counted."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._small = ""
        self._name = ""
        self._role = "text"
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(56)

    def say(self, number: str, name: str, small: str = "", role: str = "text") -> None:
        """Number, name, a small word before the number, and its colour."""
        self.setText(number)
        self._name, self._small, self._role = name, small, role
        self.setAccessibleName(f"{name} {small} {number}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as number or name."""
        number = QFontMetrics(self._look.font("figure", tabular=True)).horizontalAdvance(self.text())
        small = QFontMetrics(self._look.font("small")).horizontalAdvance(self._small) + 4 if self._small else 0
        name = QFontMetrics(self._look.font("micro")).horizontalAdvance(self._name)
        return QSize(max(number + small, name) + 4, 56)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw number and name."""
        painter = QPainter(self)
        left = 0
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        if self._small:
            painter.setFont(self._look.font("small"))
            painter.setPen(self._look.color("text2"))
            painter.drawText(QRect(0, 5, self.width(), 32), middle, self._small)
            left = painter.fontMetrics().horizontalAdvance(self._small) + 4
        painter.setFont(self._look.font("figure", tabular=True))
        painter.setPen(self._look.color("accent" if self.underMouse() else self._role))
        painter.drawText(QRect(left, 0, self.width(), 34), middle, self.text())
        painter.setFont(self._look.font("micro"))
        painter.setPen(self._look.color("text2"))
        painter.drawText(QRect(0, 38, self.width(), 16), middle, self._name)
        painter.end()


class Figures(QWidget):
    """The row of figures."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        row = FlowLayout(self, gap=_GAP, row_gap=12)
        self._figures = [Figure(desk.look, self) for _number in range(6)]
        for figure in self._figures:
            row.addWidget(figure)
        schedule, areas, companies, heads, undecided, problems = self._figures
        for figure, go in (
            (schedule, self._go_to_planned),
            (areas, self._go_to_areas),
            (companies, self._go_to_companies),
            (heads, self._go_to_firm),
            (undecided, self._go_to_undecided),
            (problems, self._go_to_problems),
        ):
            figure.clicked.connect(go)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line between the figures that stand side by side; in a narrow window there are two rows of them."""
        super().paintEvent(event)
        painter = QPainter(self)
        for figure in self._figures:
            if figure.x():
                painter.fillRect(figure.x() - _GAP // 2, figure.y() + 4, 1, 48, self._desk.look.color("line"))
        painter.end()

    def show_reading(self, reading: SeasonReading) -> None:
        """Show the figures of a season."""
        wording = self._desk.wording
        schedule, areas, companies, heads, undecided, problems = self._figures
        some = bool(reading.planned)
        schedule.say(f"{reading.firm} / {reading.planned}" if some else "–", wording.text("confirmed / planned dates"))
        reached = f"{reading.areas_reached} / {len(reading.areas)}" if reading.areas and some else "–"
        areas.say(reached, wording.text("areas reached"))
        companies.say(str(reading.companies) if reading.companies else "–", wording.text("companies visited"))
        if reading.heads is None:
            heads.say("–", wording.text("audience so far"))
        else:
            heads.say(f"{reading.heads:,}", wording.text("audience so far (estimate)"), wording.text("up to"))
        undecided.say(str(reading.undecided) if some else "–", wording.text("not decided yet"))
        role = "block" if reading.to_resolve else "text"
        problems.say(str(reading.to_resolve) if some else "–", wording.text("to resolve"), role=role)

    def _go_to_planned(self) -> None:
        self._desk.go_to("schedule", Filter(statuses=PLANNED))

    def _go_to_areas(self) -> None:
        self._desk.go_to("schedule", "season")

    def _go_to_companies(self) -> None:
        self._desk.go_to("venues", "visited organisations")

    def _go_to_firm(self) -> None:
        self._desk.go_to("schedule", Filter(statuses=frozenset(FIRM)))

    def _go_to_undecided(self) -> None:
        self._desk.go_to("schedule", Filter(statuses=PLANNED, only_undecided=True))

    def _go_to_problems(self) -> None:
        bar = self.window().findChild(CheckBar)
        if bar is not None:
            bar.show_open()
            bar.list.setFocus(Qt.FocusReason.OtherFocusReason)
