"""What a way out of a problem is: an edit, the reasons for it, and values for the sentence that offers it."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from director_app.domain.edits import Edit
from director_app.domain.ids import DeliveryId
from director_app.domain.programme import Delivery, Status


class FixKind(StrEnum):
    """What a fix does."""

    MOVE_TIME = "move_time"
    MOVE_DAY = "move_day"
    MOVE_VENUE = "move_venue"
    OTHER_ACT = "other_act"
    INDOORS = "indoors"
    POSTPONE = "postpone"
    SEASON = "season"
    PLACE = "place"


class Reason(StrEnum):
    """What speaks for a fix."""

    SAME_DAY = "same_day"
    SAME_TIME = "same_time"
    SAME_PLACE = "same_place"
    SAME_AREA = "same_area"
    SAME_GENRE = "same_genre"
    KNOWS_PROGRAMME = "knows_programme"
    LESS_FIRM = "less_firm"
    WISHED = "wished"
    USUAL_TIME = "usual_time"
    HOST = "host"
    SOLVES_MORE = "solves_more"


class Fix(NamedTuple):
    """One offered way out, as an edit.

    `delivery` is the one it changes, None when it changes several or the season; `data` holds values for the sentence:
    day, start (a wall minute), venue, artist, other (the artist replaced), first and last day, more (problems that go
    as well), count and total.
    """

    kind: FixKind
    delivery: DeliveryId | None
    edit: Edit
    reasons: tuple[Reason, ...] = ()
    data: tuple[tuple[str, Any], ...] = ()

    def value(self, name: str) -> Any:
        """A named value, None when there is none."""
        return dict(self.data).get(name)


class Idea(NamedTuple):
    """A fix that nobody has looked at yet; the lower `cost`, the less it disturbs."""

    cost: float
    fix: Fix


def is_changeable(delivery: Delivery, today: datetime.date) -> bool:
    """Whether a fix may touch it: not what is locked, over, or does not take place."""
    last = delivery.until or delivery.date
    over = last is not None and last < today
    return not (delivery.is_locked or over or delivery.status is Status.DELIVERED or not delivery.status.takes_place)
