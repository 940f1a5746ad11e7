"""What the overview reads from a plan, as one frozen value. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from director_app.domain.ids import AreaId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import area_of
from director_app.domain.requests import Note
from director_app.planner.problems import Level, Problem

WEEK = datetime.timedelta(days=7)
FORGOTTEN_AFTER_DAYS = 28
"""An area without a visit for longer is forgotten."""
_FIRM = (Status.CONFIRMED, Status.DELIVERED)


@dataclass(frozen=True, slots=True)
class Cell:
    """One area in one week: how many confirmed, how many pencilled."""

    confirmed: int = 0
    pencilled: int = 0


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One area: its people, days since the last visit, and its weeks."""

    id: AreaId
    name: str
    name_en: str
    heads: int | None
    days_since: int | None
    cells: tuple[Cell, ...]

    @property
    def is_forgotten(self) -> bool:
        """Whether nobody came for too long."""
        return self.days_since is not None and self.days_since > FORGOTTEN_AFTER_DAYS

    @property
    def confirmed(self) -> int:
        """All confirmed visits of the season."""
        return sum(cell.confirmed for cell in self.cells)


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
    firm = [one for one in live if one.status in _FIRM]
    weeks = _weeks(plan, live)
    areas = _areas(plan, live, weeks, today)
    coming = sorted((one for one in live if one.date is not None and today <= one.date < today + WEEK), key=_by_time)
    heads = [_heads(one) for one in firm if one.date is not None and one.date <= today]
    past = [one for one in live if one.date is not None and (one.until or one.date) < today]
    return SeasonReading(
        today=today,
        firm=len(firm),
        planned=len(live),
        areas_reached=sum(1 for row in areas if row.confirmed),
        companies=len({one.organisation for one in firm if one.organisation}),
        heads=sum(known for known in heads if known) if any(heads) else None,
        undecided=sum(1 for one in live if one.date is None or one.start is None or one.venue is None),
        to_resolve=sum(1 for problem in problems if problem.level is Level.BLOCK),
        weeks=weeks,
        areas=areas,
        coming=tuple(coming[:10]),
        coming_later=max(0, len(coming) - 10),
        follow_ups=tuple(_follow_ups(plan, today)),
        without_result=tuple(one for one in past if one.status is not Status.DELIVERED),
    )


def _by_time(delivery: Delivery) -> tuple[datetime.date, int, str]:
    return (delivery.date or datetime.date.max, -1 if delivery.start is None else delivery.start, delivery.number)


def _heads(delivery: Delivery) -> int | None:
    return delivery.counted_heads if delivery.counted_heads is not None else delivery.expected_heads


def _weeks(plan: Plan, live: list[Delivery]) -> tuple[datetime.date, ...]:
    days = [one.date for one in live if one.date is not None]
    first = plan.season.first_day or min(days, default=None)
    last = plan.season.last_day or max(days, default=None)
    if first is None or last is None or last < first:
        return ()
    week = first - datetime.timedelta(days=first.weekday())
    weeks: list[datetime.date] = []
    while week <= last and len(weeks) < 60:
        weeks.append(week)
        week += WEEK
    return tuple(weeks)


def area_reached(plan: Plan, delivery: Delivery) -> AreaId | None:
    """The area a delivery reaches: its own, its place's, or its company's first site's."""
    if (known := area_of(plan, delivery)) is not None:
        return known
    if delivery.organisation:
        for kind, identity in plan.users("organisations", delivery.organisation):
            site = plan.sites.get(identity) if kind == "sites" else None  # type: ignore[call-overload]  # ids are texts
            if site is not None and site.area:
                area: AreaId = site.area
                return area
    return None


def _areas(
    plan: Plan, live: list[Delivery], weeks: tuple[datetime.date, ...], today: datetime.date
) -> tuple[AreaRow, ...]:
    index = {week: position for position, week in enumerate(weeks)}
    cells: dict[AreaId, list[list[int]]] = {area: [[0, 0] for _week in weeks] for area in plan.areas}
    last_visit: dict[AreaId, datetime.date] = {}
    for one in live:
        area = area_reached(plan, one)
        if area is None or area not in cells or one.date is None:
            continue
        week = index.get(one.date - datetime.timedelta(days=one.date.weekday()))
        if week is not None and one.status is not Status.IDEA:
            cells[area][week][0 if one.status in _FIRM else 1] += 1
        if one.status in _FIRM and one.date <= today:
            last_visit[area] = max(last_visit.get(area, one.date), one.date)
    rows = [
        AreaRow(
            area.id,
            area.name,
            area.name_en or area.name,
            _area_heads(plan, area.id),
            (today - last_visit[area.id]).days if area.id in last_visit else None,
            tuple(Cell(firm, loose) for firm, loose in cells[area.id]),
        )
        for area in sorted(plan.areas.values(), key=lambda area: (area.position, area.name))
    ]
    return tuple(sorted(rows, key=lambda row: not row.is_forgotten))


def _area_heads(plan: Plan, area: AreaId) -> int | None:
    stated = plan.areas[area].stated_heads
    if stated is not None:
        return stated
    known = [site.heads for site in plan.sites.values() if site.area == area and site.heads is not None]
    return sum(known) if known else None


def _follow_ups(plan: Plan, today: datetime.date) -> list[Note]:
    due = [note for note in plan.notes.values() if note.follow_up is not None and not note.is_done]
    soon = [note for note in due if note.follow_up is not None and note.follow_up <= today + WEEK]
    return sorted(soon, key=lambda note: note.follow_up or datetime.date.max)[:8]
