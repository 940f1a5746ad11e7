"""When works of art are lit: real clock times from rules such as "dusk + 20 min, at latest 20:30, to 23:00".

The sun is reckoned as in `planner.sun`: true to about a minute, on a flat horizon.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from director_app.domain.lights import LightFrom, LightRule, Work
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import programme_of
from director_app.domain.timeline import DAY, WallMinute, days_between
from director_app.planner.ground import Ground
from director_app.planner.problems import Problem, ProblemKind, found_in
from director_app.planner.rain import is_outdoor
from director_app.planner.sun import dusk, sunset


class Dark(StrEnum):
    """Why a work is not lit on a date."""

    NOT_THERE = "not_there"
    MAINTENANCE = "maintenance"
    CLOSED = "closed"
    NO_RULE = "no_rule"


class Lit(NamedTuple):
    """A night of a work: when its light goes on and off; None is undecided, `dark` says why there is no light."""

    day: datetime.date
    on: WallMinute | None = None
    off: WallMinute | None = None
    dark: Dark | None = None
    #: Whether the neighbours' limit puts it out earlier than its rule.
    is_cut: bool = False


def light_of(plan: Plan, work: Work, day: datetime.date) -> Lit:
    """When a work is lit in the night that begins on a date."""
    if (work.first_day and day < work.first_day) or (work.last_day and day > work.last_day):
        return Lit(day, dark=Dark.NOT_THERE)
    if any(closure.first <= day <= closure.last for closure in work.maintenance):
        return Lit(day, dark=Dark.MAINTENANCE)
    special = next((one for one in work.exceptions if one.date == day), None)
    if special is not None:
        if special.opens is None and special.closes is None:
            return Lit(day, dark=Dark.CLOSED)
        return _until_curfew(work, Lit(day, special.opens, special.closes))
    rule = next((one for one in work.rules if _speaks_of(one, day)), None)
    if rule is None:
        return Lit(day, dark=Dark.NO_RULE)
    return _until_curfew(work, Lit(day, _goes_on(plan, work, rule, day), rule.until))


def lights_on(plan: Plan, day: datetime.date) -> tuple[tuple[Work, Lit], ...]:
    """The works that are lit in a night, by the time at which they go on."""
    found = [(work, light_of(plan, work, day)) for work in plan.works.values()]
    lit = [(work, one) for work, one in found if one.dark is None]
    return tuple(sorted(lit, key=lambda each: (each[1].on is None, each[1].on or 0, each[0].title, each[0].id)))


def nights(plan: Plan, work: Work, first: datetime.date, last: datetime.date) -> tuple[Lit, ...]:
    """Every night from first to last, both included."""
    return tuple(light_of(plan, work, day) for day in days_between(first, last))


def not_dark(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """A projection outdoors begins before the civil dusk of its date: nobody would see it."""
    programme = programme_of(ground.plan, delivery)
    if programme is None or not programme.needs.darkness or delivery.date is None or delivery.start is None:
        return
    if not is_outdoor(ground.plan, delivery):
        return
    dark_from = dusk(ground.plan, delivery.date, delivery.venue)
    if dark_from is not None and delivery.start < dark_from and delivery.start > DAY // 2:
        about = (("venues", str(delivery.venue)),) if delivery.venue else ()
        yield found_in(ProblemKind.NOT_DARK, delivery, *about, dusk=dark_from)


def _speaks_of(rule: LightRule, day: datetime.date) -> bool:
    if (rule.valid_from and day < rule.valid_from) or (rule.valid_until and day > rule.valid_until):
        return False
    return not rule.weekdays or day.weekday() in rule.weekdays


def _goes_on(plan: Plan, work: Work, rule: LightRule, day: datetime.date) -> WallMinute | None:
    if rule.begins is LightFrom.CLOCK:
        return rule.latest
    sun = (sunset if rule.begins is LightFrom.SUNSET else dusk)(plan, day, work.venue)
    if sun is None:
        return rule.latest
    minute = max(0, sun + rule.after_minutes)
    return WallMinute(minute if rule.latest is None else min(minute, rule.latest))


def _until_curfew(work: Work, lit: Lit) -> Lit:
    """The night as the neighbours' limit lets it be; a work that would not shine at all is dark."""
    off, is_cut = lit.off, False
    if work.curfew is not None and (off is None or work.curfew < off):
        off, is_cut = work.curfew, True
    if lit.on is not None and off is not None and off <= lit.on:
        return Lit(lit.day, dark=Dark.CLOSED)
    return Lit(lit.day, lit.on, off, is_cut=is_cut)
