"""What a day is beside its deliveries: holiday, shutdown, Culture Day, today, outside the season."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from director_app.domain.culture_calendar import SpecialDayKind, is_culture_day
from director_app.domain.plan import Plan

_FREE = frozenset({SpecialDayKind.HOLIDAY, SpecialDayKind.SHUTDOWN})


@dataclass(frozen=True, slots=True)
class DayMark:
    """How the number of a day is written."""

    holiday: str = ""
    is_holiday: bool = False
    is_culture_day: bool = False
    is_today: bool = False


class DayMarks:
    """The marks of all days of a plan."""

    def __init__(self, plan: Plan, today: datetime.date, public: Mapping[datetime.date, str] | None = None) -> None:
        self._today = today
        self._named: dict[datetime.date, str] = dict(public or {})
        self._working: set[datetime.date] = set()
        for special in plan.special_days.values():
            if special.organisation is not None or (special.last - special.first).days > 40:
                continue
            day = special.first
            while day <= special.last:
                if special.kind in _FREE:
                    self._named[day] = special.name or self._named.get(day, "")
                elif special.kind is SpecialDayKind.WORKING_DAY:
                    self._working.add(day)
                day += datetime.timedelta(days=1)

    @property
    def today(self) -> datetime.date:
        """The day that counts as today."""
        return self._today

    def of(self, day: datetime.date) -> DayMark:
        """The marks of one day; Sundays are free unless the plan says that they are worked."""
        named = day in self._named and day not in self._working
        free = named or (day.weekday() == 6 and day not in self._working)
        return DayMark(self._named.get(day, "") if named else "", free, is_culture_day(day), day == self._today)
