"""The rules of problems once more, the slow and plain way: sets of single minutes, every pair of deliveries.

Nothing of the planner is used here, so that what both say alike is said twice.
"""

from __future__ import annotations

import datetime
from itertools import combinations
from typing import Any, NamedTuple

from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery

GONE = ("postponed", "cancelled")


class Finding(NamedTuple):
    """A problem without its words: what both ways of finding it must agree on."""

    kind: str
    level: str
    deliveries: frozenset[str]
    about: str = ""
    minutes: int = 0


def findings(plan: Plan) -> set[Finding]:
    """Every problem of a plan."""
    taking_place = [one for one in plan.deliveries.values() if one.status not in GONE]
    found: set[Finding] = set()
    for one, other in combinations(taking_place, 2):
        found |= pair_findings(plan, one, other)
    for one in taking_place:
        found |= own_findings(plan, one)
    return found


def absolute(day: datetime.date, minute: int) -> int:
    return day.toordinal() * 1440 + minute


def shown(plan: Plan, one: Delivery) -> dict[datetime.date, set[int]]:
    """The minutes the public can come, by the date they are printed under."""
    if one.date is None:
        return {}
    programme = plan.programmes.get(one.programme) if one.programme else None
    end: int | None = one.end
    if end is None and one.start is not None:
        end = one.start + (programme.running_minutes or 0 if programme else 0)
    days: dict[datetime.date, set[int]] = {}
    last = one.until or one.date
    day = one.date
    while day <= last:
        for opens, closes in hours_on(one, day, end, several=last > one.date or bool(one.hours)):
            minutes = set(range(absolute(day, opens), absolute(day, closes))) or {absolute(day, opens)}
            days.setdefault(day, set()).update(minutes)
        day += datetime.timedelta(days=1)
    return days


def hours_on(one: Delivery, day: datetime.date, end: int | None, *, several: bool) -> list[tuple[int, int]]:
    special = {entry.date: entry for entry in one.exceptions}.get(day) if several else None
    if special is not None:
        both = special.opens is not None and special.closes is not None
        return [(special.opens or 0, special.closes or 0)] if both else []
    if several and one.hours:
        return [(entry.opens, entry.closes) for entry in one.hours if entry.weekday == day.weekday()]
    return [(one.start, one.start if end is None else end)] if one.start is not None else []


def occupied(plan: Plan, one: Delivery) -> set[int]:
    """The minutes its venue is occupied, set-up and strike included."""
    minutes = {minute for found in shown(plan, one).values() for minute in found}
    if not minutes:
        return set()
    programme = plan.programmes.get(one.programme) if one.programme else None
    before = one.setup_minutes if one.setup_minutes is not None else programme.setup_minutes if programme else 0
    after = one.strike_minutes if one.strike_minutes is not None else programme.strike_minutes if programme else 0
    first, last = min(minutes), max(minutes) + 1
    return minutes | set(range(first - before, first)) | set(range(last, last + after))


def binds(plan: Plan, one: Delivery) -> bool:
    programme = plan.programmes.get(one.programme) if one.programme else None
    return not one.hours and not (programme is not None and programme.is_exhibition)


def acts(plan: Plan, one: Delivery) -> list[str]:
    programme = plan.programmes.get(one.programme) if one.programme else None
    lineup = one.lineup if one.lineup is not None else programme.lineup if programme else ()
    return [act.artist for act in lineup]


def people(plan: Plan, artist: str) -> set[str]:
    """An artist with all members of members."""
    found = {artist}
    for member in plan.table("artists")[artist].members:
        found |= people(plan, member)
    return found


def places(plan: Plan, venue: str) -> list[str]:
    """A venue and what it is part of."""
    whole = plan.table("venues")[venue].part_of
    return [venue, *(places(plan, whole) if whole else [])]


def presences(plan: Plan, one: Delivery) -> dict[str, set[int]]:
    """The minutes of every act: the line-up throughout, the artist of a part during the part."""
    found: dict[str, set[int]] = {}
    for act in acts(plan, one) if binds(plan, one) else ():
        found[act] = occupied(plan, one)
    for part in plan.segments.values():
        if part.delivery != one.id or part.artist is None:
            continue
        if part.start is None:
            minutes = occupied(plan, one)
            if not binds(plan, one):
                continue
        else:
            minutes = part_minutes(plan, one, part)
        found[part.artist] = found.get(part.artist, set()) | minutes
    return found


