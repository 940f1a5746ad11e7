"""Cells of the rest of the charge, read by what each field of a record holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from types import MappingProxyType
from typing import Any, Final

from director_app.domain.fields import Field, Shape, fields_of
from director_app.domain.kinds import TYPE_OF
from director_app.domain.timeline import parse_clock
from director_app.imports import cell_values
from director_app.imports.cells import Cell, cell_text
from director_app.imports.charge_fields import SHEETS, WORDS
from director_app.imports.matching import name_key
from director_app.imports.remarks import remark
from director_app.imports.row_cells import RowCells
from director_app.imports.written_dates import NOT_A_DATE, read_when
from director_app.imports.written_times import is_undecided, read_times
from director_app.wording import message

NOT_AN_ANSWER: Final = message("“{text}” is none of the words for {column}; it was left empty.")
NOT_A_TIME: Final = message("“{text}” is no time of day; {column} was left empty.")

_AMOUNTS: Final = frozenset({"amount", "interest"})


def charge_facts(kind: str, cells: RowCells) -> dict[str, Any]:
    """What a row says of a record of a kind, by the paths of its fields; references are names still."""
    return {column: _READERS[shape_of(kind, column).kind](cells, column, shape_of(kind, column))
            for column in SHEETS[kind].columns}  # fmt: skip


@cache
def shape_of(kind: str, path: str) -> Shape:
    """What a column of a kind holds, by the path of its field."""
    name, _dot, inner = path.partition(".")
    field = _field(TYPE_OF[kind], name)
    value_type = field.shape.value_type
    return _field(value_type, inner).shape if inner and value_type is not None else field.shape


def _field(of: type, name: str) -> Field:
    return next(field for field in fields_of(of) if field.name == name)


def _text(cells: RowCells, field: str, _shape: Shape) -> Any:
    return cells.phone(field) if field.endswith("phone") else cells.prose(field).strip()


def _integer(cells: RowCells, field: str, _shape: Shape) -> Any:
    if field in _AMOUNTS:
        return cell_values.read_amount(cells.cell(field))
    return cells.count(field)


def _number(cells: RowCells, field: str, _shape: Shape) -> Any:
    value = cells.measure(field)
    if field == "match_rate" and value is not None and ("%" in cell_text(cells.cell(field)) or value > 1):
        return value / 100
    return value


def _flag(cells: RowCells, field: str, _shape: Shape) -> Any:
    return cell_values.read_yes_no(cells.cell(field))


def _date(cells: RowCells, field: str, _shape: Shape) -> Any:
    return next(iter(_days_of(cells, cells.cell(field))), None)


def _days_of(cells: RowCells, cell: Cell) -> tuple[Any, ...]:
    when, text = read_when(cell, cells.context), cell_text(cell)
    if not when.days and text and not is_undecided(text):
        cells.remarks.append(remark(NOT_A_DATE, text=text))
    return tuple(day.first for day in when.days)


def _minute(cells: RowCells, field: str, _shape: Shape) -> Any:
    cell = cells.cell(field)
    text = cell_text(cell)
    try:
        return parse_clock(text)
    except ValueError:
        spans = read_times(cell).spans
    if not spans and text and not is_undecided(text):
        cells.remarks.append(remark(NOT_A_TIME, text=text, column=cells.header(field)))
    return spans[0].start if spans else None


def _choice(cells: RowCells, field: str, shape: Shape) -> Any:
    text = cells.words(field)
    if not text:
        return None
    found = _answers(shape.choices).get(name_key(text))
    if found is None:
        cells.remarks.append(remark(NOT_AN_ANSWER, text=text, column=cells.header(field)))
    return found


@cache
def _answers(choices: tuple[str, ...]) -> dict[str, Any]:
    words = next(words for of, words in WORDS.items() if tuple(one.value for one in of) == choices)
    return {name_key(text): value for value, texts in words.items() for text in (*texts.split("|"), str(value))}


def _list(cells: RowCells, field: str, shape: Shape) -> Any:
    if shape.item is not None and shape.item.kind == "date":
        parts = [part for part in re.split(r"[,;\n]", cell_text(cells.cell(field))) if part.strip()]
        return tuple(day for part in parts for day in _days_of(cells, part))
    if field == "people":
        return cells.names(field)
    return tuple(line.strip() for line in cells.prose(field).splitlines() if line.strip())


def _name(cells: RowCells, field: str, _shape: Shape) -> Any:
    return cells.words(field)


_READERS: Final = MappingProxyType({
    "text": _text, "integer": _integer, "number": _number, "flag": _flag, "date": _date, "minute": _minute,
    "choice": _choice, "list": _list, "reference": _name,
})  # fmt: skip

READERS: Final[Mapping[str, Callable[[RowCells], dict[str, Any]]]] = MappingProxyType(
    {kind: partial(charge_facts, kind) for kind in SHEETS}
)
#: A row says something when any of the fields is there that tell records or tables apart.
ESSENTIAL: Final = MappingProxyType(
    {
        kind: (*sheet.key, *(name for group in sheet.required for name in group)) for kind, sheet in SHEETS.items()
    }
)  # fmt: skip
