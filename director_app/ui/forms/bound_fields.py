"""Fields bound to one field of the record shown: they show it, read it, save it at once, and say refusals below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from director_app.domain.refusals import RefusedInput
from director_app.operations.sentences import refusal_sentence
from director_app.ui.forms.field_forms import TEXT, FieldForm, Reading
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.widgets.fields import ChoiceField, LineField, TextField, Tick
from director_app.ui.widgets.text import Text
from director_app.wording import Wording

Choices = Callable[[RecordEditor], list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One row of a form. `label`, `unit`, `hint` and `help` are messages."""

    path: str
    label: str
    form: FieldForm = TEXT
    unit: str = ""
    hint: str = ""
    help: str = ""
    lines: int = 1
    width: int = 0
    size: str = "body"
    choices: Choices | None = None
    ticks: bool = False


class BoundField(QWidget):
    """A field of any kind with its unit at the right and the sentence of a refusal below."""

    def __init__(self, editor: RecordEditor, spec: FieldSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.spec = spec
        self._look = editor.desk.look
        self._refused_for = ""
        self._is_keeping = False
        self._offered: list[tuple[str, str]] = []
        self.input = self._make_input()
        self._unit = Text(self._look, "", "small", "text2")
        self._sentence = Text(self._look, "", "small", "block", wraps=True)
        self._sentence.hide()
        self._lay_out()
        self.setFocusProxy(self.input)
        editor.shown.connect(self.show_record)
        self.retranslate()

    @property
    def label(self) -> str:
        """The label in the present language."""
        return self._editor.desk.wording.text(self.spec.label)

    @property
    def sentence(self) -> str:
        """Why what was typed was not taken; empty when it was."""
        return self._sentence.text() if not self._sentence.isHidden() else ""

    def retranslate(self) -> None:
        """Say unit and hint in the present language."""
        wording = self._editor.desk.wording
        self._unit.setText(wording.text(self.spec.unit) if self.spec.unit else "")
        self._unit.setVisible(bool(self.spec.unit))
        hint = wording.text(self.spec.hint) if self.spec.hint else ""
        if isinstance(self.input, LineField | TextField):
            self.input.setPlaceholderText(hint)
        if isinstance(self.input, Tick):
            self.input.setText(hint)
        self._offered = []
        self.offer_anew()
        self.show_record(self._editor.record)

    def offer_anew(self) -> None:
        """Offer what may be chosen now, where that has become something else."""
        if not isinstance(self.input, ChoiceField) or self.spec.choices is None:
            return
        offered = self.spec.choices(self._editor)
        if offered != self._offered:
            self._offered = offered
            self.input.set_choices(offered)

    def show_record(self, record: object) -> None:
        """Show the record's value; what was typed and refused stays while the same record is shown."""
        if record is None:
            self._forget_refusal()
            self._say("")
            return
        if self._is_keeping or self._refused_for == self._editor.id:
            return
        self._forget_refusal()
        self._say("")
        self._show_value(self._editor.value(self.spec.path), self._editor.desk.wording)

    def save(self, typed: object) -> None:
        """Read what was typed and write it into the plan."""
        if self._editor.record is None:
            return
        try:
            value = self._read(typed)
        except RefusedInput as refusal:
            self._refuse(refusal_sentence(self._editor.desk.wording, refusal))
            return
        # A refusal must not outlive the record it was about, so it is forgotten before the plan answers.
        self._forget_refusal()
        sentence = self._editor.change(self.spec.path, value, self.label)
        if sentence:
            self._refuse(sentence)
        else:
            self._say("")
            self.show_record(self._editor.record)

    def keep(self, typed: str) -> None:
        """Write what stands there while she pauses, if it can be; nothing is said, shown anew or moved."""
        try:
            value = self._read(typed)
        except RefusedInput:
            return
        if self._editor.record is None:
            return
        self._is_keeping = True
        try:
            sentence = self._editor.change(self.spec.path, value, self.label)
        finally:
            self._is_keeping = False
        if not sentence and self._refused_for:
            self._forget_refusal()
            self._say("")
            if isinstance(self.input, LineField):
                self.input.setModified(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape gives the record's value back after a refusal."""
        if (
            watched is self.input
            and self._refused_for
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self._forget_refusal()
            if isinstance(self.input, LineField | TextField):
                self.input.put_back()
            self.show_record(self._editor.record)
            return True
        return super().eventFilter(watched, event)

    def _make_input(self) -> QWidget:
        if self.spec.ticks:
            tick = Tick(self._look)
            tick.clicked.connect(self.save)
            return tick
        if self.spec.choices is not None:
            choice = ChoiceField(self._look, quiet=True)
            choice.chosen.connect(self.save)
            return choice
        if self.spec.lines > 1:
            text = TextField(self._look, self.spec.lines, quiet=True)
            text.changed_to.connect(self.save)
            text.paused_on.connect(self.keep)
            text.grow_to(max(self.spec.lines, 8))
            return text
        line = LineField(self._look, self.spec.size, quiet=True, tabular=self.spec.form.tabular)
        line.changed_to.connect(self.save)
        line.paused_on.connect(self.keep)
        line.said_elsewhere()
        return line

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        if self.spec.width:
            self.input.setFixedWidth(self.spec.width)
        else:
            self.input.setSizePolicy(QSizePolicy.Policy.Expanding, self.input.sizePolicy().verticalPolicy())
        row.addWidget(self.input, 0 if self.spec.width else 1)
        row.addWidget(self._unit)
        if self.spec.width:
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._sentence)

    def _show_value(self, value: Any, wording: Wording) -> None:
        if isinstance(self.input, Tick):
            self.input.setChecked(bool(value))
        elif isinstance(self.input, ChoiceField):
            self.input.show_value("" if value is None else str(value))
        elif isinstance(self.input, LineField | TextField):
            self.input.show_value(self.spec.form.write(value, wording))

    def _read(self, typed: object) -> Any:
        if self.spec.ticks:
            return bool(typed)
        desk = self._editor.desk
        near = desk.plan.season.first_day or desk.today()
        return self.spec.form.read(str(typed), Reading(desk.wording, near))

    def _refuse(self, sentence: str) -> None:
        self._refused_for = self._editor.id
        self.input.installEventFilter(self)  # only now: a form of fields that hear every event is slow to restyle
        self._say(sentence)

    def _forget_refusal(self) -> None:
        self._refused_for = ""
        self.input.removeEventFilter(self)

    def _say(self, sentence: str) -> None:
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        if isinstance(self.input, LineField | TextField):
            self.input.show_wrong(sentence)
