"""Dates of a rule as one event that repeats: whatever is done to them, every calendar program ends with the plan."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import hypothesis
import pytest
from hypothesis import strategies as st

from director_app.calendars.events import EventMaker
from director_app.calendars.ical_export import export_calendar, exported_deliveries, in_order, zones_of
from director_app.calendars.ical_writer import calendar_bytes
from director_app.calendars.options import CalendarOptions
from director_app.domain.facts import WeekHours
from director_app.domain.ids import DeliveryId, SeriesId
from director_app.domain.ledger import LedgerEntry, entries_after_export, entry_of_text, entry_text
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Series, Status
from director_app.domain.timeline import WallMinute
from director_app.operations.publishing import told_now
from director_app.planner.recurrence import days_of_rule
from director_app.planner.scope import Scope
from tests.calendars.calendar_reader import read_calendar
from tests.calendars.histories import HOUR, WORDINGS
from tests.calendars.plain_calendar import plain_calendar
from tests.calendars.repeating_clients import ApartClient, Shown, WholeClient
from tests.calendars.seasons import DAY, NOW, PROGRAMMES, VENUES, surroundings

RULES = ("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=7", "FREQ=DAILY;INTERVAL=3;UNTIL=20251101", "FREQ=MONTHLY;BYDAY=2TU;COUNT=3")
WEEKLY = SeriesId("weekly")
PUBLIC, TEAM = CalendarOptions(repeating=True), CalendarOptions(internal=True, repeating=True)
PART = CalendarOptions(scope=Scope(since=DAY + datetime.timedelta(days=6)), repeating=True)
SINGLY = CalendarOptions()
HALL = CalendarOptions(scope=Scope(venue=VENUES[0]), repeating=True)


def series_of(rule: str) -> list[Any]:
    """A series and the delivery of every day of it."""
    days = days_of_rule(rule, DAY, DAY + datetime.timedelta(days=90))
    facts: dict[str, Any] = {"programme": PROGRAMMES[0], "venue": VENUES[0], "series": WEEKLY}
    return [
        Series(WEEKLY, rule=rule, first_day=DAY, programme=PROGRAMMES[0]),
        *(
            Delivery(_name(n), f"GM-{n}", date=day, start=WallMinute(1140), end=WallMinute(1230), **facts)._replace(
                status=Status.CONFIRMED
            )
            for n, day in enumerate(days)
        ),
    ]


def _name(number: int) -> DeliveryId:
    return DeliveryId(f"{number + 100:032x}")


def weekly() -> Plan:
    return Plan.of([*surroundings(), *series_of(RULES[0])])


class Phones:
    """A plan that is edited and exported, and two programs for every calendar of it."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.now = NOW
        self.ledger: dict[DeliveryId, LedgerEntry] = {}
        self.programs: dict[CalendarOptions, list[WholeClient | ApartClient]] = {}
        self.last: dict[CalendarOptions, bytes] = {}

    def export(self, options: CalendarOptions, plan: Plan | None = None) -> bytes:
        self.plan = plan or self.plan
        self.now += HOUR
        known = {name: entry_of_text(entry_text(entry)) for name, entry in self.ledger.items()}
        self.ledger, _risen = told_now(self.plan, known, options, self.now)
        data = export_calendar(self.plan, self.ledger, WORDINGS["ko"], options).data
        again, risen = told_now(self.plan, self.ledger, options, self.now + HOUR)
        assert (again, risen) == (self.ledger, {})
        calendar = options._replace(repeating=True)
        for program in self.programs.setdefault(calendar, [WholeClient(), ApartClient()]):
            program.take(data)
        self.last[calendar] = data
        return data

    def check(self) -> None:
        for options in list(self.programs):
            self.export(options)
            wanted = alone(self.plan, options)
            for program in self.programs[options]:
                assert program.shown(zone_of(self.plan)) == wanted, type(program)


def zone_of(plan: Plan) -> ZoneInfo:
    return ZoneInfo(plan.season.zone)


def alone(plan: Plan, options: CalendarOptions) -> set[Shown]:
    """What a calendar that was never given out before says, date by date."""
    ledger = entries_after_export(plan, {}, NOW, exported_deliveries(plan, options), internal=options.internal)
    program = WholeClient()
    program.take(export_calendar(plan, ledger, WORDINGS["ko"], options._replace(repeating=False)).data)
    return program.shown(zone_of(plan))


