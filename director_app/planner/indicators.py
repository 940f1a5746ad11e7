"""The indicators of a season, from what was counted: dates held, people by group, companies, satisfaction, weather.

What a body published for the whole season, an event or an initiative stands beside what was counted date by date;
neither is added to the other.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from director_app.domain.facts import FallbackKind
from director_app.domain.ids import EventId, OrganisationId
from director_app.domain.outcomes import AudienceGroup, Outcome, PointsBy, Survey
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import lineup_of


class Counted(NamedTuple):
    """What was counted of some dates."""

    planned: int
    held: int
    heads: int
    #: Dates held of which nobody was counted yet.
    uncounted: int
    companies: int
    cancelled: int
    postponed: int
    moved_indoors: int


class MonthCount(NamedTuple):
    """Dates held and people counted in a month, "2025-10"."""

    month: str
    held: int
    heads: int


class Season(NamedTuple):
    """The indicators of the whole season."""

    counted: Counted
    #: What was published of the whole season, None when nothing was.
    stated: Outcome | None
    groups: tuple[tuple[AudienceGroup, int], ...]
    survey: Survey | None
    local_acts: int
    acts: int

    @property
    def heads(self) -> int:
        """The stated number of people, else what was counted."""
        return self.stated.heads if self.stated and self.stated.heads is not None else self.counted.heads

    @property
    def held(self) -> int:
        """The stated number of dates held, else what was counted."""
        return self.stated.held if self.stated and self.stated.held is not None else self.counted.held

    @property
    def companies(self) -> int:
        """The stated number of companies, else what was counted."""
        stated = self.stated.companies if self.stated else None
        return self.counted.companies if stated is None else stated


def heads_of(delivery: Delivery) -> int:
    """The people counted at a date; 0 while nobody was."""
    return delivery.counted_heads or 0


def points(survey: Survey) -> float | None:
    """Points of a hundred by the formula the survey names; where only points were published, these."""
    if survey.mean is None:
        return survey.points
    if survey.points_by is PointsBy.TIMES_TWENTY:
        return survey.mean * 20
    return (survey.mean - 1) / 4 * 100


def all_surveys(surveys: Iterable[Survey]) -> Survey | None:
    """Several surveys as one: the mean of all answers; None without a survey that has answers and a mean."""
    told = [one for one in surveys if one.answers and one.mean is not None]
    if not told:
        return None
    answers = sum(one.answers or 0 for one in told)
    mean = sum((one.answers or 0) * (one.mean or 0.0) for one in told) / answers
    return Survey(answers, mean, None, told[0].points_by)


def counted(plan: Plan, deliveries: Iterable[Delivery]) -> Counted:
    """What was counted of these dates; an event's own count stands for its dates where these have less."""
    dates = [one for one in deliveries if one.status is not Status.IDEA]
    held = [one for one in dates if one.status is Status.DELIVERED]
    heads = sum(map(heads_of, held)) + sum(more for _event, more in beyond_dates(plan, held))
    uncounted = sum(one.counted_heads is None and not _is_in_counted_event(plan, one) for one in held)
    companies: set[OrganisationId] = {one.organisation for one in held if one.organisation is not None}
    return Counted(
        len(dates), len(held), heads, uncounted, len(companies),
        sum(one.status is Status.CANCELLED for one in dates), sum(one.status is Status.POSTPONED for one in dates),
        sum(_went_indoors(one) for one in held),
    )  # fmt: skip


def of_season(plan: Plan) -> Season:
    """The indicators of everything."""
    dates = tuple(plan.deliveries.values())
    outcomes = sorted(plan.outcomes.values(), key=lambda one: (one.on or datetime.date.min, one.id))
    stated = next((one for one in reversed(outcomes) if is_of_season(one)), None)
    acts = {act.artist for one in dates if one.status is Status.DELIVERED for act in lineup_of(plan, one)}
    known = [plan.artists[one] for one in acts if one in plan.artists]
    return Season(
        counted(plan, dates), stated, groups_of(outcomes),
        stated.survey if stated and points(stated.survey) is not None else all_surveys(one.survey for one in outcomes),
        sum(one.is_local is True for one in known), len(known),
    )  # fmt: skip


def is_of_season(outcome: Outcome) -> bool:
    """Whether an outcome speaks of the whole season."""
    return not any((outcome.delivery, outcome.event, outcome.programme, outcome.initiative))


def groups_of(outcomes: Iterable[Outcome]) -> tuple[tuple[AudienceGroup, int], ...]:
    """People by group as far as they were counted; a share of a counted whole is reckoned to the nearest head."""
    found: dict[AudienceGroup, int] = {}
    for outcome in outcomes:
        for share in outcome.groups:
            heads = share.heads
            if heads is None and share.percent is not None and outcome.heads is not None:
                heads = round(outcome.heads * share.percent / 100)
            if heads is not None:
                found[share.group] = found.get(share.group, 0) + heads
    return tuple((group, found[group]) for group in AudienceGroup if group in found)


def by_month(plan: Plan) -> tuple[MonthCount, ...]:
    """Dates held and people counted by month, in order; an event's own count is told in the month it began."""
    held = sorted((one for one in plan.deliveries.values() if one.status is Status.DELIVERED and one.date), key=_day)
    months = dict.fromkeys(f"{_day(one):%Y-%m}" for one in held)
    dates = {month: [one for one in held if f"{_day(one):%Y-%m}" == month] for month in months}
    more = dict.fromkeys(months, 0)
    for event, heads in beyond_dates(plan, held):
        first = next(one for one in held if one.event == event)
        more[f"{_day(first):%Y-%m}"] += heads
    return tuple(
        MonthCount(month, len(dates[month]), sum(map(heads_of, dates[month])) + more[month]) for month in months
    )


def beyond_dates(plan: Plan, deliveries: Iterable[Delivery]) -> tuple[tuple[EventId, int], ...]:
    """Of each event with a count of its own, the people in it who were counted at none of these dates."""
    of_events: dict[EventId, int] = {}
    for one in deliveries:
        if one.event is not None and one.status is Status.DELIVERED:
            of_events[one.event] = of_events.get(one.event, 0) + heads_of(one)
    found = []
    for name, summed in of_events.items():
        event = plan.events.get(name)
        more = (event.counted_heads or 0) - summed if event is not None else 0
        if more > 0:
            found.append((name, more))
    return tuple(found)


def _day(delivery: Delivery) -> datetime.date:
    return delivery.date or datetime.date.max


def _is_in_counted_event(plan: Plan, delivery: Delivery) -> bool:
    event = plan.events.get(delivery.event) if delivery.event is not None else None
    return event is not None and event.counted_heads is not None


def _went_indoors(delivery: Delivery) -> bool:
    plan_b = delivery.fallback
    is_there = plan_b is not None and plan_b.kind is FallbackKind.INDOORS and plan_b.venue is not None
    return is_there and plan_b is not None and plan_b.venue == delivery.venue
