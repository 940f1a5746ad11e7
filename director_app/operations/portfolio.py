"""Many plans at once: their numbers and coverage beside one another, and artists asked for twice at one time."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from director_app.domain.ids import ArtistId, DeliveryId
from director_app.domain.people import Artist
from director_app.domain.plan import Plan
from director_app.domain.timeline import Span
from director_app.imports.cell_values import phone_key
from director_app.operations.open_plan import OpenPlan
from director_app.operations.searching import normalised
from director_app.planner.bookings import presences, with_groups
from director_app.planner.coverage import coverage_of


class PlanNumbers(NamedTuple):
    """One plan in numbers."""

    path: Path
    title: str
    complex: str
    deliveries: int
    #: How many deliveries have each status.
    by_status: dict[str, int]
    undated: int
    artists: int
    venues: int
    areas: int
    #: Areas in which something is confirmed, and those that wait longer than they should.
    reached: int
    forgotten: int
    fairness: float | None
    heads_counted: int


class Engagement(NamedTuple):
    """An artist at one delivery of one plan."""

    plan: int
    artist: ArtistId
    delivery: DeliveryId
    span: Span


class SharedClash(NamedTuple):
    """One artist at two places at one time in two plans; not sure when no phone number tells that both are one."""

    name: str
    first: Engagement
    second: Engagement
    is_sure: bool


class Portfolio(NamedTuple):
    """What was read of all plans."""

    plans: tuple[Plan, ...]
    numbers: tuple[PlanNumbers, ...]
    clashes: tuple[SharedClash, ...]


def read_portfolio(paths: Iterable[Path], today: datetime.date) -> Portfolio:
    """Read plans without touching them; `today` holds where a plan fixes no date of its own.

    Raises:
        CannotUseFile: when one cannot be opened.
    """
    plans, numbers = [], []
    for path in paths:
        opened = OpenPlan.open(path, read_only=True)
        try:
            plans.append(opened.plan)
        finally:
            opened.close()
        numbers.append(numbers_of(path, plans[-1], today))
    return Portfolio(tuple(plans), tuple(numbers), tuple(shared_clashes(plans)))


def shared_clashes(plans: Iterable[Plan]) -> list[SharedClash]:
    """Artists of one name in two plans who are booked at the same time, those of one phone number too; by time.

    Two of one name with different numbers are two people.
    """
    named: dict[str, list[tuple[int, Plan, Artist]]] = defaultdict(list)
    engaged: list[dict[ArtistId, list[Engagement]]] = []
    for number, plan in enumerate(plans):
        engaged.append(_engagements(number, plan))
        for artist in plan.artists.values():
            if normalised(artist.name):
                named[normalised(artist.name)].append((number, plan, artist))
    found: list[SharedClash] = []
    for same in named.values():
        for place, (one, _plan, first) in enumerate(same):
            for other, _there, second in same[place + 1 :]:
                is_same = _is_same(first, second)
                if one != other and is_same is not None:
                    found += _meeting(first.name, engaged[one][first.id], engaged[other][second.id], is_sure=is_same)
    return sorted(found, key=lambda one: (one.first.span, one.name, one.second))


def _meeting(name: str, ones: list[Engagement], others: list[Engagement], *, is_sure: bool) -> Iterator[SharedClash]:
    for one in ones:
        for other in others:
            if one.span.overlaps(other.span):
                yield SharedClash(name, one, other, is_sure)


def _engagements(number: int, plan: Plan) -> dict[ArtistId, list[Engagement]]:
    """When each artist must be somewhere, as such or in a group."""
    own: dict[ArtistId, list[Engagement]] = defaultdict(list)
    for delivery in plan.deliveries.values():
        for artist, presence in presences(plan, delivery).items():
            own[artist] += [Engagement(number, artist, delivery.id, span) for span in presence.spans]
    return {
        artist: sorted({one for group in with_groups(plan, artist) for one in own.get(group, ())})
        for artist in plan.artists
    }


def _is_same(one: Artist, other: Artist) -> bool | None:
    """True when a phone number is shared, None when the numbers say that they are two, False when nothing tells."""
    numbers = [_phones(each) for each in (one, other)]
    if numbers[0] & numbers[1]:
        return True
    return None if all(numbers) else False


def _phones(artist: Artist) -> set[str]:
    return {key for contact in artist.contacts if (key := phone_key(contact.phone))}


def numbers_of(path: Path, plan: Plan, today: datetime.date) -> PlanNumbers:
    """One plan in numbers; `today` holds where it fixes no date of its own."""
    covered = coverage_of(plan, plan.today(today))
    complex_ = plan.complex
    return PlanNumbers(
        path,
        plan.season.title,
        complex_.name if complex_ is not None else "",
        len(plan.deliveries),
        dict(sorted(Counter(one.status.value for one in plan.deliveries.values()).items())),
        sum(one.date is None for one in plan.deliveries.values()),
        len(plan.artists),
        len(plan.venues),
        len(plan.areas),
        sum(row.confirmed > 0 for row in covered.areas),
        sum(row.is_forgotten for row in covered.areas),
        None if covered.fairness is None else round(covered.fairness, 3),
        sum(one.counted_heads or 0 for one in plan.deliveries.values()),
    )
