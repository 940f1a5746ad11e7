"""Which dates calendars are given as one event that repeats (RFC 5545, section 3.8.5.3), and which one by one.

A rule is only written where it is exact: it names its days again when read back, and no change of the clock touches
it. A date that was given out before stays in the form it had then, for otherwise a phone would show it twice.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from zoneinfo import ZoneInfo

from director_app.domain.ids import DeliveryId, SeriesId, derived_id
from director_app.domain.ledger import LedgerEntry
from director_app.domain.ledger_facts import wall_text
from director_app.domain.ledger_series import NamedSlot, Slot
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Series, Status
from director_app.domain.published import is_plain, keeps_its_clock
from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import DAY, known_zone
from director_app.planner.recurrence import days_of_rule

#: So many dates at least make a repetition.
_FEWEST = 2


def slots_for(
    plan: Plan, ledger: Mapping[DeliveryId, LedgerEntry], exported: Collection[DeliveryId], *, founding: bool
) -> dict[DeliveryId, NamedSlot]:
    """The dates that are given out for the first time now and are dates of an event that repeats.

    They join events that were given out before; new such events are made when `founding`.
    """
    fresh: dict[SeriesId, list[Delivery]] = {}
    if plan.series:
        for name, delivery in plan.deliveries.items():
            if delivery.series is not None and name in exported and name not in ledger and _fits_a_rule(delivery):
                fresh.setdefault(delivery.series, []).append(delivery)
    zone = known_zone(plan.season.zone)
    if not fresh or zone is None:
        return {}
    told = _told(plan, ledger)
    taken = {(entry.uid, entry.slot[0]) for entry in ledger.values() if entry.slot}
    found: dict[DeliveryId, NamedSlot] = {}
    for series, deliveries in fresh.items():
        waiting = sorted(deliveries, key=lambda one: (one.date or datetime.date.min, one.start or 0, one.id))
        for master in told.get(series, ()):
            waiting = _placed(waiting, master, plan.season.zone, taken, found)
        record = plan.series.get(series)
        while founding and record is not None and len(waiting) >= _FEWEST:
            begun = _begun(record, waiting, zone)
            left = waiting if begun is None else _placed(waiting, begun, plan.season.zone, taken, found)
            if len(left) == len(waiting):
                break
            waiting = left
    return found


def days_of_slot(slot: Slot) -> tuple[datetime.date, ...]:
    """Every day that the rule of an event that repeats names."""
    first = datetime.date.fromisoformat(slot.starts[:8])
    try:
        return days_of_rule(slot.rule, first, datetime.date.max - datetime.timedelta(days=2))
    except RefusedInput:  # a ledger of another program
        return (first,)


def _fits_a_rule(delivery: Delivery) -> bool:
    return is_plain(delivery) and (delivery.start or 0) < DAY and delivery.status is not Status.IDEA


def _told(plan: Plan, ledger: Mapping[DeliveryId, LedgerEntry]) -> dict[SeriesId, list[NamedSlot]]:
    """The events that repeat which calendars have of each series."""
    found: dict[SeriesId, dict[str, NamedSlot]] = {}
    for name, entry in ledger.items():
        if entry.slot and (delivery := plan.deliveries.get(name)) is not None and delivery.series is not None:
            found.setdefault(delivery.series, {}).setdefault(entry.uid, NamedSlot(entry.uid, Slot(*entry.slot)))
    return {series: [masters[uid] for uid in sorted(masters)] for series, masters in found.items()}


def _placed(
    waiting: Iterable[Delivery],
    master: NamedSlot,
    zone: str,
    taken: set[tuple[str, str]],
    found: dict[DeliveryId, NamedSlot],
) -> list[Delivery]:
    """Put into an event what belongs to it; what is left over."""
    days = set(days_of_slot(master.slot))
    left = []
    for one in waiting:
        starts, ends = _walls(one, datetime.date.fromisoformat(master.slot.starts[:8]))
        own = _walls(one, one.date or datetime.date.min)[0]
        fits = (starts, ends, zone) == (master.slot.starts, master.slot.ends, master.slot.zone) and one.date in days
        if not fits or (master.uid, own) in taken:
            left.append(one)
            continue
        taken.add((master.uid, own))
        found[one.id] = NamedSlot(master.uid, master.slot._replace(recurrence=own, own=""))
    return left


def _begun(series: Series, waiting: list[Delivery], zone: ZoneInfo) -> NamedSlot | None:
    """A new event for the hours that most of the dates have; None where no rule says them exactly."""
    if not series.rule or series.first_day is None:
        return None
    hours, _count = Counter((one.start, one.end) for one in waiting).most_common(1)[0]
    alike = [one for one in waiting if (one.start, one.end) == hours]
    last = alike[-1].date or series.first_day
    try:
        days = days_of_rule(series.rule, series.first_day, last)
        rule = _counted(series.rule, len(days))
        is_exact = days_of_rule(rule, days[0], datetime.date.max - datetime.timedelta(days=2)) == days
    except RefusedInput:
        return None
    start, end = hours
    ruled = {one.date for one in alike}.intersection(days)
    if start is None or not is_exact or len(ruled) < _FEWEST:
        return None
    if not all(keeps_its_clock(day, start, end, zone) for day in days):
        return None
    starts, ends = _walls(alike[0], days[0])
    slot = Slot(starts, rule, starts, ends, zone.key)
    return NamedSlot(derived_id("repeating", series.id, *slot), slot)


def _walls(delivery: Delivery, day: datetime.date) -> tuple[str, str]:
    ordinal = day.toordinal()
    return wall_text(ordinal, delivery.start or 0), wall_text(ordinal, delivery.end or 0)


def _counted(rule: str, count: int) -> str:
    """The rule with an end that is a number of dates: UNTIL would have to be said in UTC."""
    text = rule.strip().removeprefix("RRULE:").upper()
    kept = [part for part in text.split(";") if part and part.partition("=")[0] not in ("COUNT", "UNTIL")]
    return ";".join((*kept, f"COUNT={count}"))
