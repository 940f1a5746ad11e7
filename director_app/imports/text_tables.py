"""Delimited text -> one sheet: the encoding ladder, the delimiter, quoting as it is found in the field.

Order of the ladder: byte order mark, strict UTF-8, CP949 (what Korean Windows and all standard data sets use).
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import Final

from director_app.domain.refusals import CannotUseFile
from director_app.imports.cells import LONGEST_CELL, TableFile, sheet_of
from director_app.imports.remarks import Remark, remark
from director_app.imports.workbook_limits import MOST_CELLS, TOO_MANY_CELLS
from director_app.wording import message

_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_DELIMITERS: Final = ("\t", ",", ";")
_SAMPLE_LINES: Final = 60
#: The apostrophe that keeps spreadsheet programs from computing a text; exports put it there.
_GUARD: Final = re.compile(r"^'(?='*[=+\-@\t\r])")
#: More unreadable characters than this share of a file, and it is not text.
_MOST_UNREADABLE: Final = 0.02

_UNREADABLE: Final = message("The characters of {file} cannot be read. Save it as CSV UTF-8 or .xlsx and import that.")
_SOME_UNREADABLE: Final = message("Characters that could not be read: {n}. They are shown as {mark}.")
_BLANK_BYTES: Final = message("Zero bytes were left out: {n}. The file may be damaged.")
_OPEN_QUOTE: Final = message("A quotation mark is opened and never closed; the file was read line by line instead.")


def read_text_table(file: str, data: bytes, *, encoding: str = "") -> TableFile:
    """The one sheet of a delimited text file.

    Raises:
        CannotUseFile: when its bytes are no text, or `encoding` is none.
    """
    text, found, remarks = decode(file, data, encoding)
    table = table_from_text(file, text)
    placed = tuple(item.at(file, "", None) for item in remarks)
    return table._replace(encoding=found, remarks=placed + table.remarks)


def decode(file: str, data: bytes, encoding: str = "") -> tuple[str, str, list[Remark]]:
    """The text of a file, the encoding that fitted, and what had to be left out.

    Raises:
        CannotUseFile: when no encoding fits.
    """
    remarks: list[Remark] = []
    if encoding:
        return _decoded_as(file, data, encoding, remarks)
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if marked:
        return _decoded_as(file, data, marked, remarks)
    zeros = data.count(0)
    if zeros > len(data) // 10 and (wide := _unmarked_utf16(data)):
        return _decoded_as(file, data, wide, remarks)
    if zeros:
        data = data.replace(b"\x00", b"")
        remarks.append(remark(_BLANK_BYTES, n=zeros))
    for name in ("utf-8", "cp949"):
        try:
            return data.decode(name), name, remarks
        except UnicodeDecodeError:
            continue
    return _damaged(file, data, remarks)


def _decoded_as(file: str, data: bytes, name: str, remarks: list[Remark]) -> tuple[str, str, list[Remark]]:
    try:
        text = data.decode(name, errors="replace")
    except LookupError as error:
        raise CannotUseFile(_UNREADABLE, file=file) from error
    return _tolerated(file, text, name, remarks)


def _unmarked_utf16(data: bytes) -> str:
    """The UTF-16 without its mark that these bytes are, or empty: every other byte of Latin text is zero then."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000], cp_isolation=["utf_8", "cp949", "utf_16_le", "utf_16_be"]).best()
    return best.encoding if best is not None and best.encoding.startswith("utf_16") else ""


def _damaged(file: str, data: bytes, remarks: list[Remark]) -> tuple[str, str, list[Remark]]:
    """Neither encoding fits wholly: the one that loses less, when it loses little."""
    texts = [(data.decode(name, errors="replace"), name) for name in ("utf-8", "cp949")]
    text, name = min(texts, key=lambda pair: pair[0].count("\ufffd"))
    return _tolerated(file, text, name, remarks)


def _tolerated(file: str, text: str, name: str, remarks: list[Remark]) -> tuple[str, str, list[Remark]]:
    lost = text.count("\ufffd")
    if lost > max(3, len(text) * _MOST_UNREADABLE):
        raise CannotUseFile(_UNREADABLE, file=file)
    if lost:
        remarks.append(remark(_SOME_UNREADABLE, n=lost, mark="\ufffd"))
    return text, name, remarks


def table_from_text(file: str, text: str) -> TableFile:
    """The one sheet that a text of delimited lines is.

    Raises:
        CannotUseFile: when it has more cells than any table of a season.
    """
    text = text.removeprefix("\ufeff").replace("\x00", "")
    delimiter = _delimiter_of(text)
    remarks: list[Remark] = []
    rows = _records(text, delimiter, remarks)
    if sum(map(len, rows)) > MOST_CELLS:
        raise CannotUseFile(TOO_MANY_CELLS, file=file, limit=MOST_CELLS)
    cells_of = [[_GUARD.sub("", cell) for cell in row] for row in rows]
    sheet = sheet_of("", [(number, cells) for number, cells in enumerate(cells_of, 1) if any(cells)])
    return TableFile(file, (sheet,), tuple(item.at(file, "", None) for item in remarks))


def _records(text: str, delimiter: str, remarks: list[Remark]) -> list[list[str]]:
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        rows = []
    swallowed = (
        not rows or any(len(cell) > LONGEST_CELL for row in rows for cell in row) or _ends_inside(text, delimiter)
    )
    if swallowed and text.strip():
        # One stray quotation mark would otherwise make a single cell of all the rows after it.
        remarks.append(remark(_OPEN_QUOTE))
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        rows = [[cell.strip().strip('"') for cell in line.split(delimiter)] for line in lines]
    return rows


def _ends_inside(text: str, delimiter: str) -> bool:
    """Whether the text ends inside a quoted cell."""
    if '"' not in text:
        return False
    try:
        for _row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _delimiter_of(text: str) -> str:
    """The delimiter that cuts the first lines into the most columns, alike from line to line."""
    sample = text[:200_000]
    lines = sample.splitlines(keepends=True)[:_SAMPLE_LINES]
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        try:
            rows = [row for row in csv.reader(io.StringIO("".join(lines), newline=""), delimiter=delimiter) if row]
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows if any(row))
        wide = sum(width * count for width, count in widths.items() if width > 1)
        common = max((count for width, count in widths.items() if width > 1), default=0)
        score = wide * (common / max(1, len(rows))) if common else 0.0
        if score > best_score:
            best, best_score = delimiter, score
    return best
