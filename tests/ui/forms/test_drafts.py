"""What is begun in a field that adds something stands there again, also after the program was killed."""

from __future__ import annotations

import datetime
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt

from director_app import paths
from director_app.operations.open_plan import OpenPlan
from director_app.ui.drafts import LONGEST, MOST, DraftPlace, Drafts
from director_app.ui.forms.notes import FOLLOW_UP, NoteLine
from director_app.ui.look import Look
from director_app.ui.main_window import MainWindow
from director_app.ui.schedule.month_view import MonthView
from director_app.ui.schedule.moves import Place

PAUSE = 2500
PLACE = DraftPlace("note", "programmes", "p1")

_TYPES = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from director_app.startup import run_window
from director_app.ui.application import make_application
from director_app.ui.forms.notes import NotesSection
from director_app.ui.main_window import MainWindow

application = make_application(["test"])

def look():
    window = next((one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)), None)
    if window is None or window.frame is None or window.frame.desk.search is None:
        QTimer.singleShot(50, look)
        return
    window.frame.show_page("programmes")
    page = window.frame.page("programmes")
    page.show_record(sys.argv[2])
    field = page.form.notes.fresh
    field.setFocus()
    QTest.keyClicks(field, "She will call on")
    print("typed", flush=True)

QTimer.singleShot(50, look)
sys.exit(run_window([sys.argv[1]]))
"""


@pytest.fixture(autouse=True)
def _short_pauses(look: Look) -> None:
    look.typing.pause_ms = 50


@pytest.fixture
def page(sample_window: MainWindow) -> Any:
    """The workspace of programmes, with one shown."""
    return _page(sample_window)


def _page(window: MainWindow) -> Any:
    assert window.frame is not None
    window.activateWindow()
    window.frame.show_page("programmes")
    page: Any = window.frame.page("programmes")
    page.show_record(next(iter(page.desk.plan.programmes)))
    return page


def _fresh(page: Any) -> Any:
    return page.form.notes.fresh


def _drafts() -> list[Path]:
    return sorted((paths.data_folder() / "drafts").glob("*.json"))  # not the neighbour one is being written in


def test_drafts_of_two_plans_do_not_mix(tmp_path: Path) -> None:
    one, other = Drafts(tmp_path / "one.cdplan"), Drafts(tmp_path / "other.cdplan")
    one.keep(PLACE, "Of one")
    assert other.text(PLACE) == ""
    assert Drafts(tmp_path / "one.cdplan").text(PLACE) == "Of one"
    one.keep(PLACE, "")
    assert not _drafts()


def test_drafts_are_bounded_and_a_broken_file_is_no_harm(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "one.cdplan")
    for number in range(MOST + 3):
        drafts.keep(PLACE._replace(identity=str(number)), "x" * (LONGEST + 1))
    again = Drafts(tmp_path / "one.cdplan")
    assert (again.text(PLACE._replace(identity="2")), len(again.text(PLACE._replace(identity="3")))) == ("", LONGEST)
    again.file.write_bytes(b'[["note", 1], "x"')
    assert Drafts(tmp_path / "one.cdplan").text(PLACE) == ""


def test_a_note_that_is_added_leaves_no_draft(page: Any, qtbot: Any) -> None:
    field = _fresh(page)
    field.setFocus()
    qtbot.keyClicks(field, "Promised")
    qtbot.waitUntil(lambda: bool(_drafts()), timeout=PAUSE)
    assert page.desk.look.typing.is_open
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "Promised" in {one.text for one in page.desk.plan.notes.values()}
    assert not _drafts()
    assert not page.desk.look.typing.is_open


def test_a_note_that_is_cleared_leaves_no_draft(page: Any, qtbot: Any) -> None:
    field = _fresh(page)
    field.setFocus()
    qtbot.keyClicks(field, "Private")
    qtbot.waitUntil(lambda: bool(_drafts()), timeout=PAUSE)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    page.window().close()
    assert not _drafts()


def test_a_draft_stands_at_its_record_alone(page: Any, qtbot: Any) -> None:
    first, second = list(page.desk.plan.programmes)[:2]
    page.show_record(second)
    page.desk.drafts.keep(DraftPlace("note", "programmes", first), "Half a note")
    assert _fresh(page).text() == ""
    page.show_record(first)
    assert _fresh(page).text() == "Half a note"
    assert page.desk.look.typing.is_open


def test_a_day_to_come_back_waits_and_goes_when_taken(page: Any, qtbot: Any) -> None:
    field = _fresh(page)
    field.setFocus()
    qtbot.keyClicks(field, "Promised")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    line = next(one for one in page.findChildren(NoteLine) if one._note.text == "Promised")
    line._due.setFocus()
    qtbot.keyClicks(line._due, "10. 1")
    qtbot.waitUntil(lambda: bool(_drafts()), timeout=PAUSE)
    assert page.desk.drafts.text(DraftPlace(FOLLOW_UP, "notes", line._note.id)) == "10. 1"
    qtbot.keyClicks(line._due, "6.")
    qtbot.keyClick(line._due, Qt.Key.Key_Return)
    assert page.desk.plan.notes[line._note.id].follow_up is not None
    assert not _drafts()


def test_a_new_item_being_typed_waits_in_the_line_of_its_day(sample_window: MainWindow, qtbot: Any) -> None:
    frame = sample_window.frame
    assert frame is not None
    sample_window.activateWindow()
    frame.show_page("schedule")
    grid: Any = frame.page("schedule").findChild(MonthView)
    typing = grid.typing
    place = Place(datetime.date(2025, 10, 14))
    typing.new(place, QRect(10, 10, 80, 20))
    qtbot.keyClicks(typing.line.field, "12:10 Half")
    qtbot.waitUntil(lambda: bool(_drafts()), timeout=PAUSE)
    assert frame.desk.look.typing.is_open
    typing.line._close(settled=False)
    typing.new(Place(datetime.date(2025, 10, 15)), QRect(10, 10, 80, 20))
    assert typing.line.field.text() == ""
    typing.new(place, QRect(10, 10, 80, 20))
    assert typing.line.field.text() == "12:10 Half"
    qtbot.keyClick(typing.line.field, Qt.Key.Key_Escape)
    assert not _drafts()
    assert not frame.desk.look.typing.is_open


def test_a_note_begun_in_a_killed_program_stands_there_again(
    sample_file: Path, tmp_path: Path, qtbot: Any, window: MainWindow
) -> None:
    path = tmp_path / "killed.cdplan"
    shutil.copy(sample_file, path)
    opened = OpenPlan.open(path)
    identity, notes = next(iter(opened.plan.programmes)), len(opened.plan.notes)
    opened.close()
    words = [sys.executable, "-c", _TYPES, str(path), identity]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    try:
        assert running.stdout.readline().strip() == "typed"
        qtbot.waitUntil(lambda: bool(_drafts()), timeout=10_000)
        running.send_signal(signal.SIGKILL)
        running.wait(timeout=20)
    finally:
        running.kill()
        running.communicate()
    window.open_path(path)
    qtbot.waitUntil(lambda: window.frame is not None, timeout=5_000)
    page = _page(window)
    page.show_record(identity)
    assert _fresh(page).text() == "She will call on"
    assert (len(page.desk.plan.notes), page.desk.look.typing.is_open) == (notes, True)
