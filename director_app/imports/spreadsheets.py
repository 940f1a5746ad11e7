"""Files and pasted tables -> plain sheets of cells. What a file is, is told by its bytes, not by its name.

Read: .csv and other delimited text, .xlsx, .xlsm, .xlsb, .xls, .ods. Links are never followed, formulas never computed.
"""

from __future__ import annotations

from typing import Final

from director_app.domain.refusals import CannotUseFile
from director_app.imports.cells import TableFile
from director_app.wording import message

MEGABYTE: Final = 1_000_000
#: Real tables of a season are below 4 MB; a plan of 52,000 deliveries as JSON is below 200 MB.
LARGEST_TABLE: Final = 64 * MEGABYTE
LARGEST_JSON: Final = 256 * MEGABYTE

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP: Final = b"PK\x03\x04"
_PLAN: Final = b"SQLite format 3\x00"

_EMPTY: Final = message("{file} is empty. Copy or save it again in the program it came from.")
_NOTHING: Final = message("{file} holds nothing but blank bytes. Copy or download it again.")
_TOO_LARGE: Final = message(
    "{file} is {size} MB; tables of up to {limit} MB can be read. Save only the sheet you need as a new file."
)
_PROTECTED: Final = message(
    "{file} is protected with a password. Remove the password in the spreadsheet program, then import it again."
)
_HANGUL: Final = message("{file} is a Hangul (HWP) document. Save its table as .xlsx or .csv and import that.")
_DAMAGED: Final = message(
    "{file} is damaged. Open it in a spreadsheet program, save it again as .xlsx and import that."
)
_IS_PLAN: Final = message("{file} is a plan of this program. Open it instead of importing it.")

_OTHER_KINDS: Final = {
    "pdf": message("{file} is a PDF document. Save its table as .xlsx or .csv and import that."),
    "picture": message("{file} is a picture. Type its table into a spreadsheet and import that."),
    "web": message("{file} is a web page. Open it in a spreadsheet program, save it as .xlsx and import that."),
    "word": message("{file} is a text document. Save its table as .xlsx or .csv and import that."),
    "slides": message("{file} is a presentation. Save its table as .xlsx or .csv and import that."),
    "zip": message("{file} is a packed folder. Unpack it and import the tables in it."),
    "program": message("{file} is a program, not a table. Choose a .xlsx or .csv file."),
}

_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF", b"II*\x00", b"MM\x00*")


def refuse_size(file: str, size: int, limit: int) -> None:
    """Refuse a file by its size alone, before a byte of it is read.

    Raises:
        CannotUseFile: when it is empty or larger than `limit` bytes.
    """
    if size == 0:
        raise CannotUseFile(_EMPTY, file=file)
    if size > limit:
        raise CannotUseFile(_TOO_LARGE, file=file, size=-(-size // MEGABYTE), limit=limit // MEGABYTE)


def read_tables(file: str, data: bytes, *, encoding: str = "") -> TableFile:
    """All sheets of a table file. `encoding` overrules the guess for text files.

    Raises:
        CannotUseFile: when it cannot be read as a table; the message says what it is and what to do.
    """
    refuse_size(file, len(data), LARGEST_TABLE)
    if not data.strip(b"\x00\xff"):
        raise CannotUseFile(_NOTHING, file=file)
    if data.startswith(_OLE):
        return _ole(file, data)
    if data.startswith(_ZIP):
        return _zipped(file, data)
    _refuse_other_kinds(file, data)
    from director_app.imports.text_tables import read_text_table

    return read_text_table(file, data, encoding=encoding)


def read_pasted(name: str, text: str) -> TableFile:
    """A table as it comes from the clipboard: lines of cells parted by tabs, or by commas or semicolons.

    Raises:
        CannotUseFile: when nothing was pasted, or far too much.
    """
    from director_app.imports.text_tables import table_from_text

    refuse_size(name, len(text.strip()), LARGEST_TABLE)
    return table_from_text(name, text)


def _ole(file: str, data: bytes) -> TableFile:
    from director_app.imports.compound_files import chains_end
    from director_app.imports.workbooks import read_workbook

    names = data[: 1 << 20]
    if b"HWP Document File" in data or (_utf16("FileHeader") in data and _utf16("BodyText") in data):
        raise CannotUseFile(_HANGUL, file=file)
    if _utf16("EncryptedPackage") in data:
        raise CannotUseFile(_PROTECTED, file=file)
    if _utf16("WordDocument") in names or _utf16("WordDocument") in data:
        raise CannotUseFile(_OTHER_KINDS["word"], file=file)
    if _utf16("PowerPoint Document") in data:
        raise CannotUseFile(_OTHER_KINDS["slides"], file=file)
    if not chains_end(data):
        raise CannotUseFile(_DAMAGED, file=file)
    return read_workbook(file, data)


def _zipped(file: str, data: bytes) -> TableFile:
    from director_app.imports.workbook_limits import check_package, package_kind
    from director_app.imports.workbooks import read_workbook

    kind = package_kind(data)
    if kind == "damaged":
        raise CannotUseFile(_DAMAGED, file=file)
    if kind == "hangul":
        raise CannotUseFile(_HANGUL, file=file)
    if kind == "protected":
        raise CannotUseFile(_PROTECTED, file=file)
    if kind not in ("excel", "calc"):
        raise CannotUseFile(_OTHER_KINDS[kind], file=file)
    check_package(file, data, kind)
    return read_workbook(file, data)


def _refuse_other_kinds(file: str, data: bytes) -> None:
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(_PLAN):
        raise CannotUseFile(_IS_PLAN, file=file)
    if head.startswith(b"%pdf"):
        raise CannotUseFile(_OTHER_KINDS["pdf"], file=file)
    if data.startswith(_PICTURES) and b"\x00" in data[:64]:
        raise CannotUseFile(_OTHER_KINDS["picture"], file=file)
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta")):
        raise CannotUseFile(_OTHER_KINDS["web"], file=file)
    if head.startswith((b"{\\rtf", b"<?xml")):
        raise CannotUseFile(_OTHER_KINDS["word"], file=file)
    if data.startswith((b"MZ", b"\x7fELF")) and b"\x00" in data[:64]:
        raise CannotUseFile(_OTHER_KINDS["program"], file=file)
    if data.startswith((b"HWP Document File", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")):
        hangul = data.startswith(b"HWP")
        raise CannotUseFile(_HANGUL if hangul else _OTHER_KINDS["zip"], file=file)


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")
