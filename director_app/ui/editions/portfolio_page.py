"""Other complexes beside this one: numbers, calendars side by side, and artists asked for twice at one time."""

from __future__ import annotations

import calendar
import datetime
import threading
from collections import Counter
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from director_app import paths
from director_app.domain.refusals import Refusal
from director_app.operations.field_words import RecordWords
from director_app.operations.portfolio import Engagement, PlanNumbers, Portfolio, read_portfolio
from director_app.operations.sentences import refusal_sentence
from director_app.ui.background import Job
from director_app.ui.desk import Desk
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import ChoiceField
from director_app.ui.widgets.record_form import clear_layout, row_of
from director_app.ui.widgets.text import Text, set_ground
from director_app.ui.workspaces.seen_page import SeenPage, scrolled_content
from director_app.wording import message

_WIDEST: Final = 1200
_NAME_WIDTH: Final = 220
_DAY_WIDTH: Final = 26
#: So many clashes are shown; more is counted.
MOST_CLASHES: Final = 200
_COLUMNS: Final = (
    message("Season"), message("Dates"), message("Without a date"), message("Artists and groups"),
    message("Areas reached"), message("Forgotten"), message("Spread"), message("Heads counted"),
)  # fmt: skip


def read_beside(files: tuple[Path, ...], today: datetime.date, stop: threading.Event) -> Portfolio:
    """Read every plan; none is touched."""
    del stop  # a plan is read in well below a second
    return read_portfolio(files, today)


