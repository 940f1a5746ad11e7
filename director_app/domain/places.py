"""Venues, how one gets in, and how long it takes from area to area."""

from __future__ import annotations

from typing import NamedTuple

from director_app.domain.facts import Access, Closure, Contact, FallbackState, Setting, WeekHours
from director_app.domain.ids import AreaId, AttachmentId, OrganisationId, TravelId, VenueId


class Venue(NamedTuple):
    """Where something happens. A venue that is part of another is busy when the whole is."""

    id: VenueId
    name: str = ""
    name_en: str = ""
    kind: str = ""
    part_of: VenueId | None = None
    host: OrganisationId | None = None
    area: AreaId | None = None
    address: str = ""
    address_en: str = ""
    directions: str = ""
    setting: Setting | None = None
    #: Weekly hours; none at all means that no hours are known.
    opening_hours: tuple[WeekHours, ...] = ()
    opening_text: str = ""
    opening_text_en: str = ""
    closures: tuple[Closure, ...] = ()
    seats: int | None = None
    standing: int | None = None
    floor_area: float | None = None
    power_kw: float | None = None
    #: Noise zone in the sense of the noise control act (residential, commercial, industrial ...).
    zone: str = ""
    quiet_hours: tuple[WeekHours, ...] = ()
    fallback: VenueId | None = None
    fallback_state: FallbackState = FallbackState.NONE
    access: Access = Access()
    contacts: tuple[Contact, ...] = ()
    #: WGS 84 degrees.
    latitude: float | None = None
    longitude: float | None = None
    is_registered_venue: bool = False
    photo: AttachmentId | None = None
    sketch: AttachmentId | None = None
    is_invented: bool = False
    note: str = ""
    source: str = ""


class Travel(NamedTuple):
    """Minutes between two areas, the same both ways."""

    id: TravelId
    one: AreaId
    other: AreaId
    walk_minutes: int | None = None
    van_minutes: int | None = None
