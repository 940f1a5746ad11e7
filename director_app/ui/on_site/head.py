"""Above the items of the day: what is decided and what begins next, who decides and why, and the sheet in rain."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.operations.naming import delivery_title
from director_app.ui.desk import Desk
from director_app.ui.frame.card_parts import flow_of
from director_app.ui.on_site.day_reading import OnSiteItem, next_beginning, next_decision
from director_app.ui.on_site.words import REASONS, clock_of, until
from director_app.ui.widgets.buttons import Button, Chip
from director_app.ui.widgets.fields import LineField
from director_app.ui.widgets.record_form import row_of
from director_app.ui.widgets.text import OneLine, Text


class Countdown(QWidget):
    """A large figure with what it is about."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look = desk.look
        self._name = Text(look, "", "small", "text2")
        self.figure = Text(look, "", "figure", tabular=True)
        self._about = OneLine(look, "", "body", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._name, self.figure, self._about):
            column.addWidget(part)

    def say(self, name: str, figure: str, about: str, tone: str = "text") -> None:
        """Show a figure under its name."""
        self._name.setText(name)
        self.figure.setText(figure)
        self.figure.set_tone(tone)
        self._about.setText(about)
        self.setAccessibleName(f"{name} {figure} {about}")


class OnSiteHead(QWidget):
    """Two countdowns, the clock, and what every decision of this hour is written down with.

    Signals: ``rain_sheet_wanted()``.
    """

    rain_sheet_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        look = desk.look
        self.decision, self.beginning, self.clock = Countdown(desk), Countdown(desk), Countdown(desk)
        self._who_name, self._why_name = Text(look, "", "body", "text2"), Text(look, "", "body", "text2")
        self.who, self.why = LineField(look), LineField(look)
        self.who.setFixedWidth(150)
        self.why.setFixedWidth(190)
        for field in (self.who, self.why):
            field.setFixedHeight(max(36, field.height()))
        for words in (self._who_name, self._why_name):
            words.setFixedHeight(self.who.height())
        self.reasons = [Chip(look) for _reason in REASONS]
        for chip in self.reasons:
            chip.setCheckable(False)
            chip.setFixedHeight(36)
            chip.clicked.connect(self._take_reason)
        self.rain_sheet = Button(look, "", "normal", "cloud-rain")
        self.rain_sheet.setFixedHeight(36)
        self.rain_sheet.clicked.connect(self.rain_sheet_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._figures = row_of(self.decision, self.beginning, self.clock, spacing=24)
        column.addWidget(self._figures)
        self._record = flow_of(self._who_name, self.who, self._why_name, self.why, *self.reasons, self.rain_sheet)
        column.addWidget(self._record)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        wording = self._desk.wording
        self._who_name.setText(wording.text("Decision by"))
        self.who.setAccessibleName(wording.text("Decision by"))
        self._why_name.setText(wording.text("Why"))
        self.why.setAccessibleName(wording.text("Why it is decided so"))
        self.why.setPlaceholderText(wording.text("kept in the record"))
        for chip, reason in zip(self.reasons, REASONS, strict=True):
            chip.set_text(wording.text(reason))
            chip.setAccessibleName(wording.text("Reason: {reason}", reason=wording.text(reason)))
        self.rain_sheet.setText(wording.text("Rain sheet"))
        self.rain_sheet.setToolTip(wording.text("The sheet for the evening before: both plans and whom to call"))

    def _take_reason(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.why.show_other(chip.text())

    def show_time(self, items: tuple[OnSiteItem, ...], now: datetime.datetime, day: datetime.date) -> None:
        """Count down."""
        wording, plan = self._desk.wording, self._desk.plan
        first, coming = next_decision(items, now), next_beginning(items, now)
        if first is not None and first.decided_by is not None:
            left, is_late = until(wording, first.decided_by, now)
            name = wording.text("Next decision by {time}", time=clock_of(wording, first.decided_by, day))
            about = delivery_title(wording, plan, first.delivery.id)
            self.decision.say(name, left, about, "block" if is_late else "text")
        else:
            self.decision.say(wording.text("Next decision"), wording.text("none"), "", "text3")
        if coming is not None and coming.begins is not None:
            left = until(wording, coming.begins, now)[0]
            name = wording.text("Next begins {time}", time=clock_of(wording, coming.begins, day))
            self.beginning.say(name, left, delivery_title(wording, plan, coming.delivery.id))
        else:
            self.beginning.say(wording.text("Next beginning"), wording.text("none"), "", "text3")
        self.clock.say(wording.text("Now"), f"{now:%H:%M}", wording.date_short(now.date()), "text2")

    def show_for(self, items: tuple[OnSiteItem, ...], *, may: bool) -> None:
        """Without anything outdoors nothing is decided; who decides is proposed by the plan."""
        outdoors = [one for one in items if one.outdoor is not None]
        self._figures.setVisible(bool(items))
        self._record.setVisible(bool(outdoors))
        self.who.setReadOnly(not may)
        self.why.setReadOnly(not may)
        if not self.who.text():
            named = (one.outdoor.plan_b.decided_by for one in outdoors if one.outdoor and one.outdoor.plan_b)
            self.who.show_other(next((one for one in named if one), ""))
