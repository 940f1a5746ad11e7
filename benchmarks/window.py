"""The longest the whole window keeps her waiting: every workspace opened, and what she does most, event by event.

Each deed is one event of its own (the press of a button or key) and the turns of the event loop it leaves behind until
the window rests. What counts is the longest single one: meanwhile no key and no click is answered. All of them are held
against 50 ms. Processor time of the window's thread, so that others at work on the machine do not count; least of the
rounds, but the first opening, which happens once in each round's fresh window.

    python -m benchmarks.window [5000] [rounds]
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QApplication

from benchmarks.plans import plan_copy
from director_app.domain.edits import MoveDelivery
from director_app.domain.facts import Subject
from director_app.operations.open_plan import StepName
from director_app.preferences import Preferences
from director_app.ui.application import make_application
from director_app.ui.frame.plan_frame import PAGES, PlanFrame
from director_app.ui.look import Look
from director_app.ui.main_window import MainWindow
from director_app.ui.questions import FixedAnswers
from director_app.ui.schedule.gestures import Cargo, Target
from director_app.ui.schedule.moves import Place
from director_app.ui.settings import Settings
from director_app.wording import Wording, message

LIMIT_MS = 50.0
SIZE = (1440, 900)
QUIET_SECONDS = 0.3
"""The window rests when it had nothing to do for so long: longer than the pauses its parts wait for."""
PATIENCE_SECONDS = 60.0
AHEAD_SECONDS = 7.0
"""After the opening: by then the other workspaces are imported, which is done while nobody waits for it."""
MOVED = StepName(message("{title}: took place"), {"title": "-"})


class Waits:
    """The longest event of each deed, in milliseconds, over the rounds."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self.longest: dict[str, list[float]] = {}

    def measure(self, name: str, deed: Callable[[], object], busy: Callable[[], bool], at_least: float = 0.0) -> None:
        """Do it and let the window come to rest, but go on for so many seconds at least."""
        spent = [self._spent(deed)]
        rests_from = time.monotonic() + max(QUIET_SECONDS, at_least)
        gives_up = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < min(rests_from, gives_up):
            turn = self._spent(self._application.processEvents)
            spent.append(turn)
            if turn > 1 or busy():
                rests_from = max(rests_from, time.monotonic() + QUIET_SECONDS)
            elif turn < 0.2:
                time.sleep(0.001)
        self._application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.longest.setdefault(name, []).append(max(spent))

    def _spent(self, work: Callable[[], object]) -> float:
        begun = time.thread_time()
        work()
        return (time.thread_time() - begun) * 1000


