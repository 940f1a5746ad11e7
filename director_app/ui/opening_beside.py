"""A large plan file is opened beside the window, so that nothing she sees ever stands still."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from director_app.domain.collecting import making_what_stays
from director_app.domain.plan import RECORD_FIELDS, Plan
from director_app.operations.open_plan import OpenPlan
from director_app.ui.plan_calls import Opening

LARGE_FILE: Final = 4 << 20
"""Bytes from which a file is opened beside the window; smaller ones are open before she could see a difference."""
_LOOK_MS: Final = 20


def is_large(path: Path) -> bool:
    """Whether opening this file would be noticed."""
    try:
        return path.stat().st_size >= LARGE_FILE
    except OSError:
        return False


class OpeningBeside(QObject):
    """Opens one plan file at a time on a thread of its own. What arrives after it was given up is closed again.

    Signals: ``opened(OpenPlan)``; ``failed(Exception)`` with what prevented it.
    """

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._under_way: list[_Handover] = []
        self._wanted: _Handover | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._take)

    @property
    def path(self) -> Path | None:
        """The file that is being opened, None when nothing is."""
        return self._wanted.path if self._wanted is not None else None

    def begin(self, path: Path) -> None:
        """Open a file; one that was given up and is still under way is wanted again, as nobody else could lock it."""
        self.give_up()
        known = next((one for one in self._under_way if one.path == path and one.want_again()), None)
        if known is None:
            known = _Handover(path, Opening(path))
            self._under_way.append(known)
            threading.Thread(target=known.work, name="opening").start()
        self._wanted = known
        self._look.start()

    def give_up(self) -> None:
        """Want it no more; returns at once."""
        self._look.stop()
        self._under_way = [one for one in self._under_way if not one.is_done]
        if self._wanted is not None:
            self._wanted.give_up()
            self._wanted = None

    def _take(self) -> None:
        wanted = self._wanted
        if wanted is None or not wanted.is_done:
            return
        self._look.stop()
        self._wanted = None
        self._under_way.remove(wanted)
        if wanted.error is not None:
            self.failed.emit(wanted.error)
        elif (open_plan := wanted.take()) is not None:
            self.opened.emit(open_plan)


class _Handover:
    """One opening between two threads: whoever is last to learn that nobody wants the plan closes it."""

    def __init__(self, path: Path, opening: Callable[[], OpenPlan]) -> None:
        self.path = path
        self.error: Exception | None = None
        self._opening = opening
        self._lock = threading.Lock()
        self._is_wanted = True
        self._is_done = False
        self._open_plan: OpenPlan | None = None

    @property
    def is_done(self) -> bool:
        with self._lock:
            return self._is_done

    def work(self) -> None:
        """On the thread: open the file, and make the look-ups of the plan, which the window would make otherwise."""
        open_plan = None
        try:
            open_plan = self._opening()
            if self._is_wanted:
                look_up(open_plan.plan)
        except Exception as mistake:  # noqa: BLE001 - told, or raised again, on the thread of the window
            self.error = mistake
        with self._lock:
            self._is_done = True
            if self._is_wanted and self.error is None:
                self._open_plan, open_plan = open_plan, None
        if open_plan is not None:
            open_plan.close()

    def take(self) -> OpenPlan | None:
        with self._lock:
            open_plan, self._open_plan = self._open_plan, None
            return open_plan

    def want_again(self) -> bool:
        with self._lock:
            if not self._is_done:
                self._is_wanted = True
            return not self._is_done

    def give_up(self) -> None:
        with self._lock:
            self._is_wanted = False
        open_plan = self.take()
        if open_plan is not None:
            open_plan.close()


def look_up(plan: Plan) -> None:
    """Have the plan make its look-ups now; afterwards they are carried on from change to change."""
    with making_what_stays(len(plan.deliveries)):
        plan.on_day(None)
        for kind in RECORD_FIELDS:
            plan.users_of_kind(kind, "", kind)
