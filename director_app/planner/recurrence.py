"""Rules that repeat: RFC 5545 recurrence rules followed day by day in wall-clock time, and back to calendars.

A rule speaks of days only; the time of day belongs to the deliveries it made, so no rule is touched by a change of
clocks. A rule without end ends with the season.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from director_app.domain.facts import DatedHours
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Series
from director_app.domain.refusals import RefusedInput, message

#: Dates that one rule may make; a year of days.
MOST_DATES: Final = 366
NOT_A_RULE: Final = message("“{rule}” is no rule that repeats on days.")
NEVER: Final = message("“{rule}” falls on no day from {first} to {last}.")
TOO_OFTEN: Final = message("“{rule}” falls on more than {limit} days; give it an end.")

#: What a rule on days may say (RFC 5545, 3.3.10); anything finer than a day repeats within one.
_PARTS: Final = frozenset(
    {
        "FREQ",
        "INTERVAL",
        "COUNT",
        "UNTIL",
        "BYDAY",
        "BYMONTHDAY",
        "BYMONTH",
        "BYSETPOS",
        "BYYEARDAY",
        "BYWEEKNO",
        "WKST",
    }
)
_FREQUENCIES: Final = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_UNTIL: Final = re.compile(r"(\d{8})(?:T\d{6}Z?)?")


class Repeating(NamedTuple):
    """A series as calendars write it: the rule, what it leaves out, and where single dates of it went."""

    first: datetime.date
    rule: str
    #: EXDATE: days of the rule on which nothing takes place.
    left_out: tuple[datetime.date, ...] = ()
    #: RECURRENCE-ID and the day it was moved to.
    moved: tuple[tuple[datetime.date, datetime.date], ...] = ()
    #: RDATE: days that the rule does not name.
    added: tuple[datetime.date, ...] = ()

    def days(self, last: datetime.date) -> tuple[datetime.date, ...]:
        """Every day on which it takes place, in order."""
        moves = dict(self.moved)
        ruled = (day for day in days_of_rule(self.rule, self.first, last) if day not in self.left_out)
        return tuple(sorted({*(moves.get(day, day) for day in ruled), *self.added}))


def days_of_rule(rule: str, first: datetime.date, last: datetime.date) -> tuple[datetime.date, ...]:
    """The days of a rule that begins on `first`, up to `last`, both included.

    Raises:
        RefusedInput: when it is no rule on days, falls on no day, or on more than `MOST_DATES`.
    """
    from dateutil.rrule import rrulestr

    text = _checked(rule)
    midnight = datetime.datetime.combine(first, datetime.time())
    end = datetime.datetime.combine(last, datetime.time())
    try:
        dates = rrulestr(text, dtstart=midnight)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        raise RefusedInput(NOT_A_RULE, rule=rule[:80]) from None
    found: list[datetime.date] = []
    for moment in dates.xafter(midnight, inc=True):
        if moment > end:
            break
        found.append(moment.date())
        if len(found) > MOST_DATES:
            raise RefusedInput(TOO_OFTEN, rule=rule[:80], limit=MOST_DATES)
    if not found:
        raise RefusedInput(NEVER, rule=rule[:80], first=first, last=last)
    return tuple(found)


def as_calendars_write(plan: Plan, series: Series, last: datetime.date) -> Repeating | None:
    """A series with a rule as RRULE, EXDATE, RECURRENCE-ID and RDATE; None for pasted dates, which have no rule.

    Its dates are those of its deliveries now: one that was moved by hand is a moved date of the rule, one that was
    added to the series is an added one, and one that was taken away is left out.
    """
    if not series.rule or series.first_day is None:
        return None
    names = plan.users_of_kind("series", series.id, "deliveries")
    dates = {day for name in names if (day := plan.deliveries[DeliveryId(name)].date) is not None}
    ruled = days_of_rule(series.rule, series.first_day, last)
    said_out = {one.date for one in series.left_out}
    missing = [day for day in ruled if day not in dates]
    extra = sorted(dates.difference(ruled))
    moved, added = [], []
    for day in extra:
        near = [one for one in missing if one not in said_out and _week(one) == _week(day)]
        if near:
            missing.remove(near[0])
            moved.append((near[0], day))
        else:
            added.append(day)
    return Repeating(series.first_day, series.rule, tuple(missing), tuple(moved), tuple(added))


def left_out(days: Iterable[datetime.date]) -> tuple[DatedHours, ...]:
    """Days as a series keeps those on which it does not take place."""
    return tuple(DatedHours(day) for day in sorted(set(days)))


def _checked(rule: str) -> str:
    """A rule on days, its end as a day: a date-time there would compare with midnights and lose the last day."""
    text = rule.strip().removeprefix("RRULE:").upper()
    parts = dict(part.partition("=")[::2] for part in text.split(";") if part)
    if not _PARTS.issuperset(parts) or parts.get("FREQ") not in _FREQUENCIES:
        raise RefusedInput(NOT_A_RULE, rule=rule[:80])
    if "UNTIL" in parts:
        until = _UNTIL.fullmatch(parts["UNTIL"])
        if until is None:
            raise RefusedInput(NOT_A_RULE, rule=rule[:80])
        parts["UNTIL"] = until[1]
    if any(value.isdigit() and int(value) < 1 for value in (parts.get("INTERVAL", "1"), parts.get("COUNT", "1"))):
        raise RefusedInput(NOT_A_RULE, rule=rule[:80])
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _week(day: datetime.date) -> tuple[int, int]:
    return day.isocalendar()[:2]
