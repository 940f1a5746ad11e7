"""What a user can ask for, as values; each becomes a list of record changes on the plan as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from director_app.domain.facts import ConfirmationOf, ConfirmationState, Fallback
from director_app.domain.fields import fields_of
from director_app.domain.ids import ApplicationId, DeliveryId
from director_app.domain.kinds import AnyRecord, kind_of, without
from director_app.domain.papers import AcceptedProblem
from director_app.domain.parts import parts_along
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Delivery, Status
from director_app.domain.refusals import RefusedEdit, message
from director_app.domain.requests import Application, ApplicationState
from director_app.domain.rules import check_alone, check_within, cleaned, name_of

GONE: Final = message("This record is no longer in the plan.")
ALREADY_THERE: Final = message("“{name}” is already in the plan.")
LOCKED: Final = message("“{name}” is locked. Unlock it first.")
STILL_NEEDED: Final = message("“{name}” cannot be removed: the delivery {number} would have nothing left to stand on.")
PUBLISHED: Final = message("Edition {number} was given out and stays as it is.")
NOT_A_FIELD: Final = message("There is no field “{field}” to change.")


_ANSWERED: Final = (ApplicationState.PLACED, ApplicationState.TOLD, ApplicationState.CONFIRMED)


class Edit(Protocol):
    """Something a user asks for."""

    def changes(self, plan: Plan) -> list[RecordChange]:
        """What it changes on this plan.

        Raises:
            RefusedEdit: when it cannot be done; nothing has happened then.
        """
        ...


@dataclass(frozen=True, slots=True)
class Add:
    """Add records as they are."""

    records: tuple[AnyRecord, ...]

    def changes(self, plan: Plan) -> list[RecordChange]:
        """One addition per record."""
        added: dict[tuple[str, str], RecordChange] = {}
        for record in self.records:
            named = (kind_of(record), record.id)
            if named in added or plan.find(*named) is not None:
                raise RefusedEdit(ALREADY_THERE, name=name_of(record))
            added[named] = RecordChange(*named, None, record)
        return list(added.values())


@dataclass(frozen=True, slots=True)
class Change:
    """Set fields of one record."""

    kind: str
    id: str
    values: Mapping[str, Any]

    def changes(self, plan: Plan) -> list[RecordChange]:
        """One change, none when every field already holds its value; timed parts go with their delivery."""
        before = _existing(plan, self.kind, self.id)
        after = _with_values(before, self.values)
        along = parts_along(plan, before, after) if isinstance(before, Delivery) and "start" in self.values else []
        return [RecordChange(self.kind, self.id, before, after), *along]


@dataclass(frozen=True, slots=True)
class Put:
    """Write a whole record, whether it was there or not."""

    record: AnyRecord

    def changes(self, plan: Plan) -> list[RecordChange]:
        """One change or addition."""
        kind = kind_of(self.record)
        return [RecordChange(kind, self.record.id, plan.find(kind, self.record.id), self.record)]


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove a record, what cannot stand without it, and every mention of it elsewhere."""

    kind: str
    id: str

    def changes(self, plan: Plan) -> list[RecordChange]:
        """The removal and what follows from it."""
        first = _existing(plan, self.kind, self.id)
        touched: dict[tuple[str, str], AnyRecord | None] = {(self.kind, self.id): None}
        waiting = [(self.kind, self.id)]
        while waiting:
            kind, identity = waiting.pop()
            for user in plan.users(kind, identity):
                current = touched[user] if user in touched else plan.find(*user)
                if current is None:
                    continue
                left = after_loss(current, without(current, kind, identity))
                touched[user] = left
                if left is None:
                    waiting.append(user)
                elif user[0] == "deliveries":
                    _keep_anchored(left, first)
        return [RecordChange(*named, plan.find(*named), after) for named, after in touched.items()]


@dataclass(frozen=True, slots=True)
class MoveDelivery:
    """Place a delivery elsewhere: any of date, start, end, venue; what is not named stays.

    Without a date it has no last date either, so that it can be placed on any day again.
    """

    delivery: DeliveryId
    to: Mapping[str, Any]

    def changes(self, plan: Plan) -> list[RecordChange]:
        """The moved delivery; its end and its timed parts go with its start, its last date with its date."""
        before: Delivery = _existing(plan, "deliveries", self.delivery)
        if before.is_locked:
            raise RefusedEdit(LOCKED, name=before.number or title_of(plan, before))
        values = dict(self.to)
        if "start" in values and "end" not in values and before.end is not None:
            moved = values["start"] is not None and before.start is not None
            values["end"] = before.end + (values["start"] - before.start) if moved else None
        if values.get("date") is not None:
            values["month"] = ""
        if "date" in values and "until" not in values and before.until is not None:
            moved = values["date"] is not None and before.date is not None
            values["until"] = before.until + (values["date"] - before.date) if moved else None
        after = _with_values(before, values)
        return [RecordChange("deliveries", self.delivery, before, after), *parts_along(plan, before, after)]


