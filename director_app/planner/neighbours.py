"""What two deliveries do to each other without a clash: long ways, short nights, one place for both in rain."""

from __future__ import annotations

from collections.abc import Iterator

from director_app.domain.facts import Needs, Subject
from director_app.domain.ids import ArtistId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import fallback_venue, programme_of, wholes_of, with_members
from director_app.domain.timeline import Span
from director_app.planner.bookings import show_spans
from director_app.planner.problems import DEFAULT_LEVELS, Level, Problem, ProblemKind
from director_app.planner.rain import leaves_in_rain
from director_app.planner.ways import REST, SPARE, is_next_day, minutes_between, where

People = dict[ArtistId, list[Span]]


def near_problems(plan: Plan, one: Delivery, other: Delivery, people: tuple[People, People]) -> Iterator[Problem]:
    """Whom two deliveries leave too little time for the way, or for the night, between them.

    Of a group and its members only the group; nobody who is needed for both at once: that is a clash.
    """
    ours, theirs = people
    shared = [person for person in ours if person in theirs]
    if not shared or Status.DELIVERED in (one.status, other.status):
        return
    gaps = {person: gap for person in shared if (gap := _gap(ours[person], theirs[person])) is not None}
    inner = {member for person in gaps for member in with_members(plan, person)[1:]}
    way = minutes_between(plan, where(plan, one), where(plan, other))
    for person, (before, after, is_one_first) in gaps.items():
        if person in inner:
            continue
        sides = (one, other) if is_one_first else (other, one)
        have = after.start - before.end
        if way is not None and have < way + SPARE:
            kind = ProblemKind.TRAVEL_IMPOSSIBLE if have < way else ProblemKind.TRAVEL_TIGHT
            yield _of_both(kind, sides, ("artists", person), (("need", way), ("have", have)))
        if have < REST and is_next_day(before, after):
            yield _of_both(ProblemKind.SHORT_REST, sides, ("artists", person), (("have", have),))


def _gap(ours: list[Span], theirs: list[Span]) -> tuple[Span, Span, bool] | None:
    """The two spans nearest to each other, in order, and whether ours comes first; None when any overlap."""
    best: tuple[Span, Span, bool] | None = None
    for span in ours:
        for another in theirs:
            if span.overlaps(another):
                return None
            found = (span, another, True) if span.start < another.start else (another, span, False)
            if best is None or _closeness(found) < _closeness(best):
                best = found
    return best


def _closeness(found: tuple[Span, Span, bool]) -> tuple[int, int]:
    """Minutes between, then which comes first."""
    return found[1].start - found[0].end, found[0].end


def shelter_problems(
    plan: Plan, one: Delivery, other: Delivery, spans: tuple[list[Span], list[Span]]
) -> Iterator[Problem]:
    """A place for rain that the other one has at that time, or would take in rain as well."""
    if not any(span.overlaps(another) for span in spans[0] for another in spans[1]):
        return
    shelters = [shelter_of(plan, side) for side in (one, other)]
    is_taken = False
    for side, facing, shelter in ((one, other, shelters[0]), (other, one, shelters[1])):
        if shelter is not None and shares_ground(plan, shelter, facing.venue) and not leaves_in_rain(plan, facing):
            is_taken = True
            yield _of_both(ProblemKind.FALLBACK_TAKEN, (side, facing), ("venues", shelter), (("both", False),))
    if not is_taken and shelters[0] is not None and shares_ground(plan, shelters[0], shelters[1]):
        yield _of_both(ProblemKind.FALLBACK_TAKEN, (one, other), ("venues", shelters[0]), (("both", True),))


def earshot_of(plan: Plan, delivery: Delivery) -> tuple[VenueId, bool] | None:
    """The outermost place within which it is heard or disturbed, and whether it is the loud one; None for the rest.

    What is over disturbs nobody. A stage is heard in the other parts of its ground; places that are no part of one are
    taken to be far enough away.
    """
    if delivery.venue is None or delivery.programme is None or delivery.status is Status.DELIVERED:
        return None
    programme = plan.programmes.get(delivery.programme)
    if programme is None or not (programme.needs.loud or programme.needs.quiet):
        return None
    around = wholes_of(plan, delivery.venue)
    return (around[-1], programme.needs.loud) if around else None


def noise_problems(plan: Plan, one: Delivery, other: Delivery) -> Iterator[Problem]:
    """Something loud beside something that needs quiet, in parts of one place, while the public is there."""
    near = earshot_of(plan, one), earshot_of(plan, other)
    if near[0] is None or near[1] is None or near[0][0] != near[1][0] or one.venue == other.venue:
        return
    for loud, still in ((one, other), (other, one)):
        is_loud, wants_quiet = _needs(plan, loud).loud, _needs(plan, still).quiet
        minutes = sum(a.shared_minutes(b) for a in show_spans(plan, loud) for b in show_spans(plan, still))
        if is_loud and wants_quiet and minutes:
            about = ("venues", near[0][0])
            yield _of_both(ProblemKind.NOISE_PAIR, (loud, still), about, (("minutes", minutes),))
            return


def _needs(plan: Plan, delivery: Delivery) -> Needs:
    programme = programme_of(plan, delivery)
    return programme.needs if programme is not None else Needs()


def shelter_of(plan: Plan, delivery: Delivery) -> VenueId | None:
    """The other place it would take in rain or heat; None for what is over."""
    if delivery.status is Status.DELIVERED:
        return None
    place = fallback_venue(plan, delivery)
    return place if place != delivery.venue else None


def shares_ground(plan: Plan, one: VenueId, other: VenueId | None) -> bool:
    """Whether one place is the other or a part of it."""
    return other is not None and (other in wholes_of(plan, one) or one in wholes_of(plan, other))


def _of_both(
    kind: ProblemKind, sides: tuple[Delivery, Delivery], about: tuple[str, str], data: tuple[tuple[str, object], ...]
) -> Problem:
    is_idea = Status.IDEA in (sides[0].status, sides[1].status)
    subjects = (*(Subject("deliveries", side.id) for side in sides), Subject(*about))
    return Problem(kind, Level.NOTE if is_idea else DEFAULT_LEVELS[kind], subjects, data)
