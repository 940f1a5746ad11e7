"""What a plan is called and where it opens. Pure look-ups."""

from __future__ import annotations

import datetime

from director_app.domain.plan import Plan

NEAR = datetime.timedelta(days=7)


def plan_name(plan: Plan, fallback: str) -> str:
    """The season's title, else its complex, else the name of the file."""
    named = plan.complex
    return plan.season.title or (named.name if named else "") or fallback


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
