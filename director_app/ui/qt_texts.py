"""Qt's own texts (menus of text fields, file and print dialogs, names of keys) in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from director_app.ui.look import Look


class QtTexts(QObject):
    """Gives Qt the catalogue it ships for our language, and another one when the language changes."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._translator: QTranslator | None = None
        look.language_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator.deleteLater()
            self._translator = None
        if self._look.language == "en":  # what Qt says without a catalogue
            return
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{self._look.language}", folder):
            QCoreApplication.installTranslator(translator)
            self._translator = translator
