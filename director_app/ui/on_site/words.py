"""The words of the on-site view that stand in tables, and how long something takes in words."""

from __future__ import annotations

import datetime
from types import MappingProxyType
from typing import Final

from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import end_minute
from director_app.operations.deciding import Choice
from director_app.operations.naming import when_text
from director_app.planner.on_site import Part
from director_app.wording import Wording, message

#: The buttons of a decision in their order: choice, what the button says, its icon.
BUTTONS: Final = (
    (Choice.AS_IS, message("As planned"), "sun"),
    (Choice.INDOORS, message("Go indoors"), "house"),
    (Choice.POSTPONE, message("Postpone"), "calendar-arrow-up"),
    (Choice.CANCEL, message("Call off"), "x"),
)
HOLD: Final = message("Hold 30 min")
RESUME: Final = message("Take place after all")

#: What became of an item, as the heading beside it says.
BECAME: Final = MappingProxyType(
    {
        Choice.AS_IS: message("as planned"),
        Choice.INDOORS: message("indoors"),
        Choice.POSTPONE: message("postponed"),
        Choice.CANCEL: message("cancelled"),
        Choice.HOLD: message("held"),
        Choice.RESUME: message("takes place after all"),
    }
)
PARTS: Final = MappingProxyType(
    {
        Part.ACT: message("act"),
        Part.MEMBER: message("member of the act"),
        Part.PLACE: message("place"),
        Part.PLACE_LEFT: message("place that is left"),
        Part.HOST: message("host of the place"),
        Part.COMPANY: message("company"),
    }
)
#: Reasons that are one click away.
REASONS: Final = (message("rain"), message("heat"), message("wind"))

_DAY: Final = 24 * 60


def duration(wording: Wording, minutes: int) -> str:
    """How long: "1시간 12분", "2일 3시간"; never negative."""
    minutes = max(0, minutes)
    days, hours = minutes // _DAY, minutes % _DAY // 60
    if days:
        return wording.text("{days} d {hours} h", days=days, hours=hours)
    if hours:
        return wording.text("{hours} h {minutes} min", hours=hours, minutes=minutes % 60)
    return wording.text("{n} min", n=minutes)


def when_on(wording: Wording, plan: Plan, one: Delivery, day: datetime.date) -> str:
    """When it takes place, said on a day of its own: the clock alone, the period of what lasts several days."""
    if one.date is not None and one.until is not None and one.until != one.date:
        return wording.text("{first} – {last}", first=wording.date_short(one.date), last=wording.date_short(one.until))
    if one.start is None:
        return wording.text("Time undecided")
    if one.date != day:
        return when_text(wording, plan, one.id)
    end, _is_assumed = end_minute(plan, one)
    return wording.clock(one.start) if end is None else wording.clock_span(one.start, end)


def until(wording: Wording, moment: datetime.datetime, now: datetime.datetime) -> tuple[str, bool]:
    """How long until a moment, and whether it is past: then how long since."""
    minutes = int((moment - now).total_seconds() // 60)
    if minutes >= 0:
        return duration(wording, minutes), False
    return wording.text("{duration} late", duration=duration(wording, -minutes)), True


def clock_of(wording: Wording, moment: datetime.datetime, day: datetime.date) -> str:
    """The clock of a moment as a programme day says it: after midnight "다음날 01:30"."""
    minute = (moment.date() - day).days * _DAY + moment.hour * 60 + moment.minute
    return wording.clock_long(minute)
