"""The views of the schedule: their names, keys and titles, and how far each turns."""

from __future__ import annotations

import datetime
from typing import Final, Literal

from director_app.domain.plan import Plan
from director_app.ui.schedule.geometry import WEEK, month_after, week_of
from director_app.wording import Wording

View = Literal["month", "week", "day", "season", "list"]
VIEWS: Final[tuple[View, ...]] = ("month", "week", "day", "season", "list")
KEYS: Final[dict[str, View]] = {"M": "month", "W": "week", "D": "day", "S": "season", "L": "list"}
WIDE: Final[tuple[View, ...]] = ("day", "list")
"""Views that want the width of the tray."""
SEASON_TURN: Final = 4 * WEEK


def names_of(wording: Wording) -> dict[View, str]:
    """What the views are called."""
    return {
        "month": wording.text("Month"),
        "week": wording.text("Week"),
        "day": wording.text("Day"),
        "season": wording.text("Season"),
        "list": wording.text("List"),
    }


def title_of(wording: Wording, plan: Plan, view: View, day: datetime.date, days: int) -> str:
    """The month, the day, or the first and last day or month shown; ``days`` is how many the day view shows."""
    season = plan.season
    if view == "week":
        shown = week_of(day, sunday_first=season.week_starts_on_sunday)
        return _from_to(wording, wording.date_short(shown[0]), wording.date_short(shown[-1]))
    if view == "day":
        last = day + datetime.timedelta(days=days - 1)
        first_text = wording.date_short(day)
        return first_text if days == 1 else _from_to(wording, first_text, wording.date_short(last))
    if view == "season" and season.first_day is not None and season.last_day is not None:
        months = (wording.month(one.year, one.month) for one in (season.first_day, season.last_day))
        return _from_to(wording, *months)
    return wording.month(day.year, day.month)


def _from_to(wording: Wording, first: str, last: str) -> str:
    return wording.text("{first} – {last}", first=first, last=last)


def turned(view: View, day: datetime.date, cursor: datetime.date, step: int, days: int) -> datetime.date:
    """The day to show so many pages further (or, negative, back)."""
    if view == "week":
        return cursor + datetime.timedelta(days=WEEK * step)
    if view == "day":
        return day + datetime.timedelta(days=days * step)
    if view == "season":
        return cursor + datetime.timedelta(days=SEASON_TURN * step)
    return month_after(cursor if cursor.month == day.month else day, step)
