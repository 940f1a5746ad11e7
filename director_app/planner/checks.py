"""All checks of a plan: in full, and after an edit only where it can have touched something."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from director_app.domain.collecting import without_collecting
from director_app.domain.facts import FallbackKind, Setting, Subject
from director_app.domain.ids import ArtistId, DeliveryId, SegmentId
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Delivery, Segment, Status
from director_app.domain.published import plan_b_of, programme_of, wholes_of, with_members
from director_app.domain.season import Season
from director_app.domain.timeline import Span, joined, month_text, whole_day
from director_app.planner.availability import Unsuitable, venue_closed, when_unsuitable
from director_app.planner.bookings import bookings_of, open_days, presences, spans_by_day
from director_app.planner.clashes import ClashIndex, clash_problems, pair_problems
from director_app.planner.problems import Level, Problem, ProblemKind

Check = Callable[[Plan, Delivery], Iterator[Problem]]


def _subject(delivery: Delivery) -> Subject:
    return Subject("deliveries", delivery.id)


def _softened(delivery: Delivery, level: Level) -> Level:
    return Level.NOTE if delivery.status is Status.IDEA else level


def asked_for(plan: Plan, delivery: Delivery) -> tuple[list[Span], list[Span]]:
    """The minutes a delivery needs, and the whole days it needs while its time is undecided."""
    spans = [booking.span for booking in bookings_of(plan, delivery)]
    return spans, [] if spans else [whole_day(day) for day in open_days(delivery)]


def artist_unavailable(plan: Plan, delivery: Delivery) -> Iterator[Problem]:
    """An artist of the line-up, or a member, has said that the time does not suit."""
    if not plan.availabilities:
        return
    days: list[Span] | None = None
    for person, (act, spans, is_throughout) in _people_that_stated(plan, delivery).items():
        if is_throughout and days is None:
            days = asked_for(plan, delivery)[1]
        found = when_unsuitable(plan, "artists", person, spans, days if is_throughout and days else [])
        if found is not None:
            subjects: tuple[Subject, ...] = (_subject(delivery), Subject("artists", person))
            if person != act:
                subjects = (*subjects, Subject("artists", act))
            yield _unavailable(delivery, ProblemKind.ARTIST_UNAVAILABLE, subjects, found)


def _people_that_stated(plan: Plan, delivery: Delivery) -> dict[ArtistId, tuple[ArtistId, list[Span], bool]]:
    """Who of those needed has stated anything about availability: the act, the minutes, whether all through."""
    people: dict[ArtistId, tuple[ArtistId, list[Span], bool]] = {}
    for act, presence in presences(plan, delivery).items():
        for person in with_members(plan, act):
            if person in people:
                first, spans, is_throughout = people[person]
                people[person] = (
                    first,
                    joined([*spans, *presence.spans]),
                    is_throughout or presence.is_throughout,
                )
            elif plan.users_of_kind("artists", person, "availabilities"):
                people[person] = (act, presence.spans, presence.is_throughout)
    return people


def venue_unavailable(plan: Plan, delivery: Delivery) -> Iterator[Problem]:
    """The venue, or what it is part of, is not to be had at that time."""
    if delivery.venue is None or not plan.availabilities:
        return
    places = [
        place for place in wholes_of(plan, delivery.venue) if plan.users_of_kind("venues", place, "availabilities")
    ]
    spans, days = asked_for(plan, delivery) if places else ([], [])
    for venue in places:
        found = when_unsuitable(plan, "venues", venue, spans, days)
        if found is not None:
            subjects = (_subject(delivery), Subject("venues", venue))
            yield _unavailable(delivery, ProblemKind.VENUE_UNAVAILABLE, subjects, found)
            return


def _unavailable(delivery: Delivery, kind: ProblemKind, subjects: tuple[Subject, ...], found: Unsuitable) -> Problem:
    level = Level.BLOCK if found.is_impossible else Level.WARNING
    return Problem(kind, _softened(delivery, level), subjects, (("day", found.day), ("reason", found.reason)))


def closed_venue(plan: Plan, delivery: Delivery) -> Iterator[Problem]:
    """The venue, or what it is part of, is closed that day, or the delivery lies outside the opening hours."""
    if delivery.venue is None:
        return
    venues = [plan.venues[one] for one in wholes_of(plan, delivery.venue)]
    if not any(venue.closures or venue.opening_hours for venue in venues):
        return
    needed: list[tuple[datetime.date, Span | None]] = [*spans_by_day(plan, delivery)]
    closed = venue_closed(venues, needed or [(day, None) for day in open_days(delivery)])
    if closed is not None:
        level = Level.BLOCK if closed.is_impossible else Level.WARNING
        subjects = (_subject(delivery), Subject("venues", delivery.venue))
        data = (("day", closed.day), ("reason", closed.reason), ("whole_day", closed.is_whole_day))
        yield Problem(ProblemKind.VENUE_CLOSED, _softened(delivery, level), subjects, data)


def outside_season(plan: Plan, delivery: Delivery) -> Iterator[Problem]:
    """A date, or a month that is all that is known, before the season's first day or after its last."""
    found = _day_outside(plan.season, delivery) if delivery.date is not None else None
    if found is not None or (
        delivery.date is None and delivery.month and _is_month_outside(plan.season, delivery.month)
    ):
        data = (("day", found),)
        yield Problem(ProblemKind.OUTSIDE_SEASON, _softened(delivery, Level.WARNING), (_subject(delivery),), data)


def _day_outside(season: Season, delivery: Delivery) -> datetime.date | None:
    last = delivery.until or delivery.date
    if season.first_day is not None and delivery.date is not None and delivery.date < season.first_day:
        return delivery.date
    return last if season.last_day is not None and last is not None and last > season.last_day else None


