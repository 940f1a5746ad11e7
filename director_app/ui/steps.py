"""Names of the steps the window makes, as undo and history say them: noun and what happened to it."""

from __future__ import annotations

import datetime
from typing import Final

from director_app.domain.facts import Subject
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.rules import name_of
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import delivery_title, step_sentence, title_said
from director_app.wording import Wording, message

MOVED: Final = message("{title} moved to {date}")
MOVED_TO_TIME: Final = message("{title} moved to {date} {time}")
TIME_CHANGED: Final = message("{title}: time changed to {time}")
PLACE_CHANGED: Final = message("{title}: place changed to {place}")
CHANGED: Final = message("{title}: {field} changed")
STATUS_SET: Final = message("{title}: {status}")
SEVERAL_STATUS_SET: Final = message("{n} dates: {status}")
ADDED: Final = message("{title} added")
REMOVED: Final = message("{title} removed")
LOCKED: Final = message("{title} locked")
UNLOCKED: Final = message("{title} unlocked")
DATE_RELEASED: Final = message("Reference date cleared")
FOLLOWED_UP: Final = message("Followed up: {text}")


def moved(title: str, day: datetime.date | None, time: str = "") -> StepName:
    """A delivery went to another day, or another day and time."""
    if day is None:
        return StepName(CHANGED, {"title": title, "field": "date"})
    if time:
        return StepName(MOVED_TO_TIME, {"title": title, "date": day, "time": time})
    return StepName(MOVED, {"title": title, "date": day})


def changed(title: str, field: str) -> StepName:
    """One field of a record was changed; ``field`` is its name on screen."""
    return StepName(CHANGED, {"title": title, "field": field})


def joined(later: StepName, title: object) -> StepName:
    """The name of a step that goes on: the later one's, with the title the record had before the first."""
    return later._replace(values={**later.values, "title": title}) if "title" in later.values and title else later


def said(wording: Wording, name: StepName) -> str:
    """A step's name in the reader's language."""
    return step_sentence(wording, name)


def title_for(wording: Wording, plan: Plan, subject: Subject) -> str:
    """What a record is called in the name of a step."""
    record = plan.find(subject.kind, subject.id)
    if isinstance(record, Delivery):
        return delivery_title(wording, plan, record.id)
    return title_said(wording, plan, name_of(record)) if record is not None else ""
