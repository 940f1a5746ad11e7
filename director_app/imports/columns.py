"""Which column means what: where the header stands, which kind of table it is, a guess per column, the user's choice.

The header is looked for in rows 1-10 and may be up to three rows high; values of merged cells are joined downwards
("개최기간 > 시작일 > 년").
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple, TypeAlias

from director_app.imports.cells import Cell, Row, Sheet, cell_text
from director_app.imports.data_sets import DATA_SETS, DataSet
from director_app.imports.field_names import (
    ALL_KINDS,
    FIELDS,
    GENERIC_HEADERS,
    IGNORED,
    KEPT_AS_NOTE,
    KINDS,
    REQUIRED,
    fold_header,
    headers_of,
    is_fault_header,
    kind_of_sheet,
)

HEADER_ROWS: Final = 10
TALLEST_HEADER: Final = 3
#: Share of a data set's columns that must be there, as the first of them to be sure of.
RECOGNISED: Final = 0.7
_SAMPLE_ROWS: Final = 30
_CLOSE_ENOUGH: Final = 86
_MOST_COLUMNS: Final = 400
#: How much more a reading counts that the name of the sheet says.
_SAID_BY_SHEET: Final = 20.0
_TELLING: Final = {
    "artists": frozenset({"genre", "members", "fee", "biography"}),
    "venues": frozenset({"seats", "setting", "power", "hours", "address", "latitude"}),
}
_APPLIES: Final = re.compile(r"신청|접수|희망|지망|wish|appl|prefer|timestamp", re.IGNORECASE)
_PERSON_OR_GROUP: Final = re.compile(r"|개인|단체|팀|그룹|솔로|person|solo|group|band", re.IGNORECASE)


#: Row numbers of a possible header, and its texts by column.
_Candidate: TypeAlias = tuple[tuple[int, ...], list[tuple[int, str]]]


class ColumnMeaning(NamedTuple):
    """What one column means; an empty field means that it is left out."""

    column: int
    header: str
    field: str = IGNORED
    #: Guessed from a part of the header or from what stands below it; the user should look.
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """How a sheet is read. Guessed by `guess_mapping`, corrected with `with_field` and `as_kind`."""

    #: One of `field_names.KINDS`, or empty when nothing was recognised.
    kind: str
    #: Name of a public data set, or empty.
    data_set: str
    #: Numbers of the rows the header stands in; the table begins after the last.
    header_rows: tuple[int, ...]
    columns: tuple[ColumnMeaning, ...]
    #: 0-1, how much of the header was understood.
    score: float

    @property
    def fingerprint(self) -> str:
        """The same for every table with this header, whatever the order of its columns."""
        folded = sorted(map(fold_header, _named((column.column, column.header) for column in self.columns)))
        return hashlib.sha256("\x1f".join(folded).encode()).hexdigest()[:24]

    def index_of(self, field: str) -> int | None:
        """The column that holds a field, None when there is none."""
        return next((column.column for column in self.columns if column.field == field), None)

    def with_field(self, index: int, field: str) -> ColumnMapping:
        """The mapping with one column meaning something else; a field stands in one column only."""
        columns = tuple(
            column._replace(field=field, unsure=False)
            if column.column == index
            else column._replace(field=IGNORED)
            if field not in (IGNORED, KEPT_AS_NOTE) and column.field == field
            else column
            for column in self.columns
        )
        return replace(self, columns=columns)

    def as_kind(self, kind: str) -> ColumnMapping:
        """The same table read as another kind, guessed anew."""
        headers = [(column.column, column.header) for column in self.columns]
        return replace(self, kind=kind, data_set="", columns=tuple(_meanings(kind, headers)))

    def as_plain(self) -> dict[str, Any]:
        """A form for JSON, to remember the user's choice by fingerprint."""
        return {"kind": self.kind, "fields": {column.header: column.field for column in self.columns if column.header}}

    def with_remembered(self, plain: Mapping[str, Any]) -> ColumnMapping:
        """The mapping with an earlier choice for this header applied, columns found by their headers."""
        kind, fields = plain.get("kind"), plain.get("fields")
        if kind not in ALL_KINDS or not isinstance(fields, Mapping):
            return self
        known = {IGNORED, KEPT_AS_NOTE, *(field.name for field in FIELDS[str(kind)])}
        chosen = {str(header): field for header, field in fields.items() if field in known}
        columns = tuple(
            column._replace(field=chosen.get(column.header, IGNORED), unsure=False) for column in self.columns
        )
        return replace(self, kind=str(kind), data_set="" if kind != self.kind else self.data_set, columns=columns)


