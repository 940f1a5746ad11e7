"""Keys: one meaning each, all of them on the sheet of F1."""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from director_app.documents.page_images import page_count
from director_app.ui.actions import ACTIONS
from director_app.ui.dialogs.keys_sheet import KeysSheet, key_sections, sheet_html
from director_app.ui.main_window import MainWindow
from director_app.ui.schedule.grid_keys import GRID_KEYS
from director_app.ui.schedule.list_keys import LIST_KEYS
from director_app.wording import Wording
from tests.ui.walking import unnamed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")  # offscreen has no window manager
_CLEAR = re.compile(r"^(?:(?:Ctrl|Alt|Shift)\+)*(?:[A-Z0-9]|F\d{1,2}|Del|Enter|Tab|Esc|Space|Up|Down)$")


def _keys(table: tuple[tuple[str, str], ...]) -> list[str]:
    return [key for keys, _said in table for key in keys.split(", ") if _CLEAR.match(key)]


@pytest.mark.parametrize("table", [GRID_KEYS, LIST_KEYS], ids=["grid", "list"])
def test_no_key_of_a_view_takes_one_of_the_window(table: Any) -> None:
    window = {keys for spec in ACTIONS if not spec.key.startswith("schedule-") for keys in spec.shortcuts}
    assert window & set(_keys(table)) == set()


@pytest.mark.parametrize("table", [GRID_KEYS, LIST_KEYS], ids=["grid", "list"])
def test_no_key_of_a_view_means_two_things(table: Any) -> None:
    twice = {key for key, times in Counter(_keys(table)).items() if times > 1}
    assert twice - {"Enter", "Alt+Down"} == set()  # one thing at rest, another while something is typed


def _sheet(window: MainWindow) -> KeysSheet:
    assert window.actions_table is not None  # as after the first paint
    QTest.keyClick(window, Qt.Key.Key_F1)
    (sheet,) = window.findChildren(KeysSheet)
    return sheet


def test_f1_shows_every_key_and_f1_closes(window: MainWindow, qtbot: Any) -> None:
    sheet = _sheet(window)
    said = dict(sheet.shown())
    assert said["Ctrl+K"] == Wording("ko").text("Find anything")
    assert {"Ctrl+M", "Ctrl+G"} <= set(said)
    assert unnamed(sheet) == []
    QTest.keyClick(sheet, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: not window.findChildren(KeysSheet))


@pytest.mark.parametrize(("query", "keys"), [("ctrl+k", "Ctrl+K"), ("되돌리", "Ctrl+Z"), ("ㅁㅇㅇㄷ ㅊㄱ", "Ctrl+K")])
def test_the_sheet_is_searched_by_key_and_by_word(window: MainWindow, query: str, keys: str) -> None:
    sheet = _sheet(window)
    sheet.field.setText(query)
    assert keys in dict(sheet.shown())
    assert len(sheet.shown()) < 6
    sheet.reject()


def test_nothing_that_fits_is_said(window: MainWindow) -> None:
    sheet = _sheet(window)
    sheet.field.setText("없는 말")
    assert sheet.shown() == []
    assert sheet._nothing.isVisible()
    sheet.reject()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_line_is_in_the_language(language: str) -> None:
    wording = Wording(language)
    for _heading, lines in key_sections(wording):
        for keys, said in lines:
            assert keys
            assert said
            assert said.isascii() == (language == "en") or "—" in said


def test_ctrl_p_leads_to_the_month_on_paper(sample_window: MainWindow) -> None:
    frame = sample_window.frame
    assert frame is not None
    QTest.keyClick(sample_window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert frame.present_page == "publish"
    page: Any = frame.page("publish")
    assert page._current == "month-calendar"


def test_the_sheet_is_printed_whole_and_large_enough_to_read(window: MainWindow, tmp_path: Path) -> None:
    sheet = KeysSheet(window.look, window)
    sheet.field.setText("zzz")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "keys.pdf"))
    sheet.print_on(printer)
    assert page_count(tmp_path / "keys.pdf") >= 2
    page = sheet_html(window.look.wording)
    for _heading, rows in key_sections(window.look.wording):
        assert all(escape(said) in page for _keys_of_line, said in rows)
    sheet.deleteLater()
