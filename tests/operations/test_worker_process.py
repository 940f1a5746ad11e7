"""Work in a process of its own: its result comes back, it ends when told, and one that dies is a sentence."""

import datetime
import os
import signal
import threading
from collections.abc import Callable
from typing import Any

import pytest

from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.operations.proposing import Aim, Request, search
from director_app.operations.sample_season import sample_season
from director_app.operations.sentences import refusal_sentence
from director_app.operations.worker_process import run_beside
from director_app.wording import Wording

TODAY = datetime.date(2025, 10, 14)


def nobody(_value: object) -> None:
    """Hear nothing."""


def waits(plan: Plan, _values: Any, told: Callable[[Any], None], is_stopped: Callable[[], bool]) -> int:
    """Work until it is told to stop; the result is how many deliveries arrived."""
    told("begun")
    while not is_stopped():
        threading.Event().wait(0.01)
    return len(plan.deliveries)


def fails(_plan: Plan, values: Any, _told: Callable[[Any], None], _is_stopped: Callable[[], bool]) -> None:
    """A mistake, or a refusal."""
    if values == "refusal":
        raise RefusedInput("At most {n} days can be repaired at once; name a shorter time.", n=3)
    raise KeyError("mistake")


def test_a_proposal_from_a_process_is_the_one_made_here() -> None:
    plan, request = sample_season(), Request(Aim.UNPLACED, TODAY)
    heard: list[Any] = []
    found = run_beside(search, plan, request, told=heard.append, is_stopped=lambda: False)
    assert found == search(plan, request, nobody, lambda: False)
    assert heard[-1].looked == heard[-1].total == 3


def test_it_ends_with_what_it_has_when_it_is_told() -> None:
    plan, stop = sample_season(), threading.Event()
    found = run_beside(waits, plan, None, told=lambda _said: stop.set(), is_stopped=stop.is_set)
    assert found == len(plan.deliveries)


def test_a_process_that_is_killed_leaves_one_sentence() -> None:
    pids: list[int] = []

    def kill(_said: object) -> None:
        os.kill(pids[0], getattr(signal, "SIGKILL", signal.SIGTERM))  # kill -9 where there is one

    with pytest.raises(RefusedInput) as refused:
        run_beside(waits, Plan(), None, told=kill, is_stopped=lambda: False, started=pids.append)
    assert refusal_sentence(Wording("en"), refused.value) == (
        "The search ended before it was done. The plan is as it was."
    )


def test_refusals_and_mistakes_come_back_as_such() -> None:
    with pytest.raises(RefusedInput) as refused:
        run_beside(fails, Plan(), "refusal", told=nobody, is_stopped=lambda: False)
    assert refused.value.values == {"n": 3}
    with pytest.raises(RuntimeError, match="mistake"):
        run_beside(fails, Plan(), "", told=nobody, is_stopped=lambda: False)
