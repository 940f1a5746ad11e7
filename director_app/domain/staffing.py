"""Who stands where at an event: posts by shift, booths and market places, and the guests of its opening."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import NamedTuple

from director_app.domain.facts import ConfirmationState
from director_app.domain.ids import BoothId, DeliveryId, EventId, GuestId, OrganisationId, PostId, VenueId
from director_app.domain.timeline import WallMinute


class PostKind(StrEnum):
    """What somebody is there for."""

    SAFETY = "safety"
    VOLUNTEER = "volunteer"
    GUARD = "guard"
    GUIDE = "guide"
    CREW = "crew"


class Post(NamedTuple):
    """One shift of one task: how many people are wanted on a day from `start` to `end`, and who they are."""

    id: PostId
    title: str = ""
    kind: PostKind = PostKind.VOLUNTEER
    event: EventId | None = None
    delivery: DeliveryId | None = None
    venue: VenueId | None = None
    #: One of the zones of the event.
    zone: str = ""
    date: datetime.date | None = None
    start: WallMinute | None = None
    end: WallMinute | None = None
    wanted: int = 1
    people: tuple[str, ...] = ()
    note: str = ""


class BoothKind(StrEnum):
    """What a booth offers."""

    EXPERIENCE = "experience"
    MARKET = "market"
    FOOD = "food"
    INFORMATION = "information"


class Booth(NamedTuple):
    """A booth or a market place of an event."""

    id: BoothId
    name: str = ""
    event: EventId | None = None
    kind: BoothKind = BoothKind.EXPERIENCE
    zone: str = ""
    organisation: OrganisationId | None = None
    #: Who runs it, where that is no company of the plan.
    run_by: str = ""
    power_kw: float | None = None
    state: ConfirmationState = ConfirmationState.OPEN
    note: str = ""


class GuestState(StrEnum):
    """How far an invitation has come."""

    TO_INVITE = "to_invite"
    INVITED = "invited"
    COMING = "coming"
    NOT_COMING = "not_coming"


class Guest(NamedTuple):
    """Somebody invited to a ceremony, in the order in which guests are named; the ceremony itself is its parts."""

    id: GuestId
    name: str = ""
    delivery: DeliveryId | None = None
    position: int = 0
    body: str = ""
    role: str = ""
    state: GuestState = GuestState.TO_INVITE
    #: What the guest does in the ceremony, such as a word of welcome.
    part: str = ""
    seat: str = ""
