"""Dates and times as a person types them into a field: "12:10", "1210", "오후 7시", "10.14", "12:10~12:50", "미정".

Only short, hurried forms; tables from other people are read by ``imports``.
"""

from __future__ import annotations

import datetime
import re
from typing import Final, NamedTuple

from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import DAY, LATEST, WallMinute
from director_app.wording import message

UNDECIDED: Final = frozenset(
    {"", "-", "–", "?", "~", "미정", "미확정", "추후", "추후 안내", "undecided", "tba", "tbd", "tbc"}
)

NOT_A_TIME: Final = message("“{text}” is not a time. Write it like 12:10.")
MINUTES_WRONG: Final = message("Minutes go up to 59.")
HOURS_WRONG: Final = message("Hours go up to 47; 25:30 is half past one in the night.")
NOT_A_DATE: Final = message("“{text}” is not a date. Write it like 10. 14.")
NO_SUCH_DAY: Final = message("There is no {month}/{day} in {year}.")
ENDS_FIRST: Final = message("The end lies before the start.")
LAST_DAY_FIRST: Final = message("The last day lies before the first.")

_CLOCK = re.compile(
    r"^(?P<half>오전|오후|am|pm)?\s*(?P<hours>\d{1,2})\s*(?:[:：]\s*(?P<minutes>\d{1,2})|시\s*(?:(?P<minutes2>\d{1,2})\s*분?|"
    r"(?P<thirty>반))?)\s*(?P<half2>am|pm)?$",
    re.IGNORECASE,
)
_HALF_ALONE = re.compile(
    r"^(?:(?P<half>오전|오후)\s*(?P<hours>\d{1,2})|(?P<hours2>\d{1,2})\s*(?P<half2>am|pm))$", re.IGNORECASE
)
_LASTS = re.compile(r"^(?P<start>.+?)\s+(?P<minutes>\d{1,3})\s*(?:분|min|m)$", re.IGNORECASE)
_PARTED = re.compile(r"\s*[~～\-–—]\s*")
_ISO = re.compile(r"^(?P<year>\d{4})\s*[-./년]\s*(?P<month>\d{1,2})\s*[-./월]\s*(?P<day>\d{1,2})\s*[일.]?")
_SHORT = re.compile(r"^(?P<month>\d{1,2})\s*[-./월]\s*(?P<day>\d{1,2})\s*[일.]?")
_WEEKDAY = re.compile(r"\s*[(（]?\s*[월화수목금토일](?:요일)?\s*[)）]?\s*$")
_MONTH_NAMES: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED: Final = rf"(?P<name>{'|'.join(_MONTH_NAMES)})[a-z]*\.?"
_ENGLISH = re.compile(
    rf"^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?P<day>\d{{1,2}})\s+{_NAMED}(?:,?\s+(?P<year>\d{{4}}))?$",
    re.IGNORECASE,
)
_ENGLISH_MONTH = re.compile(rf"^{_NAMED}(?:\s+(?P<year>\d{{4}}))?$", re.IGNORECASE)
_MONTH = re.compile(r"^(?:(?P<year>\d{4})\s*[-./년]\s*)?(?P<month>\d{1,2})\s*월?(?:\s*중)?$")
_FROM_TO = re.compile(r"\s*[~～–—]\s*|\s+(?:to|부터)\s+|\s+-\s+")
_DAY_ALONE = re.compile(r"^(?P<day>\d{1,2})\s*[일.]?\s*(?:[(（][월화수목금토일](?:요일)?[)）])?$")


class TypedSpan(NamedTuple):
    """Start and end as typed; None is undecided."""

    start: WallMinute | None
    end: WallMinute | None


class TypedPeriod(NamedTuple):
    """Days as typed: one, first and last, only a month ("2025-10"), or nothing of it yet."""

    first: datetime.date | None = None
    last: datetime.date | None = None
    month: str = ""


def read_time(text: str) -> WallMinute | None:
    """Minutes of the day, or None for undecided; hours may pass 24.

    Raises:
        RefusedInput: when the text is no time.
    """
    clean = text.strip()
    if clean.lower() in UNDECIDED:
        return None
    found = _CLOCK.match(clean)
    if found:
        minutes = 30 if found["thirty"] else int(found["minutes"] or found["minutes2"] or 0)
        return _minute(int(found["hours"]), minutes, (found["half"] or found["half2"] or "").lower())
    half = _HALF_ALONE.match(clean)
    if half:
        return _minute(int(half["hours"] or half["hours2"]), 0, (half["half"] or half["half2"]).lower())
    if clean.isascii() and clean.isdigit() and len(clean) <= 4:
        if len(clean) <= 2:
            return _minute(int(clean), 0, "")
        return _minute(int(clean[:-2]), int(clean[-2:]), "")
    raise RefusedInput(NOT_A_TIME, text=clean)


