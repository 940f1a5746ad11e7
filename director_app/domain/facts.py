"""Small values that several records carry: contacts, credits, opening hours, fallbacks, confirmations."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import NamedTuple

from director_app.domain.ids import ArtistId, OrganisationId, VenueId
from director_app.domain.timeline import WallMinute


class Setting(StrEnum):
    """Under a roof or under the sky."""

    INDOOR = "indoor"
    OUTDOOR = "outdoor"
    BOTH = "both"


class TravelMode(StrEnum):
    """How people get from area to area."""

    WALK = "walk"
    VAN = "van"


class ConfirmationState(StrEnum):
    """How far a question to somebody has come."""

    OPEN = "open"
    ASKED = "asked"
    AGREED = "agreed"


class ConfirmationOf(StrEnum):
    """What is confirmed: the venue, one act, or contract and approval."""

    VENUE = "venue"
    ACT = "act"
    CONTRACT = "contract"


class FallbackKind(StrEnum):
    """What happens in rain or heat."""

    AS_IS = "as_is"
    INDOORS = "indoors"
    POSTPONE = "postpone"
    CANCEL = "cancel"


class FallbackState(StrEnum):
    """Whether the other place is ours."""

    NONE = "none"
    ASKED = "asked"
    SECURED = "secured"


class Accessibility(StrEnum):
    """Marks printed beside a delivery."""

    WHEELCHAIR = "wheelchair"
    SIGN_LANGUAGE = "sign_language"
    CAPTIONS = "captions"
    AUDIO_DESCRIPTION = "audio_description"
    BRAILLE = "braille"
    CHILDREN = "children"
    LANGUAGES = "languages"


class ReadyItem(StrEnum):
    """What is ready for something outdoors: ticked by hand, a reminder and no verdict."""

    STAFF = "staff"
    CONTACTS = "contacts"
    EVACUATION = "evacuation"
    NOISE = "noise"
    INSURANCE = "insurance"
    FIRST_AID = "first_aid"
    POWER = "power"
    TOILETS = "toilets"


class Contact(NamedTuple):
    """Somebody to call. Private unless the director ticks otherwise."""

    name: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""
    public: bool = False
    on_call_sheets: bool = False


class Credit(NamedTuple):
    """One body in a credit line; order and role wording (hosted by, organised by ...) are the funders'."""

    role: str
    name: str
    organisation: OrganisationId | None = None


class Act(NamedTuple):
    """One artist of a line-up, in billing order."""

    artist: ArtistId
    role: str = ""


class WeekHours(NamedTuple):
    """Open hours on one weekday (0 = Monday)."""

    weekday: int
    opens: WallMinute
    closes: WallMinute


class DatedHours(NamedTuple):
    """Hours of one date that differ from the week; both None means closed."""

    date: datetime.date
    opens: WallMinute | None = None
    closes: WallMinute | None = None


class Closure(NamedTuple):
    """Dates on which a place is closed, both included."""

    first: datetime.date
    last: datetime.date
    reason: str = ""


class Access(NamedTuple):
    """How one gets in: what a missed gate pass would cost a visit."""

    gate: str = ""
    pass_days: int | None = None
    vehicle_number: bool = False
    safety_shoes: bool = False
    photography: str = ""
    parking: str = ""
    meeting_point: str = ""


class Fallback(NamedTuple):
    """Plan B of an outdoor delivery: its trigger, when it is decided, and by whom."""

    kind: FallbackKind = FallbackKind.INDOORS
    venue: VenueId | None = None
    state: FallbackState = FallbackState.NONE
    trigger: str = ""
    decision_time: WallMinute | None = None
    decided_by: str = ""
    note: str = ""


class Confirmation(NamedTuple):
    """The answer of the venue, of one act, or of the contract, with the date it came."""

    of: ConfirmationOf
    state: ConfirmationState = ConfirmationState.OPEN
    artist: ArtistId | None = None
    on: datetime.date | None = None


class Equipment(NamedTuple):
    """So many of one thing that is carried from place to place."""

    name: str
    pieces: int = 1


class Needs(NamedTuple):
    """What a programme asks of its place."""

    power_kw: float | None = None
    floor_area: float | None = None
    setting: Setting | None = None
    equipment: str = ""
    #: Light of its own that is only seen after dusk: a projection.
    darkness: bool = False
    #: Heard in the places around it: drums, a band with loudspeakers.
    loud: bool = False
    #: Spoilt by what is heard from the places around it: a reading, a recording, counselling.
    quiet: bool = False
    #: What of the season's own equipment it uses, from set-up to strike.
    items: tuple[Equipment, ...] = ()


class LocalText(NamedTuple):
    """A programme's words in one more language (BCP 47 tag)."""

    language: str
    title: str = ""
    subtitle: str = ""
    intro: str = ""
    audience: str = ""
    admission: str = ""
    age_rating: str = ""
    booking: str = ""


class Subject(NamedTuple):
    """Any record, named by kind and id."""

    kind: str
    id: str
