"""Calendars as other programs read them."""

from __future__ import annotations

import datetime
from typing import Any
from zoneinfo import ZoneInfo

import hypothesis
import pytest
from hypothesis import strategies as st
from icalendar import Calendar

from director_app.calendars.events import EventMaker
from director_app.calendars.ical_export import calendar_name, export_calendar, plan_zone, zones_of
from director_app.calendars.options import CalendarFile, CalendarOptions
from director_app.domain.facts import (
    Act,
    Confirmation,
    ConfirmationOf,
    ConfirmationState,
    DatedHours,
    Fallback,
    WeekHours,
)
from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import entries_after_export
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.refusals import RefusedInput
from director_app.domain.season import Area, Season
from director_app.domain.timeline import WallMinute
from director_app.planner.scope import Scope
from director_app.wording import Wording
from tests.calendars.calendar_reader import Read, read_calendar
from tests.calendars.plain_calendar import plain_calendar
from tests.calendars.seasons import (
    AREAS,
    ARTISTS,
    DAY,
    DELIVERIES,
    NOW,
    PROGRAMMES,
    SECRET,
    STRAND,
    VENUES,
    ZONES,
    plans,
    surroundings,
)

KOREAN = Wording("ko")
LANGUAGES = st.sampled_from(["ko", "en"]).map(Wording)
ONE = DELIVERIES[0]
LAST = datetime.date.max


def exported(plan: Plan, *, wording: Wording = KOREAN, **options: Any) -> CalendarFile:
    """The first calendar ever made of a plan."""
    chosen = CalendarOptions(**options)
    ledger = entries_after_export(plan, {}, NOW, internal=chosen.internal)
    return export_calendar(plan, ledger, wording, chosen)


def only_event(plan: Plan, **options: Any) -> Read:
    events = read_calendar(exported(plan, **options).data)[1]
    assert len(events) == 1
    return events[0]


def season_of(*records: Any, zone: str = "Asia/Seoul", **facts: Any) -> Plan:
    """A season with one confirmed delivery of these facts."""
    values = {"date": DAY, "status": Status.CONFIRMED, **facts}
    return Plan.of([Season(SEASON, title="봄", zone=zone), Delivery(ONE, **values), *records])


def at(hour: int, minute: int = 0, day: datetime.date = DAY) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(hours=hour, minutes=minute)


# -- what is written --------------------------------------------------------------------------------------------------


@hypothesis.settings(max_examples=25)
@hypothesis.given(plan=ZONES.flatmap(plans), wording=LANGUAGES, internal=st.booleans())
def test_the_fast_writer_writes_what_the_library_writes(plan: Plan, wording: Wording, internal: bool) -> None:
    options = CalendarOptions(internal=internal)
    ledger = entries_after_export(plan, {}, NOW, internal=internal)
    events = sorted(EventMaker(plan, wording, options, plan_zone(plan)).events(ledger))
    plain = plain_calendar(events, calendar_name(plan, wording, options), zones_of(events), internal=internal)
    assert export_calendar(plan, ledger, wording, options).data == plain


@hypothesis.settings(max_examples=25)
@hypothesis.given(plan=plans(), internal=st.booleans())
def test_two_runs_give_the_same_bytes(plan: Plan, internal: bool) -> None:
    options = CalendarOptions(internal=internal)
    ledger = entries_after_export(plan, {}, NOW, internal=internal)
    later = entries_after_export(plan, ledger, NOW + datetime.timedelta(days=9), internal=internal)
    shuffled = Plan.of(reversed(list(plan.records())))
    again = export_calendar(shuffled, dict(reversed(later.items())), Wording("ko"), options)
    assert export_calendar(plan, ledger, KOREAN, options) == again


@hypothesis.settings(max_examples=25)
@hypothesis.given(text=st.text(st.sampled_from("가힣a\\n,;:N\n^'\"😀"), max_size=200).map(str.strip))
def test_every_text_is_read_as_it_was_written_and_no_line_is_cut_inside_a_letter_or_an_escape(text: str) -> None:
    data = exported(season_of(Programme(PROGRAMMES[0], title=text), programme=PROGRAMMES[0])).data
    assert read_calendar(data)[1][0].text("SUMMARY") == (text or "프로그램 미정")
    for line in data.split(b"\r\n"):
        assert (len(line) - len(line.rstrip(b"\\"))) % 2 == 0


def test_the_calendar_says_what_it_is() -> None:
    own, _events = read_calendar(exported(season_of()).data)
    assert own["VERSION"] == "2.0"
    assert own["METHOD"] == "PUBLISH"
    assert own["CALSCALE"] == "GREGORIAN"
    assert own["PRODID"]
    assert own["X-WR-CALNAME"] == own["NAME"] == "봄"


