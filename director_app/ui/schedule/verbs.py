"""What can be done to the selected items: one method per verb, each one undo step through the desk."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from director_app.domain.ids import ApplicationId, DeliveryId
from director_app.domain.programme import Delivery, Status
from director_app.ui.desk import MessageAction
from director_app.ui.schedule import answers, moves
from director_app.ui.schedule.items import delivery_titles
from director_app.ui.schedule.moves import Asked, Place
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.typed_item import TypedItem, When
from director_app.wording import message

WENT_TO_TRASH = message("Moved “{title}” to the trash.")
SEVERAL_WENT_TO_TRASH = message("Moved {n} dates to the trash.")
LASTS_DAYS = message("“{title}” now lasts {days} days, until {date}.")
LASTS_ONE_DAY = message("“{title}” lasts one day again: {date}.")


class Verbs(QObject):
    """Acts on what is selected."""

    def __init__(self, state: ScheduleState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._desk = state.desk

    # -- moving ------------------------------------------------------------------------------------------------

    def shift(self, days: int = 0, minutes: int = 0) -> None:
        """Move the selection by days or minutes."""
        chosen = self._state.chosen()
        asked = moves.shift(chosen, days, minutes, self.titles(chosen))
        if asked is not None and self._do(asked) and chosen[0].date is not None:
            moved = self._desk.plan.deliveries.get(chosen[0].id)
            if moved is not None and moved.date is not None:
                self._state.select_again(moved.date)

    def stretch(self, days: int = 0, minutes: int = 0) -> None:
        """Move the end of the selected items."""
        for one in self._state.chosen():
            asked = moves.stretch(self._desk.plan, one, days, minutes, self.title(one))
            outcome = self._do(asked) if asked is not None else None
            if outcome is not None and days:
                self._say_days(one.id, outcome)

    def stretch_start(self, days: int = 0, minutes: int = 0) -> None:
        """Move the start of the selected items; their ends stay."""
        for one in self._state.chosen():
            asked = moves.stretch_start(self._desk.plan, one, days, minutes, self.title(one))
            outcome = self._do(asked) if asked is not None else None
            if outcome is not None and days:
                self._say_days(one.id, outcome)

    def _say_days(self, identity: DeliveryId, outcome: Any) -> None:
        """An item that lasts for days is something else than it was: that is said, with the way back."""
        one = self._desk.plan.deliveries.get(identity)
        if one is None or one.date is None:
            return
        wording = self._desk.wording
        if one.until is None:
            sentence = wording.text(LASTS_ONE_DAY, title=self.title(one), date=wording.date_short(one.date))
        else:
            days = (one.until - one.date).days + 1
            last = wording.date_short(one.until)
            sentence = wording.text(LASTS_DAYS, title=self.title(one), days=days, date=last)
        self._desk.say(sentence, (MessageAction(wording.text("Undo"), _TakeBack(self._desk, outcome)),))

    def pull(self, one: Delivery, edge: str, minute: int) -> None:
        """Begin or end one item at a time of its day."""
        if edge == "start":
            self._do(moves.set_start(self._desk.plan, one, minute, self.title(one)))
        else:
            self._do(moves.set_end(one, minute, self.title(one)))

    def move(self, deliveries: Sequence[Delivery], grabbed: Delivery, place: Place) -> None:
        """Put what was dragged into a place."""
        ordered = [grabbed, *(one for one in deliveries if one.id != grabbed.id)]
        venue = self._desk.plan.venues.get(place.venue) if place.venue and not place.keeps_venue else None
        where = venue.name if venue is not None else ""
        if self._do(moves.move(ordered, grabbed, place, self.titles(ordered), where)):
            self._state.select_again(place.day)

    def to_tray(self, deliveries: Sequence[Delivery]) -> None:
        """Open the date again."""
        dated = [one for one in deliveries if one.date is not None]
        if dated:
            self._do(moves.open_dates(dated, self.titles(dated)))

    def retime(self, one: Delivery, when: When) -> bool:
        """Date and time as typed; whether it was done."""
        return self._do(moves.retime(one, when, self.title(one))) is not None

    # -- making and taking away --------------------------------------------------------------------------------

    def add(self, typed: TypedItem, place: Place) -> bool:
        """A new item as typed; whether it was added."""
        one = moves.made(self._desk.plan, typed, place)
        title = delivery_titles(self._desk.wording, self._desk.plan, one)[0]
        if self._do(moves.add(one, title)) is None:
            return False
        self._state.select(one.id, day=one.date)
        return True

    def answer(self, application: str, place: Place) -> None:
        """Place an application on a day."""
        plan = self._desk.plan
        record = plan.applications.get(ApplicationId(application))
        if record is None:
            return
        organisation = plan.organisations.get(record.organisation) if record.organisation else None
        title = organisation.name if organisation else record.applicant or record.number
        outcome = self._do(answers.answer(plan, record, place, title))
        if outcome is not None:
            made = next((change.id for change in outcome.changes if change.kind == "deliveries"), None)
            if made is not None:
                self._state.select(made, day=place.day)

    def repeat(self) -> None:
        """The selected item once more, a week later."""
        chosen = self._state.chosen()
        if len(chosen) == 1 and chosen[0].date is not None:
            day = chosen[0].date + datetime.timedelta(days=7)
            outcome = self._do(moves.repeat(chosen[0], day, self.title(chosen[0])))
            if outcome is not None:
                self._state.select(outcome.changes[0].id, day=day)

    def remove(self) -> None:
        """Take the selection away; a strip offers the way back."""
        chosen = self._state.chosen()
        if not chosen:
            return
        titles = self.titles(chosen)
        day = self._state.cursor
        outcome = self._do(moves.remove(chosen, titles))
        if outcome is None:
            return
        self._state.put_cursor(day)
        wording = self._desk.wording
        if len(chosen) == 1:
            sentence = wording.text(WENT_TO_TRASH, title=titles[0])
        else:
            sentence = wording.text(SEVERAL_WENT_TO_TRASH, n=len(chosen))
        back = _TakeBack(self._desk, outcome)
        self._desk.say(sentence, (MessageAction(wording.text("Undo"), back),))

    # -- states ------------------------------------------------------------------------------------------------

    def set_status(self, status: Status) -> None:
        """How firm the selection is."""
        chosen = self._state.chosen()
        if chosen:
            self._do(moves.set_status(chosen, status, self.titles(chosen)))

    def toggle_lock(self) -> None:
        """Lock or unlock the selected items."""
        for one in self._state.chosen():
            self._do(moves.lock(one, self.title(one)))

    # -- names -------------------------------------------------------------------------------------------------

    def title(self, one: Delivery) -> str:
        """What an item is called in messages and steps."""
        return delivery_titles(self._desk.wording, self._desk.plan, one)[0]

    def titles(self, deliveries: Sequence[Delivery]) -> list[str]:
        """What items are called."""
        return [self.title(one) for one in deliveries]

    def delivery(self, key: str) -> Delivery | None:
        """The delivery of a key."""
        return self._desk.plan.deliveries.get(DeliveryId(key))

    def _do(self, asked: Asked) -> Any:
        return self._desk.perform(asked.edit, asked.step)


@dataclass(frozen=True, slots=True)
class _TakeBack:
    """Undoes one step: by undo while it is the last one, else by writing back what it took away."""

    desk: Any
    outcome: Any

    def __call__(self) -> None:
        if self.desk.plan is self.outcome.plan:
            self.desk.undo()
            return
        self.desk.perform(moves.PutBack(tuple(self.outcome.changes)), self.outcome.step)
