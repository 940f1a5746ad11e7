"""Dates made by one rule: begun in one step, holidays left out with their reason, and brought back when wanted."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from director_app.domain.edits import Add, AddDelivery, Change, Edit, Several
from director_app.domain.ids import DeliveryId, SeriesId, new_id
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Series, Status
from director_app.planner.calendar_knowledge import named_holidays
from director_app.planner.recurrence import left_out


def days_off(plan: Plan, days: Sequence[datetime.date], language: str) -> dict[datetime.date, str]:
    """Those of the days that are public holidays, with their names, in order."""
    names = named_holidays(plan, days, language)
    return {day: names[day] for day in days if day in names}


def begin_series(
    rule: str, first: datetime.date, deliveries: Sequence[Delivery], without: Mapping[datetime.date, str]
) -> Edit:
    """Make the dates of a rule, but for those it goes `without`, whose reasons are kept with the series."""
    programme = deliveries[0].programme if deliveries else None
    kept = tuple(one for one in deliveries if one.date not in without)
    series = Series(
        SeriesId(new_id()),
        programme=programme,
        rule=rule,
        first_day=first,
        dates=tuple(sorted(one.date for one in deliveries if one.date is not None)),
        left_out=left_out(without),
        left_out_reason=", ".join(dict.fromkeys(without.values())),
    )
    return Several((Add((series,)), *(AddDelivery(one._replace(series=series.id)) for one in kept)))


def brought_back(plan: Plan, one: Delivery) -> tuple[Edit, int]:
    """Make the dates that the series of `one` left out: each like `one`, but only pencilled. And how many they are."""
    series = plan.series[one.series] if one.series is not None else None
    days = [entry.date for entry in series.left_out] if series is not None else []
    if series is None or not days:
        return Several(()), 0
    like = one._replace(
        status=Status.PENCILLED, until=None, is_locked=False, confirmations=(), counted_heads=None, changed_reason="",
        postponed_to=None,
    )  # fmt: skip
    made = (AddDelivery(like._replace(id=DeliveryId(new_id()), number="", date=day)) for day in days)
    forget = Change("series", series.id, {"left_out": (), "left_out_reason": ""})
    return Several((forget, *made)), len(days)
