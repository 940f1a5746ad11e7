"""Two records that are the same person made into one: every mention of the one becomes the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from director_app.domain.edits import Edit, Put, Remove, Several
from director_app.domain.facts import Act, Confirmation, ConfirmationState, Subject
from director_app.domain.fields import Shape, fields_of
from director_app.domain.kinds import AnyRecord
from director_app.domain.plan import Plan


def merge_into(plan: Plan, kind: str, kept: str, gone: str, chosen: Mapping[str, Any] | None = None) -> Edit:
    """The edit that lets one record take over another: what it lacks, and every mention. The other is removed.

    `chosen` are the values of fields in which both said something else.
    """
    keeper, other = plan.find(kind, kept), plan.find(kind, gone)
    edits: list[Edit] = []
    for user_kind, user in sorted(plan.users(kind, gone)):
        record = plan.find(user_kind, user)
        if record is not None and (user_kind, user) not in ((kind, kept), (kind, gone)):
            edits.append(Put(renamed(record, kind, gone, kept)))
    if keeper is not None and other is not None:
        whole = filled_from(keeper, other)._replace(**(chosen or {}))
        edits.append(Put(_without_itself(renamed(whole, kind, gone, kept), kept)))
    return Several((*edits, Remove(kind, gone)))


class Disagreement(NamedTuple):
    """A field in which two records say different things; lists can be joined."""

    field: str
    shape: Shape
    one: Any
    other: Any

    @property
    def both(self) -> tuple[Any, ...] | None:
        """Both lists, nobody twice; None when the field is no list."""
        return tuple(dict.fromkeys((*self.one, *self.other))) if self.shape.item is not None else None


def disagreements(plan: Plan, kind: str, kept: str, gone: str) -> tuple[Disagreement, ...]:
    """The fields in which both records say something, and not the same."""
    one, other = plan.find(kind, kept), plan.find(kind, gone)
    if one is None or other is None:
        return ()
    found = []
    for position, field in enumerate(fields_of(type(one))):
        values = (one[position], other[position])
        if field.name not in ("id", "source") and field.default not in values and values[0] != values[1]:
            found.append(Disagreement(field.name, field.shape, *values))
    return tuple(found)


def filled_from(record: AnyRecord, other: AnyRecord) -> AnyRecord:
    """The record with every field that says nothing taken from another of its kind."""
    values = {}
    for position, field in enumerate(fields_of(type(record))):
        if field.name != "id" and record[position] == field.default and other[position] != field.default:
            values[field.name] = other[position]
    return record._replace(**values)


def renamed(record: AnyRecord, kind: str, old: str, new: str) -> AnyRecord:
    """The record with one identity put for another wherever it is named; lists name nobody twice."""
    values = {}
    for position, field in enumerate(fields_of(type(record))):
        if field.name != "id":
            value = _renamed(field.shape, record[position], kind, old, new)
            if value != record[position]:
                values[field.name] = value
    return record._replace(**values)


def _renamed(shape: Shape, value: Any, kind: str, old: str, new: str) -> Any:
    if value is None:
        return None
    if shape.item is not None:
        entries = tuple(_renamed(shape.item, entry, kind, old, new) for entry in value)
        return value if entries == value else _once(entries)
    if shape.kind == "reference":
        return new if shape.refers_to == kind and value == old else value
    if shape.value_type is Subject:
        return Subject(kind, new) if value == (kind, old) else value
    if shape.value_type is None:
        return value
    inner = zip(fields_of(shape.value_type), value, strict=True)
    values: Any = [_renamed(field.shape, entry, kind, old, new) for field, entry in inner]
    made: Any = shape.value_type
    return made(*values)


def _without_itself(record: AnyRecord, identity: str) -> AnyRecord:
    """A record that would name itself after the other became it: a group as its own member, a place as its fallback."""
    values: dict[str, Any] = {}
    for position, field in enumerate(fields_of(type(record))):
        if field.name != "id" and field.shape.kind == "reference" and record[position] == identity:
            values[field.name] = field.default
    if identity in getattr(record, "members", ()):
        values["members"] = tuple(one for one in record.members if one != identity)
    return record._replace(**values)


def _once(entries: tuple[Any, ...]) -> tuple[Any, ...]:
    """A list in which nobody stands twice: the first part of an act, the furthest answer of a confirmation."""
    found: dict[Any, Any] = {}
    for entry in entries:
        key = (entry.of, entry.artist) if isinstance(entry, Confirmation) else entry
        key = entry.artist if isinstance(entry, Act) else key
        present = found.get(key)
        further = isinstance(entry, Confirmation) and present is not None and _how_far(entry) > _how_far(present)
        if present is None or further:
            found[key] = entry
    return tuple(found.values())


def _how_far(confirmation: Confirmation) -> int:
    return list(ConfirmationState).index(confirmation.state)
