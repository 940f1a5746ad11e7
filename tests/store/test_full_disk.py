"""A disk without room: opening, making and changing a plan say so and what to do, and the file stays as it was."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from director_app.cli.main import run
from director_app.domain.edits import Change
from director_app.domain.plan import SEASON
from director_app.domain.refusals import CannotUseFile
from director_app.operations.open_plan import OpenPlan
from director_app.operations.whole_plans import start_sample
from director_app.store import database
from tests.plan_files import STEP

ROOT = Path(__file__).resolve().parent.parent.parent
#: Runs commands on a small disk of its own: `unshare` makes one without the rights of root, where the system lets it.
ON_A_FULL_DISK = """
set -e
mount -t tmpfs -o size=900k tmpfs "$1"
cp "$2" "$1/plan.cdplan"
head -c 2000000 /dev/zero > "$1/filler" || true
shift 2
exec "$@"
"""


class Room(NamedTuple):
    """What `shutil.disk_usage` answers."""

    total: int
    used: int
    free: int


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system says that every disk is full."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Room(1 << 20, 1 << 20, 4096))


@pytest.mark.usefixtures("full")
def test_a_plan_on_a_full_disk_is_opened_to_be_read(plan_file: Path) -> None:
    before, beside = plan_file.read_bytes(), sorted(plan_file.parent.iterdir())
    opened = OpenPlan.open(plan_file)
    assert opened.read_only is not None
    assert opened.read_only.message == database.OPENED_FULL
    with pytest.raises(CannotUseFile, match="no room left"):
        opened.perform(Change("seasons", SEASON, {"title": "x"}), STEP)
    opened.close()
    assert plan_file.read_bytes() == before
    assert sorted(plan_file.parent.iterdir()) == beside


@pytest.mark.usefixtures("full")
def test_commands_that_write_say_that_the_disk_is_full(plan_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["undo", plan_file], ["release", plan_file], ["new", plan_file.with_name("new.cdplan")]):
        assert run([*map(str, words), "--language=en"]) == 2
        out, said = capsys.readouterr()
        assert (out, said.count("\n")) == ("", 1)
        assert said.startswith("There is no room left on the disk of")
        assert "make room and try again" in said
    assert not plan_file.with_name("new.cdplan").exists()


def test_a_quota_that_is_used_up_is_a_full_disk(plan_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_lock(_self: object) -> bool:
        raise OSError(errno.EDQUOT, "Disk quota exceeded")

    monkeypatch.setattr(database.WriterLock, "take", no_lock)
    opened = OpenPlan.open(plan_file)
    assert opened.read_only is not None
    assert opened.read_only.message == database.OPENED_FULL
    opened.close()


def test_a_log_that_does_not_fit_leaves_the_plan_at_rest(plan_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk fills up between looking and beginning: SQLite then speaks of an input/output error."""
    before, answers = plan_file.read_bytes(), [1 << 30, 4096]
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Room(1 << 30, 0, answers.pop(0)))

    def no_index(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    monkeypatch.setattr(database, "keep_while_open", no_index)
    opened = OpenPlan.open(plan_file)
    assert opened.read_only is not None
    assert opened.read_only.message == database.OPENED_FULL
    opened.close()
    assert plan_file.read_bytes()[18:20] == before[18:20]  # the journal it rests with
    assert not list(plan_file.parent.glob("*-wal"))


@pytest.mark.skipif(shutil.which("unshare") is None, reason="there is no way here to make a small disk")
def test_a_disk_that_really_is_full(tmp_path: Path) -> None:
    plan, disk = tmp_path / "plan.cdplan", tmp_path / "disk"
    start_sample(plan).close()
    disk.mkdir()

    def said(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "director_app", *words, "--language=en"]
        return subprocess.run(
            ["unshare", "-Urm", "sh", "-c", ON_A_FULL_DISK, "sh", str(disk), str(plan), *command],
            cwd=ROOT, env={**os.environ}, capture_output=True, text=True, check=False,
        )  # fmt: skip

    looked = said("check", f"{disk}/plan.cdplan", "--json")
    if "unshare:" in looked.stderr:
        pytest.skip("this system gives nobody a small disk of their own")
    assert looked.returncode == 1
    for words in (["undo", f"{disk}/plan.cdplan"], ["new", f"{disk}/new.cdplan"]):
        refused = said(*words)
        assert refused.returncode == 2
        assert "There is no room left on the disk" in refused.stderr
