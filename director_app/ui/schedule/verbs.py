"""What can be done to the selected items: one method per verb, each one undo step through the desk."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from director_app.domain.ids import ApplicationId, DeliveryId
from director_app.domain.meeting_dates import OfAllKinds
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.operations.sentences import step_sentence
from director_app.ui.desk import Desk
from director_app.ui.messages import way_back
from director_app.ui.schedule import answers, day_shift, moves
from director_app.ui.schedule.copy_verbs import CopyVerbs
from director_app.ui.schedule.items import delivery_titles
from director_app.ui.schedule.moves import Asked, Place
from director_app.ui.schedule.nearest import blocking, sentence_of
from director_app.ui.schedule.series_verbs import SeriesVerbs
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.schedule.typed_item import TypedItem, When
from director_app.wording import message

WENT_TO_TRASH = message("Moved “{title}” to the trash.")
SEVERAL_WENT_TO_TRASH = message("Moved {n} dates to the trash.")
LASTS_DAYS = message("“{title}” now lasts {days} days, until {date}.")
LASTS_ONE_DAY = message("“{title}” lasts one day again: {date}.")


Stretch = Callable[[Plan, Delivery, int, int, str], Asked | None]


class Verbs(QObject):
    """Acts on what is selected.

    Attributes:
        copies: cut, copy, paste and repeating.
        series: letting the dates of a series follow one of them.

    Signals: ``done(Outcome)`` after every step.
    """

    done = Signal(object)

    def __init__(self, state: ScheduleState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._desk = state.desk
        self.copies = CopyVerbs(state, self, self)
        self.series = SeriesVerbs(state, self, self)

    # -- moving ------------------------------------------------------------------------------------------------

    def shift(self, days: int = 0, minutes: int = 0) -> None:
        """Move the selection by days or minutes; of several, locked ones stay."""
        chosen, staying = self._movable(self._state.chosen_of_all_kinds())
        asked = moves.shift(chosen, days, minutes, self.titles(chosen))
        if asked is not None and self.perform(asked, staying) and chosen[0].date is not None:
            moved = self.delivery(chosen[0].id)
            if moved is not None and moved.date is not None:
                self._state.select_again(moved.date)

    def stretch(self, days: int = 0, minutes: int = 0) -> None:
        """Move the end of the selected items."""
        self._stretched(moves.stretch, moves.SEVERAL_ENDS, days, minutes)

    def stretch_start(self, days: int = 0, minutes: int = 0) -> None:
        """Move the start of the selected items; their ends stay."""
        self._stretched(moves.stretch_start, moves.SEVERAL_STARTS, days, minutes)

    def _stretched(self, stretch: Stretch, name: str, days: int, minutes: int) -> None:
        chosen, staying = self._movable(self._state.chosen_of_all_kinds())
        found = [stretch(self._desk.plan, one, days, minutes, self.title(one)) for one in chosen]
        asked = moves.together([one for one in found if one is not None], name)
        outcome = self.perform(asked, staying) if asked is not None else None
        if outcome is not None and days and len(chosen) == 1:
            self._say_days(chosen[0].id, outcome)

    def _movable(self, deliveries: Sequence[Delivery]) -> tuple[list[Delivery], int]:
        """Those that may move, and how many stay because they are locked; one alone is left to be refused."""
        free = [one for one in deliveries if not one.is_locked]
        return (free, len(deliveries) - len(free)) if free else (list(deliveries), 0)

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
        self._desk.say(sentence, (way_back(wording, _TakeBack(self._desk, outcome)),))

    def pull(self, one: Delivery, edge: str, minute: int) -> None:
        """Begin or end one item at a time of its day."""
        if edge == "start":
            self.perform(moves.set_start(self._desk.plan, one, minute, self.title(one)))
        else:
            self.perform(moves.set_end(one, minute, self.title(one)))

    def move(self, deliveries: Sequence[Delivery], grabbed: Delivery, place: Place) -> Any:
        """Put what was dragged into a place; of several, locked ones stay. Returns the Outcome, or None."""
        ordered, staying = self._movable([grabbed, *(one for one in deliveries if one.id != grabbed.id)])
        venue = self._desk.plan.venues.get(place.venue) if place.venue and not place.keeps_venue else None
        where = venue.name if venue is not None else ""
        first = ordered[0]
        if first.id != grabbed.id and grabbed.date is not None and first.date is not None:  # keeps its distance
            timed = not place.keeps_time and None not in (place.start, grabbed.start, first.start)
            start = (first.start or 0) + (place.start or 0) - (grabbed.start or 0) if timed else None
            place = place._replace(day=place.day + (first.date - grabbed.date), start=start, keeps_time=not timed)
        outcome = self.perform(moves.move(ordered, first, place, self.titles(ordered), where), staying)
        if outcome:
            self._state.select_again(place.day)
        return outcome

    def move_to_day(self, day: datetime.date) -> bool:
        """Put the selection on another day; several keep their distances. Whether it was done."""
        chosen = self._state.chosen_of_all_kinds()
        return bool(chosen) and self.move(chosen, chosen[0], Place(day)) is not None

    def to_tray(self, deliveries: Sequence[Delivery]) -> None:
        """Open the date again."""
        dated, staying = self._movable([one for one in deliveries if one.date is not None])
        if dated:
            self.perform(moves.open_dates(dated, self.titles(dated)), staying)

    def retime(self, one: Delivery, when: When) -> bool:
        """Date and time as typed; whether it was done."""
        done = self.perform(moves.retime(one, when, self.title(one))) is not None
        if done and when.day is not None:
            self._state.select_again(when.day)
        return done

    def shift_later(self, shifted: day_shift.Shifted, minutes: int) -> bool:
        """Move an item and everything later of its day by minutes; whether it was done."""
        first = next(iter(shifted.moving), None)
        if first is None or first.date is None:
            return False
        locked = sum(one.is_locked for one in shifted.staying)
        return self.perform(day_shift.shift(first.date, shifted.moving, minutes), locked) is not None

    # -- making and taking away --------------------------------------------------------------------------------

    def add(self, typed: TypedItem, place: Place) -> bool:
        """A new item as typed; whether it was added."""
        one = moves.made(self._desk.plan, typed, place)
        title = delivery_titles(self._desk.wording, self._desk.plan, one)[0]
        if self.perform(moves.add(one, title)) is None:
            return False
        self._state.select(one.id, day=one.date)
        return True

    def answer(self, application: str, place: Place) -> Any:
        """Place an application on a day; the outcome, None when it is gone or was refused."""
        plan = self._desk.plan
        record = plan.applications.get(ApplicationId(application))
        if record is None:
            return None
        organisation = plan.organisations.get(record.organisation) if record.organisation else None
        title = organisation.name if organisation else record.applicant or record.number
        outcome = self.perform(answers.answer(plan, record, place, title))
        if outcome is not None:
            made = next((change.id for change in outcome.changes if change.kind == "deliveries"), None)
            if made is not None:
                self._state.select(made, day=place.day)
        return outcome

    def remove(self) -> None:
        """Take the selection away; a strip offers the way back."""
        chosen = self._state.chosen_of_all_kinds()
        if not chosen:
            return
        titles = self.titles(chosen)
        day = self._state.cursor
        outcome = self.perform(moves.remove(chosen, titles))
        if outcome is None:
            return
        self._state.put_cursor(day)
        wording = self._desk.wording
        if len(chosen) == 1:
            sentence = wording.text(WENT_TO_TRASH, title=titles[0])
        else:
            sentence = wording.text(SEVERAL_WENT_TO_TRASH, n=len(chosen))
        back = _TakeBack(self._desk, outcome)
        self._desk.say(sentence, (way_back(wording, back),))

    # -- states ------------------------------------------------------------------------------------------------

    def set_status(self, status: Status) -> None:
        """How firm the selection is."""
        chosen = self._state.chosen()
        if chosen:
            self.perform(moves.set_status(chosen, status, self.titles(chosen)))

    def toggle_lock(self) -> None:
        """Lock the selected items; unlock them when all are locked."""
        chosen = self._state.chosen()
        if chosen:
            self.perform(moves.lock(chosen, self.titles(chosen)))

    # -- names -------------------------------------------------------------------------------------------------

    def title(self, one: Delivery) -> str:
        """What an item is called in messages and steps."""
        return delivery_titles(self._desk.wording, self._desk.plan, one)[0]

    def titles(self, deliveries: Sequence[Delivery]) -> list[str]:
        """What items are called."""
        return [self.title(one) for one in deliveries]

    def delivery(self, key: str) -> Delivery | None:
        """The delivery of a key, or the meeting that stands there as one."""
        return self._state.items.delivery(key)

    # -- doing -------------------------------------------------------------------------------------------------

    def perform(self, asked: Asked, staying: int = 0) -> Any:
        """Do it as one step and say it to who cannot see it; ``staying``: how many locked ones did not go along.

        Returns the Outcome, or None when it was refused (and said why).
        """
        outcome = self._desk.perform(OfAllKinds(asked.edit), asked.step)
        if outcome is None:
            return None
        wording = self._desk.wording
        if staying:
            sentence = wording.plural("{n} locked date stayed where it is.", "{n} locked dates stayed.", staying)
            self._desk.say(sentence)
        if outcome.step is not None:
            self._state.announce(spoken(self._desk, outcome))
            self.done.emit(outcome)
        return outcome

    def look_at(self, one: Delivery) -> None:
        """Select an item where it stands now."""
        self._state.select(one.id, day=one.date)

    def take_back(self, outcome: Any) -> None:
        """Give back what one step did, also when others came after it."""
        _TakeBack(self._desk, outcome)()


def spoken(desk: Desk, outcome: Any) -> str:
    """What a step did and what is wrong now with the item it changed, for a screen reader."""
    said = step_sentence(desk.wording, outcome.step)
    changed = [change for change in outcome.changes if change.kind == "deliveries"]
    blocks = blocking(desk, changed[0].id) if len(changed) == 1 else []
    return desk.wording.text("{said}. {clash}", said=said, clash=sentence_of(desk, blocks[0])) if blocks else said


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
