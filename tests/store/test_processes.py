"""Two programs and one plan; and a program that is killed in the middle of its work."""

from __future__ import annotations

import getpass
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from director_app.domain.edits import Add
from director_app.domain.refusals import CannotUseFile
from director_app.operations.open_plan import OpenPlan
from director_app.store import database
from tests.domain.any_records import blank
from tests.plan_files import STEP

ROOT = Path(__file__).resolve().parent.parent.parent

#: Adds delivery after delivery; says the number of each only after it was acknowledged.
WRITER = """
import sys
from pathlib import Path
from director_app.domain.edits import AddDelivery
from director_app.domain.ids import DeliveryId
from director_app.domain.programme import Delivery
from director_app.operations.open_plan import OpenPlan, StepName

opened = OpenPlan.open(Path(sys.argv[1]))
print("open", flush=True)
number = len(opened.plan.deliveries)
while True:
    made = Delivery(DeliveryId(f"d{number}"), month="2025-10", internal_note="비" * (number * 37 % 900))
    opened.perform(AddDelivery(made), StepName("add {n}", {"n": number}))
    if number % 5 == 4:
        opened.undo()
        opened.redo()
    print(number, flush=True)
    number += 1
"""


def writer(path: Path) -> subprocess.Popen[str]:
    """A second program that writes into a plan."""
    started = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert started.stdout is not None
    assert started.stdout.readline() == "open\n"
    return started


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal that cannot be caught")
def test_what_was_acknowledged_survives_a_kill(plan_file: Path) -> None:
    acknowledged = -1
    random = Random(2025)
    for _ in range(4):
        program = writer(plan_file)
        assert program.stdout is not None
        for _ in range(random.randrange(1, 40)):
            acknowledged = int(program.stdout.readline())
        program.send_signal(signal.SIGKILL)
        rest = program.stdout.read().split()
        program.stdout.close()
        assert program.wait() == -signal.SIGKILL
        acknowledged = max([acknowledged, *(int(number) for number in rest if number.isdigit())])

        opened = OpenPlan.open(plan_file)
        assert opened.read_only is None
        assert database.is_whole(opened._store._connection)
        deliveries = opened.plan.deliveries
        assert {f"d{number}" for number in range(acknowledged + 1)} <= set(deliveries)
        assert len(deliveries) <= acknowledged + 2
        assert sorted(one.number for one in deliveries.values()) == [
            f"CD-{number:03d}" for number in range(1, len(deliveries) + 1)
        ]
        assert opened.undo_name is not None
        assert opened.undo_name.values == {"n": len(deliveries) - 1}
        opened.close()


def test_the_second_program_reads_and_says_who_writes(plan_file: Path) -> None:
    program = writer(plan_file)
    assert program.stdout is not None
    try:
        assert program.stdout.readline() == "0\n"
        opened = OpenPlan.open(plan_file)
        reason = opened.read_only
        assert reason is not None
        assert reason.message == database.IN_USE
        assert reason.values["name"] == f"{getpass.getuser()} @ {socket.gethostname()}"
        assert opened.plan.deliveries
        with pytest.raises(CannotUseFile, match="In use by"):
            opened.perform(Add((blank("areas", "a"),)), STEP)
        opened.close()
    finally:
        program.kill()
        program.wait()
        program.stdout.close()
    again = OpenPlan.open(plan_file)
    assert again.read_only is None
    again.close()


def test_two_in_one_program(plan_file: Path) -> None:
    first = OpenPlan.open(plan_file)
    second = OpenPlan.open(plan_file)
    assert second.read_only is not None
    first.perform(Add((blank("areas", "a"),)), STEP)
    second.close()
    first.perform(Add((blank("areas", "b"),)), STEP)
    first.close()
    third = OpenPlan.open(plan_file)
    assert third.read_only is None
    assert set(third.plan.areas) == {"a", "b"}
    third.close()


def test_at_rest_the_plan_is_one_file(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    opened.perform(Add((blank("areas", "a"),)), STEP)
    assert plan_file.with_name(f"{plan_file.name}-wal").exists()
    opened.close()
    left = {path.name for path in plan_file.parent.glob("*구미*")}
    assert left == {plan_file.name, f".{plan_file.name}.lock"}
    with closing(sqlite3.connect(plan_file)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_at_rest_nothing_is_only_in_the_log_of_who_still_reads(plan_file: Path, tmp_path: Path) -> None:
    opened = OpenPlan.open(plan_file)
    opened.perform(Add((blank("areas", "a"),)), STEP)
    reader = OpenPlan.open(plan_file)
    opened.close()
    copied = Path(shutil.copy(plan_file, tmp_path / "copied.cdplan"))
    looking = OpenPlan.open(copied, read_only=True)
    assert set(looking.plan.areas) == {"a"}
    looking.close()
    reader.close()
    again = OpenPlan.open(plan_file)
    assert again.read_only is None
    again.close()


def test_an_open_plan_is_kept_safely(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    asked = opened._store._connection.execute
    assert asked("PRAGMA journal_mode").fetchone() == ("wal",)
    assert asked("PRAGMA synchronous").fetchone() == (2,)
    assert asked("PRAGMA foreign_keys").fetchone() == (1,)
    assert asked("PRAGMA application_id").fetchone() == (database.APPLICATION_ID,)
    opened.close()
