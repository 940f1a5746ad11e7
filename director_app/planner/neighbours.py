"""What two deliveries do to each other without a clash: long ways, short nights, one place for both in rain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from director_app.domain.facts import Needs, Subject
from director_app.domain.ids import ArtistId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import programme_of, wholes_of, with_members
from director_app.domain.timeline import Span
from director_app.planner.bookings import show_spans
from director_app.planner.problems import DEFAULT_LEVELS, Level, Problem, ProblemKind
from director_app.planner.rain import is_off_in_rain, leaves_in_rain, shelter_of
from director_app.planner.ways import REST, SPARE, is_next_day, minutes_between, mode_of, where, where_in_rain

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
    for person, (before, after, is_one_first) in gaps.items():
        if person in inner:
            continue
        sides = (one, other) if is_one_first else (other, one)
        have = after.start - before.end
        yield from _way_problems(plan, sides, person, have)
        if have < REST and is_next_day(before, after):
            yield _of_both(ProblemKind.SHORT_REST, sides, ("artists", person), (("have", have),))


#: A way in rain is a degree less than the same way every day.
_IN_RAIN: Final = {ProblemKind.TRAVEL_IMPOSSIBLE: Level.WARNING, ProblemKind.TRAVEL_TIGHT: Level.NOTE}


def _way_problems(plan: Plan, sides: tuple[Delivery, Delivery], person: ArtistId, have: int) -> Iterator[Problem]:
    """The way from place to place as the plan stands, and where rain makes it longer, from plan B to plan B."""
    mode = mode_of(plan, person)
    by = (("mode", mode),) if mode is not None else ()
    dry = minutes_between(plan, where(plan, sides[0]), where(plan, sides[1]), mode)
    usual = _too_short_for(dry, have)
    if usual is not None:
        yield _of_both(usual, sides, ("artists", person), (("need", dry), ("have", have), *by))
    if any(is_off_in_rain(plan, side) for side in sides):
        return
    wet = minutes_between(plan, where_in_rain(plan, sides[0]), where_in_rain(plan, sides[1]), mode)
    found = _too_short_for(wet, have)
    if found is not None and found is not usual and usual is not ProblemKind.TRAVEL_IMPOSSIBLE:
        data = (("need", wet), ("have", have), *by, ("in_rain", True))
        yield _of_both(found, sides, ("artists", person), data, _IN_RAIN[found])


def _too_short_for(way: int | None, have: int) -> ProblemKind | None:
    if way is None or have >= way + SPARE:
        return None
    return ProblemKind.TRAVEL_IMPOSSIBLE if have < way else ProblemKind.TRAVEL_TIGHT


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


def earshots_of(plan: Plan, delivery: Delivery) -> tuple[tuple[VenueId, bool], ...]:
    """The outermost places within which it is heard or disturbed, and whether it is the loud one; none for the rest.

    The first is where it stands; where its place for rain lies in another one, that follows. What is over disturbs
    nobody. A stage is heard in the other parts of its ground; places that are no part of one are taken to be far
    enough away.
    """
    if delivery.programme is None or delivery.status is Status.DELIVERED:
        return ()
    programme = plan.programmes.get(delivery.programme)
    if programme is None or not (programme.needs.loud or programme.needs.quiet):
        return ()
    grounds = [wholes_of(plan, place) for place in (delivery.venue, _place_in_rain(plan, delivery))]
    return tuple(dict.fromkeys((around[-1], programme.needs.loud) for around in grounds if around))


def noise_problems(plan: Plan, one: Delivery, other: Delivery) -> Iterator[Problem]:
    """Something loud beside something that needs quiet, in parts of one place, while the public is there.

    Where it is not so as the plan stands, it may be once rain has sent one or both of them elsewhere.
    """
    if Status.DELIVERED in (one.status, other.status):
        return
    for loud, still in ((one, other), (other, one)):
        if not _needs(plan, loud).loud or not _needs(plan, still).quiet:
            continue
        minutes = sum(a.shared_minutes(b) for a in show_spans(plan, loud) for b in show_spans(plan, still))
        if not minutes:
            return
        if (ground := _shared_ground(plan, loud.venue, still.venue)) is not None:
            yield _of_both(ProblemKind.NOISE_PAIR, (loud, still), ("venues", ground), (("minutes", minutes),))
            return
        places = _place_in_rain(plan, loud), _place_in_rain(plan, still)
        is_dry = any(is_off_in_rain(plan, side) for side in (loud, still))
        if not is_dry and (ground := _shared_ground(plan, *places)) is not None:
            data = (("minutes", minutes), ("in_rain", True))
            yield _of_both(ProblemKind.NOISE_PAIR, (loud, still), ("venues", ground), data)
            return


def _shared_ground(plan: Plan, one: VenueId | None, other: VenueId | None) -> VenueId | None:
    """The outermost place that two places are different parts of."""
    around = wholes_of(plan, one), wholes_of(plan, other)
    if one == other or not around[0] or not around[1] or around[0][-1] != around[1][-1]:
        return None
    return around[0][-1]


def _place_in_rain(plan: Plan, delivery: Delivery) -> VenueId | None:
    return shelter_of(plan, delivery) or delivery.venue


def _needs(plan: Plan, delivery: Delivery) -> Needs:
    programme = programme_of(plan, delivery)
    return programme.needs if programme is not None else Needs()


def shares_ground(plan: Plan, one: VenueId, other: VenueId | None) -> bool:
    """Whether one place is the other or a part of it."""
    return other is not None and (other in wholes_of(plan, one) or one in wholes_of(plan, other))


def _of_both(
    kind: ProblemKind,
    sides: tuple[Delivery, Delivery],
    about: tuple[str, str],
    data: tuple[tuple[str, object], ...],
    level: Level | None = None,
) -> Problem:
    is_idea = Status.IDEA in (sides[0].status, sides[1].status)
    usual = DEFAULT_LEVELS[kind] if level is None else level
    subjects = (*(Subject("deliveries", side.id) for side in sides), Subject(*about))
    return Problem(kind, Level.NOTE if is_idea else usual, subjects, data)
