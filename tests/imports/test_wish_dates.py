"""Wishes without a year: the day the application came in and the weekday say which year is meant, not the clock."""

from __future__ import annotations

from datetime import date

import pytest

from director_app.domain.plan import Plan
from director_app.imports.written_dates import DateContext, read_when
from director_app.operations.importing import PastedTable, propose_import
from tests.imports.tables import SEASON, after, said

CLOCK = date(2027, 3, 1)


def _wish_of(received: str, wish: str) -> tuple[date | None, list[str]]:
    text = f"접수일\t기업명\t1지망\n{received}\t방림\t{wish}\n"
    proposal = propose_import(Plan(), [PastedTable(text, "신청")], today=CLOCK)
    application = next(iter(after(Plan(), proposal).applications.values()))
    return application.wishes[0].first_day, said(proposal.rows[0].remarks)


@pytest.mark.parametrize(
    ("received", "wish", "day"),
    [
        ("2025-08-01", "10/15", date(2025, 10, 15)),
        ("2025-08-01", "10. 15.(수)", date(2025, 10, 15)),
        ("2025-11-20", "1월 14일", date(2026, 1, 14)),
        ("2025-08-01", "8/1 12:00", date(2025, 8, 1)),
        ("2025-11-20", "10. 15.(수)", date(2025, 10, 15)),
        ("", "10. 14.(수)", date(2026, 10, 14)),
        ("2025-08-01", "2026-10-14(수)", date(2026, 10, 14)),
    ],
)
def test_the_year_of_a_wish_is_told_by_receipt_and_weekday(received: str, wish: str, day: date) -> None:
    assert _wish_of(received, wish) == (day, [])


def test_a_weekday_of_no_year_near_is_a_remark() -> None:
    day, remarks = _wish_of("2025-08-01", "10. 15.(월)")
    assert day == date(2025, 10, 15)
    assert remarks == ["“10. 15.(월)” falls on a Wednesday, not on a Monday; the date was taken."]


def test_a_year_that_nothing_tells_is_a_remark() -> None:
    assert _wish_of("", "10/15") == (date(2027, 10, 15), ["“10/15” names no year; 2027 was taken."])


def test_the_month_of_the_receipt_is_of_its_year() -> None:
    context = DateContext(CLOCK, received=date(2025, 10, 5))
    assert [read_when(text, context).month for text in ("10월 2주 점심", "9월 중")] == ["2025-10", "2026-09"]


def test_a_weekday_leads_no_delivery_out_of_its_season() -> None:
    when = read_when("10. 14.(수)", SEASON)
    assert when.days[0].first == date(2025, 10, 14)
    assert said(when.remarks)[0].endswith("falls on a Tuesday, not on a Wednesday; the date was taken.")
