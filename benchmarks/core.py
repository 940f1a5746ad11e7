"""Plan, store, checks and search at 52,000 deliveries beside their floors.

    python -m benchmarks.core [deliveries]

Each row runs floor and ours in turn and takes the median of the paired ratios; processor time, except where the disk is
what counts. A floor does the least that any program would have to do for the same answer.
"""

from __future__ import annotations

import gc
import os
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import Callable
from contextlib import closing
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.plans import LARGE, plan_copy
from director_app.domain.edits import MoveDelivery, resolve
from director_app.domain.kinds import KIND_NAMES
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.operations.open_plan import OpenPlan, StepName
from director_app.operations.searching import Search, normalised
from director_app.planner.checks import LiveCheck
from director_app.planner.clashes import ClashIndex
from director_app.store.database import connect
from director_app.store.plan_store import PlanStore
from director_app.store.rows import statements, to_rows

QUERIES = ("봄", "밴드", "음악회", "ㄷㅇ", "concert", "없는말이다")


class Row(NamedTuple):
    """One line of the report: seconds, and what is promised."""

    name: str
    floor: float
    ours: float
    ratio: float
    target: float | None


def beside(
    name: str,
    floor: Callable[[], object],
    ours: Callable[[], object],
    target: float | None,
    *,
    rounds: int = 5,
    times: int = 1,
    clock: Callable[[], float] = time.process_time,
) -> Row:
    """Run both in turn, `times` each in every round."""
    pairs = []
    for _ in range(rounds):
        pair = []
        for work in (floor, ours):
            gc.collect()
            begun = clock()
            for _ in range(times):
                work()
            pair.append((clock() - begun) / times)
        pairs.append(pair)
    floors, owns = zip(*pairs, strict=True)
    ratio = statistics.median(own / least for least, own in pairs)
    return Row(name, statistics.median(floors), statistics.median(owns), ratio, target)


def opening(path: Path) -> Row:
    """Everything in the file as a plan, beside fetching its rows."""

    def fetched() -> None:
        with closing(sqlite3.connect(path)) as connection:
            for kind in KIND_NAMES:
                connection.execute(statements(kind)[0]).fetchall()

    return beside("open and load", fetched, lambda: OpenPlan.open(path, read_only=True).close(), None, rounds=3)


def movable(plan: Plan) -> list[Delivery]:
    """Deliveries that can be dragged about."""
    found = [one for one in plan.deliveries.values() if one.start is not None and one.venue and not one.is_locked]
    return sorted(found)[:2000]


def durable_move(opened: OpenPlan, folder: Path) -> Row:
    """One move with its undo images on the disk, beside a flush of what one page would be."""
    ones = cycle([one.id for one in movable(opened.plan)])
    starts = cycle([600, 660, 720])
    with (folder / "flushed").open("wb") as file:

        def flushed() -> None:
            file.write(bytes(4096))
            file.flush()
            os.fdatasync(file.fileno())

        def moved() -> None:
            opened.perform(MoveDelivery(next(ones), {"start": next(starts)}), StepName("move"))

        moved()
        return beside("one durable move", flushed, moved, 1.9, times=100, clock=time.perf_counter)


def bare_index(index: ClashIndex) -> tuple[dict[Any, Any], dict[str, Any], int]:
    """The least a clash index can be: sorted spans by artist and venue, each delivery's own, the longest of all."""
    lists = {key: [entry[:3] for entry in entries] for key, entries in index._lists.items()}
    own = {str(name): [(key, entry.start, entry.end) for key, entry in found] for name, found in index._of.items()}
    longest = max((end - start for entries in lists.values() for start, end, _ in entries), default=0)
    return lists, own, min(longest, 600)


def moved_clashes(plan: Plan, index: ClashIndex) -> Row:
    """Whom a moved delivery would touch, at every step of a drag."""
    lists, own, longest = bare_index(index)
    ones = movable(plan)
    floors, owns = cycle(ones), cycle(ones)

    def bisected() -> set[str]:
        one = next(floors)
        found = set()
        for key, start, end in own[one.id]:
            entries = lists[key]
            position = bisect_left(entries, (end,)) - 1
            while position >= 0 and entries[position][0] >= start - longest:
                if entries[position][1] > start:
                    found.add(entries[position][2])
                position -= 1
        return found

    return beside(
        "clashes of one moved delivery", bisected, lambda: index.would_touch(plan, next(owns)), 2.5, times=2000
    )


