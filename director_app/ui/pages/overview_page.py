"""The overview: how far the season is, who is reached, what comes next, what is to be done."""

from __future__ import annotations

import datetime
import threading
from typing import Any, Final, NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.facts import Subject
from director_app.domain.plan import Plan
from director_app.operations.sentences import step_sentence
from director_app.planner.coverage import AreaRow
from director_app.planner.problems import Problem
from director_app.ui.desk import Desk
from director_app.ui.messages import way_back
from director_app.ui.overview.figures import Figures
from director_app.ui.overview.lists import ComingList, RecentSteps
from director_app.ui.overview.new_items import begun
from director_app.ui.overview.reach_figures import go_to_figure
from director_app.ui.overview.reach_strip import ReachStrip
from director_app.ui.overview.reading import SeasonReading, read_season
from director_app.ui.overview.reprints import OutOfDate, ReprintList, question_of
from director_app.ui.overview.to_do import ToDoList
from director_app.ui.overview.to_tell import ToTellList
from director_app.ui.schedule.filtering import Filter
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.text import restyle
from director_app.ui.workspaces.names import workspace_name
from director_app.ui.workspaces.seen_page import SeenPage, scrolled_content

READ_AT_ONCE = 2000
"""Plans with more deliveries are read beside the window."""

_ONE_COLUMN_BELOW: Final = 1020
"""Width of the workspace under which strip and to-dos do not fit side by side."""


class _Read(NamedTuple):
    """What a reading was made of."""

    plan: Plan
    today: datetime.date
    problems: tuple[Problem, ...]

    def is_same(self, other: _Read | None) -> bool:
        """Whether another reading would say the same; the plans themselves are not compared, that would take long."""
        return (
            other is not None
            and self.plan is other.plan
            and self.today == other.today
            and self.problems is other.problems
        )


def _read_beside(wanted: _Read, stop: threading.Event) -> tuple[_Read, SeasonReading]:
    del stop  # half a second at most
    return wanted, read_season(*wanted)


