"""Somebody's own calendar says when an artist or a venue cannot: every busy event becomes a dated exception."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from director_app.domain.edits import Edit, Put, Remove, Several
from director_app.domain.facts import Subject
from director_app.domain.ids import ArtistId, AvailabilityId, VenueId, derived_id
from director_app.domain.people import Availability, AvailabilityValue
from director_app.domain.plan import Plan
from director_app.domain.timeline import WallMinute
from director_app.imports.ical_files import ReadEvent
from director_app.imports.remarks import Remark
from director_app.operations.importing import bytes_of, calendar_of
from director_app.operations.open_plan import OpenPlan, Outcome, StepName
from director_app.wording import message

BUSY_STEP: Final = message("busy times of {name} from {file} ({n})")

_DAY_MINUTES: Final = 24 * 60


class BusyTimes(NamedTuple):
    """What a calendar says of one artist or venue, and what it changes in the plan."""

    file: str
    subject: Subject
    events: int
    new: tuple[Availability, ...]
    changed: tuple[Availability, ...]
    same: int
    #: Known from an earlier reading, and cancelled or free in this one.
    gone: tuple[AvailabilityId, ...]
    remarks: tuple[Remark, ...]

    @property
    def edit(self) -> Edit:
        """All of it as one edit."""
        puts = (Put(one) for one in (*self.new, *self.changed))
        return Several((*puts, *(Remove("availabilities", one) for one in self.gone)))


def read_busy_times(plan: Plan, path: Path, subject: Subject) -> BusyTimes:
    """What a calendar file says of when an artist or a venue cannot, on the days of the season.

    The title of an event is nobody's business but its owner's, so it is not taken in.

    Raises:
        CannotUseFile: when the file cannot be read or is no calendar.
    """
    calendar = calendar_of(plan, path.name, bytes_of(path))
    found: dict[AvailabilityId, Availability] = {}
    gone: set[AvailabilityId] = set()
    for event in calendar.found:
        for one in _availabilities(event, subject):
            if event.is_busy and not event.is_cancelled:
                found[one.id] = one
            else:
                gone.add(one.id)
    known = plan.availabilities
    return BusyTimes(
        path.name,
        subject,
        calendar.events,
        tuple(one for name, one in found.items() if name not in known),
        tuple(one for name, one in found.items() if name in known and known[name] != one),
        sum(known.get(name) == one for name, one in found.items()),
        tuple(sorted(one for one in gone if one in known and one not in found)),
        calendar.remarks,
    )


def take_busy_times(open_plan: OpenPlan, busy: BusyTimes, name: str) -> Outcome:
    """Take them in as one step; `name` is the artist's or venue's.

    Raises:
        RefusedEdit: when the artist or venue has gone; nothing has happened then.
        CannotUseFile: when it cannot be saved; nothing has happened then.
    """
    counted = len(busy.new) + len(busy.changed) + len(busy.gone)
    return open_plan.perform(busy.edit, StepName(BUSY_STEP, {"name": name, "file": busy.file, "n": counted}))


def _availabilities(event: ReadEvent, subject: Subject) -> Iterator[Availability]:
    """One statement for each day that the event touches; what passes midnight is of its programme day."""
    day = event.days.first
    start, end = event.times
    if start is not None and end is None:
        return  # it takes no time
    while day <= event.days.last:
        yield Availability(
            AvailabilityId(derived_id("busy", *subject, event.uid, event.recurrence, day.isoformat())),
            artist=ArtistId(subject.id) if subject.kind == "artists" else None,
            venue=VenueId(subject.id) if subject.kind == "venues" else None,
            value=AvailabilityValue.IMPOSSIBLE,
            date=day,
            starts=start,
            ends=WallMinute(min(end, 2 * _DAY_MINUTES)) if end is not None else None,
        )
        day += datetime.timedelta(days=1)
