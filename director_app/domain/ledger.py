"""What calendars were ever told: one entry per delivery that was exported, kept outside undo.

A calendar program recognises an event by its UID and believes the higher SEQUENCE (RFC 5545, section 3.8.7.4; RFC 5546,
section 2.1.4). So UIDs never change, SEQUENCE and LAST-MODIFIED never fall, and what vanished is said to be cancelled,
also when the user only took a step back. `entries_after_export` decides all that; nothing here reads or writes a file.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from director_app.domain.fields import WRONG_TYPE, from_plain
from director_app.domain.ids import DeliveryId, derived_id
from director_app.domain.ledger_facts import Facts, FactsReader, Names
from director_app.domain.meeting_dates import plain_title, told_id, with_meetings
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import known_zone

BAD_MOMENT: Final = "{where}: “{value}” is not a moment such as 20251014T050000Z."
BAD_COUNT: Final = "{where}: {value} is out of range."

_MOMENT: Final = re.compile(r"\d{8}T\d{6}Z", re.ASCII)
#: Wall times, and names of parts, as calendars get them: a broken one would break the calendar.
_WALL: Final = re.compile(r"(?:\d{8}(?:T\d{6})?)?", re.ASCII)
_PART: Final = re.compile(r"\*|\d{8}(?:-\d+)?", re.ASCII)
_STARTS: Final = re.compile(r"\d{8}T\d{6}", re.ASCII)
_RULE: Final = re.compile(r"FREQ=[A-Z]+(?:;[A-Z]+=[A-Z0-9,+-]+)*", re.ASCII)
_ZONE: Final = re.compile(r"[A-Za-z0-9_+/-]{1,64}", re.ASCII)
_OWN: Final = re.compile("own")
_OWN_ID: Final = re.compile(r"[0-9a-f]{32}")


class LedgerEntry(NamedTuple):
    """What calendars were told about one delivery. Every field is a text, a whole number, a flag or a list of texts.

    Plan files keep the fields in this order (`entry_text`): new ones go to the end and have a default.
    """

    delivery: DeliveryId
    uid: str
    sequence: int = 0
    #: Moment of the last change in UTC, "20251014T050000Z"; as text these sort by time.
    last_modified: str = ""
    #: Time, place and status as last exported; SEQUENCE rises when it changes.
    schedule: str = ""
    #: Digest of everything any calendar shows; LAST-MODIFIED rises when it changes.
    shown: str = ""
    #: Facts as last published, for the CANCELLED event of what is gone: title, wall times ("20251014T121000" or, for
    #: whole days, "20251014"; the end is empty when none is known), zone and place.
    title: str = ""
    title_en: str = ""
    starts: str = ""
    ends: str = ""
    zone: str = ""
    location: str = ""
    #: Events that public calendars were ever given: "*" for the whole delivery, a date for one day of an exhibition.
    parts: tuple[str, ...] = ()
    #: The same for internal calendars.
    internal_parts: tuple[str, ...] = ()
    #: Dates, programme, places, area, strand and artists as last published (dates/first/last, kind/id): what a filter
    #: finds it by.
    subjects: tuple[str, ...] = ()
    #: Whether the delivery is no longer in the plan.
    is_gone: bool = False
    #: Earlier subjects that public calendars were given, each a list joined by line ends: a calendar with a filter
    #: must take away what it once held.
    told: tuple[str, ...] = ()
    #: The same for internal calendars.
    internal_told: tuple[str, ...] = ()
    #: Which date of an event that repeats it was given out as (`ledger_series.Slot`); empty: as an event of its own.
    slot: tuple[str, ...] = ()

    def ever(self, *, internal: bool) -> Iterator[Collection[str]]:
        """The subjects that calendars of a flavour were ever given, the last ones first."""
        yield self.subjects
        for joined in self.internal_told if internal else self.told:
            yield joined.split("\n")


def entry_text(entry: LedgerEntry) -> str:
    """The entry as one line, as a plan file keeps it: the fields in their order as a JSON list."""
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"))


def entry_of_text(text: str) -> LedgerEntry:
    """The entry of a line that `entry_text` made; what comes from elsewhere goes through `entry_from_plain`."""
    fields, _end = _read_json(text)
    for place in _LISTS:
        if place < len(fields):  # lines of older files are shorter
            fields[place] = tuple(fields[place])
    return LedgerEntry(*fields)


#: Straight to the reader: a season's ledger is 52,000 lines.
_read_json: Final = json.JSONDecoder().raw_decode
_LIST_NAMES: Final = ("parts", "internal_parts", "subjects", "told", "internal_told", "slot")
_LISTS: Final = tuple(map(LedgerEntry._fields.index, _LIST_NAMES))


def entry_from_plain(plain: object, where: str) -> LedgerEntry:
    """The entry of a plain (JSON) form; `fields.to_plain` makes that form.

    Raises:
        RefusedInput: naming the place and what is wrong with it.
    """
    entry: LedgerEntry = from_plain(LedgerEntry, plain, where)
    if not _MOMENT.fullmatch(entry.last_modified):
        raise RefusedInput(BAD_MOMENT, where=f"{where}.last_modified", value=entry.last_modified[:80])
    if not 0 <= entry.sequence < 2**31:
        raise RefusedInput(BAD_COUNT, where=f"{where}.sequence", value=entry.sequence)
    for name, form, values in (
        ("starts", _WALL, (entry.starts,)),
        ("ends", _WALL, (entry.ends,)),
        ("parts", _PART, entry.parts),
        ("internal_parts", _PART, entry.internal_parts),
        *_slot_forms(entry.slot),
    ):
        for value in values:
            if not form.fullmatch(value):
                raise RefusedInput(WRONG_TYPE, where=f"{where}.{name}", value=value[:80], expected="moment")
    if entry.zone and known_zone(entry.zone) is None:
        raise RefusedInput(WRONG_TYPE, where=f"{where}.zone", value=entry.zone[:80], expected="zone")
    return entry


def _slot_forms(slot: tuple[str, ...]) -> Iterator[tuple[str, re.Pattern[str], tuple[str, ...]]]:
    """What the texts of a slot must look like: a time, a rule, two times, a zone, and whether it is its own."""
    if slot:
        forms = (_STARTS, _RULE, _STARTS, _STARTS, _ZONE, _OWN)
        values = slot if 5 <= len(slot) <= 6 else ("",)
        yield from (("slot", form, (value,)) for form, value in zip(forms, values, strict=False))


def entries_after_export(
    plan: Plan,
    ledger: Mapping[DeliveryId, LedgerEntry],
    now: datetime.datetime,
    exported: Collection[DeliveryId] | None = None,
    *,
    internal: bool = False,
) -> dict[DeliveryId, LedgerEntry]:
    """The whole ledger as it is once the plan has been exported at `now` (with a zone).

    `exported` are the deliveries that are exported for the first time if they were not before; None means all. Every
    delivery the ledger already knows is brought up to date, exported or not. Entries that stay as they were are the
    same objects, so that a store need only write those that are new. Meetings of the council are told internally only.
    """
    meetings = frozenset() if internal else frozenset(map(told_id, plan.meetings.values()))
    plan = with_meetings(plan, plain_title)
    reader = FactsReader(plan)
    moment = moment_text(now)
    after = {identity: _gone(entry, moment) for identity, entry in ledger.items() if identity not in plan.deliveries}
    for identity, delivery in plan.deliveries.items():
        entry = ledger.get(identity)
        is_exported = (exported is None or identity in exported) and identity not in meetings
        if entry is None and not is_exported:
            continue
        facts = reader.facts(delivery)
        if entry is None:
            if not is_shown(facts, internal=internal):
                continue
            entry = _first(plan, identity, facts, reader.names(delivery), moment)
        elif entry.is_gone or entry.shown != facts.shown or entry.schedule != facts.schedule:
            entry = _updated(entry, facts, reader.names(delivery), moment)
        after[identity] = _with_parts(entry, facts, internal=internal) if is_exported else entry
    return after


def further(here: LedgerEntry, there: LedgerEntry) -> LedgerEntry:
    """One entry of what two copies of a plan told about the same delivery; `here` itself when it knows all of it.

    The numbers are those of the copy that is further; the UID stays, and whatever either was given out is remembered.
    """
    is_behind = (there.sequence, there.last_modified) > (here.sequence, here.last_modified)
    last, other = (there, here) if is_behind else (here, there)
    told, internal_told = other.told, other.internal_told
    if other.subjects and other.subjects != last.subjects:
        earlier = ("\n".join(other.subjects),)
        told += earlier if other.parts else ()
        internal_told += earlier if other.internal_parts else ()
    entry = last._replace(
        uid=here.uid,
        slot=max(here.slot, there.slot) if here.slot[:5] == there.slot[:5] else here.slot,
        last_modified=max(here.last_modified, there.last_modified),
        parts=_both(last.parts, other.parts),
        internal_parts=_both(last.internal_parts, other.internal_parts),
        told=_both(last.told, told),
        internal_told=_both(last.internal_told, internal_told),
    )
    return here if entry == here else entry


def _both(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return one if set(one) >= set(other) else tuple(sorted({*one, *other}))


def moment_text(now: datetime.datetime) -> str:
    """A moment in UTC as calendars write it: "20251014T050000Z"."""
    utc = now.astimezone(datetime.UTC)
    return f"{utc.year:04d}{utc.month:02d}{utc.day:02d}T{utc.hour:02d}{utc.minute:02d}{utc.second:02d}Z"


def uid_of(plan: Plan, delivery: DeliveryId) -> str:
    """The UID of a delivery that was never exported: its identity when that is one of ours, else one made from it."""
    return delivery if _OWN_ID.fullmatch(delivery) else derived_id("calendar", plan.season.title, delivery)


def is_shown(facts: Facts, *, internal: bool) -> bool:
    """Whether calendars of a flavour show these facts: there is a date, and ideas are nobody's business."""
    return bool(facts.parts) and (internal or not facts.is_idea)


