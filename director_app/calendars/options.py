"""What a calendar is asked to hold, and what came of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import NamedTuple

from director_app.domain.ids import AreaId, ArtistId, DeliveryId, InitiativeId, ProgrammeId, VenueId
from director_app.domain.ledger import LedgerEntry
from director_app.domain.ledger_facts import subject_text
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import area_of, dates_of, initiative_of, lineup_of


class CalendarOptions(NamedTuple):
    """Which deliveries a calendar holds: every condition that is given must be met, by any one of its records.

    An artist is met by the groups she belongs to as well, a venue by the places inside it.
    """

    #: With contacts, confirmations, notes and ideas; otherwise only what the public may know.
    internal: bool = False
    programmes: frozenset[ProgrammeId] = frozenset()
    deliveries: frozenset[DeliveryId] = frozenset()
    artists: frozenset[ArtistId] = frozenset()
    venues: frozenset[VenueId] = frozenset()
    areas: frozenset[AreaId] = frozenset()
    initiatives: frozenset[InitiativeId] = frozenset()
    #: First and last date, both included; what lasts several days counts when one of them is inside.
    since: datetime.date | None = None
    until: datetime.date | None = None
    #: Name of the calendar; empty is the season's title.
    name: str = ""

    @property
    def is_everything(self) -> bool:
        """Whether no condition is given."""
        named = (self.programmes, self.deliveries, self.artists, self.venues, self.areas, self.initiatives)
        return not any(named) and self.since is None and self.until is None


class CalendarFile(NamedTuple):
    """A finished calendar."""

    data: bytes
    #: Events in it, cancelled ones included.
    events: int
    cancelled: int
    #: Deliveries it could not hold because only their month, or not even that, is known.
    without_date: tuple[DeliveryId, ...]
    #: Whole sentences for the reader, in the language of the calendar.
    remarks: tuple[str, ...]


def holds_delivery(plan: Plan, options: CalendarOptions) -> Callable[[Delivery], bool]:
    """A test whether a calendar with these options speaks of a delivery."""
    if options.is_everything:
        return lambda _delivery: True
    artists, venues = _with_groups(plan, options.artists), _with_inner(plan, options.venues)

    def holds(delivery: Delivery) -> bool:
        return (
            (not options.deliveries or delivery.id in options.deliveries)
            and (not options.programmes or delivery.programme in options.programmes)
            and (not venues or delivery.venue in venues)
            and (not options.areas or area_of(plan, delivery) in options.areas)
            and (not options.initiatives or initiative_of(plan, delivery) in options.initiatives)
            and (not artists or any(act.artist in artists for act in lineup_of(plan, delivery)))
            and _is_between(options, *dates_of(delivery))
        )

    return holds


def holds_entry(plan: Plan, options: CalendarOptions) -> Callable[[LedgerEntry], bool]:
    """The same test for what is no longer in the plan, by the facts it was last published with."""
    if options.is_everything:
        return lambda _entry: True
    wanted = [
        frozenset(subject_text(kind, identity) for identity in identities)
        for kind, identities in (
            ("programmes", options.programmes),
            ("venues", _with_inner(plan, options.venues)),
            ("areas", options.areas),
            ("initiatives", options.initiatives),
            ("artists", _with_groups(plan, options.artists)),
        )
        if identities
    ]

    def holds(entry: LedgerEntry) -> bool:
        subjects = frozenset(entry.subjects)
        return (
            (not options.deliveries or entry.delivery in options.deliveries)
            and all(one & subjects for one in wanted)
            and _is_between(options, _date(entry.starts), _date(entry.ends) or _date(entry.starts))
        )

    return holds


def _is_between(options: CalendarOptions, first: datetime.date | None, last: datetime.date | None) -> bool:
    if options.since is None and options.until is None:
        return True
    if first is None or last is None:
        return False
    return (options.since is None or last >= options.since) and (options.until is None or first <= options.until)


def _date(text: str) -> datetime.date | None:
    return datetime.date(int(text[:4]), int(text[4:6]), int(text[6:8])) if text else None


def _with_groups(plan: Plan, artists: Iterable[ArtistId]) -> frozenset[ArtistId]:
    """The artists and every group that one of them belongs to, also through other groups."""
    found = set(artists)
    waiting = list(found)
    while waiting:
        for kind, user in plan.users("artists", waiting.pop()):
            group = ArtistId(user)
            if kind == "artists" and group not in found:
                found.add(group)
                waiting.append(group)
    return frozenset(found)


def _with_inner(plan: Plan, venues: Iterable[VenueId]) -> frozenset[VenueId]:
    """The venues and every place inside one of them."""
    found = set(venues)
    waiting = list(found)
    while waiting:
        whole = waiting.pop()
        for kind, user in plan.users("venues", whole):
            inner = VenueId(user)
            if kind == "venues" and inner not in found and plan.venues[inner].part_of == whole:
                found.add(inner)
                waiting.append(inner)
    return frozenset(found)
