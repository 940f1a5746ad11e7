"""The rules of what lies ahead once more, the slow and plain way: ways, nights, rain, room, answers, filings, areas.

Of the planner only `reach_of` is used: who can come is simulated minute by minute in a test of its own.
"""

from __future__ import annotations

import datetime
from itertools import combinations, groupby, product
from typing import Any

import holidays

from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.planner.reach import reach_of
from tests.planner.crowded_plans import TEXTS
from tests.planner.oracle import (
    GONE,
    Finding,
    absolute,
    asked_for,
    binds,
    occupied,
    of_people,
    outdoors,
    people,
    places,
    presences,
    shown,
    shut,
    unsuitable,
)

LATE = ("idea", "postponed", "cancelled")
WAITING = ("received", "in_review", "waiting")
SERVED = ("placed", "told", "confirmed")


def findings_ahead(plan: Plan, today: datetime.date | None) -> set[Finding]:
    """Every problem of these kinds as a plan looks on a day; a day that the plan itself fixes comes first."""
    today = plan.season.reference_date or today
    taking_place = [one for one in plan.deliveries.values() if one.status not in GONE]
    found: set[Finding] = set()
    for one, other in combinations(taking_place, 2):
        found |= near(plan, one, other) | in_rain(plan, one, other) | noise(plan, one, other)
    for one in taking_place:
        last = one.until or one.date
        if one.status != "delivered" and (last is None or today is None or last >= today):
            found |= own(plan, one, today)
    return (
        found
        | too_few(plan, taking_place)
        | areas(plan, taking_place, today)
        | events(plan, today)
        | applications(plan)
    )


def pair_level(one: Delivery, other: Delivery, usual: str) -> str:
    return "note" if "idea" in (one.status, other.status) else usual


def runs(minutes: set[int]) -> list[tuple[int, int]]:
    """Minutes without a gap, as first and last + 1."""
    found = []
    for _key, group in groupby(enumerate(sorted(minutes)), key=lambda pair: pair[1] - pair[0]):
        block = [minute for _position, minute in group]
        found.append((block[0], block[-1] + 1))
    return found


def area_of(plan: Plan, one: Delivery) -> str | None:
    around = [plan.table("venues")[place].area for place in places(plan, one.venue)] if one.venue else []
    return next((area for area in around if area is not None), one.area)


def near(plan: Plan, one: Delivery, other: Delivery) -> set[Finding]:
    if "delivered" in (one.status, other.status):
        return set()
    sides = of_people(plan, presences(plan, one)), of_people(plan, presences(plan, other))
    gaps = {}
    for person in sides[0]:
        if person in sides[1] and not sides[0][person] & sides[1][person]:
            blocks = list(product(runs(sides[0][person]), runs(sides[1][person])))
            in_order = [sorted(pair) for pair in blocks]
            if in_order:
                gaps[person] = min((after[0] - before[1], before[1], after[0]) for before, after in in_order)
    found = set()
    dry = {area_of(plan, one), area_of(plan, other)}
    wet = {area_in_rain(plan, one), area_in_rain(plan, other)}
    stays = not any(off_in_rain(plan, side) for side in (one, other))
    pair = frozenset({one.id, other.id})
    for person, (gap, ends, starts) in gaps.items():
        if any(person in people(plan, group) - {group} for group in gaps):
            continue
        kinds = [short_way(plan, areas, person, gap) for areas in (dry, wet)]
        if kinds[0]:
            level = "block" if kinds[0] == "travel_impossible" else "warning"
            found.add(Finding(kinds[0], pair_level(one, other, level), pair, person))
        if kinds[1] and stays and kinds[0] not in (kinds[1], "travel_impossible"):
            level = "warning" if kinds[1] == "travel_impossible" else "note"
            found.add(Finding(kinds[1], pair_level(one, other, level), pair, person))
        if gap < 660 and (starts - 300) // 1440 > (ends - 1 - 300) // 1440:
            found.add(Finding("short_rest", "note", pair, person))
    return found


