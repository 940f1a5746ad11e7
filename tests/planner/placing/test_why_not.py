"""Contradictions: found when planted, nothing in them to spare, and every way out really is one."""

import datetime

import pytest

from director_app.domain.edits import MoveDelivery, resolve
from director_app.domain.facts import Act
from director_app.domain.ids import ArtistId, DeliveryId, VenueId
from director_app.domain.people import Artist, ArtistKind
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery
from director_app.domain.season import Season
from director_app.domain.timeline import WallMinute
from director_app.planner.placing.why_not import Wish, WishKind, can_be_met, why_not

MONDAY = datetime.date(2025, 10, 13)
TUESDAY = MONDAY + datetime.timedelta(days=1)
NOON = WallMinute(720)


def season(count: int, *, days: int = 5, locked: int = 0) -> Plan:
    """Deliveries of one band, undated; some more of them locked at noon on Monday."""
    band = Artist(ArtistId("p"), "밴드", ArtistKind.PERSON)
    venues = [Venue(VenueId(f"v{number}"), name=f"식당 {number}") for number in range(count + locked)]
    deliveries = [
        Delivery(
            DeliveryId(f"d{number}"),
            number=f"CD-{number}",
            venue=venues[number].id,
            date=MONDAY if number >= count else None,
            start=NOON,
            end=WallMinute(780),
            lineup=(Act(band.id),),
        )
        for number in range(count + locked)
    ]
    last = MONDAY + datetime.timedelta(days=days - 1)
    return Plan.of([Season(SEASON, first_day=MONDAY, last_day=last), band, *venues, *deliveries])


def on(number: int, day: datetime.date, weight: int = 1) -> Wish:
    return Wish(DeliveryId(f"d{number}"), WishKind.ON, day, weight)


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_a_planted_contradiction_is_found_and_nothing_in_it_can_be_spared(count: int) -> None:
    """As many deliveries of one band as wished for one noon fewer than there are days."""
    plan = season(count, days=count - 1)
    wishes = [Wish(DeliveryId(f"d{number}"), WishKind.AT, NOON) for number in range(count)]
    found = why_not(plan, wishes, MONDAY)
    assert found is not None
    assert not can_be_met(plan, found.core, MONDAY)
    for wish in found.core:
        assert can_be_met(plan, [one for one in found.core if one != wish], MONDAY)
    everything = [*found.core, *(wish for wish in wishes if wish not in found.core)]
    assert found.ways_out
    for way in found.ways_out:
        assert can_be_met(plan, [one for one in everything if one not in way], MONDAY)


def test_wishes_that_can_be_met_are_no_contradiction() -> None:
    assert why_not(season(2), [on(0, MONDAY), on(1, TUESDAY)], MONDAY) is None


def test_what_is_not_part_of_it_is_not_named() -> None:
    found = why_not(season(3), [on(0, MONDAY), on(1, MONDAY), on(2, TUESDAY)], MONDAY)
    assert found is not None
    assert {wish.delivery for wish in found.core} == {"d0", "d1"}


def test_the_cheapest_is_given_up_first() -> None:
    found = why_not(season(2), [on(0, MONDAY, weight=5), on(1, MONDAY, weight=1)], MONDAY)
    assert found is not None
    assert found.ways_out[0] == (on(1, MONDAY, weight=1),)
    assert (on(0, MONDAY, weight=5),) in found.ways_out


def test_a_way_out_of_two_contradictions_gives_up_one_wish_of_each() -> None:
    days = [on(0, MONDAY), on(1, MONDAY), on(2, TUESDAY), on(3, TUESDAY)]
    found = why_not(season(4), days, MONDAY)
    assert found is not None
    (way,) = found.ways_out
    assert len(way) == 2
    assert why_not(season(4), [wish for wish in days if wish not in way], MONDAY) is None


def test_a_wish_against_what_stands_is_explained_by_itself() -> None:
    plan = season(1, locked=1)
    found = why_not(plan, [on(0, MONDAY)], MONDAY)
    assert found is not None
    assert on(0, MONDAY) in found.core
    assert (on(0, MONDAY),) in found.ways_out


def test_the_way_out_can_be_carried_out() -> None:
    plan = season(2)
    found = why_not(plan, [on(0, MONDAY), on(1, MONDAY)], MONDAY)
    assert found is not None
    moved, _changes = resolve(plan, MoveDelivery(DeliveryId("d0"), {"date": MONDAY}))
    assert moved.deliveries[DeliveryId("d0")].date == MONDAY


def test_an_hour_that_nobody_uses_is_no_contradiction() -> None:
    """Both on one day in one hall, only one of them at noon: the other one simply comes later."""
    plan = season(2, days=5)
    one = plan.deliveries[DeliveryId("d0")]._replace(start=None, end=None)
    plan = Plan.of([*(each for each in plan.records() if each.id != one.id), one])
    both = [on(0, MONDAY), on(1, MONDAY)]
    assert why_not(plan, both, MONDAY) is None
    found = why_not(
        plan, [*both, Wish(DeliveryId("d0"), WishKind.AT, NOON), Wish(DeliveryId("d1"), WishKind.AT, NOON)], MONDAY
    )
    assert found is not None
    assert [wish.kind for wish in found.core].count(WishKind.AT) == 1
