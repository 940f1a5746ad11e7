"""Parts of the delivery's card: status, confirmations, history."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from director_app.domain.facts import ConfirmationOf, ConfirmationState
from director_app.domain.ids import ArtistId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import lineup_of
from director_app.operations.sentences import step_sentence
from director_app.ui.desk import Desk
from director_app.ui.frame.delivery_edits import DeliveryEdits
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import ChoiceField
from director_app.ui.widgets.glyphs import ConfirmationSquares, paint_state
from director_app.ui.widgets.record_form import clear_layout, row_of
from director_app.ui.widgets.text import OneLine, Text
from director_app.ui.words import (
    CONFIRMATION_OF_WORDS,
    CONFIRMATION_WORDS,
    STATUS_WORDS,
)


class StatusChip(Button):
    """The status with its glyph; a click offers the others."""

    def __init__(self, desk: Desk, edits: DeliveryEdits) -> None:
        super().__init__(desk.look, "", "chip")
        self._desk = desk
        self._edits = edits
        self._delivery: Delivery | None = None
        self._menu = QMenu(self)
        self._choices: dict[QAction, Status] = {}
        for status in STATUS_WORDS:
            self._choices[self._menu.addAction("")] = status
        self._menu.triggered.connect(self._choose)
        self.setMenu(self._menu)

    def show_delivery(self, delivery: Delivery, edge: QColor, *, may_change: bool) -> None:
        """Show a delivery's status."""
        self._delivery = delivery
        self.setText(self._desk.wording.text(STATUS_WORDS[delivery.status]))
        self.setIcon(self._glyph(delivery.status, edge))
        for action, status in self._choices.items():
            action.setText(self._desk.wording.text(STATUS_WORDS[status]))
            action.setIcon(self._glyph(status, edge))
        self.setEnabled(may_change)

    def retranslate(self) -> None:
        """Say its name again."""
        self.setAccessibleName(self._desk.wording.text("Status"))

    def _glyph(self, status: Status, edge: QColor) -> QIcon:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(16 * ratio), round(16 * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        paint_state(painter, self._desk.theme, QRectF(3, 3, 10, 10), status, edge)
        painter.end()
        return QIcon(pixmap)

    def _choose(self, action: QAction) -> None:
        if self._delivery is not None:
            self._edits.set_status(self._delivery, self._choices[action])


class ConfirmationRows(QWidget):
    """The answers of the venue, each act, and the contract."""

    def __init__(self, desk: Desk, edits: DeliveryEdits) -> None:
        super().__init__()
        self._desk = desk
        self._edits = edits
        self._delivery: Delivery | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 10)
        column.setSpacing(2)
        self._heading = Text(desk.look, "", "small-strong", "text2")
        self._squares = ConfirmationSquares(desk.look)
        column.addWidget(row_of(self._heading, 1, self._squares))
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnMinimumWidth(0, 60)
        self._grid.setColumnStretch(2, 1)
        column.addWidget(self._rows)
        self._choices: dict[ConfirmationChoice, tuple[ConfirmationOf, ArtistId | None]] = {}

    def retranslate(self) -> None:
        """Say the heading again."""
        self._heading.setText(self._desk.wording.text("Confirmations"))

    def show_delivery(self, delivery: Delivery, *, may_change: bool) -> None:
        """Show the answers."""
        self._delivery = delivery
        wording, plan = self._desk.wording, self._desk.plan
        clear_layout(self._grid)
        self._choices = {}
        answers = {(one.of, one.artist): one for one in delivery.confirmations}
        asked: list[tuple[ConfirmationOf, ArtistId | None]] = [(ConfirmationOf.VENUE, None)]
        acts = [act.artist for act in lineup_of(plan, delivery)]
        asked += [(ConfirmationOf.ACT, artist) for artist in acts] or [(ConfirmationOf.ACT, None)]
        asked.append((ConfirmationOf.CONTRACT, None))
        states = []
        for row, (of, artist) in enumerate(asked):
            answer = answers.get((of, artist))
            state = answer.state if answer else ConfirmationState.OPEN
            states.append((of, state))
            name = wording.text(CONFIRMATION_OF_WORDS[of])
            act = plan.artists.get(artist) if artist else None
            label = Text(self._desk.look, name if row == 0 or asked[row - 1][0] != of else "", "small", "text2")
            choice = ConfirmationChoice(self._desk, act.name if act and len(acts) > 1 else "")
            choice.setAccessibleName(f"{name} {act.name}" if act else name)
            choice.show_value(state.value)
            choice.setEnabled(may_change)
            choice.decided.connect(self._decide)
            label.setBuddy(choice)
            day = OneLine(
                self._desk.look, self._since(answer.on if answer else None, state), "micro", "text2", tabular=True
            )
            day.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._choices[choice] = (of, artist)
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(choice, row, 1)
            self._grid.addWidget(day, row, 2)
        self._squares.show_states(summary_states(states), self._in_words(states))

    def _since(self, day: datetime.date | None, state: ConfirmationState) -> str:
        if day is None:
            return ""
        text = self._desk.wording.date_short(day)
        days = (self._desk.today() - day).days
        if state is ConfirmationState.ASKED and days > 0:
            waited = self._desk.wording.plural("{n} day", "{n} days", days)
            return f"{text} · {waited}"
        return text

    def _in_words(self, states: list[tuple[ConfirmationOf, ConfirmationState]]) -> str:
        wording = self._desk.wording
        return ", ".join(
            f"{wording.text(CONFIRMATION_OF_WORDS[of])} {wording.text(CONFIRMATION_WORDS[state])}"
            for of, state in states
        )

    def _decide(self, choice: object, state: str) -> None:
        if self._delivery is not None and isinstance(choice, ConfirmationChoice):
            of, artist = self._choices[choice]
            self._edits.set_confirmation(self._delivery, of, artist, ConfirmationState(state))


