"""The third axis of coverage: of each area, which crews could come to what takes place there, week by week.

An estimate as in `planner.reach`: a crew "can come" when it is free and near, not because somebody asked it.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from director_app.domain.ids import AreaId, SiteId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.planner.coverage import FIRM, FORGOTTEN_AFTER_DAYS, Cell, area_reached, monday_of
from director_app.planner.reach import Coming, crew_heads, reach_of


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """One crew name of an area: its people (None: unknown), and the dates of each week it could come to.

    `days_since` counts from the last confirmed date it could come to, None where there was none so far;
    `waiting_days` from then, or from the first day of the season.
    """

    name: str
    heads: int | None
    days_since: int | None
    waiting_days: int | None
    cells: tuple[Cell, ...]

    @property
    def is_forgotten(self) -> bool:
        """Whether nothing was at a time this crew could come for too long."""
        return self.waiting_days is not None and self.waiting_days > FORGOTTEN_AFTER_DAYS

    @property
    def confirmed(self) -> int:
        """The confirmed dates of the season it could come to."""
        return sum(cell.confirmed for cell in self.cells)


def shifts_of(
    plan: Plan,
    weeks: Sequence[datetime.date],
    today: datetime.date,
    holidays: Collection[datetime.date] = frozenset(),
    keeps: Callable[[Delivery], bool] | None = None,
) -> dict[AreaId, tuple[ShiftRow, ...]]:
    """The crews of every area that has any, the largest first; `weeks` are Mondays.

    `keeps` says which deliveries the cells count; the days since count everything.
    """
    heads = {area: _crews_in(plan, area) for area in plan.areas}
    index = {week: position for position, week in enumerate(weeks)}
    counts: defaultdict[tuple[AreaId, str], list[list[int]]] = defaultdict(lambda: [[0, 0] for _week in weeks])
    last: dict[tuple[AreaId, str], datetime.date] = {}
    for one in plan.deliveries.values():
        area = area_reached(plan, one) if _counts(one) else None
        if area is None or one.date is None or not heads.get(area):
            continue
        reach = reach_of(plan, one, holidays)
        crews = {answer.crew for answer in reach.answers if answer.coming is Coming.CAN} if reach is not None else set()
        is_firm = one.status in FIRM
        week = index.get(monday_of(one.date)) if keeps is None or keeps(one) else None
        for crew in crews & heads[area].keys():
            if week is not None:
                counts[area, crew][week][0 if is_firm else 1] += 1
            if is_firm and one.date <= today:
                last[area, crew] = max(last.get((area, crew), one.date), one.date)
    begins = plan.season.first_day
    waited = (today - begins).days if begins is not None and begins <= today else None
    found = {}
    for area, crews_here in heads.items():
        rows = []
        for crew, known in sorted(crews_here.items(), key=lambda each: (-(each[1] or 0), each[0])):
            since = (today - last[area, crew]).days if (area, crew) in last else None
            cells = tuple(Cell(firm, loose) for firm, loose in counts[area, crew])
            rows.append(ShiftRow(crew, known, since, waited if since is None else since, cells))
        if rows:
            found[area] = tuple(rows)
    return found


def _counts(one: Delivery) -> bool:
    return one.status.takes_place and one.status is not Status.IDEA


def _crews_in(plan: Plan, area: AreaId) -> dict[str, int | None]:
    """The crews of the sites of an area by name, with the people of all of that name."""
    found: dict[str, int | None] = {}
    for name in plan.users_of_kind("areas", area, "sites"):
        site = plan.sites[SiteId(name)]
        for pattern in site.shifts:
            for number, crew in enumerate(pattern.crews):
                known, before = crew_heads(site, pattern, number), found.get(crew.name)
                found[crew.name] = before if known is None else known + (before or 0)
    return found
