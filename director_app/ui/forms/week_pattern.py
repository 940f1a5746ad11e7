"""A person's week as stretches of four values: read from statements, painted over, and written back as statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from director_app.domain.edits import Add, Edit, Remove, Several
from director_app.domain.ids import ArtistId, AvailabilityId, VenueId, new_id
from director_app.domain.people import Availability, AvailabilityValue
from director_app.domain.timeline import DAY, WallMinute

#: From the best to the worst; where statements overlap the worst holds, as in the checks.
BEST_TO_WORST: Final = (
    AvailabilityValue.GOOD,
    AvailabilityValue.POSSIBLE,
    AvailabilityValue.RATHER_NOT,
    AvailabilityValue.IMPOSSIBLE,
)
WEEKDAYS: Final = range(7)


class Stretch(NamedTuple):
    """Minutes of a weekday that have one value; nothing stated is good and has no stretch."""

    weekday: int
    start: int
    end: int
    value: AvailabilityValue


class Owner(NamedTuple):
    """Whose week it is: the kind "artists" or "venues", and the id."""

    kind: str
    id: str


def is_weekly(stated: Availability) -> bool:
    """Whether it speaks of every week, without an end."""
    return stated.date is None and stated.valid_from is None and stated.valid_until is None


def week_of(statements: Iterable[Availability]) -> tuple[Stretch, ...]:
    """The stretches of a week, in order, neighbours of one value joined."""
    weekly = [stated for stated in statements if is_weekly(stated)]
    found: list[Stretch] = []
    for weekday in WEEKDAYS:
        found.extend(_day_of(weekly, weekday))
    return tuple(found)


def _day_of(weekly: Sequence[Availability], weekday: int) -> list[Stretch]:
    about = [stated for stated in weekly if stated.weekday is None or stated.weekday == weekday]
    edges = sorted({0, DAY, *(edge for stated in about for edge in _hours(stated))})
    joined: list[Stretch] = []
    for start, end in pairwise(edges):
        values = [stated.value for stated in about if _hours(stated)[0] <= start and end <= _hours(stated)[1]]
        value = max(values, key=BEST_TO_WORST.index, default=AvailabilityValue.GOOD)
        _join(joined, Stretch(weekday, start, end, value))
    return [stretch for stretch in joined if stretch.value is not AvailabilityValue.GOOD]


def _hours(stated: Availability) -> tuple[int, int]:
    return (stated.starts or 0, DAY if stated.ends is None else min(DAY, stated.ends))


def _join(joined: list[Stretch], stretch: Stretch) -> None:
    last = joined[-1] if joined else None
    if (
        last is not None
        and last.weekday == stretch.weekday
        and (last.end, last.value) == (stretch.start, stretch.value)
    ):
        joined[-1] = last._replace(end=stretch.end)
    elif stretch.end > stretch.start:
        joined.append(stretch)


def painted(
    week: Sequence[Stretch], weekdays: Iterable[int], start: int, end: int, value: AvailabilityValue
) -> tuple[Stretch, ...]:
    """The week with one value painted over minutes of some weekdays."""
    over = frozenset(weekdays)
    cut: list[Stretch] = []
    for stretch in week:
        if stretch.weekday not in over:
            cut.append(stretch)
            continue
        cut.append(stretch._replace(end=min(stretch.end, start)))
        cut.append(stretch._replace(start=max(stretch.start, end)))
    if value is not AvailabilityValue.GOOD:
        cut.extend(Stretch(weekday, start, end, value) for weekday in over)
    joined: list[Stretch] = []
    for stretch in sorted(one for one in cut if one.end > one.start):
        _join(joined, stretch)
    return tuple(joined)


def value_at(week: Sequence[Stretch], weekday: int, minute: int) -> AvailabilityValue:
    """The value of one minute of the week."""
    for stretch in week:
        if stretch.weekday == weekday and stretch.start <= minute < stretch.end:
            return stretch.value
    return AvailabilityValue.GOOD


def edit_to(owner: Owner, statements: Sequence[Availability], week: Sequence[Stretch]) -> Edit | None:
    """What leads from the present statements to a week; statements that still say the same keep their reason.

    None when nothing changes.
    """
    wanted = list(week)
    edits: list[Edit] = []
    for stated in statements:
        if not is_weekly(stated):
            continue
        said = None if stated.weekday is None else Stretch(stated.weekday, *_hours(stated), stated.value)
        if said is not None and said in wanted:
            wanted.remove(said)
        else:
            edits.append(Remove("availabilities", stated.id))
    if wanted:
        edits.append(Add(tuple(_statement(owner, stretch) for stretch in wanted)))
    return Several(tuple(edits)) if edits else None


def _statement(owner: Owner, stretch: Stretch) -> Availability:
    return Availability(
        AvailabilityId(new_id()),
        artist=ArtistId(owner.id) if owner.kind == "artists" else None,
        venue=VenueId(owner.id) if owner.kind == "venues" else None,
        value=stretch.value,
        weekday=stretch.weekday,
        starts=WallMinute(stretch.start),
        ends=WallMinute(stretch.end),
    )
