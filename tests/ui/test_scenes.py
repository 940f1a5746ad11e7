"""Every workspace, dialog and state there is a picture of: everything has a name, no text is cut, no two keys are one.

Seen in Korean, English and something longer; wide, and as small as a screen of 1440 x 900 is with text of 150 %.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from director_app.ui.look import Look
from director_app.ui.pictures.scenes import SCENES, Scene
from director_app.ui.pictures.stage import Stage
from director_app.ui.pictures.taking import staged
from director_app.wording import Wording
from tests.architecture.sources import PACKAGE
from tests.ui.walking import LongerEnglish, cut_texts, unnamed

pytestmark = pytest.mark.qt_log_ignore(  # offscreen has no window manager
    "propagateSizeHints", r"raise\(\)", "grabbing the keyboard"
)
WORDINGS: dict[str, Callable[[], Wording]] = {
    "ko": lambda: Wording("ko"),
    "en": lambda: Wording("en"),
    "longer": LongerEnglish,
}
WIDE = (1440, 900)
LARGE_TEXT = (960, 600)
LOOKS = 8
_DIALOG = re.compile(r"^class (\w+)\(QDialog\)", re.MULTILINE)
#: What a large season shows is what a small one shows.
WALKED = tuple(scene for scene in SCENES if scene.season != "practice")
#: The scenes that show a dialog, and which.
DIALOGS = {
    "about": "AboutDialog",
    "keys": "KeysSheet",
    "passphrase": "PassphraseDialog",
    "publish-words": "OwnWordsDialog",
}


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the seasons of the scenes are made, once."""
    return tmp_path_factory.mktemp("scenes")


@pytest.mark.parametrize("scene", WALKED, ids=[scene.name for scene in WALKED])
def test_a_scene(qapp: QApplication, scene: Scene, scratch: Path) -> None:
    """The language changes while the window stands there, as it does for her; a dialog is opened in each anew."""
    wrong, left = [], ["longer"] if scene.season == "empty" else list(WORDINGS)
    while left:
        look = Look(WORDINGS[left[0]](), "light")
        look.apply()
        with staged(scene, look, WIDE, scratch) as stage:
            shown = {type(top).__name__ for top in stage.tops() if isinstance(top, QDialog)}
            assert shown == {DIALOGS[scene.name]} if scene.name in DIALOGS else not shown
            stands = not any(isinstance(top, QDialog | QMenu) for top in stage.tops())
            for language in left if stands else left[:1]:
                look.choose_language(WORDINGS[language]())
                wrong += [
                    f"{language}{place}: {fault}" for place in ("", " at 150 %") for fault in faults(stage, place)
                ]
                left = left[1:]
    assert wrong == []


def faults(stage: Stage, place: str) -> list[str]:
    """What is wrong with the window, wide or at 150 %, and with what stands over it, when all that comes has come."""
    stage.window.resize(*(LARGE_TEXT if place else WIDE))
    found: list[str] = []
    for _look in range(LOOKS):
        stage.settle()
        seen: list[QWidget] = [stage.window, *stage.tops()]
        found = [fault for top in seen for fault in (*unnamed(top), *cut_texts(top), *keys_twice(top))]
        if not found:
            break
    return found


def keys_twice(window: QWidget) -> list[str]:
    """Keys to which two actions that could both be meant answer."""
    meant: dict[str, set[str]] = {}
    for action in (*window.actions(), *window.findChildren(QAction)):
        for key in action.shortcuts() if action.isEnabled() else ():
            meant.setdefault(key.toString(), set()).add(action.text())
    return [f"{key}: {sorted(names)}" for key, names in meant.items() if len(names) > 1]


def test_every_dialog_is_in_a_scene() -> None:
    there = {name for file in PACKAGE.rglob("*.py") for name in _DIALOG.findall(file.read_text(encoding="utf-8"))}
    assert there == set(DIALOGS.values())
    assert {scene.name for scene in WALKED} >= DIALOGS.keys()
