"""A second start of the program hands its plan to the window that is open."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from director_app.ui.one_window import Forward, OneWindow

_SECOND = """
import sys
from director_app.startup import run_window
sys.exit(run_window(sys.argv[1:]))
"""

_CRASHES = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from director_app.ui.one_window import OneWindow
application = QCoreApplication([])
one = OneWindow(Path(sys.argv[1]))
assert one.claim() and one.listen()
os._exit(9)
"""


def _first(folder: Path, qapp: Any) -> tuple[OneWindow, list[str]]:
    one = OneWindow(folder, qapp)
    assert one.claim()
    heard: list[str] = []
    one.asked.connect(heard.append)
    assert one.listen()
    return one, heard


def test_a_second_start_hands_over_its_plan_and_ends(qtbot: Any, qapp: Any, tmp_path: Path) -> None:
    from director_app import paths

    one, heard = _first(paths.config_folder(), qapp)
    plan = tmp_path / "가을 시즌.cdplan"
    second = subprocess.Popen([sys.executable, "-c", _SECOND, str(plan)])
    try:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    finally:
        second.kill()
        second.wait()
        one.release()
    assert second.returncode == 0
    assert heard == [str(plan)]


def test_after_a_crash_the_lock_and_the_socket_are_taken_over(qapp: Any, tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", _CRASHES, str(tmp_path)], check=False, timeout=20)
    assert done.returncode == 9
    one, _heard = _first(tmp_path, qapp)
    one.release()


def test_a_window_that_does_not_answer_keeps_nobody_from_her_work(qapp: Any, tmp_path: Path) -> None:
    first, second = OneWindow(tmp_path, qapp), OneWindow(tmp_path, qapp)
    assert first.claim()
    assert not second.claim()
    assert not second.hand_over("a.cdplan", patience=0.1)
    first.release()
    assert second.claim()
    second.release()


def test_where_no_lock_can_be_written_the_window_opens_all_the_same(qapp: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    one = OneWindow(tmp_path / "file" / "below", qapp)
    assert one.claim()
    assert not one.listen()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_window_comes_forward_and_the_plan_waits_for_the_dialog(qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    forward = Forward(window)
    opened: list[str] = []
    forward.opens.connect(opened.append)
    dialog = QDialog(window)
    dialog.open()
    forward.take("/a.cdplan")
    assert not window.isMinimized()
    assert opened == []
    dialog.close()
    qtbot.waitUntil(lambda: opened == ["/a.cdplan"])
