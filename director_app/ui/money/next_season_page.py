"""Begin the next season from this one: the year, the parts that come along, one button."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.refusals import RefusedInput
from director_app.operations.next_season import NextSeason, Part, year_of
from director_app.ui.desk import Desk
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import LineField, Tick
from director_app.ui.widgets.text import Text, set_ground
from director_app.ui.workspaces.seen_page import SeenPage, scrolled_content
from director_app.wording import message

PARTS: Final = {
    Part.PLACES: message("Areas and venues"),
    Part.PEOPLE: message("Companies, bodies and artists"),
    Part.PROGRAMMES: message("Initiatives and programmes"),
    Part.DATES: message("Dates and events, on the same weekday or Culture Day, pencilled again"),
    Part.WORKS: message("Works of light with their rules"),
    Part.BUDGET: message("Funding and planned budget, nothing spent"),
    Part.TEXTS: message("Texts of operation plan and result report"),
}
_WIDEST: Final = 640
_LATEST_YEAR: Final = 2999


class NextSeasonPage(SeenPage):
    """What comes along is ticked; the plan that is open stays as it is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        look = desk.look
        self.about = Text(look, "", "body", "text2", wraps=True)
        self.year_label = Text(look, "", "strong")
        self.year = LineField(look, quiet=False)
        self.year.setFixedWidth(96)
        self.ticks = {part: Tick(look) for part in PARTS}
        for tick in self.ticks.values():
            tick.setChecked(True)
        self.button = Button(look, "", "primary")
        self.button.clicked.connect(self._begin)
        self._arrange()
        self.retranslate()

    def toolbar_title(self) -> str:
        """The name of the page."""
        return self.desk.wording.text("Next season")

    def retranslate(self) -> None:
        """Say everything in the present language."""
        text = self.desk.wording.text
        self.about.setText(
            text(
                "A new plan file begins with what is ticked. Numbers begin anew, nothing is asked or agreed; "
                "applications, editions, and what was told, spent and counted stay in this plan, which does not change."
            )
        )
        self.year_label.setText(text("Year"))
        self.year.setAccessibleName(text("Year"))
        for part, words in PARTS.items():
            self.ticks[part].setText(text(words))
        self.button.setText(text("Begin the next season"))
        self.plan_replaced()

    def plan_replaced(self) -> None:
        """Propose the year after the present one, unless another was typed."""
        if not self.year.text():
            try:
                self.year.show_value(str(year_of(self.desk.plan) + 1))
            except RefusedInput:
                self.year.show_value("")

    def _begin(self) -> None:
        typed = self.year.text().strip()
        if not (typed.isascii() and typed.isdigit() and int(typed) <= _LATEST_YEAR):
            self.year.show_wrong(self.desk.wording.text("Write the year in four digits."))
            return
        parts = frozenset(part for part, tick in self.ticks.items() if tick.isChecked())
        self.desk.next_season_wanted.emit(NextSeason(int(typed), parts))

    def _arrange(self) -> None:
        set_ground(self, "surface")
        content = scrolled_content(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 20, 24, 32)
        column.setSpacing(12)
        self.about.setMaximumWidth(_WIDEST)
        column.addWidget(self.about)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.year_label)
        row.addWidget(self.year)
        row.addStretch(1)
        column.addLayout(row)
        for tick in self.ticks.values():
            column.addWidget(tick, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
