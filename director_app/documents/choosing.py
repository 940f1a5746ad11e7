"""Which dates a document speaks of: those that were asked for, else the next one on which something happens."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from director_app.documents.layout import Job
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import date_order, dates_of


def chosen(job: Job) -> list[Delivery]:
    """What was asked for and may be printed, in order.

    Raises:
        RefusedInput: when that is nothing.
    """
    holds = job.options.scope.holds(job.plan)
    found = [one for one in job.plan.deliveries.values() if one.status is not Status.IDEA and holds(one)]
    if not found:
        raise job.nothing()
    return sorted(found, key=date_order)


def chosen_by_day(job: Job, counts: Callable[[Delivery], bool] = bool) -> dict[datetime.date, list[Delivery]]:
    """What was asked for by its days, in order; without any wish, that of the next day on which something happens.

    What lasts several days stands on each of them that was asked for. Only what `counts` makes a day worth printing
    when none was asked for.

    Raises:
        RefusedInput: when nothing has a date.
    """
    found = chosen(job)
    scope = job.options.scope
    starts = {day for one in found for day in dates_of(one)[:1] if day is not None}
    if not starts:
        raise job.nothing()
    if scope.is_everything:
        worth = {day for one in found if counts(one) for day in dates_of(one)[:1] if day is not None}
        days = {next_day(job.plan, job.options.made_at.date(), worth or starts)}
    else:
        days = starts | {day for day in (scope.since, scope.until) if day is not None and _is_inside(found, day)}
    told: dict[datetime.date, list[Delivery]] = {day: [] for day in sorted(days) if scope.holds_dates(day, day)}
    for one in found:
        first, last = dates_of(one)
        if first is None or last is None:
            continue
        for day in [first] if first == last else [day for day in told if first <= day <= last]:
            if day in told:
                told[day].append(one)
    told = {day: sorted(on_day, key=_by_time) for day, on_day in told.items() if on_day}
    if not told:
        raise job.nothing()
    return told


def _is_inside(found: list[Delivery], day: datetime.date) -> bool:
    return any(first <= day <= last for first, last in map(dates_of, found) if first is not None and last is not None)


def next_day(plan: Plan, today: datetime.date, days: set[datetime.date]) -> datetime.date:
    """The next of these days seen from the plan's today, or the last one."""
    today = plan.today(today)
    return min((day for day in days if day >= today), default=max(days))


def _by_time(one: Delivery) -> tuple[int, int, str]:
    """By the clock; what has no time last."""
    return (1, 0, one.number) if one.start is None else (0, one.start, one.number)
