"""The field for a date that takes what a person types, and says when it does not understand it."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from director_app.domain.refusals import RefusedInput
from director_app.ui.look import Look
from director_app.ui.typed_times import read_date
from director_app.ui.widgets.fields import LineField


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
