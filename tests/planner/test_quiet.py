"""Legal seasons stay silent, planted problems are found: each of every kind, and nothing beside it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from director_app.domain.culture_calendar import SpecialDay, SpecialDayKind
from director_app.domain.facts import (
    Access,
    Act,
    Closure,
    Confirmation,
    ConfirmationOf,
    Equipment,
    Fallback,
    FallbackKind,
    FallbackState,
    Needs,
    Setting,
    WeekHours,
)
from director_app.domain.ids import AvailabilityId, DeliveryId, ProgrammeId, SpecialDayId, VenueId
from director_app.domain.people import Availability, AvailabilityValue
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.timeline import WallMinute
from director_app.planner.checks import LiveCheck, check_plan
from director_app.planner.problems import Level, ProblemKind
from tests.planner.legal_plans import FIRST, TODAY, legal_plan


def loud(plan: Plan, today: datetime.date = TODAY) -> set[ProblemKind]:
    """The kinds of what is found at levels block and warning."""
    return {problem.kind for problem in check_plan(plan, today) if problem.level is not Level.NOTE}


@settings(max_examples=200)
@given(seed=st.integers(0, 2**32))
def test_a_legal_season_is_silent(seed: int) -> None:
    plan = legal_plan(Random(seed))
    assert not loud(plan)
    assert not loud(plan, FIRST - datetime.timedelta(days=6))


def changed(plan: Plan, record: Any, **values: Any) -> Plan:
    """The plan with one record standing otherwise."""
    kept = [one for one in plan.records() if one.id != record.id]
    return Plan.of([*kept, record._replace(**values)])


def first(plan: Plan) -> Any:
    return min(plan.deliveries.values(), key=lambda one: (one.date, one.start, one.id))


def _of(kind: str, **values: Any) -> Callable[[Plan], Plan]:
    def planted(plan: Plan) -> Plan:
        one = first(plan)
        named = {"venues": one.venue, "programmes": one.programme, "deliveries": one.id}[kind]
        return changed(plan, plan.table(kind)[named], **values)

    return planted


def _twin(**values: Any) -> Callable[[Plan], Plan]:
    def planted(plan: Plan) -> Plan:
        one = first(plan)
        values_of = {name: value(plan, one) if callable(value) else value for name, value in values.items()}
        return Plan.of([*plan.records(), one._replace(id="twin", number="CD-999", **values_of)])

    return planted


def _shut(plan: Plan) -> Plan:
    one = first(plan)
    special = SpecialDay(SpecialDayId("s"), one.date, one.date, SpecialDayKind.SHUTDOWN, "", one.organisation)
    return Plan.of([*plan.records(), special])


def _holiday(plan: Plan) -> Plan:
    one = first(plan)
    return Plan.of([*plan.records(), SpecialDay(SpecialDayId("s"), one.date, one.date, SpecialDayKind.HOLIDAY)])


def _far(plan: Plan, one: Any) -> VenueId:
    """A place in another area, an hour away at most."""
    area = plan.venues[one.venue].area
    used = {other.venue for other in plan.deliveries.values() if other.date == one.date}
    places = [venue.id for venue in plan.venues.values() if venue.area != area and venue.id not in used]
    return min(place for place in places if place.startswith("hall"))


def _shed_for_rain(plan: Plan) -> Plan:
    shed = Venue(VenueId("shed"), "창고", seats=20)
    ours = Fallback(FallbackKind.INDOORS, shed.id, FallbackState.SECURED)
    return _of("deliveries", expected_heads=60, fallback=ours)(Plan.of([*plan.records(), shed]))


PLANTED: dict[ProblemKind, Callable[[Plan], Plan]] = {
    ProblemKind.OVER_CAPACITY: _of("deliveries", expected_heads=151),
    ProblemKind.NEEDS_NOT_MET: _of("programmes", needs=Needs(power_kw=9.0)),
    ProblemKind.FALLBACK_UNFIT: _shed_for_rain,
    ProblemKind.NO_FALLBACK: lambda plan: _of("venues", setting=Setting.OUTDOOR)(
        _of("deliveries", fallback=None)(plan)
    ),
    ProblemKind.AUDIENCE_CANNOT: _of("deliveries", start=WallMinute(15 * 60), shifts=("주간",)),
    ProblemKind.SHUTDOWN: _shut,
    ProblemKind.PUBLIC_HOLIDAY: _holiday,
    ProblemKind.TOO_SHORT: _of("deliveries", start=WallMinute(720), end=WallMinute(730)),
    ProblemKind.WRONG_WEEKDAY: _of("deliveries", public_note="8. 18.(금) 점심"),
    ProblemKind.NOT_DARK: lambda plan: _of("venues", setting=Setting.OUTDOOR, latitude=36.1, longitude=128.4)(
        _of("programmes", needs=Needs(darkness=True))(_of("deliveries", start=WallMinute(18 * 60), end=None)(plan))
    ),
    ProblemKind.OUTSIDE_SEASON: lambda plan: changed(plan, plan.season, first_day=FIRST + datetime.timedelta(7)),
}


@pytest.mark.parametrize("kind", PLANTED)
@pytest.mark.parametrize("seed", range(3))
def test_what_is_planted_is_found(kind: ProblemKind, seed: int) -> None:
    found = loud(PLANTED[kind](legal_plan(Random(seed))))
    assert kind in found
    assert found <= {kind, ProblemKind.QUIET_HOURS if kind is ProblemKind.AUDIENCE_CANNOT else kind}


@pytest.mark.parametrize("seed", range(3))
def test_something_loud_beside_something_quiet_is_found(seed: int) -> None:
    plan = legal_plan(Random(seed))
    one = first(plan)
    stage, room = (Venue(VenueId(name), name, part_of=VenueId("ground")) for name in ("stage", "room"))
    still = Programme(ProgrammeId("still"), "낭독", needs=Needs(quiet=True))
    loud_one = Programme(ProgrammeId("loud"), "타악", needs=Needs(loud=True))
    bare = Delivery(DeliveryId("x"), programme=loud_one.id, venue=stage.id, date=one.date, start=WallMinute(600))
    records = [Venue(VenueId("ground"), "마당"), stage, room, still, loud_one, bare._replace(end=WallMinute(660))]
    beside = bare._replace(id=DeliveryId("y"), programme=still.id, venue=room.id, end=WallMinute(660))
    together = Plan.of([*plan.records(), *records, beside])
    assert loud(together) == {ProblemKind.NOISE_PAIR}
    assert LiveCheck(Plan.of([*plan.records(), *records]), TODAY).would_clash(beside)[0].kind is ProblemKind.NOISE_PAIR
    assert not loud(changed(together, together.programmes[still.id], needs=Needs()))
    assert not loud(changed(together, together.deliveries[beside.id], start=WallMinute(660), end=WallMinute(700)))


@pytest.mark.parametrize("seed", range(3))
def test_an_act_that_has_no_time_for_the_way_is_found(seed: int) -> None:
    plan = legal_plan(Random(seed))
    one = first(plan)
    programme = plan.programmes[one.programme]
    there = one.start + (programme.running_minutes or 0) + programme.strike_minutes + programme.setup_minutes
    twin = _twin(start=WallMinute(there), venue=_far, organisation=None, shifts=(), fallback=None)
    assert ProblemKind.TRAVEL_IMPOSSIBLE in loud(twin(plan))


@pytest.mark.parametrize("seed", range(3))
def test_what_is_due_is_told_in_time_and_not_before(seed: int) -> None:
    plan = legal_plan(Random(seed))
    one = first(plan)._replace(status=Status.CONFIRMED)
    open_venue = one._replace(confirmations=(Confirmation(ConfirmationOf.VENUE),))
    passes = changed(plan, plan.venues[one.venue], access=Access(pass_days=5))
    undecided = changed(plan, one, start=None)
    many = changed(plan, one, expected_heads=1200)
    for told, kind, day in (
        (changed(plan, one, **open_venue._asdict()), ProblemKind.CONFIRMATION_OPEN, 14),
        (passes, ProblemKind.PASSES_DUE, 6),
        (undecided, ProblemKind.UNDECIDED_LATE, 7),
        (many, ProblemKind.FILING_DUE, 28),
    ):
        assert kind in loud(told, one.date - datetime.timedelta(days=day))
        assert kind not in loud(told, one.date - datetime.timedelta(days=day + 1))


def _act_twice(plan: Plan) -> Plan:
    return _twin(venue=None, organisation=None, shifts=(), fallback=None)(plan)


def _member_twice(plan: Plan) -> Plan:
    one = first(plan)
    act = plan.programmes[one.programme].lineup[0].artist
    member = plan.artists[act].members[0]
    alone = Programme(ProgrammeId("alone"), "독주", running_minutes=30, lineup=(Act(member),))
    twin = _twin(venue=None, organisation=None, shifts=(), fallback=None, programme=alone.id)
    return twin(Plan.of([*plan.records(), alone]))


def _venue_twice(plan: Plan) -> Plan:
    bare = Programme(ProgrammeId("bare"), "전시", running_minutes=30)
    return _twin(programme=bare.id, fallback=Fallback(FallbackKind.POSTPONE))(Plan.of([*plan.records(), bare]))


def _stated(**about: Any) -> Callable[[Plan], Plan]:
    def planted(plan: Plan) -> Plan:
        one = first(plan)
        values = {name: value(plan, one) for name, value in about.items()}
        no = Availability(AvailabilityId("no"), value=AvailabilityValue.IMPOSSIBLE, date=one.date, **values)
        return Plan.of([*plan.records(), no])

    return planted


def _closed(plan: Plan) -> Plan:
    one = first(plan)
    return changed(plan, plan.venues[one.venue], closures=(Closure(one.date, one.date),))


def _in_rain(**values: Any) -> Callable[[Plan], Plan]:
    """The first date goes to its hall in rain, and the hall is otherwise than it was."""

    def planted(plan: Plan) -> Plan:
        one = first(plan)
        hall = VenueId(one.venue.replace("yard", "hall"))
        ours = Fallback(FallbackKind.INDOORS, hall, values.get("state", FallbackState.SECURED))
        named = changed(plan, one, fallback=ours)
        closures = (Closure(one.date, one.date),) if values.get("is_closed") else ()
        return changed(named, named.venues[hall], closures=closures)

    return planted


def _hall_in_use(plan: Plan) -> Plan:
    plan = _in_rain()(plan)
    one = first(plan)
    bare = Programme(ProgrammeId("bare"), "전시", running_minutes=30)
    used = one._replace(id=DeliveryId("used"), number="CD-998", programme=bare.id, venue=one.fallback.venue)
    used = used._replace(organisation=None, shifts=(), fallback=None)
    return Plan.of([*plan.records(), bare, used])


def _two_microphones(plan: Plan) -> Plan:
    one = first(plan)
    plan = changed(plan, plan.season, equipment=(Equipment("마이크", 2),))
    return changed(plan, plan.programmes[one.programme], needs=Needs(items=(Equipment("마이크", 3),)))


def _act_of(plan: Plan, one: Any) -> Any:
    return plan.programmes[one.programme].lineup[0].artist


CLASHES: dict[ProblemKind, Callable[[Plan], Plan]] = {
    ProblemKind.ARTIST_TWICE: _act_twice,
    ProblemKind.MEMBER_TWICE: _member_twice,
    ProblemKind.VENUE_TWICE: _venue_twice,
    ProblemKind.ARTIST_UNAVAILABLE: _stated(artist=_act_of),
    ProblemKind.VENUE_UNAVAILABLE: _stated(venue=lambda _plan, one: one.venue),
    ProblemKind.VENUE_CLOSED: _closed,
    ProblemKind.FALLBACK_CLOSED: _in_rain(is_closed=True),
    ProblemKind.FALLBACK_TAKEN: _hall_in_use,
    ProblemKind.EQUIPMENT_SHORT: _two_microphones,
    ProblemKind.QUIET_HOURS: lambda plan: _of(
        "venues",
        quiet_hours=tuple(WeekHours(day, WallMinute(600), WallMinute(900)) for day in range(5)),
    )(plan),
}


@pytest.mark.parametrize("kind", CLASHES)
@pytest.mark.parametrize("seed", range(3))
def test_a_planted_clash_is_found(kind: ProblemKind, seed: int) -> None:
    """What is planted may touch other dates of that day; nothing of another kind is told."""
    assert loud(CLASHES[kind](legal_plan(Random(seed)))) == {kind}


def test_every_kind_is_planted_somewhere() -> None:
    here = {*PLANTED, *CLASHES}
    by_name = {
        ProblemKind.NOISE_PAIR, ProblemKind.TRAVEL_IMPOSSIBLE, ProblemKind.CONFIRMATION_OPEN, ProblemKind.PASSES_DUE,
        ProblemKind.UNDECIDED_LATE, ProblemKind.FILING_DUE,
    }  # fmt: skip
    beside = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("*.py"))
    missing = [
        kind for kind in ProblemKind if kind not in here | by_name and f".{kind.name}" not in beside.replace(
            Path(__file__).read_text(encoding="utf-8"), "") and f'"{kind}"' not in beside
    ]  # fmt: skip
    assert not missing
