"""Own words: the director's templates of a document, chosen beside the preview and worded in a window beside it.

Every field writes at once, as one step that can be undone; the preview behind the window follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from director_app.documents.catalogue import DocumentSpec
from director_app.documents.own_words import (
    INTRO,
    INTRO_NAME,
    LEFT_OUT,
    SEASON_TEXTS,
    headings_of,
    season_texts_of,
    usual_heading,
)
from director_app.domain.edits import Change
from director_app.domain.ids import TemplateId
from director_app.domain.papers import Template
from director_app.operations import templates
from director_app.operations.open_plan import StepName
from director_app.ui.desk import Desk
from director_app.ui.forms.photo_field import PhotoField
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.publishing.choice import Choice
from director_app.ui.publishing.giving import documents_folder
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import ChoiceField, LineField, Tick
from director_app.ui.widgets.record_form import RecordForm, row_of
from director_app.ui.widgets.text import Text
from director_app.ui.window_place import fit_dialog
from director_app.wording import Wording, message

STYLES: Final = (
    ("", message("as fits")),
    ("typographic", message("large type")),
    ("photo", message("photo")),
    ("festive", message("festive pattern")),
)
"""The looks of a flyer or cover, as they are offered."""
NOT_A_COLOUR: Final = message("A colour is written as #RRGGBB, for example #127B5F.")
_EMPTY_LOGO: Final = message("Drop a logo here (else that of the complex)")


class TemplateRow(QWidget):
    """Which template, and the way to its words. Signals: ``chosen(str)`` an id, "" is the usual one."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._choice = Choice()
        self.dialog: OwnWordsDialog | None = None
        self.field = ChoiceField(desk.look)
        self.field.chosen.connect(self._chosen)
        self.button = Button(desk.look, "", "link")
        self.button.clicked.connect(self.open_words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.field)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_choice(self, choice: Choice) -> None:
        """Show the templates there are for the document and the chosen one."""
        self._choice = choice
        wording = self._desk.wording
        known = templates.templates_of(self._desk.plan, choice.document)
        self.field.set_choices([("", wording.text("as usual")), *((one.id, one.name) for one in known)])
        self.field.show_value(choice.template or "")
        self.field.setAccessibleName(wording.text("Template"))
        self.button.setText(wording.text("Own words …") if choice.template else wording.text("New, with own words …"))
        self.button.setEnabled(not self._desk.is_read_only or bool(choice.template))
        if self.dialog is not None:
            self.dialog.refresh()

    def open_words(self) -> None:
        """Open the words of the chosen template; without one, begin a new one for this document."""
        spec, desk = self._choice.spec, self._desk
        if spec is None:
            return
        identity = self._choice.template
        if identity is None:
            name = desk.wording.text("My {document}", document=desk.wording.text(spec.title))
            template, edit, step = templates.beginning(desk.plan, spec.name, name)
            if desk.perform(edit, step) is None:
                return
            identity = template.id
            self.chosen.emit(identity)
        if self.dialog is not None:
            self.dialog.close()
        self.dialog = OwnWordsDialog(desk, identity, spec, self)
        self.dialog.finished.connect(self._forget)
        self.dialog.show()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _chosen(self, key: str) -> None:
        self.chosen.emit(key)


