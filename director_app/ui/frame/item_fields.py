"""A field of the inspector: it reads one record or what many share, and says what holds while it is empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.edits import Add, Change, Several
from director_app.domain.refusals import RefusedInput
from director_app.ui.desk import Desk
from director_app.ui.forms.bound_fields import BoundField, FieldSpec
from director_app.ui.forms.field_paths import changes_at
from director_app.ui.forms.name_field import SEVERAL_FIT, AmbiguousName, NameField, name_in, named, new_record
from director_app.ui.frame.items_editor import MIXED, ItemsEditor, together
from director_app.ui.typed_times import UNDECIDED
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import ChoiceField, LineField, TextField, Tick
from director_app.wording import Wording, message

NOT_THERE: Final = message("“{name}” is not in this plan yet.")

Says = Callable[[ItemsEditor], str]


@dataclass(frozen=True, slots=True)
class FactSpec(FieldSpec):
    """One row of the inspector.

    `refers_to` names the kind of record whose name is typed; `inherited` says what holds while the field is empty;
    `rare` rows come with "more" or when they hold something, `single` ones only for one record, `wanted` ones when it
    says so; `text` and `understood` stand for the form where both need the plan.
    """

    refers_to: str = ""
    rare: bool = False
    single: bool = False
    inherited: Says | None = None
    wanted: Callable[[ItemsEditor], bool] | None = None
    text: Callable[[Desk, Any], str] | None = None
    understood: Callable[[Desk, str], Any] | None = None


class ItemField(BoundField):
    """A field of the inspector; of many records it shows what they share, else "several values"."""

    def __init__(self, editor: ItemsEditor, spec: FactSpec, parent: QWidget | None = None) -> None:
        self._items = editor
        self.fact = spec
        self._unknown = ""
        self._choices: list[tuple[str, str]] = []
        super().__init__(editor, spec, parent)
        self.add = Button(editor.desk.look, "", "link")
        self.add.clicked.connect(self._add_unknown)
        self.add.hide()
        self._sentence.setContentsMargins(8, 0, 0, 2)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            row = QHBoxLayout()  # a box with its focus at a hidden button would swallow the Tab key
            row.setContentsMargins(8, 0, 0, 0)
            row.addWidget(self.add)
            row.addStretch(1)
            layout.addLayout(row)

    @property
    def holds_something(self) -> bool:
        """Whether there is anything to see in it."""
        if self._items.record is None:
            return False
        if self.input.hasFocus() and self._items.desk.look.typing.step is not None:
            return True  # a row does not go while she types into it
        return self._items.value(self.fact.path) not in (None, "", (), False, MIXED)

    def show_record(self, record: object) -> None:
        """Show the value, and whether it may be changed now."""
        if record is not None:
            self._let(self._items.may_change(self.fact.path))
            self._offer()
        super().show_record(record)

    def _offer(self) -> None:
        """The choices there are for this record; the list is only made anew when they differ."""
        if isinstance(self.input, ChoiceField) and self.spec.choices is not None:
            choices = self.spec.choices(self._items)
            if choices != self._choices:
                self._choices = choices
                self.input.set_choices(choices)

    def _let(self, may_change: bool) -> None:
        if isinstance(self.input, LineField | TextField):
            self.input.setReadOnly(not may_change)
        else:
            self.setEnabled(may_change)  # as a whole: a proxy for a field that takes no focus would swallow the Tab key

    def _make_input(self) -> QWidget:
        if not self.fact.refers_to:
            return super()._make_input()
        field = NameField(self._items.desk, self.fact.refers_to)
        field.named.connect(self.save)
        field.paused_on.connect(self.keep)
        field.said_elsewhere()
        return field

    def _show_value(self, value: Any, wording: Wording) -> None:
        is_mixed = value is MIXED
        self._say_what_holds(wording, is_mixed=is_mixed)
        if isinstance(self.input, Tick):
            self.input.show_ticked(None if is_mixed else bool(value))
        elif is_mixed and isinstance(self.input, ChoiceField):
            self.input.show_value("\0")  # no choice has this key, so none is shown as chosen
        elif isinstance(self.input, LineField | TextField):
            self.input.show_value("" if is_mixed else self._written(value, wording))
        else:
            super()._show_value(value, wording)

    def _written(self, value: Any, wording: Wording) -> str:
        if self.fact.refers_to:
            record = self._items.desk.plan.find(self.fact.refers_to, value) if value else None
            return name_in(record) if record is not None else ""
        if self.fact.text is not None:
            return self.fact.text(self._items.desk, value)
        return self.spec.form.write(value, wording)

    def _say_what_holds(self, wording: Wording, *, is_mixed: bool) -> None:
        """In an empty field: several values, what is inherited, a hint, or nothing (which shows as undecided)."""
        words = wording.text(self.spec.hint) if self.spec.hint else ""
        if self.fact.inherited is not None:
            words = wording.text("inherited") if self._items.is_many else self.fact.inherited(self._items) or words
        if is_mixed:
            words = wording.text("several values")
        if isinstance(self.input, LineField | TextField | ChoiceField):
            self.input.setPlaceholderText(words)
        self.setToolTip(words if self.spec.hint else "")

    def _read(self, typed: object) -> Any:
        text = str(typed).strip()
        if self.fact.refers_to:
            return self._record_called(text)
        if self.fact.understood is not None:
            return self.fact.understood(self._items.desk, text)
        return super()._read(typed)

    def _record_called(self, name: str) -> str | None:
        desk = self._items.desk
        self._unknown = ""
        if name.lower() in UNDECIDED:
            return None
        present = desk.plan.find(self.fact.refers_to, self._items.value(self.fact.path) or "")
        if present is not None and name_in(present) == name:
            return str(present.id)
        try:
            found = named(desk.plan, self.fact.refers_to, name)
        except AmbiguousName as several:
            raise RefusedInput(SEVERAL_FIT, name=name, n=several.count) from None
        if found is None:
            self._unknown = name
            raise RefusedInput(NOT_THERE, name=name)
        return found

    def _say(self, sentence: str) -> None:
        super()._say(sentence)
        if not hasattr(self, "add"):
            return
        if not sentence:
            self._unknown = ""
        self.add.setVisible(bool(sentence and self._unknown))
        self.add.setText(self._items.desk.wording.text("Add “{name}”", name=self._unknown))

    def _add_unknown(self) -> None:
        """Add a record of this name and name it here, as one step."""
        name, editor = self._unknown, self._items
        record = new_record(self.fact.refers_to, name)
        changes = [Change(editor.kind, one.id, changes_at(one, self.fact.path, record.id)) for one in editor.records()]
        self._forget_refusal()
        sentence = editor.perform(Several((Add((record,)), together(changes))), editor.step(self.label))
        if sentence:
            self._refuse(sentence)
        else:
            self._say("")
            self.show_record(editor.record)
