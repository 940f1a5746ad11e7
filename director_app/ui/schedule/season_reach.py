"""How often each area is visited in each week, as the filter shows it, and what reaches no known area. No Qt."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from director_app.domain.ids import AreaId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.planner.coverage import FIRM, AreaRow, Cell, area_reached, coverage_of, monday_of
from director_app.ui.schedule.filtering import Filter, Finder, NameTexts

NOWHERE: Final = AreaId("")
"""The row of what reaches no known area."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The weeks of a season by their Mondays, and a row for each area; forgotten ones first."""

    weeks: tuple[datetime.date, ...] = ()
    rows: tuple[AreaRow, ...] = ()


def read_reach(plan: Plan, today: datetime.date, keeps: Callable[[Delivery], bool] | None = None) -> Reach:
    """Who is reached in which week. ``keeps`` says what the cells count; the days since a visit count everything."""
    coverage = coverage_of(plan, today)
    live = (one for one in plan.deliveries.values() if one.status.takes_place)
    rows = coverage.areas
    if keeps is not None:
        counts = _cells(plan, (one for one in live if keeps(one)), coverage.weeks)
        rows = tuple(replace(row, cells=counts[row.id]) for row in rows)
    else:
        counts = _cells(plan, (one for one in live if area_of_row(plan, one) == NOWHERE), coverage.weeks)
    if not rows or any(cell != Cell() for cell in counts[NOWHERE]):
        rows += (AreaRow(NOWHERE, "", "", None, None, None, counts[NOWHERE]),)
    return Reach(coverage.weeks, rows)


def reach_of_filter(plan: Plan, today: datetime.date, chosen: Filter, levels: Mapping[str, str]) -> Reach:
    """The same for what a filter keeps."""
    if chosen.is_empty:
        return read_reach(plan, today)
    return read_reach(plan, today, Finder(plan, chosen, levels, NameTexts()).keeps)


def area_of_row(plan: Plan, one: Delivery) -> AreaId:
    """The row a delivery counts in."""
    area = area_reached(plan, one)
    return area if area is not None and area in plan.areas else NOWHERE


def _cells(plan: Plan, live: Iterable[Delivery], weeks: Sequence[datetime.date]) -> dict[AreaId, tuple[Cell, ...]]:
    index = {week: position for position, week in enumerate(weeks)}
    counts: dict[AreaId, list[list[int]]] = {area: [[0, 0] for _week in weeks] for area in (*plan.areas, NOWHERE)}
    for one in live:
        week = index.get(monday_of(one.date)) if one.date is not None and one.status is not Status.IDEA else None
        if week is not None:
            counts[area_of_row(plan, one)][week][0 if one.status in FIRM else 1] += 1
    return {area: tuple(Cell(firm, loose) for firm, loose in pairs) for area, pairs in counts.items()}