#: A choice of columns: made just now, or as it was remembered (`ColumnMapping.as_plain`).
ColumnChoice: TypeAlias = ColumnMapping | Mapping[str, Any]


def guess_mapping(sheet: Sheet) -> ColumnMapping:
    """The best reading of a sheet's header; `kind` is empty when no reading makes sense."""
    best: tuple[float, int, int, str] | None = None
    candidates = list(_headers(sheet))
    said = kind_of_sheet(sheet.name)
    for position, (rows, headers) in enumerate(candidates):
        for kind in ALL_KINDS:
            rank = _rank(kind, headers)
            rank += (_merged_bonus(sheet, rows) + (_SAID_BY_SHEET if kind == said else 0.0)) if rank else 0.0
            if rank > 0 and (best is None or rank > best[0] + 1e-9):
                best = (rank, position, len(rows), kind)
    for rows, headers in candidates:
        data_set, share = _known_data_set(headers)
        if data_set is not None:
            return ColumnMapping(data_set.kind, data_set.name, rows, tuple(_by_data_set(data_set, headers)), share)
    # Before the other rows: a cell such as "단체" below would pass for a header of its own.
    if candidates and (artists := _names_and_sorts(sheet, *candidates[0])) is not None:
        return artists
    if best is None:
        return _by_likeness(sheet, candidates)
    rows, headers = candidates[best[1]]
    kind = best[3]
    columns = tuple(_by_content(kind, _meanings(kind, headers), _rows_after(sheet, rows)))
    named = [column for column in columns if column.header]
    understood = sum(column.field != IGNORED for column in named) / max(1, len(named))
    return ColumnMapping(kind, "", rows, columns, understood)


def _merged_bonus(sheet: Sheet, rows: tuple[int, ...]) -> float:
    """A little more for a tall header under merged headings, whose words tell more than its last row alone."""
    merged = any(merge.first_row in rows[:-1] and merge.last_column > merge.first_column for merge in sheet.merges)
    return 0.01 * len(rows) if merged else 0.0


def _by_likeness(sheet: Sheet, candidates: list[_Candidate]) -> ColumnMapping:
    """Headers that name no field outright, as the questions of a web form do: read by the words in them."""
    best: tuple[float, ColumnMapping] | None = None
    for rows, headers in candidates[:HEADER_ROWS]:
        named = _named(headers)
        for kind in KINDS:
            columns = tuple(_meanings(kind, headers))
            found = {column.field for column in columns if column.field}
            share = len(found) / max(1, len(named))
            worth = share + (0.2 if kind == "applications" and any(map(_APPLIES.search, named)) else 0.0)
            if len(found) >= 3 and share >= 0.5 and _has_required(kind, found) and (best is None or worth > best[0]):
                best = (worth, ColumnMapping(kind, "", rows, columns, share))
    if best is not None:
        return best[1]
    rows, headers = candidates[0] if candidates else ((), [])
    return ColumnMapping("", "", rows, tuple(ColumnMeaning(index, header) for index, header in headers), 0.0)


def _names_and_sorts(sheet: Sheet, rows: tuple[int, ...], headers: list[tuple[int, str]]) -> ColumnMapping | None:
    """Names with nothing but a sort ("이름, 구분") are taken for artists, every column to be looked at."""
    columns = [column._replace(unsure=True) for column in _meanings("artists", headers)]
    named = _named(headers)
    if any(fold_header(header) not in GENERIC_HEADERS for header in named):
        return None
    if {column.field for column in columns if column.header in named} != {"name", "group_or_person"}:
        return None
    sorts = next(column.column for column in columns if column.field == "group_or_person")
    said = [cell_text(_at(row, sorts)) for row in _rows_after(sheet, rows)]
    if not all(_PERSON_OR_GROUP.fullmatch(text) for text in said):
        columns[sorts] = columns[sorts]._replace(field="genre")
    return ColumnMapping("artists", "", rows, tuple(columns), 0.5)


