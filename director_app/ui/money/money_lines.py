"""What came of a season, and texts of its report, as lines: what each speaks of is typed."""

from __future__ import annotations

from typing import Any, Final

from director_app.domain.ids import OutcomeId, ReportTextId, new_id
from director_app.domain.local_texts import said
from director_app.domain.outcomes import Outcome, ReportText
from director_app.domain.plan import Plan
from director_app.ui.lines.record_lines import RecordLine
from director_app.ui.lines.sorted_lines import SortedLines
from director_app.ui.money.fields import GROUPS
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


class OutcomeLines(SortedLines):
    """What came of single parts and of the whole season; each line begins with what it speaks of."""

    def new(self, text: str) -> Any:
        """The outcome of what is named so."""
        wording = self._desk.wording
        about = about_named(self._desk.plan, text, wording)
        if about is None:
            return wording.text(NOTHING_NAMED, name=text)
        return Outcome(OutcomeId(new_id()), **about)


class TextLines(SortedLines):
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
