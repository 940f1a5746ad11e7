"""The overview: how far the season is, who is reached, what comes next, what is to be done."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from director_app.ui.desk import Desk
from director_app.ui.frame.rail import workspace_name
from director_app.ui.overview.figures import Figures
from director_app.ui.overview.lists import ComingList, RecentSteps, ToDoList
from director_app.ui.overview.reach_strip import ReachStrip
from director_app.ui.overview.reading import read_season
from director_app.ui.pages.page import Page
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.text import Text


class OverviewPage(Page):
    """Figures, the strip of areas by weeks, the coming week; at the right what is to be done and what changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._season_words = Text(desk.look, "", "small", "text2", tabular=True)
        self.figures = Figures(desk)
        self.strip = ReachStrip(desk)
        self.coming = ComingList(desk)
        self.to_do = ToDoList(desk)
        self.recent = RecentSteps(desk)
        self._arrange()
        self._import.clicked.connect(self._ask_for_table)
        self._add.clicked.connect(self._go_to_schedule)
        self.retranslate()

    def toolbar_title(self) -> str:
        """The name of the workspace."""
        return workspace_name(self.desk.wording, "overview")

    def toolbar_right(self) -> list[QWidget]:
        """Which season this is."""
        return [self._season_words]

    def retranslate(self) -> None:
        """Say everything again."""
        self._import.setText(self.desk.wording.text("Import a table"))
        self._add.setText(self.desk.wording.text("Add a date"))
        self.plan_replaced()

    def _ask_for_table(self) -> None:
        self.desk.command("import-table")

    def _go_to_schedule(self) -> None:
        self.desk.go_to("schedule")

    def plan_replaced(self) -> None:
        """Read the plan once and show it."""
        reading = read_season(self.desk.plan, self.desk.today(), self.desk.problems)
        self.figures.show_reading(reading)
        self.strip.show_reading(reading)
        self.coming.show_reading(reading)
        self.to_do.show_reading(reading)
        self.recent.show_steps(self.desk.open_plan.steps(10))
        self._empty.setVisible(not reading.planned)
        self._say_season()

    def problems_changed(self, problems: Any) -> None:
        """Problems appear in figures and lists."""
        del problems
        if self.isVisible():
            self.plan_replaced()

    def plan_changed(self, outcome: Any) -> None:
        """Only a page that is seen follows at once; the others when they are shown."""
        del outcome
        if self.isVisible():
            self.plan_replaced()

    def showEvent(self, event: Any) -> None:
        """Catch up with what happened meanwhile."""
        super().showEvent(event)
        self.plan_replaced()

    def theme_changed(self, theme: Any) -> None:
        """Draw again."""
        del theme
        self.plan_replaced()

    def _say_season(self) -> None:
        plan, wording = self.desk.plan, self.desk.wording
        season = plan.season
        named = plan.complex
        english = wording.language == "en"
        complex_name = ((named.name_en if english else "") or named.name) if named else ""
        parts = [complex_name, (season.title_en if english else "") or season.title]
        if season.first_day and season.last_day:
            parts.append(wording.date_span(season.first_day, season.last_day))
        self._season_words.setText(" · ".join(part for part in parts if part))

    def _arrange(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(area)
        content = QWidget()
        content.setProperty("kind", "scrolled")
        area.setWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(24)
        column.addWidget(self.figures)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        column.addLayout(columns)
        column.addStretch(1)
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(24)
        left.addWidget(self.strip)
        self._import = Button(self.desk.look, "", "primary", "clipboard-paste")
        self._add = Button(self.desk.look, "", "normal", "calendar-plus")
        self._empty = row_of(self._import, self._add, 1)
        left.addWidget(self._empty)
        left.addWidget(self.coming)
        left.addStretch(1)
        right.addWidget(self.to_do)
        right.addWidget(self.recent)
        right.addStretch(1)
        columns.addLayout(left, 2)
        columns.addLayout(right, 1)
