"""Programmes that others publish as data -> events: frab and pentabarf XML, pretalx and c3voc JSON, schema.org Events.

The first four are one form, `schedule` of days of rooms of events, as XML and as JSON; the last is what web pages carry
for search engines (https://schema.org/Event).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

from director_app.domain.refusals import CannotUseFile
from director_app.imports.cells import clean_text, without_resident_numbers
from director_app.imports.ical_files import NO_DATE, NO_EVENTS, ReadCalendar, ReadEvent, span_of
from director_app.imports.remarks import Remark, remark
from director_app.wording import message

NOT_A_SCHEDULE: Final = message("{file} is no published schedule that can be read.")

_DURATION: Final = re.compile(r"(?:(\d+):)?(\d{1,3}):(\d{2})(?::\d{2})?")
_ISO_DURATION: Final = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?")
_EVENT_TYPES: Final = re.compile(r"(?:https?://schema\.org/)?(?:\w*Event|Festival|Hackathon|CourseInstance)")
_MOST_EVENTS: Final = 20_000
_DEEPEST: Final = 12


def is_schedule(value: object) -> bool:
    """Whether parsed JSON is a published schedule or a list of schema.org events."""
    if isinstance(value, Mapping) and isinstance(value.get("schedule"), Mapping) and "conference" in value["schedule"]:
        return True
    return next(_schema_events(value), None) is not None


def is_schedule_xml(data: bytes) -> bool:
    """Whether bytes begin like a schedule in XML."""
    return b"<schedule" in data[:4_000] and data[:4_000].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def read_schedule(file: str, value: object, zone: ZoneInfo) -> ReadCalendar:
    """The events of a schedule in parsed JSON, in the wall clock of the season.

    Raises:
        CannotUseFile: when its days and rooms are not where a schedule has them.
    """
    if isinstance(value, Mapping) and isinstance(value.get("schedule"), Mapping):
        conference = value["schedule"].get("conference")
        days = conference.get("days") if isinstance(conference, Mapping) else None
        if not isinstance(days, list):
            raise CannotUseFile(NOT_A_SCHEDULE, file=file)
        return _calendar(file, _of_days(days), zone)
    return _calendar(file, map(_of_schema, _schema_events(value)), zone)


def read_schedule_xml(file: str, data: bytes, zone: ZoneInfo) -> ReadCalendar:
    """The events of a schedule in XML; nothing outside the file is read, entities stay as they are written.

    Raises:
        CannotUseFile: when it is damaged or no schedule.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CannotUseFile(NOT_A_SCHEDULE, file=file) from error
    if root.tag != "schedule":
        raise CannotUseFile(NOT_A_SCHEDULE, file=file)
    days = [
        {
            "date": day.get("date", ""),
            "rooms": {room.get("name", ""): [_of_element(event) for event in room.iter("event")]},
        }
        for day in root.iter("day")
        for room in day.iter("room")
    ]
    return _calendar(file, _of_days(days), zone)


def _of_element(event: Any) -> dict[str, Any]:
    texts = {child.tag: "".join(child.itertext()) for child in event if isinstance(child.tag, str)}
    persons = ["".join(person.itertext()) for person in event.iter("person")]
    return {**texts, "guid": event.get("guid", ""), "id": event.get("id", ""), "persons": persons}


def _of_days(days: Iterable[object]) -> Iterator[dict[str, Any]]:
    for day in days:
        if not isinstance(day, Mapping) or not isinstance(day.get("rooms"), Mapping):
            continue
        for room, events in day["rooms"].items():
            for event in events if isinstance(events, list) else ():
                if isinstance(event, Mapping):
                    yield _of_talk(event, str(room), _text(day.get("date")))


def _of_talk(event: Mapping[str, Any], room: str, day: str) -> dict[str, Any]:
    """One event of a room, under the names that are common to all forms here."""
    starts = _text(event.get("date"))
    begins = starts if "T" in starts else f"{day[:10]}T{_text(event.get('start')) or '00:00'}"
    title = " – ".join(part for part in (_text(event.get("title")), _text(event.get("subtitle"))) if part)
    return {
        "uid": _text(event.get("guid")) or _text(event.get("id")),
        "title": title,
        "start": begins if _text(event.get("start")) or "T" in starts else day[:10],
        "minutes": _minutes(_text(event.get("duration"))),
        "place": _text(event.get("room")) or room,
        "artists": _names(event.get("persons")),
        "note": _text(event.get("abstract")) or _text(event.get("description")),
    }


