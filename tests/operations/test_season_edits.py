"""The season's own lists: order, and removals that are refused while somebody needs what would go."""

from __future__ import annotations

import datetime

import pytest

from director_app.domain.edits import resolve
from director_app.domain.ids import ApplicationId, AreaId, DeliveryId, InitiativeId, TravelId, VenueId
from director_app.domain.places import Travel, Venue
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Delivery, Initiative
from director_app.domain.refusals import RefusedEdit
from director_app.domain.requests import Application
from director_app.domain.season import Area
from director_app.operations.begun_seasons import period_of, season_of_answers
from director_app.operations.season_edits import PutInOrder, RemoveUnused
from director_app.operations.sentences import refusal_sentence
from director_app.wording import Wording

A, B = AreaId("a"), AreaId("b")
AREAS = (Area(A, "공단동", position=0), Area(B, "산동", position=1))


def test_what_nobody_uses_goes_with_what_only_describes_it() -> None:
    plan = Plan.of([*AREAS, Travel(TravelId("t"), A, B, 10)])
    after, _changes = resolve(plan, RemoveUnused("areas", A))
    assert set(after.areas) == {B}
    assert not after.travels


def test_users_are_named_places_first_and_the_rest_is_counted() -> None:
    users = [
        Venue(VenueId("v"), "에코홀", area=A),
        Delivery(DeliveryId("d"), "GM-001", area=A),
        *(Application(ApplicationId(f"x{n}"), f"0{n}", applicant="가나", area=A) for n in range(3)),
    ]
    plan = Plan.of([*AREAS, *users])
    with pytest.raises(RefusedEdit) as refused:
        RemoveUnused("areas", A).changes(plan)
    sentence = refusal_sentence(Wording("ko"), refused.value)
    assert sentence.startswith("에코홀, GM-001, 가나 00 외 2건에서 아직 공단동을 쓰고")
    assert "and 2 more" in refusal_sentence(Wording("en"), refused.value)
    alone = Plan.of([*AREAS, users[0]])
    with pytest.raises(RefusedEdit) as refused:
        RemoveUnused("areas", A).changes(alone)
    assert refused.value.values["users"] == ["에코홀"]


def test_an_order_changes_only_what_moves() -> None:
    plan = Plan.of([Initiative(InitiativeId(one), one, position=place) for place, one in enumerate("xyz")])
    after, changes = resolve(plan, PutInOrder("initiatives", ("y", "x", "z")))
    assert {change.id for change in changes} == {"x", "y"}
    assert sorted(after.initiatives, key=lambda one: after.initiatives[one].position) == ["y", "x", "z"]


def test_a_period_spans_dates_and_last_dates() -> None:
    def added(delivery: Delivery) -> RecordChange:
        return RecordChange("deliveries", delivery.id, None, delivery)

    first, last, until = datetime.date(2026, 4, 1), datetime.date(2026, 5, 6), datetime.date(2026, 6, 1)
    far = added(Delivery(DeliveryId("c"), month="2027-01"))
    dated = (Delivery(DeliveryId("a"), date=last), Delivery(DeliveryId("b"), date=first, until=until))
    assert period_of([*map(added, dated), far]) == (first, until)
    assert period_of([far]) == (None, None)


def test_skipped_answers_stay_undecided() -> None:
    season, complex_ = season_of_answers("  ", None, None)
    assert (season.title, season.complex, complex_) == ("", None, None)
