"""Keeps copies of the open plan by itself, beside the window.

At the first opening of a day, before every import, and hourly while edits happen. An edit never waits for a copy and
never fails with one.
"""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject

from director_app.domain.plan import Plan
from director_app.domain.refusals import Refusal
from director_app.operations.keeping import keep_copy
from director_app.ui.desk import Desk

EVERY: Final = datetime.timedelta(hours=1)


def _now() -> datetime.datetime:
    return datetime.datetime.now().replace(microsecond=0)  # noqa: DTZ005 - the wall clock of her desk


def _keep(plan: Path, now: datetime.datetime, once_a_day: bool, stop: threading.Event) -> None:
    del stop  # one step of SQLite's backup cannot be stopped, and need not be
    keep_copy(plan, now, once_a_day=once_a_day)


class CopyKeeper(QObject):
    """The copies of one open plan; a plan that may only be looked at is not copied."""

    def __init__(self, desk: Desk, parent: QObject, clock: Callable[[], datetime.datetime] = _now) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock = clock
        self._kept_at = clock()
        self._kept: Plan | None = None
        self._is_busy = False
        self._has_failed = False
        self._waiting: list[Callable[[], object]] = []
        desk.plan_changed.connect(self._plan_changed)

    @property
    def is_busy(self) -> bool:
        """Whether a copy is being made."""
        return self._is_busy

    def keep_first_of_day(self) -> None:
        """The plan was opened: copy it unless that was done today."""
        self._keep(once_a_day=True)

    def keep_before_import(self) -> None:
        """A table is being looked at that may change much: copy the plan unless it is as it was copied last."""
        self.when_kept(self._keep_as_it_is)

    def when_kept(self, act: Callable[[], object]) -> None:
        """Act now, or as soon as the copy that is being made is there."""
        if self._is_busy:
            self._waiting.append(act)
        else:
            act()

    def _keep_as_it_is(self) -> None:
        if self._kept is not self._desk.plan:
            self._keep()

    def _plan_changed(self, _outcome: Any) -> None:
        if self._clock() - self._kept_at >= EVERY:
            self._keep()

    def _keep(self, *, once_a_day: bool = False) -> None:
        desk = self._desk
        if self._is_busy or desk.is_read_only:
            return
        self._is_busy = True
        self._kept_at = self._clock()
        self._kept = None if once_a_day else desk.plan
        path = desk.open_plan.path
        desk.background.run(_keep, path, self._kept_at, once_a_day, then=self._done, failed=self._fail)

    def _done(self, _nothing: object = None) -> None:
        self._is_busy = False
        while self._waiting and not self._is_busy:
            self._waiting.pop(0)()

    def _fail(self, error: Exception) -> None:
        """Said once and quietly: the plan itself is saved, and an hour later it is tried again."""
        self._kept = None
        if not self._has_failed:
            self._has_failed = True
            wording = self._desk.wording
            self._desk.say(wording.text("No automatic copy could be made. The plan itself is saved as always."))
        self._done()
        if not isinstance(error, Refusal):
            raise error
