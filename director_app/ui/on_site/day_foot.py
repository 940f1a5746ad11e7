"""Below the items of the day: what stands outdoors tomorrow; without items, what this view is for and a way on."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.operations.naming import delivery_title
from director_app.ui.desk import Desk
from director_app.ui.on_site.day_reading import nearest_day, outdoors_on
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.text import Text


class DayFoot(QWidget):
    """Signals: ``day_wanted(date)``."""

    day_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._day = datetime.date.min
        self._words = Text(desk.look, "", "title", wraps=True)
        self._how = Text(desk.look, "", "body", "text2", wraps=True)
        self.other_day = Button(desk.look, "", "primary", "calendar-days")
        self.other_day.setFixedHeight(44)
        self.other_day.clicked.connect(self._go_to_other_day)
        self.tomorrow = Button(desk.look, "", "link", "chevron-right")
        self.tomorrow.setFixedHeight(36)
        self.tomorrow.clicked.connect(self._go_to_tomorrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addWidget(self._how)
        for button in (self.other_day, self.tomorrow):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_day(self, day: datetime.date, *, is_empty: bool) -> None:
        """Say what comes after this day, or that there is nothing on it."""
        wording, plan = self._desk.wording, self._desk.plan
        self._day = day
        self._words.setVisible(is_empty)
        self._how.setVisible(is_empty)
        self._words.setText(wording.text("Nothing takes place on {date}.", date=wording.date_short(day)))
        self._how.setText(
            wording.text("On the day, this view shows what is next, decides on rain and says whom to call.")
        )
        other = nearest_day(plan, day) if is_empty else None
        self.other_day.setVisible(other is not None)
        if other is not None:
            self.other_day.setText(wording.text("Go to {date}", date=wording.date_short(other)))
        next_day = day + datetime.timedelta(days=1)
        coming = outdoors_on(plan, next_day)
        self.tomorrow.setVisible(bool(coming))
        if coming:
            first = delivery_title(wording, plan, coming[0])
            words = wording.plural("{n} outdoors on {date}: {title}", "{n} outdoors on {date}: {title} and more",
                                   len(coming), date=wording.date_short(next_day), title=first)  # fmt: skip
            self.tomorrow.setText(words)

    def _go_to_other_day(self) -> None:
        other = nearest_day(self._desk.plan, self._day)
        if other is not None:
            self.day_wanted.emit(other)

    def _go_to_tomorrow(self) -> None:
        self.day_wanted.emit(self._day + datetime.timedelta(days=1))
