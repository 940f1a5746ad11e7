"""The rows of the list: a head for each day, its deliveries under it. Found by counting, not by making them.

A season of 52,000 deliveries opens as fast as a short one: only the number of deliveries of each day is asked for; a
day is put in order when one of its rows is looked at.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import NamedTuple

from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery

Day = datetime.date | None
Keep = Callable[[Delivery], bool]


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
        days: list[Day] = [*plan.days(), None]
        for day in days:
            count = len(plan.on_day(day)) if keep is None else len(self.wanted(day))
            if count:
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

    @property
    def deliveries(self) -> int:
        """How many rows are deliveries."""
        return self.total - len(self.days)

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
        plan, keep = self.plan, self._keep
        ids = [one for one in plan.on_day(day) if keep is None or keep(plan.deliveries[one])]
        return tuple(sorted(ids, key=self._order))

    def set_day(self, day: Day, ids: tuple[DeliveryId, ...]) -> None:
        """List these deliveries on a day; without any, the day has no head either."""
        if ids:
            self._counts[day] = len(ids)
            self._ordered[day] = ids
        else:
            self._counts.pop(day, None)
            self._ordered.pop(day, None)
        self._arrange()

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

    def _order(self, one: DeliveryId) -> tuple[int, str]:
        record = self.plan.deliveries[one]
        return record.start if record.start is not None else 1 << 20, record.number


def _day_order(day: Day) -> datetime.date:
    return day or datetime.date.max
