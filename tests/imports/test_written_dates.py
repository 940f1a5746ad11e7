"""Dates and times as people write them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.timeline import LATEST
from director_app.imports.cells import Cell
from director_app.imports.written_dates import When, read_when
from director_app.imports.written_times import paired, read_duration, read_times
from director_app.wording import Wording
from tests.imports.tables import SEASON, said


def shown(when: When) -> str:
    days = ", ".join(f"{first}" if first == last else f"{first}~{last}" for first, last in when.days)
    times = ", ".join(clock(span.start) + (f"~{clock(span.end)}" if span.end else "") for span in when.times.spans)
    return " ".join(part for part in (days or when.month, times) if part)


def clock(minute: int | None) -> str:
    return "?" if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2025-07-25", "2025-07-25"),
        ("2025-07-25 11:00+14:00", "2025-07-25 11:00, 14:00"),
        ("2025-07-25T11:00+09:00", "2025-07-25 11:00"),
        ("2025-07-25 02:00:00+00:00", "2025-07-25 11:00"),
        ("2025. 7. 25.(금) 19:00~20:30", "2025-07-25 19:00~20:30"),
        ("’25. 11. 19.(수)", "2025-11-19"),
        ("2025년 10월 25~26일", "2025-10-25~2025-10-26"),
        ("10. 24.(금)~25.(토)", "2025-10-24~2025-10-25"),
        ("2025.10.24~10.26", "2025-10-24~2025-10-26"),
        ("2025. 12. 30. ~ 1. 2.", "2025-12-30~2026-01-02"),
        ("7/25", "2025-07-25"),
        ("9/3, 9/10, 9/24 12:00", "2025-09-03, 2025-09-10, 2025-09-24 12:00"),
        ("2025년 9월 3일, 10일, 24일", "2025-09-03, 2025-09-10, 2025-09-24"),
        ("10월 14일(화) 오후 7시", "2025-10-14 19:00"),
        ("2025년 11월 중(일자 미상)", "2025-11"),
        ("2025-11", "2025-11"),
        ("10월 2주 점심", "2025-10"),
        ("20250725", "2025-07-25"),
        (20250725, "2025-07-25"),
        (250725, "2025-07-25"),
        (45930, "2025-09-30"),
        (45930.79166, "2025-09-30 19:00"),
        ("45930", "2025-09-30"),
        ("Oct 14, 2025 7pm", "2025-10-14 19:00"),
        ("Tue 14 Oct", "2025-10-14"),
        ("10/14/2025", "2025-10-14"),
        ("2025-10-14T10:00:00Z", "2025-10-14 19:00"),
        (datetime(2025, 10, 14, 19), "2025-10-14 19:00"),
        (date(2025, 10, 14), "2025-10-14"),
        ("미정", ""),
        ("추후 안내", ""),
        (None, ""),
    ],
)
def test_dates(cell: Cell, expected: str) -> None:
    assert shown(read_when(cell, SEASON)) == expected


@pytest.mark.parametrize(
    ("cell", "days", "sentence"),
    [
        ("2025. 7. 25.(목)", 1, "“2025. 7. 25.(목)” falls on a Friday, not on a Thursday; the date was taken."),
        ("2025-02-30", 0, "“2025-02-30” is not a date; it was left undecided."),
        ("언젠가", 0, "“언젠가” is not a date; it was left undecided."),
        ("25~26일", 0, "“25~26일” names a day without a month; the date was left undecided."),
        (
            "매주 금·토, 2025-11-30까지",
            0,
            "“매주 금·토, 2025-11-30까지” repeats; only the dates that are written out were taken.",
        ),
        (
            "2025.9.1 ~ 2025.8.1",
            1,
            "The last date Fri 1 Aug 2025 lies before the first Mon 1 Sep 2025; the last date was left out.",
        ),
        ("10. 14.", 1, "“10. 14.” names no year; 2025 was taken."),
        (45930, 1, "The number 45930 was read as the date Tue 30 Sep 2025."),
    ],
)
def test_doubts_are_said(cell: Cell, days: int, sentence: str) -> None:
    when = read_when(cell, SEASON)
    assert len(when.days) == days
    assert sentence in said(when.remarks)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("11:00+14:00+16:30", "11:00, 14:00, 16:30"),
        ("09:00~18:00", "09:00~18:00"),
        ("24:00", "24:00"),
        ("25:30", "25:30"),
        ("오후 6시 30분", "18:30"),
        ("오전 10시~오후 4시", "10:00~16:00"),
        ("오후 2~4시", "14:00~16:00"),
        ("19~21시", "19:00~21:00"),
        ("낮 12시 10분~50분", "12:10~12:50"),
        ("정오", "12:00"),
        ("밤 12시", "24:00"),
        ("22:00~01:00", "22:00~25:00"),
        ("19:00 (90분)", "19:00~20:30"),
        ("2-4pm", "14:00~16:00"),
        ("10:00 am - 1pm", "10:00~13:00"),
        (time(19, 30), "19:30"),
        (0.8125, "19:30"),
        (19, "19:00"),
        (1930, "19:30"),
        ("930", "09:30"),
        ("미정", ""),
        ("점심시간", ""),
    ],
)
def test_times(cell: Cell, expected: str) -> None:
    found = read_times(cell)
    assert shown(When(times=found)) == expected
    assert not found.remarks


@pytest.mark.parametrize(
    ("start", "end", "expected", "sentence"),
    [
        (
            "11:00+14:00+16:30",
            "12:10+15:1",
            "11:00~12:10, 14:00, 16:30",
            "“15:1” is not a time; it was left undecided.",
        ),
        ("19:30", "19:30", "19:30", "Start and end are both 19:30; the end was left undecided."),
        ("15:00", "14:00", "15:00", "The end 14:00 lies before the start 15:00; the end was left undecided."),
        ("22:00", "01:00", "22:00~25:00", ""),
        ("99:99", "", "", "“99:99” is not a time; it was left undecided."),
        ("6시 30분", "", "18:30", "“6시 30분” does not say morning or afternoon; 18:30 was taken."),
    ],
)
def test_start_and_end_columns(start: str, end: str, expected: str, sentence: str) -> None:
    found = paired(read_times(start), read_times(end or None))
    assert shown(When(times=found)) == expected
    assert said(found.remarks) == ([sentence] if sentence else [])


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        (50, 50),
        ("50분", 50),
        ("1시간 30분", 90),
        ("90 min", 90),
        ("1:30", 90),
        ("약 60분", 60),
        ("", None),
        ("많이", None),
    ],
)
def test_durations(cell: Cell, minutes: int | None) -> None:
    assert read_duration(cell) == minutes


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(0, 1439), st.sampled_from(["ko", "en"]))
def test_what_the_program_writes_it_reads(day: date, minute: int, language: str) -> None:
    wording = Wording(language)
    when = read_when(f"{wording.date(day)} {wording.clock(minute)}", SEASON)
    assert (when.days, [span.start for span in when.times.spans]) == (((day, day),), [minute])
    assert not when.remarks


@given(st.one_of(st.text(max_size=60), st.integers(-(10**9), 10**9), st.floats(allow_nan=False, allow_infinity=False)))
def test_no_cell_is_beyond_reading(cell: Cell) -> None:
    assert all(first <= last for first, last in read_when(cell, SEASON).days)
    assert all(span.start is None or 0 <= span.start <= LATEST for span in read_times(cell).spans)
    minutes = read_duration(cell)
    assert minutes is None or 0 < minutes <= LATEST


PIECES = st.sampled_from(
    [
        "2025",
        ".",
        " ",
        "10",
        "31",
        "~",
        "(금)",
        "월",
        "일",
        "시",
        "분",
        "오후",
        ":",
        "24",
        "+",
        "-",
        "/",
        "’25",
        "까지",
        "매주",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_no_mixture_of_their_parts_is_beyond_reading(text: str) -> None:
    for first, last in read_when(text, SEASON).days:
        assert first <= last
    for span in read_times(text).spans:
        assert span.end is None or (span.start is not None and span.start < span.end)
