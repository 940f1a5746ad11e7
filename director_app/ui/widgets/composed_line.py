"""A line whose text is read together with the syllable an input method is still composing in it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class ComposedLine(QLineEdit):
    """One line; whoever reads ``typed`` never loses its last syllable, Korean or other.

    Signals: ``written(str)`` with that text whenever a key or the input method made it another.
    """

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composed = ""
        self.textEdited.connect(self._tell)

    @property
    def is_typed_into(self) -> bool:
        """Whether something was typed, be it one syllable that is not whole."""
        return self.isModified() or bool(self._composed)

    def typed(self) -> str:
        """The text with what an input method is still composing."""
        at = self.cursorPosition()
        return f"{self.text()[:at]}{self._composed}{self.text()[at:]}"

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A syllable grows, or is whole."""
        self._composed = ""
        super().inputMethodEvent(event)
        self._composed = event.preeditString()
        self._tell()

    def _tell(self, _text: str = "") -> None:
        self.written.emit(self.typed())
