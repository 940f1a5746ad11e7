"""Tours of the complex: routes of ordered stops; the dated tours are deliveries of the programme of the route."""

from __future__ import annotations

from typing import NamedTuple

from director_app.domain.facts import ConfirmationState
from director_app.domain.ids import OrganisationId, ProgrammeId, RouteId, StopId, VenueId, WorkId


class Route(NamedTuple):
    """A way through the complex; every delivery of its programme is a tour along it."""

    id: RouteId
    title: str = ""
    title_en: str = ""
    programme: ProgrammeId | None = None
    #: How many people one tour takes; None: not limited.
    places: int | None = None
    #: Where it begins.
    meeting_point: str = ""
    note: str = ""


class Stop(NamedTuple):
    """One stop of a route: a place, a work, a company or a product, and the way there from the stop before."""

    id: StopId
    route: RouteId | None = None
    position: int = 0
    title: str = ""
    venue: VenueId | None = None
    organisation: OrganisationId | None = None
    work: WorkId | None = None
    walk_minutes: int = 0
    bus_minutes: int = 0
    #: How long the tour stays here, the safety talk included.
    minutes: int = 0
    #: Whether the host company lets the tour in.
    consent: ConfirmationState = ConfirmationState.OPEN
    #: Who gives the safety talk and what it asks for, such as shoes; empty: none is needed.
    safety_talk: str = ""
    is_talk_agreed: bool = False
    note: str = ""
