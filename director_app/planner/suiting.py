"""Whether people and places suit a delivery: stated times, opening hours, the season, a plan B for what is outdoors."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from director_app.domain.ids import ArtistId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.season import Season
from director_app.domain.timeline import Span, joined, month_text, whole_day
from director_app.planner.availability import Unsuitable, venue_closed, when_unsuitable
from director_app.planner.bookings import occupied, open_days, presences, spans_by_day
from director_app.planner.ground import Ground
from director_app.planner.problems import Level, Problem, ProblemKind, found_in
from director_app.planner.rain import has_fallback, is_outdoor


def asked_for(plan: Plan, delivery: Delivery) -> tuple[list[Span], list[Span]]:
    """The minutes a delivery needs, and the whole days it needs while its time is undecided."""
    spans = occupied(plan, delivery)
    return spans, [] if spans else [whole_day(day) for day in open_days(delivery)]


def artist_unavailable(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """An artist of the line-up, or a member, has said that the time does not suit."""
    plan = ground.plan
    if not plan.availabilities:
        return
    taken, days = asked_for(plan, delivery)
    for person, (act, spans, is_throughout) in _people_that_stated(ground, delivery, taken).items():
        found = when_unsuitable(ground.statements("artists", person), spans, days if is_throughout else [])
        if found is not None:
            about = (("artists", person),) if person == act else (("artists", person), ("artists", act))
            yield _unavailable(delivery, ProblemKind.ARTIST_UNAVAILABLE, about, found)


def _people_that_stated(
    ground: Ground, delivery: Delivery, taken: list[Span]
) -> dict[ArtistId, tuple[ArtistId, list[Span], bool]]:
    """Who of those needed has stated anything about availability: the act, the minutes, whether all through."""
    people: dict[ArtistId, tuple[ArtistId, list[Span], bool]] = {}
    for act, presence in presences(ground.plan, delivery, taken).items():
        for person in ground.speakers(act):
            if person in people:
                first, spans, is_throughout = people[person]
                people[person] = (
                    first,
                    joined([*spans, *presence.spans]),
                    is_throughout or presence.is_throughout,
                )
            else:
                people[person] = (act, presence.spans, presence.is_throughout)
    return people


def venue_unavailable(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """The venue, or what it is part of, is not to be had at that time."""
    plan = ground.plan
    if delivery.venue is None or not plan.availabilities:
        return
    places = [place.id for place in ground.wholes(delivery.venue) if ground.statements("venues", place.id)]
    spans, days = asked_for(plan, delivery) if places else ([], [])
    for venue in places:
        found = when_unsuitable(ground.statements("venues", venue), spans, days)
        if found is not None:
            yield _unavailable(delivery, ProblemKind.VENUE_UNAVAILABLE, (("venues", venue),), found)
            return


def _unavailable(
    delivery: Delivery, kind: ProblemKind, about: tuple[tuple[str, str], ...], found: Unsuitable
) -> Problem:
    level = None if found.is_impossible else Level.WARNING
    return found_in(kind, delivery, *about, level=level, day=found.day, reason=found.reason)


def closed_venue(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """The venue, or what it is part of, is closed that day, or the delivery lies outside the opening hours."""
    plan = ground.plan
    if delivery.venue is None:
        return
    venues = ground.wholes(delivery.venue)
    if not any(venue.closures or venue.opening_hours for venue in venues):
        return
    needed: list[tuple[datetime.date, Span | None]] = [*spans_by_day(plan, delivery)]
    closed = venue_closed(venues, needed or [(day, None) for day in open_days(delivery)])
    if closed is not None:
        level = None if closed.is_impossible else Level.WARNING
        data = {"day": closed.day, "reason": closed.reason, "whole_day": closed.is_whole_day}
        yield found_in(ProblemKind.VENUE_CLOSED, delivery, ("venues", delivery.venue), level=level, **data)


def outside_season(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """A date, or a month that is all that is known, before the season's first day or after its last."""
    season = ground.plan.season
    found = _day_outside(season, delivery) if delivery.date is not None else None
    if found is not None or (delivery.date is None and delivery.month and _is_month_outside(season, delivery.month)):
        yield found_in(ProblemKind.OUTSIDE_SEASON, delivery, day=found)


def _day_outside(season: Season, delivery: Delivery) -> datetime.date | None:
    last = delivery.until or delivery.date
    if season.first_day is not None and delivery.date is not None and delivery.date < season.first_day:
        return delivery.date
    return last if season.last_day is not None and last is not None and last > season.last_day else None


def _is_month_outside(season: Season, month: str) -> bool:
    too_early = season.first_day is not None and month < month_text(season.first_day)
    return too_early or (season.last_day is not None and month > month_text(season.last_day))


def no_fallback(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """Outdoors, still to come, and nothing said about rain and heat: print names both (우천·폭염 시)."""
    plan = ground.plan
    if delivery.status is Status.DELIVERED or not is_outdoor(plan, delivery) or has_fallback(plan, delivery):
        return
    about = () if delivery.venue is None else (("venues", str(delivery.venue)),)
    yield found_in(ProblemKind.NO_FALLBACK, delivery, *about)
