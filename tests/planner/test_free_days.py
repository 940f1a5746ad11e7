"""Which days are taken, free or impossible: for an artist, for all of a group, for a venue, for a line-up."""

from __future__ import annotations

import datetime

from director_app.domain.facts import Act, Closure
from director_app.domain.ids import ArtistId, AvailabilityId, DeliveryId, ProgrammeId, VenueId
from director_app.domain.people import Artist, Availability, AvailabilityValue
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.timeline import WallMinute
from director_app.planner.free_days import DayState, days_of

FIRST = datetime.date(2025, 10, 6)
SOLO, GROUP, DRUMS = ArtistId("solo"), ArtistId("group"), ArtistId("drums")
NOON, EVENING, HALL = ProgrammeId("noon"), ProgrammeId("evening"), VenueId("hall")


def on(number: int) -> datetime.date:
    return FIRST + datetime.timedelta(days=number)


def plan() -> Plan:
    return Plan.of(
        [
            Artist(SOLO, "Solo"), Artist(DRUMS, "Drums"), Artist(GROUP, "Group", members=(SOLO, DRUMS)),
            Programme(NOON, "Noon", lineup=(Act(SOLO),)), Programme(EVENING, "Evening", lineup=(Act(GROUP),)),
            Venue(HALL, "Hall", closures=(Closure(on(4), on(5), "polished"),)),
            Delivery(DeliveryId("a"), programme=NOON, date=on(1), start=WallMinute(720), venue=HALL),
            Delivery(DeliveryId("b"), programme=EVENING, date=on(2), start=WallMinute(1080)),
            Delivery(DeliveryId("c"), programme=NOON, date=on(3), status=Status.CANCELLED),
            Availability(AvailabilityId("x"), DRUMS, date=on(3), value=AvailabilityValue.IMPOSSIBLE, reason="exam"),
        ]
    )  # fmt: skip


def picture(kind: str, identity: str) -> str:
    signs = {DayState.FREE: ".", DayState.BOOKED: "#", DayState.CANNOT: "x"}
    return "".join(signs[one.state] for one in days_of(plan(), kind, identity, FIRST, 7))


def test_days_of_a_person_a_group_and_its_members() -> None:
    assert picture("artists", SOLO) == ".##...."
    assert picture("artists", DRUMS) == "..#x..."
    assert picture("artists", GROUP) == ".##x...", "free only where both are"


def test_days_of_a_programme_are_those_of_its_line_up() -> None:
    assert picture("programmes", NOON) == ".##...."
    assert picture("programmes", EVENING) == ".##x..."


def test_days_of_a_venue_and_the_reasons() -> None:
    assert picture("venues", HALL) == ".#..xx."
    assert days_of(plan(), "venues", HALL, on(4), 1)[0].reason == "polished"
    assert days_of(plan(), "artists", GROUP, on(3), 1)[0].reason == "exam"