class Round:
    """One fresh window with the plan open in it."""

    def __init__(self, waits: Waits, application: QApplication, path: Path) -> None:
        self.waits = waits
        look = Look(Wording("ko"), "light")
        look.apply()
        self.window = MainWindow(look, Settings(Preferences(), keeps=False), FixedAnswers())
        self.window.resize(*SIZE)
        self.window.show()
        self._measure("plan opened", partial(self.window.open_path, path))
        while self.window.frame is None:
            application.processEvents()
        self._measure("what follows the opening", _nothing, AHEAD_SECONDS)

    @property
    def frame(self) -> PlanFrame:
        """The frame of the open plan."""
        frame = self.window.frame
        if frame is None:
            message_ = "The plan did not open."
            raise RuntimeError(message_)
        return frame

    def run(self) -> None:
        """Everything, in turn."""
        self._workspaces("first")
        self._workspaces("again")
        self._records()
        self._views()
        self._editing()
        self._finding()

    def end(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.deleteLater()

    def _measure(self, name: str, deed: Callable[[], object], at_least: float = 0.0) -> None:
        frame = self.window.frame
        self.waits.measure(name, deed, lambda: frame is not None and frame.desk.background.is_busy, at_least)

    def _workspaces(self, time_of: str) -> None:
        for key in PAGES:
            self._measure(f"{key}, {time_of}", partial(self.frame.show_page, key))

    def _records(self) -> None:
        """Another record on each page of records, and a change of it."""
        plan = self.frame.desk.plan
        for key in ("programmes", "artists", "venues"):
            ids = list(plan.table(key))
            self.frame.show_page(key)
            page: Any = self.frame.page(key)
            self._measure(f"{key}: another chosen", partial(page.show_record, ids[len(ids) // 2]))

    def _views(self) -> None:
        page: Any = self.frame.page("schedule")
        for key in ("day", "week", "season", "list", "month"):
            self._measure(f"view {key}, first", partial(self._show_view, page, key))
        for key in ("day", "week", "season", "list", "month"):
            self._measure(f"view {key}, again", partial(self._show_view, page, key))

    def _show_view(self, page: Any, key: str) -> None:
        self.frame.show_page("schedule")
        page.show_view(key)

    def _editing(self) -> None:
        desk = self.frame.desk
        page: Any = self.frame.page("schedule")
        today = desk.today()
        of_today = [desk.plan.deliveries[each] for each in desk.plan.on_day(today)]
        ones = [one for one in of_today if one.start is not None and not one.is_locked]
        one = ones[0]
        for view in ("month", "day", "list"):
            self._measure(f"in {view}: nothing selected", partial(desk.select, frozenset()))
            self._show_view(page, view)
            self._measure(f"in {view}: one selected", partial(desk.select, frozenset({Subject("deliveries", one.id)})))
            several = frozenset(Subject("deliveries", each.id) for each in ones[:20])
            self._measure(f"in {view}: twenty selected", partial(desk.select, several))
            edit = MoveDelivery(one.id, {"start": (one.start or 0) + 10})
            self._measure(f"in {view}: moved", partial(desk.perform, edit, MOVED))
            self._measure(f"in {view}: undone", desk.undo)
            self._measure(f"in {view}: done again", desk.redo)
            self._measure(f"in {view}: undone", desk.undo)
        self._show_view(page, "month")
        self._measure("drag: taken up", partial(page.drag.begin, Cargo((one,)), QPoint(300, 300)))
        target = Target(Place(today), QRect(0, 0, 10, 10))
        self._measure("drag: one step", partial(page.ghost.move_to, QPoint(310, 310), target))
        self._measure("drag: given up", page.drag.cancel)
        self._measure("another month", partial(page.state.turn_to, today.replace(day=1, month=today.month % 12 + 1)))

    def _finding(self) -> None:
        frame = self.frame
        self._measure("list of problems opened", frame.toggle_list)
        self._measure("next problem", frame.next_problem)
        self._measure("list of problems closed", frame.toggle_list)
        self._measure("palette opened", frame.open_palette)
        palette: Any = frame._palette
        for text in ("ㅇ", "음악", "10/14"):
            self._measure(f"palette: {text}", partial(palette.field.setText, text))
        self._measure("palette closed", palette.close)


def _nothing() -> None:
    """Only what was left to do."""


def main(arguments: list[str]) -> int:
    """Measure, print each deed with its longest event, and how many are over the limit."""
    count = int(arguments[0]) if arguments else 5_000
    rounds = int(arguments[1]) if len(arguments) > 1 else 2
    application = make_application(["bench"])
    waits = Waits(application)
    with tempfile.TemporaryDirectory() as name:
        for number in range(rounds):
            folder = Path(name) / str(number)
            folder.mkdir()
            one = Round(waits, application, plan_copy(count, folder))
            one.run()
            one.end()
            application.processEvents()
    least = {name: min(times) for name, times in waits.longest.items()}
    for name, longest in sorted(least.items(), key=lambda found: -found[1]):
        print(f"{longest:7.1f} ms  {'OVER ' if longest > LIMIT_MS else ''}{name}")
    over = sum(longest > LIMIT_MS for longest in least.values())
    print(f"{count:,} deliveries: {over} of {len(least)} deeds hold an event over {LIMIT_MS:.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
