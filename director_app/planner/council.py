"""What follows from the records of the council: who had a vote, whether there was a quorum, which conditions stand."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, Final

from director_app.domain.council import CouncilMember, Decision, DecisionState, Meeting
from director_app.domain.facts import Subject
from director_app.domain.ids import VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import end_minute
from director_app.planner.ground import Ground
from director_app.planner.problems import DEFAULT_LEVELS, Level, Problem, ProblemKind, found_in
from director_app.planner.rain import shelter_of

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


def against_the_council(ground: Ground, delivery: Delivery) -> Iterator[Problem]:
    """A date that does not keep the rule of a decision, as planned or in rain; the problem names the decision."""
    plan = ground.plan
    for decision in plan.decisions.values():
        if decision.rule.is_empty:
            continue
        wet: dict[str, Any] = {}
        if not _binds(ground, decision, delivery, delivery.venue):
            if decision.venue is None or not _binds(ground, decision, delivery, shelter_of(plan, delivery)):
                continue
            wet = {"in_rain": True}
        broken = tuple(_broken(plan, decision, delivery))
        if broken:
            yield found_in(ProblemKind.COUNCIL_RULE, delivery, ("decisions", decision.id), broken=broken, **wet)


def conditions_waiting(ground: Ground) -> Iterator[Problem]:
    """Conditions of the council that are late or due soon; late ones press."""
    if ground.today is None:
        return
    for one in conditions_due(ground.plan, ground.today):
        days = ground.days_to(one.due)
        level = Level.NOTE if days is not None and days > 0 else DEFAULT_LEVELS[ProblemKind.CONDITION_DUE]
        data = (("day", one.due), ("days", days))
        yield Problem(ProblemKind.CONDITION_DUE, level, (Subject("decisions", one.id),), data)


def _binds(ground: Ground, decision: Decision, delivery: Delivery, place: VenueId | None) -> bool:
    """Whether a decision speaks of a date that takes place there."""
    if decision.state is DecisionState.VOID:
        return False
    if decision.expires is not None and delivery.date is not None and delivery.date > decision.expires:
        return False
    if decision.delivery is not None and decision.delivery != delivery.id:
        return False
    if decision.programme is not None and decision.programme != delivery.programme:
        return False
    return decision.venue is None or any(one.id == decision.venue for one in ground.wholes(place))


def _broken(plan: Plan, decision: Decision, delivery: Delivery) -> Iterator[tuple[str, Any]]:
    """The parts of the rule that the date does not keep, with what the rule says."""
    rule = decision.rule
    if rule.not_before is not None and delivery.start is not None and delivery.start < rule.not_before:
        yield "not_before", rule.not_before
    end, _assumed = end_minute(plan, delivery)
    ends = delivery.start if end is None else end
    if rule.ends_by is not None and ends is not None and ends > rule.ends_by:
        yield "ends_by", rule.ends_by
    if rule.most_heads is not None and (delivery.expected_heads or 0) > rule.most_heads:
        yield "most_heads", rule.most_heads
    if rule.weekdays and delivery.date is not None and delivery.date.weekday() not in rule.weekdays:
        yield "weekdays", rule.weekdays


def _sits(member: CouncilMember, day: datetime.date) -> bool:
    return (member.since is None or member.since <= day) and (member.until is None or day <= member.until)
