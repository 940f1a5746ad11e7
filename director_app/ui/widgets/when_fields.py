"""Fields for dates and times that take what a person types, and say when they do not understand it."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from director_app.domain.refusals import RefusedInput
from director_app.ui.look import Look
from director_app.ui.typed_times import TypedSpan, read_date, read_span, read_time
from director_app.ui.widgets.fields import LineField


class TimeField(LineField):
    """One time of day; empty or "미정" is undecided.

    Signals: ``decided(object)`` with minutes of the day or None.
    """

    decided = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(look, "body", parent, quiet=quiet, tabular=True)
        self.changed_to.connect(self._read)

    def show_minute(self, minute: int | None) -> None:
        """Show a time that came from the plan."""
        self.show_value("" if minute is None else self._look.wording.clock(minute))

    def _read(self, text: str) -> None:
        try:
            minute = read_time(text)
        except RefusedInput as refusal:
            self.show_wrong(self._look.wording.text(refusal.message, **refusal.values))
            return
        self.show_minute(minute)
        self.decided.emit(minute)


class SpanField(LineField):
    """Start and end in one field: "12:10~12:50", "12:10 50분", "미정".

    Signals: ``decided(object)`` with a TypedSpan.
    """

    decided = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None, *, quiet: bool = False) -> None:
        super().__init__(look, "body", parent, quiet=quiet, tabular=True)
        self.changed_to.connect(self._read)

    def show_span(self, start: int | None, end: int | None) -> None:
        """Show times that came from the plan."""
        self.show_value(self._written(TypedSpan(start, end)))  # type: ignore[arg-type]  # ints are wall minutes here

    def _written(self, span: TypedSpan) -> str:
        wording = self._look.wording
        if span.start is None:
            return "" if span.end is None else f"~{wording.clock(span.end)}"
        return wording.clock(span.start) if span.end is None else wording.clock_span(span.start, span.end)

    def _read(self, text: str) -> None:
        try:
            span = read_span(text)
        except RefusedInput as refusal:
            self.show_wrong(self._look.wording.text(refusal.message, **refusal.values))
            return
        self.show_value(self._written(span))
        self.decided.emit(span)


class DateField(LineField):
    """One date; without a year the one closest to the day set with ``near``.

    Signals: ``decided(object)`` with a date or None.
    """

    decided = Signal(object)

    def __init__(
        self, look: Look, near: datetime.date, parent: QWidget | None = None, *, quiet: bool = False, year: bool = False
    ) -> None:
        super().__init__(look, "body", parent, quiet=quiet, tabular=True)
        self._near = near
        self._with_year = year
        self.changed_to.connect(self._read)

    def set_near(self, near: datetime.date) -> None:
        """Dates typed without a year lie close to this day."""
        self._near = near

    def show_date(self, day: datetime.date | None) -> None:
        """Show a date that came from the plan."""
        wording = self._look.wording
        if day is None:
            self.show_value("")
        else:
            self.show_value(wording.date(day) if self._with_year else wording.date_short(day))

    def _read(self, text: str) -> None:
        try:
            day = read_date(text, self._near)
        except RefusedInput as refusal:
            self.show_wrong(self._look.wording.text(refusal.message, **refusal.values))
            return
        self.show_date(day)
        self.decided.emit(day)
