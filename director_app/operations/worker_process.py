"""Long work in a process of its own: the window stays free, and work that dies takes nothing with it."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing.connection import Connection
from typing import Any, Final, NamedTuple

from director_app.domain.plan import RECORD_FIELDS, Plan
from director_app.domain.refusals import Refusal, RefusedInput
from director_app.wording import message

ENDED: Final = message("The search ended before it was done. The plan is as it was.")
#: Records sent at once: packing more would hold up the window's thread.
_AT_ONCE: Final = 250
_ASKS_EVERY: Final = 0.05
_LAST_WAY: Final = 5.0

#: ``work(plan, values, told, is_stopped)``: a function of a module, so that the process finds it by its name.
Work = Callable[[Plan, Any, Callable[[Any], None], Callable[[], bool]], Any]


class _Said(NamedTuple):
    kind: str
    value: Any


def run_beside(
    work: Work,
    plan: Plan,
    values: Any,
    *,
    told: Callable[[Any], object],
    is_stopped: Callable[[], bool],
    is_given_up: Callable[[], bool] = lambda: False,
    started: Callable[[int], object] | None = None,
) -> Any:
    """Do ``work`` on a plan in a new process and return its result; blocks, so call it from a worker thread.

    ``told`` gets what the work tells of its progress, ``started`` the number of the process. When ``is_stopped``
    turns true the work is asked to end with what it has; when ``is_given_up`` does, its process is ended at once.

    Raises:
        RefusedInput: what the work refused, or that its process died.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, work), daemon=True)
    process.start()
    there.close()
    if started is not None and process.pid is not None:
        started(process.pid)
    try:
        _send(here, plan, values)
        return _listen(here, told, is_stopped, is_given_up)
    except (EOFError, OSError) as error:
        raise RefusedInput(ENDED) from error
    finally:
        here.close()
        process.join(0 if is_given_up() else _LAST_WAY)
        if process.is_alive():
            process.kill()
            process.join()


def _send(connection: Connection, plan: Plan, values: Any) -> None:
    """The plan in small parts: a whole large one in one piece would hold the interpreter for too long."""
    for records in _parts(plan):
        connection.send(records)
    connection.send(None)
    connection.send((plan.highest_number, values))


def _parts(plan: Plan) -> Iterator[list[Any]]:
    for kind in RECORD_FIELDS:
        if kind == "releases":
            continue  # whole editions: large, and nothing that is placed depends on them
        records: Iterable[Any] = iter(plan.table(kind).values())
        while part := list(islice(records, _AT_ONCE)):
            yield part


def _listen(
    connection: Connection,
    told: Callable[[Any], object],
    is_stopped: Callable[[], bool],
    is_given_up: Callable[[], bool],
) -> Any:
    has_said_stop = False
    while not is_given_up():
        if not has_said_stop and is_stopped():
            has_said_stop = True
            connection.send("stop")
        if not connection.poll(_ASKS_EVERY):
            continue
        said: _Said = connection.recv()
        if said.kind == "told":
            told(said.value)
        elif said.kind == "refused":
            text, values = said.value
            raise RefusedInput(text, **values)
        elif said.kind == "failed":
            raise RuntimeError(said.value)
        else:
            return said.value
    raise RefusedInput(ENDED)


def _serve(connection: Connection, work: Work) -> None:
    """What the process does: take the plan, work, and say what came of it."""
    records: list[Any] = []
    while (part := connection.recv()) is not None:
        records += part
    highest_number, values = connection.recv()
    plan = Plan.of(records, highest_number)
    asking = _Asking(connection)
    try:
        result = _Said("done", work(plan, values, asking.tell, asking.is_stopped))
    except Refusal as refusal:
        result = _Said("refused", (refusal.message, dict(refusal.values)))
    except Exception as error:  # noqa: BLE001  # a mistake in the process must be told, not swallowed with it
        result = _Said("failed", f"{type(error).__name__}: {error}")
    asking.say(result)
    connection.close()


class _Asking:
    """The process's side of the line; the solver's watch and the work itself speak from two threads."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self._is_stopped = False

    def is_stopped(self) -> bool:
        """Whether the window wants what there is; also when the window is gone."""
        with self._lock:
            try:
                if not self._is_stopped and self._connection.poll():
                    self._connection.recv()
                    self._is_stopped = True
            except (EOFError, OSError):
                self._is_stopped = True
            return self._is_stopped

    def tell(self, value: Any) -> None:
        """Say how far it is."""
        self.say(_Said("told", value))

    def say(self, said: _Said) -> None:
        """Send, unless nobody listens any more."""
        with self._lock:
            try:
                self._connection.send(said)
            except OSError:
                self._is_stopped = True
