"""Works of public art and media art, and the rules by which they are lit."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import NamedTuple

from director_app.domain.facts import Closure, DatedHours
from director_app.domain.ids import ArtistId, AttachmentId, InitiativeId, OrganisationId, VenueId, WorkId
from director_app.domain.timeline import WallMinute


class WorkKind(StrEnum):
    """What a work is."""

    SCULPTURE = "sculpture"
    PUBLIC_ART = "public_art"
    MEDIA_ART = "media_art"
    PROJECTION = "projection"
    LIGHTING = "lighting"


class LightFrom(StrEnum):
    """What a light waits for: the sun at the horizon, its civil dusk (6 degrees below), or a fixed time."""

    SUNSET = "sunset"
    DUSK = "dusk"
    CLOCK = "clock"


class LightRule(NamedTuple):
    """When a work is lit on some weekdays (none named: all) between two dates: "dusk + 20 min, at latest 20:30"."""

    begins: LightFrom = LightFrom.SUNSET
    #: Minutes after sunset or dusk, negative before it; of no meaning with a fixed time.
    after_minutes: int = 0
    #: The fixed time, or the latest time at which the light goes on whatever the sun does.
    latest: WallMinute | None = None
    #: When it goes off, past 24:00 after midnight; None is undecided.
    until: WallMinute | None = None
    weekdays: tuple[int, ...] = ()
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None


class Work(NamedTuple):
    """A work of public art or media art that stands in the complex and is lit at night."""

    id: WorkId
    title: str = ""
    title_en: str = ""
    kind: WorkKind = WorkKind.MEDIA_ART
    artist: ArtistId | None = None
    venue: VenueId | None = None
    initiative: InitiativeId | None = None
    owner: OrganisationId | None = None
    #: The first rule that speaks of a day holds.
    rules: tuple[LightRule, ...] = ()
    #: Dates with hours of their own, or dark when both are None.
    exceptions: tuple[DatedHours, ...] = ()
    #: Dates without light, both included.
    maintenance: tuple[Closure, ...] = ()
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None
    power_kw: float | None = None
    #: When it must be dark for the sake of neighbours.
    curfew: WallMinute | None = None
    neighbours: str = ""
    photo: AttachmentId | None = None
    is_invented: bool = False
    note: str = ""
    source: str = ""
