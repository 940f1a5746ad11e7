"""Plan and ledger -> a calendar file (RFC 5545). The same plan and ledger give the same bytes."""

from __future__ import annotations

import datetime
import operator
from collections.abc import Mapping
from typing import Final
from zoneinfo import ZoneInfo

from director_app.calendars.event import CANCELLED, Event
from director_app.calendars.events import EventMaker
from director_app.calendars.meetings import shown_plan
from director_app.calendars.options import CalendarFile, CalendarOptions
from director_app.domain.collecting import without_collecting
from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import LedgerEntry
from director_app.domain.plan import Plan
from director_app.domain.published import MOST_DAYS
from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import known_zone
from director_app.wording import Wording, message

NO_ZONE: Final = message("The time zone “{zone}” of this plan is not known. Choose another one, such as Asia/Seoul.")

_ORDER: Final = operator.attrgetter("starts", "uid", "recurrence")
#: A VTIMEZONE lists its changes of the clock; more than this many years of them help nobody.
_MOST_YEARS: Final = 150
#: Years that a repetition may reach beyond its start.
_LONGEST_REPETITION: Final = MOST_DAYS // 365 + 1


def exported_deliveries(plan: Plan, options: CalendarOptions) -> frozenset[DeliveryId]:
    """The deliveries that a calendar with these options speaks of; give them to `entries_after_export` first."""
    plan = shown_plan(plan, options)
    holds = options.scope.holds(plan)
    return frozenset(identity for identity, delivery in plan.deliveries.items() if holds(delivery))


def export_calendar(
    plan: Plan, ledger: Mapping[DeliveryId, LedgerEntry], wording: Wording, options: CalendarOptions
) -> CalendarFile:
    """The calendar of a plan. The ledger must be the one that `entries_after_export` returned for this plan.

    Raises:
        RefusedInput: when the plan's time zone is unknown.
    """
    from director_app.calendars.ical_writer import calendar_bytes
    from director_app.calendars.tasks import task_components

    maker = EventMaker(plan, wording, options, plan_zone(plan))
    with without_collecting():
        events = in_order(maker.events(ledger))
        zones, name = zones_of(events), calendar_name(plan, wording, options)
        wants_tasks = options.internal and options.tasks
        tasks = task_components(plan, ledger, wording, options) if wants_tasks else []
        about = wording.text("Edition {number}", number=options.edition) if options.edition is not None else ""
        data = calendar_bytes(events, name, zones, tasks, about, internal=options.internal)
    cancelled = sum(event.status is CANCELLED for event in events)
    return CalendarFile(data, len(events), cancelled, tuple(maker.without_date), _remarks(maker, wording), len(tasks))


def in_order(events: list[Event]) -> list[Event]:
    """Events by their start, then by name, so that the same plan gives the same bytes."""
    return sorted(events, key=_ORDER)


def plan_zone(plan: Plan) -> ZoneInfo:
    """The time zone of a plan.

    Raises:
        RefusedInput: when there is no such zone.
    """
    zone = known_zone(plan.season.zone)
    if zone is None:
        raise RefusedInput(NO_ZONE, zone=plan.season.zone)
    return zone


def calendar_name(plan: Plan, wording: Wording, options: CalendarOptions) -> str:
    """What calendar programs call it: the name asked for, else the season's title."""
    season = plan.season
    title = (wording.language == "en" and season.title_en) or season.title
    name = options.name or title or wording.text("Culture Delivery")
    return wording.text("{title} (internal)", title=name) if options.internal else name


def zones_of(events: list[Event]) -> list[bytes]:
    """The VTIMEZONE components that events need, each once, from the year before the first to that after the last."""
    from director_app.calendars.ical_writer import zone_component

    years: dict[str, tuple[int, int]] = {}
    for event in events:
        if event.zone:
            year = int(event.starts[:4])
            first, last = years.get(event.zone, (year, year))
            years[event.zone] = (min(first, year), max(last, year + (_LONGEST_REPETITION if event.rule else 0)))
    components = []
    for zone, (first, last) in sorted(years.items()):
        begin = max(first - 1, 1)
        end = min(last + 2, begin + _MOST_YEARS, datetime.date.max.year)
        components.append(zone_component(zone, datetime.date(begin, 1, 1), datetime.date(end, 1, 1)))
    return components


def _remarks(maker: EventMaker, wording: Wording) -> tuple[str, ...]:
    remarks = []
    if maker.without_date:
        remarks.append(
            wording.plural(
                "{n} delivery without a date is not in the calendar.",
                "{n} deliveries without a date are not in the calendar.",
                len(maker.without_date),
            )
        )
    if maker.left:
        remarks.append(
            wording.plural(
                "{n} delivery no longer belongs to this calendar and is cancelled in it. "
                "Do not read it into the same calendar as the rest of the season.",
                "{n} deliveries no longer belong to this calendar and are cancelled in it. "
                "Do not read them into the same calendar as the rest of the season.",
                maker.left,
            )
        )
    return tuple(remarks)
