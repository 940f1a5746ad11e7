"""Finding while typing, and the order of names."""

from __future__ import annotations

import unicodedata

import pytest

from director_app.ui.models.collation import collation_key
from director_app.ui.models.matching import matches


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("다온", "다온밴드", True),
        ("온밴", "다온 밴드", True),
        ("ㄷㅇㅂㄷ", "다온밴드", True),
        ("ㄷㅇㅂㄷ", "동아리", False),
        ("다오", "다온밴드", True),  # the last syllable is still being composed
        ("다올", "다온밴드", False),
        ("다ㅇ", "다온밴드", True),
        ("밴드 팝", "다온밴드 팝", True),
        ("BAND", "Daon band", True),
        ("", "anything", True),
        ("a.b", "axb", False),
        ("(", "(주)방림", True),
    ],
)
def test_a_query_finds_names(query: str, text: str, found: bool) -> None:
    assert matches(query, text) is found


def test_decomposed_hangul_is_the_same_as_composed() -> None:
    assert matches(unicodedata.normalize("NFD", "다온"), "다온밴드")
    assert matches("다온", unicodedata.normalize("NFD", "다온밴드"))


def test_words_may_lie_in_different_texts_but_one_word_never_spans_two() -> None:
    assert matches("다온 구미", "다온밴드", "구미")
    assert not matches("밴드구미", "다온밴드", "구미")


def test_names_sort_as_a_korean_reader_expects() -> None:
    names = ["Band", "하늘", "10공장", "2공장", "가을", "〈가〉", ""]
    assert sorted(names, key=collation_key) == ["2공장", "10공장", "〈가〉", "가을", "하늘", "Band", ""]


def test_names_sort_as_an_english_reader_expects() -> None:
    assert sorted(["가을", "band", "Arts"], key=lambda name: collation_key(name, "en")) == ["Arts", "band", "가을"]
