"""What a calendar is asked to hold, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import LedgerEntry
from director_app.domain.ledger_facts import dates_in, subject_text
from director_app.planner.scope import EVERYTHING, Scope

#: What the public calendar is called among what was given out as an edition.
GIVEN_AS: Final = "calendar"
_NO_DATES: Final = (None, None)


class CalendarOptions(NamedTuple):
    """Which deliveries a calendar holds, and for whom."""

    #: With contacts, confirmations, notes and ideas; otherwise only what the public may know.
    internal: bool = False
    scope: Scope = EVERYTHING
    #: Name of the calendar; empty is the season's title.
    name: str = ""
    #: With what falls due before its dates, as tasks with a reminder; only in an internal calendar.
    tasks: bool = False
    #: The edition it is given out as; it says so to calendar programs that show a description.
    edition: int | None = None
    #: Dates of a rule as one event that repeats, where they are given out for the first time; otherwise one by one.
    repeating: bool = False


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
    tasks: int = 0


def held_entry(scope: Scope, *, internal: bool) -> Callable[[LedgerEntry], bool]:
    """Whether calendars of this scope and flavour may ever have held a delivery: what `scope.holds` asks, of the past.

    It says yes too often rather than too rarely: what a calendar program never had it need not take away.
    """
    if scope.is_everything:
        return lambda _entry: True
    named = (
        ("programmes", scope.programme),
        ("venues", scope.venue),
        ("areas", scope.area),
        ("initiatives", scope.initiative),
        ("artists", scope.artist),
    )
    wanted = frozenset(subject_text(kind, condition) for kind, condition in named if condition is not None)

    def held(entry: LedgerEntry) -> bool:
        return (scope.delivery is None or entry.delivery == scope.delivery) and any(
            wanted.issubset(subjects) and scope.holds_dates(*(dates_in(subjects) or _NO_DATES))
            for subjects in entry.ever(internal=internal)
        )

    return held