@dataclass(frozen=True, slots=True)
class AddDelivery:
    """Add a delivery with the next free reference number."""

    delivery: Delivery

    def changes(self, plan: Plan) -> list[RecordChange]:
        """The addition, numbered."""
        numbered = self.delivery._replace(number=next_number(plan))
        return Add((numbered,)).changes(plan)


@dataclass(frozen=True, slots=True)
class AnswerApplication:
    """Make the delivery that answers an application on a day, and link both."""

    application: ApplicationId
    delivery: Delivery

    def changes(self, plan: Plan) -> list[RecordChange]:
        """The new delivery and the application's new state."""
        application = _existing(plan, "applications", self.application)
        placed = {"delivery": self.delivery.id, "state": ApplicationState.PLACED}
        return [
            *AddDelivery(self.delivery).changes(plan),
            RecordChange("applications", self.application, application, application._replace(**placed)),
        ]


@dataclass(frozen=True, slots=True)
class SetFallback:
    """Give deliveries a plan B, or take it away with None."""

    deliveries: tuple[DeliveryId, ...]
    fallback: Fallback | None

    def changes(self, plan: Plan) -> list[RecordChange]:
        """One change per delivery."""
        return Several(
            tuple(Change("deliveries", one, {"fallback": self.fallback}) for one in self.deliveries)
        ).changes(plan)


@dataclass(frozen=True, slots=True)
class SetStatus:
    """Set the status of deliveries."""

    deliveries: tuple[DeliveryId, ...]
    status: Status
    reason: str = ""

    def changes(self, plan: Plan) -> list[RecordChange]:
        """One change per delivery."""
        values: dict[str, Any] = {"status": self.status}
        if self.reason:
            values["changed_reason"] = self.reason
        return Several(tuple(Change("deliveries", one, values) for one in self.deliveries)).changes(plan)


@dataclass(frozen=True, slots=True)
class Several:
    """Edits that belong together, each seeing what those before it did."""

    edits: tuple[Edit, ...]

    def changes(self, plan: Plan) -> list[RecordChange]:
        """All changes, one per record."""
        joined: dict[tuple[str, str], RecordChange] = {}
        for edit in self.edits:
            step = edit.changes(plan)
            plan = plan.with_changes(step, highest_of(step))
            for change in step:
                named = (change.kind, change.id)
                earliest = joined[named].before if named in joined else change.before
                joined[named] = change._replace(before=earliest)
        return [change for change in joined.values() if change.before != change.after]


def _existing(plan: Plan, kind: str, identity: str) -> Any:
    record = plan.find(kind, identity)
    if record is None:
        raise RefusedEdit(GONE)
    return record


def _with_values(record: AnyRecord, values: Mapping[str, Any]) -> AnyRecord:
    known = {field.name for field in fields_of(type(record))} - {"id"}
    for name in values:
        if name not in known:
            raise RefusedEdit(NOT_A_FIELD, field=name)
    after = record._replace(**values)
    if isinstance(after, Delivery) and "confirmations" not in values:
        return _asking_again(record, after)
    return after


def _asking_again(before: Delivery, after: Delivery) -> Delivery:
    """Who agreed to one venue has not agreed to another: its confirmation is open again when the venue changes.

    A first venue keeps the answer that came before it was named. Dates and times reopen nothing: shows are nudged by
    minutes all season, and what the acts and the contract said stays what they said.
    """
    if before.venue in (None, after.venue):
        return after
    opened = (
        one._replace(state=ConfirmationState.OPEN, on=None) if one.of is ConfirmationOf.VENUE else one
        for one in after.confirmations
    )
    return after._replace(confirmations=tuple(opened))


def after_loss(before: AnyRecord, left: AnyRecord | None) -> AnyRecord | None:
    """A record that lost a mention: what was accepted of it is void, an answered application waits for an answer."""
    if isinstance(left, AcceptedProblem):
        return None
    if isinstance(left, Application) and before.delivery is not None and left.delivery is None:
        return left._replace(state=ApplicationState.IN_REVIEW) if left.state in _ANSWERED else left
    return left


