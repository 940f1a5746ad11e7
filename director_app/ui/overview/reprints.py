"""What was given out and is no longer true: each document of an edition held against the plan as it stands."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.domain.papers import GivenOut, Release
from director_app.domain.plan import Plan
from director_app.domain.refusals import CannotUseFile
from director_app.operations import releases
from director_app.operations.releases import scope_of
from director_app.planner.comparing import changed_dates, compare
from director_app.ui.desk import Desk
from director_app.ui.overview.lists import OverviewSection
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.text import OneLine, Text, horizontal_line


class OutOfDate(NamedTuple):
    """One document that was given out, the number of its edition, and how many dates changed since."""

    given: GivenOut
    edition: int
    changes: int


@dataclass(frozen=True, slots=True)
class ReprintQuestion:
    """What a worker needs: the plan as it stands, and the kept bytes of the editions that were given out."""

    plan: Plan
    editions: tuple[tuple[Release, bytes | None], ...]

    def __call__(self, stop: threading.Event) -> tuple[Plan, tuple[OutOfDate, ...]]:
        """Compare; asked for on a worker."""
        return self.plan, tuple(self._found(stop))

    def _found(self, stop: threading.Event) -> Iterable[OutOfDate]:
        settled: set[tuple[str, tuple[str, ...]]] = set()
        for release, packed in self.editions:
            wanted = [one for one in release.given if (one.document, one.narrowed) not in settled]
            if not wanted or stop.is_set():
                continue
            settled.update((one.document, one.narrowed) for one in wanted)
            try:
                before = releases.unpacked(packed, release.number)
            except CannotUseFile:
                continue  # the edition's own page says that it cannot be read
            for one in wanted:
                changes = changed_dates(compare(before, self.plan, scope_of(one.narrowed)))
                if changes:
                    yield OutOfDate(one, release.number, changes)


def question_of(desk: Desk) -> ReprintQuestion | None:
    """What to ask about the editions of the open plan; None when nothing was given out."""
    found = [one for one in releases.editions(desk.plan) if one.given]
    if not found:
        return None
    return ReprintQuestion(desk.plan, tuple((one, desk.open_plan.content(one.content)) for one in found))


class ReprintList(OverviewSection):
    """Documents that are older than the plan, each with what changed and a way to make it again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.buttons: dict[Button, str] = {}
        self.hide()

    def show_found(self, found: tuple[OutOfDate, ...]) -> None:
        """Show them; without any the section is not there."""
        wording = self.desk.wording
        self.start(wording.text("To print again"), len(found) or None)
        self.buttons = {}
        for one in found:
            self._add(one)
        self.setVisible(bool(found))

    def _add(self, one: OutOfDate) -> None:
        look, wording = self.desk.look, self.desk.wording
        mark = Text(look)
        mark.setPixmap(look.pixmap("clock-alert", "warn", 16))
        mark.setFixedWidth(22)
        changes = wording.plural("{n} change", "{n} changes", one.changes)
        below = wording.text("edition {number} · {changes}", number=one.edition, changes=changes)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(4, 4, 0, 4)
        column.setSpacing(0)
        column.addWidget(OneLine(look, self._name(one.given), "strong"))
        column.addWidget(OneLine(look, below, "small", "text2"))
        again = Button(look, wording.text("Make again"), "normal", small=True)
        again.clicked.connect(self._make_again)
        self.buttons[again] = one.given.document
        self.rows.addWidget(row_of(mark, words, again, spacing=4))
        self.rows.addWidget(horizontal_line())

    def _name(self, given: GivenOut) -> str:
        from director_app.documents.catalogue import document_named
        from director_app.ui.publishing.choice import CALENDAR_TITLES

        spec = document_named(given.document)
        known = spec.title if spec is not None else CALENDAR_TITLES.get(given.document, "")
        title = self.desk.wording.text(known) if known else given.document
        return " · ".join(part for part in (title, *self._subjects(given)) if part)

    def _subjects(self, given: GivenOut) -> Iterable[str]:
        """What it was narrowed to, by name; what is gone from the plan is passed over."""
        plan, wording = self.desk.plan, self.desk.wording
        for field, value in scope_of(given.narrowed)._asdict().items():
            if isinstance(value, datetime.date):
                yield wording.date_short(value)
            elif value is not None:
                kind = {"delivery": "deliveries"}.get(field, f"{field}s")
                record = plan.find(kind, value)
                yield str(getattr(record, "name", "") or getattr(record, "title", "")) if record is not None else ""

    def _make_again(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.desk.go_to("publish", self.buttons[button])
