"""From the plan to what a schedule draws: light entries to lay out, and full items only for what is really shown.

A month of a very large season holds thousands of deliveries of which some two hundred have room; texts are made for
those alone, and kept while neither the delivery nor what it names changes.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from director_app.calendars.meetings import meeting_title
from director_app.domain.council import Meeting
from director_app.domain.facts import ConfirmationOf, ConfirmationState, Subject
from director_app.domain.ids import DeliveryId, EventId, InitiativeId
from director_app.domain.meeting_dates import MEETING, as_delivery, meeting_of
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Delivery, Event, Status
from director_app.domain.published import end_minute, initiative_of, lineup_of
from director_app.domain.timeline import days_between
from director_app.operations.sentences import place_text
from director_app.ui.schedule.day_index import DayIndex
from director_app.ui.schedule.filtering import Filter
from director_app.ui.schedule.geometry_month import Entry
from director_app.ui.schedule.geometry_week import TimedEntry
from director_app.ui.words import STATUS_WORDS, word
from director_app.wording import Wording

EVENT: Final = "event:"
"""Before the id of an event where keys of deliveries and events stand together."""
_BEFORE: Final = {"deliveries": "", "events": EVENT, "meetings": MEETING}
MOST_OF_A_DAY: Final = 90
"""No window shows more items of one day; the rest is only counted."""
_ALL: Final = 1 << 30
_TEXT_KINDS: Final = frozenset(
    {"programmes", "venues", "organisations", "initiatives", "events", "areas", "seasons", "artists"}
)
NO_HUE: Final = -1


@dataclass(frozen=True, slots=True)
class Item:
    """One delivery (or event) as it is drawn: all texts in the language of the window."""

    key: str
    subject: Subject
    number: str
    first: datetime.date
    last: datetime.date
    start: int | None
    end: int | None
    status: Status
    time: str
    time_undecided: bool
    title: str
    short_title: str
    title_undecided: bool
    place: str
    place_undecided: bool
    hue: int = NO_HUE
    is_locked: bool = False
    is_event: bool = False
    confirmations: tuple[str, ...] = ()
    who: str = ""
    spoken: str = ""


def key_of(subject: Subject) -> str | None:
    """The key of a record that schedules draw, None for other kinds."""
    before = _BEFORE.get(subject.kind)
    return None if before is None else before + subject.id


def subject_of(key: str) -> Subject:
    """The record behind a key."""
    for kind, before in _BEFORE.items():
        if before and key.startswith(before):
            return Subject(kind, key.removeprefix(before))
    return Subject("deliveries", key)


class Items:
    """What is drawn of one plan: follows it change by change.

    Attributes:
        revision: rises whenever something drawn may differ.
    """

    def __init__(self, wording: Wording) -> None:
        self.revision = 0
        self.index = DayIndex()
        self._wording = wording
        self._made: dict[str, tuple[object, Item]] = {}

    @property
    def plan(self) -> Plan:
        """The plan that is drawn."""
        return self.index.plan

    # -- following -------------------------------------------------------------------------------------------

    def show_plan(self, plan: Plan) -> None:
        """Draw another plan from scratch."""
        self.index.show_plan(plan)
        self._made.clear()
        self.revision += 1

    def follow(self, plan: Plan, changes: Iterable[RecordChange]) -> None:
        """Draw the same plan after changes."""
        changes = tuple(changes)
        self.index.follow(plan, changes)
        if any(change.kind in _TEXT_KINDS for change in changes):
            self._made.clear()
        self.revision += 1

    def set_wording(self, wording: Wording) -> None:
        """Say everything in another language."""
        self._wording = wording
        self._made.clear()
        self.revision += 1

    def set_levels(self, levels: Mapping[str, str]) -> None:
        """The most urgent level found for each key."""
        self.index.levels = levels
        if self.filter.only_problems:
            self.index.forget()
        self.revision += 1

    def set_filter(self, chosen: Filter) -> None:
        """Show only what a filter keeps."""
        self.index.filter = chosen
        self.index.forget()
        self.revision += 1

    @property
    def filter(self) -> Filter:
        """What is kept."""
        return self.index.filter

    def keeps(self, one: Delivery) -> bool:
        """Whether the filter keeps a delivery of the present plan."""
        return self.index.keeps(one)

    def level_of(self, key: str) -> str:
        """The most urgent level found for a key, or an empty text."""
        return self.index.levels.get(key, "")

    # -- what lies in a stretch of days ----------------------------------------------------------------------

    def events(self, first: datetime.date, last: datetime.date) -> list[Event]:
        """Events of several days that touch these days; an event of one day says no more than its deliveries."""
        if not self.filter.is_empty:
            return []
        found = [
            one
            for one in self.plan.events.values()
            if one.first_day and one.last_day and one.first_day < one.last_day
            if one.first_day <= last and one.last_day >= first
        ]
        return sorted(found, key=_event_order)

    def entries(self, first: datetime.date, last: datetime.date) -> list[Entry]:
        """Everything a month has to place, in drawing order."""
        return self.month_entries(first, last, most=_ALL)[0]

    def month_entries(
        self, first: datetime.date, last: datetime.date, *, most: int = MOST_OF_A_DAY
    ) -> tuple[list[Entry], dict[datetime.date, int]]:
        """What a month has to place, in drawing order, and how many more each day has than can ever be seen."""
        levels = self.index.levels
        found = [
            Entry(EVENT + event.id, event.first_day, event.last_day, False)
            for event in self.events(first, last)
            if event.first_day and event.last_day
        ]
        found += [
            Entry(one.id, one.date, one.until, True, one.id in levels)
            for one in self.index.lasting(first, last)
            if one.date is not None and one.until is not None
        ]
        more: dict[datetime.date, int] = {}
        for day in days_between(first, last):
            ordered = self.index.on_day(day)
            found += [Entry(one.id, day, day, True, one.id in levels) for one in ordered[:most]]
            if len(ordered) > most:
                more[day] = len(ordered) - most
        return found, more

    def timed_entries(self, first: datetime.date, last: datetime.date) -> list[TimedEntry]:
        """What a week has to place, in drawing order; the days around it too, because nights belong to evenings."""
        found = [
            TimedEntry(EVENT + event.id, event.first_day, event.last_day)
            for event in self.events(first, last)
            if event.first_day and event.last_day
        ]
        found += [
            TimedEntry(one.id, one.date, one.until, one.start, one.end)
            for one in self.index.lasting(first, last)
            if one.date is not None and one.until is not None
        ]
        for day in days_between(first, last + datetime.timedelta(days=1)):
            for one in self.index.on_day(day):
                end = one.end if one.end is not None or one.start is None else end_minute(self.plan, one)[0]
                found.append(TimedEntry(one.id, day, day, one.start, end))
        return found

    # -- items ------------------------------------------------------------------------------------------------

    def delivery(self, key: str) -> Delivery | None:
        """What stands at a date: a delivery, or a meeting as one; None for events and what is gone."""
        one = self.plan.deliveries.get(DeliveryId(key))
        if one is None and (meeting := meeting_of(self.plan, key)) is not None:
            return as_delivery(meeting, DeliveryId(key), meeting_title(self._wording, meeting))
        return one

    def item(self, key: str) -> Item | None:
        """The full item of a key; None when the plan has it no more."""
        if key.startswith(EVENT):
            event = self.plan.events.get(EventId(key.removeprefix(EVENT)))
            return self._kept(key, event) if event is not None else None
        record = self.plan.deliveries.get(DeliveryId(key)) or meeting_of(self.plan, key)
        return self._kept(key, record) if record is not None else None

    def _kept(self, key: str, record: Delivery | Event | Meeting) -> Item:
        made = self._made.get(key)
        if made is None or made[0] is not record:
            made = (record, self._item(key, record))
            self._made[key] = made
        return made[1]

    def _item(self, key: str, record: Delivery | Event | Meeting) -> Item:
        if isinstance(record, Event):
            return self._of_event(key, record)
        if isinstance(record, Meeting):
            one = as_delivery(record, DeliveryId(key), meeting_title(self._wording, record))
            return replace(self._of_delivery(key, one), subject=subject_of(key), is_locked=False, confirmations=())
        return self._of_delivery(key, record)

    def _of_delivery(self, key: str, one: Delivery) -> Item:
        wording, plan = self._wording, self.plan
        title, short, known = delivery_titles(wording, plan, one)
        place, place_known = place_text(wording, plan, one)
        end, _assumed = end_minute(plan, one)
        day = one.date or datetime.date.min
        time = wording.clock(one.start) if one.start is not None else wording.context("no time yet", "TBA")
        if place_known and place not in title and one.until is not None and one.until != one.date:
            title = wording.text("{title} · {place}", title=title, place=place)
        if one.status is Status.POSTPONED and one.postponed_to is not None:
            title = short = wording.text("→ {date}", date=without_weekday(wording, one.postponed_to))
        return Item(
            key, Subject("deliveries", one.id), one.number, day, one.until or day, one.start, end, one.status,
            time, one.start is None, title, short, not known, place, not place_known,
            hue=hue_of(plan, initiative_of(plan, one)),
            is_locked=one.is_locked,
            confirmations=confirmation_states(one),
            who=who_text(plan, one),
            spoken=self._spoken(one, title, place),
        )  # fmt: skip

    def _spoken(self, one: Delivery, title: str, place: str) -> str:
        wording = self._wording
        date = wording.date_short(one.date) if one.date else wording.undecided()
        time = wording.clock(one.start) if one.start is not None else wording.text("time undecided")
        return ", ".join((date, time, title, place, word(wording, STATUS_WORDS, one.status), one.number))

    def _of_event(self, key: str, event: Event) -> Item:
        day = event.first_day or datetime.date.min
        english = self._wording.language == "en" and event.title_en
        title = event.title_en if english else event.title
        venue = self.plan.venues.get(event.venue) if event.venue else None
        shown = f"{title} · {venue.name}" if venue and venue.name else title
        return Item(
            key, Subject("events", event.id), "", day, event.last_day or day, None, None, event.status,
            "", False, shown or self._wording.undecided(), title, not title, "", False,
            hue=hue_of(self.plan, event.initiative), is_event=True, spoken=shown,
        )  # fmt: skip


def _event_order(event: Event) -> tuple[datetime.date, str]:
    return event.first_day or datetime.date.max, event.id


def without_weekday(wording: Wording, day: datetime.date) -> str:
    """A day where there is little room: "10. 1." or "1 Oct"."""
    full = wording.date_short(day)
    if wording.language == "ko":
        return full.partition("(")[0]
    return full.partition(" ")[2]


# -- texts of a delivery -----------------------------------------------------------------------------------------


def delivery_titles(wording: Wording, plan: Plan, one: Delivery) -> tuple[str, str, bool]:
    """Full and short title of a delivery, and whether it has a title of its own at all."""
    programme = plan.programmes.get(one.programme) if one.programme else None
    english = wording.language == "en"
    if programme is not None:
        title = (programme.title_en if english else "") or programme.title
        short = title if english else programme.short_title or title
        if one.title_suffix:
            title, short = f"{title} {one.title_suffix}".strip(), f"{short} {one.title_suffix}".strip()
        if title:
            return title, short, True
    if one.title_suffix:
        return one.title_suffix, one.title_suffix, True
    event = plan.events.get(one.event) if one.event else None
    if event is not None and event.title:
        title = (event.title_en if english else "") or event.title
        return title, title, True
    undecided = wording.text("Title undecided")
    return undecided, wording.undecided(), False


def who_text(plan: Plan, one: Delivery) -> str:
    """Who plays, in billing order; an empty text while nobody is known."""
    names = (plan.artists[act.artist].name for act in lineup_of(plan, one) if act.artist in plan.artists)
    return ", ".join(name for name in names if name)


def hue_of(plan: Plan, identity: InitiativeId | None) -> int:
    """The palette number of an initiative, NO_HUE without one."""
    initiative = plan.initiatives.get(identity) if identity else None
    return initiative.hue if initiative is not None else NO_HUE


_OFTEN_ANSWERED: Final = {ConfirmationState.OPEN: 0, ConfirmationState.ASKED: 1, ConfirmationState.AGREED: 2}


def confirmation_states(one: Delivery) -> tuple[str, ...]:
    """How venue, acts (the least sure of them) and contract stand, in this order."""
    found = []
    for of in (ConfirmationOf.VENUE, ConfirmationOf.ACT, ConfirmationOf.CONTRACT):
        states = [answer.state for answer in one.confirmations if answer.of is of]
        found.append(str(min(states, key=_OFTEN_ANSWERED.__getitem__) if states else ConfirmationState.OPEN))
    return tuple(found)
