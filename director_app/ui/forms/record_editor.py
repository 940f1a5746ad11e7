"""Writes what fields say into the record that is shown, at once; a refusal comes back as a sentence."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from director_app.domain.edits import Change, Edit
from director_app.domain.refusals import Refusal
from director_app.domain.rules import name_of
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import refusal_sentence
from director_app.ui.desk import Desk
from director_app.ui.forms.field_paths import changes_at, value_at
from director_app.ui.steps import changed
from director_app.ui.widgets.kept_typing import commit_composition


class RecordEditor(QObject):
    """The record a form shows.

    Attributes:
        is_held: while its form is being made; a record may be named already, none is shown.

    Signals: ``shown(object)`` with the record, or None, whenever another one is shown or it changed.
    """

    shown = Signal(object)

    def __init__(self, desk: Desk, kind: str, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.kind = kind
        self.id = ""
        self.is_held = False

    @property
    def record(self) -> Any:
        """The record as the plan has it now; None when nothing is shown or it is gone."""
        return self.desk.plan.find(self.kind, self.id) if self.id and not self.is_held else None

    def show(self, identity: str) -> None:
        """Show another record, or none with an empty id; what is typed into the one before is written first."""
        if identity != self.id:
            self.desk.look.typing.finish()
        self.id = identity
        self.shown.emit(self.record)

    def refresh(self) -> None:
        """Show the same record as it is now."""
        self.shown.emit(self.record)

    def value(self, path: str) -> Any:
        """A field's value, see `field_paths`."""
        return value_at(self.record, path)

    def change(self, path: str, value: Any, label: str) -> str:
        """Write one field; "" when done, else the sentence that says why not."""
        record = self.record
        if record is None:
            return ""
        return self.perform(Change(self.kind, self.id, changes_at(record, path, value)), self.step(label))

    def step(self, label: str) -> StepName:
        """What the step of a change to this field is called."""
        record = self.record
        name = str(name_of(record)) if record is not None else ""
        return changed("" if name == self.id else name, label)

    def perform(self, edit: Edit, step: StepName) -> str:
        """Do something to the plan; "" when done, else the sentence that says why not."""
        return perform(self.desk, edit, step)


def perform(desk: Desk, edit: Edit, step: StepName) -> str:
    """Do something to the plan and let the caller say beside the field why it was refused; "" when done."""
    commit_composition()
    try:
        desk.carry_out(edit, step)
    except Refusal as refusal:
        return refusal_sentence(desk.wording, refusal)
    return ""
