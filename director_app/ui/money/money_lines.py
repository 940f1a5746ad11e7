"""Lists of records that have no order of their own: sorted by what they say, added by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from director_app.domain.edits import Add
from director_app.domain.ids import OutcomeId, ReportTextId, new_id
from director_app.domain.local_texts import said
from director_app.domain.outcomes import Outcome, ReportText
from director_app.domain.plan import Plan
from director_app.operations.open_plan import StepName
from director_app.ui import steps
from director_app.ui.desk import Desk
from director_app.ui.forms.bound_fields import FieldSpec
from director_app.ui.forms.name_field import new_record
from director_app.ui.forms.record_editor import perform
from director_app.ui.money.fields import GROUPS
from director_app.ui.season.record_lines import RecordLine, RecordLines
from director_app.ui.widgets.text import OneLine
from director_app.wording import Wording, message

WHOLE_SEASON: Final = message("Whole season")
NOTHING_NAMED: Final = message(
    "Nothing is called “{name}”. Name an event, a programme or an initiative, or the whole season."
)
#: What an outcome may speak of: its field, the kind of record, and how that is called.
_ABOUT: Final = (
    ("event", "events", "title"),
    ("initiative", "initiatives", "name"),
    ("programme", "programmes", "title"),
    ("delivery", "deliveries", "number"),
)
Order = Callable[[Any], Any]


class MoneyLines(RecordLines):
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


class OutcomeLines(MoneyLines):
    """What came of single parts and of the whole season; each line begins with what it speaks of."""

    def new(self, text: str) -> Any:
        """The outcome of what is named so."""
        wording = self._desk.wording
        about = about_named(self._desk.plan, text, wording)
        if about is None:
            return wording.text(NOTHING_NAMED, name=text)
        return Outcome(OutcomeId(new_id()), **about)


class TextLines(MoneyLines):
    """Typed parts of reports."""

    def new(self, text: str) -> Any:
        """A text for the part that has none yet."""
        used = {one.part for one in self._desk.plan.report_texts.values()}
        from director_app.domain.outcomes import ReportPart

        free = next((part for part in ReportPart if part not in used), ReportPart.ADMINISTRATION)
        return ReportText(ReportTextId(new_id()), free, text)


def about_named(plan: Plan, text: str, wording: Wording) -> dict[str, Any] | None:
    """The fields of an outcome that name what is called so; none of them for the whole season, None for nothing."""
    wanted = text.strip().casefold()
    if wanted == wording.text(WHOLE_SEASON).casefold():
        return {}
    for field, kind, name in _ABOUT:
        for record in plan.table(kind).values():
            if wanted in (str(getattr(record, name, "")).casefold(), str(getattr(record, f"{name}_en", "")).casefold()):
                return {field: record.id}
    return None


def about(plan: Plan, outcome: Outcome, wording: Wording) -> str:
    """What an outcome speaks of, in words."""
    for field, kind, name in _ABOUT:
        identity = getattr(outcome, field)
        record = plan.find(kind, identity) if identity else None
        if record is not None:
            return said(record, name, english=wording.language == "en")
    return wording.text(WHOLE_SEASON)


def say_about(line: RecordLine) -> None:
    """Put what an outcome speaks of before its fields."""
    editor = line.editor
    words = OneLine(editor.desk.look, "", "small", "text2")
    words.setFixedSize(180, 30)
    if editor.record is not None:
        words.setText(about(editor.desk.plan, editor.record, editor.desk.wording))
    line.put_first(words)


def say_groups(line: RecordLine) -> None:
    """What it speaks of before its fields, and below them who came."""
    say_about(line)
    line.put_below(GROUPS)
