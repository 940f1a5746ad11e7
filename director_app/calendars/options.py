"""What a calendar is asked to hold, and what came of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import NamedTuple

from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import LedgerEntry
from director_app.domain.ledger_facts import subject_text
from director_app.domain.plan import Plan
from director_app.planner.bookings import with_groups, with_parts
from director_app.planner.scope import EVERYTHING, Scope


class CalendarOptions(NamedTuple):
    """Which deliveries a calendar holds, and for whom."""

    #: With contacts, confirmations, notes and ideas; otherwise only what the public may know.
    internal: bool = False
    scope: Scope = EVERYTHING
    #: Name of the calendar; empty is the season's title.
    name: str = ""


class CalendarFile(NamedTuple):
    """A finished calendar."""

    data: bytes
    #: Events in it, cancelled ones included.
    events: int
    cancelled: int
    #: Deliveries it could not hold because only their month, or not even that, is known.
    without_date: tuple[DeliveryId, ...]
    #: Whole sentences for the reader, in the language of the calendar.
    remarks: tuple[str, ...]


def holds_entry(plan: Plan, scope: Scope) -> Callable[[LedgerEntry], bool]:
    """What `scope.holds` asks, for what is no longer in the plan: by the facts it was last published with."""
    if scope.is_everything:
        return lambda _entry: True
    named = (
        ("programmes", scope.programme, (scope.programme,)),
        ("venues", scope.venue, with_parts(plan, scope.venue) if scope.venue is not None else ()),
        ("areas", scope.area, (scope.area,)),
        ("initiatives", scope.initiative, (scope.initiative,)),
        ("artists", scope.artist, with_groups(plan, scope.artist) if scope.artist is not None else ()),
    )
    wanted = [
        frozenset(subject_text(kind, str(one)) for one in meant)
        for kind, condition, meant in named
        if condition is not None
    ]

    def holds(entry: LedgerEntry) -> bool:
        return (
            (scope.delivery is None or entry.delivery == scope.delivery)
            and not any(one.isdisjoint(entry.subjects) for one in wanted)
            and scope.holds_dates(_date(entry.starts), _date(entry.ends) or _date(entry.starts))
        )

    return holds


def _date(text: str) -> datetime.date | None:
    return datetime.date(int(text[:4]), int(text[4:6]), int(text[6:8])) if text else None
