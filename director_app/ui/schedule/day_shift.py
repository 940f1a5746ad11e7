"""Everything from one item on, later or earlier on its day: what goes along, and the edit. Pure."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from director_app.domain.edits import MoveDelivery, Several
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import LATEST, WallMinute
from director_app.operations.open_plan import StepName
from director_app.ui.schedule.moves import Asked
from director_app.wording import message

LATER: Final = message("{date}: {n} dates {minutes} min later")
EARLIER: Final = message("{date}: {n} dates {minutes} min earlier")
NOT_MINUTES: Final = message("“{text}” is no number of minutes. Write 20, -15 or 1:30.")
_MINUTES: Final = re.compile(
    r"^(?P<sign>[+\-−–]?)\s*(?:(?P<hours>\d{1,2})\s*(?::|시간)\s*)?(?P<minutes>\d{1,3})?\s*(?:분|min|m)?$"
)
_LEAST_LENGTH: Final = 5


class Shifted(NamedTuple):
    """Who goes along, and who stays although it comes later: locked ones, and what is over."""

    moving: tuple[Delivery, ...]
    staying: tuple[Delivery, ...]


def from_here_on(plan: Plan, one: Delivery) -> Shifted:
    """An item and everything of its day that begins when it does or later, in order of time."""
    if one.date is None or one.start is None:
        return Shifted((), ())
    day = [plan.deliveries[DeliveryId(name)] for name in plan.on_day(one.date)]
    later = sorted((other for other in day if _begins_from(other, one.start)), key=_by_time)
    may = tuple(other for other in later if not other.is_locked and other.status is not Status.DELIVERED)
    return Shifted(may, tuple(other for other in later if other not in may))


def _begins_from(one: Delivery, start: int) -> bool:
    return one.start is not None and one.start >= start and one.until is None and one.status is not Status.CANCELLED


def _by_time(one: Delivery) -> tuple[int, str]:
    return one.start or 0, one.number


def read_minutes(text: str) -> int:
    """Understand "20", "+20", "-15", "1:30", "1시간 30분".

    Raises:
        RefusedInput: when it is no number of minutes, or none at all.
    """
    found = _MINUTES.match(text.strip())
    total = int(found["hours"] or 0) * 60 + int(found["minutes"] or 0) if found else 0
    if found is None or not total:
        raise RefusedInput(NOT_MINUTES, text=text)
    return -total if found["sign"] in ("-", "−", "–") else total


def new_start(one: Delivery, minutes: int) -> WallMinute:
    """When an item begins after the shift; a day has its ends."""
    return WallMinute(min(max((one.start or 0) + minutes, 0), LATEST - _LEAST_LENGTH))


def shift(day: datetime.date, moving: Sequence[Delivery], minutes: int) -> Asked:
    """All of them later, or earlier, as one step."""
    edit = Several(tuple(MoveDelivery(one.id, {"start": new_start(one, minutes)}) for one in moving))
    name = LATER if minutes > 0 else EARLIER
    return Asked(edit, StepName(name, {"date": day, "n": len(moving), "minutes": abs(minutes)}))
