"""From the command line to a window: the start page, a plan, the sample, and what is no plan."""

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from director_app.startup import run_window
from director_app.ui.main_window import MainWindow

Run = Callable[[list[str], Callable[[MainWindow], bool]], MainWindow]


@pytest.fixture
def run(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the program until a condition holds, then closes its window."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def run_until(words: list[str], done: Callable[[MainWindow], bool]) -> MainWindow:
        seen: list[MainWindow] = []

        def until_done(_application: object = None) -> int:
            window = next(one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible())
            seen.append(window)
            deadline = time.monotonic() + 20
            while not done(window) and time.monotonic() < deadline:
                qapp.processEvents()
            return 0

        monkeypatch.setattr(QApplication, "exec", until_done)
        assert run_window(words) == 0
        assert done(seen[0])
        seen[0].close()
        seen[0].deleteLater()
        return seen[0]

    return run_until


def _is_open(window: MainWindow) -> bool:
    return window.frame is not None


def test_without_words_there_is_the_start_page(run: Run) -> None:
    run([], lambda window: window.start_page.isVisible())


def test_a_plan_named_is_opened(run: Run, sample_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "named.cdplan"
    shutil.copy(sample_file, path)
    run([str(path)], _is_open)


def test_the_demo_opens_a_copy_of_the_sample(run: Run) -> None:
    run(["--demo"], _is_open)


def test_what_is_not_there_is_said_on_the_start_page(run: Run, tmp_path: Path) -> None:
    run([str(tmp_path / "nothing.cdplan")], lambda window: bool(window.start_page.messages()))
