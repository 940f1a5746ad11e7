"""What was done to one date of a series, done to the later ones or to all; or the date taken out of it. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Literal

from director_app.domain.edits import Change, MoveDelivery, Several
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.operations.open_plan import StepName
from director_app.operations.series import brought_back
from director_app.planner.fixes import is_changeable
from director_app.ui.schedule.moves import Asked
from director_app.wording import message

Reach = Literal["later", "all"]
LIKE_ONE = message("{title}: {n} dates of the series changed alike")
BROUGHT_BACK = message("{title}: {n} dates that were left out")
TAKEN_OUT = message("{title} taken out of its series")
_COMPARED = ("date", "start", "end", "venue")


def others(plan: Plan, before: Delivery, reach: Reach, today: datetime.date) -> list[Delivery]:
    """The other dates of its series that may change, in order: those after its old date, or all that lie ahead."""
    if before.series is None:
        return []
    names = plan.users_of_kind("series", before.series, "deliveries")
    found = [plan.deliveries[DeliveryId(name)] for name in names if name != before.id]
    found = [one for one in found if one.date is not None and is_changeable(one, today)]
    if reach == "later":
        found = [one for one in found if _when(one) > _when(before)]
    return sorted(found, key=_when)


def _when(one: Delivery) -> tuple[datetime.date, int]:
    return one.date or datetime.date.max, one.start if one.start is not None else -1


def differs(before: Delivery, after: Delivery) -> bool:
    """Whether something changed that the others could follow: day, time, length or place."""
    return any(getattr(before, name) != getattr(after, name) for name in _COMPARED)


def alike(before: Delivery, after: Delivery, other: Delivery) -> dict[str, Any]:
    """The values that do to another date what was done to this one: as many days on, the same time, the same place."""
    values: dict[str, Any] = {}
    if before.date is not None and after.date is not None and other.date is not None and before.date != after.date:
        values["date"] = other.date + (after.date - before.date)
    if before.start != after.start:
        values["start"] = after.start
    if before.start != after.start or before.end != after.end:
        values["end"] = after.end
    if before.venue != after.venue:
        values["venue"] = after.venue
    return values


def follow(before: Delivery, after: Delivery, deliveries: Sequence[Delivery], title: str) -> Asked:
    """Let other dates of the series follow."""
    edit = Several(tuple(MoveDelivery(one.id, alike(before, after, one)) for one in deliveries))
    return Asked(edit, StepName(LIKE_ONE, {"title": title, "n": len(deliveries)}))


def bring_back(plan: Plan, one: Delivery, title: str) -> Asked:
    """Make the dates that a series left out."""
    edit, made = brought_back(plan, one)
    return Asked(edit, StepName(BROUGHT_BACK, {"title": title, "n": made}))


def take_out(plan: Plan, one: Delivery, title: str) -> Asked:
    """Let one date stand alone: what is done to its series no longer reaches it."""
    series = plan.series.get(one.series) if one.series is not None else None
    edits: list[Change] = [Change("deliveries", one.id, {"series": None})]
    if series is not None and one.date in series.dates:
        left = tuple(day for day in series.dates if day != one.date)
        edits.append(Change("series", series.id, {"dates": left}))
    return Asked(Several(tuple(edits)), StepName(TAKEN_OUT, {"title": title}))
