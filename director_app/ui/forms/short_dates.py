"""Dates where there is no room for the year and the weekday."""

from __future__ import annotations

import datetime

from director_app.wording import Wording


def day_and_month(wording: Wording, day: datetime.date) -> str:
    """A day as short as it can be: "10. 3." / "3 Oct"."""
    if wording.language == "ko":
        return f"{day.month}. {day.day}."
    return wording.date_short(day).partition(" ")[2]
