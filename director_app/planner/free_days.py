"""Which of the coming days are taken, free or impossible for an artist, a venue, or everybody a programme needs."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable
from enum import StrEnum
from typing import NamedTuple

from director_app.domain.ids import ArtistId, DeliveryId, ProgrammeId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import lineup_of, wholes_of, with_members
from director_app.domain.timeline import whole_day
from director_app.planner.availability import opening_spans, statements_about, when_unsuitable
from director_app.planner.bookings import open_days, presences, with_parts


class DayState(StrEnum):
    """What can be said of a day as a whole."""

    FREE = "free"
    BOOKED = "booked"
    CANNOT = "cannot"


class DayUse(NamedTuple):
    """One day: its state, what stands on it, and the reason stated why it cannot be."""

    day: datetime.date
    state: DayState
    deliveries: tuple[DeliveryId, ...] = ()
    reason: str = ""


def days_of(plan: Plan, kind: str, identity: str, first: datetime.date, count: int) -> tuple[DayUse, ...]:
    """The days from the first on for a record of "artists", "venues" or "programmes".

    A group, and a programme for all in its line-up, is free only when all its members are. A day is impossible when no
    minute of it suits; what is booked there all the same is told as booked.
    """
    days = [first + datetime.timedelta(days=number) for number in range(count)]
    if kind == "venues":
        venue = VenueId(identity)
        touched = {*with_parts(plan, venue), *wholes_of(plan, venue)}
        return _told(plan, days, lambda one: one.venue in touched, lambda day: _venue_reason(plan, venue, day))
    acts = _acts(plan, kind, identity)
    people = {person for act in acts for person in with_members(plan, act)}

    def takes(one: Delivery) -> bool:
        return (kind == "programmes" and one.programme == identity) or _asks_for(plan, one, people)

    return _told(plan, days, takes, lambda day: _stated_reason(plan, "artists", sorted(people), day))


def _acts(plan: Plan, kind: str, identity: str) -> tuple[ArtistId, ...]:
    if kind == "artists":
        return (ArtistId(identity),)
    programme = plan.programmes.get(ProgrammeId(identity))
    return tuple(act.artist for act in programme.lineup) if programme is not None else ()


def _asks_for(plan: Plan, one: Delivery, people: Collection[ArtistId]) -> bool:
    if not people or not (lineup_of(plan, one) or plan.segments):
        return False
    return any(person in people for act in presences(plan, one) for person in with_members(plan, act))


def _told(
    plan: Plan,
    days: list[datetime.date],
    takes: Callable[[Delivery], bool],
    reason_on: Callable[[datetime.date], str | None],
) -> tuple[DayUse, ...]:
    booked: dict[datetime.date, list[DeliveryId]] = {day: [] for day in days}
    for one in plan.deliveries.values():
        if one.date is None or one.date > days[-1] or (one.until or one.date) < days[0]:
            continue
        if one.status.takes_place and takes(one):
            for day in open_days(one):
                if day in booked:
                    booked[day].append(one.id)
    return tuple(_use(plan, day, booked[day], reason_on(day)) for day in days)


def _use(plan: Plan, day: datetime.date, found: list[DeliveryId], reason: str | None) -> DayUse:
    order = sorted(found, key=lambda one: (plan.deliveries[one].start or 0, one))
    state = DayState.BOOKED if order else DayState.FREE if reason is None else DayState.CANNOT
    return DayUse(day, state, tuple(order), reason or "")


def _venue_reason(plan: Plan, venue: VenueId, day: datetime.date) -> str | None:
    """Why a venue cannot be used all day: closed, or stated so; "" without a reason, None when it can."""
    wholes = [plan.venues[one] for one in wholes_of(plan, venue)]
    closed = next((shut for one in wholes for shut in one.closures if shut.first <= day <= shut.last), None)
    if closed is not None:
        return closed.reason
    if opening_spans(wholes, day) == []:
        return ""
    return _stated_reason(plan, "venues", [one.id for one in wholes], day)


def _stated_reason(plan: Plan, kind: str, ids: Iterable[str], day: datetime.date) -> str | None:
    for identity in ids:
        found = when_unsuitable(statements_about(plan, kind, identity), [], [whole_day(day)])
        if found is not None and found.is_impossible:
            return found.reason
    return None
