"""The size of the text, the workspace seen last, and a window that always fits its screen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from director_app.preferences import TEXT_SIZES
from director_app.startup import text_of_size
from director_app.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


def test_a_text_size_is_chosen_in_the_menu_and_told(sample_window: MainWindow) -> None:
    menu = sample_window.make_menu()
    (sizes,) = menu.findChildren(QMenu)
    names = [action.text() for action in sizes.actions()]
    assert names == [f"글자 크기 {size} %" for size in TEXT_SIZES]
    assert sample_window.actions_table["text-100"].isChecked()
    sample_window.actions_table["text-150"].trigger()
    assert sample_window.settings.present.text_size == 150
    assert sample_window.frame is not None
    assert sample_window.frame.messages.messages()[0] == "글자 크기 150 %는 창을 다시 열 때부터 보입니다."
    menu.deleteLater()


def test_the_window_opens_again_with_its_plan(sample_window: MainWindow, tmp_path: Path) -> None:
    sample_window.choose_text_size(130)
    assert sample_window.frame is not None
    (button,) = [
        one for one in sample_window.frame.messages.findChildren(QPushButton) if one.text() == "지금 다시 열기"
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sample_window.isHidden()
    assert sample_window.plans.frame is None
    assert sample_window.reopens == str(tmp_path / "open.cdplan")


def test_a_window_that_is_only_closed_stays_closed(window: MainWindow) -> None:
    window.close()
    assert window.reopens is None


@pytest.mark.parametrize(("percent", "said"), [(100, None), (150, "1.5"), (85, "0.85")])
def test_qt_is_told_once(percent: int, said: str | None) -> None:
    variables: dict[str, str] = {}
    with text_of_size(percent, variables):
        assert variables.get("QT_SCALE_FACTOR") == said
    assert variables == {}


def test_what_the_user_told_qt_herself_holds() -> None:
    variables = {"QT_SCALE_FACTOR": "2"}
    with text_of_size(150, variables):
        assert variables == {"QT_SCALE_FACTOR": "2"}
    assert variables == {"QT_SCALE_FACTOR": "2"}


def test_a_plan_opens_in_the_workspace_seen_last(sample_window: MainWindow, sample_file: Path, tmp_path: Path) -> None:
    assert sample_window.frame is not None
    sample_window.frame.show_page("artists")
    sample_window.close_plan()
    path = tmp_path / "again.cdplan"
    shutil.copy(sample_file, path)
    assert sample_window.open_path(path)
    assert sample_window.frame is not None
    assert sample_window.frame.present_page == "artists"


def test_a_window_is_never_larger_than_its_screen_must_be(window: MainWindow) -> None:
    window.restore_place()
    room = window.screen().availableSize()
    assert window.minimumWidth() <= room.width()
    assert window.minimumHeight() <= room.height()
