"""The list with its foot: what the keys do with the selected cells, and how much the month holds."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.ui.schedule.filtering import is_undecided
from director_app.ui.schedule.list_view import ListView
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.verbs import Verbs
from director_app.ui.widgets.text import Text, set_ground

FOOT = 32


class ListPart(QWidget):
    """List and foot."""

    def __init__(self, state: ScheduleState, verbs: Verbs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.table = ListView(state, verbs, self)
        column.addWidget(self.table, 1)
        self._foot = _Foot(state, self)
        column.addWidget(self._foot)
        self.setFocusProxy(self.table)
        self.table.selectionModel().selectionChanged.connect(self._say)
        state.refreshed.connect(self._say)
        state.turned.connect(self._say)
        state.strolled.connect(self._say)

    def retranslate(self) -> None:
        """Say everything again."""
        self.table.setAccessibleName(self._state.desk.wording.text("List"))
        self.table.look_again()
        self._say()

    def _say(self, _one: object = None, _other: object = None) -> None:
        if not self.isVisible():
            return
        wording = self._state.desk.wording
        cells = self.table.cells()
        columns = {column for _row, column in cells}
        if len(columns) == 1:
            name = self.table.table.head([next(iter(columns))])[0]
            chosen = wording.plural("{column}: {n} cell", "{column}: {n} cells", len(cells), column=name)
        else:
            chosen = wording.plural("{n} cell", "{n} cells", len(cells)) if cells else ""
        self._foot.say(chosen, self._month_text())

    def _month_text(self) -> str:
        """How many dates the month has, and how many of its cells are open."""
        wording, plan, day = self._state.desk.wording, self._state.desk.plan, self._state.day
        rows = self.table.table.rows
        days = [one for one in rows.days if one is not None and (one.year, one.month) == (day.year, day.month)]
        ids = [one for each in days for one in rows.ids_of(each)]
        undecided = sum(is_undecided(plan.deliveries[one]) for one in ids if one in plan.deliveries)
        month = wording.month(day.year, day.month)
        held = wording.plural("{month}: {n} entry", "{month}: {n} entries", len(ids), month=month)
        missing = wording.plural("{n} with something open", "{n} with something open", undecided)
        return f"{held} · {missing}" if undecided else held

    def showEvent(self, event: object) -> None:
        """Say what is there."""
        super().showEvent(event)  # type: ignore[arg-type]  # Qt sends a QShowEvent
        self._say()


class _Foot(QWidget):
    """One line of hints."""

    def __init__(self, state: ScheduleState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        look = state.desk.look
        set_ground(self, "canvas")
        self.setFixedHeight(FOOT)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(20)
        self._chosen = Text(look, "", "small-strong", tabular=True)
        self._fill = Text(look, "", "small", "text2")
        self._copy = Text(look, "", "small", "text2")
        self._paste = Text(look, "", "small", "text2")
        self._month = Text(look, "", "small", "text2", tabular=True)
        for part in (self._chosen, self._fill, self._copy, self._paste):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._month)

    def say(self, chosen: str, month: str) -> None:
        """Show what is selected and what the month holds."""
        wording = self._state.desk.wording
        self._chosen.setText(chosen)
        self._chosen.setVisible(bool(chosen))
        self._fill.setText(wording.text("Fill down Ctrl D"))
        self._copy.setText(wording.text("Copy as a table Ctrl C"))
        self._paste.setText(wording.text("Paste Ctrl V"))
        self._month.setText(month)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line towards the list."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._state.desk.look.color("line"))
        painter.end()
