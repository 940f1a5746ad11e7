"""A machine plays the user on a real file: whatever she does, the file, the plan and every look-up tell the same."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from director_app.domain.edits import (
    Add,
    AddDelivery,
    AnswerApplication,
    Change,
    Edit,
    MoveDelivery,
    Put,
    Remove,
    SetFallback,
    SetStatus,
    Several,
)
from director_app.domain.facts import Fallback
from director_app.domain.fields import fields_of
from director_app.domain.ids import ApplicationId, DeliveryId, new_id
from director_app.domain.kinds import KINDS, TYPE_OF
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.refusals import RefusedEdit
from director_app.domain.requests import Application
from director_app.domain.rules import check_alone
from director_app.operations import whole_plans
from director_app.operations.interchange import WholePlan, from_json, to_json
from director_app.operations.open_plan import OpenPlan, StepName
from director_app.operations.searching import Search
from director_app.planner.checks import LiveCheck, check_plan
from tests.domain.any_records import blank, ground, ids_of, other_values
from tests.plan_files import STEP, assert_look_ups_hold
from tests.planner.crowded_plans import COUNTS, DAYS, VENUES, any_change, anything, crowded_plan
from tests.planner.oracle import findings
from tests.planner.oracle_ahead import findings_ahead
from tests.planner.test_checks import as_findings

SEEDS = st.integers(0, 2**32)


class RandomUser(RuleBasedStateMachine):
    """She adds, moves, changes, removes, imports, undoes, redoes, closes and opens; numbers are remembered."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        path = self.folder / "season.cdplan"
        shutil.copy(self.template, path)
        self.opened = OpenPlan.open(path)
        self.given: dict[str, str] = {}
        self.watch()
        self.perform(Add(tuple(crowded_plan(Random(1)).records())))

    @property
    def template(self) -> Path:
        raise NotImplementedError

    def watch(self) -> None:
        """What follows the plan edit by edit, as the window does."""
        self.live = LiveCheck(self.opened.plan)
        self.search = Search(self.opened.plan)
        self.opened.listen(lambda outcome: self.live.after(outcome.plan, outcome.changes))
        self.opened.listen(lambda outcome: self.search.after(outcome.changes))

    def teardown(self) -> None:
        self.opened.close()
        shutil.rmtree(self.folder)

    def perform(self, edit: Edit) -> None:
        """Do it, if it can be done; what is refused leaves everything as it was."""
        before = self.opened.plan
        steps = self.opened.steps(1)
        try:
            outcome = self.opened.perform(edit, STEP)
        except RefusedEdit:
            assert self.opened.plan is before
            assert self.opened.steps(1) == steps
            return
        assert self.opened.plan is outcome.plan
        if outcome.changes:
            assert self.opened.undo_name == STEP
            assert self.opened.redo_name is None

    @rule(seed=SEEDS)
    def put_anything(self, seed: int) -> None:
        self.perform(Put(any_change(Random(seed))))

    @rule(seed=SEEDS)
    def change_any_field(self, seed: int) -> None:
        random = Random(seed)
        kind = random.choice(KINDS).name
        known = ids_of(self.opened.plan)
        if known[kind]:
            field = random.choice(fields_of(TYPE_OF[kind])[1:])
            try:
                values = other_values(field, known)
            except IndexError:  # there is nothing to name
                return
            if values and field.name != "number":
                self.perform(Change(kind, random.choice(known[kind]), {field.name: random.choice(values)}))

    @rule(seed=SEEDS)
    def add_a_delivery(self, seed: int) -> None:
        random = Random(seed)
        made = anything(random, "deliveries", 0)._replace(id=DeliveryId(new_id()))
        before = self.opened.plan
        self.perform(AddDelivery(made))
        if self.opened.plan is not before:
            number = self.opened.plan.deliveries[made.id].number
            assert number not in self.given
            self.given[number] = made.id

    @rule(seed=SEEDS)
    def move_a_delivery(self, seed: int) -> None:
        random = Random(seed)
        if self.opened.plan.deliveries:
            there: dict[str, Any] = {
                "date": random.choice([*DAYS, None]),
                "start": random.choice([None, 600, 1430]),
                "venue": random.choice([*VENUES, None]),
            }
            named = random.sample(sorted(there), random.randrange(1, 4))
            one = random.choice(sorted(self.opened.plan.deliveries))
            self.perform(MoveDelivery(one, {name: there[name] for name in named}))

    @rule(seed=SEEDS)
    def remove_anything(self, seed: int) -> None:
        random = Random(seed)
        records = [(kind.name, one) for kind in KINDS for one in sorted(self.opened.plan.table(kind.name))]
        if records:
            kind, one = random.choice(records)
            self.perform(Remove(kind, one))

    @rule(seed=SEEDS)
    def do_several(self, seed: int) -> None:
        random = Random(seed)
        deliveries = sorted(self.opened.plan.deliveries)[:3]
        fallback = Fallback(venue=random.choice([*sorted(self.opened.plan.venues), None]))
        self.perform(
            Several(
                (
                    Put(any_change(random)),
                    SetFallback(tuple(deliveries), fallback),
                    SetStatus(tuple(deliveries), random.choice([*Status]), "비"),
                    AddDelivery(Delivery(DeliveryId(new_id()), date=random.choice(DAYS))),
                )
            )
        )
        for one in self.opened.plan.deliveries.values():
            if one.number:
                assert self.given.setdefault(one.number, one.id) == one.id

    @rule(seed=SEEDS)
    def answer_an_application(self, seed: int) -> None:
        random = Random(seed)
        asked = Application(ApplicationId(new_id()), applicant="방림", wishes=())
        self.perform(Add((asked,)))
        answer = Delivery(DeliveryId(new_id()), date=random.choice(DAYS))
        self.perform(AnswerApplication(asked.id, answer))
        number = self.opened.plan.deliveries[answer.id].number
        assert number not in self.given
        self.given[number] = answer.id

    @rule(seed=SEEDS)
    def import_a_plan(self, seed: int) -> None:
        plan = Plan.of([*crowded_plan(Random(seed)).records(), *ground()])
        whole = from_json(to_json(WholePlan(plan)), "other.json")
        try:
            whole_plans.accept_whole(self.opened, whole, "other.json")
        except RefusedEdit:
            return
        assert whole_plans.compare_whole(self.opened.plan, whole)[:2] == (0, 0)

    @precondition(lambda self: self.opened.undo_name is not None)
    @rule(times=st.integers(1, 4))
    def undo_then_redo_changes_nothing(self, times: int) -> None:
        before = self.opened.plan
        undone = [outcome for outcome in (self.opened.undo() for _ in range(times)) if outcome is not None]
        assert undone
        redone = [self.opened.redo() for _ in undone]
        assert None not in redone
        assert self.opened.plan == before

    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        for _ in range(times):
            name = self.opened.undo_name
            outcome = self.opened.undo()
            assert (outcome is None) == (name is None)
            assert outcome is None or outcome.direction == "undo"

    @rule()
    def redo(self) -> None:
        before = self.opened.plan
        outcome = self.opened.redo()
        assert outcome is not None or self.opened.plan is before

    @rule()
    def close_and_open(self) -> None:
        before, names = self.opened.plan, (self.opened.undo_name, self.opened.redo_name)
        self.opened.close()
        self.opened = OpenPlan.open(self.folder / "season.cdplan")
        assert self.opened.read_only is None
        assert self.opened.plan == before
        assert (self.opened.undo_name, self.opened.redo_name) == names
        assert self.live.problems == set(check_plan(before))
        self.watch()

    @invariant()
    def the_file_holds_the_plan(self) -> None:
        other = OpenPlan.open(self.folder / "season.cdplan", read_only=True)
        assert other.plan == self.opened.plan
        other.close()

    @invariant()
    def look_ups_hold(self) -> None:
        assert_look_ups_hold(self.opened.plan)

    @invariant()
    def problems_are_those_of_a_full_check_and_of_counting_minutes(self) -> None:
        assert as_findings(self.live.problems) == findings(self.opened.plan) | findings_ahead(self.opened.plan, None)

    @invariant()
    def every_record_makes_sense(self) -> None:
        for record in self.opened.plan.records():
            check_alone(record)

    @invariant()
    def search_follows(self) -> None:
        fresh = Search(self.opened.plan)
        for query in ("hall", "비", "ㅂㄹ"):
            assert set(self.search.find(query, 500)) == set(fresh.find(query, 500))


@pytest.fixture
def user(empty_file: Path) -> type[RandomUser]:
    class User(RandomUser):
        template = empty_file

    return User


def test_nothing_she_does_parts_file_and_plan(user: type[RandomUser]) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(user, settings=settings(max_examples=15, stateful_step_count=25, deadline=None))


def test_the_season_may_even_be_removed(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    opened.perform(Add((blank("seasons", SEASON),)), STEP)
    opened.perform(Remove("seasons", SEASON), StepName("remove"))
    assert opened.plan.season.id == SEASON
    assert set(COUNTS) <= set(TYPE_OF)
    opened.close()
