"""A proposal is looked at again before it is accepted: nothing that clashes meanwhile, or alone, is taken."""

import datetime

from director_app.domain.edits import MoveDelivery, Remove, SetStatus, resolve
from director_app.domain.ids import DeliveryId, VenueId
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.season import Season
from director_app.domain.timeline import WallMinute
from director_app.planner.placing.accepting import Standing, broken_in
from director_app.planner.placing.options import unplaced
from director_app.planner.placing.proposals import Placement, Proposal, propose

TODAY = datetime.date(2025, 10, 13)
NOON, ONE = WallMinute(720), WallMinute(780)
A, B = DeliveryId("a"), DeliveryId("b")


def at_noon(name: DeliveryId, day: datetime.date | None) -> Delivery:
    return Delivery(name, venue=VenueId("hall"), date=day, start=NOON, end=ONE, status=Status.CONFIRMED)


def plan_of(*deliveries: Delivery) -> Plan:
    season = Season(SEASON, first_day=TODAY, last_day=TODAY + datetime.timedelta(days=40))
    return Plan.of([season, Venue(VenueId("hall"), "강당"), *deliveries])


def test_what_was_proposed_holds_while_nothing_changes() -> None:
    plan = plan_of(at_noon(A, None), at_noon(B, None))
    proposal = propose(plan, unplaced(plan, TODAY), TODAY)
    assert broken_in(plan, proposal, {A, B}, TODAY) == {}


def test_what_she_changed_meanwhile_is_not_overwritten() -> None:
    plan = plan_of(at_noon(A, None), at_noon(B, None))
    proposal = propose(plan, unplaced(plan, TODAY), TODAY)
    moved = resolve(plan, MoveDelivery(A, {"date": TODAY + datetime.timedelta(days=30)}))[0]
    gone = resolve(plan, Remove("deliveries", A))[0]
    off = resolve(plan, SetStatus((A,), Status.CANCELLED))[0]
    for now in (moved, gone, off):
        found = broken_in(now, proposal, {A, B}, TODAY)
        assert {name: one.standing for name, one in found.items()} == {A: Standing.CHANGED}


def test_a_slot_taken_meanwhile_is_not_taken_twice() -> None:
    plan = plan_of(at_noon(A, None))
    proposal = propose(plan, unplaced(plan, TODAY), TODAY)
    other = at_noon(B, proposal.placements[0].after.date)
    found = broken_in(plan_of(at_noon(A, None), other), proposal, {A}, TODAY)
    assert found[A].standing is Standing.CLASHES
    assert found[A].problem is not None


def test_half_of_an_exchange_clashes_where_the_whole_does_not() -> None:
    tuesday, wednesday = TODAY + datetime.timedelta(days=15), TODAY + datetime.timedelta(days=16)
    plan = plan_of(at_noon(A, tuesday), at_noon(B, wednesday))
    exchange = tuple(
        Placement(plan.deliveries[name], plan.deliveries[name]._replace(date=day), ())
        for name, day in ((A, wednesday), (B, tuesday))
    )
    proposal = Proposal(exchange, (), 0, 0, 0)
    assert broken_in(plan, proposal, {A, B}, TODAY) == {}
    assert set(broken_in(plan, proposal, {A}, TODAY)) == {A}
