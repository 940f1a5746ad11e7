"""Other people's .ics files -> events as they take place: zones turned into the season's wall clock, rules expanded.

Read is RFC 5545 as phones, mail programs and universities write it, and what of vCalendar 1.0 reads the same. A rule
without end is followed only inside the days that are asked for.
"""

from __future__ import annotations

import datetime
import re
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from director_app.domain.collecting import without_collecting
from director_app.domain.refusals import CannotUseFile
from director_app.domain.timeline import WallMinute, known_zone
from director_app.imports import plain_events
from director_app.imports.cells import clean_text, without_resident_numbers
from director_app.imports.remarks import Remark, remark
from director_app.imports.text_tables import decode_calendar
from director_app.imports.written_dates import DaySpan
from director_app.imports.written_times import TimeSpan
from director_app.wording import message

if TYPE_CHECKING:
    from icalendar import Component

NOT_A_CALENDAR: Final = message("{file} is no calendar that can be read. Export it again as .ics and import that.")
NO_EVENTS: Final = message("The calendar holds no events.")
OUTSIDE: Final = message("Events outside {first} ~ {last} were left out: {n}.")
TOO_MANY: Final = message("The calendar has more than {limit} events in this time; the rest was left out.")
BAD_RULE: Final = message("The repetition of “{title}” cannot be followed; only its first date was taken.")
NO_DATE: Final = message("“{title}” says no date; it was left out.")

#: Events of one file that are taken in; a phone of five years has fewer.
MOST_OCCURRENCES: Final = 20_000
#: A text of an event that is kept; descriptions of meetings carry whole web pages.
_LONGEST: Final = 4_000
_ZONES: Final = re.compile(r"^BEGIN:VTIMEZONE\r?$.*?^END:VTIMEZONE\r?\n", re.MULTILINE | re.DOTALL | re.IGNORECASE)
_TOO_FINE: Final = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_DAY: Final = datetime.timedelta(days=1)
_LAST_MINUTE: Final = 24 * 60


class ReadEvent(NamedTuple):
    """One event at one date, in the wall clock of the season."""

    #: What it is called for ever by whoever made it; empty where nobody gave it a name.
    uid: str
    #: Which date of a series it is, as first planned; empty for an event that takes place once.
    recurrence: str
    #: How often it was changed, as its maker counts (RFC 5545, 3.8.7.4).
    sequence: int
    days: DaySpan
    #: Without a start it lasts all day.
    times: TimeSpan
    title: str
    place: str
    note: str
    is_cancelled: bool
    #: Whether it keeps its owner from other things (RFC 5545, 3.8.2.7).
    is_busy: bool
    #: Who plays, where the source says it apart.
    artists: tuple[str, ...] = ()
    #: Of an event of ours: title, place and note as we said them, and the field the note belongs to; else empty.
    was: tuple[str, ...] = ()


class ReadCalendar(NamedTuple):
    """What a calendar file came to."""

    #: Components of the file that are events, those of a series counted once.
    events: int
    found: tuple[ReadEvent, ...]
    remarks: tuple[Remark, ...] = ()


def is_calendar(data: bytes) -> bool:
    """Whether bytes begin like a calendar, whatever the file is called."""
    head = data[:2_000].replace(b"\x00", b"").upper().lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith((b"BEGIN:VCALENDAR", b"BEGIN:VEVENT"))


def read_calendar(file: str, data: bytes, zone: ZoneInfo, days: DaySpan) -> ReadCalendar:
    """The events of a file that take place on one of the days, in order.

    Raises:
        CannotUseFile: when it is no calendar, or damaged.
    """
    with without_collecting():
        return _read(file, data, zone, days)


def _read(file: str, data: bytes, zone: ZoneInfo, days: DaySpan) -> ReadCalendar:
    text, remarks = decode_calendar(file, data)
    calendars = _with_events(file, text)
    components = [one for _calendar, events in calendars for one in events]
    if not components:
        remarks.append(remark(NO_EVENTS))
    found: list[ReadEvent] = []
    for calendar, events in calendars:
        found += _events(calendar, events, _zone_of(calendar, zone), zone, days, remarks)
    latest = _latest(found)
    if len(latest) > MOST_OCCURRENCES:
        remarks.append(remark(TOO_MANY, limit=MOST_OCCURRENCES))
        latest = latest[:MOST_OCCURRENCES]
    left_out = len({_uid(one) or id(one) for one in components} - {one.uid for one in latest if one.uid})
    if left_out and components and all(one.uid for one in latest):
        remarks.append(remark(OUTSIDE, first=days.first, last=days.last, n=left_out))
    return ReadCalendar(len(components), tuple(latest), tuple(item.at(file, "", None) for item in remarks))


