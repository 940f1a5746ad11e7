"""What a delivery looks like from outside: when it is open, where it is, what belongs to it, inherited facts filled in.

Calendars, tables and the ledger of what was exported read the same answers here, so that they cannot disagree.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from director_app.domain.facts import Act, Fallback, FallbackKind
from director_app.domain.ids import AreaId, ArtistId, EventId, InitiativeId, OrganisationId, ProgrammeId, VenueId
from director_app.domain.people import Organisation
from director_app.domain.places import Venue
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Initiative, Programme, Status
from director_app.domain.timeline import DAY, LATEST, days_between

#: The part that stands for a whole delivery; days of irregular exhibitions are parts of their own, named by date.
WHOLE: Final = "*"
#: Opening hours are written out for at most this many days; what lasts longer is shown as whole days.
MOST_DAYS: Final = 1100


class Stretch(NamedTuple):
    """One stretch of time. Without a start it is whole days up to `last`; without an end it has none that is known."""

    part: str
    day: datetime.date
    start: int | None = None
    end: int | None = None
    last: datetime.date | None = None


class When(NamedTuple):
    """When a delivery is open: stretches, or one stretch that repeats on weekdays until a date."""

    stretches: tuple[Stretch, ...]
    #: Date of the last repetition; None when nothing repeats.
    until: datetime.date | None = None
    #: Weekdays it repeats on, 0 = Monday.
    weekdays: tuple[int, ...] = ()
    #: Dates that the repetition leaves out.
    left_out: tuple[datetime.date, ...] = ()
    #: Whether the end is only the start plus the running time.
    is_end_assumed: bool = False


def when_of(delivery: Delivery, running_minutes: int | None, zone: ZoneInfo) -> When | None:
    """When a delivery is open; None without a date.

    A repetition is only given where every reader of RFC 5545 (section 3.3.10) comes to the same hours: one span a day,
    the same every open day, no start inside a gap of the clock and no change of the clock inside a span.
    """
    first, last = dates_of(delivery)
    if first is None or last is None:
        return None
    start, (end, is_assumed) = delivery.start, end_after(delivery, running_minutes)
    whole_end = None if start is None or end is None or end <= start else end
    if last == first and not ((delivery.hours and start is None) or delivery.exceptions):
        return When((Stretch(WHOLE, first, start, whole_end),), is_end_assumed=is_assumed)
    if (last - first).days > MOST_DAYS or (start is None and not delivery.hours and not delivery.exceptions):
        return When((Stretch(WHOLE, first, last=last),))
    days = tuple(_open_days(delivery, first, last, start, whole_end))
    if not days:
        return When((Stretch(WHOLE, first, last=last),))
    return (_repetition(delivery, days, first, last, zone) or When(_parts(days)))._replace(is_end_assumed=is_assumed)


def is_plain(delivery: Delivery) -> bool:
    """Whether a delivery is one span on one date, as nearly all are; what `when_of` says of it needs no thought."""
    return (
        delivery.start is not None
        and delivery.end is not None
        and delivery.end > delivery.start
        and delivery.date is not None
        and delivery.until is None
        and not delivery.exceptions
        and delivery.status is not Status.POSTPONED
    )


def dates_of(delivery: Delivery) -> tuple[datetime.date | None, datetime.date | None]:
    """First and last date; of a postponed delivery those it is postponed to, when they are known."""
    first, last = delivery.date, delivery.until
    if delivery.status is Status.POSTPONED and delivery.postponed_to is not None:
        if first is not None and last is not None:
            last = _moved(last, (delivery.postponed_to - first).days)
        first = delivery.postponed_to
    if first is None:
        return None, None
    return first, last if last is not None and last > first else first


def date_order(delivery: Delivery) -> tuple[datetime.date, int, str, str]:
    """Where a delivery stands among others: by date or at the end of its month, then by time; undecided last."""
    day, start = delivery.date, delivery.start
    if day is None and delivery.month:
        year, month = delivery.month.split("-")
        day = datetime.date(int(year), int(month), calendar.monthrange(int(year), int(month))[1])
    return day or datetime.date.max, LATEST + 1 if start is None else start, delivery.number, delivery.id


def _moved(day: datetime.date, days: int) -> datetime.date:
    ordinal = min(max(day.toordinal() + days, 1), datetime.date.max.toordinal())
    return datetime.date.fromordinal(ordinal)


def _open_days(
    delivery: Delivery, first: datetime.date, last: datetime.date, start: int | None, end: int | None
) -> Iterator[tuple[datetime.date, int | None, int | None]]:
    """Every open span from first to last, in order: the dated hours, else the week's, else the daily ones."""
    dated: dict[datetime.date, list[tuple[int, int | None] | None]] = {}
    for exception in delivery.exceptions:
        hours = None if exception.opens is None else (exception.opens, exception.closes)
        dated.setdefault(exception.date, []).append(hours)
    weekly: dict[int, list[tuple[int, int | None]]] = {}
    for span in sorted(delivery.hours):
        weekly.setdefault(span.weekday, []).append((span.opens, span.closes))
    for day in days_between(first, last):
        if day in dated:
            yield from ((day, *span) for span in sorted(one for one in dated[day] if one is not None))
        elif delivery.hours:
            yield from ((day, *span) for span in weekly.get(day.weekday(), ()))
        else:
            yield day, start, end


