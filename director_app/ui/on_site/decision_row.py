"""The buttons of one decision: as planned, indoors, another day, not at all; hold and resume; the day it goes to."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from director_app.operations.deciding import Choice
from director_app.ui.frame.card_parts import flow_of
from director_app.ui.look import Look
from director_app.ui.on_site.day_reading import OnSiteItem
from director_app.ui.on_site.equal_row import EqualRow
from director_app.ui.on_site.words import BUTTONS, RESUME
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.text import Text
from director_app.ui.widgets.when_fields import DateField

TOUCHED = 44
"""Height of what is pressed with cold hands."""


class ChoiceButton(Button):
    """One choice; filled when it holds. Left and right go to its neighbours."""

    def __init__(self, look: Look, choice: Choice, icon: str) -> None:
        super().__init__(look, "", "normal", icon, icon_size=18)
        self.choice = choice
        self.setFont(look.font("heading"))
        self.setMinimumHeight(max(TOUCHED, look.theme.line("heading") + 16))
        self.setMaximumHeight(16777215)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """Only the plan says which choice holds."""

    def show_chosen(self, *, is_chosen: bool, is_quiet: bool) -> None:
        """Filled while it is the last word; pale once nothing is left to decide."""
        with QSignalBlocker(self):
            self.setChecked(is_chosen)
        kind = "primary" if is_chosen and not is_quiet else "normal"
        if self._kind != kind:
            self._kind = kind  # type: ignore[assignment]  # one of the two words above
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
            self._recolour()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk along the row."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        row = self.parentWidget()
        if step is None or row is None:
            super().keyPressEvent(event)
            return
        found = [one for one in row.findChildren(ChoiceButton) if one.isVisibleTo(row) and one.isEnabled()]
        found[(found.index(self) + step) % len(found)].setFocus(Qt.FocusReason.TabFocusReason)


class DecisionRow(QWidget):
    """Four large buttons; where to postpone to is asked below them.

    Signals: ``decided(Choice, date | None)``.
    """

    decided = Signal(object, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._day = datetime.date.min
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.buttons = {choice: ChoiceButton(look, choice, icon) for choice, _name, icon in BUTTONS}
        for button in self.buttons.values():
            button.clicked.connect(self._press)
        self.resume = ChoiceButton(look, Choice.RESUME, "undo-2")
        self.resume.clicked.connect(self._press)
        column.addWidget(EqualRow((*self.buttons.values(), self.resume)))
        column.addWidget(self._asking_for_a_day())

    def _asking_for_a_day(self) -> QWidget:
        look = self._look
        self._ask = Text(look, "", "body", "text2")
        self._ask.setFixedHeight(36)
        self.date = DateField(look, datetime.date.today())  # noqa: DTZ011 - replaced by the day that is shown
        self.date.setFixedSize(150, 36)
        self.date.decided.connect(self._postpone_to)
        self.tomorrow = Button(look, "", "normal")
        self.week = Button(look, "", "normal")
        self.undecided = Button(look, "", "normal")
        self.back = Button(look, "", "quiet")
        for button in (self.tomorrow, self.week, self.undecided, self.back):
            button.setFixedHeight(36)
        self.tomorrow.clicked.connect(self._postpone_a_day)
        self.week.clicked.connect(self._postpone_a_week)
        self.undecided.clicked.connect(self._postpone_undecided)
        self.back.clicked.connect(self._ask_no_more)
        self._where = flow_of(self._ask, self.tomorrow, self.week, self.date, self.undecided, self.back)
        self._where.hide()
        return self._where

    def show_item(self, item: OnSiteItem, day: datetime.date, title: str, together: int) -> None:
        """Show which choice holds, and of how many it would be made."""
        wording, one = self._look.wording, item.delivery
        self._day = day
        self.date.set_near(day)
        is_off = not one.status.takes_place
        holds = item.made.choice if item.made is not None else None
        of = wording.plural("{n} selected", "{n} selected", together) if together > 1 else title
        for choice, name, _icon in BUTTONS:
            button = self.buttons[choice]
            word = wording.text(name)
            button.setText(word)
            button.setAccessibleName(wording.text("{what}: {title}", what=word, title=of))
            button.setToolTip(button.accessibleName())
            button.show_chosen(is_chosen=choice is holds, is_quiet=item.is_settled and choice is not holds)
            button.setVisible(not (is_off and choice in (Choice.AS_IS, Choice.INDOORS)))
        word = wording.text(RESUME)
        self.resume.setText(word)
        self.resume.setAccessibleName(wording.text("{what}: {title}", what=word, title=of))
        self.resume.setVisible(is_off)
        self._name_days(title)

    def _name_days(self, title: str) -> None:
        wording = self._look.wording
        self._ask.setText(wording.text("Postponed to"))
        self.date.setPlaceholderText(wording.text("another date"))
        self.date.setAccessibleName(wording.text("Postponed to: {title}", title=title))
        self.tomorrow.setText(wording.date_short(self._day + datetime.timedelta(1)))
        self.week.setText(wording.date_short(self._day + datetime.timedelta(7)))
        self.undecided.setText(wording.text("Date undecided"))
        self.back.setText(wording.text("Do not postpone"))

    def _press(self) -> None:
        button = self.sender()
        if not isinstance(button, ChoiceButton):
            return
        if button.choice is Choice.POSTPONE:
            self._where.setVisible(self._where.isHidden())
            if self._where.isVisible():
                self.tomorrow.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._where.hide()
        self.decided.emit(button.choice, None)

    def _postpone_to(self, day: datetime.date | None) -> None:
        if day is not None:
            self._postpone(day)

    def _postpone_a_day(self) -> None:
        self._postpone(self._day + datetime.timedelta(1))

    def _postpone_a_week(self) -> None:
        self._postpone(self._day + datetime.timedelta(7))

    def _postpone_undecided(self) -> None:
        self._postpone(None)

    def _postpone(self, day: datetime.date | None) -> None:
        self.date.show_value("")
        self._ask_no_more()
        self.decided.emit(Choice.POSTPONE, day)

    def _ask_no_more(self) -> None:
        held = QApplication.focusWidget()
        if held is not None and self._where.isAncestorOf(held):
            self.buttons[Choice.POSTPONE].setFocus(Qt.FocusReason.OtherFocusReason)
        self._where.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape asks no more for a day."""
        if event.key() == Qt.Key.Key_Escape and self._where.isVisible():
            self._ask_no_more()
            return
        super().keyPressEvent(event)
