"""Two records that are the same person made into one: every mention of the one becomes the other."""

from __future__ import annotations

from typing import Any

from director_app.domain.edits import Edit, Put, Remove, Several
from director_app.domain.facts import Subject
from director_app.domain.fields import Shape, fields_of
from director_app.domain.kinds import AnyRecord
from director_app.domain.plan import Plan


def merge_into(plan: Plan, kind: str, kept: str, gone: str) -> Edit:
    """The edit that lets one record take over another: what it lacks, and every mention. The other is removed."""
    keeper, other = plan.find(kind, kept), plan.find(kind, gone)
    edits: list[Edit] = []
    for user_kind, user in sorted(plan.users(kind, gone)):
        record = plan.find(user_kind, user)
        if record is not None and (user_kind, user) not in ((kind, kept), (kind, gone)):
            edits.append(Put(renamed(record, kind, gone, kept)))
    if keeper is not None and other is not None:
        edits.append(Put(_without_itself(filled_from(renamed(keeper, kind, gone, kept), other), kept)))
    return Several((*edits, Remove(kind, gone)))


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
        return tuple(dict.fromkeys(_renamed(shape.item, entry, kind, old, new) for entry in value))
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
    members = getattr(record, "members", ())
    if identity not in members:
        return record
    return record._replace(members=tuple(one for one in members if one != identity))
