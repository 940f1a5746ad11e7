"""Whether those it is for can come: crews at work or asleep, public holidays, shutdowns of a company."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from director_app.domain.culture_calendar import SpecialDayKind
from director_app.domain.ids import SiteId
from director_app.domain.people import Site
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.planner.ground import Ground
from director_app.planner.problems import Problem, ProblemKind, found_in
from director_app.planner.reach import Coming, reach_of
from director_app.planner.shifts import hours_on

_SATURDAY = 5


def nobody_there(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """The company it is for has shut down, or has a public holiday, or those it is for are at work or asleep.

    The founding season had to play again for workers who were away over Chuseok. Something of several days is for
    more people than one shift.
    """
    if delivery.date is None or (delivery.until is not None and delivery.until > delivery.date):
        return
    if delivery.organisation is None and not delivery.shifts:
        return
    plan = ground.plan
    if delivery.organisation is not None:
        about = ("organisations", str(delivery.organisation))
        closed = _shutdown(plan, delivery.date, delivery.organisation)
        if closed is not None:
            yield found_in(ProblemKind.SHUTDOWN, delivery, about, day=delivery.date, reason=closed)
            return
        if _is_off(ground, delivery, delivery.date):
            yield found_in(ProblemKind.PUBLIC_HOLIDAY, delivery, about, day=delivery.date)
            return
    yield from _cannot_come(ground, delivery, delivery.date)


def _shutdown(plan: Plan, day: datetime.date, organisation: str) -> str | None:
    """What a shutdown is called that holds for a company on a date; empty when it has no name."""
    for special in plan.special_days.values():
        is_meant = special.organisation in (None, organisation)
        if special.kind is SpecialDayKind.SHUTDOWN and is_meant and special.first <= day <= special.last:
            return special.name
    return None


def _is_off(ground: Ground, delivery: Delivery, day: datetime.date) -> bool:
    """Whether nobody works there on a public holiday in the week: a plant that never stops has no holidays."""
    if day.weekday() >= _SATURDAY or day not in ground.holidays(day.year):
        return False
    names = ground.plan.users_of_kind("organisations", str(delivery.organisation), "sites")
    sites = [ground.plan.sites[SiteId(name)] for name in names]
    return not any(len(set(pattern.weekdays)) == 7 for site in sites for pattern in site.shifts)


def _cannot_come(ground: Ground, delivery: Delivery, day: datetime.date) -> Iterator[Problem]:
    """Named shifts of which no crew can come; where none is named, a company of which no crew can."""
    reach = reach_of(ground.plan, delivery, ground.holidays(day.year))
    if reach is None:
        return
    crews: dict[tuple[str, str], bool] = {}
    for answer in reach.answers:
        comes = answer.coming is not Coming.CANNOT
        crews[answer.site, answer.crew] = crews.get((answer.site, answer.crew), False) or comes
    coming: dict[str, bool] = {}
    for (site, crew), comes in crews.items():
        for name in _names(ground.plan.sites[SiteId(site)], crew, day):
            coming[name] = coming.get(name, False) or comes
    if delivery.shifts:
        away = tuple(shift for shift in delivery.shifts if coming.get(shift) is False)
    else:
        away = () if any(coming.values()) else tuple(coming)
    if away:
        about = () if delivery.organisation is None else (("organisations", str(delivery.organisation)),)
        yield found_in(ProblemKind.AUDIENCE_CANNOT, delivery, *about, shifts=away if delivery.shifts else ())


def _names(site: Site, crew: str, day: datetime.date) -> set[str]:
    """What a crew is called: by its own name, and where crews take turns by the shift it has on that date."""
    named = {crew}
    for pattern in site.shifts:
        for number, one in enumerate(pattern.crews):
            if one.name == crew:
                named.add(hours_on(pattern, number, day).name)
    return named
