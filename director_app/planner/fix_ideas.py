"""Ideas how to get out of a problem, stream by stream, the least disturbing first; nobody has checked them yet."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from director_app.domain.edits import Change, MoveDelivery
from director_app.domain.facts import Act
from director_app.domain.ids import ArtistId, DeliveryId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import area_at, end_minute, lineup_of, with_members
from director_app.domain.season import Season
from director_app.domain.timeline import DAY, WallMinute
from director_app.planner.bookings import occupied, setup_and_strike
from director_app.planner.checks import LiveCheck
from director_app.planner.fallback_ideas import Shelters, indoors, postponed
from director_app.planner.fixes import Fix, FixKind, Idea, Reason, is_changeable
from director_app.planner.placing_ideas import wished_days
from director_app.planner.problems import TO_DO, Problem, ProblemKind

_ABOUT_PEOPLE: Final = (ProblemKind.ARTIST_TWICE, ProblemKind.MEMBER_TWICE, ProblemKind.ARTIST_UNAVAILABLE)
_ABOUT_PLACES: Final = (
    ProblemKind.VENUE_TWICE,
    ProblemKind.VENUE_UNAVAILABLE,
    ProblemKind.VENUE_CLOSED,
    ProblemKind.OVER_CAPACITY,
    ProblemKind.NEEDS_NOT_MET,
    ProblemKind.QUIET_HOURS,
)
#: What another place for rain, or another day instead, mends.
_ABOUT_RAIN: Final = (
    ProblemKind.NO_FALLBACK,
    ProblemKind.FALLBACK_TAKEN,
    ProblemKind.FALLBACK_CLOSED,
    ProblemKind.FALLBACK_UNFIT,
)
#: What another time of the day does not mend.
_ABOUT_ROOM: Final = (ProblemKind.OVER_CAPACITY, ProblemKind.NEEDS_NOT_MET)
_ABOUT_DAYS: Final = (ProblemKind.PUBLIC_HOLIDAY, ProblemKind.SHUTDOWN)
_FIRMNESS: Final = {Status.IDEA: 0, Status.PENCILLED: 1, Status.CONFIRMED: 2}
_MOVING_FIRM: Final = 4.0
_STEP: Final = 10
_HALF_HOUR: Final = 30
#: An earlier time is announced to fewer in time than a later one as far away.
_EARLIER: Final = 1.2
_EARLIEST, _LATEST = 8 * 60, 22 * 60
_DAYS_AROUND: Final = 28
#: A day that was asked for comes before any other day, and after half an hour more or less of the same day.
_WISHED_DAY: Final = 2.0
_OF_CATALOGUE: Final = 60


def ideas_for(
    live: LiveCheck, problem: Problem, today: datetime.date, wished: Mapping[DeliveryId, WallMinute] | None = None
) -> list[Iterator[Idea]]:
    """Streams of ideas for a problem; each stream is one kind of fix of one delivery. A wished hour is tried first."""
    plan = live.plan
    if problem.kind is ProblemKind.OUTSIDE_SEASON:
        longer = season_for(plan, [problem])
        return [iter([Idea(1, longer)] if longer is not None else [])]
    if problem.kind in TO_DO:
        return []
    deliveries = [plan.deliveries[name] for name in problem.deliveries if name in plan.deliveries]
    is_about_rain = problem.kind in _ABOUT_RAIN or bool(problem.value("in_rain"))
    if problem.kind in _ABOUT_RAIN:
        deliveries = deliveries[: 1 if not problem.value("both") else 2]
    movable = sorted((one for one in deliveries if is_changeable(one, today)), key=_firmness)
    streams: list[Iterator[Idea]] = []
    for one in movable:
        other = next((found for found in deliveries if found.id != one.id), None)
        base = _MOVING_FIRM * (_FIRMNESS.get(one.status, 2) - _FIRMNESS.get(movable[0].status, 2))
        why = (Reason.LESS_FIRM,) if other is not None and _firmness(one)[:2] < _firmness(other)[:2] else ()
        if is_about_rain:
            streams += [indoors(plan, one, Shelters(live)), iter([postponed(one)])]
        else:
            if wished and one.id in wished and problem.kind not in (*_ABOUT_ROOM, *_ABOUT_DAYS):
                streams.append(iter(at_wished_hour(one, wished[one.id])))
            hour = wished.get(one.id) if wished else None
            streams += [_dearer(stream, base, why) for stream in _ways(plan, problem, one, other, today, hour)]
    return streams


def _ways(
    plan: Plan,
    problem: Problem,
    one: Delivery,
    other: Delivery | None,
    today: datetime.date,
    hour: WallMinute | None,
) -> Iterator[Iterator[Idea]]:
    if problem.kind not in (*_ABOUT_ROOM, *_ABOUT_DAYS):
        yield times(plan, one, other)
    if problem.kind not in _ABOUT_ROOM:
        yield days(plan, one, today, hour)
    if problem.kind in _ABOUT_PLACES:
        yield venues(plan, one)
    if problem.kind in _ABOUT_PEOPLE:
        yield acts(plan, problem, one)


def _firmness(one: Delivery) -> tuple[int, int, str]:
    agreed = sum(1 for confirmation in one.confirmations if confirmation.state != "open")
    return _FIRMNESS.get(one.status, 2), agreed, one.id


def _dearer(ideas: Iterator[Idea], base: float, why: tuple[Reason, ...]) -> Iterator[Idea]:
    for idea in ideas:
        yield Idea(idea.cost + base, idea.fix._replace(reasons=(*idea.fix.reasons, *why)))


def times(plan: Plan, one: Delivery, other: Delivery | None = None) -> Iterator[Idea]:
    """Other times of the same date at the same place: right beside what it meets, then by half hours."""
    if one.start is None or one.date is None or one.hours or (one.until is not None and one.until > one.date):
        return
    length = (end_minute(plan, one)[0] or one.start) - one.start
    earliest = min(_EARLIEST, one.start)
    latest = max(_LATEST, one.start + length) - length
    near = one.start

    def distance(start: int) -> float:
        return start - near if start > near else (near - start) * _EARLIER

    starts = sorted(_beside(plan, one, other, length), key=distance)
    by_half_hours = (near + sign * step for step in range(_HALF_HOUR, 10 * 60, _HALF_HOUR) for sign in (1, -1))
    tried = {int(near)}
    for start in (*starts, *by_half_hours):
        if start not in tried and earliest <= start <= latest:
            tried.add(start)
            data = (("day", one.date), ("start", start))
            edit = MoveDelivery(one.id, {"start": WallMinute(start)})
            reasons = (Reason.SAME_DAY, Reason.SAME_PLACE) if one.venue is not None else (Reason.SAME_DAY,)
            yield Idea(1 + distance(start) / 30, Fix(FixKind.MOVE_TIME, one.id, edit, reasons, data))


def at_wished_hour(one: Delivery, wished: WallMinute) -> list[Idea]:
    """The hour that was asked for, when the delivery stands at another of its day: no other hour comes before it."""
    if one.start in (None, wished) or one.date is None or one.hours:
        return []
    data = (("day", one.date), ("start", wished))
    edit = MoveDelivery(one.id, {"start": wished})
    return [Idea(0, Fix(FixKind.MOVE_TIME, one.id, edit, (Reason.WISHED, Reason.SAME_DAY), data))]


def _beside(plan: Plan, one: Delivery, other: Delivery | None, length: int) -> list[int]:
    """Starts right after and right before another delivery, set-up and strike kept, on full ten minutes."""
    if other is None or one.date is None:
        return []
    setup, strike = setup_and_strike(plan, one)
    midnight = one.date.toordinal() * DAY
    found = []
    for span in occupied(plan, other):
        found.append(-(-(span.end - midnight + setup) // _STEP) * _STEP)
        found.append((span.start - midnight - strike - length) // _STEP * _STEP)
    return [start for start in found if 0 <= start < DAY]


def days(plan: Plan, one: Delivery, today: datetime.date, hour: WallMinute | None = None) -> Iterator[Idea]:
    """Other dates after today at the same place: those asked for, at the hour asked for; then workdays for workdays.

    ``hour`` is when the application it answers asks to be played on any day.
    """
    if one.date is None:
        return
    asked: set[datetime.date] = set()
    for rank, wish, day in wished_days(plan, one):
        if day != one.date and day > today and day not in asked and _is_inside(plan.season, day):
            asked.add(day)
            yield _on_wished_day(one, day, wish.start if wish.start is not None else hour, _WISHED_DAY + rank)
    workday = _is_workday(one.date)
    for distance in range(1, _DAYS_AROUND + 1):
        for day in (one.date + datetime.timedelta(distance), one.date - datetime.timedelta(distance)):
            if day <= today or day in asked or _is_workday(day) != workday or not _is_inside(plan.season, day):
                continue
            reasons = (Reason.SAME_TIME, Reason.SAME_PLACE) if one.start is not None else (Reason.SAME_PLACE,)
            same_weekday = 0 if day.weekday() == one.date.weekday() else 2
            data = (("day", day), ("start", one.start))
            edit = MoveDelivery(one.id, {"date": day})
            yield Idea(6 + distance + same_weekday, Fix(FixKind.MOVE_DAY, one.id, edit, reasons, data))


def _on_wished_day(one: Delivery, day: datetime.date, hour: WallMinute | None, cost: float) -> Idea:
    start = one.start if hour is None or one.start is None or one.hours else hour
    kept = (Reason.SAME_TIME,) if start is not None and start == one.start else ()
    values: dict[str, object] = {"date": day} if start == one.start else {"date": day, "start": start}
    data = (("day", day), ("start", start))
    fix = Fix(FixKind.MOVE_DAY, one.id, MoveDelivery(one.id, values), (Reason.WISHED, *kept), data)
    return Idea(cost, fix)


def _is_workday(day: datetime.date) -> bool:
    return day.weekday() < 5


def _is_inside(season: Season, day: datetime.date) -> bool:
    after_first = season.first_day is None or day >= season.first_day
    return after_first and (season.last_day is None or day <= season.last_day)


def venues(plan: Plan, one: Delivery) -> Iterator[Idea]:
    """Other places at the same time: of the same area before others, large enough, under a roof if this one is."""
    here = plan.venues.get(one.venue) if one.venue is not None else None
    if here is None:
        return
    area = area_at(plan, here.id)
    found = []
    for venue in plan.venues.values():
        seats = venue.seats or venue.standing
        too_small = one.expected_heads is not None and seats is not None and seats < one.expected_heads
        if venue.id == here.id or venue.setting != here.setting or too_small:
            continue
        is_near = area is not None and area_at(plan, venue.id) == area
        likeness = (venue.host != here.host) + 2 * (venue.kind != here.kind)
        found.append(((0 if is_near else 12) + likeness, venue.name, venue.id, is_near))
    for cost, _name, venue_id, is_near in sorted(found)[:_OF_CATALOGUE]:
        reasons = (Reason.SAME_TIME, Reason.SAME_AREA) if is_near else (Reason.SAME_TIME,)
        edit = MoveDelivery(one.id, {"venue": VenueId(venue_id)})
        yield Idea(5 + cost, Fix(FixKind.MOVE_VENUE, one.id, edit, reasons, (("venue", venue_id),)))


def acts(plan: Plan, problem: Problem, one: Delivery) -> Iterator[Idea]:
    """Other acts of the genre in the place of the one that cannot, those who know the programme first."""
    lineup = lineup_of(plan, one)
    person = problem.subject("artists")
    leaving = next((act for act in lineup if person is not None and person in with_members(plan, act.artist)), None)
    record = plan.artists.get(leaving.artist) if leaving is not None else None
    if leaving is None or record is None or not record.genre:
        return
    playing = {act.artist for act in lineup}
    found = []
    for artist in plan.artists.values():
        if artist.genre == record.genre and artist.kind is record.kind and artist.id not in playing:
            knows = _knows(plan, artist.id, one)
            busy = len(plan.users_of_kind("artists", artist.id, "deliveries"))
            found.append((not knows, busy, artist.name, artist.id))
    for stranger, _busy, _name, artist_id in sorted(found)[:_OF_CATALOGUE]:
        new = tuple(Act(artist_id, act.role) if act.artist == leaving.artist else act for act in lineup)
        reasons = (Reason.SAME_TIME, Reason.SAME_GENRE if stranger else Reason.KNOWS_PROGRAMME)
        data = (("artist", artist_id), ("other", leaving.artist))
        edit = Change("deliveries", one.id, {"lineup": new})
        yield Idea(14 + 4 * stranger, Fix(FixKind.OTHER_ACT, one.id, edit, reasons, data))


def _knows(plan: Plan, artist: ArtistId, one: Delivery) -> bool:
    if one.programme is None:
        return False
    if one.programme in plan.users_of_kind("artists", artist, "programmes"):
        return True
    others: Iterable[Any] = plan.users_of_kind("artists", artist, "deliveries")
    return any(plan.deliveries[name].programme == one.programme for name in others)


def season_for(plan: Plan, problems: Iterable[Problem]) -> Fix | None:
    """The season made as long as these problems ask for; None when nothing dated is among them."""
    season = plan.season
    named = [plan.deliveries[name] for problem in problems for name in problem.deliveries if name in plan.deliveries]
    reached = [day for one in named for day in _days_of(one)]
    if not reached or season.id not in plan.seasons:
        return None
    values: dict[str, datetime.date] = {}
    if season.first_day is not None and min(reached) < season.first_day:
        values["first_day"] = min(reached)
    if season.last_day is not None and max(reached) > season.last_day:
        values["last_day"] = max(reached)
    if not values:
        return None
    first, last = values.get("first_day", season.first_day), values.get("last_day", season.last_day)
    return Fix(FixKind.SEASON, None, Change("seasons", season.id, values), (), (("first", first), ("last", last)))


def _days_of(one: Delivery) -> list[datetime.date]:
    if one.date is not None:
        return [one.date, one.until or one.date]
    if not one.month:
        return []
    year, month = map(int, one.month.split("-"))
    return [datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])]