def part_minutes(plan: Plan, one: Delivery, part: Any) -> set[int]:
    """The minutes of a part with a time of its own: on every date, of an exhibition on the first only."""
    if one.date is None:
        return set()
    programme = plan.programmes.get(one.programme) if one.programme else None
    end: int | None = one.end
    if end is None and one.start is not None and programme is not None and programme.running_minutes:
        end = one.start + programme.running_minutes
    if part.minutes is not None:
        end = part.start + part.minutes
    several = one.until is not None and one.until > one.date and binds(plan, one)
    minutes: set[int] = set()
    for day in dates_of(one) if several else [one.date]:
        first = absolute(day, part.start)
        minutes |= set(range(first, absolute(day, end if end is not None else part.start))) or {first}
    return minutes


def of_people(plan: Plan, found: dict[str, set[int]]) -> dict[str, set[int]]:
    """The minutes of everybody, through whichever act."""
    minutes: dict[str, set[int]] = {}
    for act, taken in found.items():
        for person in people(plan, act):
            minutes[person] = minutes.get(person, set()) | taken
    return minutes


def pair_findings(plan: Plan, one: Delivery, other: Delivery) -> set[Finding]:
    pair = frozenset({one.id, other.id})
    level = "note" if "idea" in (one.status, other.status) else "block"
    shared = len(occupied(plan, one) & occupied(plan, other))
    found: set[Finding] = set()
    if shared and one.venue and other.venue:
        if other.venue in places(plan, one.venue):
            found.add(Finding("venue_twice", level, pair, other.venue, shared))
        elif one.venue in places(plan, other.venue):
            found.add(Finding("venue_twice", level, pair, one.venue, shared))
    sides = presences(plan, one), presences(plan, other)
    same = {act: len(sides[0][act] & sides[1][act]) for act in sides[0] if act in sides[1]}
    same = {act: minutes for act, minutes in same.items() if minutes}
    found |= {Finding("artist_twice", level, pair, artist, minutes) for artist, minutes in same.items()}
    for person, minutes in members(plan, sides[0], sides[1], set(same)).items():
        found.add(Finding("member_twice", level, pair, person, minutes))
    return found


def members(plan: Plan, ours: dict[str, set[int]], theirs: dict[str, set[int]], same: set[str]) -> dict[str, int]:
    """Whom both need at once beyond the acts they share; of a group inside a group only the group."""
    covered = set().union(*(people(plan, act) for act in same))
    one, other = of_people(plan, ours), of_people(plan, theirs)
    shared = {person: len(one[person] & other[person]) for person in one if person in other and person not in covered}
    shared = {person: minutes for person, minutes in shared.items() if minutes}
    return {
        person: minutes
        for person, minutes in shared.items()
        if not any(person in people(plan, group) - {group} for group in shared)
    }


def own_findings(plan: Plan, one: Delivery) -> set[Finding]:
    alone = frozenset({one.id})

    def level(usual: str) -> str:
        return "note" if one.status == "idea" else usual

    found = set()
    asked = asked_for(plan, one)
    throughout = set().union(*(people(plan, act) for act in throughout_acts(plan, one)))
    for person, minutes in of_people(plan, presences(plan, one)).items():
        if worst := unsuitable(plan, "artist", person, minutes, asked[1] if person in throughout else []):
            found.add(Finding("artist_unavailable", level(worst), alone, person))
    for place in places(plan, one.venue) if one.venue else ():
        if worst := unsuitable(plan, "venue", place, *asked):
            found.add(Finding("venue_unavailable", level(worst), alone, place))
            break
    if one.venue and (worst := shut(plan, one)):
        found.add(Finding("venue_closed", level(worst), alone, one.venue))
    season = plan.season
    if one.date is not None:
        last = one.until or one.date
        early = season.first_day is not None and one.date < season.first_day
        if early or (season.last_day is not None and last > season.last_day):
            found.add(Finding("outside_season", level("warning"), alone))
    elif one.month and not any(month_meets_season(season, one.month, number) for number in range(1, 32)):
        found.add(Finding("outside_season", level("warning"), alone))
    if one.status != "delivered" and outdoors(plan, one) and not rain_plan(plan, one):
        found.add(Finding("no_fallback", level("warning"), alone))
    return found


def throughout_acts(plan: Plan, one: Delivery) -> list[str]:
    """Who is needed all the time, also while it is undecided."""
    if not binds(plan, one):
        return []
    parts = [part for part in plan.segments.values() if part.delivery == one.id and part.start is None]
    return [*acts(plan, one), *(part.artist for part in parts if part.artist is not None)]


def dates_of(one: Delivery) -> list[datetime.date]:
    """The dates it stands on, without those it keeps closed itself."""
    if one.date is None:
        return []
    closed = {entry.date for entry in one.exceptions if entry.opens is None}
    count = ((one.until or one.date) - one.date).days + 1
    return [day for day in (one.date + datetime.timedelta(days=n) for n in range(count)) if day not in closed]


