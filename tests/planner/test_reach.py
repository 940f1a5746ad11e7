"""Who can come when: against a simulation that walks minute by minute and shares nothing with the planner's spans."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.culture_calendar import SpecialDay, SpecialDayKind
from director_app.domain.ids import AreaId, DeliveryId, OrganisationId, SiteId, SpecialDayId
from director_app.domain.people import Crew, Organisation, ShiftPattern, Site
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.season import Area
from director_app.domain.timeline import WallMinute, span_on
from director_app.planner.reach import Coming, ReachMemo, crews_at, reach_of

MONDAY = datetime.date(2025, 10, 13)
M = WallMinute


def clock(text: str) -> WallMinute:
    hour, minute = text.split(":")
    return M(int(hour) * 60 + int(minute))


DAY_CREW = Crew("주간", 90, clock("07:00"), clock("19:00"), clock("12:00"), clock("13:00"))
NIGHT_CREW = Crew("야간", 60, clock("19:00"), clock("31:00"), clock("24:30"), clock("25:30"))


def plan_with(*patterns: ShiftPattern, sittings: int | None = None, **more: object) -> Plan:
    return Plan.of(
        [
            Organisation(OrganisationId("o"), name="기업"),
            Area(AreaId("a"), name="1단지"),
            Site(SiteId("s"), OrganisationId("o"), area=AreaId("a"), shifts=patterns, sittings=sittings),
            *more.get("records", ()),  # type: ignore[misc]  # records of any kind
        ]
    )


def answers(plan: Plan, day: datetime.date, start: str, end: str) -> dict[str, tuple[Coming, int | None]]:
    found = crews_at(plan, plan.sites[SiteId("s")], span_on(day, clock(start), clock(end)))
    return {one.crew: (one.coming, one.heads) for one in found}


def test_lunch_is_for_the_day_crew_and_not_for_the_sleeping_night_crew() -> None:
    plan = plan_with(ShiftPattern("2교대", (DAY_CREW, NIGHT_CREW), weekdays=(0, 1, 2, 3, 4, 5)))
    assert answers(plan, MONDAY + datetime.timedelta(days=1), "12:10", "12:50") == {
        "주간": (Coming.CAN, 90),
        "야간": (Coming.CANNOT, 60),
    }


def test_the_night_crew_comes_before_its_turn() -> None:
    plan = plan_with(ShiftPattern("2교대", (DAY_CREW, NIGHT_CREW)))
    found = answers(plan, MONDAY, "18:10", "18:55")
    assert found["야간"][0] is Coming.CAN
    assert found["주간"][0] is Coming.CANNOT


def test_crews_change_places_with_the_rotation() -> None:
    plan = plan_with(ShiftPattern("2교대", (DAY_CREW, NIGHT_CREW), rotation_days=14, rotation_from=MONDAY))
    later = MONDAY + datetime.timedelta(days=15)
    assert answers(plan, later, "12:10", "12:50")["야간"] == (Coming.CAN, 60)


def test_in_two_sittings_half_of_the_crew_eats_at_a_time() -> None:
    plan = plan_with(ShiftPattern("주간", (DAY_CREW,)), sittings=2)
    found = crews_at(plan, plan.sites[SiteId("s")], span_on(MONDAY, clock("12:00"), clock("12:30")))
    assert [(one.coming, one.heads) for one in found] == [(Coming.CAN, 45), (Coming.CANNOT, 45)]


def test_a_shutdown_sends_the_crew_home() -> None:
    shutdown = SpecialDay(SpecialDayId("x"), MONDAY, MONDAY, SpecialDayKind.SHUTDOWN, "창립기념일", OrganisationId("o"))
    plan = plan_with(ShiftPattern("주간", (DAY_CREW,)), records=(shutdown,))
    assert answers(plan, MONDAY, "12:10", "12:50")["주간"][0] is Coming.SOME


def test_only_a_seven_day_pattern_works_on_a_holiday() -> None:
    every_day = ShiftPattern("연속", (DAY_CREW._replace(name="연속"),), weekdays=tuple(range(7)))
    plan = plan_with(ShiftPattern("주간", (DAY_CREW,)), every_day)
    span = span_on(MONDAY, clock("12:10"), clock("12:50"))
    found = crews_at(plan, plan.sites[SiteId("s")], span, holidays={MONDAY})
    assert {one.crew: one.coming for one in found} == {"주간": Coming.SOME, "연속": Coming.CAN}


def test_heads_left_open_are_what_the_site_has_left() -> None:
    crews = (DAY_CREW._replace(heads=None), NIGHT_CREW)
    plan = Plan.of(
        [
            Organisation(OrganisationId("o")),
            Site(SiteId("s"), OrganisationId("o"), heads=100, shifts=(ShiftPattern("2교대", crews),)),
        ]
    )
    assert answers(plan, MONDAY, "12:10", "12:50")["주간"] == (Coming.CAN, 40)


def test_an_undecided_time_reaches_nobody_yet() -> None:
    plan = plan_with(ShiftPattern("주간", (DAY_CREW,)))
    undecided = Delivery(DeliveryId("d"), organisation=OrganisationId("o"), date=MONDAY)
    assert reach_of(plan, undecided) is None
    decided = undecided._replace(start=clock("12:10"), end=clock("12:50"))
    found = reach_of(plan, decided)
    assert found is not None
    assert found.up_to == 90


minutes = st.integers(0, 95).map(lambda quarter: M(quarter * 15))


@st.composite
def crews(draw: st.DrawFn, number: int) -> Crew:
    name = f"{number}조"
    if draw(st.integers(0, 4)) == 0:
        return Crew(name, 40)
    starts = draw(minutes)
    length = draw(st.integers(4, 48)) * 15
    at = draw(st.integers(0, length - 45))
    meal = M(starts + at), M(starts + at + 45)
    return Crew(name, 40, starts, M(starts + length), *(meal if draw(st.booleans()) else (None, None)))


@st.composite
def patterns(draw: st.DrawFn) -> ShiftPattern:
    several = tuple(draw(crews(number)) for number in range(draw(st.integers(1, 4))))
    days = tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=1))))
    return ShiftPattern("교대", several, draw(st.sampled_from([None, 1, 2, 7])), MONDAY, days)


def walked(pattern: ShiftPattern, crew: int, day: datetime.date, start: int, end: int) -> Coming:
    """The same question answered by a walk through every minute, with nothing but clocks and days."""
    working: set[int] = set()
    eating: set[int] = set()
    asleep: set[int] = set()
    near: set[int] = set()
    for offset in range(-3, 5):
        date = day + datetime.timedelta(days=offset)
        base = offset * 1440
        asleep |= {base + minute for minute in range(300)}
        if date.weekday() not in pattern.weekdays:
            continue
        turn = crew
        if pattern.rotation_days and pattern.rotation_from:
            turn = (crew + (date - pattern.rotation_from).days // pattern.rotation_days) % len(pattern.crews)
        hours = pattern.crews[turn]
        if hours.starts is None or hours.ends is None:
            continue
        turn_minutes = set(range(base + hours.starts, base + hours.ends))
        working |= turn_minutes
        if hours.meal_starts is not None and hours.meal_ends is not None:
            eating |= set(range(base + hours.meal_starts, base + hours.meal_ends))
        nights = [
            sum(1 for minute in turn_minutes if minute // 1440 == one and minute % 1440 < 300) for one in range(-4, 7)
        ]
        if max(nights) >= 180:
            asleep |= set(range(base + hours.ends + 60, base + hours.ends + 60 + 420))
        near |= set(range(base + hours.ends, base + hours.ends + 120))
        near |= set(range(base + hours.starts - 60, base + hours.starts))
    span = range(start, end)
    sleeping_turns = asleep
    free = [minute for minute in span if minute in eating or not (minute in working or minute in sleeping_turns)]
    least = min(len(span), max(20, (len(span) + 1) // 2))
    if len(free) < least:
        return Coming.CANNOT
    if any(minute in eating for minute in span) or any(minute in near for minute in free):
        return Coming.CAN
    return Coming.SOME


@given(patterns(), st.integers(0, 13), minutes, st.integers(1, 16))
def test_every_answer_is_that_of_a_walk_through_the_minutes(
    pattern: ShiftPattern, offset: int, start: WallMinute, quarters: int
) -> None:
    plan = plan_with(pattern)
    day = MONDAY + datetime.timedelta(days=offset)
    found = crews_at(plan, plan.sites[SiteId("s")], span_on(day, start, start + quarters * 15))
    expected = [walked(pattern, number, day, start, start + quarters * 15) for number in range(len(pattern.crews))]
    assert [one.coming for one in found] == expected


@given(
    st.lists(patterns(), min_size=1, max_size=3),
    st.integers(1, 3),
    st.lists(st.tuples(st.integers(0, 13), minutes, st.integers(1, 16)), min_size=1, max_size=6),
)
def test_whoever_compares_many_dates_counts_as_many_heads(
    kept: list[ShiftPattern], sittings: int, asked: list[tuple[int, WallMinute, int]]
) -> None:
    stopped = MONDAY + datetime.timedelta(days=4)
    shut = SpecialDay(SpecialDayId("x"), stopped, stopped, SpecialDayKind.SHUTDOWN, "정비", OrganisationId("o"))
    other = Site(SiteId("t"), OrganisationId("o"), area=AreaId("a"), heads=77, shifts=tuple(kept[:1]))
    plan = plan_with(*kept, sittings=sittings, records=(shut, other))
    memo = ReachMemo(plan)
    for offset, start, quarters in asked:
        day = MONDAY + datetime.timedelta(days=offset)
        one = Delivery(DeliveryId("d"), area=AreaId("a"), date=day, start=start, end=WallMinute(start + quarters * 15))
        reach = reach_of(plan, one)
        assert memo.up_to(one) == ((reach.up_to or 0) if reach else 0)
