"""The six figures at the head of the overview; each leads to what it counts."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from director_app.ui.desk import Desk
from director_app.ui.look import Look
from director_app.ui.overview.reading import SeasonReading
from director_app.ui.widgets.text import vertical_line


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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(28)
        self._figures = [Figure(desk.look, self) for _number in range(6)]
        for position, figure in enumerate(self._figures):
            if position:
                row.addWidget(vertical_line(48))
            row.addWidget(figure)
        row.addStretch(1)
        schedule, areas, companies, heads, undecided, problems = self._figures
        for figure in (schedule, heads, undecided):
            figure.clicked.connect(self._go_to_schedule)
        for figure in (areas, companies):
            figure.clicked.connect(self._go_to_venues)
        problems.clicked.connect(self._go_to_problem)

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

    def _go_to_schedule(self) -> None:
        self._desk.go_to("schedule")

    def _go_to_venues(self) -> None:
        self._desk.go_to("venues")

    def _go_to_problem(self) -> None:
        for problem in self._desk.problems[:1]:
            self._desk.select(problem.subjects[:1])
            self._desk.go_to("schedule", problem.subjects[0])
