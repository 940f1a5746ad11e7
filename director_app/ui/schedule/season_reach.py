"""How often each area is visited in each week, as the filter shows it, and what reaches no known area. No Qt."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from director_app.domain.ids import AreaId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.planner.calendar_knowledge import holiday_dates
from director_app.planner.coverage import FIRM, AreaRow, Cell, area_reached, coverage_of, fairness_of, monday_of
from director_app.planner.reach import Coming, reach_of
from director_app.planner.shift_coverage import ShiftRow, shifts_of
from director_app.ui.schedule.filtering import Filter, Finder, NameTexts

NOWHERE: Final = AreaId("")
"""The row of what reaches no known area."""


@dataclass(frozen=True, slots=True)
class CrewRow(AreaRow):
    """One shift of an area: its cells count what it could come to. It stands under its area."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The weeks of a season by their Mondays, and a row for each area; forgotten ones first.

    `foldable` are the areas whose shifts are known; those of an area that is unfolded stand under it.
    """

    weeks: tuple[datetime.date, ...] = ()
    rows: tuple[AreaRow, ...] = ()
    foldable: frozenset[AreaId] = frozenset()

    def evenness(self, row: AreaRow) -> tuple[int, int] | None:
        """How evenly people are reached, of 100, and how with one more confirmed there; None where it is not known."""
        areas = [one for one in self.rows if not isinstance(one, CrewRow)]
        now, then = fairness_of(areas), fairness_of(areas, row.id)
        return None if now is None or then is None or not row.heads else (round(now * 100), round(then * 100))


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
    foldable = frozenset(site.area for site in plan.sites.values() if site.area is not None and site.shifts)
    return Reach(coverage.weeks, rows, foldable.intersection(plan.areas))


def reach_of_filter(
    plan: Plan,
    today: datetime.date,
    chosen: Filter,
    levels: Mapping[str, str],
    unfolded: frozenset[AreaId] = frozenset(),
) -> Reach:
    """The same for what a filter keeps, with the shifts of the areas that are unfolded."""
    keeps = None if chosen.is_empty else Finder(plan, chosen, levels, NameTexts()).keeps
    found = read_reach(plan, today, keeps)
    if not unfolded & found.foldable:
        return found
    holidays = {day for year in {week.year for week in found.weeks} for day in holiday_dates(plan, year)}
    shifts = shifts_of(plan, found.weeks, today, holidays, keeps)
    below = ((row, *_crew_rows(row, shifts.get(row.id, ()) if row.id in unfolded else ())) for row in found.rows)
    return replace(found, rows=tuple(chain.from_iterable(below)))


def _crew_rows(area: AreaRow, shifts: Iterable[ShiftRow]) -> list[CrewRow]:
    return [
        CrewRow(area.id, one.name, one.name, one.heads, one.days_since, one.waiting_days, one.cells) for one in shifts
    ]


def is_for(plan: Plan, one: Delivery, row: AreaRow) -> bool:
    """Whether a delivery counts in a row: it reaches the area and, in the row of a shift, that shift could come."""
    if area_of_row(plan, one) != row.id:
        return False
    if not isinstance(row, CrewRow):
        return True
    reach = reach_of(plan, one, holiday_dates(plan, one.date.year) if one.date is not None else frozenset())
    answers = reach.answers if reach is not None else ()
    return any(answer.crew == row.name and answer.coming is Coming.CAN for answer in answers)


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
