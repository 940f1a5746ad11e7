"""Files that are not what they should be: one sentence, and the file as it was."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from director_app import paths
from director_app.domain.edits import Add, AddDelivery, Change, Remove
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery
from director_app.domain.refusals import CannotUseFile, Refusal
from director_app.domain.season import Season
from director_app.operations import whole_plans
from director_app.operations.interchange import WholePlan, to_json
from director_app.operations.open_plan import OpenPlan
from director_app.operations.sentences import problem_sentence, refusal_sentence
from director_app.planner.checks import check_plan
from director_app.store import database, migrations
from director_app.wording import Wording
from tests.plan_files import STEP
from tests.planner.crowded_plans import crowded_plan


def add_season(path: Path) -> None:
    opened = OpenPlan.open(path)
    opened.perform(Add((Season(SEASON, "구미"),)), STEP)
    opened.close()


def refused(path: Path, message: str) -> None:
    """Opening is refused with that message and the name of the file, in both languages."""
    with pytest.raises(CannotUseFile) as found:
        OpenPlan.open(path)
    assert found.value.message == message
    for language in ("ko", "en"):
        sentence = refusal_sentence(Wording(language), found.value)
        assert path.name in sentence
        assert "\n" not in sentence


def test_no_file(tmp_path: Path) -> None:
    refused(tmp_path / "nothing.cdplan", database.NO_FILE)
    refused(tmp_path / "no folder" / "nothing.cdplan", database.NO_FILE)


def test_a_folder(tmp_path: Path) -> None:
    refused(tmp_path, database.A_FOLDER)


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.cdplan"
    path.touch()
    refused(path, database.EMPTY_FILE)


@pytest.mark.parametrize("content", [b"x", b"PK\x03\x04 a workbook", "이름,날짜\n".encode("cp949"), bytes(4096)])
def test_another_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.cdplan"
    path.write_bytes(content)
    refused(path, database.NOT_A_PLAN)
    assert path.read_bytes() == content


def test_another_database(tmp_path: Path) -> None:
    path = tmp_path / "other.cdplan"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
    refused(path, database.NOT_A_PLAN)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.cdplan"
    os.mkfifo(path)
    refused(path, database.NOT_A_PLAN)


def test_our_mark_without_tables(tmp_path: Path) -> None:
    path = tmp_path / "hollow.cdplan"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {database.APPLICATION_ID}")
        connection.execute("CREATE TABLE t (x)")
    refused(path, database.DAMAGED)


def test_a_name_too_long(tmp_path: Path) -> None:
    with pytest.raises(CannotUseFile):
        OpenPlan.open(tmp_path / ("x" * 400 + ".cdplan"))


def test_cut_short(plan_file: Path) -> None:
    content = plan_file.read_bytes()
    plan_file.write_bytes(content[: len(content) // 2])
    half = plan_file.read_bytes()
    refused(plan_file, database.DAMAGED)
    assert plan_file.read_bytes() == half


def test_cut_short_by_a_little(plan_file: Path) -> None:
    """What SQLite would read and write as if it were whole."""
    plan_file.write_bytes(plan_file.read_bytes()[:-1500])
    before = plan_file.read_bytes()
    with pytest.raises(CannotUseFile) as refusal:
        OpenPlan.open(plan_file)
    assert refusal.value.message == database.DAMAGED
    assert plan_file.read_bytes() == before


@pytest.fixture(scope="module")
def full_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan with a little of much, steps to take back included."""
    path = tmp_path_factory.mktemp("full") / "full.cdplan"
    opened = OpenPlan.create(path)
    opened.perform(Add(tuple(crowded_plan(Random(7)).records())), STEP)
    opened.perform(AddDelivery(Delivery(DeliveryId("new"), month="2025-10")), STEP)
    opened.write_ledger({"d0": json.dumps({"delivery": "d0"})})
    opened.keep(b"photo")
    opened.close()
    return path


def use_everything(opened: OpenPlan) -> None:
    """What a window does with a plan it was given."""
    plan = opened.plan
    for problem in check_plan(plan):
        assert problem_sentence(Wording("en"), plan, problem)
    opened.steps(50)
    opened.history("deliveries", "new")
    for _ in range(3):
        opened.undo()
    for _ in range(3):
        opened.redo()
    to_json(WholePlan(opened.plan))


