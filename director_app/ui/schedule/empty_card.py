"""What an empty schedule says: one sentence and two ways to begin, in the middle of the grid."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from director_app.ui.look import Look
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.text import Text

WIDTH = 320


class EmptyCard(QFrame):
    """Stands in the middle of its parent.

    Signals: ``import_wanted()``; ``new_wanted()``.
    """

    import_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("kind", "panel")
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(14)
        self._words = Text(look, "", "body", wraps=True)
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._import = Button(look, "", "primary", "clipboard-paste")
        self._new = Button(look, "", "normal", "calendar-plus")
        self._import.clicked.connect(self.import_wanted)
        self._new.clicked.connect(self.new_wanted)
        row.addWidget(self._import)
        row.addWidget(self._new)
        row.addStretch(1)
        column.addLayout(row)
        parent.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again."""
        wording = self._look.wording
        self._words.setText(wording.text("No dates yet. Import a table, or double-click an empty time."))
        self._import.setText(wording.text("Import a table"))
        self._new.setText(wording.text("Add a date"))
        self._words.setMinimumHeight(self._words.heightForWidth(WIDTH - 40))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.adjustSize()
            self.move((parent.width() - WIDTH) // 2, max(20, (parent.height() - self.height()) // 2))
