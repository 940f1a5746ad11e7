"""The message strip: one sentence and at most two actions inside the workspace, instead of a modal box."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from director_app.ui import tokens
from director_app.ui.look import Look
from director_app.ui.messages import Message
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.glyphs import ProblemIcon
from director_app.ui.widgets.text import Text, set_ground

QUIET_MS = 1_000
"""So long the pointer rests before a strip goes by itself."""
_GROUNDS = {"note": "select", "ok": "select", "warning": "warnbg", "block": "blockbg"}


class MessageStrip(QWidget):
    """One message."""

    def __init__(self, look: Look, message: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.message = message
        self.is_dismissed = False
        set_ground(self, _GROUNDS[message.level])
        self.setMinimumHeight(tokens.STRIP_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 6, 3)
        row.setSpacing(12)
        level = "note" if message.level == "ok" else message.level
        row.addWidget(ProblemIcon(look, level))
        self._words = Text(look, message.text, wraps=True)
        row.addWidget(self._words, 1)
        self.setAccessibleName(message.text)
        self._acts = []
        for action in message.actions[:2]:
            button = Button(look, action.text, "normal", small=True)
            call = _ThenClose(self, action.act)
            self._acts.append(call)
            button.clicked.connect(call.run)
            row.addWidget(button)
        away = Button(look, "", "glyph", "x", small=True, icon_size=14)
        away.name_only(look.wording.text("Close"))
        away.clicked.connect(self.dismiss)
        row.addWidget(away)
        if not message.is_lasting:
            self._timer = QTimer(self)
            self._timer.setSingleShot(True)
            self._timer.timeout.connect(self._go_in_quiet)
            self._pointer: QPoint | None = None
            self._timer.start(tokens.INFORMATION_MS - QUIET_MS)

    def say(self, text: str) -> None:
        """Say something newer of the same matter, such as how far a work is."""
        self._words.setText(text)
        self.setAccessibleName(text)

    def _go_in_quiet(self) -> None:
        """Go once the pointer has rested: what lies below moves up, and must not do so under a hand that aims."""
        pointer = QCursor.pos()
        if pointer == self._pointer and not QApplication.mouseButtons():
            self.dismiss()
            return
        self._pointer = pointer
        self._timer.start(QUIET_MS)

    def dismiss(self) -> None:
        """Take the strip away."""
        self.is_dismissed = True
        self.hide()
        self.deleteLater()


class _ThenClose:
    """Does what a message offers and takes the message away; kept by the strip."""

    def __init__(self, strip: MessageStrip, act: object) -> None:
        self._strip = strip
        self._act = act

    def run(self) -> None:
        self._strip.dismiss()
        if callable(self._act):
            self._act()


class MessageArea(QWidget):
    """Where strips appear, newest first; at most three, the oldest information gives way."""

    MOST = 3

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._strips: list[MessageStrip] = []

    def show_message(self, message: Message) -> MessageStrip:
        """Show one more message; one that says the same is replaced."""
        for strip in tuple(self._strips):
            if strip.message.text == message.text:
                self._drop(strip)
        strip = MessageStrip(self._look, message, self)
        strip.destroyed.connect(self._forget)
        self._strips.insert(0, strip)
        self._column.insertWidget(0, strip)
        while len(self._strips) > self.MOST:
            oldest = next((s for s in reversed(self._strips) if not s.message.is_lasting), self._strips[-1])
            self._drop(oldest)
        return strip

    def messages(self) -> list[str]:
        """What is said at the moment, newest first."""
        return [strip.message.text for strip in self._strips if not strip.is_dismissed]

    def drop_ways_back(self) -> None:
        """Take away what offers to undo: it was undone, and a click would take back another step."""
        for strip in tuple(self._strips):
            if any(action.is_way_back for action in strip.message.actions):
                self._drop(strip)

    def clear(self) -> None:
        """Take all messages away."""
        for strip in tuple(self._strips):
            self._drop(strip)

    def _drop(self, strip: MessageStrip) -> None:
        if strip in self._strips:
            self._strips.remove(strip)
        strip.dismiss()

    def _forget(self) -> None:
        self._strips = [strip for strip in self._strips if shiboken6.isValid(strip)]
