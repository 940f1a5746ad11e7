"""Seasons in which everything is in order, drawn from a seed: a careful director has nothing to hear about them."""

from __future__ import annotations

import datetime
from random import Random

from director_app.domain.facts import (
    Access,
    Act,
    Confirmation,
    ConfirmationOf,
    ConfirmationState,
    Fallback,
    FallbackKind,
    FallbackState,
    Needs,
    Setting,
    WeekHours,
)
from director_app.domain.ids import (
    AreaId,
    ArtistId,
    AvailabilityId,
    DeliveryId,
    OrganisationId,
    ProgrammeId,
    SiteId,
    TravelId,
    VenueId,
)
from director_app.domain.people import (
    Artist,
    ArtistKind,
    Availability,
    AvailabilityValue,
    Crew,
    Organisation,
    ShiftPattern,
    Site,
)
from director_app.domain.places import Travel, Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.season import Area, Season
from director_app.domain.timeline import WallMinute

#: Monday 18 August 2025, and four weeks after it without a public holiday.
FIRST = datetime.date(2025, 8, 18)
TODAY = FIRST - datetime.timedelta(days=20)
WEEKS = 4
_NOON = WallMinute(12 * 60)
_LENGTH = 40


def legal_plan(random: Random) -> Plan:
    """Lunch concerts, each act once a day, each place once a day, at companies at table, plan B secured."""
    areas = [Area(AreaId(f"area{number}"), f"{number}단지") for number in range(3)]
    ways = [
        Travel(TravelId(f"way{one}{other}"), areas[one].id, areas[other].id, van_minutes=random.choice([10, 45]))
        for one, other in ((0, 1), (0, 2), (1, 2))
    ]
    companies = [Organisation(OrganisationId(f"company{number}"), f"기업 {number}") for number in range(4)]
    crew = Crew("주간", 100, WallMinute(510), WallMinute(1050), _NOON, WallMinute(780))
    sites = [
        Site(SiteId(f"site{number}"), company.id, area=areas[number % 3].id, shifts=(ShiftPattern("주간", (crew,)),))
        for number, company in enumerate(companies)
    ]
    venues = [place for number in range(4) for place in _places(random, number, areas, companies)]
    members = [Artist(ArtistId(f"member{number}"), f"연주자 {number}", ArtistKind.PERSON) for number in range(8)]
    acts = [
        Artist(ArtistId(f"band{number}"), f"밴드 {number}", members=tuple(one.id for one in members[number::4]))
        for number in range(4)
    ]
    programmes = [
        Programme(
            ProgrammeId(f"programme{number}"),
            f"음악회 {number}",
            running_minutes=random.choice([30, _LENGTH]),
            setup_minutes=random.choice([0, 60]),
            strike_minutes=random.choice([0, 30]),
            needs=Needs(power_kw=random.choice([None, 2.0])),
            lineup=(Act(act.id),),
        )
        for number, act in enumerate(acts)
    ]
    season = Season(SEASON, first_day=FIRST, last_day=FIRST + datetime.timedelta(weeks=WEEKS))
    elsewhere = Availability(
        AvailabilityId("away"), acts[0].id, value=AvailabilityValue.IMPOSSIBLE, date=FIRST + datetime.timedelta(5)
    )
    records = (season, *areas, *ways, *companies, *sites, *venues, *members, *acts, *programmes, elsewhere)
    return Plan.of((*records, *_deliveries(random, programmes, companies)))


def _places(random: Random, number: int, areas: list[Area], companies: list[Organisation]) -> tuple[Venue, Venue]:
    """A company's yard, open at noon, and the canteen it goes to in rain."""
    hall, yard = VenueId(f"hall{number}"), VenueId(f"yard{number}")
    area, host = areas[number % 3].id, companies[number].id
    hours = tuple(WeekHours(weekday, WallMinute(480), WallMinute(1320)) for weekday in range(5))
    quiet = (WeekHours(random.randrange(5), WallMinute(840), WallMinute(1020)),)
    access = Access(pass_days=random.choice([None, 3]))
    return (
        Venue(hall, f"식당 {number}", host=host, area=area, setting=Setting.INDOOR, opening_hours=hours, seats=200),
        Venue(
            yard,
            f"마당 {number}",
            host=host,
            area=area,
            setting=random.choice([Setting.OUTDOOR, Setting.INDOOR]),
            standing=150,
            power_kw=3.0,
            quiet_hours=quiet,
            access=access,
        ),
    )


def _deliveries(random: Random, programmes: list[Programme], companies: list[Organisation]) -> list[Delivery]:
    found: list[Delivery] = []
    for week in range(WEEKS):
        for weekday in random.sample(range(5), 3):
            day = FIRST + datetime.timedelta(weeks=week, days=weekday)
            order = random.sample(range(4), 4)
            for number, programme in enumerate(random.sample(programmes, random.randint(1, 4))):
                found.append(_delivery(random, len(found), programme, order[number], companies, day))
    return found


def _delivery(
    random: Random, number: int, programme: Programme, where: int, companies: list[Organisation], day: datetime.date
) -> Delivery:
    agreed = tuple(Confirmation(of, ConfirmationState.AGREED) for of in ConfirmationOf)
    in_rain = Fallback(FallbackKind.INDOORS, VenueId(f"hall{where}"), FallbackState.SECURED)
    return Delivery(
        DeliveryId(f"d{number}"),
        number=f"CD-{number:03}",
        programme=programme.id,
        organisation=companies[where].id,
        venue=VenueId(f"yard{where}"),
        date=day,
        start=WallMinute(_NOON + random.choice([0, 10, 20])),
        end=None,
        status=random.choice([Status.PENCILLED, Status.CONFIRMED]),
        expected_heads=random.choice([None, 60, 150]),
        shifts=random.choice([(), ("주간",)]),
        fallback=random.choice([in_rain, Fallback(FallbackKind.POSTPONE)]),
        confirmations=agreed,
        public_note=f"{day.month}. {day.day}.({'월화수목금토일'[day.weekday()]}) 점심시간",
    )