class PortfolioPage(SeenPage):
    """The plan that is open and those that were added, for as long as the window is open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        look = desk.look
        self._files: list[Path] = []
        self._job: Job | None = None
        self.found: Portfolio | None = None
        self._about = Text(look, "", "body", "text2", wraps=True)
        self.add = Button(look, "", "primary")
        self.month = ChoiceField(look)
        self.month.setMinimumContentsLength(12)
        self._month_label = Text(look, "", "strong")
        self.sentence = Text(look, "", "body", "block", wraps=True)
        self._top, self._body = QVBoxLayout(), QVBoxLayout()
        self._month_row = row_of(self._month_label, self.month, 1)
        self._arrange()
        self.add.clicked.connect(self._ask)
        self.month.chosen.connect(self._show)
        self.retranslate()

    def toolbar_title(self) -> str:
        """The name of the page."""
        return self.desk.wording.text("Other complexes beside this one")

    def retranslate(self) -> None:
        """Say everything in the present language."""
        text = self.desk.wording.text
        self._about.setText(
            text(
                "Add the plan files of other complexes. They are only read: numbers and calendars side by side, and "
                "artists whom two of them ask for at one time."
            )
        )
        self.add.setText(text("Add a plan file …"))
        self._month_label.setText(text("Month"))
        self.month.setAccessibleName(text("Month"))
        self._show()

    def plan_replaced(self) -> None:
        """The plan that is open is one of them."""
        self._read()

    def take(self, path: Path) -> None:
        """Put another plan beside those that are here."""
        if path.resolve() not in {one.resolve() for one in (self.desk.open_plan.path, *self._files)}:
            self._files.append(path)
        self._read()

    def show_subject(self, subject: object) -> None:
        """Put the plan of this file beside."""
        if isinstance(subject, Path):
            self.take(subject)

    def _ask(self) -> None:
        desk = self.desk
        kinds = desk.wording.text("Plans (*{suffix})", suffix=paths.PLAN_SUFFIX)
        title = desk.wording.text("The plan of another complex")
        path = desk.questions.file_to_open(self, title, kinds, desk.open_plan.path.parent)
        if path is not None:
            self.take(path)

    def _read(self) -> None:
        desk = self.desk
        if self._job is not None:
            self._job.cancel()
        self._job = desk.background.run(
            read_beside, (desk.open_plan.path, *self._files), desk.today(),
            then=self._read_well, failed=self._failed, title=desk.wording.text("The plans are read"),
        )  # fmt: skip

    def _read_well(self, found: Portfolio) -> None:
        self.found = found
        self.sentence.show_if_said("")
        self._show()

    def _failed(self, error: Exception) -> None:
        """What cannot be read is told and put away; the others stay."""
        if not isinstance(error, Refusal):
            raise error
        sentence = refusal_sentence(self.desk.wording, error)
        if self._files:
            self._files.pop()
            self._read()
        self.sentence.show_if_said(sentence)

    # -- what is shown ---------------------------------------------------------------------------------------

    def _show(self) -> None:
        clear_layout(self._top)
        clear_layout(self._body)
        self._month_row.setVisible(self.found is not None)
        if self.found is None:
            return
        counts = [_by_day(self.found, number) for number in range(len(self.found.plans))]
        self._offer_months(counts)
        text = self.desk.wording.text
        self._heading(self._top, text("In numbers"))
        self._top.addWidget(self._numbers(self.found.numbers))
        self._heading(self._top, text("Side by side"))
        self._body.addWidget(self._calendar(counts))
        self._heading(self._body, text("Artists asked for twice at one time"))
        self._clashes(self.found)

    def _offer_months(self, counts: list[Counter[datetime.date]]) -> None:
        months = sorted({f"{day:%Y-%m}" for each in counts for day in each})
        present, wording = self.month.current(), self.desk.wording
        self.month.set_choices([(one, wording.month(int(one[:4]), int(one[5:]))) for one in months])
        here = f"{self.desk.today():%Y-%m}"
        self.month.show_value(present or (here if here in months else next(iter(months), "")))

    def _heading(self, layout: QVBoxLayout, text: str) -> None:
        layout.addSpacing(8)
        layout.addWidget(Text(self.desk.look, text, "heading"))

    def _numbers(self, numbers: tuple[PlanNumbers, ...]) -> QWidget:
        look, wording = self.desk.look, self.desk.wording
        holder, grid = _grid(self)
        for column, name in enumerate(_COLUMNS):
            grid.addWidget(Text(look, wording.text(name), "small-strong", "text2"), 0, column)
        for row, one in enumerate(numbers, 1):
            spread = "" if one.fairness is None else str(round(one.fairness * 100))
            facts = (one.deliveries, one.undated, one.artists, f"{one.reached}/{one.areas}", one.forgotten, spread,
                     one.heads_counted)  # fmt: skip
            grid.addWidget(self._named(one), row, 0)
            for column, fact in enumerate(facts, 1):
                grid.addWidget(Text(look, str(fact), "body", tabular=True), row, column)
        grid.setColumnStretch(len(_COLUMNS), 1)
        return holder

    def _named(self, one: PlanNumbers) -> Text:
        name = Text(self.desk.look, one.complex or one.title or one.path.name, "strong", wraps=True)
        name.setFixedWidth(_NAME_WIDTH)
        name.setToolTip(str(one.path))
        return name

    def _calendar(self, counts: list[Counter[datetime.date]]) -> QWidget:
        look, wording = self.desk.look, self.desk.wording
        holder, grid = _grid(self)
        grid.setHorizontalSpacing(0)
        month = self.month.current()
        if self.found is None or not month:
            return holder
        year, number = int(month[:4]), int(month[5:])
        days = [datetime.date(year, number, day) for day in range(1, calendar.monthrange(year, number)[1] + 1)]
        for column, day in enumerate(days, 1):
            tone = "block" if day.weekday() == calendar.SUNDAY else "text2"
            head = Text(look, f"{day.day}\n{wording.weekday(day.weekday(), short=True)}", "small", tone)
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            head.setFixedWidth(_DAY_WIDTH)
            grid.addWidget(head, 0, column)
        for row, (one, each) in enumerate(zip(self.found.numbers, counts, strict=True), 1):
            grid.addWidget(self._named(one), row, 0)
            for column, day in enumerate(days, 1):
                cell = Text(look, str(each[day]) if each[day] else "·", "strong" if each[day] else "body",
                            "text" if each[day] else "text2", tabular=True)  # fmt: skip
                cell.setAlignment(Qt.AlignmentFlag.AlignCenter)
                grid.addWidget(cell, row, column)
        grid.setColumnStretch(len(days) + 1, 1)
        return holder

    def _clashes(self, found: Portfolio) -> None:
        look, wording = self.desk.look, self.desk.wording
        if not found.clashes:
            self._body.addWidget(Text(look, wording.text("No artist is asked for twice at one time."), "body", "text2"))
        for clash in found.clashes[:MOST_CLASHES]:
            first, second = (self._engaged(found, one) for one in (clash.first, clash.second))
            sentence = message("{artist}: {first} / {second}")
            if not clash.is_sure:
                sentence = message("{artist} (perhaps two people of one name): {first} / {second}")
            said = wording.text(sentence, artist=clash.name, first=first, second=second)
            self._body.addWidget(Text(look, said, "body", wraps=True))
        if len(found.clashes) > MOST_CLASHES:
            more = wording.plural("and {n} more", "and {n} more", len(found.clashes) - MOST_CLASHES)
            self._body.addWidget(Text(look, more, "body", "text2"))

    def _engaged(self, found: Portfolio, one: Engagement) -> str:
        name = found.numbers[one.plan].complex or found.numbers[one.plan].title
        said = RecordWords(self.desk.wording, found.plans[one.plan]).record("deliveries", one.delivery)
        return " · ".join(part for part in (name, said) if part)

    def _arrange(self) -> None:
        set_ground(self, "surface")
        row = QHBoxLayout(scrolled_content(self))
        row.setContentsMargins(24, 20, 24, 32)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        row.addWidget(inner, 1000)
        row.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._about)
        column.addWidget(row_of(self.add, 1))
        column.addWidget(self.sentence)
        column.addLayout(self._top)
        column.addWidget(self._month_row)
        column.addLayout(self._body)
        column.addStretch(1)


def _grid(parent: QWidget) -> tuple[QWidget, QGridLayout]:
    holder = QWidget(parent)
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 4, 0, 4)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    return holder, grid


def _by_day(found: Portfolio, number: int) -> Counter[datetime.date]:
    """How many dates of a plan each day has, what was called off left out."""
    deliveries = found.plans[number].deliveries.values()
    return Counter(one.date for one in deliveries if one.date is not None and one.status.takes_place)
