"""The open plan: steps with names, listeners, undo over restarts, numbers that are never given twice."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from director_app import paths
from director_app.domain.edits import Add, AddDelivery, Change, MoveDelivery, Put, Remove, Several
from director_app.domain.ids import DeliveryId, ProgrammeId
from director_app.domain.programme import Delivery, Programme
from director_app.domain.refusals import CannotUseFile, RefusedEdit
from director_app.operations.open_plan import OpenPlan, Outcome, StepName
from director_app.operations.sentences import step_sentence
from director_app.wording import Wording
from tests.domain.any_records import blank
from tests.plan_files import STEP, Clock

ONE = Delivery(DeliveryId("d"), date=datetime.date(2025, 10, 14))


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_step_is_named_saved_and_told(plan_file: Path, clock: Clock) -> None:
    opened = OpenPlan.open(plan_file, clock=clock)
    told: list[Outcome] = []
    unlisten = opened.listen(told.append)
    assert opened.saved_at is None
    outcome = opened.perform(AddDelivery(ONE), StepName("move {name} to {day}", {"name": "봄밤", "day": ONE.date}))
    assert told == [outcome]
    assert outcome.touched == {("deliveries", "d")}
    assert outcome.direction == "do"
    assert opened.saved_at == clock.now
    assert opened.undo_name == outcome.step
    assert opened.redo_name is None
    unlisten()
    unlisten()
    opened.undo()
    assert told == [outcome]
    opened.close()


def test_what_changes_nothing_is_no_step(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    opened.perform(AddDelivery(ONE), STEP)
    told: list[Outcome] = []
    opened.listen(told.append)
    outcome = opened.perform(Change("deliveries", "d", {"date": ONE.date}), StepName("nothing"))
    assert outcome.step is None
    assert not outcome.changes
    assert not told
    assert opened.undo_name == STEP
    opened.close()


def test_undo_says_when_the_step_was_made_also_after_a_restart(plan_file: Path, clock: Clock) -> None:
    opened = OpenPlan.open(plan_file, clock=clock)
    opened.perform(AddDelivery(ONE), STEP)
    monday = clock.now
    opened.close()
    clock.now += datetime.timedelta(days=3)
    opened = OpenPlan.open(plan_file, clock=clock)
    undone = opened.undo()
    assert undone is not None
    assert (undone.made_at, undone.direction, undone.step) == (monday, "undo", STEP)
    assert opened.undo() is None
    opened.close()
    opened = OpenPlan.open(plan_file, clock=clock)
    assert opened.redo_name == STEP
    redone = opened.redo()
    assert redone is not None
    assert redone.made_at == monday
    assert opened.plan.deliveries[DeliveryId("d")].number == "CD-001"
    opened.close()


def test_a_new_step_drops_those_that_were_taken_back(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    opened.perform(Add((blank("areas", "a"),)), StepName("first"))
    opened.perform(Add((blank("areas", "b"),)), StepName("second"))
    opened.undo()
    opened.perform(Add((blank("areas", "c"),)), StepName("third"))
    assert opened.redo_name is None
    assert opened.redo() is None
    assert [step.name.message for step in opened.steps()] == ["third", "first"]
    opened.close()


def test_values_of_step_names_come_back_as_they_were(plan_file: Path) -> None:
    moment = datetime.datetime(2025, 10, 14, 9, 30)
    values = {"day": ONE.date, "at": moment, "n": 3, "names": ["봄", "밤"], "days": [ONE.date], "text": "a\ud800\x00b"}
    opened = OpenPlan.open(plan_file)
    opened.perform(AddDelivery(ONE), StepName("step {n}", values))
    assert opened.undo_name == StepName("step {n}", {**values, "text": "ab"})
    opened.close()


def test_numbers_are_never_given_twice(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    opened.perform(AddDelivery(ONE), STEP)
    opened.undo()
    opened.perform(AddDelivery(ONE._replace(id=DeliveryId("e"))), STEP)
    assert opened.plan.deliveries[DeliveryId("e")].number == "CD-002"
    opened.perform(Remove("deliveries", "e"), STEP)
    opened.close()
    opened = OpenPlan.open(plan_file)
    opened.perform(AddDelivery(ONE._replace(id=DeliveryId("f"))), STEP)
    assert opened.plan.deliveries[DeliveryId("f")].number == "CD-003"
    with pytest.raises(RefusedEdit, match="CD-003"):
        opened.perform(Put(ONE._replace(id=DeliveryId("g"), number="CD-003")), STEP)
    opened.perform(Change("deliveries", "f", {"number": "GM-200"}), STEP)
    opened.perform(AddDelivery(ONE._replace(id=DeliveryId("h"))), STEP)
    assert opened.plan.deliveries[DeliveryId("h")].number == "CD-201"
    opened.close()


def test_numbers_may_be_swapped_in_one_step(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    opened.perform(Several((AddDelivery(ONE), AddDelivery(ONE._replace(id=DeliveryId("e"))))), STEP)
    swap = (Change("deliveries", "d", {"number": "CD-002"}), Change("deliveries", "e", {"number": "CD-001"}))
    opened.perform(Several(swap), STEP)
    assert [one.number for one in sorted(opened.plan.deliveries.values())] == ["CD-002", "CD-001"]
    opened.close()


def test_an_edit_that_is_refused_leaves_no_trace(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    opened.perform(AddDelivery(ONE), STEP)
    before = opened.plan
    several = Several((Change("deliveries", "d", {"title_suffix": "x"}), Change("deliveries", "no", {"number": "y"})))
    with pytest.raises(RefusedEdit):
        opened.perform(several, STEP)
    assert opened.plan is before
    assert len(opened.steps()) == 1
    opened.close()


def test_the_history_of_a_record(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    opened.perform(AddDelivery(ONE), StepName("add"))
    opened.perform(MoveDelivery(ONE.id, {"date": datetime.date(2025, 10, 20)}), StepName("move"))
    opened.perform(Add((Programme(ProgrammeId("p"), "봄밤"),)), StepName("other"))
    history = opened.history("deliveries", "d")
    assert [step.name.message for step, _before, _after in history] == ["move", "add"]
    assert history[0][1:] == ({"date": "2025-10-14"}, {"date": "2025-10-20"})
    assert history[1][1] is None
    opened.close()


def test_backups_are_made_and_thinned(plan_file: Path, clock: Clock) -> None:
    opened = OpenPlan.open(plan_file, clock=clock)
    clock.now = datetime.datetime(2025, 10, 1, 20, 0)
    made = []
    for _ in range(15):
        made.append(opened.back_up())
        clock.now += datetime.timedelta(hours=1)
    kept = sorted(path for path in paths.backups_folder().rglob("*.cdplan"))
    assert kept == [made[3], *made[-10:]]  # the last of the first day, and the ten newest
    copy = OpenPlan.open(kept[-1])
    assert copy.plan == opened.plan
    copy.close()
    opened.close()


def test_a_backup_that_cannot_be_written(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    paths.backups_folder().parent.mkdir(parents=True, exist_ok=True)
    paths.backups_folder().write_text("a file where the folder should be")
    with pytest.raises(CannotUseFile):
        opened.back_up()
    opened.close()


def test_step_sentences_speak_both_languages() -> None:
    name = StepName("{when} and {names}", {"when": datetime.date(2025, 10, 14), "names": ["봄", "밤"]})
    assert step_sentence(Wording("ko"), name) == "10. 14.(화) and 봄, 밤"
    assert step_sentence(Wording("en"), name) == "Tue 14 Oct and 봄, 밤"
