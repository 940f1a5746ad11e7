"""Where in a record a field of a form lies: "genre", "access.gate", "contacts[0].phone", "texts[language=en].intro".

Entries of a list that are not there yet are shown as empty ones, and written when something is typed into them.
"""

from __future__ import annotations

import re
from typing import Any, Final

from director_app.domain.fields import fields_of

_LISTED: Final = re.compile(r"^(?P<name>\w+)\[(?P<which>\w+)(?:=(?P<value>[\w-]+))?\]$")


def value_at(record: Any, path: str) -> Any:
    """The value a path leads to."""
    first, _dot, inner = path.partition(".")
    listed = _LISTED.match(first)
    value = _entry(record, listed) if listed else getattr(record, first)
    return value_at(value, inner) if inner else value


def changes_at(record: Any, path: str, value: Any) -> dict[str, Any]:
    """The field of the record to set, and its new value, so that the path leads to `value`."""
    first, _dot, inner = path.partition(".")
    listed = _LISTED.match(first)
    if not listed:
        whole = getattr(record, first)
        return {first: whole._replace(**changes_at(whole, inner, value)) if inner else value}
    entry = _entry(record, listed)
    entry = entry._replace(**changes_at(entry, inner, value))
    return {listed["name"]: _with_entry(record, listed, entry)}


def _empty(record: Any, listed: re.Match[str]) -> Any:
    shape = next(field.shape for field in fields_of(type(record)) if field.name == listed["name"])
    value_type: Any = shape.item.value_type if shape.item is not None else None
    fields = fields_of(value_type)
    values: dict[str, Any] = {field.name: "" for field in fields if field.required}
    if listed["value"]:
        keyed = next(field for field in fields if field.name == listed["which"])
        values[keyed.name] = keyed.decode(listed["value"], keyed.name)
    return value_type(**values)


def _place(record: Any, listed: re.Match[str]) -> int:
    entries = getattr(record, listed["name"])
    if listed["value"] is None:
        return int(listed["which"])
    keys = [getattr(entry, listed["which"]) for entry in entries]
    return keys.index(listed["value"]) if listed["value"] in keys else len(entries)


def _entry(record: Any, listed: re.Match[str]) -> Any:
    entries = getattr(record, listed["name"])
    place = _place(record, listed)
    return entries[place] if place < len(entries) else _empty(record, listed)


def _with_entry(record: Any, listed: re.Match[str], entry: Any) -> tuple[Any, ...]:
    entries = list(getattr(record, listed["name"]))
    place = _place(record, listed)
    empty = _empty(record, listed)
    if place < len(entries):
        entries[place : place + 1] = [] if entry == empty else [entry]
    else:
        entries.extend([empty] * (place - len(entries)))
        entries.append(entry)
    return tuple(entries)
