"""The on-site view of a day: large cards in order, each decided with one press; beside them whom to call."""

from __future__ import annotations

import datetime
import itertools
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.operations.deciding import Choice, Decision, decided
from director_app.operations.decisions_made import taken_back
from director_app.operations.naming import place_text
from director_app.operations.results import counted, took_place
from director_app.operations.telling import Past
from director_app.planner.scope import Scope
from director_app.ui.desk import Desk
from director_app.ui.on_site.card import ItemCard
from director_app.ui.on_site.day_foot import DayFoot
from director_app.ui.on_site.day_reading import OnSiteItem, read_day, working_day
from director_app.ui.on_site.head import OnSiteHead
from director_app.ui.on_site.tell_panel import BOX, ITEM, TellPanel
from director_app.ui.widgets.text import Text, set_ground

TICKING_MS: Final = 15_000
PANEL: Final = (320, 440)
"""The side is a third of the view, within these widths."""


class OnSiteView(QWidget):
    """One day, worked through on site.

    Signals: ``day_wanted(date)`` to show another day; ``details_wanted(Subject)`` to change what is not decided here.
    """

    day_wanted = Signal(object)
    details_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.day = desk.today()
        self.items: tuple[OnSiteItem, ...] = ()
        self.cards: list[ItemCard] = []
        self._chosen: DeliveryId | None = None
        self._order: list[QWidget] = []
        set_ground(self, "canvas")
        self.head = OnSiteHead(desk)
        self.panel = TellPanel(desk, self)
        self.foot = DayFoot(desk)
        self._outdoors = Text(desk.look, "", "heading")
        self._indoors = Text(desk.look, "", "heading")
        self._timer = QTimer(self)
        self._timer.setInterval(TICKING_MS)
        self._timer.timeout.connect(self.show_time)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self._column = QVBoxLayout()
        self._column.setContentsMargins(24, 18, 24, 24)
        self._column.setSpacing(14)
        for part in (self.head, self._outdoors, self._indoors, self.foot):
            self._column.addWidget(part)
        self._column.addStretch(1)
        content = QWidget()
        content.setProperty("kind", "scrolled")
        content.setLayout(self._column)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)
        line = QFrame()
        line.setProperty("kind", "divider")
        line.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._area, 1)
        row.addWidget(line)
        row.addWidget(self.panel)

    def _connect(self) -> None:
        self.head.rain_sheet_wanted.connect(self._make_rain_sheet)
        self.foot.day_wanted.connect(self.day_wanted)
        self.panel.item_wanted.connect(self.show_item)
        self.panel.paper_wanted.connect(self._make_paper)
        self.desk.plan_changed.connect(self._plan_changed)
        self.desk.theme_changed.connect(self._say_again)
        self.desk.language_changed.connect(self._say_again)

    # -- showing -----------------------------------------------------------------------------------------------

    def now(self) -> datetime.datetime:
        """The clock, on the day that stands for today when the plan fixes one."""
        clock = datetime.datetime.now().astimezone().replace(tzinfo=None)
        today = self.desk.today()
        return clock if today == clock.date() else datetime.datetime.combine(today, clock.time())

    def today(self) -> datetime.date:
        """The day that is being worked on: after midnight still the one before."""
        return working_day(self.now())

    def show_day(self, day: datetime.date) -> None:
        """Show another day."""
        if day != self.day:
            self.day = day
            self._chosen = None
            self.head.who.show_other("")
        self.refresh()

    def refresh(self) -> None:
        """Show the plan as it is; what has the focus keeps it, since cards stay the same widgets."""
        if not self.isVisible():
            return  # it is read when it is shown
        self.items = read_day(self.desk.open_plan, self.day)
        if self._chosen is not None and self._chosen not in {one.delivery.id for one in self.items}:
            self._chosen = None
        self._fit_cards()
        together = sum(1 for card in self.cards if card.is_ticked)
        past = Past(self.desk.open_plan)
        for card, item in zip(self.cards, self.items, strict=True):
            card.show_item(item, self.day, together, self._place_left(past, item))
            card.show_chosen(is_chosen=item.delivery.id == self._chosen)
        self._say_sections()
        self.head.show_for(self.items, may=not self.desk.is_read_only)
        self.show_time()
        self._show_panel(past)

    def _place_left(self, past: Past, item: OnSiteItem) -> str:
        """Where it would have been outdoors, as the journal knows."""
        name = item.delivery.id
        if item.outdoor is None or not item.outdoor.is_indoors:
            return ""
        for step in reversed(past.steps_of(name)):
            before = past.plan_at(name, step - 1)
            one = before.deliveries.get(name)
            if one is not None and one.venue != item.delivery.venue:
                return place_text(self.desk.wording, before, one)[0]
        return ""

    def _fit_cards(self) -> None:
        """As many cards as items, each item in its own card while it is shown."""
        known = {card.item.delivery.id: card for card in self.cards if card.item is not None}
        names = [item.delivery.id for item in self.items]
        wanted = [known.pop(name) if name in known else self._new_card() for name in names]
        for card in known.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = wanted
        outdoors = sum(1 for one in self.items if one.outdoor is not None)
        order: list[QWidget] = [self.head, self._outdoors, *wanted[:outdoors], self._indoors, *wanted[outdoors:]]
        for place, widget in enumerate(order):
            if self._column.indexOf(widget) != place:
                self._column.removeWidget(widget)
                self._column.insertWidget(place, widget)
        for card in wanted:
            card.show()
        if order != self._order:
            self._order = order
            stops = [stop for card in wanted for stop in card.stops]
            for first, second in itertools.pairwise(stops):
                QWidget.setTabOrder(first, second)

    def _new_card(self) -> ItemCard:
        card = ItemCard(self.desk, self._area.widget())
        card.decided.connect(self._decide)
        card.taken_back.connect(self._take_back)
        card.took_place.connect(self._took_place)
        card.counted.connect(self._count)
        card.ticked.connect(self.refresh)
        card.chosen.connect(self._choose)
        card.walked.connect(self._walk)
        card.entered.connect(self._enter)
        card.details_wanted.connect(self.details_wanted)
        return card

    def _say_sections(self) -> None:
        wording = self.desk.wording
        outdoors = sum(1 for one in self.items if one.outdoor is not None)
        said = wording.text("Outdoors {n}", n=outdoors)
        together = sum(1 for card in self.cards if card.is_ticked)
        if together > 1:
            said = wording.text("{outdoors} · one press decides {n} together", outdoors=said, n=together)
        self._outdoors.setText(said)
        self._outdoors.setVisible(outdoors > 0)
        self._indoors.setText(wording.text("Indoors {n}", n=len(self.items) - outdoors))
        self._indoors.setVisible(len(self.items) > outdoors)
        self.foot.show_day(self.day, is_empty=not self.items)

    def show_time(self) -> None:
        """Count down; called four times a minute while it is seen."""
        now = self.now()
        for card in self.cards:
            card.show_time(now, self.day)
        self.head.show_time(self.items, now, self.day)

    def _show_panel(self, past: Past) -> None:
        if self._chosen is None or self.panel.mode == BOX:
            self.panel.refresh(self.today(), past)
        else:
            self.panel.show_item(self._chosen, self.today(), past)

    def show_box(self) -> None:
        """Show everything that is still to be told."""
        self.panel.show_box()

    def _say_again(self, *_what: Any) -> None:
        self.head.retranslate()
        self.refresh()

    def _plan_changed(self, outcome: Any) -> None:
        del outcome
        self.refresh()

    def showEvent(self, event: Any) -> None:
        """The clock runs only while it is seen."""
        super().showEvent(event)
        self._timer.start()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side takes a third."""
        super().resizeEvent(event)
        self.panel.setFixedWidth(max(PANEL[0], min(PANEL[1], self.width() // 3)))

    def hideEvent(self, event: Any) -> None:
        """Stop the clock."""
        super().hideEvent(event)
        self._timer.stop()

    # -- acting ------------------------------------------------------------------------------------------------

    def _chosen_with(self, card: ItemCard) -> list[DeliveryId]:
        """The card's item; with it all that are ticked when it is one of them."""
        if card.is_ticked:
            return [one.item.delivery.id for one in self.cards if one.is_ticked and one.item is not None]
        return [card.item.delivery.id] if card.item is not None else []

    def _decide(self, card: ItemCard, choice: Choice, to: datetime.date | None) -> None:
        desk = self.desk
        names = self._chosen_with(card)
        made = Decision(choice, self.now(), self.head.who.typed(), self.head.why.typed(), to)
        asked = desk.attempt(partial(decided, desk.wording, desk.plan, names, made))
        if asked is None or desk.perform(*asked) is None:
            self.refresh()
            return
        for one in self.cards:
            one.tick.setChecked(False)
        if len(names) > 1:
            self.panel.show_box()
            self.refresh()
        else:
            self._choose(card)

    def _take_back(self, card: ItemCard) -> None:
        desk = self.desk
        if card.item is None:
            return
        name, who = card.item.delivery.id, self.head.who.typed()
        asked = desk.attempt(partial(taken_back, desk.wording, desk.open_plan, name, self.now(), who))
        if asked is not None:
            desk.perform(*asked)

    def _took_place(self, card: ItemCard, is_over: bool) -> None:
        desk = self.desk
        if card.item is not None:
            edit = took_place(desk.wording, desk.plan, card.item.delivery.id, is_over=is_over)
            if desk.perform(*edit) is None:
                card.show_again()
                self.refresh()

    def _count(self, card: ItemCard, heads: int | None) -> None:
        desk = self.desk
        if card.item is not None:
            desk.perform(*counted(desk.wording, desk.plan, card.item.delivery.id, heads))

    def _choose(self, card: ItemCard) -> None:
        if card.item is None:
            return
        name = card.item.delivery.id
        if name == self._chosen and self.panel.mode == ITEM:
            return
        self._chosen = name
        for one in self.cards:
            one.show_chosen(is_chosen=one is card)
        self.desk.select((Subject("deliveries", name),))
        self.panel.show_item(name, self.today())

    def _walk(self, card: ItemCard, step: int) -> None:
        place = self.cards.index(card) + step
        if 0 <= place < len(self.cards):
            self.cards[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._choose(self.cards[place])
            self._area.ensureWidgetVisible(self.cards[place])

    def _enter(self, card: ItemCard) -> None:
        """From the card to its people; Escape leads back."""
        self._choose(card)
        self.panel.focus_first()

    def focus_first(self) -> None:
        """The keyboard belongs to the first card, or to the way to a day that has some."""
        chosen = next((one for one in self.cards if one.item and one.item.delivery.id == self._chosen), None)
        target = chosen or (self.cards[0] if self.cards else self.foot.other_day)
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, _event: object) -> None:
        """The keyboard belongs to the cards."""
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys turn the day, as in the other views; Escape leads from the people back to the card."""
        if event.key() == Qt.Key.Key_Escape and self._chosen is not None:
            self.focus_first()
            return
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.day_wanted.emit(self.day + datetime.timedelta(days=step))

    def show_item(self, name: DeliveryId) -> None:
        """Bring an item into view, on its day."""
        one = self.desk.plan.deliveries.get(name)
        if one is None or one.date is None:
            return
        if one.date != self.day:
            self.day_wanted.emit(one.date)
        for card in self.cards:
            if card.item is not None and card.item.delivery.id == name:
                card.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self._choose(card)
                self._area.ensureWidgetVisible(card)

    def _make_rain_sheet(self) -> None:
        self.desk.go_to("publish", ("rain-sheet", Scope(self.day, self.day)))

    def _make_paper(self, name: str) -> None:
        """A paper of the day; of the chosen item alone where the document knows such."""
        chosen = self._chosen if self.panel.mode == ITEM else None
        self.desk.go_to("publish", (name, Scope(self.day, self.day, delivery=chosen)))
