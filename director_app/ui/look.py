"""What everything on screen shares: the texts, the theme and the icons, and the news when one of them changes."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication

from director_app import paths
from director_app.ui.held_typing import Typing
from director_app.ui.icons import Icons
from director_app.ui.style_sheet import style_sheet
from director_app.ui.theme import ThemeChoice, palette_for, theme_for
from director_app.wording import Wording


class Look(QObject):
    """Texts, theme and icons of the running program, and what is being typed into its fields.

    Signals: ``theme_changed(Theme)`` after palette, style sheet and icons were replaced; ``language_changed()`` after
    ``wording`` was replaced (call your ``retranslate``).
    """

    theme_changed = Signal(object)
    language_changed = Signal()

    def __init__(
        self,
        wording: Wording,
        choice: ThemeChoice = "system",
        text_scale: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.wording = wording
        self.choice: ThemeChoice = choice
        self.text_scale = text_scale
        self.theme = theme_for(self._ground(), text_scale)
        self.icons = Icons(paths.resources_folder() / "icons", self.theme)
        self.typing = Typing(self)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def language(self) -> str:
        """The language of the window, ``ko`` or ``en``."""
        return self.wording.language

    def apply(self) -> None:
        """Give the application this look; done once at the start and again with every new theme."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette_for(self.theme))
            application.setFont(self.theme.font("body"))
            application.setStyleSheet(style_sheet(self.theme))

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Switch to light, dark or what the system says."""
        self.choice = choice
        self._use(self._ground())

    def choose_language(self, wording: Wording) -> None:
        """Switch the language of everything on screen."""
        self.wording = wording
        self.language_changed.emit()

    def color(self, role: str) -> QColor:
        """Colour of a role in the present theme."""
        return self.theme.color(role)

    def font(self, token: str, *, tabular: bool = False) -> QFont:
        """Font of a type token in the present theme."""
        return self.theme.font(token, tabular=tabular)

    def pixmap(self, name: str, role: str = "text", size: int = 16) -> QPixmap:
        """Picture of an icon in the present theme."""
        return self.icons.pixmap(name, role, size)

    def _ground(self) -> Literal["light", "dark"]:
        if self.choice == "system":
            return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
        return self.choice

    def _follow_system(self) -> None:
        if self.choice == "system":
            self._use(self._ground())

    def _use(self, ground: Literal["light", "dark"]) -> None:
        if ground == self.theme.name:
            return
        self.theme = theme_for(ground, self.text_scale)
        self.icons = Icons(paths.resources_folder() / "icons", self.theme)
        self.apply()
        self.theme_changed.emit(self.theme)
