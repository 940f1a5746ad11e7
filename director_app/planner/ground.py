"""What every check stands on: a plan, the day it is looked at, and what many deliveries ask of the same people.

Remembered for one plan as it stands: after an edit there is another one.
"""

from __future__ import annotations

import datetime

from director_app.domain.ids import ArtistId, VenueId
from director_app.domain.people import Availability
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import wholes_of, with_members
from director_app.planner.availability import statements_about
from director_app.planner.calendar_knowledge import holiday_dates


class Ground:
    """One plan as it looks on one day.

    Attributes:
        plan: the plan.
        today: the day; None where nobody said, and then nothing is near, due or over.
    """

    __slots__ = ("_holidays", "_speakers", "_statements", "_wholes", "plan", "today")

    def __init__(self, plan: Plan, today: datetime.date | None = None) -> None:
        self.plan = plan
        self.today = today
        self._holidays: dict[int, frozenset[datetime.date]] = {}
        self._statements: dict[tuple[str, str], list[Availability]] = {}
        self._speakers: dict[ArtistId, tuple[ArtistId, ...]] = {}
        self._wholes: dict[VenueId, tuple[Venue, ...]] = {}

    def holidays(self, year: int) -> frozenset[datetime.date]:
        """The public holidays of a year, as the plan's special days have them."""
        if year not in self._holidays:
            self._holidays[year] = holiday_dates(self.plan, year)
        return self._holidays[year]

    def statements(self, kind: str, identity: str) -> list[Availability]:
        """What was stated about the times of an artist or a venue."""
        known = self._statements.get((kind, identity))
        if known is None:
            known = self._statements[kind, identity] = statements_about(self.plan, kind, identity)
        return known

    def speakers(self, act: ArtistId) -> tuple[ArtistId, ...]:
        """The act and its members, as far as they have stated when they can come."""
        known = self._speakers.get(act)
        if known is None:
            everyone = with_members(self.plan, act)
            known = self._speakers[act] = tuple(one for one in everyone if self.statements("artists", one))
        return known

    def wholes(self, venue: VenueId | None) -> tuple[Venue, ...]:
        """A venue and all it is part of, from the inside out."""
        if venue is None:
            return ()
        known = self._wholes.get(venue)
        if known is None:
            known = self._wholes[venue] = tuple(self.plan.venues[one] for one in wholes_of(self.plan, venue))
        return known

    def days_to(self, day: datetime.date | None) -> int | None:
        """Days from today; negative when it is over, None when either is unknown."""
        return (day - self.today).days if day is not None and self.today is not None else None

    def is_coming(self, delivery: Delivery) -> bool:
        """Whether there is still something to prepare: neither delivered nor over."""
        if delivery.status is Status.DELIVERED:
            return False
        last = delivery.until or delivery.date
        return last is None or self.today is None or last >= self.today