def _first(plan: Plan, delivery: DeliveryId, facts: Facts, names: Names, moment: str) -> LedgerEntry:
    return LedgerEntry(
        delivery,
        uid_of(plan, delivery),
        0,
        moment,
        facts.schedule,
        facts.shown,
        names.title,
        names.title_en,
        facts.starts,
        facts.ends,
        names.zone,
        names.location,
        subjects=names.subjects,
    )


def _updated(entry: LedgerEntry, facts: Facts, names: Names, moment: str) -> LedgerEntry:
    is_kept = not facts.parts or (facts.is_idea and bool(entry.parts))
    # What enters or leaves a calendar with a filter changes its STATUS there.
    is_rescheduled = entry.is_gone or entry.schedule != facts.schedule or is_kept or entry.subjects != names.subjects
    risen = entry._replace(
        sequence=entry.sequence + is_rescheduled,
        last_modified=risen_moment(entry.last_modified, moment),
        is_gone=False,
    )
    if is_kept:  # its CANCELLED event says what was published last
        if facts.parts:
            risen = risen._replace(internal_told=_joined(entry.internal_told, names.subjects))
        return risen._replace(schedule=facts.schedule, shown=facts.shown)
    if entry.subjects != names.subjects:
        risen = risen._replace(
            told=_joined(entry.told, entry.subjects) if entry.parts else entry.told,
            internal_told=_joined(entry.internal_told, entry.subjects) if entry.internal_parts else entry.internal_told,
        )
    return _with_facts(risen, facts, names)


