"""What the planner counts with beside the schedule: equipment by peak use, local filings, ways on foot, plan B."""

from __future__ import annotations

import datetime

import pytest

from director_app.domain.edits import Change, resolve
from director_app.domain.facts import (
    Access,
    Act,
    Equipment,
    Fallback,
    FallbackKind,
    FallbackState,
    Needs,
    Setting,
    TravelMode,
    WeekHours,
)
from director_app.domain.ids import AreaId, ArtistId, ComplexId, DeliveryId, ProgrammeId, TravelId, VenueId
from director_app.domain.people import Artist
from director_app.domain.places import Travel, Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Programme
from director_app.domain.season import Area, Complex, FilingRule, Season
from director_app.domain.timeline import WallMinute
from director_app.operations.sentences import problem_sentence
from director_app.planner.checks import LiveCheck, check_plan
from director_app.planner.clashes import MOST_AT_ONCE
from director_app.planner.filings import DueKind, due_dates
from director_app.planner.problems import Problem, ProblemKind
from director_app.wording import Wording

DAY = datetime.date(2025, 10, 14)
BAND = Artist(ArtistId("band"), "밴드")
NORTH, SOUTH = Area(AreaId("north"), "북"), Area(AreaId("south"), "남")
LAWN = Venue(VenueId("lawn"), "잔디밭", area=NORTH.id, setting=Setting.OUTDOOR, address="경북 구미시 공단동 1")
YARD = Venue(VenueId("yard"), "마당", area=NORTH.id, setting=Setting.INDOOR)
HALL = Venue(VenueId("hall"), "강당", area=SOUTH.id, setting=Setting.INDOOR)
WAY = Travel(TravelId("way"), NORTH.id, SOUTH.id, walk_minutes=50, van_minutes=10)
SHOW = Programme(ProgrammeId("show"), "음악회", lineup=(Act(BAND.id),), setup_minutes=20, strike_minutes=10)
SEASON_ = Season(SEASON, complex=ComplexId("complex"))
INDOORS = Fallback(FallbackKind.INDOORS, HALL.id, FallbackState.SECURED)


def one(name: str, start: int, end: int, venue: VenueId = YARD.id, **values: object) -> Delivery:
    found = Delivery(DeliveryId(name), programme=SHOW.id, venue=venue, date=DAY)
    return found._replace(start=WallMinute(start), end=WallMinute(end), **values)  # type: ignore[arg-type]


def plan_of(*records: object) -> Plan:
    kept: list[object] = [SEASON_, Complex(ComplexId("complex")), BAND, NORTH, SOUTH, LAWN, YARD, HALL, WAY, SHOW]
    names = {(type(record), record.id) for record in records}  # type: ignore[attr-defined]
    return Plan.of([*(old for old in kept if (type(old), old.id) not in names), *records])  # type: ignore[attr-defined]


def found(plan: Plan, kind: ProblemKind, today: datetime.date | None = None) -> list[Problem]:
    return [problem for problem in check_plan(plan, today) if problem.kind is kind]


def test_equipment_counts_set_up_and_strike_and_all_that_overlap_at_once() -> None:
    shows = [
        Programme(ProgrammeId(f"p{n}"), setup_minutes=30, needs=Needs(items=(Equipment("마이크", 2),)))
        for n in range(3)
    ]
    dates = [
        Delivery(
            DeliveryId(f"d{n}"),
            programme=show.id,
            date=DAY,
            start=WallMinute(600 + 60 * n),
            end=WallMinute(660 + 60 * n),
        )
        for n, show in enumerate(shows)
    ]
    season = SEASON_._replace(equipment=(Equipment("마이크", 4),))
    plan = plan_of(season, *shows, *dates)
    assert not found(plan, ProblemKind.EQUIPMENT_SHORT)  # two at once through set-up, never three
    fewer = plan_of(season._replace(equipment=(Equipment("마이크", 3),)), *shows, *dates)
    short = found(fewer, ProblemKind.EQUIPMENT_SHORT)
    assert {problem.deliveries for problem in short} == {("d0", "d1"), ("d1", "d2")}
    assert {(problem.value("need"), problem.value("have")) for problem in short} == {(4, 3)}
    assert "마이크" in problem_sentence(Wording("ko"), fewer, short[0])
    without = plan_of(*shows, *dates)
    assert not found(without, ProblemKind.EQUIPMENT_SHORT)  # what nobody listed is not counted


def test_more_stock_takes_the_problem_away_at_once() -> None:
    show = SHOW._replace(needs=Needs(items=(Equipment("스피커", 3),)))
    plan = plan_of(SEASON_._replace(equipment=(Equipment("스피커", 2),)), show, one("a", 720, 760))
    live = LiveCheck(plan)
    assert [p.kind for p in live.problems if p.kind is ProblemKind.EQUIPMENT_SHORT]
    plan, changes = resolve(plan, Change("seasons", SEASON, {"equipment": (Equipment("스피커", 3),)}))
    live.after(plan, changes)
    assert live.problems == set(check_plan(plan))
    assert not [p for p in live.problems if p.kind is ProblemKind.EQUIPMENT_SHORT]


