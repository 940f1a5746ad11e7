"""Events -> the bytes of a calendar, fast: what the `icalendar` library writes, with every distinct value made once.

A season repeats itself: few titles, few places, few times. Each distinct property line is escaped, folded at 75 octets
(RFC 5545, section 3.1), and remembered; an event is then one template of ready lines.
A property test holds the result equal, byte for byte, to what `icalendar` writes from whole components.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Final

from icalendar import Timezone
from icalendar.prop import vGeo, vRecur

from director_app.calendars.event import Event, Place
from director_app.domain.rules import clean_text

PRODUCT: Final = "-//Culture Delivery Director//Calendar export//KO"
_SHORT_UID: Final = 64
#: Octets on a line without the space that begins a continuation.
_PIECE: Final = 74
_BACKSLASH: Final = ord("\\")


def calendar_bytes(
    events: Iterable[Event],
    name: str,
    zones: Iterable[bytes],
    tasks: Iterable[str] = (),
    about: str = "",
    *,
    internal: bool,
) -> bytes:
    """A whole calendar. `zones` are its VTIMEZONE, `tasks` its VTODO components; the events come in the order given.

    `about` is said of the whole calendar (RFC 7986, 5.2, and under the older name that calendar programs read).
    """
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        text_line("PRODID", PRODUCT),
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        text_line("NAME", name),
        text_line("X-WR-CALNAME", name),
        *((text_line("DESCRIPTION", about), text_line("X-WR-CALDESC", about)) if about else ()),
    )
    body = "".join(_event_lines(events, internal=internal))
    return "".join(
        ("\r\n".join(head), "\r\n", *(zone.decode() for zone in zones), body, *tasks, "END:VCALENDAR\r\n")
    ).encode()


def _event_lines(events: Iterable[Event], *, internal: bool) -> Iterator[str]:
    summaries, categories, descriptions = _Lines("SUMMARY"), _Lines("CATEGORIES"), _Lines("DESCRIPTION")
    places = cache(_place_lines)
    privacy = "CLASS:PRIVATE\r\n" if internal else ""
    for event in events:
        starts, uid, ends, zone, sequence, stamp, status, summary, place, category, text, rule, left_out, which = event
        geo, location = places(place)
        zoned = f"TZID={zone}" if zone else "VALUE=DATE"
        end = f"DTEND;{zoned}:{ends}\r\n" if ends else ""
        repeated = _repetition_lines(rule, left_out, zoned) if rule else ""
        uid_line = f"UID:{uid}" if len(uid) < _SHORT_UID and uid.isalnum() and uid.isascii() else text_line("UID", uid)
        recurrence = f"RECURRENCE-ID;TZID={which[0]}:{which[1]}\r\n" if which else ""
        yield (
            f"BEGIN:VEVENT\r\n{summaries[summary]}DTSTART;{zoned}:{starts}\r\n{end}DTSTAMP:{stamp}\r\n{uid_line}\r\n"
            f"{recurrence}SEQUENCE:{sequence}\r\n{repeated}{categories[category]}{privacy}{descriptions[text]}{geo}"
            f"LAST-MODIFIED:{stamp}\r\n{location}STATUS:{status}\r\nEND:VEVENT\r\n"
        )


def object_texts(events: Iterable[Event], zones: Iterable[bytes], *, internal: bool) -> Iterator[tuple[str, str]]:
    """UID and whole object of every UID, as a calendar server keeps them: RFC 4791, section 4.1, without METHOD.

    `zones` are the VTIMEZONE that any of the events may need.
    """
    by_uid: dict[str, list[str]] = {}
    listed = list(events)
    for event, lines in zip(listed, _event_lines(listed, internal=internal), strict=True):
        by_uid.setdefault(event.uid, []).append(lines)
    head = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{text_line('PRODID', PRODUCT)}\r\nCALSCALE:GREGORIAN\r\n"
    described = "".join(zone.decode() for zone in zones)
    for uid, lines_of_uid in by_uid.items():
        body = "".join(lines_of_uid)
        yield uid, f"{head}{described if ';TZID=' in body else ''}{body}END:VCALENDAR\r\n"


class _Lines(dict[str, str]):
    """The lines of one property by their text, made when first asked for; no text, no line."""

    def __init__(self, name: str) -> None:
        super().__init__({"": ""})
        self._name = name

    def __missing__(self, text: str) -> str:
        line = self[text] = f"{text_line(self._name, text)}\r\n"
        return line


def escaped(text: str) -> str:
    """A text as a TEXT value (RFC 5545, section 3.3.11), control characters taken out.

    Not the library's own, which takes a written backslash and capital N for a line break.
    """
    if not text.replace("\n", "").isprintable():
        text = clean_text(text)
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def text_line(name: str, text: str) -> str:
    """A folded property line of a text, without its line end."""
    return folded(f"{name}:{escaped(text)}")


def folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, as the library folds them; no character and no escape is cut."""
    data = line.encode()
    if len(data) <= _PIECE:
        return line
    pieces = []
    start = 0
    while len(data) - start > _PIECE:
        end = start + _PIECE
        while data[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        if data[end - 1] == _BACKSLASH and _ends_inside_escape(data, start, end):
            end -= 1
        pieces.append(data[start:end])
        start = end
    pieces.append(data[start:])
    return b"\r\n ".join(pieces).decode()


def _ends_inside_escape(data: bytes, start: int, end: int) -> bool:
    backslashes = end - start - len(data[start:end].rstrip(b"\\"))
    return backslashes % 2 == 1


def _place_lines(place: Place | None) -> tuple[str, str]:
    if place is None:
        return "", ""
    location = f"{text_line('LOCATION', place.location)}\r\n" if place.location else ""
    if place.latitude is None or place.longitude is None:
        return "", location
    return f"GEO:{vGeo((place.latitude, place.longitude)).to_ical()}\r\n", location


def _repetition_lines(rule: str, left_out: tuple[str, ...], zoned: str) -> str:
    lines = [f"RRULE:{vRecur.from_ical(rule).to_ical().decode()}"]
    if left_out:
        lines.append(folded(f"EXDATE;{zoned}:{','.join(left_out)}"))
    return "".join(f"{line}\r\n" for line in lines)


@lru_cache(maxsize=8)
def zone_component(zone: str, first: datetime.date, last: datetime.date) -> bytes:
    """VTIMEZONE of a zone, exact between two dates."""
    component = Timezone.from_tzid(zone, first_date=first, last_date=last)
    component.pop("COMMENT", None)  # the library's own remark about the two dates
    return bytes(component.to_ical())
