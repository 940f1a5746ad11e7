"""Texts, plural forms, dates and times in both languages."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app import paths
from director_app.wording import Wording, message
from tests.catalogues import mo_bytes

PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "{artist} plays at {place}"
msgstr "{artist:이/가} {place}에서 공연합니다"

msgid "{n} venue in {area}"
msgid_plural "{n} venues in {area}"
msgstr[0] "{area}에 장소 {n:,}곳"

msgctxt "of a delivery"
msgid "Open"
msgstr "미확인"

msgid "Open"
msgstr "열기"
"""


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two parts of Korean texts in a folder of their own."""
    (tmp_path / "one.mo").write_bytes(mo_bytes(PO))
    (tmp_path / "two.mo").write_bytes(mo_bytes(PO.split('msgid "{artist}')[0] + 'msgid "Close"\nmsgstr "닫기"\n'))
    monkeypatch.setattr(paths, "locale_folder", lambda language: tmp_path if language == "ko" else tmp_path / "none")
    return tmp_path


@pytest.mark.usefixtures("catalogues")
class TestKorean:
    """Texts from the catalogues of several parts."""

    def test_particles_follow_what_is_filled_in(self) -> None:
        say = Wording("ko").text
        assert say("{artist} plays at {place}", artist="나래", place="구미") == "나래가 구미에서 공연합니다"
        assert say("{artist} plays at {place}", artist="봄밤", place="구미") == "봄밤이 구미에서 공연합니다"

    def test_plural_and_context(self) -> None:
        korean = Wording("ko")
        assert (
            korean.plural("{n} venue in {area}", "{n} venues in {area}", 1200, area="1단지") == "1단지에 장소 1,200곳"
        )
        assert (korean.text("Open"), korean.context("of a delivery", "Open")) == ("열기", "미확인")

    def test_every_part_is_read(self) -> None:
        assert Wording("ko").text("Close") == "닫기"

    def test_what_has_no_korean_is_said_in_english(self) -> None:
        assert Wording("ko").text("{n} left", n=2) == "2 left"

    def test_braces_in_what_is_filled_in_are_just_characters(self) -> None:
        said = Wording("ko").text("{artist} plays at {place}", artist="{place}", place="<b>{0}")
        assert said == "{place}가 <b>{0}에서 공연합니다"


def test_english_needs_no_catalogue(english: Wording) -> None:
    assert english.text("{artist} plays", artist="Narae") == "Narae plays"
    assert english.plural("{n} venue", "{n} venues", 1) == "1 venue"
    assert english.plural("{n} venue", "{n} venues", 0) == "0 venues"
    assert english.context("of a delivery", "Open") == "Open"


def test_marking_a_text_changes_nothing() -> None:
    assert message("{n} left") == "{n} left"


def test_there_are_two_languages() -> None:
    with pytest.raises(ValueError, match="'fr'"):
        Wording("fr")


def test_dates_and_times() -> None:
    day = datetime.date(2025, 10, 14)
    korean, english = Wording("ko"), Wording("en")
    assert (korean.date(day), english.date(day)) == ("2025. 10. 14.(화)", "Tue 14 Oct 2025")
    assert (korean.date_short(day), english.date_short(day)) == ("10. 14.(화)", "Tue 14 Oct")
    assert (korean.month(2025, 10), english.month(2025, 10)) == ("2025년 10월", "October 2025")
    assert (korean.clock(730), korean.clock(1530), korean.clock(1440)) == ("12:10", "01:30", "00:00")
    assert (korean.clock_long(1530), english.clock_long(1530)) == ("다음날 01:30", "01:30 next day")
    assert korean.clock_span(730, 770) == "12:10~12:50"
    assert (korean.weekday(1), korean.weekday(1, short=False)) == ("화", "화요일")
    assert (english.weekday(1), english.weekday(1, short=False)) == ("Tue", "Tuesday")


def test_several_days() -> None:
    first, last = datetime.date(2025, 10, 14), datetime.date(2025, 10, 16)
    korean, english = Wording("ko"), Wording("en")
    assert (korean.date_span(first, first), english.date_span(first, first)) == (
        korean.date(first),
        english.date(first),
    )
    assert korean.date_span(first, last) == "2025. 10. 14.(화) ~ 10. 16.(목)"
    assert english.date_span(first, last) == "Tue 14 Oct ~ Thu 16 Oct 2025"
    assert korean.date_span(first, datetime.date(2026, 1, 2)) == "2025. 10. 14.(화) ~ 2026. 1. 2.(금)"


def test_undecided_on_the_screen_and_on_paper(korean: Wording, english: Wording) -> None:
    assert (korean.undecided(), korean.undecided(paper=True)) == ("미정", "추후 안내")
    assert (english.undecided(), english.undecided(paper=True)) == ("undecided", "to be announced")


def test_listing_of_names(korean: Wording, english: Wording) -> None:
    names = ["가", "나", "다"]
    assert (korean.listing(names), english.listing(names)) == ("가, 나, 다", "가, 나 and 다")
    assert (english.listing([]), english.listing(["가"])) == ("", "가")


@given(st.dates(min_value=datetime.date(1, 1, 1)), st.dates())
def test_different_days_are_said_differently(one: datetime.date, other: datetime.date) -> None:
    for language in ("ko", "en"):
        say = Wording(language).date
        assert (say(one) == say(other)) == (one == other)


@given(st.integers(min_value=0, max_value=3 * 1440 - 1))
def test_a_clock_reads_back(minute: int) -> None:
    hours, minutes = Wording("ko").clock(minute).split(":")
    assert int(hours) * 60 + int(minutes) == minute % 1440


def test_texts_need_no_library() -> None:
    """The window's first paint and the command line wait for nothing but the standard library."""
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "from director_app.wording import Wording; Wording('ko')"],
        capture_output=True,
        text=True,
        check=True,
    ).stderr
    assert not [name for name in ("babel", "PySide6", "platformdirs", "numpy") if f" {name}\n" in loaded]
