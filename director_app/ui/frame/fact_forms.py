"""How the facts of a date are written into the inspector's fields and read back from what is typed there."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final

from director_app.domain.facts import DatedHours
from director_app.domain.ids import VenueId
from director_app.domain.programme import EventZone
from director_app.domain.refusals import RefusedInput
from director_app.ui.desk import Desk
from director_app.ui.forms.credit_lines import credit_text, read_credits
from director_app.ui.forms.field_forms import FieldForm, Reading
from director_app.ui.forms.name_field import AmbiguousName, named
from director_app.ui.typed_times import TypedPeriod, TypedSpan, date_and_rest, read_period, read_span
from director_app.wording import Wording, message

NOT_DATED_HOURS: Final = message("“{text}” is not understood. Write it like 10. 9. closed, or 10. 12. 10:00~15:00.")
NO_VENUE: Final = message("There is no place “{name}” in this plan.")
CLOSED: Final = message("closed")
_CLOSED_WORDS: Final = frozenset({"", "쉼", "휴관", "닫음", "휴무", "closed", "off"})


def period_text(wording: Wording, period: TypedPeriod) -> str:
    """Days as a person reads them, empty while undecided."""
    if period.first is None:
        if not period.month:
            return ""
        year, month = period.month.split("-")
        return wording.month(int(year), int(month))
    if period.last is None or period.last == period.first:
        return wording.date_short(period.first)
    return f"{wording.date_short(period.first)}~{wording.date_short(period.last)}"


def span_text(wording: Wording, span: TypedSpan) -> str:
    """Times as a person reads them, empty while undecided."""
    if span.start is None:
        return "" if span.end is None else f"~{wording.clock(span.end)}"
    return wording.clock(span.start) if span.end is None else wording.clock_span(span.start, span.end)


def _write_period(value: Any, wording: Wording) -> str:
    return "" if value is None else period_text(wording, value)


def _read_period(text: str, reading: Reading) -> TypedPeriod:
    return read_period(text, reading.near)


def _write_span(value: Any, wording: Wording) -> str:
    return "" if value is None else span_text(wording, value)


def _read_span(text: str, _reading: Reading) -> TypedSpan:
    return read_span(text)


def _write_dated_hours(value: Any, wording: Wording) -> str:
    lines = []
    for one in value or ():
        hours = wording.text(CLOSED) if one.opens is None else wording.clock_span(one.opens, one.closes or one.opens)
        lines.append(f"{wording.date_short(one.date)} {hours}")
    return "\n".join(lines)


def _read_dated_hours(text: str, reading: Reading) -> tuple[DatedHours, ...]:
    found = [_dated_hours(line.strip(), reading.near) for line in re.split(r"[\n,;]+", text) if line.strip()]
    return tuple(sorted(found, key=lambda one: one.date))


def _dated_hours(line: str, near: datetime.date) -> DatedHours:
    """A date, and its hours or that it is closed."""
    day, rest = date_and_rest(line, near)
    if day is not None and rest.lower() in _CLOSED_WORDS:
        return DatedHours(day)
    span = read_span(rest) if day is not None else TypedSpan(None, None)
    if day is not None and span.start is not None and span.end is not None:
        return DatedHours(day, span.start, span.end)
    raise RefusedInput(NOT_DATED_HOURS, text=line)


def _write_key(value: Any, _wording: Wording) -> str:
    return "" if value is None else str(value)


def choice_of(kind: type[StrEnum]) -> FieldForm:
    """A value of an enumeration by its key, None for nothing chosen."""

    def read(text: str, _reading: Reading) -> Any:
        return kind(text) if text else None

    return FieldForm(_write_key, read)


def _read_reference(text: str, _reading: Reading) -> str | None:
    return text or None


PERIOD: Final = FieldForm(_write_period, _read_period, tabular=True)
SPAN: Final = FieldForm(_write_span, _read_span, tabular=True)
DATED_HOURS: Final = FieldForm(_write_dated_hours, _read_dated_hours, tabular=True)
CHOSEN: Final = FieldForm(_write_key, _read_reference)
KEY: Final = FieldForm(_write_key, lambda text, _reading: text)


def credits_written(_desk: Desk, value: Any) -> str:
    """Credits as lines; empty where they are inherited."""
    return "" if value is None else credit_text(value)


def credits_read(desk: Desk, text: str) -> Any:
    """The credits of typed lines; nothing typed means inherited."""
    return read_credits(desk.plan, text) if text.strip() else None


def zones_written(desk: Desk, value: Any) -> str:
    """One zone per line: its name, a colon, and its place when that is known."""
    venues = desk.plan.venues
    lines = []
    for zone in value or ():
        venue = venues.get(zone.venue) if zone.venue else None
        lines.append(f"{zone.name}: {venue.name}" if venue is not None else zone.name)
    return "\n".join(lines)


def zones_read(desk: Desk, text: str) -> tuple[EventZone, ...]:
    """The zones of typed lines.

    Raises:
        RefusedInput: for a place that is not in the plan, or a name that several have.
    """
    zones = []
    for line in text.replace("：", ":").splitlines():
        name, _colon, place = (part.strip() for part in line.partition(":"))
        if name or place:
            zones.append(EventZone(name or place, _venue_called(desk, place) if place else None))
    return tuple(zones)


def _venue_called(desk: Desk, name: str) -> VenueId:
    try:
        found = named(desk.plan, "venues", name)
    except AmbiguousName:
        found = None
    if found is None:
        raise RefusedInput(NO_VENUE, name=name)
    return VenueId(found)


Writer = Callable[[Desk, Any], str]
