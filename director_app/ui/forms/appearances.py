"""Where an artist appears: every delivery that she, or a group she belongs to, plays in; and the ways between them."""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import NamedTuple

from director_app.domain.facts import ConfirmationOf, ConfirmationState
from director_app.domain.ids import DeliveryId, ProgrammeId, SegmentId, ToldId
from director_app.domain.parts import artists_of
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Delivery
from director_app.domain.published import area_of, date_order, lineup_of, with_members
from director_app.domain.requests import Told
from director_app.planner.bookings import setup_and_strike, show_spans


def groups_with(plan: Plan, artist: str) -> list[str]:
    """The artist and every group she is a member of, groups within groups included."""
    found = [artist]
    for one in found:
        for group in sorted(plan.users_of_kind("artists", one, "artists")):
            if group not in found:
                found.append(group)
    return found


def appearances_of(plan: Plan, artist: str) -> list[Delivery]:
    """The deliveries an artist plays in, in the order of their dates."""
    found: dict[str, Delivery] = {}
    for one in groups_with(plan, artist):
        for identity in plan.users_of_kind("artists", one, "deliveries"):
            delivery = plan.deliveries[DeliveryId(identity)]
            if any(act.artist == one for act in lineup_of(plan, delivery)):
                found[identity] = delivery
        for programme in plan.users_of_kind("artists", one, "programmes"):
            if not any(act.artist == one for act in plan.programmes[ProgrammeId(programme)].lineup):
                continue
            for identity in plan.users_of_kind("programmes", programme, "deliveries"):
                delivery = plan.deliveries[DeliveryId(identity)]
                if delivery.lineup is None and delivery.programme == programme:
                    found[identity] = delivery
        for part in plan.users_of_kind("artists", one, "segments"):
            delivery = plan.deliveries[plan.segments[SegmentId(part)].delivery]
            found[delivery.id] = delivery
    return sorted(found.values(), key=date_order)


def artists_affected(plan: Plan, change: RecordChange) -> list[str]:
    """The artists whose appearances a change of another record touches."""
    found: list[str] = []
    for side in (change.before, change.after):
        if side is None:
            continue
        if change.kind == "deliveries":
            found.extend(one for act in artists_of(plan, side) for one in with_members(plan, act))
        elif change.kind == "segments" and side.artist is not None:
            found.extend(with_members(plan, side.artist))
        elif change.kind == "programmes":
            found.extend(one for act in side.lineup for one in with_members(plan, act.artist))
        elif change.kind == "tellings" and side.subject.kind == "artists":
            found.append(side.subject.id)
    return found


def told_of(plan: Plan, artist: str, delivery: str, kind: str = "artists") -> Told | None:
    """What the artist (or somebody of another kind) was told of a delivery, apart from releases."""
    for identity in sorted(plan.users_of_kind("deliveries", delivery, "tellings")):
        told = plan.tellings[ToldId(identity)]
        if told.subject == (kind, artist) and told.release is None:
            return told
    return None


class Acknowledgements(NamedTuple):
    """The days on which an artist was told, answered, and signed; a day that is not known is `datetime.date.min`."""

    told: datetime.date | None = None
    answered: datetime.date | None = None
    signed: datetime.date | None = None


def acknowledgements(plan: Plan, artist: str, delivery: Delivery) -> Acknowledgements:
    """How far things have come with an artist for one delivery."""
    told = told_of(plan, artist, delivery.id)
    told_day = told.told_at.date() if told is not None and told.told_at is not None else None
    answered_day = told.answered_at.date() if told is not None and told.answered_at is not None else None
    signed = None
    for one in delivery.confirmations:
        mine = one.artist in (None, artist)
        if one.of is ConfirmationOf.CONTRACT and one.state is ConfirmationState.AGREED and mine:
            signed = one.on or datetime.date.min
        if one.of is ConfirmationOf.ACT and one.artist == artist:
            if one.state is ConfirmationState.AGREED and answered_day is None:
                answered_day = one.on or datetime.date.min
            if one.state is not ConfirmationState.OPEN and told_day is None:
                told_day = datetime.date.min if one.state is ConfirmationState.AGREED else one.on or datetime.date.min
    return Acknowledgements(told_day, answered_day, signed)


class Way(NamedTuple):
    """From one delivery to the next on the same day: minutes needed (None: not known) and minutes left between."""

    one: Delivery
    other: Delivery
    needed: int | None
    left: int

    @property
    def is_tight(self) -> bool:
        """Whether there is less time than it takes."""
        return self.left < 0 or (self.needed is not None and self.left < self.needed)


def ways_between(plan: Plan, deliveries: list[Delivery]) -> list[Way]:
    """The ways between deliveries that follow each other on one day at different places."""
    timed = [
        (spans[0], one) for one in deliveries if one.status.takes_place and len(spans := show_spans(plan, one)) == 1
    ]
    timed.sort(key=lambda entry: entry[0])
    found = []
    for (first, one), (second, other) in pairwise(timed):
        if one.date != other.date or one.venue == other.venue:
            continue
        left = second.start - setup_and_strike(plan, other)[0] - first.end - setup_and_strike(plan, one)[1]
        found.append(Way(one, other, minutes_between(plan, one, other), left))
    return found


def minutes_between(plan: Plan, one: Delivery, other: Delivery) -> int | None:
    """Minutes by van between the areas of two deliveries; 0 within one area, None when nobody wrote it down."""
    areas = tuple(area_of(plan, each) for each in (one, other))
    if None in areas:
        return None
    if areas[0] == areas[1]:
        return 0
    for travel in plan.travels.values():
        if {travel.one, travel.other} == set(areas):
            return travel.van_minutes if travel.van_minutes is not None else travel.walk_minutes
    return None
