"""What every check stands on: a plan, the day it is looked at, and the public holidays."""

from __future__ import annotations

import datetime

from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.planner.calendar_knowledge import holiday_dates


class Ground:
    """One plan as it looks on one day.

    Attributes:
        plan: the plan.
        today: the day; None where nobody said, and then nothing is near, due or over.
    """

    __slots__ = ("_holidays", "plan", "today")

    def __init__(self, plan: Plan, today: datetime.date | None = None) -> None:
        self.plan = plan
        self.today = today
        self._holidays: dict[int, frozenset[datetime.date]] = {}

    def holidays(self, year: int) -> frozenset[datetime.date]:
        """The public holidays of a year, as the plan's special days have them."""
        if year not in self._holidays:
            self._holidays[year] = holiday_dates(self.plan, year)
        return self._holidays[year]

    def days_to(self, day: datetime.date | None) -> int | None:
        """Days from today; negative when it is over, None when either is unknown."""
        return (day - self.today).days if day is not None and self.today is not None else None

    def is_coming(self, delivery: Delivery) -> bool:
        """Whether there is still something to prepare: neither delivered nor over."""
        if delivery.status is Status.DELIVERED:
            return False
        last = delivery.until or delivery.date
        return last is None or self.today is None or last >= self.today
