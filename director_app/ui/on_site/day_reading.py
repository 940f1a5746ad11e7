"""One day as it is worked through on site: its items in order, when each begins and is decided, what was decided."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import date_order, end_minute
from director_app.operations.decisions_made import DecisionMade, decision_made
from director_app.operations.open_plan import OpenPlan
from director_app.planner.on_site import OutdoorItem, outdoor_item, outdoor_items, rain_plan

DAY_BEGINS: Final = datetime.timedelta(hours=5)
"""Before five in the morning the day before is still being worked on."""

AN_HOUR: Final = datetime.timedelta(hours=1)


class OnSiteItem(NamedTuple):
    """One delivery of the day; moments are wall clock and may lie after midnight."""

    delivery: Delivery
    #: What rain can touch; None for what stands indoors by plan.
    outdoor: OutdoorItem | None
    begins: datetime.datetime | None = None
    ends: datetime.datetime | None = None
    decided_by: datetime.datetime | None = None
    #: The latest decision that still holds.
    made: DecisionMade | None = None
    #: When its day begins.
    day_begins: datetime.datetime | None = None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to decide."""
        one = self.delivery
        return (self.made is not None and self.made.is_settled) or not one.status.takes_place or self.is_over

    @property
    def is_over(self) -> bool:
        """Whether it took place and that was said."""
        return self.delivery.status is Status.DELIVERED

    @property
    def goes_on(self) -> bool:
        """Whether it lasts over this day, as exhibitions do."""
        until = self.delivery.until
        return until is not None and self.day_begins is not None and until > self.day_begins.date()

    def has_result(self, now: datetime.datetime) -> bool:
        """Whether it is time to say what came of it: from an hour before it begins."""
        one = self.delivery
        if not one.status.takes_place or self.goes_on:
            return False
        return self.is_over or now >= (self.begins - AN_HOUR if self.begins is not None else self.day_begins or now)


def working_day(now: datetime.datetime) -> datetime.date:
    """The day that is being worked on: until five in the morning the one before."""
    return (now - DAY_BEGINS).date()


def read_day(open_plan: OpenPlan, day: datetime.date) -> tuple[OnSiteItem, ...]:
    """Everything of a day but ideas: what stands outdoors first, by the time of decision, then the rest by time."""
    plan = open_plan.plan
    running = (one for one in plan.deliveries.values() if one.until and one.date and one.date < day <= one.until)
    there = [*(plan.deliveries[one] for one in plan.on_day(day)), *running]
    items = [_item(open_plan, one, day) for one in there if one.status is not Status.IDEA]
    return tuple(sorted(items, key=_place))


def _place(item: OnSiteItem) -> tuple[object, ...]:
    order = date_order(item.delivery)
    if item.outdoor is None:
        return (2, order)
    return (1, order) if item.decided_by is None else (0, item.decided_by, order)


def _item(open_plan: OpenPlan, one: Delivery, day: datetime.date) -> OnSiteItem:
    plan = open_plan.plan
    plan_b = rain_plan(plan, one)
    end, _is_assumed = end_minute(plan, one)
    outdoor = outdoor_item(plan, one)
    return OnSiteItem(
        one,
        outdoor,
        _moment(day, one.start),
        _moment(day, end),
        _moment(day, plan_b.decision_time if plan_b is not None and outdoor is not None else None),
        decision_made(open_plan, one.id),
        datetime.datetime.combine(day, datetime.time()) + DAY_BEGINS,
    )


def _moment(day: datetime.date, minute: int | None) -> datetime.datetime | None:
    if minute is None:
        return None
    return datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(minutes=minute)


def next_decision(items: tuple[OnSiteItem, ...], now: datetime.datetime) -> OnSiteItem | None:
    """What is decided next, or should have been."""
    waiting = [one for one in items if one.decided_by is not None and not one.is_settled]
    waiting = [one for one in waiting if one.ends is None or one.ends > now]
    return min(waiting, key=lambda one: one.decided_by or now, default=None)


def next_beginning(items: tuple[OnSiteItem, ...], now: datetime.datetime) -> OnSiteItem | None:
    """What begins next of all that takes place."""
    coming = [one for one in items if one.begins is not None and one.begins >= now and one.delivery.status.takes_place]
    return min(coming, key=lambda one: one.begins or now, default=None)


def nearest_day(plan: Plan, day: datetime.date) -> datetime.date | None:
    """The next day on which something takes place; without one the last before."""
    days = sorted(plan.days())
    later = [one for one in days if one > day]
    return later[0] if later else (days[-1] if days and days[-1] != day else None)


def outdoors_on(plan: Plan, day: datetime.date) -> tuple[DeliveryId, ...]:
    """What rain can touch on a day, for the line that points to the next day."""
    return tuple(one.delivery for one in outdoor_items(plan, day) if plan.deliveries[one.delivery].status.takes_place)
