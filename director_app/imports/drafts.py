"""Rows of a sheet -> drafts: typed facts in the words of the program, with remarks. Nothing here knows a Plan."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from director_app.domain.requests import OriginalCell
from director_app.imports import field_names as names
from director_app.imports.assumed_years import under_heading
from director_app.imports.cells import Row, Sheet, cell_text
from director_app.imports.charge_cells import ESSENTIAL, READERS
from director_app.imports.columns import ColumnMapping
from director_app.imports.delivery_drafts import delivery_facts
from director_app.imports.record_drafts import application_facts, artist_facts, programme_facts, venue_facts
from director_app.imports.remarks import Remark, remark
from director_app.imports.row_cells import RowCells
from director_app.imports.written_dates import DateContext
from director_app.wording import message

NO_NAME: Final = message("The row names nothing that could be imported ({fields}).")
TOTALS: Final = message("A row of totals was left out.")
HEADER_AGAIN: Final = message("The header stands here again; the row was left out.")
HEADING: Final = message("“{text}” is a heading between the rows; it was left out.")
NO_COLUMNS: Final = message(
    "Sheet {sheet}: its columns ({headers}) do not tell what it lists; nothing was taken from it. Dates need columns "
    "such as date and programme or venue; people and places a name and, say, genre or address."
)
NO_COLUMNS_TEXT: Final = message(
    "The columns ({headers}) do not tell what the table lists; nothing was taken from it. Dates need columns such as "
    "date and programme or venue; people and places a name and, say, genre or address."
)
HIDDEN: Final = message("Sheet {sheet} is hidden and was left out.")
RESIDENT_NUMBERS: Final = message(
    "Cells that looked like resident registration numbers were left out: {n}. They are not stored."
)
NO_ROWS: Final = message("The table holds no rows.")

_TOTAL_WORDS: Final = frozenset(
    {
        "합계",
        "계",
        "소계",
        "총계",
        "총합계",
        "누계",
        "합계건",
        "전체합계",
        "total",
        "totals",
        "subtotal",
        "grandtotal",
        "sum",
    }
)
#: A sum as it stands in a row of totals: 12, "1,500,000원", "24건", "3,000명".
_FIGURE: Final = re.compile(r"[\d.,]+(?:건|회|명|원|천원|만원|개|팀|일|분|시간)?")


@dataclass(frozen=True, slots=True)
class Draft:
    """One row as it was understood."""

    kind: str
    file: str
    sheet: str
    row: int
    facts: Mapping[str, Any]
    remarks: tuple[Remark, ...] = ()
    original: tuple[OriginalCell, ...] = ()
    #: Name of the public data set it comes from; public data never overwrites.
    data_set: str = ""
    #: Why the row cannot be imported at all.
    refused: Remark | None = None
    #: What the row is known by in its source, when the source gives it an identity of its own.
    key: str = ""
    #: The id its delivery has in this plan and every other, when the source names it for ever, as calendars do.
    identity: str = ""
    source: str = ""
    #: Whether the user wants it to fill in what is undecided, and to change nothing else.
    fills_blanks: bool = False

    @property
    def overwrites(self) -> bool:
        """Whether it may change what is known: public data is not clean enough for that."""
        return not self.data_set and not self.fills_blanks

    @property
    def place(self) -> tuple[str, str, int]:
        """File, sheet and number of the row."""
        return self.file, self.sheet, self.row


_LONGEST_HEADER: Final = 200
#: A cell merged over more columns than this is a heading, no fact of a delivery.
_ACROSS: Final = 2
#: "10월", "2025년 10월", "10월 2주차", "<상반기>", "※ 일정은 바뀔 수 있음".
_PARTS: Final = re.compile(
    r"[<\[(【■□○●▶◆\s]*(?:(?:'?\d{2,4}\s*년\s*)?"
    r"(?:\d{1,2}\s*월(?:\s*(?:\d|첫째|둘째|셋째|넷째|다섯째|마지막)\s*주차?)?|상반기|하반기|[1-4]\s*분기)"
    r"|\d{1,2}\s*주차|week \d{1,2}"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)[>\])】\s]*|[※*＊].*",
    re.IGNORECASE | re.DOTALL,
)

_READERS: Final[dict[str, Callable[[RowCells], dict[str, Any]]]] = {
    names.DELIVERIES: delivery_facts,
    names.APPLICATIONS: application_facts,
    names.VENUES: venue_facts,
    names.ARTISTS: artist_facts,
    names.PROGRAMMES: programme_facts,
    **READERS,
}
_SOME_FACT: Final = (
    "title", "venue", "organisation", "artists", "date", "month", "start", "number", "suffix", "area", "intro",
    "status", "heads", "counted", "responsible", "fallback", "initiative", "slot", "hosts", "organisers", "note",
)  # fmt: skip
#: What a row must say something of. A delivery may leave everything undecided but one fact, whichever it is.
_ESSENTIAL: Final[dict[str, tuple[str, ...]]] = {
    names.DELIVERIES: _SOME_FACT,
    names.APPLICATIONS: ("organisation",),
    names.VENUES: ("name",),
    names.ARTISTS: ("name",),
    names.PROGRAMMES: ("title",),
    **ESSENTIAL,
}


def read_sheet(file: str, sheet: Sheet, mapping: ColumnMapping, context: DateContext) -> Iterator[Draft | Remark]:
    """Every row below the header as a draft; rows that are no data as a remark."""
    headers = {column.column: column.header for column in mapping.columns}
    first = mapping.header_rows[-1] if mapping.header_rows else 0
    for row in sheet.rows:
        if row.number <= first:
            continue
        if _is_total(row):
            yield remark(TOTALS).at(file, sheet.name, row.number)
        elif _repeats_header(row, headers):
            yield remark(HEADER_AGAIN).at(file, sheet.name, row.number)
        elif mapping.kind == names.DELIVERIES and (heading := _heading_in(row, sheet)):
            context = under_heading(context, heading)
            yield remark(HEADING, text=heading).at(file, sheet.name, row.number)
        else:
            yield _draft(file, sheet, row, mapping, headers, context)


def _draft(
    file: str, sheet: Sheet, row: Row, mapping: ColumnMapping, headers: Mapping[int, str], context: DateContext
) -> Draft:
    cells = RowCells(row, mapping, context)
    facts = _READERS[mapping.kind](cells)
    placed = tuple(item.at(file, sheet.name, row.number) for item in cells.remarks)
    # Only applications keep their row; for 10,000 rows of others it would be a third of the work.
    original = _original(row, headers) if mapping.kind == names.APPLICATIONS else ()
    refused = None
    essential = _ESSENTIAL[mapping.kind]
    if not any(facts.get(name) for name in essential) and not _is_dated(facts):
        wanted = tuple(column.header for column in mapping.columns if column.field in essential)
        refused = remark(NO_NAME, fields=wanted).at(file, sheet.name, row.number)
    return Draft(
        mapping.kind, file, sheet.name, row.number, facts, placed, original,
        data_set=mapping.data_set, refused=refused, source=mapping.data_set or file,
    )  # fmt: skip


def _is_dated(facts: Mapping[str, Any]) -> bool:
    """Whether a row says a day or a time, if nothing else."""
    return any(day is not None or times.start is not None for day, times in facts.get("occurrences", ()))


def _heading_in(row: Row, sheet: Sheet) -> str:
    """The words of a row that parts a list of deliveries: a month alone, a footnote, or one cell across the table."""
    filled = [(column, cell) for column, cell in enumerate(row.cells) if cell is not None]
    texts = {cell_text(cell) for _column, cell in filled}
    if len(texts) != 1 or not isinstance(filled[0][1], str):
        return ""
    text = texts.pop()
    across = any(
        merge.first_row == merge.last_row == row.number and merge.last_column - merge.first_column >= _ACROSS
        for merge in sheet.merges
    )
    return text if across or _PARTS.fullmatch(text) else ""


def _original(row: Row, headers: Mapping[int, str]) -> tuple[OriginalCell, ...]:
    """The row word for word: every header with what stands under it, empty cells included."""
    width = max(len(row.cells), 1 + max(headers, default=-1))
    cells = (*row.cells, *(None for _ in range(width - len(row.cells))))
    return tuple(
        OriginalCell(headers.get(index, "") or _letter(index), cell_text(cell))
        for index, cell in enumerate(cells)
        if (headers.get(index) or cell is not None) and not names.is_fault_header(headers.get(index, ""))
    )


def _letter(index: int) -> str:
    """The name of a column as spreadsheet programs show it: A, B ... AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _is_total(row: Row) -> bool:
    """Whether a row says that it adds up others: in its first words, or anywhere with nothing but figures beside."""
    texts = [re.sub(r"[\s:()\[\]·]+", "", cell_text(cell)).lower() for cell in row.cells]
    first = next((text for text in texts[:4] if text), "")
    words = [text for text in texts if text and not _FIGURE.fullmatch(text)]
    return _adds_up(first) or (bool(words) and all(map(_adds_up, words)))


def _adds_up(bare: str) -> bool:
    return bare in _TOTAL_WORDS or bool(re.fullmatch(r"(?:합|소|총)계\d*건?", bare))


def _repeats_header(row: Row, headers: Mapping[int, str]) -> bool:
    texts = [(index, cell) for index, cell in enumerate(row.cells) if cell is not None]
    same = sum(
        _without_spaces(cell) in (_without_spaces(headers[index]), _without_spaces(headers[index].split(" > ")[-1]))
        for index, cell in texts
        if isinstance(cell, str) and len(cell) < _LONGEST_HEADER and headers.get(index)
    )
    return len(texts) > 1 and same >= max(2, 0.7 * len(texts))


@lru_cache(maxsize=4_096)
def _without_spaces(text: str) -> str:
    return "".join(text.split())
