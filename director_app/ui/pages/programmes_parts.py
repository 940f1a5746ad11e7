"""Lines of a programme's form that are more than one field: times with their sum, and the short title."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from director_app.domain.programme import Programme
from director_app.ui.forms.bound_fields import BoundField, FieldSpec
from director_app.ui.forms.field_forms import COUNT, MINUTES
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.widgets.text import Text
from director_app.wording import message

SHORT_TITLE_MOST = 12


class DurationLine(QWidget):
    """Set-up, running time and strike on one line, with their sum."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        look = editor.desk.look
        specs = (
            FieldSpec("setup_minutes", message("Set-up"), MINUTES, width=52),
            FieldSpec("running_minutes", message("Running time"), COUNT, width=52),
            FieldSpec("strike_minutes", message("Strike"), MINUTES, width=52),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.fields: list[BoundField] = []
        self._words: list[Text] = []
        for place, spec in enumerate(specs):
            if place:
                row.addWidget(Text(look, "·", "body", "text3"))
            word = Text(look, "", "small", "text2")
            field = BoundField(editor, spec)
            word.setBuddy(field.input)
            self._words.append(word)
            self.fields.append(field)
            row.addWidget(word)
            row.addWidget(field)
        self._sum = Text(look, "", "body", tabular=True)
        row.addWidget(self._sum)
        row.addStretch(1)
        self.setFocusProxy(self.fields[0])
        editor.shown.connect(self._show_record)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words in the present language."""
        for word, field in zip(self._words, self.fields, strict=True):
            word.setText(self._editor.desk.wording.text(_SHORT_WORDS.get(field.spec.path, field.spec.label)))
            field.input.setAccessibleName(field.label)
            field.retranslate()
        self._show_record(self._editor.record)

    def _show_record(self, record: Programme | None) -> None:
        if record is not None:
            total = record.setup_minutes + (record.running_minutes or 0) + record.strike_minutes
            self._sum.setText(self._editor.desk.wording.text("= {n} min", n=total))


_SHORT_WORDS = {"running_minutes": message("show")}


class ShortTitleLine(QWidget):
    """The short title and how it looks in a calendar, with its length in syllables."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        look = editor.desk.look
        self.field = BoundField(editor, FieldSpec("short_title", message("Short title"), hint=message("for calendars")))
        self.field.setFixedWidth(190)
        self._count = Text(look, "", "micro", "text3", tabular=True)
        self._preview = QLabel()
        self._preview.setTextFormat(Qt.TextFormat.PlainText)
        self._preview.setFont(look.font("micro"))
        self._preview.setProperty("kind", "calendar-line")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field)
        row.addWidget(self._count)
        row.addWidget(self._preview)
        row.addStretch(1)
        self.setFocusProxy(self.field)
        editor.shown.connect(self._show_record)

    def retranslate(self) -> None:
        """Say the hint in the present language."""
        self.field.input.setAccessibleName(self.field.label)
        self.field.retranslate()
        self._show_record(self._editor.record)

    def _show_record(self, record: Programme | None) -> None:
        if record is None:
            return
        wording = self._editor.desk.wording
        length = syllables(record.short_title)
        self._count.setText(f"{length}/{SHORT_TITLE_MOST}" if length else "")
        self._count.set_tone("warn" if length > SHORT_TITLE_MOST else "text3")
        self._count.setToolTip(wording.text("Calendars hold {n} syllables.", n=SHORT_TITLE_MOST))
        shown = record.short_title or record.title
        self._preview.setText(wording.text("In a calendar: {line}", line=f"12:10 {shown}") if shown else "")


def syllables(text: str) -> int:
    """How many syllables wide a text is: two Latin letters take the room of one."""
    width = sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text.strip())
    return (width + 1) // 2
