"""Small seasons in which much collides: few people and places, five days, all kinds of hours.

They are drawn by `random` from a seed: evenly, so that every rule is met in every run, and fast.
"""

from __future__ import annotations

import datetime
from random import Random
from typing import Any, TypeVar

from director_app.domain.culture_calendar import SpecialDay, SpecialDayKind
from director_app.domain.facts import (
    Access,
    Act,
    Closure,
    Confirmation,
    ConfirmationOf,
    ConfirmationState,
    DatedHours,
    Equipment,
    Fallback,
    FallbackKind,
    FallbackState,
    Needs,
    Setting,
    TravelMode,
    WeekHours,
)
from director_app.domain.ids import (
    ApplicationId,
    AreaId,
    ArtistId,
    AvailabilityId,
    ComplexId,
    DeliveryId,
    EventId,
    OrganisationId,
    ProgrammeId,
    SegmentId,
    SiteId,
    SpecialDayId,
    TravelId,
    VenueId,
)
from director_app.domain.people import (
    Artist,
    Availability,
    AvailabilityValue,
    Crew,
    Organisation,
    ShiftPattern,
    Site,
)
from director_app.domain.places import Travel, Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Event, Programme, Segment, Status
from director_app.domain.requests import Application, ApplicationState, Wish
from director_app.domain.season import Area, Complex, FilingRule, Season
from director_app.domain.timeline import WallMinute

#: Tuesday 14 October to Saturday 18 October 2025.
DAYS = [datetime.date(2025, 10, day) for day in range(14, 19)]
ARTISTS = [ArtistId(name) for name in ("kim", "lee", "duo", "band", "choir")]
VENUES = [VenueId(name) for name in ("plant", "hall", "corner", "park")]
PROGRAMMES = [ProgrammeId(name) for name in ("concert", "exhibition", "plain")]
EVENTS = [EventId("festival")]
AREAS = [AreaId("north"), AreaId("south")]
WORKS = OrganisationId("works")
COMPLEX = ComplexId("complex")
ITEMS = [Equipment("마이크", 2), Equipment("mixer"), Equipment("마 이크"), Equipment("piano")]
#: Texts of a delivery or a wish, and whether a weekday in them is wrong.
TEXTS = {
    "": False,
    "10. 14.(화) 12:00": False,
    "10월 15일(목) 점심": True,
    "2025. 10. 17.(금)": False,
    "2025/10/17(토요일)": True,
    "Fri 17 October": False,
    "Wed 14 Oct": True,
    "13. 45.(월)": False,
}
COUNTS = {
    "complexes": 1,
    "seasons": 1,
    "artists": 5,
    "venues": 4,
    "programmes": 3,
    "events": 1,
    "deliveries": 6,
    "availabilities": 4,
    "segments": 3,
    "areas": 2,
    "travels": 1,
    "organisations": 1,
    "sites": 1,
    "special_days": 2,
    "applications": 3,
}
_STARTS = [0, 540, 600, 605, 630, 660, 1380, 1430, 1500]
_LENGTHS = [0, 1, 30, 60, 60, 90, 600]
_STATUSES = [*Status, Status.CONFIRMED, Status.CONFIRMED, Status.CONFIRMED]
T = TypeVar("T")


def crowded_plan(random: Random) -> Plan:
    """Any such season."""
    return Plan.of(anything(random, kind, position) for kind, count in COUNTS.items() for position in range(count))


def any_change(random: Random) -> Any:
    """A record to put in the place of one of those, deliveries most often."""
    kind = random.choice(["deliveries", "deliveries", *COUNTS])
    return anything(random, kind, random.randrange(COUNTS[kind]))


def anything(random: Random, kind: str, position: int) -> Any:
    """Any record of a kind at a place of its list."""
    made = {
        "complexes": complex_,
        "seasons": season,
        "artists": artist,
        "venues": venue,
        "programmes": programme,
        "events": event,
        "deliveries": delivery,
        "availabilities": availability,
        "segments": segment,
        "areas": area,
        "travels": travel,
        "organisations": organisation,
        "sites": site,
        "special_days": special_day,
        "applications": application,
    }
    return made[kind](random, position)


def maybe(random: Random, choices: list[T], chance: float = 0.5) -> T | None:
    """One of the choices, or None."""
    return random.choice(choices) if random.random() < chance else None


def some_hours(random: Random) -> tuple[WallMinute, WallMinute]:
    """A start and an end, now and then past midnight."""
    start = random.choice(_STARTS)
    return WallMinute(start), WallMinute(min(2880, start + random.choice(_LENGTHS)))


def two_days(random: Random) -> tuple[datetime.date, datetime.date]:
    """Two days in order."""
    one, other = random.choices(DAYS, k=2)
    return min(one, other), max(one, other)


