"""Copies of deliveries as edits: dragged with Ctrl, pasted, repeated, or on several dates at once. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from director_app.domain.edits import Add, AddDelivery, Change, Edit, Several
from director_app.domain.ids import DeliveryId, SeriesId, new_id
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Series, Status
from director_app.operations.open_plan import StepName
from director_app.ui.forms.typed_dates import TypedDay
from director_app.ui.schedule.moves import Asked, Place, move
from director_app.wording import message

REPEATED = message("{title} repeated on {date}")
REPEATED_SEVERAL = message("{n} dates repeated a week later")
COPIED = message("{title} copied to {date}")
COPIED_SEVERAL = message("{n} dates copied")
ON_MORE_DATES = message("{title} on {n} more dates")
AS_IF: DeliveryId = DeliveryId("copy being dragged")
"""What a copy is called before there is one."""


def copy_of(one: Delivery, identity: DeliveryId | None = None) -> Delivery:
    """The same once more, with nothing confirmed, counted or locked yet."""
    return one._replace(
        id=identity or DeliveryId(new_id()), number="", status=Status.PENCILLED, is_locked=False, confirmations=(),
        counted_heads=None, postponed_to=None, changed_reason="", exceptions=(),
    )  # fmt: skip


def on_day(one: Delivery, day: datetime.date) -> Delivery:
    """A copy on another day, lasting as long."""
    until = day + (one.until - one.date) if one.until is not None and one.date is not None else None
    return copy_of(one)._replace(date=day, until=until, month="")


def repeat(deliveries: Sequence[Delivery], days: int, titles: Sequence[str]) -> Asked | None:
    """The same once more, so many days later; None when none of them has a date."""
    made = [(on_day(one, one.date + datetime.timedelta(days=days)), title)
            for one, title in zip(deliveries, titles, strict=True) if one.date is not None]  # fmt: skip
    if not made:
        return None
    edit = Several(tuple(AddDelivery(one) for one, _title in made))
    if len(made) == 1:
        return Asked(edit, StepName(REPEATED, {"title": made[0][1], "date": made[0][0].date}))
    return Asked(edit, StepName(REPEATED_SEVERAL, {"n": len(made)}))


def copy_to(deliveries: Sequence[Delivery], grabbed: Delivery, place: Place, titles: Sequence[str]) -> Asked:
    """Copies in a place; several keep their distances from the first."""
    made = [copy_of(one) for one in deliveries]
    first = made[next(position for position, one in enumerate(deliveries) if one.id == grabbed.id)]
    edits: list[Edit] = [AddDelivery(one) for one in made]
    edits.append(move(made, first, place, titles).edit)
    edit = Several(tuple(edits))
    if len(made) == 1:
        return Asked(edit, StepName(COPIED, {"title": titles[0], "date": place.day}))
    return Asked(edit, StepName(COPIED_SEVERAL, {"n": len(made)}))


def made_on(one: Delivery, days: Sequence[TypedDay]) -> list[Delivery]:
    """Copies on typed dates; a date without a time keeps the time of the first, a new start keeps its length."""
    made = []
    for day in days:
        copy = on_day(one, day.date)
        if day.start is not None:
            length = one.end - one.start if one.start is not None and one.end is not None else None
            kept = None if length is None else type(day.start)(day.start + length)
            copy = copy._replace(start=day.start, end=day.end if day.end is not None else kept)
        if (copy.date, copy.start) != (one.date, one.start):
            made.append(copy)
    return made


def on_more_dates(plan: Plan, one: Delivery, made: Sequence[Delivery], title: str) -> Asked:
    """Add copies on several dates; from then on they are one series with the first."""
    dates = tuple(sorted({copy.date for copy in made if copy.date is not None}))
    edits: list[Edit] = []
    series = plan.series.get(one.series) if one.series is not None else None
    if series is None:
        first = (one.date,) if one.date is not None else ()
        series = Series(
            SeriesId(new_id()), title, one.programme, first_day=one.date or dates[0], dates=(*first, *dates)
        )
        edits += [Add((series,)), Change("deliveries", one.id, {"series": series.id})]
    else:
        known = tuple(sorted({*series.dates, *dates}))
        edits.append(Change("series", series.id, {"dates": known}))
    edits += [AddDelivery(copy._replace(series=series.id)) for copy in made]
    return Asked(Several(tuple(edits)), StepName(ON_MORE_DATES, {"title": title, "n": len(made)}))
