"""Applications that wait for a date, and what each asks for as a delivery."""

from __future__ import annotations

from typing import Final

from director_app.domain.edits import AnswerApplication, Edit
from director_app.domain.ids import DeliveryId, ProgrammeId, VenueId, derived_id
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.requests import Application, ApplicationState, order_of_receipt

#: Whoever waits for an answer; what was withdrawn or declined has one.
_WAITING: Final = frozenset({ApplicationState.RECEIVED, ApplicationState.IN_REVIEW, ApplicationState.WAITING})


def waiting_applications(plan: Plan) -> list[Application]:
    """Applications of companies that wait for a date, in order of receipt."""
    waiting = (
        one
        for one in plan.applications.values()
        if one.state in _WAITING and one.delivery is None and (one.organisation or one.area or one.programme)
    )
    return sorted(waiting, key=order_of_receipt)


def venue_of_company(plan: Plan, organisation: str) -> VenueId | None:
    """The venue of a company, when it has exactly one."""
    hosted = [VenueId(name) for name in plan.users_of_kind("organisations", organisation, "venues")]
    hosted = [name for name in hosted if plan.venues[name].host == organisation]
    return hosted[0] if len(hosted) == 1 else None


def begun(plan: Plan, application: Application, programme: ProgrammeId | None) -> Delivery:
    """What an application asks for as a delivery without a date: company, act, place, crews and heads."""
    heads = [shift.heads for shift in application.heads if shift.heads is not None]
    venue = venue_of_company(plan, application.organisation) if application.organisation else None
    known = plan.programmes.get(programme) if programme is not None else None
    return Delivery(
        DeliveryId(fresh_id(plan, application)),
        programme=programme,
        initiative=known.initiative if known is not None else None,
        organisation=application.organisation,
        area=application.area or (plan.venues[venue].area if venue is not None else None),
        venue=venue,
        status=Status.PENCILLED,
        lineup=None if known is not None else (),
        expected_heads=sum(heads) if heads else None,
        shifts=tuple(shift.shift for shift in application.heads if shift.shift),
    )


def is_still_waiting(plan: Plan, edit: Edit) -> bool:
    """Whether what an edit answers still waits for an answer; an edit that answers nothing always may."""
    if not isinstance(edit, AnswerApplication):
        return True
    now = plan.applications.get(edit.application)
    return now is not None and now.state in _WAITING and now.delivery is None


def fresh_id(plan: Plan, application: Application) -> str:
    """The id of its answer: the same for it in the same plan, another one when an earlier answer bears it."""
    again = 0
    while (name := derived_id("answer", application.id, str(again))) in plan.deliveries:
        again += 1
    return name