def short_way(plan: Plan, areas: set[str | None], person: str, gap: int) -> str:
    """Which problem the way between two areas is; as somebody goes, or the quickest."""
    for travel in plan.travels.values():
        if areas == {travel.one, travel.other}:
            stated = {"walk": travel.walk_minutes, "van": travel.van_minutes}
            own = stated.get(plan.table("artists")[person].travels_by or "")
            known = [minutes for minutes in stated.values() if minutes is not None]
            way = own if own is not None else min(known, default=None)
            if way is not None and gap < way + 10:
                return "travel_impossible" if gap < way else "travel_tight"
    return ""


def area_in_rain(plan: Plan, one: Delivery) -> str | None:
    there = shelter(plan, one)
    around = [plan.table("venues")[place].area for place in places(plan, there[0])] if there else []
    return next((area for area in around if area is not None), area_of(plan, one))


def off_in_rain(plan: Plan, one: Delivery) -> bool:
    told = said(plan, one)
    return outdoors(plan, one) and bool(told) and told[0][0] in ("postpone", "cancel")


def said(plan: Plan, one: Delivery) -> list[Any]:
    """What was said about rain, nearest first: kind, place, whether it is ours."""
    event = plan.events.get(one.event) if one.event else None
    own = [entry for entry in (one.fallback, event.fallback if event else None) if entry is not None]
    found: list[Any] = [(entry.kind, entry.venue, entry.state) for entry in own]
    venue = plan.venues.get(one.venue) if one.venue else None
    if venue is not None and venue.fallback:
        found.append(("indoors", venue.fallback, venue.fallback_state))
    return found


def shelter(plan: Plan, one: Delivery) -> tuple[str, str] | None:
    """The other place and its state."""
    told = said(plan, one)
    if not told or told[0][0] != "indoors" or one.status == "delivered":
        return None
    named = next(((place, state) for kind, place, state in told if kind == "indoors" and place), None)
    return named if named is not None and named[0] != one.venue else None


def same(plan: Plan, one: str, other: str | None) -> bool:
    return other is not None and (other in places(plan, one) or one in places(plan, other))


def noise(plan: Plan, one: Delivery, other: Delivery) -> set[Finding]:
    """Something loud while something quiet is open in another part of the same ground."""
    if "delivered" in (one.status, other.status):
        return set()
    open_at = [set().union(*shown(plan, side).values()) for side in (one, other)]
    wants = [plan.programmes[side.programme].needs if side.programme else None for side in (one, other)]
    if wants[0] is None or wants[1] is None or not open_at[0] & open_at[1]:
        return set()
    if not ((wants[0].loud and wants[1].quiet) or (wants[1].loud and wants[0].quiet)):
        return set()
    ground = one_ground(plan, one.venue, other.venue)
    if ground is None and not off_in_rain(plan, one) and not off_in_rain(plan, other):
        wet = [(shelter(plan, side) or (side.venue, ""))[0] for side in (one, other)]
        ground = one_ground(plan, *wet)
    if ground is None:
        return set()
    both, level = frozenset({one.id, other.id}), pair_level(one, other, "warning")
    return {Finding("noise_pair", level, both, ground, len(open_at[0] & open_at[1]))}


def one_ground(plan: Plan, one: str | None, other: str | None) -> str | None:
    """What two different places are both part of."""
    if not one or not other or one == other:
        return None
    ground = places(plan, one)[-1]
    return ground if ground == places(plan, other)[-1] else None


def too_few(plan: Plan, taking_place: list[Delivery]) -> set[Finding]:
    """More of a thing needed in one minute than there is: every set of deliveries that is part of no larger one."""
    found = set()
    for thing, owned in (("마이크", "마이크"), ("mixer", "Mixer ")):
        listed = [entry.pieces for entry in plan.season.equipment if entry.name == owned]
        at: dict[int, set[str]] = {}
        pieces: dict[str, int] = {}
        for one in taking_place:
            items = plan.programmes[one.programme].needs.items if one.programme else ()
            wanted = sum(item.pieces for item in items if item.name.replace(" ", "") == thing)
            if wanted and one.status != "idea":
                pieces[one.id] = wanted
                for minute in occupied(plan, one):
                    at.setdefault(minute, set()).add(one.id)
        sets = {frozenset(names) for names in at.values() if sum(pieces[name] for name in names) > sum(listed)}
        for names in sets if listed else ():
            if not any(names < other for other in sets):
                found.add(Finding("equipment_short", "warning", frozenset(names), owned.strip()))
    return found


