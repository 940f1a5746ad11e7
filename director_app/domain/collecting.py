"""Rest for the search for unreachable cycles while very many values are made, none of which can be in one."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

MANY: Final = 2000
"""Searching through what belongs to fewer records takes no time worth saving."""


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let the search rest: a large plan would be searched again and again while it grows."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def making_what_stays(records: int) -> Iterator[None]:
    """The same for tables of a plan with so many records; large ones are never searched later either, as they stay.

    `search_everything` ends that for all of them, when a plan is closed.
    """
    with without_collecting():
        yield
        if records > MANY:
            gc.freeze()


def search_everything() -> None:
    """Search what was kept from searches too, when there is any: the plan it belongs to was closed."""
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
