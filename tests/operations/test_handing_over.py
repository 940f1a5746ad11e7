"""A copy goes to another desk, both work on, and what comes back is merged; nothing is lost, nothing comes twice."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.edits import AddDelivery, Change, MoveDelivery, Remove
from director_app.domain.ids import ArtistId, DeliveryId
from director_app.domain.kinds import KIND_NAMES
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.refusals import CannotUseFile, RefusedInput
from director_app.operations import bundles, handing_over, whole_plans
from director_app.operations.open_plan import OpenPlan
from director_app.planner.scope import Scope
from tests.plan_files import STEP

NOW = datetime.datetime(2025, 10, 14, 9, 0)


@pytest.fixture
def here(tmp_path: Path) -> Iterator[OpenPlan]:
    opened = whole_plans.start_sample(tmp_path / "here.cdplan")
    yield opened
    opened.close()


def sent(opened: OpenPlan, path: Path, minutes: int = 0, **options: object) -> bundles.Bundle:
    later = NOW + datetime.timedelta(minutes=minutes)
    handing_over.hand_over(opened, path, later, **options)  # type: ignore[arg-type]
    return bundles.read_bundle(path, str(options.get("passphrase", "")))


def said(plan: Plan) -> dict[str, dict[str, object]]:
    return {kind: dict(plan.table(kind)) for kind in KIND_NAMES if kind != "handovers"}


def some_delivery(plan: Plan, number: int = 0) -> DeliveryId:
    return sorted(one for one in plan.deliveries if plan.deliveries[one].date is not None)[number]


def test_both_desks_end_with_the_same_plan(here: OpenPlan, tmp_path: Path) -> None:
    there = handing_over.begin(tmp_path / "there.cdplan", sent(here, tmp_path / "1.cdbundle", name="조감독"), NOW)
    assert said(there.plan) == said(here.plan)
    first, second = some_delivery(here.plan), some_delivery(here.plan, 1)
    here.perform(Change("deliveries", first, {"expected_heads": 77}), STEP)
    here.perform(AddDelivery(Delivery(DeliveryId("a"), month="2025-11")), STEP)
    there.perform(Change("deliveries", first, {"public_note": "비옷을 챙겨 오세요"}), STEP)
    there.perform(Remove("deliveries", second), STEP)
    there.perform(AddDelivery(Delivery(DeliveryId("b"), month="2025-11")), STEP)
    merged = handing_over.take_in(here, sent(there, tmp_path / "2.cdbundle", 1), NOW).merge
    assert not merged.clashes
    both = here.plan.deliveries[first]
    assert (both.expected_heads, both.public_note) == (77, "비옷을 챙겨 오세요")
    assert second not in here.plan.deliveries
    handing_over.take_in(there, sent(here, tmp_path / "3.cdbundle", 2), NOW)
    assert said(there.plan) == said(here.plan)
    there.close()


def test_the_same_bundle_again_changes_nothing_and_undo_takes_the_merge_back(here: OpenPlan, tmp_path: Path) -> None:
    there = handing_over.begin(tmp_path / "there.cdplan", sent(here, tmp_path / "1.cdbundle"), NOW)
    there.perform(Change("deliveries", some_delivery(here.plan), {"expected_heads": 5}), STEP)
    bundle = sent(there, tmp_path / "2.cdbundle", 1)
    there.close()
    before = said(here.plan)
    handing_over.take_in(here, bundle, NOW)
    after = here.plan
    assert said(after) != before
    assert handing_over.take_in(here, bundle, NOW).outcome.plan == after
    here.undo()
    assert said(here.plan) == before
    assert handing_over.merge_of(here, bundle).changes


def test_a_clash_is_listed_and_either_side_can_be_taken(here: OpenPlan, tmp_path: Path) -> None:
    there = handing_over.begin(tmp_path / "there.cdplan", sent(here, tmp_path / "1.cdbundle"), NOW)
    one = some_delivery(here.plan)
    here.perform(Change("deliveries", one, {"expected_heads": 10}), STEP)
    there.perform(Change("deliveries", one, {"expected_heads": 20}), STEP)
    bundle = sent(there, tmp_path / "2.cdbundle", 1)
    there.close()
    clashes = handing_over.merge_of(here, bundle).clashes
    assert [(clash.here, clash.there) for clash in clashes] == [(10, 20)]
    handing_over.take_in(here, bundle, NOW, [clashes[0].place])
    assert here.plan.deliveries[one].expected_heads == 20


def test_a_week_for_an_assistant_comes_back_without_touching_the_rest(here: OpenPlan, tmp_path: Path) -> None:
    week = Scope(since=datetime.date(2025, 10, 13), until=datetime.date(2025, 10, 19))
    before = here.plan
    there = handing_over.begin(tmp_path / "w.cdplan", sent(here, tmp_path / "1.cdbundle", scope=week), NOW)
    assert 0 < len(there.plan.deliveries) < len(before.deliveries)
    inside = next(one for one in there.plan.deliveries.values() if one.date == datetime.date(2025, 10, 15))
    # Meanwhile another date of that week is moved out of it here: for the next bundle it is not gone.
    other = next(one.id for one in there.plan.deliveries.values() if one.date == datetime.date(2025, 10, 17))
    there.perform(Change("deliveries", inside.id, {"expected_heads": 5}), STEP)
    merged = handing_over.take_in(here, sent(there, tmp_path / "2.cdbundle", 1), NOW).merge
    assert [(one.kind, one.id) for one in merged.changes] == [("deliveries", inside.id)]
    here.perform(Change("deliveries", other, {"is_locked": False}), STEP)
    here.perform(MoveDelivery(other, {"date": datetime.date(2025, 11, 20)}), STEP)
    handing_over.take_in(there, sent(here, tmp_path / "3.cdbundle", 2, scope=week), NOW)
    assert other in there.plan.deliveries
    there.close()


def test_nothing_private_goes_along_and_nothing_private_is_lost(here: OpenPlan, tmp_path: Path) -> None:
    artist = next(iter(here.plan.artists))
    here.perform(Change("artists", artist, {"fee": 300_000, "note": "전화는 오후에"}), STEP)
    bundle = sent(here, tmp_path / "1.cdbundle", private=False)
    assert bundle.plan.artists[artist].fee is None
    assert not bundle.plan.notes
    assert "오후에".encode() not in bundle.packed
    there = handing_over.begin(tmp_path / "there.cdplan", bundle, NOW)
    there.perform(Change("artists", artist, {"genre": "국악"}), STEP)
    handing_over.take_in(here, sent(there, tmp_path / "2.cdbundle", 1), NOW)
    there.close()
    assert (here.plan.artists[ArtistId(artist)].fee, here.plan.artists[ArtistId(artist)].genre) == (300_000, "국악")
    again = sent(here, tmp_path / "3.cdbundle", 2, private=False)
    assert not handing_over.merge_of(here, again).changes


def test_photos_go_along(here: OpenPlan, tmp_path: Path) -> None:
    there = handing_over.begin(tmp_path / "there.cdplan", sent(here, tmp_path / "1.cdbundle"), NOW)
    digests = {one.digest for one in here.plan.attachments.values()}
    assert {one: here.content(one) for one in digests} == {one: there.content(one) for one in digests}
    there.close()


def test_an_encrypted_bundle_opens_with_its_passphrase_alone(here: OpenPlan, tmp_path: Path) -> None:
    path = tmp_path / "1.cdbundle"
    assert sent(here, path, passphrase="산단의 밤").plan.deliveries
    assert "아트다이닝".encode() not in path.read_bytes()
    for passphrase in ("", "산단의 낮"):
        with pytest.raises(CannotUseFile):
            bundles.read_bundle(path, passphrase)


def test_a_bundle_of_another_season_is_refused(here: OpenPlan, tmp_path: Path) -> None:
    stranger = whole_plans.start_empty(tmp_path / "other.cdplan")
    bundle = sent(stranger, tmp_path / "1.cdbundle")
    stranger.close()
    with pytest.raises(RefusedInput):
        handing_over.merge_of(here, bundle)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("bundle")
    opened = whole_plans.start_empty(folder / "small.cdplan")
    handing_over.hand_over(opened, folder / "1.cdbundle", NOW)
    opened.close()
    return (folder / "1.cdbundle").read_bytes()


@given(st.integers(0, 2**32))
def test_damaged_bytes_are_refused_or_do_no_harm(
    good: bytes, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    random = Random(seed)
    data = bytearray(good)
    for _ in range(random.randint(1, 4)):
        data[random.randrange(len(data))] = random.randrange(256)
    cut = random.choice([len(data), random.randrange(len(data))])
    path = tmp_path_factory.mktemp("damaged") / "x.cdbundle"
    path.write_bytes(bytes(data[:cut]))
    whole = path.with_name("good.cdbundle")
    whole.write_bytes(good)
    expected = bundles.read_bundle(whole).plan
    try:
        found = bundles.read_bundle(path).plan
    except CannotUseFile:
        return
    assert said(found) == said(expected)


def test_a_changed_plan_in_an_unchanged_bundle_is_refused(good: bytes, tmp_path: Path) -> None:
    path, forged = tmp_path / "1.cdbundle", tmp_path / "2.cdbundle"
    path.write_bytes(good)
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(forged, "w") as other:
        for entry in archive.infolist():
            data = archive.read(entry)
            other.writestr(entry.filename, data.replace(b'"ledger": []', b'"ledger":  []'))
    with pytest.raises(CannotUseFile):
        bundles.read_bundle(forged)
