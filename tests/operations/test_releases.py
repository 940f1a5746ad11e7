"""Editions: numbered once, never changed, never undone; what they said can always be read again."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from director_app.domain.edits import Add, Change, Put, Remove
from director_app.domain.ids import DeliveryId
from director_app.domain.papers import GivenOut
from director_app.domain.programme import Delivery, Status
from director_app.domain.refusals import CannotUseFile, RefusedEdit, RefusedInput
from director_app.domain.timeline import WallMinute
from director_app.operations import releases, whole_plans
from director_app.operations.interchange import WholePlan, from_json, to_json
from director_app.operations.open_plan import OpenPlan
from director_app.operations.releases import Frozen
from director_app.planner.comparing import ChangeKind
from tests.plan_files import STEP

NOW = datetime.datetime(2025, 8, 14, 9, 30)
ONE = Delivery(
    DeliveryId("d"), "GM-001", date=datetime.date(2025, 10, 14), start=WallMinute(720), status=Status.CONFIRMED
)


def opened_at(path: Path) -> OpenPlan:
    opened = OpenPlan.open(path)
    opened.perform(Add((ONE,)), STEP)
    return opened


def frozen(opened: OpenPlan, name: str = "", given: tuple[GivenOut, ...] = ()) -> Frozen:
    return releases.freeze(opened, releases.state_now(opened.plan), NOW, name, given)


def test_an_edition_is_numbered_and_says_what_was_published_also_after_a_restart(plan_file: Path) -> None:
    opened = opened_at(plan_file)
    first = frozen(opened, "여름")
    assert first.is_new
    assert (first.release.number, first.release.name, first.release.published_at) == (1, "여름", NOW)
    opened.perform(Change("deliveries", "d", {"start": 780}), STEP)
    second = frozen(opened)
    assert second.release.number == 2
    opened.close()
    again = OpenPlan.open(plan_file)
    assert [one.number for one in releases.editions(again.plan)] == [2, 1]
    assert releases.state_of(again, first.release).deliveries[ONE.id].start == 720
    assert releases.state_of(again, second.release).deliveries[ONE.id].start == 780
    found = releases.differences(again, first.release, second.release)
    assert [one.kind for one in found] == [ChangeKind.MOVED]
    assert releases.differences(again, second.release) == ()
    again.close()


def test_a_plan_that_did_not_change_is_the_same_edition(plan_file: Path) -> None:
    opened = opened_at(plan_file)
    first = frozen(opened, given=(GivenOut("booklet", NOW, "ko"),))
    opened.perform(Change("deliveries", "d", {"internal_note": "조심"}), STEP)
    later = NOW + datetime.timedelta(hours=1)
    second = frozen(opened, given=(GivenOut("flyer", later, "ko", ("programme/p",)), GivenOut("booklet", later, "ko")))
    assert not second.is_new
    assert second.release.number == 1
    assert [(one.document, one.at) for one in second.release.given] == [("flyer", later), ("booklet", later)]
    assert second.release._replace(given=()) == first.release._replace(given=())
    opened.close()


def test_what_is_on_paper_is_not_undone_and_its_number_never_given_again(plan_file: Path) -> None:
    opened = opened_at(plan_file)
    opened.perform(Change("deliveries", "d", {"start": 780}), STEP)
    release = frozen(opened).release
    assert opened.undo_name == STEP
    while opened.undo() is not None:
        pass
    assert not opened.plan.deliveries
    assert dict(opened.plan.releases) == {release.id: release}
    assert releases.state_of(opened, release).deliveries[ONE.id].start == 780
    while opened.redo() is not None:
        pass
    opened.perform(Change("deliveries", "d", {"start": 800}), STEP)
    assert frozen(opened).release.number == 2
    opened.close()


def test_editions_that_came_with_an_import_keep_their_numbers_when_it_is_undone(
    plan_file: Path, tmp_path: Path
) -> None:
    other = OpenPlan.create(tmp_path / "other.cdplan")
    other.perform(Add((ONE,)), STEP)
    frozen(other)
    other.perform(Change("deliveries", "d", {"start": 780}), STEP)
    second = frozen(other).release
    data = to_json(whole_plans.whole_of(other))
    other.close()
    opened = OpenPlan.open(plan_file)
    whole_plans.accept_whole(opened, from_json(data, "other.json"), "other.json")
    assert releases.state_of(opened, second).deliveries[ONE.id].start == 780
    assert to_json(whole_plans.whole_of(opened)) == data
    opened.undo()
    assert not opened.plan.releases
    opened.perform(Add((ONE,)), STEP)
    opened.close()
    again = OpenPlan.open(plan_file)
    assert frozen(again).release.number == 3
    again.close()


def test_an_edition_stays_as_it_is(plan_file: Path) -> None:
    opened = opened_at(plan_file)
    release = frozen(opened).release
    for edit in (
        Change("releases", release.id, {"name": "가을"}),
        Put(release._replace(content="0")),
        Remove("releases", release.id),
    ):
        with pytest.raises(RefusedEdit):
            opened.perform(edit, STEP)
    assert dict(opened.plan.releases) == {release.id: release}
    opened.close()


def test_what_cannot_be_frozen_or_read_is_a_sentence(plan_file: Path) -> None:
    opened = OpenPlan.open(plan_file)
    with pytest.raises(RefusedInput):
        releases.state_now(opened.plan)
    with pytest.raises(RefusedInput):
        releases.edition_numbered(opened.plan, 1)
    opened.perform(Add((ONE,)), STEP)
    release = frozen(opened).release
    with pytest.raises(RefusedInput):
        releases.edition_numbered(opened.plan, 2)
    opened.close()
    bomb = b"x\x9c" + bytes(100)
    for packed in (None, b"", b"no zlib", bomb):
        with pytest.raises(CannotUseFile):
            releases.unpacked(packed, release.number)


def test_nothing_is_kept_where_the_plan_may_only_be_read(plan_file: Path) -> None:
    opened = opened_at(plan_file)
    opened.close()
    again = OpenPlan.open(plan_file, read_only=True)
    with pytest.raises(CannotUseFile):
        frozen(again)
    assert not again.plan.releases
    again.close()


def test_an_edition_without_its_bytes_does_not_stop_the_next(plan_file: Path) -> None:
    opened = opened_at(plan_file)
    release = frozen(opened).release
    bare = WholePlan(opened.plan)
    opened.close()
    path = plan_file.with_name("bare.cdplan")
    copy = OpenPlan.create(path)
    whole_plans.accept_whole(copy, bare, "bare.json")
    with pytest.raises(CannotUseFile):
        releases.state_of(copy, release)
    assert frozen(copy).release.number == 2
    copy.close()


def test_one_date_becomes_again_what_an_edition_says(plan_file: Path) -> None:
    opened = opened_at(plan_file)
    release = frozen(opened).release
    opened.perform(Change("deliveries", "d", {"start": 800, "status": Status.CANCELLED, "internal_note": "조심"}), STEP)
    opened.perform(Add((ONE._replace(id=DeliveryId("e"), number="GM-002"),)), STEP)
    with pytest.raises(RefusedInput):
        releases.restore_date(opened, release, DeliveryId("e"))
    releases.restore_date(opened, release, ONE.id)
    assert opened.plan.deliveries[ONE.id] == ONE._replace(internal_note="조심")
    assert [one.delivery for one in releases.differences(opened, release)] == ["e"]
    opened.undo()
    assert opened.plan.deliveries[ONE.id].status is Status.CANCELLED
    opened.perform(Remove("deliveries", "d"), STEP)
    releases.restore_date(opened, release, ONE.id)
    assert opened.plan.deliveries[ONE.id] == ONE
    opened.close()
