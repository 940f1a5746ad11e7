"""Dates without a year: the table itself says which year is meant, before the season and the clock do."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from director_app.domain.plan import Plan
from director_app.imports.assumed_years import years_named
from director_app.imports.proposed import ImportProposal
from director_app.operations.importing import PastedTable, propose_import
from tests.imports.tables import after, said

CLOCK = date(2026, 3, 1)


def _read(text: str, name: str = "일정표") -> ImportProposal:
    return propose_import(Plan(), [PastedTable(text, name)], today=CLOCK)


def _dates(text: str, name: str = "일정표") -> list[date]:
    return sorted(one.date or date.min for one in after(Plan(), _read(text, name)).deliveries.values())


def _remarks(text: str, name: str = "일정표") -> list[str]:
    return [sentence for row in _read(text, name).rows for sentence in said(row.remarks)]


def test_other_rows_of_the_column_say_the_year_and_the_row_says_so() -> None:
    text = "일시\t행사명\n2025-10-14\t런치콘서트\n10/21\t런치콘서트\n"
    assert _dates(text) == [date(2025, 10, 14), date(2025, 10, 21)]
    assert _remarks(text) == ["“10/21” names no year; 2025 was taken, as in other rows."]


def test_a_season_over_new_year_takes_the_nearer_year() -> None:
    text = "일시\t행사명\n2025-12-17\t송년 공연\n1/14\t신년 공연\n11/19\t가을 공연\n"
    assert _dates(text) == [date(2025, 11, 19), date(2025, 12, 17), date(2026, 1, 14)]


def test_the_rest_of_the_year_of_the_rows_is_that_year() -> None:
    assert _dates("일시\t행사명\n2025-09-25\t전시\n1/15\t공연\n") == [date(2025, 1, 15), date(2025, 9, 25)]


@pytest.mark.parametrize("title", ["2025년 문화배달 일정", "’25년 하반기 문화배달 일정", "25년 문화배달"])
def test_a_title_above_the_header_says_the_year(title: str) -> None:
    text = f"{title}\t\n일시\t행사명\n10/14\t런치콘서트\n"
    assert _dates(text) == [date(2025, 10, 14)]
    assert _remarks(text) == ["“10/14” names no year; 2025 was taken from the title of the table."]


def test_the_name_of_the_file_says_the_year() -> None:
    text = "일시\t행사명\n10/14\t런치콘서트\n"
    assert _dates(text, "2025_문화배달.csv") == [date(2025, 10, 14)]
    assert _remarks(text, "2025_문화배달.csv") == ["“10/14” names no year; 2025 was taken from the name of the file."]


def test_weekdays_of_other_rows_say_the_year() -> None:
    text = "일시\t행사명\n10/14(화)\t런치콘서트\n10/21\t런치콘서트\n10/29(수)\t런치콘서트\n"
    assert _dates(text) == [date(2025, 10, 14), date(2025, 10, 21), date(2025, 10, 29)]


def test_a_wrong_weekday_leads_out_of_no_year_the_rows_name() -> None:
    text = "일시\t행사명\n2025-10-14\t런치콘서트\n10/27(화)\t런치콘서트\n"
    assert _dates(text) == [date(2025, 10, 14), date(2025, 10, 27)]
    assert "“10/27(화)” falls on a Monday, not on a Tuesday; the date was taken." in _remarks(text)


def test_a_wrong_weekday_leads_no_wish_a_year_away_from_its_receipt() -> None:
    text = "접수일\t기업명\t1지망\n2025-09-23\t방림\t10월 27일(화)\n"
    wish = next(iter(after(Plan(), _read(text)).applications.values())).wishes[0]
    assert wish.first_day == date(2025, 10, 27)


def test_receipts_of_other_rows_say_the_year_of_one_without() -> None:
    text = "접수일시\t기업명\t1지망\n9/17 16:20\t방림\t9/29\n2025-09-18 09:02\t비나텍\t10/1\n"
    received = {one.received_at for one in after(Plan(), _read(text)).applications.values()}
    assert received == {datetime(2025, 9, 17, 16, 20), datetime(2025, 9, 18, 9, 2)}


def test_a_table_that_names_every_year_is_read_as_before() -> None:
    assert _remarks("일시\t행사명\n2025-10-14\t런치콘서트\n2026-10-21\t런치콘서트\n") == []


def test_years_in_names() -> None:
    assert years_named("251017_신청접수.xlsx") == [2025]
    assert years_named("신청접수 20251017 최종.xlsx") == [2025]
    assert years_named("2025-2026 시즌") == [2025, 2026]
    assert years_named("120명, 1203호") == []


def test_a_number_of_a_phone_is_no_year() -> None:
    assert _dates("문의 010-2046-5678\t\n일시\t행사명\n10/14\t런치콘서트\n") == [date(2026, 10, 14)]


@pytest.mark.parametrize(
    ("text", "file", "days"),
    [
        ("2025년 10월 문화배달 일정,\n날짜,프로그램명\n25~26일,가\n3일(금),나\n11/5,다\n", "a.csv",
         ["2025-10-25~2025-10-26", "2025-10-03", "2025-11-05"]),
        ("날짜,프로그램명\n10월,\n25~26일,가\n11월,\n3일,나\n", "2024 계획.csv",
         ["2024-10-25~2024-10-26", "2024-11-03"]),
        ("날짜,프로그램명\n<2023년 10월>,\n25일,가\n11월,\n3일,나\n", "a.csv", ["2023-10-25", "2023-11-03"]),
        ("날짜,프로그램명\n25~26일,가\n", "a.csv", [""]),
    ],
)  # fmt: skip
def test_days_alone_take_the_month_above_them(text: str, file: str, days: list[str]) -> None:
    plan = after(Plan(), _read(text, file))
    found = [f"{one.date or ''}{f'~{one.until}' if one.until else ''}" for one in plan.deliveries.values()]
    assert sorted(found) == sorted(days)


def test_where_a_month_came_from_is_said() -> None:
    proposal = _read("10월 일정,\n날짜,프로그램명\n25일,가\n", "2025.csv")
    assert said(proposal.rows[0].remarks) == [
        "“25일” names no month; month 10 was taken from the title above it.",
    ]
