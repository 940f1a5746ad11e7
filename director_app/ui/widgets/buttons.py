"""Buttons: primary, normal, quiet, link and icon only; and the chips that filter a list."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from director_app.ui import tokens
from director_app.ui.look import Look

ButtonKind = Literal["primary", "normal", "quiet", "link", "glyph", "chip"]

_HEIGHTS = {"link": 20, "chip": 24}


class Button(QPushButton):
    """A button of the house: fixed height, icon in the right colour, never the accidental default of a dialog."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: ButtonKind = "normal",
        icon: str = "",
        parent: QWidget | None = None,
        *,
        small: bool = False,
        tone: str = "",
        icon_size: int = 16,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._kind = kind
        self._icon_name = icon
        self._icon_size = icon_size
        self.is_spare = False
        """Whether it may go from the left of a toolbar when all at the right went, for want of room."""
        self._is_wanted, self._is_folded, self._long_text, self._tip = True, False, "", ""
        self.setAutoDefault(False)
        self.setProperty("kind", kind)
        if small:
            self.setProperty("size", "small")
        if tone:
            self.setProperty("tone", tone)
        self.setFont(look.font(_font_token(kind, small)))
        self._size_up(small)
        if icon:
            self._recolour()
            look.theme_changed.connect(self._recolour)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as space does; Qt does so in dialogs only."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self._recolour()

    def name_only(self, name: str) -> None:
        """Name an icon-only button: tool tip and accessible name."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def setVisible(self, visible: bool) -> None:
        """Show or hide it; what is folded away stays so, and comes back as it was wanted meanwhile."""
        self._is_wanted = visible
        super().setVisible(visible and not self._is_folded)

    @property
    def wish(self) -> tuple[bool, str, int]:
        """Whether it would be shown, with which text, and how wide it is while it says all of it."""
        return self._is_wanted, self._long_text or self.text(), 0 if self._long_text else self.sizeHint().width()

    @property
    def is_folded(self) -> bool:
        """Whether it is away for want of room, though it is wanted."""
        return self._is_folded and self._is_wanted

    def fold(self, folded: bool) -> None:
        """Go where there is no room for it; who folds it offers it elsewhere."""
        if folded != self._is_folded:
            self._is_folded = folded
            super().setVisible(self._is_wanted and not folded)

    def shorten(self, short: bool) -> None:
        """Say only with the icon what it does; its text is its tool tip and its accessible name meanwhile."""
        if short and self._icon_name and self.text() and self._kind != "glyph":
            self._long_text, self._tip = self.text(), self.toolTip()
            self.name_only(self._long_text)
            self.setText("")
        elif not short and self._long_text:
            said, self._long_text = self._long_text, ""
            if not self.text():
                self.setText(said)
            self.setAccessibleName("")
            self.setToolTip(self._tip)

    def set_danger(self) -> None:
        """Mark an act that removes something."""
        self.setProperty("danger", True)
        self._recolour()

    def _size_up(self, small: bool) -> None:
        height = tokens.CONTROL_SMALL if small else _HEIGHTS.get(self._kind, tokens.CONTROL_HEIGHT)
        if self._kind == "glyph":
            self.setFixedSize(height, height)
        else:
            self.setFixedHeight(height)
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(self._icon_size + self._gap(), self._icon_size))
        if self._kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _gap(self) -> int:
        return 0 if self._kind == "glyph" else 3

    def _recolour(self) -> None:
        if not self._icon_name:
            return
        role = {"primary": "on-accent", "link": "accent"}.get(self._kind, "text")
        if self.property("danger"):
            role = "block"
        self.setIcon(self._look.icons.icon(self._icon_name, role, self._icon_size, self._gap()))


class Chip(Button):
    """A small switch above a list, such as "모두 13"; ``set_count`` keeps the number beside the word."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, text, "chip", parent=parent)
        self._word = text
        self.setCheckable(True)

    def set_text(self, word: str, count: int | None = None) -> None:
        """The word of the chip and how many rows it would show."""
        self._word = word
        self.setText(word if count is None else f"{word} {count:,}")


def _font_token(kind: ButtonKind, small: bool) -> str:
    if kind in ("link", "chip"):
        return "small"
    return "small-strong" if small else "strong"