def _keep_anchored(delivery: Delivery, removed: AnyRecord) -> None:
    try:
        check_alone(delivery)
    except RefusedEdit:
        raise RefusedEdit(STILL_NEEDED, name=name_of(removed), number=delivery.number) from None


def title_of(plan: Plan, delivery: Delivery) -> str:
    """A delivery's title: its programme's with the suffix; empty when undecided."""
    programme = plan.programmes.get(delivery.programme) if delivery.programme else None
    return " ".join(part for part in (programme.title if programme else "", delivery.title_suffix) if part)


def next_number(plan: Plan) -> str:
    """The next reference number, above any ever given."""
    return numbered(plan, plan.highest_number + 1)


def numbered(plan: Plan, number: int) -> str:
    """A reference number as the season writes them."""
    return f"{plan.season.number_prefix}-{number:03d}"


#: Reference numbers stay below this; longer runs of digits are names, not numbers.
HIGHEST_POSSIBLE: Final = 10**11


def highest_in(deliveries: Iterable[Delivery]) -> int:
    """The highest reference number that deliveries bear."""
    highest = 0
    for delivery in deliveries:
        tail = delivery.number.rpartition("-")[2]
        if tail.isascii() and tail.isdigit() and int(tail[:30]) < HIGHEST_POSSIBLE:
            highest = max(highest, int(tail[:30]))
    return highest


def highest_of(changes: Iterable[RecordChange]) -> int:
    """The highest reference number that changes give."""
    return highest_in(change.after for change in changes if change.kind == "deliveries" and change.after is not None)


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """An edit that was resolved already: on the same plan nothing of it is done a second time."""

    edit: Edit
    before: Plan
    after: Plan
    found: tuple[RecordChange, ...]
    highest_number: int = 0

    def changes(self, plan: Plan) -> list[RecordChange]:
        """What the edit changes on this plan."""
        return self.edit.changes(plan)


def worked_out(plan: Plan, edit: Edit, highest_number: int = 0) -> WorkedOut:
    """An edit resolved ahead of doing it, so that she can be told what it would change.

    Raises:
        RefusedEdit: when the edit cannot be done.
    """
    after, found = resolve(plan, edit, highest_number)
    return WorkedOut(edit, plan, after, tuple(found), highest_number)


def resolve(plan: Plan, edit: Edit, highest_number: int = 0) -> tuple[Plan, list[RecordChange]]:
    """The plan after an edit, and what changed; checked and cleaned. No number up to `highest_number` is given again.

    Raises:
        RefusedEdit: when the edit cannot be done.
    """
    if isinstance(edit, WorkedOut) and edit.before is plan and edit.highest_number == highest_number:
        return edit.after, list(edit.found)
    changes = [_clean_change(change) for change in edit.changes(plan)]
    changes = [change for change in changes if change.before != change.after]
    for change in changes:
        if change.kind == "releases":
            _keep_published(change)
    after = plan.with_changes(changes, max(highest_number, highest_of(changes)))
    taken = _Numbers(plan, changes)
    for change in changes:
        if change.after is not None:
            check_within(after, change.after, taken.by_other)
    return after, changes


def _keep_published(change: RecordChange) -> None:
    """What is on paper cannot be changed any more; only what else was given out as the same edition is added.

    Raises:
        RefusedEdit: when an edition would change or go.
    """
    before, after = change.before, change.after
    if before is not None and (after is None or after._replace(given=before.given) != before):
        raise RefusedEdit(PUBLISHED, number=before.number)


def _clean_change(change: RecordChange) -> RecordChange:
    if change.after is None:
        return change
    record = cleaned(change.after)
    check_alone(record)
    return change._replace(after=record)


class _Numbers:
    """Which delivery holds which number; looked up only when a number is new."""

    def __init__(self, plan: Plan, changes: list[RecordChange]) -> None:
        self._plan = plan
        self._changes = changes
        self._holders: dict[str, str] | None = None

    def by_other(self, number: str, delivery: str) -> bool:
        """Whether another delivery has this number."""
        before = self._plan.deliveries.get(DeliveryId(delivery))
        if before is not None and before.number == number:
            return False
        if len(self._changes) == 1 and highest_of(self._changes) > self._plan.highest_number:
            return False
        if self._holders is None:
            self._holders = {one.number: one.id for one in self._plan.deliveries.values()}
            for change in self._changes:
                if change.kind == "deliveries" and change.before is not None:
                    self._holders.pop(change.before.number, None)
            for change in self._changes:
                if change.kind == "deliveries" and change.after is not None:
                    self._holders.setdefault(change.after.number, change.id)
        return self._holders.get(number, delivery) != delivery
