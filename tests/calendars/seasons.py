"""Small seasons for the calendar tests: drawn at random with everything undecided somewhere, and their edits."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import strategies as st

from director_app.domain.facts import (
    Accessibility,
    Act,
    Confirmation,
    ConfirmationOf,
    Contact,
    DatedHours,
    Fallback,
    FallbackKind,
    WeekHours,
)
from director_app.domain.ids import (
    AreaId,
    ArtistId,
    DeliveryId,
    EventId,
    InitiativeId,
    OrganisationId,
    ProgrammeId,
    VenueId,
)
from director_app.domain.people import Artist, Organisation
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Event, Initiative, Programme, Status
from director_app.domain.season import Area, Season
from director_app.domain.timeline import WallMinute
from director_app.planner.scope import Scope

DAY = datetime.date(2025, 10, 14)
NOW = datetime.datetime(2025, 10, 1, 9, 0, tzinfo=datetime.UTC)
#: Appears in every private text, and must appear in no public calendar.
SECRET = "비밀"

LETTERS = st.sampled_from("가나다밤봄힣ㄱabcXYZ ,;:\"'·〈〉😀\n0189-_/()&<>")
TEXTS = st.text(LETTERS, max_size=60)
NAMES = st.text(LETTERS, min_size=1, max_size=40)
AREAS = (AreaId("area-1"), AreaId("area-2"))
VENUES = (VenueId("hall"), VenueId("room"), VenueId("park"))
ARTISTS = (ArtistId("singer"), ArtistId("band"), ArtistId("solo"))
PROGRAMMES = (ProgrammeId("concert"), ProgrammeId("show"))
STRAND = InitiativeId("strand")
DELIVERIES = tuple(DeliveryId(f"{number:032x}") for number in range(1, 6))
ZONES = st.sampled_from(["Asia/Seoul", "Europe/Berlin", "America/New_York", "Australia/Sydney", "Pacific/Chatham"])


def private(name: str) -> tuple[Contact, ...]:
    return (Contact(f"{SECRET}{name}", f"{SECRET}대표", f"010-{SECRET}-0000", f"{SECRET}@example.org"),)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def minutes(draw: st.DrawFn) -> tuple[WallMinute | None, WallMinute | None]:
    """Start and end of a delivery: undecided, without an end, over midnight."""
    start = draw(maybe(st.integers(0, 1600)))
    if start is None:
        return None, None
    end = draw(maybe(st.integers(start, start + 600)))
    return WallMinute(start), None if end is None else WallMinute(end)


@st.composite
def hours(draw: st.DrawFn) -> tuple[WeekHours, ...]:
    opens = draw(st.sampled_from([540, 600, 610]))
    days = draw(st.lists(st.integers(0, 6), max_size=7, unique=draw(st.booleans())))
    odd = draw(st.booleans())
    return tuple(
        WeekHours(day, WallMinute(opens + 60 * place * odd), WallMinute(1080)) for place, day in enumerate(days)
    )


@st.composite
def exceptions(draw: st.DrawFn) -> tuple[DatedHours, ...]:
    days = draw(st.lists(st.integers(0, 14), max_size=3, unique=True))
    closed = DatedHours(DAY)
    kinds = st.sampled_from([closed, closed, DatedHours(DAY, WallMinute(780), WallMinute(900))])
    return tuple(draw(kinds)._replace(date=DAY + datetime.timedelta(days=day)) for day in days)


def fallbacks() -> st.SearchStrategy[Fallback]:
    return st.tuples(st.sampled_from(FallbackKind), maybe(st.sampled_from(VENUES))).map(lambda one: Fallback(*one))


@st.composite
def deliveries(draw: st.DrawFn, identity: DeliveryId = DELIVERIES[0]) -> Delivery:
    """A delivery with every fact undecided in some cases."""
    date = draw(maybe(st.integers(0, 40)))
    first = None if date is None else DAY + datetime.timedelta(days=date)
    length = draw(st.sampled_from([None, None, 0, 1, 12]))
    start, end = draw(minutes())
    has_hours = draw(st.integers(0, 3)) == 0
    return Delivery(
        identity,
        number=f"CD-{SECRET}-{identity[-3:]}",
        programme=draw(maybe(st.sampled_from(PROGRAMMES))),
        title_suffix=draw(st.sampled_from(["", "2회차"])),
        event=draw(st.sampled_from([None, EventId("fest")])),
        organisation=draw(st.sampled_from([None, OrganisationId("firm")])),
        area=draw(maybe(st.sampled_from(AREAS))),
        venue=draw(maybe(st.sampled_from(VENUES))),
        month="2025-10" if first is None else "",
        date=first,
        until=None if first is None or length is None else first + datetime.timedelta(days=length),
        start=start,
        end=end,
        hours=draw(hours()) if has_hours else (),
        exceptions=draw(exceptions()) if has_hours else (),
        setup_minutes=draw(maybe(st.just(90))),
        status=draw(st.sampled_from(Status)),
        lineup=draw(maybe(st.lists(st.sampled_from(ARTISTS).map(Act), max_size=2).map(tuple))),
        expected_heads=draw(maybe(st.just(77))),
        accessibility=draw(maybe(st.just((Accessibility.WHEELCHAIR,)))),
        fallback=draw(maybe(fallbacks())),
        confirmations=draw(st.sampled_from([(), (Confirmation(ConfirmationOf.ACT, artist=ARTISTS[0], on=DAY),)])),
        responsible=draw(st.sampled_from(["", f"{SECRET} 담당"])),
        booking=draw(st.sampled_from(["", "현장 예약"])),
        public_note=draw(TEXTS),
        internal_note=draw(st.sampled_from(["", f"{SECRET} 메모"])),
        postponed_to=draw(maybe(st.just(DAY + datetime.timedelta(days=50)))),
        changed_reason=draw(st.sampled_from(["", f"{SECRET} 사유"])),
    )


def surroundings(name: str = "봄밤", text: str = "", zone: str = "Asia/Seoul", *, bare: bool = False) -> list[Any]:
    """Everything that deliveries name; `bare` leaves out what may be left out."""
    hall, room, park = VENUES
    singer, band, solo = ARTISTS
    return [
        Season(SEASON, title=name, title_en="Season", zone=zone),
        Area(AREAS[0], name=name, name_en="Area one"),
        Area(AREAS[1], name="2단지"),
        Initiative(STRAND, name=name),
        Organisation(OrganisationId("firm"), name=name, contacts=private("회사"), note=SECRET),
        Venue(hall, name=name, area=AREAS[0], address=text, latitude=36.1195, longitude=128.3446),
        Venue(room, name="2층 홀", part_of=hall, contacts=private("홀"), fallback=hall),
        Venue(park, name=name, area=AREAS[1], contacts=private("공원"), note=SECRET, directions=SECRET),
        Artist(singer, name=name, contacts=private("가수"), fee=1234567, note=SECRET, needs=SECRET),
        Artist(band, name="구미 밴드", romanised="Gumi Band", members=(singer,), contacts=private("밴드")),
        Artist(solo, name=f"{name} 독주"),
        Event(EventId("fest"), title=name, note=SECRET, fallback=None if bare else Fallback(venue=room)),
        Programme(
            PROGRAMMES[0],
            title=name,
            title_en="Concert",
            subtitle=text,
            initiative=STRAND,
            running_minutes=None if bare else 50,
            lineup=(Act(singer, "노래"), Act(band)),
            is_free=True,
            note=SECRET,
        ),
        Programme(PROGRAMMES[1], title=name, admission="1만 원", booking=text),
    ]


@st.composite
def plans(draw: st.DrawFn, zone: str = "Asia/Seoul") -> Plan:
    """A season of a few deliveries."""
    count = draw(st.integers(1, len(DELIVERIES)))
    around = surroundings(draw(NAMES), draw(TEXTS), zone, bare=draw(st.booleans()))
    return Plan.of([*around, *(draw(deliveries(one)) for one in DELIVERIES[:count])])


def any_scope() -> st.SearchStrategy[Scope]:
    """Any one or two conditions, dates among them or not."""
    days = st.none() | st.integers(-5, 60).map(lambda days: DAY + datetime.timedelta(days=days))
    conditions = {
        "programme": PROGRAMMES, "delivery": DELIVERIES, "area": AREAS, "initiative": (STRAND,), "artist": ARTISTS,
        "venue": VENUES,
    }  # fmt: skip
    named = st.sampled_from([(name, one) for name, some in conditions.items() for one in some])
    return st.builds(
        lambda some, since, until: Scope(since, until, **dict(some)), st.lists(named, max_size=2), days, days
    )
