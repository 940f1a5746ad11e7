"""Days as people say them: "내일", "다음 주 수", "3일 뒤", "tomorrow", "next friday"."""

from __future__ import annotations

import datetime
import re
from typing import Final

_WEEKDAYS: Final = {
    **{letter: number for number, letter in enumerate("월화수목금토일")},
    **{name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))},
}
_OFFSETS: Final = {
    "그제": -2, "그저께": -2, "어제": -1, "오늘": 0, "내일": 1, "모레": 2, "글피": 3,
    "yesterday": -1, "today": 0, "tomorrow": 1,
}  # fmt: skip
_WEEKS: Final = {
    "지난": -1, "저번": -1, "이번": 0, "금": 0, "다음": 1, "다다음": 2,
    "last": -1, "this": 0, "next": 1,
}  # fmt: skip
_KOREAN_WEEK: Final = re.compile(r"^(?P<week>지난|저번|이번|다음|다다음)주(?:의?(?P<day>[월화수목금토일])(?:요일)?)?$")
_KOREAN_DAY: Final = re.compile(r"^(?P<day>[월화수목금토일])요일$")
_ENGLISH: Final = re.compile(
    r"^(?:(?P<week>last|this|next)\s*)?(?P<day>mon|tue|wed|thu|fri|sat|sun)(?:day|sday|s|nesday|rsday|urday|r)?$"
)
_ENGLISH_WEEK: Final = re.compile(r"^(?P<week>last|this|next)\s*week$")
_MONTHS: Final = {"지난달": -1, "이번달": 0, "이달": 0, "다음달": 1, "lastmonth": -1, "thismonth": 0, "nextmonth": 1}
_MOST_WORDS: Final = 3
_AWAY: Final = re.compile(
    r"^(?P<count>\d{1,3})(?P<unit>일|주일?)(?P<way>뒤|후|전)$"
    r"|^(?:in)?(?P<en_count>\d{1,3})(?P<en_unit>days?|weeks?)(?P<en_way>ago)?$"
)


def read_spoken_day(text: str, today: datetime.date) -> datetime.date | None:
    """The day that is meant, None when nothing of the kind is said. Weeks begin on Monday, as in a calendar.

    "next friday" is the one of next week; "friday" alone is the first one from today on.
    """
    said = "".join(text.casefold().split())
    if said in _OFFSETS:
        return today + datetime.timedelta(days=_OFFSETS[said])
    if said in _MONTHS:
        return _first_of_month(today, _MONTHS[said])
    return _by_week(said, today) or _away(said, today)


def spoken_day_and_rest(text: str, today: datetime.date) -> tuple[datetime.date | None, str]:
    """The day a typed line begins with ("다음 주 수 12:10") and what follows; None and the line without one."""
    words = text.split()
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        day = read_spoken_day(" ".join(words[:length]), today)
        if day is not None:
            return day, " ".join(words[length:])
    return None, text


def _by_week(said: str, today: datetime.date) -> datetime.date | None:
    monday = today - datetime.timedelta(days=today.weekday())
    found = _KOREAN_WEEK.match(said) or _ENGLISH_WEEK.match(said) or _KOREAN_DAY.match(said) or _ENGLISH.match(said)
    if found is None:
        return None
    part = found.groupdict()
    weekday = _WEEKDAYS[part["day"]] if part.get("day") else 0
    if part.get("week"):
        return monday + datetime.timedelta(weeks=_WEEKS[part["week"]], days=weekday)
    return today + datetime.timedelta(days=(weekday - today.weekday()) % 7)


def _away(said: str, today: datetime.date) -> datetime.date | None:
    found = _AWAY.match(said)
    if found is None:
        return None
    count = int(found["count"] or found["en_count"])
    is_week = (found["unit"] or found["en_unit"]).startswith(("주", "week"))
    back = -1 if found["way"] == "전" or found["en_way"] else 1
    return today + datetime.timedelta(days=back * count * (7 if is_week else 1))


def _first_of_month(today: datetime.date, by: int) -> datetime.date:
    month = today.year * 12 + today.month - 1 + by
    return datetime.date(month // 12, month % 12 + 1, 1)
