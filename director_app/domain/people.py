"""Artists and groups, organisations, their sites and shifts, and when artists and venues can."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import NamedTuple

from director_app.domain.facts import Contact, TravelMode
from director_app.domain.ids import AreaId, ArtistId, AttachmentId, AvailabilityId, OrganisationId, SiteId, VenueId
from director_app.domain.timeline import WallMinute


class OrganisationKind(StrEnum):
    """What an organisation is to the season."""

    COMPANY = "company"
    LOCAL_GOVERNMENT = "local_government"
    FOUNDATION = "foundation"
    AGENCY = "agency"
    SPONSOR = "sponsor"
    WORKER_CLUB = "worker_club"
    OTHER = "other"


class ArtistKind(StrEnum):
    """One person or several."""

    PERSON = "person"
    GROUP = "group"


class AvailabilityValue(StrEnum):
    """How well a time suits."""

    GOOD = "good"
    POSSIBLE = "possible"
    RATHER_NOT = "rather_not"
    IMPOSSIBLE = "impossible"


class Organisation(NamedTuple):
    """A resident company, local government, foundation, sponsor or worker club."""

    id: OrganisationId
    name: str = ""
    name_en: str = ""
    kind: OrganisationKind = OrganisationKind.COMPANY
    contacts: tuple[Contact, ...] = ()
    web_address: str = ""
    logo: AttachmentId | None = None
    is_invented: bool = False
    note: str = ""
    source: str = ""


class Crew(NamedTuple):
    """One crew of a shift pattern: its working hours and its meal break."""

    name: str
    heads: int | None = None
    starts: WallMinute | None = None
    ends: WallMinute | None = None
    meal_starts: WallMinute | None = None
    meal_ends: WallMinute | None = None


class ShiftPattern(NamedTuple):
    """How the crews of a site take turns; rotation in days, counted from a date."""

    name: str = ""
    crews: tuple[Crew, ...] = ()
    rotation_days: int | None = None
    rotation_from: datetime.date | None = None
    weekdays: tuple[int, ...] = (0, 1, 2, 3, 4)


class Site(NamedTuple):
    """Where an organisation works: head-count and shift patterns are the site's."""

    id: SiteId
    organisation: OrganisationId
    name: str = ""
    area: AreaId | None = None
    address: str = ""
    heads: int | None = None
    shifts: tuple[ShiftPattern, ...] = ()
    sittings: int | None = None
    note: str = ""


class Artist(NamedTuple):
    """A person or a group; a group's members are artists too."""

    id: ArtistId
    name: str = ""
    kind: ArtistKind = ArtistKind.GROUP
    sort_name: str = ""
    romanised: str = ""
    genre: str = ""
    region: str = ""
    is_local: bool | None = None
    members: tuple[ArtistId, ...] = ()
    head_count: int | None = None
    contacts: tuple[Contact, ...] = ()
    consent_date: datetime.date | None = None
    keep_until: datetime.date | None = None
    #: Usual fee in won.
    fee: int | None = None
    needs: str = ""
    biography: str = ""
    links: tuple[str, ...] = ()
    photo: AttachmentId | None = None
    is_invented: bool = False
    note: str = ""
    source: str = ""
    #: How they get from area to area; None: whichever is quicker.
    travels_by: TravelMode | None = None


class Availability(NamedTuple):
    """One statement about when an artist or a venue can.

    Either weekly (weekday 0 = Monday, valid between two dates) or for one date; without hours it speaks of whole days.
    A dated statement overrules a weekly one.
    """

    id: AvailabilityId
    artist: ArtistId | None = None
    venue: VenueId | None = None
    value: AvailabilityValue = AvailabilityValue.IMPOSSIBLE
    weekday: int | None = None
    date: datetime.date | None = None
    starts: WallMinute | None = None
    ends: WallMinute | None = None
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None
    reason: str = ""
