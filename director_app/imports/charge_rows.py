"""Rows of the rest of the charge, matched with the plan by what tells two records of a kind apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from director_app.domain.kinds import TYPE_OF
from director_app.imports.bench import Bench, is_blank, merged
from director_app.imports.charge_cells import shape_of
from director_app.imports.charge_fields import CHARGE_FIELDS, SHEETS
from director_app.imports.drafts import Draft
from director_app.imports.matching import name_key
from director_app.imports.named_in_passing import artist_of, free_id, organisation_of, venue_of
from director_app.imports.record_rows import Matched
from director_app.imports.remarks import Remark, remark
from director_app.wording import message

NOT_IN_PLAN: Final = message("“{name}” is not in this plan; {column} was left empty.")
_TITLES: Final = ("name", "title", "text", "number")


def propose_charge(bench: Bench, draft: Draft) -> Matched:
    """Stage what a row says of a record; the first record that no other row spoke of and that has the same key."""
    kind, sheet = draft.kind, SHEETS[draft.kind]
    remarks: list[Remark] = []
    values = {column: _value(bench, draft, column, remarks) for column in sheet.columns}
    key = tuple(_comparable(values[column]) for column in sheet.key)
    there = sorted(bench.records(kind), key=lambda one: one.id)
    fitting = [one for one in there if _key(one, sheet.key) == key and _is_free(bench, draft, one.id)]
    same = (one for one in fitting if merged(one, _nested(one, values), overwrite=True) == one)
    record = next(same, next(iter(fitting), None))
    overwrite = record is None or draft.overwrites
    if record is None:
        record = TYPE_OF[kind](free_id(bench, kind, kind, *map(str, key)))
    bench.claim(kind, record.id, draft.place)
    staged = merged(record, _nested(record, values), overwrite=overwrite)
    bench.stage(staged)
    title = next((str(value) for name in _TITLES if (value := getattr(staged, name, None))), "")
    return Matched(kind, staged.id, title, tuple(remarks))


def _is_free(bench: Bench, draft: Draft, identity: str) -> bool:
    return bench.claimed.get((draft.kind, identity), draft.place) == draft.place


def _nested(record: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """Values by the fields of the record; "contact.phone" stands in the contact that is there."""
    found: dict[str, Any] = {}
    for path, value in values.items():
        name, _dot, inner = path.partition(".")
        if not inner:
            found[name] = value
        elif not is_blank(value):
            found[name] = found.get(name, getattr(record, name))._replace(**{inner: value})
    return found


def _key(record: Any, names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(_comparable(getattr(record, name)) for name in names)


def _comparable(value: Any) -> Any:
    return name_key(value) if isinstance(value, str) else value or ""


# -- names of other records ----------------------------------------------------------------------------------------


def _value(bench: Bench, draft: Draft, column: str, remarks: list[Remark]) -> Any:
    """The value of a column, a name as the record it means. Places and people are added when there are none."""
    value, shape = draft.facts.get(column), shape_of(draft.kind, column)
    if shape.kind != "reference" or not value:
        return value or None if shape.kind == "reference" else value
    known = _known(bench, shape.refers_to, value)
    if known is not None:
        return known
    if shape.refers_to == "venues":
        return venue_of(bench, value, "", draft.source)
    if shape.refers_to == "organisations":
        return organisation_of(bench, value, draft.source)
    if shape.refers_to == "artists":
        return artist_of(bench, value, draft.source)
    label = next(field.label for field in CHARGE_FIELDS[draft.kind] if field.name == column)
    remarks.append(remark(NOT_IN_PLAN, name=value, column=label))
    return None


def _known(bench: Bench, kind: str, name: str) -> Any:
    """The record of a name, a title or a number; of several the first counts."""
    wanted = name_key(name)
    for one in bench.records(kind):
        if any(name_key(str(getattr(one, field, "") or "")) == wanted for field in _TITLES):
            return one.id
    return None
