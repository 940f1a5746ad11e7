"""The facts of deliveries as calendars would show them, with signatures that tell whether anything changed.

Signatures are the same in every run and on every machine. They cover all that public and internal calendars show in
any language, so one ledger serves them all. Digests of shared records are made once per plan.
"""

from __future__ import annotations

import datetime
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from director_app.domain.edits import fallback_venue, title_of
from director_app.domain.facts import Accessibility, Act, Confirmation, Fallback
from director_app.domain.ids import (
    AreaId,
    ArtistId,
    DeliveryId,
    EventId,
    InitiativeId,
    OrganisationId,
    ProgrammeId,
    VenueId,
)
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import (
    WHOLE,
    Stretch,
    When,
    area_of,
    date_part,
    initiative_of,
    is_plain,
    lineup_of,
    place_name,
    when_of,
    wholes_of,
)
from director_app.domain.timeline import DAY

_UTC: Final = ZoneInfo("UTC")
_WHOLE: Final = (WHOLE,)


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


def wall_text(ordinal: int, minute: int) -> str:
    """A wall minute of a date as "20251014T121000"; minutes past 24:00 run into the next date."""
    return _day_text(ordinal + minute // DAY) + _clock_text(minute % DAY)


@lru_cache(maxsize=1 << 14)
def _day_text(ordinal: int) -> str:
    return date_part(datetime.date.fromordinal(min(ordinal, datetime.date.max.toordinal())))


@lru_cache(maxsize=DAY)
def _clock_text(minute: int) -> str:
    return f"T{minute // 60:02d}{minute % 60:02d}00"


def stretch_texts(stretch: Stretch) -> tuple[str, str]:
    """Start and end of a stretch as calendars write them; whole days end with the date after the last."""
    if stretch.start is None:
        last = stretch.last or stretch.day
        if last == datetime.date.max:
            return date_part(stretch.day), ""
        return date_part(stretch.day), date_part(last + datetime.timedelta(days=1))
    ordinal = stretch.day.toordinal()
    return wall_text(ordinal, stretch.start), "" if stretch.end is None else wall_text(ordinal, stretch.end)


def _times(delivery: Delivery, when: When | None) -> tuple[str, str, tuple[str, ...], str]:
    if when is None:
        return "", "", (), f"month {delivery.month}"
    starts, ends = stretch_texts(when.stretches[0])
    if when.until is None and len(when.stretches) == 1:
        return starts, ends, _WHOLE, f"{starts}/{ends}"
    return starts, ends, tuple(stretch.part for stretch in when.stretches), f"{starts}/{ends}/{_digest(when)}"


def _digest(*shown: object) -> str:
    return blake2b(repr(shown).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class FactsReader:
    """Reads the facts of one plan's deliveries; every record that they share is looked at once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._zone_name = plan.season.zone
        self._zone = known_zone(self._zone_name) or _UTC
        self._shared = cache(self._of_shared)
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
        status = delivery.status
        place, shared, running_minutes = self._shared(
            delivery.programme,
            delivery.event,
            delivery.initiative,
            delivery.organisation,
            delivery.area,
            delivery.venue,
            delivery.lineup,
            delivery.fallback,
            delivery.accessibility,
            delivery.confirmations,
        )
        parts: tuple[str, ...] = _WHOLE
        if is_plain(delivery):
            ordinal = delivery.date.toordinal()  # type: ignore[union-attr]
            starts, ends = wall_text(ordinal, delivery.start), wall_text(ordinal, delivery.end)  # type: ignore[arg-type]
            times = f"{starts}/{ends}"
        else:
            starts, ends, parts, times = _times(delivery, when_of(delivery, running_minutes, self._zone))
        schedule = f"{times} {self._zone_name} {place} {status.value}"
        text = (
            f"{schedule}\x1f{shared}\x1f{delivery.number}\x1f{delivery.title_suffix}\x1f{delivery.responsible}\x1f"
            f"{delivery.booking}\x1f{delivery.public_note}\x1f{delivery.internal_note}\x1f{delivery.changed_reason}\x1f"
            f"{delivery.expected_heads}\x1f{delivery.setup_minutes}\x1f{delivery.strike_minutes}\x1f"
            f"{delivery.date if delivery.postponed_to else None}"
        )
        shown = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        return Facts(schedule, shown, starts, ends, parts, status is Status.IDEA)

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

    def _of_shared(
        self,
        programme: ProgrammeId | None,
        event: EventId | None,
        initiative: InitiativeId | None,
        organisation: OrganisationId | None,
        area: AreaId | None,
        venue: VenueId | None,
        lineup: tuple[Act, ...] | None,
        fallback: Fallback | None,
        accessibility: tuple[Accessibility, ...] | None,
        confirmations: tuple[Confirmation, ...],
    ) -> tuple[str, str, int | None]:
        """Of all deliveries that name the same records: signature of the place, digest of the rest, running time."""
        plan = self._plan
        like = Delivery(
            DeliveryId(""),
            programme=programme,
            event=event,
            initiative=initiative,
            organisation=organisation,
            area=area,
            venue=venue,
            lineup=lineup,
            fallback=fallback,
        )
        place = (self._venue(venue) or self._host(organisation)) + self._area(area_of(plan, like))
        shared = _digest(
            (lineup, fallback, accessibility, confirmations),
            self._programme(programme),
            self._event(event),
            self._initiative(initiative_of(plan, like)),
            self._organisation(organisation),
            self._visit(venue),
            self._venue(fallback_venue(plan, like)),
            [self._artist(act.artist) for act in lineup_of(plan, like)],
            [self._artist(one.artist) for one in confirmations if one.artist is not None],
        )
        one = plan.programmes.get(programme) if programme else None
        return place, shared, one.running_minutes if one else None

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
