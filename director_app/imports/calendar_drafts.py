"""Events of other people's calendars -> drafts of deliveries. Each keeps the identity its calendar gave it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

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


def read_events(file: str, calendar: ReadCalendar, ours: Mapping[str, Delivery]) -> SourceReading:
    """One draft for each event as it takes place, numbered from 1; `ours` are our deliveries by their UID.

    An event that we gave out ourselves says where it was moved to and whether it is cancelled, and nothing else: its
    title and place are put together from the plan. Opening hours, which we give out as a series, and
    what is postponed, which we give out where it went, say nothing.
    """
    told = [event for event in calendar.found if not _is_put_together(event, ours.get(event.uid))]
    drafts = tuple(_draft(file, number, event, ours) for number, event in enumerate(told, 1))
    return SourceReading((), drafts, calendar.remarks, 0, events=calendar.events)


def _is_put_together(event: ReadEvent, own: Delivery | None) -> bool:
    return own is not None and (bool(event.recurrence) or own.status is Status.POSTPONED)


def _draft(file: str, number: int, event: ReadEvent, ours: Mapping[str, Delivery]) -> Draft:
    own = ours.get(event.uid)
    facts: dict[str, Any] = {
        "occurrences": ((event.days, _as_long_as(own, event.times) if own else event.times),),
        "status": Status.CANCELLED if event.is_cancelled else None,
    }
    remarks: list[Remark] = []
    if not own:
        facts |= {"title": event.title, "venue": event.place, "note": event.note, "artists": event.artists}
        if event.title and event.times.start is None:
            remarks.append(remark(ALL_DAY, title=event.title))
    refused = None if own or event.title else remark(NO_TITLE).at(file, "", number)
    key = derived_id("event", event.uid, event.recurrence) if event.uid else ""
    return Draft(
        names.DELIVERIES, file, "", number, facts, tuple(one.at(file, "", number) for one in remarks),
        refused=refused, identity=own.id if own else (key and derived_id("delivery", "event", key)), source=file,
    )  # fmt: skip


def _as_long_as(own: Delivery, times: TimeSpan) -> TimeSpan:
    """The times of an event of ours; one that lost its end lasts as long as it did."""
    if times.start is None or times.end is not None or own.start is None or own.end is None:
        return times
    return times._replace(end=WallMinute(times.start + own.end - own.start))
