"""The facts of deliveries as calendars would show them, with signatures that tell whether anything changed.

Signatures are the same in every run and on every machine. They cover all that public and internal calendars show in
any language, so one ledger serves them all. Digests of shared records are made once per plan.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import cache, lru_cache
from hashlib import blake2b
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from director_app.domain.edits import fallback_venue, title_of
from director_app.domain.ids import AreaId, ArtistId, EventId, InitiativeId, OrganisationId, ProgrammeId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import Stretch, When, area_of, date_part, initiative_of, lineup_of, when_of
from director_app.domain.timeline import DAY

_UTC = ZoneInfo("UTC")


class Facts(NamedTuple):
    """What calendars show of a delivery now; without a date there are no parts."""

    schedule: str
    shown: str
    title: str
    title_en: str
    starts: str
    ends: str
    zone: str
    location: str
    parts: tuple[str, ...]
    subjects: tuple[str, ...]
    is_idea: bool


def known_zone(name: str) -> ZoneInfo | None:
    """The time zone of that name, None when there is no such zone."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def facts_reader(plan: Plan) -> Callable[[Delivery], Facts]:
    """A function that reads the facts of this plan's deliveries, remembering what they share."""
    return _Reader(plan).facts


@lru_cache(maxsize=1 << 16)
def wall_text(ordinal: int, minute: int) -> str:
    """A wall minute of a date as "20251014T121000"; minutes past 24:00 run into the next date."""
    day = datetime.date.fromordinal(min(ordinal + minute // DAY, datetime.date.max.toordinal()))
    hours, minutes = divmod(minute % DAY, 60)
    return f"{day.year:04d}{day.month:02d}{day.day:02d}T{hours:02d}{minutes:02d}00"


def stretch_texts(stretch: Stretch) -> tuple[str, str]:
    """Start and end of a stretch as calendars write them; whole days end with the date after the last."""
    if stretch.start is None:
        last = stretch.last or stretch.day
        if last == datetime.date.max:
            return date_part(stretch.day), ""
        return date_part(stretch.day), date_part(last + datetime.timedelta(days=1))
    ordinal = stretch.day.toordinal()
    return wall_text(ordinal, stretch.start), "" if stretch.end is None else wall_text(ordinal, stretch.end)


def _digest(*shown: object) -> str:
    return blake2b(repr(shown).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class _Reader:
    """Reads facts; every record that deliveries share is looked at once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._zone_name = plan.season.zone
        self._zone = known_zone(self._zone_name) or _UTC
        self._programme = cache(self._of_programme)
        self._venue = cache(self._of_venue)
        self._visit = cache(self._of_visit)
        self._area = cache(self._of_area)
        self._initiative = cache(self._of_initiative)
        self._organisation = cache(self._of_organisation)
        self._artist = cache(self._of_artist)
        self._event = cache(self._of_event)

    def facts(self, delivery: Delivery) -> Facts:
        """The facts of one delivery."""
        plan = self._plan
        programme = plan.programmes.get(delivery.programme) if delivery.programme else None
        area, initiative = area_of(plan, delivery), initiative_of(plan, delivery)
        place, location = self._venue(delivery.venue)
        area_digest, area_name = self._area(area)
        when = when_of(delivery, programme.running_minutes if programme else None, self._zone)
        status = delivery.status.value
        starts, ends, parts, times = self._times(delivery, when)
        schedule = f"{times} {self._zone_name} {place}{area_digest} {status}"
        artists = tuple(act.artist for act in lineup_of(plan, delivery))
        title_en = (programme.title_en or programme.title) if programme else ""
        return Facts(
            schedule,
            self._shown(delivery, schedule, initiative, artists),
            title_of(plan, delivery),
            f"{title_en} {delivery.title_suffix}".strip(),
            starts,
            ends,
            self._zone_name,
            ", ".join(part for part in (area_name, location) if part),
            parts,
            tuple(one for one in (delivery.programme, delivery.venue, area, initiative, *artists) if one),
            delivery.status is Status.IDEA,
        )

    @staticmethod
    def _times(delivery: Delivery, when: When | None) -> tuple[str, str, tuple[str, ...], str]:
        if when is None:
            return "", "", (), f"month {delivery.month}"
        starts, ends = stretch_texts(when.stretches[0])
        if when.until is None and len(when.stretches) == 1:
            return starts, ends, (when.stretches[0].part,), f"{starts}/{ends}"
        parts = tuple(stretch.part for stretch in when.stretches)
        return starts, ends, parts, f"{starts}/{ends}/{_digest(when)}"

    def _shown(
        self, delivery: Delivery, schedule: str, initiative: InitiativeId | None, artists: tuple[ArtistId, ...]
    ) -> str:
        nested = (
            delivery.lineup, delivery.fallback, delivery.confirmations, delivery.accessibility, delivery.shifts,
        )  # fmt: skip
        other = fallback_venue(self._plan, delivery)
        text = "\x1f".join(
            (
                schedule,
                delivery.number,
                delivery.title_suffix,
                delivery.responsible,
                delivery.booking,
                delivery.public_note,
                delivery.internal_note,
                delivery.changed_reason,
                f"{delivery.expected_heads} {delivery.setup_minutes} {delivery.strike_minutes} {delivery.postponed_to}",
                repr(nested) if any(nested) else str(delivery.lineup is None),
                self._programme(delivery.programme),
                self._event(delivery.event),
                self._initiative(initiative),
                self._organisation(delivery.organisation),
                self._visit(delivery.venue),
                self._venue(other)[0],
                *(self._artist(artist) for artist in artists),
            )
        )
        return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()

    def _of_programme(self, identity: ProgrammeId | None) -> str:
        one = self._plan.programmes.get(identity) if identity else None
        if one is None:
            return ""
        return _digest(
            one.title, one.title_en, one.subtitle, one.short_title, one.running_minutes, one.lineup, one.booking,
            one.is_free, one.admission, one.age_rating, one.audience, one.kind, one.texts, one.accessibility,
            one.setup_minutes, one.strike_minutes, one.needs,
        )  # fmt: skip

    def _of_venue(self, identity: VenueId | None) -> tuple[str, str]:
        one = self._plan.venues.get(identity) if identity else None
        if one is None:
            return "", ""
        around = self._of_venue(one.part_of) if one.part_of else ("", "")
        location = " ".join(part for part in (around[1], one.name) if part)
        return _digest(one.name, one.name_en, one.address, one.latitude, one.longitude, around[0]), location

    def _of_visit(self, identity: VenueId | None) -> str:
        one = self._plan.venues.get(identity) if identity else None
        return _digest(one.directions, one.contacts, one.access, one.fallback_state) if one else ""

    def _of_area(self, identity: AreaId | None) -> tuple[str, str]:
        one = self._plan.areas.get(identity) if identity else None
        return (_digest(one.name, one.name_en), one.name) if one else ("", "")

    def _of_initiative(self, identity: InitiativeId | None) -> str:
        one = self._plan.initiatives.get(identity) if identity else None
        return _digest(one.name, one.name_en) if one else ""

    def _of_organisation(self, identity: OrganisationId | None) -> str:
        one = self._plan.organisations.get(identity) if identity else None
        return _digest(one.name, one.name_en, one.contacts) if one else ""

    def _of_event(self, identity: EventId | None) -> str:
        one = self._plan.events.get(identity) if identity else None
        return _digest(one.title, one.title_en, one.fallback) if one else ""

    def _of_artist(self, identity: ArtistId) -> str:
        one = self._plan.artists.get(identity)
        return _digest(one.name, one.romanised, one.contacts) if one else ""
