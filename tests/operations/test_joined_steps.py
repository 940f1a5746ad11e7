"""What is written while somebody types on is one step: undo goes back to before the first of it."""

from __future__ import annotations

from pathlib import Path

from director_app.domain.edits import Add, AddDelivery, Change
from director_app.domain.ids import DeliveryId, ProgrammeId
from director_app.domain.programme import Delivery, Programme
from director_app.operations.open_plan import OpenPlan, StepName
from tests.plan_files import STEP

BAND = Programme(ProgrammeId("p"), title="밴드")
NAMED = StepName("named")


def _titled(opened: OpenPlan, title: str, joining: int | None = None) -> int | None:
    return opened.perform(Change("programmes", "p", {"title": title}), StepName(title), joining=joining).number


def _title(opened: OpenPlan) -> str:
    return opened.plan.programmes[ProgrammeId("p")].title


def test_joined_changes_are_one_step_that_bears_the_last_name(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    opened.perform(Add((BAND,)), STEP)
    first = _titled(opened, "밴드 공")
    assert _titled(opened, "밴드 공연", first) == first
    opened.perform(Change("programmes", "p", {"subtitle": "둘째"}), NAMED, joining=first)
    assert [step.name for step in opened.steps()] == [NAMED, STEP]
    opened.close()
    opened = OpenPlan.open(plan_file)
    assert _title(opened) == "밴드 공연"
    opened.undo()
    assert opened.plan.programmes[ProgrammeId("p")] == BAND
    opened.redo()
    assert (_title(opened), opened.plan.programmes[ProgrammeId("p")].subtitle) == ("밴드 공연", "둘째")
    opened.close()


def test_what_was_added_may_go_on_changing_in_its_step(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    first = opened.perform(Add((BAND,)), STEP).number
    assert _titled(opened, "밴드 공연", first) == first
    opened.undo()
    assert not opened.plan.programmes
    opened.redo()
    assert _title(opened) == "밴드 공연"
    opened.close()


def test_typed_back_to_what_it_was_leaves_no_step(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    opened.perform(Add((BAND,)), STEP)
    first = _titled(opened, "밴드 공")
    assert _titled(opened, "밴드", first) is None
    assert [step.name for step in opened.steps()] == [STEP]
    assert opened.redo_name is None
    opened.close()


def test_nothing_is_joined_when_something_else_was_done_between(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    opened.perform(Add((BAND,)), STEP)
    first = _titled(opened, "a")
    opened.perform(AddDelivery(Delivery(DeliveryId("d"), programme=ProgrammeId("p"))), STEP)
    second = _titled(opened, "b", first)
    assert second not in (None, first)
    opened.undo()
    assert _title(opened) == "a"
    assert second is not None
    assert _titled(opened, "c", second) not in (None, first)  # taken back: nothing to join
    assert len(opened.steps()) == 4
    opened.close()


def test_a_step_is_taken_back_only_while_it_is_the_last(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    opened.perform(Add((BAND,)), STEP)
    first = _titled(opened, "a")
    assert first is not None
    assert opened.take_back(first - 1) is None
    assert opened.take_back(first) is not None
    assert _title(opened) == "밴드"
    opened.close()
