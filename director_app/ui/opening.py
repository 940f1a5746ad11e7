"""What a plan is called and where it opens. Pure look-ups."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable

from director_app.domain.ids import DeliveryId
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


def imported_day(plan: Plan, deliveries: Iterable[DeliveryId], today: datetime.date) -> datetime.date | None:
    """Where to look after an import: its next date from today on, else the first date of its busiest month."""
    found = (plan.deliveries.get(one) for one in deliveries)
    days = sorted(one.date for one in found if one is not None and one.date is not None)
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
