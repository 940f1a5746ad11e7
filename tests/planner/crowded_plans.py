"""Small seasons in which much collides: few people and places, five days, all kinds of hours."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import strategies as st

from director_app.domain.facts import (
    Act,
    Closure,
    DatedHours,
    Fallback,
    FallbackKind,
    Needs,
    Setting,
    WeekHours,
)
from director_app.domain.ids import ArtistId, AvailabilityId, DeliveryId, EventId, ProgrammeId, VenueId
from director_app.domain.people import Artist, Availability, AvailabilityValue
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Event, Programme, Status
from director_app.domain.season import Season
from director_app.domain.timeline import WallMinute

#: Tuesday 14 October to Saturday 18 October 2025.
DAYS = [datetime.date(2025, 10, day) for day in range(14, 19)]
ARTISTS = [ArtistId(name) for name in ("kim", "lee", "duo", "band", "choir")]
VENUES = [VenueId(name) for name in ("plant", "hall", "corner", "park")]
PROGRAMMES = [ProgrammeId(name) for name in ("concert", "exhibition", "plain")]
EVENTS = [EventId("festival")]


def made_of(record_type: type, *arguments: Any, **facts: Any) -> st.SearchStrategy[Any]:
    """Records with these facts and the defaults for all others, which `builds` would make up as well."""
    return st.tuples(st.tuples(*arguments), st.fixed_dictionaries(facts)).map(
        lambda drawn: record_type(*drawn[0], **drawn[1])
    )


minutes = st.sampled_from([0, 30, 540, 600, 605, 630, 660, 720, 1380, 1439, 1440, 1500, 1530, 2000, 2880]).map(
    WallMinute
)
lineups = st.lists(st.sampled_from(ARTISTS), max_size=3).map(lambda names: tuple(Act(name) for name in names))
fallbacks = st.none() | made_of(Fallback, st.sampled_from(FallbackKind), st.none() | st.sampled_from(VENUES))
maybe_minutes = st.none() | minutes


def _sorted(value: Any, first: str, last: str) -> Any:
    one, other = getattr(value, first), getattr(value, last)
    return value._replace(**{first: other, last: one}) if None not in (one, other) and other < one else value


hours = made_of(WeekHours, st.integers(0, 6), minutes, minutes).map(lambda one: _sorted(one, "opens", "closes"))
dated_hours = made_of(DatedHours, st.sampled_from(DAYS), maybe_minutes, maybe_minutes).map(
    lambda one: _sorted(one, "opens", "closes")
)
closures = made_of(Closure, st.sampled_from(DAYS), st.sampled_from(DAYS)).map(lambda one: _sorted(one, "first", "last"))


def deliveries(identity: str) -> st.SearchStrategy[Delivery]:
    """Any delivery of that identity; most have a date and a time."""
    made = made_of(
        Delivery,
        st.just(DeliveryId(identity)),
        programme=st.none() | st.sampled_from(PROGRAMMES),
        event=st.none() | st.sampled_from(EVENTS),
        venue=st.none() | st.sampled_from(VENUES),
        month=st.just("2025-10"),
        date=st.sampled_from([*DAYS, *DAYS, None]),
        until=st.sampled_from([None, None, *DAYS]),
        start=maybe_minutes,
        end=maybe_minutes,
        hours=st.just(()) | st.just(()) | st.lists(hours, max_size=3).map(tuple),
        exceptions=st.just(()) | st.lists(dated_hours, max_size=2, unique_by=lambda one: one.date).map(tuple),
        setup_minutes=st.none() | st.sampled_from([0, 30, 90]),
        strike_minutes=st.none() | st.sampled_from([0, 30]),
        status=st.sampled_from([*Status, Status.CONFIRMED, Status.CONFIRMED]),
        lineup=st.none() | lineups,
        fallback=fallbacks,
    )
    return made.map(lambda one: _sorted(_sorted(one, "date", "until"), "start", "end"))


def availabilities(identity: str) -> st.SearchStrategy[Availability]:
    """Any statement about anybody or any place."""
    made = made_of(
        Availability,
        st.just(AvailabilityId(identity)),
        artist=st.none() | st.sampled_from(ARTISTS),
        venue=st.none() | st.sampled_from(VENUES),
        value=st.sampled_from(AvailabilityValue),
        weekday=st.none() | st.integers(0, 6),
        date=st.none() | st.sampled_from(DAYS),
        starts=maybe_minutes,
        ends=maybe_minutes,
        valid_from=st.none() | st.sampled_from(DAYS),
        valid_until=st.none() | st.sampled_from(DAYS),
    )
    return made.map(lambda one: _sorted(one, "starts", "ends"))


@st.composite
def venues(draw: st.DrawFn, position: int) -> Venue:
    """Any venue; it may be part of one before it."""
    identity = VENUES[position]
    return Venue(
        identity,
        identity,
        part_of=draw(st.none() | st.sampled_from(VENUES[:position])) if position else None,
        setting=draw(st.none() | st.sampled_from(Setting)),
        opening_hours=draw(st.just(()) | st.lists(hours, max_size=4).map(tuple)),
        closures=draw(st.just(()) | st.lists(closures, max_size=2).map(tuple)),
        fallback=draw(st.none() | st.sampled_from(VENUES)),
    )


@st.composite
def artists(draw: st.DrawFn, position: int) -> Artist:
    """Any artist; members come before the group."""
    members = draw(st.lists(st.sampled_from(ARTISTS[:position]), max_size=2, unique=True)) if position else []
    return Artist(ARTISTS[position], ARTISTS[position], members=tuple(members))


def programmes(identity: ProgrammeId) -> st.SearchStrategy[Programme]:
    """Any programme."""
    return made_of(
        Programme,
        st.just(identity),
        title=st.just(identity),
        running_minutes=st.none() | st.sampled_from([0, 40, 90]),
        setup_minutes=st.sampled_from([0, 0, 60]),
        strike_minutes=st.sampled_from([0, 0, 45]),
        needs=made_of(Needs, setting=st.none() | st.sampled_from(Setting)),
        lineup=lineups,
        is_exhibition=st.booleans(),
    )


def events(identity: EventId) -> st.SearchStrategy[Event]:
    """Any event."""
    return made_of(Event, st.just(identity), fallback=fallbacks)


def seasons() -> st.SearchStrategy[Season]:
    """Any season that some days lie outside of."""
    first, last = st.none() | st.sampled_from(DAYS[:2]), st.none() | st.sampled_from(DAYS[3:])
    return made_of(Season, st.just(SEASON), first_day=first, last_day=last)


def anything(kind: str, position: int) -> st.SearchStrategy[Any]:
    """Any record of a kind at a place of its list."""
    made: dict[str, Any] = {
        "seasons": lambda: seasons(),
        "artists": lambda: artists(position),
        "venues": lambda: venues(position),
        "programmes": lambda: programmes(PROGRAMMES[position]),
        "events": lambda: events(EVENTS[position]),
        "deliveries": lambda: deliveries(f"d{position}"),
        "availabilities": lambda: availabilities(f"a{position}"),
    }
    found: st.SearchStrategy[Any] = made[kind]()
    return found


COUNTS = {"seasons": 1, "artists": 5, "venues": 4, "programmes": 3, "events": 1, "deliveries": 5, "availabilities": 4}


@st.composite
def crowded_plans(draw: st.DrawFn) -> Plan:
    """Any such season."""
    return Plan.of(draw(anything(kind, position)) for kind, count in COUNTS.items() for position in range(count))


@st.composite
def changed_records(draw: st.DrawFn) -> Any:
    """A record to put in the place of one of those."""
    kind = draw(st.sampled_from(["deliveries", *COUNTS]))
    return draw(anything(kind, draw(st.integers(0, COUNTS[kind] - 1))))