class OwnWordsDialog(QDialog):
    """The words, what is shown, paper, colour and logo of one template; stays open beside the preview."""

    def __init__(self, desk: Desk, identity: TemplateId, spec: DocumentSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._id, self._spec = desk, identity, spec
        look, wording = desk.look, desk.wording
        self.setWindowTitle(wording.text("Own words"))
        fit_dialog(self, QSize(460, 640))
        self._form = RecordForm(look, self, label_width=150, row_gap=6)
        self._editor = RecordEditor(desk, "templates", self)
        self.name = LineField(look)
        self.name.changed_to.connect(self._renamed)
        self._form.add_row(wording.text("Name"), self.name)
        self.words: dict[str, LineField] = {}
        self.ticks: dict[str, Tick] = {}
        self._add_words(wording)
        self._add_form(wording)
        self._add_ticks(wording)
        self._lay_out(wording)
        self._editor.show(identity)
        self.refresh()

    @property
    def template(self) -> Template | None:
        """The template as the plan has it now."""
        return self._desk.plan.templates.get(self._id)

    def refresh(self) -> None:
        """Show the template as it is now; a template that is gone closes the window."""
        template = self.template
        if template is None:
            self.close()
            return
        self.name.show_value(template.name)
        said = {word.place: word.text for word in template.words}
        for place, field in self.words.items():
            field.show_value(said.get(place, ""))
        for name, tick in self.ticks.items():
            tick.show_ticked(name not in template.left_out)
        self.sizes.show_value(template.size)
        self.styles.show_value(template.style)
        self.colour.show_value(template.colour)
        self._editor.refresh()

    # -- fields ---------------------------------------------------------------------------------------------

    def _add_words(self, wording: Wording) -> None:
        season = self._desk.plan.season
        for field in season_texts_of(self._spec.name):
            self._add_word(field, wording.text(SEASON_TEXTS[field]), str(getattr(season, field)))
        if "programme" in self._spec.needs_one_of:
            self._add_word(INTRO, wording.text(INTRO_NAME), "")
        self._form.add_wide(Text(self._desk.look, wording.text("Headings"), "small-strong", "text2"))
        for heading in headings_of(self._spec):
            usual = usual_heading(wording, heading)
            self._add_word(heading, usual, usual)

    def _add_word(self, place: str, label: str, usual: str) -> None:
        field = LineField(self._desk.look)
        field.setPlaceholderText(usual)
        field.setProperty("place", place)
        field.changed_to.connect(self._worded)
        self.words[place] = field
        self._form.add_row(label, field)

    def _add_form(self, wording: Wording) -> None:
        look = self._desk.look
        self._form.add_wide(Text(look, wording.text("Form"), "small-strong", "text2"))
        self.sizes, self.styles, self.colour = ChoiceField(look), ChoiceField(look), LineField(look)
        self.sizes.set_choices([("", wording.text("as usual")), *((size, size) for size in self._spec.sizes)])
        self.styles.set_choices([(key, wording.text(text)) for key, text in STYLES])
        complex_ = self._desk.plan.complex
        self.colour.setPlaceholderText(complex_.colour if complex_ else "")
        self.sizes.chosen.connect(self._sized)
        self.styles.chosen.connect(self._styled)
        self.colour.changed_to.connect(self._coloured)
        self._form.add_row(wording.text("Size"), self.sizes)
        if self._spec.has_styles:
            self._form.add_row(wording.text("Style"), self.styles)
        self._form.add_row(wording.text("Colour"), self.colour)
        self.logo = PhotoField(self._editor, field="logo", empty=_EMPTY_LOGO)
        self._form.add_row(wording.text("Logo"), self.logo)

    def _add_ticks(self, wording: Wording) -> None:
        look = self._desk.look
        self._form.add_wide(Text(look, wording.text("What is shown"), "small-strong", "text2"))
        for name, (label, _fields) in LEFT_OUT.items():
            tick = Tick(look, wording.text(label))
            tick.setProperty("place", name)
            tick.clicked.connect(self._ticked)
            self.ticks[name] = tick
            self._form.add_wide(tick)

    def _lay_out(self, wording: Wording) -> None:
        look = self._desk.look
        holder = QWidget()
        holder.setProperty("kind", "scrolled")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(20, 16, 16, 16)
        inner.addWidget(self._form)
        inner.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        self.remove_button = Button(look, wording.text("Remove"), "normal", "trash-2")
        self.remove_button.clicked.connect(self._remove)
        self.pass_button = Button(look, wording.text("Save as a file …"), "normal")
        self.pass_button.clicked.connect(self._pass_on)
        self.close_button = Button(look, wording.text("Close"), "primary")
        self.close_button.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, 1)
        column.addWidget(row_of(self.remove_button, self.pass_button, self.close_button, margins=(20, 8, 16, 14)))
        self.setEnabled(not self._desk.is_read_only)

    # -- writing --------------------------------------------------------------------------------------------

    def _change(self, values: dict[str, object]) -> None:
        template = self.template
        if template is not None:
            step = StepName(templates.WORDED, {"name": template.name})
            self._desk.perform(Change("templates", template.id, values), step)

    def _renamed(self, name: str) -> None:
        if name.strip():
            self._change({"name": name.strip()})
        else:
            self.refresh()

    def _worded(self, text: str) -> None:
        template = self.template
        if template is not None:
            place = str(self.sender().property("place"))
            self._desk.perform(*templates.wording(template, place, text.strip()))

    def _ticked(self, ticked: bool) -> None:
        template = self.template
        if template is not None:
            place = str(self.sender().property("place"))
            self._desk.perform(*templates.leaving(template, place, is_shown=ticked))

    def _sized(self, key: str) -> None:
        self._change({"size": key})

    def _styled(self, key: str) -> None:
        self._change({"style": key})

    def _coloured(self, text: str) -> None:
        colour = text.strip()
        if colour and re.fullmatch(r"#[0-9a-fA-F]{6}", colour) is None:
            self.colour.show_wrong(self._desk.wording.text(NOT_A_COLOUR))
            return
        self.colour.show_wrong("")
        self._change({"colour": colour})

    def _remove(self) -> None:
        template = self.template
        if template is not None and self._desk.perform(*templates.removal(template)) is not None:
            self.close()

    def _pass_on(self) -> None:
        desk, template = self._desk, self.template
        if template is None:
            return
        title = desk.wording.text("Save as a file …")
        suggested = documents_folder() / f"{template.name}{templates.SUFFIX}"
        path = desk.questions.file_to_write(self, title, desk.wording.text("Templates (*.cdtemplate)"), suggested)
        if path is not None:
            desk.attempt(_Writing(desk, template, path))


def take_in_template(desk: Desk, parent: QWidget, chosen: Callable[[Template], None]) -> None:
    """Ask for the file of a template and take it in; `chosen` is told of it."""
    wording = desk.wording
    kinds = wording.text("Templates (*.cdtemplate)")
    path = desk.questions.file_to_open(parent, wording.text("Take in a template …"), kinds, documents_folder())
    if path is None:
        return
    taken = desk.attempt(_Taking(desk, path))
    if isinstance(taken, Template):
        chosen(taken)


class _Writing:
    """Writes a template into a file, when called."""

    def __init__(self, desk: Desk, template: Template, path: Path) -> None:
        self._desk, self._template, self._path = desk, template, path

    def __call__(self) -> bool:
        """True once it is written."""
        templates.write_template(self._desk.open_plan, self._template, self._path)
        said = self._desk.wording.text("Written: {file}", file=self._path.name)
        self._desk.say(said, level="ok")
        return True


class _Taking:
    """Takes a template in, when called."""

    def __init__(self, desk: Desk, path: Path) -> None:
        self._desk, self._path = desk, path

    def __call__(self) -> Template:
        """The template as it is in the plan."""
        return templates.take_in(self._desk.open_plan, self._path)
