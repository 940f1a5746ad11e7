"""The copies the program made of this plan by itself; each opens as a plan file of its own."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.operations.keeping import BackupFacts, copies_of
from director_app.operations.sentences import step_sentence
from director_app.ui.desk import Desk
from director_app.ui.opening import when_made
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import clear_layout
from director_app.ui.widgets.text import OneLine, Text, horizontal_line, set_ground
from director_app.ui.workspaces.page import Page
from director_app.ui.workspaces.seen_page import scrolled_content
from director_app.wording import Wording

WIDTH = 760


def _look(plan: Path, stop: threading.Event) -> list[BackupFacts]:
    del stop  # a few dozen small looks
    return copies_of(plan)


class CopyRow(QWidget):
    """One copy: when it was made, what is in it, and the button that opens it.

    Signals: ``wanted(BackupFacts)``.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk, facts: BackupFacts) -> None:
        super().__init__()
        self._facts = facts
        look, wording = desk.look, desk.wording
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(12)
        when = Text(look, when_made(wording, facts.made_at), "strong", tabular=True)
        when.setMinimumWidth(176)
        row.addWidget(when)
        row.addWidget(OneLine(look, _what(wording, facts), "small", "text2"), 1)
        self.button = Button(look, wording.text("Open as a new plan"), "normal", small=True)
        self.button.setAccessibleName(
            wording.text("Open the copy of {when} as a new plan", when=when_made(wording, facts.made_at))
        )
        self.button.setEnabled(facts.is_good)
        self.button.clicked.connect(self._tell)
        row.addWidget(self.button)

    def _tell(self) -> None:
        self.wanted.emit(self._facts)


class CopiesPage(Page):
    """All copies, newest first; the window, which opens plans, hears of a wish through the desk."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._heading = Text(desk.look, "", "heading")
        self._about = Text(desk.look, "", "small", "text2", wraps=True)
        self._none = Text(desk.look, "", "body", "text2")
        self._rows: list[CopyRow] = []
        self._facts: list[BackupFacts] | None = None
        self._arrange()
        self.retranslate()

    def toolbar_title(self) -> str:
        """The name of the page."""
        return self.desk.wording.text("Copies of earlier states")

    def rows(self) -> list[CopyRow]:
        """The copies shown."""
        return list(self._rows)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self.desk.wording
        self._heading.setText(wording.text("The program keeps copies of this plan by itself"))
        self._about.setText(
            wording.text(
                "On the first opening of a day, before every import, and hourly while you work. "
                "A copy opens as a plan file of its own; this plan stays as it is."
            )
        )
        self._none.setText(wording.text("There is no copy yet."))
        if self._facts is not None:
            self._show(self._facts)

    def plan_changed(self, outcome: Any) -> None:
        """The copies do not change with the plan."""
        del outcome

    def showEvent(self, event: QShowEvent) -> None:
        """Look again, beside the window."""
        super().showEvent(event)
        self.desk.background.run(_look, self.desk.open_plan.path, then=self._show)

    def _show(self, found: list[BackupFacts]) -> None:
        self._facts = found
        clear_layout(self._lines)
        self._rows = [CopyRow(self.desk, facts) for facts in found]
        for row in self._rows:
            row.wanted.connect(self.desk.copy_wanted)
            self._lines.addWidget(row)
            self._lines.addWidget(horizontal_line())
        self._none.setVisible(not found)

    def _arrange(self) -> None:
        set_ground(self, "surface")
        content = scrolled_content(self)
        row = QHBoxLayout(content)
        row.setContentsMargins(24, 20, 24, 32)
        inner = QWidget()
        inner.setMaximumWidth(WIDTH)
        row.addWidget(inner, 1000)
        row.addStretch(1)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addWidget(self._about)
        column.addSpacing(10)
        column.addWidget(horizontal_line())
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
        self._none.hide()
        column.addWidget(self._none)
        column.addStretch(1)


def _what(wording: Wording, facts: BackupFacts) -> str:
    """What is in a copy, in one line."""
    if not facts.is_good:
        return wording.text("cannot be read")
    parts = [wording.plural("{n} date", "{n} dates", facts.deliveries)]
    if facts.last_step is not None:
        parts.append(wording.text("last: {step}", step=step_sentence(wording, facts.last_step.name)))
    return " · ".join(parts)
