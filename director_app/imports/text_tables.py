"""Delimited text -> one sheet: the encoding ladder, the delimiter, quoting as it is found in the field.

Order of the ladder: byte order mark, strict UTF-8, CP949 (what Korean Windows and all standard data sets use).
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from director_app.domain.refusals import CannotUseFile
from director_app.imports.cells import LONGEST_CELL, TableFile, sheet_of
from director_app.imports.remarks import Remark, remark
from director_app.imports.workbook_limits import MOST_CELLS, MOST_ROWS, TOO_MANY_CELLS, TOO_MANY_ROWS
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
#: What the largest sheet of a spreadsheet program holds.
MOST_COLUMNS: Final = 16_384
_MOST_LINES: Final = 1_048_576
#: A hundred cells as long as a cell can be.
LONGEST_LINE: Final = 100 * LONGEST_CELL
_BLANKS: Final = " \t\r\n,;\u00a0\u3000"
_LINE_END: Final = re.compile(r"[\r\n]|\Z")
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")

_UNREADABLE: Final = message("The characters of {file} cannot be read. Save it as CSV UTF-8 or .xlsx and import that.")
_SOME_UNREADABLE: Final = message(
    "Characters that could not be read: {n}, the first in line {line}. They are shown as {mark}. Save the table again "
    "as CSV UTF-8 or .xlsx and import that."
)
#: The same for a calendar, which no spreadsheet program can mend.
_UNREADABLE_CALENDAR: Final = message(
    "The characters of {file} cannot be read. Export the calendar again from the program it comes from, and import "
    "that."
)
_SOME_UNREADABLE_CALENDAR: Final = message(
    "Characters that could not be read: {n}, the first in line {line}. They are shown as {mark}. Export the calendar "
    "again from the program it comes from, and import that."
)
_OF_CALENDARS: Final = {_UNREADABLE: _UNREADABLE_CALENDAR, _SOME_UNREADABLE: _SOME_UNREADABLE_CALENDAR}
_BLANK_BYTES: Final = message("Zero bytes were left out: {n}. The file may be damaged.")
_TOO_MANY_COLUMNS: Final = message(
    "Row {row} of {file} has more than {limit} columns. Save only the columns you need as a new file."
)
_ENDLESS_LINE: Final = message(
    "Row {row} of {file} is longer than {limit} characters; this is no table. Save it again as .xlsx and import that."
)
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


def decode_calendar(file: str, data: bytes) -> tuple[str, list[Remark]]:
    """The text of a calendar, and what had to be left out; the advice is that for calendars.

    Raises:
        CannotUseFile: when no encoding fits.
    """
    try:
        text, _encoding, remarks = decode(file, data)
    except CannotUseFile as refusal:
        raise CannotUseFile(_OF_CALENDARS.get(refusal.message, refusal.message), **refusal.values) from refusal
    return text, [one._replace(text=_OF_CALENDARS.get(one.text, one.text)) for one in remarks]


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
        first = text.count("\n", 0, text.index("\ufffd")) + 1
        remarks.append(remark(_SOME_UNREADABLE, n=lost, line=first, mark="\ufffd"))
    return text, name, remarks


def table_from_text(file: str, text: str) -> TableFile:
    """The one sheet that a text of delimited lines is.

    Raises:
        CannotUseFile: when it has more cells, columns or rows than any table of a season, or an endless line.
    """
    text = text.removeprefix("\ufeff").replace("\x00", "")
    text = text[: _end_of_rows(text)]
    delimiter = _delimiter_of(text)
    remarks: list[Remark] = []
    sheet = sheet_of("", _records(file, text, delimiter, remarks))
    return TableFile(file, (sheet,), tuple(item.at(file, "", None) for item in remarks))


def _end_of_rows(text: str) -> int:
    """Where the line ends that is the last to say anything; spreadsheet programs export blank rows by the million."""
    return _LINE_END.search(text, len(text.rstrip(_BLANKS))).start()  # type: ignore[union-attr]  # matches the end too


def _records(file: str, text: str, delimiter: str, remarks: list[Remark]) -> list[tuple[int, list[str]]]:
    """The rows that are not blank, with their numbers."""
    lines = _Lines(file, text, delimiter)
    try:
        return _counted(file, lines.records())
    except (csv.Error, _OpenQuote):
        # One stray quotation mark would otherwise make a single cell of all the rows after it.
        remarks.append(remark(_OPEN_QUOTE))
        lines = _Lines(file, text, delimiter)
        return _counted(file, lines.split_anyhow())


def _counted(file: str, records: Iterable[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The records with cleaned cells, as long as there are not too many of them."""
    rows: list[tuple[int, list[str]]] = []
    cells = 0
    for number, row in records:
        cells += len(row)
        if cells > MOST_CELLS:
            raise CannotUseFile(TOO_MANY_CELLS, file=file, limit=MOST_CELLS)
        if any(row):
            if len(rows) == MOST_ROWS:
                raise CannotUseFile(TOO_MANY_ROWS, file=file, limit=MOST_ROWS)
            rows.append((number, [_GUARD.sub("", cell) if cell.startswith("'") else cell for cell in row]))
    return rows


class _OpenQuote(Exception):
    """A quotation mark was opened and the text ended, or a cell grew beyond what a cell holds."""


class _Lines:
    """The lines of a text, one at a time: blank ones passed over, endless ones refused before they are cut up."""

    def __init__(self, file: str, text: str, delimiter: str) -> None:
        self._file = file
        self._text = text
        self._delimiter = delimiter
        self._nothing = f'{delimiter}"{_BLANKS}'
        self._record = 0
        #: Whether the next line begins a record; within quotation marks blank lines count.
        self._begins = True
        self._is_over = False

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """Every record that is not blank, with its number.

        Raises:
            CannotUseFile: when there are too many, or a line is endless.
            _OpenQuote: when quotation marks swallow what follows them.
        """
        for row in csv.reader(self._counted_lines(), delimiter=self._delimiter):
            if self._is_over or any(len(cell) > LONGEST_CELL for cell in row):
                raise _OpenQuote
            self._begins = True
            yield self._record, row

    def split_anyhow(self) -> Iterator[tuple[int, list[str]]]:
        """Every line cut at the delimiter, whatever the quotation marks say."""
        for line in self._counted_lines():
            self._begins = True
            yield self._record, [cell.strip().strip('"') for cell in line.rstrip("\r\n").split(self._delimiter)]

    def _counted_lines(self) -> Iterator[str]:
        for found in _LINE.finditer(self._text):
            line = found[0]
            if self._begins:
                self._record += 1
                if self._record > _MOST_LINES:
                    raise CannotUseFile(TOO_MANY_ROWS, file=self._file, limit=_MOST_LINES)
                if not line.strip(self._nothing) and line.count('"') % 2 == 0:
                    continue
            if len(line) > LONGEST_LINE or line.count(self._delimiter) > MOST_COLUMNS:
                raise self._endless(line)
            self._begins = False
            yield line
        self._is_over = not self._begins

    def _endless(self, line: str) -> CannotUseFile:
        if line.count(self._delimiter) > MOST_COLUMNS:
            return CannotUseFile(_TOO_MANY_COLUMNS, file=self._file, row=self._record, limit=MOST_COLUMNS)
        return CannotUseFile(_ENDLESS_LINE, file=self._file, row=self._record, limit=LONGEST_LINE)


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
