"""Culture Days and Culture Weeks (a versioned rule) and dated special days as plain values."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from director_app.domain.ids import OrganisationId, SpecialDayId

#: Until 2026-03-31 the last Wednesday of a month (Framework Act on Culture, article 12(2)); from here every Wednesday.
EVERY_WEDNESDAY_FROM: Final = date(2026, 4, 1)
_WEDNESDAY: Final = 2


class SpecialDayKind(StrEnum):
    """What a special day is for the season."""

    HOLIDAY = "holiday"
    WORKING_DAY = "working_day"
    SHUTDOWN = "shutdown"
    CULTURE_WEEK = "culture_week"


class SpecialDay(NamedTuple):
    """The director's overlay over the public calendar: temporary holidays, company shutdowns, named weeks."""

    id: SpecialDayId
    first: date
    last: date
    kind: SpecialDayKind = SpecialDayKind.HOLIDAY
    name: str = ""
    organisation: OrganisationId | None = None
    source: str = ""


def is_culture_day(day: date) -> bool:
    """Whether the rule in force on that date labels it Culture Day."""
    if day.weekday() != _WEDNESDAY:
        return False
    return day >= EVERY_WEDNESDAY_FROM or day.day + 7 > monthrange(day.year, day.month)[1]


def culture_days(year: int, month: int) -> tuple[date, ...]:
    """The Culture Days of a month, in order."""
    last = monthrange(year, month)[1]
    return tuple(day for day in (date(year, month, number) for number in range(1, last + 1)) if is_culture_day(day))


def culture_week(culture_day: date) -> tuple[date, date]:
    """Monday and Sunday of the week of a Culture Day."""
    monday = culture_day - timedelta(days=culture_day.weekday())
    return monday, monday + timedelta(days=6)
