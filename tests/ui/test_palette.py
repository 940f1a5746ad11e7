"""Ctrl+K: everything is found as it is typed, and Enter goes there."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from director_app.ui.dialogs.palette import Palette
from director_app.ui.dialogs.palette_finds import MOST
from director_app.ui.frame.plan_frame import PlanFrame
from director_app.ui.main_window import MainWindow
from director_app.ui.schedule.list_delegate import CellEditor
from director_app.wording import Wording


@pytest.fixture
def frame(sample_window: MainWindow) -> PlanFrame:
    """The frame of the sample, on its schedule."""
    assert sample_window.frame is not None
    return sample_window.frame


def _open(frame: PlanFrame) -> Palette:
    QTest.keyClick(frame.window(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = frame.findChild(Palette)
    assert isinstance(palette, Palette)
    return palette


def _found(frame: PlanFrame, query: str) -> list[str]:
    palette = _open(frame)
    palette.field.setText(query)
    return palette.entries()


def _enter(frame: PlanFrame, query: str) -> None:
    palette = _open(frame)
    palette.field.setText(query)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isHidden()


@pytest.mark.parametrize(
    ("query", "day"),
    [
        ("다음 주 수", "2025. 10. 22.(수)"),
        ("10/14", "2025. 10. 14.(화)"),
        ("next friday", "2025. 10. 24.(금)"),
        ("내일", "2025. 10. 15.(수)"),
    ],
)
def test_a_day_comes_first(frame: PlanFrame, query: str, day: str) -> None:
    assert _found(frame, query)[0] == day


def test_enter_goes_to_the_day(frame: PlanFrame) -> None:
    frame.show_page("artists")
    _enter(frame, "다음 달")
    assert frame.present_page == "schedule"
    assert frame.page("schedule").toolbar_title() == "2025년 11월"


@pytest.mark.parametrize("query", ["월간 일정", "월간일정", "ㅇㄱㅇㅈ"])
def test_a_document_is_found(frame: PlanFrame, query: str) -> None:
    title = Wording("ko").text("Month calendar")
    assert title in _found(frame, query)


def test_enter_goes_to_the_document(frame: PlanFrame) -> None:
    _enter(frame, Wording("ko").text("Month calendar"))
    assert frame.present_page == "publish"


def test_a_command_is_found_by_its_initials(frame: PlanFrame) -> None:
    assert "예술인으로" in _found(frame, "ㅇㅅㅇㅇㄹ")


def test_a_problem_is_found_by_words_of_its_sentence(frame: PlanFrame, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: bool(frame.desk.problems))
    assert any("대책" in text for text in _found(frame, "대책"))


def test_records_leave_room_for_the_rest(frame: PlanFrame) -> None:
    found = _found(frame, "일정")
    assert len(found) <= MOST
    assert "일정으로" in found


def test_a_hyphen_in_a_name_need_not_be_typed(frame: PlanFrame) -> None:
    assert _found(frame, "산단빔")[0].startswith("산단-빔 상영")


def test_escape_gives_the_keys_back_to_who_had_them(frame: PlanFrame) -> None:
    frame.show_page("schedule")
    before = frame.window().focusWidget()
    palette = _open(frame)
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert frame.window().focusWidget() is before


def test_a_refused_cell_has_the_keys_again_after_the_palette(frame: PlanFrame) -> None:
    page: Any = frame.page("schedule")
    frame.show_page("schedule")
    page.show_view("list")
    table = page.list.table
    table.setFocus()
    QTest.keyClicks(table, "dd")
    editor = frame.window().focusWidget()
    assert isinstance(editor, CellEditor)
    palette = _open(frame)
    assert editor.is_refused
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert frame.window().focusWidget() is editor
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
