"""What falls due, as tasks in the director's own calendar."""

from __future__ import annotations

import datetime
from typing import Any
from zoneinfo import ZoneInfo

import icalendar

from director_app.calendars.ical_export import export_calendar, exported_deliveries
from director_app.calendars.options import CalendarFile, CalendarOptions
from director_app.domain.council import Decision, Meeting
from director_app.domain.duties import Duty
from director_app.domain.facts import Access, Fallback, ReadyItem, Setting
from director_app.domain.ids import CallId, DecisionId, DeliveryId, EventId, MeetingId, PostId, StayId, VenueId
from director_app.domain.ledger import LedgerEntry, entries_after_export
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Event, Status
from director_app.domain.spaces import Call, Stay
from director_app.domain.staffing import Post
from director_app.domain.timeline import parse_clock
from director_app.planner.filings import DueKind, due_dates, ready_by
from director_app.wording import Wording

NOW = datetime.datetime(2025, 9, 1, tzinfo=datetime.UTC)
DAY = datetime.date(2025, 10, 18)
PARK = Venue(VenueId("park"), "공원", setting=Setting.OUTDOOR, access=Access(pass_days=3))
HALL = Venue(VenueId("hall"), "홀", setting=Setting.INDOOR)


def plan(status: Status = Status.CONFIRMED, heads: int | None = 1200) -> Plan:
    fallback = Fallback(venue=HALL.id)
    one = Delivery(
        DeliveryId("d"), "GM-001", date=DAY, venue=PARK.id, status=status, expected_heads=heads, fallback=fallback
    )
    event = Event(EventId("e"), "축제", first_day=DAY, venue=PARK.id, expected_heads=3000)
    return Plan.of([PARK, HALL, one, event])


def calendar(of: Plan, *, internal: bool = True, tasks: bool = True) -> CalendarFile:
    options = CalendarOptions(internal=internal, tasks=tasks)
    ledger = entries_after_export(of, {}, NOW, exported_deliveries(of, options), internal=internal)
    return export_calendar(of, ledger, Wording("ko"), options)


def test_what_is_due_and_when() -> None:
    found = {(due.subject.id, due.kind): (DAY - due.by).days for due in due_dates(plan())}
    assert found == {
        ("d", DueKind.FILE_PLAN): 14, ("d", DueKind.FILE_CHANGES): 7, ("d", DueKind.SECURE_FALLBACK): 7,
        ("d", DueKind.READINESS): 7, ("d", DueKind.GATE_PASSES): 3,
        ("e", DueKind.FILE_PLAN): 14, ("e", DueKind.FILE_CHANGES): 7,
    }  # fmt: skip


def test_what_is_called_off_or_small_is_not_filed() -> None:
    assert {due.subject.id for due in due_dates(plan(Status.CANCELLED))} == {"e"}
    assert not [due for due in due_dates(plan(heads=999)) if due.subject.id == "d" and due.kind is DueKind.FILE_PLAN]


def test_tasks_are_read_as_they_were_meant() -> None:
    file = calendar(plan())
    assert file.tasks == 7
    read = icalendar.Calendar.from_ical(file.data)
    tasks = read.walk("VTODO")
    assert len({str(task["UID"]) for task in tasks}) == 7
    first = tasks[0]
    assert first.decoded("DUE") == DAY - datetime.timedelta(14)
    assert "GM-001" in str(first["SUMMARY"])
    (alarm,) = first.walk("VALARM")
    assert alarm.decoded("TRIGGER") == datetime.timedelta(hours=-15)
    assert b"TRIGGER;RELATED=END:-PT15H" in file.data


def test_they_are_in_no_public_calendar_and_only_where_wanted() -> None:
    for file in (calendar(plan(), internal=False), calendar(plan(), tasks=False)):
        assert b"VTODO" not in file.data
    assert calendar(plan()).data == calendar(plan()).data


def charge() -> list[Any]:
    """A condition, a shift, a duty, a call, and a meeting with a beginning."""
    return [
        Decision(DecisionId("k"), text="승인", condition="소음 보고", due=DAY),
        Post(PostId("p"), "입구 안전", date=DAY, wanted=2, people=("김",)),
        Post(PostId("q"), "다 찬 근무", date=DAY, people=("이",)),
        Stay(StayId("s"), "박도예", duties=(Duty("결과 전시", DAY), Duty("끝난 일", DAY, is_done=True))),
        Call(CallId("c"), "공방 공모", closes=DAY),
        Meeting(
            MeetingId("m"), 2, "정기회의", DAY, parse_clock("15:00"), parse_clock("24:30"), PARK.id, ("안건, 하나",)
        ),
        Meeting(MeetingId("n"), None, "날짜만", DAY),
        Meeting(MeetingId("o"), 4, "미정"),
    ]


