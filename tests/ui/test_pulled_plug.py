"""The plug is pulled in the middle of planning a week: what was done is there, and undo still works."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from director_app.operations.open_plan import OpenPlan
from tests.ui.test_one_week import PLAN, from_nothing

PLACED = 6
"""After so many dates the plug is pulled."""
HERE = Path(__file__).parents[2]

_PLANS = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from director_app.preferences import Preferences
from director_app.ui.application import make_application
from director_app.ui.look import Look
from director_app.ui.main_window import MainWindow
from director_app.ui.questions import FixedAnswers
from director_app.ui.settings import Settings
from director_app.wording import Wording
from tests.ui import test_one_week

class Waits:
    def waitUntil(self, is_so):
        until = time.monotonic() + 20
        while not is_so() and time.monotonic() < until:
            QApplication.processEvents()

class Told:
    def one(self, identity):
        found = super().one(identity)
        print(found.number, flush=True)
        return found

application = make_application(["test"])
look = Look(Wording("ko"), "light")
look.apply()
window = MainWindow(look, Settings(Preferences(), keeps=False), FixedAnswers())
window.resize(1440, 900)
window.show()
kind = type("Hands", (Told, getattr(test_one_week, sys.argv[2])), {})
hands = kind(window, Path(sys.argv[1]), Waits())
wanted = test_one_week.read(Path(sys.argv[1]).with_suffix(".whole"), sys.argv[3:])
hands.plan(wanted)
print("done", flush=True)
"""


@pytest.mark.parametrize("hands", ["Keys", "Mouse"])
def test_what_was_planned_is_there_and_can_be_undone(sample_file: Path, tmp_path: Path, hands: str) -> None:
    path = tmp_path / "week.cdplan"
    shutil.copy(sample_file, path)
    shutil.copy(sample_file, path.with_suffix(".whole"))
    week = from_nothing(path)
    words = [sys.executable, "-c", _PLANS, str(path), hands, *(one.id for one in week)]
    running = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, cwd=HERE)
    assert running.stdout is not None
    told: list[str] = []
    try:
        while len(dict.fromkeys(told)) < PLACED:
            line = running.stdout.readline().strip()
            assert line, "it ended before the plug was pulled"
            if line.startswith("GM-"):
                told.append(line)
        running.send_signal(signal.SIGKILL)
        running.wait(timeout=20)
    finally:
        running.kill()
        running.communicate()
    opened = OpenPlan.open(path)
    done = list(dict.fromkeys(told))
    placed = {one.number: one for one in opened.plan.deliveries.values() if one.id in {name.id for name in week}}
    assert all(placed[number].date is not None for number in done)  # each was told once it was in the plan
    as_left = _planned(opened)
    opened.undo()
    assert _planned(opened) != as_left
    opened.redo()
    assert _planned(opened) == as_left
    while any(opened.plan.deliveries[one.id].date is not None for one in week):
        assert opened.undo_name is not None
        opened.undo()  # step by step, back to where she began
    opened.close()


def _planned(opened: OpenPlan) -> dict[str, list[object]]:
    return {one.number: [getattr(one, name) for name in PLAN] for one in opened.plan.deliveries.values()}
