"""What came of a date: that it took place and how many came, each one step with its day in the journal."""

from __future__ import annotations

import datetime
from typing import Final

from director_app.domain.edits import Change, Edit
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Status
from director_app.operations.history import decoded
from director_app.operations.naming import delivery_title
from director_app.operations.open_plan import OpenPlan, StepName
from director_app.wording import Wording, message

RESULT_SET: Final = message("{title}: took place")
RESULT_TAKEN_BACK: Final = message("{title}: not over yet")
HEADS_SET: Final = message("{title}: {n} people came")
HEADS_TAKEN_BACK: Final = message("{title}: heads taken out")


def took_place(wording: Wording, plan: Plan, delivery: DeliveryId, *, is_over: bool = True) -> tuple[Edit, StepName]:
    """The edit that says that a date took place, or that it is not over after all."""
    status = Status.DELIVERED if is_over else Status.CONFIRMED
    named = RESULT_SET if is_over else RESULT_TAKEN_BACK
    title = delivery_title(wording, plan, delivery)
    return Change("deliveries", delivery, {"status": status}), StepName(named, {"title": title})


def counted(wording: Wording, plan: Plan, delivery: DeliveryId, heads: int | None) -> tuple[Edit, StepName]:
    """The edit that writes down how many came, with which it took place; None takes the number out again."""
    title = delivery_title(wording, plan, delivery)
    if heads is None:
        return Change("deliveries", delivery, {"counted_heads": None}), StepName(HEADS_TAKEN_BACK, {"title": title})
    values = {"counted_heads": heads, "status": Status.DELIVERED}
    return Change("deliveries", delivery, values), StepName(HEADS_SET, {"title": title, "n": heads})


def result_entered(open_plan: OpenPlan, delivery: DeliveryId) -> datetime.datetime | None:
    """When it was said that a date took place; None before, and when the journal does not know."""
    record = open_plan.plan.deliveries.get(delivery)
    if record is None or record.status is not Status.DELIVERED:
        return None
    for step, before, after in open_plan.history("deliveries", delivery):
        if before is not None and after and decoded("deliveries", after).get("status") is Status.DELIVERED:
            return step.made_at
    return None
