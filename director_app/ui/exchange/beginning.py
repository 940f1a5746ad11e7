"""A file of another desk that comes while no plan is open: it is read, its passphrase asked for, a plan begins."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from director_app.domain.refusals import CannotUseFile, Refusal
from director_app.operations.bundles import LOCKED, WRONG_PASSPHRASE, Bundle
from director_app.operations.sentences import refusal_sentence
from director_app.ui.background import Background
from director_app.ui.exchange.work import read_beside
from director_app.ui.look import Look
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import LineField
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.text import Text

_WIDTH = 420


class PassphraseDialog(QDialog):
    """Asks for the passphrase of a file.

    Signals: ``given(str)``.
    """

    given = Signal(str)

    def __init__(self, look: Look, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = look.wording.text
        self.setWindowTitle(text("Passphrase"))
        self.sentence = Text(look, sentence, "body", wraps=True)
        self.passphrase = LineField(look)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setAccessibleName(text("Passphrase"))
        self.open_button = Button(look, text("Open it"), "primary")
        self.open_button.clicked.connect(self._give)
        cancel = Button(look, text("Cancel"), "normal")
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (self.sentence, self.passphrase, row_of(self.open_button, cancel, 1)):
            column.addWidget(widget)
        self.setFixedWidth(_WIDTH)
        self.passphrase.setFocus()

    def _give(self) -> None:
        typed = self.passphrase.text()
        self.accept()
        self.given.emit(typed)


class BundleBeginning(QObject):
    """Reads one bundle for a plan that is not there yet.

    Signals: ``read(Bundle)``; ``failed(Refusal)``.
    """

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, look: Look, jobs: Background, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._jobs = jobs
        self._path = Path()
        self.dialog: PassphraseDialog | None = None

    def begin(self, path: Path) -> None:
        """Read it beside the window."""
        self._path = path
        self._open("")

    def _open(self, passphrase: str) -> None:
        self._jobs.run(read_beside, self._path, passphrase, then=self._done, failed=self._failed)

    def _done(self, bundle: Bundle) -> None:
        self.read.emit(bundle)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        if isinstance(error, CannotUseFile) and error.message in (LOCKED, WRONG_PASSPHRASE):
            sentence = refusal_sentence(self._look.wording, error)
            self.dialog = PassphraseDialog(self._look, sentence, self._window)
            self.dialog.given.connect(self._open)
            self.dialog.open()
        else:
            self.failed.emit(error)
