"""Any record there can be, made from the description of its fields: what a new field needs to be tested is nothing."""

from __future__ import annotations

import datetime
import string
from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from director_app.domain.fields import Field, Shape, fields_of
from director_app.domain.kinds import KINDS, TYPE_OF, AnyRecord
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedEdit
from director_app.domain.rules import check_alone, clean_text, holds_resident_number

Known = Mapping[str, Sequence[str]]

#: Letters that have broken programs: Hangul composed and not, quotes, brackets, another plane, a line end, a tab.
LETTERS = "가힣ㄱ봄밤" + string.ascii_letters + string.digits + " -–·'\"<>&%{}\\/;:,.\n\t" + "éß𠮷🎻\u0301\u200b"
DAYS = st.dates(datetime.date(2025, 7, 1), datetime.date(2025, 12, 31))
TEXTS = st.text(LETTERS, max_size=12).map(clean_text).filter(lambda text: not holds_resident_number(text))
#: Texts that are written one way only, by the name of the field.
WRITTEN = {"zone": ("Asia/Tokyo", "Europe/London"), "colour": ("#1A6B4F", "#0b3d91")}
_NARROW = {"weekday": 6, "weekdays": 6, "hue": 7}
#: Largest number of a field, by its name.
_LARGEST = {"mean": 5.0}
_MOMENTS = st.datetimes(datetime.datetime(2025, 1, 1), datetime.datetime(2026, 12, 31))


def ground() -> list[AnyRecord]:
    """Two bare records of every kind, for others to name."""
    return [blank(kind.name, f"{kind.name}-{number}") for kind in KINDS for number in (0, 1)]


def blank(kind: str, identity: str) -> AnyRecord:
    """A record of which nothing is known but what it cannot do without."""
    needed: dict[str, Any] = {"id": identity}
    for field in fields_of(TYPE_OF[kind])[1:]:
        if field.required:
            needed[field.name] = _bare(field.shape)
    if kind == "deliveries":
        needed["month"] = "2025-10"
    return TYPE_OF[kind](**needed)


def _bare(shape: Shape) -> Any:
    if shape.kind == "reference":
        return f"{shape.refers_to}-0"
    if shape.kind == "date":
        return datetime.date(2025, 10, 14)
    if shape.value_type is not None:
        return shape.value_type("deliveries", "deliveries-0")  # a subject
    return ""


def ids_of(plan: Plan) -> dict[str, list[str]]:
    """The ids of a plan by kind, in order."""
    return {kind.name: sorted(plan.table(kind.name)) for kind in KINDS}


def any_value(shape: Shape, name: str, known: Known) -> st.SearchStrategy[Any]:
    """Any value of a shape that names only known records."""
    if shape.item is not None:
        return st.lists(any_value(shape.item, name, known), max_size=3).map(tuple)
    if shape.kind == "choice":
        return st.sampled_from(shape.choices).map(lambda choice: shape.decode(choice, name))
    if shape.kind == "reference":
        return st.sampled_from(known[shape.refers_to])
    if shape.value_type is not None:
        if shape.value_type.__name__ == "Subject":
            pairs = [(kind, one) for kind, ids in known.items() for one in ids]
            return st.sampled_from(pairs).map(lambda pair: shape.value_type(*pair) if shape.value_type else None)
        return st.builds(shape.value_type, *(any_field(inner, known) for inner in fields_of(shape.value_type)))
    return _any_plain(shape.kind, name)


def _any_plain(kind: str, name: str) -> st.SearchStrategy[Any]:
    if name == "month":
        return DAYS.map(lambda day: f"{day:%Y-%m}")
    if name in WRITTEN:
        return st.sampled_from(WRITTEN[name])
    plain: dict[str, st.SearchStrategy[Any]] = {
        "text": TEXTS,
        "integer": st.integers(0, _NARROW.get(name, 5000)),
        "number": st.floats(0, _LARGEST.get(name, 90.0), allow_subnormal=False),
        "flag": st.booleans(),
        "date": DAYS,
        "moment": _MOMENTS,
        "minute": st.integers(0, 2880),
    }
    return plain[kind]