def asked_for(plan: Plan, one: Delivery) -> tuple[set[int], list[set[int]]]:
    """The minutes it needs; or whole days while its time is undecided."""
    minutes = occupied(plan, one)
    if minutes:
        return minutes, []
    return set(), [set(range(absolute(day, 0), absolute(day, 1440))) for day in dates_of(one)]


def unsuitable(plan: Plan, kind: str, identity: str, minutes: set[int], days: list[set[int]]) -> str:
    stated = [entry for entry in plan.availabilities.values() if getattr(entry, kind) == identity]
    for value, level in (("impossible", "block"), ("rather_not", "warning")):
        if any(holds(stated, minute, value) for minute in minutes) if stated else False:
            return level
        if stated and any(all(holds(stated, minute, value) for minute in day) for day in days):
            return level
    return ""


def holds(stated: list[Any], minute: int, value: str) -> bool:
    """Whether a value was stated for a minute: for its date, else for its weekday."""
    dated = [entry for entry in stated if entry.date is not None and covers(entry, entry.date, minute)]
    if dated:
        return any(entry.value == value for entry in dated)
    for back in (0, 1, 2):
        day = datetime.date.fromordinal(minute // 1440 - back)
        for entry in stated:
            if entry.date is None and entry.value == value and applies(entry, day) and covers(entry, day, minute):
                return True
    return False


def applies(entry: Any, day: datetime.date) -> bool:
    first, last = entry.valid_from or datetime.date.min, entry.valid_until or datetime.date.max
    return first <= day <= last and entry.weekday in (None, day.weekday())


def covers(entry: Any, day: datetime.date, minute: int) -> bool:
    starts = absolute(day, entry.starts if entry.starts is not None else 0)
    ends = absolute(day, entry.ends if entry.ends is not None else 1440)
    return starts <= minute < max(ends, starts + 1)


def shut(plan: Plan, one: Delivery) -> str:
    """Closed days of the venue or of what it is part of; minutes outside the hours of the first that has some."""
    venues = [plan.table("venues")[place] for place in places(plan, one.venue)] if one.venue else []
    needed = shown(plan, one)
    days: list[datetime.date] = list(needed) or dates_of(one)
    closed = [day for day in days if any(c.first <= day <= c.last for v in venues for c in v.closures)]
    if closed:
        return "block" if len(closed) == len(days) else "warning"
    venue = next((one for one in venues if one.opening_hours), None)
    if venue is None or not days:
        return ""
    open_minutes: set[int] = set()
    for day in days:
        for offset in range(-2, 4):
            around = day + datetime.timedelta(days=offset)
            for hours in venue.opening_hours:
                if hours.weekday == around.weekday():
                    open_minutes |= set(range(absolute(around, hours.opens), absolute(around, hours.closes)))
    if not needed:
        never = [day for day in days if not any(h.weekday == day.weekday() for h in venue.opening_hours)]
        all_day = all(not open_minutes & set(range(absolute(day, 0), absolute(day, 1440))) for day in never)
        return "" if not never else "block" if len(never) == len(days) and all_day else "warning"
    outside = [day for day, minutes in needed.items() if not minutes <= open_minutes]
    all_day = all(not open_minutes & set(range(absolute(day, 0), absolute(day, 1440))) for day in outside)
    fits = any(minutes & open_minutes for minutes in needed.values())
    return "" if not outside else "block" if all_day and not fits else "warning"


def outdoors(plan: Plan, one: Delivery) -> bool:
    venue = plan.venues.get(one.venue) if one.venue else None
    if venue is not None and venue.setting is not None:
        return venue.setting == "outdoor"
    programme = plan.programmes.get(one.programme) if one.programme else None
    return programme is not None and programme.needs.setting == "outdoor"


def rain_plan(plan: Plan, one: Delivery) -> bool:
    """What was said nearest to the delivery counts; "indoors" alone takes the next place that is known."""
    event = plan.events.get(one.event) if one.event else None
    said = [fallback for fallback in (one.fallback, event.fallback if event else None) if fallback is not None]
    if said and said[0].kind != "indoors":
        return True
    venue = plan.venues.get(one.venue) if one.venue else None
    return any([*(entry.venue for entry in said if entry.kind == "indoors"), venue.fallback if venue else None])


def month_meets_season(season: Any, month: str, number: int) -> bool:
    """Whether that day of a month lies inside the season."""
    day = f"{month}-{number:02d}"
    first, last = season.first_day, season.last_day
    return (first is None or day >= first.isoformat()) and (last is None or day <= last.isoformat())
