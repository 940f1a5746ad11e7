"""What has to be filed and prepared before something outdoors or large, and by when: reminders, no verdicts."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Final, NamedTuple

from director_app.domain.facts import FallbackState, ReadyItem, Subject
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import plan_b_of
from director_app.domain.season import FilingRule
from director_app.planner.council import open_conditions
from director_app.planner.event_staff import SHORT_PRESSES, missing
from director_app.planner.overall import event_files
from director_app.planner.rain import is_outdoor
from director_app.planner.readiness import files_by_itself
from director_app.planner.spaces import duties_of

#: Days before from which on a place for rain should be ours, and contacts and staff be known.
READY_BEFORE: Final = 7


class DueKind(StrEnum):
    """What is due."""

    FILE_PLAN = "file_plan"
    FILE_CHANGES = "file_changes"
    SECURE_FALLBACK = "secure_fallback"
    GATE_PASSES = "gate_passes"
    READINESS = "readiness"
    CONDITION = "condition"
    SHIFT = "shift"
    DUTY = "duty"
    ENDS = "ends"


class Due(NamedTuple):
    """One thing to be done by a day, for a delivery or an event that begins on `first_day`, or for a record by itself.

    `text` says what, where the record has several such things; `open` what of the readiness list is not ticked.
    """

    kind: DueKind
    subject: Subject
    by: datetime.date
    first_day: datetime.date
    heads: int | None = None
    text: str = ""
    open: tuple[ReadyItem, ...] = ()
    #: By which rule a disaster plan is filed.
    rule: FilingRule | None = None


def due_dates(plan: Plan) -> tuple[Due, ...]:
    """Everything that falls due, in order of its day; what is an idea, over or called off has none."""
    found = [due for one in plan.deliveries.values() if _is_ahead(one) for due in _of_delivery(plan, one)]
    for event in plan.events.values():
        rule = event_files(plan, event) if event.status not in (Status.IDEA, Status.DELIVERED) else None
        if rule is not None and event.first_day:
            found += _filings(Subject("events", event.id), event.first_day, event.expected_heads, rule)
    found += _of_records(plan)
    return tuple(sorted(found, key=lambda one: (one.by, one.first_day, one.subject, one.kind, one.text)))


def ready_by(plan: Plan, delivery: Delivery) -> datetime.date | None:
    """By when the readiness list of a date outdoors should be done; None for what needs none."""
    if delivery.date is None or not delivery.status.takes_place or not is_outdoor(plan, delivery):
        return None
    return delivery.date - datetime.timedelta(READY_BEFORE)


def not_ready(delivery: Delivery) -> tuple[ReadyItem, ...]:
    """What of the readiness list is not ticked."""
    return tuple(item for item in ReadyItem if item not in delivery.ready)


def _of_records(plan: Plan) -> list[Due]:
    """Conditions of the council, shifts that lack people, duties, and calls and terms that end."""
    found = [
        Due(DueKind.CONDITION, Subject("decisions", one.id), one.due, one.due)
        for one in open_conditions(plan)
        if one.due is not None
    ]
    for post in plan.posts.values():
        if post.date is not None and missing(post):
            by = post.date - datetime.timedelta(SHORT_PRESSES)
            found.append(Due(DueKind.SHIFT, Subject("posts", post.id), by, post.date))
    for due in duties_of(plan):
        kind = DueKind.DUTY if due.text else DueKind.ENDS
        found.append(Due(kind, due.subject, due.day, due.day, text=due.text))
    return found


def _is_ahead(delivery: Delivery) -> bool:
    return delivery.status in (Status.PENCILLED, Status.CONFIRMED) and delivery.date is not None


def _of_delivery(plan: Plan, one: Delivery) -> list[Due]:
    if one.date is None:
        return []
    subject, found = Subject("deliveries", one.id), []
    venue = plan.venues.get(one.venue) if one.venue else None
    if (rule := files_by_itself(plan, one)) is not None:
        found += _filings(subject, one.date, one.expected_heads, rule)
    if venue is not None and venue.access.pass_days is not None:
        by = one.date - datetime.timedelta(venue.access.pass_days)
        found.append(Due(DueKind.GATE_PASSES, subject, by, one.date))
    if is_outdoor(plan, one):
        by = one.date - datetime.timedelta(READY_BEFORE)
        plan_b = plan_b_of(plan, one.fallback, one.event, one.venue)
        if plan_b is not None and plan_b.venue is not None and plan_b.state is not FallbackState.SECURED:
            found.append(Due(DueKind.SECURE_FALLBACK, subject, by, one.date))
        if waiting := not_ready(one):
            found.append(Due(DueKind.READINESS, subject, by, one.date, open=waiting))
    return found


def _filings(subject: Subject, day: datetime.date, heads: int | None, rule: FilingRule) -> list[Due]:
    before = ((DueKind.FILE_PLAN, rule.days_before), (DueKind.FILE_CHANGES, rule.changes_before))
    return [Due(kind, subject, day - datetime.timedelta(days), day, heads, rule=rule) for kind, days in before]
