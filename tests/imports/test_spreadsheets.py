"""Files of any kind -> sheets of cells, or one sentence: never a traceback, whatever the bytes are."""

from __future__ import annotations

import io
import random
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from director_app.domain.refusals import CannotUseFile, Refusal
from director_app.imports.cells import Sheet
from director_app.imports.spreadsheets import LARGEST_TABLE, read_pasted, read_tables, refuse_size
from director_app.wording import Wording
from tests.imports.tables import SHEETS, open_document, package_of, rows_of, said, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read_or_refused(name: str, data: bytes | str) -> tuple[tuple[Sheet, ...], object]:
    """The sheets, or the file that a refusal names."""
    try:
        read = read_pasted(name, data) if isinstance(data, str) else read_tables(name, data)
    except Refusal as refusal:
        return (), refusal.values["file"]
    return read.sheets, ""


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_workbook_keeps_its_types_and_row_numbers() -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.title = "일정"
    page["B3"], page["C3"] = "날짜", "인원"
    page["B4"], page["C4"] = datetime(2025, 9, 3, 12, 10), 120
    page["B6"], page["C6"], page["D6"] = date(2025, 9, 4), 12.5, time(12, 10)
    table = read_tables("a.xlsx", saved(book)).sheets[0]
    assert table.name == "일정"
    assert [row.number for row in table.rows] == [3, 4, 6]
    assert rows_of(table)[1] == (None, datetime(2025, 9, 3, 12, 10), 120)
    assert rows_of(table)[2] == (None, date(2025, 9, 4), 12.5, time(12, 10))


def test_cells_merged_downwards_stand_in_every_row() -> None:
    book = openpyxl.Workbook()
    page = book.active
    page.append(["기업", "날짜"])
    page.append(["방림", "9/3"])
    page.append([None, "9/10"])
    page.merge_cells("A2:A3")
    assert rows_of(read_tables("a.xlsx", saved(book)).sheets[0])[2] == ("방림", "9/10")


def test_hidden_sheets_say_so() -> None:
    book = openpyxl.Workbook()
    book.active.append(["보임"])
    hidden = book.create_sheet("응답 보기")
    hidden.append(["답"])
    hidden.sheet_state = "hidden"
    assert [sheet.is_hidden for sheet in read_tables("a.xlsx", saved(book)).sheets] == [False, True]


def test_a_formula_comes_as_its_last_value_and_is_never_computed() -> None:
    row = '<row r="1"><c r="A1"><f>1+1</f><v>7</v></c><c r="B1"><f>HYPERLINK("http://x")</f></c></row>'
    assert rows_of(read_tables("a.xlsx", workbook(row)).sheets[0]) == [(7,)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_encoding_and_delimiter_gives_the_same_table(encoding: str, delimiter: str) -> None:
    lines = [["단체명", "장르", "소개"], ["다온밴드", "재즈", 'say "hi"'], ["봄", "국악", "두\n줄"]]
    text = "\r\n".join(delimiter.join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in line) for line in lines)
    table = read_tables("a.csv", text.encode(encoding)).sheets[0]
    assert [list(cells) for cells in rows_of(table)] == lines


def test_utf16_without_its_mark_is_told_by_its_zero_bytes() -> None:
    text = "name,genre,phone\r\n" + "Daon Band,jazz,054-111-2222\r\n" * 20
    assert rows_of(read_tables("a.csv", text.encode("utf-16-le")).sheets[0])[1][0] == "Daon Band"


def test_the_users_encoding_overrules_the_guess() -> None:
    assert rows_of(read_tables("a.csv", "é,b\n".encode("latin-1"), encoding="latin-1").sheets[0]) == [("é", "b")]


def test_real_files_are_cp949_or_marked_utf8() -> None:
    for name, encoding in (("performances_awkward_cp949.csv", "cp949"), ("festivals_utf8_bom.csv", "utf-8-sig")):
        table = read_tables(name, (SHEETS / name).read_bytes())
        assert table.encoding == encoding
        assert not table.remarks


