"""The facts of deliveries as calendars would show them, with signatures that tell whether anything changed.

Signatures are the same in every run and on every machine. They cover all that public and internal calendars show in
any language, so one ledger serves them all. Digests of shared records are made once per plan.
"""

from __future__ import annotations

import datetime
from functools import cache, lru_cache
from hashlib import blake2b
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from director_app.domain.edits import fallback_venue, title_of
from director_app.domain.ids import AreaId, ArtistId, EventId, InitiativeId, OrganisationId, ProgrammeId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import (
    Stretch,
    When,
    area_of,
    date_part,
    initiative_of,
    lineup_of,
    place_name,
    when_of,
    wholes_of,
)
from director_app.domain.timeline import DAY

_UTC = ZoneInfo("UTC")


class Facts(NamedTuple):
    """When, where and how firm a delivery is now, and a digest of all the rest; without a date there are no parts."""

    schedule: str
    shown: str
    starts: str
    ends: str
    parts: tuple[str, ...]
    is_idea: bool


class Names(NamedTuple):
    """What a delivery is called, where it is, and what a filter finds it by."""

    title: str
    title_en: str
    zone: str
    location: str
    subjects: tuple[str, ...]


def known_zone(name: str) -> ZoneInfo | None:
    """The time zone of that name, None when there is no such zone."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def subject_text(kind: str, identity: str) -> str:
    """How an entry names a record that a filter may ask for."""
    return f"{kind}/{identity}"


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


class FactsReader:
    """Reads the facts of one plan's deliveries; every record that they share is looked at once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._zone_name = plan.season.zone
        self._zone = known_zone(self._zone_name) or _UTC
        self._programme = cache(self._of_programme)
        self._venue = cache(self._of_venue)
        self._host = cache(self._of_host)
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
        when = when_of(delivery, programme.running_minutes if programme else None, self._zone)
        starts, ends, parts, times = self._times(delivery, when)
        place = self._venue(delivery.venue) or self._host(delivery.organisation)
        area = self._area(area_of(plan, delivery))
        schedule = f"{times} {self._zone_name} {place}{area} {delivery.status.value}"
        return Facts(schedule, self._shown(delivery, schedule), starts, ends, parts, delivery.status is Status.IDEA)

    def names(self, delivery: Delivery) -> Names:
        """The names of one delivery."""
        plan = self._plan
        programme = plan.programmes.get(delivery.programme) if delivery.programme else None
        title_en = (programme.title_en or programme.title) if programme else ""
        area, initiative = area_of(plan, delivery), initiative_of(plan, delivery)
        subjects = [
            ("programmes", delivery.programme),
            ("venues", delivery.venue),
            ("areas", area),
            ("initiatives", initiative),
            *(("artists", act.artist) for act in lineup_of(plan, delivery)),
        ]
        place = place_name(plan, delivery.venue, delivery.organisation)
        return Names(
            title_of(plan, delivery),
            f"{title_en} {delivery.title_suffix}".strip(),
            self._zone_name,
            ", ".join(name for name in (place, plan.areas[area].name if area else "") if name),
            tuple(subject_text(kind, identity) for kind, identity in subjects if identity),
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

    def _shown(self, delivery: Delivery, schedule: str) -> str:
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
                repr(nested) if any(nested) else f"{delivery.lineup} {delivery.accessibility}",
                self._programme(delivery.programme),
                self._event(delivery.event),
                self._initiative(initiative_of(self._plan, delivery)),
                self._organisation(delivery.organisation),
                self._visit(delivery.venue),
                self._venue(other) if other else "",
                *(self._artist(act.artist) for act in lineup_of(self._plan, delivery)),
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

    def _of_venue(self, identity: VenueId | None) -> str:
        places = [self._plan.venues[place] for place in wholes_of(self._plan, identity)]
        shown = [(one.name, one.name_en, one.address, one.latitude, one.longitude) for one in places]
        return _digest(shown) if shown else ""

    def _of_host(self, identity: OrganisationId | None) -> str:
        one = self._plan.organisations.get(identity) if identity else None
        return _digest(one.name, one.name_en) if one else ""

    def _of_visit(self, identity: VenueId | None) -> str:
        one = self._plan.venues.get(identity) if identity else None
        return _digest(one.directions, one.contacts, one.access, one.fallback_state) if one else ""

    def _of_area(self, identity: AreaId | None) -> str:
        one = self._plan.areas.get(identity) if identity else None
        return _digest(one.name, one.name_en) if one else ""

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
