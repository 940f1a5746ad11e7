"""The sections of the inspector: everything that can be said of a date, in the order in which it is asked."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.ui.frame import fact_sayings as says
from director_app.ui.frame import fact_specs as specs
from director_app.ui.frame.accessibility_part import AccessibilityPart
from director_app.ui.frame.confirmation_part import CONFIRMATIONS, ConfirmationPart, TellingPart
from director_app.ui.frame.delivery_lines import FilesPart, money_lines, note_lines, segment_lines
from director_app.ui.frame.item_rows import FactSection
from director_app.ui.frame.items_editor import ItemsEditor
from director_app.ui.frame.lineup_part import LINEUP, LineupPart
from director_app.ui.frame.ready_part import ReadyPart
from director_app.ui.widgets.text import horizontal_line

DAYS_WIDTH = 92


class Part(Protocol):
    """Something that can say itself in another language."""

    def retranslate(self) -> None:
        """Say everything in the present language."""
        ...


class FactSections(QWidget):
    """All rows of one date or of many.

    The sections below the first are made when there is time, so that a first selection shows at once.
    """

    def __init__(self, editor: ItemsEditor) -> None:
        super().__init__()
        self._editor = editor
        self._parts: list[Part] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._waiting = [self._add_people, self._add_answers, self._add_plan_b, self._add_print, self._add_notes]
        self._later = QTimer(self)
        self._later.setInterval(0)
        self._later.timeout.connect(self._make_next)
        self._add_where_and_when()

    def showEvent(self, event: QShowEvent) -> None:
        """The rest is made in the turns that the window has to spare."""
        super().showEvent(event)
        if self._waiting:
            self._later.start()

    def complete(self) -> None:
        """Make all sections now."""
        while self._waiting:
            self._make_next()

    def _make_next(self) -> None:
        make = self._waiting.pop(0) if self._waiting else None
        if make is not None:
            known = len(self._parts)
            make()
            for part in self._parts[known:]:
                part.retranslate()
        if not self._waiting:
            self._later.stop()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for part in self._parts:
            part.retranslate()

    def _add_where_and_when(self) -> None:
        """When and where."""
        section = self._section()
        form = section.form
        form.add_pair(specs.DAYS, specs.TIME, DAYS_WIDTH)
        form.add_saying(says.when_hint)
        form.add_spec(specs.VENUE)
        form.add_saying(says.where_hint)
        for spec in (*specs.WHERE, *specs.WHEN):
            form.add_spec(spec)
        self.when = section

    def _add_people(self) -> None:
        """What is played by whom for whom."""
        section = self._section()
        form = section.form
        for spec in specs.WHAT:
            form.add_spec(spec)
        self.lineup = LineupPart(self._editor)
        form.add_part(LINEUP, self.lineup, "lineup")
        for spec in specs.HEADS[:1]:
            form.add_spec(spec)
        form.add_saying(says.reach_hint)
        for spec in specs.HEADS[1:]:
            form.add_spec(spec)
        self.segments = segment_lines(self._editor)
        section.add(self.segments)
        self._parts += [self.lineup, self.segments]
        self.what = section

    def _add_answers(self) -> None:
        """What was agreed, and who knows."""
        section = self._section(CONFIRMATIONS)
        self.confirmations = ConfirmationPart(self._editor)
        section.add_beside_heading(self.confirmations.squares)
        section.add(self.confirmations)
        self.tellings = TellingPart(self._editor)
        section.add(self.tellings)
        self._parts += [self.confirmations, self.tellings]

    def _add_plan_b(self) -> None:
        """Rain, heat and money."""
        section = self._section()
        for spec in specs.FALLBACK[:1]:
            section.form.add_spec(spec)
        section.form.add_saying(says.fallback_hint)
        for spec in specs.FALLBACK[1:]:
            section.form.add_spec(spec)
        self.ready = ReadyPart(self._editor)
        section.add(self.ready)
        self.money = money_lines(self._editor)
        section.add(self.money)
        self._parts += [self.ready, self.money]
        self.fallback = section

    def _add_print(self) -> None:
        """What is printed, and what never is."""
        section = self._section()
        section.form.add_spec(specs.PRINT[0])
        section.form.add_saying(says.credits_hint)
        for spec in (*specs.PRINT[1:], *specs.INSIDE):
            section.form.add_spec(spec)
        self.accessibility = AccessibilityPart(self._editor)
        section.add(self.accessibility)
        self.print = section
        self._parts.append(self.accessibility)

    def _add_notes(self) -> None:
        """What was said about it, and its files."""
        notes = self._section(single=True)
        self.notes = note_lines(self._editor)
        self.files = FilesPart(self._editor)
        notes.add(self.notes)
        notes.add(self.files)
        self._parts += [self.notes, self.files]

    def _section(self, title: str = "", *, single: bool = False) -> FactSection:
        section = FactSection(self._editor, title)
        section.line = horizontal_line()
        section.is_single = single
        self._column.addWidget(section.line)
        self._column.addWidget(section)
        self._parts.append(section)
        return section
