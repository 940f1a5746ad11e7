"""Builds the parts of the window once and connects them: the only place that knows them all."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from director_app import paths
from director_app.wording import message

if TYPE_CHECKING:
    from director_app.ui.look import Look
    from director_app.ui.main_window import MainWindow
    from director_app.ui.one_window import OneWindow

NO_DISPLAY: Final = message(
    "There is no display here to open a window on, but the commands work without one: see `director-app --help`."
)
_NOWHERE_TO_OPEN: Final = 2
_SCALE: Final = "QT_SCALE_FACTOR"
_USUAL_PERCENT: Final = 100
#: Milliseconds until the first picture has gone out to the screen.
_PICTURE_STANDS: Final = 10


def run_window(words: list[str]) -> int:
    """Open the window: with the plan named, with a copy of the sample (``--demo``), or with the start page.

    Returns the exit code, 2 when there is no display. Only what the first paint needs is imported before it.
    """
    if not has_display(words, os.environ, sys.platform):  # Qt would end the process without a word to her
        from director_app.cli.main import language_of, say
        from director_app.wording import Wording

        say(Wording(language_of(words)).text(NO_DISPLAY))
        return _NOWHERE_TO_OPEN
    from director_app.ui.application import Mistakes, make_application, make_look, make_settings
    from director_app.ui.main_window import MainWindow
    from director_app.ui.one_window import OneWindow
    from director_app.ui.questions import AskingUser

    settings = make_settings()
    with text_of_size(settings.present.text_size, os.environ):
        application = make_application(["culture-delivery-director", *words], all_fonts=False)
    wanted = _wanted(words)
    one = OneWindow(paths.config_folder(), application)
    if not one.claim() and one.hand_over(_as_message(wanted)):
        return 0
    look = make_look(settings.present)
    mistakes = Mistakes(application)
    mistakes.install()
    window = MainWindow(look, settings, AskingUser())
    mistakes.happened.connect(window.show_mistake)
    window.restore_place()
    if wanted is not None:
        window.show_waiting()
    window.show()
    application.commitDataRequest.connect(window.finish_typing)
    application.aboutToQuit.connect(window.finish_typing)
    after = _AfterFirstPaint(window, look, wanted, one)
    after.schedule()
    code = application.exec()
    one.release()
    if window.reopens is not None:
        _open_again(window.reopens)
    return code


@contextmanager
def text_of_size(percent: int, variables: MutableMapping[str, str]) -> Iterator[None]:
    """While the application is made, have Qt draw everything so large; what the user set for Qt herself holds.

    Qt reads the factor once, so that it can be taken away again and is not passed on to programs we start.
    """
    if percent == _USUAL_PERCENT or _SCALE in variables:
        yield
        return
    variables[_SCALE] = str(percent / 100)
    try:
        yield
    finally:
        del variables[_SCALE]


def _open_again(plan: str) -> None:
    """Start the program once more, with the plan that was open (empty for none)."""
    from PySide6.QtCore import QProcess

    words = [plan] if plan else []
    if getattr(sys, "frozen", False):
        QProcess.startDetached(sys.executable, words)
    else:
        folder = str(Path(__file__).resolve().parents[1])
        QProcess.startDetached(sys.executable, ["-m", "director_app", *words], folder)


def has_display(words: Sequence[str], variables: Mapping[str, str], platform: str) -> bool:
    """Whether Qt finds something to draw on; only on Linux can there be nothing, unless Qt is told where to draw."""
    if not platform.startswith("linux") or "-platform" in words or "--platform" in words:
        return True
    return any(variables.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


class _AfterFirstPaint:
    """What can wait until the window is on the screen."""

    def __init__(self, window: MainWindow, look: Look, wanted: Path | None, one: OneWindow) -> None:
        self._one = one
        self._window = window
        self._look = look
        self._wanted = wanted

    def schedule(self) -> None:
        """Come back when the events of the first paint are through, unless the window is gone by then."""
        from PySide6.QtCore import QTimer

        # A timer of its own, for `QTimer.singleShot` would call what is gone already.
        self._timer = QTimer(self._window)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._step = self.run
        self._timer.start(_PICTURE_STANDS)

    def _go_on(self) -> None:
        self._step()

    def run(self) -> None:
        """The other fonts, signals and the focus ring from now on; open what was asked for."""
        from PySide6.QtWidgets import QApplication

        from director_app.ui.application import EndingSignals
        from director_app.ui.theme import load_other_fonts
        from director_app.ui.widgets.focus_ring import FocusRing

        ending = EndingSignals(QApplication.instance() or self._window)
        ending.asked.connect(self._window.end)
        ending.listen()
        load_other_fonts()
        self._window.actions_table.retranslate()  # made here; until now there was nothing to press
        self._ring = FocusRing(self._look, self._window)
        self._warm = list(_WARM)
        self._step = self._warm_up
        self._timer.start(200 if self._wanted is None else 0)

    def _warm_up(self) -> None:
        """Import what the first plan needs, one part at a time, so that she never waits for it; then open the plan."""
        if self._warm:
            importlib.import_module(self._warm.pop(0))
            self._timer.start(10 if self._wanted is None else 0)
        else:
            if self._wanted is not None:
                self._open(self._wanted)
            self._listen()

    def _listen(self) -> None:
        """Take what a second start of the program hands over."""
        from director_app.ui.one_window import Forward

        self._forward = Forward(self._window)
        self._forward.opens.connect(self._open_handed)
        self._one.asked.connect(self._forward.take)
        self._one.listen()

    def _open_handed(self, plan: str) -> None:
        if plan == str(_SAMPLE):
            self._window.open_sample()
        else:
            self._window.open_path(Path(plan))

    def _open(self, path: Path) -> None:
        opened = self._window.open_sample() if path == _SAMPLE else self._window.open_path(path)
        if not opened:
            self._window.show_start()


def _wanted(words: list[str]) -> Path | None:
    """Which plan to open at once, None for the start page."""
    if "--demo" in words:
        return _SAMPLE
    before = ["", *words]  # what follows an option of Qt's (-platform xcb) belongs to it
    found = (word for word, last in zip(words, before, strict=False) if not word.startswith("-") and last[:1] != "-")
    return next((Path(word) for word in found), None)


def _as_message(wanted: Path | None) -> str:
    """What the window that is open is told; a path is told whole, it may run in another folder."""
    if wanted is None:
        return ""
    return str(wanted if wanted == _SAMPLE else wanted.absolute())


_SAMPLE = Path("--demo")
"""Stands for our copy of the sample season."""

_WARM = (
    "director_app.domain.edits",
    "director_app.domain.plan",
    "director_app.store.plan_store",
    "director_app.operations.whole_plans",
    "director_app.planner.checks",
    "director_app.operations.sentences",
    "director_app.ui.desk",
    "director_app.ui.frame.inspector",
    "director_app.ui.frame.check_bar",
    "director_app.ui.plans",
    "director_app.ui.schedule.grid_view",
    "director_app.ui.pages.schedule_page",
)
"""In the order of their dependence, each a short import."""
