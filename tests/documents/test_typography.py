"""Lines from the user's text: cleaned, measured, broken, fitted; nothing lost and nothing parsed."""

from __future__ import annotations

import datetime
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.documents.breaking import fit, joined, wrap
from director_app.documents.fonts import Weight, face, undrawable
from director_app.documents.page import Page
from director_app.documents.pdf_writer import Paper, write_pdf
from director_app.documents.typography import Style, Typesetter, clean, one_line
from tests.documents.reading import fonts_not_embedded, squeezed, whole_text

BODY = Style(8.5, leading=12)
TITLE = Style(54, Weight.BOLD, leading=61)


@pytest.fixture
def setter() -> Typesetter:
    return Typesetter()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("가\u0000나\u0007", "가나"),
        ("a\ud800b", "ab"),
        (unicodedata.normalize("NFD", "구석구석"), "구석구석"),
        ("한\u200b글\ufeff", "한글"),
        ("탭\t과\u3000빈칸", "탭 과 빈칸"),
        ("한 줄\r\n두 줄\u2028세 줄", "한 줄\n두 줄\n세 줄"),
        ("12:00\u00a0~", "12:00\u00a0~"),
    ],
)
def test_text_is_cleaned(typed: str, printed: str) -> None:
    assert clean(typed) == printed


def test_a_single_line_has_no_line_ends_and_no_doubled_spaces() -> None:
    assert one_line("  한 줄\n 두  줄 ") == "한 줄 두 줄"


def test_every_hangul_syllable_has_an_outline_at_every_weight() -> None:
    syllables = [chr(code) for code in range(0xAC00, 0xD7A4)]
    for weight in (Weight.REGULAR, Weight.MEDIUM, Weight.SEMIBOLD, Weight.BOLD):
        assert all(face(weight).draws(syllable) for syllable in syllables)


def test_characters_without_an_outline_are_named() -> None:
    assert undrawable("온(溫)다 ㈜ ※ ①") == ()
    assert undrawable("a\U0001f3b5b\ue000") == ("\U0001f3b5", "\ue000")


def test_hanja_come_from_the_second_font(setter: Typesetter) -> None:
    line = setter.line("온(溫)다", Style(10, Weight.BOLD))
    faces = [piece.face for word in line.words for piece in word.pieces]
    assert faces[0] == Weight.BOLD
    assert "NotoSansKR-Bold" in faces
    assert "".join(piece.text for word in line.words for piece in word.pieces) == "온(溫)다"


def test_kerning_brings_letters_together(setter: Typesetter) -> None:
    apart = setter.line("A", BODY).width + setter.line("V", BODY).width
    assert setter.line("AV", BODY).width < apart - 0.3


def test_tabular_figures_have_one_width(setter: Typesetter) -> None:
    times = Style(10, Weight.SEMIBOLD, tabular=True)
    assert setter.line("11:11", times).width == pytest.approx(setter.line("20:48", times).width, abs=0.05)
    plain = Style(10, Weight.SEMIBOLD)
    assert setter.line("11:11", plain).width < setter.line("20:48", plain).width - 1


def _texts(setter: Typesetter, text: str, width: float, style: Style = BODY) -> list[str]:
    return [line.text for line in wrap(setter, text, style, width)]


def test_words_are_never_split(setter: Typesetter) -> None:
    text = "구석구석 찾아가는 산업단지 문화배달 프로그램을 소개합니다"
    lines = _texts(setter, text, 80)
    assert len(lines) > 2
    assert " ".join(lines) == text


def test_a_weekday_and_a_day_stay_with_their_date(setter: Typesetter) -> None:
    for width in range(30, 120, 7):
        for line in _texts(setter, "공연은 10. 14.(화) 저녁과 10. 15.(수) 낮에 있습니다", width):
            assert not line.startswith(("14.", "15.", "(화)", "(수)"))
            assert not line.endswith("10.")


def test_short_legal_forms_and_glosses_stay_with_their_names(setter: Typesetter) -> None:
    for width in range(30, 90, 5):
        for line in _texts(setter, "가족이 온(溫)다 (주)방림 구미공장", width):
            assert not line.startswith(("(溫", "다", "방림"))


def test_a_long_bracket_may_start_a_line(setter: Typesetter) -> None:
    assert _texts(setter, "새마을운동테마공원(에코홀·다목적홀)", 90) == ["새마을운동테마공원", "(에코홀·다목적홀)"]


def test_names_are_kept_whole_and_the_dot_at_the_end_goes(setter: Typesetter) -> None:
    names = ("정효민 재즈앙상블", "이하실 밴드", "송미해 밴드")
    lines = [line.text for line in joined(setter, names, BODY, 90)]
    assert [line.replace("\u00a0", " ") for line in lines] == ["정효민 재즈앙상블", "이하실 밴드 · 송미해 밴드"]


def test_a_word_longer_than_the_line_is_cut_and_nothing_is_lost(setter: Typesetter) -> None:
    lines = wrap(setter, "https://example.org/" + "a" * 80, BODY, 100)
    assert all(line.width <= 100.1 for line in lines)
    assert "".join(line.text for line in lines) == "https://example.org/" + "a" * 80


