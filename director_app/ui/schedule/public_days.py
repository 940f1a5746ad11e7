"""Public holidays of the years around a plan, looked up beside the window because the library is heavy."""

from __future__ import annotations

import datetime
import threading

from director_app.planner.calendar_knowledge import public_holidays


def public_days(years: tuple[int, ...], language: str, stop: threading.Event) -> dict[datetime.date, str]:
    """Names of the public holidays in these years; none when nobody waits for them any more."""
    return {} if stop.is_set() else public_holidays(years, language)
