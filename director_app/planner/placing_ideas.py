"""Ideas where to put what is undecided: wished dates first, then the nearest ones at its usual times and places."""

from __future__ import annotations

import calendar
import datetime
from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Any, Final, NamedTuple

from director_app.domain.edits import MoveDelivery
from director_app.domain.ids import ApplicationId, DeliveryId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import area_at, area_of
from director_app.domain.requests import Wish
from director_app.domain.timeline import WallMinute
from director_app.planner.fixes import Fix, FixKind, Idea, Reason

_DAYS_AHEAD: Final = 42
_MOST_PLACES: Final = 6
_MOST_TIMES: Final = 3
#: Lunch break and after work: what is offered where nothing else is known.
_NO_HABIT: Final = (WallMinute(12 * 60 + 10), WallMinute(18 * 60))


class _When(NamedTuple):
    cost: float
    day: datetime.date
    start: WallMinute
    reasons: tuple[Reason, ...]


def ideas_for_placing(plan: Plan, one: Delivery, today: datetime.date) -> list[Iterator[Idea]]:
    """Streams of dates, times and places for a delivery: one for what was wished, one for the nearest dates."""
    places = usual_places(plan, one)
    starts = usual_starts(plan, one)
    return [
        _placed(one, [when for when in _wished(plan, one, starts) if when.day >= today], places),
        *(_placed(one, list(_nearest(plan, one, [start], today)), places) for start in starts),
    ]


def _placed(
    one: Delivery, whens: list[_When], places: list[tuple[float, VenueId | None, tuple[Reason, ...]]]
) -> Iterator[Idea]:
    """Every date with every place, the date that comes first before the place that suits best; a day once."""
    offered: dict[datetime.date, int] = {}
    for when, (cost, venue, reasons) in product(whens, places):
        if offered.get(when.day, 0) >= _MOST_PLACES:
            continue
        offered[when.day] = offered.get(when.day, 0) + 1
        values: dict[str, Any] = {"date": when.day, "start": when.start}
        data: tuple[tuple[str, Any], ...] = (("day", when.day), ("start", when.start))
        if venue is not None and venue != one.venue:
            values["venue"] = venue
            data = (*data, ("venue", venue))
        values = {name: value for name, value in values.items() if getattr(one, name) != value}
        if values:
            fix = Fix(FixKind.PLACE, one.id, MoveDelivery(one.id, values), (*when.reasons, *reasons), data)
            yield Idea(when.cost + cost, fix)


def usual_starts(plan: Plan, one: Delivery) -> list[WallMinute]:
    """Its own start; else when its programme, or what comes to its place, usually begins; else lunch and evening."""
    if one.start is not None:
        return [one.start]
    for kind, identity in (("programmes", one.programme), ("venues", one.venue)):
        if identity is None:
            continue
        users = (plan.deliveries[DeliveryId(name)] for name in plan.users_of_kind(kind, identity, "deliveries"))
        counted = Counter(other.start for other in users if other.start is not None)
        if counted:
            usual = sorted(counted, key=lambda start: (-counted[start], start))
            return usual[:_MOST_TIMES]
    return list(_NO_HABIT)


def _wished(plan: Plan, one: Delivery, starts: list[WallMinute]) -> Iterator[_When]:
    """The dates its application asks for, the first wish first."""
    for rank, wish, day in wished_days(plan, one):
        if one.date in (None, day):
            for start in [wish.start] if wish.start is not None and one.start is None else starts:
                yield _When(rank - 10, day, start, (Reason.WISHED,))


def wished_days(plan: Plan, one: Delivery) -> Iterator[tuple[int, Wish, datetime.date]]:
    """Every day that the applications it answers ask for, with the rank of the wish from 1 on."""
    rank = 0
    for name in sorted(map(ApplicationId, plan.users_of_kind("deliveries", one.id, "applications"))):
        for wish in plan.applications[name].wishes:
            if wish.first_day is None:
                continue
            rank += 1
            length = min((wish.last_day or wish.first_day) - wish.first_day, datetime.timedelta(_DAYS_AHEAD)).days
            for offset in range(length + 1):
                yield rank, wish, wish.first_day + datetime.timedelta(offset)


def _nearest(plan: Plan, one: Delivery, starts: list[WallMinute], today: datetime.date) -> Iterator[_When]:
    """The coming workdays of the season, or the days of the month that is known."""
    reasons = (Reason.USUAL_TIME,) if one.start is None else ()
    season = plan.season
    for distance, day in enumerate(_days(one, max(today, season.first_day or today))):
        is_inside = season.last_day is None or day <= season.last_day
        if is_inside and (one.date is not None or day.weekday() < 5):
            yield from (_When(distance, day, start, reasons) for start in starts)


def _days(one: Delivery, first: datetime.date) -> list[datetime.date]:
    if one.date is not None:
        return [one.date]
    if one.month:
        year, month = map(int, one.month.split("-"))
        length = calendar.monthrange(year, month)[1]
        return [day for day in (datetime.date(year, month, one + 1) for one in range(length)) if day >= first]
    return [first + datetime.timedelta(offset) for offset in range(_DAYS_AHEAD)]


def usual_places(plan: Plan, one: Delivery) -> list[tuple[float, VenueId | None, tuple[Reason, ...]]]:
    """Its own place; else those of its company; else those of its area; else none yet.

    What a company asked for takes place with it, wherever in its works that is, or outside; never at another company's.
    """
    if one.venue is not None:
        return [(0, one.venue, ())]
    if one.organisation is not None:
        users = sorted(plan.users_of_kind("organisations", one.organisation, "venues"))
        hosts = [plan.venues[VenueId(name)] for name in users]
        if hosts:
            return [(index, venue.id, (Reason.HOST,)) for index, venue in enumerate(hosts[:_MOST_PLACES])]
    area = area_of(plan, one)
    near = [venue for venue in plan.venues.values() if area is not None and area_at(plan, venue.id) == area]
    at_home: list[tuple[float, VenueId | None, tuple[Reason, ...]]] = []
    if one.organisation is not None:
        near = [venue for venue in near if venue.host is None]
        at_home = [(0, None, ())]
    near.sort(key=lambda venue: (-len(plan.users_of_kind("venues", venue.id, "deliveries")), venue.id))
    found = [(len(at_home) + index, venue.id, (Reason.SAME_AREA,)) for index, venue in enumerate(near[:_MOST_PLACES])]
    return [*at_home, *found] or [(0, None, ())]
