"""The plain events of a calendar, read without a calendar library: once, at a known time, with nothing unusual.

A season's calendar has tens of thousands of them, and the library looks at every letter. What is the least unusual
(rules, alarms, several calendars, lines of one's own making) stays in the text for the library, which also says what a
text and a time mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

_BEGIN: Final = "BEGIN:VEVENT\r\n"
_END: Final = "END:VEVENT\r\n"
#: What an event of ours said before it was changed on a phone, and the field that a changed description goes into.
OWN_WORDS: Final = (
    "X-CULTURE-DELIVERY-WAS-SUMMARY",
    "X-CULTURE-DELIVERY-WAS-LOCATION",
    "X-CULTURE-DELIVERY-WAS-DESCRIPTION",
    "X-CULTURE-DELIVERY-NOTE",
)
_TEXTS: Final = frozenset({"UID", "SUMMARY", "LOCATION", "DESCRIPTION", "STATUS", "TRANSP", *OWN_WORDS})
#: What nobody here asks for, whatever it says.
_UNREAD: Final = frozenset(
    {
        "ATTENDEE", "CATEGORIES", "CLASS", "COLOR", "CREATED", "DTSTAMP", "GEO", "LAST-MODIFIED", "ORGANIZER",
        "PRIORITY", "URL",
    }
)  # fmt: skip
_UNUSUAL: Final = re.compile(r"\n[ \t\r\n]|[^\r]\n")
_TIME: Final = re.compile(r"(DTSTART|DTEND)(?:;TZID=([A-Za-z][\w/+-]*))?:(\d{8}T\d{6}Z?)", re.ASCII)
_DAY_ONLY: Final = ";VALUE=DATE"
_DATE: Final = re.compile(r"(DTSTART|DTEND)(;VALUE=DATE):(\d{8})", re.ASCII)
_COUNT: Final = re.compile(r"\d{1,9}", re.ASCII)


class Moment(NamedTuple):
    """A date or a time, as the library hands it out."""

    dt: object


#: The properties of one event that are asked for, under the library's names.
PlainEvent = dict[str, Any]


class Cut(NamedTuple):
    """A calendar cut in two: the raw lines of plain events in their order, None for each that is left in the rest."""

    events: list[dict[str, str] | None]
    rest: str


def cut(text: str) -> Cut | None:
    """Take the plain events out of a calendar; None where the text as a whole is unusual."""
    if text.count("BEGIN:VCALENDAR") != 1:
        return None
    lines = text if "\r\n" in text else text.replace("\n", "\r\n")
    lines = lines.replace("\r\n ", "").replace("\r\n\t", "")
    head, *blocks = lines.split(_BEGIN)
    if not blocks or not head.endswith("\r\n") or _UNUSUAL.search(lines) is not None:
        return None
    bodies: list[str] = []
    tails: list[str] = []
    for number, block in enumerate(blocks, start=1):
        body, end, tail = block.partition(_END)
        is_whole = body.endswith("\r\n") and (number == len(blocks) or not tail or tail.endswith("\r\n"))
        if not end or not is_whole:
            return None
        bodies.append(body)
        tails.append(tail)
    events = [_raw(body[:-2].split("\r\n")) for body in bodies]
    others = {_uid_of(body) for body, event in zip(bodies, events, strict=True) if event is None}
    events = [None if event is None or event["UID"] in others else event for event in events]
    rest = [head]
    for event, body, tail in zip(events, bodies, tails, strict=True):
        rest.append(tail if event is not None else f"{_BEGIN}{body}{_END}{tail}")
    return Cut(events, "".join(rest))


def _raw(lines: list[str]) -> dict[str, str] | None:
    """The lines of a plain event by name; None when it is not plain."""
    found: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon:
            return None
        if name not in _TEXTS and name != "SEQUENCE":
            name = name.partition(";")[0]
            if name in _UNREAD or name.startswith("X-"):
                continue
            if _TIME.fullmatch(line) is None and _DATE.fullmatch(line) is None:
                return None
            value = line
        elif name == "SEQUENCE" and _COUNT.fullmatch(value) is None:
            return None
        if name in found:
            return None
        found[name] = value
    return found if found.get("UID") and "DTSTART" in found else None


def _uid_of(body: str) -> str:
    start = f"\r\n{body}".find("\r\nUID")
    return body[start:].partition("\r\n")[0].partition(":")[2] if start >= 0 else ""


class Reader:
    """Makes events of raw lines, each distinct text and time once.

    `text_of` undoes the escaping of a text; `time_of` reads a date or time with its zone ("" without one), and raises
    ValueError for one that is none.
    """

    def __init__(self, text_of: Callable[[str], str], time_of: Callable[[str, str], object]) -> None:
        self._text_of = text_of
        self._time_of = time_of
        self._texts: dict[str, str] = {}
        self._moments: dict[str, Moment] = {}

    def event(self, raw: dict[str, str]) -> PlainEvent:
        """The event of its raw lines."""
        return {name: self._value(name, value) for name, value in raw.items()}

    def _value(self, name: str, value: str) -> object:
        if name == "SEQUENCE":
            return int(value)
        if name not in _TEXTS:
            return self._moments.get(value) or self._moments.setdefault(value, self._moment(value))
        if "\\" not in value:
            return value
        known = self._texts.get(value)
        if known is None:
            known = self._texts[value] = self._text_of(value)
        return known

    def _moment(self, line: str) -> Moment:
        match = _TIME.fullmatch(line) or _DATE.fullmatch(line)
        zone = match[2] if match is not None and match[2] != _DAY_ONLY else None
        try:
            return Moment(self._time_of(match[3], zone or "") if match is not None else None)
        except ValueError:  # a month 13
            return Moment(None)
