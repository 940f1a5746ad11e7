"""What a public calendar knows of the dates of a season: Korean public holidays, under the overlay of the director.

Temporary holidays are decided weeks ahead, so the plan's own special days always overrule the library.
"""

from __future__ import annotations

import datetime
import importlib.util
import sys
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from director_app.domain.culture_calendar import SpecialDayKind
from director_app.domain.plan import Plan

_COUNTRIES: Final = "holidays.countries"
_DAY: Final = datetime.timedelta(days=1)
_AROUND: Final = (" 전날", " 다음날")
_BEFORE: Final = ("The day preceding ", "The second day of ")


def named_holidays(plan: Plan, days: Iterable[datetime.date], language: str) -> dict[datetime.date, str]:
    """The public holidays of the years these days lie in: from the library, then as the plan's special days say."""
    years = {day.year for day in days}
    names = public_holidays(years, language) if years else {}
    for special in plan.special_days.values():
        if special.organisation is not None:
            continue
        day = special.first
        while day <= special.last:
            if special.kind is SpecialDayKind.HOLIDAY:
                names[day] = special.name
            elif special.kind is SpecialDayKind.WORKING_DAY:
                names.pop(day, None)
            day += _DAY
    return names


def public_holidays(years: Iterable[int], language: str) -> dict[datetime.date, str]:
    """Names of the public holidays in these years, as short as a calendar writes them; "ko" or "en"."""
    import holidays  # heavy: at the first print or the first look at a month, not before

    _without_other_countries()
    found = holidays.country_holidays("KR", years=sorted(years), language="ko" if language == "ko" else "en_US")
    return {day: short_name(name.split(";")[0], language) for day, name in found.items()}


def _without_other_countries() -> None:
    """Let the library read Korea alone: importing its package of countries reads every country there is (8 MiB)."""
    spec = importlib.util.find_spec(_COUNTRIES)
    if spec is not None and _COUNTRIES not in sys.modules:
        sys.modules[_COUNTRIES] = importlib.util.module_from_spec(spec)  # a place to find modules in, nothing more


def short_name(name: str, language: str) -> str:
    """Short: "추석 전날" is written "추석 연휴"; a substitute holiday need not say for what."""
    if language == "ko":
        for ending in _AROUND:
            if name.endswith(ending):
                return f"{name.removesuffix(ending)} 연휴"
        return "대체공휴일" if name.endswith("대체 휴일") else name
    for beginning in _BEFORE:
        name = name.removeprefix(beginning)
    return "Substitute holiday" if name.startswith("Alternative holiday") else name


def holiday_dates(plan: Plan, year: int) -> frozenset[datetime.date]:
    """The dates of a year on which people are off: public holidays, as the plan's special days have them."""
    dates = set(_of_library(year))
    for special in plan.special_days.values():
        if special.organisation is None and special.kind in (SpecialDayKind.HOLIDAY, SpecialDayKind.WORKING_DAY):
            days = {special.first + number * _DAY for number in range((special.last - special.first).days + 1)}
            dates = dates | days if special.kind is SpecialDayKind.HOLIDAY else dates - days
    return frozenset(day for day in dates if day.year == year)


@lru_cache(maxsize=64)
def _of_library(year: int) -> frozenset[datetime.date]:
    return frozenset(public_holidays([year], "ko"))