# -- single steps -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_one_event(rule: str) -> None:
    plan = Plan.of([*surroundings(), *series_of(rule)])
    phones = Phones(plan)
    (event,) = read_calendar(phones.export(PUBLIC))[1]
    assert {"RRULE", "SEQUENCE"} <= set(event.values)
    assert len(event.spans()) == len(plan.deliveries)
    phones.check()


def test_a_holiday_is_left_out_and_a_moved_date_is_said_itself() -> None:
    plan = weekly()
    gone, moved = _name(2), plan.deliveries[_name(4)]._replace(start=WallMinute(1200), end=WallMinute(1260))
    kept = [one for one in plan.records() if one.id not in (gone, moved.id)]
    events = read_calendar(Phones(Plan.of([*kept, moved])).export(PUBLIC))[1]
    master, other = sorted(events, key=lambda one: "RECURRENCE-ID" in one.values)
    assert master.values["EXDATE"].count("T190000") == 2
    assert other.values["UID"] != master.values["UID"]
    phones = Phones(plan)
    phones.export(PUBLIC)
    phones.export(PUBLIC, Plan.of([*kept, moved]))
    master, other = sorted(read_calendar(phones.last[PUBLIC])[1], key=lambda one: "RECURRENCE-ID" in one.values)
    assert (other.values["UID"], other.values["RECURRENCE-ID"]) == (master.values["UID"], "20251028T190000")
    assert master.values["SEQUENCE"] == other.values["SEQUENCE"] == "1"
    phones.check()


def test_what_phones_have_one_by_one_never_doubles() -> None:
    phones = Phones(weekly())
    phones.export(SINGLY)
    events = read_calendar(phones.export(PUBLIC))[1]
    assert len(events) == 7
    assert not any("RRULE" in one.values for one in events)
    phones.check()


def test_what_phones_have_as_one_stays_one() -> None:
    phones = Phones(weekly())
    phones.export(PUBLIC)
    assert len(read_calendar(phones.export(SINGLY))[1]) == 1
    phones.check()


def test_new_words_for_all_dates_keep_them_one() -> None:
    phones = Phones(weekly())
    phones.export(PUBLIC)
    plan = phones.plan
    song = plan.programmes[PROGRAMMES[0]]._replace(title="새 제목")
    events = read_calendar(phones.export(PUBLIC, Plan.of([*(r for r in plan.records() if r.id != song.id), song])))[1]
    assert [one.text("SUMMARY") for one in events] == ["새 제목"]
    phones.check()


def test_the_team_reads_the_number_of_every_date() -> None:
    phones = Phones(weekly())
    events = read_calendar(phones.export(TEAM))[1]
    assert len(events) == 8
    assert len({one.text("DESCRIPTION") for one in events if "RECURRENCE-ID" in one.values}) == 7
    phones.check()


def test_a_rule_across_the_change_of_the_clock_is_written_date_by_date() -> None:
    """In Berlin 26 October has two hours of 2:30, and a rule would leave it to each program which is meant."""
    nights = [
        one._replace(start=WallMinute(60), end=WallMinute(200)) if isinstance(one, Delivery) else one
        for one in series_of("FREQ=WEEKLY;BYDAY=SU,TU;COUNT=7")
    ]
    plan = Plan.of([*surroundings(), *nights])
    berlin = plan.season._replace(zone="Europe/Berlin")
    phones = Phones(Plan.of([*(one for one in plan.records() if one.id != SEASON), berlin]))
    assert len(read_calendar(phones.export(PUBLIC))[1]) == 7
    phones.check()


def test_the_fast_writer_writes_dates_of_a_rule_as_the_library_does() -> None:
    plan = weekly()
    ledger = Phones(plan)
    ledger.export(PUBLIC)
    moved = plan.deliveries[_name(4)]._replace(start=WallMinute(1200), end=WallMinute(1260))
    ledger.export(PUBLIC, Plan.of([*(one for one in plan.records() if one.id != moved.id), moved]))
    maker = EventMaker(ledger.plan, WORDINGS["ko"], PUBLIC, zone_of(plan))
    events = in_order(maker.events(ledger.ledger))
    zones = zones_of(events)
    assert calendar_bytes(events, "시즌", zones, internal=False) == plain_calendar(
        events, "시즌", zones, internal=False
    )


