"""The line above the table: a date was given back, who is next on the waiting list, and one button that gives it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from director_app.operations.moving_up import FREED, giving, names_of_move
from director_app.planner.waiting_list import MoveUp, moves_up
from director_app.ui.desk import Desk
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.text import Text


class MoveUpLine(QWidget):
    """One suggestion at a time, the nearest date first; hidden while there is none."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._moves: tuple[MoveUp, ...] = ()
        self.words = Text(desk.look, "", "body", "text", wraps=True)
        self.more = Text(desk.look, "", "small", "text2")
        self.button = Button(desk.look, "", "primary", "calendar-check", small=True)
        self.button.clicked.connect(self.accept)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 8, 16, 8)
        line.setSpacing(12)
        line.addWidget(self.words, 1)
        line.addWidget(self.more)
        line.addWidget(self.button)
        self.hide()

    def show_plan(self) -> None:
        """Look for dates that were given back, and say the first in the present language."""
        desk, wording = self._desk, self._desk.wording
        self._moves = moves_up(desk.plan, desk.today())
        self.setVisible(bool(self._moves))
        if not self._moves:
            return
        left = len(self._moves) - 1
        self.words.setText(wording.text(FREED, **names_of_move(wording, desk.plan, self._moves[0])))
        self.more.setText(wording.plural("{n} more date", "{n} more dates", left) if left else "")
        self.more.setVisible(left > 0)
        self.button.setText(wording.text("Give it this date"))
        self.button.setEnabled(not desk.is_read_only)

    def accept(self) -> None:
        """Give the date to the next one; what stood there is cancelled. One step, taken back by one undo."""
        if not self._moves or self._desk.is_read_only:
            return
        self._desk.perform(*giving(self._desk.wording, self._desk.plan, self._moves[0]))
