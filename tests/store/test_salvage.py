"""A damaged plan without a copy: whatever can still be read comes along in a new file, and the rest is named."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from director_app.domain.edits import Change, Remove
from director_app.domain.fields import to_plain
from director_app.domain.kinds import KIND_NAMES, references
from director_app.domain.ledger import LedgerEntry, entry_text
from director_app.domain.plan import SEASON, Plan
from director_app.domain.refusals import CannotUseFile
from director_app.domain.rules import check_alone
from director_app.operations.open_plan import OpenPlan
from director_app.operations.salvaging import NOTHING_READABLE, Salvage, salvage_plan, salvage_sentence
from director_app.planner.checks import check_plan
from director_app.store import database, salvage
from director_app.wording import Wording
from tests.plan_files import STEP

PAGE = 4096
BYTES = bytes(range(256)) * 100


@pytest.fixture
def damaged(sample_file: Path, tmp_path: Path) -> Path:
    """A sample season at rest, for tests to break."""
    path = tmp_path / "damaged.cdplan"
    shutil.copy(sample_file, path)
    return path


def salvaged(path: Path) -> tuple[Plan, Salvage]:
    """The plan of what could be read, as it opens from its new file."""
    target = path.with_name("again.cdplan")
    target.unlink(missing_ok=True)
    before = path.read_bytes()
    done = salvage_plan(path, target)
    assert path.read_bytes() == before
    opened = OpenPlan.open(target)
    plan = opened.plan
    opened.close()
    return plan, done


def plan_of(path: Path) -> Plan:
    opened = OpenPlan.open(path, read_only=True)
    plan = opened.plan
    opened.close()
    return plan


def test_a_whole_file_comes_along_whole(damaged: Path) -> None:
    before = plan_of(damaged)
    plan, done = salvaged(damaged)
    assert plan == before
    assert not done.lost
    assert done.is_all_known
    assert done.trimmed == 0


def test_without_its_first_page_the_rest_is_known_by_what_it_is(damaged: Path) -> None:
    before = plan_of(damaged)
    damaged.write_bytes(bytes(PAGE) + damaged.read_bytes()[PAGE:])
    with pytest.raises(CannotUseFile):
        OpenPlan.open(damaged)
    plan, done = salvaged(damaged)
    assert plan.deliveries == before.deliveries
    assert plan.programmes == before.programmes
    assert not done.is_all_known


def test_what_waits_in_the_log_is_read_and_what_was_removed_stays_away(damaged: Path, tmp_path: Path) -> None:
    opened = OpenPlan.open(damaged)
    gone = next(iter(opened.plan.deliveries))
    opened.perform(Change("seasons", SEASON, {"title": "로그에만 있는 제목"}), STEP)
    opened.perform(Remove("deliveries", gone), STEP)
    opened.keep(BYTES)
    (entry,) = [LedgerEntry(gone, "uid-1", 3, "20251014T050000Z", "when", "what", "봄밤")]
    opened.write_ledger({gone: entry_text(entry)})
    copy = tmp_path / "torn.cdplan"
    for suffix in ("", "-wal"):
        shutil.copy(f"{damaged}{suffix}", f"{copy}{suffix}")
    expected, digests, ledger = opened.plan, opened.content_digests(), opened.ledger_rows()
    opened.close()

    plan, _done = salvaged(copy)
    assert plan == expected
    again = OpenPlan.open(copy.with_name("again.cdplan"))
    assert again.content_digests() == digests
    assert again.ledger_rows() == ledger
    again.close()


@given(seed=st.integers(0, 2**32), holes=st.integers(1, 30), size=st.sampled_from([1, 64, 512, PAGE]))
@settings(max_examples=8)
def test_any_damage_leaves_a_plan_that_makes_sense(
    seed: int, holes: int, size: int, sample_file: Path, tmp_path: Path
) -> None:
    random = Random(seed)
    data = bytearray(sample_file.read_bytes())
    for _hole in range(holes):
        at = random.randrange(len(data) // size) * size
        data[at : at + size] = random.randbytes(size)
    path = tmp_path / "damaged.cdplan"
    path.write_bytes(data[: random.randrange(len(data) // 2, len(data))])
    before = plan_of(sample_file)
    try:
        plan, done = salvaged(path)
    except CannotUseFile:
        assert not salvage.holds_records(path)
        return
    for record in plan.records():
        check_alone(record)
        for kind, identity in references(record):
            assert plan.find(kind, identity) is not None
    check_plan(plan)
    same = sum(plan.find(kind, one.id) == one for kind in KIND_NAMES for one in before.table(kind).values())
    assert same + done.trimmed + 2 * holes >= sum(done.read.values())  # a hole spoils what stands in it, nothing else


def test_every_kind_is_read_as_it_was_written(plan_file: Path) -> None:
    from tests.domain.any_records import ground

    opened = OpenPlan.create_with(plan_file.with_name("all.cdplan"), Plan.of(ground()))
    opened.close()
    found = salvage.salvage(plan_file.with_name("all.cdplan"))
    for record in ground():
        kind = next(name for name in KIND_NAMES if record.id in found.records[name])
        assert to_plain(found.records[kind][record.id]) == to_plain(record)


@pytest.mark.parametrize("content", [b"", b"torn", bytes(PAGE * 3), b"PK\x03\x04" + bytes(9000), b"\x0d\xff" * 6000])
def test_of_nothing_comes_nothing(content: bytes, tmp_path: Path) -> None:
    path, target = tmp_path / "nothing.cdplan", tmp_path / "again.cdplan"
    path.write_bytes(content)
    assert not salvage.holds_records(path)
    with pytest.raises(CannotUseFile) as refused:
        salvage_plan(path, target)
    assert refused.value.message == NOTHING_READABLE
    assert not target.exists()


def test_no_file_takes_the_place_of_another(damaged: Path) -> None:
    with pytest.raises(CannotUseFile) as refused:
        salvage_plan(damaged, damaged)
    assert refused.value.message == database.EXISTS


def test_the_sentence_names_what_is_lost_most_first(wording: Wording) -> None:
    done = Salvage({"deliveries": 78}, {"venues": 1, "deliveries": 2, "handovers": 3}, 4, is_all_known=True)
    sentence = salvage_sentence(wording, done, Path("a.cdplan"), Path("b.cdplan"))
    assert sentence == (
        "a.cdplan에서 읽은 78건을 새 파일에 담았습니다: b.cdplan. 잃은 것: 기타 3, 일정 2, 장소 1."
        if wording.language == "ko"
        else "78 records of a.cdplan could be read and are in a new file: b.cdplan. Lost: Other 3, Delivery 2, Place 1."
    )
