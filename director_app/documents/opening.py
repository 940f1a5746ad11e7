"""The hours of what lasts for days, in words: weekdays that share them are said together, the others are closed."""

from __future__ import annotations

import datetime

from director_app.domain.programme import Delivery
from director_app.wording import Wording


def weekly_hours(wording: Wording, delivery: Delivery) -> str:
    """Words like "10:00~18:00 · closed Mon" for a delivery with hours by weekday; empty for all others."""
    by_hours: dict[str, list[int]] = {}
    for hours in sorted(delivery.hours):
        by_hours.setdefault(wording.clock_span(hours.opens, hours.closes), []).append(hours.weekday)
    weekdays = set(range(7))
    if delivery.date is not None and delivery.until is not None:
        shown = range(min(7, (delivery.until - delivery.date).days + 1))
        weekdays = {(delivery.date.weekday() + offset) % 7 for offset in shown}
    closed = sorted(weekdays - {hours.weekday for hours in delivery.hours})
    said = list(by_hours)
    if len(by_hours) > 1:
        said = [f"{_weekdays(wording, days)} {span}" for span, days in by_hours.items()]
    if said and closed:
        said.append(wording.text("closed {days}", days=_weekdays(wording, closed)))
    return " · ".join(said)


def hours_on(wording: Wording, delivery: Delivery, day: datetime.date) -> str:
    """What is open on one date, told for that date or by its weekday: "10:00~18:00", or that it is closed."""
    if not delivery.hours and not delivery.exceptions:
        return ""
    dated = [one for one in delivery.exceptions if one.date == day]
    weekly = [one for one in delivery.hours if one.weekday == day.weekday()]
    spans = sorted(
        (one.opens, one.closes) for one in dated or weekly if one.opens is not None and one.closes is not None
    )
    said = [wording.clock_span(opens, closes) for opens, closes in spans]
    return ", ".join(said) or wording.context("print", "closed")


def _weekdays(wording: Wording, days: list[int]) -> str:
    """Three or more in a row are a stretch: "Tue~Sun"."""
    told = list(dict.fromkeys(days))
    if len(told) > 2 and told == list(range(told[0], told[-1] + 1)):
        return f"{wording.weekday(told[0])}~{wording.weekday(told[-1])}"
    return ("·" if wording.language == "ko" else ", ").join(wording.weekday(day) for day in told)
