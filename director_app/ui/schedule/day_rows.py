"""Which rows a day has and what stands in them: places by area, artists, or initiatives. No Qt."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from director_app.domain.facts import Setting
from director_app.domain.ids import AreaId, ArtistId, EventId, InitiativeId, VenueId
from director_app.domain.local_texts import said
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import area_at, area_of, initiative_of, lineup_of
from director_app.domain.timeline import DAY, DAY_ENDS
from director_app.planner.bookings import setup_and_strike
from director_app.planner.coverage import heads_of
from director_app.ui.schedule import zones
from director_app.ui.schedule.geometry_day import DayEntry, Group
from director_app.ui.schedule.geometry_week import TimedEntry, column_day
from director_app.ui.schedule.items import EVENT, Items
from director_app.wording import Wording

RowsBy = Literal["venues", "artists", "initiatives", "zones"]
ROWS_BY: Final[tuple[RowsBy, ...]] = ("venues", "artists", "initiatives", "zones")
UNDECIDED: Final = ""
"""The row of what has no place (artist, initiative) yet."""
LONGEST_LOOK_BACK: Final = 60
_FIRM: Final = (Status.CONFIRMED, Status.DELIVERED)


class RowFacts(NamedTuple):
    """What is written at the left of a row. ``icon`` names a drawing before the second line."""

    title: str
    second: str = ""
    icon: str = ""
    undecided: str = ""
    """The last word of the second line, when it is an undecided value."""


@dataclass(frozen=True, slots=True)
class DayContent:
    """What one or several days have to show."""

    groups: tuple[Group, ...]
    entries: tuple[DayEntry, ...]
    untimed: Mapping[datetime.date, tuple[str, ...]]
    waiting: Mapping[str, int]
    """How many untimed items each row has."""
    left_out: int = 0
    """How many rows are not shown because nothing stands in them."""


def read_days(items: Items, days: Sequence[datetime.date], by: RowsBy, *, shows_all: bool = False) -> DayContent:
    """Read days from a plan as its filter shows it."""
    entries: list[DayEntry] = []
    untimed: dict[datetime.date, list[str]] = {}
    waiting: dict[str, int] = {}
    plan = items.plan
    for timed in items.timed_entries(days[0], days[-1]):
        one = items.delivery(timed.key)
        if one is None:
            _note_event(timed, days, untimed)
            continue
        rows = rows_of(plan, one, by)
        if not rows:
            continue
        if timed.last > timed.first:
            entries += [_lasting(timed.key, row, day, one) for row in rows for day in days if _is_open(one, day)]
        elif timed.start is None:
            if timed.first in days:
                untimed.setdefault(timed.first, []).append(timed.key)
                waiting.update((row, waiting.get(row, 0) + 1) for row in rows)
        elif column_day(timed) in days:
            entries += [_timed(plan, timed, row, one) for row in rows]
    used = {entry.row for entry in entries} | set(waiting)
    groups, left_out = _groups(plan, by, used, shows_all=shows_all)
    kept = {day: tuple(keys) for day, keys in untimed.items()}
    return DayContent(groups, tuple(entries), kept, waiting, left_out)


def _note_event(timed: TimedEntry, days: Sequence[datetime.date], untimed: dict[datetime.date, list[str]]) -> None:
    if timed.key.startswith(EVENT):
        for day in days:
            if timed.first <= day <= timed.last:
                untimed.setdefault(day, []).append(timed.key)
                return


def rows_of(plan: Plan, one: Delivery, by: RowsBy) -> list[str]:
    """The rows a delivery stands in; none where it has no place in this view."""
    if by == "venues":
        return [one.venue if one.venue in plan.venues else UNDECIDED] if one.venue else [UNDECIDED]
    if by == "initiatives":
        return [initiative_of(plan, one) or UNDECIDED]
    if by == "zones":
        return zones.rows_of(plan, one)
    acts = [act.artist for act in lineup_of(plan, one) if act.artist in plan.artists]
    return list(dict.fromkeys(acts)) or [UNDECIDED]


def _timed(plan: Plan, timed: TimedEntry, row: str, one: Delivery) -> DayEntry:
    night = DAY if timed.start is not None and timed.start < DAY_ENDS else 0
    start = None if timed.start is None else timed.start + night
    end = None if timed.end is None else timed.end + night
    setup, strike = setup_and_strike(plan, one) if one.status.takes_place else (0, 0)
    return DayEntry(timed.key, row, column_day(timed), start, end, setup, strike)


def _is_open(one: Delivery, day: datetime.date) -> bool:
    if one.date is None or one.until is None or not one.date <= day <= one.until:
        return False
    special = next((hours for hours in one.exceptions if hours.date == day), None)
    if special is not None:
        return special.opens is not None
    return not one.hours or any(hours.weekday == day.weekday() for hours in one.hours)


def _lasting(key: str, row: str, day: datetime.date, one: Delivery) -> DayEntry:
    """An exhibition on one of its days, in the hours of that day."""
    special = next((hours for hours in one.exceptions if hours.date == day), None)
    weekly = next((hours for hours in one.hours if hours.weekday == day.weekday()), None)
    hours = special or weekly
    start, end = (hours.opens, hours.closes) if hours is not None else (one.start, one.end)
    return DayEntry(key, row, day, start, end, is_thin=True)


# -- rows in their order -----------------------------------------------------------------------------------------


def _groups(plan: Plan, by: RowsBy, used: set[str], *, shows_all: bool) -> tuple[tuple[Group, ...], int]:
    if by == "venues":
        return _by_area(plan, used, shows_all=shows_all)
    if by == "zones":
        return zones.groups(plan, used), 0
    if by == "artists":
        named = sorted(plan.artists.values(), key=lambda one: one.sort_name or one.name)
        known: list[str] = [one.id for one in named]
    else:
        ordered = sorted(plan.initiatives.values(), key=lambda one: (one.position, one.name))
        known = [one.id for one in ordered]
    rows = [key for key in known if shows_all or key in used]
    rows += [UNDECIDED] if UNDECIDED in used or not rows else []
    return (Group(by, tuple(rows), has_head=False),), len(known) - len([key for key in known if key in used])


def _by_area(plan: Plan, used: set[str], *, shows_all: bool) -> tuple[tuple[Group, ...], int]:
    shown = [venue for venue in plan.venues.values() if shows_all or venue.id in used]
    by_area: dict[AreaId | None, list[str]] = {}
    for venue in sorted(shown, key=lambda one: one.name):
        by_area.setdefault(area_at(plan, venue.id), []).append(venue.id)
    areas = sorted(plan.areas.values(), key=lambda area: (area.position, area.name))
    groups = [Group(area.id, tuple(by_area[area.id])) for area in areas if area.id in by_area]
    elsewhere = [key for area, keys in by_area.items() if area is None or area not in plan.areas for key in keys]
    if elsewhere:
        groups.append(Group(UNDECIDED, tuple(elsewhere), has_head=bool(groups)))
    if UNDECIDED in used:
        groups.append(Group("undecided", (UNDECIDED,), has_head=False))
    return tuple(groups), len(plan.venues) - sum(1 for venue in plan.venues if venue in used)


# -- what is written beside them -----------------------------------------------------------------------------------


def row_facts(wording: Wording, plan: Plan, by: RowsBy, key: str) -> RowFacts:
    """Name and second line of a row."""
    if by == "venues":
        return _venue_facts(wording, plan, key)
    if by == "zones":
        return RowFacts(*zones.words(wording, plan, key))
    if by == "artists":
        artist = plan.artists.get(ArtistId(key))
        if artist is None:
            return RowFacts(wording.text("Artist undecided"))
        members = len(artist.members)
        second = wording.plural("{n} member", "{n} members", members) if members else artist.genre
        return RowFacts(artist.name, second)
    initiative = plan.initiatives.get(InitiativeId(key))
    if initiative is None:
        return RowFacts(wording.text("No initiative"))
    english = wording.language == "en" and initiative.name_en
    return RowFacts(initiative.name_en if english else initiative.name, initiative.code)


def _venue_facts(wording: Wording, plan: Plan, key: str) -> RowFacts:
    venue = plan.venues.get(VenueId(key))
    if venue is None:
        return RowFacts(wording.text("Place undecided"))
    name = venue.name_en if wording.language == "en" and venue.name_en else venue.name
    indoor = venue.setting is Setting.INDOOR
    icon = "" if venue.setting is None else "house" if indoor else "trees"
    where = {
        Setting.INDOOR: wording.text("indoors"),
        Setting.OUTDOOR: wording.text("outdoors"),
        Setting.BOTH: wording.text("in and outdoors"),
    }
    parts = [where[venue.setting]] if venue.setting is not None else []
    if venue.seats is not None:
        return RowFacts(name, " · ".join([*parts, wording.plural("{n} seat", "{n} seats", venue.seats)]), icon)
    if venue.standing is not None:
        return RowFacts(name, " · ".join([*parts, wording.text("{n} standing", n=venue.standing)]), icon)
    return RowFacts(name, " · ".join([*parts, wording.context("of a place", "seats")]), icon, wording.undecided())


def group_facts(wording: Wording, plan: Plan, key: str) -> RowFacts:
    """Name of an area and its people."""
    area = plan.areas.get(AreaId(key))
    if (event := plan.events.get(EventId(key))) is not None:
        return RowFacts(said(event, "title", english=wording.language == "en"))
    if area is None:
        return RowFacts(wording.text("Without an area"))
    name = area.name_en if wording.language == "en" and area.name_en else area.name
    heads = heads_of(plan, area.id)
    return RowFacts(name, "" if heads is None else wording.text("{count} people", count=wording.number(heads)))


def last_visits(plan: Plan, areas: Iterable[str], day: datetime.date) -> dict[str, int]:
    """Days since somebody was last in each area before a day, as far as two months back."""
    wanted = set(areas)
    found: dict[str, int] = {}
    for back in range(1, LONGEST_LOOK_BACK + 1):
        if not wanted:
            break
        for identity in plan.on_day(day - datetime.timedelta(days=back)):
            one = plan.deliveries[identity]
            area = area_of(plan, one)
            if area in wanted and one.status in _FIRM:
                found[area] = back
                wanted.discard(area)
    return found
