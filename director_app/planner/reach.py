"""Who can come when: the crews near a delivery that can come, those that might, and those that cannot.

An estimate by construction and said as one: people counted as "can come" are free and near, not persuaded.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from director_app.domain.ids import AreaId, OrganisationId, SiteId
from director_app.domain.people import ShiftPattern, Site
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import area_of
from director_app.domain.timeline import DAY, DAY_ENDS, Span, joined
from director_app.planner.availability import without_spans
from director_app.planner.bookings import show_spans
from director_app.planner.shifts import (
    COMES_BEFORE,
    STAYS_AFTER,
    crew_kept,
    days_around,
    days_at_work,
    sitting,
    turns_on,
)

#: A crew comes when it can see at least half of it, and not less than this many minutes (or all, if it is shorter).
LEAST: Final = 20


class Coming(StrEnum):
    """Whether a crew can come."""

    CAN = "can"
    SOME = "some"
    CANNOT = "cannot"


class CrewAnswer(NamedTuple):
    """One crew of one site: how many people (None: unknown), and whether they can come."""

    site: SiteId
    crew: str
    heads: int | None
    coming: Coming


class Reach(NamedTuple):
    """The crews a delivery speaks to. `up_to` are the heads of those that can come: never to be shown as exact."""

    answers: tuple[CrewAnswer, ...]

    @property
    def up_to(self) -> int | None:
        """Heads of the crews that can come; None when none of the head-counts is known."""
        known = [one.heads for one in self.answers if one.coming is Coming.CAN and one.heads is not None]
        return sum(known) if known or not self.cannot_say else None

    @property
    def cannot_say(self) -> bool:
        """Whether nothing is known of any crew."""
        return all(one.heads is None for one in self.answers)


class _Hours(NamedTuple):
    """What a crew does on some dates: at work, asleep or small hours; at the table or free and near."""

    taken: tuple[Span, ...]
    near: tuple[Span, ...]


#: The company and area whose sites are near.
_Around = tuple[OrganisationId | None, AreaId | None]
#: Ordinals of the first and the last date of a span.
_Days = tuple[int, int]
#: A bit for each minute from the midnight before: in which a crew is taken, and in which it is near.
_Minutes = tuple[int, int]


def sites_near(plan: Plan, delivery: Delivery) -> list[Site]:
    """The sites a delivery is for: its company's (in its area, when it has one there), else all sites of its area."""
    area = area_of(plan, delivery)
    if delivery.organisation is not None:
        own = _sites(plan, "organisations", delivery.organisation)
        return [site for site in own if site.area == area] or own
    return _sites(plan, "areas", area) if area is not None else []


def _sites(plan: Plan, kind: str, identity: str) -> list[Site]:
    return [plan.sites[SiteId(name)] for name in sorted(plan.users_of_kind(kind, identity, "sites"))]


def reach_of(plan: Plan, delivery: Delivery, holidays: Collection[datetime.date] = frozenset()) -> Reach | None:
    """Who can come to a delivery; None while its time is undecided or no crews are known.

    Of something that lasts several days the first day speaks.
    """
    spans = show_spans(plan, delivery)
    if not spans:
        return None
    answers = tuple(
        answer for site in sites_near(plan, delivery) for answer in crews_at(plan, site, spans[0], holidays)
    )
    return Reach(answers) if answers else None


