"""The quiet bands of a row: closed hours, stated times that do not suit, meal breaks of the shifts. No Qt."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from director_app.domain.ids import SiteId, VenueId
from director_app.domain.people import AvailabilityValue, Site
from director_app.domain.plan import Plan
from director_app.domain.published import area_at, wholes_of
from director_app.domain.timeline import DAY, DAY_ENDS, Span, joined, minute_of
from director_app.planner.availability import opening_spans, stated_spans, statements_about, without_spans
from director_app.ui.schedule.day_rows import RowsBy
from director_app.wording import Wording, message

CLOSED: Final = "closed"
IMPOSSIBLE: Final = "impossible"
RATHER_NOT: Final = "rather_not"
BREAK: Final = "break"
_MEALS: Final = (
    (10 * 60, message("breakfast")),
    (15 * 60 + 30, message("lunch break")),
    (21 * 60, message("dinner")),
    (2 * DAY, message("night meal")),
)


class RowBand(NamedTuple):
    """Minutes of a programme day with a meaning; ``opens`` and ``closes`` say what lies at its ends."""

    kind: str
    start: int
    end: int
    label: str = ""
    opens: int | None = None
    closes: int | None = None


def bands_of(wording: Wording, plan: Plan, by: RowsBy, row: str, day: datetime.date) -> list[RowBand]:
    """What the ground of a row says about a programme day."""
    if by == "venues" and row in plan.venues:
        found = _closed(wording, plan, VenueId(row), day)
        return [*_breaks(wording, plan, VenueId(row), day), *found, *_stated(plan, "venues", row, day)]
    if by == "artists" and row in plan.artists:
        return _stated(plan, "artists", row, day)
    return []


def _whole(day: datetime.date) -> Span:
    return Span(minute_of(day, DAY_ENDS), minute_of(day, DAY_ENDS + DAY))


def _clipped(span: Span, day: datetime.date) -> tuple[int, int]:
    midnight, whole = minute_of(day, 0), _whole(day)
    return max(span.start, whole.start) - midnight, min(span.end, whole.end) - midnight


def _closed(wording: Wording, plan: Plan, venue: VenueId, day: datetime.date) -> list[RowBand]:
    venues = [plan.venues[one] for one in wholes_of(plan, venue)]
    today = opening_spans(venues, day)
    if today is None:
        return []
    if not today:
        reasons = [one.reason for place in venues for one in place.closures if one.first <= day <= one.last]
        label = wording.text("closed: {reason}", reason=reasons[0]) if any(reasons) else wording.text("closed today")
        return [RowBand(CLOSED, DAY_ENDS, DAY_ENDS + DAY, label)]
    around = [opening_spans(venues, day + datetime.timedelta(days=off)) or [] for off in (-1, 1)]
    spans = joined([*today, *(span for spans in around for span in spans)])
    found = []
    for span in without_spans(_whole(day), spans):
        start, end = _clipped(span, day)
        opens = end if end < DAY_ENDS + DAY else None
        closes = start if start > DAY_ENDS else None
        found.append(RowBand(CLOSED, start, end, "", opens, closes))
    return found


def _stated(plan: Plan, kind: str, row: str, day: datetime.date) -> list[RowBand]:
    statements = statements_about(plan, kind, row)
    if not statements:
        return []
    found = []
    next_day = day + datetime.timedelta(days=1)
    for value, name in ((AvailabilityValue.RATHER_NOT, RATHER_NOT), (AvailabilityValue.IMPOSSIBLE, IMPOSSIBLE)):
        for one in (day, next_day):
            for span, reason in stated_spans(statements, one, value):
                start, end = _clipped(span, day)
                if end > start:
                    found.append(RowBand(name, start, end, reason))
    return found


def _breaks(wording: Wording, plan: Plan, venue: VenueId, day: datetime.date) -> list[RowBand]:
    """The meal breaks of the crews of the company that hosts a place; equal ones are said once."""
    host = next((plan.venues[one].host for one in wholes_of(plan, venue) if plan.venues[one].host), None)
    if host is None:
        return []
    sites = [plan.sites[SiteId(one)] for one in sorted(plan.users_of_kind("organisations", host, "sites"))]
    area = area_at(plan, venue)
    near = [site for site in sites if site.area == area] or sites
    meals = _meals(near, day)
    names: dict[str, set[tuple[int, int]]] = {}
    for span in meals:
        names.setdefault(_meal(span[0]), set()).add(span)
    found = []
    for (start, end), crews in sorted(meals.items()):
        meal = wording.text(_meal(start))
        differs = len(names[_meal(start)]) > 1 and bool(crews[0])
        label = wording.text("{crew}: {meal}", crew=crews[0], meal=meal) if differs else meal
        found.append(RowBand(BREAK, start, end, label))
    return found


def _meals(sites: list[Site], day: datetime.date) -> dict[tuple[int, int], list[str]]:
    meals: dict[tuple[int, int], list[str]] = {}
    for site in sites:
        for pattern in site.shifts:
            if day.weekday() not in pattern.weekdays:
                continue
            for crew in pattern.crews:
                start, end = crew.meal_starts, crew.meal_ends
                if start is None or end is None or end <= start:
                    continue
                night = DAY if start < DAY_ENDS else 0
                meals.setdefault((start + night, end + night), []).append(crew.name)
    return meals


def _meal(start: int) -> str:
    return next(name for until, name in _MEALS if start < until)
