"""A window as small as can be: nothing is cut, and what the bar has no room for is in the menu."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from director_app.ui.dialogs.keys_sheet import KeysSheet
from director_app.ui.main_window import MainWindow
from director_app.wording import Wording
from tests.ui.walking import cut_texts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")  # offscreen has no window manager
SMALLEST = (853, 480)
"""A screen of 1280 x 720 with text of 150 %."""


def in_the_end(qtbot: Any, found: Callable[[], list[str]]) -> list[str]:
    """What is still wrong when all that comes a moment later (counts of chips, texts of jobs) has come."""
    with suppress(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: not found(), timeout=2000)
    return found()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_workspace_is_cut_in_the_smallest_window(sample_window: MainWindow, language: str, qtbot: Any) -> None:
    sample_window.look.choose_language(Wording(language))
    sample_window.resize(*SMALLEST)
    frame = sample_window.frame
    assert frame is not None
    for page in ("overview", "schedule", "programmes", "artists", "venues", "publish"):
        frame.show_page(page)
        assert in_the_end(qtbot, lambda: cut_texts(sample_window)) == [], page
        assert frame.page(page).width() <= sample_window.width() - frame.rail.width()


def test_what_the_bar_has_no_room_for_is_in_the_menu(sample_window: MainWindow, qtbot: Any) -> None:
    sample_window.look.choose_language(Wording("en"))
    sample_window.resize(720, 450)
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("venues")
    qtbot.waitUntil(lambda: bool(frame.toolbar.folded()))
    names = [button.text() or button.accessibleName() for button in frame.toolbar.folded()]
    menu = sample_window.make_menu()
    assert [action.text() for action in menu.actions()][: len(names)] == names
    menu.deleteLater()
    sample_window.resize(1440, 900)
    qtbot.waitUntil(lambda: not frame.toolbar.folded())


def test_a_dialog_is_no_larger_than_the_window_it_stands_over(window: MainWindow) -> None:
    window.resize(720, 450)
    sheet = KeysSheet(window.look, window)
    assert sheet.height() < window.height()
    sheet.deleteLater()
