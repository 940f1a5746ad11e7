"""What a workspace shows before there is anything: one sentence, examples of what rows look like, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.ui.desk import Desk
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.text import Text, set_ground


class EmptyState(QWidget):
    """A quiet column in the middle.

    Signals: ``first()`` and ``second()`` for the two buttons.
    """

    first = Signal()
    second = Signal()

    def __init__(
        self,
        desk: Desk,
        sentence: str,
        buttons: Sequence[str],
        examples: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._texts: list[tuple[Text | Button, str]] = []
        set_ground(self, "surface")
        column = QVBoxLayout(self)
        column.setSpacing(2)
        column.addStretch(2)
        for title, second in examples:
            self._add(column, Text(desk.look, "", "strong", "text3"), title)
            self._add(column, Text(desk.look, "", "small", "text3"), second)
            column.addSpacing(8)
        column.addSpacing(8)
        self._add(column, Text(desk.look, "", "body", "text2"), sentence)
        column.addSpacing(14)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        kinds = (("primary", self.first), ("normal", self.second))
        for text, (kind, signal) in zip(buttons, kinds, strict=False):
            button = Button(desk.look, "", "primary" if kind == "primary" else "normal")
            button.clicked.connect(signal)
            row.addWidget(button)
            self._texts.append((button, text))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for widget, text in self._texts:
            widget.setText(self._desk.wording.text(text))

    def _add(self, column: QVBoxLayout, words: Text, text: str) -> None:
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        self._texts.append((words, text))
