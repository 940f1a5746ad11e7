"""The switch of the day view for the site: whether it is on, and the view behind it, built when first wanted."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from director_app.ui.schedule.state import ScheduleState

if TYPE_CHECKING:
    from director_app.ui.on_site.view import OnSiteView


class OnSiteSwitch(QObject):
    """Off at first.

    Signals: ``left_for(Subject)`` when something is to be changed that is not decided on site.
    """

    left_for = Signal(object)

    def __init__(self, state: ScheduleState, stack: QStackedWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._stack = state, stack
        self.is_on = False
        state.turned.connect(self.turn)

    @cached_property
    def view(self) -> OnSiteView:
        """The day as it is worked through on site."""
        from director_app.ui.on_site.view import OnSiteView

        made = OnSiteView(self._state.desk, self._stack)
        made.day_wanted.connect(self._state.turn_to)
        made.details_wanted.connect(self.left_for)
        made.setAccessibleName(self._state.desk.wording.text("On site"))
        self._stack.addWidget(made)
        return made

    def turn(self) -> None:
        """Show the day the schedule is at."""
        if self.is_on:
            self.view.show_day(self._state.day)
