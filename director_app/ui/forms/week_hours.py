"""Weekly hours and closures as lines people type: "월~금 10:30~19:30", "12/24~12/26 설비 점검"."""

from __future__ import annotations

import re
from typing import Any, Final

from director_app.domain.facts import Closure, WeekHours
from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import DAY, WallMinute
from director_app.ui.forms.field_forms import FieldForm, Reading
from director_app.ui.forms.typed_dates import read_days
from director_app.ui.typed_times import read_span
from director_app.wording import Wording, message

NOT_HOURS: Final = message("“{text}” is not understood. Write it like Mon~Fri 10:30~19:30.")
NOT_CLOSED_DAYS: Final = message("“{text}” is not understood. Write it like 12/24~12/26 and the reason.")

_KOREAN: Final = "월화수목금토일"
_ENGLISH: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_EVERY: Final = re.compile(r"^(매일|every\s*day|daily)\s*", re.IGNORECASE)
_WEEKDAYS: Final = re.compile(r"^(평일|weekdays)\s*", re.IGNORECASE)
_WEEKEND: Final = re.compile(r"^(주말|weekends?)\s*", re.IGNORECASE)
_DAY: Final = r"(?:[월화수목금토일](?:요일)?|mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_DAYS: Final = re.compile(rf"^(?P<days>{_DAY}(?:\s*[~～\-–,·]\s*{_DAY})*)\s+(?P<hours>.+)$", re.IGNORECASE)
_DATE: Final = r"(?:\d{4}\s*[-./년]\s*)?\d{1,2}\s*[-./월]\s*\d{1,2}\s*[일.]?\s*(?:[(（][월화수목금토일][)）])?"
_CLOSED: Final = re.compile(rf"^(?P<days>{_DATE}(?:\s*[~～–]\s*(?:{_DATE}|\d{{1,2}}일?))?)\s*(?P<reason>.*)$")


def write_hours(hours: tuple[WeekHours, ...], wording: Wording) -> str:
    """One line per stretch of weekdays with the same hours."""
    by_day: dict[int, list[WeekHours]] = {}
    for one in hours:
        by_day.setdefault(one.weekday, []).append(one)
    said = {day: ", ".join(_span(one, wording) for one in sorted(found)) for day, found in by_day.items()}
    lines: list[tuple[int, int, str]] = []
    for day in sorted(said):
        if lines and lines[-1][1] == day - 1 and lines[-1][2] == said[day]:
            lines[-1] = (lines[-1][0], day, said[day])
        else:
            lines.append((day, day, said[day]))
    return "\n".join(f"{_days_text(first, last, wording)} {text}" for first, last, text in lines)


def _days_text(first: int, last: int, wording: Wording) -> str:
    if (first, last) == (0, 6):
        return wording.text("every day")
    return wording.weekday(first) if first == last else f"{wording.weekday(first)}~{wording.weekday(last)}"


def _span(hours: WeekHours, wording: Wording) -> str:
    return f"{wording.clock(hours.opens)}~{'24:00' if hours.closes == DAY else wording.clock(hours.closes)}"


def read_hours(text: str, _reading: Reading | None = None) -> tuple[WeekHours, ...]:
    """The hours of typed lines.

    Raises:
        RefusedInput: naming the line that is not understood.
    """
    found: list[WeekHours] = []
    for line in re.split(r"[\n;]+", text):
        if line.strip():
            found.extend(_hours_of_line(line.strip()))
    return tuple(sorted(found))


def _hours_of_line(line: str) -> list[WeekHours]:
    days, rest = _weekdays(line)
    if not days or not rest:
        raise RefusedInput(NOT_HOURS, text=line)
    found: list[WeekHours] = []
    for part in rest.split(","):
        span = read_span(part)
        if span.start is None or span.end is None:
            raise RefusedInput(NOT_HOURS, text=line)
        found.extend(WeekHours(day, span.start, WallMinute(span.end)) for day in days)
    return found


def _weekdays(line: str) -> tuple[list[int], str]:
    for pattern, days in ((_EVERY, range(7)), (_WEEKDAYS, range(5)), (_WEEKEND, range(5, 7))):
        named = pattern.match(line)
        if named:
            return list(days), line[named.end() :].strip()
    listed = _DAYS.match(line)
    if not listed:
        return [], ""
    days_found: list[int] = []
    for part in re.split(r"\s*[,·]\s*", listed["days"]):
        ends = [_weekday(end) for end in re.split(r"\s*[~～\-–]\s*", part)]
        last = ends[-1] if ends[-1] >= ends[0] else ends[-1] + 7
        days_found.extend(day % 7 for day in range(ends[0], last + 1))
    return days_found, listed["hours"].strip()


def _weekday(text: str) -> int:
    if text[0] in _KOREAN:
        return _KOREAN.index(text[0])
    return _ENGLISH.index(text[:3].lower())


def write_closures(closures: tuple[Closure, ...], wording: Wording) -> str:
    """One line per closure."""
    lines = []
    for one in closures:
        days = wording.date(one.first)
        if one.last != one.first:
            days = f"{days}~{wording.date(one.last)}"
        lines.append(f"{days} {one.reason}".strip())
    return "\n".join(lines)


def read_closures(text: str, reading: Reading) -> tuple[Closure, ...]:
    """The closures of typed lines.

    Raises:
        RefusedInput: naming the line that is not understood.
    """
    found = []
    for line in text.splitlines():
        clean = line.strip()
        if not clean:
            continue
        parted = _CLOSED.match(clean)
        days, unread = read_days(parted["days"] if parted else clean, reading.near)
        if unread or not days:
            raise RefusedInput(NOT_CLOSED_DAYS, text=line.strip())
        reason = parted["reason"].strip() if parted else ""
        found.append(Closure(days[0].date, days[-1].date, reason))
    return tuple(found)


def _written_hours(value: Any, wording: Wording) -> str:
    return write_hours(value or (), wording)


def _written_closures(value: Any, wording: Wording) -> str:
    return write_closures(value or (), wording)


HOURS: Final = FieldForm(_written_hours, read_hours, tabular=True)
CLOSURES: Final = FieldForm(_written_closures, read_closures, tabular=True)
