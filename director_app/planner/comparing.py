"""What a reader would notice between two states of a season: the plan now and an edition, or two editions.

Pure and without words. Compared is what paper and calendars show (time, place, who plays, what it is called, what is
said of it), not what records hold: a programme's new title is noticed at each of its dates, a corrected internal note
at none. Ideas were never published: one that becomes a date is new.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, Final, NamedTuple

from director_app.domain.edits import title_of
from director_app.domain.facts import Act
from director_app.domain.ids import DeliveryId, VenueId
from director_app.domain.plan import RECORD_FIELDS, Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import (
    area_of,
    date_order,
    dates_of,
    end_minute,
    lineup_of,
    place_name,
    plan_b_of,
    programme_of,
    strand_of,
    wholes_of,
)
from director_app.planner.scope import EVERYTHING, Scope


class ChangeKind(StrEnum):
    """What became of a date; in the order in which they are told."""

    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    #: Takes place after all.
    AGAIN = "again"
    NEW = "new"
    MOVED = "moved"
    LONGER = "longer"
    SHORTER = "shorter"
    PLACE = "place"
    RECAST = "recast"
    REWORDED = "reworded"


class Severity(StrEnum):
    """What it costs a reader who does not hear of it."""

    #: Stands before a closed door.
    MAJOR = "major"
    #: Misses something, or meets others than expected.
    NOTABLE = "notable"
    #: Reads other words.
    MINOR = "minor"


class Times(NamedTuple):
    """When, as it is printed; two equal values are one time to every reader."""

    day: datetime.date | None
    until: datetime.date | None = None
    month: str = ""
    start: int | None = None
    end: int | None = None
    #: Weekly hours and dated ones of an exhibition.
    hours: tuple[Any, ...] = ()


class Shown(NamedTuple):
    """One date as readers see it."""

    status: Status
    times: Times
    #: Korean and English name of the place.
    place: tuple[str, str]
    #: Name, English name and role of everybody who plays, in billing order.
    cast: tuple[tuple[str, str, str], ...]
    #: Everything else that is printed, by the name of its field.
    words: tuple[tuple[str, Any], ...]


class Difference(NamedTuple):
    """One thing that a reader would notice; without a delivery it concerns the whole season."""

    kind: ChangeKind
    severity: Severity
    delivery: DeliveryId | None
    before: Shown | None = None
    after: Shown | None = None
    #: What was reworded, by the names of the fields.
    fields: tuple[str, ...] = ()


def compare(before: Plan, after: Plan, scope: Scope = EVERYTHING) -> tuple[Difference, ...]:
    """Everything that a reader of `scope` would notice, by date and, of one date, what matters most first.

    A date belongs to a scope when it does before or after: who lost a date hears of it too.
    """
    readers, holds = (_Reader(before), _Reader(after)), (scope.holds(before), scope.holds(after))
    ordered = []
    is_same_around = _share_all_else(before, after)
    for name in {*before.deliveries, *after.deliveries}:
        old, new = before.deliveries.get(name), after.deliveries.get(name)
        if old == new and is_same_around:
            continue
        if (old is None or not holds[0](old)) and (new is None or not holds[1](new)):
            continue
        found = tuple(_of_delivery(name, *(reader.shown(one) for reader, one in zip(readers, (old, new), strict=True))))
        if found:
            ordered.append((date_order(new or old), name, found))  # type: ignore[arg-type]  # one of them is there
    ordered.sort(key=lambda entry: entry[:2])
    season = tuple(_of_season(before, after))
    return (*season, *(one for _order, _name, found in ordered for one in found))


def worst(differences: Sequence[Difference]) -> Severity | None:
    """The gravest severity of all, None when there is no difference."""
    return min((one.severity for one in differences), key=list(Severity).index, default=None)


def changed_dates(differences: Sequence[Difference]) -> int:
    """How many dates, and the season itself, differ: what is counted as "n changes"."""
    return len({one.delivery for one in differences})


#: Kinds of record that nothing printed is made of.
_NOT_PRINTED: Final = frozenset(
    {
        "deliveries", "availabilities", "applications", "releases", "handovers", "templates", "tellings", "notes",
        "grants", "budget_lines", "accepted_problems", "series", "travels", "works", "outcomes", "report_texts",
        "council_members", "meetings", "decisions", "routes", "stops", "posts", "booths", "guests", "calls", "stays",
        "supports",
    }
)  # fmt: skip


def _share_all_else(before: Plan, after: Plan) -> bool:
    """Whether everything beside the deliveries is the same, so that equal deliveries look equal."""
    return all(before.table(kind) == after.table(kind) for kind in RECORD_FIELDS if kind not in _NOT_PRINTED)


def _of_delivery(name: DeliveryId, before: Shown | None, after: Shown | None) -> Iterator[Difference]:
    became = _became(before, after)
    if became is not None:
        yield Difference(*became, name, before, after)
    if before is None or after is None or (became is not None and not _stands(after)):
        return
    if before.status is after.status is Status.CANCELLED:
        return  # nobody waits for it at any time
    found: list[tuple[ChangeKind, Severity, tuple[str, ...]]] = []
    if (kind := _time_change(before.times, after.times)) is not None:
        found.append((kind, _severity_of_time(kind, before.times, after.times), ()))
    if before.place != after.place:
        found.append((ChangeKind.PLACE, Severity.MAJOR if any(before.place) else Severity.NOTABLE, ()))
    if before.cast != after.cast:
        found.append((ChangeKind.RECAST, Severity.NOTABLE, ()))
    if fields := _reworded(before, after):
        found.append((ChangeKind.REWORDED, Severity.MINOR, fields))
    for kind, severity, fields in found:
        yield Difference(kind, severity, name, before, after, fields)


def _became(before: Shown | None, after: Shown | None) -> tuple[ChangeKind, Severity] | None:
    """Whether a date came, went, was put off or stands again."""
    stood, stands = before is not None and _stands(before), after is not None and _stands(after)
    if stood and not stands:
        put_off = after is not None and after.status is Status.POSTPONED
        return (ChangeKind.POSTPONED if put_off else ChangeKind.CANCELLED), Severity.MAJOR
    if stands and not stood:
        return (ChangeKind.NEW, Severity.NOTABLE) if before is None else (ChangeKind.AGAIN, Severity.MAJOR)
    if before is None or after is None or before.status is after.status or stands:
        return None
    return (ChangeKind.POSTPONED if after.status is Status.POSTPONED else ChangeKind.CANCELLED), Severity.NOTABLE


def _stands(shown: Shown) -> bool:
    return shown.status not in (Status.CANCELLED, Status.POSTPONED)


def _reworded(before: Shown, after: Shown) -> tuple[str, ...]:
    pairs = zip(before.words, after.words, strict=True)
    told = () if before.place == after.place else _OF_PLACE
    fields = tuple(name for (name, old), (_name, new) in pairs if old != new and name not in told)
    # Confirmed is not a different date than pencilled, but it is printed and told to calendars.
    settled = before.status is not after.status and _stands(before) and _stands(after)
    return ("status", *fields) if settled else fields


def _time_change(before: Times, after: Times) -> ChangeKind | None:
    """Whether it begins at another time, or lasts longer or shorter; None when the time is the same."""
    if before == after:
        return None
    if (before.day, before.month, before.start, before.hours) != (after.day, after.month, after.start, after.hours):
        return ChangeKind.MOVED
    if (before.until, before.end) != (after.until, after.end):
        later = (_number(after.until), _number(after.end)) > (_number(before.until), _number(before.end))
        return ChangeKind.LONGER if later else ChangeKind.SHORTER
    return ChangeKind.MOVED


def _number(value: datetime.date | int | None) -> int:
    return value.toordinal() if isinstance(value, datetime.date) else -1 if value is None else value


def _severity_of_time(kind: ChangeKind, before: Times, after: Times) -> Severity:
    """What was undecided and is decided now contradicts nobody who knew it as undecided."""
    if kind is not ChangeKind.MOVED:
        return Severity.NOTABLE
    kept_day = before.day == after.day or (before.day is None and _month_holds(before, after))
    kept_start = before.start == after.start or (before.start is None and not before.hours)
    kept_hours = before.hours == after.hours or (before.start is None and not before.hours)
    return Severity.NOTABLE if kept_day and kept_start and kept_hours else Severity.MAJOR


def _month_holds(before: Times, after: Times) -> bool:
    return not before.month or after.day is None or f"{after.day:%Y-%m}" == before.month


class _Reader:
    """What one plan shows, what repeats from date to date found once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._places: Callable[..., tuple[tuple[str, str], tuple[Any, ...]]] = cache(self._place)
        self._casts: Callable[[tuple[Act, ...]], tuple[tuple[str, str, str], ...]] = cache(self._cast)
        self._programmes: Callable[[str | None], tuple[tuple[str, Any], ...]] = cache(self._programme)
        self._events: Callable[[str | None], tuple[tuple[str, Any], ...]] = cache(self._event)

    def shown(self, one: Delivery | None) -> Shown | None:
        """A date as readers see it; None where there is none for them."""
        if one is None or one.status is Status.IDEA:
            return None
        place, around = self._places(one.venue, one.organisation)
        return Shown(
            _printed_status(one.status), self._times(one), place, self._casts(lineup_of(self._plan, one)),
            (*self._programmes(one.programme), *self._events(one.event), *self._own(one), ("way", around)),
        )  # fmt: skip

    def _times(self, one: Delivery) -> Times:
        first, last = dates_of(one)
        hours = (*sorted(one.hours), *sorted(one.exceptions, key=repr))
        month = one.month if first is None else ""
        end = end_minute(self._plan, one)[0] if one.start is not None else None
        return Times(first, last if last != first else None, month, one.start, end, hours)

    def _place(self, venue: VenueId | None, organisation: Any) -> tuple[tuple[str, str], tuple[Any, ...]]:
        plan = self._plan
        names = (place_name(plan, venue, organisation), place_name(plan, venue, organisation, english=True))
        wholes = [plan.venues[one] for one in wholes_of(plan, venue)]
        around = [
            (one.address, one.address_en, one.directions, one.setting, one.access.gate, one.access.meeting_point)
            for one in wholes
        ]
        return names, tuple(around)

    def _cast(self, lineup: tuple[Act, ...]) -> tuple[tuple[str, str, str], ...]:
        known = [(self._plan.artists.get(act.artist), act.role) for act in lineup]
        return tuple((artist.name, artist.romanised, role) for artist, role in known if artist is not None)

    def _programme(self, identity: Any) -> tuple[tuple[str, Any], ...]:
        programme = self._plan.programmes.get(identity)
        values = [(name, getattr(programme, name, None)) for name in _OF_PROGRAMME]
        return (*values, ("photo", self._digest(programme)))

    def _event(self, identity: Any) -> tuple[tuple[str, Any], ...]:
        event = self._plan.events.get(identity)
        return (("event", (event.title, event.title_en) if event is not None else None),)

    def _own(self, one: Delivery) -> Iterator[tuple[str, Any]]:
        plan, programme = self._plan, programme_of(self._plan, one)
        around = plan.events.get(one.event) if one.event else None
        area = plan.areas.get(area) if (area := area_of(plan, one)) else None
        strand, fallback = strand_of(plan, one), plan_b_of(plan, one.fallback, one.event, one.venue)
        yield "title", (title_of(plan, one), one.title_suffix_en)
        yield "number", one.number
        yield "area", (area.name, area.name_en) if area else None
        yield "initiative", (strand.name, strand.name_en, strand.code) if strand else None
        yield "public_note", (one.public_note, one.public_note_en)
        yield "booking", (one.booking or (programme.booking if programme else ""), one.booking_en)
        credits_ = (one.credits, programme.credits if programme else None, around.credits if around else None)
        first = next((each for each in credits_ if each is not None), plan.season.credits)
        yield "credits", tuple((credit.role, credit.name) for credit in first)
        marks = one.accessibility
        yield "accessibility", marks if marks is not None else (programme.accessibility if programme else ())
        yield "shifts", one.shifts
        yield "fallback", fallback and (
            fallback.kind, fallback.trigger, place_name(plan, fallback.venue), fallback.decision_time,
        )  # fmt: skip
        yield "reason", "" if one.status.takes_place else one.changed_reason

    def _digest(self, record: Any) -> str | None:
        photo = self._plan.attachments.get(record.photo) if record is not None and record.photo else None
        return photo.digest if photo is not None else None


