"""The start page: recent plans, opening, dropping and pasting, and taking in a table."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest

from director_app.domain.people import Artist
from director_app.domain.plan import SEASON
from director_app.domain.season import Season
from director_app.ui.importing.import_page import ImportPage
from director_app.ui.main_window import MainWindow
from director_app.ui.pages.start_rows import RecentRow
from director_app.ui.questions import FixedAnswers
from director_app.ui.widgets.buttons import Button
from tests.ui.walking import unnamed

TABLE = "예술인\t장르\t지역\n다온밴드\t팝 밴드\t구미\n듀오 K\t재즈\t김천\n"


def _drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(100, 100),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def _import_page(window: MainWindow, qtbot: Any) -> ImportPage:
    page = window.plans.import_page
    qtbot.waitUntil(lambda: page.proposal is not None)
    return page


def test_a_new_user_sees_no_recent_plans(window: MainWindow) -> None:
    assert window.start_page.recent_names() == []


def test_an_opened_plan_is_recent_afterwards(sample_window: MainWindow) -> None:
    sample_window.close_plan()
    assert len(sample_window.start_page.recent_names()) == 1


def test_a_plan_that_is_gone_can_be_forgotten(sample_window: MainWindow, tmp_path: Path) -> None:
    sample_window.close_plan()
    shutil.move(tmp_path / "open.cdplan", tmp_path / "elsewhere.cdplan")
    sample_window.start_page.refresh()
    recent = sample_window.settings.present.recent[0]
    sample_window.settings.forget(recent.path)
    sample_window.start_page.refresh()
    assert sample_window.start_page.recent_names() == []


def test_the_sample_opens_as_a_copy(window: MainWindow) -> None:
    assert window.open_sample()
    assert window.frame is not None
    assert window.frame.desk.plan.season.is_sample
    first = window.frame.desk.open_plan.path
    window.close_plan()
    assert window.open_sample()
    assert window.frame is not None
    assert window.frame.desk.open_plan.path == first


def test_an_empty_plan_needs_no_answers(window: MainWindow) -> None:
    assert window.new_plan()
    window.close_plan()
    assert window.new_plan()
    assert window.frame is not None
    assert window.frame.desk.open_plan.path.stem.endswith("2")


def test_an_empty_plan_asks_complex_and_period_in_place(window: MainWindow) -> None:
    page = window.start_page
    QTest.mouseClick(page._new, Qt.MouseButton.LeftButton)
    questions = page.questions
    assert questions is not None
    assert questions.complex.hasFocus()
    assert unnamed(window) == []
    QTest.keyClicks(questions.complex, "Gumi")
    for field, text in ((questions.first, "2026-12-01"), (questions.last, "2026-03-02")):
        field.setFocus()
        QTest.keyClicks(field, text)
    QTest.mouseClick(questions.make, Qt.MouseButton.LeftButton)
    assert questions.sentence
    assert window.plans.name() == ""
    questions.first.setFocus()
    QTest.keySequence(questions.first, "Ctrl+A")
    QTest.keyClicks(questions.first, "2026-03-01")
    QTest.mouseClick(questions.make, Qt.MouseButton.LeftButton)
    assert window.frame is not None
    plan = window.frame.desk.plan
    assert plan.complex is not None
    assert (plan.complex.name, plan.season.title) == ("Gumi", "")
    assert (plan.season.first_day, plan.season.last_day) == (date(2026, 3, 1), date(2026, 3, 2))
    assert window.frame.desk.open_plan.path.stem == "Gumi 2026"
    assert page.questions is None


def test_a_date_that_is_none_is_not_passed_over(window: MainWindow) -> None:
    window.start_page.ask_for_new()
    questions = window.start_page.questions
    assert questions is not None
    questions.first.setFocus()
    QTest.keyClicks(questions.first, "someday")
    QTest.mouseClick(questions.make, Qt.MouseButton.LeftButton)
    assert "someday" in questions.sentence
    assert window.frame is None
    QTest.keyClick(questions.complex, Qt.Key.Key_Escape)
    assert window.start_page.questions is None


def test_both_questions_may_be_skipped(window: MainWindow) -> None:
    window.actions_table["new-plan"].trigger()
    questions = window.start_page.questions
    assert questions is not None
    QTest.keyClick(questions.complex, Qt.Key.Key_Return)
    assert window.frame is not None
    plan = window.frame.desk.plan
    assert plan.complex is None
    assert plan.season == Season(SEASON)


def test_a_season_from_a_table_spans_its_dates_and_is_not_called_like_the_file(
    window: MainWindow, tmp_path: Path, qtbot: Any
) -> None:
    table = tmp_path / "최종_진짜최종(2).csv"
    table.write_text(
        "날짜,시각,프로그램,장소\n2026-05-06,12:10,봄밤,에코홀\n2026-04-01,12:10,봄밤,에코홀\n", encoding="utf-8"
    )
    _drop(window, table)
    _import_page(window, qtbot)._want()
    assert window.frame is not None
    desk = window.frame.desk
    assert (desk.plan.season.first_day, desk.plan.season.last_day) == (date(2026, 4, 1), date(2026, 5, 6))
    assert desk.plan.season.title == ""
    assert desk.open_plan.path.stem == "최종_진짜최종(2)"
    window.frame.show_page("overview")
    (link,) = window.frame.page("overview").toolbar_right()
    assert isinstance(link, Button)
    assert "제목 미정" in link.text()


def test_what_is_no_plan_is_refused_in_one_sentence(window: MainWindow, tmp_path: Path) -> None:
    broken = tmp_path / "broken.cdplan"
    broken.write_bytes(b"nothing like it")
    assert not window.open_path(broken)
    assert window.frame is None
    assert len(window.start_page.messages()) == 1
    assert broken.read_bytes() == b"nothing like it"


def test_a_dropped_plan_opens(window: MainWindow, sample_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "dropped.cdplan"
    shutil.copy(sample_file, path)
    _drop(window, path)
    assert window.frame is not None


def test_a_dropped_table_becomes_a_plan(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    table = tmp_path / "artists.csv"
    table.write_text(TABLE.replace("\t", ","), encoding="utf-8")
    _drop(window, table)
    page = _import_page(window, qtbot)
    assert [meaning.current() for meaning in page.mapping.meanings()] == ["name", "genre", "region"]
    assert window.plans.name() == ""
    page._want()
    assert window.frame is not None
    assert {artist.name for artist in window.frame.desk.plan.artists.values()} == {"다온밴드", "듀오 K"}
    window.frame.desk.undo()
    assert not window.frame.desk.plan.artists


def test_a_pasted_table_is_taken_in(window: MainWindow, qtbot: Any) -> None:
    QGuiApplication.clipboard().setText(TABLE)
    window.start_page.setFocus()
    QTest.keyClick(window.start_page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page = _import_page(window, qtbot)
    assert page.proposal is not None
    assert len(page.proposal.rows) == 2


def test_a_corrected_meaning_is_read_again(window: MainWindow, qtbot: Any) -> None:
    window.take_text(TABLE)
    page = _import_page(window, qtbot)
    first = page.proposal
    region = page.mapping.meanings()[2]
    region._mean("-")
    qtbot.waitUntil(lambda: page.proposal is not first)
    assert page.proposal is not None
    records = [change.after for row in page.proposal.rows for change in row.changes]
    assert [record.region for record in records if isinstance(record, Artist)] == ["", ""]


def test_a_table_of_nothing_says_so(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    nothing = tmp_path / "nothing.csv"
    nothing.write_text("", encoding="utf-8")
    _drop(window, nothing)
    page = window.plans.import_page
    qtbot.waitUntil(lambda: page.proposal is not None or page._strip_words.text() != "")
    assert page._accept.isEnabled() is False


def test_the_button_asks_for_a_file(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    table = tmp_path / "artists.csv"
    table.write_text(TABLE.replace("\t", ","), encoding="utf-8")
    assert isinstance(window.questions, FixedAnswers)
    window.questions.answer = table
    window.start_page.table_wanted.emit()
    assert _import_page(window, qtbot).proposal is not None


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_on_the_start_page_has_a_name(window: MainWindow, language: str) -> None:
    window.choose_language(language)
    assert unnamed(window) == []


def test_everything_on_the_import_page_has_a_name(window: MainWindow, qtbot: Any) -> None:
    window.take_text(TABLE)
    assert unnamed(_import_page(window, qtbot)) == []


def test_the_first_paint_imports_nothing_heavy() -> None:
    script = """