@given(st.text(alphabet="가나 다라(마)·~,.12:AV\n", max_size=60), st.floats(40, 200))
def test_wrapping_keeps_every_letter_inside_the_width(text: str, width: float) -> None:
    lines = wrap(Typesetter(), text, BODY, width)
    assert all(line.width <= width + 0.5 for line in lines)
    printed = "".join(line.text for line in lines)
    for letter in "가나다라마12AV()~":
        assert printed.count(letter) == text.count(letter)


def test_a_short_title_grows(setter: Typesetter) -> None:
    fitted = fit(setter, "수요 런치콘서트", TITLE, 363, 3, growth=1.5)
    assert fitted.style.size > 54
    assert [line.text for line in fitted.lines] == ["수요", "런치콘서트"]


def test_one_word_grows_less(setter: Typesetter) -> None:
    assert fit(setter, "만찬", TITLE, 516, 3, growth=1.5).style.size <= 54 * 1.2


def test_the_break_marks_of_the_director_come_first(setter: Typesetter) -> None:
    assert [line.text for line in fit(setter, "구석\n구석 문화배달", TITLE, 516, 3).lines] == ["구석", "구석 문화배달"]


def test_a_long_title_shrinks_to_its_floor_before_it_is_reported(setter: Typesetter) -> None:
    tight = fit(setter, "산업단지 근로자와 가족을 위한 찾아가는 문화산단 음악회", TITLE, 516, 2)
    assert not tight.is_small
    assert 54 * 0.7 <= tight.style.size < 54
    long = fit(setter, "아주 긴 제목 " * 30, TITLE, 516, 2)
    assert long.is_small
    assert "".join("".join(line.text.split()) for line in long.lines) == "아주긴제목" * 30


def test_room_is_kept_free_on_the_last_line(setter: Typesetter) -> None:
    fitted = fit(setter, "찾아가는 문화산단 음악회", TITLE, 360, 2, reserve=120)
    assert fitted.lines[-1].width <= 240.1


JOINED = ("กำลังฟังเพลงที่โรงงาน", "ការប្រគុំតន្ត្រី", "क्षेत्र र्क्षि", "ကျွန်တော်တို့၏", "ශ්‍රී ලංකාවේ")


@pytest.mark.parametrize("text", JOINED)
@pytest.mark.parametrize("weight", [Weight.REGULAR, Weight.BOLD])
def test_joined_scripts_are_shaped_and_read_back_as_they_were_typed(text: str, weight: str, tmp_path: Path) -> None:
    setter, page = Typesetter(), Page(210, 297)
    line = setter.line(text, Style(24, weight))
    page.text(40, 400, line)
    out = tmp_path / "joined.pdf"
    write_pdf(Paper([page], "t", "", "", "", "ko-KR", datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)), out)
    assert not setter.missing
    assert 20 < line.width < 400
    assert squeezed(text) in squeezed(whole_text(out))
    assert fonts_not_embedded(out) == []


def test_joined_letters_become_other_glyphs_and_hangul_never(setter: Typesetter) -> None:
    joined = setter.word("ශ්‍රී", BODY)
    assert joined.is_joined
    assert len("".join(piece.text for piece in joined.pieces)) < len("ශ්‍රී")
    assert not setter.word("文화가", BODY).is_joined


def test_words_without_spaces_end_a_line_where_the_catalogue_says_so(setter: Typesetter) -> None:
    text = "ต้อง\u200bลงทะเบียน\u200bล่วงหน้า"
    whole = setter.line(text, BODY)
    assert whole.text == "ต้องลงทะเบียนล่วงหน้า"
    lines = _texts(setter, text, whole.width * 0.75)
    assert "".join(lines) == whole.text
    assert set(lines) <= {"ต้อง", "ลงทะเบียน", "ล่วงหน้า", "ต้องลงทะเบียน", "ลงทะเบียนล่วงหน้า"}


def test_a_joined_word_longer_than_the_line_is_cut_between_what_is_written_together(setter: Typesetter) -> None:
    lines = _texts(setter, "ကြိုတင်စာရင်းသွင်းရန်" * 4, 90)
    assert "".join(lines) == "ကြိုတင်စာရင်းသွင်းရန်" * 4
    assert not any(unicodedata.category(line[0]).startswith("M") for line in lines)


def test_chinese_parts_between_characters_and_keeps_its_marks(setter: Typesetter) -> None:
    text = "工厂午间音乐会，欢迎所有人参加！"
    lines = _texts(setter, text, 55, Style(10, Weight.CHINESE))
    assert len(lines) > 2
    assert "".join(lines) == text
    assert not any(line[0] in "，！" for line in lines)


def test_every_common_chinese_character_has_an_outline() -> None:
    codes = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    common = [char for char in (code.decode("gb2312", "ignore") for code in codes) if char]
    assert len(common) == 6763
    assert all(face(weight).draws(char) for weight in (Weight.CHINESE, Weight.CHINESE_BOLD) for char in common)


def test_a_time_from_to_stands_on_one_line() -> None:
    setter, style = Typesetter(), Style(9)
    narrow = setter.line("15:00~16:30", style).width + 2
    lines = wrap(setter, "9. 12.(금) 15:00~16:30", style, narrow)
    assert [line.text for line in lines] == ["9. 12.(금)", "15:00~16:30"]
    assert [line.text for line in wrap(setter, "15:00~16:30", style, narrow * 0.7)] == ["15:00~", "16:30"]
