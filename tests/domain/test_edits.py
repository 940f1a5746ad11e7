"""What the user asks for, on the plan alone: moves, removals with what follows from them, rules that refuse."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from director_app.domain.edits import (
    Add,
    AddDelivery,
    AnswerApplication,
    Change,
    Edit,
    MoveDelivery,
    Put,
    Remove,
    Several,
    resolve,
)
from director_app.domain.facts import (
    Act,
    Closure,
    Confirmation,
    ConfirmationOf,
    ConfirmationState,
    Contact,
    Fallback,
    Subject,
    WeekHours,
)
from director_app.domain.ids import (
    AcceptedProblemId,
    ApplicationId,
    ArtistId,
    DeliveryId,
    ProgrammeId,
    SegmentId,
    VenueId,
)
from director_app.domain.papers import AcceptedProblem
from director_app.domain.people import Artist
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Segment, Status
from director_app.domain.refusals import RefusedEdit
from director_app.domain.requests import Application, ApplicationState
from director_app.domain.rules import clean_text, holds_resident_number
from director_app.domain.timeline import WallMinute

DAY = datetime.date(2025, 10, 14)
D = DeliveryId("d")
BASE = Delivery(D, "GM-001", venue=VenueId("hall"), date=DAY, start=WallMinute(600), end=WallMinute(660))
PLAN = Plan.of([BASE, Venue(VenueId("hall"), "에코홀"), Venue(VenueId("park"), "공원")], 1)


def after(edit: Edit, plan: Plan = PLAN) -> Plan:
    return resolve(plan, edit)[0]


def moved(to: dict[str, Any], **facts: Any) -> Delivery:
    """The delivery, first with other facts, then moved."""
    plan = after(Change("deliveries", "d", facts)) if facts else PLAN
    return after(MoveDelivery(D, to), plan).deliveries[D]


def test_the_end_goes_with_the_start() -> None:
    late = moved({"start": 1380})
    assert (late.date, late.start, late.end) == (DAY, 1380, 1440)
    undecided = moved({"start": None})
    assert (undecided.date, undecided.start, undecided.end) == (DAY, None, None)
    assert moved({"start": 630, "end": 640}).end == 640


def test_the_last_date_goes_with_the_date() -> None:
    until = DAY + datetime.timedelta(days=4)
    there = DAY + datetime.timedelta(days=30)
    assert moved({"date": there}, until=until).until == there + datetime.timedelta(days=4)
    assert moved({"date": None}, until=until).until is None
    assert moved({"date": DAY}, date=None, month="2025-11").month == ""


def test_another_venue_must_be_asked_again_but_the_acts_and_the_contract_stand() -> None:
    agreed = tuple(Confirmation(of, ConfirmationState.AGREED, on=DAY) for of in ConfirmationOf)
    venue, act, contract = moved({"venue": VenueId("park")}, confirmations=agreed).confirmations
    assert venue == Confirmation(ConfirmationOf.VENUE)
    assert (act, contract) == agreed[1:]
    changed = after(
        Change("deliveries", "d", {"venue": None}), after(Change("deliveries", "d", {"confirmations": agreed}))
    )
    assert changed.deliveries[D].confirmations[0].state is ConfirmationState.OPEN


@pytest.mark.parametrize("to", [{"date": DAY + datetime.timedelta(7)}, {"start": 700}, {"venue": VenueId("hall")}])
def test_another_time_at_the_same_venue_reopens_nothing(to: dict[str, Any]) -> None:
    agreed = (Confirmation(ConfirmationOf.VENUE, ConfirmationState.AGREED, on=DAY),)
    assert moved(to, confirmations=agreed).confirmations == agreed


def test_the_first_venue_keeps_the_answer_that_came_before_its_name() -> None:
    agreed = (Confirmation(ConfirmationOf.VENUE, ConfirmationState.AGREED, on=DAY),)
    assert moved({"venue": VenueId("park")}, venue=None, confirmations=agreed).confirmations == agreed


def test_a_locked_delivery_stays() -> None:
    plan = after(Change("deliveries", "d", {"is_locked": True}))
    with pytest.raises(RefusedEdit, match="GM-001"):
        after(MoveDelivery(D, {"venue": "park"}), plan)


TIMED: list[Any] = [
    BASE._replace(venue=None, start=WallMinute(1140), end=WallMinute(1200)),
    Segment(SegmentId("check"), D, 0, "리허설", WallMinute(540)),
    Segment(SegmentId("open"), D, 1, "여는 말", WallMinute(1140)),
    Segment(SegmentId("then"), D, 2, "공연"),
]


@pytest.mark.parametrize("edit", [MoveDelivery(D, {"start": 1110}), Change("deliveries", "d", {"start": 1110})])
def test_timed_parts_go_with_their_delivery(edit: Any) -> None:
    plan = after(edit, Plan.of(TIMED))
    assert [plan.segments[SegmentId(name)].start for name in ("check", "open", "then")] == [510, 1110, None]


def test_parts_wait_while_the_time_is_undecided_and_follow_the_next_one() -> None:
    plan = after(MoveDelivery(D, {"start": None}), Plan.of(TIMED))
    assert plan.segments[SegmentId("open")].start == 19 * 60
    plan = after(MoveDelivery(D, {"start": 20 * 60}), plan)
    assert [plan.segments[SegmentId(name)].start for name in ("check", "open")] == [600, 1200]


def test_a_part_is_not_moved_out_of_its_date() -> None:
    with pytest.raises(RefusedEdit, match="would begin before"):
        after(MoveDelivery(D, {"start": 9 * 60}), Plan.of(TIMED))


def test_only_fields_there_are_can_be_changed() -> None:
    for edit in (Change("deliveries", "d", {"colour": 1}), MoveDelivery(D, {"colour": 1})):
        with pytest.raises(RefusedEdit, match="colour"):
            after(edit)


def test_nothing_is_added_twice() -> None:
    for records in ((BASE,), (Artist(ArtistId("a")), Artist(ArtistId("a")))):
        with pytest.raises(RefusedEdit, match="already"):
            after(Add(records))


CROWD: list[Any] = [
    Venue(VenueId("plant"), "방림"),
    Venue(VenueId("hall"), "강당", part_of=VenueId("plant"), fallback=VenueId("tent")),
    Venue(VenueId("tent"), "천막"),
    Artist(ArtistId("kim"), "김하늘"),
    Artist(ArtistId("duo"), "하늘땅", members=(ArtistId("kim"),)),
    Programme(ProgrammeId("p"), "봄밤", lineup=(Act(ArtistId("duo")), Act(ArtistId("kim"), "사회"))),
    Delivery(
        D, "GM-001", ProgrammeId("p"), venue=VenueId("hall"), date=DAY, lineup=(Act(ArtistId("kim")),),
        fallback=Fallback(venue=VenueId("tent")),
        confirmations=(Confirmation(ConfirmationOf.ACT, artist=ArtistId("kim")), Confirmation(ConfirmationOf.VENUE)),
    ),
    Delivery(DeliveryId("only"), "GM-002", ProgrammeId("p")),
    Segment(SegmentId("s"), D, artist=ArtistId("kim")),
    Application(ApplicationId("q"), "1", state=ApplicationState.CONFIRMED, delivery=D),
    AcceptedProblem(AcceptedProblemId("x"), "venue_closed", (Subject("deliveries", "d"), Subject("venues", "hall"))),
]  # fmt: skip
SEASON = Plan.of(CROWD, 2)


def test_without_an_artist_every_mention_goes() -> None:
    plan = after(Remove("artists", "kim"), SEASON)
    assert plan.artists[ArtistId("duo")].members == ()
    assert plan.programmes[ProgrammeId("p")].lineup == (Act(ArtistId("duo")),)
    assert plan.deliveries[D].lineup == ()
    assert [one.of for one in plan.deliveries[D].confirmations] == ["act", "venue"]
    assert plan.deliveries[D].confirmations[0].artist is None
    assert plan.segments[SegmentId("s")].artist is None
    assert not plan.users("artists", "kim")


def test_without_a_venue_its_parts_stand_alone_and_plan_b_is_open_again() -> None:
    plan = after(Several((Remove("venues", "plant"), Remove("venues", "tent"))), SEASON)
    assert set(plan.venues) == {"hall"}
    assert plan.venues[VenueId("hall")].part_of is None
    assert plan.venues[VenueId("hall")].fallback is None
    assert plan.deliveries[D].fallback == Fallback()


def test_without_a_delivery_its_segments_go_and_its_application_waits_again() -> None:
    plan = after(Remove("deliveries", "d"), SEASON)
    assert not plan.segments
    assert not plan.accepted_problems
    application = plan.applications[ApplicationId("q")]
    assert (application.delivery, application.state) == (None, ApplicationState.IN_REVIEW)


def test_what_a_delivery_stands_on_stays() -> None:
    with pytest.raises(RefusedEdit, match="GM-002"):
        after(Remove("programmes", "p"), SEASON)
    both = Several((Remove("deliveries", "only"), Remove("programmes", "p")))
    assert after(both, SEASON).deliveries[D].programme is None


def test_what_is_gone_cannot_be_changed() -> None:
    for edit in (Remove("venues", "x"), Change("venues", "x", {}), MoveDelivery(DeliveryId("x"), {})):
        with pytest.raises(RefusedEdit, match="no longer"):
            after(edit)


def test_an_answer_is_numbered_and_linked() -> None:
    plan = Plan.of([Application(ApplicationId("q"), "1")], 41)
    plan = after(AnswerApplication(ApplicationId("q"), Delivery(D, date=DAY)), plan)
    assert plan.deliveries[D].number == "CD-042"
    assert plan.applications[ApplicationId("q")].delivery == D
    assert plan.applications[ApplicationId("q")].state == ApplicationState.PLACED


REFUSED: dict[str, tuple[Edit, str]] = {
    "ends before it starts": (Change("deliveries", "d", {"end": 599}), "end before"),
    "last date before the first": (Change("deliveries", "d", {"until": datetime.date(2025, 10, 1)}), "end before"),
    "minute too late": (Change("deliveries", "d", {"start": 0, "end": 2881}), "out of range for end"),
    "minute negative": (Change("deliveries", "d", {"start": -1}), "out of range for start"),
    "moved beyond two days": (MoveDelivery(D, {"start": 2860}), "out of range for end"),
    "month in words": (Change("deliveries", "d", {"month": "10월"}), "out of range for month"),
    "year of a slip": (Change("deliveries", "d", {"date": datetime.date(225, 10, 1)}), "out of range for date"),
    "heads negative": (Change("deliveries", "d", {"expected_heads": -5}), "expected_heads"),
    "set-up of a year": (Change("deliveries", "d", {"setup_minutes": 525_600}), "setup_minutes"),
    "no anchor": (Put(Delivery(DeliveryId("e"))), "needs a company"),
    "number taken": (Put(BASE._replace(id=DeliveryId("e"))), "GM-001"),
    "unknown venue": (MoveDelivery(D, {"venue": "moon"}), "venues"),
    "part of its part": (
        Several((Change("venues", "hall", {"part_of": "park"}), Change("venues", "park", {"part_of": "hall"}))),
        "part of itself",
    ),
    "member of itself": (Put(Artist(ArtistId("a"), "나", members=(ArtistId("a"),))), "member of itself"),
    "hours upside down": (
        Change("venues", "hall", {"opening_hours": (WeekHours(1, WallMinute(900), WallMinute(800)),)}), "end before"),
    "weekday eight": (
        Change("venues", "hall", {"opening_hours": (WeekHours(8, WallMinute(1), WallMinute(2)),)}), "weekday"),
    "closure upside down": (
        Change("venues", "hall", {"closures": (Closure(DAY, datetime.date(2025, 1, 1)),)}), "end before"),
    "north of the pole": (Change("venues", "hall", {"latitude": 91.0}), "latitude"),
    "not a number": (Change("venues", "hall", {"floor_area": float("nan")}), "floor_area"),
    "resident number": (Change("venues", "hall", {"note": "본인 900101-1234567"}), "resident registration"),
    "nested resident number": (
        Change("venues", "hall", {"contacts": (Contact("김", phone="900101 - 2234567"),)}), "resident registration"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_makes_no_sense_is_refused(case: str) -> None:
    edit, said = REFUSED[case]
    with pytest.raises(RefusedEdit) as refused:
        after(edit)
    assert said in str(refused.value)
    assert "1234567" not in str(refused.value)


def test_texts_are_cleaned() -> None:
    dirty = "가\u1100\u1161\r\n나\x00\x1b[1m\ud800\t다\u200b"
    venue = after(Change("venues", "hall", {"note": dirty, "contacts": (Contact(dirty),)})).venues[VenueId("hall")]
    assert venue.note == venue.contacts[0].name == "가가\n나[1m\t다\u200b"
    assert clean_text("") == ""


def test_resident_numbers_are_told_from_phones() -> None:
    assert holds_resident_number("번호 900101-1234567.")
    assert not any(
        map(holds_resident_number, ["010-1234-5678", "054-900101-123", "991301-1234567", "20251014-1234567"])
    )


def test_a_plan_counts_its_days() -> None:
    plan = after(AddDelivery(Delivery(DeliveryId("e"), month="2025-11", status=Status.IDEA)))
    assert plan.on_day(None) == {"e"}
    assert set(plan.days()) == {DAY}
    plan = after(MoveDelivery(DeliveryId("e"), {"date": DAY}), plan)
    assert plan.on_day(DAY) == {"d", "e"}
    assert plan.on_day(None) == frozenset()
