"""Every workspace and dialog: everything has a name, and no text is cut, in Korean, English and something longer."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from director_app.ui.dialogs.about import AboutDialog
from director_app.ui.dialogs.keys_sheet import KeysSheet
from director_app.ui.exchange.beginning import PassphraseDialog
from director_app.ui.frame.plan_frame import PAGES
from director_app.ui.look import Look
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
SMALLEST = (853, 480)
"""A screen of 1280 x 720 with text of 150 %."""


def passphrase(look: Look, parent: QWidget) -> QWidget:
    """The question for the passphrase of a file."""
    return PassphraseDialog(look, look.wording.text("This file is locked with a passphrase."), parent)


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


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_workspace_is_cut_in_the_smallest_window(sample_window: MainWindow, language: str, qtbot: Any) -> None:
    sample_window.look.choose_language(LANGUAGES[language]())
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_start_page(window: MainWindow, language: str, qtbot: Any) -> None:
    window.look.choose_language(LANGUAGES[language]())
    window.resize(*SMALL)
    assert in_the_end(qtbot, lambda: unnamed(window)) == []
    assert in_the_end(qtbot, lambda: cut_texts(window)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dialog", [AboutDialog, KeysSheet, passphrase])
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