def read_span(text: str) -> TypedSpan:
    """Start and end: "12:10~12:50", "12:10 50분", "12:10", "미정". An end before the start lies in the next day.

    Raises:
        RefusedInput: when a part is no time.
    """
    clean = text.strip()
    if clean.lower() in UNDECIDED:
        return TypedSpan(None, None)
    lasts = _LASTS.match(clean)
    if lasts:
        start = read_time(lasts["start"])
        return TypedSpan(start, None if start is None else WallMinute(start + int(lasts["minutes"])))
    first, *rest = _PARTED.split(clean, maxsplit=1)
    start = read_time(first)
    end = read_time(rest[0]) if rest else None
    if start is not None and end is not None and end < start:
        # A night item: 22:00~01:00 ends in the next day; anything longer than 12 hours is a slip.
        end = WallMinute(end + DAY)
        if end - start > DAY // 2:
            raise RefusedInput(ENDS_FIRST)
    return TypedSpan(start, end)


def date_and_rest(line: str, near: datetime.date) -> tuple[datetime.date | None, str]:
    """The date a line begins with, as much of it as makes one, and what follows; None and the line without a date."""
    words = line.split()
    # An ISO date is whole by itself, and `read_date` passes over whatever stands behind one.
    longest = 1 if words and _ISO.fullmatch(words[0]) else len(words)
    for length in range(longest, 0, -1):
        try:
            day = read_date(" ".join(words[:length]), near)
        except RefusedInput:
            continue
        return (None, line) if day is None else (day, " ".join(words[length:]))
    return None, line


def read_date(text: str, near: datetime.date) -> datetime.date | None:
    """A date, or None for undecided; without a year the one closest to ``near``.

    Raises:
        RefusedInput: when the text is no date, or the day does not exist.
    """
    clean = _WEEKDAY.sub("", text.strip())
    if clean.lower() in UNDECIDED:
        return None
    found = _ISO.match(clean)
    if found:
        return _day(int(found["year"]), int(found["month"]), int(found["day"]))
    english = _ENGLISH.match(clean)
    if english:
        month = _MONTH_NAMES.index(english["name"].lower()) + 1
        if english["year"]:
            return _day(int(english["year"]), month, int(english["day"]))
        return _nearest(month, int(english["day"]), near)
    found = _SHORT.match(clean)
    if not found:
        raise RefusedInput(NOT_A_DATE, text=clean)
    return _nearest(int(found["month"]), int(found["day"]), near)


def read_period(text: str, near: datetime.date) -> TypedPeriod:
    """One day, "10. 24.~10. 26.", "10/24~26", a month alone ("2025-10", "10월", "October 2025"), or undecided.

    Raises:
        RefusedInput: when a part is no date, or the last day lies before the first.
    """
    clean = text.strip()
    if clean.lower() in UNDECIDED:
        return TypedPeriod()
    if (month := _month_alone(clean, near)) is not None:
        return TypedPeriod(month=month)
    first_text, *rest = _FROM_TO.split(clean, maxsplit=1)
    first = read_date(first_text, near)
    if not rest or first is None:
        return TypedPeriod(first)
    alone = _DAY_ALONE.match(rest[0].strip())
    last = _day(first.year, first.month, int(alone["day"])) if alone else read_date(rest[0], first)
    if last is None or last == first:
        return TypedPeriod(first)
    if last < first:
        raise RefusedInput(LAST_DAY_FIRST)
    return TypedPeriod(first, last)


def days_after(
    typed: TypedPeriod, date: datetime.date | None, until: datetime.date | None
) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last day of something that lay from ``date`` to ``until`` before the typing.

    Another day alone moves the whole of it; its own first day alone leaves it that one day.
    """
    if typed.first is None or typed.last is not None or date is None or until is None or typed.first == date:
        return typed.first, typed.last
    return typed.first, typed.first + (until - date)


def _month_alone(text: str, near: datetime.date) -> str | None:
    """The month when nothing but a month was typed; a bare number is none."""
    english = _ENGLISH_MONTH.match(text)
    if english:
        month = _MONTH_NAMES.index(english["name"].lower()) + 1
        return f"{english['year'] or near.year}-{month:02d}"
    found = _MONTH.match(text)
    if found is None or not 1 <= int(found["month"]) <= 12 or not (found["year"] or "월" in text):
        return None
    return f"{found['year'] or near.year}-{int(found['month']):02d}"


def _nearest(month: int, day: int, near: datetime.date) -> datetime.date:
    """The day of a month in the year in which it lies closest."""
    nearby = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            nearby.append(datetime.date(year, month, day))
        except ValueError:
            continue  # the 29th of February is not in every year
    if not nearby:
        return _day(near.year, month, day)
    return min(nearby, key=lambda candidate: abs(candidate - near))


def _minute(hours: int, minutes: int, half: str) -> WallMinute:
    if minutes > 59:
        raise RefusedInput(MINUTES_WRONG)
    if half in ("오후", "pm") and hours < 12:
        hours += 12
    if half in ("오전", "am") and hours == 12:
        hours = 0
    value = hours * 60 + minutes
    if value >= LATEST:
        raise RefusedInput(HOURS_WRONG)
    return WallMinute(value)


def _day(year: int, month: int, day: int) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        raise RefusedInput(NO_SUCH_DAY, year=year, month=month, day=day) from None
