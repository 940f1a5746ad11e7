"""Plain sheets of cells, cleaned: composed Hangul, ordinary spaces, and no resident registration numbers.

A resident registration number (주민등록번호: six digits of a birth date, then seven) may not be processed (Personal
Information Protection Act, article 24-2). It is taken out here, before anything else sees the cell, and only counted.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final, NamedTuple, TypeAlias

from director_app.imports.remarks import Remark

#: What a cell may hold. Numbers stay numbers, as the spreadsheet program stored them; an empty cell is None.
Cell: TypeAlias = str | int | float | bool | date | datetime | time | None

#: The longest text a spreadsheet program lets stand in one cell.
LONGEST_CELL: Final = 32_767


class Row(NamedTuple):
    """One row of a sheet, numbered as the spreadsheet program numbers it."""

    number: int
    cells: tuple[Cell, ...]


class Merge(NamedTuple):
    """Cells shown as one: rows as the user counts them, columns from 0, all ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


class Sheet(NamedTuple):
    """One table with its non-empty rows."""

    name: str
    rows: tuple[Row, ...]
    merges: tuple[Merge, ...] = ()
    is_hidden: bool = False
    #: Cells from which a resident registration number was taken.
    resident_numbers: int = 0
    #: The numbers of the rows those cells stand in, one for each cell; its name has none.
    resident_rows: tuple[int, ...] = ()


class TableFile(NamedTuple):
    """What a file or a pasted table holds, as far as it could be read."""

    file: str
    sheets: tuple[Sheet, ...]
    remarks: tuple[Remark, ...] = ()
    #: Of text files: the encoding that was found.
    encoding: str = ""


_SPACES: Final = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
#: Marks that take no room, and control characters; zero-width joiners stay, emoji are made with them.
_INVISIBLE: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_BREAKS: Final = re.compile(r" ?(?:\r\n|[\n\r\v\f\x85\u2028\u2029]) ?")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_WIDE_DIGITS: Final = str.maketrans("０１２３４５６７８９－．＊", "0123456789-.*")
#: Six digits, then seven (or the second part masked), together or parted by one mark.
_RESIDENT_NUMBER: Final = re.compile(r"(?<![\d.])(\d{6})(\s*[-‐‑‒–—―−·./~]\s*|\s+|)([0-9][0-9*xX●○]{6})(?![\d*])")
_RESIDENT_HEADER: Final = re.compile(
    r"\*?(?:대표자?|신청인|신청자|본인|예술인)?(?:주민(?:등록)?번호|외국인등록번호|resident(?:registration)?(?:no|number)\.?|rrn)"
    r"\*?(?:\(.*\))?",
    re.IGNORECASE,
)


def clean_text(text: str) -> str:
    """A cell's text with composed syllables, ordinary single spaces, and line breaks as line feeds."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    text = unicodedata.normalize("NFC", text)
    text = _SURROGATES.sub("\ufffd", text)
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    return _BREAKS.sub("\n", text).strip()


def clean_cell(value: object) -> Cell:
    """A raw value of any reader as a cell: texts cleaned, blanks as None, whole numbers without a fraction."""
    if isinstance(value, str):
        return clean_text(value) or None
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return None
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, int | date | time):
        return value
    return clean_text(str(value)) or None


def cell_text(cell: Cell) -> str:
    """A cell as words, the way the sheet shows it without formats: 478.0 is "478", midnight of a date is the date."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    return repr(cell) if isinstance(cell, float) else str(cell)


def without_resident_numbers(cell: Cell, *, column_is_one: bool = False) -> tuple[Cell, bool]:
    """The cell without anything that looks like a resident registration number, and whether there was one."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return cell, False
    text = cell_text(cell)
    if column_is_one and any(mark.isdigit() for mark in text) and not _names_resident_numbers(text):
        return None, True
    if len(text) < 13:
        return cell, False
    left = _taken_out(text)
    if left == text:
        return cell, False
    return clean_text(left) or None, True


def _taken_out(text: str) -> str:
    narrow = text.translate(_WIDE_DIGITS)
    pieces: list[str] = []
    done = 0
    for found in _RESIDENT_NUMBER.finditer(narrow):
        if _is_birth_date(found[1], found[3][0]):
            pieces.append(text[done : found.start()])
            done = found.end()
    return "".join([*pieces, text[done:]])


def _is_birth_date(six: str, seventh: str) -> bool:
    """Whether six digits are a date of the century that the seventh names (9 and 0: 18xx, 1 2 5 6: 19xx, else 20xx)."""
    century = {"9": 1800, "0": 1800, "1": 1900, "2": 1900, "5": 1900, "6": 1900}.get(seventh, 2000)
    try:
        date(century + int(six[:2]), int(six[2:4]), int(six[4:]))
    except ValueError:
        return False
    return True


def sheet_of(
    name: str, rows: Sequence[tuple[int, Sequence[object]]], merges: tuple[Merge, ...] = (), *, is_hidden: bool = False
) -> Sheet:
    """A sheet from raw rows with their numbers: cleaned, without resident numbers, without blank rows."""
    guarded = _resident_columns(rows)
    kept: list[Row] = []
    numbered: list[int] = []
    for number, raw in rows:
        cells: list[Cell] = []
        for column, value in enumerate(raw):
            cell, had_one = without_resident_numbers(clean_cell(value), column_is_one=column in guarded)
            numbered.extend([number] if had_one else [])
            cells.append(cell)
        while cells and cells[-1] is None:
            cells.pop()
        if cells:
            kept.append(Row(number, tuple(cells)))
    safe_name, had_one = without_resident_numbers(clean_text(name))
    counted = len(numbered) + had_one
    return Sheet(cell_text(safe_name), tuple(kept), merges, is_hidden, counted, tuple(numbered))


def _resident_columns(rows: Sequence[tuple[int, Sequence[object]]]) -> frozenset[int]:
    """Columns whose header, in one of the first ten rows, says that they hold resident registration numbers."""
    return frozenset(
        column
        for _number, raw in rows[:10]
        for column, value in enumerate(raw)
        if isinstance(value, str) and _names_resident_numbers(value)
    )


def _names_resident_numbers(header: str) -> bool:
    """Whether a text is the heading of such a column; a sentence that mentions them is not."""
    return len(header) < 60 and bool(_RESIDENT_HEADER.fullmatch("".join(header.split())))