def _parts(days: tuple[tuple[datetime.date, int | None, int | None], ...]) -> tuple[Stretch, ...]:
    """One part a day; a single one is the whole delivery."""
    stretches: list[Stretch] = []
    counted: dict[datetime.date, int] = {}
    for day, start, end in days:
        counted[day] = counted.get(day, 0) + 1
        part = date_part(day) if counted[day] == 1 else f"{date_part(day)}-{counted[day]}"
        has_end = start is not None and end is not None and end > start
        stretches.append(Stretch(part, day, start, end if has_end else None))
    return tuple(stretches) if len(stretches) != 1 else (stretches[0]._replace(part=WHOLE),)


def date_part(day: datetime.date) -> str:
    """The name of the part that is one date: "20251014"."""
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _repetition(
    delivery: Delivery,
    days: tuple[tuple[datetime.date, int | None, int | None], ...],
    first: datetime.date,
    last: datetime.date,
    zone: ZoneInfo,
) -> When | None:
    spans = {(start, end) for _day, start, end in days}
    open_on = [day for day, _start, _end in days]
    if len(spans) != 1 or len(set(open_on)) != len(open_on) or len(days) < 2:
        return None
    start, end = spans.pop()
    if start is None or (end is not None and end <= start):
        return None
    weekdays = tuple(sorted({span.weekday for span in delivery.hours})) or tuple(range(7))
    regular = [day for day in days_between(first, last) if day.weekday() in weekdays]
    if not set(open_on) <= set(regular) or not all(keeps_its_clock(day, start, end, zone) for day in regular):
        return None
    begin = open_on[0]
    left_out = tuple(day for day in regular if begin < day < open_on[-1] and day not in set(open_on))
    return When((Stretch(WHOLE, begin, start, end),), open_on[-1], weekdays, left_out)


def keeps_its_clock(day: datetime.date, start: int, end: int | None, zone: ZoneInfo) -> bool:
    """Whether the clock of the zone does not change in or just around a span."""
    before = _offset(day, start - 180, zone)
    return before == _offset(day, (start if end is None else end) + 180, zone)


