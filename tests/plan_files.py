"""What tests of plans in files share: a clock, a step name, and that look-ups hold."""

from __future__ import annotations

import datetime

from director_app.domain.kinds import KINDS, kind_of
from director_app.domain.plan import Plan
from director_app.operations.open_plan import StepName

STEP = StepName("change {name}", {"name": "봄밤"})


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime.datetime(2025, 10, 14, 9, 0)

    def __call__(self) -> datetime.datetime:
        return self.now


def fresh(plan: Plan) -> Plan:
    """The same plan with look-ups built from nothing."""
    return Plan.from_maps(
        {kind.name: dict(plan.table(kind.name)) for kind in KINDS}, plan.highest_number, plan.highest_edition
    )


def assert_look_ups_hold(plan: Plan) -> None:
    """The look-ups carried on from edit to edit are those that would be built now."""
    built = fresh(plan)
    assert set(plan.days()) == set(built.days())
    for day in (None, *built.days()):
        assert plan.on_day(day) == built.on_day(day)
    for record in plan.records():
        kind = kind_of(record)
        assert plan.users(kind, record.id) == built.users(kind, record.id)
