"""Who can come when: the crews near a delivery that can come, those that might, and those that cannot.

An estimate by construction and said as one: people counted as "can come" are free and near, not persuaded.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from director_app.domain.ids import SiteId
from director_app.domain.people import ShiftPattern, Site
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import area_of
from director_app.domain.timeline import DAY, DAY_ENDS, Span, joined
from director_app.planner.availability import without_spans
from director_app.planner.bookings import show_spans
from director_app.planner.shifts import COMES_BEFORE, STAYS_AFTER, days_around, days_at_work, sitting, turns_on

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
    """Answers the same questions about one plan, each site and time once: for whoever compares many dates."""

    def __init__(self, plan: Plan, holidays: Collection[datetime.date] = frozenset()) -> None:
        self._plan = plan
        self._holidays = holidays
        self._heads: dict[tuple[SiteId, Span], int] = {}

    def up_to(self, delivery: Delivery) -> int:
        """Heads of the crews that can come; 0 where nothing is known."""
        spans = show_spans(self._plan, delivery)
        return sum(self._at(site, spans[0]) for site in sites_near(self._plan, delivery)) if spans else 0

    def _at(self, site: Site, span: Span) -> int:
        known = self._heads.get((site.id, span))
        if known is None:
            answers = crews_at(self._plan, site, span, self._holidays)
            known = sum(one.heads or 0 for one in answers if one.coming is Coming.CAN)
            self._heads[site.id, span] = known
        return known


def crews_at(plan: Plan, site: Site, span: Span, holidays: Collection[datetime.date] = frozenset()) -> list[CrewAnswer]:
    """The answer of each crew of a site; a crew that eats in sittings is divided into them."""
    answers: list[CrewAnswer] = []
    days = days_around(span)
    ordinals = (span.start // DAY, span.end // DAY)
    for pattern in site.shifts:
        at_work = days_at_work(plan, site, pattern, days, holidays)
        hours = _hours_of(pattern)
        for number, crew in enumerate(pattern.crews):
            heads = _heads(site, pattern, number)
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


def _heads(site: Site, pattern: ShiftPattern, number: int) -> int | None:
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