import sys
from director_app.ui.application import make_application, make_look, make_settings
from director_app.domain.people import Artist
from director_app.domain.plan import SEASON
from director_app.domain.season import Season
from director_app.ui.main_window import MainWindow
from director_app.ui.pages.start_rows import RecentRow
from director_app.ui.questions import FixedAnswers
application = make_application(["x"], all_fonts=False)
settings = make_settings()
window = MainWindow(make_look(settings.present), settings, FixedAnswers())
window.show()
window.grab()
heavy = {"numpy", "reportlab", "icalendar", "sqlite_utils", "holidays", "python_calamine", "rapidfuzz", "PIL", "segno",
         "charset_normalizer", "xlsxwriter", "phonenumbers", "PySide6.QtNetwork", "director_app.operations",
         "director_app.store", "director_app.imports", "director_app.documents", "director_app.ui.frame"}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_opening_the_open_plan_again_changes_nothing(sample_window: MainWindow) -> None:
    frame = sample_window.frame
    assert frame is not None
    assert sample_window.open_path(frame.desk.open_plan.path)
    assert sample_window.frame is frame
    assert not frame.desk.is_read_only


def test_the_keyboard_begins_at_the_spreadsheet_and_goes_down_the_page(window: MainWindow, qtbot: Any) -> None:
    window.activateWindow()
    qtbot.waitUntil(lambda: window.focusWidget() is not None)
    names = []
    for _press in range(9):
        focus = window.focusWidget()
        names.append(focus.accessibleName() or getattr(focus, "text", str)())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert names == [
        "스프레드시트로 시작",
        "예시 시즌 열기",
        "빈 계획 만들기",
        "계획 파일 열기",
        "한국어",
        "English",
        "시스템",
        "밝게",
        "어둡게",
    ]


def test_the_keyboard_begins_at_the_plan_opened_last(sample_window: MainWindow) -> None:
    sample_window.close_plan()
    focus = sample_window.focusWidget()
    assert isinstance(focus, RecentRow)
    before = focus.is_ringed
    QTest.keyClick(focus, Qt.Key.Key_Shift)
    assert (before, focus.is_ringed) == (False, True)
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert sample_window.frame is not None


def test_enter_presses_the_button_that_has_the_focus(window: MainWindow, qtbot: Any) -> None:
    with qtbot.waitSignal(window.start_page.table_wanted):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)


def test_a_language_chosen_by_keyboard_keeps_the_focus(window: MainWindow) -> None:
    english = window.start_page._languages["en"]
    english.setFocus()
    QTest.keyClick(english, Qt.Key.Key_Enter)
    assert window.look.language == "en"
    assert window.focusWidget() is english