def filing_rule(plan: Plan, places_of: list[str | None]) -> tuple[int, int]:
    """From how many people on and how many days before; the least of all places."""
    rules = plan.complex.filings if plan.complex is not None else ()
    found = set()
    for place in places_of or [None]:
        around = [plan.table("venues")[whole].address for whole in places(plan, place)] if place else []
        address = next((text for text in around if text), plan.complex.address if plan.complex else "")
        meant = sorted((rule for rule in rules if rule.government in address), key=lambda rule: -len(rule.government))
        found.add((meant[0].from_heads, -meant[0].days_before) if meant else (1000, -14))
    heads, days = min(found)
    return heads, -days


def in_rain(plan: Plan, one: Delivery, other: Delivery) -> set[Finding]:
    if not occupied(plan, one) & occupied(plan, other):
        return set()
    found = set()
    pair = frozenset({one.id, other.id})
    level = pair_level(one, other, "warning")
    for side, facing in ((one, other), (other, one)):
        there = shelter(plan, side)
        told = said(plan, facing)
        leaves = outdoors(plan, facing) and bool(told) and told[0][0] != "as_is"
        if there is not None and same(plan, there[0], facing.venue) and not leaves:
            found.add(Finding("fallback_taken", level, pair, f"{side.id} {there[0]}"))
    both = shelter(plan, one), shelter(plan, other)
    if not found and both[0] is not None and both[1] is not None and same(plan, both[0][0], both[1][0]):
        found.add(Finding("fallback_taken", level, pair, "both"))
    return found


def own(plan: Plan, one: Delivery, today: datetime.date | None) -> set[Finding]:
    alone = frozenset({one.id})
    found: set[tuple[str, str, str]] = set()
    days = (one.date - today).days if one.date and today else None
    venue = plan.venues.get(one.venue) if one.venue else None
    programme = plan.programmes.get(one.programme) if one.programme else None
    if venue is not None:
        found |= in_place(plan, one, venue, programme, days)
    there = shelter(plan, one)
    if there is not None:
        found |= passes(one, plan.table("venues")[there[0]], days)
        if there[1] != "secured" and one.status != "idea":
            found.add(("fallback_open", "warning" if days is not None and days <= 14 else "note", there[0]))
        moved = one._replace(venue=there[0])  # type: ignore[arg-type]
        shut_there = any(unsuitable(plan, "venue", place, *asked_for(plan, moved)) for place in places(plan, there[0]))
        if shut(plan, moved) or shut_there:
            found.add(("fallback_closed", "warning", there[0]))
        fits = in_place(plan, moved, plan.table("venues")[there[0]], without_setting(programme), None)
        lacks = {kind for kind, _level, _about in fits} & {"over_capacity", "needs_not_met"}
        if lacks or ("quiet_hours", "warning", there[0]) in fits:
            found.add(("fallback_unfit", "warning", there[0]))
    found |= of_workers(plan, one)
    found |= undecided(one, programme, today)
    open_answers = [entry.of for entry in one.confirmations if entry.state != "agreed"]
    if one.status == "confirmed" and open_answers:
        presses = days is not None and days <= 14 and set(open_answers) != {"contract"}
        found.add(("confirmation_open", "warning" if presses else "note", ""))
    if programme is not None and programme.running_minutes and one.start is not None and one.end is not None:
        length = one.end - one.start
        if 0 < length < programme.running_minutes and binds(plan, one):
            found.add(("too_short", "warning" if length / programme.running_minutes < 0.75 else "note", ""))
    if TEXTS.get(one.public_note) and (one.date or plan.season.first_day):
        found.add(("wrong_weekday", "warning", ""))
    return {Finding(kind, "note" if one.status == "idea" else level, alone, about) for kind, level, about in found}


def without_setting(programme: Any) -> Any:
    """What a programme needs of a place for rain: a roof is never wrong there."""
    return programme and programme._replace(needs=programme.needs._replace(setting=None))