@given(seed=st.integers(0, 2**32))
@settings(max_examples=60)
def test_damaged_bytes_never_end_in_anything_but_a_sentence(seed: int, full_file: Path, tmp_path: Path) -> None:
    random = Random(seed)
    damaged = bytearray(full_file.read_bytes())
    for _ in range(random.choice([1, 1, 4, 40])):
        place = random.randrange(100, len(damaged))
        damaged[place] = random.randrange(256)
    path = tmp_path / "damaged.cdplan"
    path.write_bytes(damaged)
    try:
        opened = OpenPlan.open(path)
    except CannotUseFile:
        assert path.read_bytes() == damaged
        return
    try:
        use_everything(opened)
    except Refusal:
        pass
    finally:
        opened.close()


def test_made_by_a_newer_version(plan_file: Path, tmp_path: Path) -> None:
    add_season(plan_file)
    with closing(sqlite3.connect(plan_file)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, 'moons', '2030-01-01')",
            (migrations.SET_NAME,),
        )
        connection.commit()
    opened = OpenPlan.open(plan_file)
    assert opened.read_only is not None
    assert opened.read_only.message == database.NEWER_FILE
    with pytest.raises(CannotUseFile):
        opened.perform(Change("seasons", SEASON, {"title": "x"}), STEP)
    with pytest.raises(CannotUseFile):
        opened.undo()
    opened.copy_to(tmp_path / "backup.cdplan")
    assert b"\xea\xb5\xac\xeb\xaf\xb8" in to_json(whole_plans.whole_of(opened))
    opened.close()


