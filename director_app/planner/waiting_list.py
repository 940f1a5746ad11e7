"""The waiting list moves up: a date that was given back goes to whoever is next by order of receipt."""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from director_app.domain.edits import AnswerApplication, SetStatus, Several
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.requests import Application, ApplicationState, order_of_receipt
from director_app.planner.answering import begun
from director_app.planner.applicants import is_of_artist

#: What was postponed went elsewhere, and what took place is over.
_FREE: Final = frozenset({Status.PENCILLED, Status.CONFIRMED, Status.CANCELLED})
_GIVEN_BACK: Final = frozenset({ApplicationState.WITHDRAWN, ApplicationState.DECLINED})


class MoveUp(NamedTuple):
    """A date that one applicant gave back, and who is next for it."""

    freed: Delivery
    given_back: Application
    next: Application


def moves_up(plan: Plan, today: datetime.date) -> tuple[MoveUp, ...]:
    """Each date from today on that was given back, with the next of the waiting list; the nearest date first.

    Companies move up after companies, artists after artists. Whether the next one can have the day is not
    asked: the director sees the suggestion and decides.
    """
    waiting = sorted(
        (one for one in plan.applications.values() if one.state is ApplicationState.WAITING and one.delivery is None),
        key=order_of_receipt,
    )
    found = []
    for given_back, freed in _freed(plan, today) if waiting else ():
        next_one = next((one for one in waiting if is_of_artist(one) == is_of_artist(given_back)), None)
        if next_one is not None:
            waiting.remove(next_one)
            found.append(MoveUp(freed, given_back, next_one))
    return tuple(found)


def moved_up(plan: Plan, move: MoveUp, reason: str) -> Several:
    """The next one gets the date with its time and programme; the delivery that was given back is cancelled."""
    freed = move.freed
    asked = begun(plan, move.next, move.next.programme or freed.programme)
    asked = asked._replace(date=freed.date, start=freed.start, end=freed.end)
    return Several((SetStatus((freed.id,), Status.CANCELLED, reason), AnswerApplication(move.next.id, asked)))


def _freed(plan: Plan, today: datetime.date) -> list[tuple[Application, Delivery]]:
    """Applications that were withdrawn or declined after they had a date, that date beside each.

    The date may be cancelled by now; it is no longer free once somebody else was answered with that day and time.
    """
    holding = [one for one in plan.applications.values() if one.state not in _GIVEN_BACK]
    kept = [plan.deliveries[one.delivery] for one in holding if one.delivery and one.delivery in plan.deliveries]
    taken = {(one.date, one.start) for one in kept if one.status.takes_place}
    pairs: dict[DeliveryId, tuple[Application, Delivery]] = {}
    for one in plan.applications.values():
        freed = plan.deliveries.get(one.delivery) if one.delivery is not None else None
        if freed is None or one.state not in _GIVEN_BACK or (freed.date, freed.start) in taken:
            continue
        if freed.date is not None and freed.date >= today and freed.status in _FREE:
            pairs[freed.id] = one, freed
    return sorted(pairs.values(), key=lambda pair: (pair[1].date, pair[1].start or 0, pair[1].id))
