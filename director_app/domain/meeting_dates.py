"""Meetings of the council as deliveries of their own kind: what schedules draw, and what own calendars are told.

They are never in the plan's table of deliveries, so that no count, no public print and no public calendar knows them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from director_app.domain.council import Meeting
from director_app.domain.edits import Edit, Remove
from director_app.domain.ids import DeliveryId, MeetingId, derived_id
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Delivery, Status

#: What a meeting is called.
Called = Callable[[Meeting], str]
#: Before the id of a meeting where keys of dates of all kinds stand together.
MEETING: Final = "meeting:"
_PLACING: Final = ("date", "start", "end", "venue")


def told_id(meeting: Meeting) -> DeliveryId:
    """What calendars know a meeting by; no delivery can have it."""
    return DeliveryId(derived_id("meeting", meeting.id))


def as_delivery(meeting: Meeting, identity: DeliveryId, title: str) -> Delivery:
    """The meeting as a schedule or a calendar shows a date; its agenda is what it says below."""
    return Delivery(
        identity,
        title_suffix=title,
        venue=meeting.venue,
        date=meeting.date,
        start=meeting.start,
        end=meeting.end,
        status=Status.CONFIRMED,
        public_note="\n".join(meeting.agenda),
    )


def key_of(meeting: Meeting) -> DeliveryId:
    """What a meeting is known by where dates of all kinds are drawn and moved."""
    return DeliveryId(MEETING + meeting.id)


def meeting_of(plan: Plan, key: str) -> Meeting | None:
    """The meeting behind such a key; None for every other key."""
    return plan.meetings.get(MeetingId(key.removeprefix(MEETING))) if key.startswith(MEETING) else None


@dataclass(frozen=True, slots=True)
class OfAllKinds:
    """An edit of dates among which meetings may stand by their keys: what places or removes one, does so to it."""

    edit: Edit

    def changes(self, plan: Plan) -> list[RecordChange]:
        """The changes of the edit, those of meetings written to the meetings; of these only time and place change.

        Raises:
            RefusedEdit: as the edit does.
        """
        if not plan.meetings:
            return list(self.edit.changes(plan))
        standing = {key_of(one): one for one in plan.meetings.values()}
        beside = [RecordChange("deliveries", key, None, as_delivery(one, key, "")) for key, one in standing.items()]
        found: list[RecordChange] = []
        for change in self.edit.changes(plan.with_changes(beside)):
            meeting = standing.get(DeliveryId(change.id))
            if meeting is None:
                found.append(change)
            elif change.after is None:
                found += Remove("meetings", meeting.id).changes(plan)
            else:
                placed = meeting._replace(**{name: getattr(change.after, name) for name in _PLACING})
                found.append(RecordChange("meetings", meeting.id, meeting, placed))
        return found


def with_meetings(plan: Plan, called: Called) -> Plan:
    """A plan for own calendars, in which meetings with a date stand among the deliveries."""
    dated = [one for one in plan.meetings.values() if one.date is not None]
    found = (as_delivery(one, told_id(one), called(one)) for one in dated)
    return plan.with_changes([RecordChange("deliveries", one.id, None, one) for one in found]) if dated else plan


def plain_title(meeting: Meeting) -> str:
    """The title as it was typed, in no language; calendars keep it for what is called off."""
    return meeting.title
