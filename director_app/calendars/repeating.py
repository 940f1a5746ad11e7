"""The dates of one event that repeats -> its VEVENT with RRULE and EXDATE, and one for every date that differs.

A date is said by the rule alone while it is like the others. Once it was ever different it is said itself for ever,
with its RECURRENCE-ID (RFC 5545, section 3.8.4.4), so that a program that keeps such dates apart is told of it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from director_app.calendars.event import CANCELLED, CONFIRMED, Event, Place
from director_app.domain.ledger import LedgerEntry
from director_app.domain.ledger_series import Slot
from director_app.planner.repeating_events import days_of_slot


class Member(NamedTuple):
    """One date of the event: what was told of it, and the events that say what it is now."""

    entry: LedgerEntry
    slot: Slot
    #: As if it stood alone; of the one that the calendar does not show, those that take it away.
    events: tuple[Event, ...]
    is_shown: bool


def series_events(members: Sequence[Member], summary: str, *, internal: bool) -> Iterator[Event]:
    """The events of all dates of one UID, in no order; nothing where this calendar never had any of them.

    `summary` is the title when no date is left that has one. Calendars of the team say every date itself, for each
    has a number there.
    """
    if not any(member.events for member in members):
        return
    said: set[str] = set()
    likes: list[Event] = []
    shown: list[Event] = []
    for member in members:
        whole = [event for event in member.events if event.uid == member.entry.uid]
        yield from (event for event in member.events if event.uid != member.entry.uid)
        shown += whole if member.is_shown else []
        if member.is_shown and whole and not internal and not member.slot.own:
            likes += whole
            said.add(member.slot.recurrence)
        elif whole and (internal or member.slot.own):
            said.add(member.slot.recurrence)
            yield from (event._replace(recurrence=(member.slot.zone, member.slot.recurrence)) for event in whole)
    yield _master(members[0], likes, shown, said, summary)


def _master(first: Member, likes: Sequence[Event], shown: Sequence[Event], said: set[str], summary: str) -> Event:
    slot, entry = first.slot, first.entry
    clock = slot.starts[8:]
    starts = (f"{day:%Y%m%d}{clock}" for day in days_of_slot(slot))
    left_out = tuple(start for start in starts if start not in said)
    place = Place(entry.location) if entry.location else None
    gone = Event(
        slot.starts, entry.uid, slot.ends, slot.zone, entry.sequence, entry.last_modified, CANCELLED, summary, place
    )
    if not shown:
        return gone._replace(rule=slot.rule)
    like = min(likes or shown, key=lambda one: (one.starts, one.recurrence))
    return like._replace(
        starts=slot.starts, ends=slot.ends, zone=slot.zone, status=like.status if likes else CONFIRMED,
        rule=slot.rule, left_out=left_out,
    )  # fmt: skip
