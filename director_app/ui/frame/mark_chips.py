"""Small switches side by side under a title, one for each mark of a table."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.ui.look import Look
from director_app.ui.widgets.buttons import Chip
from director_app.ui.widgets.flow import FlowLayout
from director_app.ui.widgets.text import OneLine, Text
from director_app.wording import Wording


class MarkChips(QWidget):
    """The switches; `words` says what each is called (a message).

    Signals: ``chosen(object)`` with the marks that are on, in the order of the table, when she touched one.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, words: Mapping[Any, str]) -> None:
        super().__init__()
        self._words = words
        self.title = Text(look, "", "small", "text2")
        self.hint = OneLine(look, "", "micro", "text2")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        box = QWidget()
        flow = FlowLayout(box)
        self.chips: dict[StrEnum, Chip] = {}
        for mark in words:
            chip = self.chips[mark] = Chip(look)
            chip.clicked.connect(self._tell)
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 2)
        column.setSpacing(4)
        self.head = QHBoxLayout()  # no row of its own: one whose first button is away would swallow the Tab key
        self.head.addWidget(self.title)
        self.head.addWidget(self.hint)
        column.addLayout(self.head)
        column.addWidget(box)

    def say(self, wording: Wording, title: str, tips: Mapping[Any, str] | None = None) -> None:
        """Say title and marks, and what stands behind each, in a language; all of them messages."""
        self.title.setText(wording.text(title))
        for mark, words in self._words.items():
            self.chips[mark].set_text(wording.text(words))
            if tips is not None:
                self.chips[mark].setToolTip(wording.text(tips[mark]))

    def show_marks(self, marks: Collection[StrEnum], *, may_change: bool) -> None:
        """Show which are on."""
        for mark, chip in self.chips.items():
            chip.setChecked(mark in marks)
            chip.setEnabled(may_change)

    def _tell(self) -> None:
        self.chosen.emit(tuple(mark for mark, chip in self.chips.items() if chip.isChecked()))
