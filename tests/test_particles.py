"""Korean particles follow the last sound of what stands before them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.particles import is_particle, last_sound, with_particle

HANGUL = st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣"))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("구미", "구미를"),
        ("봄밤", "봄밤을"),
        ("서울", "서울을"),
        ("KBS", "KBS를"),  # 케이비에스
        ("KTX", "KTX를"),
        ("CNN", "CNN을"),  # 씨엔엔
        ("Band", "Band를"),  # 밴드
        ("Rock", "Rock을"),  # 록
        ("Ensemble", "Ensemble을"),  # 앙상블
        ("Orchestra", "Orchestra를"),
        ("Music", "Music을"),
        ("Park", "Park를"),
        ("Club", "Club을"),
        ("Dance", "Dance를"),
        ("Café", "Café를"),
        ("K-pop", "K-pop을"),
        ("7", "7을"),
        ("2", "2를"),
        ("10", "10을"),
        ("1,304", "1,304를"),
        ("52,000", "52,000을"),
        ("1.5", "1.5를"),
        ("5km", "5km를"),
        ("80%", "80%를"),
        ("12:00", "12:00를"),  # 열두 시
        ("12:30", "12:30을"),  # 열두 시 삼십 분
        ("2025. 10. 14.(화)", "2025. 10. 14.(화)을"),  # 십사일
        ("〈봄〉", "〈봄〉을"),
        ("“구미의 봄”", "“구미의 봄”을"),
        ("(사)국악협회", "(사)국악협회를"),
        ("나래(앙코르 공연)", "나래(앙코르 공연)를"),
        ("봄날!", "봄날!을"),
        ("ㄱ", "ㄱ을"),
    ],
)
def test_object_particle(word: str, expected: str) -> None:
    assert with_particle(word, "을/를") == expected


@pytest.mark.parametrize(
    ("word", "pair", "expected"),
    [
        ("서울", "으로/로", "서울로"),
        ("공원", "으로/로", "공원으로"),
        ("구미", "으로/로", "구미로"),
        ("Hall", "으로/로", "Hall로"),
        ("7", "으로/로", "7로"),
        ("3", "으로/로", "3으로"),
        ("서울", "으로서/로서", "서울로서"),
        ("봄", "와/과", "봄과"),  # often named the other way round
        ("구미", "와/과", "구미와"),
        ("봄", "이/", "봄이"),
        ("구미", "이/", "구미"),
    ],
)
def test_other_particles(word: str, pair: str, expected: str) -> None:
    assert with_particle(word, pair) == expected


@pytest.mark.parametrize("word", ["文", "Quartet", "", "…", "Ω"])
def test_a_sound_nobody_can_tell_gets_both_forms(word: str) -> None:
    assert with_particle(word, "을/를") == f"{word}을(를)"
    assert with_particle(word, "으로/로") == f"{word}(으)로"


def test_capitals_that_may_be_read_or_spelled_get_both_forms_where_these_differ() -> None:
    assert with_particle("ROCK", "은/는") == "ROCK은(는)"
    assert with_particle("NASA", "은/는") == "NASA는"


@pytest.mark.parametrize(
    ("spec", "expected"), [("이/가", True), ("으로/로", True), (",", False), ("", False), (">10", False)]
)
def test_which_specifications_are_particles(spec: str, expected: bool) -> None:
    assert is_particle(spec) is expected


@given(st.text(alphabet=HANGUL, min_size=1))
def test_hangul_is_never_unclear_and_composition_does_not_matter(word: str) -> None:
    assert last_sound(word) != "unknown"
    assert last_sound(unicodedata.normalize("NFD", word)) == last_sound(word)


@given(st.text(alphabet=HANGUL, min_size=1), st.sampled_from(["”", "〉", "》", "』", "!", "?", " ", "’", "…"]))
def test_closing_marks_change_nothing(word: str, mark: str) -> None:
    assert last_sound(word + mark) == last_sound(word)


@given(st.text(max_size=40), st.sampled_from(["이/가", "은/는", "을/를", "와/과", "으로/로"]))
def test_any_text_is_kept_and_gets_something(word: str, pair: str) -> None:
    assert with_particle(word, pair).startswith(word)
    assert len(with_particle(word, pair)) > len(word)


@given(st.integers(min_value=0, max_value=10**15))
def test_a_number_sounds_the_same_with_its_thousands_set_apart(number: int) -> None:
    assert last_sound(str(number)) == last_sound(f"{number:,}")
