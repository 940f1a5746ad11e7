"""Qt's own texts (menus of text fields, file and print dialogs, names of keys) in the language of the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from director_app.ui.look import Look
from director_app.wording import message

_MISSING: Final = {
    "QFileDialog": (message("&Look in:"), message("Files of &type:"), message("Date Modified")),
    "QPrintSettingsOutput": (message("Duplex Printing"),),
    "QPageSetupWidget": (message("Paper size:"),),
}
"""What Qt's own Korean catalogue (6.x) leaves in English, by context."""


class _Filled(QTranslator):
    """Says what Qt's catalogue leaves out."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = {(context, text): look.wording.text(text) for context in _MISSING for text in _MISSING[context]}

    def isEmpty(self) -> bool:
        """There are texts, though not in a file."""
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Our text, or none, with which Qt asks the next catalogue (an empty one would be shown)."""
        del disambiguation, n
        return self._texts.get((context, text))


class QtTexts(QObject):
    """Gives Qt the catalogue it ships for our language, and another one when the language changes."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._translators: list[QTranslator] = []
        look.language_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        for old in self._translators:
            QCoreApplication.removeTranslator(old)
            old.deleteLater()
        self._translators = []
        if self._look.language == "en":  # what Qt says without a catalogue
            return
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{self._look.language}", folder):
            self._translators = [translator, _Filled(self._look, self)]
            for one in self._translators:
                QCoreApplication.installTranslator(one)
