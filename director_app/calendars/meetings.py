"""The meetings of the council in the director's own calendar of everything; no other calendar has them."""

from __future__ import annotations

from director_app.calendars.options import CalendarOptions
from director_app.domain.council import Meeting
from director_app.domain.meeting_dates import plain_title, with_meetings
from director_app.domain.plan import Plan
from director_app.wording import Wording


def shown_plan(plan: Plan, options: CalendarOptions, wording: Wording | None = None) -> Plan:
    """The plan that a calendar with these options is made from: with the meetings only where they belong."""
    if not (options.internal and options.scope.is_everything):
        return plan

    def called(meeting: Meeting) -> str:
        return plain_title(meeting) if wording is None else meeting_title(wording, meeting)

    return with_meetings(plan, called)


def meeting_title(wording: Wording, meeting: Meeting) -> str:
    """What a meeting is called in a list of dates of all kinds."""
    title = meeting.title or wording.text("Meeting")
    if meeting.number is None:
        return title
    return wording.text("Council, meeting {n}: {title}", n=meeting.number, title=title)
