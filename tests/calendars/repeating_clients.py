"""Two calendar programs that know events which repeat, each on libraries that the program does not use for writing.

One keeps each UID whole, as calendar servers and subscriptions do, and expands with `recurring_ical_events`; the other
keeps every date that was said itself apart for ever, by UID and RECURRENCE-ID (RFC 5546, section 2.1.4), and reads with
`vobject` and `dateutil`.
"""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import recurring_ical_events
import vobject
from dateutil.rrule import rrulestr
from icalendar import Calendar

FIRST, LAST = datetime.date(2020, 1, 1), datetime.date(2031, 1, 1)


class Shown(NamedTuple):
    """One date as a program shows it; moments in UTC."""

    starts: str
    ends: str
    title: str
    place: str
    text: str


def moment(value: object, zone: ZoneInfo) -> str:
    """A date, or a moment in UTC."""
    if isinstance(value, datetime.datetime):
        value = value if value.tzinfo is not None else value.replace(tzinfo=zone)
        return f"{value.astimezone(datetime.UTC):%Y%m%dT%H%M}"
    return "" if value is None else f"{value:%Y%m%d}"


class WholeClient:
    """Keeps each UID as it came last, by `icalendar` and `recurring_ical_events`."""

    def __init__(self) -> None:
        self._objects: dict[str, list[Any]] = {}
        self._zones: list[Any] = []

    def take(self, data: bytes) -> None:
        calendar: Any = Calendar.from_ical(data)
        self._zones = calendar.walk("VTIMEZONE") or self._zones
        objects: dict[str, list[Any]] = {}
        for event in calendar.walk("VEVENT"):
            objects.setdefault(str(event["UID"]), []).append(event)
        for uid, events in objects.items():
            if uid not in self._objects or _age(events) >= _age(self._objects[uid]):
                self._objects[uid] = events

    def shown(self, zone: ZoneInfo) -> set[Shown]:
        found = set()
        for events in self._objects.values():
            calendar: Any = Calendar()
            for part in (*self._zones, *events):
                calendar.add_component(part)
            for event in recurring_ical_events.of(calendar).between(FIRST, LAST):
                if event.get("STATUS") != "CANCELLED":
                    texts = [str(event.get(name, "")) for name in ("SUMMARY", "LOCATION", "DESCRIPTION")]
                    ends = event["DTEND"].dt if "DTEND" in event else None
                    found.add(Shown(moment(event["DTSTART"].dt, zone), moment(ends, zone), *texts))
        return found


def _age(events: list[Any]) -> tuple[int, str]:
    return max((int(event["SEQUENCE"]), str(event["DTSTAMP"].dt)) for event in events)


class ApartClient:
    """Keeps every VEVENT by UID and RECURRENCE-ID and forgets none, by `vobject` and `dateutil`."""

    def __init__(self) -> None:
        self._events: dict[tuple[str, str], Any] = {}

    def take(self, data: bytes) -> None:
        for event in vobject.readOne(data.decode()).contents.get("vevent", []):
            which = event.contents.get("recurrence-id")
            key = (event.uid.value, moment(which[0].value, ZoneInfo("UTC")) if which else "")
            known = self._events.get(key)
            if known is None or _vobject_age(event) >= _vobject_age(known):
                self._events[key] = event

    def shown(self, zone: ZoneInfo) -> set[Shown]:
        found: set[Shown] = set()
        apart: dict[str, set[str]] = {}
        for uid, which in self._events:
            if which:
                apart.setdefault(uid, set()).add(which)
        for (uid, which), event in self._events.items():
            if event.status.value == "CANCELLED":
                continue
            starts = event.dtstart.value
            ends = event.dtend.value if "dtend" in event.contents else None
            rule = event.contents.get("rrule")
            left_out = {moment(one, zone) for line in event.contents.get("exdate", []) for one in line.value}
            texts = [_text(event, name) for name in ("summary", "location", "description")]
            for start in _starts(rule[0].value if rule else "", starts):
                is_said = not which and (moment(start, zone) in apart.get(uid, ()) or moment(start, zone) in left_out)
                if not is_said:
                    end = _end(starts, ends, start)
                    found.add(Shown(moment(start, zone), moment(end, zone), *texts))
        return found


def _starts(rule: str, first: datetime.date) -> list[datetime.date]:
    """Wall times: the clock of the zone is followed, not the hours that pass."""
    if not rule:
        return [first]
    assert isinstance(first, datetime.datetime)
    naive = rrulestr(rule, dtstart=first.replace(tzinfo=None))
    return [one.replace(tzinfo=first.tzinfo) for one in naive]


def _end(first: datetime.date, end: datetime.date | None, start: datetime.date) -> datetime.date | None:
    return None if end is None else start + (end - first)


def _vobject_age(event: Any) -> tuple[int, str]:
    return int(event.sequence.value), str(event.dtstamp.value)


def _text(event: Any, name: str) -> str:
    return str(event.contents[name][0].value) if name in event.contents else ""
