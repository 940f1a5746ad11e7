"""Money lines, attachments, releases and accepted problems."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from director_app.domain.facts import Subject
from director_app.domain.ids import (
    AcceptedProblemId,
    ArtistId,
    AttachmentId,
    BudgetLineId,
    DeliveryId,
    GrantId,
    HandoverId,
    OrganisationId,
    ProgrammeId,
    ReleaseId,
    TemplateId,
)


class Funding(StrEnum):
    """Where money comes from."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    OWN = "own"
    PRIVATE = "private"


class MoneyStage(StrEnum):
    """Whether an amount is planned, committed or spent."""

    BUDGET = "budget"
    COMMITTED = "committed"
    ACTUAL = "actual"


class Grant(NamedTuple):
    """A funding line with its match rate (0-1)."""

    id: GrantId
    name: str = ""
    funding: Funding = Funding.NATIONAL
    organisation: OrganisationId | None = None
    #: Whole won.
    amount: int | None = None
    match_rate: float | None = None
    note: str = ""
    #: Interest that the money bore and that is paid back, whole won.
    interest: int | None = None


class BudgetLine(NamedTuple):
    """An amount by editable grant codes."""

    id: BudgetLineId
    grant: GrantId | None = None
    code: str = ""
    subcode: str = ""
    title: str = ""
    stage: MoneyStage = MoneyStage.BUDGET
    #: Whole won.
    amount: int | None = None
    on: date | None = None
    programme: ProgrammeId | None = None
    delivery: DeliveryId | None = None
    payee: str = ""
    receipt: AttachmentId | None = None
    note: str = ""
    #: The artist a fee goes to.
    artist: ArtistId | None = None
    #: Percent withheld for tax: 3.3 of business income, 8.8 of other income; None withholds nothing.
    withheld_percent: float | None = None


class Attachment(NamedTuple):
    """A photo, logo or receipt; its bytes lie beside the plan, addressed by their SHA-256 digest."""

    id: AttachmentId
    name: str = ""
    media_type: str = ""
    digest: str = ""
    size: int = 0
    subject: Subject | None = None
    caption: str = ""
    credit: str = ""
    licence: str = ""
    source: str = ""


class GivenOut(NamedTuple):
    """One document or calendar that was given out as an edition."""

    #: Its name in the catalogue of documents, or that of a calendar.
    document: str
    at: datetime | None = None
    language: str = ""
    #: What it was narrowed to, as "field/value" in order ("venue/v12", "since/2025-10-14"); empty is the whole season.
    #: Texts and no references: what is removed from the plan stays said of what was given out.
    narrowed: tuple[str, ...] = ()


class Release(NamedTuple):
    """A frozen, numbered edition; `content` is the digest of the plan as published.

    What it is never changes, also not by undo; `given`, what was given out as this edition, only grows.
    """

    id: ReleaseId
    number: int = 0
    name: str = ""
    published_at: datetime | None = None
    content: str = ""
    note: str = ""
    given: tuple[GivenOut, ...] = ()


class Handover(NamedTuple):
    """One time that a copy of the plan, or a part of it, went to another desk or came from one.

    `content` is the digest of the plan as it was then: what both desks did since is told from it.
    """

    id: HandoverId
    #: Whom it went to or came from, as the director wrote it.
    name: str = ""
    at: datetime | None = None
    is_received: bool = False
    content: str = ""
    #: What it was narrowed to, written as in `GivenOut`; empty is the whole season.
    narrowed: tuple[str, ...] = ()
    is_without_private: bool = False


class OwnWord(NamedTuple):
    """One text of a document as the director words it; `place` is a place known to the makers of documents."""

    place: str
    text: str = ""


class Template(NamedTuple):
    """A document as the director wants it: her own words, what is left out, paper, colour and logo.

    Places and styles that no document knows are kept and do nothing.
    """

    id: TemplateId
    name: str = ""
    #: The document it is for, by its name in the catalogue.
    document: str = ""
    words: tuple[OwnWord, ...] = ()
    #: What is not printed, by its name among what may be left out.
    left_out: tuple[str, ...] = ()
    #: Paper as A5 or A4; empty is the usual one.
    size: str = ""
    #: typographic, photo or festive; empty lets the programme decide.
    style: str = ""
    #: As #RRGGBB; empty is the colour of the complex.
    colour: str = ""
    #: None is the logo of the complex.
    logo: AttachmentId | None = None


class AcceptedProblem(NamedTuple):
    """A problem the director knows of; it reopens when the fingerprint of either side changes."""

    id: AcceptedProblemId
    kind: str = ""
    subjects: tuple[Subject, ...] = ()
    fingerprint: str = ""
    reason: str = ""
    accepted_on: date | None = None
