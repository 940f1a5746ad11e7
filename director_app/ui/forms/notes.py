"""Dated remarks on a record, with an optional day to come back to them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from director_app.domain.edits import Add, Change, Remove
from director_app.domain.facts import Subject
from director_app.domain.ids import NoteId, new_id
from director_app.domain.refusals import RefusedInput
from director_app.domain.requests import Note
from director_app.operations.open_plan import StepName
from director_app.ui import typed_times
from director_app.ui.drafts import DraftKeeper, DraftPlace
from director_app.ui.forms.bound_form import Section
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.spoken_days import read_spoken_day
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import LineField, Tick
from director_app.ui.widgets.record_form import clear_layout
from director_app.ui.widgets.text import OneLine, Text, horizontal_line
from director_app.wording import message

NOTE_ADDED = message("Note on {name}")
NOTE_CHANGED = message("Change a note on {name}")
NOTE_REMOVED = message("Remove a note on {name}")
NEW, FOLLOW_UP = "note", "follow-up"
"""The fields whose text waits until it is added."""


class NoteLine(QWidget):
    """One note: date, words, follow-up.

    Signals: ``removal(str)``, ``done(str, bool)``, ``due(str, str)`` with what was typed as the follow-up day.
    """

    removal = Signal(str)
    done = Signal(str, bool)
    due = Signal(str, str)

    def __init__(self, editor: RecordEditor, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = note
        look, wording = editor.desk.look, editor.desk.wording
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        written = wording.date_short(note.written_on) if note.written_on else wording.undecided()
        day = Text(look, written, "small", "text2", tabular=True)
        day.setFixedWidth(76)
        row.addWidget(day)
        row.addWidget(OneLine(look, note.text.replace("\n", " ")), 1)
        if note.follow_up is not None:
            tick = Tick(look, wording.date_short(note.follow_up))
            tick.setChecked(note.is_done)
            tick.setAccessibleName(wording.text("Followed up"))
            tick.clicked.connect(self._tell_done)
            row.addWidget(tick)
        else:
            self._due = LineField(look, "small", quiet=True, tabular=True)
            self._due.setPlaceholderText(wording.text("remind on"))
            self._due.setAccessibleName(wording.text("Day to come back to this note"))
            self._due.setFixedWidth(84)
            self._due.changed_to.connect(self._tell_due)
            DraftKeeper(editor.desk.drafts, look.typing, self._due, FOLLOW_UP).stand_at("notes", note.id)
            row.addWidget(self._due)
        away = Button(look, "", "glyph", "x", small=True, icon_size=12)
        away.name_only(wording.text("Remove this note"))
        away.clicked.connect(self._tell_removal)
        row.addWidget(away)

    def _tell_done(self, is_done: bool) -> None:
        self.done.emit(self._note.id, is_done)

    def _tell_due(self, typed: str) -> None:
        self.due.emit(self._note.id, typed)

    def _tell_removal(self) -> None:
        self.removal.emit(self._note.id)


class NotesSection(Section):
    """All notes on the record shown, newest first, and a field for a new one."""

    def __init__(self, editor: RecordEditor, parent: QWidget | None = None) -> None:
        self._editor = editor
        self._shown: tuple[Note, ...] | None = None
        super().__init__(editor.desk, message("Notes"), parent)
        box = QWidget(self)
        self._lines = QVBoxLayout(box)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self.add(box)
        self.fresh = LineField(editor.desk.look, quiet=True)
        self.fresh.changed_to.connect(self._add_note)
        self._waiting = DraftKeeper(editor.desk.drafts, editor.desk.look.typing, self.fresh, NEW)
        self.add(self.fresh)
        editor.shown.connect(self._show_record)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        if hasattr(self, "fresh"):
            hint = self._editor.desk.wording.text("Write what was said or promised, then press Enter")
            self.fresh.setPlaceholderText(hint)
            self.fresh.setAccessibleName(self._editor.desk.wording.text("New note"))
            self._shown = None
            self._show_record(self._editor.record)

    def _show_record(self, record: object) -> None:
        self._waiting.stand_at(self._editor.kind, self._editor.id if record is not None else None)
        notes = self._notes() if record is not None else ()
        if notes == self._shown:
            return
        self._shown = notes
        clear_layout(self._lines)
        for note in notes:
            line = NoteLine(self._editor, note)
            line.removal.connect(self._remove)
            line.done.connect(self._set_done)
            line.due.connect(self._set_due)
            self._lines.addWidget(line)
            self._lines.addWidget(horizontal_line())
        self.set_count(len(notes) or None)

    def _notes(self) -> tuple[Note, ...]:
        plan = self._editor.desk.plan
        users = plan.users(self._editor.kind, self._editor.id)
        found = [plan.notes[NoteId(one)] for kind, one in users if kind == "notes"]
        return tuple(sorted(found, key=lambda note: (str(note.written_on or ""), note.id), reverse=True))

    def _step(self, text: str) -> StepName:
        record = self._editor.record
        return StepName(text, {"name": getattr(record, "name", "") or getattr(record, "title", "")})

    def _add_note(self, text: str) -> None:
        if not text.strip() or self._editor.record is None:
            return
        subject = Subject(self._editor.kind, self._editor.id)
        note = Note(NoteId(new_id()), subject, text.strip(), written_on=self._editor.desk.today())
        sentence = self._editor.perform(Add((note,)), self._step(NOTE_ADDED))
        self.fresh.show_wrong(sentence)
        if not sentence:
            self.fresh.setModified(False)
            self.fresh.show_value("")

    def _remove(self, note: str) -> None:
        self._editor.desk.perform(Remove("notes", note), self._step(NOTE_REMOVED))

    def _set_done(self, note: str, is_done: bool) -> None:
        self._editor.desk.perform(Change("notes", note, {"is_done": is_done}), self._step(NOTE_CHANGED))

    def _set_due(self, note: str, typed: str) -> None:
        desk = self._editor.desk
        try:
            day = read_spoken_day(typed, desk.today()) or typed_times.read_date(typed, desk.today())
        except RefusedInput as refusal:
            desk.say_refusal(refusal)
            return
        # The line and its field go with the change: what waited there is forgotten before.
        waiting = DraftPlace(FOLLOW_UP, "notes", note)
        desk.drafts.keep(waiting, "")
        if desk.perform(Change("notes", note, {"follow_up": day}), self._step(NOTE_CHANGED)) is None:
            desk.drafts.keep(waiting, typed)
