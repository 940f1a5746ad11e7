"""The plan that stands at once: it holds by the full check, its costs are those of the options, and a stop keeps it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from director_app.domain.edits import Put, Several, resolve
from director_app.domain.plan import Plan
from director_app.operations.practice_season import practice_season
from director_app.planner.placing.first_plan import first_plan
from director_app.planner.placing.goals import Goals, Weight
from director_app.planner.placing.options import Looking, cleared, not_locked, tasks_for
from director_app.planner.placing.proposals import propose
from tests.planner.placing.test_placing import TODAY, blocking, small_seasons, weights


@settings(max_examples=25)
@given(small_seasons(), weights, st.booleans())
def test_it_holds_and_costs_what_the_whole_list_of_options_says(plan: Plan, goals: Goals, are_dated: bool) -> None:
    names = not_locked(plan, TODAY)
    plan = plan if are_dated else cleared(plan, names)
    goals = goals._replace(shifts=Weight.NOT)  # who comes is compared among all options only
    looking = Looking.over(plan, names, TODAY, goals)
    found = first_plan(looking)
    after, _changes = resolve(looking.trial.plan, Several(tuple(Put(option.delivery) for option in found.values())))
    assert blocking(after) <= blocking(looking.trial.plan)
    options = {task.now.id: task.options for task in tasks_for(looking)}
    assert all(option in options[name] for name, option in found.items())
    assert found == first_plan(Looking.over(plan, names, TODAY, goals))


@pytest.mark.parametrize("are_dated", [True, False])
def test_a_search_that_is_stopped_early_proposes_a_whole_plan(are_dated: bool) -> None:
    plan = practice_season(100)
    today = plan.season.reference_date or TODAY
    names = not_locked(plan, today)
    plan = plan if are_dated else cleared(plan, names)
    asked = iter([False] * len(names))
    stopped = propose(plan, names, today, is_stopped=lambda: next(asked, True))
    whole = propose(plan, names, today, work=0.5)
    assert {name for name, _why in stopped.left} == {name for name, _why in whole.left}
    after, _changes = resolve(plan, stopped.edit())
    assert blocking(after) <= blocking(plan)
