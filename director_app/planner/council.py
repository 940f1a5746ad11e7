"""What follows from the records of the council: who had a vote, whether there was a quorum, which conditions stand."""

from __future__ import annotations

import datetime
from typing import Final

from director_app.domain.council import CouncilMember, Decision, DecisionState, Meeting
from director_app.domain.plan import Plan

NEAR: Final = datetime.timedelta(days=14)
"""A condition is spoken of this long before it is due."""


def meetings_in_order(plan: Plan) -> list[Meeting]:
    """Every meeting by date and number; those without a date last."""
    last = datetime.date.max
    return sorted(plan.meetings.values(), key=lambda one: (one.date or last, one.number or 0, one.id))


def sitting(plan: Plan, day: datetime.date | None) -> list[CouncilMember]:
    """Who sits on the council on a day, by body and name; everybody when the day is not known."""
    found = [one for one in plan.council_members.values() if day is None or _sits(one, day)]
    return sorted(found, key=lambda one: (one.body, one.name, one.id))


def votes_present(plan: Plan, meeting: Meeting) -> int:
    """How many with a vote were there."""
    return sum(1 for one in sitting(plan, meeting.date) if one.is_voting and one.id in meeting.attended)


def quorum_of(plan: Plan, meeting: Meeting) -> int:
    """How many with a vote must be there: as written, else more than half of those who sit on that day."""
    if meeting.quorum is not None:
        return meeting.quorum
    return sum(1 for one in sitting(plan, meeting.date) if one.is_voting) // 2 + 1


def decisions_of(plan: Plan, meeting: Meeting) -> list[Decision]:
    """What a meeting decided, what is due first at the head."""
    return [one for one in in_order(plan) if one.meeting == meeting.id]


def in_order(plan: Plan) -> list[Decision]:
    """Every decision, what is due first at the head."""
    last = datetime.date.max
    return sorted(plan.decisions.values(), key=lambda one: (one.due or last, one.text, one.id))


def open_conditions(plan: Plan) -> list[Decision]:
    """Decisions whose condition still stands, what is due first at the head."""
    return [one for one in in_order(plan) if one.condition and one.state is DecisionState.OPEN]


def conditions_due(plan: Plan, today: datetime.date) -> list[Decision]:
    """Open conditions that are late or due soon."""
    return [one for one in open_conditions(plan) if one.due is not None and one.due <= today + NEAR]


def _sits(member: CouncilMember, day: datetime.date) -> bool:
    return (member.since is None or member.since <= day) and (member.until is None or day <= member.until)
