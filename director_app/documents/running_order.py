"""The parts of a delivery in their order, with their times: fixed ones as they stand, all others follow."""

from __future__ import annotations

from typing import NamedTuple

from director_app.domain.ids import SegmentId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Segment


class Part(NamedTuple):
    """One part: from and until are minutes of the delivery's date, None while they cannot be known."""

    segment: Segment
    start: int | None
    end: int | None


def running_order(plan: Plan, delivery: Delivery) -> tuple[Part, ...]:
    """Every part of the delivery; the first one without a time starts with the delivery."""
    found = [plan.segments[SegmentId(one)] for one in plan.users_of_kind("deliveries", delivery.id, "segments")]
    clock = delivery.start
    parts = []
    is_first = True
    for segment in sorted(found, key=lambda one: (one.position, one.id)):
        start: int | None = clock
        if segment.start is not None and (segment.is_fixed or is_first or clock is None):
            start = segment.start
        end = None if start is None or segment.minutes is None else start + segment.minutes
        parts.append(Part(segment, start, end))
        clock, is_first = end, False  # type: ignore[assignment]  # a wall minute or nothing
    return tuple(parts)
