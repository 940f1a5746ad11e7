"""Whom must I call now: what changed of the next days, held against what each person was told last."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from director_app.domain.edits import Change, Remove
from director_app.domain.facts import Act, Contact, Fallback, FallbackState, Setting
from director_app.domain.ids import ArtistId, DeliveryId, ProgrammeId, VenueId
from director_app.domain.people import Artist
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.refusals import RefusedEdit
from director_app.domain.timeline import WallMinute
from director_app.operations.deciding import Choice, Decision, decide, what_to_say
from director_app.operations.decisions_made import decision_made, taken_back
from director_app.operations.open_plan import OpenPlan, StepName
from director_app.operations.telling import Past, ToTell, telling, to_tell
from director_app.wording import Wording

KO = Wording("ko")
DAY = datetime.date(2025, 10, 25)
MORNING = datetime.datetime(2025, 10, 25, 6, 45)
ONE, TWO = DeliveryId("1"), DeliveryId("2")
PARK, HALL = VenueId("park"), VenueId("hall")


def season() -> Plan:
    plan_b = Fallback(venue=HALL, state=FallbackState.SECURED, decision_time=WallMinute(480))
    solo = Artist(ArtistId("solo"), "독주자", contacts=(Contact("본인", phone="010-0000-0001"),))
    return Plan.of(
        [
            Venue(PARK, "공원", setting=Setting.OUTDOOR),
            Venue(HALL, "복지관", setting=Setting.INDOOR),
            solo,
            Artist(ArtistId("other"), "다른 이"),
            Programme(ProgrammeId("p"), "음악회", lineup=(Act(solo.id),)),
            Delivery(ONE, "GM-001", ProgrammeId("p"), date=DAY, start=WallMinute(900), venue=PARK, fallback=plan_b,
                     status=Status.CONFIRMED),
            Delivery(TWO, "GM-002", ProgrammeId("p"), date=DAY + datetime.timedelta(4), venue=PARK),
        ]
    )  # fmt: skip


@pytest.fixture
def open_plan(tmp_path: Path) -> Iterator[OpenPlan]:
    made = OpenPlan.create_with(tmp_path / "a.cdplan", season())
    yield made
    made.close()


def change(open_plan: OpenPlan, name: DeliveryId, **values: Any) -> None:
    open_plan.perform(Change("deliveries", name, values), StepName("x"))


def tell(open_plan: OpenPlan, *, is_told: bool = True, of: str = "") -> None:
    found = [call for one in to_tell(Past(open_plan), DAY) for call in one.calls]
    people = [(call.person, call.before) for call in found if of in call.person.subject.id]
    done = telling(KO, open_plan.plan, people, MORNING, is_told=is_told)
    assert done is not None
    open_plan.perform(*done)


def called(open_plan: OpenPlan) -> dict[str, list[str]]:
    def names(one: ToTell) -> list[str]:
        return [call.person.subject.id for call in one.calls]

    return {one.delivery: names(one) for one in to_tell(Past(open_plan), DAY)}


def test_a_change_of_the_next_days_names_everybody_concerned(open_plan: OpenPlan) -> None:
    assert called(open_plan) == {}
    change(open_plan, ONE, venue=HALL)
    assert called(open_plan) == {ONE: ["solo", "hall", "park"]}
    (found,) = to_tell(Past(open_plan), DAY)
    said = what_to_say(KO, found.calls[0].before, open_plan.plan, ONE)
    assert "장소를 바꾸어 복지관" in said


def test_who_was_told_needs_no_call_until_it_changes_again(open_plan: OpenPlan) -> None:
    change(open_plan, ONE, venue=HALL)
    tell(open_plan, of="solo")
    assert called(open_plan) == {ONE: ["hall", "park"]}
    tell(open_plan)
    assert called(open_plan) == {}
    change(open_plan, ONE, start=WallMinute(960))
    assert set(called(open_plan)[ONE]) == {"solo", "hall"}  # the park was told that it is free
    change(open_plan, ONE, start=WallMinute(900))
    assert called(open_plan) == {}


def test_a_change_taken_back_needs_no_call_but_one_that_was_told_does(open_plan: OpenPlan) -> None:
    change(open_plan, ONE, venue=HALL)
    change(open_plan, ONE, venue=PARK)
    assert called(open_plan) == {}
    change(open_plan, ONE, venue=HALL)
    tell(open_plan, of="hall")
    change(open_plan, ONE, venue=PARK)
    assert called(open_plan) == {ONE: ["hall"]}


def test_a_tick_taken_back_opens_the_call_again(open_plan: OpenPlan) -> None:
    change(open_plan, ONE, venue=HALL)
    (found,) = to_tell(Past(open_plan), DAY)
    people = [(call.person, call.before) for call in found.calls]
    for is_told in (True, False):
        done = telling(KO, open_plan.plan, people, MORNING, is_told=is_told)
        assert done is not None
        open_plan.perform(*done)
    assert called(open_plan)[ONE] == ["solo", "hall", "park"]


def test_the_list_is_the_same_after_a_restart_and_gone_after_undo(tmp_path: Path) -> None:
    path = tmp_path / "b.cdplan"
    first = OpenPlan.create_with(path, season())
    change(first, ONE, status=Status.CANCELLED)
    tell(first, of="solo")
    before = called(first)
    first.close()
    again = OpenPlan.open(path)
    assert called(again) == before == {ONE: ["park"]}
    again.undo()
    again.undo()
    assert called(again) == {}
    again.close()


def test_what_moves_out_of_the_next_days_or_is_gone_is_told_too(open_plan: OpenPlan) -> None:
    change(open_plan, ONE, date=DAY + datetime.timedelta(60))
    assert called(open_plan) == {ONE: ["solo", "park"]}
    open_plan.undo()
    open_plan.perform(Remove("deliveries", ONE), StepName("x"))
    assert called(open_plan) == {ONE: ["solo", "park"]}
    (found,) = to_tell(Past(open_plan), DAY)
    assert "취소" in what_to_say(KO, found.calls[0].before, open_plan.plan, ONE)
    tell(open_plan)
    assert called(open_plan) == {}


def test_pencil_marks_days_away_and_far_changes_are_nobodys_call(open_plan: OpenPlan) -> None:
    change(open_plan, TWO, venue=HALL)
    assert called(open_plan) == {}
    change(open_plan, TWO, status=Status.CONFIRMED)
    assert called(open_plan) == {}
    change(open_plan, TWO, venue=PARK)
    assert called(open_plan) == {TWO: ["solo", "park", "hall"]}
    change(open_plan, ONE, date=DAY + datetime.timedelta(60))
    assert to_tell(Past(open_plan), DAY + datetime.timedelta(20)) == ()


def test_a_programme_with_other_acts_calls_both(open_plan: OpenPlan) -> None:
    lineup = (Act(ArtistId("other")),)
    open_plan.perform(Change("programmes", "p", {"lineup": lineup}), StepName("x"))
    assert set(called(open_plan)[ONE]) == {"other", "solo", "park"}


def test_the_latest_decision_is_known_and_taken_back(open_plan: OpenPlan) -> None:
    assert decision_made(open_plan, ONE) is None
    decide(KO, open_plan, [ONE], Decision(Choice.HOLD, MORNING))
    held = decision_made(open_plan, ONE)
    assert held is not None
    assert not held.is_settled
    decide(KO, open_plan, [ONE, TWO], Decision(Choice.CANCEL, MORNING, "총감독", "비"))
    made = decision_made(open_plan, ONE)
    assert made is not None
    assert (made.choice, made.is_settled, made.note.author) == (Choice.CANCEL, True, "총감독")
    change(open_plan, TWO, venue=HALL)
    open_plan.perform(*taken_back(KO, open_plan, ONE, MORNING))
    assert open_plan.plan.deliveries[ONE].status is Status.CONFIRMED
    assert open_plan.plan.deliveries[TWO].status is Status.CANCELLED
    assert decision_made(open_plan, ONE) is None
    with pytest.raises(RefusedEdit):
        taken_back(KO, open_plan, ONE, MORNING)
