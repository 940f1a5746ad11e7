"""Events of other people's calendars -> drafts of deliveries. Each keeps the identity its calendar gave it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from director_app.domain.ids import derived_id
from director_app.domain.programme import Delivery, Status
from director_app.domain.timeline import WallMinute
from director_app.imports import field_names as names
from director_app.imports.drafts import Draft
from director_app.imports.ical_files import ReadCalendar, ReadEvent
from director_app.imports.reading import SourceReading
from director_app.imports.remarks import Remark, remark
from director_app.imports.written_times import TimeSpan
from director_app.wording import message

NO_TITLE: Final = message("The event has no title; it was left out.")
ALL_DAY: Final = message("“{title}” lasts all day; its times stay undecided.")


class OwnDate(NamedTuple):
    """A delivery of ours that calendars have."""

    delivery: Delivery
    #: Whether it is one date of an event that repeats; else an event that repeats is opening hours.
    is_one_of_many: bool = False


def read_events(file: str, calendar: ReadCalendar, ours: Mapping[str, OwnDate]) -> SourceReading:
    """One draft for each event as it takes place, numbered from 1.

    `ours` are our deliveries by their UID, and by UID and date ("uid/2025-10-14") where they are dates of an event
    that repeats. An event that we gave out ourselves says where it was moved to and whether it is cancelled. Its title
    and place are put together from the plan: its words count only where what we said stands beside them, as in what
    comes back from a calendar server. Opening hours, which we give out as a series, and what is postponed, which we
    give out where it went, say nothing.
    """
    told = [event for event in calendar.found if not _is_put_together(event, _own(event, ours))]
    drafts = tuple(_draft(file, number, event, ours) for number, event in enumerate(told, 1))
    return SourceReading((), drafts, calendar.remarks, 0, events=calendar.events)


def _own(event: ReadEvent, ours: Mapping[str, OwnDate]) -> OwnDate | None:
    return ours.get(f"{event.uid}/{event.recurrence}") or ours.get(event.uid)


def _is_put_together(event: ReadEvent, own: OwnDate | None) -> bool:
    if own is None:
        return False
    return (bool(event.recurrence) and not own.is_one_of_many) or own.delivery.status is Status.POSTPONED


def _draft(file: str, number: int, event: ReadEvent, ours: Mapping[str, OwnDate]) -> Draft:
    date = _own(event, ours)
    own = date.delivery if date is not None else None
    facts: dict[str, Any] = {
        "occurrences": ((event.days, _as_long_as(own, event.times) if own else event.times),),
        "status": Status.CANCELLED if event.is_cancelled else None,
    }
    remarks: list[Remark] = []
    if date is not None:
        facts |= _changed_words(event, date)
    else:
        facts |= {"title": event.title, "venue": event.place, "note": event.note, "artists": event.artists}
        if event.title and event.times.start is None:
            remarks.append(remark(ALL_DAY, title=event.title))
    refused = None if own or event.title else remark(NO_TITLE).at(file, "", number)
    key = derived_id("event", event.uid, event.recurrence) if event.uid else ""
    return Draft(
        names.DELIVERIES, file, "", number, facts, tuple(one.at(file, "", number) for one in remarks),
        refused=refused, identity=own.id if own else (key and derived_id("delivery", "event", key)), source=file,
    )  # fmt: skip


def _changed_words(event: ReadEvent, own: OwnDate) -> dict[str, Any]:
    """What somebody wrote otherwise: another title or part of it, another place, more in the note."""
    if not event.was or event.is_cancelled:
        return {}
    title, place, note, field = event.was
    found: dict[str, Any] = {}
    if event.title and event.title != title:
        suffix = next((one for one in _suffixes(own.delivery) if title.endswith(f" {one}")), "")
        programme = title.removesuffix(f" {suffix}") if suffix else title
        if event.title.startswith(f"{programme} "):
            found["suffix"] = event.title.removeprefix(programme).strip()
        elif event.title != programme:
            found["title"] = event.title.removesuffix(f" {suffix}").strip() if suffix else event.title
    if event.place and event.place != place:
        found["venue"] = _own_part(event.place, place)
    if event.note != note:
        known = own.delivery.internal_note if field == "internal_note" else own.delivery.public_note
        if written := note_written(note, event.note, known):
            found["note" if field == "internal_note" else "public_note"] = written
    return found


def _suffixes(delivery: Delivery) -> list[str]:
    return [one for one in (delivery.title_suffix_en, delivery.title_suffix) if one]


def _own_part(now: str, was: str) -> str:
    """The place alone: area and address that we said after it stay where they are."""
    said, before = now.split(", "), was.split(", ")
    while len(said) > 1 and len(before) > 1 and said[-1] == before[-1]:
        said.pop()
        before.pop()
    return ", ".join(said)


def note_written(was: str, now: str, known: str) -> str:
    """The note of the plan as a description that was changed has it; "" when only other lines of it were changed.

    Lines that the plan puts together are no note. A note may stand behind a word of ours ("Internal note: ...").
    """
    before, own = was.splitlines(), known.splitlines()
    headed = next((line for line in before if own and line.endswith(f": {own[0]}")), "")
    head = headed.removesuffix(own[0]) if headed else ""
    kept = []
    for line in now.splitlines():
        text = line.removeprefix(head) if head else line
        if text in own or line not in before:
            kept.append(text)
    written = "\n".join(kept).strip()
    return "" if written == known.strip() else written


def _as_long_as(own: Delivery, times: TimeSpan) -> TimeSpan:
    """The times of an event of ours; one that lost its end lasts as long as it did."""
    if times.start is None or times.end is not None or own.start is None or own.end is None:
        return times
    return times._replace(end=WallMinute(times.start + own.end - own.start))
