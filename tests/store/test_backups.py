"""Copies the program makes by itself: beside an open plan, thinned with age, never in the way, opened as new plans."""

from __future__ import annotations

import datetime
import errno
import threading
from pathlib import Path

import pytest

from director_app import paths
from director_app.domain.edits import Change
from director_app.domain.plan import SEASON
from director_app.domain.refusals import CannotUseFile
from director_app.operations import keeping
from director_app.operations.open_plan import OpenPlan
from director_app.store import backups, database
from tests.plan_files import STEP
from tests.store.test_files import add_season

NOW = datetime.datetime(2025, 10, 14, 9, 30)


def kept(plan: Path) -> list[Path]:
    return backups.list_backups(plan, paths.backups_folder())


def test_a_copy_is_made_beside_an_open_plan_and_holds_what_was_committed(plan_file: Path) -> None:
    add_season(plan_file)
    opened = OpenPlan.open(plan_file)
    opened.perform(Change("seasons", SEASON, {"title": "가을"}), STEP)
    worker = threading.Thread(target=keeping.keep_copy, args=(plan_file, NOW))
    worker.start()
    opened.perform(Change("seasons", SEASON, {"subtitle": "다음"}), STEP)  # edits go on meanwhile
    worker.join()
    opened.close()
    (copy,) = kept(plan_file)
    assert copy.name == "구미 2025 2025-10-14_093000.cdplan"
    seen = OpenPlan.open(copy, read_only=True)
    assert seen.plan.season.title == "가을"
    seen.close()


def test_the_first_of_a_day_is_made_once(plan_file: Path) -> None:
    assert keeping.keep_copy(plan_file, NOW, once_a_day=True) is not None
    assert keeping.keep_copy(plan_file, NOW + datetime.timedelta(hours=3), once_a_day=True) is None
    assert keeping.keep_copy(plan_file, NOW + datetime.timedelta(days=1), once_a_day=True) is not None


def test_no_copy_takes_the_place_of_another(plan_file: Path) -> None:
    keeping.keep_copy(plan_file, NOW)
    keeping.keep_copy(plan_file, NOW)
    assert [backups.made_at(copy) for copy in kept(plan_file)] == [NOW + datetime.timedelta(seconds=1), NOW]


def test_what_is_kept_grows_thin_with_age() -> None:
    """Two copies a day for a hundred days leave ten, one a day for two weeks, and one a week for eight weeks."""
    made = [NOW - datetime.timedelta(hours=12 * number) for number in range(200)]
    names = [Path(f"x {moment:%Y-%m-%d_%H%M%S}.cdplan") for moment in made]
    gone = set(backups.superfluous(names, NOW.date()))
    left = [moment for moment, name in zip(made, names, strict=True) if name not in gone]
    assert left[:10] == made[:10]
    assert len({moment.date() for moment in left if (NOW - moment).days < 14}) == 14
    assert {moment.isocalendar()[:2] for moment in left} == {
        moment.isocalendar()[:2] for moment in made if (NOW.date() - moment.date()).days < 56
    }
    assert len(left) <= 10 + 14 + 8


def test_a_full_disk_costs_no_older_copy(plan_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(12):
        keeping.keep_copy(plan_file, NOW + datetime.timedelta(days=day - 300))
    before = kept(plan_file)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CannotUseFile, match="no room"):
        keeping.keep_copy(plan_file, NOW)
    assert kept(plan_file) == before
    assert sorted(before[0].parent.iterdir()) == sorted(before)


def test_what_is_in_a_copy_is_read_without_opening_it_as_a_plan(plan_file: Path) -> None:
    add_season(plan_file)
    keeping.keep_copy(plan_file, NOW)
    keeping.keep_copy(plan_file, NOW + datetime.timedelta(days=1))
    kept(plan_file)[0].write_bytes(b"torn")
    torn, good = keeping.copies_of(plan_file)
    assert (torn.is_good, good.is_good) == (False, True)
    assert (good.title, good.deliveries, good.made_at) == ("구미", 0, NOW)
    assert good.last_step is not None


def test_the_latest_good_copy_becomes_a_new_plan_file(plan_file: Path, tmp_path: Path) -> None:
    add_season(plan_file)
    keeping.keep_copy(plan_file, NOW)
    keeping.keep_copy(plan_file, NOW + datetime.timedelta(days=1))
    kept(plan_file)[0].write_bytes(b"torn")
    plan_file.write_bytes(b"torn as well")
    found = keeping.latest_good_copy(plan_file)
    assert found is not None
    assert found.made_at == NOW
    target = tmp_path / "again.cdplan"
    keeping.write_copy(found.path, target)
    opened = OpenPlan.open(target)
    assert opened.plan.season.title == "구미"
    opened.close()
    with pytest.raises(CannotUseFile) as refused:
        keeping.write_copy(found.path, target)
    assert refused.value.message == database.EXISTS


def test_a_name_too_long_is_said_to_be_too_long(tmp_path: Path) -> None:
    for length in (252, 300, 5000):
        with pytest.raises(CannotUseFile) as refused:
            OpenPlan.open(tmp_path / ("x" * length))
        assert "too long" in str(refused.value.message)
        assert len(str(refused.value.values["file"])) < 60
    with pytest.raises(CannotUseFile) as refused:
        database.look_at(tmp_path / ("x" * 300))
    assert "too long" in str(refused.value.message)