def all_clashes(index: ClashIndex) -> Row:
    """Every pair, beside one plain pass over sorted spans."""
    spans = [(entry.start, entry.end, entry.delivery) for entries in index._lists.values() for entry in entries]

    def one_pass() -> int:
        found = 0
        last_end = 0
        for start, end, _delivery in spans:
            if start < last_end:
                found += 1
            last_end = max(last_end, end)
        return found

    list(index.pairs())  # the columns are there, as the spans of the floor are
    return beside("all clashes in memory", one_pass, lambda: list(index.pairs()), 0.5)


def typing(plan: Plan) -> Row:
    """A search at each keystroke, beside finding the same in one string of all texts."""
    search = Search(plan)
    for query in QUERIES:
        search.find(query)
    texts = (search._names, search._others)
    haystacks = [haystack for part in texts for haystack in part._haystacks()]

    def scanned() -> None:
        for query in QUERIES:
            wanted = normalised(query)
            for haystack in haystacks:
                text = haystack._initials if query == "ㄷㅇ" and haystack._initials else haystack._normal
                position, hits = text.find(wanted), 0
                while position >= 0 and hits < 1000:
                    hits += 1
                    position = text.find(wanted, position + 1)

    def found() -> None:
        for query in QUERIES:
            search.find(query)

    return beside("search as you type (six words)", scanned, found, 1.0)


def bulk_insert(plan: Plan, folder: Path) -> Row:
    """All records into a file, beside the same rows without a journal."""
    rows = {kind: to_rows(kind, plan.table(kind).values()) for kind in KIND_NAMES}

    def emptied(name: str) -> Path:
        path = folder / name
        for left in folder.glob(f"*{name}*"):
            left.unlink()
        PlanStore.create(path).close()
        return path

    def inserted(name: str, *settings: str) -> None:
        with closing(connect(emptied(name), read_only=False)) as connection:
            for setting in settings:
                connection.execute(f"PRAGMA {setting}")
            connection.execute("BEGIN")
            connection.execute("PRAGMA defer_foreign_keys = ON")
            for kind in KIND_NAMES:
                connection.executemany(statements(kind)[1], rows[kind])
            connection.execute("COMMIT")

    return beside(
        "bulk insert of ready rows",
        lambda: inserted("floor.cdplan", "journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF"),
        lambda: inserted("ours.cdplan"),
        1.35,
        rounds=3,
        clock=time.perf_counter,
    )


def snapshot(opened: OpenPlan, folder: Path) -> Row:
    """A consistent copy, beside copying the file and flushing it."""

    def copied() -> None:
        target = Path(shutil.copy(opened.path, folder / "copied"))
        with target.open("rb+") as file:
            os.fsync(file.fileno())

    return beside(
        "snapshot", copied, lambda: opened.copy_to(folder / "snapshot.cdplan"), 3.0, rounds=3, clock=time.perf_counter
    )


def alone(name: str, work: Callable[[], object], times: int = 1) -> None:
    """What has no floor: seconds only."""
    begun = time.process_time()
    for _ in range(times):
        work()
    print(f"{name:34} {'':>11} {(time.process_time() - begun) / times * 1e3:9.3f} ms")


def told(row: Row) -> None:
    """Print a row."""
    wanted = "" if row.target is None else f"{row.target:7.2f}"
    missed = "  missed" if row.target is not None and row.ratio > row.target else ""
    print(
        f"{row.name:34} {row.floor * 1e3:9.3f} ms {row.ours * 1e3:9.3f} ms {row.ratio:7.2f} {wanted}{missed}",
        flush=True,
    )


def main(deliveries: int) -> None:
    """Print one line per row."""
    print(f"{deliveries} deliveries {'floor':>34} {'ours':>12} {'ratio':>7} {'target':>7}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = plan_copy(deliveries, folder)
        told(opening(path))
        opened = OpenPlan.open(path)
        plan = opened.plan
        index = ClashIndex(plan)
        told(durable_move(opened, folder))
        told(moved_clashes(plan, index))
        told(all_clashes(index))
        told(typing(plan))
        told(snapshot(opened, folder))
        told(bulk_insert(plan, folder))
        live = LiveCheck(opened.plan)
        one = movable(opened.plan)[0]
        alone("full check from nothing", lambda: LiveCheck(plan))
        alone("what a drag would break", lambda: live.would_clash(one), 1000)
        alone("one move in memory", lambda: resolve(opened.plan, MoveDelivery(one.id, {"start": 615})), 1000)
        opened.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LARGE)
