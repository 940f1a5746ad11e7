"""A large plan is opened beside the window: shown when it is there, refused in a sentence, closed when given up."""

import datetime
import shutil
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from director_app.domain.edits import Remove
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.season import Season
from director_app.operations.open_plan import OpenPlan, StepName
from director_app.ui import opening_beside
from director_app.ui.frame import checker
from director_app.ui.frame.checker import Checker
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


def test_what_comes_next_is_told_before_the_whole_is_looked_at(
    make_desk: Any, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checker, "MANY", 0)
    start = datetime.date.today() + datetime.timedelta(days=2)
    late = start + datetime.timedelta(days=60)
    records = [
        Season(SEASON, last_day=start - datetime.timedelta(days=30)),
        Delivery(DeliveryId("soon"), date=start, status=Status.CONFIRMED),
        Delivery(DeliveryId("late"), date=late, status=Status.CONFIRMED),
    ]
    with closing(OpenPlan.create_with(tmp_path / "two.cdplan", Plan.of(records))) as open_plan:
        desk = make_desk(open_plan)
        told: list[set[str]] = []
        desk.problems_changed.connect(lambda found: told.append({one for each in found for one in each.deliveries}))
        watching = Checker(desk)
        qtbot.waitUntil(lambda: desk.live_check is not None)
        assert told[0] == {"soon"}
        assert told[-1] == {"soon", "late"}
        del watching
        desk.background.close()


def test_what_was_found_first_goes_with_the_record_it_was_about(
    make_desk: Any, tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checker, "MANY", 0)
    start = datetime.date.today() + datetime.timedelta(days=2)
    soon = DeliveryId("soon")
    records = [Season(SEASON, last_day=start - datetime.timedelta(days=30)), Delivery(soon, date=start)]
    with closing(OpenPlan.create_with(tmp_path / "one.cdplan", Plan.of(records))) as open_plan:
        desk = make_desk(open_plan)
        watching = Checker(desk)
        removing = _Removing(desk, soon)
        desk.problems_changed.connect(removing.once)
        qtbot.waitUntil(lambda: desk.live_check is not None)
        assert removing.is_done
        assert desk.problems == ()
        del watching
        desk.background.close()


class _Removing:
    """Removes a delivery as soon as something is told of it."""

    def __init__(self, desk: Any, name: DeliveryId) -> None:
        self._desk, self._name = desk, name
        self.is_done = False

    def once(self, found: Any) -> None:
        """What is told now speaks of a record that is about to go."""
        if found and self._desk.live_check is None:
            self._desk.perform(Remove("deliveries", self._name), StepName("remove"))
            self.is_done = self._desk.problems == ()
