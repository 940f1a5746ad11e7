"""What a delivery takes from what is around it."""

from __future__ import annotations

import pytest

from director_app.domain.facts import Fallback, FallbackKind, FallbackState
from director_app.domain.ids import DeliveryId, EventId, VenueId
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Event
from director_app.domain.published import fallback_venue, plan_b_of

HALL, GYM = VenueId("hall"), VenueId("gym")
INDOORS, CANCEL = Fallback(), Fallback(FallbackKind.CANCEL)
TO_HALL = Fallback(venue=HALL, state=FallbackState.SECURED)
TO_GYM = Fallback(venue=GYM, state=FallbackState.ASKED)
AT_THREE = Fallback(trigger="비", decided_by="총감독")


@pytest.mark.parametrize(
    ("own", "event", "venue", "expected", "place"),
    [
        (None, None, None, None, None),
        (TO_HALL, TO_GYM, GYM, TO_HALL, HALL),
        (None, TO_GYM, HALL, TO_GYM, GYM),
        (None, None, GYM, TO_GYM, GYM),
        (CANCEL, TO_GYM, GYM, CANCEL, None),
        (None, CANCEL, GYM, CANCEL, None),
        (INDOORS, TO_HALL, GYM, TO_HALL, HALL),
        (INDOORS, None, GYM, TO_GYM, GYM),
        (INDOORS, CANCEL, GYM, TO_GYM, GYM),
        (INDOORS, CANCEL, None, INDOORS, None),
        (INDOORS, CANCEL._replace(venue=HALL), None, INDOORS, None),
        (CANCEL._replace(venue=HALL), None, None, CANCEL._replace(venue=HALL), None),
        (AT_THREE, TO_HALL, None, AT_THREE._replace(venue=HALL, state=FallbackState.SECURED), HALL),
    ],
)
def test_plan_b_is_the_nearest_that_was_made(
    own: Fallback | None,
    event: Fallback | None,
    venue: VenueId | None,
    expected: Fallback | None,
    place: VenueId | None,
) -> None:
    park = Venue(VenueId("park"), "공원", fallback=venue, fallback_state=FallbackState.ASKED)
    festival = Event(EventId("festival"), "축제", fallback=event)
    delivery = Delivery(DeliveryId("one"), event=festival.id, venue=park.id, fallback=own)
    plan = Plan.of([Venue(HALL, "강당"), Venue(GYM, "체육관"), park, festival, delivery])
    assert plan_b_of(plan, delivery.fallback, delivery.event, delivery.venue) == expected
    assert fallback_venue(plan, delivery) == place
