"""When two spellings mean the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.imports.matching import looks_like, name_key, region_of, regions_agree, short_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("㈜비나텍", "비나텍(주)"),
        ("주식회사 방림", "방림"),
        ("(사)국악앙상블봄", "국악 앙상블 “봄”"),
        ("2공장 식당", "2공장\u00a0식당"),
        ("DJ KOO", "dj koo"),
        ("쇼뮤지컬＜피터팬＞", "쇼뮤지컬<피터팬>"),
        ("다온밴드", unicodedata.normalize("NFD", "다온 밴드")),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("1공장", "2공장"), ("다온", "다온밴드"), ("제3회", "제4회"), ("①", "②")])
def test_different_names(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_words_in_brackets_may_be_left_out() -> None:
    assert short_key("홍지형(재즈밴드)") == name_key("홍지형")
    assert short_key("㈜방림") == ""
    assert short_key("(소)") == ""


@pytest.mark.parametrize(
    ("address", "region"),
    [
        ("인천광역시 미추홀구 매소홀로 618", "미추홀구"),
        ("경북 구미시 공단동", "구미시"),
        ("전북특별자치도 완주군 용진읍", "완주군"),
        ("세종특별자치시 한누리대로", "세종특별자치시"),
        ("서울특별시 금천구 시흥대로73길 70", "금천구"),
        ("온라인", ""),
    ],
)
def test_regions_pass_over_provinces(address: str, region: str) -> None:
    assert region_of(address) == region


def test_regions_agree_when_one_is_silent_or_both_name_the_same() -> None:
    assert regions_agree("", "경북 구미시 공단동")
    assert regions_agree("경상북도 구미시 송정동", "경북 구미시 공단동")
    assert not regions_agree("경북 구미시", "경남 창원시")


def test_near_misses_but_not_numbers() -> None:
    assert looks_like(name_key("다온 벤드"), ["다온밴드", "봄여름가을"]) == "다온밴드"
    assert looks_like(name_key("시리즈 2 공연"), [name_key("시리즈 1 공연")]) == ""
    assert looks_like("다온", ["다옴"]) == ""


@given(st.text(max_size=30))
def test_every_name_has_a_key_that_ignores_spaces(name: str) -> None:
    assert name_key(name) == name_key(" ".join(name))
    region_of(name)
    short_key(name)
