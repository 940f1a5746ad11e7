"""Two copies of one plan, worked on apart, come together without losing anything and in any order."""

from __future__ import annotations

from contextlib import suppress
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.edits import Add, AddDelivery, Change, Edit, Put, Remove, resolve
from director_app.domain.ids import ArtistId, DeliveryId
from director_app.domain.kinds import KIND_NAMES
from director_app.domain.merging import WHOLE_RECORD, Merge, Merged, Place, merge
from director_app.domain.people import Artist
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedEdit
from tests.domain.any_records import ground
from tests.planner.crowded_plans import any_change, crowded_plan

SEEDS = st.integers(0, 2**32)


def worked_on(plan: Plan, random: Random, edits: int) -> Plan:
    """The plan after some edits: records written anew, and a few taken away."""
    for _ in range(edits):
        edit: Edit = Put(any_change(random))
        if random.random() < 0.3:
            kind = random.choice(["deliveries", "artists", "venues", "applications", "segments"])
            edit = Remove(kind, random.choice([*sorted(plan.table(kind)), ""]))
        with suppress(RefusedEdit):
            plan = resolve(plan, edit)[0]
    return plan


def merged(base: Plan, here: Plan, there: Plan) -> tuple[Plan, Merge]:
    found = merge(base, here, there)
    return resolve(here, Merged(found))[0], found


def tables(plan: Plan) -> dict[str, dict[str, object]]:
    return {kind: dict(plan.table(kind)) for kind in KIND_NAMES}


@given(SEEDS)
def test_merging_is_legal_does_nothing_twice_and_knows_no_order(seed: int) -> None:
    random = Random(seed)
    base = crowded_plan(random)
    here, there = worked_on(base, random, 6), worked_on(base, random, 6)
    both, found = merged(base, here, there)
    again = merge(base, both, there)
    assert not again.changes
    if not found.clashes and not found.brought_back:
        assert tables(both) == tables(merged(base, there, here)[0])


@given(SEEDS)
def test_what_only_one_side_did_is_all_there(seed: int) -> None:
    random = Random(seed)
    base = crowded_plan(random)
    there = worked_on(base, random, 8)
    both, found = merged(base, base, there)
    assert not found.clashes
    assert tables(both) == tables(there)
    assert not merge(base, there, base).changes


def two_of_each() -> Plan:
    return Plan.of(ground())


def changed(plan: Plan, kind: str, identity: str, **values: object) -> Plan:
    return resolve(plan, Change(kind, identity, values))[0]


def test_different_fields_of_one_record_come_together() -> None:
    base = two_of_each()
    here = changed(base, "artists", "artists-0", name="밴드")
    there = changed(base, "artists", "artists-0", genre="재즈")
    both, found = merged(base, here, there)
    assert not found.clashes
    assert (both.artists[ArtistId("artists-0")].name, both.artists[ArtistId("artists-0")].genre) == ("밴드", "재즈")


def test_one_field_changed_on_both_sides_stays_and_is_told_with_both_sides() -> None:
    base = two_of_each()
    here = changed(base, "deliveries", "deliveries-0", start=720)
    there = changed(base, "deliveries", "deliveries-0", start=780)
    both, found = merged(base, here, there)
    place = Place("deliveries", "deliveries-0", "start")
    assert [(one.place, one.before, one.here, one.there) for one in found.clashes] == [(place, None, 720, 780)]
    assert both.deliveries[DeliveryId("deliveries-0")].start == 720
    chosen = resolve(here, Merged(merge(base, here, there, {place})))[0]
    assert chosen.deliveries[DeliveryId("deliveries-0")].start == 780


def test_times_that_make_sense_only_apart_are_asked() -> None:
    base = changed(two_of_each(), "deliveries", "deliveries-0", start=720, end=760)
    here = changed(base, "deliveries", "deliveries-0", start=750)
    there = changed(base, "deliveries", "deliveries-0", end=740)
    both, found = merged(base, here, there)
    assert {one.place.field for one in found.clashes} == {"start", "end"}
    assert (both.deliveries[DeliveryId("deliveries-0")].start, both.deliveries[DeliveryId("deliveries-0")].end) == (
        750,
        760,
    )


def test_removed_here_and_changed_there_is_asked() -> None:
    base = resolve(two_of_each(), Add((Artist(ArtistId("x"), "듀오"),)))[0]
    here = resolve(base, Remove("artists", "x"))[0]
    there = changed(base, "artists", "x", genre="재즈")
    both, found = merged(base, here, there)
    place = Place("artists", "x", WHOLE_RECORD)
    assert [one.place for one in found.clashes] == [place]
    assert ArtistId("x") not in both.artists
    chosen = resolve(here, Merged(merge(base, here, there, {place})))[0]
    assert chosen.artists[ArtistId("x")].genre == "재즈"


def test_what_one_side_removed_and_the_other_books_is_there_again() -> None:
    base = resolve(two_of_each(), Add((Artist(ArtistId("x"), "듀오"),)))[0]
    gone = resolve(base, Remove("artists", "x"))[0]
    group = changed(base, "artists", "artists-0", members=(ArtistId("x"),))
    for here, there in ((gone, group), (group, gone)):
        both, found = merged(base, here, there)
        assert found.brought_back == (("artists", "x"),)
        assert both.artists[ArtistId("artists-0")].members == (ArtistId("x"),)


def test_one_number_given_on_both_sides_becomes_two_the_same_on_both() -> None:
    base = two_of_each()
    here = resolve(base, AddDelivery(Delivery(DeliveryId("a"), month="2025-10")))[0]
    there = resolve(base, AddDelivery(Delivery(DeliveryId("b"), month="2025-11")))[0]
    ways = [merged(base, here, there), merged(base, there, here)]
    assert tables(ways[0][0]) == tables(ways[1][0])
    assert [one.delivery for one in ways[0][1].renumbered] == ["b"]
    numbers = [one.number for one in ways[0][0].deliveries.values() if one.number]
    assert len(numbers) == len(set(numbers))
