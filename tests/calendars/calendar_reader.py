"""A small strict reader of calendars, written from RFC 5545 alone, and two calendar programs that are sent files.

They share no code with what writes calendars.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar, Component

LINE = re.compile(r"(?P<name>[A-Z0-9-]+)(?P<params>(?:;[A-Z0-9-]+=[^;:]+)*):(?P<value>.*)", re.DOTALL)
ESCAPE = re.compile(r"\\(.)", re.DOTALL)


@dataclass
class Read:
    """One event as read: values still as written, texts unescaped."""

    values: dict[str, str] = field(default_factory=dict)
    params: dict[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        return unescaped(self.values.get(name, ""))

    def spans(self) -> list[tuple[object, object]]:
        """Every (start, end) in wall time, repetitions written out; dates for whole days, None for no end."""
        start = wall(self.values["DTSTART"])
        end = wall(self.values["DTEND"]) if "DTEND" in self.values else None
        starts: Iterable[datetime.date] = [start]
        if "RRULE" in self.values:
            left_out = {wall(one) for one in self.values.get("EXDATE", "").split(",") if one}
            assert isinstance(start, datetime.datetime)
            starts = [one for one in rrulestr(self.values["RRULE"], dtstart=start) if one not in left_out]
        length = end - start if end is not None else None
        return [(one, one + length if length is not None else None) for one in starts]

    @property
    def zone(self) -> ZoneInfo | None:
        found = re.search(r"TZID=([^;:]+)", self.params["DTSTART"])
        return ZoneInfo(found[1]) if found else None


def unescaped(text: str) -> str:
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", text), f"not escaped: {text!r}"
    return ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)


def wall(text: str) -> datetime.date:
    if "T" in text:
        return datetime.datetime.strptime(text, "%Y%m%dT%H%M%S")
    return datetime.datetime.strptime(text, "%Y%m%d").date()


def content_lines(data: bytes) -> Iterator[tuple[str, str, str]]:
    """Name, parameters and value of every unfolded line; folding and line ends are checked on the way."""
    assert data.endswith(b"\r\n")
    physical = data[:-2].split(b"\r\n")
    for line in physical:
        assert len(line) <= 75, line
        assert b"\r" not in line
        assert b"\n" not in line
        line.decode("utf-8")  # a split character would not decode
    for line in data[:-2].replace(b"\r\n ", b"").split(b"\r\n"):
        found = LINE.fullmatch(line.decode())
        assert found, line
        yield found["name"], found["params"], found["value"]


def read_calendar(data: bytes) -> tuple[dict[str, str], list[Read]]:
    """The calendar's own properties and its events; components must be nested and closed."""
    own: dict[str, str] = {}
    events: list[Read] = []
    opened: list[str] = []
    for name, params, value in content_lines(data):
        if name == "BEGIN":
            opened.append(value)
            if value == "VEVENT":
                events.append(Read())
        elif name == "END":
            assert opened.pop() == value
        elif opened == ["VCALENDAR"]:
            own[name] = value
        elif opened[-1] == "VEVENT":
            assert name not in events[-1].values, f"{name} twice"
            events[-1].values[name] = value
            events[-1].params[name] = params
    assert not opened
    return own, events


class Client:
    """A calendar program that is sent one file after another: it keeps events by UID and believes the newer one."""

    def __init__(self) -> None:
        self.events: dict[str, Read] = {}

    def take(self, data: bytes) -> None:
        for event in read_calendar(data)[1]:
            known = self.events.get(event.values["UID"])
            if known is None or _age(event) >= _age(known):
                self.events[event.values["UID"]] = event

    def shown(self) -> dict[str, Read]:
        """What it still shows."""
        return {uid: event for uid, event in self.events.items() if event.values["STATUS"] != "CANCELLED"}


class StrictClient:
    """Another one, on the `icalendar` library: it keeps to the letter of RFC 5546 (2.1.4).

    At the same SEQUENCE it takes other words, but no other time or status, and nothing that is not later.
    """

    def __init__(self) -> None:
        self._events: dict[str, Component] = {}

    def take(self, data: bytes) -> None:
        for event in Calendar.from_ical(data).walk("VEVENT"):
            known = self._events.get(str(event["UID"]))
            if known is None or _written(event, "SEQUENCE") > _written(known, "SEQUENCE") or _reworded(known, event):
                self._events[str(event["UID"])] = event

    def shown(self) -> set[tuple[str, str]]:
        """UID and title of what it still shows."""
        found = {(uid, str(event["SUMMARY"])) for uid, event in self._events.items() if event["STATUS"] != "CANCELLED"}
        return {(uid, title.replace("\r\n", "\n")) for uid, title in found}


def _reworded(known: Component, event: Component) -> bool:
    same = ("SEQUENCE", "DTSTART", "DTEND", "RRULE", "EXDATE", "STATUS")
    is_same = all(_written(event, name) == _written(known, name) for name in same)
    return is_same and _written(event, "DTSTAMP") > _written(known, "DTSTAMP")


def _written(event: Component, name: str) -> str:
    """A value as a calendar writes it; numbers in a form that sorts."""
    text = event[name].to_ical() if name in event else b""
    return bytes(text).decode().zfill(20) if not isinstance(text, str) else text.zfill(20)


def _age(event: Read) -> tuple[int, str]:
    return int(event.values["SEQUENCE"]), event.values["DTSTAMP"]
