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

    `stored` is the type that SQLite hands out, `check` refuses a value no field can hold.
    """

    name: str
    to_sql: Callable[[Any], Any] | None
    from_sql: Callable[[Any], Any] | None
    stored: type
    optional: bool
    check: Callable[[Any], None] | None

    def decoded(self, stored: Any) -> Any:
        """The value of what is stored.

        Raises:
            RefusedInput, ValueError, TypeError: when no field can hold it.
        """
        if type(stored) is not self.stored or self.from_sql is None:
            raise ValueError(self.name)
        value = self.from_sql(stored)
        if self.check is not None:
            self.check(value)
        return value

    def check_as_they_are(self, values: Sequence[Any]) -> None:
        """Refuse values that are used as they are stored, if one of them cannot be.

        Raises:
            ValueError, TypeError: when that is so.
        """
        if self.stored is str:
            "".join(filter(None, values) if self.optional else values)  # the fastest way to see that all are texts
            return
        distinct = set(values)
        if self.optional:
            distinct.discard(None)
        if not {int}.issuperset(map(type, distinct)):
            raise ValueError(self.name)
        for value in distinct if self.check is not None else ():
            self.check(value)  # type: ignore[misc]  # None was ruled out in the line above


class _Memo(dict[Any, Any]):
    """Decodes each distinct value once; a season repeats its dates, states and line-ups thousands of times."""

    def __init__(self, decode: Callable[[Any], Any], *, optional: bool) -> None:
        super().__init__({None: None} if optional else {})
        self._decode = decode

    def __missing__(self, stored: Any) -> Any:
        value = self[stored] = self._decode(stored)
        return value


#: One encoder for all: `json.dumps` makes a new one for every value.
_compact: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _column(kind: str, field: Field) -> Column:
    shape = field.shape
    check = range_check(shape, field.name)
    sql_type = {"integer": int, "float": float}.get(SQL_TYPE.get(shape.kind, ""), str)
    column = Column(field.name, None, None, sql_type, field.optional, check)
    if shape.kind in _AS_IS:
        return column
    if shape.kind == "flag":
        return column._replace(to_sql=int, from_sql=bool)
    if shape.kind == "number":
        return column._replace(to_sql=float, from_sql=float)
    where = f"{kind}.{field.name}"
    if shape.kind in ("list", "value"):
        return column._replace(
            to_sql=lambda value: _compact(shape.encode(value)),
            from_sql=lambda text: shape.decode(json.loads(text), where),
        )
    return column._replace(to_sql=shape.encode, from_sql=lambda text: shape.decode(text, where))


@cache
def columns_of(kind: str) -> tuple[Column, ...]:
    """The columns of a kind's table, in the order of the record's fields."""
    return tuple(_column(kind, field) for field in fields_of(TYPE_OF[kind]))


def update_of(kind: str, before: AnyRecord, after: AnyRecord) -> tuple[str, list[Any]] | None:
    """The UPDATE of one record that writes only what differs, and its values; None when nothing does."""
    columns = [
        (column, value)
        for column, old, value in zip(columns_of(kind), before, after, strict=True)
        if old != value or type(old) is not type(value)
    ]
    if not columns:
        return None
    names = ", ".join(f'"{column.name}"=?' for column, _value in columns)
    values = [value if column.to_sql is None or value is None else column.to_sql(value) for column, value in columns]
    return f'UPDATE "{kind}" SET {names} WHERE "id"=?', [*values, after.id]


def to_rows(kind: str, records: Iterable[AnyRecord]) -> list[tuple[Any, ...]]:
    """Rows of many records, each distinct value encoded once."""
    columns = list(zip(*records, strict=True))
    for position, column in enumerate(columns_of(kind)):
        if columns and column.to_sql is not None:
            memo = _Memo(column.to_sql, optional=column.optional)
            columns[position] = tuple(map(memo.__getitem__, columns[position]))
    return list(zip(*columns, strict=True))


def from_rows(kind: str, rows: Sequence[tuple[Any, ...]]) -> list[AnyRecord]:
    """The records of rows, each distinct value decoded once.

    Raises:
        RefusedInput, ValueError: when a row holds what its field cannot.
    """
    columns: list[Any] = list(zip(*rows, strict=True))
    for position, column in enumerate(columns_of(kind) if columns else ()):
        if column.from_sql is None:
            column.check_as_they_are(columns[position])
        else:
            memo = _Memo(column.decoded, optional=column.optional)
            columns[position] = map(memo.__getitem__, columns[position])
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
