"""The problems of a plan: the same by sweep, by following each edit, and minute by minute."""

from __future__ import annotations

import datetime
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from director_app.domain.edits import Add, Edit, Put, Remove, Several, resolve
from director_app.domain.kinds import kind_of
from director_app.domain.parts import parts_along
from director_app.domain.plan import Plan
from director_app.domain.programme import Segment
from director_app.domain.refusals import RefusedEdit
from director_app.operations.sentences import problem_sentence
from director_app.planner.checks import LiveCheck, check_plan, problems_near
from director_app.planner.problems import Problem, accepted_keys, fingerprint, in_order
from director_app.wording import Wording
from tests.plan_files import assert_look_ups_hold
from tests.planner.crowded_plans import DAYS, any_change, crowded_plan, delivery
from tests.planner.oracle import Finding, findings
from tests.planner.oracle_ahead import findings_ahead

SEEDS = st.integers(0, 2**32)
#: Days on which the same plan looks differently; on None nothing is near.
TODAYS = (None, datetime.date(2025, 9, 20), datetime.date(2025, 10, 1), *DAYS)
WORDINGS = (Wording("ko"), Wording("en"))


def as_findings(problems: Any) -> set[Finding]:
    """Problems without their words."""
    found = [as_finding(problem) for problem in problems]
    assert len(found) == len(set(found))
    return set(found)


def as_finding(problem: Problem) -> Finding:
    others = [subject for subject in problem.subjects if subject.kind != "deliveries"]
    about = others[0].id if others and problem.kind != "no_fallback" else ""
    if problem.kind == "fallback_taken":
        about = "both" if problem.value("both") else f"{problem.subjects[0].id} {about}"
    if problem.kind == "equipment_short":
        about = problem.value("item")
    minutes = problem.value("minutes") or 0
    return Finding(problem.kind, problem.level, frozenset(problem.deliveries), about, minutes)


@given(seed=SEEDS)
@settings(max_examples=150)
def test_the_check_finds_what_counting_minutes_finds(seed: int) -> None:
    random = Random(seed)
    plan, today = crowded_plan(random), random.choice(TODAYS)
    assert as_findings(check_plan(plan, today)) == findings(plan) | findings_ahead(plan, today)


@given(seed=SEEDS)
@settings(max_examples=100)
def test_following_edits_is_checking_anew(seed: int) -> None:
    random = Random(seed)
    plan, today = crowded_plan(random), random.choice(TODAYS)
    live = LiveCheck(plan, today)
    for _ in range(5):
        record = any_change(random)
        edit: Edit = Remove(kind_of(record), record.id) if random.random() < 0.2 else Put(record)
        try:
            plan, changes = resolve(plan, edit)
        except RefusedEdit:
            continue
        live.after(plan, changes)
        assert live.problems == set(check_plan(plan, today))
        for one in plan.deliveries:
            assert live.of(one) == {problem for problem in live.problems if one in problem.deliveries}
    assert_look_ups_hold(plan)
    assert as_findings(live.problems) == findings(plan) | findings_ahead(plan, today)
    live.on(DAYS[2])
    assert live.problems == set(check_plan(plan, DAYS[2]))


@given(seed=SEEDS)
@settings(max_examples=100)
def test_what_comes_next_is_found_as_in_the_whole(seed: int) -> None:
    random = Random(seed)
    plan, today = crowded_plan(random), random.choice(DAYS)
    last = today + datetime.timedelta(days=random.randint(0, 2))
    near = {
        one.id
        for one in plan.deliveries.values()
        if one.date is not None and one.date <= last and (one.until or one.date) >= today
    }
    found, whole = set(problems_near(plan, today, last)), set(check_plan(plan, today))
    assert found <= whole
    assert found >= {problem for problem in whole if problem.deliveries and near.issuperset(problem.deliveries)}


@given(seed=SEEDS)
@settings(max_examples=100)
def test_a_drag_says_what_dropping_would_find(seed: int) -> None:
    random = Random(seed)
    plan, moved = crowded_plan(random), delivery(random, random.randrange(7))
    today = random.choice(TODAYS)
    live = LiveCheck(plan, today)
    before = set(live.problems)
    said = live.would_clash(moved)
    stood = plan.deliveries.get(moved.id, moved)
    try:
        parts = [Put(change.after) for change in parts_along(plan, stood, moved) if isinstance(change.after, Segment)]
    except RefusedEdit:
        return
    dropped, _changes = resolve(plan, Several((Put(moved), *parts)))
    assert set(said) == {problem for problem in check_plan(dropped, today) if moved.id in problem.deliveries}
    assert live.problems == before


@given(seed=SEEDS)
@settings(max_examples=30)
def test_every_problem_has_a_sentence_and_a_place_in_order(seed: int) -> None:
    random = Random(seed)
    plan = crowded_plan(random)
    problems = check_plan(plan, random.choice(TODAYS))
    ordered = in_order(plan, problems)
    assert set(ordered) == set(problems)
    assert ordered == in_order(plan, reversed(problems))
    for problem in problems:
        for wording in WORDINGS:
            sentence = problem_sentence(wording, plan, problem)
            assert sentence
            assert "{" not in sentence
        assert len(fingerprint(plan, problem)) == 16


def test_an_empty_plan_has_no_problems() -> None:
    assert check_plan(Plan()) == ()
    assert accepted_keys(Plan()) == frozenset()


@given(seed=SEEDS)
@settings(max_examples=20)
def test_a_plan_made_by_edits_is_the_plan_of_its_records(seed: int) -> None:
    plan = crowded_plan(Random(seed))
    try:
        made, _changes = resolve(Plan(), Add(tuple(plan.records())))
    except RefusedEdit:
        return
    assert made == plan
