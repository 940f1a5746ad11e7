"""Which deliveries stand on which day, in drawing order: worked out for a day when it is first looked at, then kept."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Final

from director_app.domain.ids import DeliveryId
from director_app.domain.meeting_dates import as_delivery, key_of
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Delivery, Status
from director_app.ui.schedule.filtering import Filter, Finder, NameTexts

_LATE: Final = 1 << 20


class DayIndex:
    """The deliveries of a plan by day, and those that wait without a new day after being postponed."""

    def __init__(self) -> None:
        self.plan = Plan()
        self.filter = Filter()
        self.levels: Mapping[str, str] = {}
        self.postponed: set[DeliveryId] = set()
        self._lasting: dict[DeliveryId, tuple[datetime.date, datetime.date]] = {}
        self._days: dict[datetime.date, tuple[Delivery, ...]] = {}
        self._finder: Finder | None = None
        self._texts = NameTexts()

    def show_plan(self, plan: Plan) -> None:
        """Look at another plan from scratch."""
        self.plan = plan
        self.forget()
        self._lasting = {}
        self.postponed = set()
        for one in plan.deliveries.values():
            if one.until is not None or one.status is Status.POSTPONED:
                self._note(one)

    def follow(self, plan: Plan, changes: Iterable[RecordChange]) -> None:
        """Look at the same plan after changes."""
        self.plan = plan
        for change in changes:
            if change.kind == "meetings":
                self._forget_days(change)
                continue
            if change.kind != "deliveries":
                if not self.filter.is_empty:
                    self.forget()
                continue
            self._lasting.pop(DeliveryId(change.id), None)
            self.postponed.discard(DeliveryId(change.id))
            self._forget_days(change)
            if change.after is not None:
                self._note(plan.deliveries.get(DeliveryId(change.id)))

    def _forget_days(self, change: RecordChange) -> None:
        for one in (change.before, change.after):
            if one is not None:
                self._days.pop(one.date, None)

    def _note(self, one: Delivery | None) -> None:
        if one is None:
            return
        if one.date is not None and one.until is not None and one.until > one.date:
            self._lasting[one.id] = (one.date, one.until)
        if one.status is Status.POSTPONED and one.postponed_to is None:
            self.postponed.add(one.id)

    def forget(self) -> None:
        """Another filter, other problems: put every day in order again when it is looked at."""
        self._days.clear()
        self._finder = None

    def keeps(self, one: Delivery) -> bool:
        """Whether the filter keeps a delivery."""
        if self.filter.is_empty:
            return True
        if self._finder is None:
            self._finder = Finder(self.plan, self.filter, self.levels, self._texts)
        return self._finder.keeps(one)

    def on_day(self, day: datetime.date) -> tuple[Delivery, ...]:
        """The deliveries of this one day in drawing order: by time, undecided times last.

        Without a filter the meetings of the council stand among them.
        """
        kept = self._days.get(day)
        if kept is None:
            table, lasting = self.plan.deliveries, self._lasting
            found = [table[one] for one in self.plan.on_day(day)]
            if lasting:
                found = [one for one in found if one.id not in lasting]
            if not self.filter.is_empty:
                found = [one for one in found if self.keeps(one)]
            else:
                meetings = (one for one in self.plan.meetings.values() if one.date == day)
                found += [as_delivery(one, key_of(one), one.title) for one in meetings]
            found.sort(key=_drawing_order)
            kept = self._days[day] = tuple(found)
        return kept

    def lasting(self, first: datetime.date, last: datetime.date) -> list[Delivery]:
        """The deliveries of several days that touch these days."""
        found = [
            self.plan.deliveries[one]
            for one, (begins, ends) in self._lasting.items()
            if begins <= last and ends >= first
        ]
        return sorted((one for one in found if self.keeps(one)), key=_drawing_order)


def _drawing_order(one: Delivery) -> tuple[int, str]:
    return one.start if one.start is not None else _LATE, one.number
