"""Lists of records that have no order of their own: sorted by what they say, added by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from director_app.domain.edits import Add
from director_app.operations.open_plan import StepName
from director_app.ui import steps
from director_app.ui.desk import Desk
from director_app.ui.forms.bound_fields import FieldSpec
from director_app.ui.forms.name_field import new_record
from director_app.ui.forms.record_editor import perform
from director_app.ui.lines.record_lines import RecordLine, RecordLines

Order = Callable[[Any], Any]


class SortedLines(RecordLines):
    """Records in an order of their own making; they are not moved by hand."""

    def __init__(
        self, desk: Desk, kind: str, title: str, specs: Sequence[FieldSpec], *, add_hint: str, order: Order,
        dress: Callable[[RecordLine], None] | None = None, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        self._order = order
        super().__init__(desk, kind, title, specs, add_hint=add_hint, fresh=dict, dress=dress, parent=parent)

    def new(self, text: str) -> Any:
        """The record that a typed text adds; a sentence in words (str) when it adds none."""
        return new_record(self._kind, text)

    def _ids(self) -> list[str]:
        return [one.id for one in sorted(self._desk.plan.table(self._kind).values(), key=self._order)]

    def _made(self, identity: str) -> RecordLine:
        line = super()._made(identity)
        line.up.hide()
        line.down.hide()
        return line

    def _add_named(self, text: str) -> None:
        typed = text.strip()
        if not typed:
            return
        record = self.new(typed)
        sentence = record if isinstance(record, str) else ""
        if not sentence:
            sentence = perform(self._desk, Add((record,)), StepName(steps.ADDED, {"title": typed}))
        self.adder.show_wrong(sentence)
        if not sentence:
            self.adder.setModified(False)
            self.adder.show_value("")