def test_a_few_unreadable_characters_are_shown_and_counted() -> None:
    data = "단체명,장르\n".encode("cp949") + "다온밴드,재즈\n".encode("cp949") * 50 + b"\xff\xff,x\n"
    table = read_tables("a.csv", data)
    assert len(table.sheets[0].rows) == 52
    assert "could not be read: 2" in said(table.remarks)[0]


def test_zero_bytes_are_left_out_with_a_remark() -> None:
    table = read_tables("a.csv", b"a,b\n\x00,2\n")
    assert rows_of(table.sheets[0]) == [("a", "b"), (None, "2")]
    assert said(table.remarks) == ["Zero bytes were left out: 1. The file may be damaged."]


def test_a_quotation_mark_that_never_closes_does_not_swallow_the_rows() -> None:
    text = '이름,장르\n다온"밴드,재즈\n"봄,국악\n여름,춤\n'
    table = read_pasted("표", text)
    assert [cells[0] for cells in rows_of(table.sheets[0])] == ["이름", '다온"밴드', "봄", "여름"]
    assert "never closed" in said(table.remarks)[0]


def test_text_that_looks_like_a_formula_or_markup_stays_text() -> None:
    table = read_pasted("표", "이름\t비고\n=1+1\t<img src=/etc/hostname>\n@SUM(A1)\t+82\n")
    assert rows_of(table.sheets[0])[1:] == [("=1+1", "<img src=/etc/hostname>"), ("@SUM(A1)", "+82")]


REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "is empty"),
    "zeros": (bytes(100_000), "nothing but blank bytes"),
    "huge": (b" " * (LARGEST_TABLE + 1), "tables of up to 64 MB"),
    "damaged": (b"PK\x03\x04" + bytes(range(200)), "is damaged"),
    "half a workbook": (workbook("<row r='1'><c r='A1'><v>1</v></c></row>")[:700], "is damaged"),
    "old and damaged": (OLE + bytes(2_000), "is damaged"),
    "password": (OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600), "protected with a password"),
    "hwp": (OLE + bytes(600) + b"HWP Document File V5.00" + bytes(600), "Hangul (HWP)"),
    "hwpx": (package_of("mimetype", "Contents/section0.xml"), "Hangul (HWP)"),
    "docx": (package_of("[Content_Types].xml", "word/document.xml"), "text document"),
    "pptx": (package_of("[Content_Types].xml", "ppt/presentation.xml"), "presentation"),
    "zip": (package_of("a.csv"), "packed folder"),
    "doc": (OLE + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(600), "text document"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "PDF document"),
    "png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(80), "a picture"),
    "html": (b"<html><table><tr><td>1</td></tr></table></html>", "web page"),
    "plan": (b"SQLite format 3\x00" + bytes(100), "a plan of this program"),
    "program": (b"\x7fELF\x02\x01\x01\x00" + bytes(100), "a program"),
    "not text": (bytes(range(128, 256)) * 40, "cannot be read"),
    "two far cells": (
        workbook("<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"),
        "more than 3000000 cells",
    ),
    "implicit far cell": (
        workbook("<row r='1'><c><v>1</v></c></row><row r='1048576'>" + "<c/>" * 900 + "<c><v>1</v></c></row>"),
        "more than 3000000 cells",
    ),
    "repeated cells": (
        open_document(
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
            'table:number-columns-repeated="16384" office:value-type="string"><text:p>a</text:p></table:table-cell>'
            "</table:table-row>"
        ),
        "more than 3000000 cells",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_said_in_one_sentence(case: str, english: Wording, korean: Wording) -> None:
    data, expected = REFUSED[case]
    with pytest.raises(CannotUseFile) as refused:
        read_tables("파일.xlsx", data)
    sentence = english.text(refused.value.message, **refused.value.values)
    assert expected in sentence
    assert sentence.startswith(("파일.xlsx", "The characters of 파일.xlsx", "A sheet of 파일.xlsx"))
    in_korean = korean.text(refused.value.message, **refused.value.values)
    assert in_korean != sentence
    assert "파일.xlsx" in in_korean
    assert in_korean.endswith("주세요.")


def test_what_unpacks_to_gigabytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("director_app.imports.workbook_limits.LARGEST_UNPACKED", 2_000_000)
    bomb = workbook("<row r='1'/>" + " " * 3_000_000)
    assert len(bomb) < 10_000
    with pytest.raises(CannotUseFile, match="unpacks to more than"):
        read_tables("a.xlsx", bomb)


def test_size_alone_refuses_before_a_byte_is_read() -> None:
    with pytest.raises(CannotUseFile, match="300 MB"):
        refuse_size("a.csv", 300_000_000, LARGEST_TABLE)


def test_rows_that_only_carry_formats_do_not_count() -> None:
    rows = "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576' s='1'/></row>"
    assert rows_of(read_tables("a.xlsx", workbook(rows)).sheets[0]) == [(1,)]
    blank = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>'
        '</table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert rows_of(read_tables("a.ods", open_document(blank)).sheets[0]) == [("a",)]


@settings(max_examples=60)
@given(st.integers(0, 2**32))
def test_damaged_bytes_never_end_in_a_traceback(seed: int) -> None:
    chance = random.Random(seed)
    choices = [workbook("<row r='1'><c r='A1'><v>1</v></c></row>"), (SHEETS / "festivals_cp949_crlf.csv").read_bytes()]
    data = bytearray(chance.choice(choices))
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    if chance.random() < 0.3:
        data = data[: chance.randrange(len(data))]
    sheets, refused = read_or_refused("a.xlsx", bytes(data))
    assert refused in ("", "a.xlsx")
    assert all(row.cells[-1] is not None for sheet in sheets for row in sheet.rows)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_sentence(data: bytes) -> None:
    sheets, refused = read_or_refused("a.csv", data)
    assert refused in ("", "a.csv")
    assert all(row.cells for sheet in sheets for row in sheet.rows)


@given(st.text(max_size=300))
def test_any_pasted_text_is_a_table_or_a_sentence(text: str) -> None:
    sheets, refused = read_or_refused("표", text)
    assert refused in ("", "표")
    for sheet in sheets:
        numbers = [row.number for row in sheet.rows]
        assert numbers == sorted(set(numbers))
        assert all(row.cells[-1] is not None for row in sheet.rows)


# -- a great deal of nothing -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a,b\n1" + b"," * 60_000 + b"\n1,2\n", "Row 2 of a.csv has more than 16384 columns."),
        (b"a,b\n" + b"x" * 3_300_000 + b"\n1,2\n", "Row 2 of a.csv is longer than 3276700 characters"),
        (b"a\n" * 200_001, "a.csv has more than 200000 rows."),
        (b"a\n" + b"\n" * 1_100_000 + b"b\n", "a.csv has more than 1048576 rows."),
        (b"a," + b"\x00," * 40_000, "Row 1 of a.csv has more than 16384 columns."),
    ],
    ids=["columns", "long line", "rows", "blank rows between", "zero bytes"],
)
def test_what_is_too_much_is_refused_before_it_is_cut_up(data: bytes, expected: str) -> None:
    with pytest.raises(CannotUseFile) as refused:
        read_tables("a.csv", data)
    assert Wording("en").text(refused.value.message, **refused.value.values).startswith(expected)


def test_blank_rows_at_the_end_are_passed_over() -> None:
    blank = b",,,,,,,,,\r\n" * 300_000
    assert rows_of(read_tables("a.csv", b"a,b\r\n1,\r\n" + blank).sheets[0]) == [("a", "b"), ("1",)]
    assert read_tables("a.csv", b" " * 100_000 + blank).sheets[0].rows == ()


def test_rows_keep_their_numbers_beside_blank_ones() -> None:
    found = read_tables("a.csv", b'a,b\n,,\n"x\n\ny",2\n"",""\n3,4\n').sheets[0]
    assert [(row.number, row.cells) for row in found.rows] == [(1, ("a", "b")), (3, ("x\n\ny", "2")), (5, ("3", "4"))]
