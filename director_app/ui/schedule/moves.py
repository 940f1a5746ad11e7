"""From what a hand or a key asks for to edits of the plan, each with the name of its step. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from director_app.domain.edits import (
    AddDelivery,
    Change,
    Edit,
    MoveDelivery,
    Remove,
    SetStatus,
    Several,
)
from director_app.domain.facts import Act
from director_app.domain.ids import AreaId, DeliveryId, VenueId, new_id
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import end_minute
from director_app.domain.timeline import LATEST, WallMinute, month_text
from director_app.operations.open_plan import StepName
from director_app.planner.answering import venue_of_company
from director_app.ui.schedule.typed_item import TypedItem, When
from director_app.ui.typed_times import days_after
from director_app.wording import message

MOVED_SEVERAL = message("{n} dates moved")
END_CHANGED = message("{title}: end changed to {time}")
START_CHANGED = message("{title}: start changed to {time}")
FIRST_DAY_CHANGED = message("{title}: first day changed to {date}")
LAST_DAY_CHANGED = message("{title}: last day changed to {date}")
MOVED = message("{title} moved to {date}")
MOVED_TIME = message("{title} moved to {date} {time}")
MOVED_PLACE = message("{title} moved to {place}, {date}")
MOVED_PLACE_TIME = message("{title} moved to {place}, {date} {time}")
TIME_OPENED = message("{title}: time undecided")
DATE_OPENED = message("{title}: date undecided")
DATES_OPENED = message("{n} dates: date undecided")
REMOVED = message("{title} moved to the trash")
REMOVED_SEVERAL = message("{n} dates moved to the trash")
ADDED = message("{title} added on {date}")
LOCKED = message("{title} locked")
UNLOCKED = message("{title} unlocked")
SEVERAL_LOCKED = message("{n} dates locked")
SEVERAL_UNLOCKED = message("{n} dates unlocked")
SEVERAL_ENDS = message("{n} dates: end changed")
SEVERAL_STARTS = message("{n} dates: start changed")
STATUS_CHANGED = message("{title}: status changed")
SEVERAL_STATUS_CHANGED = message("{n} dates: status changed")


class Place(NamedTuple):
    """Where something is to stand.

    ``keeps_time``: only the day was chosen. Otherwise ``start`` counts, None meaning that the time is open again.
    ``end`` was chosen together with the start; None: it lasts as long as it does anyway.
    ``keeps_venue``: the venue was not chosen. Otherwise ``venue`` counts, None meaning that it is open, in ``area``.
    """

    day: datetime.date
    start: int | None = None
    keeps_time: bool = True
    venue: VenueId | None = None
    keeps_venue: bool = True
    area: AreaId | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """An edit and what its step is called."""

    edit: Edit
    step: StepName


def clock(minute: int | None) -> str:
    """A time of day as steps name it; an empty text for none."""
    return "" if minute is None else f"{minute // 60 % 24:02d}:{minute % 60:02d}"


# -- moving ------------------------------------------------------------------------------------------------------


def placed(one: Delivery, place: Place) -> dict[str, Any]:
    """The values that put one delivery into a place."""
    values: dict[str, Any] = {}
    if place.day != one.date:
        values["date"] = place.day
    if not place.keeps_time and place.start != one.start:
        values["start"] = place.start
    if not place.keeps_venue:
        values |= _venue_values(one, place)
    if one.status is Status.POSTPONED and one.date is None:
        values |= {"status": Status.PENCILLED, "postponed_to": None}
    return values


def _venue_values(one: Delivery, place: Place) -> dict[str, Any]:
    """Another venue; an area said beside the old one would contradict it."""
    values: dict[str, Any] = {} if place.venue == one.venue else {"venue": place.venue}
    if place.venue is None and place.area is not None:
        values["area"] = place.area
    elif values and one.area is not None:
        values["area"] = None
    return values


def moved(plan: Plan, one: Delivery, place: Place) -> Delivery:
    """The delivery as it would stand there, without changing anything."""
    values = placed(one, place)
    edit = MoveDelivery(one.id, values)
    if one.is_locked:
        return one
    changes = edit.changes(plan)
    after = changes[0].after if changes else None
    return after if isinstance(after, Delivery) else one


def move(
    deliveries: Sequence[Delivery], grabbed: Delivery, place: Place, titles: Sequence[str], where: str = ""
) -> Asked:
    """Put one delivery into a place, called ``where`` in the name of the step.

    Others that are selected keep their distance from it; those at its venue go to the new one with it.
    """
    if len(deliveries) == 1:
        values = placed(grabbed, place)
        return Asked(MoveDelivery(grabbed.id, values), _move_name(titles[0], place, values, where))
    days = (place.day - grabbed.date).days if grabbed.date is not None else None
    minutes = 0
    if not place.keeps_time and place.start is not None and grabbed.start is not None:
        minutes = place.start - grabbed.start
    edits: list[Edit] = []
    for one in deliveries:
        day = place.day if days is None or one.date is None else one.date + datetime.timedelta(days=days)
        start = None if one.start is None else min(max(one.start + minutes, 0), LATEST - 60)
        goes_along = not place.keeps_venue and one.venue == grabbed.venue
        to = place._replace(day=day, start=start, keeps_time=not minutes, keeps_venue=not goes_along)
        edits.append(MoveDelivery(one.id, placed(one, to)))
    return Asked(Several(tuple(edits)), StepName(MOVED_SEVERAL, {"n": len(deliveries)}))


def _move_name(title: str, place: Place, values: dict[str, Any], where: str = "") -> StepName:
    if "venue" in values and where:
        named = {"title": title, "place": where, "date": place.day}
        if place.start is None:
            return StepName(MOVED_PLACE, named)
        return StepName(MOVED_PLACE_TIME, named | {"time": clock(place.start)})
    if "start" in values and values["start"] is None:
        return StepName(TIME_OPENED, {"title": title})
    if "start" in values:
        return StepName(MOVED_TIME, {"title": title, "date": place.day, "time": clock(place.start)})
    return StepName(MOVED, {"title": title, "date": place.day})


def shift(deliveries: Sequence[Delivery], days: int, minutes: int, titles: Sequence[str]) -> Asked | None:
    """Move deliveries by so many days and minutes; None when none of them has a date."""
    dated = [one for one in deliveries if one.date is not None]
    if not dated or (minutes and all(one.start is None for one in dated)):
        return None
    first = dated[0]
    if first.date is None:
        return None
    start = None if first.start is None else min(max(first.start + minutes, 0), LATEST - 60)
    place = Place(first.date + datetime.timedelta(days=days), start, keeps_time=not minutes or first.start is None)
    return move(dated, first, place, titles)


def stretch(plan: Plan, one: Delivery, days: int, minutes: int, title: str) -> Asked | None:
    """Change where a delivery ends: its last day, or its end on the day; it never ends before it starts."""
    if days and one.date is not None:
        last = (one.until or one.date) + datetime.timedelta(days=days)
        until = last if last > one.date else None
        if until == one.until:
            return None
        step = StepName(LAST_DAY_CHANGED, {"title": title, "date": until or one.date})
        return Asked(Change("deliveries", one.id, {"until": until}), step)
    if minutes and one.start is not None:
        end, _assumed = end_minute(plan, one)
        wanted = max(one.start + 5, (end if end is not None else one.start) + minutes)
        return set_end(one, wanted, title)
    return None


def stretch_start(plan: Plan, one: Delivery, days: int, minutes: int, title: str) -> Asked | None:
    """Change where a delivery begins while its end stays: its first day, or its start on the day."""
    if days and one.date is not None:
        last = one.until or one.date
        first = min(one.date + datetime.timedelta(days=days), last)
        if first == one.date:
            return None
        step = StepName(FIRST_DAY_CHANGED, {"title": title, "date": first})
        values = {"date": first, "until": last if last > first else None}
        return Asked(MoveDelivery(one.id, values), step)
    if minutes and one.start is not None:
        return set_start(plan, one, one.start + minutes, title)
    return None


def together(asked: Sequence[Asked], name: str) -> Asked | None:
    """Several edits as one step; a single one keeps its own name."""
    if len(asked) < 2:
        return asked[0] if asked else None
    return Asked(Several(tuple(one.edit for one in asked)), StepName(name, {"n": len(asked)}))


def set_start(plan: Plan, one: Delivery, start: int, title: str) -> Asked:
    """Begin a delivery at a time of its day; its end stays."""
    values = started(plan, one, start)
    step = StepName(START_CHANGED, {"title": title, "time": clock(values["start"])})
    return Asked(MoveDelivery(one.id, values), step)


def started(plan: Plan, one: Delivery, start: int) -> dict[str, Any]:
    """The values of a delivery that begins at another time and ends when it did, five minutes later at least."""
    end, _assumed = end_minute(plan, one)
    wanted = max(0, start if end is None else min(start, end - 5))
    return {"start": WallMinute(wanted), "end": None if end is None else WallMinute(end)}


def pulled(plan: Plan, one: Delivery, edge: str, minute: int) -> Delivery:
    """The delivery as it would be with its start or end pulled to a minute, without changing anything."""
    return one._replace(**(started(plan, one, minute) if edge == "start" else {"end": WallMinute(minute)}))


def set_end(one: Delivery, end: int, title: str) -> Asked:
    """End a delivery at a time of its day."""
    wanted = min(end, LATEST)
    step = StepName(END_CHANGED, {"title": title, "time": clock(wanted)})
    return Asked(Change("deliveries", one.id, {"end": wanted}), step)


def retime(one: Delivery, when: When, title: str) -> Asked:
    """Date and time as they were typed."""
    if when.has_date and when.day is None:
        return open_dates([one], [title])
    values: dict[str, Any] = {}
    if when.has_date:
        values["date"], values["until"] = days_after(when.period, one.date, one.until)
    if when.has_time:
        values["start"] = when.start
        if when.end is not None or when.start is None:
            values["end"] = when.end
    day = when.day if when.has_date else one.date
    place = Place(day or datetime.date.min, when.start, keeps_time=not when.has_time)
    if day is None:
        return Asked(MoveDelivery(one.id, values), StepName(TIME_OPENED, {"title": title}))
    return Asked(MoveDelivery(one.id, values), _move_name(title, place, values))


def open_dates(deliveries: Sequence[Delivery], titles: Sequence[str]) -> Asked:
    """Back to the tray: the date is open again, the month remains known."""
    edits = tuple(MoveDelivery(one.id, opened(one)) for one in deliveries)
    if len(edits) == 1:
        return Asked(edits[0], StepName(DATE_OPENED, {"title": titles[0]}))
    return Asked(Several(edits), StepName(DATES_OPENED, {"n": len(edits)}))


def opened(one: Delivery) -> dict[str, Any]:
    """The values of a delivery whose date is open again."""
    month = month_text(one.date) if one.date is not None else one.month
    return {"date": None, "until": None, "month": month}


# -- making, taking away -------------------------------------------------------------------------------


def made(plan: Plan, typed: TypedItem, place: Place) -> Delivery:
    """The new delivery that a typed line describes, on a day."""
    start = typed.start if typed.start is not None else (place.start if not place.keeps_time else None)
    end = None if typed.end is None else WallMinute(typed.end)
    programme = plan.programmes.get(typed.programme) if typed.programme else None
    known = tuple(act.artist for act in programme.lineup) if programme else ()
    lineup = tuple(Act(one) for one in typed.artists) if typed.artists and typed.artists != known else None
    organisation = typed.organisation
    venue = typed.venue
    if venue is None and organisation is not None:
        venue = venue_of_company(plan, organisation)
    if venue is None and not place.keeps_venue:
        venue = place.venue
    area = plan.venues[venue].area if venue is not None and venue in plan.venues else place.area
    return Delivery(
        DeliveryId(new_id()),
        programme=typed.programme,
        title_suffix=typed.rest,
        initiative=programme.initiative if programme else None,
        organisation=organisation,
        area=area,
        venue=venue,
        date=typed.day or place.day,
        start=None if start is None else WallMinute(start),
        end=end,
        status=Status.PENCILLED,
        lineup=lineup,
    )


def add(one: Delivery, title: str) -> Asked:
    """Add a delivery that was made here."""
    return Asked(AddDelivery(one), StepName(ADDED, {"title": title, "date": one.date}))


def remove(deliveries: Sequence[Delivery], titles: Sequence[str]) -> Asked:
    """Take deliveries away."""
    edits = tuple(Remove("deliveries", one.id) for one in deliveries)
    if len(edits) == 1:
        return Asked(edits[0], StepName(REMOVED, {"title": titles[0]}))
    return Asked(Several(edits), StepName(REMOVED_SEVERAL, {"n": len(edits)}))


def set_status(deliveries: Sequence[Delivery], status: Status, titles: Sequence[str]) -> Asked:
    """How firm they are."""
    edit = SetStatus(tuple(one.id for one in deliveries), status)
    if len(deliveries) == 1:
        return Asked(edit, StepName(STATUS_CHANGED, {"title": titles[0]}))
    return Asked(edit, StepName(SEVERAL_STATUS_CHANGED, {"n": len(deliveries)}))


def lock(deliveries: Sequence[Delivery], titles: Sequence[str]) -> Asked:
    """Lock them; unlock them when all are locked."""
    locks = not all(one.is_locked for one in deliveries)
    edit = Several(tuple(Change("deliveries", one.id, {"is_locked": locks}) for one in deliveries))
    if len(deliveries) == 1:
        return Asked(edit, StepName(LOCKED if locks else UNLOCKED, {"title": titles[0]}))
    return Asked(edit, StepName(SEVERAL_LOCKED if locks else SEVERAL_UNLOCKED, {"n": len(deliveries)}))


@dataclass(frozen=True, slots=True)
class PutBack:
    """Writes records as they were before some changes, whatever happened since."""

    before: tuple[RecordChange, ...]

    def changes(self, plan: Plan) -> list[RecordChange]:
        """The way back, as far as it is still open."""
        return [
            RecordChange(one.kind, one.id, plan.find(one.kind, one.id), one.before)
            for one in self.before
            if plan.find(one.kind, one.id) != one.before
        ]
