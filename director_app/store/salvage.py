"""What can still be read of a damaged plan file, record by record; the file itself is only read."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final, NamedTuple

from director_app.domain.collecting import without_collecting
from director_app.domain.fields import fields_of
from director_app.domain.kinds import KIND_NAMES, TYPE_OF, AnyRecord
from director_app.domain.ledger import entry_of_text
from director_app.domain.refusals import RefusedInput
from director_app.store import migrations
from director_app.store.damaged_pages import USUAL_SIZE, DamagedPages, Row, Tree
from director_app.store.rows import columns_of, from_rows

_WRONG: Final = (RefusedInput, ValueError, TypeError, KeyError, OverflowError, RecursionError)
_NUMBERS: Final = ("highest_number", "highest_edition")


class Salvaged(NamedTuple):
    """What was read: records by kind and id, and what lies beside them.

    `lost` are the ids by kind of which is known that there was a record.
    """

    records: Mapping[str, dict[str, AnyRecord]]
    lost: Mapping[str, frozenset[str]]
    #: Whether there can have been no others.
    is_all_known: bool
    #: The highest reference number and the highest edition ever given.
    numbers: Mapping[str, int]
    ledger: Mapping[str, str]
    contents: Mapping[str, bytes]


def salvage(path: Path) -> Salvaged:
    """Read what can be read.

    Raises:
        OSError: when the file cannot be read at all.
    """
    with without_collecting():
        return _Reading(DamagedPages(path)).finished()


def has_pages(path: Path) -> bool:
    """Whether a file is long enough for anything of a plan; asked before it is read."""
    try:
        return path.stat().st_size >= 2 * USUAL_SIZE
    except OSError:
        return False


def holds_records(path: Path) -> bool:
    """Whether anything of a plan can still be read from a file."""
    try:
        found = salvage(path)
    except OSError:
        return False
    return any(found.records.values())


class _Reading:
    """One reading of a file: first by its tables, then what no table leads to any more."""

    def __init__(self, pages: DamagedPages) -> None:
        self._pages = pages
        self._columns = _column_names()
        self._records: dict[str, dict[str, AnyRecord]] = {kind: {} for kind in KIND_NAMES}
        self._known: dict[str, set[str]] = {kind: set() for kind in KIND_NAMES}
        self._beside: dict[str, dict[str, Any]] = {"calendar_ledger": {}, "contents": {}, "file_facts": {}}

    def finished(self) -> Salvaged:
        roots = dict(self._roots())
        is_all_known = True
        for kind in KIND_NAMES:
            root = roots.get(f"sqlite_autoindex_{kind}_1")
            index = Tree() if root is None else self._pages.tree(root)
            is_all_known &= index.is_whole
            named = (row[0] for rows in index.pages for row in rows if len(row) == 2)
            self._known[kind].update(one for one in named if isinstance(one, str))
        for name in (*KIND_NAMES, *self._beside):
            for rows in self._pages.tree(roots[name]).pages if name in roots else ():
                self._take(name, rows)
        for name in roots.keys() - self._records.keys() - self._beside.keys():
            self._pages.tree(roots[name])  # so that nothing of the journal is taken for a record
        for rows in self._pages.strays():
            owner = self._whose(rows)
            if owner is not None:
                self._take(owner, rows)
        lost = {kind: frozenset(self._known[kind] - records.keys()) for kind, records in self._records.items()}
        facts = self._beside["file_facts"]
        numbers: dict[str, int] = {name: int(facts[name]) for name in _NUMBERS if name in facts}
        return Salvaged(
            self._records, lost, is_all_known, numbers, self._beside["calendar_ledger"], self._beside["contents"]
        )

    def _roots(self) -> Iterator[tuple[str, int]]:
        """Name and first page of every table and index, from the table of tables."""
        for rows in self._pages.tree(1).pages:
            for row in rows:
                if len(row) == 5 and isinstance(row[1], str) and isinstance(row[3], int):
                    yield row[1], row[3]

    def _take(self, name: str, rows: Sequence[Row]) -> None:
        if name in self._records:
            for row in rows:
                if row and isinstance(row[0], str):
                    self._known[name].add(row[0])
            for record in self._decoded(name, rows):
                self._records[name].setdefault(record.id, record)
        else:
            for row in rows:
                if _is_sound(name, row):
                    self._beside[name].setdefault(row[0], row[1])

    def _decoded(self, kind: str, rows: Sequence[Row]) -> list[AnyRecord]:
        """The records of rows; all at once, or one by one where one of them is broken."""
        columns = self._columns[kind]
        rows = [_in_order(kind, dict(zip(columns, row, strict=False))) for row in rows if row]
        try:
            return from_rows(kind, rows)
        except _WRONG:
            return [record for row in rows for record in _one(kind, row)]

    def _whose(self, rows: Sequence[Row]) -> str | None:
        """The table that a page of rows is from: the one that names one of them, else the only one they fit."""
        for kind, ids in self._known.items():
            if any(row and row[0] in ids for row in rows):
                return kind
        for name in self._beside:
            if all(_is_sound(name, row) for row in rows):
                return name
        fitting = [
            kind
            for kind, columns in self._columns.items()
            if all(len(row) == len(columns) for row in rows) and len(self._decoded(kind, rows)) == len(rows)
        ]
        return fitting[0] if len(fitting) == 1 else None


def _column_names() -> dict[str, tuple[str, ...]]:
    """The columns of each kind in the order of the file; an older file has the first ones of them."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrations.migrate(connection)
        return {
            kind: tuple(row[1] for row in connection.execute(f'PRAGMA table_info("{kind}")')) for kind in KIND_NAMES
        }


def _in_order(kind: str, values: Mapping[str, Any]) -> Row:
    """A row in the order of the record's fields; what an older file lacks is as in a new record."""
    row = []
    for column, field in zip(columns_of(kind), fields_of(TYPE_OF[kind]), strict=True):
        if column.name not in values:
            default: Any = field.default
            row.append(default if column.to_sql is None or default is None else column.to_sql(default))
        elif column.stored is float and isinstance(values[column.name], int):
            row.append(float(values[column.name]))  # whole numbers take less room
        else:
            row.append(values[column.name])
    return tuple(row)


def _one(kind: str, row: Row) -> list[AnyRecord]:
    try:
        return from_rows(kind, [row])
    except _WRONG:
        return []


def _is_sound(name: str, row: Row) -> bool:
    """Whether a row beside the records is what its table holds."""
    if len(row) != 2 or not isinstance(row[0], str):
        return False
    key, value = row
    if name == "contents":
        return isinstance(value, bytes) and hashlib.sha256(value).hexdigest() == key
    if not isinstance(value, str):
        return False
    if name == "file_facts":
        return value.isascii() and value.isdigit() and len(value) < 12 and str(key).replace("_", "").isalpha()
    try:
        return bool(entry_of_text(value).delivery == key)
    except _WRONG:
        return False
