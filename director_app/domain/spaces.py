"""Residencies in open workshops, and what spaces are supported with: evaluations, grants, designations."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import NamedTuple

from director_app.domain.duties import Duty
from director_app.domain.facts import ConfirmationState
from director_app.domain.ids import ArtistId, CallId, OrganisationId, ProgrammeId, StayId, SupportId, VenueId


class Call(NamedTuple):
    """An open call for a residency: from when to when one may apply, for how many places."""

    id: CallId
    title: str = ""
    venue: VenueId | None = None
    opens: datetime.date | None = None
    closes: datetime.date | None = None
    results_on: datetime.date | None = None
    places: int | None = None
    text: str = ""


class Stay(NamedTuple):
    """Weeks that somebody works in a space, with duties and days of an open studio; both days are included."""

    id: StayId
    #: Who stays, where that is no artist of the plan yet.
    name: str = ""
    artist: ArtistId | None = None
    call: CallId | None = None
    venue: VenueId | None = None
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None
    state: ConfirmationState = ConfirmationState.OPEN
    open_days: tuple[datetime.date, ...] = ()
    duties: tuple[Duty, ...] = ()
    #: What came of it, as it is brought to places.
    programme: ProgrammeId | None = None
    note: str = ""


class SupportKind(StrEnum):
    """What a space is given."""

    #: The design of a factory or a cultural space, judged by criteria.
    EVALUATION = "evaluation"
    #: Money to improve a small old factory.
    GRANT = "grant"
    #: A leading complex, a special planning zone.
    DESIGNATION = "designation"


class SupportState(StrEnum):
    """How far it has come."""

    PLANNED = "planned"
    APPLIED = "applied"
    GIVEN = "given"
    CLOSED = "closed"
    REFUSED = "refused"


class Criterion(NamedTuple):
    """One criterion of an evaluation: points given of the most points there are."""

    name: str
    most: float = 100.0
    points: float | None = None


class Support(NamedTuple):
    """An evaluation, a grant or a designation of a space: from when to when it holds, and what it asks for."""

    id: SupportId
    title: str = ""
    kind: SupportKind = SupportKind.EVALUATION
    organisation: OrganisationId | None = None
    venue: VenueId | None = None
    state: SupportState = SupportState.PLANNED
    decided_on: datetime.date | None = None
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None
    #: In won.
    amount: int | None = None
    criteria: tuple[Criterion, ...] = ()
    duties: tuple[Duty, ...] = ()
    note: str = ""
    source: str = ""