def in_place(plan: Plan, one: Delivery, venue: Any, programme: Any, days: int | None) -> set[tuple[str, str, str]]:
    found: set[tuple[str, str, str]] = set()
    room = max(venue.seats or 0, venue.standing or 0)
    several = one.until is not None and one.until != one.date
    long = any(last - first > 180 for minutes in shown(plan, one).values() for first, last in runs(minutes))
    if room and one.expected_heads and one.expected_heads > room and binds(plan, one) and not several and not long:
        found.add(("over_capacity", "warning", venue.id))
    needs = programme.needs if programme is not None else None
    if needs is not None and (
        (needs.power_kw or 0) > (venue.power_kw if venue.power_kw is not None else 99)
        or (needs.floor_area or 0) > (venue.floor_area if venue.floor_area is not None else 999)
        or {needs.setting, venue.setting} == {"indoor", "outdoor"}
    ):
        found.add(("needs_not_met", "warning", venue.id))
    busy = occupied(plan, one)
    around = [plan.table("venues")[place] for place in places(plan, venue.id)]
    if busy & {minute for place in around for hours in place.quiet_hours for minute in quiet(hours, busy)}:
        found.add(("quiet_hours", "warning", venue.id))
    elif venue.setting == "outdoor" and venue.zone and any(not 300 <= minute % 1440 < 1320 for minute in busy):
        found.add(("quiet_hours", "note", venue.id))
    found |= passes(one, venue, days)
    event = plan.events.get(one.event) if one.event else None
    from_heads, before = filing_rule(plan, [venue.id])
    counts = one.status != "idea" and not (event is not None and (event.expected_heads or 0) >= from_heads)
    many = counts and (one.expected_heads or 0) >= from_heads and not any(place.is_registered_venue for place in around)
    if many and days is not None and 0 <= days <= before + 14:
        found.add(("filing_due", "warning", ""))
    return found


def passes(one: Delivery, venue: Any, days: int | None) -> set[tuple[str, str, str]]:
    if days is None or venue.access.pass_days is None or one.status == "idea" or days - venue.access.pass_days > 3:
        return set()
    return {("passes_due", "warning" if days - venue.access.pass_days in (0, 1) else "note", venue.id)}


