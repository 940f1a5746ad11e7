"""What a filter leaves out is never left out in silence: a line over the schedule names it and takes it away."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from director_app.domain.plan import Plan
from director_app.domain.programme import Status
from director_app.ui.schedule.filtering import Filter
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.text import OneLine, set_ground
from director_app.ui.words import STATUS_WORDS, word
from director_app.wording import Wording

HEIGHT: Final = 34


class Filtered(QWidget):
    """The views with such a line over them while the filter asks for something.

    Signals: ``cleared(Filter)`` with the empty filter.
    """

    cleared = Signal(object)

    def __init__(self, state: ScheduleState, views: QStackedWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._state, self._views = state, views
        look = state.desk.look
        self.strip = QWidget(self)
        set_ground(self.strip, "select")
        self.strip.setFixedHeight(HEIGHT)
        self.words = OneLine(look, "", "small-strong")
        self.clear = Button(look, "", "quiet", "x", small=True)
        self.clear.clicked.connect(self._clear)
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(views, 1)
        self.strip.hide()
        state.refreshed.connect(self._show_filter)

    def _show_filter(self) -> None:
        chosen, wording = self._state.items.filter, self._state.desk.wording
        self.strip.setVisible(not chosen.is_empty)
        if chosen.is_empty:
            return
        names = " · ".join(conditions(wording, self._state.desk.plan, chosen))
        self.words.setText(wording.text("Only shown: {what}", what=names))
        self.clear.setText(wording.text("Show everything"))

    def _clear(self) -> None:
        self.cleared.emit(Filter())
        if (shown := self._views.currentWidget()) is not None:
            shown.setFocus()


def conditions(wording: Wording, plan: Plan, chosen: Filter) -> list[str]:
    """What a filter asks for, in the words of its chips."""
    english = wording.language == "en"
    said = [f"“{chosen.text.strip()}”"] if chosen.text.strip() else []
    if chosen.only_problems:
        said.append(wording.text("With problems"))
    if chosen.only_undecided:
        said.append(wording.text("Something open"))
    states = [word(wording, STATUS_WORDS, status) for status in Status if status in chosen.statuses]
    for kind, wanted in (("initiatives", chosen.initiatives), ("areas", chosen.areas)):
        found = [plan.find(kind, identity) for identity in sorted(wanted)]
        said += [(one.name_en if english else "") or one.name for one in found if one is not None]
    return [*said, *([", ".join(states)] if states else [])]
