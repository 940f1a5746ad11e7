"""What a day shows: rows of places, artists or initiatives; one or several days; the step to which times snap."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from director_app.ui.look import Look
from director_app.ui.schedule.day_rows import ROWS_BY, RowsBy
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.widgets.buttons import Button
from director_app.wording import message

DAYS: Final = (1, 3, 7)
SNAPS: Final = (5, 10, 15, 30, 60)
_NAMES: Final = {
    "venues": message("Rows: places"),
    "artists": message("Rows: artists"),
    "initiatives": message("Rows: initiatives"),
    "zones": message("Rows: zones of events"),
}


class DayOptions(QObject):
    """A button in the corner of the day, and its menu.

    Signals: ``changed()`` after a choice.
    """

    changed = Signal()

    def __init__(self, look: Look, state: ScheduleState, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._state = state
        self.by: RowsBy = "venues"
        self.days = 1
        self.shows_all = False
        self.button = Button(look, "", "quiet", "chevron-down", parent, small=True)
        self.button.clicked.connect(self.open_menu)
        self._menu: QMenu | None = None
        look.language_changed.connect(self.retranslate)
        self.retranslate()

    def place(self, width: int, height: int) -> None:
        """Stand in the corner over the names, in the row of hours."""
        self.button.adjustSize()
        self.button.setFixedWidth(min(self.button.sizeHint().width(), width - 8))
        self.button.move(4, height - 1 - self.button.height() - (28 - 1 - self.button.height()) // 2)

    def retranslate(self) -> None:
        """Say what is shown."""
        wording = self._look.wording
        rows = wording.text(_NAMES[self.by])
        self.button.setText(
            rows if self.days == 1 else wording.text("{rows} · {days}", rows=rows, days=self._days_text(self.days))
        )
        self.button.setToolTip(wording.text("What stands in the rows, how many days, snap step"))
        self.button.setAccessibleDescription(self.button.toolTip())

    def _days_text(self, days: int) -> str:
        return self._look.wording.plural("{n} day at once", "{n} days at once", days)

    def choose(self, *, by: RowsBy | None = None, days: int | None = None) -> None:
        """Show other rows or more days."""
        self.by = by or self.by
        self.days = days or self.days
        self.retranslate()
        self.changed.emit()

    def toggle_all(self) -> None:
        """Show rows without items too, or hide them again."""
        self.shows_all = not self.shows_all
        self.changed.emit()

    # -- the menu ------------------------------------------------------------------------------------------------

    def open_menu(self) -> None:
        """Offer all choices."""
        menu = self.make_menu()
        self._menu = menu
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def close_menu(self) -> None:
        """Take the menu away."""
        if self._menu is not None:
            self._menu.close()
            self._menu = None

    def make_menu(self) -> QMenu:
        """The menu, owned by the button."""
        wording = self._look.wording
        if self._menu is not None:
            self._menu.deleteLater()
        menu = QMenu(self.button)
        rows = self._group(menu)
        for by in ROWS_BY:
            self._add(rows, menu, ("by", by), wording.text(_NAMES[by]), checked=by == self.by)
        menu.addSeparator()
        every = self._add(None, menu, ("all", 0), wording.text("Rows without dates too"), checked=self.shows_all)
        every.setEnabled(True)
        menu.addSeparator()
        days = self._group(menu)
        for number in DAYS:
            self._add(days, menu, ("days", number), self._days_text(number), checked=number == self.days)
        menu.addSeparator()
        snaps = self._group(menu)
        for number in SNAPS:
            name = wording.plural("Step of {n} minute", "Steps of {n} minutes", number)
            self._add(snaps, menu, ("snap", number), name, checked=number == self._state.snap)
        menu.triggered.connect(self._chosen)
        return menu

    def _group(self, menu: QMenu) -> QActionGroup:
        group = QActionGroup(menu)
        group.setExclusive(True)
        return group

    def _add(
        self, group: QActionGroup | None, menu: QMenu, what: tuple[str, object], name: str, *, checked: bool
    ) -> QAction:
        action = QAction(name, menu)
        action.setCheckable(True)
        action.setChecked(checked)
        action.setData(list(what))
        if group is not None:
            group.addAction(action)
        menu.addAction(action)
        return action

    def _chosen(self, action: QAction) -> None:
        what, value = action.data()
        if what == "by":
            self.choose(by=value)
        elif what == "days":
            self.choose(days=int(value))
        elif what == "snap":
            self._state.set_snap(int(value))
        else:
            self.toggle_all()
