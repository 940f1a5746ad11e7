"""The rows that an import left out, written back as a table: word for word, with a last column that says what is wrong.

Every cell is a text, none becomes a formula. Mended, the table can be imported again; the last column is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from director_app.atomic_files import clean_file_name, write_atomically
from director_app.documents.tables import PlainSheet, TableKind, written
from director_app.domain.refusals import CannotUseFile
from director_app.imports.field_names import FAULT_HEADER
from director_app.imports.proposed import ImportProposal, LeftRows, ProposedRow, RowOutcome
from director_app.imports.remarks import sentence_of
from director_app.operations.publishing import refuse_over_plan
from director_app.wording import Wording, message

NOT_A_TABLE: Final = message("{file} must end in .xlsx or .csv, the kinds of table that are written.")
OVER_SOURCE: Final = message("{file} is being imported. Choose another name for the rows that are left out.")
SEVERAL_TABLES: Final = message(
    "The rows that are left out come from {n} tables, too many for one .csv. Choose a name that ends in .xlsx."
)

_NARROWEST: Final = 10
_WIDEST: Final = 40
_WIDTH_OF_FAULT: Final = 60


class WrittenRows(NamedTuple):
    """What was written: how many rows, and how many stand in no table and were not (entries of JSON lists)."""

    rows: int
    left: int


def refuse_target(out: Path, plan: Path | None, sources: Iterable[Path]) -> None:
    """Refuse a name under which the rows cannot be written, before anything is read.

    Raises:
        CannotUseFile: when it is no table, the plan itself, or one of the files that are imported.
    """
    if out.suffix.lower() not in (".xlsx", ".csv"):
        raise CannotUseFile(NOT_A_TABLE, file=out.name)
    if plan is not None:
        refuse_over_plan(plan, out)
    for source in sources:
        if out.exists() and source.exists() and out.samefile(source):
            raise CannotUseFile(OVER_SOURCE, file=out.name)


def left_out(proposal: ImportProposal, *, unclear_too: bool) -> list[ProposedRow]:
    """The rows that an import leaves out: refused ones, and unclear ones unless they are taken as new."""
    outcomes = {RowOutcome.REFUSED, *([RowOutcome.UNCLEAR] if unclear_too else [])}
    return [row for row in proposal.rows if row.outcome in outcomes]


def write_left_out(proposal: ImportProposal, out: Path, wording: Wording, *, unclear_too: bool) -> WrittenRows:
    """Write the rows that are left out; without any no file is made.

    Raises:
        CannotUseFile: when the file cannot be written, or one .csv would have to hold several tables.
    """
    rows = left_out(proposal, unclear_too=unclear_too)
    reasons = {(row.file, row.sheet, row.row): _reason(row, wording) for row in rows}
    sheets: list[PlainSheet] = []
    for left in proposal.left_rows:
        numbers = [number for number in left.rows if (left.file, left.sheet, number) in reasons]
        if numbers:
            said = [reasons[left.file, left.sheet, number] for number in numbers]
            sheets.append(_sheet(left, numbers, said, _sheet_name(left, {one.name.lower() for one in sheets}), wording))
    kind: TableKind = "csv" if out.suffix.lower() == ".csv" else "xlsx"
    if kind == "csv" and len(sheets) > 1:
        raise CannotUseFile(SEVERAL_TABLES, n=len(sheets))
    count = sum(len(sheet.rows) for sheet in sheets)
    if sheets:
        write_atomically(out, written(kind, sheets))
    return WrittenRows(count, len(rows) - count)


def proposed_name(proposal: ImportProposal, wording: Wording) -> str:
    """A name for the table: of the file the rows come from, so that a year in it is still read."""
    return clean_file_name(wording.text("{file} (to mend)", file=Path(proposal.files[0]).stem)) + ".xlsx"


def _reason(row: ProposedRow, wording: Wording) -> str:
    return " ".join(sentence_of(item, wording) for item in row.remarks)


def _sheet(left: LeftRows, numbers: Sequence[int], reasons: Sequence[str], name: str, wording: Wording) -> PlainSheet:
    lines = [(*left.rows[number], reason) for number, reason in zip(numbers, reasons, strict=True)]
    headers = (*left.headers, wording.text(FAULT_HEADER))
    columns = list(zip(headers, *lines, strict=True))[:-1]
    widths = [max(_NARROWEST, *map(_wide, column)) for column in columns]
    return PlainSheet(name, headers, lines, [*widths, _WIDTH_OF_FAULT], left.above)


def _wide(text: str) -> int:
    """Characters a text takes in a column; syllables are about twice as wide as letters."""
    return 2 + min(_WIDEST, sum(1 if mark.isascii() else 2 for mark in text))


def _sheet_name(left: LeftRows, taken: Collection[str]) -> str:
    """The name of the sheet the rows come from, else of the file; what workbooks forbid is left out of it."""
    name = re.sub(r"[\[\]:*?/\\]", " ", left.sheet or Path(left.file).stem).strip(" '")[:31] or "1"
    free, again = name, 1
    while free.lower() in taken:
        again += 1
        free = f"{name[:26]} ({again})"
    return free
