"""One thing that two sides say differently: each with a button that takes it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from director_app.ui.look import Look
from director_app.ui.widgets.text import Text

LONGEST = 160


class Sides(QWidget):
    """The buttons of one choice; ``texts`` holds a line for each side, to be laid out in columns.

    Whoever shows the lines keeps this for as long as they are shown.
    """

    def __init__(self, look: Look, label: str, said: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QRadioButton] = {}
        self.texts: dict[str, QWidget] = {}
        for key, words in said.items():
            self._add(look, key, words)

    def _add(self, look: Look, key: str, said: str) -> None:
        button = QRadioButton(self)
        button.setAccessibleName(f"{self.label}: {said}")
        button.setFixedHeight(look.theme.line("body") + 2)
        self._group.addButton(button)
        self.buttons[key] = button
        short = said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
        words = Text(look, short, "body", "text", wraps=True)
        words.setToolTip(said)
        words.setBuddy(button)
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self.texts[key] = line

    def choose(self, key: str) -> None:
        """Take one side."""
        self.buttons[key].setChecked(True)

    def chosen_key(self) -> str:
        """The side that is taken."""
        return next(key for key, button in self.buttons.items() if button.isChecked())
