"""A decision in rain: one step, its record, its sentences; one undo gives everything back."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from director_app.domain.edits import resolve
from director_app.domain.facts import (
    Confirmation,
    ConfirmationOf,
    ConfirmationState,
    Fallback,
    FallbackState,
    Setting,
)
from director_app.domain.ids import DeliveryId, ProgrammeId, VenueId
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.refusals import RefusedEdit
from director_app.domain.timeline import WallMinute
from director_app.operations.deciding import Choice, Decision, decide, decided, what_to_say
from director_app.operations.open_plan import OpenPlan
from director_app.operations.sentences import refusal_sentence
from director_app.wording import Wording

KO, EN = Wording("ko"), Wording("en")
DAY = datetime.date(2025, 10, 25)
MORNING = datetime.datetime(2025, 10, 25, 6, 45)
ONE, TWO = DeliveryId("1"), DeliveryId("2")
PARK, HALL = VenueId("park"), VenueId("hall")


def season() -> Plan:
    asked = (Confirmation(ConfirmationOf.VENUE, ConfirmationState.AGREED, on=DAY),)
    plan_b = Fallback(venue=HALL, state=FallbackState.SECURED, decision_time=WallMinute(480))
    return Plan.of(
        [
            Venue(PARK, "공원", "the park", setting=Setting.OUTDOOR),
            Venue(HALL, "복지관", "the hall", setting=Setting.INDOOR, address="인동가산로 392"),
            Programme(ProgrammeId("p"), "음악회", "A concert"),
            Delivery(
                ONE, "GM-001", ProgrammeId("p"), date=DAY, start=WallMinute(900), end=WallMinute(960), venue=PARK,
                fallback=plan_b, status=Status.CONFIRMED, confirmations=asked, is_locked=True,
            ),
            Delivery(TWO, "GM-002", ProgrammeId("p"), date=DAY, start=WallMinute(600), venue=PARK),
        ]
    )  # fmt: skip


def after(choice: Choice, *names: DeliveryId, plan: Plan | None = None, **values: Any) -> Plan:
    decision = replace(Decision(choice, MORNING, "총감독", "비"), **values)
    plan = plan or season()
    return resolve(plan, decided(KO, plan, names or (ONE,), decision)[0])[0]


def refused(choice: Choice, *names: DeliveryId, plan: Plan | None = None, **values: Any) -> str:
    with pytest.raises(RefusedEdit) as found:
        after(choice, *names, plan=plan, **values)
    return refusal_sentence(EN, found.value)


def test_indoors_takes_the_place_of_plan_b_with_its_answer() -> None:
    one = after(Choice.INDOORS).deliveries[ONE]
    assert (one.venue, one.status, one.changed_reason) == (HALL, Status.CONFIRMED, "비")
    assert one.confirmations[0].state is ConfirmationState.AGREED
    assert one.fallback is not None
    assert one.fallback.venue == HALL
    assert "no place for plan B" in refused(Choice.INDOORS, TWO)


def test_indoors_twice_changes_no_more_than_the_record() -> None:
    once = after(Choice.INDOORS)
    assert after(Choice.INDOORS, plan=once).deliveries == once.deliveries


def test_postponed_to_a_date_or_to_none_and_on_again() -> None:
    later = DAY + datetime.timedelta(1)
    one = after(Choice.POSTPONE, postponed_to=later).deliveries[ONE]
    assert (one.status, one.date, one.postponed_to) == (Status.POSTPONED, DAY, later)
    undecided = after(Choice.POSTPONE)
    assert undecided.deliveries[ONE].postponed_to is None
    again = after(Choice.RESUME, plan=undecided, why="").deliveries[ONE]
    assert (again.status, again.changed_reason) == (Status.CONFIRMED, "")
    assert "later date" in refused(Choice.POSTPONE, postponed_to=DAY)
    assert "does not take place" in refused(Choice.INDOORS, plan=undecided)


def test_a_hold_counts_from_the_time_set_or_from_now() -> None:
    def until(plan: Plan) -> int | None:
        fallback = plan.deliveries[ONE].fallback
        return fallback.decision_time if fallback is not None else None

    assert until(after(Choice.HOLD)) == 510
    assert until(after(Choice.HOLD, when=MORNING.replace(hour=9))) == 615
    assert until(after(Choice.HOLD, when=MORNING.replace(day=24, hour=20))) == 510
    (second,) = [after(Choice.HOLD, TWO).deliveries[TWO]]
    assert second.fallback is not None
    assert second.fallback.decision_time == 435  # nobody said by when, so half an hour from now
    assert "by when" in refused(Choice.HOLD, TWO, when=MORNING.replace(day=24, hour=20))


def test_who_when_what_and_why_are_kept() -> None:
    (note,) = after(Choice.INDOORS).notes.values()
    assert (note.subject.id, note.written_on, note.author) == (ONE, DAY, "총감독")
    assert note.text == "10. 25.(토) 06:45: 실내로 · 복지관 · 비"
    assert len(after(Choice.CANCEL, ONE, TWO).notes) == 2
    as_is = after(Choice.AS_IS, why="")
    assert as_is.deliveries == season().deliveries
    assert len(as_is.notes) == 1


def test_one_day_of_several_is_not_called_off_with_the_rest() -> None:
    plan = season()
    plan = Plan.of([*plan.venues.values(), plan.deliveries[TWO]._replace(until=DAY + datetime.timedelta(3))])
    assert "several days" in refused(Choice.CANCEL, TWO, plan=plan)


def test_what_is_said_to_those_concerned() -> None:
    def said(choice: Choice, wording: Wording = KO, **values: Any) -> str:
        return what_to_say(wording, season(), after(choice, **values), ONE)

    assert said(Choice.INDOORS) == (
        "10. 25.(토) 15:00~16:00 음악회는 장소를 바꾸어 복지관 (인동가산로 392)에서 합니다. 이유: 비."
    )
    assert said(Choice.CANCEL, EN) == "“A concert” on Sat 25 Oct 15:00~16:00 is cancelled. Reason: 비."
    assert "10. 26.(일)로 순연" in said(Choice.POSTPONE, postponed_to=DAY + datetime.timedelta(1))
    assert "새 날짜" in said(Choice.POSTPONE)
    assert "08:30" in said(Choice.HOLD)
    assert said(Choice.AS_IS, why="") == "음악회는 예정대로 합니다: 10. 25.(토) 15:00~16:00, 공원."


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(some.lists(some.tuples(some.sampled_from(Choice), some.booleans(), some.booleans()), max_size=4))
def test_one_undo_gives_everything_back(
    tmp_path_factory: pytest.TempPathFactory, decisions: list[tuple[Choice, bool, bool]]
) -> None:
    path: Path = tmp_path_factory.mktemp("decided") / "a.cdplan"
    open_plan = OpenPlan.create_with(path, season())
    try:
        for choice, is_both, has_date in decisions:
            before = open_plan.plan
            to = DAY + datetime.timedelta(2) if has_date else None
            try:
                outcome = decide(
                    KO, open_plan, (ONE, TWO) if is_both else (ONE,), Decision(choice, MORNING, "", "", to)
                )
            except RefusedEdit:
                assert open_plan.plan is before
                continue
            assert outcome.step is not None
            decided_plan = open_plan.plan
            open_plan.undo()
            assert open_plan.plan.deliveries == before.deliveries
            assert open_plan.plan.notes == before.notes
            open_plan.redo()
            assert open_plan.plan.deliveries == decided_plan.deliveries
    finally:
        open_plan.close()
