"""Counts and next dates per record, worked out when asked for and kept until something that matters changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from director_app.domain.plan import Plan, RecordChange

Figure = TypeVar("Figure")


class Figures(Generic[Figure]):
    """One figure per record of a kind, remembered; a change forgets only the records it affects."""

    def __init__(
        self, compute: Callable[[Plan, str], Figure], affected: Callable[[Plan, RecordChange], Iterable[str]]
    ) -> None:
        self._compute = compute
        self._affected = affected
        self._plan = Plan()
        self._known: dict[str, Figure] = {}

    def show_plan(self, plan: Plan) -> None:
        """Begin anew with another plan."""
        self._plan = plan
        self._known.clear()

    def all_of(self, plan: Plan, identities: Iterable[str]) -> dict[str, Figure]:
        """The figures of these records, for `take`; keeps nothing, so that it may run beside the window."""
        return {one: self._compute(plan, one) for one in identities}

    def take(self, plan: Plan, known: dict[str, Figure]) -> None:
        """Use figures worked out beforehand, when this is still the plan they are of."""
        if plan is self._plan:
            self._known |= known

    def follow(self, plan: Plan, changes: Iterable[RecordChange]) -> None:
        """Go on with the same plan after changes."""
        before, self._plan = self._plan, plan
        for change in changes:
            self._known.pop(change.id, None)
            for one in (*self._affected(before, change), *self._affected(plan, change)):
                self._known.pop(one, None)

    def of(self, identity: str) -> Figure:
        """The figure of one record."""
        if identity not in self._known:
            self._known[identity] = self._compute(self._plan, identity)
        return self._known[identity]
