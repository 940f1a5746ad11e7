"""Taking in a table: real clicks from the file to the month, and what is said on the way."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from director_app.ui.frame.plan_frame import PlanFrame
from director_app.ui.main_window import MainWindow
from director_app.ui.pages.import_page import ImportPage

DATES = """일시,행사명,장소,출연
2025. 10. 7.(화) 12:10~12:50,런치콘서트,2공장 식당,다온밴드
10/14 12:10,런치콘서트,2공장 식당,국악앙상블 봄
10/21,사생 워크숍,선주원남공원,
"""
ARTISTS = "예술인,장르\n다온밴드,팝 밴드\n듀오 K,재즈\n"
APPLICATIONS = "접수일시,기업명,1지망\n2025-09-17 16:20,방림,9/29\n,,10/1\n"


def _table(tmp_path: Path, text: str, name: str = "일정.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def _read(window: MainWindow, path: Path, qtbot: Any) -> ImportPage:
    window.take_file(path)
    page = window.plans.import_page
    qtbot.waitUntil(lambda: page.proposal is not None)
    return page


def _take(window: MainWindow, path: Path, qtbot: Any) -> PlanFrame:
    page = _read(window, path, qtbot)
    QTest.mouseClick(page._accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.frame is not None and window.frame.isVisible())
    assert window.frame is not None
    return window.frame


def _press(frame: PlanFrame, text: str) -> None:
    (button,) = [one for one in frame.messages.findChildren(QPushButton) if one.text() == text]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_after_the_import_she_sees_the_month_and_may_undo(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    frame = _take(window, _table(tmp_path, DATES), qtbot)
    assert frame.present_page == "schedule"
    assert frame.messages.messages() == ["3건을 가져왔습니다."]
    assert sorted(str(one.date) for one in frame.desk.plan.deliveries.values()) == [
        "2025-10-07",
        "2025-10-14",
        "2025-10-21",
    ]
    _press(frame, "되돌리기")
    assert not frame.desk.plan.deliveries
    assert window.plans.import_page.isHidden()


def test_artists_alone_are_seen_among_the_artists(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    assert _take(window, _table(tmp_path, ARTISTS), qtbot).present_page == "artists"


def test_applications_are_seen_in_the_month_they_wish(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    frame = _take(window, _table(tmp_path, APPLICATIONS), qtbot)
    assert frame.present_page == "schedule"
    assert frame.page("schedule").toolbar_title() == "2025년 9월"


def test_a_table_of_artists_leads_back_to_where_she_came_from(
    sample_window: MainWindow, tmp_path: Path, qtbot: Any
) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("venues")
    assert _take(sample_window, _table(tmp_path, ARTISTS), qtbot).present_page == "venues"


def test_the_same_file_again_changes_nothing_and_says_so(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    path = _table(tmp_path, DATES)
    _take(window, path, qtbot)
    page = _read(window, path, qtbot)
    assert page._result.text() == "새로 바뀐 내용이 없습니다."
    assert page._accept.isHidden()
    assert page._leave.text() == "뒤로"
    QTest.mouseClick(page._leave, Qt.MouseButton.LeftButton)
    assert window.frame is not None
    assert window.frame.isVisible()


def test_rows_kept_aside_can_be_looked_at_later(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    frame = _take(window, _table(tmp_path, APPLICATIONS), qtbot)
    assert frame.messages.messages() == ["1건을 가져왔습니다. 확인이 필요한 행 1건은 따로 모아 두었습니다."]
    page = window.plans.import_page
    _press(frame, "그 행 보기")
    qtbot.waitUntil(lambda: page.proposal is not None)
    assert page.isVisible()
    assert not page.is_reading


def test_undo_of_an_import_undoes_nothing_else(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    frame = _take(window, _table(tmp_path, APPLICATIONS), qtbot)
    (name,) = [one.text() for one in frame.messages.findChildren(QPushButton) if one.text() == "되돌리기"]
    frame.desk.undo()
    frame.desk.redo()
    _take(window, _table(tmp_path, ARTISTS, "예술인.csv"), qtbot)
    buttons = [one for one in frame.messages.findChildren(QPushButton) if one.text() == name]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert len(frame.desk.plan.applications) == 1
    assert len(frame.desk.plan.artists) == 2


def test_while_a_table_is_read_nothing_can_be_taken(window: MainWindow, tmp_path: Path) -> None:
    window.take_file(_table(tmp_path, DATES))
    page = window.plans.import_page
    assert page.is_reading
    assert page._result.text() == "읽는 중…"
    assert page._accept.isHidden()
    assert page._panels.isHidden()
    QTest.mouseClick(page._back, Qt.MouseButton.LeftButton)
    assert window.start_page.isVisible()
    assert not page.is_reading


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_says_everything_in_another_language(
    window: MainWindow, tmp_path: Path, qtbot: Any, language: str
) -> None:
    page = _read(window, _table(tmp_path, DATES), qtbot)
    window.choose_language("en" if language == "ko" else "ko")
    window.choose_language(language)
    assert page._accept.text() == {"ko": "3건 가져오기", "en": "Import 3 rows"}[language]
    nothing = _table(tmp_path, "", "nothing.csv")
    window.take_file(nothing)
    qtbot.waitUntil(lambda: not page.is_reading)
    window.choose_language("en" if language == "ko" else "ko")
    assert (
        page._result.text()
        == {"en": "여기에는 가져올 것이 없습니다.", "ko": "There is nothing to import here."}[language]
    )


def test_the_year_of_the_rows_is_the_year_of_the_month_shown(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    frame = _take(window, _table(tmp_path, DATES), qtbot)
    assert frame.desk.plan.season.first_day == date(2025, 10, 7)
    assert frame.desk.plan.season.last_day == date(2025, 10, 21)
