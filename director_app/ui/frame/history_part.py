"""The history of the record shown: when, by which step, what became of each field, and the way back to it."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.facts import Confirmation, Fallback
from director_app.domain.programme import Status
from director_app.operations.history import PUT_BACK, HistoryEntry, Turn, differs, history_of, put_back
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import step_sentence
from director_app.ui.desk import Desk
from director_app.ui.forms.name_field import name_in
from director_app.ui.forms.short_dates import day_and_month
from director_app.ui.frame.accessibility_part import ACCESSIBILITY_WORDS
from director_app.ui.frame.fact_forms import period_text, span_text
from director_app.ui.frame.fact_specs import form_of, labels
from director_app.ui.frame.items_editor import ItemsEditor
from director_app.ui.typed_times import TypedPeriod, TypedSpan
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.record_form import clear_layout
from director_app.ui.widgets.text import Text
from director_app.ui.words import (
    CONFIRMATION_OF_WORDS,
    CONFIRMATION_WORDS,
    FALLBACK_STATE_WORDS,
    FALLBACK_WORDS,
    STATUS_WORDS,
)

FIRST: Final = 4
MORE: Final = 40
_REFERENCES: Final = {
    "programme": "programmes", "event": "events", "initiative": "initiatives", "organisation": "organisations",
    "area": "areas", "venue": "venues", "series": "series",
}  # fmt: skip
_LONGEST: Final = 46


class TurnLine(QWidget):
    """What became of one field, and a button that puts the earlier value back.

    Signals: ``back_wanted(object)`` with the Turn.
    """

    back_wanted = Signal(object)

    def __init__(self, desk: Desk, turn: Turn, label: str, words: str, back: str) -> None:
        super().__init__()
        self._turn = turn
        self.words = Text(desk.look, f"{label} {words}", "micro", "text2", tabular=True, wraps=True)
        self.back = Button(desk.look, "", "glyph", "undo-2", small=True, icon_size=13)
        self.back.name_only(back)
        self.back.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.words, 1)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        self.back.setVisible(bool(back))  # only in its row: a button alone would be a window

    def _ask(self) -> None:
        self.back_wanted.emit(self._turn)


class HistoryPart(QWidget):
    """The latest steps, newest first; a few until she asks for more."""

    def __init__(self, editor: ItemsEditor) -> None:
        super().__init__()
        self._editor = editor
        self._seen: object = None
        self._limit = FIRST
        self.lines: list[TurnLine] = []
        look = editor.desk.look
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 10, 12)
        column.setSpacing(3)
        self._heading = Text(look, "", "small-strong", "text2")
        column.addWidget(self._heading)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(2)
        self._rows.setColumnMinimumWidth(0, 60)
        self._rows.setColumnStretch(1, 1)
        column.addLayout(self._rows)
        self.more = Button(look, "", "link", tone="text2")
        self.more.clicked.connect(self._show_more)
        column.addWidget(self.more)
        editor.shown.connect(self._show_record)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._heading.setText(self._editor.desk.wording.text("History"))
        self.more.setText(self._editor.desk.wording.text("Earlier steps"))
        self._seen = None
        self._show_record(self._editor.record)

    def _show_record(self, record: object) -> None:
        editor, desk = self._editor, self._editor.desk
        if record is None or editor.is_many:
            self.hide()
            return
        if self._seen is None or editor.id != self._seen[0]:  # type: ignore[index]  # a tuple whose first is the id
            self._limit = FIRST
        entries = history_of(desk.open_plan, editor.kind, editor.id, self._limit + 1)
        seen = (editor.id, self._limit, tuple(entry.step.step for entry in entries), record, desk.is_read_only)
        self.setVisible(bool(entries))
        if seen == self._seen:
            return
        self._seen = seen
        clear_layout(self._rows)
        self.lines = []
        for place, entry in enumerate(entries[: self._limit]):
            self._add_entry(place, entry)
        self.more.setVisible(len(entries) > self._limit)

    def _add_entry(self, place: int, entry: HistoryEntry) -> None:
        desk = self._editor.desk
        when = Text(desk.look, self._when(entry.step.made_at), "micro", "text2", tabular=True)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(0)
        sentence = step_sentence(desk.wording, entry.step.name, desk.plan)
        column.addWidget(Text(desk.look, sentence, "micro", "text", wraps=True))
        for turn in entry.turns:
            line = self._line(turn)
            line.back_wanted.connect(self._put_back)
            self.lines.append(line)
            column.addWidget(line)
        self._rows.addWidget(when, place, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(box, place, 1)

    def _line(self, turn: Turn) -> TurnLine:
        editor, desk = self._editor, self._editor.desk
        known = labels(editor.kind)
        label = desk.wording.text(known[turn.fields[0]]) if turn.fields[0] in known else turn.fields[0]
        before, after = (value_words(desk, editor.kind, turn.fields, side) for side in (turn.before, turn.after))
        back = ""
        if not desk.is_read_only and differs(desk.plan, editor.kind, editor.id, turn):
            back = desk.wording.text("Put back: {field} {value}", field=label, value=before)
        return TurnLine(desk, turn, label, f"{before} → {after}", back)

    def _put_back(self, turn: Turn) -> None:
        editor, desk = self._editor, self._editor.desk
        known = labels(editor.kind)
        label = desk.wording.text(known[turn.fields[0]]) if turn.fields[0] in known else turn.fields[0]
        step = StepName(PUT_BACK, {"title": editor.title(), "field": label})
        desk.perform(put_back(desk.plan, editor.kind, editor.id, turn), step)

    def _show_more(self) -> None:
        self._limit += MORE
        self._show_record(self._editor.record)
        if self.lines:
            self.lines[0].back.setFocus()

    def _when(self, moment: datetime.datetime) -> str:
        wording = self._editor.desk.wording
        if moment.date() == datetime.datetime.now().astimezone().date():
            return wording.text("Today {time}", time=f"{moment:%H:%M}")
        return day_and_month(wording, moment.date())


def value_words(desk: Desk, kind: str, fields: tuple[str, ...], values: tuple[Any, ...]) -> str:
    """The value of a field, or of fields that belong together, as short as a line of history wants it."""
    wording = desk.wording
    named = dict(zip(fields, values, strict=True))
    if named.keys() & {"start", "end"}:
        text = span_text(wording, TypedSpan(named.get("start"), named.get("end")))
    elif named.keys() & {"date", "until", "month", "first_day", "last_day"}:
        first, last = named.get("date", named.get("first_day")), named.get("until", named.get("last_day"))
        text = period_text(wording, TypedPeriod(first or last, last if first else None, named.get("month", "") or ""))
    else:
        text = _value(desk, kind, fields[0], values[0])
    text = " ".join((text or wording.undecided()).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _value(desk: Desk, kind: str, field: str, value: Any) -> str:
    wording = desk.wording
    if value is None and field in ("lineup", "accessibility", "credits"):
        return wording.text("inherited")
    if value is None or value in ("", ()):
        return ""
    if field in _REFERENCES:
        return name_in(desk.plan.find(_REFERENCES[field], value)) or wording.text("no longer there")
    if isinstance(value, bool):
        return wording.text("yes") if value else wording.text("no")
    if isinstance(value, Status):
        return wording.text(STATUS_WORDS[value])
    if isinstance(value, Fallback):
        return _plan_b(desk, value)
    if field == "lineup":
        return ", ".join(name_in(desk.plan.find("artists", act.artist)) for act in value)
    if field == "accessibility":
        return ", ".join(wording.text(ACCESSIBILITY_WORDS[mark]) for mark in value)
    if field == "confirmations":
        return ", ".join(_answer(desk, one) for one in value)
    spec = form_of(kind, field)
    if spec is None or isinstance(value, StrEnum):
        return str(value)
    return str(spec.text(desk, value) if spec.text is not None else spec.form.write(value, wording))


def _plan_b(desk: Desk, value: Fallback) -> str:
    wording = desk.wording
    place = [name_in(desk.plan.find("venues", value.venue or "")), wording.text(FALLBACK_STATE_WORDS[value.state])]
    time = "" if value.decision_time is None else wording.clock(value.decision_time)
    parts = [wording.text(FALLBACK_WORDS[value.kind]), *(place if value.venue else ()), value.trigger, time]
    return " · ".join(part for part in (*parts, value.decided_by, value.note) if part)


def _answer(desk: Desk, one: Confirmation) -> str:
    wording = desk.wording
    return f"{wording.text(CONFIRMATION_OF_WORDS[one.of])} {wording.text(CONFIRMATION_WORDS[one.state])}"