def _with_events(file: str, text: str) -> list[tuple[Component, list[Any]]]:
    """The calendars of a file, each with its events; plain ones are read beside the library."""
    part = plain_events.cut(text)
    if part is not None:
        calendars = _parsed(file, part.rest)
        unusual = calendars[0].walk("VEVENT")
        if len(calendars) == 1 and len(unusual) == part.events.count(None):
            reader, following = plain_events.Reader(_text_of, _time_of), iter(unusual)
            return [(calendars[0], [next(following) if raw is None else reader.event(raw) for raw in part.events])]
    return [(calendar, calendar.walk("VEVENT")) for calendar in _parsed(file, text)]


def _text_of(raw: str) -> str:
    from icalendar.parser.property import unescape_backslash
    from icalendar.prop import vText

    return str(vText.from_ical(unescape_backslash(raw)))


def _time_of(raw: str, zone: str) -> object:
    from icalendar.prop import vDDDTypes

    read: Any = vDDDTypes.from_ical
    return read(raw, zone) if zone else read(raw)


def _parsed(file: str, text: str) -> list[Component]:
    from icalendar import Component

    for version in (text, _ZONES.sub("", text)):  # some descriptions of zones are newer than any reader of them
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # guesses about zones, which we make ourselves below
                found = list(Component.from_ical(version, multiple=True))
        except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError, OverflowError):
            continue
        if found:
            return found
    raise CannotUseFile(NOT_A_CALENDAR, file=file)


def _zone_of(calendar: Component, otherwise: ZoneInfo) -> ZoneInfo:
    """The zone that times without one are meant in: that of the calendar where it says so, as Google writes it."""
    name = str(calendar.get("X-WR-TIMEZONE", ""))
    return (known_zone(name) or otherwise) if name else otherwise


def _events(
    calendar: Component, events: list[Any], own_zone: ZoneInfo, zone: ZoneInfo, days: DaySpan, remarks: list[Remark]
) -> Iterator[ReadEvent]:
    series: dict[str, list[Any]] = {}
    for number, component in enumerate(events):
        series.setdefault(_uid(component) or f"#{number}", []).append(component)
    for parts in series.values():
        for component in _expanded(calendar, parts, days, remarks):
            event = _event(component, own_zone, zone, is_one_of_many=_repeats(parts))
            if event is None:
                remarks.append(remark(NO_DATE, title=_text(component, "SUMMARY")))
            elif event.days.last >= days.first and event.days.first <= days.last:
                yield event


def _repeats(parts: Iterable[Any]) -> bool:
    return any(name in part for part in parts for name in ("RRULE", "RDATE", "RECURRENCE-ID"))


def _expanded(calendar: Component, parts: list[Any], days: DaySpan, remarks: list[Remark]) -> Iterable[Any]:
    """The dates of one series inside the days; an event that takes place once as it is."""
    if not _repeats(parts):
        return parts[-1:] if len(parts) == 1 else [max(parts, key=_sequence)]
    import recurring_ical_events
    from icalendar import Calendar as Container

    alone = Container()
    for zone in calendar.walk("VTIMEZONE"):
        alone.add_component(zone)
    for part in parts:
        alone.add_component(part)
    rules = {str(rule.get("FREQ", [""])[0]).upper() for part in parts for rule in _rules(part)}
    if not _TOO_FINE.intersection(rules):
        try:
            query = recurring_ical_events.of(alone, keep_recurrence_attributes=False)
            return list(query.between(days.first - _DAY, days.last + 2 * _DAY))
        except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, NotImplementedError):
            pass  # said below
    remarks.append(remark(BAD_RULE, title=_text(parts[0], "SUMMARY")))
    return parts[:1]


def _rules(part: Any) -> list[Any]:
    rule = part.get("RRULE", [])
    found = rule if isinstance(rule, list) else [rule]
    return [one for one in found if isinstance(one, dict)]