def test_an_older_file_is_brought_up_to_date_and_read_without_touching_it(
    plan_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_season(plan_file)
    steps = migrations._steps

    def with_one_more() -> object:
        more = steps()
        more(name="moons")(lambda db: db.table("moons").create({"id": str}, pk="id"))
        return more

    monkeypatch.setattr(migrations, "STEP_NAMES", (*migrations.STEP_NAMES, "moons"))
    monkeypatch.setattr(migrations, "_steps", with_one_more)
    before = plan_file.read_bytes()
    looking = OpenPlan.open(plan_file, read_only=True)
    assert looking.plan.season.title == "구미"
    looking.close()
    assert plan_file.read_bytes() == before
    OpenPlan.open(plan_file).close()
    kept = list(paths.backups_folder().rglob("*.cdplan"))
    assert len(kept) == 1
    with closing(sqlite3.connect(kept[0])) as connection:
        assert migrations.applied_steps(connection) == list(migrations.STEP_NAMES[:-1])
    with closing(sqlite3.connect(plan_file)) as connection:
        assert migrations.applied_steps(connection) == list(migrations.STEP_NAMES)


def test_a_file_without_the_right_to_write(plan_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write everything, so that the answer of the system is put in its mouth."""
    add_season(plan_file)
    beside = sorted(plan_file.parent.iterdir())
    asked = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and asked(path, mode))
    before = plan_file.read_bytes()
    opened = OpenPlan.open(plan_file)
    assert opened.plan.season.title == "구미"
    assert opened.read_only is not None
    assert opened.read_only.message == database.FILE_READ_ONLY
    with pytest.raises(CannotUseFile, match="only be read"):
        opened.perform(Change("seasons", SEASON, {"title": "x"}), STEP)
    opened.close()
    assert plan_file.read_bytes() == before
    assert sorted(plan_file.parent.iterdir()) == beside


def test_a_folder_in_which_no_lock_can_be_made(plan_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_lock(_self: object) -> bool:
        raise PermissionError(13, "Permission denied")

    add_season(plan_file)
    monkeypatch.setattr(database.WriterLock, "take", no_lock)
    opened = OpenPlan.open(plan_file)
    assert opened.read_only is not None
    assert opened.plan.season.title == "구미"
    opened.close()


def test_a_file_without_the_right_to_read(plan_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_right(*_arguments: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", no_right)
        with pytest.raises(CannotUseFile) as refusal:
            OpenPlan.open(plan_file)
    assert refusal.value.message == database.NO_PERMISSION


def test_a_copy_of_an_open_plan_on_a_medium_without_writing(plan_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its header says that a log lies beside it; there is none, and none can be made."""
    add_season(plan_file)
    with closing(sqlite3.connect(plan_file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    connected = database._connected

    def no_log_can_be_made(path: Path, mode: str) -> sqlite3.Connection:
        if "immutable" in mode:
            return connected(path, mode)
        return connected(path.with_name("not there"), mode)

    monkeypatch.setattr(database, "_connected", no_log_can_be_made)
    opened = OpenPlan.open(plan_file, read_only=True)
    assert opened.plan.season.title == "구미"
    opened.close()


@pytest.fixture
def little_room(plan_file: Path) -> Iterator[OpenPlan]:
    """A plan on a disk that is nearly full."""
    add_season(plan_file)
    opened = OpenPlan.open(plan_file)
    connection = opened._store._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    yield opened
    opened.close()


def test_a_full_disk(little_room: OpenPlan) -> None:
    before = little_room.plan
    many = tuple(Delivery(DeliveryId(f"d{n}"), public_note="비" * 500, month="2025-10") for n in range(200))
    with pytest.raises(CannotUseFile) as refusal:
        little_room.perform(Add(many), STEP)
    assert refusal.value.message == database.DISK_FULL
    assert little_room.plan is before
    assert little_room.perform(Change("seasons", SEASON, {"title": "그래도"}), STEP).changes
    path = little_room.path
    little_room.close()
    again = OpenPlan.open(path)
    assert again.plan.season.title == "그래도"
    assert not again.plan.deliveries
    again.close()


def test_a_full_disk_at_the_very_beginning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = database.connect

    def small(path: Path, *, read_only: bool) -> sqlite3.Connection:
        connection = connect(path, read_only=read_only)
        connection.execute("PRAGMA max_page_count = 5")
        return connection

    monkeypatch.setattr(database, "connect", small)
    with pytest.raises(CannotUseFile) as refusal:
        OpenPlan.create(tmp_path / "new.cdplan")
    assert refusal.value.message == database.DISK_FULL
    assert not (tmp_path / "new.cdplan").exists()


def test_a_plan_that_does_not_fit_leaves_nothing_behind(tmp_path: Path) -> None:
    dangling = Plan.of([Delivery(DeliveryId("d"), venue="nowhere", month="2025-10")])  # type: ignore[arg-type]
    with pytest.raises(CannotUseFile):
        OpenPlan.create_with(tmp_path / "new.cdplan", dangling)
    assert not list(tmp_path.glob("new.cdplan*"))


def test_nothing_is_overwritten_by_a_new_plan(plan_file: Path, tmp_path: Path) -> None:
    before = plan_file.read_bytes()
    for path, message in ((plan_file, database.EXISTS), (tmp_path / "no" / "x.cdplan", database.CANNOT_CREATE)):
        with pytest.raises(CannotUseFile) as refusal:
            OpenPlan.create(path)
        assert refusal.value.message == message
    assert plan_file.read_bytes() == before


def test_a_copy_is_whole_and_at_rest(plan_file: Path, tmp_path: Path) -> None:
    add_season(plan_file)
    opened = OpenPlan.open(plan_file)
    opened.perform(Change("seasons", SEASON, {"title": "사본"}), STEP)
    target = tmp_path / "backup.cdplan"
    target.write_text("an older file")
    opened.copy_to(target)
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("SELECT value FROM file_facts WHERE name = 'left_open'").fetchone() == ("0",)
    copy = OpenPlan.open(target)
    assert copy.plan == opened.plan
    assert copy.undo_name == STEP
    copy.close()
    opened.close()
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".part"]


def test_a_copy_that_cannot_be_written(plan_file: Path, tmp_path: Path) -> None:
    opened = OpenPlan.open(plan_file)
    for target in (tmp_path / "no folder" / "backup.cdplan", tmp_path, plan_file):
        with pytest.raises(CannotUseFile):
            opened.copy_to(target)
    opened.perform(Add((Season(SEASON, "noch da"),)), STEP)
    opened.close()
    again = OpenPlan.open(plan_file, read_only=True)
    assert again.plan.season.title == "noch da"
    again.close()


def test_links_lead_to_the_same_lock(plan_file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.cdplan"
    link.symlink_to(plan_file)
    opened = OpenPlan.open(plan_file)
    second = OpenPlan.open(link)
    assert second.read_only is not None
    assert second.read_only.message == database.IN_USE
    second.close()
    opened.close()


@pytest.mark.parametrize("name", ["문화 배달.cdplan", "100% #1?.cdplan", "a'b\".cdplan", "e\u0301.cdplan"])
def test_any_name_will_do(name: str, empty_file: Path, tmp_path: Path) -> None:
    path = tmp_path / name
    shutil.copy(empty_file, path)
    add_season(path)
    opened = OpenPlan.open(path)
    assert opened.plan.season.title == "구미"
    opened.perform(Remove("seasons", SEASON), STEP)
    opened.close()
    assert path.exists()
