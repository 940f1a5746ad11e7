"""What the rows of applications say: the original words above, what was read from them below."""

from __future__ import annotations

import datetime
import re
from types import MappingProxyType
from typing import Final

from director_app.domain.requests import Application, ApplicationState, Wish
from director_app.ui.forms.short_dates import day_and_month
from director_app.wording import Wording, message

STATE_WORDS: Final = MappingProxyType(
    {
        ApplicationState.RECEIVED: message("Received"),
        ApplicationState.IN_REVIEW: message("In review"),
        ApplicationState.PLACED: message("Placed"),
        ApplicationState.TOLD: message("Told"),
        ApplicationState.CONFIRMED: message("Confirmed"),
        ApplicationState.WAITING: message("Waiting list"),
        ApplicationState.WITHDRAWN: message("Withdrawn"),
        ApplicationState.DECLINED: message("Declined"),
    }
)
STATE_TAGS: Final = MappingProxyType(
    {
        ApplicationState.RECEIVED: ("text2", "inbox"),
        ApplicationState.IN_REVIEW: ("text2", "eye"),
        ApplicationState.PLACED: ("accent", "calendar-check"),
        ApplicationState.TOLD: ("accent", "send"),
        ApplicationState.CONFIRMED: ("ok", "check"),
        ApplicationState.WAITING: ("warn", "hourglass"),
        ApplicationState.WITHDRAWN: ("text3", "undo-2"),
        ApplicationState.DECLINED: ("text3", "x"),
    }
)
PENDING: Final = (ApplicationState.RECEIVED, ApplicationState.IN_REVIEW, ApplicationState.WAITING)
OVER: Final = (ApplicationState.WITHDRAWN, ApplicationState.DECLINED)
ANSWERED: Final = (ApplicationState.PLACED, ApplicationState.TOLD, ApplicationState.CONFIRMED)
LONG_WAIT: Final = 21
"""Days after which a waiting application stands out."""

_WEEKDAY: Final = re.compile(r"[(（]\s*([월화수목금토일])|([월화수목금토일])요일")
_HEADS_HEADER: Final = re.compile(r"인원|heads|people|number of", re.IGNORECASE)


def waited_days(application: Application, today: datetime.date) -> int | None:
    """How long an application waits for an answer; None when it has one or the day is not known."""
    if application.state not in PENDING or application.received_at is None:
        return None
    return max(0, (today - application.received_at.date()).days)


def wrong_weekday(wish: Wish) -> int | None:
    """The weekday of the read date when the words name another one."""
    found = _WEEKDAY.search(wish.text)
    if found is None or wish.first_day is None:
        return None
    written = "월화수목금토일".index(found[1] or found[2])
    return wish.first_day.weekday() if written != wish.first_day.weekday() else None


def wish_read(wish: Wish, wording: Wording) -> str:
    """What was read from a wish."""
    if wish.first_day is None:
        return wording.undecided()
    if wish.last_day is None or wish.last_day == wish.first_day:
        return wording.date_short(wish.first_day)
    first, last = wish.first_day, wish.last_day
    if wording.language != "ko":
        start = str(first.day) if first.month == last.month else day_and_month(wording, first)
        return f"{start}–{day_and_month(wording, last)}"
    end = f"{last.day}." if last.month == first.month else f"{last.month}. {last.day}."
    return f"{first.month}. {first.day}.~{end}"


def original_text(application: Application, header: re.Pattern[str]) -> str:
    """The original words of the first column whose heading fits."""
    return next((cell.text for cell in application.original if header.search(cell.header) and cell.text), "")


def heads_of(application: Application) -> int | None:
    """The sum of the heads of all shifts; None when none is known."""
    known = [one.heads for one in application.heads if one.heads is not None]
    return sum(known) if known else None


def original_heads(application: Application) -> str:
    """How many would come, in the words of the row."""
    return original_text(application, _HEADS_HEADER)
