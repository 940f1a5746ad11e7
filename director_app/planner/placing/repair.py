"""Repair: somebody dropped out or something was cancelled; what must move does so with the fewest people disturbed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from director_app.domain.edits import Add, Edit, MoveDelivery, SetStatus, Several, resolve
from director_app.domain.facts import Subject
from director_app.domain.ids import ArtistId, AvailabilityId, DeliveryId, VenueId, derived_id
from director_app.domain.parts import artists_of
from director_app.domain.people import Availability
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import lineup_of, with_members
from director_app.domain.refusals import RefusedEdit, RefusedInput, message
from director_app.planner.bookings import with_parts
from director_app.planner.checks import LiveCheck
from director_app.planner.fix_ideas import acts, days, times, venues
from director_app.planner.fixes import Idea, Reason, is_changeable
from director_app.planner.placing.goals import Goals, Weight
from director_app.planner.placing.model import WORK
from director_app.planner.placing.options import Wanted
from director_app.planner.placing.proposals import Progress, Proposal, propose
from director_app.planner.problems import Level, Problem, ProblemKind

#: Points for each person who must hear of a change; far above what all goals together weigh for one delivery.
DISTURBED: Final = 200
#: Between two ways that disturb as many, the audience finds it where it was announced.
_AUDIENCE: Final = 100
#: An absence is at most so many days long.
MOST_DAYS: Final = 120
TOO_LONG: Final = message("At most {n} days can be repaired at once; name a shorter time.")
_NEIGHBOURS: Final = 40
_DAYS_AROUND: Final = 14
_KEPT: Final = 80
_OF_EACH: Final = 15
#: Goals that break ties only: whoever need not be called is not called for a fairer spread.
_GENTLE: Final = Goals(
    preferred=Weight.SOME, corners=Weight.NOT, shifts=Weight.SOME, spread=Weight.NOT, journeys=Weight.SOME,
    changes=Weight.NOT, spare=Weight.NOT,
)  # fmt: skip
_OUT: Final = (Status.CANCELLED, Status.POSTPONED)


class Dropout(NamedTuple):
    """An artist or a venue that cannot from a first to a last date, both included."""

    subject: Subject
    first: datetime.date
    last: datetime.date
    reason: str = ""


def absence(plan: Plan, dropout: Dropout) -> Edit:
    """What the plan then knows of them: impossible on each of these dates.

    Raises:
        RefusedInput: for more than `MOST_DAYS` dates, or none.
    """
    count = (dropout.last - dropout.first).days + 1
    if not 0 < count <= MOST_DAYS:
        raise RefusedInput(TOO_LONG, n=MOST_DAYS)
    kind, identity = dropout.subject
    records = []
    for number in range(count):
        day = dropout.first + datetime.timedelta(number)
        name = AvailabilityId(derived_id("dropout", kind, identity, day.isoformat()))
        record = Availability(name, date=day, reason=dropout.reason)
        who = {"artist": ArtistId(identity)} if kind == "artists" else {"venue": VenueId(identity)}
        if name not in plan.availabilities:
            records.append(record._replace(**who))
    return Add(tuple(records))


def affected(plan: Plan, dropout: Dropout, today: datetime.date) -> tuple[DeliveryId, ...]:
    """What of the coming dates cannot stay as it is because of them, in order; what is locked too: it must be told."""
    after = resolve(plan, absence(plan, dropout))[0]
    live = LiveCheck(after, today)
    kinds = (ProblemKind.ARTIST_UNAVAILABLE, ProblemKind.VENUE_UNAVAILABLE)
    found = {
        name
        for problem in live.problems
        if problem.kind in kinds and problem.level is Level.BLOCK and _is_about(after, problem, dropout)
        for name in problem.deliveries
    }
    coming = [one for one in (after.deliveries[name] for name in found) if (one.date or today) >= today]
    return tuple(one.id for one in sorted(coming, key=lambda one: (one.date or today, one.start or 0, one.id)))


def _is_about(plan: Plan, problem: Problem, dropout: Dropout) -> bool:
    kind, identity = dropout.subject
    named = problem.subject(kind)
    if named is None or not dropout.first <= problem.value("day") <= dropout.last:
        return False
    return identity == named or (kind == "venues" and named in with_parts(plan, VenueId(identity)))


def ahead_of(plan: Plan, names: Collection[DeliveryId]) -> Edit | None:
    """What is done before cancelled or postponed dates are placed again: they take place, and have no date yet."""
    out = tuple(name for name in names if plan.deliveries[name].status in _OUT)
    if not out:
        return None
    dated = tuple(MoveDelivery(name, {"date": None}) for name in out if plan.deliveries[name].date is not None)
    return Several((SetStatus(out, Status.PENCILLED), *dated))


def repair(
    plan: Plan,
    names: Sequence[DeliveryId],
    today: datetime.date,
    dropout: Dropout | None = None,
    *,
    work: float = WORK,
    seconds: float | None = None,
    is_stopped: Callable[[], bool] = lambda: False,
    told: Callable[[Progress], object] = lambda _progress: None,
) -> Proposal:
    """New dates, times, places or acts for these deliveries; others nearby move only where that disturbs fewer.

    With a dropout its absence comes first, and belongs to the proposal as an edit. A cancelled or postponed delivery
    gets another date than the one it had. What is locked stays.
    """
    first = [absence(plan, dropout)] if dropout is not None else []
    again = ahead_of(plan, names)
    ahead = tuple(edit for edit in (*first, again) if edit is not None)
    prepared = resolve(plan, Several(ahead))[0] if ahead else plan
    to_place = [name for name in names if is_changeable(prepared.deliveries[name], today)]
    free = [*to_place, *_neighbours(prepared, to_place, today)]
    old_days = {name: plan.deliveries[name].date for name in names if plan.deliveries[name].status in _OUT}
    more = {name: tuple(_further(prepared, prepared.deliveries[name], today)) for name in to_place}

    def price(now: Delivery, after: Delivery) -> int | None:
        if now.id in old_days and after.date == old_days[now.id]:
            return None
        elsewhere = any(getattr(now, name) != getattr(after, name) for name in ("date", "start", "venue"))
        announced = elsewhere and now.status is Status.CONFIRMED
        return DISTURBED * len(disturbed(prepared, now, after)) + _AUDIENCE * announced

    found = propose(
        prepared, free, today, _GENTLE,
        work=work, seconds=seconds, is_stopped=is_stopped, told=told, wanted=Wanted(price, more, _KEPT),
    )  # fmt: skip
    neighbours = frozenset(free) - frozenset(to_place)
    left = tuple(one for one in found.left if one[0] not in neighbours)
    return found._replace(ahead=ahead, left=left)


def disturbed(plan: Plan, now: Delivery, after: Delivery) -> frozenset[Subject]:
    """Who must hear that a delivery takes place otherwise: people one by one, places, the company; none of an idea."""
    if now.status is Status.IDEA:
        return frozenset()
    moved = any(getattr(now, name) != getattr(after, name) for name in ("date", "start", "end", "until"))
    rehoused = now.venue != after.venue
    before_acts, after_acts = (
        {Subject("artists", person) for act in artists_of(plan, one) for person in _people(plan, act)}
        for one in (now, after)
    )
    found = before_acts | after_acts if moved or rehoused else before_acts ^ after_acts
    if moved or rehoused:
        found |= {Subject("venues", venue) for venue in (now.venue, after.venue) if venue is not None}
    if found and now.organisation is not None:
        found.add(Subject("organisations", now.organisation))
    return frozenset(found)


def _people(plan: Plan, act: ArtistId) -> tuple[ArtistId, ...]:
    """The members of a group, else the artist."""
    everybody = with_members(plan, act)
    return everybody[1:] or everybody


def _neighbours(plan: Plan, names: Sequence[DeliveryId], today: datetime.date) -> list[DeliveryId]:
    """What else could make room: the same places and people, a fortnight around, the nearest first."""
    ours = frozenset(names)
    days_of = [one.date or today for one in (plan.deliveries[name] for name in names)]
    if not days_of:
        return []
    earliest, latest = min(days_of), max(days_of) + datetime.timedelta(_DAYS_AROUND)
    users: set[DeliveryId] = set()
    for name in names:
        one = plan.deliveries[name]
        if one.venue is not None:
            users.update(map(DeliveryId, plan.users_of_kind("venues", one.venue, "deliveries")))
        for artist in artists_of(plan, one):
            users.update(map(DeliveryId, plan.users_of_kind("artists", artist, "deliveries")))
    found = [
        (min(abs((other.date - day).days) for day in days_of), other.id)
        for other in (plan.deliveries[name] for name in users - ours)
        if other.date is not None and max(earliest, today) <= other.date <= latest and _may_make_room(other, today)
    ]
    return [name for _distance, name in sorted(found)[:_NEIGHBOURS]]


def _may_make_room(one: Delivery, today: datetime.date) -> bool:
    is_long = one.until is not None or bool(one.hours)
    return is_changeable(one, today) and one.date is not None and one.date > today and not is_long


def _further(plan: Plan, one: Delivery, today: datetime.date) -> Iterator[tuple[Delivery, tuple[Reason, ...]]]:
    """What a director thinks of first: another place or act at the same time, another time, another date."""
    if one.date is None:
        return
    streams: list[Iterator[Idea]] = [venues(plan, one), times(plan, one), days(plan, one, today)]
    for act in lineup_of(plan, one):
        problem = Problem(
            ProblemKind.ARTIST_UNAVAILABLE, Level.BLOCK, (Subject("deliveries", one.id), Subject("artists", act.artist))
        )
        streams.insert(1, acts(plan, problem, one))
    for stream in streams:
        for idea in islice(stream, _OF_EACH):
            try:
                changes = idea.fix.edit.changes(plan)
            except RefusedEdit:
                continue
            after = next((each.after for each in changes if each.id == one.id), None)
            if isinstance(after, Delivery):
                yield after, idea.fix.reasons
