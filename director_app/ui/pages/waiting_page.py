"""What the window shows while a plan is being opened: which one, and a way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.ui.look import Look
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.text import Text


class WaitingPage(QWidget):
    """An empty desk with one sentence; with a file, also its name and a button that gives it up.

    Signals: ``given_up()``.
    """

    given_up = Signal()

    def __init__(self, look: Look, file: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        wording = look.wording
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        lines = [Text(look, wording.text("Opening the plan…"), "body", "text2")]
        if file:
            lines.append(Text(look, file, "small", "text3"))
        for line in lines:
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(line)
        if file:
            cancel = Button(look, wording.text("Cancel"), "link")
            cancel.clicked.connect(self.given_up)
            column.addWidget(cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
