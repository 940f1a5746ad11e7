"""Rows <-> domain values, column by column, following the fields of each record."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from director_app.domain.fields import Field, fields_of
from director_app.domain.kinds import TYPE_OF, AnyRecord
from director_app.domain.rules import range_check

#: Shapes that SQLite holds as they are; flags come back as 0 and 1.
_AS_IS: Final = frozenset({"text", "integer", "minute", "reference"})
SQL_TYPE: Final = {"integer": "integer", "minute": "integer", "flag": "integer", "number": "float"}


class Column(NamedTuple):
    """One column of a kind's table and how its values travel; None means as they are.

    `stored` are the types that SQLite may hand out, `check` refuses a value no field can hold.
    """

    name: str
    to_sql: Callable[[Any], Any] | None
    from_sql: Callable[[Any], Any] | None
    stored: frozenset[type]
    check: Callable[[Any], None] | None


class _Memo(dict[Any, Any]):
    """Decodes each distinct value once; a season repeats its dates, states and line-ups thousands of times."""

    def __init__(self, decode: Callable[[Any], Any], check: Callable[[Any], None] | None = None) -> None:
        super().__init__({None: None})
        self._decode = decode
        self._check = check

    def __missing__(self, stored: Any) -> Any:
        value = self[stored] = self._decode(stored)
        if self._check is not None:
            self._check(value)
        return value


def _compact(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _column(kind: str, field: Field) -> Column:
    shape = field.shape
    check = range_check(shape, field.name)
    sql_type = {"integer": int, "float": float}.get(SQL_TYPE.get(shape.kind, ""), str)
    stored = frozenset({sql_type, type(None)}) if field.optional else frozenset({sql_type})
    if shape.kind in _AS_IS:
        return Column(field.name, None, None, stored, check)
    if shape.kind == "flag":
        return Column(field.name, int, bool, stored, check)
    if shape.kind == "number":
        return Column(field.name, float, float, stored, check)
    where = f"{kind}.{field.name}"
    if shape.kind in ("list", "value"):
        return Column(
            field.name,
            lambda value: _compact(shape.encode(value)),
            lambda text: shape.decode(json.loads(text), where),
            stored,
            check,
        )
    return Column(field.name, shape.encode, lambda text: shape.decode(text, where), stored, check)


@cache
def columns_of(kind: str) -> tuple[Column, ...]:
    """The columns of a kind's table, in the order of the record's fields."""
    return tuple(_column(kind, field) for field in fields_of(TYPE_OF[kind]))


def to_row(kind: str, record: AnyRecord) -> tuple[Any, ...]:
    """The row of a record."""
    return tuple(
        value if column.to_sql is None or value is None else column.to_sql(value)
        for column, value in zip(columns_of(kind), record, strict=True)
    )


def to_rows(kind: str, records: Iterable[AnyRecord]) -> list[tuple[Any, ...]]:
    """Rows of many records, each distinct value encoded once."""
    columns = list(zip(*records, strict=True))
    for position, column in enumerate(columns_of(kind)):
        if columns and column.to_sql is not None:
            memo = _Memo(column.to_sql)
            columns[position] = tuple(map(memo.__getitem__, columns[position]))
    return list(zip(*columns, strict=True))


def from_rows(kind: str, rows: Sequence[tuple[Any, ...]]) -> list[AnyRecord]:
    """The records of rows, each distinct value decoded once.

    Raises:
        RefusedInput, ValueError: when a row holds what its field cannot.
    """
    columns: list[Any] = list(zip(*rows, strict=True))
    for position, column in enumerate(columns_of(kind) if columns else ()):
        if not column.stored.issuperset(map(type, columns[position])):
            raise ValueError(column.name)
        if column.from_sql is not None:
            memo = _Memo(column.from_sql, column.check)
            columns[position] = map(memo.__getitem__, columns[position])
        elif column.check is not None:
            for value in set(columns[position]) - {None}:
                column.check(value)
    make: Callable[[Any], AnyRecord] = TYPE_OF[kind]._make  # type: ignore[attr-defined]  # a NamedTuple class
    return list(map(make, zip(*columns, strict=True)))


@cache
def statements(kind: str) -> tuple[str, str, str]:
    """The SELECT of all rows, the INSERT OR REPLACE of one, and the DELETE of one."""
    names = ", ".join(f'"{column.name}"' for column in columns_of(kind))
    marks = ", ".join("?" for _ in columns_of(kind))
    updates = ", ".join(f'"{column.name}"=excluded."{column.name}"' for column in columns_of(kind)[1:])
    return (
        f'SELECT {names} FROM "{kind}"',
        f'INSERT INTO "{kind}" ({names}) VALUES ({marks}) ON CONFLICT("id") DO UPDATE SET {updates}',
        f'DELETE FROM "{kind}" WHERE "id" = ?',
    )
