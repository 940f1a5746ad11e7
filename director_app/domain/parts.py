"""The timed parts of a delivery go with it when it begins earlier or later."""

from __future__ import annotations

from typing import Final

from director_app.domain.ids import ArtistId, SegmentId
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Delivery, Segment
from director_app.domain.published import lineup_of
from director_app.domain.refusals import RefusedEdit, message
from director_app.domain.timeline import LATEST, WallMinute

PART_OUTSIDE: Final = message(
    "“{title}” of {number} would begin before its date or two days after. Move that part first."
)


def parts_of(plan: Plan, delivery: Delivery) -> list[Segment]:
    """The parts of a delivery, in no order."""
    if not plan.segments:
        return []
    found = (plan.segments[SegmentId(name)] for name in plan.users_of_kind("deliveries", delivery.id, "segments"))
    return [part for part in found if part.delivery == delivery.id]


def artists_of(plan: Plan, delivery: Delivery) -> tuple[ArtistId, ...]:
    """Everybody a delivery names: its line-up in billing order, then the artists of its parts in their order."""
    named = dict.fromkeys(act.artist for act in lineup_of(plan, delivery))
    if plan.segments:
        parts = sorted(parts_of(plan, delivery), key=lambda part: (part.position, part.id))
        named.update(dict.fromkeys(part.artist for part in parts if part.artist is not None))
    return tuple(named)


def minutes_later(plan: Plan, before: Delivery, after: Delivery) -> int:
    """By how many minutes the parts of a delivery move; 0 while its time is, or becomes, undecided.

    An undecided time leaves the running order as it was. When a time is decided again, the first part that is no
    rehearsal is what began with the old one.
    """
    if after.start is None or before.start == after.start or not plan.segments:
        return 0
    if before.start is not None:
        return after.start - before.start
    shown = [part.start for part in parts_of(plan, before) if part.start is not None and not part.is_rehearsal]
    return after.start - min(shown) if shown else 0


def parts_along(plan: Plan, before: Delivery, after: Delivery) -> list[RecordChange]:
    """The changes that take the timed parts along with a delivery.

    Raises:
        RefusedEdit: when a part would begin where no time of its date is.
    """
    by = minutes_later(plan, before, after)
    found = []
    for part in parts_of(plan, before) if by else ():
        if part.start is None:
            continue
        start = part.start + by
        if not 0 <= start <= LATEST:
            raise RefusedEdit(PART_OUTSIDE, title=part.title, number=before.number)
        found.append(RecordChange("segments", part.id, part, part._replace(start=WallMinute(start))))
    return found