@pytest.mark.parametrize(
    ("rules", "heads", "last_day"),
    [
        ((), 999, None),
        ((), 1000, 14),
        ((FilingRule("구미시", 500, 21, source="구미시 조례"),), 500, 21),
        ((FilingRule("칠곡군", 500, 21),), 999, None),
        ((FilingRule("", 300, 10), FilingRule("구미시", 2000, 30)), 1500, None),
    ],
)
def test_each_local_government_has_its_own_thresholds(
    rules: tuple[FilingRule, ...], heads: int, last_day: int | None
) -> None:
    show = one("big", 720, 800, LAWN.id, expected_heads=heads, fallback=INDOORS)
    plan = plan_of(Complex(ComplexId("complex"), filings=rules), show)
    filed = [due for due in due_dates(plan) if due.kind is DueKind.FILE_PLAN]
    assert [(due.first_day - due.by).days for due in filed] == ([last_day] if last_day else [])
    if last_day is not None:
        told = found(plan, ProblemKind.FILING_DUE, DAY - datetime.timedelta(last_day + 14))
        assert [problem.value("days") for problem in told] == [14]
        assert all(rule.source in problem_sentence(Wording("en"), plan, told[0]) for rule in rules)
        assert not found(plan, ProblemKind.FILING_DUE, DAY - datetime.timedelta(last_day + 15))


@pytest.mark.parametrize(
    ("mode", "gap", "kind"),
    [
        (None, 25, None),
        (TravelMode.VAN, 15, ProblemKind.TRAVEL_TIGHT),
        (TravelMode.WALK, 25, ProblemKind.TRAVEL_IMPOSSIBLE),
        (TravelMode.WALK, 55, ProblemKind.TRAVEL_TIGHT),
        (TravelMode.WALK, 60, None),
    ],
)
def test_who_walks_needs_the_minutes_on_foot(mode: TravelMode | None, gap: int, kind: ProblemKind | None) -> None:
    walker = BAND._replace(travels_by=mode)
    plan = plan_of(walker, one("a", 600, 660), one("b", 690 + gap, 750 + gap, HALL.id))
    told = [problem for problem in check_plan(plan) if problem.kind.startswith("travel")]
    assert [problem.kind for problem in told] == ([kind] if kind else [])
    if kind is not None and mode is not None:
        how = "걸어서" if mode is TravelMode.WALK else "차로"
        assert how in problem_sentence(Wording("ko"), plan, told[0])


def test_plan_b_has_ways_quiet_hours_and_gates_of_its_own() -> None:
    show = one("a", 600, 660, LAWN.id, fallback=INDOORS)
    following = one("b", 695, 755)
    plan = plan_of(WAY._replace(van_minutes=40), show, following)
    told = [problem for problem in check_plan(plan) if problem.kind.startswith("travel")]
    assert [(problem.kind, problem.value("in_rain")) for problem in told] == [(ProblemKind.TRAVEL_IMPOSSIBLE, True)]
    assert "비가 오면" in problem_sentence(Wording("ko"), plan, told[0])
    postponed = show._replace(fallback=Fallback(FallbackKind.POSTPONE))
    assert not [
        p for p in check_plan(plan_of(WAY._replace(van_minutes=40), postponed, following)) if "travel" in p.kind
    ]
    still = HALL._replace(quiet_hours=(WeekHours(DAY.weekday(), WallMinute(600), WallMinute(720)),))
    (unfit,) = found(plan_of(still, show), ProblemKind.FALLBACK_UNFIT)
    assert unfit.value("quiet")
    gate = HALL._replace(access=Access(pass_days=5))
    (passes,) = found(plan_of(gate, show), ProblemKind.PASSES_DUE, DAY - datetime.timedelta(6))
    assert passes.subject("venues") == HALL.id


def test_what_rain_brings_together_may_be_heard() -> None:
    parts = [Venue(VenueId(name), name, part_of=HALL.id) for name in ("stage", "room")]
    loud = Programme(ProgrammeId("loud"), "타악", needs=Needs(loud=True))
    still = Programme(ProgrammeId("still"), "낭독", needs=Needs(quiet=True))
    drums = one("drums", 600, 660, LAWN.id, programme=loud.id, fallback=INDOORS._replace(venue=parts[0].id))
    reading = one("reading", 600, 660, parts[1].id, programme=still.id)
    plan = plan_of(*parts, loud, still, drums, reading)
    (pair,) = found(plan, ProblemKind.NOISE_PAIR)
    assert pair.value("in_rain")


def test_in_a_crowd_everybody_has_a_problem_and_nobody_has_all_of_them() -> None:
    crowd = [one(f"d{number:02}", 600, 660) for number in range(MOST_AT_ONCE + 6)]
    long_one = one("z", 0, 1440)
    plan = plan_of(*crowd, long_one, one("later", 900, 960))
    live = LiveCheck(plan)
    assert all(live.of(date.id) for date in crowd)
    assert max(len(live.of(date.id)) for date in crowd) < 4 * len(crowd)
    for change in (
        Change("deliveries", DeliveryId("d03"), {"start": WallMinute(900), "end": WallMinute(960)}),
        Change("deliveries", DeliveryId("later"), {"start": WallMinute(600), "end": WallMinute(660)}),
        *(Change("deliveries", date.id, {"date": DAY + datetime.timedelta(1)}) for date in crowd[8:20]),
    ):
        plan, changes = resolve(plan, change)
        live.after(plan, changes)
        assert live.problems == set(check_plan(plan))


def test_ten_thousand_dates_in_one_slot_are_looked_at_in_bounds() -> None:
    crowd = [one(f"d{number:05}", 600, 660, lineup=()) for number in range(1_500)]
    assert len(check_plan(plan_of(*crowd))) <= 1_500 * MOST_AT_ONCE
