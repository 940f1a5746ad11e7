"""Rules of the council, tours, shifts, stays and duties: each problem is found when it is there and only then."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from director_app.domain.council import CouncilRule, Decision, DecisionState
from director_app.domain.duties import Duty
from director_app.domain.edits import Add, Change, resolve
from director_app.domain.facts import Closure, ConfirmationState, Fallback, FallbackKind, Setting, Subject
from director_app.domain.ids import (
    CallId,
    DecisionId,
    DeliveryId,
    EventId,
    OrganisationId,
    PostId,
    ProgrammeId,
    RouteId,
    StayId,
    StopId,
    SupportId,
    VenueId,
    WorkId,
)
from director_app.domain.lights import LightFrom, LightRule, Work, WorkKind
from director_app.domain.people import Organisation
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Event, Programme, Status
from director_app.domain.season import Season
from director_app.domain.spaces import Call, Criterion, Stay, Support, SupportState
from director_app.domain.staffing import Post
from director_app.domain.timeline import parse_clock
from director_app.domain.tours import Route, Stop
from director_app.operations.sentences import problem_sentence
from director_app.planner.checks import LiveCheck, check_plan
from director_app.planner.problems import Level, Problem, ProblemKind
from director_app.planner.spaces import points_of
from director_app.planner.tours import legs, minutes_of
from director_app.wording import Wording

TODAY = date(2025, 10, 14)
DAY = date(2025, 10, 22)  # a Wednesday
SQUARE = Venue(VenueId("square"), "광장")
TOUR = Programme(ProgrammeId("tour"), "산단 한 바퀴")
ROUTE = Route(RouteId("r"), "산단 한 바퀴", programme=TOUR.id, places=20)
HOST = Organisation(OrganisationId("host"), "두리정밀")


def delivery(**values: Any) -> Delivery:
    said = {"date": DAY, "start": parse_clock("14:00"), "end": parse_clock("16:00"), "status": Status.CONFIRMED}
    return Delivery(DeliveryId("d"), "GM-001", **{**said, **values})


def found(*records: Any, kind: ProblemKind) -> list[Problem]:
    plan = Plan.of([Season(SEASON), *records])
    problems = [one for one in check_plan(plan, TODAY) if one.kind is kind]
    for one in problems:
        for language in ("ko", "en"):
            assert "{" not in problem_sentence(Wording(language), plan, one)
    return problems


def rule(scope: dict[str, Any] | None = None, **values: Any) -> Decision:
    return Decision(DecisionId("k"), text="저녁 소리를 줄인다", rule=CouncilRule(**values), **(scope or {}))


@pytest.mark.parametrize(
    ("values", "broken"),
    [
        ({"ends_by": parse_clock("15:30")}, ("ends_by",)),
        ({"ends_by": parse_clock("16:00")}, ()),
        ({"not_before": parse_clock("14:30")}, ("not_before",)),
        ({"most_heads": 99, "weekdays": (5, 6)}, ("most_heads", "weekdays")),
        ({"most_heads": 100, "weekdays": (2,)}, ()),
    ],
)
def test_a_decision_of_the_council_binds_the_dates(values: dict[str, Any], broken: tuple[str, ...]) -> None:
    problems = found(delivery(expected_heads=100), rule(**values), kind=ProblemKind.COUNCIL_RULE)
    assert tuple(name for one in problems for name, _said in one.value("broken")) == broken
    assert all(one.subject("decisions") == "k" for one in problems)


def test_it_binds_the_place_to_which_a_date_goes_in_rain() -> None:
    square, hall = SQUARE._replace(setting=Setting.OUTDOOR), Venue(VenueId("hall"), "강당", setting=Setting.INDOOR)
    goes = delivery(venue=square.id, fallback=Fallback(FallbackKind.INDOORS, venue=hall.id))
    decided = rule({"venue": hall.id}, ends_by=parse_clock("15:30"))
    (problem,) = found(square, hall, goes, decided, kind=ProblemKind.COUNCIL_RULE)
    assert problem.value("in_rain")
    assert not found(square, hall, delivery(venue=square.id), decided, kind=ProblemKind.COUNCIL_RULE)


@pytest.mark.parametrize(
    ("scope", "binds"),
    [
        ({"venue": SQUARE.id}, True),
        ({"venue": VenueId("hall")}, False),
        ({"programme": TOUR.id}, False),
        ({"delivery": DeliveryId("d")}, True),
        ({"expires": DAY - timedelta(1)}, False),
        ({"expires": DAY}, True),
        ({"state": DecisionState.VOID}, False),
    ],
)
def test_it_binds_what_it_names_until_it_expires(scope: dict[str, Any], binds: bool) -> None:
    records = (SQUARE, Venue(VenueId("hall")), TOUR, delivery(venue=SQUARE.id), rule(scope, weekdays=(6,)))
    assert bool(found(*records, kind=ProblemKind.COUNCIL_RULE)) is binds


def test_a_new_rule_and_a_moved_stop_are_seen_at_once() -> None:
    plan = Plan.of([Season(SEASON), SQUARE, TOUR, ROUTE, delivery(programme=TOUR.id)])
    live = LiveCheck(plan, TODAY)

    def kinds(edit: Any) -> set[ProblemKind]:
        nonlocal plan
        plan, changes = resolve(plan, edit)
        live.after(plan, changes)
        assert live.problems == set(check_plan(plan, TODAY))
        return {one.kind for one in live.problems}

    assert ProblemKind.COUNCIL_RULE in kinds(Add((rule(weekdays=(6,)),)))
    assert ProblemKind.COUNCIL_RULE in kinds(Change("decisions", "k", {"text": "같은 규칙"}))
    assert ProblemKind.COUNCIL_RULE not in kinds(Change("decisions", "k", {"expires": TODAY}))
    assert ProblemKind.COUNCIL_RULE in kinds(Change("decisions", "k", {"expires": None}))
    assert ProblemKind.COUNCIL_RULE not in kinds(Change("decisions", "k", {"state": DecisionState.VOID}))
    assert ProblemKind.TOUR_STOP_CLOSED not in kinds(Add((Stop(StopId("s"), ROUTE.id, 0, "광장", SQUARE.id),)))
    assert ProblemKind.TOUR_STOP_CLOSED in kinds(Change("venues", SQUARE.id, {"closures": (Closure(DAY, DAY),)}))
    assert ProblemKind.TOUR_STOP_CLOSED not in kinds(Change("stops", "s", {"venue": None}))
    assert ProblemKind.TOUR_NOT_AGREED in kinds(
        Add((HOST, Stop(StopId("t"), ROUTE.id, 1, "두리", organisation=HOST.id)))
    )
    assert ProblemKind.TOUR_NOT_AGREED not in kinds(Change("routes", ROUTE.id, {"programme": None}))


@pytest.mark.parametrize(
    ("start", "kind", "is_dark"),
    [
        ("19:00", WorkKind.MEDIA_ART, False),
        ("14:00", WorkKind.MEDIA_ART, True),
        ("23:30", WorkKind.LIGHTING, True),
        ("14:00", WorkKind.SCULPTURE, False),
    ],
)
def test_a_stop_at_a_work_of_light_is_reached_while_it_is_lit(start: str, kind: WorkKind, is_dark: bool) -> None:
    lit = LightRule(LightFrom.CLOCK, latest=parse_clock("18:30"), until=parse_clock("23:00"))
    work = Work(WorkId("w"), "빛의 벽", kind=kind, rules=(lit,))
    stop = Stop(StopId("s"), ROUTE.id, work=work.id, walk_minutes=5, minutes=10)
    tour = delivery(programme=TOUR.id, start=parse_clock(start), end=None)
    assert bool(found(TOUR, ROUTE, stop, work, tour, kind=ProblemKind.TOUR_STOP_CLOSED)) is is_dark
    plan = Plan.of([Season(SEASON), TOUR, ROUTE, stop, work, tour])
    live = LiveCheck(plan, TODAY)
    for edit in (
        Change("works", work.id, {"last_day": DAY - timedelta(1)}),
        Change("works", work.id, {"last_day": None}),
        Change("works", work.id, {"kind": WorkKind.SCULPTURE}),
    ):
        plan, changes = resolve(plan, edit)
        live.after(plan, changes)
        assert live.problems == set(check_plan(plan, TODAY))


def test_conditions_press_from_the_day_they_are_due() -> None:
    def level(due: date) -> list[Level]:
        condition = Decision(DecisionId("k"), condition="보고한다", due=due)
        return [one.level for one in found(condition, kind=ProblemKind.CONDITION_DUE)]

    assert level(TODAY + timedelta(15)) == []
    assert level(TODAY + timedelta(1)) == [Level.NOTE]
    assert level(TODAY) == level(TODAY - timedelta(3)) == [Level.WARNING]


def test_a_tour_reaches_its_stops_one_after_the_other() -> None:
    stops = [
        Stop(StopId("b"), ROUTE.id, 1, "작품", minutes=10, walk_minutes=5, bus_minutes=12),
        Stop(StopId("a"), ROUTE.id, 0, "정문", minutes=15),
    ]
    plan = Plan.of([Season(SEASON), TOUR, ROUTE, *stops])
    assert [(leg.stop.id, leg.arrives, leg.leaves) for leg in legs(plan, ROUTE, 840)] == [
        ("a", 840, 855),
        ("b", 872, 882),
    ]
    assert minutes_of(plan, ROUTE) == 42


def test_a_tour_has_time_for_its_route() -> None:
    stop = Stop(StopId("a"), ROUTE.id, minutes=100, walk_minutes=20)

    def short(stop: Stop) -> list[Any]:
        problems = found(TOUR, ROUTE, stop, delivery(programme=TOUR.id), kind=ProblemKind.TOO_SHORT)
        return [(one.value("have"), one.value("need")) for one in problems]

    assert short(stop) == []
    assert short(stop._replace(bus_minutes=1)) == [(120, 121)]


def test_a_host_has_to_agree_and_to_give_the_safety_talk() -> None:
    stop = Stop(StopId("a"), ROUTE.id, organisation=HOST.id, consent=ConfirmationState.AGREED)
    tour = delivery(programme=TOUR.id, expected_heads=20)

    def waits(stop: Stop) -> list[Any]:
        return [one.value("open") for one in found(TOUR, ROUTE, HOST, stop, tour, kind=ProblemKind.TOUR_NOT_AGREED)]

    assert waits(stop) == []
    assert waits(stop._replace(consent=ConfirmationState.ASKED)) == [(("a", "consent"),)]
    assert waits(stop._replace(safety_talk="안전화")) == [(("a", "talk"),)]
    assert waits(stop._replace(safety_talk="안전화", is_talk_agreed=True)) == []
    many = tour._replace(expected_heads=21)
    assert len(found(TOUR, ROUTE, many, kind=ProblemKind.TOUR_OVER_PLACES)) == 1
    assert not found(TOUR, ROUTE, tour, kind=ProblemKind.TOUR_OVER_PLACES)


def test_shifts_are_filled_and_nobody_stands_twice() -> None:
    early = Post(
        PostId("a"), "안전", date=DAY, start=parse_clock("09:00"), end=parse_clock("13:00"), wanted=2, people=("김",)
    )
    late = early._replace(id=PostId("b"), start=parse_clock("13:00"), end=parse_clock("18:00"), people=("김", "이"))
    short = found(early, late, kind=ProblemKind.STAFF_SHORT)
    assert [(one.subjects[0].id, one.value("have"), one.level) for one in short] == [("a", 1, Level.NOTE)]
    assert found(early, late, kind=ProblemKind.POST_TWICE) == []
    longer = early._replace(end=parse_clock("13:01"))
    assert [one.value("name") for one in found(longer, late, kind=ProblemKind.POST_TWICE)] == ["김"]


def test_days_of_set_up_belong_to_the_event() -> None:
    event = Event(
        EventId("e"), "축제", first_day=DAY + timedelta(1), last_day=DAY + timedelta(2), setup_from=DAY,
        strike_until=DAY + timedelta(3), venue=SQUARE.id,
    )  # fmt: skip

    def taken(**values: Any) -> int:
        return len(found(SQUARE, event, delivery(venue=SQUARE.id, **values), kind=ProblemKind.SETUP_TAKEN))

    assert [taken(), taken(date=DAY + timedelta(3)), taken(date=DAY + timedelta(4))] == [1, 1, 0]
    assert taken(event=event.id) == taken(status=Status.IDEA) == 0


def test_stays_do_not_meet_and_duties_are_called_up() -> None:
    one = Stay(StayId("a"), "박도예", venue=SQUARE.id, first_day=DAY, last_day=DAY + timedelta(20))
    other = one._replace(id=StayId("b"), name="이목공", first_day=DAY + timedelta(20), last_day=None)
    assert [each.value("day") for each in found(SQUARE, one, other, kind=ProblemKind.STAY_CLASH)] == [
        DAY + timedelta(20)
    ]
    assert not found(SQUARE, one, other._replace(first_day=DAY + timedelta(21)), kind=ProblemKind.STAY_CLASH)
    duty = Duty("결과 보고", TODAY - timedelta(1))
    support = Support(SupportId("s"), "노후공장 개선", duties=(duty,), last_day=TODAY, state=SupportState.GIVEN)
    call = Call(CallId("c"), "입주 작가 공모", closes=TODAY - timedelta(1))
    due = found(SQUARE, one._replace(duties=(duty._replace(is_done=True),)), support, call, kind=ProblemKind.DUTY_DUE)
    assert {(each.subjects[0], each.value("days")) for each in due} == {
        (Subject("supports", "s"), -1),
        (Subject("supports", "s"), 0),
    }


def test_points_of_an_evaluation_are_of_a_hundred_once_all_are_given() -> None:
    criteria = (Criterion("디자인", 60.0, 45.0), Criterion("쓰임", 40.0))
    support = Support(SupportId("s"), criteria=criteria)
    assert points_of(support) is None
    assert points_of(support._replace(criteria=(criteria[0], criteria[1]._replace(points=30.0)))) == 75.0
