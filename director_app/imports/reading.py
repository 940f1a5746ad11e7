"""One source -> drafts: every sheet with its mapping, remarks on what was left out, and what a resident number cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from director_app.imports.assumed_years import with_year_of_table
from director_app.imports.cells import Row, Sheet, TableFile, cell_text
from director_app.imports.columns import ColumnChoice, ColumnMapping, guess_mapping
from director_app.imports.drafts import (
    HIDDEN,
    NO_COLUMNS,
    NO_COLUMNS_TEXT,
    NO_ROWS,
    RESIDENT_NUMBERS,
    Draft,
    read_sheet,
)
from director_app.imports.field_names import APPLICATIONS, IGNORED, is_fault_header
from director_app.imports.known_lists import kind_of_json, read_list
from director_app.imports.proposed import LeftRows, TableReading
from director_app.imports.remarks import Remark, remark
from director_app.imports.written_dates import DateContext
from director_app.wording import message

LEFT_COLUMNS: Final = message("Columns that were not recognised, nothing was taken from them: {headers}.")
_SAMPLE_ROWS: Final = 5


@dataclass(frozen=True, slots=True)
class SourceReading:
    """What one file or pasted table came to."""

    tables: tuple[TableReading, ...] = ()
    drafts: tuple[Draft, ...] = ()
    remarks: tuple[Remark, ...] = ()
    resident_numbers: int = 0
    #: The sheets of a table file, each with how it was read.
    sheets: tuple[tuple[Sheet, ColumnMapping], ...] = ()
    #: Of a calendar: its events, those of a series counted once.
    events: int | None = None

    def left_rows(self, numbers: Mapping[tuple[str, str], Collection[int]]) -> Iterator[LeftRows]:
        """The rows of these numbers, by file and sheet, as they were written."""
        for reading, (sheet, mapping) in zip(self.tables, self.sheets, strict=False):
            wanted = numbers.get((reading.file, reading.sheet), ())
            if wanted:
                yield _left_rows(reading.file, sheet, mapping, frozenset(wanted))


def read_table_file(
    table: TableFile, context: DateContext, mappings: Mapping[str, ColumnChoice] | None = None
) -> SourceReading:
    """Every visible sheet of a table file. `mappings` are the user's choices by header fingerprint."""
    remarks = list(table.remarks)
    readings: list[TableReading] = []
    drafts: list[Draft] = []
    visible = [sheet for sheet in table.sheets if not sheet.is_hidden or len(table.sheets) == 1]
    remarks.extend(
        remark(HIDDEN, sheet=sheet.name).at(table.file, sheet.name, None)
        for sheet in table.sheets
        if sheet.rows and sheet not in visible
    )
    mapped = [(sheet, _mapping_for(sheet, mappings or {})) for sheet in visible if sheet.rows]
    is_any_read = any(mapping.kind for _sheet, mapping in mapped)
    for sheet, mapping in mapped:
        readings.append(_reading(table.file, sheet, mapping))
        if not mapping.kind:
            remarks.append(_not_recognised(table.file, sheet, mapping))
            drafts.extend([] if is_any_read else _refused_rows(table.file, sheet, mapping))
            continue
        remarks.extend(_left_columns(table.file, sheet, mapping))
        dated = with_year_of_table(context, table.file, sheet, mapping)
        for found in read_sheet(table.file, sheet, mapping, dated):
            (drafts if isinstance(found, Draft) else remarks).append(found)  # type: ignore[arg-type]
    if not mapped:
        remarks.append(remark(NO_ROWS).at(table.file, "", None))
    counted = sum(sheet.resident_numbers for sheet in table.sheets)
    return SourceReading(tuple(readings), tuple(drafts), (*_resident(table), *remarks), counted, tuple(mapped))


def read_known_list(file: str, value: object, context: DateContext) -> SourceReading:
    """A JSON list of published programmes or venues.

    Raises:
        CannotUseFile: when the keys are of no kind that is known.
    """
    drafts, counted = read_list(file, value, kind_of_json(file, value), context)
    return SourceReading((), tuple(drafts), (), counted)


