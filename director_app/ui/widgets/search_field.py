"""The search field: searches while typing, also while a syllable is still being composed."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from director_app.ui import tokens
from director_app.ui.look import Look


class SearchField(QLineEdit):
    """A field with a lens. A hint such as a shortcut or a count stands at its right end.

    Signals: ``typed(str)`` with the text as it looks at this moment, composing syllable included; ``left_down()`` when
    the user wants to go on into the results with the arrow key.
    """

    typed = Signal(str)
    left_down = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._composing = ""
        self._hint = ""
        self.setFont(look.font("body"))
        self.setFixedHeight(tokens.CONTROL_HEIGHT)
        self.setTextMargins(20, 0, 0, 0)
        self.textChanged.connect(self._tell)
        look.theme_changed.connect(self.update)

    def set_hint(self, hint: str) -> None:
        """What stands small at the right end."""
        self._hint = hint
        width = QFontMetrics(self._look.font("micro")).horizontalAdvance(hint)
        self.setTextMargins(20, 0, width + 4 if hint else 0, 0)
        self.update()

    def searched(self) -> str:
        """What is searched now: the text with what is being composed at the cursor."""
        text, at = self.text(), self.cursorPosition()
        return text[:at] + self._composing + text[at:]

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Listen to the syllable being composed."""
        self._composing = event.preeditString()
        super().inputMethodEvent(event)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes on into the results, Escape empties the field."""
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw lens and hint over the field."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.drawPixmap(9, (self.height() - 16) // 2, self._look.pixmap("search", "text2", 16))
        if self._hint:
            painter.setFont(self._look.font("micro"))
            painter.setPen(self._look.color("text2"))
            area = QRect(0, 0, self.width() - 9, self.height())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._hint)
        painter.end()

    def _tell(self) -> None:
        self.typed.emit(self.searched())
