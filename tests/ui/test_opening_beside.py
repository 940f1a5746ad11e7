"""A large plan is opened beside the window: shown when it is there, refused in a sentence, closed when given up."""

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest

from director_app.operations.open_plan import OpenPlan
from director_app.ui import opening_beside
from director_app.ui.main_window import MainWindow
from director_app.ui.opening_beside import OpeningBeside
from director_app.ui.pages.waiting_page import WaitingPage
from director_app.ui.widgets.buttons import Button


@pytest.fixture
def large_file(sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample that counts as large."""
    monkeypatch.setattr(opening_beside, "LARGE_FILE", 1)
    return Path(shutil.copy(sample_file, tmp_path / "large.cdplan"))


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Openings wait until this is set."""
    event, opening = threading.Event(), OpenPlan.open

    def open_later(path: Path) -> OpenPlan:
        assert event.wait(10)
        return opening(path)

    monkeypatch.setattr(OpenPlan, "open", open_later)
    return event


def _is_writable(path: Path) -> bool:
    open_plan = OpenPlan.open(path)
    open_plan.close()
    return open_plan.read_only is None


def _give_up(window: MainWindow) -> None:
    waiting = window.findChild(WaitingPage)
    assert waiting is not None
    button = waiting.findChild(Button)
    assert button is not None
    button.click()


def _shows_writable(window: MainWindow) -> bool:
    return window.frame is not None and window.frame.isVisible() and not window.frame.desk.is_read_only


def _wait_for_threads() -> None:
    for thread in threading.enumerate():
        if thread.name == "opening":
            thread.join(10)


def test_it_is_shown_when_it_is_there(window: MainWindow, large_file: Path, qtbot: Any) -> None:
    assert window.open_path(large_file)
    assert window.frame is None
    assert window.findChild(WaitingPage) is not None
    qtbot.waitUntil(lambda: _shows_writable(window))
    window.close_plan()
    assert _is_writable(large_file)


def test_what_prevents_it_is_said(window: MainWindow, large_file: Path, qtbot: Any) -> None:
    large_file.write_bytes(b"no plan")
    assert window.open_path(large_file)
    qtbot.waitUntil(lambda: window.start_page.isVisible() and len(window.start_page.messages()) == 1)


def test_given_up_it_is_closed_when_it_arrives(
    window: MainWindow, large_file: Path, door: threading.Event, qtbot: Any
) -> None:
    window.open_path(large_file)
    _give_up(window)
    assert window.start_page.isVisible()
    door.set()
    _wait_for_threads()
    qtbot.waitUntil(lambda: _is_writable(large_file))
    assert window.frame is None


def test_a_window_that_goes_leaves_no_plan_open(window: MainWindow, large_file: Path, door: threading.Event) -> None:
    window.open_path(large_file)
    window.close()
    door.set()
    _wait_for_threads()
    assert _is_writable(large_file)


def test_wanted_again_it_is_not_locked_by_itself(
    window: MainWindow, large_file: Path, door: threading.Event, qtbot: Any
) -> None:
    window.open_path(large_file)
    _give_up(window)
    window.open_path(large_file)
    door.set()
    qtbot.waitUntil(lambda: _shows_writable(window))


def test_a_plan_that_was_there_already_is_closed_too(large_file: Path) -> None:
    beside = OpeningBeside()
    beside.begin(large_file)
    _wait_for_threads()
    beside.give_up()
    assert _is_writable(large_file)
