"""What the overview reads from a plan, as one frozen value. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.requests import Note
from director_app.planner.coverage import FIRM, WEEK, AreaRow, coverage_of
from director_app.planner.problems import Level, Problem


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
    follow_ups: tuple[Note, ...]
    without_result: tuple[Delivery, ...]


def read_season(plan: Plan, today: datetime.date, problems: Iterable[Problem]) -> SeasonReading:
    """Read a plan as it looks on this day."""
    live = [one for one in plan.deliveries.values() if one.status.takes_place]
    firm = [one for one in live if one.status in FIRM]
    coverage = coverage_of(plan, today)
    coming = sorted((one for one in live if one.date is not None and today <= one.date < today + WEEK), key=_by_time)
    heads = [_heads(one) for one in firm if one.date is not None and one.date <= today]
    past = [one for one in live if one.date is not None and (one.until or one.date) < today]
    return SeasonReading(
        today=today,
        firm=len(firm),
        planned=len(live),
        areas_reached=sum(1 for row in coverage.areas if row.confirmed),
        companies=len({one.organisation for one in firm if one.organisation}),
        heads=sum(known for known in heads if known) if any(heads) else None,
        undecided=sum(1 for one in live if one.date is None or one.start is None or one.venue is None),
        to_resolve=sum(1 for problem in problems if problem.level is Level.BLOCK),
        weeks=coverage.weeks,
        areas=coverage.areas,
        coming=tuple(coming[:10]),
        coming_later=max(0, len(coming) - 10),
        follow_ups=tuple(_follow_ups(plan, today)),
        without_result=tuple(one for one in past if one.status is not Status.DELIVERED),
    )


def _by_time(delivery: Delivery) -> tuple[datetime.date, int, str]:
    return (delivery.date or datetime.date.max, -1 if delivery.start is None else delivery.start, delivery.number)


def _heads(delivery: Delivery) -> int | None:
    return delivery.counted_heads if delivery.counted_heads is not None else delivery.expected_heads


def _follow_ups(plan: Plan, today: datetime.date) -> list[Note]:
    due = [note for note in plan.notes.values() if note.follow_up is not None and not note.is_done]
    soon = [note for note in due if note.follow_up is not None and note.follow_up <= today + WEEK]
    return sorted(soon, key=lambda note: note.follow_up or datetime.date.max)[:8]