def lineup(random: Random) -> tuple[Act, ...]:
    """Up to two acts."""
    return tuple(Act(name) for name in random.choices(ARTISTS, k=random.randrange(3)))


def fallback(random: Random) -> Fallback | None:
    """Any plan B, most often none."""
    if random.random() >= 0.3:
        return None
    return Fallback(random.choice([*FallbackKind]), maybe(random, VENUES), random.choice([*FallbackState]))


def delivery(random: Random, position: int) -> Delivery:
    """Any delivery; most have a date and a time."""
    first, last = two_days(random)
    start, end = some_hours(random)
    has_start = random.random() < 0.85
    dated = [DatedHours(day, *some_hours(random)) if random.random() < 0.5 else DatedHours(day) for day in DAYS]
    weekly = [WeekHours(weekday, *some_hours(random)) for weekday in random.choices(range(7), k=4)]
    return Delivery(
        DeliveryId(f"d{position}"),
        programme=maybe(random, PROGRAMMES, 0.7),
        event=maybe(random, EVENTS, 0.2),
        venue=maybe(random, VENUES, 0.85),
        month=random.choice(("2025-10", "2025-12", "2025-01")),
        date=maybe(random, [first], 0.95),
        until=maybe(random, [last], 0.25),
        start=start if has_start else None,
        end=end if random.random() < 0.7 and (has_start or random.random() < 0.2) else None,
        hours=tuple(weekly) if random.random() < 0.15 else (),
        exceptions=tuple(random.sample(dated, 2)) if random.random() < 0.3 else (),
        setup_minutes=maybe(random, [0, 30, 90], 0.3),
        strike_minutes=maybe(random, [0, 30], 0.3),
        status=random.choice(_STATUSES),
        lineup=lineup(random) if random.random() < 0.7 else None,
        fallback=fallback(random),
        area=maybe(random, AREAS, 0.2),
        organisation=maybe(random, [WORKS], 0.4),
        expected_heads=maybe(random, [40, 300, 1000, 2500]),
        shifts=(random.choice(("day", "night")),) if random.random() < 0.2 else (),
        public_note=random.choice([*TEXTS]) if random.random() < 0.3 else "",
        confirmations=tuple(confirmation(random) for _ in range(random.randrange(3))),
    )


def confirmation(random: Random) -> Confirmation:
    """Any answer."""
    return Confirmation(random.choice([*ConfirmationOf]), random.choice([*ConfirmationState]))


def area(_random: Random, position: int) -> Area:
    """One of the areas."""
    return Area(AREAS[position], AREAS[position])


def travel(random: Random, _position: int) -> Travel:
    """The way between them."""
    return Travel(TravelId("way"), AREAS[0], AREAS[1], maybe(random, [90, 300]), maybe(random, [30, 240]))


def organisation(_random: Random, _position: int) -> Organisation:
    """The one company."""
    return Organisation(WORKS, WORKS)


def site(random: Random, _position: int) -> Site:
    """Where it works, in any of three ways."""
    day = Crew("day", 30, WallMinute(510), WallMinute(1050), WallMinute(720), WallMinute(780))
    night = Crew("night", 20, WallMinute(1140), WallMinute(1860))
    patterns = (
        ShiftPattern("days", (day,)),
        ShiftPattern("both", (day, night)),
        ShiftPattern("turns", (day, night), 7, DAYS[0], tuple(range(7))),
    )
    return Site(SiteId("site"), WORKS, area=maybe(random, AREAS, 0.6), shifts=(random.choice(patterns),))


def special_day(random: Random, position: int) -> SpecialDay:
    """A holiday or a shutdown."""
    kind = random.choice([SpecialDayKind.HOLIDAY, SpecialDayKind.SHUTDOWN, SpecialDayKind.WORKING_DAY])
    return SpecialDay(SpecialDayId(f"special{position}"), *two_days(random), kind, "", maybe(random, [WORKS], 0.3))


def application(random: Random, position: int) -> Application:
    """Any application of the company."""
    return Application(
        ApplicationId(f"application{position}"),
        received_at=maybe(random, [datetime.datetime(2025, 9, day) for day in (1, 2, 3)]),
        received_order=random.choice([0, 1, 2]),
        area=maybe(random, AREAS[:1]),
        programme=maybe(random, PROGRAMMES[:1], 0.3),
        wishes=(Wish(random.choice([*TEXTS]), DAYS[0]),),
        state=random.choice([*ApplicationState]),
    )


def segment(random: Random, position: int) -> Segment:
    """Any part of one of the deliveries; most name an artist."""
    start, end = some_hours(random)
    return Segment(
        SegmentId(f"s{position}"),
        DeliveryId(f"d{random.randrange(COUNTS['deliveries'])}"),
        position=random.randrange(3),
        start=maybe(random, [start], 0.7),
        minutes=maybe(random, [end - start], 0.6),
        artist=maybe(random, ARTISTS, 0.8),
    )