class ConfirmationChoice(ChoiceField):
    """One answer, with the name of the act where there are several.

    Signals: ``decided(object, str)`` with itself and the state.
    """

    decided = Signal(object, str)

    def __init__(self, desk: Desk, act: str) -> None:
        super().__init__(desk.look, quiet=True)
        wording = desk.wording
        prefix = f"{act} · " if act else ""
        self.setMinimumContentsLength(3 if not act else 8)
        self.setMaximumWidth(84 if not act else 150)
        self.set_choices([(state.value, prefix + wording.text(text)) for state, text in CONFIRMATION_WORDS.items()])
        self.chosen.connect(self._pass_on)

    def _pass_on(self, state: str) -> None:
        self.decided.emit(self, state)


class HistoryRows(QWidget):
    """The latest steps that touched this delivery."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 10)
        column.setSpacing(2)
        self._heading = Text(desk.look, "", "small-strong", "text2")
        column.addWidget(self._heading)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(1)
        self._rows.setColumnStretch(1, 1)
        column.addLayout(self._rows)

    def retranslate(self) -> None:
        """Say the heading again."""
        self._heading.setText(self._desk.wording.text("History"))

    def show_delivery(self, delivery: Delivery) -> None:
        """Show what happened to it, newest first."""
        clear_layout(self._rows)
        steps = self._desk.open_plan.history("deliveries", delivery.id, 5)
        self.setVisible(bool(steps))
        for row, (step, _before, _after) in enumerate(steps):
            when = Text(self._desk.look, self._when(step.made_at), "micro", "text2", tabular=True)
            what = Text(self._desk.look, step_sentence(self._desk.wording, step.name), "micro", "text2", wraps=True)
            self._rows.addWidget(when, row, 0)
            self._rows.addWidget(what, row, 1)

    def _when(self, moment: datetime.datetime) -> str:
        wording = self._desk.wording
        if moment.date() == datetime.datetime.now().astimezone().date():
            return wording.text("Today {time}", time=f"{moment:%H:%M}")
        return wording.date_short(moment.date())


def summary_states(states: list[tuple[ConfirmationOf, ConfirmationState]]) -> tuple[str, str, str]:
    """Venue, acts, contract as three states; several acts are as far as the slowest of them."""
    order = (ConfirmationState.OPEN, ConfirmationState.ASKED, ConfirmationState.AGREED)
    found = []
    for of in (ConfirmationOf.VENUE, ConfirmationOf.ACT, ConfirmationOf.CONTRACT):
        own = [state for known, state in states if known is of] or [ConfirmationState.OPEN]
        if ConfirmationState.ASKED in own or len(set(own)) > 1:
            found.append(max(min(own, key=order.index), ConfirmationState.ASKED, key=order.index))
        else:
            found.append(own[0])
    return (found[0].value, found[1].value, found[2].value)


def rounds_of(plan: Plan, delivery: Delivery) -> tuple[int, int]:
    """Which round of its programme a delivery is (1 is the first by date), and of how many; 0, 0 without programme."""
    if delivery.programme is None:
        return (0, 0)
    users = plan.users("programmes", delivery.programme)
    found = [plan.find(kind, identity) for kind, identity in users if kind == "deliveries"]
    rounds = sorted(
        (one for one in found if isinstance(one, Delivery) and one.status is not Status.CANCELLED),
        key=lambda one: (one.date or datetime.date.max, one.start or 0, one.number),
    )
    position = next((n for n, one in enumerate(rounds, start=1) if one.id == delivery.id), 0)
    return (position, len(rounds))
