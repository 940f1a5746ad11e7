"""An artist's own calendar: what is busy there is not offered here, and nobody reads what it is about."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from director_app.domain.facts import Subject
from director_app.domain.programme import Status
from director_app.operations import whole_plans
from director_app.operations.busy_times import read_busy_times, take_busy_times
from director_app.operations.open_plan import OpenPlan
from director_app.planner.checks import check_plan


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[OpenPlan]:
    opened = whole_plans.start_sample(tmp_path / "sample.cdplan")
    yield opened
    opened.close()


def event(uid: str, when: str, more: str = "") -> str:
    return f"BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:병원 검진\r\n{when}\r\n{more}END:VEVENT\r\n"


def written(path: Path, *events: str) -> Path:
    path.write_bytes(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(events)}END:VCALENDAR\r\n".encode())
    return path


def booked(opened: OpenPlan) -> tuple[Subject, str]:
    """An artist with a confirmed date to come, and that date as a calendar writes it."""
    plan = opened.plan
    for one in sorted(plan.deliveries.values(), key=lambda each: each.number):
        programme = plan.programmes.get(one.programme) if one.programme else None
        lineup = one.lineup if one.lineup is not None else programme.lineup if programme else ()
        if one.status is Status.CONFIRMED and one.start and one.date and one.date.month > 9 and lineup:
            return Subject(
                "artists", lineup[0].artist
            ), f"{one.date:%Y%m%d}T{one.start // 60:02d}{one.start % 60:02d}00"
    raise AssertionError


def test_a_busy_hour_is_a_problem_of_what_is_booked_then(sample: OpenPlan, tmp_path: Path) -> None:
    subject, start = booked(sample)
    before = {one for one in check_plan(sample.plan) if one.kind == "artist_unavailable"}
    busy = read_busy_times(
        sample.plan, written(tmp_path / "a.ics", event("1", f"DTSTART:{start}\r\nDURATION:PT2H")), subject
    )
    assert (busy.events, len(busy.new)) == (1, 1)
    take_busy_times(sample, busy, "이름")
    after = {one for one in check_plan(sample.plan) if one.kind == "artist_unavailable"}
    assert after - before
    assert "병원" not in str(sample.plan.availabilities)


def test_the_same_calendar_again_changes_nothing_and_a_cancelled_event_frees_the_time(
    sample: OpenPlan, tmp_path: Path
) -> None:
    subject, _start = booked(sample)
    known = len(sample.plan.availabilities)
    path = written(
        tmp_path / "a.ics",
        event("1", "DTSTART;VALUE=DATE:20251020\r\nDTEND;VALUE=DATE:20251023"),
        event("2", "DTSTART:20251101T100000\r\nDURATION:PT1H", "TRANSP:TRANSPARENT\r\n"),
    )
    busy = read_busy_times(sample.plan, path, subject)
    assert [one.date for one in busy.new] == [datetime.date(2025, 10, day) for day in (20, 21, 22)]
    take_busy_times(sample, busy, "이름")
    again = read_busy_times(sample.plan, path, subject)
    assert (again.new, again.changed, again.gone, again.same) == ((), (), (), 3)
    gone = event("1", "DTSTART;VALUE=DATE:20251020\r\nDTEND;VALUE=DATE:20251023", "STATUS:CANCELLED\r\n")
    take_busy_times(sample, read_busy_times(sample.plan, written(path, gone), subject), "이름")
    assert len(sample.plan.availabilities) == known
    sample.undo()
    assert len(sample.plan.availabilities) == known + 3
