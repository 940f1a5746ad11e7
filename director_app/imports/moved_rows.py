"""A later copy of a table that was imported: which of its rows are dates that the earlier copy had on another day.

A row of a later copy that fits no delivery, and a delivery of the earlier copy that no row speaks of any more, are one
and the same when title and place are, or title and date. Only a table that still has most of what it once brought is
a later copy: one that lists other dates of the same programme moves nothing.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, NamedTuple, TypeAlias

from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.imports.delivery_identity import Slot, plain_identity
from director_app.imports.drafts import Draft
from director_app.imports.written_dates import DaySpan
from director_app.imports.written_times import TimeSpan

#: Beyond so many pairs of row and delivery of one programme nobody could look through what was moved to where.
_MOST_PAIRS: Final = 40_000
#: A row and which of its dates: file, sheet and number, day and times.
Place: TypeAlias = tuple[tuple[str, str, int], DaySpan | None, TimeSpan]


class Waiting(NamedTuple):
    """A date of a row that fits no delivery."""

    draft: Draft
    slot: Slot

    @property
    def place(self) -> Place:
        """What it is looked up by."""
        return place_of(self.draft, self.slot)


def place_of(draft: Draft, slot: Slot) -> Place:
    """What a date of a row is looked up by."""
    return draft.place, slot.day, slot.times


def moves(plan: Plan, waiting: Iterable[Waiting], spoken_for: Iterable[str]) -> dict[Place, DeliveryId]:
    """The rows that are known deliveries on another day or at another place: the nearest days belong together."""
    spoken = frozenset(spoken_for)
    waiting = list(waiting)
    vanished = _vanished(plan, spoken)
    rows = Counter(one.slot.programme for one in waiting)
    for programme in [name for name, gone in vanished.items() if len(gone) * rows[name] > _MOST_PAIRS]:
        del vanished[programme]
    pairs = sorted(
        (
            (rank, one.place, delivery.id)
            for one in waiting
            for delivery in vanished.get(one.slot.programme, ())
            if (rank := _nearness(plan, one, delivery)) is not None
        ),
        key=lambda pair: (pair[0], pair[1][0], str(pair[1][1:]), pair[2]),
    )
    found: dict[Place, DeliveryId] = {}
    taken: set[DeliveryId] = set()
    for _rank, place, identity in pairs:
        if place not in found and identity not in taken:
            found[place] = identity
            taken.add(identity)
    return found


def _vanished(plan: Plan, spoken: frozenset[str]) -> dict[str, list[Delivery]]:
    """By programme, what a later copy does not speak of any more; half of what it brought it must still have."""
    brought = Counter(_table(one) for one in plan.deliveries.values() if one.source)
    still = Counter(_table(one) for one in plan.deliveries.values() if one.source and one.id in spoken)
    later = {table for table, count in still.items() if 2 * count >= brought[table]}
    found: dict[str, list[Delivery]] = {}
    for one in plan.deliveries.values():
        if one.programme and one.source and one.id not in spoken and _table(one) in later:
            found.setdefault(one.programme, []).append(one)
    return found


def _table(delivery: Delivery) -> str:
    """The table it came from, without who is named there as its provider."""
    return delivery.source.rpartition(" (")[0] or delivery.source


def _nearness(plan: Plan, one: Waiting, delivery: Delivery) -> tuple[int, int] | None:
    """How far apart row and delivery are, None when they cannot be the same; only what nobody has moved since."""
    slot, day = one.slot, one.slot.day
    if day is None or delivery.date is None or not one.slot.programme:
        return None
    before = DaySpan(delivery.date, delivery.until or delivery.date)
    times = TimeSpan(delivery.start, delivery.end)
    for index, name in enumerate(_names_of_place(plan, one, delivery)):
        facts = {**one.draft.facts, "venue": name}
        was = Slot(slot.programme, slot.organisation, slot.venue, before, times, slot.month, slot.suffix, slot.area)
        is_it = plain_identity(_with_facts(one.draft, facts), was, "") == delivery.id
        if is_it and (index == 0 or day.first == delivery.date):
            return _days(day.first, delivery.date), index
    return None


def _names_of_place(plan: Plan, one: Waiting, delivery: Delivery) -> Iterator[str]:
    yield one.draft.facts.get("venue", "")
    venue = plan.venues.get(delivery.venue) if delivery.venue else None
    yield venue.name if venue is not None else ""


def _with_facts(draft: Draft, facts: Mapping[str, object]) -> Draft:
    return replace(draft, facts=facts)


def _days(one: datetime.date, other: datetime.date) -> int:
    return abs((one - other).days)