def any_field(field: Field, known: Known) -> st.SearchStrategy[Any]:
    """Any value of a field."""
    values = any_value(field.shape, field.name, known)
    return st.none() | values if field.optional else values


def any_record(kind: str, identity: str, known: Known) -> st.SearchStrategy[AnyRecord]:
    """Any record of a kind that makes sense by itself and does not contain itself."""
    fields = fields_of(TYPE_OF[kind])[1:]
    made = st.builds(TYPE_OF[kind], st.just(identity), *(any_field(field, known) for field in fields))
    return made.map(in_order).filter(_makes_sense)


_PAIRS = (
    ("first_day", "last_day"),
    ("first", "last"),
    ("date", "until"),
    ("start", "end"),
    ("starts", "ends"),
    ("opens", "closes"),
)


def in_order(value: Any) -> Any:
    """The record with first and last, start and end the right way round, nested ones included."""
    changes: dict[str, Any] = {}
    for name in value._fields:
        entry = getattr(value, name)
        if isinstance(entry, tuple):
            items = [in_order(one) if hasattr(one, "_fields") else one for one in entry]
            changes[name] = in_order(entry) if hasattr(entry, "_fields") else tuple(items)
    for first, last in _PAIRS:
        both = (getattr(value, first, None), getattr(value, last, None))
        if None not in both:
            changes[first], changes[last] = sorted(both)  # type: ignore[type-var]  # neither is None
    return value._replace(**changes)


def _makes_sense(record: AnyRecord) -> bool:
    try:
        check_alone(record)
    except RefusedEdit:
        return False
    return True


@st.composite
def any_plan(draw: st.DrawFn) -> Plan:
    """The ground, and one rich record of every kind on it."""
    plan = Plan.of(ground())
    known = ids_of(plan)
    rich = [draw(any_record(kind.name, f"{kind.name}-x", known)) for kind in KINDS]
    numbers = {record.number for record in rich if hasattr(record, "is_locked")}
    assume(len(numbers) <= 1)
    return Plan.of([*ground(), *rich])


def other_values(field: Field, known: Known) -> list[Any]:
    """Two values of a field that differ, each from the other; the first is not the default."""
    found = [value for value in _samples(field.shape, field.name, known) if value != field.default]
    return found[:2]


def _samples(shape: Shape, name: str, known: Known) -> list[Any]:
    if shape.item is not None:
        items = _samples(shape.item, name, known)
        return [(items[0],), (items[-1], items[0]), ()]
    if shape.kind == "choice":
        return [shape.decode(choice, name) for choice in shape.choices]
    if shape.kind == "reference":
        return list(known[shape.refers_to])
    if shape.value_type is not None:
        if shape.value_type.__name__ == "Subject":
            return [shape.value_type("artists", one) for one in known["artists"]]
        columns = [_samples(inner.shape, inner.name, known) for inner in fields_of(shape.value_type)]
        return [in_order(shape.value_type(*(column[number] for column in columns))) for number in (0, 1)]
    return _plain_samples(shape.kind, name)


def _plain_samples(kind: str, name: str) -> list[Any]:
    if name == "month":
        return ["2025-11", "2025-12"]
    if name in WRITTEN:
        return list(WRITTEN[name])
    early = name in {first for first, _last in _PAIRS}
    month = 9 if early else 11
    plain: dict[str, list[Any]] = {
        "text": ["〈봄밤 & 별〉", "“Tea”\n'n' {0} %s"],
        "integer": [3, 5],
        "number": [min(36.5, _LARGEST.get(name, 90.0)), 0.25],
        "flag": [True, False],
        "date": [datetime.date(2025, month, 3), datetime.date(2025, month, 2)],
        "moment": [datetime.datetime(2025, 9, 1, 8, 30), datetime.datetime(2025, 9, 2, 8, 30, 15)],
        "minute": [60, 30] if early else [600, 1530],
    }
    return plain[kind]