def test_an_empty_season_is_an_empty_calendar() -> None:
    assert exported(Plan()).events == 0


def test_an_unknown_zone_is_refused() -> None:
    with pytest.raises(RefusedInput, match="Mars"):
        exported(season_of(zone="Mars/Olympus"))


# -- when -------------------------------------------------------------------------------------------------------------


def test_a_night_that_ends_after_midnight_ends_on_the_next_date() -> None:
    event = only_event(season_of(start=WallMinute(23 * 60), end=WallMinute(25 * 60 + 30)))
    assert event.spans() == [(at(23), at(25, 30))]
    assert event.zone == ZoneInfo("Asia/Seoul")


def test_a_start_after_midnight_of_the_programme_day_is_on_the_next_date() -> None:
    assert only_event(season_of(start=WallMinute(26 * 60), end=WallMinute(29 * 60))).spans() == [(at(26), at(29))]


def test_an_open_end_is_the_running_time_and_says_so() -> None:
    programme = Programme(PROGRAMMES[0], title="봄", running_minutes=40)
    event = only_event(season_of(programme, programme=PROGRAMMES[0], start=WallMinute(730)))
    assert event.spans() == [(at(12, 10), at(12, 50))]
    assert "어림" in event.text("DESCRIPTION")


def test_without_any_end_only_the_start_is_said() -> None:
    event = only_event(season_of(start=WallMinute(730)))
    assert event.spans() == [(at(12, 10), None)]
    assert "DTEND" not in event.values


def test_an_undecided_time_is_the_whole_day() -> None:
    event = only_event(season_of())
    assert event.params["DTSTART"] == ";VALUE=DATE"
    assert event.spans() == [(DAY, DAY + datetime.timedelta(days=1))]


def test_what_has_only_a_month_is_left_out_and_said_so() -> None:
    made = exported(season_of(date=None, month="2025-11"))
    assert made.events == 0
    assert made.without_date == (ONE,)
    assert made.remarks == ("날짜가 없는 일정 1건은 캘린더에 들어 있지 않습니다.",)


def test_regular_hours_repeat_and_closed_days_are_left_out() -> None:
    week = tuple(WeekHours(weekday, WallMinute(600), WallMinute(1080)) for weekday in range(1, 6))
    closed = DatedHours(datetime.date(2025, 10, 22))
    event = only_event(season_of(until=datetime.date(2025, 10, 31), hours=week, exceptions=(closed,)))
    assert event.values["RRULE"].startswith("FREQ=WEEKLY;")
    assert event.values["EXDATE"] == "20251022T100000"
    assert event.values["UID"] == ONE


def test_irregular_hours_are_one_event_a_day_with_a_uid_of_its_own() -> None:
    week = (WeekHours(1, WallMinute(600), WallMinute(1080)), WeekHours(2, WallMinute(600), WallMinute(1200)))
    events = read_calendar(exported(season_of(until=DAY + datetime.timedelta(days=1), hours=week)).data)[1]
    assert [event.values["UID"] for event in events] == [f"{ONE}-20251014", f"{ONE}-20251015"]
    assert not any("RRULE" in event.values for event in events)


def expected_spans(delivery: Delivery, running: int | None) -> list[tuple[object, object]]:
    """Opening hours day by day, as a person would write them down."""
    first, last = delivery.date, delivery.until or delivery.date
    assert first is not None
    assert last is not None
    end = delivery.end
    if end is None and delivery.start is not None and running:
        end = WallMinute(delivery.start + running)
    dated = {one.date: one for one in delivery.exceptions}
    spans: list[tuple[object, object]] = []
    for offset in range((last - first).days + 1):
        day = first + datetime.timedelta(days=offset)
        opened: list[tuple[int | None, int | None]]
        if day in dated:
            opened = [(dated[day].opens, dated[day].closes)] if dated[day].opens is not None else []
        elif delivery.hours and (delivery.start is None or last > first or delivery.exceptions):
            opened = [(one.opens, one.closes) for one in delivery.hours if one.weekday == day.weekday()]
        else:
            opened = [(delivery.start, end)]
        for starts, ends in opened:
            if starts is not None:
                spans.append((at(0, starts, day), at(0, ends, day) if ends is not None and ends > starts else None))
    if spans and not any(start is None for start in spans):
        return sorted(spans, key=str)
    return [(first, last + datetime.timedelta(days=1))]


