"""Long work beside the window: a job gets frozen values and a stop flag, its result arrives on the GUI thread."""

from __future__ import annotations

import inspect
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

PATIENCE_MS = 500
"""How long a job may run before its progress is shown."""


class Stop(threading.Event):
    """Asks a job to end; the work may write down how far it is.

    Attributes:
        done: how many parts of how many are done; (0, 0) when nobody counts.
    """

    def __init__(self) -> None:
        super().__init__()
        self.done = (0, 0)


def tell(stop: threading.Event, done: int, parts: int) -> None:
    """Called by work beside the window: so many parts of so many are done."""
    if isinstance(stop, Stop):
        stop.done = (done, parts)


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work under way; ``title`` is a sentence for the user, empty when it needs none."""

    number: int
    title: str
    stop: Stop = field(default_factory=Stop, compare=False)

    def cancel(self) -> None:
        """Ask the job to end; its result will not be delivered."""
        self.stop.set()


@dataclass(frozen=True, slots=True)
class _Receivers:
    """Whom to tell, without keeping them alive."""

    then: Callable[[], Callable[[Any], object] | None]
    failed: Callable[[], Callable[[Exception], object] | None] | None


@dataclass(frozen=True, slots=True)
class _Finished:
    job: Job
    result: Any
    error: Exception | None


class Background(QObject):
    """Runs jobs on two threads; owns every signal of theirs, so that nothing of Qt lives or dies there.

    Signals: ``slow(Job)`` when a job with a title runs longer than half a second, and again from then on
    every half second; ``ended(Job)`` for every job.
    """

    slow = Signal(object)
    ended = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor: ThreadPoolExecutor | None = None
        self._running: dict[int, tuple[Job, _Receivers]] = {}
        self._next = 1
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._tell_slow)
        # Queued also when a job is done before we asked: its starter must get on with its work first.
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[..., Any],
        *values: Any,
        then: Callable[[Any], object],
        failed: Callable[[Exception], object] | None = None,
        title: str = "",
    ) -> Job:
        """Start ``work(*values, stop)``; ``then(result)`` comes on the GUI thread unless cancelled or its owner died.

        ``failed(error)`` gets what the work raised; without it the error goes to the program's report of mistakes.
        """
        job = Job(self._next, title)
        self._next += 1
        self._running[job.number] = (job, _Receivers(_weakly(then), _weakly(failed) if failed else None))
        if self._executor is None:
            self._executor = ThreadPoolExecutor(max_workers=2, thread_name_prefix="job")
        future = self._executor.submit(work, *values, job.stop)
        future.add_done_callback(_Arrival(self, job))
        if title and not self._patience.isActive():
            self._patience.start()
        return job

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._running)

    def close(self) -> None:
        """Stop everything and wait for the threads; nothing is delivered afterwards."""
        for job, _receivers in self._running.values():
            job.cancel()
        self._running.clear()
        self._patience.stop()
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def arrive(self, job: Job, result: Any, error: Exception | None) -> None:
        """Called on the worker's thread: hand the result over to the GUI thread."""
        self._arrived.emit(_Finished(job, result, error))

    def _deliver(self, finished: _Finished) -> None:
        job, receivers = self._running.pop(finished.job.number, (None, None))
        if job is None or receivers is None:
            return
        self.ended.emit(job)
        if job.stop.is_set():
            return
        if finished.error is None:
            receiver = receivers.then()
            if receiver is not None:
                receiver(finished.result)
        elif receivers.failed is not None:
            report = receivers.failed()
            if report is not None:
                report(finished.error)
        else:
            raise finished.error

    def _tell_slow(self) -> None:
        titled = [job for job, _receivers in self._running.values() if job.title]
        for job in titled:
            self.slow.emit(job)
        if titled:
            self._patience.start()


class _Arrival:
    """Carries a finished future back; holds the runner weakly because a window may close first."""

    def __init__(self, runner: Background, job: Job) -> None:
        self._runner = weakref.ref(runner)
        self._job = job

    def __call__(self, future: Future[Any]) -> None:
        runner = self._runner()
        if runner is None or future.cancelled() or not shiboken6.isValid(runner):
            return
        error = future.exception()
        if isinstance(error, Exception):
            runner.arrive(self._job, None, error)
        elif error is None:
            runner.arrive(self._job, future.result(), None)


def _weakly(target: Callable[..., Any]) -> Callable[[], Callable[..., Any] | None]:
    """A reference that keeps no window alive: bound methods weakly, plain functions as they are."""
    if not inspect.ismethod(target):
        return _always(target)
    method = weakref.WeakMethod(target)

    def living() -> Callable[..., Any] | None:
        found = method()
        owner = getattr(found, "__self__", None)
        if isinstance(owner, QObject) and not shiboken6.isValid(owner):
            return None
        return found

    return living


def _always(target: Callable[..., Any]) -> Callable[[], Callable[..., Any]]:
    def living() -> Callable[..., Any]:
        return target

    return living
