"""The marks of accessibility as small switches; as in the programme until one is touched."""

from __future__ import annotations

from typing import Final

from director_app.domain.facts import Accessibility
from director_app.domain.programme import Delivery
from director_app.domain.published import programme_of
from director_app.ui.frame.items_editor import MIXED, ItemsEditor
from director_app.ui.frame.mark_chips import MarkChips
from director_app.ui.widgets.buttons import Button
from director_app.wording import message

ACCESSIBILITY: Final = message("Accessibility")
ACCESSIBILITY_WORDS: Final = {
    Accessibility.WHEELCHAIR: message("wheelchair access"),
    Accessibility.SIGN_LANGUAGE: message("sign language"),
    Accessibility.CAPTIONS: message("captions"),
    Accessibility.AUDIO_DESCRIPTION: message("audio description"),
    Accessibility.BRAILLE: message("Braille"),
    Accessibility.CHILDREN: message("for children"),
    Accessibility.LANGUAGES: message("several languages"),
}


class AccessibilityPart(MarkChips):
    """A switch per mark."""

    def __init__(self, editor: ItemsEditor) -> None:
        super().__init__(editor.desk.look, ACCESSIBILITY_WORDS)
        self._editor = editor
        self.same = Button(editor.desk.look, "", "link")
        self.same.clicked.connect(self._same_again)
        self.head.addWidget(self.same)
        self.chosen.connect(self._write)
        editor.shown.connect(self._show_record)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._editor.desk.wording
        self.say(wording, ACCESSIBILITY)
        self.same.setText(wording.text("As in the programme"))
        self._show_record(self._editor.record)

    def _show_record(self, record: object) -> None:
        if not isinstance(record, Delivery):
            return
        own, wording = self._editor.value("accessibility"), self._editor.desk.wording
        self.show_marks(self._marks(), may_change=not self._editor.desk.is_read_only)
        inherits = own is None and self._editor.value("programme") not in (None, MIXED)
        words = wording.text("several values") if own is MIXED else ""
        self.hint.setText(wording.text("same as the programme") if inherits else words)
        self.same.setVisible(own is not None and not self._editor.desk.is_read_only)

    def _marks(self) -> tuple[Accessibility, ...]:
        own = self._editor.value("accessibility")
        if own is MIXED:
            return ()
        if own is not None or self._editor.is_many:
            return tuple(own or ())
        programme = programme_of(self._editor.desk.plan, self._editor.record)
        return programme.accessibility if programme is not None else ()

    def _same_again(self) -> None:
        self._write(None)

    def _write(self, marks: tuple[Accessibility, ...] | None) -> None:
        sentence = self._editor.change("accessibility", marks, self._editor.desk.wording.text(ACCESSIBILITY))
        if sentence:
            self._editor.desk.say(sentence, level="warning")