@hypothesis.settings(max_examples=25)
@hypothesis.given(plan=ZONES.flatmap(plans))
def test_a_reader_finds_every_opening_hour_and_no_other(plan: Plan) -> None:
    _own, events = read_calendar(exported(plan, internal=True).data)
    for delivery in plan.deliveries.values():
        mine = [event for event in events if event.values["UID"].startswith(delivery.id)]
        if delivery.date is None and (delivery.status is not Status.POSTPONED or delivery.postponed_to is None):
            assert not mine
            continue
        if delivery.status is Status.POSTPONED or (delivery.start is None and delivery.exceptions):
            continue
        programme = plan.programmes.get(delivery.programme) if delivery.programme else None
        spans = [span for event in mine for span in event.spans()]
        assert sorted(spans, key=str) == expected_spans(delivery, programme.running_minutes if programme else None)


@hypothesis.settings(max_examples=25)
@hypothesis.given(plan=ZONES.flatmap(plans))
def test_the_zone_in_the_file_is_the_zone_of_the_plan(plan: Plan) -> None:
    zone = ZoneInfo(plan.season.zone)
    calendar: Any = Calendar.from_ical(exported(plan, internal=True).data)
    zones = calendar.walk("VTIMEZONE")
    timed = [event for event in calendar.walk("VEVENT") if isinstance(event.start, datetime.datetime)]
    assert len(zones) == bool(timed)
    for event in timed:
        wall = event.start.replace(tzinfo=None)
        assert zones[0].to_tz().utcoffset(wall) == zone.utcoffset(wall)


def test_the_zone_in_the_file_reaches_as_far_as_an_exhibition() -> None:
    years = season_of(
        zone="Europe/Berlin", until=datetime.date(2028, 9, 30), start=WallMinute(600), end=WallMinute(1080)
    )
    calendar: Any = Calendar.from_ical(exported(years).data)
    (zone,) = calendar.walk("VTIMEZONE")
    assert "RRULE" in calendar.walk("VEVENT")[0]
    for year in (2026, 2027, 2028):
        summer = datetime.datetime(year, 7, 1, 12)
        assert zone.to_tz().utcoffset(summer) == ZoneInfo("Europe/Berlin").utcoffset(summer)


@pytest.mark.parametrize(
    ("facts", "spans"),
    [
        ({"start": WallMinute(1400), "end": WallMinute(1500)}, [(at(23, 20, LAST), at(23, 59, LAST))]),
        ({}, [(LAST, None)]),
        ({"until": LAST, "start": WallMinute(0)}, [(at(0, 0, LAST), None)]),
    ],
)
def test_the_last_day_there_is(facts: dict[str, Any], spans: list[Any]) -> None:
    assert only_event(season_of(date=LAST, **facts)).spans() == spans


def test_daily_hours_across_the_change_of_the_clock_are_written_day_by_day() -> None:
    night = season_of(
        zone="Europe/Berlin", date=datetime.date(2025, 10, 24), until=datetime.date(2025, 10, 27),
        start=WallMinute(22 * 60), end=WallMinute(28 * 60),
    )  # fmt: skip
    events = read_calendar(exported(night).data)[1]
    assert len(events) == 4
    assert all(event.spans()[0][1] == event.spans()[0][0] + datetime.timedelta(hours=6) for event in events)  # type: ignore[operator]


# -- status -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "postponed_to", "said"),
    [
        (Status.PENCILLED, None, "TENTATIVE"),
        (Status.CONFIRMED, None, "CONFIRMED"),
        (Status.DELIVERED, None, "CONFIRMED"),
        (Status.POSTPONED, None, "CANCELLED"),
        (Status.POSTPONED, DAY + datetime.timedelta(days=7), "TENTATIVE"),
        (Status.CANCELLED, None, "CANCELLED"),
    ],
)
def test_status(status: Status, postponed_to: datetime.date | None, said: str) -> None:
    assert only_event(season_of(status=status, postponed_to=postponed_to)).values["STATUS"] == said


def test_an_idea_is_in_no_public_calendar_and_tentative_in_an_internal_one() -> None:
    idea = season_of(status=Status.IDEA)
    assert exported(idea).events == 0
    assert only_event(idea, internal=True).values["STATUS"] == "TENTATIVE"


# -- what it says -----------------------------------------------------------------------------------------------------


@hypothesis.settings(max_examples=25)
@hypothesis.given(plan=plans(), wording=LANGUAGES)
def test_nothing_private_is_in_a_public_calendar(plan: Plan, wording: Wording) -> None:
    text = exported(plan, wording=wording).data.replace(b"\r\n ", b"").decode()
    assert SECRET not in text
    assert "1234567" not in text
    assert "CLASS" not in text


def test_the_team_reads_contacts_notes_and_confirmations() -> None:
    agreed = Confirmation(ConfirmationOf.ACT, ConfirmationState.AGREED, ARTISTS[1], DAY)
    plan = season_of(
        *surroundings(), programme=PROGRAMMES[0], number="GM-017", internal_note="뒷문으로", responsible="이 주임",
        confirmations=(agreed,),
    )  # fmt: skip
    event = only_event(plan, internal=True)
    lines = event.text("DESCRIPTION").splitlines()
    assert event.values["CLASS"] == "PRIVATE"
    assert {"일정 번호: GM-017", "담당: 이 주임", "내부 메모: 뒷문으로", "구미 밴드: 동의함 (10. 14.(화))"} <= set(
        lines
    )
    assert f"구미 밴드: {SECRET}밴드 {SECRET}대표, 010-{SECRET}-0000, {SECRET}@example.org" in lines


