"""Days as people say them."""

from __future__ import annotations

import datetime

import pytest

from director_app.ui.spoken_days import read_spoken_day

TODAY = datetime.date(2025, 10, 14)  # a Tuesday


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("오늘", "2025-10-14"),
        ("내일", "2025-10-15"),
        ("모레", "2025-10-16"),
        ("다음 주 수", "2025-10-22"),
        ("다음주 수요일", "2025-10-22"),
        ("다다음 주 금", "2025-10-31"),
        ("지난 주 월", "2025-10-06"),
        ("이번 주", "2025-10-13"),
        ("수요일", "2025-10-15"),
        ("화요일", "2025-10-14"),
        ("3일 뒤", "2025-10-17"),
        ("2주 전", "2025-09-30"),
        ("다음 달", "2025-11-01"),
        ("next friday", "2025-10-24"),
        ("Next Wed", "2025-10-22"),
        ("friday", "2025-10-17"),
        ("saturday", "2025-10-18"),
        ("thursday", "2025-10-16"),
        ("next week", "2025-10-20"),
        ("in 3 days", "2025-10-17"),
        ("tomorrow", "2025-10-15"),
        ("last month", "2025-09-01"),
    ],
)
def test_a_day_that_is_said(said: str, day: str) -> None:
    assert read_spoken_day(said, TODAY) == datetime.date.fromisoformat(day)


@pytest.mark.parametrize("said", ["", "수", "다음", "next", "달빛", "10/14", "월드컵", "sunset", "fridge"])
def test_what_is_no_day(said: str) -> None:
    assert read_spoken_day(said, TODAY) is None
