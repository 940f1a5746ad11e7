"""Applications -> dates, times and places: corners nobody reached come first, then whoever asked first.

The same search as for deliveries without a date: every application that waits is begun as a delivery, and the search
places them among everything that stands.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from director_app.domain.edits import AnswerApplication, Edit, Several, resolve
from director_app.domain.ids import DeliveryId, ProgrammeId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.requests import Application
from director_app.planner.answering import begun, fresh_id, waiting_applications
from director_app.planner.placing.goals import Goals
from director_app.planner.placing.model import WORK
from director_app.planner.placing.options import KEPT, Wanted
from director_app.planner.placing.proposals import Progress, Proposal, propose

#: Points that another day than a wished one costs: more than any corner of the complex is worth.
NOT_ON_A_WISHED_DAY: Final = 60


def match_applications(
    plan: Plan,
    today: datetime.date,
    goals: Goals | None = None,
    *,
    work: float = WORK,
    seconds: float | None = None,
    is_stopped: Callable[[], bool] = lambda: False,
    told: Callable[[Progress], object] = lambda _progress: None,
) -> Proposal:
    """Dates, times and places for the applications that wait, each a delivery that answers one of them.

    Who named days gets one of them where any is free. Corners of the complex that wait longest count as `goals` say;
    where two ask for one slot, whoever asked first has it. An application that names no programme gets the one its meal
    slot usually has.
    """
    made: dict[DeliveryId, Edit] = {}
    asked: dict[DeliveryId, tuple[int, Application]] = {}
    for number, application in enumerate(waiting_applications(plan)):
        delivery = _with_usual_programme(plan, application)
        made[delivery.id] = AnswerApplication(application.id, delivery)
        asked[delivery.id] = number, application

    def price(now: Delivery, after: Delivery) -> int:
        rank, application = asked[now.id]
        return rank + (0 if _is_wished(application, after.date) else NOT_ON_A_WISHED_DAY)

    prepared = resolve(plan, Several(tuple(made.values())))[0]
    wanted = Wanted(price, MappingProxyType({}), KEPT)
    proposal = propose(
        prepared, tuple(made), today, goals, work=work, seconds=seconds, is_stopped=is_stopped, told=told, wanted=wanted
    )
    return proposal._replace(made=tuple(made.items()))


def answers(plan: Plan) -> tuple[DeliveryId, ...]:
    """The deliveries that would answer the applications that wait, in order of receipt."""
    return tuple(DeliveryId(fresh_id(plan, one)) for one in waiting_applications(plan))


def _is_wished(application: Application, day: datetime.date | None) -> bool:
    """Whether a day is among the wishes; who wished for no day in particular takes any."""
    spans = [(wish.first_day, wish.last_day or wish.first_day) for wish in application.wishes if wish.first_day]
    return not spans or (day is not None and any(first <= day <= last for first, last in spans))


def _with_usual_programme(plan: Plan, application: Application) -> Delivery:
    return begun(plan, application, application.programme or _usual_programme(plan, application))


def _usual_programme(plan: Plan, application: Application) -> ProgrammeId | None:
    """What companies of the same meal slot usually get; else what companies get at all; None when none got anything."""
    counted: Counter[ProgrammeId] = Counter()
    for other in plan.applications.values():
        answer = plan.deliveries.get(other.delivery) if other.delivery is not None else None
        if answer is not None and answer.programme is not None and answer.status is not Status.CANCELLED:
            counted[answer.programme] += 100 if other.meal_slot == application.meal_slot else 1
    return min(counted, key=lambda name: (-counted[name], name), default=None)
