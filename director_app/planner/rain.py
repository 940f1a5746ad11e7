"""What stands under the sky, and what becomes of it in rain and heat."""

from __future__ import annotations

from director_app.domain.facts import FallbackKind, Setting
from director_app.domain.ids import VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import fallback_venue, plan_b_of, programme_of


def is_outdoor(plan: Plan, delivery: Delivery) -> bool:
    """Whether it stands under the sky: its venue does, or, without a venue, its programme asks for it."""
    venue = plan.venues.get(delivery.venue) if delivery.venue else None
    if venue is not None and venue.setting is not None:
        return venue.setting is Setting.OUTDOOR
    programme = programme_of(plan, delivery)
    return programme is not None and programme.needs.setting is Setting.OUTDOOR


def has_fallback(plan: Plan, delivery: Delivery) -> bool:
    """Whether rain and heat have been thought of: a place, or the decision to go on, postpone or cancel."""
    plan_b = plan_b_of(plan, delivery.fallback, delivery.event, delivery.venue)
    return plan_b is not None and (plan_b.kind is not FallbackKind.INDOORS or plan_b.venue is not None)


def leaves_in_rain(plan: Plan, delivery: Delivery) -> bool:
    """Whether its place is free again in rain: it stands outdoors and goes indoors, to another day, or nowhere."""
    if not is_outdoor(plan, delivery):
        return False
    plan_b = plan_b_of(plan, delivery.fallback, delivery.event, delivery.venue)
    return plan_b is not None and plan_b.kind is not FallbackKind.AS_IS


def is_off_in_rain(plan: Plan, delivery: Delivery) -> bool:
    """Whether nothing of it takes place in rain: it stands outdoors and goes to another day, or nowhere."""
    if not is_outdoor(plan, delivery):
        return False
    plan_b = plan_b_of(plan, delivery.fallback, delivery.event, delivery.venue)
    return plan_b is not None and plan_b.kind in (FallbackKind.POSTPONE, FallbackKind.CANCEL)


def shelter_of(plan: Plan, delivery: Delivery) -> VenueId | None:
    """The other place it would take in rain or heat; None for what is over."""
    if delivery.status is Status.DELIVERED:
        return None
    place = fallback_venue(plan, delivery)
    return place if place != delivery.venue else None
