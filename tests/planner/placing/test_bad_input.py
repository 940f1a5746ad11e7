"""What no planner likes: seasons without days, doors that never open, too many wishes for one slot, being stopped."""

from __future__ import annotations

import datetime
import time
from typing import Any

import pytest

from director_app.domain.facts import Closure
from director_app.domain.ids import ApplicationId, AreaId, DeliveryId, VenueId
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedInput
from director_app.domain.requests import Application, Wish
from director_app.domain.season import Area, Season
from director_app.domain.timeline import WallMinute
from director_app.operations.sentences import refusal_sentence
from director_app.planner.checks import check_plan
from director_app.planner.placing import why_not as asking
from director_app.planner.placing.options import unplaced
from director_app.planner.placing.proposals import Proposal, WhyNot, propose
from director_app.wording import Wording

TODAY = datetime.date(2025, 10, 14)
HALL = VenueId("hall")


def proposed(*records: Any, **limits: Any) -> Proposal:
    plan = Plan.of(records)
    return propose(plan, unplaced(plan, TODAY), TODAY, **limits)


def delivery(number: int) -> Delivery:
    return Delivery(DeliveryId(f"d{number}"), venue=HALL, start=WallMinute(720), end=WallMinute(780))


@pytest.mark.parametrize("days", [0, -3, -400])
def test_a_season_without_days_places_nothing_and_says_so(days: int) -> None:
    season = Season(SEASON, first_day=TODAY, last_day=TODAY + datetime.timedelta(days=days))
    found = proposed(season, Venue(HALL), delivery(0), delivery(1))
    assert len(found.placements) <= (1 if days == 0 else 0)
    assert len(found.placements) + len(found.left) == 2
    assert check_plan(Plan.of([season, Venue(HALL), delivery(0)]), TODAY) is not None


def test_a_venue_that_never_opens_has_no_option() -> None:
    found = proposed(Venue(HALL, closures=(Closure(datetime.date.min, datetime.date.max),)), delivery(0))
    assert found.left == ((DeliveryId("d0"), WhyNot.NO_OPTION),)
    assert not found.placements


def test_thousands_of_wishes_for_one_slot_end_in_time() -> None:
    wish = Wish("", TODAY + datetime.timedelta(days=20), start=WallMinute(720))
    application = Application(ApplicationId("a"), wishes=(wish,) * 10_000, delivery=DeliveryId("d0"))
    begun = time.process_time()
    found = proposed(Venue(HALL), delivery(0), application)
    assert [one.after.date for one in found.placements] == [wish.first_day]
    assert time.process_time() - begun < 5


def test_ten_thousand_deliveries_for_one_place_stop_when_told() -> None:
    area = AreaId("area")
    many = [delivery(number)._replace(area=area) for number in range(10_000)]
    begun = time.monotonic()
    found = proposed(Area(area), Venue(HALL, area=area), *many, seconds=0.3)
    assert time.monotonic() - begun < 30
    assert len(found.placements) + len(found.left) == 10_000
    assert WhyNot.NOT_LOOKED_AT in {why for _name, why in found.left}


def test_a_solver_that_is_stopped_leaves_the_first_plan() -> None:
    asked = iter([False, False, False])
    found = proposed(Venue(HALL), *(delivery(number) for number in range(3)), is_stopped=lambda: next(asked, True))
    assert len(found.placements) == 3
    assert found.bound <= found.cost


def test_why_not_refuses_what_no_machine_can_hold_in_one_sentence() -> None:
    plan = Plan.of([Venue(HALL), *(delivery(number) for number in range(61))])
    wishes = [asking.Wish(name, asking.WishKind.ON, TODAY) for name in plan.deliveries]
    with pytest.raises(RefusedInput) as refused:
        asking.why_not(plan, wishes, TODAY)
    assert "60" in refusal_sentence(Wording("ko"), refused.value)


def test_many_wishes_for_one_slot_are_named_by_the_few_that_clash() -> None:
    season = Season(SEASON, first_day=TODAY, last_day=TODAY + datetime.timedelta(days=30))
    plan = Plan.of([season, Venue(HALL), *(delivery(number) for number in range(8))])
    found = asking.why_not(plan, [asking.Wish(name, asking.WishKind.ON, TODAY) for name in plan.deliveries], TODAY)
    assert found is not None
    assert len(found.core) == 4
    assert {wish.kind for wish in found.core} == {asking.WishKind.ON, asking.WishKind.PLACED}
