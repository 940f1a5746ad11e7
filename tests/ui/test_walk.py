"""Every workspace and dialog: everything has a name, and no text is cut, in Korean, English and something longer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from director_app.ui.dialogs.about import AboutDialog
from director_app.ui.dialogs.keys_sheet import KeysSheet
from director_app.ui.frame.plan_frame import PAGES
from director_app.ui.main_window import MainWindow
from director_app.wording import Wording
from tests.ui.conftest import unnamed
from tests.ui.walking import LongerEnglish, cut_texts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")  # offscreen has no window manager
LANGUAGES: dict[str, Callable[[], Wording]] = {
    "ko": lambda: Wording("ko"),
    "en": lambda: Wording("en"),
    "longer": LongerEnglish,
}
SMALL = (1280, 720)


def in_the_end(qtbot: Any, found: Callable[[], list[str]]) -> list[str]:
    """What is still wrong when all that comes a moment later (counts of chips, texts of jobs) has come."""
    with suppress(qtbot.TimeoutError):
        qtbot.waitUntil(lambda: not found(), timeout=2000)
    return found()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_workspace(sample_window: MainWindow, page: str, language: str, qtbot: Any) -> None:
    sample_window.look.choose_language(LANGUAGES[language]())
    sample_window.resize(*SMALL)
    frame = sample_window.frame
    assert frame is not None
    frame.show_page(page)
    qtbot.waitUntil(lambda: not frame.desk.background.is_busy)
    assert in_the_end(qtbot, lambda: unnamed(sample_window)) == []
    assert in_the_end(qtbot, lambda: cut_texts(sample_window)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_start_page(window: MainWindow, language: str, qtbot: Any) -> None:
    window.look.choose_language(LANGUAGES[language]())
    window.resize(*SMALL)
    assert in_the_end(qtbot, lambda: unnamed(window)) == []
    assert in_the_end(qtbot, lambda: cut_texts(window)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dialog", [AboutDialog, KeysSheet])
def test_a_dialog(window: MainWindow, dialog: Callable[..., QWidget], language: str, qtbot: Any) -> None:
    window.look.choose_language(LANGUAGES[language]())
    made = dialog(window.look, window)
    made.show()
    qtbot.waitExposed(made)
    assert unnamed(made) == []
    assert cut_texts(made) == []
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_import_page(window: MainWindow, language: str, qtbot: Any) -> None:
    window.look.choose_language(LANGUAGES[language]())
    window.resize(*SMALL)
    window.take_text("일시\t행사명\t장소\n2025-10-14\t런치콘서트\t식당\n10/21\t런치콘서트\t식당\n")
    page = window.plans.import_page
    qtbot.waitUntil(lambda: page.proposal is not None)
    assert in_the_end(qtbot, lambda: unnamed(page)) == []
    assert in_the_end(qtbot, lambda: cut_texts(page)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_palette(sample_window: MainWindow, language: str, qtbot: Any) -> None:
    sample_window.look.choose_language(LANGUAGES[language]())
    assert sample_window.frame is not None
    sample_window.frame.open_palette()
    assert in_the_end(qtbot, lambda: unnamed(sample_window)) == []
    assert in_the_end(qtbot, lambda: cut_texts(sample_window)) == []
