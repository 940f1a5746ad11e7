"""What steps did to a record, and the way back to an earlier value."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from director_app.domain.edits import Add, AddDelivery, Change, MoveDelivery, Remove
from director_app.domain.facts import Act, Fallback, FallbackKind
from director_app.domain.ids import ArtistId, DeliveryId, VenueId
from director_app.domain.people import Artist
from director_app.domain.places import Venue
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedEdit
from director_app.domain.timeline import WallMinute
from director_app.operations.history import differs, history_of, put_back
from director_app.operations.open_plan import OpenPlan, StepName

ONE = DeliveryId("one")
DAY = datetime.date(2025, 10, 15)


def _named(text: str) -> StepName:
    return StepName(text, {})


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[OpenPlan]:
    made = OpenPlan.create(tmp_path / "plan.cdplan")
    made.perform(Add((Venue(VenueId("hall"), "Hall"), Artist(ArtistId("band"), "Band"))), _named("records"))
    delivery = Delivery(ONE, date=DAY, start=WallMinute(730), end=WallMinute(770))
    made.perform(AddDelivery(delivery), _named("made"))
    yield made
    made.close()


def _latest(plan: OpenPlan, place: int = 0):  # type: ignore[no-untyped-def]  # a Turn
    return history_of(plan, "deliveries", ONE)[place].turns[0]


def test_steps_come_newest_first_with_values_of_their_fields(plan: OpenPlan) -> None:
    acts = (Act(ArtistId("band")),)
    plan.perform(Change("deliveries", ONE, {"lineup": acts}), _named("cast"))
    plan.perform(Change("deliveries", ONE, {"fallback": Fallback(FallbackKind.CANCEL)}), _named("rain"))
    entries = history_of(plan, "deliveries", ONE)
    assert [entry.step.name.message for entry in entries] == ["rain", "cast", "made"]
    assert entries[0].turns[0].after == (Fallback(FallbackKind.CANCEL),)
    assert (entries[1].turns[0].before, entries[1].turns[0].after) == ((None,), (acts,))
    assert entries[2].turns == ()


def test_start_and_end_go_back_together(plan: OpenPlan) -> None:
    plan.perform(MoveDelivery(ONE, {"start": WallMinute(800)}), _named("move"))
    turn = _latest(plan)
    assert (turn.fields, turn.before) == (("start", "end"), (730, 770))
    plan.perform(put_back(plan.plan, "deliveries", ONE, turn), _named("back"))
    assert (plan.plan.deliveries[ONE].start, plan.plan.deliveries[ONE].end) == (730, 770)


def test_an_earlier_start_leaves_an_end_alone_that_its_step_had_left_alone(plan: OpenPlan) -> None:
    plan.perform(MoveDelivery(ONE, {"start": WallMinute(740), "end": WallMinute(770)}), _named("later"))
    plan.perform(Change("deliveries", ONE, {"end": WallMinute(800)}), _named("longer"))
    plan.perform(put_back(plan.plan, "deliveries", ONE, _latest(plan, 1)), _named("back"))
    assert (plan.plan.deliveries[ONE].start, plan.plan.deliveries[ONE].end) == (730, 800)


def test_one_field_goes_back_and_what_came_later_stays(plan: OpenPlan) -> None:
    plan.perform(Change("deliveries", ONE, {"booking": "first"}), _named("1"))
    plan.perform(Change("deliveries", ONE, {"booking": "second"}), _named("2"))
    plan.perform(Change("deliveries", ONE, {"responsible": "Kim"}), _named("3"))
    turn = _latest(plan, 1)
    assert differs(plan.plan, "deliveries", ONE, turn)
    plan.perform(put_back(plan.plan, "deliveries", ONE, turn), _named("back"))
    assert (plan.plan.deliveries[ONE].booking, plan.plan.deliveries[ONE].responsible) == ("first", "Kim")
    assert not differs(plan.plan, "deliveries", ONE, turn)


def test_steps_taken_back_are_no_history(plan: OpenPlan) -> None:
    plan.perform(Change("deliveries", ONE, {"booking": "x"}), _named("1"))
    plan.undo()
    assert [entry.step.name.message for entry in history_of(plan, "deliveries", ONE)] == ["made"]


def test_a_locked_delivery_is_not_moved_back(plan: OpenPlan) -> None:
    plan.perform(MoveDelivery(ONE, {"venue": VenueId("hall")}), _named("place"))
    turn = _latest(plan)
    plan.perform(Change("deliveries", ONE, {"is_locked": True}), _named("lock"))
    with pytest.raises(RefusedEdit):
        plan.perform(put_back(plan.plan, "deliveries", ONE, turn), _named("back"))


def test_a_place_that_is_gone_cannot_be_put_back(plan: OpenPlan) -> None:
    plan.perform(MoveDelivery(ONE, {"venue": VenueId("hall")}), _named("place"))
    plan.perform(MoveDelivery(ONE, {"venue": None}), _named("none"))
    turn = _latest(plan)
    plan.perform(Remove("venues", "hall"), _named("gone"))
    with pytest.raises(RefusedEdit):
        plan.perform(put_back(plan.plan, "deliveries", ONE, turn), _named("back"))