@pytest.mark.parametrize(
    ("inner", "said"),
    [("대공연장", "구미코 대공연장"), ("구미코 대공연장", "구미코 대공연장"), ("홀 (구미코)", "홀 (구미코)")],
)
def test_a_place_inside_another_names_both_once(inner: str, said: str) -> None:
    whole, part = VENUES[:2]
    plan = season_of(Venue(whole, name="구미코"), Venue(part, name=inner, part_of=whole), venue=part)
    assert only_event(plan).text("LOCATION") == said


def test_place_strand_and_plan_b() -> None:
    park, hall = VENUES[2], VENUES[0]
    event = only_event(
        season_of(
            Area(AREAS[0], name="1단지"),
            Venue(park, name="동락공원", area=AREAS[0], address="구미시 진평동", latitude=36.1, longitude=128.4),
            Venue(hall, name="구미코"),
            venue=park,
            fallback=Fallback(venue=hall),
        )
    )
    assert event.text("LOCATION") == "동락공원, 1단지, 구미시 진평동"
    assert event.values["GEO"] == "36.1;128.4"
    assert event.text("DESCRIPTION").splitlines()[-1] == "우천·폭염 시: 구미코에서 진행"


# -- filters ----------------------------------------------------------------------------------------------------------


def filtered(plan: Plan, scope: Scope) -> set[str]:
    ledger = entries_after_export(plan, {}, NOW, internal=True)
    data = export_calendar(plan, ledger, KOREAN, CalendarOptions(internal=True, scope=scope)).data
    return {event.values["UID"] for event in read_calendar(data)[1]}


@pytest.fixture
def five() -> Plan:
    """Five plain deliveries that differ in what filters ask for."""
    one, two, three, four, five = DELIVERIES
    day = datetime.timedelta(days=1)
    return Plan.of(
        [
            *surroundings(),
            Delivery(one, date=DAY, venue=VENUES[0], programme=PROGRAMMES[0]),
            Delivery(two, date=DAY + day, venue=VENUES[1], lineup=(Act(ARTISTS[0]),)),
            Delivery(three, date=DAY + 2 * day, venue=VENUES[2], lineup=(Act(ARTISTS[1]),)),
            Delivery(four, date=DAY + 3 * day, until=DAY + 9 * day, area=AREAS[1], programme=PROGRAMMES[1]),
            Delivery(five, month="2025-12", area=AREAS[1], programme=PROGRAMMES[1], lineup=(Act(ARTISTS[2]),)),
        ]
    )


@pytest.mark.parametrize(
    ("scope", "numbers"),
    [
        (Scope(), {1, 2, 3, 4}),
        (Scope(programme=PROGRAMMES[0]), {1}),
        (Scope(delivery=DELIVERIES[3]), {4}),
        (Scope(artist=ARTISTS[0]), {1, 2, 3}),
        (Scope(artist=ARTISTS[1]), {1, 3}),
        (Scope(venue=VENUES[0]), {1, 2}),
        (Scope(venue=VENUES[1]), {2}),
        (Scope(area=AREAS[1]), {3, 4}),
        (Scope(initiative=STRAND), {1}),
        (Scope(since=DAY + datetime.timedelta(days=5)), {4}),
        (Scope(until=DAY), {1}),
        (Scope(since=DAY, until=DAY + datetime.timedelta(days=1), venue=VENUES[1]), {2}),
        (Scope(area=AREAS[0], artist=ARTISTS[0]), {1, 2}),
    ],
)
def test_filters(five: Plan, scope: Scope, numbers: set[int]) -> None:
    assert filtered(five, scope) == {DELIVERIES[number - 1] for number in numbers}


def test_what_was_removed_is_cancelled_only_where_a_filter_would_have_found_it(five: Plan) -> None:
    ledger = entries_after_export(five, {}, NOW)
    fewer = Plan.of([one for one in five.records() if one.id != DELIVERIES[1]])
    ledger = entries_after_export(fewer, ledger, NOW)
    cancelled = {
        venue: export_calendar(fewer, ledger, KOREAN, CalendarOptions(scope=Scope(venue=venue))).cancelled
        for venue in VENUES
    }
    assert cancelled == {VENUES[0]: 1, VENUES[1]: 1, VENUES[2]: 0}
    assert DeliveryId(DELIVERIES[1]) in ledger