class OverviewPage(SeenPage):
    """Figures, the strip of areas by weeks, the coming week; at the right what is to be done and what changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._reading: SeasonReading | None = None
        self._read: _Read | None = None
        self._wanted: _Read | None = None
        self._season_words = Button(desk.look, "", "link", tone="text2")
        self._season_words.clicked.connect(self._go_to_season)
        self.figures = Figures(desk)
        self.strip = ReachStrip(desk)
        self.coming = ComingList(desk)
        self.to_do = ToDoList(desk)
        self.to_tell = ToTellList(desk)
        self.reprints = ReprintList(desk)
        self.recent = RecentSteps(desk)
        self._compared: Plan | None = None
        self.strip.wanted.connect(self.open_cell)
        self.strip.figure_wanted.connect(self._open_figure)
        self._arrange()
        self._import.clicked.connect(self._ask_for_table)
        self._add.clicked.connect(self._go_to_schedule)
        self.retranslate()

    def toolbar_title(self) -> str:
        """The name of the workspace."""
        return workspace_name(self.desk.wording, "overview")

    def toolbar_right(self) -> list[QWidget]:
        """Which season this is; leads to everything about it."""
        return [self._season_words]

    def retranslate(self) -> None:
        """Say everything again."""
        self._import.setText(self.desk.wording.text("Import a table"))
        self._add.setText(self.desk.wording.text("Add a date"))
        self._compared = None
        self.plan_replaced()

    def _ask_for_table(self) -> None:
        self.desk.command("import-table")

    def _go_to_schedule(self) -> None:
        self.desk.go_to("schedule")

    def _open_figure(self, row: AreaRow, column: int) -> None:
        if self._reading is not None:
            go_to_figure(self.desk, row, column, self._reading.today)

    def open_cell(self, row: AreaRow, week: int) -> None:
        """Show what this area has, from that week on; begin a date there when it has nothing."""
        if self._reading is None:
            return
        monday, cell = self._reading.weeks[week], row.cells[week]
        if cell.confirmed or cell.pencilled or self.desk.is_read_only:
            self.desk.go_to("schedule", Filter(areas=frozenset((row.id,))))
            self.desk.go_to("schedule", monday)
            return
        asked = begun(self.desk.plan, row.id, monday, self.desk.today())
        outcome = self.desk.perform(asked.edit, asked.step)
        if outcome is None:
            return
        made = next(change.id for change in outcome.changes if change.kind == "deliveries")
        subject = Subject("deliveries", made)
        self.desk.select((subject,))
        self.desk.go_to("schedule", subject)
        wording = self.desk.wording
        undo = way_back(wording, self.desk.undo)
        self.desk.say(step_sentence(wording, asked.step), (undo,))

    def _go_to_season(self) -> None:
        self.desk.go_to("season", "title" if not self.desk.plan.season.title else None)

    def plan_replaced(self) -> None:
        """Read the plan once and show it; a large one is read beside the window."""
        desk = self.desk
        wanted = _Read(desk.plan, desk.today(), desk.problems)
        if self._reading is not None and wanted.is_same(self._read):
            self._show(self._reading)
        elif len(desk.plan.deliveries) <= READ_AT_ONCE:
            self._take((wanted, read_season(*wanted)))
        elif not wanted.is_same(self._wanted):
            self._wanted = wanted
            desk.background.run(_read_beside, wanted, then=self._take)

    def _take(self, found: tuple[_Read, SeasonReading]) -> None:
        """Show a reading, unless the plan went on meanwhile and is being read again."""
        self._read, self._reading = found
        if self._wanted is None or self._read is self._wanted:
            self._wanted = None
            self._show(self._reading)

    def _show(self, reading: SeasonReading) -> None:
        self.figures.show_reading(reading)
        self.strip.show_reading(reading)
        self.coming.show_reading(reading)
        self.to_do.show_reading(reading)
        self.to_tell.show_waiting()
        self.recent.show_steps(self.desk.open_plan.steps(30))
        self._compare()
        self._empty.setVisible(not reading.planned)
        self._say_season()

    def _compare(self) -> None:
        """Hold what was given out against the plan, beside the window."""
        if self._compared is self.desk.plan:
            return
        self._compared = self.desk.plan
        question = question_of(self.desk)
        if question is None:
            self.reprints.show_found(())
        else:
            self.desk.background.run(question, then=self._show_reprints)

    def _show_reprints(self, found: tuple[Plan, tuple[OutOfDate, ...]]) -> None:
        plan, out_of_date = found
        if plan is self.desk.plan:
            self.reprints.show_found(out_of_date)

    def problems_changed(self, problems: Any) -> None:
        """Problems appear in figures and lists."""
        del problems
        if self.isVisible():
            self.plan_replaced()

    def theme_changed(self, theme: Any) -> None:
        """Draw again."""
        del theme
        self._compared = None
        self.plan_replaced()

    def _say_season(self) -> None:
        plan, wording = self.desk.plan, self.desk.wording
        season = plan.season
        named = plan.complex
        english = wording.language == "en"
        complex_name = ((named.name_en if english else "") or named.name) if named else ""
        title = (season.title_en if english else "") or season.title
        parts = [complex_name, title or wording.text("Title undecided")]
        if season.first_day and season.last_day:
            parts.append(wording.date_span(season.first_day, season.last_day))
        self._season_words.setText(" · ".join(part for part in parts if part))
        self._season_words.setToolTip(wording.text("Edit the season"))
        self._season_words.setProperty("tone", "text2" if season.title else "")
        restyle(self._season_words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the right column stands under the left."""
        super().resizeEvent(event)
        is_narrow = self.width() < _ONE_COLUMN_BELOW
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def _arrange(self) -> None:
        content = scrolled_content(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 20, 24, 24)
        column.setSpacing(24)
        column.addWidget(self.figures)
        columns = self._columns = QHBoxLayout()
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
        right.addWidget(self.to_tell)
        right.addWidget(self.to_do)
        right.addWidget(self.reprints)
        right.addWidget(self.recent)
        right.addStretch(1)
        columns.addLayout(left, 2)
        columns.addLayout(right, 1)
