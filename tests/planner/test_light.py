"""Real clock times of works of light from their rules, and whether it is dark enough."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from director_app.domain.facts import Closure, DatedHours, Needs, Setting
from director_app.domain.ids import DeliveryId, ProgrammeId, VenueId, WorkId
from director_app.domain.lights import LightFrom, LightRule, Work
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Programme
from director_app.domain.season import Season
from director_app.domain.timeline import WallMinute, parse_clock
from director_app.planner.checks import check_plan
from director_app.planner.light import Dark, light_of, lights_on
from director_app.planner.problems import ProblemKind
from director_app.planner.sun import dusk, sunset

GUMI = Venue(VenueId("park"), setting=Setting.OUTDOOR, latitude=36.1195, longitude=128.3446)
FRIDAY, MONDAY = date(2025, 10, 17), date(2025, 10, 20)


def at(text: str) -> WallMinute:
    return parse_clock(text)


def work(**values: Any) -> tuple[Plan, Work]:
    one = Work(WorkId("w"), "빛", venue=GUMI.id, **values)
    return Plan.of([Season(SEASON), GUMI, one]), one


def test_dusk_comes_after_sunset() -> None:
    plan, _ = work()
    for day in (date(2025, 6, 21), date(2025, 12, 21)):
        sets, dark = sunset(plan, day, GUMI.id), dusk(plan, day, GUMI.id)
        assert sets is not None
        assert dark is not None
        assert 24 <= dark - sets <= 34


def test_dusk_and_twenty_minutes_but_at_the_latest_half_past_eight() -> None:
    plan, one = work(rules=(LightRule(LightFrom.DUSK, 20, at("20:30"), at("23:00")),))
    dark = dusk(plan, FRIDAY, GUMI.id)
    assert dark is not None
    assert light_of(plan, one, FRIDAY)[1:3] == (dark + 20, at("23:00"))
    assert light_of(plan, one, date(2025, 6, 21)).on == at("20:30")


def test_weekday_and_season_choose_the_first_rule_that_speaks_of_the_day() -> None:
    late = LightRule(LightFrom.CLOCK, 0, at("19:00"), at("24:30"), (4, 5))
    usual = LightRule(LightFrom.CLOCK, 0, at("18:30"), at("22:00"), valid_from=date(2025, 10, 18))
    plan, one = work(rules=(late, usual))
    assert light_of(plan, one, FRIDAY)[1:3] == (at("19:00"), at("24:30"))
    assert light_of(plan, one, MONDAY)[1:3] == (at("18:30"), at("22:00"))
    assert light_of(plan, one, date(2025, 10, 13)).dark is Dark.NO_RULE


def test_closed_dates_own_hours_and_the_neighbours_limit() -> None:
    rule = LightRule(LightFrom.CLOCK, 0, at("19:00"), at("24:00"))
    plan, one = work(
        rules=(rule,), curfew=at("22:00"), maintenance=(Closure(FRIDAY, FRIDAY),), last_day=date(2025, 10, 31),
        exceptions=(DatedHours(MONDAY), DatedHours(date(2025, 10, 21), at("20:00"), at("21:00"))),
    )  # fmt: skip
    assert light_of(plan, one, FRIDAY).dark is Dark.MAINTENANCE
    assert light_of(plan, one, MONDAY).dark is Dark.CLOSED
    assert light_of(plan, one, date(2025, 11, 1)).dark is Dark.NOT_THERE
    assert light_of(plan, one, date(2025, 10, 21))[1:3] == (at("20:00"), at("21:00"))
    cut = light_of(plan, one, date(2025, 10, 22))
    assert (cut.off, cut.is_cut) == (at("22:00"), True)
    assert [each.id for each, _lit in lights_on(plan, date(2025, 10, 22))] == ["w"]
    assert lights_on(plan, FRIDAY) == ()


def test_without_a_known_place_the_sun_leaves_the_time_open() -> None:
    one = Work(WorkId("w"), rules=(LightRule(LightFrom.SUNSET, 0, None, at("23:00")),))
    assert light_of(Plan.of([one]), one, FRIDAY)[1:4] == (None, at("23:00"), None)


@pytest.mark.parametrize(("start", "is_found"), [("18:00", True), ("19:00", False), (None, False)])
def test_a_projection_before_dusk_is_found(start: str | None, *, is_found: bool) -> None:
    programme = Programme(ProgrammeId("p"), "빛", needs=Needs(darkness=True))
    one = Delivery(
        DeliveryId("d"), programme=programme.id, venue=GUMI.id, date=FRIDAY, start=at(start) if start else None
    )
    kinds = {problem.kind for problem in check_plan(Plan.of([Season(SEASON), GUMI, programme, one]))}
    assert (ProblemKind.NOT_DARK in kinds) is is_found
