"""What every test gets: folders of its own, no display needed, and a room that must be left as it was found."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import hypothesis
import pytest

from director_app.wording import Wording

hypothesis.settings.register_profile(
    "house",
    max_examples=60,
    deadline=None,  # two tests share a machine with others: time is measured in benchmarks/, not here
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[hypothesis.HealthCheck.too_slow, hypothesis.HealthCheck.function_scoped_fixture],
)
hypothesis.settings.load_profile("house")


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans and preferences of a test go to its own folder, never to the user's."""
    monkeypatch.setenv("DIRECTOR_DATA_DIR", str(tmp_path / "user-data"))
    monkeypatch.setenv("DIRECTOR_CONFIG_DIR", str(tmp_path / "user-config"))


@pytest.fixture(params=["ko", "en"])
def wording(request: pytest.FixtureRequest) -> Wording:
    """The texts of each language in turn."""
    return Wording(request.param)


@pytest.fixture
def korean() -> Wording:
    """Korean texts."""
    return Wording("ko")


@pytest.fixture
def english() -> Wording:
    """English texts."""
    return Wording("en")


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty plan, to be copied: making a schema takes longer than most tests."""
    from director_app.operations.open_plan import OpenPlan

    path = tmp_path_factory.mktemp("template") / "empty.cdplan"
    OpenPlan.create(path).close()
    return path


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample season, written once and never to be written to; tests get copies."""
    from director_app.operations.whole_plans import start_sample

    path = tmp_path_factory.mktemp("sample") / "sample.cdplan"
    start_sample(path).close()
    return path


@pytest.fixture
def plan_file(empty_file: Path, tmp_path: Path) -> Path:
    """An empty plan of this test's own."""
    return Path(shutil.copy(empty_file, tmp_path / "구미 2025.cdplan"))


@pytest.fixture
def korean_typing(qtbot: Any) -> Callable[..., None]:
    """Types Korean as an input method does: `korean_typing(widget, "봄밤")`.

    With `composing=` the last syllable stays in composition, as it does when a user presses a button in mid-word.
    Key clicks with other than ASCII letters end the interpreter, so they are no way to do this.
    """
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication, QWidget

    def type_into(widget: QWidget, text: str, *, composing: str = "") -> None:
        widget.setFocus()
        for syllable in text:
            event = QInputMethodEvent(syllable, [])
            event.setCommitString("")
            QApplication.sendEvent(widget, event)
            done = QInputMethodEvent("", [])
            done.setCommitString(syllable)
            QApplication.sendEvent(widget, done)
        if composing:
            QApplication.sendEvent(widget, QInputMethodEvent(composing, []))

    return type_into


@pytest.fixture(autouse=True)
def tidy_room(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with windows: nothing may be visible, no timer of ours running, no worker busy."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    qapp = request.getfixturevalue("qapp")
    yield  # pytest-qt has closed the widgets given to it before this goes on
    left = _left_behind(qapp)
    assert not left, f"left behind by this test: {', '.join(left)}"


def _left_behind(qapp: Any) -> list[str]:
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer

    QThreadPool.globalInstance().waitForDone(2000)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()
    left = [f"visible {_named(widget)}" for widget in qapp.topLevelWidgets() if widget.isVisible()]
    for timer in qapp.findChildren(QTimer):  # those of closed windows went with them
        if timer.isActive():
            left.append(f"running {_named(timer)}")
            timer.stop()
    if QThreadPool.globalInstance().activeThreadCount():
        left.append("a worker still running")
    for widget in qapp.topLevelWidgets():
        if widget.isVisible():
            widget.hide()
            widget.deleteLater()
    return left


def _named(thing: Any) -> str:
    return f"{type(thing).__name__} {thing.objectName()!r}"
