"""What the overview reads from a plan, as one frozen value. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.planner.coverage import FIRM, WEEK, AreaRow, coverage_of
from director_app.planner.problems import Level, Problem
from director_app.ui.overview.tasks import Task, missing_results, tasks_of
from director_app.ui.schedule.filtering import is_undecided


@dataclass(frozen=True, slots=True)
class SeasonReading:
    """Everything the overview shows."""

    today: datetime.date
    firm: int
    planned: int
    areas_reached: int
    companies: int
    heads: int | None
    undecided: int
    to_resolve: int
    weeks: tuple[datetime.date, ...]
    areas: tuple[AreaRow, ...]
    coming: tuple[Delivery, ...]
    coming_later: int
    tasks: tuple[Task, ...]
    #: How many dates are over of which nobody said that they took place.
    without_result: int


def read_season(plan: Plan, today: datetime.date, problems: Iterable[Problem]) -> SeasonReading:
    """Read a plan as it looks on this day."""
    found = tuple(problems)
    live = [one for one in plan.deliveries.values() if one.status.takes_place]
    firm = [one for one in live if one.status in FIRM]
    coverage = coverage_of(plan, today)
    coming = sorted((one for one in live if one.date is not None and today <= one.date < today + WEEK), key=_by_time)
    heads = [_heads(one) for one in firm if one.date is not None and one.date <= today]
    return SeasonReading(
        today=today,
        firm=len(firm),
        planned=len(live),
        areas_reached=sum(1 for row in coverage.areas if row.confirmed),
        companies=len({one.organisation for one in firm if one.organisation}),
        heads=sum(known for known in heads if known) if any(heads) else None,
        undecided=sum(1 for one in live if is_undecided(one)),
        to_resolve=sum(1 for problem in found if problem.level is Level.BLOCK),
        weeks=coverage.weeks,
        areas=coverage.areas,
        coming=tuple(coming[:10]),
        coming_later=max(0, len(coming) - 10),
        tasks=tasks_of(plan, today, found),
        without_result=len(missing_results(plan, today)),
    )


def _by_time(delivery: Delivery) -> tuple[datetime.date, int, str]:
    return (delivery.date or datetime.date.max, -1 if delivery.start is None else delivery.start, delivery.number)


def _heads(delivery: Delivery) -> int | None:
    return delivery.counted_heads if delivery.counted_heads is not None else delivery.expected_heads
