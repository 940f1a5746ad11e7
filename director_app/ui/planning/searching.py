"""A search beside the window: started, heard of, stopped with the best so far; one at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from director_app.domain.plan import Plan
from director_app.domain.refusals import Refusal
from director_app.operations.worker_process import Work, run_beside
from director_app.ui.background import Background, Job

ASKS_EVERY_MS: Final = 100
Runner = Callable[..., Any]


class _Line:
    """What the thread and the window have between them: the last word from there, and the wish to stop from here."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.last: Any = None

    def hear(self, said: Any) -> None:
        """Keep what was told last."""
        self.last = said


def _carry_out(runner: Runner, work: Work, plan: Plan, values: Any, line: _Line, gone: threading.Event) -> Any:
    return runner(work, plan, values, told=line.hear, is_stopped=line.stop.is_set, is_given_up=gone.is_set)


class Searching(QObject):
    """One search at a time; a new one gives the former up.

    Signals: ``progressed(object)`` with what the work told last; ``found(object)`` with its result;
    ``refused(Refusal)`` with why there is none; one of the last two ends every search that is not given up.
    """

    progressed = Signal(object)
    found = Signal(object)
    refused = Signal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner: Runner = run_beside
        self._background = background
        self._line = _Line()
        self._job: Job | None = None
        self._heard: Any = None
        self._asking = QTimer(self)
        self._asking.setInterval(ASKS_EVERY_MS)
        self._asking.timeout.connect(self._ask)

    @property
    def is_running(self) -> bool:
        """Whether a search is under way."""
        return self._job is not None

    def start(self, work: Work, plan: Plan, values: Any) -> None:
        """Begin; ``work`` is a function of a module."""
        self.give_up()
        self._line, self._heard = _Line(), None
        self._job = self._background.run(
            _carry_out, self.runner, work, plan, values, self._line, then=self._take, failed=self._fail
        )
        self._asking.start()

    def stop(self) -> None:
        """End it soon with the best so far."""
        self._line.stop.set()

    def give_up(self) -> None:
        """End it now; nothing comes of it."""
        if self._job is not None:
            self._job.cancel()
            self._line.stop.set()
        self._end()

    def _end(self) -> None:
        self._job = None
        self._asking.stop()

    def _ask(self) -> None:
        if self._line.last is not self._heard:
            self._heard = self._line.last
            self.progressed.emit(self._heard)

    def _take(self, result: Any) -> None:
        self._end()
        self.found.emit(result)

    def _fail(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, Refusal):
            raise error
        self.refused.emit(error)