def _is_month_outside(season: Season, month: str) -> bool:
    too_early = season.first_day is not None and month < month_text(season.first_day)
    return too_early or (season.last_day is not None and month > month_text(season.last_day))


def no_fallback(plan: Plan, delivery: Delivery) -> Iterator[Problem]:
    """Outdoors, still to come, and nothing said about rain and heat."""
    if delivery.status is Status.DELIVERED or not is_outdoor(plan, delivery) or has_fallback(plan, delivery):
        return
    subjects: tuple[Subject, ...] = (_subject(delivery),)
    if delivery.venue is not None:
        subjects = (*subjects, Subject("venues", delivery.venue))
    yield Problem(ProblemKind.NO_FALLBACK, _softened(delivery, Level.WARNING), subjects)


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


#: Every kind of problem that one delivery can have by itself.
CHECKS: Final[tuple[Check, ...]] = (artist_unavailable, venue_unavailable, closed_venue, outside_season, no_fallback)


def own_problems(plan: Plan, delivery: Delivery) -> list[Problem]:
    """What is wrong with a delivery apart from other deliveries."""
    if not delivery.status.takes_place:
        return []
    return [problem for check in CHECKS for problem in check(plan, delivery)]


class LiveCheck:
    """The problems of a plan, kept up to date edit by edit. Belongs to one thread at a time.

    Attributes:
        problems: everything found in the plan last seen.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._by_delivery: dict[DeliveryId, set[Problem]] = {}
        with without_collecting():
            self._index = ClashIndex(plan)
            self.problems: set[Problem] = clash_problems(plan, self._index.pairs())
            for delivery in plan.deliveries.values():
                self.problems.update(own_problems(plan, delivery))
        for problem in self.problems:
            self._enter(problem)

    @property
    def plan(self) -> Plan:
        """The plan last seen."""
        return self._plan

    def after(self, plan: Plan, changes: Iterable[RecordChange]) -> None:
        """Follow the plan through changes; only what they can have touched is looked at again."""
        changes = tuple(changes)
        touched = touched_deliveries(self._plan, plan, changes)
        if any(change.kind in ("artists", "venues") for change in changes):
            self._index.people_and_places_changed()
        self._plan = plan
        for name in touched:
            self._index.take_out(name)
            for problem in self._by_delivery.pop(name, ()):
                self._leave(problem)
        present = [plan.deliveries[name] for name in touched if name in plan.deliveries]
        for delivery in present:
            self._index.put_in(plan, delivery)
        for delivery in present:
            self._look_at(delivery)

    def _look_at(self, delivery: Delivery) -> None:
        for other in self._index.touching(delivery.id):
            for problem in clash_problems(self._plan, [(delivery.id, other)]):
                self._enter(problem)
        for problem in own_problems(self._plan, delivery):
            self._enter(problem)

    def _enter(self, problem: Problem) -> None:
        self.problems.add(problem)
        for name in problem.deliveries:
            self._by_delivery.setdefault(name, set()).add(problem)

    def _leave(self, problem: Problem) -> None:
        self.problems.discard(problem)
        for name in problem.deliveries:
            self._by_delivery.get(name, set()).discard(problem)

    def of(self, delivery: DeliveryId) -> frozenset[Problem]:
        """The problems that speak of a delivery."""
        return frozenset(self._by_delivery.get(delivery, ()))

    def would_clash(self, delivery: Delivery) -> list[Problem]:
        """What would be wrong with a delivery if it stood like this; the plan stays as it is."""
        if not delivery.status.takes_place:
            return []
        plan = self._plan
        others = [plan.deliveries[one] for one in self._index.would_touch(plan, delivery)]
        clashes = [problem for other in others for problem in pair_problems(plan, delivery, other)]
        return [*clashes, *own_problems(plan, delivery)]


def check_plan(plan: Plan) -> tuple[Problem, ...]:
    """Every problem of a plan, in no order."""
    return tuple(LiveCheck(plan).problems)


def touched_deliveries(before: Plan, after: Plan, changes: Iterable[RecordChange]) -> set[DeliveryId]:
    """The deliveries whose problems changes can have touched."""
    touched: set[DeliveryId] = set()
    for change in changes:
        if change.kind == "deliveries":
            touched.add(DeliveryId(change.id))
        elif change.kind == "seasons":
            touched.update(after.deliveries)
            touched.update(before.deliveries)
        elif change.kind == "availabilities":
            for stated in (change.before, change.after):
                if stated is not None:
                    _collect_users(before, after, _stated_for(stated), touched)
        elif change.kind == "segments":
            touched.update(part.delivery for part in (change.before, change.after) if isinstance(part, Segment))
        elif change.kind in ("programmes", "artists", "venues", "events"):
            _collect_users(before, after, [(change.kind, change.id)], touched)
    return touched


def _stated_for(stated: object) -> list[tuple[str, str]]:
    named = (("artists", getattr(stated, "artist", None)), ("venues", getattr(stated, "venue", None)))
    return [(kind, identity) for kind, identity in named if identity]


def _collect_users(before: Plan, after: Plan, named: list[tuple[str, str]], touched: set[DeliveryId]) -> None:
    seen = set(named)
    waiting = list(named)
    while waiting:
        kind, identity = waiting.pop()
        for user in before.users(kind, identity) | after.users(kind, identity):
            if user[0] == "deliveries":
                touched.add(DeliveryId(user[1]))
            elif user[0] == "segments":
                found = (plan.segments.get(SegmentId(user[1])) for plan in (before, after))
                touched.update(part.delivery for part in found if part is not None)
            elif user[0] in ("programmes", "artists", "venues", "events") and user not in seen:
                seen.add(user)
                waiting.append(user)
