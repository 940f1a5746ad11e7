"""Takes the pictures: for each language, theme and size one window, and in it one scene after the other."""

from __future__ import annotations

import fnmatch
import itertools
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from director_app.operations import whole_plans
from director_app.operations.open_plan import OpenPlan
from director_app.preferences import Preferences
from director_app.ui.application import make_application
from director_app.ui.look import Look
from director_app.ui.main_window import MainWindow
from director_app.ui.pictures.scenes import PRACTICE_SIZE, SCENES, Scene, SeasonKind
from director_app.ui.pictures.stage import Stage
from director_app.ui.questions import FixedAnswers
from director_app.ui.settings import Settings
from director_app.wording import Wording

Size = tuple[int, int]
WIDE: Final = (1440, 900)
_AFTER_OPENING_MS = 400
"""Names of holidays and the like come a moment after a plan is open."""
_LOOKS = 60
"""So often is looked whether a large season is open; a busy machine takes its time."""

_SEASONS: Final[Mapping[SeasonKind, Callable[[Path], OpenPlan]]] = MappingProxyType(
    {
        "sample": whole_plans.start_sample,
        "empty": whole_plans.start_empty,
        "practice": lambda path: whole_plans.start_practice(path, PRACTICE_SIZE),
    }
)


class Wanted(NamedTuple):
    """Which pictures: every scene whose name fits one of ``names`` (as file names do, ``schedule*``), everywhere."""

    names: tuple[str, ...] = ("*",)
    languages: tuple[str, ...] = ("ko", "en")
    themes: tuple[str, ...] = ("light", "dark")
    sizes: tuple[Size, ...] = (WIDE,)
    seasons: tuple[SeasonKind, ...] = ("none", "sample", "empty", "practice")

    def scenes(self) -> list[Scene]:
        """The scenes in the order of the table."""
        return [
            one
            for one in SCENES
            if one.season in self.seasons and any(fnmatch.fnmatch(one.name, name) for name in self.names)
        ]


def write_pictures(out_dir: Path, wanted: Wanted) -> Generator[Path]:
    """Write a PNG of each scene in every combination, and tell each file when it is written.

    The names say what is seen: ``schedule-ko-light-1440x900.png``, the size in pixels of the picture.

    Raises:
        RuntimeError: when the window does not open a season.
    """
    make_application(["pictures"])
    out_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="director-pictures-") as name:
        scratch = Path(name)
        for language, theme, size in itertools.product(wanted.languages, wanted.themes, wanted.sizes):
            look = Look(Wording(language), "dark" if theme == "dark" else "light")
            look.apply()
            for scene in wanted.scenes():
                with staged(scene, look, size, scratch) as stage:
                    picture = stage.picture()
                ending = f"{language}-{theme}-{picture.width()}x{picture.height()}"
                target = out_dir / f"{scene.name}-{ending}.png"
                picture.save(str(target))
                yield target


@contextmanager
def staged(scene: Scene, look: Look, size: Size, scratch: Path) -> Iterator[Stage]:
    """A scene as it is seen. Each has a window of its own: the one before may have opened or folded parts of it.

    Raises:
        RuntimeError: when the window does not open the season.
    """
    window = MainWindow(look, Settings(Preferences(), keeps=False), FixedAnswers())
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(*size)
    window.show()
    stage = Stage(window, scratch)
    try:
        if scene.season != "none":
            _open(stage, scene.season)
        scene.show(stage)
        stage.settle()
        yield stage
        stage.clear()
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _open(stage: Stage, season: SeasonKind) -> None:
    path = _fresh(season, stage.scratch)
    if not stage.window.open_path(path):
        raise RuntimeError(f"The window did not open {path.name}.")
    stage.settle(_AFTER_OPENING_MS)
    for _look in range(_LOOKS):  # a large season is read beside the window
        if stage.window.frame is not None:
            break
        stage.settle(_AFTER_OPENING_MS)


def _fresh(season: SeasonKind, scratch: Path) -> Path:
    """A copy of a season; made once, since the practice season takes a while."""
    kept, path = scratch / f"{season}-kept.cdplan", scratch / f"{season}.cdplan"
    if not kept.exists():
        _SEASONS[season](kept).close()
    for old in scratch.glob(f"{path.name}*"):
        old.unlink()
    shutil.copy(kept, path)
    return path
