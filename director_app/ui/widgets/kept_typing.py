"""What fields of one line and of several have in common: they keep what is typed into them, also while it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from director_app.ui.held_typing import Stay, Typing

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance


def commit_composition() -> None:
    """Finish the syllable an input method is still composing, so that what is read from a field is complete."""
    QGuiApplication.inputMethod().commit()


if TYPE_CHECKING:

    class _Field:
        """What Qt's class brings, and the field on top of it."""

        changed_to: SignalInstance
        paused_on: SignalInstance

        def text(self) -> str: ...
        def put_text(self, text: str) -> None: ...
        def cursorPosition(self) -> int: ...
        def isModified(self) -> bool: ...
        def setModified(self, modified: bool, /) -> None: ...
        def hasFocus(self) -> bool: ...
        def property(self, name: str, /) -> object: ...
        def show_wrong(self, sentence: str) -> None: ...

else:
    _Field = object


class KeptTyping(_Field):
    """Tells once what was typed, rests included; comes before Qt's class among the bases of a field.

    A field says ``touch`` when she typed, ``compose`` when a syllable grows, and ``leave`` when its text is finished.
    """

    _typing: Typing
    _shown = ""
    _composed = ""
    _stay: Stay | None = None

    @property
    def is_wrong(self) -> bool:
        """Whether what stands here was refused."""
        return bool(self.property("wrong"))

    @property
    def differs(self) -> bool:
        """Whether Escape has something to take back."""
        is_kept = self._stay is not None and self._stay.kept is not None
        return self.text() != self._shown or self.is_wrong or is_kept

    def show_value(self, value: str) -> None:
        """Show a value that came from the plan; what is being typed, or was refused, is left alone."""
        if self._composed or (self.isModified() and (self.hasFocus() or self.is_wrong)):
            return
        self._shown = value
        if not (self.hasFocus() and self.text() == value):  # the cursor stays where it is
            self.put_text(value)
        self.show_wrong("")
        self._end()

    def put_back(self) -> None:
        """Give up what was typed, also what pauses have brought into the plan."""
        if self._stay is not None:
            self._stay.take_back()
        self.setModified(False)
        self.put_text(self._shown)
        self.show_wrong("")
        self._end()

    def typed(self) -> str:
        """The text with the syllable an input method is still composing."""
        text, at = self.text(), self.cursorPosition()
        return f"{text[:at]}{self._composed}{text[at:]}"

    def touch(self, _text: str = "") -> None:
        """She typed."""
        if self._stay is None:
            self._stay = Stay(self._typing, self, self._pause)
        self._stay.touch()

    def compose(self, syllable: str) -> None:
        """A syllable grows: it is text, but not written before it is whole, unless all must be written now."""
        self._composed = syllable
        if syllable:
            self.touch()

    def leave(self) -> None:
        """The text is finished: tell it, if it is another one."""
        self._tell()

    def finish_typing(self) -> None:
        """Tell what stands here as though the field were left."""
        if self._stay is not None:
            commit_composition()
            self._tell()

    def _pause(self) -> None:
        """She rests: let it be written if it can be, without a word; a syllable is never cut."""
        stay, text = self._stay, self.text()
        if stay is None or not (self._composed or self.isModified()):
            return
        if self._composed:
            stay.touch()
        elif text == self._shown and not self.is_wrong:
            stay.give_up()
        elif stay.tell(self.paused_on.emit, text):
            stay.keep(text)

    def _tell(self) -> None:
        """Tell what was typed; what is refused then leaves ``_shown`` as it was, so that Escape has it back."""
        value, before, stay = self.typed(), self._shown, self._stay
        if value == before and not self.is_wrong:
            if stay is not None:
                stay.give_up()
            self._end()
            return
        self._shown = value
        self.setModified(False)
        if stay is not None:
            stay.tell(self.changed_to.emit, value)
        else:
            self.changed_to.emit(value)
        if self.is_wrong:
            self._shown = before
            self.setModified(True)
        else:
            self._end()

    def _end(self) -> None:
        """What stands here is settled."""
        if self._stay is not None:
            self._stay.end()
