"""What a plan is called and where it opens. Pure look-ups."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable

from director_app.domain.ids import ApplicationId, DeliveryId
from director_app.domain.plan import Plan
from director_app.wording import Wording

NEAR = datetime.timedelta(days=7)


def plan_name(plan: Plan, fallback: str) -> str:
    """The season's title, else its complex, else the name of the file."""
    named = plan.complex
    return plan.season.title or (named.name if named else "") or fallback


def when_made(wording: Wording, moment: datetime.datetime) -> str:
    """Date and time of a copy of a plan."""
    return wording.text("{date} {time}", date=wording.date(moment.date()), time=f"{moment:%H:%M}")


def imported_day(plan: Plan, records: Iterable[str], today: datetime.date) -> datetime.date | None:
    """Where to look after an import: its next date from today on, else the first date of its busiest month.

    ``records`` are ids of deliveries, or of applications, which are looked for where they wish to be.
    """
    days: list[datetime.date] = []
    for one in records:
        if (delivery := plan.deliveries.get(DeliveryId(one))) is not None:
            days += [delivery.date] if delivery.date is not None else []
        elif (application := plan.applications.get(ApplicationId(one))) is not None:
            days += [wish.first_day for wish in application.wishes[:1] if wish.first_day is not None]
    days.sort()
    coming = [day for day in days if day >= today]
    if coming or not days:
        return coming[0] if coming else None
    (year, month), _times = Counter((day.year, day.month) for day in days).most_common(1)[0]
    return next(day for day in days if (day.year, day.month) == (year, month))


def opening_day(plan: Plan, today: datetime.date) -> datetime.date:
    """Today when anything lies within seven days of it; else the next dated item; else the first; else the season."""
    days = sorted(plan.days())
    if any(abs(day - today) <= NEAR for day in days):
        return today
    coming = [day for day in days if day >= today]
    if coming:
        return coming[0]
    if days:
        return days[0]
    return plan.season.first_day or today
