"""What no single delivery has: areas nobody comes to, filings of whole events, applications out of their order."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from director_app.domain.facts import Subject
from director_app.domain.ids import AreaId, DeliveryId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Event, Status
from director_app.domain.published import wholes_of
from director_app.domain.requests import Application, ApplicationState, order_of_receipt
from director_app.domain.season import FilingRule
from director_app.planner.coverage import FIRM, FORGOTTEN_AFTER_DAYS, area_reached
from director_app.planner.filing_rules import LAW, filing_rule, least_heads, longest_before
from director_app.planner.ground import Ground
from director_app.planner.problems import DEFAULT_LEVELS, Level, Problem, ProblemKind
from director_app.planner.readiness import FILING_SHOWN, written_wrong

#: A date this many days ahead, planned in an area that waits, makes it a note.
SOON: Final = 14
_OVERTAKEN: Final = (ApplicationState.RECEIVED, ApplicationState.IN_REVIEW, ApplicationState.WAITING)
_SERVED: Final = (ApplicationState.PLACED, ApplicationState.TOLD, ApplicationState.CONFIRMED)


def _found(kind: ProblemKind, about: tuple[str, str], level: Level | None = None, **data: Any) -> Problem:
    return Problem(kind, DEFAULT_LEVELS[kind] if level is None else level, (Subject(*about),), tuple(data.items()))


class Visits:
    """When each area was visited or will be; follows a plan delivery by delivery."""

    def __init__(self, plan: Plan) -> None:
        self._of: dict[DeliveryId, tuple[AreaId, datetime.date, bool]] = {}
        self._firm: defaultdict[AreaId, list[datetime.date]] = defaultdict(list)
        self._planned: defaultdict[AreaId, list[datetime.date]] = defaultdict(list)
        for delivery in plan.deliveries.values():
            self.put_in(plan, delivery, sort=False)
        for dates in (*self._firm.values(), *self._planned.values()):
            dates.sort()

    def put_in(self, plan: Plan, delivery: Delivery, *, sort: bool = True) -> None:
        """Add a delivery's visit."""
        if delivery.date is None or delivery.status is Status.IDEA or not delivery.status.takes_place:
            return
        area = area_reached(plan, delivery)
        if area is None:
            return
        is_firm = delivery.status in FIRM
        self._of[delivery.id] = (area, delivery.date, is_firm)
        for dates in (self._planned, self._firm) if is_firm else (self._planned,):
            if sort:
                insort(dates[area], delivery.date)
            else:
                dates[area].append(delivery.date)

    def take_out(self, delivery: DeliveryId) -> None:
        """Remove a delivery's visit."""
        if (known := self._of.pop(delivery, None)) is None:
            return
        area, day, is_firm = known
        for dates in (self._planned, self._firm) if is_firm else (self._planned,):
            del dates[area][bisect_left(dates[area], day)]

    def last_before(self, area: AreaId, today: datetime.date) -> datetime.date | None:
        """The latest confirmed or delivered date up to today."""
        dates = self._firm[area]
        position = bisect_right(dates, today)
        return dates[position - 1] if position else None

    def next_after(self, area: AreaId, today: datetime.date) -> datetime.date | None:
        """The next date that is at least pencilled."""
        dates = self._planned[area]
        position = bisect_right(dates, today)
        return dates[position] if position < len(dates) else None


def forgotten_areas(ground: Ground, visits: Visits) -> Iterator[Problem]:
    """Areas in which nothing was for more than four weeks: every corner is the promise of the season.

    A note where something is planned within two weeks. Silent before the season and after it.
    """
    plan, today, season = ground.plan, ground.today, ground.plan.season
    if today is None or season.first_day is None or today < season.first_day:
        return
    if season.last_day is not None and today > season.last_day:
        return
    for area in plan.areas:
        last = visits.last_before(area, today)
        days = (today - (last or season.first_day)).days
        if days <= FORGOTTEN_AFTER_DAYS:
            continue
        coming = visits.next_after(area, today)
        is_soon = coming is not None and (coming - today).days <= SOON
        level = Level.NOTE if is_soon else None
        yield _found(ProblemKind.AREA_FORGOTTEN, ("areas", area), level, last=last, next=coming, days=days)


