"""What waits to be placed: applications without an answer, items without a date, postponed ones. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import initiative_of
from director_app.domain.requests import Application, ApplicationState, order_of_receipt
from director_app.operations.sentences import place_text
from director_app.ui.schedule.items import NO_HUE, delivery_titles, hue_of
from director_app.wording import Wording, message

LONG_WAIT: Final = 21
"""Days from which on a wait is marked."""

APPLICATION_WORDS: Final = {
    ApplicationState.RECEIVED: message("Received"),
    ApplicationState.IN_REVIEW: message("In review"),
    ApplicationState.PLACED: message("Placed"),
    ApplicationState.TOLD: message("Told"),
    ApplicationState.CONFIRMED: message("Confirmed"),
    ApplicationState.WAITING: message("Waiting"),
    ApplicationState.WITHDRAWN: message("Withdrawn"),
    ApplicationState.DECLINED: message("Declined"),
}
_OPEN: Final = frozenset({ApplicationState.RECEIVED, ApplicationState.IN_REVIEW, ApplicationState.WAITING})


@dataclass(frozen=True, slots=True)
class TrayRow:
    """One thing that waits, in two lines."""

    subject: Subject
    title: str
    second: str
    right: str = ""
    right_second: str = ""
    is_late: bool = False
    is_undecided: bool = False
    status: Status | None = None
    hue: int = NO_HUE

    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.second, self.right, self.right_second) if part)


@dataclass(frozen=True, slots=True)
class TrayRows:
    """What waits, by tab: the records alone; rows are made of them when they are seen."""

    applications: tuple[Application, ...] = ()
    undecided: tuple[Delivery, ...] = ()
    postponed: tuple[Delivery, ...] = ()

    @property
    def total(self) -> int:
        """How many things wait in all."""
        return len(self.applications) + len(self.undecided) + len(self.postponed)


def waiting_applications(plan: Plan) -> tuple[Application, ...]:
    """Applications without an answer, in the order of receipt."""
    waiting = [one for one in plan.applications.values() if one.delivery is None and one.state in _OPEN]
    return tuple(sorted(waiting, key=order_of_receipt))


def undecided_deliveries(plan: Plan) -> tuple[Delivery, ...]:
    """Deliveries without a date that are still to come, by month."""
    undated = [plan.deliveries[one] for one in plan.on_day(None)]
    wanted = [one for one in undated if one.status not in (Status.POSTPONED, Status.CANCELLED, Status.DELIVERED)]
    return tuple(sorted(wanted, key=_by_number))


def postponed_deliveries(plan: Plan, postponed: Iterable[DeliveryId]) -> tuple[Delivery, ...]:
    """These postponed deliveries, by number."""
    return tuple(sorted((plan.deliveries[one] for one in postponed if one in plan.deliveries), key=_by_number))


def tray_row(wording: Wording, plan: Plan, record: Application | Delivery, today: datetime.date) -> TrayRow:
    """One thing that waits, as a row."""
    if isinstance(record, Application):
        return _application_row(wording, plan, record, today)
    return _delivery_row(wording, plan, record)


def _by_number(one: Delivery) -> tuple[str, str]:
    return one.month or "9", one.number


def _application_row(wording: Wording, plan: Plan, one: Application, today: datetime.date) -> TrayRow:
    organisation = plan.organisations.get(one.organisation) if one.organisation else None
    english = wording.language == "en"
    company = ((organisation.name_en if english else "") or organisation.name) if organisation else ""
    heads = [shift.heads for shift in one.heads if shift.heads is not None]
    wish = one.wishes[0].text if one.wishes else ""
    slot = one.meal_slot if one.meal_slot not in wish else ""
    parts = [" ".join(part for part in (wish, slot) if part) or wording.text("date undecided")]
    parts.append(wording.plural("{n} person", "{n} people", sum(heads)) if heads else wording.text("heads undecided"))
    days = (today - one.received_at.date()).days if one.received_at is not None else None
    return TrayRow(
        Subject("applications", one.id),
        company or one.applicant or one.number or wording.undecided(),
        " · ".join(parts),
        "" if days is None or days < 0 else wording.plural("day {n}", "day {n}", days),
        wording.text(APPLICATION_WORDS[one.state]),
        is_late=days is not None and days >= LONG_WAIT,
    )


def _delivery_row(wording: Wording, plan: Plan, one: Delivery) -> TrayRow:
    title, _short, known = delivery_titles(wording, plan, one)
    place, _known = place_text(wording, plan, one)
    if one.month:
        year, month = one.month.split("-")
        when = wording.text("some day in {month}", month=wording.month(int(year), int(month)))
    elif one.date is not None:
        when = wording.text("was {date}", date=wording.date_short(one.date))
    else:
        when = wording.text("date undecided")
    hue = hue_of(plan, initiative_of(plan, one))
    return TrayRow(
        Subject("deliveries", one.id), title, f"{when} · {place}", one.number,
        is_undecided=not known, status=one.status, hue=hue,
    )  # fmt: skip
