"""Many dates as people type and paste them."""

from __future__ import annotations

import datetime

import pytest

from director_app.ui.forms.typed_dates import TypedDay, read_days

NEAR = datetime.date(2025, 7, 1)


def day(month: int, number: int, start: int | None = None, end: int | None = None) -> TypedDay:
    return TypedDay(datetime.date(2025, month, number), start, end)  # type: ignore[arg-type]  # plain minutes in tests


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("9/3, 9/10, 9/24 12:00", [day(9, 3), day(9, 10), day(9, 24, 720)]),
        ("9. 3.(수)\n9. 10.(수)", [day(9, 3), day(9, 10)]),
        ("9월 3일 12:10~12:50", [day(9, 3, 730, 770)]),
        ("2025-09-03\t2025.9.10", [day(9, 3), day(9, 10)]),
        ("9/3~9/5", [day(9, 3), day(9, 4), day(9, 5)]),
        ("9/3, 10, 17", [day(9, 3), day(9, 10), day(9, 17)]),
        ("10/20~22", [day(10, 20), day(10, 21), day(10, 22)]),
        ("9/3, 9/3", [day(9, 3)]),
        ("매주 수 9/3~9/17 12:10", [day(9, 3, 730), day(9, 10, 730), day(9, 17, 730)]),
        ("", []),
    ],
)
def test_dates_are_read(text: str, days: list[TypedDay]) -> None:
    found, unread = read_days(text, NEAR)
    assert found == days
    assert not unread


@pytest.mark.parametrize("text", ["soon", "2/30", "9/3 25:99", "9/5~9/3", "1/1~12/31, 2026-1-1~2027-12-31"])
def test_what_cannot_be_read_is_named(text: str) -> None:
    _found, unread = read_days(text, NEAR)
    assert unread
