"""Which deliveries something that is published speaks of: paper, tables and calendars ask the same question here."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Final, NamedTuple

from director_app.domain.ids import ApplicationId, AreaId, ArtistId, DeliveryId, InitiativeId, ProgrammeId, VenueId
from director_app.domain.parts import artists_of
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import area_of, dates_of, initiative_of
from director_app.planner.bookings import with_groups, with_parts


class Scope(NamedTuple):
    """Those deliveries that meet every condition named; nothing named is everything.

    An artist is met by the groups she belongs to as well and by parts that name her, a venue by the places inside it.
    Dates are both included; what lasts several days counts when one of them is inside, what is postponed counts where
    it went.
    """

    since: datetime.date | None = None
    until: datetime.date | None = None
    programme: ProgrammeId | None = None
    delivery: DeliveryId | None = None
    area: AreaId | None = None
    initiative: InitiativeId | None = None
    artist: ArtistId | None = None
    venue: VenueId | None = None
    #: For letters: only to whoever sent it. It is no condition on deliveries.
    application: ApplicationId | None = None

    @property
    def is_everything(self) -> bool:
        """Whether no condition is named."""
        return all(condition is None for condition in self)

    def holds(self, plan: Plan) -> Callable[[Delivery], bool]:
        """A test for the deliveries of this plan."""
        if self.is_everything:
            return lambda _delivery: True
        artists = frozenset(with_groups(plan, self.artist) if self.artist is not None else ())
        venues = with_parts(plan, self.venue) if self.venue is not None else ()

        def holds(delivery: Delivery) -> bool:
            return (
                (self.delivery is None or delivery.id == self.delivery)
                and (self.programme is None or delivery.programme == self.programme)
                and (self.venue is None or delivery.venue in venues)
                and (self.area is None or area_of(plan, delivery) == self.area)
                and (self.initiative is None or initiative_of(plan, delivery) == self.initiative)
                and (self.artist is None or not artists.isdisjoint(artists_of(plan, delivery)))
                and self.holds_dates(*dates_of(delivery))
            )

        return holds

    def holds_dates(self, first: datetime.date | None, last: datetime.date | None) -> bool:
        """Whether one of these dates lies inside; what has no date lies inside only while no dates are named."""
        if self.since is None and self.until is None:
            return True
        if first is None or last is None:
            return False
        return (self.since is None or last >= self.since) and (self.until is None or first <= self.until)


#: Every delivery of the plan.
EVERYTHING: Final = Scope()