def event_filings(ground: Ground) -> Iterator[Problem]:
    """The disaster plan of large events outside registered venues: the number counts for the event."""
    least, longest = least_heads(ground.plan), longest_before(ground.plan) + FILING_SHOWN
    for event in ground.plan.events.values():
        heads, left = event.expected_heads or 0, ground.days_to(event.first_day)
        if heads < least or (left is not None and not 0 <= left <= longest):
            continue  # its parts need not be looked at
        rule = event_files(ground.plan, event)
        if rule is None or event.status is Status.IDEA:
            continue
        dates = [one.date for one in _parts(ground.plan, event) if one.date is not None]
        first = event.first_day or min(dates, default=None)
        days = ground.days_to(first)
        if first is None or days is None or not 0 <= days <= rule.days_before + FILING_SHOWN:
            continue
        by = first - datetime.timedelta(rule.days_before)
        more: dict[str, Any] = {"source": rule.source or rule.government} if rule != LAW else {}
        left = days - rule.days_before
        yield _found(ProblemKind.FILING_DUE, ("events", event.id), day=by, heads=heads, days=left, **more)


def event_files(plan: Plan, event: Event) -> FilingRule | None:
    """The rule by which an event needs a disaster plan; None where it needs none."""
    heads = event.expected_heads or 0
    if heads < least_heads(plan) or not event.status.takes_place:
        return None
    rule = filing_rule(plan, _places_of(plan, event))
    return rule if heads >= rule.from_heads and not is_in_registered_venues(plan, event) else None


def _places_of(plan: Plan, event: Event) -> list[VenueId | None]:
    return [event.venue] if event.venue is not None else [one.venue for one in _parts(plan, event)]


def _parts(plan: Plan, event: Event) -> list[Delivery]:
    names = plan.users_of_kind("events", event.id, "deliveries")
    found = (plan.deliveries[DeliveryId(name)] for name in names)
    return [one for one in found if one.status.takes_place]


def is_in_registered_venues(plan: Plan, event: Event) -> bool:
    """Whether all of it is where performances are registered; what has no place yet may be anywhere."""
    places = _places_of(plan, event)
    return bool(places) and all(
        any(plan.venues[whole].is_registered_venue for whole in wholes_of(plan, place)) for place in places
    )


def out_of_order(plan: Plan) -> Iterator[Problem]:
    """Applications that wait although later ones of the same area for the same programme were placed.

    Companies apply first come, first served; an area may still go first, so that it is a note.
    """
    groups: defaultdict[tuple[Any, Any], list[Application]] = defaultdict(list)
    for application in plan.applications.values():
        if application.artist is None and (application.state in _OVERTAKEN or application.state in _SERVED):
            groups[application.area, application.programme].append(application)
    for group in groups.values():
        ordered = sorted((one for one in group if _is_dated(one)), key=order_of_receipt)
        served = [position for position, one in enumerate(ordered) if one.state in _SERVED]
        for position, one in enumerate(ordered):
            later = [number for number in served if number > position]
            if one.state in _OVERTAKEN and later:
                first = ordered[later[0]]
                yield _found(ProblemKind.OUT_OF_ORDER, ("applications", one.id), first=first.id, count=len(later))


def _is_dated(application: Application) -> bool:
    return application.received_at is not None or application.received_order > 0


def wishes_wrong(plan: Plan, names: Iterable[str]) -> Iterator[Problem]:
    """Wishes whose weekday is not that of their date: one of both was mistyped, and only the company knows which."""
    day = plan.season.first_day
    for name in names:
        application = plan.applications.get(name)  # type: ignore[call-overload]  # ids of applications
        if application is None or application.state in (ApplicationState.WITHDRAWN, ApplicationState.DECLINED):
            continue
        for wish in application.wishes:
            year = (wish.first_day or day or datetime.date.min).year
            if wish.text and (wrong := written_wrong(wish.text, year)) is not None:
                about = ("applications", application.id)
                yield _found(ProblemKind.WRONG_WEEKDAY, about, written=wrong[0], day=wrong[1])
                break
