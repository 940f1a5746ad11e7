"""When the crews of a site work, eat and sleep: rotation, meal breaks in sittings, shutdowns, holidays.

What nobody writes down - how long after work people stay, when a night crew sleeps - is a named estimate here.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from director_app.domain.culture_calendar import SpecialDayKind
from director_app.domain.people import Crew, ShiftPattern, Site
from director_app.domain.plan import Plan
from director_app.domain.timeline import DAY, DAY_ENDS, Span, minute_of

#: Estimates, in minutes: how long people stay after work and come before it; a night crew's way home and its sleep.
STAYS_AFTER: Final = 120
COMES_BEFORE: Final = 60
WAY_HOME: Final = 60
SLEEP: Final = 7 * 60
#: A turn with this many minutes between 00:00 and 05:00 is a night turn.
NIGHT_TURN: Final = 180
_WEEK: Final = frozenset(range(7))
_AROUND: Final = (-1, 0, 1)


class Turn(NamedTuple):
    """One crew's work that begins on a date, and the meal break inside it; absolute wall minutes."""

    work: Span
    meal: Span | None

    @property
    def is_night(self) -> bool:
        """Whether most of the small hours are worked, so that the crew sleeps in the daytime."""
        midnights = range(self.work.start // DAY, self.work.end // DAY + 1)
        return any(self.work.shared_minutes(Span(day * DAY, day * DAY + DAY_ENDS)) >= NIGHT_TURN for day in midnights)

    @property
    def sleep(self) -> Span | None:
        """When the crew sleeps after a night turn."""
        return Span(self.work.end + WAY_HOME, self.work.end + WAY_HOME + SLEEP) if self.is_night else None


def hours_on(pattern: ShiftPattern, crew: int, day: datetime.date) -> Crew:
    """The hours a crew keeps on a date: every `rotation_days` each crew takes over those of the next one.

    A crew without a start is a turn of rest, so that four crews on two shifts (4조 2교대) have two of them.
    """
    return pattern.crews[crew_kept(pattern, crew, day)]


def crew_kept(pattern: ShiftPattern, crew: int, day: datetime.date) -> int:
    """The number of the crew whose hours a crew keeps on a date."""
    if not pattern.rotation_days or pattern.rotation_from is None:
        return crew
    steps = (day - pattern.rotation_from).days // pattern.rotation_days
    return (crew + steps) % len(pattern.crews)


def is_at_work(
    plan: Plan, site: Site, pattern: ShiftPattern, day: datetime.date, holidays: Collection[datetime.date]
) -> bool:
    """Whether a pattern runs on a date: its weekdays, without shutdowns; only a seven-day pattern runs on holidays."""
    resting = day in holidays and set(pattern.weekdays) != _WEEK
    working = day.weekday() in pattern.weekdays
    for special in plan.special_days.values():
        if not special.first <= day <= special.last or special.organisation not in (None, site.organisation):
            continue
        if special.kind is SpecialDayKind.SHUTDOWN:
            return False
        if special.kind is SpecialDayKind.WORKING_DAY:
            resting, working = False, True
        elif special.kind is SpecialDayKind.HOLIDAY:
            resting = set(pattern.weekdays) != _WEEK
    return working and not resting


def days_at_work(
    plan: Plan,
    site: Site,
    pattern: ShiftPattern,
    days: Collection[datetime.date],
    holidays: Collection[datetime.date] = frozenset(),
) -> tuple[datetime.date, ...]:
    """Those of the dates on which a pattern runs at a site."""
    return tuple(day for day in days if is_at_work(plan, site, pattern, day, holidays))


def turns_on(pattern: ShiftPattern, crew: int, days: Collection[datetime.date]) -> Iterator[Turn]:
    """The turns of a crew that begin on these days at work."""
    for day in days:
        hours = hours_on(pattern, crew, day)
        if hours.starts is None or hours.ends is None:
            continue
        ends = hours.ends if hours.ends > hours.starts else hours.ends + DAY
        meal = None
        if hours.meal_starts is not None and hours.meal_ends is not None:
            # 00:30 of a turn from 19:00 is the next date's.
            later = DAY if hours.meal_starts < hours.starts else 0
            meal = Span(minute_of(day, hours.meal_starts + later), minute_of(day, hours.meal_ends + later))
        yield Turn(Span(minute_of(day, hours.starts), minute_of(day, ends)), meal)


def days_around(span: Span) -> list[datetime.date]:
    """The dates whose turns can touch a span or the hours near it."""
    first = datetime.date.fromordinal(span.start // DAY)
    last = datetime.date.fromordinal(span.end // DAY)
    count = (last - first).days
    return [first + datetime.timedelta(days=number) for number in range(_AROUND[0], count + _AROUND[-1] + 1)]


def sitting(meal: Span, number: int, sittings: int) -> Span:
    """The part of a meal break in which one of several sittings eats."""
    length = meal.end - meal.start
    return Span(meal.start + length * number // sittings, meal.start + length * (number + 1) // sittings)
