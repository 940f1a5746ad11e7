"""What a good plan is, in weights a director can read: how much each wish counts against the others."""

from __future__ import annotations

from enum import IntEnum
from typing import Final, NamedTuple


class Weight(IntEnum):
    """How much a goal counts."""

    NOT = 0
    SOME = 1
    MUCH = 3


class Goals(NamedTuple):
    """The soft goals. What is wrong at level block is never a goal: it does not happen."""

    #: Wished dates and usual times.
    preferred: Weight = Weight.MUCH
    #: Every area has something in every week, those that waited longest first.
    corners: Weight = Weight.MUCH
    #: Times at which the most crews can come.
    shifts: Weight = Weight.SOME
    #: No week much fuller than the others.
    spread: Weight = Weight.SOME
    #: An artist stays in one area for a day.
    journeys: Weight = Weight.SOME
    #: What has a date keeps it.
    changes: Weight = Weight.MUCH
    #: One workday of each week stays free for trouble.
    spare: Weight = Weight.SOME


#: Points, so that goals can be compared: what one breach of each costs at weight SOME.
UNPLACED: Final = 10_000
WARNING: Final = 20
#: A date nobody wished for within so many days: no notice hangs by then.
NOTICE: Final = 10
TOO_SOON: Final = 20
NOT_WISHED: Final = 6
LATER_BY_A_WEEK: Final = 1
AREA_WITHOUT: Final = 8
FORGOTTEN_AREA: Final = 8
FEWER_COME: Final = 10
OVERFULL_WEEK: Final = 2
JOURNEY: Final = 4
CHANGED: Final = 6
NO_SPARE_DAY: Final = 3
