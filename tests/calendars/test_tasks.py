"""What falls due, as tasks in the director's own calendar."""

from __future__ import annotations

import datetime

import icalendar

from director_app.calendars.ical_export import export_calendar, exported_deliveries
from director_app.calendars.options import CalendarFile, CalendarOptions
from director_app.domain.facts import Access, Fallback, Setting
from director_app.domain.ids import DeliveryId, EventId, VenueId
from director_app.domain.ledger import entries_after_export
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Event, Status
from director_app.planner.filings import DueKind, due_dates
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
