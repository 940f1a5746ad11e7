"""The history of one record: what each step of the journal did to its fields, and the way back to an earlier value.

The journal keeps before and after of every field that a step changed; steps that were taken back are no history.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from director_app.domain.edits import Change, Edit, MoveDelivery
from director_app.domain.fields import fields_of
from director_app.domain.kinds import TYPE_OF
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.operations.open_plan import OpenPlan, Step
from director_app.wording import message

PUT_BACK: Final = message("{title}: {field} put back")

#: Fields that are one thing to a reader and go back together.
TOGETHER: Final = (("date", "until", "month"), ("start", "end"), ("first_day", "last_day"))
#: What only a move may change: a locked delivery stays where it is.
_PLACING: Final = frozenset({"date", "until", "month", "start", "end", "venue"})


class Turn(NamedTuple):
    """What one step did to one field, or to fields that belong together."""

    fields: tuple[str, ...]
    before: tuple[Any, ...]
    after: tuple[Any, ...]

    @property
    def values_before(self) -> dict[str, Any]:
        """The earlier values by field."""
        return dict(zip(self.fields, self.before, strict=True))


class HistoryEntry(NamedTuple):
    """One step that touched the record; without turns it made it."""

    step: Step
    turns: tuple[Turn, ...]


def history_of(open_plan: OpenPlan, kind: str, identity: str, limit: int = 20) -> list[HistoryEntry]:
    """The latest steps that touched a record, newest first."""
    return [
        HistoryEntry(step, _turns(kind, before, after) if before is not None and after is not None else ())
        for step, before, after in open_plan.history(kind, identity, limit)
    ]


def differs(plan: Plan, kind: str, identity: str, turn: Turn) -> bool:
    """Whether putting the earlier value back would change anything now."""
    record = plan.find(kind, identity)
    return record is not None and any(getattr(record, name) != old for name, old in turn.values_before.items())


def put_back(plan: Plan, kind: str, identity: str, turn: Turn) -> Edit:
    """The edit that gives fields the values they had before; a new step like any other.

    Where and when go as a move, which a locked delivery refuses; an end or a last day that the step had not touched
    stays as it is now.
    """
    values = turn.values_before
    record = plan.find(kind, identity)
    if kind != "deliveries" or record is None or not _PLACING.intersection(values):
        return Change(kind, identity, values)
    for group in TOGETHER:
        if set(group).intersection(values):
            values = {**{name: getattr(record, name) for name in group if hasattr(record, name)}, **values}
    return MoveDelivery(record.id, values)


def _turns(kind: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Turn, ...]:
    old, new = decoded(kind, before), decoded(kind, after)
    left = [name for name in old if name in new]
    turns = []
    while left:
        group = next((group for group in TOGETHER if left[0] in group), (left[0],))
        names = tuple(name for name in group if name in left)
        turns.append(Turn(names, tuple(old[name] for name in names), tuple(new[name] for name in names)))
        left = [name for name in left if name not in names]
    return tuple(turns)


def decoded(kind: str, image: Mapping[str, Any]) -> dict[str, Any]:
    """The values of an image; what the present version of the program does not know is left out."""
    known = {field.name: field for field in fields_of(TYPE_OF[kind]) if field.name != "id"}
    values = {}
    for name, plain in image.items():
        if name not in known:
            continue
        try:
            values[name] = known[name].decode(plain, kind)
        except RefusedInput:
            continue
    return values
