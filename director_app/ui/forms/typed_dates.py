"""Many dates typed or pasted at once: "9/3, 9/10, 9/24 12:00", one per line, or out of a column of a table."""

from __future__ import annotations

import datetime
import re
from typing import Final, NamedTuple

from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import WallMinute, days_between
from director_app.ui.forms.typed_rules import is_rule, read_rule
from director_app.ui.typed_times import read_date, read_span
from director_app.wording import message

MOST_DAYS: Final = 366
TOO_MANY: Final = message("At most {n} dates at once.")
ENDS_FIRST: Final = message("The last day lies before the first.")

_PARTS: Final = re.compile(r"[\n\t,;，、]+")
_DATE: Final = re.compile(
    r"^(?P<date>(?:\d{4}\s*[-./년]\s*)?\d{1,2}\s*[-./월]\s*\d{1,2}\s*(?:일|\.)?\s*(?:[(（]?[월화수목금토일](?:요일)?[)）]?)?)(?P<rest>.*)$"
)
_ONLY_DAY: Final = re.compile(r"^(?P<day>\d{1,2})일?\s*(?:[(（][월화수목금토일][)）])?(?P<rest>(?:\s+.*)?)$")
_TO: Final = re.compile(r"^\s*[~～–—]\s*")


class TypedDay(NamedTuple):
    """One date that was read; a time only when one was written with it."""

    date: datetime.date
    start: WallMinute | None = None
    end: WallMinute | None = None


class UnreadPart(NamedTuple):
    """A part that could not be read, and why."""

    text: str
    refusal: RefusedInput


def read_days(
    text: str, near: datetime.date, last: datetime.date | None = None
) -> tuple[list[TypedDay], list[UnreadPart]]:
    """The dates of a text in its order, each once, and the parts that are no dates.

    "9/3~9/5" stands for every day from one to the other; a day alone ("9/3, 10, 17") goes on in the month before it.
    A rule that repeats ("매주 수 9/3~11/26 12:10") stands alone; without an end of its own it ends on `last`.
    """
    if is_rule(text):
        return _ruled_days(text, near, last)
    found: dict[TypedDay, None] = {}
    unread = []
    for part in _PARTS.split(text):
        clean = part.strip()
        if not clean:
            continue
        try:
            days = _days_of(clean, near)
        except RefusedInput as refusal:
            unread.append(UnreadPart(clean, refusal))
            continue
        near = days[-1].date
        found.update(dict.fromkeys(days))
        if len(found) > MOST_DAYS:
            unread.append(UnreadPart(clean, RefusedInput(TOO_MANY, n=MOST_DAYS)))
            break
    return list(found)[:MOST_DAYS], unread


def _ruled_days(text: str, near: datetime.date, last: datetime.date | None) -> tuple[list[TypedDay], list[UnreadPart]]:
    try:
        rule = read_rule(text, near, last)
    except RefusedInput as refusal:
        return [], [UnreadPart(" ".join(text.split()), refusal)]
    return [TypedDay(day, rule.start, rule.end) for day in rule.days], []


def _days_of(part: str, near: datetime.date) -> list[TypedDay]:
    date_text, rest = _split(part, near)
    first = read_date(date_text, near)
    if first is None:
        raise RefusedInput(message("“{text}” is not a date. Write it like 10. 14."), text=part)
    reaches = _TO.match(rest)
    if not reaches:
        return [_with_time(first, rest)]
    last_text, rest = _split(rest[reaches.end() :].strip(), first)
    last = read_date(last_text, first) or first
    if last < first:
        raise RefusedInput(ENDS_FIRST)
    if (last - first).days >= MOST_DAYS:
        raise RefusedInput(TOO_MANY, n=MOST_DAYS)
    return [_with_time(day, rest) for day in days_between(first, last)]


def _split(part: str, near: datetime.date) -> tuple[str, str]:
    """The date and what follows it; a day alone gets the month that came before."""
    found = _DATE.match(part)
    if found:
        return found["date"].strip(), found["rest"]
    alone = _ONLY_DAY.match(part)
    if alone:
        return f"{near.year}-{near.month}-{alone['day']}", alone["rest"]
    return part, ""


def _with_time(day: datetime.date, rest: str) -> TypedDay:
    if not rest.strip():
        return TypedDay(day)
    span = read_span(rest.strip())
    return TypedDay(day, span.start, span.end)