def _event(component: Any, own_zone: ZoneInfo, zone: ZoneInfo, *, is_one_of_many: bool) -> ReadEvent | None:
    start = _moment(component, "DTSTART")
    if start is None:
        return None
    end = _end(component, start)
    which = _moment(component, "RECURRENCE-ID") or start
    days, times = span_of(_local(start, own_zone, zone), _local(end, own_zone, zone))
    return ReadEvent(
        uid=_uid(component),
        recurrence=_local(which, own_zone, zone).isoformat()[:10] if is_one_of_many else "",
        sequence=_sequence(component),
        days=days,
        times=times,
        title=_text(component, "SUMMARY"),
        place=_text(component, "LOCATION"),
        note=_text(component, "DESCRIPTION"),
        is_cancelled=_text(component, "STATUS").upper() == "CANCELLED",
        is_busy=_text(component, "TRANSP").upper() != "TRANSPARENT",
        was=tuple(_text(component, name) for name in plain_events.OWN_WORDS) if _is_beside_ours(component) else (),
    )


def _is_beside_ours(component: Any) -> bool:
    return plain_events.OWN_WORDS[-1] in component


def _moment(component: Any, name: str) -> datetime.date | datetime.datetime | None:
    value = _dt(component, name)
    return value if isinstance(value, datetime.date) else None


def _dt(component: Any, name: str) -> object:
    """The value of a property of dates; None where it is missing or is none."""
    try:
        return getattr(component.get(name), "dt", None)
    except ValueError:  # what the library could not read
        return None


def _end(component: Any, start: datetime.date) -> datetime.date:
    """When it ends: as said, or after its duration, else at once; a day without hours lasts the day (3.6.1)."""
    end = _moment(component, "DTEND")
    duration = _dt(component, "DURATION")
    if end is None and isinstance(duration, datetime.timedelta):
        try:
            end = start + duration
        except OverflowError:
            end = start
    if end is None or isinstance(end, datetime.datetime) != isinstance(start, datetime.datetime):
        end = start
    if not isinstance(start, datetime.datetime):
        return max(start, end - _DAY) if end > start else start
    return end


def _local(value: datetime.date, own_zone: ZoneInfo, zone: ZoneInfo) -> datetime.date:
    """The wall clock of the season; a time without a zone is that of whoever reads it (RFC 5545, form 1)."""
    if not isinstance(value, datetime.datetime):
        return value
    try:
        return (value if value.tzinfo else value.replace(tzinfo=own_zone)).astimezone(zone).replace(tzinfo=None)
    except (OverflowError, ValueError):
        return value.replace(tzinfo=None)


def span_of(start: datetime.date, end: datetime.date) -> tuple[DaySpan, TimeSpan]:
    """Days and wall minutes; what lasts a day or longer is told by its days alone."""
    if not isinstance(start, datetime.datetime) or not isinstance(end, datetime.datetime):
        return DaySpan(start, max(start, end)), TimeSpan()
    first = start.date()
    minutes = int((end - start).total_seconds() // 60)
    begins = start.hour * 60 + start.minute
    if minutes >= _LAST_MINUTE:
        last = (end - datetime.timedelta(minutes=1)).date()
        return DaySpan(first, last), TimeSpan()
    ends = WallMinute(begins + minutes) if minutes > 0 else None
    return DaySpan(first, first), TimeSpan(WallMinute(begins), ends)


def _latest(found: list[ReadEvent]) -> list[ReadEvent]:
    """Of each event the state counted highest, in the order of their dates."""
    kept: dict[tuple[str, str], ReadEvent] = {}
    nameless = [one for one in found if not one.uid]
    for one in found:
        key = (one.uid, one.recurrence)
        if one.uid and (key not in kept or one.sequence >= kept[key].sequence):
            kept[key] = one
    return sorted([*kept.values(), *nameless], key=lambda one: (one.days.first, one.times.start or 0, one.title))


def _sequence(component: Any) -> int:
    try:
        return max(0, int(component.get("SEQUENCE", 0)))
    except (TypeError, ValueError):
        return 0


def _uid(component: Any) -> str:
    return _first(component, "UID")


def _text(component: Any, name: str) -> str:
    return _kept(_first(component, name))


def _first(component: Any, name: str) -> str:
    """What a property says; the first one where it stands twice."""
    value = component.get(name, "")
    return str(value[0] if isinstance(value, list) and value else value)


@lru_cache(maxsize=1 << 16)
def _kept(said: str) -> str:
    return str(without_resident_numbers(clean_text(said)[:_LONGEST])[0] or "")
