"""The facts of deliveries as calendars would show them, with signatures that tell whether anything changed.

Signatures are the same in every run and on every machine. They cover all that public and internal calendars show in
any language, so one ledger serves them all. Digests of shared records are made once per plan.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from director_app.domain.edits import title_of
from director_app.domain.facts import Act, Fallback
from director_app.domain.ids import (
    AreaId,
    ArtistId,
    EventId,
    InitiativeId,
    OrganisationId,
    ProgrammeId,
    VenueId,
)
from director_app.domain.parts import artists_of
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import (
    WHOLE,
    Stretch,
    When,
    area_at,
    area_of,
    date_part,
    dates_of,
    initiative_from,
    initiative_of,
    is_plain,
    place_name,
    plan_b_of,
    when_of,
    wholes_of,
    with_members,
)
from director_app.domain.timeline import DAY, known_zone

_UTC: Final = ZoneInfo("UTC")
_LAST_DAY: Final = datetime.date.max.toordinal()
_WHOLE: Final = (WHOLE,)
_NOWHERE: Final = VenueId("")
_NOBODY: Final = OrganisationId("")
_NO_AREA: Final = AreaId("")
_DATES: Final = "dates/"


class Facts(NamedTuple):
    """When, where and how firm a delivery is now, and a digest of all the rest; without a date there are no parts."""

    schedule: str
    shown: str
    starts: str
    ends: str
    parts: tuple[str, ...]
    is_idea: bool


class Names(NamedTuple):
    """What a delivery is called, where it is, and all that a filter may find it by (`subject_text`, `dates_text`)."""

    title: str
    title_en: str
    zone: str
    location: str
    subjects: tuple[str, ...]


def subject_text(kind: str, identity: str) -> str:
    """How an entry names a record that a filter may ask for."""
    return f"{kind}/{identity}"


def dates_text(first: datetime.date, last: datetime.date) -> str:
    """How an entry names the dates that a filter may ask for: "dates/20251014/20251020"."""
    return f"{_DATES}{date_part(first)}/{date_part(last)}"


def dates_in(subjects: Iterable[str]) -> tuple[datetime.date, datetime.date] | None:
    """The first and last date that `dates_text` put among subjects, None when there are none."""
    for subject in subjects:
        if subject.startswith(_DATES):
            first, _, last = subject.removeprefix(_DATES).partition("/")
            try:
                return datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
            except ValueError:  # an artist of another program's ledger cannot be ruled out
                continue
    return None


def wall_text(ordinal: int, minute: int) -> str:
    """A wall minute of a date as "20251014T121000"; minutes past 24:00 run into the next date."""
    ordinal += minute // DAY
    if ordinal > _LAST_DAY:  # nothing comes after 9999-12-31
        return _day_text(_LAST_DAY) + _clock_text(DAY - 1)
    return _day_text(ordinal) + _clock_text(minute % DAY)


@lru_cache(maxsize=1 << 14)
def _day_text(ordinal: int) -> str:
    return date_part(datetime.date.fromordinal(ordinal))


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
    if when.until is None and len(when.stretches) == 1 and delivery.until is None:
        return starts, ends, _WHOLE, f"{starts}/{ends}"
    parts = tuple(stretch.part for stretch in when.stretches)
    return starts, ends, parts, f"{starts}/{ends}/{_digest(when, dates_of(delivery))}"


def _digest(*shown: object) -> str:
    return blake2b(repr(shown).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class FactsReader:
    """Reads the facts of one plan's deliveries; every record that they share is looked at once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._zone_name = plan.season.zone
        self._zone = known_zone(self._zone_name) or _UTC
        self._programme = cache(self._of_programme)
        self._place = cache(self._of_place)
        self._near = cache(self._of_near)
        self._around = cache(self._of_around)
        self._plan_b = cache(self._of_plan_b)
        self._artist = cache(self._of_artist)

    def facts(self, delivery: Delivery) -> Facts:
        """The facts of one delivery."""
        programme, lineup, running_minutes = self._programme(delivery.programme)
        if delivery.lineup is not None:
            lineup = delivery.lineup
        parts: tuple[str, ...] = _WHOLE
        if is_plain(delivery):
            ordinal = delivery.date.toordinal()  # type: ignore[union-attr]
            starts, ends = wall_text(ordinal, delivery.start), wall_text(ordinal, delivery.end)  # type: ignore[arg-type]
            times = f"{starts}/{ends}"
        else:
            starts, ends, parts, times = _times(delivery, when_of(delivery, running_minutes, self._zone))
        place, near = self._near(delivery.venue, delivery.organisation, delivery.area)
        schedule = f"{times} {self._zone_name} {place} {delivery.status.value}"
        text = (
            f"{schedule}\x1f{programme}\x1f{near}\x1f{delivery.number}\x1f{delivery.title_suffix}\x1f"
            f"{self._around(delivery.programme, delivery.event, delivery.initiative)}\x1f"
            f"{self._plan_b(delivery.fallback, delivery.event, delivery.venue)}\x1f{delivery.accessibility}\x1f"
            f"{delivery.booking}\x1f{delivery.public_note}\x1f{delivery.internal_note}\x1f{delivery.changed_reason}\x1f"
            f"{delivery.responsible}\x1f{delivery.expected_heads} {delivery.setup_minutes} {delivery.strike_minutes} "
            f"{delivery.date if delivery.postponed_to else None} {delivery.lineup is None}"
        )
        english = (delivery.title_suffix_en, delivery.booking_en, delivery.public_note_en)
        if any(english):  # else as it was before there were any
            text += "\x1f".join(("", *english))
        if lineup:
            text += "".join([f"\x1f{self._artist(act.artist)}{act.role}" for act in lineup])
        for one in delivery.confirmations:
            text += f"\x1f\x1f{one.of.value} {one.state.value} {one.on} {self._artist(one.artist)}"
        shown = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
        return Facts(schedule, shown, starts, ends, parts, delivery.status is Status.IDEA)

    def names(self, delivery: Delivery) -> Names:
        """The names of one delivery."""
        plan = self._plan
        programme = plan.programmes.get(delivery.programme) if delivery.programme else None
        title_en = (programme.title_en or programme.title) if programme else ""
        area = area_of(plan, delivery)
        place = place_name(plan, delivery.venue, delivery.organisation)
        return Names(
            title_of(plan, delivery),
            f"{title_en} {delivery.title_suffix_en or delivery.title_suffix}".strip(),
            self._zone_name,
            ", ".join(name for name in (place, plan.areas[area].name if area else "") if name),
            self._subjects(delivery, area),
        )

    def _subjects(self, delivery: Delivery, area: AreaId | None) -> tuple[str, ...]:
        """All that `planner.scope.Scope` may ask for: also the places around a place and the members of a group."""
        plan = self._plan
        people = sorted({one for artist in artists_of(plan, delivery) for one in with_members(plan, artist)})
        subjects = [
            ("programmes", delivery.programme),
            *(("venues", place) for place in wholes_of(plan, delivery.venue)),
            ("areas", area),
            ("initiatives", initiative_of(plan, delivery)),
            *(("artists", one) for one in people),
        ]
        named = [subject_text(kind, identity) for kind, identity in subjects if identity]
        first, last = dates_of(delivery)
        return tuple(named if first is None or last is None else [dates_text(first, last), *named])

    def _of_programme(self, identity: ProgrammeId | None) -> tuple[str, tuple[Act, ...], int | None]:
        one = self._plan.programmes.get(identity) if identity else None
        if one is None:
            return "", (), None
        digest = _digest(
            one.id, one.title, one.title_en, one.subtitle, one.running_minutes, one.booking, one.is_free, one.admission,
            one.texts, one.accessibility, one.setup_minutes, one.strike_minutes,
        )  # fmt: skip
        return digest, one.lineup, one.running_minutes

    def _of_near(
        self, venue: VenueId | None, organisation: OrganisationId | None, area: AreaId | None
    ) -> tuple[str, str]:
        """Signature of the place as calendars show it, and a digest of whom to call and how to get in."""
        place, host = self._plan.venues.get(venue or _NOWHERE), self._plan.organisations.get(organisation or _NOBODY)
        corner = self._plan.areas.get(area or area_at(self._plan, venue) or _NO_AREA)
        where = self._place(venue) or (_digest(host.name, host.name_en) if host else "")
        if corner is not None:
            where += _digest(corner.name, corner.name_en)
        return where, _digest(
            corner.id if corner else None,
            (host.name, host.name_en, host.contacts) if host else None,
            (place.name, place.contacts, place.access, wholes_of(self._plan, venue)) if place else None,
        )

    def _of_place(self, identity: VenueId | None) -> str:
        places = [self._plan.venues[place] for place in wholes_of(self._plan, identity)]
        shown = [(one.name, one.name_en, one.address, one.latitude, one.longitude) for one in places]
        english = [one.address_en for one in places if one.address_en]
        return _digest(shown, *english) if shown else ""

    def _of_around(self, programme: ProgrammeId | None, event: EventId | None, initiative: InitiativeId | None) -> str:
        strand = initiative or initiative_from(self._plan, programme, event)
        one = self._plan.initiatives.get(strand) if strand else None
        return _digest(one.id, one.name, one.name_en) if one else ""

    def _of_plan_b(self, own: Fallback | None, event: EventId | None, venue: VenueId | None) -> str:
        plan_b = plan_b_of(self._plan, own, event, venue)
        return _digest(plan_b, self._place(plan_b.venue)) if plan_b is not None else ""

    def _of_artist(self, identity: ArtistId | None) -> str:
        one = self._plan.artists.get(identity) if identity else None
        return _digest(one.name, one.romanised, one.contacts, with_members(self._plan, one.id)) if one else ""
