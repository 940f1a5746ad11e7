"""Writes what fields say into the record that is shown, at once; a refusal comes back as a sentence."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from director_app.domain.edits import Change, Edit
from director_app.domain.refusals import Refusal
from director_app.domain.rules import name_of
from director_app.operations.open_plan import StepName
from director_app.ui.desk import Desk
from director_app.ui.widgets.fields import commit_composition
from director_app.wording import message

CHANGE = message("Change {field} of {name}")
CHANGE_UNNAMED = message("Change {field}")


class RecordEditor(QObject):
    """The record a form shows.

    Signals: ``shown(object)`` with the record, or None, whenever another one is shown or it changed.
    """

    shown = Signal(object)

    def __init__(self, desk: Desk, kind: str, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.kind = kind
        self.id = ""

    @property
    def record(self) -> Any:
        """The record as the plan has it now; None when nothing is shown or it is gone."""
        return self.desk.plan.find(self.kind, self.id) if self.id else None

    def show(self, identity: str) -> None:
        """Show another record, or none with an empty id."""
        self.id = identity
        self.shown.emit(self.record)

    def refresh(self) -> None:
        """Show the same record as it is now."""
        self.shown.emit(self.record)

    def value(self, path: str) -> Any:
        """A field's value; a dot leads into a value such as "access.gate"."""
        value = self.record
        for name in path.split("."):
            value = getattr(value, name)
        return value

    def change(self, path: str, value: Any, label: str) -> str:
        """Write one field; "" when done, else the sentence that says why not."""
        record = self.record
        if record is None:
            return ""
        name, _dot, inner = path.partition(".")
        whole = getattr(record, name)._replace(**{inner: value}) if inner else value
        return self.perform(Change(self.kind, self.id, {name: whole}), self.step(label))

    def step(self, label: str) -> StepName:
        """What the step of a change to this field is called."""
        name = str(name_of(self.record)) if self.record is not None else ""
        if not name or name == self.id:
            return StepName(CHANGE_UNNAMED, {"field": label})
        return StepName(CHANGE, {"field": label, "name": name})

    def perform(self, edit: Edit, step: StepName) -> str:
        """Do something to the plan; "" when done, else the sentence that says why not."""
        return perform(self.desk, edit, step)


def perform(desk: Desk, edit: Edit, step: StepName) -> str:
    """Do something to the plan and let the caller say beside the field why it was refused; "" when done."""
    commit_composition()
    try:
        desk.open_plan.perform(edit, step)
    except Refusal as refusal:
        return desk.wording.text(refusal.message, **refusal.values)
    return ""
