"""The inspector: what is selected, at the right; beside the work in a wide window, over it in a narrow one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from director_app.domain.council import Meeting
from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.programme import Event
from director_app.ui import tokens
from director_app.ui.desk import Desk
from director_app.ui.frame.delivery_card import DeliveryCard
from director_app.ui.frame.event_card import EventCard
from director_app.ui.frame.meeting_card import MeetingCard
from director_app.ui.frame.several_card import SeveralCard
from director_app.ui.widgets.text import Text, set_ground

_BESIDE = ("events", "meetings")
"""What stands among the dates of the schedule without being one."""
_IDLE_AFTER_MS = 700
"""After the start of a plan: by then the window is painted and its findings are there."""


class Inspector(QFrame):
    """Shows the selected date with its fields, what many share, or the selected event.

    Cards are made when they are first needed: the window is painted before any of them.

    Signals: ``close_wanted()``.
    """

    close_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[str, ...] = ()
        self._beside: Subject | None = None
        self._seen = desk.plan
        self._card: DeliveryCard | None = None
        self._several: SeveralCard | None = None
        self._event_card: EventCard | None = None
        self._meeting_card: MeetingCard | None = None
        self.setProperty("edge", "left")
        self.setFixedWidth(tokens.INSPECTOR_WIDTH)
        set_ground(self, "canvas")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        self._stack = QStackedWidget(self)
        column.addWidget(self._stack)
        self._nothing = Text(desk.look, "", "small", "text3", wraps=True)
        self._nothing.setContentsMargins(16, 14, 16, 14)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack.addWidget(self._nothing)
        desk.selection_changed.connect(self.show_selection)
        desk.plan_changed.connect(self._plan_changed)
        desk.problems_changed.connect(self._refresh)
        desk.language_changed.connect(self.retranslate)
        desk.theme_changed.connect(self._refresh)
        QTimer.singleShot(_IDLE_AFTER_MS, self, self._prepare)
        self.retranslate()

    @property
    def card(self) -> DeliveryCard:
        """The card of one date."""
        if self._card is None:
            self._card = DeliveryCard(self._desk)
            self._keep(self._card)
        return self._card

    @property
    def several(self) -> SeveralCard:
        """The card of many dates."""
        if self._several is None:
            self._several = SeveralCard(self._desk)
            self._keep(self._several)
        return self._several

    @property
    def event_card(self) -> EventCard:
        """The card of an event."""
        if self._event_card is None:
            self._event_card = EventCard(self._desk)
            self._keep(self._event_card)
        return self._event_card

    @property
    def meeting_card(self) -> MeetingCard:
        """The card of a meeting of the council."""
        if self._meeting_card is None:
            self._meeting_card = MeetingCard(self._desk)
            self._keep(self._meeting_card)
        return self._meeting_card

    @staticmethod
    def shows(selection: frozenset[Subject]) -> bool:
        """Whether there is anything to say about a selection."""
        return any(subject.kind in ("deliveries", *_BESIDE) for subject in selection)

    def show_selection(self, selection: frozenset[Subject]) -> None:
        """Show what is selected."""
        self._shown = tuple([subject.id for subject in selection if subject.kind == "deliveries"])
        beside = [] if self._shown else [subject for subject in selection if subject.kind in _BESIDE]
        self._beside = beside[0] if len(beside) == 1 else None
        self._refresh()

    def retranslate(self) -> None:
        """Say everything again."""
        self._nothing.setText(self._desk.wording.text("Select a date or an event to see and change it here."))
        for card in (self._card, self._several, self._event_card, self._meeting_card):
            if card is not None:
                card.retranslate()
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """What was selected while nobody looked is shown now."""
        super().showEvent(event)
        self._refresh()

    def _plan_changed(self, outcome: Any) -> None:
        del outcome
        if (self._shown or self._beside) and self._seen is not self._desk.plan:  # else shown with the new findings
            self._refresh()

    def _refresh(self, _news: object = None) -> None:
        if not self.isVisible():
            return
        plan = self._desk.plan
        self._seen = plan
        beside = plan.find(*self._beside) if self._beside is not None else None
        if len(self._shown) == 1 and (one := plan.deliveries.get(DeliveryId(self._shown[0]))) is not None:
            self.card.show_delivery(one)
            self._turn_to(self.card)
        elif len(self._shown) > 1:
            self.several.show_ids(self._shown)
            self._turn_to(self.several)
        elif isinstance(beside, Event):
            self.event_card.show_event(beside)
            self._turn_to(self.event_card)
        elif isinstance(beside, Meeting):
            self.meeting_card.show_meeting(beside)
            self._turn_to(self.meeting_card)
        else:
            self._stack.setCurrentWidget(self._nothing)

    def _prepare(self) -> None:
        """Make the card of one date while nobody waits for it."""
        if self.isVisible():
            self.card.ensurePolished()

    def _keep(self, card: DeliveryCard | SeveralCard | EventCard | MeetingCard) -> None:
        card.close_wanted.connect(self.close_wanted)
        self._stack.addWidget(_scrolled(card))
        card.retranslate()

    def _turn_to(self, card: QWidget) -> None:
        area: QWidget | None = card
        while area is not None and self._stack.indexOf(area) < 0:
            area = area.parentWidget()
        if area is not None:
            self._stack.setCurrentWidget(area)


def _scrolled(card: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    card.setProperty("kind", "scrolled")
    area.setWidget(card)
    return area
