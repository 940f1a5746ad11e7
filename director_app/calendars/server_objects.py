"""The events of a calendar as a calendar server keeps them: one object for each UID (RFC 4791, section 4.1)."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from director_app.calendars.event import CANCELLED
from director_app.calendars.events import EventMaker
from director_app.calendars.ical_export import in_order, plan_zone, zones_of
from director_app.calendars.ical_writer import PRODUCT, object_texts
from director_app.calendars.options import CalendarOptions
from director_app.domain.collecting import without_collecting
from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import LedgerEntry
from director_app.domain.plan import Plan
from director_app.wording import Wording

#: What a person sees of an event; a server may write everything else its own way.
_SEEN: Final = ("SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "RRULE")
_TIMES: Final = ("DTSTART", "DTEND", "DURATION", "EXDATE", "RDATE", "RECURRENCE-ID")


class ServerObject(NamedTuple):
    """One object as we would put it on a server."""

    uid: str
    data: str
    title: str
    #: Wall time "20251014T121000", or a date.
    starts: str
    is_cancelled: bool

    @property
    def digest(self) -> str:
        """What the whole object is known by."""
        return hashlib.sha256(self.data.encode()).hexdigest()


class FoundObject(NamedTuple):
    """One object as a server has it; without a UID it is none that can be read."""

    uid: str
    data: str
    title: str
    #: The date "20251014".
    starts: str
    #: Written by this program and by nobody since: other programs put their own name there when they change it.
    is_ours: bool
    #: What a person sees of it, for comparing.
    seen: tuple[str, ...]


def objects_of(
    plan: Plan, ledger: Mapping[DeliveryId, LedgerEntry], wording: Wording, options: CalendarOptions
) -> dict[str, ServerObject]:
    """Every object of a calendar by its UID; the ledger must be the one `entries_after_export` returned for this plan.

    Raises:
        RefusedInput: when the plan's time zone is unknown.
    """
    with without_collecting():
        events = in_order(EventMaker(plan, wording, options, plan_zone(plan)).events(ledger))
        heads = {event.uid: event for event in sorted(events, key=lambda one: bool(one.recurrence), reverse=True)}
        return {
            uid: ServerObject(uid, data, heads[uid].summary, heads[uid].starts, heads[uid].status == CANCELLED)
            for uid, data in object_texts(events, zones_of(events), internal=options.internal)
        }


def read_object(data: str) -> FoundObject:
    """What an object of a server says; one that cannot be read has no UID."""
    from icalendar import Component

    try:
        calendar = Component.from_ical(data)
        events = list(calendar.walk("VEVENT"))
        seen = sorted(_seen(event) for event in events)
        first = events[0]
        starts = f"{getattr(first['DTSTART'], 'dt', ''):%Y%m%d}"
        uid, title, product = (str(one) for one in (first["UID"], first.get("SUMMARY", ""), calendar.get("PRODID", "")))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OverflowError):
        return FoundObject("", data, "", "", is_ours=False, seen=())
    return FoundObject(uid, data, title, starts, product == PRODUCT, tuple(seen))


def _seen(event: Mapping[str, object]) -> str:
    texts = [f"{name}={str(event.get(name, '')).strip()}" for name in _SEEN]
    return "\n".join((*texts, *(f"{name}={_moments(event.get(name))}" for name in _TIMES)))


def _moments(value: object) -> str:
    """A time or a list of them, in UTC where a zone is said."""
    if value is None:
        return ""
    found = []
    for one in value if isinstance(value, list) else [value]:
        for part in getattr(one, "dts", [one]):
            moment = getattr(part, "dt", part)
            zoned = isinstance(moment, datetime.datetime) and moment.tzinfo is not None
            found.append(str(moment.astimezone(datetime.UTC) if zoned else moment))
    return ",".join(sorted(found))


def only_words_differ(found: FoundObject, data: str) -> bool:
    """Whether an object of a server takes place when ours does and is as much called off, so that only texts differ."""
    ours = read_object(data).seen
    return [_when(one) for one in found.seen] == [_when(one) for one in ours] and found.seen != ours


def _when(seen: str) -> list[str]:
    kept = (*_TIMES, "RRULE", "STATUS")
    return [line for line in seen.split("\n") if line.split("=", 1)[0] in kept]


def joined_objects(objects: Iterable[str]) -> str:
    """Objects of a server as one calendar file, so that they can be imported together."""
    from icalendar import Calendar, Component

    whole = Calendar()
    whole.add("VERSION", "2.0")
    whole.add("PRODID", PRODUCT)
    for data in objects:
        for part in Component.from_ical(data).subcomponents:
            whole.add_component(part)
    return str(whole.to_ical(), "utf-8")


def cancelled_object(data: str) -> str:
    """An object of ours as it would be, had it been cancelled: what its being taken away on a phone proposes."""
    from icalendar import Component

    calendar = Component.from_ical(data)
    for event in calendar.walk("VEVENT"):
        event["STATUS"] = CANCELLED
    return str(calendar.to_ical(), "utf-8")
