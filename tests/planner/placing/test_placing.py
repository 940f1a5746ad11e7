"""Placing: the best of all choices on small cases, nothing broken on a whole season, the same answer twice."""

import datetime
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from director_app.domain.edits import resolve
from director_app.domain.facts import Act
from director_app.domain.ids import AreaId, ArtistId, DeliveryId, TravelId, VenueId
from director_app.domain.people import Artist, ArtistKind
from director_app.domain.places import Travel, Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery
from director_app.domain.season import Area, Season
from director_app.domain.timeline import WallMinute
from director_app.operations.practice_season import practice_season
from director_app.operations.sample_season import sample_season
from director_app.planner.checks import check_plan
from director_app.planner.placing.choices import Scene, first_choice, holds
from director_app.planner.placing.goals import Goals, Weight
from director_app.planner.placing.model import improved
from director_app.planner.placing.options import Looking, Task, not_locked, tasks_for, unplaced
from director_app.planner.placing.proposals import WhyNot, propose
from director_app.planner.problems import Level, Problem

TODAY = datetime.date(2025, 10, 13)


def blocking(plan: Plan) -> set[Problem]:
    return {problem for problem in check_plan(plan) if problem.level is Level.BLOCK}


@st.composite
def small_seasons(draw: st.DrawFn) -> Plan:
    areas = [Area(AreaId(f"a{number}"), name=f"{number}단지", position=number) for number in range(2)]
    venues = [Venue(VenueId(f"v{number}"), name=f"장소 {number}", area=areas[number % 2].id) for number in range(3)]
    band = Artist(ArtistId("p0"), "밴드", ArtistKind.GROUP, members=(ArtistId("p1"),))
    people = [
        band,
        Artist(ArtistId("p1"), "연주자", ArtistKind.PERSON),
        Artist(ArtistId("p2"), "화가", ArtistKind.PERSON),
    ]
    way = Travel(TravelId("way"), areas[0].id, areas[1].id, van_minutes=draw(st.sampled_from([None, 20, 90])))
    last_day = TODAY + datetime.timedelta(days=draw(st.integers(1, 9)))
    season = Season(SEASON, first_day=TODAY, last_day=last_day)
    deliveries = [
        Delivery(
            DeliveryId(f"d{number}"),
            number=f"CD-{number:03}",
            venue=draw(st.sampled_from([venue.id for venue in venues])),
            date=TODAY + datetime.timedelta(days=draw(st.integers(0, 3))) if draw(st.integers(0, 2)) == 0 else None,
            start=WallMinute(720),
            end=WallMinute(780),
            lineup=(Act(draw(st.sampled_from([artist.id for artist in people]))),),
            is_locked=draw(st.integers(0, 3)) == 0,
        )
        for number in range(draw(st.integers(1, 5)))
    ]
    return Plan.of([season, *areas, way, *venues, *people, *deliveries])


weights = st.builds(Goals, *[st.sampled_from(Weight) for _goal in Goals._fields])


@settings(max_examples=25)
@given(small_seasons(), weights, st.booleans())
def test_the_proposal_is_the_best_of_all_choices(plan: Plan, goals: Goals, everything: bool) -> None:
    names = not_locked(plan, TODAY) if everything else unplaced(plan, TODAY)
    tasks = tuple(Task(task.now, task.options[:4]) for task in tasks_for(Looking.over(plan, names[:4], TODAY, goals)))
    scene = Scene(plan, tasks, TODAY, goals)
    first = first_choice(tasks)
    assert holds(tasks, first)
    every = itertools.product(*[[None, *range(len(task.options))] for task in tasks])
    choices = [dict(zip([task.now.id for task in tasks], numbers, strict=True)) for numbers in every]
    best = min(scene.cost(choice) for choice in choices if holds(tasks, choice))
    found = improved(scene, first)
    assert holds(tasks, found.choice)
    assert (found.cost, found.bound) == (best, best)


@settings(max_examples=25)
@given(small_seasons())
def test_a_proposal_brings_no_problem_at_level_block(plan: Plan) -> None:
    proposal = propose(plan, not_locked(plan, TODAY), TODAY)
    after, _changes = resolve(plan, proposal.edit())
    assert blocking(after) <= blocking(plan)


@pytest.mark.parametrize("plan", [sample_season(), practice_season(300)], ids=["sample", "practice"])
def test_a_whole_season_is_placed_without_anything_new_at_level_block(plan: Plan) -> None:
    today = plan.season.reference_date or datetime.date(2025, 9, 1)
    names = unplaced(plan, today)
    proposal = propose(plan, names, today)
    assert {one.before.id for one in proposal.placements} | {name for name, _why in proposal.left} == set(names)
    assert not {why for _name, why in proposal.left} & {WhyNot.TAKEN}
    after, _changes = resolve(plan, proposal.edit())
    assert blocking(after) <= blocking(plan)
    assert all(after.deliveries[one.before.id].date is not None for one in proposal.placements)
    assert proposal == propose(plan, names, today)


def test_what_is_accepted_singly_is_placed_and_the_rest_stays() -> None:
    plan = sample_season()
    today = plan.season.reference_date or TODAY
    proposal = propose(plan, unplaced(plan, today), today)
    one, *others = [placement.before.id for placement in proposal.placements]
    after, _changes = resolve(plan, proposal.edit({one}))
    assert after.deliveries[one].date is not None
    assert all(after.deliveries[other].date is None for other in others)


def test_stopped_at_once_it_still_proposes_the_first_plan() -> None:
    plan = sample_season()
    today = plan.season.reference_date or TODAY
    stops = iter([False] * 10)
    proposal = propose(plan, unplaced(plan, today), today, is_stopped=lambda: next(stops, True))
    assert proposal.placements


def test_two_wishes_for_one_slot_leave_one_out_and_say_so() -> None:
    venue = Venue(VenueId("v"), name="식당")
    both = [
        Delivery(
            DeliveryId(f"d{number}"), number=f"CD-{number}", venue=venue.id, start=WallMinute(720), end=WallMinute(780)
        )
        for number in range(2)
    ]
    plan = Plan.of([Season(SEASON, first_day=TODAY, last_day=TODAY), venue, *both])
    proposal = propose(plan, unplaced(plan, TODAY), TODAY)
    assert len(proposal.placements) == 1
    assert [why for _name, why in proposal.left] == [WhyNot.TAKEN]
    assert proposal.is_best
