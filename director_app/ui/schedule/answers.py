"""From an application that was dragged to a day to the delivery that answers it. Pure."""

from __future__ import annotations

import datetime

from director_app.domain.edits import AnswerApplication
from director_app.domain.ids import DeliveryId, new_id
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.requests import Application, Wish
from director_app.domain.timeline import WallMinute
from director_app.operations.open_plan import StepName
from director_app.planner.answering import begun
from director_app.ui.schedule.moves import Asked, Place
from director_app.wording import message

PLACED = message("Application of {title} placed on {date}")


def answer(plan: Plan, application: Application, place: Place, title: str) -> Asked:
    """The delivery that answers an application on a day: company, slot, heads and place come along."""
    edit = AnswerApplication(application.id, answering(plan, application, place))
    return Asked(edit, StepName(PLACED, {"title": title, "date": place.day}))


def answering(plan: Plan, application: Application, place: Place) -> Delivery:
    """What an application asks for as a delivery on a day; its line-up stays undecided."""
    wish = _wish_for(application, place.day)
    start = wish.start if wish is not None else None
    end = wish.end if wish is not None else None
    if not place.keeps_time:
        length = end - start if start is not None and end is not None else None
        start = WallMinute(place.start) if place.start is not None else None
        end = WallMinute(start + length) if start is not None and length is not None else None
    asked = begun(plan, application, application.programme)
    venue, area = asked.venue, asked.area
    if not place.keeps_venue:
        venue, area = place.venue, place.area if place.venue is None else None
        area = area or (plan.venues[venue].area if venue is not None else None)
    return asked._replace(id=DeliveryId(new_id()), area=area, venue=venue, date=place.day, start=start, end=end)


def _wish_for(application: Application, day: datetime.date) -> Wish | None:
    """The wish that names this day, else the first that names a time."""
    for wish in application.wishes:
        if wish.first_day is not None and wish.first_day <= day <= (wish.last_day or wish.first_day):
            return wish
    return next((wish for wish in application.wishes if wish.start is not None), None)
