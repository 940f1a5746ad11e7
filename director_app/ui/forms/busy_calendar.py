"""Somebody's calendar file as the times at which an artist or a venue cannot."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from director_app.domain.facts import Subject
from director_app.domain.plan import Plan
from director_app.domain.refusals import Refusal
from director_app.operations.busy_times import BusyTimes, read_busy_times, take_busy_times
from director_app.operations.naming import name_of
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.messages import way_back


class BusyCalendar(QObject):
    """Asks for a calendar, reads it beside the window and takes it in as one step."""

    def __init__(self, editor: RecordEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._editor = editor

    def ask(self) -> None:
        """Which calendar says when the record that is shown cannot."""
        desk = self._editor.desk
        title, kinds = desk.wording.text("Busy times from a calendar"), desk.wording.text("Calendars (*.ics)")
        path = desk.questions.file_to_open(self._parent, title, kinds, Path.home())
        if path is not None:
            subject = Subject(self._editor.kind, self._editor.id)
            desk.background.run(
                busy_beside, desk.plan, path, subject,
                then=self._take, failed=self._failed, title=desk.wording.text("The file is read"),
            )  # fmt: skip

    def _take(self, busy: BusyTimes) -> None:
        desk = self._editor.desk
        text = desk.wording.text
        name = name_of(desk.wording, desk.plan, *busy.subject)
        if not (busy.new or busy.changed or busy.gone):
            desk.say(text("Nothing has changed in this file."))
            return
        try:
            take_busy_times(desk.open_plan, busy, name)
        except Refusal as refusal:
            desk.say_refusal(refusal)
            return
        sentence = text(
            "{name}, busy: {new} new, {changed} changed, {same} the same, {gone} no longer.",
            name=name, new=len(busy.new), changed=len(busy.changed), same=busy.same, gone=len(busy.gone),
        )  # fmt: skip
        desk.say(sentence, (way_back(desk.wording, desk.undo),), level="ok")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self._editor.desk.say_refusal(error)


def busy_beside(plan: Plan, path: Path, subject: Subject, stop: threading.Event) -> BusyTimes:
    """Read somebody's calendar."""
    del stop  # one file
    return read_busy_times(plan, path, subject)
