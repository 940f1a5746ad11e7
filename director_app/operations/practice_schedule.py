"""When and where the practice season happens: a calendar of what is taken, so that almost nothing clashes."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from director_app.domain.culture_calendar import is_culture_day
from director_app.domain.facts import Fallback, FallbackKind
from director_app.domain.ids import EventId, InitiativeId
from director_app.domain.programme import Event, EventZone, Status
from director_app.domain.timeline import days_between
from director_app.operations.practice_kinds import ProgrammeKind
from director_app.operations.practice_people import SLOTS, Companies, Times, Troupe
from director_app.operations.practice_places import Ground, Grounds
from director_app.operations.practice_texts import Dice, Identities, Writer

FIRST_DAY: Final = datetime.date(2026, 3, 2)
LAST_DAY: Final = datetime.date(2026, 11, 29)
TODAY: Final = datetime.date(2026, 7, 15)
#: Public holidays of the season on weekdays (the companies stay shut), and the common summer break.
HOLIDAYS: Final = frozenset(
    datetime.date(2026, month, day)
    for month, day in ((5, 5), (5, 25), (6, 3), (8, 17), (9, 24), (9, 25), (10, 5), (10, 9))
)
_TRIES: Final = 24


class Cast(NamedTuple):
    """Everything that deliveries are made of."""

    companies: Companies
    troupe: Troupe
    times: Times
    grounds: Grounds
    initiatives: list[InitiativeId]
    events: list[Event]


class Slot(NamedTuple):
    """A part of a day at a place."""

    day: datetime.date
    slot: int
    ground: Ground


class Calendar:
    """What is taken: places and people by day and slot."""

    def __init__(self, cast: Cast, dice: Dice) -> None:
        self._cast = cast
        self._dice = dice
        self._places: set[int] = set()
        self._people: set[int] = set()
        self._days = {"company": _company_days(), "public": _public_days(cast.events)}
        self._grounds = {"company": cast.grounds.company, "public": cast.grounds.public}

    def place(self, kind: ProgrammeKind) -> Slot | None:
        """A free part of a day for this kind, taken at once; None when luck runs out."""
        grounds, days = self._grounds[kind.pool], self._days[kind.pool]
        for _ in range(_TRIES):
            slot = Slot(self._dice.pick(days), self._dice.pick(kind.slots), self._dice.pick(grounds))
            key = _key(slot.ground.root, slot.day, slot.slot)
            if key not in self._places and slot.day not in slot.ground.closed:
                self._places.add(key)
                return slot
        return None

    def beside(self, taken: Slot, kind: ProgrammeKind) -> Slot | None:
        """Another free place for this kind at the same time, taken at once."""
        other = taken._replace(ground=self._dice.pick(self._grounds[kind.pool]))
        key = _key(other.ground.root, other.day, other.slot)
        if key in self._places or other.day in other.ground.closed:
            return None
        self._places.add(key)
        return other

    def acts(self, slot: Slot, wanted: int) -> tuple[int, ...]:
        """So many acts that are free then, taken at once; fewer when there are none."""
        found: list[int] = []
        for _ in range(_TRIES):
            if len(found) == wanted:
                break
            act = self._dice.below(self._cast.troupe.acts)
            if self.book(slot, act):
                found.append(act)
        return tuple(found)

    def book(self, slot: Slot, act: int) -> bool:
        """Take an act's people for a slot, if all are free and willing."""
        people = self._cast.troupe.people[act]
        keys = [_key(person, slot.day, slot.slot) for person in people]
        if not self._people.isdisjoint(keys) or not self._cast.times.allow(people, slot.day, slot.slot):
            return False
        self._people.update(keys)
        return True


def _key(owner: int, day: datetime.date, slot: int) -> int:
    return (owner * 1_000_000 + day.toordinal()) * SLOTS + slot


def _company_days() -> list[datetime.date]:
    days: list[datetime.date] = []
    for day in days_between(FIRST_DAY, LAST_DAY):
        if day.weekday() < 5 and day not in HOLIDAYS:
            days += [day] * (3 if is_culture_day(day) else 1)
    return days


def _public_days(events: list[Event]) -> list[datetime.date]:
    days: list[datetime.date] = []
    for day in days_between(FIRST_DAY, LAST_DAY):
        days += [day] * (2 if day.weekday() >= 4 or is_culture_day(day) else 1)
    for event in events:
        if event.first_day and event.last_day:
            days += days_between(event.first_day, event.last_day) * 2
    return days


def make_events(
    count: int, grounds: Grounds, initiatives: list[InitiativeId], dice: Dice, writer: Writer, ids: Identities
) -> list[Event]:
    """Festivals of two or three days from a Friday on."""
    events = []
    forms = (("축제", "Festival"), ("문화주간", "Culture Week"), ("페스티벌", "Fête"))
    for position in range(count):
        first = datetime.date(2026, 3, 6) + datetime.timedelta(weeks=dice.below(38))
        last = first + datetime.timedelta(days=dice.between(1, 2))
        ground = dice.pick(grounds.public)
        title = writer.title(forms)
        events.append(
            Event(
                EventId(ids.of("events", position)),
                title.korean,
                title.english,
                dice.pick(initiatives),
                first,
                last,
                ground.venue.id,
                (EventZone("으뜸 무대", ground.venue.id), EventZone("체험 마당")),
                expected_heads=dice.between(5, 200) * 100,
                fallback=Fallback(FallbackKind.POSTPONE, trigger="호우 예보", decided_by="총감독")
                if dice.chance(0.5)
                else None,
                safety="재해대처계획 신고 대상" if dice.chance(0.5) else "",
                status=Status.DELIVERED if last < TODAY else Status.CONFIRMED,
                note="지어낸 행사입니다.",
            )
        )
    return events
