"""Initiatives, events, programmes, deliveries and their segments and series."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Final, NamedTuple

from director_app.domain.facts import (
    Accessibility,
    Act,
    Confirmation,
    Credit,
    DatedHours,
    Fallback,
    LocalText,
    Needs,
    ReadyItem,
    WeekHours,
)
from director_app.domain.ids import (
    AreaId,
    ArtistId,
    AttachmentId,
    DeliveryId,
    EventId,
    InitiativeId,
    OrganisationId,
    ProgrammeId,
    SegmentId,
    SeriesId,
    VenueId,
)
from director_app.domain.timeline import WallMinute


class Status(StrEnum):
    """How firm a delivery is."""

    IDEA = "idea"
    PENCILLED = "pencilled"
    CONFIRMED = "confirmed"
    DELIVERED = "delivered"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"

    @property
    def takes_place(self) -> bool:
        """Whether it still occupies people and places."""
        return self is not Status.POSTPONED and self is not Status.CANCELLED


class Initiative(NamedTuple):
    """A strand of the season such as Culture Delivery or Night Lights; names and codes are data."""

    id: InitiativeId
    name: str = ""
    name_en: str = ""
    #: One or two syllables shown in lists and legends.
    code: str = ""
    #: 0-7, place in the palette; more than eight repeat.
    hue: int = 0
    position: int = 0
    note: str = ""


class EventZone(NamedTuple):
    """A named part of an event's ground."""

    name: str
    venue: VenueId | None = None


class Event(NamedTuple):
    """An optional group of deliveries with its own days, zones and duties (a festival, a culture week)."""

    id: EventId
    title: str = ""
    title_en: str = ""
    initiative: InitiativeId | None = None
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None
    venue: VenueId | None = None
    zones: tuple[EventZone, ...] = ()
    credits: tuple[Credit, ...] | None = None
    expected_heads: int | None = None
    counted_heads: int | None = None
    fallback: Fallback | None = None
    safety: str = ""
    status: Status = Status.CONFIRMED
    note: str = ""
    source: str = ""
    #: From this day before it is set up, and up to this day after it is taken down.
    setup_from: datetime.date | None = None
    strike_until: datetime.date | None = None


class Programme(NamedTuple):
    """One titled piece of content that deliveries bring to places."""

    id: ProgrammeId
    title: str = ""
    title_en: str = ""
    subtitle: str = ""
    #: Up to 12 syllables, for calendars.
    short_title: str = ""
    initiative: InitiativeId | None = None
    kind: str = ""
    audience: str = ""
    running_minutes: int | None = None
    setup_minutes: int = 0
    strike_minutes: int = 0
    needs: Needs = Needs()
    lineup: tuple[Act, ...] = ()
    credits: tuple[Credit, ...] | None = None
    #: None: not said; True prints the word free.
    is_free: bool | None = None
    admission: str = ""
    age_rating: str = ""
    booking: str = ""
    intro: str = ""
    texts: tuple[LocalText, ...] = ()
    accessibility: tuple[Accessibility, ...] = ()
    photo: AttachmentId | None = None
    photo_focus: tuple[float, ...] = ()
    photo_credit: str = ""
    is_featured: bool = False
    is_exhibition: bool = False
    is_invented: bool = False
    note: str = ""
    source: str = ""


class Series(NamedTuple):
    """The rule that made several deliveries; each keeps its own identity."""

    id: SeriesId
    name: str = ""
    programme: ProgrammeId | None = None
    #: An RFC 5545 section 3.3.10 recurrence rule in wall-clock time, or empty when dates were pasted.
    rule: str = ""
    first_day: datetime.date | None = None
    dates: tuple[datetime.date, ...] = ()
    left_out: tuple[DatedHours, ...] = ()
    left_out_reason: str = ""


class Delivery(NamedTuple):
    """One dated occurrence. Every fact may be undecided; it needs one anchor: company, area, programme or date."""

    id: DeliveryId
    #: Reference number such as GM-017, never reused.
    number: str = ""
    programme: ProgrammeId | None = None
    title_suffix: str = ""
    title_suffix_en: str = ""
    event: EventId | None = None
    initiative: InitiativeId | None = None
    organisation: OrganisationId | None = None
    area: AreaId | None = None
    venue: VenueId | None = None
    #: "2025-10" when only the month is known.
    month: str = ""
    date: datetime.date | None = None
    #: Last date when it lasts several days; start and end are then daily hours.
    until: datetime.date | None = None
    start: WallMinute | None = None
    end: WallMinute | None = None
    #: Weekly hours of an exhibition when they differ from day to day.
    hours: tuple[WeekHours, ...] = ()
    exceptions: tuple[DatedHours, ...] = ()
    #: None: as the programme says.
    setup_minutes: int | None = None
    strike_minutes: int | None = None
    status: Status = Status.PENCILLED
    is_locked: bool = False
    #: None: same as the programme.
    lineup: tuple[Act, ...] | None = None
    expected_heads: int | None = None
    counted_heads: int | None = None
    shifts: tuple[str, ...] = ()
    credits: tuple[Credit, ...] | None = None
    accessibility: tuple[Accessibility, ...] | None = None
    fallback: Fallback | None = None
    confirmations: tuple[Confirmation, ...] = ()
    responsible: str = ""
    series: SeriesId | None = None
    booking: str = ""
    booking_en: str = ""
    public_note: str = ""
    public_note_en: str = ""
    internal_note: str = ""
    postponed_to: datetime.date | None = None
    changed_reason: str = ""
    is_featured: bool = False
    source: str = ""
    #: What of the readiness list is done.
    ready: tuple[ReadyItem, ...] = ()


#: How people write in a running order that something is not yet the show.
_REHEARSAL: Final = ("리허설", "사운드", "sound", "rehearsal")


class Cue(NamedTuple):
    """What one department does during a segment."""

    department: str
    text: str


class Segment(NamedTuple):
    """A timed part inside a delivery; the rows of a cue sheet."""

    id: SegmentId
    delivery: DeliveryId
    position: int = 0
    title: str = ""
    start: WallMinute | None = None
    is_fixed: bool = False
    minutes: int | None = None
    artist: ArtistId | None = None
    venue: VenueId | None = None
    cues: tuple[Cue, ...] = ()
    note: str = ""

    @property
    def is_rehearsal(self) -> bool:
        """Whether its title says that it is a rehearsal or a sound check."""
        return any(word in self.title.lower() for word in _REHEARSAL)
