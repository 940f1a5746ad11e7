"""The council of the complex (문화융합협의체): its members, its meetings, and what it decided on which conditions."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import NamedTuple

from director_app.domain.facts import Contact
from director_app.domain.ids import CouncilMemberId, DecisionId, DeliveryId, MeetingId, ProgrammeId, VenueId
from director_app.domain.timeline import WallMinute


class DecisionState(StrEnum):
    """What became of a decision and its condition."""

    OPEN = "open"
    DONE = "done"
    #: Taken back, or its time ran out.
    VOID = "void"


class CouncilMember(NamedTuple):
    """Somebody who sits on the council for a body, from one day to another; both ends may be open."""

    id: CouncilMemberId
    name: str = ""
    #: The body or company that sent the member.
    body: str = ""
    role: str = ""
    is_voting: bool = True
    since: datetime.date | None = None
    until: datetime.date | None = None
    contact: Contact = Contact()


class Meeting(NamedTuple):
    """One meeting of the council; `end` may pass 24:00 as everywhere."""

    id: MeetingId
    number: int | None = None
    title: str = ""
    date: datetime.date | None = None
    start: WallMinute | None = None
    end: WallMinute | None = None
    venue: VenueId | None = None
    #: One item of the agenda each.
    agenda: tuple[str, ...] = ()
    attended: tuple[CouncilMemberId, ...] = ()
    #: Voting members who have to be present; None when more than half of those who sit then are needed.
    quorum: int | None = None
    #: What was said, a line each.
    minutes_text: str = ""
    #: What lay on the table, one paper each.
    papers: tuple[str, ...] = ()


class CouncilRule(NamedTuple):
    """What the planner checks of a decision; None and nothing are not checked."""

    not_before: WallMinute | None = None
    ends_by: WallMinute | None = None
    most_heads: int | None = None
    #: Only on these days of the week, Monday is 0.
    weekdays: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to check."""
        return self == CouncilRule()


class Decision(NamedTuple):
    """What a meeting decided, and the condition it is bound to until `due`.

    Its rule binds a date, the dates of a programme or those at a venue, and with none of them every date; it binds up
    to and including `expires`.
    """

    id: DecisionId
    meeting: MeetingId | None = None
    text: str = ""
    condition: str = ""
    due: datetime.date | None = None
    state: DecisionState = DecisionState.OPEN
    delivery: DeliveryId | None = None
    programme: ProgrammeId | None = None
    venue: VenueId | None = None
    expires: datetime.date | None = None
    rule: CouncilRule = CouncilRule()
