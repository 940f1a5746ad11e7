"""Looks into a zipped workbook before it is opened: what it is, how much it unpacks to, how far its cells reach.

A few kilobytes can unpack to gigabytes, and two cells in opposite corners of a sheet ask a reader for 17,000
million cells. Both are refused here, with one pass over the packed bytes that never holds more than a block.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final, Literal
from xml.parsers import expat

from director_app.domain.refusals import CannotUseFile
from director_app.wording import message

PackageKind = Literal["excel", "calc", "hangul", "word", "slides", "zip", "protected", "damaged", "other"]

#: A table of 10,000 rows and 30 columns unpacks to about 20 MB.
LARGEST_UNPACKED: Final = 400_000_000
MOST_CELLS: Final = 3_000_000
#: Rows that hold something; the longest public list of events has 10,000.
MOST_ROWS: Final = 200_000
_BLOCK: Final = 1 << 20
_MOST_PARTS: Final = 5_000

_BOMB: Final = message("{file} unpacks to more than {limit} MB. Save only the sheet you need as a new file.")
TOO_MANY_CELLS: Final = message(
    "A sheet of {file} reaches over more than {limit} cells. Copy the rows you need into a new file and import that."
)
TOO_MANY_ROWS: Final = message(
    "{file} has more than {limit} rows. Copy the rows you need into a new file and import that."
)
_DAMAGED: Final = message(
    "{file} is damaged. Open it in a spreadsheet program, save it again as .xlsx and import that."
)

_ELEMENT: Final = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])([^<>]*)>")
_REFERENCE: Final = re.compile(rb"\br\s*=\s*[\"']([A-Z]{0,3})([0-9]{1,7})[\"']")


def package_kind(data: bytes) -> PackageKind:
    """What a zip package is, told by the names of its parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            if any(part.flag_bits & 1 for part in package.infolist()):
                return "protected"
            media_type = package.read("mimetype")[:100] if "mimetype" in names and len(names) < _MOST_PARTS else b""
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, zlib.error, RuntimeError, NotImplementedError):
        return "damaged"
    if b"hwp" in media_type or any(name.startswith("Contents/section") for name in names):
        return "hangul"
    return _by_names(names, media_type)


def _by_names(names: list[str], media_type: bytes) -> PackageKind:
    if media_type.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return "calc"
    folded = [name.lower().replace("\\", "/") for name in names]
    if any(name.startswith("xl/") or name == "[content_types].xml" for name in folded):
        if any(name.startswith("word/") for name in folded):
            return "word"
        if any(name.startswith("ppt/") for name in folded):
            return "slides"
        return "excel"
    if media_type.startswith(b"application/vnd.oasis.opendocument"):
        return "word"
    return "zip"


def check_package(file: str, data: bytes, kind: PackageKind) -> None:
    """Refuse what would unpack too far.

    Raises:
        CannotUseFile: when the parts are larger than `LARGEST_UNPACKED` bytes together, a sheet reaches over more than
            `MOST_CELLS` cells, or a part cannot be unpacked.
    """
    left = LARGEST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for part in package.infolist():
                reach = _reach_of(part.filename, kind)
                for block in _blocks(package, part):
                    left -= len(block)
                    if left < 0:
                        raise CannotUseFile(_BOMB, file=file, limit=LARGEST_UNPACKED // 1_000_000)
                    if reach is not None and reach.take(block) > MOST_CELLS:
                        raise CannotUseFile(TOO_MANY_CELLS, file=file, limit=MOST_CELLS)
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, zlib.error, RuntimeError, NotImplementedError) as error:
        raise CannotUseFile(_DAMAGED, file=file) from error


def _blocks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked bytes of a part, also beyond the size that the package claims for it."""
    claimed = part.file_size
    part.file_size = max(claimed, LARGEST_UNPACKED + _BLOCK)
    with package.open(part) as stream:
        while block := stream.read(_BLOCK):
            yield block


def _reach_of(name: str, kind: PackageKind) -> _SheetReach | _CalcReach | None:
    folded = name.lower().replace("\\", "/")
    if kind == "calc":
        return _CalcReach() if folded == "content.xml" else None
    if folded.startswith("xl/") and "sheet" in folded and folded.endswith(".xml"):
        return _SheetReach()
    return None


class _SheetReach:
    """The rectangle that the non-empty cells of an .xlsx sheet span, block by block."""

    def __init__(self) -> None:
        self._rest = b""
        self._row = 0
        self._column = 0
        self._first = (1 << 30, 1 << 30)
        self._last = (0, 0)

    def take(self, block: bytes) -> int:
        """Count in one more block; how many cells the rectangle has so far."""
        text = self._rest + block
        cut = text.rfind(b"<")
        text, self._rest = (text[:cut], text[cut:]) if cut > 0 else (text, b"")
        self._rest = self._rest[: 1 << 16]
        for found in _ELEMENT.finditer(text):
            self._count(found[1] == b"row", found[2])
        if not self._last[0]:
            return 0
        return (self._last[0] - self._first[0] + 1) * (self._last[1] - self._first[1] + 1)

    def _count(self, is_row: bool, attributes: bytes) -> None:
        named = _REFERENCE.search(attributes)
        if is_row:
            self._row = int(named[2]) if named else self._row + 1
            self._column = 0
            return
        if named and named[1]:
            self._row, self._column = int(named[2]), _column_number(named[1])
        else:
            self._column += 1
        if not attributes.endswith(b"/"):
            self._first = (min(self._first[0], self._row), min(self._first[1], self._column))
            self._last = (max(self._last[0], self._row), max(self._last[1], self._column))


class _CalcReach:
    """How many cells an .ods table would have with its repeated rows and columns written out."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._cells = 0
        self._rows = 1
        self._width = 0
        self._filled_width = 0
        self._blank_rows = 0

    def take(self, block: bytes) -> int:
        """Count in one more block; how many cells there are so far."""
        try:
            self._parser.Parse(block, False)
        except expat.ExpatError as error:
            raise ValueError("not well-formed") from error
        return self._cells

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "table-row":
            self._rows = _repeats(attributes, "number-rows-repeated")
            self._width = self._filled_width = 0
        elif local in ("table-cell", "covered-table-cell"):
            self._width += _repeats(attributes, "number-columns-repeated")
            if any(key.endswith(("value-type", "formula")) for key in attributes):
                self._filled_width = self._width
        elif local == "p":
            self._filled_width = self._width

    def _end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        if local == "table-row" and self._filled_width:
            self._cells += (self._blank_rows + self._rows) * self._filled_width
            self._blank_rows = 0
        elif local == "table-row":
            self._blank_rows += self._rows
        elif local == "table":
            self._blank_rows = 0


def _repeats(attributes: dict[str, str], name: str) -> int:
    text = next((value for key, value in attributes.items() if key.endswith(name)), "1")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
