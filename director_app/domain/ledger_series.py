"""Dates that calendars were given as one event that repeats: which date of it each is, and the numbers they share.

Such an event is one UID with a rule; a date of it is known by that UID and its RECURRENCE-ID (RFC 5545, section
3.8.4.4), for ever, as any other delivery is by its own UID. All of it has one SEQUENCE: programs that keep an object
whole and programs that keep its dates apart then both believe the last one.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import LedgerEntry, entries_after_export, moment_text, risen_moment
from director_app.domain.ledger_facts import FactsReader
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import WHOLE, is_plain

#: What is on a date's own slot once it may differ from the others of its series.
OWN: Final = "own"
#: The part of a date that became opening hours, which no single date of a series can say.
HOURS_PART: Final = "-0"


class Slot(NamedTuple):
    """One date of an event that repeats, frozen when it was first given out. Wall times "20251014T190000"."""

    #: RECURRENCE-ID: when the rule says that it starts.
    recurrence: str
    #: RRULE, and start, end and zone of the event that repeats.
    rule: str
    starts: str
    ends: str
    zone: str
    #: `OWN` once this date was ever different from the others, "" until then: from then on it is always said itself.
    own: str = ""

    @property
    def day(self) -> datetime.date:
        """The date of the rule."""
        return datetime.date.fromisoformat(self.recurrence[:8])


class NamedSlot(NamedTuple):
    """A slot and the UID of the event it is a date of."""

    uid: str
    slot: Slot


def told_name(entry: LedgerEntry, part: str) -> str:
    """The UID of a part of a delivery: the whole of it has that of the entry."""
    if part == WHOLE:
        return entry.uid
    return f"{entry.uid}-{entry.slot[0][:8]}-{part}" if entry.slot else f"{entry.uid}-{part}"


def hours_part(entry: LedgerEntry) -> str:
    """The part of a date of a series that became opening hours."""
    return entry.slot[0][:8] + HOURS_PART


def ledger_after_export(
    plan: Plan,
    ledger: Mapping[DeliveryId, LedgerEntry],
    now: datetime.datetime,
    exported: Collection[DeliveryId] | None = None,
    slots: Mapping[DeliveryId, NamedSlot] | None = None,
    *,
    internal: bool = False,
) -> dict[DeliveryId, LedgerEntry]:
    """`ledger.entries_after_export` where dates may be given out as dates of one event that repeats.

    `slots` are those that are given out so for the first time; those that were stay what they were.
    """
    after = entries_after_export(plan, ledger, now, exported, internal=internal)
    for name, (uid, slot) in (slots or {}).items():
        if name in after and name not in ledger:
            after[name] = after[name]._replace(uid=uid, slot=tuple(slot[:5]))
    groups: dict[str, list[DeliveryId]] = {}
    for name, entry in after.items():
        if entry.slot:
            groups.setdefault(entry.uid, []).append(name)
    if groups:
        reader, moment = FactsReader(plan), moment_text(now)
        for names in groups.values():
            _mark_own(plan, names, after, reader)
            _number(names, ledger, after, moment)
    return after


def _number(
    names: list[DeliveryId],
    before: Mapping[DeliveryId, LedgerEntry],
    after: dict[DeliveryId, LedgerEntry],
    moment: str,
) -> None:
    """Bring the entries of one event to the same numbers, above all that any of them had."""
    is_still = all(after[name] is before.get(name) for name in names)
    if is_still and len({(after[name].sequence, after[name].last_modified) for name in names}) == 1:
        return
    known = [before[name] for name in names if name in before]
    sequence = max((entry.sequence for entry in known), default=-1) + 1
    modified = max(moment, *(after[name].last_modified for name in names))
    if known:
        modified = risen_moment(max(entry.last_modified for entry in known), modified)
    for name in names:
        after[name] = after[name]._replace(sequence=sequence, last_modified=modified)


def _mark_own(plan: Plan, names: list[DeliveryId], after: dict[DeliveryId, LedgerEntry], reader: FactsReader) -> None:
    alike: dict[DeliveryId, str] = {}
    for name in names:
        delivery, entry = plan.deliveries.get(name), after[name]
        if delivery is None or delivery.date is None:
            continue
        if delivery.until is not None or delivery.hours or delivery.exceptions:
            after[name] = entry = _with_hours(entry)
        if len(entry.slot) == len(Slot._fields) - 1 and delivery.status is not Status.IDEA:
            alike[name] = _likeness(reader, delivery, Slot(*entry.slot), plan.season.zone)
    usual = Counter(one for one in alike.values() if one).most_common()
    most = min((one for one, count in usual if count == usual[0][1]), default="")
    for name, one in alike.items():
        if one != most or not most:
            after[name] = after[name]._replace(slot=(*after[name].slot, OWN))


def _with_hours(entry: LedgerEntry) -> LedgerEntry:
    part = hours_part(entry)
    parts, internal_parts = (
        tuple(sorted({*ever, part})) if ever else ever for ever in (entry.parts, entry.internal_parts)
    )
    if (parts, internal_parts) == (entry.parts, entry.internal_parts):
        return entry
    return entry._replace(parts=parts, internal_parts=internal_parts)


def _likeness(reader: FactsReader, delivery: Delivery, slot: Slot, zone: str) -> str:
    """What makes a date like the others of its series for everybody who reads it; "" when it is not where it belongs.

    What only the team reads is left aside: calendars of the team say every date itself.
    """
    if delivery.date != slot.day or zone != slot.zone or not is_plain(delivery):
        return ""
    first = datetime.date.fromisoformat(slot.starts[:8])
    public = delivery._replace(
        date=first, number="", internal_note="", confirmations=(), responsible="", expected_heads=None,
        setup_minutes=None, strike_minutes=None,
    )  # fmt: skip
    facts = reader.facts(public)
    return facts.shown if (facts.starts, facts.ends) == (slot.starts, slot.ends) else ""
