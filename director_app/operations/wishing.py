"""What is asked of dates, times and places at once: as they stand in the plan, or as somebody would like them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from director_app.domain.ids import DeliveryId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.timeline import WallMinute
from director_app.planner.checks import check_plan
from director_app.planner.placing.options import unplaced
from director_app.planner.placing.why_not import Wish, WishKind
from director_app.planner.problems import Level, is_accepted, is_past

#: What giving up a wish costs: another time is easier to bear than another place, that easier than another date.
_WEIGHTS: Final = {WishKind.AT: 2, WishKind.IN: 3, WishKind.ON: 4}
#: What others were promised is this much dearer.
_FIRM: Final = 3


class Asked(NamedTuple):
    """What is wished instead of what stands in the plan, for every delivery asked about; None: as it stands."""

    date: datetime.date | None = None
    start: WallMinute | None = None
    venue: VenueId | None = None


def in_doubt(plan: Plan, today: datetime.date) -> list[DeliveryId]:
    """What has no date yet or clashes with something, in order of reference numbers."""
    clashing = {
        subject.id
        for problem in check_plan(plan, today)
        if problem.level is Level.BLOCK and not is_accepted(plan, problem) and not is_past(plan, problem, today)
        for subject in problem.subjects
        if subject.kind == "deliveries"
    }
    found = {DeliveryId(name) for name in clashing} | set(unplaced(plan, today))
    return sorted(found, key=lambda name: (plan.deliveries[name].number, name))


def wishes_of(plan: Plan, names: Iterable[DeliveryId], asked: Asked) -> list[Wish]:
    """That each delivery takes place, on its date, at its time and in its place, as far as these are known or asked."""
    return [wish for name in names for wish in _wishes(plan.deliveries[name], asked)]


def _wishes(one: Delivery, asked: Asked) -> Iterator[Wish]:
    firm = _FIRM if one.is_locked or one.status in (Status.CONFIRMED, Status.DELIVERED) else 1
    yield Wish(one.id, WishKind.PLACED)
    values = (
        (WishKind.ON, one.date if asked.date is None else asked.date),
        (WishKind.AT, one.start if asked.start is None else asked.start),
        (WishKind.IN, one.venue if asked.venue is None else asked.venue),
    )
    for kind, value in values:
        if value is not None:
            yield Wish(one.id, kind, value, _WEIGHTS[kind] * firm)
