"""Phones, money, counts, names and coordinates as people write them."""

from __future__ import annotations

import pytest

from director_app.domain.facts import Setting
from director_app.imports.cell_values import (
    phone_key,
    read_amount,
    read_count,
    read_is_free,
    read_names,
    read_phone,
    read_point,
    read_setting,
    read_yes_no,
)
from director_app.imports.cells import Cell
from tests.imports.tables import said


@pytest.mark.parametrize(
    ("cell", "text", "key"),
    [
        ("054-111-2222", "054-111-2222", "+82541112222"),
        ("02)123-4567", "02)123-4567", "+8221234567"),
        ("+82 10-1234-5678", "+82 10-1234-5678", "+821012345678"),
        ("010-1234-5678 (사무실)", "010-1234-5678 (사무실)", "+821012345678"),
        ("1588-0000", "1588-0000", "+8215880000"),
        ("0507-1354-214", "0507-1354-214", "+825071354214"),
        (1012345678, "01012345678", "+821012345678"),
        ("내선 12", "내선 12", ""),
    ],
)
def test_phones_stay_as_typed_and_share_a_key(cell: Cell, text: str, key: str) -> None:
    phone, remarks = read_phone(cell)
    assert (phone.text, phone.key) == (text, key)
    assert bool(remarks) == isinstance(cell, int)


def test_two_spellings_of_a_phone_are_one() -> None:
    assert phone_key("010 1111 2222") == phone_key("010-1111-2222")


@pytest.mark.parametrize(
    ("cell", "amount", "free"),
    [
        ("무료", 0, True),
        ("10000원", 10_000, False),
        ("전석 1만원", 10_000, False),
        (300_000, 300_000, False),
        ("50만원", 500_000, False),
        ("1억 2천", 120_000_000, False),
        ("3만 5천원", 35_000, False),
        ("협의", None, None),
        ("유료", None, False),
        ("혼합", None, None),
        ("R석 20000원+S석 10000원", 20_000, False),
    ],
)
def test_money(cell: Cell, amount: int | None, free: bool | None) -> None:
    assert read_amount(cell) == amount
    assert read_is_free(cell) == free


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("홍지형(재즈밴드), 리프(락밴드)", ("홍지형(재즈밴드)", "리프(락밴드)")),
        ("가+나/다·라\n마", ("가", "나", "다", "라", "마")),
        ("극단(가, 나)", ("극단(가, 나)",)),
        ("김창완 밴드 외 3팀", ("김창완 밴드",)),
        ("가, 가", ("가",)),
        ("미정", ()),
    ],
)
def test_names_in_one_cell(cell: str, names: tuple[str, ...]) -> None:
    assert read_names(cell).names == names


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("478명", 478),
        ("1,000석", 1000),
        ("50~60명", 60),
        ("5만 명(보도)", 50_000),
        ("-", None),
        (0, None),
        (66704, None),
        (12.0, 12),
    ],
)
def test_counts(cell: Cell, count: int | None) -> None:
    assert read_count(cell, "객석수")[0] == count


def test_what_is_no_number_is_said() -> None:
    assert said(read_count("많음", "객석수")[1]) == ["“많음” is not a number; 객석수 was left empty."]
    assert said(read_count(66704, "객석수")[1]) == ["객석수 66704 is unlikely; it was left out."]


def test_coordinates() -> None:
    assert read_point("36.1", 128.3)[:2] == (36.1, 128.3)
    swapped = read_point(128.3, 36.1)
    assert swapped[:2] == (36.1, 128.3)
    assert swapped.remarks
    outside = read_point("41.077811", "127.2342546")
    assert outside[:2] == (None, None)
    assert "outside Korea" in said(outside.remarks)[0]
    assert read_point("", None) == (None, None, ())
    assert read_point(0, 0) == (None, None, ())


def test_words_for_yes_and_places() -> None:
    assert [read_yes_no(word) for word in ("Y", "예", "없음", "글쎄", True)] == [True, True, False, None, True]
    assert read_setting("실내/야외") is Setting.BOTH
    assert read_setting("옥외") is Setting.OUTDOOR
    assert read_setting("indoor") is Setting.INDOOR
    assert read_setting("") is None


@pytest.mark.parametrize(
    ("latitude", "longitude", "is_said"),
    [(999, 128, True), ("north", "128", True), (None, None, False), (0, 0, False), ("미정", None, False)],
)
def test_a_point_that_is_none_is_said(latitude: Cell, longitude: Cell, *, is_said: bool) -> None:
    place = read_point(latitude, longitude)
    assert (place.latitude, place.longitude) == (None, None)
    assert bool(place.remarks) == is_said


def test_less_than_nobody_is_no_number() -> None:
    for cell in ("-2", -2, "−3명"):
        value, remarks = read_count(cell, "인원")
        assert (value, len(remarks)) == (None, 1)