def _schema_events(value: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Every schema.org event in lists, graphs and lists of items."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _schema_events(one, depth + 1)
    elif isinstance(value, Mapping):
        types = value.get("@type")
        named = types if isinstance(types, list) else [types]
        if any(isinstance(one, str) and _EVENT_TYPES.fullmatch(one) for one in named):
            yield value
        for key in ("@graph", "itemListElement", "item", "subEvent", "mainEntity"):
            yield from _schema_events(value.get(key), depth + 1)


def _of_schema(event: Mapping[str, Any]) -> dict[str, Any]:
    place = event.get("location")
    first = place[0] if isinstance(place, list) and place else place
    return {
        "uid": _text(event.get("@id")) or _text(event.get("identifier")) or _text(event.get("url")),
        "title": _text(event.get("name")),
        "start": _text(event.get("startDate")),
        "end": _text(event.get("endDate")),
        "minutes": _minutes(_text(event.get("duration"))),
        "place": _name(first),
        "artists": _names(event.get("performer")),
        "note": _text(event.get("description")),
        "cancelled": _text(event.get("eventStatus")).endswith("EventCancelled"),
    }


def _calendar(file: str, entries: Iterable[dict[str, Any]], zone: ZoneInfo) -> ReadCalendar:
    found: list[ReadEvent] = []
    remarks: list[Remark] = []
    events = 0
    for entry in entries:
        events += 1
        event = _event(entry, zone)
        if event is None:
            remarks.append(remark(NO_DATE, title=entry["title"]))
        elif len(found) < _MOST_EVENTS:
            found.append(event)
    if not events:
        remarks.append(remark(NO_EVENTS))
    return ReadCalendar(events, tuple(found), tuple(one.at(file, "", None) for one in remarks))


def _event(entry: Mapping[str, Any], zone: ZoneInfo) -> ReadEvent | None:
    start = _moment(entry["start"], zone)
    if start is None:
        return None
    end = _moment(entry.get("end", ""), zone)
    if end is None and entry["minutes"]:
        end = start + datetime.timedelta(minutes=entry["minutes"])
    if end is None or isinstance(end, datetime.datetime) != isinstance(start, datetime.datetime):
        end = start
    days, times = span_of(start, end)
    return ReadEvent(
        entry["uid"], "", 0, days, times, entry["title"], entry["place"], entry["note"],
        entry.get("cancelled", False), True, entry["artists"],
    )  # fmt: skip


def _moment(text: str, zone: ZoneInfo) -> datetime.date | None:
    """A day or a wall time; a time with an offset is turned into the season's zone."""
    try:
        if "T" not in text:
            return datetime.date.fromisoformat(text[:10])
        found = datetime.datetime.fromisoformat(text)
        return found.astimezone(zone).replace(tzinfo=None) if found.tzinfo else found
    except (ValueError, OverflowError):
        return None


def _minutes(text: str) -> int:
    """Minutes of "00:45", "1:02:30" (days, hours, minutes) or "PT45M"; 0 where there are none."""
    match = _DURATION.fullmatch(text) or _ISO_DURATION.fullmatch(text)
    if match is None:
        return 0
    days, hours, minutes = (int(part or 0) for part in match.groups())
    return min((days * 24 + hours) * 60 + minutes, 7 * 24 * 60)


def _names(value: object) -> tuple[str, ...]:
    people = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(name for person in people if (name := _name(person))))


def _name(value: object) -> str:
    if not isinstance(value, Mapping):
        return _text(value)
    names = (_text(value.get(key)) for key in ("public_name", "name", "full_public_name"))
    return next((name for name in names if name), "")


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(without_resident_numbers(clean_text(str(value))[:4_000])[0] or "")