def _offset(day: datetime.date, minute: int, zone: ZoneInfo) -> datetime.timedelta | None:
    moved = _moved(day, minute // DAY)
    hours, minutes = divmod(minute % DAY, 60)
    return datetime.datetime(moved.year, moved.month, moved.day, hours, minutes, tzinfo=zone).utcoffset()


def wholes_of(plan: Plan, venue: VenueId | None) -> tuple[VenueId, ...]:
    """A venue and every venue it is part of, from the inside out."""
    found: dict[VenueId, None] = {}
    while venue is not None and venue not in found and venue in plan.venues:
        found[venue] = None
        venue = plan.venues[venue].part_of
    return tuple(found)


def place_name(
    plan: Plan, venue: VenueId | None, organisation: OrganisationId | None = None, *, english: bool = False
) -> str:
    """A venue with the place around it; the company while no venue is chosen; empty when both are open."""
    names = [_name(plan.venues[one], english=english) for one in wholes_of(plan, venue)]
    if not names and organisation is not None and organisation in plan.organisations:
        names = [_name(plan.organisations[organisation], english=english)]
    joined = ""
    for name in names:  # "Hall 2" inside "Gumico" is "Gumico Hall 2", but "Hall 2 (Gumico)" stays as it is
        joined = name if not joined else joined if name in joined else f"{name} {joined}"
    return joined.strip()


def _name(record: Venue | Organisation, *, english: bool) -> str:
    return (record.name_en or record.name) if english else record.name


def area_of(plan: Plan, delivery: Delivery) -> AreaId | None:
    """The area of a delivery: its own, else that of its place or of the place around it."""
    return delivery.area if delivery.area is not None else area_at(plan, delivery.venue)


def area_at(plan: Plan, venue: VenueId | None) -> AreaId | None:
    """The area of a place, or of the place around it."""
    for one in wholes_of(plan, venue):
        if (area := plan.venues[one].area) is not None:
            return area
    return None


def initiative_of(plan: Plan, delivery: Delivery) -> InitiativeId | None:
    """The strand of a delivery: its own, else its programme's, else its event's."""
    if delivery.initiative is not None:
        return delivery.initiative
    return initiative_from(plan, delivery.programme, delivery.event)


def strand_of(plan: Plan, delivery: Delivery) -> Initiative | None:
    """The same strand as a record, None without one or when it is not in the plan."""
    identity = initiative_of(plan, delivery)
    return plan.initiatives.get(identity) if identity else None


def initiative_from(plan: Plan, programme: ProgrammeId | None, event: EventId | None) -> InitiativeId | None:
    """The strand that deliveries of a programme and an event belong to."""
    content = plan.programmes.get(programme) if programme else None
    if content is not None and content.initiative is not None:
        return content.initiative
    around = plan.events.get(event) if event else None
    return around.initiative if around else None


def plan_b_of(plan: Plan, own: Fallback | None, event: EventId | None, venue: VenueId | None) -> Fallback | None:
    """Plan B of a delivery: its own, else its event's, else the place that its venue names.

    One that only says "indoors" takes the place from the next that names one.
    """
    around = plan.events.get(event) if event else None
    place = plan.venues.get(venue) if venue else None
    near = Fallback(venue=place.fallback, state=place.fallback_state) if place and place.fallback else None
    if around is None and near is None:
        return own  # as nearly always: what indoors means is asked of the others, and there are none
    known = [one for one in (own, around.fallback if around else None, near) if one is not None]
    if not known:
        return None
    if known[0].kind is FallbackKind.INDOORS and known[0].venue is None:
        for other in known[1:]:
            if other.kind is FallbackKind.INDOORS and other.venue is not None:
                return known[0]._replace(venue=other.venue, state=other.state)
    return known[0]


def fallback_venue(plan: Plan, delivery: Delivery) -> VenueId | None:
    """Where a delivery goes in rain or heat; None when it goes nowhere or nobody knows where."""
    plan_b = plan_b_of(plan, delivery.fallback, delivery.event, delivery.venue)
    return plan_b.venue if plan_b is not None and plan_b.kind is FallbackKind.INDOORS else None


def programme_of(plan: Plan, delivery: Delivery) -> Programme | None:
    """The programme of a delivery, None while undecided."""
    return plan.programmes.get(delivery.programme) if delivery.programme else None


def lineup_of(plan: Plan, delivery: Delivery) -> tuple[Act, ...]:
    """Who plays: the delivery's own line-up, else its programme's."""
    if delivery.lineup is not None:
        return delivery.lineup
    programme = programme_of(plan, delivery)
    return programme.lineup if programme else ()


def with_members(plan: Plan, artist: ArtistId) -> tuple[ArtistId, ...]:
    """An artist and, for a group, all its members, groups within groups included."""
    record = plan.artists.get(artist)
    if record is None or not record.members:
        return () if record is None else (artist,)
    return reached(artist, lambda one: [member for member in plan.artists[one].members if member in plan.artists])


_Id = TypeVar("_Id", bound=str)


def reached(first: _Id, further: Callable[[_Id], Sequence[_Id]]) -> tuple[_Id, ...]:
    """The first and all that one comes to from it, each once, in order; going in circles does no harm."""
    found: dict[_Id, None] = {}
    waiting = [first]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found[one] = None
            waiting.extend(reversed(further(one)))
    return tuple(found)


def end_minute(plan: Plan, delivery: Delivery) -> tuple[int | None, bool]:
    """When it ends (a wall minute of its date), and whether that is assumed from the programme's running time."""
    programme = programme_of(plan, delivery) if delivery.end is None else None
    return end_after(delivery, programme.running_minutes if programme else None)


def end_after(delivery: Delivery, running_minutes: int | None) -> tuple[int | None, bool]:
    """The same, where the running time is known already."""
    if delivery.end is not None or delivery.start is None or not running_minutes:
        return delivery.end, False
    return delivery.start + running_minutes, True
