"""From an application that was dragged to a day to the delivery that answers it. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Final

from director_app.domain.edits import AnswerApplication
from director_app.domain.ids import ApplicationId, DeliveryId, new_id
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.requests import Application, Wish
from director_app.domain.timeline import WallMinute
from director_app.imports.written_times import read_times
from director_app.operations.open_plan import StepName
from director_app.planner.answering import begun
from director_app.ui.schedule.moves import Asked, Place
from director_app.wording import message

#: When a meal begins as a rule, in minutes of the day, by the words companies use for it.
_USUAL: Final = (
    (("조식", "아침", "breakfast"), 8 * 60),
    (("중식", "점심", "lunch"), 12 * 60),
    (("석식", "저녁", "dinner"), 18 * 60),
)

PLACED = message("Application of {title} placed on {date}")


def answer(plan: Plan, application: Application, place: Place, title: str) -> Asked:
    """The delivery that answers an application on a day: company, slot, heads and place come along."""
    edit = AnswerApplication(application.id, answering(plan, application, place))
    return Asked(edit, StepName(PLACED, {"title": title, "date": place.day}))


def answering(plan: Plan, application: Application, place: Place) -> Delivery:
    """What an application asks for as a delivery on a day; its line-up stays undecided."""
    start, end = wished_time(application, place.day)
    if not place.keeps_time:
        length = end - start if start is not None and end is not None else None
        start = WallMinute(place.start) if place.start is not None else None
        end = WallMinute(start + length) if start is not None and length is not None else None
        end = WallMinute(place.end) if start is not None and place.end is not None else end
    asked = begun(plan, application, application.programme)
    venue, area = asked.venue, asked.area
    if not place.keeps_venue:
        venue, area = place.venue, place.area if place.venue is None else None
        area = area or (plan.venues[venue].area if venue is not None else None)
    return asked._replace(id=DeliveryId(new_id()), area=area, venue=venue, date=place.day, start=start, end=end)


def wished_time(application: Application, day: datetime.date) -> tuple[WallMinute | None, WallMinute | None]:
    """When an application asks to be played on a day: its wish for it, else any wish with a time, else the meal."""
    here = wish_on(application, day)
    wishes = [one for one in (here, *application.wishes) if one is not None and one.start is not None]
    if wishes:
        return wishes[0].start, wishes[0].end
    written = read_times(application.meal_slot).spans
    if written and written[0].start is not None:
        return written[0].start, written[0].end
    slot = application.meal_slot.lower()
    usual = next((minute for words, minute in _USUAL if any(word in slot for word in words)), None)
    return (WallMinute(usual) if usual is not None else None), None


def wished_hours(plan: Plan, names: Iterable[DeliveryId]) -> dict[DeliveryId, WallMinute]:
    """When the applications that deliveries answer ask to be played on their days, where they say an hour."""
    found: dict[DeliveryId, WallMinute] = {}
    for name in names:
        one = plan.deliveries.get(name)
        if one is None or one.date is None:
            continue
        for application in sorted(map(ApplicationId, plan.users_of_kind("deliveries", name, "applications"))):
            hour = wished_time(plan.applications[application], one.date)[0]
            if hour is not None:
                found.setdefault(name, hour)
    return found


def wish_on(application: Application, day: datetime.date) -> Wish | None:
    """The wish that names this day."""
    return next(
        (
            wish
            for wish in application.wishes
            if wish.first_day is not None and wish.first_day <= day <= (wish.last_day or wish.first_day)
        ),
        None,
    )


def missed_wish(application: Application, day: datetime.date) -> str:
    """The first wish as it was written when none of them is for this day; an empty text when one is, or none says."""
    if wish_on(application, day) is not None:
        return ""
    return next((wish.text for wish in application.wishes if wish.first_day is not None), "")
