"""The rows of the list: a head for each day, its deliveries under it. Found by counting, not by making them.

A season of 52,000 deliveries opens as fast as a short one: only the number of deliveries of each day is asked for; a
day is put in order when one of its rows is looked at.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery

Day = datetime.date | None
Keep = Callable[[Delivery], bool]
_NO_DAYS: Final[frozenset[datetime.date]] = frozenset()
LATE: Final = 1 << 20
"""Minute of the day that items without a time are sorted by."""


class Row(NamedTuple):
    """One row: a day's head when there is no delivery."""

    day: Day
    delivery: DeliveryId | None = None


class DayRows:
    """Rows of a plan, days in order, those without a date last."""

    def __init__(self, plan: Plan, keep: Keep | None = None) -> None:
        self.plan = plan
        self._keep = keep
        self._ordered: dict[Day, tuple[DeliveryId, ...]] = {}
        self._counts: dict[Day, int] = {}
        #: Days on which the council meets have a head also without a delivery, unless a filter is on.
        self._meetings = frozenset(one.date for one in plan.meetings.values() if one.date) if keep is None else _NO_DAYS
        days = sorted({*plan.days(), *self._meetings})
        for day in (*days, None):
            count = len(plan.on_day(day)) if keep is None else len(self._kept(day))
            if count or day in self._meetings:
                self._counts[day] = count
        self._arrange()

    def _arrange(self) -> None:
        self.days: list[Day] = sorted(self._counts, key=_day_order)
        self._starts: list[int] = []
        total = 0
        for day in self.days:
            self._starts.append(total)
            total += 1 + self._counts[day]
        self.total = total

    def __len__(self) -> int:
        return self.total

    def row(self, position: int) -> Row:
        """The row at a position."""
        at = bisect_right(self._starts, position) - 1
        day = self.days[at]
        inside = position - self._starts[at] - 1
        return Row(day) if inside < 0 else Row(day, self.ids_of(day)[inside])

    def count_of(self, day: Day) -> int:
        """How many deliveries a day has."""
        return self._counts.get(day, 0)

    def ids_of(self, day: Day) -> tuple[DeliveryId, ...]:
        """The deliveries of a day in order, as they are listed."""
        if day not in self._counts:
            return ()
        if day not in self._ordered:
            self._ordered[day] = self.wanted(day)
        return self._ordered[day]

    def wanted(self, day: Day) -> tuple[DeliveryId, ...]:
        """The deliveries of a day as the plan has them now."""
        return tuple(sorted(self._kept(day), key=self._order))

    def set_day(self, day: Day, ids: tuple[DeliveryId, ...]) -> None:
        """List these deliveries on a day; without any, the day has no head either."""
        if ids or day in self._meetings:
            self._counts[day] = len(ids)
            self._ordered[day] = ids
        else:
            self._counts.pop(day, None)
            self._ordered.pop(day, None)
        self._arrange()

    def keeps_head(self, day: Day) -> bool:
        """Whether a day has its head also when no delivery stands on it."""
        return day in self._meetings

    def start_of(self, day: Day) -> int:
        """Where the head of a day stands or would stand."""
        at = bisect_left(self.days, _day_order(day), key=_day_order)
        return self._starts[at] if at < len(self.days) else self.total

    def position_of(self, delivery: DeliveryId) -> int:
        """Where a delivery stands, -1 when it is not listed."""
        record = self.plan.deliveries.get(delivery)
        ids = self.ids_of(record.date) if record is not None else ()
        if record is None or delivery not in ids:
            return -1
        return self.start_of(record.date) + 1 + ids.index(delivery)

    def deliveries_between(self, first: int, last: int) -> int:
        """How many deliveries stand in these rows, both included."""
        heads = bisect_right(self._starts, last) - bisect_left(self._starts, first)
        return last - first + 1 - heads

    def ids_between(self, first: int, last: int) -> list[DeliveryId]:
        """The deliveries of these rows, both included; a day that was never looked at comes in any order."""
        found: list[DeliveryId] = []
        for at in range(max(0, bisect_right(self._starts, first) - 1), len(self.days)):
            head, day = self._starts[at], self.days[at]
            if head > last:
                break
            count = self._counts[day]
            if first <= head + 1 and head + count <= last and day not in self._ordered:
                found += self._kept(day)
            else:
                found += self.ids_of(day)[max(0, first - head - 1) : last - head]
        return found

    def ids_of_month(self, year: int, month: int) -> Iterator[DeliveryId]:
        """The deliveries of one month, in the order of the rows."""
        first = bisect_left(self.days, datetime.date(year, month, 1), key=_day_order)
        for day in self.days[first:]:
            if day is None or (day.year, day.month) != (year, month):
                return
            yield from self.ids_of(day)

    def _kept(self, day: Day) -> list[DeliveryId]:
        plan, keep = self.plan, self._keep
        if keep is None:
            return list(plan.on_day(day))
        return [one for one in plan.on_day(day) if keep(plan.deliveries[one])]

    def _order(self, one: DeliveryId) -> tuple[int, str]:
        return time_order(self.plan.deliveries[one])


def time_order(one: Delivery) -> tuple[int, str]:
    """The order of deliveries within a day."""
    return one.start if one.start is not None else LATE, one.number


def _day_order(day: Day) -> datetime.date:
    return day or datetime.date.max