def test_what_the_rest_of_the_charge_asks_for_is_due_too() -> None:
    found = {(due.kind, due.subject.id): (DAY - due.by).days for due in due_dates(Plan.of(charge()))}
    assert found == {
        (DueKind.CONDITION, "k"): 0, (DueKind.SHIFT, "p"): 7, (DueKind.DUTY, "s"): 0, (DueKind.ENDS, "c"): 0,
    }  # fmt: skip
    summaries = [
        str(task["SUMMARY"]) for task in icalendar.Calendar.from_ical(calendar(Plan.of(charge())).data).walk("VTODO")
    ]
    assert any("소음 보고" in one for one in summaries)
    assert any("결과 전시 · 박도예" in one for one in summaries)


def test_meetings_stand_in_the_own_calendar_only() -> None:
    of = Plan.of(charge())
    events: list[Any] = icalendar.Calendar.from_ical(calendar(of).data).walk("VEVENT")
    assert [str(one["SUMMARY"]) for one in events] == ["날짜만", "협의체 제2차 회의: 정기회의"]
    assert calendar(of).events == len(events)
    assert not calendar(of).without_date
    seoul = ZoneInfo("Asia/Seoul")
    assert events[1]["DTSTART"].dt == datetime.datetime(2025, 10, 18, 15, tzinfo=seoul)
    assert events[1]["DTEND"].dt == datetime.datetime(2025, 10, 19, 0, 30, tzinfo=seoul)
    assert str(events[1]["DESCRIPTION"]).startswith("안건, 하나\n")
    assert events[0]["DTSTART"].dt == DAY
    assert {str(one["CLASS"]) for one in events} == {"PRIVATE"}
    assert b"VEVENT" in calendar(of, tasks=False).data
    assert b"VEVENT" not in calendar(of, internal=False).data


def test_a_meeting_that_is_moved_rises_and_one_that_is_taken_away_is_called_off() -> None:
    meeting = Meeting(MeetingId("m"), 2, "정기회의", DAY, parse_clock("15:00"), parse_clock("16:00"))
    own = CalendarOptions(internal=True)
    ledger: dict[DeliveryId, LedgerEntry] = {}
    seen = []
    for step, of in enumerate(
        (
            Plan.of([meeting]),
            Plan.of([meeting]),
            Plan.of([meeting._replace(date=DAY + datetime.timedelta(days=1))]),
            Plan.of([]),
            Plan.of([meeting._replace(date=None)]),
            Plan.of([meeting]),
        )
    ):
        now = NOW + datetime.timedelta(hours=step)
        ledger = entries_after_export(of, ledger, now, exported_deliveries(of, own), internal=True)
        (event,) = icalendar.Calendar.from_ical(export_calendar(of, ledger, Wording("ko"), own).data).walk("VEVENT")
        seen.append((int(str(event["SEQUENCE"])), str(event["STATUS"]), event["UID"]))
        public = CalendarOptions()
        ledger = entries_after_export(of, ledger, now, exported_deliveries(of, public))
        assert b"VEVENT" not in export_calendar(of, ledger, Wording("ko"), public).data
    assert [one[:2] for one in seen] == [
        (0, "CONFIRMED"), (0, "CONFIRMED"), (1, "CONFIRMED"), (2, "CANCELLED"), (2, "CANCELLED"), (3, "CONFIRMED"),
    ]  # fmt: skip
    assert len({one[2] for one in seen}) == 1


def test_what_is_ticked_is_no_longer_asked_for() -> None:
    one = plan().deliveries[DeliveryId("d")]

    def waiting(*ready: ReadyItem) -> list[tuple[ReadyItem, ...]]:
        of = Plan.of([PARK, HALL, one._replace(ready=ready)])
        return [due.open for due in due_dates(of) if due.kind is DueKind.READINESS]

    assert waiting(*ReadyItem) == []
    assert waiting(*list(ReadyItem)[1:]) == [(ReadyItem.STAFF,)]
    assert ready_by(plan(), one) == DAY - datetime.timedelta(7)
    assert ready_by(plan(), one._replace(venue=HALL.id)) is None
