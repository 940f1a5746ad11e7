"""Levels the director chose: kept in the plan, respected by every way of checking, incremental as in full."""

import datetime

import pytest

from director_app.domain.edits import Change, MoveDelivery, resolve
from director_app.domain.ids import DeliveryId, VenueId
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.season import ChosenLevel, LevelChoice, Season
from director_app.domain.timeline import WallMinute
from director_app.operations.practice_season import practice_season
from director_app.planner.checks import LiveCheck, check_plan
from director_app.planner.problems import Level, ProblemKind

TODAY = datetime.date(2025, 10, 13)
DAY = TODAY + datetime.timedelta(days=20)


def two_in_one_hall(choice: LevelChoice | None, status: Status = Status.CONFIRMED) -> Plan:
    levels = (ChosenLevel("venue_twice", choice),) if choice is not None else ()
    deliveries = [
        Delivery(
            DeliveryId(name), venue=VenueId("v"), date=DAY, start=WallMinute(720), end=WallMinute(780), status=status
        )
        for name in ("a", "b")
    ]
    return Plan.of([Season(SEASON, problem_levels=levels), Venue(VenueId("v")), *deliveries])


def levels_of(plan: Plan) -> list[Level]:
    return [one.level for one in check_plan(plan, TODAY) if one.kind is ProblemKind.VENUE_TWICE]


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        (None, [Level.BLOCK]),
        (LevelChoice.BLOCK, [Level.BLOCK]),
        (LevelChoice.WARNING, [Level.WARNING]),
        (LevelChoice.NOTE, [Level.NOTE]),
        (LevelChoice.OFF, []),
    ],
)
def test_a_kind_matters_as_much_as_she_wants(choice: LevelChoice | None, found: list[Level]) -> None:
    assert levels_of(two_in_one_hall(choice)) == found


def test_an_idea_never_blocks_whatever_was_chosen() -> None:
    assert Level.BLOCK not in levels_of(two_in_one_hall(LevelChoice.BLOCK, Status.IDEA))


def test_what_would_clash_is_said_at_the_chosen_level() -> None:
    plan = two_in_one_hall(LevelChoice.OFF)
    live = LiveCheck(plan, TODAY)
    assert not [
        one for one in live.would_clash(plan.deliveries[DeliveryId("a")]) if one.kind is ProblemKind.VENUE_TWICE
    ]


def test_codes_of_a_newer_program_do_nothing() -> None:
    plan = Plan.of([Season(SEASON, problem_levels=(ChosenLevel("from_the_future", LevelChoice.BLOCK),))])
    assert not check_plan(plan, TODAY)


def test_after_a_change_of_levels_or_of_a_date_the_live_check_is_the_full_one() -> None:
    plan = practice_season(60)
    today = plan.today(TODAY)
    live = LiveCheck(plan, today)
    kinds = sorted({str(one.kind) for one in live.problems})
    chosen = tuple(ChosenLevel(kind, choice) for kind, choice in zip(kinds, (*LevelChoice, *LevelChoice), strict=False))
    first = next(one for one in plan.deliveries.values() if one.date is not None and not one.is_locked)
    for edit in (
        Change("seasons", SEASON, {"problem_levels": chosen}),
        MoveDelivery(first.id, {"date": today + datetime.timedelta(days=9)}),
        Change("seasons", SEASON, {"problem_levels": ()}),
    ):
        plan, changes = resolve(plan, edit)
        live.after(plan, changes)
        assert live.problems == set(check_plan(plan, today))