def _joined(told: tuple[str, ...], subjects: tuple[str, ...]) -> tuple[str, ...]:
    return _both(told, ("\n".join(subjects),))


def _gone(entry: LedgerEntry, moment: str) -> LedgerEntry:
    if entry.is_gone:
        return entry
    risen = risen_moment(entry.last_modified, moment)
    return entry._replace(is_gone=True, sequence=entry.sequence + 1, last_modified=risen)


def _with_facts(entry: LedgerEntry, facts: Facts, names: Names) -> LedgerEntry:
    return entry._replace(
        schedule=facts.schedule, shown=facts.shown, starts=facts.starts, ends=facts.ends, **names._asdict()
    )


def _with_parts(entry: LedgerEntry, facts: Facts, *, internal: bool) -> LedgerEntry:
    if not is_shown(facts, internal=internal):
        return entry
    ever = entry.internal_parts if internal else entry.parts
    if ever == facts.parts:
        return entry
    joined = _both(ever, facts.parts)
    if joined == ever:
        return entry
    return entry._replace(internal_parts=joined) if internal else entry._replace(parts=joined)


def risen_moment(last: str, moment: str) -> str:
    """The later of now and a second after the last change: clocks are set back, and two exports fit in a second."""
    if moment > last:
        return moment
    then = datetime.datetime.strptime(last, "%Y%m%dT%H%M%SZ").replace(tzinfo=datetime.UTC)
    return moment_text(then + datetime.timedelta(seconds=1))
