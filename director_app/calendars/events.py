"""Plan and ledger -> the events of a calendar, as plain values that any writer can write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from director_app.calendars.descriptions import Descriptions
from director_app.calendars.options import CalendarOptions, holds_delivery, holds_entry
from director_app.domain.ids import AreaId, DeliveryId, InitiativeId, OrganisationId, ProgrammeId, VenueId
from director_app.domain.ledger import LedgerEntry
from director_app.domain.ledger_facts import stretch_texts
from director_app.domain.people import Organisation
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Initiative, Status
from director_app.domain.published import (
    WHOLE,
    Stretch,
    When,
    area_of,
    initiative_of,
    place_name,
    when_of,
    wholes_of,
)
from director_app.domain.season import Area
from director_app.domain.timeline import days_between
from director_app.wording import Wording

TENTATIVE: Final = "TENTATIVE"
CONFIRMED: Final = "CONFIRMED"
CANCELLED: Final = "CANCELLED"

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_STATUS: Final = {
    Status.IDEA: TENTATIVE,
    Status.PENCILLED: TENTATIVE,
    Status.CONFIRMED: CONFIRMED,
    Status.DELIVERED: CONFIRMED,
    Status.CANCELLED: CANCELLED,
}


class Event(NamedTuple):
    """One VEVENT. Times are wall times "20251014T121000" or, for whole days, dates "20251014"; texts are as written."""

    uid: str
    sequence: int
    #: Both DTSTAMP and LAST-MODIFIED: in a published calendar they mean the same (RFC 5545, section 3.8.7.2).
    stamp: str
    status: str
    summary: str
    starts: str
    ends: str = ""
    zone: str = ""
    #: Value of RRULE, empty when nothing repeats; then the starts that it leaves out.
    rule: str = ""
    left_out: tuple[str, ...] = ()
    place: Place | None = None
    category: str = ""
    description: str = ""


class Place(NamedTuple):
    """LOCATION, and GEO as degrees (RFC 5545, section 3.8.1.6: at most six decimals)."""

    location: str
    latitude: float | None = None
    longitude: float | None = None


class EventMaker:
    """Makes the events of one calendar; whatever deliveries share is made once."""

    def __init__(self, plan: Plan, wording: Wording, options: CalendarOptions, zone: ZoneInfo) -> None:
        self._plan = plan
        self._wording = wording
        self._options = options
        self._zone = zone
        self._english = wording.language == "en"
        self._descriptions = Descriptions(plan, wording, internal=options.internal)
        self._summary = cache(self._make_summary)
        self._place = cache(self._make_place)
        self._category = cache(self._make_category)
        #: Deliveries left out because they have no date.
        self.without_date: list[DeliveryId] = []

    def events(self, ledger: Mapping[DeliveryId, LedgerEntry]) -> Iterator[Event]:
        """Every event, in no order.

        Raises:
            KeyError: when a delivery to be shown is not in the ledger; `entries_after_export` puts it there.
        """
        speaks_of = holds_delivery(self._plan, self._options)
        internal = self._options.internal
        for identity, delivery in self._plan.deliveries.items():
            if not speaks_of(delivery):
                continue
            programme = self._plan.programmes.get(delivery.programme) if delivery.programme else None
            when = when_of(delivery, programme.running_minutes if programme else None, self._zone)
            if when is None and (internal or delivery.status is not Status.IDEA):
                self.without_date.append(identity)
            if when is not None and (internal or delivery.status is not Status.IDEA):
                yield from self._live(delivery, when, ledger[identity])
            elif (entry := ledger.get(identity)) is not None:
                yield from self._cancelled(entry, ())
        spoke_of = holds_entry(self._plan, self._options)
        for entry in ledger.values():
            if entry.is_gone and spoke_of(entry):
                yield from self._cancelled(entry, ())

    def _live(self, delivery: Delivery, when: When, entry: LedgerEntry) -> Iterator[Event]:
        status = self._status(delivery)
        area, initiative = area_of(self._plan, delivery), initiative_of(self._plan, delivery)
        first = when.stretches[0]
        starts, ends = stretch_texts(first)
        rule, left_out = self._repetition(when, first) if when.until is not None else ("", ())
        event = Event(
            entry.uid if first.part == WHOLE else f"{entry.uid}-{first.part}",
            entry.sequence,
            entry.last_modified,
            status,
            self._summary(delivery.programme, delivery.title_suffix, delivery.organisation, area),
            starts,
            ends,
            self._zone.key if first.start is not None else "",
            rule,
            left_out,
            self._place(delivery.venue, delivery.organisation, area),
            self._category(initiative),
            self._descriptions.of(delivery, when),
        )
        yield event
        for stretch in when.stretches[1:]:
            starts, ends = stretch_texts(stretch)
            zone = self._zone.key if stretch.start is not None else ""
            yield event._replace(uid=f"{entry.uid}-{stretch.part}", starts=starts, ends=ends, zone=zone)
        ever = entry.internal_parts if self._options.internal else entry.parts
        if len(ever) != len(when.stretches):
            yield from self._cancelled(entry, tuple(stretch.part for stretch in when.stretches))

    def _status(self, delivery: Delivery) -> str:
        if delivery.status is Status.POSTPONED:
            return CANCELLED if delivery.postponed_to is None else TENTATIVE
        return _STATUS[delivery.status]

    def _cancelled(self, entry: LedgerEntry, live: tuple[str, ...]) -> Iterator[Event]:
        """What calendars were once given and must now take away."""
        title = (entry.title_en if self._english else entry.title) or entry.title
        summary = title or self._wording.text("Programme undecided")
        for part in entry.internal_parts if self._options.internal else entry.parts:
            if part in live:
                continue
            event = Event(
                entry.uid if part == WHOLE else f"{entry.uid}-{part}",
                entry.sequence,
                entry.last_modified,
                CANCELLED,
                summary,
                entry.starts if part == WHOLE else part[:8],
                place=Place(entry.location) if entry.location else None,
            )
            if part == WHOLE:
                event = event._replace(ends=entry.ends, zone=entry.zone if "T" in entry.starts else "")
            yield event

    @staticmethod
    def _repetition(when: When, first: Stretch) -> tuple[str, tuple[str, ...]]:
        """RRULE and EXDATE of equal hours on weekdays; COUNT, because UNTIL would have to be said in UTC."""
        last = when.until or first.day
        count = sum(1 for day in days_between(first.day, last) if day.weekday() in when.weekdays)
        weekdays = ",".join(_WEEKDAYS[weekday] for weekday in when.weekdays)
        rule = f"FREQ=DAILY;COUNT={count}" if len(when.weekdays) == 7 else f"FREQ=WEEKLY;COUNT={count};BYDAY={weekdays}"
        return rule, tuple(stretch_texts(first._replace(day=day))[0] for day in when.left_out)

    # -- what deliveries share ----------------------------------------------------------------------------------------

    def _make_summary(
        self, programme: ProgrammeId | None, suffix: str, organisation: OrganisationId | None, area: AreaId | None
    ) -> str:
        one = self._plan.programmes.get(programme) if programme else None
        title = "" if one is None else (self._english and one.title_en) or one.title
        summary = f"{title} {suffix}".strip()
        if summary:
            return summary
        host = self._plan.organisations.get(organisation) if organisation else None
        corner = self._plan.areas.get(area) if area else None
        name = self._name(host or corner)
        if not name:
            return self._wording.text("Programme undecided")
        return self._wording.text("{place}: programme undecided", place=name)

    def _make_place(
        self, venue: VenueId | None, organisation: OrganisationId | None, area: AreaId | None
    ) -> Place | None:
        plan = self._plan
        wholes = [plan.venues[one] for one in wholes_of(plan, venue)]
        corner = plan.areas.get(area) if area else None
        parts = [
            place_name(plan, venue, organisation, english=self._english),
            self._name(corner),
            next((one.address for one in wholes if one.address), ""),
        ]
        location = ", ".join(part for part in parts if part)
        located = next((one for one in wholes if _is_on_earth(one.latitude, one.longitude)), None)
        if located is None or located.latitude is None or located.longitude is None:
            return Place(location) if location else None
        return Place(location, _degrees(located.latitude), _degrees(located.longitude))

    def _make_category(self, initiative: InitiativeId | None) -> str:
        return self._name(self._plan.initiatives.get(initiative) if initiative else None)

    def _name(self, record: Organisation | Area | Initiative | None) -> str:
        return "" if record is None else (self._english and record.name_en) or record.name


def _is_on_earth(latitude: float | None, longitude: float | None) -> bool:
    return latitude is not None and longitude is not None and -90 <= latitude <= 90 and -180 <= longitude <= 180


def _degrees(value: float) -> float:
    """At most six decimals, and never so small that it would be written with an exponent."""
    rounded = round(float(value), 6)
    return rounded if abs(rounded) >= 1e-4 else 0.0
