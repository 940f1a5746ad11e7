"""The day of the event: what stands outdoors, what becomes of it in rain and heat, and who must know of a change."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from director_app.domain.facts import Contact, Fallback, FallbackKind, FallbackState, Subject
from director_app.domain.ids import DeliveryId, ToldId, VenueId
from director_app.domain.parts import artists_of
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import date_order, plan_b_of, with_members
from director_app.planner.rain import is_outdoor


class OutdoorItem(NamedTuple):
    """One thing of a day that rain can touch, with both of its plans."""

    delivery: DeliveryId
    #: What is done in rain; None when nobody has thought of it.
    plan_b: Fallback | None
    #: Whether it stands at the place of its plan B already.
    is_indoors: bool = False

    @property
    def place_b(self) -> VenueId | None:
        """Where it goes in rain; None when it goes nowhere or nobody knows where."""
        is_place = self.plan_b is not None and self.plan_b.kind is FallbackKind.INDOORS
        return self.plan_b.venue if self.plan_b is not None and is_place else None

    @property
    def is_secured(self) -> bool:
        """Whether the place of plan B is ours."""
        return self.place_b is not None and self.plan_b is not None and self.plan_b.state is FallbackState.SECURED


class Part(StrEnum):
    """What somebody is to a delivery."""

    ACT = "act"
    MEMBER = "member"
    PLACE = "place"
    PLACE_LEFT = "place_left"
    HOST = "host"
    COMPANY = "company"


class PersonToTell(NamedTuple):
    """Somebody who must know what became of a delivery, with the numbers there are (private)."""

    subject: Subject
    delivery: DeliveryId
    part: Part
    contacts: tuple[Contact, ...]
    #: When they were last told of this delivery.
    told_at: datetime.datetime | None = None


def rain_plan(plan: Plan, delivery: Delivery) -> Fallback | None:
    """Plan B of a delivery as it stands, inherited facts filled in."""
    return plan_b_of(plan, delivery.fallback, delivery.event, delivery.venue)


def outdoor_item(plan: Plan, delivery: Delivery) -> OutdoorItem | None:
    """A delivery as one decides on it in rain; None when it is indoors by plan."""
    plan_b = rain_plan(plan, delivery)
    own = delivery.fallback
    is_moved = own is not None and own.kind is FallbackKind.INDOORS and own.venue == delivery.venue is not None
    if not is_moved and not is_outdoor(plan, delivery):
        return None
    return OutdoorItem(delivery.id, plan_b, is_moved)


def outdoor_items(plan: Plan, day: datetime.date) -> tuple[OutdoorItem, ...]:
    """What rain can touch on a date, the earliest decision first; ideas and what is over are left out.

    What was decided already (gone indoors, postponed, cancelled) stays in the list, so that it can be decided anew.
    """
    found = []
    for delivery in sorted((plan.deliveries[one] for one in plan.on_day(day)), key=date_order):
        item = outdoor_item(plan, delivery)
        if item is not None and delivery.status not in (Status.IDEA, Status.DELIVERED):
            found.append(item)
    return tuple(sorted(found, key=_by_decision))


def _by_decision(item: OutdoorItem) -> tuple[bool, int]:
    minute = item.plan_b.decision_time if item.plan_b is not None else None
    return minute is None, minute or 0


def people_to_tell(
    before: Plan, after: Plan, deliveries: Iterable[DeliveryId] | None = None
) -> tuple[PersonToTell, ...]:
    """Who must know of what lies between two states of a plan: acts, places with their hosts, companies.

    With `deliveries`, everybody of these, also of one that stays as it is; else of all whose date, time, place, acts
    or status changed. Whom to tell of a place that is left, and of acts that no longer come, is in the list too.
    """
    named = tuple(_changed(before, after)) if deliveries is None else tuple(dict.fromkeys(deliveries))
    found: dict[tuple[Subject, DeliveryId], PersonToTell] = {}
    for name in named:
        for person in _people_of(before, after, name):
            found.setdefault((person.subject, person.delivery), person)
    return tuple(found.values())


def _changed(before: Plan, after: Plan) -> Iterator[DeliveryId]:
    """What takes place otherwise than before, in order; what is new or gone as well, unless it was only an idea."""
    names = {*before.deliveries, *after.deliveries}
    touched = {name for name in names if before.deliveries.get(name) is not after.deliveries.get(name)}
    if before.segments != after.segments:  # a part may have got another artist while its delivery stayed as it was
        touched.update(part.delivery for plan in (before, after) for part in plan.segments.values() if part.artist)
    records = {name: after.deliveries.get(name) or before.deliveries[name] for name in touched}
    for name in sorted(touched, key=lambda one: date_order(records[one])):
        if essence(before, name) != essence(after, name):
            yield name


def essence(plan: Plan, name: DeliveryId) -> object:
    """What those concerned must know of a delivery: when, where, who, whether; None where there is nothing to know."""
    one = plan.deliveries.get(name)
    if one is None or one.status is Status.IDEA:
        return None
    return (
        one.date, one.until, one.start, one.end, one.venue, one.status.takes_place, one.postponed_to,
        one.status is Status.CANCELLED, artists_of(plan, one),
    )  # fmt: skip


def _people_of(before: Plan, after: Plan, name: DeliveryId) -> Iterator[PersonToTell]:
    was, now = before.deliveries.get(name), after.deliveries.get(name)
    for plan, one in ((after, now), (before, was)):
        if one is not None:
            yield from _acts(plan, after, one)
    for plan, one, part in ((after, now, Part.PLACE), (before, was, Part.PLACE_LEFT)):
        venue = plan.venues.get(one.venue) if one is not None and one.venue is not None else None
        if venue is not None:
            yield from _place(after, venue, name, part)
    for plan, one in ((after, now), (before, was)):
        company = plan.organisations.get(one.organisation) if one is not None and one.organisation else None
        if company is not None:
            yield _person(after, "organisations", company.id, name, Part.COMPANY, company.contacts)


def _acts(plan: Plan, after: Plan, delivery: Delivery) -> Iterator[PersonToTell]:
    """The acts in billing order, then those of its parts; of a group nobody can be called for, its members who can."""
    for identity in artists_of(plan, delivery):
        artist = plan.artists.get(identity)
        if artist is None:
            continue
        yield _person(after, "artists", artist.id, delivery.id, Part.ACT, artist.contacts)
        if not artist.contacts:
            for member in with_members(plan, artist.id)[1:]:
                contacts = plan.artists[member].contacts
                if contacts:
                    yield _person(after, "artists", member, delivery.id, Part.MEMBER, contacts)


def _place(plan: Plan, venue: Venue, name: DeliveryId, part: Part) -> Iterator[PersonToTell]:
    """The place, and its host where the place itself has nobody to call."""
    yield _person(plan, "venues", venue.id, name, part, venue.contacts)
    host = plan.organisations.get(venue.host) if venue.host else None
    if host is not None and not venue.contacts:
        yield _person(plan, "organisations", host.id, name, Part.HOST, host.contacts)


def _person(
    plan: Plan, kind: str, identity: str, delivery: DeliveryId, part: Part, contacts: tuple[Contact, ...]
) -> PersonToTell:
    subject = Subject(kind, identity)
    tellings = (plan.tellings[ToldId(one)] for one in plan.users_of_kind("deliveries", delivery, "tellings"))
    told = [one.told_at for one in tellings if one.subject == subject and one.told_at is not None]
    return PersonToTell(subject, delivery, part, contacts, max(told, default=None))
