"""Plan and ledger -> the events of a calendar, as plain values that any writer can write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

from director_app.calendars.descriptions import Descriptions, joined_lines
from director_app.calendars.event import CANCELLED, CONFIRMED, TENTATIVE, Event, Place
from director_app.calendars.meetings import shown_plan
from director_app.calendars.options import CalendarOptions, held_entry
from director_app.calendars.repeating import Member, series_events
from director_app.domain.ids import AreaId, DeliveryId, EventId, InitiativeId, OrganisationId, ProgrammeId, VenueId
from director_app.domain.ledger import LedgerEntry
from director_app.domain.ledger_facts import stretch_texts, wall_text
from director_app.domain.ledger_series import Slot, hours_part, told_name
from director_app.domain.local_texts import said
from director_app.domain.people import Organisation
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Initiative, Status
from director_app.domain.published import (
    WHOLE,
    Stretch,
    When,
    area_at,
    area_of,
    initiative_from,
    is_plain,
    place_name,
    when_of,
    wholes_of,
)
from director_app.domain.season import Area
from director_app.domain.timeline import days_between
from director_app.wording import Wording

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_STATUS: Final = {
    Status.IDEA: TENTATIVE,
    Status.PENCILLED: TENTATIVE,
    Status.CONFIRMED: CONFIRMED,
    Status.DELIVERED: CONFIRMED,
    Status.CANCELLED: CANCELLED,
}


class EventMaker:
    """Makes the events of one calendar; whatever deliveries share is made once."""

    def __init__(self, plan: Plan, wording: Wording, options: CalendarOptions, zone: ZoneInfo) -> None:
        plan = shown_plan(plan, options, wording)
        self._plan = plan
        self._wording = wording
        self._options = options
        self._zone = zone
        self._english = wording.language == "en"
        self._descriptions = Descriptions(plan, wording, internal=options.internal)
        self._title = cache(self._make_title)
        self._place = cache(self._make_place)
        self._category = cache(self._make_category)
        #: Deliveries left out because they have no date.
        self.without_date: list[DeliveryId] = []
        #: How many deliveries of the plan are cancelled here only because they no longer belong to this calendar.
        self.left = 0

    def events(self, ledger: Mapping[DeliveryId, LedgerEntry]) -> list[Event]:
        """Every event, in no order.

        Raises:
            KeyError: when a delivery to be shown is not in the ledger; `entries_after_export` puts it there.
        """
        internal = self._options.internal
        speaks_of = self._options.scope.holds(self._plan)
        found: list[Event] = []
        repeating: dict[str, list[Member]] = {}
        held = held_entry(self._options.scope, internal=internal)
        for identity, delivery in self._plan.deliveries.items():
            entry = ledger.get(identity)
            speaks = speaks_of(delivery)
            if entry is not None and entry.slot:
                events, is_shown = self._said(delivery, entry, held, speaks=speaks)
                _collect(repeating, entry, events, is_shown=is_shown)
            elif speaks and is_plain(delivery) and (internal or delivery.status is not Status.IDEA):
                entry = ledger[identity]
                found.append(self._plain(delivery, entry))
                if len(entry.internal_parts if internal else entry.parts) > 1:
                    found.extend(self._cancelled(entry, (WHOLE,)))
            else:
                found.extend(self._said(delivery, entry, held, speaks=speaks)[0])
        for entry in ledger.values():
            if not entry.is_gone or not held(entry):
                continue
            if entry.slot:
                _collect(repeating, entry, self._cancelled(entry, ()), is_shown=False)
            else:
                found.extend(self._cancelled(entry, ()))
        for members in repeating.values():
            found.extend(series_events(members, self._told_title(members[0].entry), internal=internal))
        return found

    def _said(
        self, delivery: Delivery, entry: LedgerEntry | None, held: Callable[[LedgerEntry], bool], *, speaks: bool
    ) -> tuple[list[Event], bool]:
        """What this calendar says of a delivery, and whether that is more than that it is not in it."""
        if not speaks:
            return (self._left(entry) if entry is not None and held(entry) else []), False
        is_told = self._options.internal or delivery.status is not Status.IDEA
        if is_told and (when := self._when(delivery)) is not None:
            if entry is None:
                raise KeyError(delivery.id)
            return list(self._live(delivery, when, entry)), True
        if is_told:
            self.without_date.append(delivery.id)
        return (list(self._cancelled(entry, ())) if entry is not None else []), False

    def _left(self, entry: LedgerEntry) -> list[Event]:
        """What calendars of this scope were given and no longer hold, although it goes on elsewhere."""
        events = list(self._cancelled(entry, ()))
        self.left += bool(events)
        return events

    def _when(self, delivery: Delivery) -> When | None:
        programme = self._plan.programmes.get(delivery.programme) if delivery.programme else None
        return when_of(delivery, programme.running_minutes if programme else None, self._zone)

    def _plain(self, delivery: Delivery, entry: LedgerEntry) -> Event:
        """The event of one span on one date, the short way."""
        ordinal = delivery.date.toordinal()  # type: ignore[union-attr]
        return Event(
            wall_text(ordinal, delivery.start),  # type: ignore[arg-type]
            entry.uid,
            wall_text(ordinal, delivery.end),  # type: ignore[arg-type]
            self._zone.key,
            entry.sequence,
            entry.last_modified,
            _STATUS[delivery.status],
            *self._texts(delivery, None),
        )

    def _live(self, delivery: Delivery, when: When, entry: LedgerEntry) -> Iterator[Event]:
        first = when.stretches[0]
        rule, left_out = self._repetition(when, first) if when.until is not None else ("", ())
        texts, status = self._texts(delivery, when), self._status(delivery)
        is_hours = bool(rule and entry.slot)  # no date of an event that repeats can repeat itself
        for stretch in when.stretches:
            starts, ends = stretch_texts(stretch)
            uid = told_name(entry, stretch.part if not is_hours else hours_part(entry))
            zone = self._zone.key if stretch.start is not None else ""
            yield Event(starts, uid, ends, zone, entry.sequence, entry.last_modified, status, *texts, rule, left_out)
        ever = entry.internal_parts if self._options.internal else entry.parts
        if len(ever) != len(when.stretches) or is_hours:
            live = (hours_part(entry),) if is_hours else tuple(stretch.part for stretch in when.stretches)
            yield from self._cancelled(entry, live)

    def _status(self, delivery: Delivery) -> str:
        if delivery.status is Status.POSTPONED:
            return CANCELLED if delivery.postponed_to is None else TENTATIVE
        return _STATUS[delivery.status]

    def _told_title(self, entry: LedgerEntry) -> str:
        title = (entry.title_en if self._english else entry.title) or entry.title
        return title or self._wording.text("Programme undecided")

    def _cancelled(self, entry: LedgerEntry, live: tuple[str, ...]) -> Iterator[Event]:
        """What calendars were once given and must now take away."""
        summary = self._told_title(entry)
        place = Place(entry.location) if entry.location else None
        for part in entry.internal_parts if self._options.internal else entry.parts:
            if part in live:
                continue
            starts, ends, zone = (part[:8], "", "") if part != WHOLE else (entry.starts, entry.ends, entry.zone)
            yield Event(
                starts,
                told_name(entry, part),
                ends,
                zone if "T" in starts else "",
                entry.sequence,
                entry.last_modified,
                CANCELLED,
                summary,
                place,
            )

    @staticmethod
    def _repetition(when: When, first: Stretch) -> tuple[str, tuple[str, ...]]:
        """RRULE and EXDATE of equal hours on weekdays; COUNT, because UNTIL would have to be said in UTC."""
        last = when.until or first.day
        count = sum(1 for day in days_between(first.day, last) if day.weekday() in when.weekdays)
        weekdays = ",".join(_WEEKDAYS[weekday] for weekday in when.weekdays)
        rule = f"FREQ=DAILY;COUNT={count}" if len(when.weekdays) == 7 else f"FREQ=WEEKLY;COUNT={count};BYDAY={weekdays}"
        return rule, tuple(stretch_texts(first._replace(day=day))[0] for day in when.left_out)

    # -- what deliveries share ----------------------------------------------------------------------------------------

    def _texts(self, delivery: Delivery, when: When | None) -> tuple[str, Place | None, str, str]:
        title = self._title(delivery.programme)
        text = self._descriptions.public_text(delivery)
        if when is not None or self._options.internal or not delivery.status.takes_place:
            before, after = self._descriptions.own_lines(delivery, when)
            text = joined_lines(before, text, after)
        return (
            f"{title} {(self._english and delivery.title_suffix_en) or delivery.title_suffix}".strip()
            or self._untitled(delivery),
            self._place(delivery.venue, delivery.organisation, delivery.area),
            self._category(delivery.initiative, delivery.programme, delivery.event),
            text,
        )

    def _make_title(self, identity: ProgrammeId | None) -> str:
        programme = self._plan.programmes.get(identity) if identity else None
        return "" if programme is None else (self._english and programme.title_en) or programme.title

    def _untitled(self, delivery: Delivery) -> str:
        area = area_of(self._plan, delivery)
        host = self._plan.organisations.get(delivery.organisation) if delivery.organisation else None
        name = self._name(host or (self._plan.areas.get(area) if area else None))
        if not name:
            return self._wording.text("Programme undecided")
        return self._wording.text("{place}: programme undecided", place=name)

    def _make_place(
        self, venue: VenueId | None, organisation: OrganisationId | None, area: AreaId | None
    ) -> Place | None:
        plan = self._plan
        wholes = [plan.venues[one] for one in wholes_of(plan, venue)]
        area = area or area_at(plan, venue)
        corner = plan.areas.get(area) if area else None
        parts = [
            place_name(plan, venue, organisation, english=self._english),
            self._name(corner),
            next((said(one, "address", english=self._english) for one in wholes if one.address), ""),
        ]
        location = ", ".join(part for part in parts if part)
        located = next((one for one in wholes if _is_on_earth(one.latitude, one.longitude)), None)
        if located is None or located.latitude is None or located.longitude is None:
            return Place(location) if location else None
        return Place(location, _degrees(located.latitude), _degrees(located.longitude))

    def _make_category(
        self, initiative: InitiativeId | None, programme: ProgrammeId | None, event: EventId | None
    ) -> str:
        strand = initiative or initiative_from(self._plan, programme, event)
        return self._name(self._plan.initiatives.get(strand) if strand else None)

    def _name(self, record: Organisation | Area | Initiative | None) -> str:
        return "" if record is None else (self._english and record.name_en) or record.name


def _collect(
    repeating: dict[str, list[Member]], entry: LedgerEntry, events: Iterable[Event], *, is_shown: bool
) -> None:
    member = Member(entry, Slot(*entry.slot), tuple(events), is_shown)
    repeating.setdefault(entry.uid, []).append(member)


def _is_on_earth(latitude: float | None, longitude: float | None) -> bool:
    return latitude is not None and longitude is not None and -90 <= latitude <= 90 and -180 <= longitude <= 180


def _degrees(value: float) -> float:
    """At most six decimals, and never so small that it would be written with an exponent."""
    rounded = round(float(value), 6)
    return rounded if abs(rounded) >= 1e-4 else 0.0