#: What goes with another place without saying.
_OF_PLACE: Final = ("way", "area")
_OF_PROGRAMME: Final = (
    "title_en", "subtitle", "short_title", "audience", "is_free", "admission", "age_rating", "intro", "texts",
    "photo_focus", "photo_credit", "is_exhibition", "kind",
)  # fmt: skip
_OF_SEASON: Final = (
    "title", "title_en", "subtitle", "subtitle_en", "first_day", "last_day", "enquiries", "enquiries_en",
    "enquiries_phone", "web_address", "booking_note", "booking_note_en", "rain_note", "rain_note_en", "notice",
    "notice_en",
)  # fmt: skip


def _printed_status(status: Status) -> Status:
    """A date that was delivered stays the confirmed one that was printed."""
    return Status.CONFIRMED if status is Status.DELIVERED else status


def _of_season(before: Plan, after: Plan) -> Iterator[Difference]:
    """What is printed in every document alike."""
    old, new = before.season, after.season
    fields = [name for name in _OF_SEASON if getattr(old, name) != getattr(new, name)]
    complexes = [(one.name, one.name_en) if (one := plan.complex) else None for plan in (before, after)]
    if complexes[0] != complexes[1]:
        fields.append("complex")
    if fields:
        severity = Severity.NOTABLE if {"enquiries_phone", "web_address"} & set(fields) else Severity.MINOR
        yield Difference(ChangeKind.REWORDED, severity, None, fields=tuple(fields))
