"""Applications of companies and artists, notes and follow-ups, and who was told what."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from director_app.domain.facts import Contact, Subject
from director_app.domain.ids import (
    ApplicationId,
    AreaId,
    ArtistId,
    DeliveryId,
    NoteId,
    OrganisationId,
    ProgrammeId,
    ReleaseId,
    ToldId,
)
from director_app.domain.timeline import WallMinute


class ApplicationState(StrEnum):
    """How far an application has come."""

    RECEIVED = "received"
    IN_REVIEW = "in_review"
    PLACED = "placed"
    TOLD = "told"
    CONFIRMED = "confirmed"
    WAITING = "waiting"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"


class Wish(NamedTuple):
    """One wished time, as written and as far as it was understood."""

    text: str
    first_day: date | None = None
    last_day: date | None = None
    start: WallMinute | None = None
    end: WallMinute | None = None


class ShiftHeads(NamedTuple):
    """How many people of one shift would come."""

    shift: str
    heads: int | None = None


class OriginalCell(NamedTuple):
    """A cell of the row as it came, never overwritten."""

    header: str
    text: str


class Application(NamedTuple):
    """A company's or an artist's request, in order of receipt."""

    id: ApplicationId
    number: str = ""
    received_at: datetime | None = None
    #: Place in the order of receipt when no time was written down.
    received_order: int = 0
    organisation: OrganisationId | None = None
    artist: ArtistId | None = None
    applicant: str = ""
    area: AreaId | None = None
    contact: Contact = Contact()
    programme: ProgrammeId | None = None
    wishes: tuple[Wish, ...] = ()
    meal_slot: str = ""
    heads: tuple[ShiftHeads, ...] = ()
    space: str = ""
    note: str = ""
    state: ApplicationState = ApplicationState.RECEIVED
    delivery: DeliveryId | None = None
    decided_on: date | None = None
    decision_note: str = ""
    original: tuple[OriginalCell, ...] = ()
    source: str = ""


def order_of_receipt(application: Application) -> tuple[bool, str, int, str, str]:
    """First come, first: by the moment of receipt, then by the order of the rows; what says no moment comes last."""
    moment = application.received_at
    written = moment.replace(tzinfo=None).isoformat() if moment is not None else ""
    return moment is None, written, application.received_order, application.number, application.id


class Note(NamedTuple):
    """A dated remark or promise on anything."""

    id: NoteId
    subject: Subject
    text: str = ""
    written_on: date | None = None
    author: str = ""
    follow_up: date | None = None
    is_done: bool = False
    is_promise: bool = False


class Told(NamedTuple):
    """That somebody was told of a state of the plan, and whether they answered."""

    id: ToldId
    subject: Subject
    delivery: DeliveryId | None = None
    release: ReleaseId | None = None
    told_at: datetime | None = None
    answered_at: datetime | None = None
    answer: str = ""
    how: str = ""