class ReachMemo:
    """Answers the same questions about one plan: for whoever compares many dates.

    What a crew does on a date is two numbers with a bit for each minute, so that crews that keep the same hours are
    counted together, whichever sites they belong to.
    """

    def __init__(self, plan: Plan, holidays: Collection[datetime.date] = frozenset()) -> None:
        self._plan = plan
        self._holidays = holidays
        self._heads: dict[tuple[_Around, Span], int] = {}
        self._sites: dict[_Around, list[Site]] = {}
        self._crowds: dict[tuple[_Around, _Days], dict[_Minutes, int]] = {}
        self._at_work: dict[tuple[object, ...], tuple[datetime.date, ...]] = {}
        self._patterns: dict[ShiftPattern, int] = {}
        self._minutes: dict[tuple[object, ...], _Minutes] = {}

    def up_to(self, delivery: Delivery) -> int:
        """Heads of the crews that can come; 0 where nothing is known."""
        spans = show_spans(self._plan, delivery)
        if not spans:
            return 0
        around = delivery.organisation, area_of(self._plan, delivery)
        known = self._heads.get((around, spans[0]))
        if known is None:
            if around not in self._sites:
                self._sites[around] = sites_near(self._plan, delivery)
            known = self._heads[around, spans[0]] = self._counted(around, spans[0])
        return known

    def _counted(self, around: _Around, span: Span) -> int:
        days = span.start // DAY, span.end // DAY
        crowd = self._crowds.get((around, days))
        if crowd is None:
            crowd = self._crowds[around, days] = self._crowd(self._sites[around], days)
        length = span.end - span.start
        asked = ((1 << length) - 1) << (span.start - days[0] * DAY)
        most = length - min(length, max(LEAST, (length + 1) // 2))  # minutes that may be taken
        return sum(
            heads for (taken, near), heads in crowd.items() if near & asked and (taken & asked).bit_count() <= most
        )

    def _crowd(self, sites: list[Site], days: _Days) -> dict[_Minutes, int]:
        """How many people keep which hours on these dates."""
        crowd: Counter[_Minutes] = Counter()
        dates = days_around(Span(days[0] * DAY, days[1] * DAY))
        for site in sites:
            sittings = max(1, site.sittings or 1)
            for pattern in site.shifts:
                at_work = self._days_at_work(site, pattern, dates)
                for number in range(len(pattern.crews)):
                    heads = crew_heads(site, pattern, number) or 0
                    for which in range(sittings if heads else 0):
                        share = heads * (which + 1) // sittings - heads * which // sittings
                        crowd[self._minutes_of(days, pattern, number, at_work, which, sittings)] += share
        return crowd

    def _days_at_work(self, site: Site, pattern: ShiftPattern, dates: list[datetime.date]) -> tuple[datetime.date, ...]:
        key = (site.organisation, pattern.weekdays, dates[0], len(dates))
        known = self._at_work.get(key)
        if known is None:
            known = self._at_work[key] = days_at_work(self._plan, site, pattern, dates, self._holidays)
        return known

    def _minutes_of(
        self,
        days: _Days,
        pattern: ShiftPattern,
        crew: int,
        at_work: tuple[datetime.date, ...],
        which: int,
        sittings: int,
    ) -> _Minutes:
        number = self._patterns.setdefault(pattern, len(self._patterns))
        kept = tuple((day.toordinal() - days[0], crew_kept(pattern, crew, day)) for day in at_work)
        key = (number, kept, days[1] - days[0], which, sittings)  # on other dates it is the same, only later
        known = self._minutes.get(key)
        if known is None:
            hours = _hours_around(days, _hours_of(pattern), crew, at_work, which, sittings)
            window = Span(days[0] * DAY, (days[1] + 1) * DAY)
            known = self._minutes[key] = _bits(hours.taken, window), _bits(hours.near, window)
        return known


def _bits(spans: Iterable[Span], window: Span) -> int:
    """A bit for each minute of the window that one of the spans has."""
    bits = 0
    for span in spans:
        length = span.shared_minutes(window)
        bits |= ((1 << length) - 1) << max(0, span.start - window.start)
    return bits


def crews_at(plan: Plan, site: Site, span: Span, holidays: Collection[datetime.date] = frozenset()) -> list[CrewAnswer]:
    """The answer of each crew of a site; a crew that eats in sittings is divided into them."""
    answers: list[CrewAnswer] = []
    days = days_around(span)
    ordinals = (span.start // DAY, span.end // DAY)
    for pattern in site.shifts:
        at_work = days_at_work(plan, site, pattern, days, holidays)
        hours = _hours_of(pattern)
        for number, crew in enumerate(pattern.crews):
            heads = crew_heads(site, pattern, number)
            sittings = max(1, site.sittings or 1)
            for which in range(sittings):
                share = None if heads is None else heads * (which + 1) // sittings - heads * which // sittings
                coming = _coming(span, _hours_around(ordinals, hours, number, at_work, which, sittings))
                last = answers[-1] if answers else None
                if which and last is not None and last.coming is coming:
                    both = None if last.heads is None or share is None else last.heads + share
                    answers[-1] = last._replace(heads=both)
                else:
                    answers.append(CrewAnswer(site.id, crew.name, share, coming))
    return answers


def crew_heads(site: Site, pattern: ShiftPattern, number: int) -> int | None:
    """The people of one crew: as stated, else an equal share of those of the site that no crew has; None: unknown."""
    stated = pattern.crews[number].heads
    if stated is not None or site.heads is None:
        return stated
    open_crews = [crew for each in site.shifts for crew in each.crews if crew.heads is None]
    rest = site.heads - sum(crew.heads or 0 for each in site.shifts for crew in each.crews)
    return max(0, rest) // len(open_crews)


@lru_cache(maxsize=4096)
def _hours_of(pattern: ShiftPattern) -> ShiftPattern:
    """A pattern without names and heads: many sites keep the same hours."""
    return pattern._replace(name="", crews=tuple(crew._replace(name="", heads=None) for crew in pattern.crews))


@lru_cache(maxsize=1 << 16)
def _hours_around(
    days: tuple[int, int],
    pattern: ShiftPattern,
    crew: int,
    at_work: tuple[datetime.date, ...],
    which: int,
    sittings: int,
) -> _Hours:
    """What a crew does from the first to the last of these dates (ordinals): the same for every span in them."""
    turns = list(turns_on(pattern, crew, at_work))
    meals = [sitting(turn.meal, which, sittings) for turn in turns if turn.meal is not None]
    busy = _cut([turn.work for turn in turns], meals)
    busy += [sleep for turn in turns if (sleep := turn.sleep) is not None]
    small_hours = [Span(day * DAY, day * DAY + DAY_ENDS) for day in range(days[0], days[1] + 1)]
    taken = joined([*busy, *_cut(small_hours, meals)])
    near = [Span(turn.work.end, turn.work.end + STAYS_AFTER) for turn in turns]
    near += [Span(turn.work.start - COMES_BEFORE, turn.work.start) for turn in turns]
    return _Hours(tuple(taken), (*meals, *_cut(near, taken)))


def _coming(span: Span, hours: _Hours) -> Coming:
    """From the minutes of the span in which the crew is free: at the table, near, or far from work."""
    length = span.end - span.start
    free = length - sum(span.shared_minutes(part) for part in hours.taken)
    if free < min(length, max(LEAST, (length + 1) // 2)):
        return Coming.CANNOT
    return Coming.CAN if any(span.shared_minutes(part) for part in hours.near) else Coming.SOME


def _cut(spans: list[Span], holes: list[Span]) -> list[Span]:
    return [part for span in spans for part in without_spans(span, holes)]
