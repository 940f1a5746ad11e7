"""The texts of a programme for print: Korean at the left, another language beside it, and what is missing in each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from director_app.domain.programme import Programme
from director_app.ui.forms.bound_fields import BoundField, FieldSpec
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.widgets.buttons import Button, Chip
from director_app.ui.widgets.record_form import clear_layout
from director_app.ui.widgets.text import Text
from director_app.wording import message

ENGLISH: Final = "en"
#: What workers of the complexes read and our fonts can print, by BCP 47 tag, each in its own words.
LANGUAGES: Final = {
    "en": "English", "vi": "Tiếng Việt", "id": "Bahasa Indonesia", "uz": "Oʻzbekcha", "ru": "Русский",
    "fil": "Filipino", "mn": "Монгол", "kk": "Қазақша", "ky": "Кыргызча", "tg": "Тоҷикӣ", "tet": "Tetun",
}  # fmt: skip
_KOREAN: Final = (
    FieldSpec("title", message("Title"), hint=message("Title")),
    FieldSpec("subtitle", message("Subtitle"), hint=message("Subtitle")),
    FieldSpec("intro", message("Introduction"), lines=6, hint=message("a few sentences for print")),
)
_PARTS: Final = (
    ("title", message("Title"), 1),
    ("subtitle", message("Subtitle"), 1),
    ("intro", message("Introduction"), 6),
    ("audience", message("For whom"), 1),
    ("admission", message("Admission"), 1),
    ("age_rating", message("Age rating"), 1),
    ("booking", message("Booking"), 1),
)


def missing_in(record: Programme, language: str) -> tuple[str, ...]:
    """The parts that Korean has and a language lacks, by their names in `_PARTS`."""
    text = next((one for one in record.texts if one.language == language), None)
    found = []
    for name, _label, _lines in _PARTS:
        given = getattr(text, name, "") or (record.title_en if (name, language) == ("title", ENGLISH) else "")
        if getattr(record, name) and not given:
            found.append(name)
    return tuple(found)


def languages_of(record: Programme) -> tuple[str, ...]:
    """English, and every other language the programme has words in."""
    return tuple(dict.fromkeys((ENGLISH, *(one.language for one in record.texts if one.language != "ko"))))


class TextsPart(QWidget):
    """Two columns: Korean, and the language that is chosen by a chip; each chip says how much is missing there."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.language = ENGLISH
        self._added: tuple[str, ...] = ()
        self._of = ""
        look = editor.desk.look
        self.chips: dict[str, Chip] = {}
        self._chip_row = QHBoxLayout()
        self._chip_row.setSpacing(4)
        self.more = Button(look, "", "link")
        self.more.clicked.connect(self._open_more)
        self._missing = Text(look, "", "small", "warn", wraps=True)
        self._heads = (Text(look, "", "small-strong", "text2"), Text(look, "", "small-strong", "text2"))
        self.korean = [BoundField(editor, spec) for spec in _KOREAN]
        self.others: list[BoundField] = []
        self._right = QVBoxLayout()
        self._lay_out()
        self._show_language(ENGLISH)
        editor.shown.connect(self._show_record)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._editor.desk.wording
        self._heads[0].setText(wording.text("Korean"))
        self.more.setText(wording.text("Another language…"))
        for field in (*self.korean, *self.others):
            field.retranslate()
        self._name_fields()
        self._show_record(self._editor.record)

    def choose(self, language: str) -> None:
        """Show a language beside Korean, also one the programme has no words in yet."""
        if language not in self._known():
            self._added = (*self._added, language)
        self._show_language(language)
        self._show_record(self._editor.record)

    def _known(self) -> tuple[str, ...]:
        record = self._editor.record
        present = languages_of(record) if record is not None else (ENGLISH,)
        return tuple(dict.fromkeys((*present, *self._added)))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(self._chip_row)
        top.addWidget(self.more)
        top.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(2)
        left.addWidget(self._heads[0])
        for field in self.korean:
            left.addWidget(field)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(2)
        right.addWidget(self._heads[1])
        self._right.setSpacing(2)
        right.addLayout(self._right)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(columns)
        column.addWidget(self._missing)

    def _show_language(self, language: str) -> None:
        """Put the fields of a language into the right column."""
        self.language = language
        clear_layout(self._right)
        self.others = []
        for name, label, lines in _PARTS:
            path = "title_en" if (name, language) == ("title", ENGLISH) else f"texts[language={language}].{name}"
            field = BoundField(self._editor, FieldSpec(path, label, lines=lines, hint=message("missing")))
            self.others.append(field)
            self._right.addWidget(field)
        self._heads[1].setText(LANGUAGES.get(language, language))
        self._name_fields()

    def _name_fields(self) -> None:
        wording = self._editor.desk.wording
        for fields, language in ((self.korean, wording.text("Korean")), (self.others, self._heads[1].text())):
            for field in fields:
                field.input.setAccessibleName(f"{field.label} ({language})")

    def _show_record(self, record: Programme | None) -> None:
        if record is None:
            return
        if record.id != self._of:
            self._of, self._added = record.id, ()
            if self.language not in languages_of(record):
                self._show_language(ENGLISH)
        self._show_chips(record)
        missing = missing_in(record, self.language)
        text = next((one for one in record.texts if one.language == self.language), None)
        for field, (name, _label, _lines) in zip(self.others[len(_KOREAN) :], _PARTS[len(_KOREAN) :], strict=True):
            field.setVisible(name in missing or bool(getattr(text, name, "")))
        wording = self._editor.desk.wording
        words = [wording.text(label) for name, label, _lines in _PARTS if name in missing]
        language = LANGUAGES.get(self.language, self.language)
        said = wording.text("Missing in {language}: {list}", language=language, list=wording.listing(words))
        if not record.intro:
            said = wording.text("The introduction is missing.")
            words = [said]
        self._missing.show_if_said(said if words else "")

    def _show_chips(self, record: Programme) -> None:
        known = self._known()
        if tuple(self.chips) != known:
            clear_layout(self._chip_row)
            self.chips = {language: self._chip(language) for language in known}
        for language, chip in self.chips.items():
            count = len(missing_in(record, language))
            chip.set_text(LANGUAGES.get(language, language), count or None)
            missing = self._editor.desk.wording.plural("{n} part missing", "{n} parts missing", count)
            chip.setToolTip(missing if count else "")
            chip.setChecked(language == self.language)

    def _chip(self, language: str) -> Chip:
        chip = Chip(self._editor.desk.look)
        chip.setProperty("language", language)
        chip.clicked.connect(self._chip_clicked)
        self._chip_row.addWidget(chip)
        return chip

    def _chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.choose(str(chip.property("language")))

    def _open_more(self) -> None:
        menu = QMenu(self.more)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for language in self._offered():
            menu.addAction(LANGUAGES[language]).setData(language)
        menu.triggered.connect(self._more_chosen)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _offered(self) -> Iterable[str]:
        return (language for language in LANGUAGES if language not in self._known())

    def _more_chosen(self, action: QAction) -> None:
        self.choose(str(action.data()))
