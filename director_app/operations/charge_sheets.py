"""The rest of the charge for spreadsheet programs: a sheet for each kind, which our own import knows again."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from director_app.atomic_files import write_atomically
from director_app.documents.tables import PlainSheet, TableCell, TableKind, written
from director_app.domain.fields import Shape
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.domain.rules import clean_text
from director_app.domain.timeline import clock_text
from director_app.imports.charge_cells import shape_of
from director_app.imports.charge_fields import CHARGE_FIELDS, SHEET_NAMES, SHEETS, WORDS
from director_app.operations.open_plan import OpenPlan
from director_app.operations.publishing import Published, refuse_over_plan
from director_app.wording import Wording, message

NO_SUCH_RECORDS: Final = message("There is no table “{name}”; there are these: {names}.")
ONE_TABLE: Final = message("A .csv holds one table; name it, or write a workbook (.xlsx).")
EVERYTHING: Final = "all"


def export_records(
    open_plan: OpenPlan, file_kind: TableKind, out: Path, wording: Wording, kinds: Sequence[str] = (EVERYTHING,)
) -> Published:
    """Write the records of these kinds, a sheet each; private: contacts, payees and amounts stand in them.

    Raises:
        RefusedInput: for a kind that is no table, and for several tables in one .csv.
        CannotUseFile: when the file cannot be written.
    """
    wanted = _wanted(kinds)
    if file_kind == "csv" and len(wanted) != 1:
        raise RefusedInput(ONE_TABLE)
    refuse_over_plan(open_plan.path, out)
    sheets = [sheet_of(open_plan.plan, kind, wording) for kind in wanted]
    filled = [sheet for sheet in sheets if sheet.rows] or sheets
    write_atomically(out, written(file_kind, filled))
    return Published(out, sum(len(sheet.rows) for sheet in filled))


def _wanted(kinds: Sequence[str]) -> tuple[str, ...]:
    if EVERYTHING in kinds:
        return tuple(SHEETS)
    for kind in kinds:
        if kind not in SHEETS:
            raise RefusedInput(NO_SUCH_RECORDS, name=kind[:80], names=", ".join((EVERYTHING, *SHEETS)))
    return tuple(dict.fromkeys(kinds))


def sheet_of(plan: Plan, kind: str, wording: Wording) -> PlainSheet:
    """The records of one kind as rows of cells, in the order of what tells them apart."""
    columns, key = SHEETS[kind].columns, SHEETS[kind].key
    records = sorted(plan.table(kind).values(), key=lambda one: (*(_order(getattr(one, name)) for name in key), one.id))
    rows = [[_cell(plan, wording, shape_of(kind, path), _at(one, path)) for path in columns] for one in records]
    headers = [wording.text(field.label) for field in CHARGE_FIELDS[kind]]
    widths = [min(44, max([len(header) * 2, 8, *(len(str(row[at] or "")) + 2 for row in rows)]))
              for at, header in enumerate(headers)]  # fmt: skip
    return PlainSheet(wording.text(SHEET_NAMES[kind]), headers, rows, widths)


def _order(value: Any) -> tuple[int, str]:
    """Numbers by size, everything else by its text, nothing last."""
    if value is None:
        return 2, ""
    return (0, f"{value:012d}") if isinstance(value, int) else (1, str(value))


def _at(record: Any, path: str) -> Any:
    for name in path.split("."):
        record = getattr(record, name)
    return record


def _cell(plan: Plan, wording: Wording, shape: Shape, value: Any) -> TableCell:
    if value is None or value == ():
        return None
    if isinstance(value, bool):
        return wording.text("yes") if value else wording.text("no")
    if isinstance(value, StrEnum):
        return _word(wording, value)
    if shape.kind == "minute":
        return clock_text(value)
    if shape.kind == "reference":
        record = plan.find(shape.refers_to, value)
        names = (getattr(record, name, "") for name in ("name", "title", "text", "number"))
        return clean_text(str(next((name for name in names if name), "")))
    if isinstance(value, tuple):
        inner = shape.item.kind if shape.item is not None else ""
        return ", ".join(map(str, value)) if inner == "date" else clean_text("\n".join(map(str, value)))
    if isinstance(value, int | datetime.date):
        return value
    return f"{value:g}" if isinstance(value, float) else clean_text(str(value))


def _word(wording: Wording, value: StrEnum) -> str:
    """The first word of the language by which the import knows the value."""
    words = WORDS[type(value)][value].split("|")
    return words[0] if wording.language == "ko" else words[-1]