def _left_rows(file: str, sheet: Sheet, mapping: ColumnMapping, wanted: frozenset[int]) -> LeftRows:
    kept = [column for column in mapping.columns if not is_fault_header(column.header)]
    faults = {column.column for column in mapping.columns} - {column.column for column in kept}
    chosen = [row for row in sheet.rows if row.number in wanted]
    width = max([1 + max((column.column for column in kept), default=-1), *(len(row.cells) for row in chosen)])
    places = [place for place in range(width) if place not in faults]
    headers = {column.column: column.header for column in kept}
    first = mapping.header_rows[0] if mapping.header_rows else 0
    above = tuple(tuple(_texts(row, len(row.cells))) for row in sheet.rows if row.number < first)
    texts = {row.number: tuple(_texts(row, width)) for row in chosen}
    return LeftRows(
        file, sheet.name, above, tuple(headers.get(place, "") for place in places),
        {number: tuple(line[place] for place in places) for number, line in texts.items()},
    )  # fmt: skip


def _mapping_for(sheet: Sheet, mappings: Mapping[str, ColumnChoice]) -> ColumnMapping:
    guess = guess_mapping(sheet)
    chosen = mappings.get(guess.fingerprint)
    if chosen is None:
        return guess
    if not isinstance(chosen, ColumnMapping):
        return guess.with_remembered(chosen)
    if [column.header for column in chosen.columns] == [column.header for column in guess.columns]:
        return replace(chosen, header_rows=guess.header_rows)
    return guess.with_remembered(chosen.as_plain())


def _reading(file: str, sheet: Sheet, mapping: ColumnMapping) -> TableReading:
    below = [row for row in sheet.rows if not mapping.header_rows or row.number > mapping.header_rows[-1]]
    width = len(mapping.columns)
    sample = tuple(tuple(_texts(row, width)) for row in below[:_SAMPLE_ROWS])
    return TableReading(file, sheet.name, mapping, sample, len(below))


def _texts(row: Row, width: int) -> Iterator[str]:
    for column in range(width):
        yield cell_text(row.cells[column]) if column < len(row.cells) else ""


def _not_recognised(file: str, sheet: Sheet, mapping: ColumnMapping) -> Remark:
    headers = tuple(column.header[:40] for column in mapping.columns if column.header)[:8]
    said = remark(NO_COLUMNS, sheet=sheet.name, headers=headers)
    said = said if sheet.name else remark(NO_COLUMNS_TEXT, headers=headers)
    return said.at(file, sheet.name, None)


def _left_columns(file: str, sheet: Sheet, mapping: ColumnMapping) -> Iterator[Remark]:
    """The columns of a table of people's own from which nothing is taken, though something stands in them."""
    if mapping.data_set or mapping.kind == APPLICATIONS:  # standards are known, applications are kept word for word
        return
    last = mapping.header_rows[-1] if mapping.header_rows else 0
    filled = {
        place for row in sheet.rows if row.number > last for place, cell in enumerate(row.cells) if cell is not None
    }
    headers = tuple(
        column.header[:40]
        for column in mapping.columns
        if column.header and column.field == IGNORED and column.column in filled and not is_fault_header(column.header)
    )
    if headers:
        yield remark(LEFT_COLUMNS, headers=headers).at(file, sheet.name, None)


def _refused_rows(file: str, sheet: Sheet, mapping: ColumnMapping) -> Iterable[Draft]:
    """The rows of a table nobody understands; the one remark on the sheet says why."""
    last = mapping.header_rows[-1] if mapping.header_rows else 0
    reason = _not_recognised(file, sheet, mapping)
    return [Draft("", file, sheet.name, row.number, {}, refused=reason) for row in sheet.rows if row.number > last]


def _resident(table: TableFile) -> Iterator[Remark]:
    """Where resident registration numbers were left out: row by row, and for the name of a sheet."""
    for sheet in table.sheets:
        for row, counted in Counter(sheet.resident_rows).items():
            yield remark(RESIDENT_NUMBERS, n=counted).at(table.file, sheet.name, row)
        if (rest := sheet.resident_numbers - len(sheet.resident_rows)) > 0:
            yield remark(RESIDENT_NUMBERS, n=rest).at(table.file, sheet.name, None)
