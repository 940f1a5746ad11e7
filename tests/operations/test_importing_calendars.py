"""Calendars come in as deliveries, again without doubles, and our own come back without a change."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from director_app.calendars.options import CalendarOptions
from director_app.domain.ledger import uid_of
from director_app.domain.meeting_dates import told_id
from director_app.domain.programme import Status
from director_app.operations import publishing, whole_plans
from director_app.operations.importing import RowOutcome, accept_import, propose_import
from director_app.operations.open_plan import OpenPlan
from director_app.wording import Wording

NOW = datetime.datetime(2025, 10, 14, tzinfo=datetime.UTC)


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[OpenPlan]:
    opened = whole_plans.start_sample(tmp_path / "sample.cdplan")
    yield opened
    opened.close()


def event(uid: str, start: str, title: str = "산단 합창", more: str = "") -> str:
    return f"BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{title}\r\nDTSTART;TZID=Asia/Seoul:{start}\r\n{more}END:VEVENT\r\n"


def written(path: Path, *events: str) -> Path:
    path.write_bytes(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(events)}END:VCALENDAR\r\n".encode())
    return path


def test_our_own_calendar_comes_back_without_a_change(sample: OpenPlan, tmp_path: Path) -> None:
    path = tmp_path / "ours.ics"
    for options in (CalendarOptions(), CalendarOptions(internal=True)):
        publishing.export_ics(sample, path, Wording("ko"), options, NOW)
        proposal = propose_import(sample.plan, [path])
        assert set(proposal.counts) == {RowOutcome.SAME}


def test_what_a_phone_moved_comes_back_as_a_change_of_time_alone(sample: OpenPlan, tmp_path: Path) -> None:
    one = next(
        one for one in sample.plan.deliveries.values() if one.status is Status.CONFIRMED and one.start is not None
    )
    proposal = propose_import(
        sample.plan, [written(tmp_path / "phone.ics", event(uid_of(sample.plan, one.id), "20251120T143000", "딴 이름"))]
    )
    assert {change.field for row in proposal.rows for change in row.differences} <= {"date", "start", "end"}
    accept_import(sample, proposal)
    moved = sample.plan.deliveries[one.id]
    assert (moved.date, moved.start) == (datetime.date(2025, 11, 20), 14 * 60 + 30)
    assert moved.programme == one.programme


def test_the_same_uid_is_the_same_delivery_wherever_it_moves(sample: OpenPlan, tmp_path: Path) -> None:
    path = tmp_path / "university.ics"
    before = len(sample.plan.deliveries)
    accept_import(sample, propose_import(sample.plan, [written(path, event("u1@uni", "20251020T190000"))]))
    again = propose_import(sample.plan, [path])
    assert again.counts == {RowOutcome.SAME: 1}
    accept_import(sample, propose_import(sample.plan, [written(path, event("u1@uni", "20251104T170000"))]))
    assert len(sample.plan.deliveries) == before + 1
    gone = event("u1@uni", "20251104T170000", more="STATUS:CANCELLED\r\n")
    accept_import(sample, propose_import(sample.plan, [written(path, gone)]))
    found = [one for one in sample.plan.deliveries.values() if one.date == datetime.date(2025, 11, 4) and one.start]
    assert Status.CANCELLED in {one.status for one in found}
    assert len(sample.plan.deliveries) == before + 1


def test_events_are_counted_as_the_file_has_them(sample: OpenPlan, tmp_path: Path) -> None:
    series = event("s", "20251001T120000", more="RRULE:FREQ=WEEKLY;COUNT=5\r\n")
    proposal = propose_import(sample.plan, [written(tmp_path / "a.ics", series, event("t", "20301001T120000"))])
    assert (proposal.events, len(proposal.rows)) == (2, 5)


def test_a_meeting_that_was_moved_on_a_phone_comes_back_moved(sample: OpenPlan, tmp_path: Path) -> None:
    meeting = next(iter(sample.plan.meetings.values()))
    moved = written(tmp_path / "phone.ics", event(told_id(meeting), "20251120T143000", "딴 이름"))
    proposal = propose_import(sample.plan, [moved])
    assert {change.field for row in proposal.rows for change in row.differences} <= {"date", "start", "end"}
    accept_import(sample, proposal)
    after = sample.plan.meetings[meeting.id]
    assert (after.date, after.start, after.title) == (datetime.date(2025, 11, 20), 14 * 60 + 30, meeting.title)
    off = written(tmp_path / "off.ics", event(told_id(meeting), "20251120T143000", more="STATUS:CANCELLED\r\n"))
    assert not propose_import(sample.plan, [off]).rows
