"""Pictures of every workspace, made from the running program: for the README, the demo and the eye."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QWidget

from director_app.preferences import Preferences
from director_app.ui.application import make_application
from director_app.ui.frame.plan_frame import PAGES
from director_app.ui.look import Look
from director_app.ui.main_window import MainWindow
from director_app.ui.questions import FixedAnswers
from director_app.ui.settings import Settings
from director_app.wording import Wording

Size = tuple[int, int]
WIDE: Final = (1440, 900)
SMALL: Final = (1280, 720)
_PATIENCE_MS = 20_000
_QUIET_MS = 100
_PAUSE_OF_TYPING_MS = 300
_AFTER_OPENING_MS = 400
"""Names of holidays and the like come a moment after a plan is open."""


def write_pictures(
    out_dir: Path,
    plan_path: Path | None,
    languages: Sequence[str] = ("ko", "en"),
    themes: Sequence[Literal["light", "dark"]] = ("light", "dark"),
    sizes: Iterable[Size] = (WIDE,),
    pages: Iterable[str] = tuple(PAGES),
) -> list[Path]:
    """Write a PNG of the start page and of each workspace in every combination; returns the files written.

    The names say what is seen: ``schedule-ko-light-1440x900.png``. ``plan_path`` None writes the start page only.

    Raises:
        RuntimeError: when the window does not open the plan.
    """
    application = make_application(["pictures"])
    out_dir.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for language, theme, size in itertools.product(languages, themes, tuple(sizes)):
        look = Look(Wording(language), theme)
        look.apply()
        window = MainWindow(look, Settings(Preferences(), keeps=False), FixedAnswers())
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(*size)
        window.show()
        ending = f"{language}-{theme}-{size[0]}x{size[1]}.png"
        written.append(_picture(window, out_dir / f"start-{ending}"))
        if plan_path is not None:
            if not window.open_path(plan_path):
                raise RuntimeError(f"The window did not open {plan_path.name}.")
            _settle(window, _AFTER_OPENING_MS)
            for key in pages:
                written += _page_pictures(window, key, out_dir / f"{key}-{ending}")
        window.close_plan()
        window.hide()
        window.deleteLater()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return written


def _page_pictures(window: MainWindow, key: str, target: Path) -> list[Path]:
    """The page as it opens, and its further states."""
    frame = window.frame
    if frame is None:
        return []
    frame.show_page(key)
    written = [_picture(window, target)]
    page = frame.page(key)
    ending = target.name.removeprefix(f"{key}-")
    for state in page.state_for_pictures():
        page.show_subject(state)
        written.append(_picture(window, target.with_name(f"{key}-{state}-{ending}")))
    return written


def _picture(window: QWidget, target: Path) -> Path:
    _settle(window)
    window.grab().save(str(target))
    return target


def _settle(window: QWidget, quiet_ms: int = _QUIET_MS) -> None:
    """Let layouts, jobs and delayed painting come to rest; there is no user whose clicks could interleave."""
    patience = QDeadlineTimer(_PATIENCE_MS)
    frame = getattr(window, "frame", None)
    quiet = QDeadlineTimer(quiet_ms)
    while not quiet.hasExpired() and not patience.hasExpired():
        turn = QEventLoop()
        QTimer.singleShot(10, turn, turn.quit)
        turn.exec()
        if (frame is not None and frame.desk.background.is_busy) or _is_about_to_work(window):
            quiet = QDeadlineTimer(quiet_ms)


def _is_about_to_work(window: QWidget) -> bool:
    """Whether something waits for a pause of typing, as the preview of a page does."""
    timers = window.findChildren(QTimer)
    return any(each.isActive() and each.isSingleShot() and each.interval() <= _PAUSE_OF_TYPING_MS for each in timers)
