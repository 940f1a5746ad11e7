"""The list with its foot: what the keys do with the selected cells, how much the month holds, and more."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from director_app.ui.schedule.filtering import is_undecided
from director_app.ui.schedule.list_cells import Batch
from director_app.ui.schedule.list_refused import RefusedPanel
from director_app.ui.schedule.list_round_trip import RoundTrip
from director_app.ui.schedule.list_view import ListView
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.verbs import Verbs
from director_app.ui.widgets.buttons import Button
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
        self.round_trip = RoundTrip(self.table, self)
        self._refused: RefusedPanel | None = None
        self._counted: tuple[object, str] | None = None
        column.addWidget(self.table, 1)
        column.addWidget(self.round_trip.preview)
        self._foot = _Foot(state, self)
        self._foot.more_wanted.connect(self._show_menu)
        column.addWidget(self._foot)
        self.setFocusProxy(self.table)
        # Selecting with a held key says its count once, when the turn of the loop is over.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._say)
        self.table.refused.connect(self._show_refused)
        self.table.selectionModel().selectionChanged.connect(self._say_soon)
        self.table.arranged.connect(self._say_soon)
        for news in (state.refreshed, state.turned, state.strolled):
            news.connect(self._say_soon)

    def retranslate(self) -> None:
        """Say everything again."""
        self.table.setAccessibleName(self._state.desk.wording.text("List"))
        self.table.look_again()
        self._counted = None
        self._say()

    def _show_refused(self, batch: Batch) -> None:
        if self._refused is None:
            self._refused = RefusedPanel(self.table, self)
            layout = self.layout()
            if isinstance(layout, QVBoxLayout):
                layout.insertWidget(1, self._refused)
        self._refused.show_batch(batch)

    @property
    def refused_panel(self) -> RefusedPanel | None:
        """The panel of refused cells, once there were some."""
        return self._refused

    def _show_menu(self, where: QPoint) -> None:
        menu = self.make_menu()
        menu.popup(QPoint(where.x(), where.y() - menu.sizeHint().height()))

    def make_menu(self) -> QMenu:
        """Columns, and the way through a spreadsheet program; it deletes itself when it closes."""
        from director_app.ui.schedule.list_menu import column_menu

        wording = self._state.desk.wording
        menu = column_menu(self.table.columns, self)
        first = menu.actions()[0]
        out = QAction(wording.text("Export to Excel"), menu)
        out.setIcon(self._state.desk.look.icons.icon("file-spreadsheet"))
        out.triggered.connect(self.round_trip.export)
        back = QAction(wording.text("Take in again from Excel"), menu)
        back.setIcon(self._state.desk.look.icons.icon("file-input"))
        back.setEnabled(not self._state.desk.is_read_only)
        back.triggered.connect(self.round_trip.ask)
        menu.insertActions(first, [out, back])
        menu.insertSeparator(first)
        return menu

    def _say_soon(self, _one: object = None, _other: object = None) -> None:
        if self.isVisible():
            self._soon.start(0)

    def _say(self) -> None:
        if not self.isVisible():
            return
        wording, choice = self._state.desk.wording, self.table.choice
        columns, count = choice.columns(), choice.count_cells()
        if len(columns) == 1:
            name = self.table.table.head(columns)[0]
            chosen = wording.plural("{column}: {n} cell", "{column}: {n} cells", count, column=name)
        else:
            chosen = wording.plural("{n} cell", "{n} cells", count) if count else ""
        self._foot.say(chosen, self._month_text())

    def _month_text(self) -> str:
        """How many dates the month has, and how many of its cells are open."""
        wording, plan, day = self._state.desk.wording, self._state.desk.plan, self._state.day
        known = (plan, self._state.items.filter, day.year, day.month, wording.language)
        if self._counted is not None and self._counted[0] == known:
            return self._counted[1]
        ids = [one for one in self.table.table.rows.ids_of_month(day.year, day.month) if one in plan.deliveries]
        undecided = sum(is_undecided(plan.deliveries[one]) for one in ids)
        month = wording.month(day.year, day.month)
        held = wording.plural("{month}: {n} entry", "{month}: {n} entries", len(ids), month=month)
        missing = wording.plural("{n} with something open", "{n} with something open", undecided)
        said = f"{held} · {missing}" if undecided else held
        self._counted = (known, said)
        return said

    def showEvent(self, event: object) -> None:
        """Say what is there."""
        super().showEvent(event)  # type: ignore[arg-type]  # Qt sends a QShowEvent
        self._say()


class _Foot(QWidget):
    """One line of hints.

    Signals: ``more_wanted(QPoint)`` with the global corner to open a menu above.
    """

    more_wanted = Signal(QPoint)

    def __init__(self, state: ScheduleState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        look = state.desk.look
        set_ground(self, "canvas")
        self.setFixedHeight(FOOT)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 8, 0)
        row.setSpacing(20)
        self._chosen = Text(look, "", "small-strong", tabular=True)
        self._fill = Text(look, "", "small", "text2")
        self._copy = Text(look, "", "small", "text2")
        self._paste = Text(look, "", "small", "text2")
        self._month = Text(look, "", "small", "text2", tabular=True)
        self._more = Button(look, "", "quiet", "file-spreadsheet", small=True)
        self._more.clicked.connect(self._want_more)
        for part in (self._chosen, self._fill, self._copy, self._paste):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._month)
        row.addWidget(self._more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hints give way, the last first; what is selected and what the month holds stays."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        hints = (self._fill, self._copy, self._paste)
        for hint in hints:
            hint.show()
        for hint in reversed(hints):
            row = self.layout()
            if row is not None:
                row.invalidate()
                hint.setHidden(row.minimumSize().width() > self.width())

    def say(self, chosen: str, month: str) -> None:
        """Show what is selected and what the month holds."""
        wording = self._state.desk.wording
        self._chosen.setText(chosen)
        self._chosen.setVisible(bool(chosen))
        self._fill.setText(wording.text("Fill down Ctrl D"))
        self._copy.setText(wording.text("Copy as a table Ctrl C"))
        self._paste.setText(wording.text("Paste Ctrl V"))
        self._more.setText(wording.text("Columns and Excel"))
        self._month.setText(month)
        self._fit()

    def _want_more(self) -> None:
        self.more_wanted.emit(self._more.mapToGlobal(QPoint(0, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line towards the list."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._state.desk.look.color("line"))
        painter.end()
