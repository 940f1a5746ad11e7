"""Which areas a season reaches, week by week and crew by crew, and which it has forgotten."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from director_app.domain.ids import AreaId, DeliveryId, SiteId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import area_of
from director_app.planner.reach import Coming, reach_of

WEEK: Final = datetime.timedelta(days=7)
#: An area without a visit for longer is forgotten.
FORGOTTEN_AFTER_DAYS: Final = 28
#: Deliveries that count as a visit.
FIRM: Final = (Status.CONFIRMED, Status.DELIVERED)
_MOST_WEEKS: Final = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """One area in one week: how many confirmed, how many pencilled."""

    confirmed: int = 0
    pencilled: int = 0


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One area: its people, days since the last visit (None: never visited), and its weeks.

    `waiting_days` counts from the last visit, or from the first day of the season where there was none.
    """

    id: AreaId
    name: str
    name_en: str
    heads: int | None
    days_since: int | None
    waiting_days: int | None
    cells: tuple[Cell, ...]

    @property
    def is_forgotten(self) -> bool:
        """Whether nobody came for too long."""
        return self.waiting_days is not None and self.waiting_days > FORGOTTEN_AFTER_DAYS

    @property
    def confirmed(self) -> int:
        """All confirmed visits of the season."""
        return sum(cell.confirmed for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The season's areas and weeks (each by its Monday), those forgotten first."""

    today: datetime.date
    weeks: tuple[datetime.date, ...]
    areas: tuple[AreaRow, ...]

    @property
    def fairness(self) -> float | None:
        """Jain's index of confirmed visits per head: 1 when every head was visited alike, 1/n when one area had all.

        None while no area's head-count is known or nothing is confirmed. Jain, Chiu, Hawe: DEC-TR-301 (1984).
        """
        return fairness_of(self.areas)


def fairness_of(rows: Iterable[AreaRow], one_more: AreaId | None = None) -> float | None:
    """Jain's index of confirmed visits per head, as if one more were confirmed in an area; None when unknown."""
    rates = [(row.confirmed + (row.id == one_more)) / row.heads for row in rows if row.heads]
    squares = sum(rate * rate for rate in rates)
    return sum(rates) ** 2 / (len(rates) * squares) if squares else None


@dataclass(frozen=True, slots=True)
class CrewReach:
    """Heads that could come in one area and week, by the name of their crew: estimates, summed over deliveries."""

    by_crew: Mapping[str, int] = field(default_factory=dict)

    @property
    def heads(self) -> int:
        """All crews together."""
        return sum(self.by_crew.values())


def coverage_of(plan: Plan, today: datetime.date) -> Coverage:
    """Areas and weeks of a plan as they look on this day."""
    live = [one for one in plan.deliveries.values() if one.status.takes_place]
    weeks = weeks_of(plan, live)
    return Coverage(today, weeks, _rows(plan, live, weeks, today))


def with_one_more(plan: Plan, today: datetime.date, delivery: Delivery) -> Coverage:
    """What the coverage would be if this delivery were confirmed as well."""
    more = plan.deliveries.set(delivery.id, delivery._replace(status=Status.CONFIRMED))
    live = [one for one in more.values() if one.status.takes_place]
    weeks = weeks_of(plan, live)
    return Coverage(today, weeks, _rows(plan, live, weeks, today))


def reached_crews(
    plan: Plan, weeks: Sequence[datetime.date], holidays: Collection[datetime.date] = frozenset()
) -> dict[AreaId, tuple[CrewReach, ...]]:
    """For each area and week, the crews that could come to what is confirmed there."""
    index = {week: position for position, week in enumerate(weeks)}
    sums: dict[AreaId, list[defaultdict[str, int]]] = {
        area: [defaultdict(int) for _week in weeks] for area in plan.areas
    }
    for one in plan.deliveries.values():
        if one.status not in FIRM or one.date is None or (week := index.get(monday_of(one.date))) is None:
            continue
        area = area_reached(plan, one)
        reach = reach_of(plan, one, holidays) if area in sums else None
        if area is None or reach is None:
            continue
        for answer in reach.answers:
            if answer.coming is Coming.CAN and answer.heads:
                sums[area][week][answer.crew] += answer.heads
    return {area: tuple(CrewReach(dict(week)) for week in row) for area, row in sums.items()}


def crews_reached(plan: Plan, area: AreaId, week: datetime.date) -> CrewReach:
    """The crews that could come to what is confirmed in one area and week (its Monday): a look at seven days only."""
    days = (week + number * (WEEK / 7) for number in range(7))
    sums: defaultdict[str, int] = defaultdict(int)
    for one in (plan.deliveries[DeliveryId(name)] for day in days for name in plan.on_day(day)):
        reach = reach_of(plan, one) if one.status in FIRM and area_reached(plan, one) == area else None
        for answer in reach.answers if reach is not None else ():
            if answer.coming is Coming.CAN and answer.heads:
                sums[answer.crew] += answer.heads
    return CrewReach(dict(sums))


def monday_of(day: datetime.date) -> datetime.date:
    """The first day of the week of a date."""
    return day - datetime.timedelta(days=day.weekday())


def weeks_of(plan: Plan, live: Iterable[Delivery]) -> tuple[datetime.date, ...]:
    """The Mondays of the season, or of what is dated while the season has no dates; 60 at most."""
    days = [one.date for one in live if one.date is not None]
    first = plan.season.first_day or min(days, default=None)
    last = plan.season.last_day or max(days, default=None)
    if first is None or last is None or last < first:
        return ()
    count = min(_MOST_WEEKS, (monday_of(last) - monday_of(first)).days // 7 + 1)
    return tuple(monday_of(first) + number * WEEK for number in range(count))


def area_reached(plan: Plan, delivery: Delivery) -> AreaId | None:
    """The area a delivery reaches: its own, its place's, or its company's first site's."""
    if (known := area_of(plan, delivery)) is not None:
        return known
    if delivery.organisation:
        for name in sorted(plan.users_of_kind("organisations", delivery.organisation, "sites")):
            if (area := plan.sites[SiteId(name)].area) is not None:
                return area
    return None


def heads_of(plan: Plan, area: AreaId) -> int | None:
    """The people of an area: as stated, else the sum of its sites; None when neither is known."""
    stated = plan.areas[area].stated_heads
    if stated is not None:
        return stated
    known = [
        heads
        for name in plan.users_of_kind("areas", area, "sites")
        if (heads := plan.sites[SiteId(name)].heads) is not None
    ]
    return sum(known) if known else None


def _rows(
    plan: Plan, live: list[Delivery], weeks: tuple[datetime.date, ...], today: datetime.date
) -> tuple[AreaRow, ...]:
    index = {week: position for position, week in enumerate(weeks)}
    cells: dict[AreaId, list[list[int]]] = {area: [[0, 0] for _week in weeks] for area in plan.areas}
    last_visit: dict[AreaId, datetime.date] = {}
    for one in live:
        area = area_reached(plan, one)
        if area is None or area not in cells or one.date is None:
            continue
        week = index.get(monday_of(one.date))
        if week is not None and one.status is not Status.IDEA:
            cells[area][week][0 if one.status in FIRM else 1] += 1
        if one.status in FIRM and one.date <= today:
            last_visit[area] = max(last_visit.get(area, one.date), one.date)
    begins = plan.season.first_day
    since_beginning = (today - begins).days if begins is not None and begins <= today else None
    rows = [
        AreaRow(
            area.id,
            area.name,
            area.name_en or area.name,
            heads_of(plan, area.id),
            (today - last_visit[area.id]).days if area.id in last_visit else None,
            (today - last_visit[area.id]).days if area.id in last_visit else since_beginning,
            tuple(Cell(firm, loose) for firm, loose in cells[area.id]),
        )
        for area in sorted(plan.areas.values(), key=lambda area: (area.position, area.name))
    ]
    return tuple(sorted(rows, key=lambda row: not row.is_forgotten))