# -- histories --------------------------------------------------------------------------------------------------------

_SHIFTS = st.integers(-3, 9).map(lambda days: datetime.timedelta(days=days))


@st.composite
def edited(draw: st.DrawFn, history: list[Plan]) -> Plan:
    """Create, move, split, call off, take back, do again, delete, restore."""
    plan = history[-1]
    kind = draw(st.sampled_from(["move", "facts", "facts", "delete", "add", "back", "all", "begin"]))
    records = {(type(one), one.id): one for one in plan.records()}
    names = sorted(plan.deliveries)
    if kind == "back":
        return draw(st.sampled_from(history))
    if kind == "begin" or not names:
        for one in series_of(draw(st.sampled_from(RULES))):
            records[(type(one), one.id)] = one
        return Plan.of(records.values())
    one = plan.deliveries[draw(st.sampled_from(names))]
    if kind == "delete":
        for name in draw(st.sampled_from([names, [one.id], [one.id]])):
            del records[(Delivery, name)]
    elif kind == "add":
        name = _name(draw(st.integers(50, 53)))
        records[(Delivery, name)] = one._replace(id=name, number="GM-9", date=_later(one.date, draw(_SHIFTS)))
    elif kind == "move":
        records[(Delivery, one.id)] = one._replace(date=_later(one.date, draw(_SHIFTS)))
    elif kind == "facts":
        records[(Delivery, one.id)] = one._replace(**draw(st.sampled_from(FACTS)))
    else:
        changed: Any = draw(st.sampled_from(ALL))(plan)
        for record in changed:
            records[(type(record), record.id)] = record
    return Plan.of(records.values())


FACTS: tuple[dict[str, Any], ...] = (
    {"start": WallMinute(600), "end": WallMinute(660)},
    {"start": WallMinute(1140), "end": WallMinute(1230)},
    {"start": None, "end": None},
    {"end": None},
    {"start": WallMinute(1500), "end": WallMinute(1560)},
    {"series": None},
    {"status": Status.CANCELLED},
    {"status": Status.CONFIRMED},
    {"status": Status.IDEA},
    {"status": Status.POSTPONED},
    {"status": Status.POSTPONED, "postponed_to": DAY + datetime.timedelta(days=60)},
    {"date": None, "month": "2025-11", "start": None, "end": None},
    {"venue": VENUES[2]},
    {"title_suffix": "앙코르"},
    {"public_note": "우천 시 취소"},
    {"internal_note": "비밀"},
    {"until": DAY + datetime.timedelta(days=99)},
    {"hours": (WeekHours(1, WallMinute(600), WallMinute(660)), WeekHours(3, WallMinute(600), WallMinute(700)))},
)
ALL: tuple[Callable[[Plan], list[Any]], ...] = (
    lambda plan: [plan.programmes[PROGRAMMES[0]]._replace(title="새 제목")],
    lambda plan: [plan.venues[VENUES[0]]._replace(name="새 이름")],
    lambda plan: [plan.season._replace(zone="Europe/Berlin")],
    lambda plan: [one._replace(start=WallMinute(1200), end=WallMinute(1290)) for one in plan.deliveries.values()],
    lambda plan: [one._replace(venue=VENUES[2]) for one in plan.deliveries.values()],
    lambda plan: [one._replace(date=_later(one.date, datetime.timedelta(7))) for one in plan.deliveries.values()],
)


def _later(day: datetime.date | None, by: datetime.timedelta) -> datetime.date | None:
    return None if day is None else day + by


@hypothesis.settings(max_examples=60)
@hypothesis.given(data=st.data())
def test_any_history_of_a_series_ends_with_the_plan_in_two_programs(data: st.DataObject) -> None:
    history = [Plan.of([*surroundings(), *series_of(data.draw(st.sampled_from(RULES)))])]
    phones = Phones(history[0])
    calendars = [PUBLIC, TEAM, PART, HALL, SINGLY]
    for _step in range(data.draw(st.integers(1, 7))):
        for options in data.draw(st.lists(st.sampled_from(calendars), max_size=3, unique=True)):
            phones.export(options)
        phones.plan = data.draw(edited(history))
        history.append(phones.plan)
    phones.check()
