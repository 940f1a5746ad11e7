"""Typing into a grid: a new item on a day, date and time of an item, and the date of something that waits."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from director_app.domain.refusals import RefusedInput
from director_app.ui.schedule.moves import Place
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.typing_line import NewItemReader, TypingLine, WhenReader
from director_app.ui.schedule.verbs import Verbs
from director_app.ui.words import time_text


class GridTyping:
    """The line of one grid, and what it is opened for."""

    def __init__(self, state: ScheduleState, verbs: Verbs, parent: QWidget) -> None:
        self._state = state
        self._verbs = verbs
        self.line = TypingLine(state.desk.look, parent)

    def new(self, place: Place, area: QRect) -> None:
        """Type a new item for a place."""
        wording = self._state.desk.wording
        reader = NewItemReader(self._state, place)
        self._state.put_cursor(place.day)
        text = "" if place.keeps_time or place.start is None else f"{wording.clock(place.start)} "
        title = wording.text("New date on {date}", date=wording.date_short(place.day))
        example = wording.text("12:10 50 min title place")
        self.line.open_at(area, title, text, example, reader.sentence, _AddTyped(self._verbs, reader, place))
        self.line.keep_draft(self._state.desk.drafts, "new date", "days", place.day.isoformat())
        self.line.field.deselect()
        self.line.field.end(False)

    def when(self, key: str, area: QRect) -> None:
        """Type date and time of an item."""
        one = self._verbs.delivery(key)
        if one is None:
            return
        wording = self._state.desk.wording
        reader = WhenReader(self._state, one.date or self._state.cursor)
        days = [each for each in (one.date, one.until if one.until != one.date else None) if each is not None]
        day = "~".join(f"{each.month}. {each.day}." for each in days) + " " if days else ""
        time = time_text(wording, one) if one.start is not None else wording.context("no time yet", "TBA")
        title = wording.text("Date and time of {title}", title=self._verbs.title(one))
        accept = _Retime(self._verbs, reader, one.id)
        self.line.open_at(area, title, day + time, "10. 16. 12:10", reader.sentence, accept)


class _AddTyped:
    """Takes the line for a new item."""

    def __init__(self, verbs: Verbs, reader: NewItemReader, place: Place) -> None:
        self._verbs, self._reader, self._place = verbs, reader, place

    def __call__(self, text: str) -> bool:
        try:
            typed = self._reader.read(text)
        except RefusedInput:
            return False
        return self._verbs.add(typed, self._place)


class _Retime:
    """Takes the line for date and time."""

    def __init__(self, verbs: Verbs, reader: WhenReader, delivery: str) -> None:
        self._verbs, self._reader, self._delivery = verbs, reader, delivery

    def __call__(self, text: str) -> bool:
        one = self._verbs.delivery(self._delivery)
        try:
            when = self._reader.read(text)
        except RefusedInput:
            return False
        return one is not None and self._verbs.retime(one, when)
