"""What a print is asked to be, and what came of it. Light: known to the window and the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple

from director_app.domain.facts import Subject
from director_app.domain.ids import AreaId, ArtistId, DeliveryId, InitiativeId, ProgrammeId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery

Size = Literal["A4", "A5"]


class Scope(NamedTuple):
    """Which deliveries a print speaks of: those that meet every condition named. Dates are both included."""

    since: date | None = None
    until: date | None = None
    programme: ProgrammeId | None = None
    delivery: DeliveryId | None = None
    area: AreaId | None = None
    initiative: InitiativeId | None = None
    artist: ArtistId | None = None
    venue: VenueId | None = None

    def holds(self, plan: Plan, delivery: Delivery) -> bool:
        """Whether the delivery is spoken of."""
        programme = plan.programmes.get(delivery.programme) if delivery.programme else None
        venue = plan.venues.get(delivery.venue) if delivery.venue else None
        initiative = delivery.initiative or (programme.initiative if programme else None)
        area = delivery.area or (venue.area if venue else None)
        conditions = (
            (self.programme, delivery.programme),
            (self.delivery, delivery.id),
            (self.area, area),
            (self.initiative, initiative),
            (self.venue, delivery.venue),
        )
        if any(wanted is not None and wanted != found for wanted, found in conditions):
            return False
        return self._holds_date(delivery) and self._holds_artist(plan, delivery)

    def _holds_date(self, delivery: Delivery) -> bool:
        if self.since is None and self.until is None:
            return True
        first, last = delivery.date, delivery.until or delivery.date
        if first is None or last is None:
            return False
        return (self.since is None or last >= self.since) and (self.until is None or first <= self.until)

    def _holds_artist(self, plan: Plan, delivery: Delivery) -> bool:
        if self.artist is None:
            return True
        programme = plan.programmes.get(delivery.programme) if delivery.programme else None
        lineup = delivery.lineup if delivery.lineup is not None else (programme.lineup if programme else ())
        for act in lineup:
            artist = plan.artists.get(act.artist)
            if act.artist == self.artist or (artist is not None and self.artist in artist.members):
                return True
        return False


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """How a document is made. Without an edition it is a draft and says so on every page."""

    made_at: datetime
    scope: Scope | None = None
    size: Size = "A5"
    #: Bleed around the trim, 0 to 5 mm.
    bleed_mm: float = 0.0
    #: Crop marks outside the trim.
    marks: bool = False
    #: "2" prints as the second edition; None is a draft.
    edition: str | None = None
    #: The drawn pattern on a flyer or cover; None lets the programme decide.
    pattern: bool | None = None
    #: One line in further languages on a flyer, where the programme has words for them.
    languages: bool = False


class Remark(NamedTuple):
    """Something the director should know of a finished print: an English message with its values, and where."""

    message: str
    values: Mapping[str, object] = MappingProxyType({})
    #: Where in the print, in the words of the reader ("GM-017 ...").
    place: str = ""
    #: From 1; None when it concerns no single page.
    page: int | None = None
    subject: Subject | None = None


class Made(NamedTuple):
    """A finished print."""

    path: Path
    pages: int
    remarks: tuple[Remark, ...] = ()