def availability(random: Random, position: int) -> Availability:
    """Any statement about anybody or any place."""
    starts, ends = some_hours(random)
    about_artist = random.random() < 0.6
    return Availability(
        AvailabilityId(f"a{position}"),
        artist=random.choice(ARTISTS) if about_artist else None,
        venue=None if about_artist else maybe(random, VENUES, 0.9),
        value=random.choice([*AvailabilityValue, AvailabilityValue.IMPOSSIBLE]),
        weekday=maybe(random, list(range(7)), 0.6),
        date=maybe(random, DAYS, 0.5),
        starts=maybe(random, [starts], 0.6),
        ends=maybe(random, [ends], 0.6),
        valid_from=maybe(random, DAYS, 0.2),
        valid_until=maybe(random, DAYS, 0.2),
    )


def venue(random: Random, position: int) -> Venue:
    """Any venue; it may be part of one before it."""
    opens = random.choice([0, 540, 1080])
    hours = [
        WeekHours(weekday, WallMinute(opens), WallMinute(opens + random.choice([480, 780]))) for weekday in range(7)
    ]
    closures = [Closure(*two_days(random)) for _ in range(2)]
    return Venue(
        VENUES[position],
        VENUES[position],
        part_of=maybe(random, VENUES[:position]) if position else None,
        address=random.choice(("", "", "구미시 공단동 1", "칠곡군 왜관읍 2")),
        setting=maybe(random, [*Setting]),
        opening_hours=tuple(random.choices(hours, k=5)) if random.random() < 0.25 else (),
        closures=tuple(closures) if random.random() < 0.2 else (),
        fallback=maybe(random, VENUES, 0.2),
        fallback_state=random.choice([*FallbackState]),
        area=maybe(random, AREAS, 0.6),
        seats=maybe(random, [50, 500], 0.3),
        standing=maybe(random, [200], 0.3),
        power_kw=maybe(random, [2.0], 0.3),
        floor_area=maybe(random, [80.0], 0.3),
        zone=random.choice(("", "", "주거지역")),
        quiet_hours=(WeekHours(random.randrange(7), *some_hours(random)),) if random.random() < 0.15 else (),
        access=Access(pass_days=maybe(random, [0, 2], 0.3)),
        is_registered_venue=random.random() < 0.2,
    )


def artist(random: Random, position: int) -> Artist:
    """Any artist; members come before the group."""
    members = random.sample(ARTISTS[:position], min(position, random.randrange(3)))
    return Artist(
        ARTISTS[position], ARTISTS[position], members=tuple(members), travels_by=maybe(random, [*TravelMode], 0.4)
    )


def programme(random: Random, position: int) -> Programme:
    """Any programme; the second is an exhibition."""
    return Programme(
        PROGRAMMES[position],
        PROGRAMMES[position],
        running_minutes=maybe(random, [0, 40, 90]),
        setup_minutes=random.choice([0, 0, 60]),
        strike_minutes=random.choice([0, 0, 45]),
        needs=Needs(maybe(random, [3.0], 0.2), maybe(random, [100.0], 0.2), maybe(random, [*Setting]))._replace(
            loud=random.random() < 0.3,
            quiet=random.random() < 0.3,
            items=tuple(random.sample(ITEMS, random.randrange(3))),
        ),
        lineup=lineup(random),
        is_exhibition=position == 1,
    )


def event(random: Random, position: int) -> Event:
    """Any event."""
    return Event(
        EVENTS[position],
        EVENTS[position],
        first_day=maybe(random, DAYS),
        venue=maybe(random, VENUES, 0.3),
        fallback=fallback(random),
        expected_heads=maybe(random, [900, 1000]),
        status=random.choice(_STATUSES),
    )


def season(random: Random, _position: int) -> Season:
    """Any season; some days may lie outside of it, and some things may be too few."""
    return Season(
        SEASON,
        complex=COMPLEX,
        first_day=maybe(random, [*DAYS[:2], datetime.date(2025, 9, 1)]),
        last_day=maybe(random, DAYS[3:]),
        equipment=random.choice([(), (Equipment("마이크", 3),), (Equipment("Mixer ", 1), Equipment("마이크", 5))]),
    )


def complex_(random: Random, _position: int) -> Complex:
    """The complex, where one local government, or any, may ask for more than the law."""
    rules = [FilingRule("구미시", 900, 21), FilingRule("", 300, 7), FilingRule("공단동", 2500, 30)]
    return Complex(
        COMPLEX,
        address=random.choice(("", "경상북도 구미시")),
        filings=tuple(random.sample(rules, random.randrange(3))),
    )
