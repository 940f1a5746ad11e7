"""The marks of accessibility as small switches; as in the programme until one is touched."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.facts import Accessibility
from director_app.domain.programme import Delivery
from director_app.domain.published import programme_of
from director_app.ui.forms.flow import FlowLayout
from director_app.ui.frame.items_editor import MIXED, ItemsEditor
from director_app.ui.widgets.buttons import Button, Chip
from director_app.ui.widgets.text import OneLine, Text
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


class AccessibilityPart(QWidget):
    """A switch per mark."""

    def __init__(self, editor: ItemsEditor) -> None:
        super().__init__()
        self._editor = editor
        look = editor.desk.look
        self._title = Text(look, "", "small", "text2")
        self._hint = OneLine(look, "", "micro", "text2")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.same = Button(look, "", "link")
        self.same.clicked.connect(self._same_again)
        box = QWidget()
        flow = FlowLayout(box)
        self.chips: dict[Accessibility, Chip] = {}
        for mark in ACCESSIBILITY_WORDS:
            chip = Chip(look)
            chip.clicked.connect(self._save)
            self.chips[mark] = chip
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 2)
        column.setSpacing(4)
        head = QHBoxLayout()  # no row of its own: one whose first button is away would swallow the Tab key
        for widget in (self._title, self._hint, self.same):
            head.addWidget(widget)
        column.addLayout(head)
        column.addWidget(box)
        editor.shown.connect(self._show_record)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._editor.desk.wording
        self._title.setText(wording.text(ACCESSIBILITY))
        self.same.setText(wording.text("As in the programme"))
        for mark, words in ACCESSIBILITY_WORDS.items():
            self.chips[mark].set_text(wording.text(words))
        self._show_record(self._editor.record)

    def _show_record(self, record: object) -> None:
        if not isinstance(record, Delivery):
            return
        own, wording = self._editor.value("accessibility"), self._editor.desk.wording
        marks = self._marks()
        for mark, chip in self.chips.items():
            chip.setChecked(mark in marks)
            chip.setEnabled(not self._editor.desk.is_read_only)
        inherits = own is None and self._editor.value("programme") not in (None, MIXED)
        words = wording.text("several values") if own is MIXED else ""
        self._hint.setText(wording.text("same as the programme") if inherits else words)
        self.same.setVisible(own is not None and not self._editor.desk.is_read_only)

    def _marks(self) -> tuple[Accessibility, ...]:
        own = self._editor.value("accessibility")
        if own is MIXED:
            return ()
        if own is not None or self._editor.is_many:
            return tuple(own or ())
        programme = programme_of(self._editor.desk.plan, self._editor.record)
        return programme.accessibility if programme is not None else ()

    def _save(self) -> None:
        self._write(tuple(mark for mark, chip in self.chips.items() if chip.isChecked()))

    def _same_again(self) -> None:
        self._write(None)

    def _write(self, marks: tuple[Accessibility, ...] | None) -> None:
        sentence = self._editor.change("accessibility", marks, self._editor.desk.wording.text(ACCESSIBILITY))
        if sentence:
            self._editor.desk.say(sentence, level="warning")