def _headers(sheet: Sheet) -> Iterator[_Candidate]:
    """Every stretch of up to three rows within the first ten that could be the header."""
    top = [row for row in sheet.rows[:HEADER_ROWS] if row.number <= HEADER_ROWS + 10]
    for height in range(1, TALLEST_HEADER + 1):
        for start in range(len(top)):
            block = top[start : start + height]
            if len(block) < height or block[-1].number - block[0].number != height - 1:
                continue
            yield tuple(row.number for row in block), _joined(sheet, block)


def _joined(sheet: Sheet, block: Sequence[Row]) -> list[tuple[int, str]]:
    """The headers of a block of rows, merged cells filled and joined downwards."""
    near = [row for row in sheet.rows if row.number <= block[-1].number + _SAMPLE_ROWS]
    width = min(_MOST_COLUMNS, max(len(row.cells) for row in near))
    lines = [_filled(sheet, row, width) for row in block]
    if not sheet.merges:
        _spread(lines)
    headers: list[tuple[int, str]] = []
    for index in range(width):
        parts: list[str] = []
        for line in lines:
            part = " ".join(line[index].split())
            if part and (not parts or parts[-1] != part):
                parts.append(part)
        headers.append((index, " > ".join(parts)))
    return headers


def _filled(sheet: Sheet, row: Row, width: int) -> list[str]:
    texts = [cell_text(cell) for cell in row.cells[:width]] + [""] * (width - len(row.cells))
    for merge in sheet.merges:
        if merge.first_row <= row.number <= merge.last_row and merge.last_column > merge.first_column:
            value = texts[merge.first_column] if merge.first_column < width else ""
            for column in range(merge.first_column, min(merge.last_column + 1, width)):
                texts[column] = texts[column] or value
    return texts


def _spread(lines: list[list[str]]) -> None:
    """Let upper headings of a text table, which has lost its merged cells, count until the next one beside them."""
    width = len(lines[-1])
    for level, line in enumerate(lines[:-1]):
        for column in range(1, width):
            starts_anew = any(upper[column] and upper[column] != upper[column - 1] for upper in lines[:level])
            if not line[column] and lines[-1][column] and not starts_anew:
                line[column] = line[column - 1]


def _exact(kind: str, header: str) -> str:
    """The field a header names outright, by itself or by its last parts."""
    known = headers_of(kind)
    parts = header.split(" > ")
    for start in range(len(parts)):
        folded = fold_header(" ".join(parts[start:]))
        if folded in known:
            return known[folded]
        bare = fold_header(re.sub(r"[(\[（][^)\]）]*[)\]）]", "", " ".join(parts[start:])))
        if bare in known:
            return known[bare]
    return IGNORED


def _named(headers: Iterable[tuple[int, str]]) -> list[str]:
    """The headers that speak of the table itself."""
    return [header for _index, header in headers if header and not is_fault_header(header)]


def _rank(kind: str, headers: Sequence[tuple[int, str]]) -> float:
    """How well a header reads as a kind of table; 0 when it does not."""
    named = _named(headers)
    fields = [_exact(kind, header) for header in named]
    found = {field for field in fields if field}
    if not _has_required(kind, found) or len(named) > 3 * len(found) + 12:
        return 0.0
    if all(fold_header(header) in GENERIC_HEADERS for header, field in zip(named, fields, strict=True) if field):
        return 0.0
    bonus = 0.3 * len(found & _TELLING.get(kind, frozenset()))
    if kind == "applications" and any(_APPLIES.search(one) for one in named):
        bonus += 1.5
    if kind == "deliveries":
        bonus += 0.5
    crowded = len([field for field in fields if field]) - len(found)
    unread = len(named) - len(found)
    longest = max((len(header) for header in named), default=0)
    return len(found) + bonus - 0.35 * unread - 0.2 * crowded - (2.0 if longest > 120 else 0.0)


def _has_required(kind: str, found: set[str]) -> bool:
    return all(found & set(group) for group in REQUIRED[kind])


