"""Nothing that is typed is ever lost: it is in the file after a pause, and whatever ends the typing writes it."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from director_app.domain.ids import ProgrammeId
from director_app.operations.open_plan import OpenPlan
from director_app.ui.frame.item_fields import ItemField
from director_app.ui.look import Look
from director_app.ui.main_window import MainWindow
from director_app.ui.models.record_table import Role
from director_app.ui.widgets.fields import TextField

PAUSE = 2500  # a busy computer may rest longer than she does
QUICK_MS = 150  # long enough that nobody types past it

_TYPES = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from director_app.startup import run_window
from director_app.ui.application import make_application
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
    field = page.form.title.input
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Typed and not left")
    print("typed", flush=True)

QTimer.singleShot(50, look)
sys.exit(run_window([sys.argv[1]]))
"""


def in_file(path: Path, identity: str, field: str = "title") -> Any:
    """What another program reads in the file while the window has it open."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute(f"SELECT {field} FROM programmes WHERE id = ?", (identity,)).fetchone()[0]


@pytest.fixture(autouse=True)
def _short_pauses(look: Look) -> None:
    """Nobody here rests for as long as a director does."""
    look.typing.pause_ms = QUICK_MS


@pytest.fixture
def typing_page(sample_window: MainWindow, qtbot: Any) -> Any:
    """The workspace of programmes, with the cursor in the title of one."""
    frame = sample_window.frame
    assert frame is not None
    sample_window.activateWindow()
    frame.show_page("programmes")
    page: Any = frame.page("programmes")
    qtbot.waitUntil(lambda: page.editor.record is not None)
    page.form.title.input.setFocus()
    qtbot.waitUntil(page.form.title.input.hasFocus)
    page.form.title.input.selectAll()
    return page


def _compose(field: Any, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def _mark(page: Any) -> str:
    return str(page.window().frame.check_bar._saved.text())


def test_a_pause_writes_the_title_and_the_mark_says_so(typing_page: Any, qtbot: Any) -> None:
    page, field, path = typing_page, typing_page.form.title.input, typing_page.desk.open_plan.path
    before, steps = page.editor.record, len(page.desk.open_plan.steps(100))
    qtbot.keyClicks(field, "Evening ")
    assert _mark(page) == "저장 전…"
    qtbot.waitUntil(lambda: in_file(path, before.id) == "Evening", timeout=PAUSE)
    assert _mark(page).startswith("저장")
    assert (field.text(), field.cursorPosition(), field.hasFocus()) == ("Evening ", 8, True)
    qtbot.keyClicks(field, "walk")
    assert _mark(page) == "저장 전…"
    qtbot.waitUntil(lambda: in_file(path, before.id) == "Evening walk", timeout=PAUSE)
    page.pane.search.setFocus()
    assert len(page.desk.open_plan.steps(100)) == steps + 1
    page.desk.undo()
    assert (in_file(path, before.id), field.text()) == (before.title, before.title)


def test_undo_while_typing_takes_back_the_whole_stay(typing_page: Any, qtbot: Any) -> None:
    page, field = typing_page, typing_page.form.title.input
    before = page.editor.record
    qtbot.keyClicks(field, "half")
    qtbot.waitUntil(lambda: page.editor.record.title == "half", timeout=PAUSE)
    qtbot.keyClicks(field, " and more")
    page.desk.undo()
    assert (page.editor.record, field.text()) == (before, before.title)
    page.desk.redo()
    assert page.editor.record.title == "half and more"


def test_escape_takes_back_what_the_pauses_wrote(typing_page: Any, qtbot: Any) -> None:
    page, field = typing_page, typing_page.form.title.input
    before = page.editor.record
    qtbot.keyClicks(field, "wrong")
    qtbot.waitUntil(lambda: page.editor.record.title == "wrong", timeout=PAUSE)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (page.editor.record, field.text()) == (before, before.title)
    assert not page.desk.look.typing.is_open


def test_a_text_of_several_lines_is_kept_too(typing_page: Any, qtbot: Any) -> None:
    page = typing_page
    lines = next(one for one in page.findChildren(TextField) if one.isVisible() and not one.isReadOnly())
    lines.setFocus()
    lines.selectAll()
    qtbot.keyClicks(lines, "A long description ")
    cursor = lines.textCursor().position()
    qtbot.waitUntil(lambda: "A long description" in repr(page.editor.record), timeout=PAUSE)
    assert lines.textCursor().position() == cursor
    assert lines.toPlainText() == "A long description "


def _rest(qtbot: Any, field: Any) -> None:
    """No key for as long as a pause lasts."""
    pause = next(one for one in field.findChildren(QTimer) if one.interval() == QUICK_MS and one.isActive())
    with qtbot.waitSignal(pause.timeout, timeout=PAUSE):
        pass


def test_a_syllable_being_composed_is_never_cut(typing_page: Any, qtbot: Any) -> None:
    page, field = typing_page, typing_page.form.title.input
    before = page.editor.record
    _compose(field, "", "가을 ")
    _compose(field, "ㅂ")
    _rest(qtbot, field)
    assert page.editor.record == before
    _compose(field, "밤")
    assert (field.text(), _mark(page)) == ("가을 ", "저장 전…")
    _compose(field, "", "밤")
    qtbot.waitUntil(lambda: page.editor.record.title == "가을 밤", timeout=PAUSE)
    assert field.text() == "가을 밤"


def test_save_writes_the_syllable_too_and_lets_it_grow_on(typing_page: Any, qtbot: Any) -> None:
    page, field = typing_page, typing_page.form.title.input
    _compose(field, "", "가을 ")
    _compose(field, "바")
    page.window().actions_table["saved"].trigger()
    assert page.editor.record.title == "가을 바"
    _compose(field, "", "밤")
    qtbot.waitUntil(lambda: page.editor.record.title == "가을 밤", timeout=PAUSE)
    assert field.text() == "가을 밤"


def test_what_is_not_understood_is_left_alone_by_a_pause(typing_page: Any, qtbot: Any) -> None:
    page = typing_page
    before = page.editor.record
    bound = page.form.duration.fields[1]
    bound.input.setFocus()
    bound.input.selectAll()
    qtbot.keyClicks(bound.input, "40 m x")
    _rest(qtbot, bound.input)
    assert (bound.input.text(), bound.sentence, page.editor.record) == ("40 m x", "", before)
    assert _mark(page) == "저장 전…"
    page.window().actions_table["saved"].trigger()
    assert bound.sentence
    assert (bound.input.text(), bound.input.hasFocus()) == ("40 m x", True)
    assert _mark(page) == "저장 전…"
    qtbot.keyClick(bound.input, Qt.Key.Key_Escape)
    assert not page.desk.look.typing.is_open


@pytest.mark.parametrize("how", ["save", "page", "record", "copy", "session"])
def test_whatever_she_does_next_writes_it_first(typing_page: Any, qtbot: Any, how: str) -> None:
    page, path = typing_page, typing_page.desk.open_plan.path
    identity, other = page.editor.id, page.model.ids()[3]
    qtbot.keyClicks(page.form.title.input, "Now")
    acts: dict[str, Callable[[], object]] = {
        "save": page.window().actions_table["saved"].trigger,
        "page": lambda: page.desk.go_to("overview"),
        "record": lambda: page.show_record(other),
        "copy": page.window().save_copy,
        "session": page.window().finish_typing,
    }
    acts[how]()
    assert in_file(path, identity) == "Now"
    assert not page.desk.look.typing.is_open
    assert how != "record" or page.editor.record.title != "Now"


def test_closing_the_window_writes_it(typing_page: Any, qtbot: Any) -> None:
    path, identity = typing_page.desk.open_plan.path, typing_page.editor.id
    qtbot.keyClicks(typing_page.form.title.input, "Closed")
    typing_page.window().close()
    assert in_file(path, identity) == "Closed"


@pytest.mark.parametrize("is_decided", [True, False])
def test_a_field_of_the_inspector_is_kept_and_undone_as_one(
    sample_window: MainWindow, qtbot: Any, *, is_decided: bool
) -> None:
    """Also at once, while further sections of the inspector are still being made."""
    frame = sample_window.frame
    assert frame is not None
    sample_window.activateWindow()
    one = next(
        one
        for one in sorted(frame.desk.plan.deliveries.values())
        if one.date is not None and (one.start is not None) == is_decided and not one.is_locked
    )
    frame.desk.select([("deliveries", one.id)])
    fields = frame.inspector.findChildren(ItemField)
    field: Any = next(made for made in fields if made.spec.path == "span" and made.isVisible())
    field.input.setFocus()
    field.input.selectAll()
    qtbot.waitUntil(field.input.hasFocus)
    qtbot.keyClicks(field.input, "18:00")
    qtbot.waitUntil(lambda: frame.desk.plan.deliveries[one.id].start == 18 * 60, timeout=PAUSE)
    assert (field.input.text(), field.input.hasFocus()) == ("18:00", True)
    qtbot.keyClicks(field.input, "~19:30")
    qtbot.waitUntil(lambda: frame.desk.plan.deliveries[one.id].end == 19 * 60 + 30, timeout=PAUSE)
    frame.undo()
    assert frame.desk.plan.deliveries[one.id] == one


def test_the_open_cell_of_a_table_is_written_by_save(typing_page: Any, qtbot: Any) -> None:
    page = typing_page
    table = page.form.rounds
    programme = next(
        one.programme for one in page.desk.plan.deliveries.values() if one.programme and one.start is not None
    )
    page.show_record(programme)
    place = next(index for index, column in enumerate(table.rounds.columns) if column.key == "time")
    index = table.rounds.index(0, place)
    identity = index.data(Role.ID)
    table.edit(index)
    editor = table.delegate._editor
    editor.selectAll()
    qtbot.keyClicks(editor, "18:05")
    assert _mark(page) == "저장 전…"
    page.window().actions_table["saved"].trigger()
    assert page.desk.plan.deliveries[identity].start == 18 * 60 + 5
    assert not page.desk.look.typing.is_open


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_program_has_kept_what_was_typed(sample_file: Path, tmp_path: Path, qtbot: Any, end: int) -> None:
    path = tmp_path / "killed.cdplan"
    shutil.copy(sample_file, path)
    opened = OpenPlan.open(path)
    identity = next(iter(opened.plan.programmes))
    opened.close()
    words = [sys.executable, "-c", _TYPES, str(path), identity]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert running.stdout is not None
    try:
        assert running.stdout.readline().strip() == "typed"
        if end == signal.SIGKILL:  # it asks nobody: only what a pause has written is there
            qtbot.waitUntil(lambda: in_file(path, identity) == "Typed and not left", timeout=10_000)
        running.send_signal(end)
        code = running.wait(timeout=20)
    finally:
        running.kill()
        running.communicate()
    again = OpenPlan.open(path)
    assert again.plan.programmes[ProgrammeId(identity)].title == "Typed and not left"
    again.close()
    assert end == signal.SIGKILL or code == 0
