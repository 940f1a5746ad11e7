"""What tests of the window share: a look, the sample plan in a file of its own, a desk, a whole window."""

import multiprocessing
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from director_app.operations.open_plan import OpenPlan
from director_app.operations.whole_plans import start_empty
from director_app.preferences import Preferences
from director_app.ui.application import make_application
from director_app.ui.background import Background
from director_app.ui.desk import Desk, Message
from director_app.ui.look import Look
from director_app.ui.main_window import MainWindow
from director_app.ui.questions import FixedAnswers
from director_app.ui.settings import Settings
from director_app.ui.workspaces.page import Page
from director_app.wording import Wording


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """One application with our style and fonts for all tests."""
    return make_application(["tests"])


@pytest.fixture(autouse=True)
def nothing_leaks() -> Iterator[None]:
    """A test ends its windows, timers, threads and processes itself; what goes on would disturb the next one."""
    threads = set(threading.enumerate())
    windows = set(_shown_windows())
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [f"window {type(one).__name__}" for one in _shown_windows() if one not in windows]
    left += [f"thread {one.name}" for one in set(threading.enumerate()) - threads if not one.daemon]
    left += [f"process {one.name}" for one in multiprocessing.active_children()]
    left += [f"timer in {type(timer.parent()).__name__}" for timer in _running_timers()]
    assert not left


def _shown_windows() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def _running_timers() -> list[QTimer]:
    """Timers of windows that are still there though closed, and of the application itself."""
    homes = [*QApplication.topLevelWidgets(), *filter(None, [QApplication.instance()])]
    return [timer for home in homes for timer in home.findChildren(QTimer) if timer.isActive()]


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """Korean and light."""
    made = Look(Wording("ko"), "light")
    made.apply()
    return made


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[OpenPlan]:
    """A copy of the sample season, open."""
    path = tmp_path / "sample.cdplan"
    shutil.copy(sample_file, path)
    open_plan = OpenPlan.open(path)
    yield open_plan
    open_plan.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[OpenPlan]:
    """An empty season, open."""
    open_plan = start_empty(tmp_path / "empty.cdplan")
    yield open_plan
    open_plan.close()


@pytest.fixture
def make_desk(look: Look, qapp: QApplication) -> Iterator[Callable[[OpenPlan], Desk]]:
    """Makes a desk around an open plan; closed after the test."""
    made: list[Desk] = []

    def make(open_plan: OpenPlan) -> Desk:
        desk = Desk(open_plan, look, Background(), FixedAnswers())
        made.append(desk)
        return desk

    yield make
    for desk in made:
        desk.background.close()
        desk.close()


@pytest.fixture
def desk(sample: OpenPlan, make_desk: Callable[[OpenPlan], Desk]) -> Desk:
    """A desk with the sample season."""
    return make_desk(sample)


@pytest.fixture
def window(qtbot: Any, look: Look) -> Iterator[MainWindow]:
    """A whole window on its start page, shown at the reference size."""
    made = MainWindow(look, Settings(Preferences(), keeps=False), FixedAnswers())
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    yield made
    made.close()


@pytest.fixture
def sample_window(window: MainWindow, sample_file: Path, tmp_path: Path, qtbot: Any) -> MainWindow:
    """A window with a copy of the sample open and looked at by the planner."""
    path = tmp_path / "open.cdplan"
    shutil.copy(sample_file, path)
    assert window.open_path(path)
    frame = window.frame
    assert frame is not None
    qtbot.waitUntil(lambda: frame.desk.live_check is not None and frame.desk.search is not None)
    return window


@pytest.fixture
def show_page(make_desk: Callable[[OpenPlan], Desk], qtbot: Any) -> Callable[..., Any]:
    """Shows a page of a type for a plan; `page.said` collects what the window would say."""

    def show(page_type: type[Page], open_plan: OpenPlan, size: tuple[int, int] = (1380, 820)) -> Any:
        desk = make_desk(open_plan)
        said: list[Message] = []
        went: list[tuple[str, object]] = []
        desk.said.connect(said.append)
        desk.went.connect(lambda page, subject: went.append((page, subject)))
        window = QWidget()
        window.setMinimumSize(400, 300)
        page: Any = page_type(desk, window)
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        for widget in (*page.toolbar_left(), *page.toolbar_right()):
            widget.setParent(window)
        qtbot.addWidget(window)
        page.said, page.went, page.holder = said, went, window
        window.resize(*size)
        page.plan_replaced()
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return page

    return show
