"""Weekly hours and closures as typed lines."""

from __future__ import annotations

import datetime

import pytest

from director_app.domain.facts import Closure, WeekHours
from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import WallMinute
from director_app.ui.forms.field_forms import Reading
from director_app.ui.forms.week_hours import read_closures, read_hours, write_closures, write_hours
from director_app.wording import Wording


def hours(days: range, opens: int, closes: int) -> tuple[WeekHours, ...]:
    return tuple(WeekHours(day, WallMinute(opens), WallMinute(closes)) for day in days)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("월~금 10:30~19:30", hours(range(5), 630, 1170)),
        ("Mon-Fri 10:30-19:30", hours(range(5), 630, 1170)),
        ("매일 09:00~18:00", hours(range(7), 540, 1080)),
        ("평일 9:00~18:00\n토 10:00~15:00", (*hours(range(5), 540, 1080), *hours(range(5, 6), 600, 900))),
        ("토,일 10:00~15:00", hours(range(5, 7), 600, 900)),
        ("", ()),
    ],
)
def test_hours_are_read(text: str, read: tuple[WeekHours, ...]) -> None:
    assert read_hours(text) == read


@pytest.mark.parametrize("text", ["10:30~19:30", "월 언제나", "someday 10:00~11:00", "월 10:00"])
def test_lines_without_days_or_hours_are_refused(text: str) -> None:
    with pytest.raises(RefusedInput):
        read_hours(text)


def test_what_is_written_reads_back(wording: Wording) -> None:
    week = (*hours(range(5), 630, 1170), *hours(range(5, 6), 600, 1440))
    assert read_hours(write_hours(week, wording)) == week


def test_closures_read_back_in_korean(korean: Wording) -> None:
    closures = (
        Closure(datetime.date(2025, 12, 24), datetime.date(2025, 12, 26), "설비 점검"),
        Closure(datetime.date(2025, 12, 31), datetime.date(2025, 12, 31), ""),
    )
    reading = Reading(korean, datetime.date(2025, 7, 1))
    assert read_closures(write_closures(closures, korean), reading) == closures
    assert read_closures("12/24~12/26 설비 점검", reading) == closures[:1]


def test_a_closure_without_a_date_is_refused(korean: Wording) -> None:
    with pytest.raises(RefusedInput):
        read_closures("언젠가 쉼", Reading(korean, datetime.date(2025, 7, 1)))
