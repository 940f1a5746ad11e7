"""The people one calls at a company: as many lines as there are, and an empty one to add somebody."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from director_app.ui.forms.bound_fields import BoundField, FieldSpec
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.widgets.text import Text
from director_app.wording import message

MOST: Final = 12
_LINE: Final = (
    ("name", message("Contact"), message("name"), 0),
    ("role", message("Role"), message("role"), 0),
    ("phone", message("Phone"), message("phone"), 118),
    ("email", message("E-mail"), message("e-mail"), 0),
)


class ContactLine(QWidget):
    """One person: name, role, phone, address, and where these may be printed."""

    def __init__(self, editor: RecordEditor, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.fields: dict[str, BoundField] = {}
        for name, label, hint, width in _LINE:
            spec = FieldSpec(f"contacts[{place}].{name}", label, hint=hint, width=width)
            self.fields[name] = BoundField(editor, spec)
            row.addWidget(self.fields[name], 0 if width else 1)
        ticks = (
            ("on_call_sheets", message("On call sheets"), message("call sheet")),
            ("public", message("May be printed"), message("public")),
        )
        for name, label, hint in ticks:
            spec = FieldSpec(f"contacts[{place}].{name}", label, hint=hint, ticks=True)
            self.fields[name] = BoundField(editor, spec)
            row.addWidget(self.fields[name])
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for field in self.fields.values():
            field.input.setAccessibleName(field.label)
            field.input.setToolTip(field.label)
            field.retranslate()

    def show_ticks(self, shown: bool) -> None:
        """The line that adds somebody has no ticks yet."""
        for name in ("on_call_sheets", "public"):
            self.fields[name].setVisible(shown)


class ContactsPart(QFrame):
    """All contacts of the record shown, with the lock and the promise that they stay here."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setProperty("kind", "locked")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(8)
        self._lock = Text(editor.desk.look)
        self._words = Text(editor.desk.look, "", "small", "text2")
        top.addWidget(self._lock)
        top.addWidget(self._words, 1)
        self._column.addLayout(top)
        self.lines: list[ContactLine] = []
        editor.desk.theme_changed.connect(self._draw_lock)
        editor.shown.connect(self._show_record)
        self._draw_lock()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._words.setText(self._editor.desk.wording.text("Not in print, not in public calendars, unless ticked"))
        for line in self.lines:
            line.retranslate()
        self._show_record(self._editor.record)

    def _show_record(self, record: Any) -> None:
        if record is None:
            return
        wanted = min(MOST, len(record.contacts) + 1)
        while len(self.lines) < wanted:
            line = ContactLine(self._editor, len(self.lines), self)
            self.lines.append(line)
            self._column.addWidget(line)
        for place, line in enumerate(self.lines):
            line.setVisible(place < wanted)
            line.show_ticks(place < len(record.contacts))

    def _draw_lock(self, _theme: object = None) -> None:
        self._lock.setPixmap(self._editor.desk.look.pixmap("lock", "text2", 14))
