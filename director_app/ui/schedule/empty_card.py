"""What an empty schedule says: one sentence and the ways to begin, where it hides least of the grid."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from director_app.ui.look import Look
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.text import Text

WIDTH = 320


class EmptyCard(QFrame):
    """Stands in the middle of its parent; with applications waiting, at the foot, as they are dropped on days.

    Signals: ``import_wanted()``; ``propose_wanted()``; ``new_wanted()``.
    """

    import_wanted = Signal()
    propose_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._waits = False
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
        self._import.clicked.connect(self._begin)
        self._new.clicked.connect(self.new_wanted)
        row.addWidget(self._import)
        row.addWidget(self._new)
        row.addStretch(1)
        column.addLayout(row)
        parent.installEventFilter(self)
        self.retranslate()

    def teach(self, *, waits: bool) -> None:
        """Say the next step: placing the applications that wait, else importing some."""
        if waits != self._waits:
            self._waits = waits
            self.retranslate()

    def _begin(self) -> None:
        (self.propose_wanted if self._waits else self.import_wanted).emit()

    def retranslate(self) -> None:
        """Say everything again."""
        wording = self._look.wording
        if self._waits:
            self._words.setText(wording.text("Drag an application from the left onto a day."))
            self._import.setText(wording.text("Propose dates, times and places"))
        else:
            self._words.setText(wording.text("No dates yet. Import a table, or double-click an empty time."))
            self._import.setText(wording.text("Import a table"))
        self._import.set_icon("calendar-plus" if self._waits else "clipboard-paste")
        self._new.setVisible(not self._waits)
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
            below = parent.height() - self.height()
            top = below - 20 if self._waits else below // 2
            self.move((parent.width() - WIDTH) // 2, max(20, top))