def quiet(hours: Any, busy: set[int]) -> set[int]:
    """The quiet minutes of the days around."""
    found: set[int] = set()
    for number in {minute // 1440 for minute in busy}:
        for back in (0, 1):
            day = datetime.date.fromordinal(number - back)
            if day.weekday() == hours.weekday:
                closes = hours.closes if hours.closes > hours.opens else hours.closes + 1440
                found |= set(range(absolute(day, hours.opens), absolute(day, closes)))
    return found


def day_off(plan: Plan, day: datetime.date) -> bool:
    """Whether it is a public holiday, as the last word of the special days has it."""
    off = day in holidays.country_holidays("KR", years=[day.year])
    for special in plan.special_days.values():
        if special.organisation is None and special.first <= day <= special.last:
            off = {"holiday": True, "working_day": False}.get(special.kind, off)
    return off


def of_workers(plan: Plan, one: Delivery) -> set[tuple[str, str, str]]:
    if one.date is None or (one.until is not None and one.until > one.date):
        return set()
    if one.organisation is not None:
        shutdowns = [special for special in plan.special_days.values() if special.kind == "shutdown"]
        meant = [special for special in shutdowns if special.organisation in (None, one.organisation)]
        if any(special.first <= one.date <= special.last for special in meant):
            return {("shutdown", "warning", one.organisation)}
        never_stops = any(len(pattern.weekdays) == 7 for site in plan.sites.values() for pattern in site.shifts)
        if one.date.weekday() < 5 and day_off(plan, one.date) and not never_stops:
            return {("public_holiday", "warning", one.organisation)}
    elif not one.shifts:
        return set()
    off = {day for day in (one.date + datetime.timedelta(n) for n in range(-3, 4)) if day_off(plan, day)}
    reach = reach_of(plan, one, off)
    if reach is None:
        return set()
    turns = any(pattern.rotation_days for site in plan.sites.values() for pattern in site.shifts)
    swapped = turns and (one.date - datetime.date(2025, 10, 14)).days // 7 % 2 == 1
    other = {"day": "night", "night": "day"}
    coming = {(answer.crew) for answer in reach.answers if answer.coming != "cannot"}
    coming |= {other[crew] for crew in coming} if swapped else set()
    crews = {answer.crew for answer in reach.answers} | ({"day", "night"} if swapped else set())
    away = [shift for shift in one.shifts if shift in crews and shift not in coming]
    if away or (not one.shifts and not coming):
        return {("audience_cannot", "warning", one.organisation or "")}
    return set()


def undecided(one: Delivery, programme: Any, today: datetime.date | None) -> set[tuple[str, str, str]]:
    day = one.date or (datetime.date.fromisoformat(f"{one.month}-01") if one.month else None)
    if one.status == "idea" or today is None or day is None or (day - today).days > 14:
        return set()
    has_time = one.date is not None and (one.start is not None or bool(one.hours))
    no_lineup = programme is not None and one.lineup == () and programme.lineup != ()
    if has_time and one.venue and programme is not None and not no_lineup:
        return set()
    return {("undecided_late", "warning" if (day - today).days <= 7 else "note", "")}


def area_reached(plan: Plan, one: Delivery) -> str | None:
    around = [plan.table("venues")[place].area for place in places(plan, one.venue)] if one.venue else []
    sites = [site.area for site in plan.sites.values() if one.organisation and site.organisation == one.organisation]
    return next((area for area in (one.area, *around, *sites) if area is not None), None)


def areas(plan: Plan, taking_place: list[Delivery], today: datetime.date | None) -> set[Finding]:
    season = plan.season
    if today is None or season.first_day is None or today < season.first_day:
        return set()
    if season.last_day is not None and today > season.last_day:
        return set()
    found = set()
    for area in plan.areas:
        here = [one for one in taking_place if one.date and one.status != "idea" and area_reached(plan, one) == area]
        visits = [one.date for one in here if one.status in ("confirmed", "delivered") and one.date <= today]  # type: ignore[operator]
        coming = [one.date for one in here if today < one.date <= today + datetime.timedelta(14)]  # type: ignore[operator]
        if (today - max(visits, default=season.first_day)).days > 28:  # type: ignore[type-var,operator]
            found.add(Finding("area_forgotten", "note" if coming else "warning", frozenset(), area))
    return found


def events(plan: Plan, today: datetime.date | None) -> set[Finding]:
    found = set()
    for event in plan.events.values():
        if event.status in LATE or today is None:
            continue
        parts = [one for one in plan.deliveries.values() if one.event == event.id and one.status not in GONE]
        first = event.first_day or min((one.date for one in parts if one.date), default=None)
        where = [event.venue] if event.venue else [one.venue for one in parts]
        registered = bool(where) and all(
            place and any(plan.table("venues")[whole].is_registered_venue for whole in places(plan, place))
            for place in where
        )
        from_heads, before = filing_rule(plan, list(where))
        if (event.expected_heads or 0) < from_heads:
            continue
        if first is not None and 0 <= (first - today).days <= before + 14 and not registered:
            found.add(Finding("filing_due", "warning", frozenset(), event.id))
    return found


def applications(plan: Plan) -> set[Finding]:
    found = set()
    every = list(plan.applications.values())
    companies = [one for one in every if one.artist is None]
    for one, other in product(companies, companies):
        alike = (one.area, one.programme) == (other.area, other.programme)
        known = all(entry.received_at or entry.received_order for entry in (one, other))
        if one.state in WAITING and other.state in SERVED and alike and known and received(one) < received(other):
            found.add(Finding("out_of_order", "note", frozenset(), one.id))
    for one in every:
        if one.state not in ("withdrawn", "declined") and any(TEXTS.get(wish.text) for wish in one.wishes):
            found.add(Finding("wrong_weekday", "warning", frozenset(), one.id))
    return found


def received(one: Any) -> tuple[bool, datetime.datetime, int, str]:
    return one.received_at is None, one.received_at or datetime.datetime.min, one.received_order, one.id
