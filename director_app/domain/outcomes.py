"""What came of it: people by group, companies reached, satisfaction; and the typed parts of plans and reports."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import NamedTuple

from director_app.domain.ids import DeliveryId, EventId, InitiativeId, OutcomeId, ProgrammeId, ReportTextId


class AudienceGroup(StrEnum):
    """Who came."""

    WORKERS = "workers"
    FAMILIES = "families"
    RESIDENTS = "residents"
    FOREIGN = "foreign"


class PointsBy(StrEnum):
    """How a mean on five becomes points of a hundred."""

    #: (mean - 1) / 4 x 100: the worst answer is 0.
    RANGE = "range"
    #: mean x 20: the worst answer is 20.
    TIMES_TWENTY = "times_twenty"


class GroupShare(NamedTuple):
    """One group among those who came: counted, or as a share of all in percent."""

    group: AudienceGroup
    heads: int | None = None
    percent: float | None = None


class Survey(NamedTuple):
    """One survey: answers, mean on five, and the points of a hundred where only these were published."""

    answers: int | None = None
    mean: float | None = None
    points: float | None = None
    points_by: PointsBy = PointsBy.RANGE


class Outcome(NamedTuple):
    """What was counted of one date, event, programme or initiative; with none of them, of the whole season."""

    id: OutcomeId
    delivery: DeliveryId | None = None
    event: EventId | None = None
    programme: ProgrammeId | None = None
    initiative: InitiativeId | None = None
    on: datetime.date | None = None
    heads: int | None = None
    #: Dates held, where the body that counted states them.
    held: int | None = None
    companies: int | None = None
    groups: tuple[GroupShare, ...] = ()
    survey: Survey = Survey()
    note: str = ""
    source: str = ""


class ReportPart(StrEnum):
    """A part of the operation plan or the result report that nobody can reckon from the plan."""

    BASIS = "basis"
    PURPOSE = "purpose"
    LAYOUT = "layout"
    PUBLICITY = "publicity"
    GUESTS = "guests"
    STAFF = "staff"
    TRAFFIC = "traffic"
    HYGIENE = "hygiene"
    SAFETY = "safety"
    WEATHER = "weather"
    TIMETABLE = "timetable"
    REVIEW = "review"
    PRESS = "press"
    ADMINISTRATION = "administration"


class ReportText(NamedTuple):
    """The typed words of one part of the operation plan or the result report, a paragraph a line."""

    id: ReportTextId
    part: ReportPart = ReportPart.BASIS
    text: str = ""
