"""The rows of options: what a document speaks of, and in which form it is made."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.documents.catalogue import WORKERS_LANGUAGES
from director_app.domain.ids import TemplateId
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.operations.sentences import refusal_sentence
from director_app.ui import typed_times
from director_app.ui.desk import Desk
from director_app.ui.forms.record_choice import RecordChoice
from director_app.ui.publishing.choice import Choice
from director_app.ui.publishing.words import STYLES, TemplateRow
from director_app.ui.widgets.fields import ChoiceField, LineField, Tick
from director_app.ui.widgets.record_form import RecordForm, row_of
from director_app.ui.widgets.segments import Segments
from director_app.ui.widgets.text import Text, horizontal_line
from director_app.wording import LANGUAGES, message

_LABELS = {
    "form": message("File"),
    "size": message("Size"),
    "language": message("Language"),
    "style": message("Style"),
    "languages": message("Further"),
    "repeating": message("Further"),
    "bleed": message("Bleed"),
}
_SCOPES = (
    ("programme", "programmes", message("Programme")),
    ("area", "areas", message("Area")),
    ("initiative", "initiatives", message("Initiative")),
    ("artist", "artists", message("Artist")),
    ("venue", "venues", message("Venue")),
)
NOT_A_BLEED = message("The bleed must be between 0 and 5 mm.")


class ScopeRows(QWidget):
    """What the document speaks of: one choice per kind of record, and the dates between which it lies."""

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choice = Choice()
        look = desk.look
        self._form = RecordForm(look, self, label_width=54, row_gap=6)
        self.fields: dict[str, RecordChoice] = {}
        self._rows: dict[str, tuple[QWidget, QWidget]] = {}
        for name, kind, label in _SCOPES:
            field = RecordChoice(desk, kind)
            field.setProperty("scope", name)
            field.chosen.connect(self._chosen)
            self.fields[name] = field
            label_shown = self._form.add_row(desk.wording.text(label), field, key=name)
            self._rows[name] = (label_shown, field)
        self.since, self.until = LineField(look, tabular=True), LineField(look, tabular=True)
        for day in (self.since, self.until):
            day.changed_to.connect(self._dates_typed)
        dash = Text(look, "~", "body", "text2")
        self._form.add_row(desk.wording.text("Dates"), row_of(self.since, dash, self.until, spacing=4), key="dates")
        self._sentence = Text(look, "", "small", "block", wraps=True)
        self._sentence.hide()
        self._form.add_wide(self._sentence)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)

    def retranslate(self) -> None:
        """Say labels in the present language."""
        wording = self._desk.wording
        for name, _kind, label in _SCOPES:
            self._form.set_label(name, wording.text(label))
            self.fields[name].name_both(wording.text(label))
        self._form.set_label("dates", wording.text("Dates"))
        self.since.setPlaceholderText(wording.text("from"))
        self.until.setPlaceholderText(wording.text("until"))
        self.since.setAccessibleName(wording.text("First day"))
        self.until.setAccessibleName(wording.text("Last day"))

    def show_choice(self, choice: Choice, plan: Plan) -> None:
        """Show a choice; rows that the document does not know are hidden."""
        self._choice = choice
        wording = self._desk.wording
        spec = choice.spec
        for name, _kind, _label in _SCOPES:
            known = spec is None or name in spec.scopes
            show_row(self._rows[name], shown=known)
            if not known:
                continue
            needs = spec.needs_one_of if spec is not None else ()
            others = (getattr(choice.scope, other) for other in needs if other not in (name, "delivery"))
            needed = name in needs and not any(others)
            present = getattr(choice.scope, name)
            everything = wording.text("all") if not needed else ("" if present else "–")
            self.fields[name].show_record(plan, str(present or ""), everything)
        for field, day in ((self.since, choice.scope.since), (self.until, choice.scope.until)):
            field.show_value(wording.date_short(day) if day is not None else "")

    def _chosen(self, key: str) -> None:
        name = str(self.sender().property("scope"))
        values: dict[str, Any] = {name: key or None}
        if name == "programme":
            values["delivery"] = None
        self.changed.emit(self._choice.narrowed(**values))

    def _dates_typed(self, _text: str) -> None:
        near = self._desk.plan.season.first_day or self._desk.today()
        try:
            since = typed_times.read_date(self.since.text(), near)
            until = typed_times.read_date(self.until.text(), since or near)
            if since is not None and until is not None and until < since:
                raise RefusedInput(typed_times.ENDS_FIRST)
        except RefusedInput as refusal:
            self._say(refusal_sentence(self._desk.wording, refusal))
            return
        self._say("")
        self.changed.emit(self._choice.narrowed(since=since, until=until))

    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))


class FormRows(QWidget):
    """Size, language and style; bleed and marks for a print shop."""

    changed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choice = Choice()
        self._languages_named: list[tuple[str, str]] = []
        look, wording = desk.look, desk.wording
        self._form = RecordForm(look, self, label_width=54, row_gap=6)
        self._rows: dict[str, tuple[QWidget, QWidget]] = {}
        self.template = TemplateRow(desk)
        self.template.chosen.connect(self._template_chosen)
        self._rows["template"] = (
            self._form.add_row(wording.text("Template"), self.template, key="template"),
            self.template,
        )
        self.forms = Segments(look, "", stretches=True)
        self.forms.set_choices([("pdf", "PDF"), ("docx", "DOCX")])
        self.forms.chosen.connect(self._form_chosen)
        self.sizes = Segments(look, "", stretches=True)
        self.sizes.chosen.connect(self._size_chosen)
        self.language = ChoiceField(look)
        self.language.chosen.connect(self._language_chosen)
        self.styles = ChoiceField(look)
        self.styles.chosen.connect(self._style_chosen)
        self.languages = Tick(look)
        self.languages.clicked.connect(self._languages_ticked)
        self.repeating = Tick(look)
        self.repeating.clicked.connect(self._repeating_ticked)
        self._shop = Text(look, "", "small-strong", "text2")
        self.bleed = LineField(look, tabular=True)
        self.bleed.setFixedWidth(52)
        self.bleed.changed_to.connect(self._bleed_typed)
        self.marks = Tick(look)
        self.marks.clicked.connect(self._marks_ticked)
        fields = (self.forms, self.sizes, self.language, self.styles, self.languages, self.repeating)
        for (key, name), field in zip(_LABELS.items(), fields, strict=False):
            self._rows[key] = (self._form.add_row(wording.text(name), field, key=key), field)
        self._line = horizontal_line(self)
        self._form.add_wide(self._line)
        self._form.add_wide(self._shop)
        shop = row_of(self.bleed, Text(look, "mm", "small", "text2"), self.marks, 1)
        self._rows["bleed"] = (self._form.add_row(wording.text("Bleed"), shop, key="bleed"), shop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._desk.wording
        for key, label in ({"template": "Template"} | _LABELS).items():
            self._form.set_label(key, wording.text(label))
        self.forms.setAccessibleName(wording.text("File"))
        self.sizes.setAccessibleName(wording.text("Size"))
        self._name_languages()
        self.styles.set_choices([(key, wording.text(text)) for key, text in STYLES])
        self.languages.setText(wording.text("a line in other languages"))
        self.repeating.setText(wording.text("a rule as one event"))
        self.repeating.setToolTip(
            wording.text("Only dates that nobody was given yet; what phones have stays in the form they got it.")
        )
        self._shop.setText(wording.text("Print shop"))
        self.marks.setText(wording.text("crop marks"))

    def show_choice(self, choice: Choice) -> None:
        """Show a choice."""
        self._choice = choice
        spec = choice.spec
        show_row(self._rows["template"], shown=spec is not None)
        self.template.show_choice(choice)
        show_row(self._rows["form"], shown=spec is not None and spec.is_editable)
        self.forms.choose(choice.form)
        show_row(self._rows["size"], shown=spec is not None and len(spec.sizes) > 1)
        is_public = spec is not None and spec.is_public
        show_row(self._rows["style"], shown=spec is not None and spec.has_styles)
        show_row(self._rows["languages"], shown=spec is not None and spec.has_languages)
        show_row(self._rows["repeating"], shown=choice.is_calendar)
        self.repeating.setChecked(choice.repeating)
        show_row(self._rows["bleed"], shown=is_public)
        self._line.setVisible(is_public)
        self._shop.setVisible(is_public)
        if spec is not None:
            self.sizes.set_choices([(size, size) for size in spec.sizes])
            own = self._desk.plan.templates.get(choice.template) if choice.template is not None else None
            wanted = own.size if own is not None and not choice.size else ""
            self.sizes.choose(wanted if wanted in spec.sizes else choice.shown_size)
        self._name_languages()
        self.language.show_value(choice.in_language or choice.language)
        self.styles.show_value(choice.style or "")
        self.languages.setChecked(choice.languages)
        self.bleed.show_value(f"{choice.bleed_mm:g}")
        self.marks.setChecked(choice.marks)

    def _template_chosen(self, key: str) -> None:
        self.changed.emit(replace(self._choice, template=TemplateId(key) if key else None))

    def _form_chosen(self, form: Any) -> None:
        self.changed.emit(replace(self._choice, form=form))

    def _size_chosen(self, size: Any) -> None:
        self.changed.emit(replace(self._choice, size=size))

    def _name_languages(self) -> None:
        """Korean and English; for what hangs where they work, the languages of the workers too."""
        wording, spec = self._desk.wording, self._choice.spec
        choices = [("ko", wording.text("Korean")), ("en", wording.text("English"))]
        if spec is not None and spec.has_languages:
            choices += WORKERS_LANGUAGES
        if choices != self._languages_named:
            self._languages_named = choices
            self.language.set_choices(choices)

    def _language_chosen(self, language: str) -> None:
        if language in LANGUAGES:
            self.changed.emit(replace(self._choice, language=language, in_language=""))
        else:
            self.changed.emit(replace(self._choice, in_language=language))

    def _style_chosen(self, key: Any) -> None:
        self.changed.emit(replace(self._choice, style=key or None))

    def _languages_ticked(self, ticked: bool) -> None:
        self.changed.emit(replace(self._choice, languages=ticked))

    def _repeating_ticked(self, ticked: bool) -> None:
        self.changed.emit(replace(self._choice, repeating=ticked))

    def _marks_ticked(self, ticked: bool) -> None:
        bleed = self._choice.bleed_mm or (3.0 if ticked else 0.0)
        self.changed.emit(replace(self._choice, marks=ticked, bleed_mm=bleed))

    def _bleed_typed(self, text: str) -> None:
        try:
            bleed = float(text.strip() or 0)
        except ValueError:
            bleed = -1.0
        if not 0 <= bleed <= 5:
            self.bleed.show_wrong(self._desk.wording.text(NOT_A_BLEED))
            self._desk.say(self._desk.wording.text(NOT_A_BLEED), level="warning")
            return
        self.bleed.show_wrong("")
        self.changed.emit(replace(self._choice, bleed_mm=bleed))


def show_row(row: tuple[QWidget, QWidget], *, shown: bool) -> None:
    """Show or hide label and field of a row."""
    for widget in row:
        widget.setVisible(shown)
