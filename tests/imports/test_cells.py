"""Cells: composed Hangul, ordinary spaces, and no resident registration number anywhere."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.imports.cells import Cell, cell_text, clean_cell, clean_text, sheet_of, without_resident_numbers


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        (unicodedata.normalize("NFD", "다온밴드"), "다온밴드"),
        ("  2공장\u00a0식당 ", "2공장 식당"),
        ("전각\u3000공백", "전각 공백"),
        ("한\r\n두\u2028세", "한\n두\n세"),
        ("\ufeff이\u200b름", "이름"),
        ("\x00\x07a", "a"),
    ],
)
def test_texts_are_cleaned(typed: str, clean: str) -> None:
    assert clean_text(typed) == clean


@pytest.mark.parametrize(
    ("raw", "cell"),
    [
        (478.0, 478),
        (12.5, 12.5),
        ("  ", None),
        (float("nan"), None),
        (True, True),
        (date(2025, 9, 3), date(2025, 9, 3)),
    ],
)
def test_raw_values_become_cells(raw: object, cell: Cell) -> None:
    assert clean_cell(raw) == cell


def test_cells_are_said_as_the_sheet_shows_them() -> None:
    cells: list[Cell] = [478, 0.5, time(9, 5), datetime(2025, 9, 3, 12, 10), date(2025, 9, 3), None]
    assert [cell_text(cell) for cell in cells] == ["478", "0.5", "09:05", "2025-09-03 12:10", "2025-09-03", ""]


@pytest.mark.parametrize(
    "text",
    [
        "900101-1234567", "홍길동 900101-1234567 (남)", "９００１０１－１２３４５６７", "900101 - 1234567",
        "9001011234567",        "900101-1******", "010101–3234567", "000229-4123456", "850101.5234567",
    ],
)  # fmt: skip
def test_a_resident_number_is_taken_out(text: str) -> None:
    left, had_one = without_resident_numbers(text)
    assert had_one
    assert "234567" not in cell_text(left)
    assert "123456" not in cell_text(left)
    if "홍길동" in text:
        assert left == "홍길동 (남)"


@pytest.mark.parametrize(
    "text",
    [
        "010-1234-5678",
        "054-900101",
        "123-45-67890",
        "2025. 7. 25.(금) 19:00~20:30",
        "991399-1234567",
        "123456789012345678",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert without_resident_numbers(text) == (text, False)


def test_a_number_cell_may_be_one_too() -> None:
    assert without_resident_numbers(9001011234567) == (None, True)
    assert without_resident_numbers(20250725) == (20250725, False)


def test_a_column_that_says_so_is_emptied_and_counted() -> None:
    rows: list[tuple[int, list[object]]] = [
        (1, ["성명", "주민등록번호"]),
        (2, ["가", "900101-1"]),
        (3, ["나", 123]),
        (4, ["다", ""]),
    ]
    found = sheet_of("명단", rows)
    assert [row.cells for row in found.rows] == [("성명", "주민등록번호"), ("가",), ("나",), ("다",)]
    assert found.resident_numbers == 2


def test_a_sentence_about_them_does_not_empty_a_column() -> None:
    rows: list[tuple[int, list[object]]] = [
        (1, ["※ 주민등록번호는 적지 마세요."]),
        (2, ["번호", "이름"]),
        (3, [1, "가"]),
    ]
    assert sheet_of("", rows).rows[2].cells == (1, "가")


@given(
    st.text(max_size=40), st.dates(date(1930, 1, 1), date(2025, 1, 1)), st.integers(0, 999_999), st.text(max_size=40)
)
def test_none_is_left_wherever_it_stands(before: str, born: date, rest: int, after: str) -> None:
    seventh = "1" if born.year < 2000 else "3"
    number = f"{born:%y%m%d}-{seventh}{rest:06d}"
    left, had_one = without_resident_numbers(clean_cell(f"{before} {number} {after}"))
    assert had_one
    assert number not in cell_text(left)
