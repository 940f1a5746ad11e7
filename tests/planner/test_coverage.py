"""Which areas are reached, and which are forgotten."""

import datetime
from dataclasses import replace

import pytest

from director_app.domain.ids import AreaId, DeliveryId, OrganisationId, SiteId
from director_app.domain.people import Crew, Organisation, ShiftPattern, Site
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.season import Area, Season
from director_app.domain.timeline import WallMinute as M
from director_app.operations.sample_season import sample_season
from director_app.planner.coverage import Cell, coverage_of, crews_reached, fairness_of, reached_crews, with_one_more
from director_app.planner.shift_coverage import shifts_of

FIRST = datetime.date(2025, 9, 1)
TODAY = datetime.date(2025, 10, 14)
CREW = Crew("주간", 90, M(540), M(1080), M(720), M(780))


def season(*deliveries: Delivery) -> Plan:
    return Plan.of(
        [
            Season(SEASON, first_day=FIRST, last_day=datetime.date(2025, 10, 31)),
            *(Area(AreaId(f"a{number}"), name=f"{number}단지", position=number) for number in (1, 2, 3)),
            Organisation(OrganisationId("o")),
            Site(SiteId("s1"), OrganisationId("o"), area=AreaId("a1"), heads=90, shifts=(ShiftPattern("", (CREW,)),)),
            Site(SiteId("s2"), OrganisationId("o"), area=AreaId("a2"), heads=90),
            *deliveries,
        ]
    )


def visit(number: int, area: str, day: datetime.date, status: Status = Status.CONFIRMED) -> Delivery:
    return Delivery(DeliveryId(f"d{number}"), area=AreaId(area), date=day, start=M(730), end=M(770), status=status)


def test_cells_count_what_is_firm_apart_from_what_is_not() -> None:
    monday = datetime.date(2025, 10, 6)
    plan = season(
        visit(1, "a1", monday),
        visit(2, "a1", monday + datetime.timedelta(days=6), Status.PENCILLED),
        visit(3, "a1", monday, Status.CANCELLED),
        visit(4, "a1", monday, Status.IDEA),
    )
    found = coverage_of(plan, TODAY)
    row = next(row for row in found.areas if row.id == "a1")
    assert row.cells[found.weeks.index(monday)] == Cell(confirmed=1, pencilled=1)
    assert len(found.weeks) == 9


def test_an_area_nobody_ever_came_to_is_forgotten_as_one_left_alone_is() -> None:
    plan = season(visit(1, "a1", TODAY), visit(2, "a2", TODAY - datetime.timedelta(days=41)))
    found = coverage_of(plan, TODAY)
    assert [(row.id, row.is_forgotten, row.days_since) for row in found.areas] == [
        ("a2", True, 41),
        ("a3", True, None),
        ("a1", False, 0),
    ]


def test_what_is_still_to_come_is_no_visit_yet() -> None:
    found = coverage_of(season(visit(1, "a1", TODAY + datetime.timedelta(days=1))), TODAY)
    assert next(row for row in found.areas if row.id == "a1").days_since is None


def test_fairness_is_one_when_every_head_was_visited_alike_and_falls_with_the_share() -> None:
    both = season(visit(1, "a1", TODAY), visit(2, "a2", TODAY))
    one = season(visit(1, "a1", TODAY), visit(2, "a1", TODAY))
    assert coverage_of(both, TODAY).fairness == pytest.approx(1)
    assert coverage_of(one, TODAY).fairness == pytest.approx(0.5)
    assert coverage_of(season(), TODAY).fairness is None


def test_one_more_delivery_is_counted_as_if_it_were_confirmed() -> None:
    plan = season(visit(1, "a1", TODAY))
    more = visit(9, "a3", TODAY, Status.IDEA)
    assert next(row for row in with_one_more(plan, TODAY, more).areas if row.id == "a3").days_since == 0


def test_crews_that_could_come_are_counted_by_area_and_week() -> None:
    plan = season(visit(1, "a1", TODAY), visit(2, "a1", TODAY, Status.PENCILLED))
    weeks = coverage_of(plan, TODAY).weeks
    found = reached_crews(plan, weeks)
    assert found[AreaId("a1")][weeks.index(datetime.date(2025, 10, 13))].by_crew == {"주간": 90}
    assert sum(week.heads for row in found.values() for week in row) == 90


def test_one_more_visit_where_nobody_came_makes_it_more_even() -> None:
    found = coverage_of(sample_season(), TODAY)
    now = fairness_of(found.areas)
    assert now == found.fairness
    assert now is not None
    for row in found.areas:
        more = replace(row, cells=(replace(row.cells[0], confirmed=row.cells[0].confirmed + 1), *row.cells[1:]))
        others = [more if one.id == row.id else one for one in found.areas]
        assert fairness_of(found.areas, row.id) == fairness_of(others)


def test_of_each_area_the_shifts_say_what_they_could_come_to() -> None:
    plan = season(visit(1, "a1", TODAY), visit(2, "a1", TODAY, Status.PENCILLED))
    weeks = coverage_of(plan, TODAY).weeks
    (day_shift,) = shifts_of(plan, weeks, TODAY)[AreaId("a1")]
    assert (day_shift.name, day_shift.heads, day_shift.days_since, day_shift.confirmed) == ("주간", 90, 0, 1)
    assert day_shift.cells[weeks.index(datetime.date(2025, 10, 13))] == Cell(1, 1)


def test_a_shift_that_could_never_come_is_forgotten_though_its_area_is_not() -> None:
    plan = sample_season()
    weeks = coverage_of(plan, TODAY).weeks
    rows = {shift.name: shift for shift in shifts_of(plan, weeks, TODAY)[AreaId("area-4")]}
    assert rows["야간"].is_forgotten
    assert not rows["주간"].is_forgotten
    for area, shifts in shifts_of(plan, weeks, TODAY).items():
        crews = reached_crews(plan, weeks)[area]
        for shift in shifts:
            assert [bool(cell.confirmed) for cell in shift.cells] == [shift.name in week.by_crew for week in crews]


def test_the_crews_of_one_week_are_those_of_the_whole_strip() -> None:
    plan = sample_season()
    weeks = coverage_of(plan, TODAY).weeks
    for area, row in reached_crews(plan, weeks).items():
        assert [crews_reached(plan, area, week) for week in weeks] == list(row)
