"""What rain can touch on a day, and who must know of a change."""

from __future__ import annotations

import datetime

from director_app.domain.facts import Act, Contact, Fallback, FallbackKind, FallbackState, Setting, Subject
from director_app.domain.ids import ArtistId, DeliveryId, OrganisationId, ProgrammeId, ToldId, VenueId
from director_app.domain.people import Artist, Organisation
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.requests import Told
from director_app.domain.timeline import WallMinute
from director_app.planner.on_site import Part, outdoor_items, people_to_tell

DAY = datetime.date(2025, 10, 25)
PARK, HALL = VenueId("park"), VenueId("hall")
ONE, TWO, IN = DeliveryId("1"), DeliveryId("2"), DeliveryId("3")
CALLED = (Contact("담당", phone="010-0000-0001"),)
SECURED = Fallback(venue=HALL, state=FallbackState.SECURED, decision_time=WallMinute(480), decided_by="총감독")


def season(first: Delivery | None = None, *more: object) -> Plan:
    """A concert and a walk in a park, the walk without a thought of rain; a talk in a hall."""
    return Plan.of(
        [
            Organisation(OrganisationId("city"), "재단", contacts=CALLED),
            Organisation(OrganisationId("firm"), "회사"),
            Venue(PARK, "공원", setting=Setting.OUTDOOR, host=OrganisationId("city")),
            Venue(HALL, "복지관", setting=Setting.INDOOR, contacts=CALLED, address="인동가산로 392"),
            Artist(ArtistId("solo"), "독주자", contacts=CALLED),
            Artist(ArtistId("band"), "밴드", members=(ArtistId("drum"), ArtistId("bass"))),
            Artist(ArtistId("drum"), "북", contacts=CALLED),
            Artist(ArtistId("bass"), "베이스"),
            Programme(ProgrammeId("p"), "음악회", lineup=(Act(ArtistId("solo")), Act(ArtistId("band")))),
            first or concert(),
            Delivery(TWO, "GM-002", date=DAY, start=WallMinute(600), venue=PARK),
            Delivery(IN, "GM-003", date=DAY, start=WallMinute(540), venue=HALL),
            Delivery(DeliveryId("4"), "GM-004", date=DAY, venue=PARK, status=Status.IDEA),
            *more,
        ]
    )


def concert(**values: object) -> Delivery:
    return Delivery(
        ONE, "GM-001", ProgrammeId("p"), date=DAY, start=WallMinute(900), venue=PARK, status=Status.CONFIRMED,
        fallback=SECURED, organisation=OrganisationId("firm"),
    )._replace(**values)  # type: ignore[arg-type]  # fields by name  # fmt: skip


def test_outdoors_comes_by_the_time_of_decision_and_undecided_last() -> None:
    first, second = outdoor_items(season(), DAY)
    assert (first.delivery, first.place_b, first.is_secured, first.is_indoors) == (ONE, HALL, True, False)
    assert (second.delivery, second.plan_b, second.place_b, second.is_secured) == (TWO, None, None, False)
    assert outdoor_items(season(), DAY + datetime.timedelta(1)) == ()


def test_what_was_decided_stays_in_the_list() -> None:
    indoors = outdoor_items(season(concert(venue=HALL)), DAY)[0]
    assert (indoors.delivery, indoors.is_indoors) == (ONE, True)
    assert outdoor_items(season(concert(status=Status.CANCELLED)), DAY)[0].delivery == ONE
    assert [one.delivery for one in outdoor_items(season(concert(status=Status.DELIVERED)), DAY)] == [TWO]


def test_postponing_by_plan_needs_no_place() -> None:
    plan_b = SECURED._replace(kind=FallbackKind.POSTPONE)
    item = outdoor_items(season(concert(fallback=plan_b)), DAY)[0]
    assert (item.place_b, item.is_secured) == (None, False)


def test_acts_both_places_hosts_and_the_company_are_told() -> None:
    people = people_to_tell(season(), season(concert(venue=HALL)))
    assert [(one.subject.id, one.part) for one in people] == [
        ("solo", Part.ACT), ("band", Part.ACT), ("drum", Part.MEMBER), ("hall", Part.PLACE), ("park", Part.PLACE_LEFT),
        ("city", Part.HOST), ("firm", Part.COMPANY),
    ]  # fmt: skip
    assert {one.delivery for one in people} == {ONE}


def test_nobody_is_told_of_what_stays_unless_asked() -> None:
    assert people_to_tell(season(), season(concert(internal_note="물", fallback=None))) == ()
    assert people_to_tell(season(), season(), [ONE, ONE])[0].subject.id == "solo"


def test_an_act_that_no_longer_comes_is_told_and_a_delivery_that_is_gone() -> None:
    without = season(concert(lineup=(Act(ArtistId("band")),)))
    assert "solo" in {one.subject.id for one in people_to_tell(season(), without)}
    gone = Plan.of([*season().artists.values(), *season().venues.values(), *season().programmes.values()])
    assert {one.delivery for one in people_to_tell(season(), gone)} == {ONE, TWO, IN}


def test_when_somebody_was_told_last() -> None:
    moment = datetime.datetime(2025, 10, 25, 6, 46)
    told = Told(ToldId("t"), Subject("artists", "solo"), ONE, told_at=moment)
    found = people_to_tell(season(), season(concert(), told), [ONE])
    assert [one.told_at for one in found if one.subject.id in ("solo", "band")] == [moment, None]
