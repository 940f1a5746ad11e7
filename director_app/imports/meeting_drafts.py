"""Meetings of the council that come back from a calendar: when they were moved, and nothing else."""

from __future__ import annotations

from typing import Any

from director_app.domain.council import Meeting
from director_app.domain.meeting_dates import told_id
from director_app.domain.plan import Plan
from director_app.imports.charge_fields import SHEETS
from director_app.imports.drafts import Draft
from director_app.imports.ical_files import ReadCalendar, ReadEvent


def without_meetings(plan: Plan, file: str, calendar: ReadCalendar) -> tuple[ReadCalendar, tuple[Draft, ...]]:
    """A calendar without the meetings that our own one has, and a draft for each of these that is not called off."""
    ours = {str(told_id(one)): one for one in plan.meetings.values()}
    found = tuple(event for event in calendar.found if event.uid not in ours)
    drafts = tuple(
        _draft(file, number, event, ours[event.uid])
        for number, event in enumerate(calendar.found, 1)
        if event.uid in ours and not event.is_cancelled
    )
    return calendar._replace(found=found), drafts


def _draft(file: str, number: int, event: ReadEvent, meeting: Meeting) -> Draft:
    facts: dict[str, Any] = {name: getattr(meeting, name) for name in SHEETS["meetings"].key}
    when = {"date": event.days.first, "start": event.times.start, "end": event.times.end}
    return Draft("meetings", file, "", number, facts | when, source=file)