def _meanings(kind: str, headers: Sequence[tuple[int, str]]) -> list[ColumnMeaning]:
    """A meaning per column: outright names first, then likely ones; each field once."""
    taken: set[str] = set()
    meanings: dict[int, ColumnMeaning] = {}
    for index, header in headers:
        field = _exact(kind, header) if header and kind else IGNORED
        if field and field not in taken:
            taken.add(field)
            meanings[index] = ColumnMeaning(index, header, field)
    for index, header in headers:
        if index in meanings:
            continue
        likely = _likely(kind, header, taken) if header and kind and not is_fault_header(header) else IGNORED
        taken.add(likely)
        meanings[index] = ColumnMeaning(index, header, likely, unsure=bool(likely))
    return [meanings[index] for index, _header in headers]


def _likely(kind: str, header: str, taken: set[str]) -> str:
    """The field whose name is part of a longer header, or is spelt nearly so."""
    folded = fold_header(header)
    known = {name: field for name, field in headers_of(kind).items() if field not in taken}
    inside = [name for name in known if len(name) >= 2 and _stands_in(name, folded)]
    if inside:
        return known[max(inside, key=lambda name: (len(name), name))]
    if len(folded) < 4:
        return IGNORED
    from rapidfuzz import fuzz, process

    close = process.extractOne(folded, list(known), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
    return known[close[0]] if close else IGNORED


def _stands_in(name: str, header: str) -> bool:
    """Whether a name is a telling part of a header: two syllables, or a Latin word of four letters."""
    return name in header and (len(name) >= 4 if name.isascii() else len(name) >= 2)


def _known_data_set(headers: Sequence[tuple[int, str]]) -> tuple[DataSet | None, float]:
    folded = {_without_name(fold_header(header)) for _index, header in headers if header}
    best: tuple[DataSet | None, float] = (None, 0.0)
    for data_set in DATA_SETS:
        wanted = [_without_name(fold_header(column)) for column in data_set.columns]
        share = sum(column in folded for column in wanted) / len(wanted)
        if share >= RECOGNISED and share > best[1]:
            best = (data_set, share)
    return best


def _by_data_set(data_set: DataSet, headers: Sequence[tuple[int, str]]) -> Iterator[ColumnMeaning]:
    known = {_without_name(fold_header(column)): field for column, field in data_set.columns.items()}
    for index, header in headers:
        yield ColumnMeaning(index, header, known.get(_without_name(fold_header(header)), IGNORED))


def _without_name(folded: str) -> str:
    """Older files write 주최기관 for 주최기관명."""
    return folded.removesuffix("명") if folded.endswith("기관명") else folded


def _rows_after(sheet: Sheet, header_rows: tuple[int, ...]) -> list[Row]:
    last = header_rows[-1] if header_rows else 0
    return [row for row in sheet.rows if row.number > last][:_SAMPLE_ROWS]


def _by_content(kind: str, meanings: Sequence[ColumnMeaning], rows: Sequence[Row]) -> Iterator[ColumnMeaning]:
    """Columns without a telling header, by what stands in them: mail addresses, phones, links."""
    known = {field.name for field in FIELDS[kind]}
    taken = {meaning.field for meaning in meanings}
    for meaning in meanings:
        if meaning.field or not rows or is_fault_header(meaning.header):
            yield meaning
            continue
        texts = [cell_text(_at(row, meaning.column)) for row in rows]
        found = _content_of([text for text in texts if text])
        if found in known and found not in taken:
            taken.add(found)
            yield meaning._replace(field=found, unsure=True)
        else:
            yield meaning


def _content_of(texts: Sequence[str]) -> str:
    if not texts:
        return IGNORED
    tests = (
        ("email", r"[^@\s]+@[^@\s]+\.\w+"),
        ("phone", r"\(?0\d{1,3}[)\- .]\s?\d{3,4}[\- .]\d{4}"),
        ("web", r"https?://\S+"),
    )
    for field, pattern in tests:
        if sum(bool(re.fullmatch(pattern, text)) for text in texts) >= max(1, len(texts) * 0.8):
            return field
    return IGNORED


def _at(row: Row, index: int) -> Cell:
    return row.cells[index] if index < len(row.cells) else None
