"""Rules that repeat as people type them: "매주 수 9/3~11/26 12:10", "격주 금 6회", "매월 마지막 수", "every Wed"."""

from __future__ import annotations

import datetime
import re
from typing import Final, NamedTuple

from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import WallMinute
from director_app.planner.recurrence import days_of_rule
from director_app.ui.typed_times import read_date, read_span
from director_app.wording import message

NO_END: Final = message("Say until when, such as every Wed 3 Sep to 26 Nov, or 6 times.")
NOT_READ: Final = message("“{text}” is no rule that could be read. Write it like every Wed 3 Sep to 26 Nov 12:10.")

_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_KOREAN: Final = "월화수목금토일"
_ENGLISH: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAYS: Final = r"[월화수목금토일](?:요일)?(?:\s*[·/&+]?\s*[월화수목금토일](?:요일)?)*(?=\s|$)"
#: What follows the letter of a weekday; it holds the letter of Sunday itself.
_DAY_WORD: Final = re.compile("요일")
_NAMES: Final = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_WHICH: Final = (
    (r"첫째?|1\s*(?:째|번째)|first", 1), (r"둘째|2\s*(?:째|번째)|second", 2), (r"셋째|3\s*(?:째|번째)|third", 3),
    (r"넷째|4\s*(?:째|번째)|fourth", 4), (r"다섯째|5\s*(?:째|번째)|fifth", 5), (r"마지막|last", -1),
)  # fmt: skip
_NTH: Final = "|".join(pattern for pattern, _number in _WHICH)
_RULES: Final = (
    re.compile(rf"(?P<every>매주|격주|(?P<n>\d{{1,2}})\s*주(?:마다|에 한 번))\s*(?P<days>{_WEEKDAYS})\s*(?P<rest>.*)"),
    re.compile(rf"(?P<every>매월|매달)\s*(?P<nth>{_NTH})\s*(?:주\s*)?(?P<days>{_WEEKDAYS})\s*(?P<rest>.*)"),
    re.compile(r"(?P<every>매월|매달)\s*(?P<monthday>\d{1,2})\s*일\s*(?P<rest>.*)"),
    re.compile(r"(?P<every>매일)\s*(?P<rest>.*)"),
    re.compile(
        rf"every\s+(?P<every>(?:(?P<n>\d{{1,2}})\s+weeks?|other)\s+)?(?:on\s+)?"
        rf"(?P<days>{_NAMES}(?:\s*(?:,|and|&|/)?\s*{_NAMES})*)\s*(?P<rest>.*)",
        re.IGNORECASE,
    ),
    re.compile(rf"every\s+(?P<nth>{_NTH})\s+(?P<days>{_NAMES})\s*(?P<rest>.*)", re.IGNORECASE),
    re.compile(r"every\s+(?P<every>day)\s*(?P<rest>.*)", re.IGNORECASE),
)
_COUNT: Final = re.compile(r"(?:총\s*)?(\d{1,3})\s*(?:회|번|times?)(?=\s|$)", re.IGNORECASE)
_TO: Final = re.compile(r"\s*[~～–—]\s*|\s+(?:to|until|부터)\s+")
_UNTIL: Final = re.compile(r"\s*까지(?=\s|$)")
_TIME: Final = re.compile(r"(?:^|\s)(?:오전|오후|am|pm)?\s*\d{1,2}\s*(?::\s*\d{2}|시).*$", re.IGNORECASE)


class TypedRule(NamedTuple):
    """A rule that was read, and the days it falls on."""

    #: RFC 5545, 3.3.10.
    rule: str
    first: datetime.date
    days: tuple[datetime.date, ...]
    start: WallMinute | None = None
    end: WallMinute | None = None


def is_rule(text: str) -> bool:
    """Whether a text begins like something that repeats."""
    return any(pattern.fullmatch(" ".join(text.split())) for pattern in _RULES)


def read_rule(text: str, near: datetime.date, last: datetime.date | None) -> TypedRule:
    """The rule of a text. Without a first day it begins on `near`, without an end it ends on `last`.

    Raises:
        RefusedInput: when it cannot be read, falls on no day, or has no end.
    """
    clean = " ".join(text.split())
    found = next((match for pattern in _RULES if (match := pattern.fullmatch(clean))), None)
    if found is None:
        raise RefusedInput(NOT_READ, text=clean[:80])
    parts = found.groupdict()
    rest, start, end = _time_of(parts["rest"] or "")
    rest, count = _count_of(rest)
    first, until = _reach(rest, near, clean)
    rule = _rule_of(parts)
    if count:
        rule = f"{rule};COUNT={count}"
    limit = until or last
    if limit is None:
        if not count:
            raise RefusedInput(NO_END)
        limit = first + datetime.timedelta(days=366)
    elif not count:
        rule = f"{rule};UNTIL={limit:%Y%m%d}"
    days = days_of_rule(rule, first, limit)
    return TypedRule(rule, days[0], days, start, end)


def _rule_of(parts: dict[str, str | None]) -> str:
    days = ",".join(_weekdays(parts.get("days") or ""))
    every = (parts.get("every") or "").strip().lower()
    if nth := parts.get("nth"):
        number = next(number for pattern, number in _WHICH if re.fullmatch(pattern, nth, re.IGNORECASE))
        return f"FREQ=MONTHLY;BYDAY={','.join(f'{number}{day}' for day in days.split(','))}"
    if monthday := parts.get("monthday"):
        return f"FREQ=MONTHLY;BYMONTHDAY={int(monthday)}"
    if not days:
        return "FREQ=DAILY"
    weeks = int(parts.get("n") or (2 if every in ("격주", "other") else 1))
    return f"FREQ=WEEKLY;INTERVAL={weeks};BYDAY={days}" if weeks > 1 else f"FREQ=WEEKLY;BYDAY={days}"


def _weekdays(text: str) -> list[str]:
    if found := [name.lower()[:3] for name in re.findall(_NAMES, text, re.IGNORECASE)]:
        return [day for day, name in zip(_DAYS, _ENGLISH, strict=True) if name in found]
    named = _DAY_WORD.sub("", text)
    return [day for day, name in zip(_DAYS, _KOREAN, strict=True) if name in named]


def _time_of(rest: str) -> tuple[str, WallMinute | None, WallMinute | None]:
    """What is left without the time at the end, and the time."""
    found = _TIME.search(rest)
    if found is None:
        return rest.strip(), None, None
    span = read_span(found[0].strip())
    return rest[: found.start()].strip(), span.start, span.end


def _count_of(rest: str) -> tuple[str, int]:
    found = _COUNT.search(rest)
    return (rest, 0) if found is None else (f"{rest[: found.start()]} {rest[found.end() :]}".strip(), int(found[1]))


def _reach(rest: str, near: datetime.date, text: str) -> tuple[datetime.date, datetime.date | None]:
    """First day and last day as they are said: "9/3~11/26", "~11/26", "9/3", "11/26까지"."""
    is_until = bool(_UNTIL.search(rest))
    parts = [part.strip() for part in _TO.split(f" {_UNTIL.sub('', rest)} ", maxsplit=1)]
    said: list[datetime.date | None] = []
    for part in parts:
        said.append(read_date(part, (said[-1] if said else None) or near) if part else None)
    if len(said) == 1 and is_until:
        said = [None, said[0]]
    first, until = said[0] or near, said[1] if len(said) == 2 else None
    if until is not None and until < first:
        raise RefusedInput(NOT_READ, text=text[:80])
    return first, until
