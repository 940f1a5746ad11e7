"""`import` as its user types it: five lists row by row, the rows to mend as a table, and honest exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.command_line import said

FIRST = """번호,날짜,시간,프로그램명,장소,상태,예상인원,연락처
GM-1,2025. 9. 3.(수),12:10~12:50,런치콘서트,2공장 식당,확정,120,
,2025-09-10,12:10,런치콘서트,광장,,,
,2025-09-11,,런치콘서트,광장,,,
,,,,,,50,=1+1
"""
#: Two dates of the same programme that stand only in the first table.
MORE = """,2025-09-17,12:10,런치콘서트,광장,,,
,2025-09-18,12:10,런치콘서트,광장,,,
"""
#: Another table with less than half of the first: what is at another hour there may be one more date or a moved one.
SECOND = (
    FIRST.replace("12:10~12:50", "12:30~13:00").replace("확정,120", "취소,130").replace("09-10,12:10", "09-10,15:00")
)
NO_ANCHOR = "A delivery needs a company, an area, a programme, a venue or a date."


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "season.cdplan"
    said("new", path)
    return path


def _file(tmp_path: Path, text: str, name: str = "list.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_dry_run_lists_every_row_with_what_it_would_do(plan: Path, tmp_path: Path) -> None:
    said("import", plan, _file(tmp_path, FIRST + MORE))
    before = plan.read_bytes()
    code, out, _error = said("import", plan, _file(tmp_path, SECOND), "--dry-run")
    assert (code, plan.read_bytes()) == (0, before)
    assert out.splitlines() == [
        "0 new, 1 changed, 1 the same, 1 unclear, 1 refused.",
        "",
        "Changed (1)",
        "  row 2  GM-1 런치콘서트 · Wed 3 Sep 2025 12:30~13:00 · 2공장 식당",
        "      Start: 12:10 → 12:30",
        "      End: 12:50 → 13:00",
        "      Status: Confirmed → Cancelled",
        "      Expected heads: 120 → 130",
        "",
        "The same (1)",
        "  row 4  CD-003 런치콘서트 · Thu 11 Sep 2025 · 광장",
        "",
        "Unclear (1)",
        "  row 3  런치콘서트 · Wed 10 Sep 2025 15:00 · 광장",
        "      “런치콘서트” stands on Wed 10 Sep 2025 already (CD-002), at another time or place.",
        "      may be: CD-002 런치콘서트 · Wed 10 Sep 2025 12:10 · 광장",
        "",
        "Refused (1)",
        "  row 5  50 / =1+1",
        f"      {NO_ANCHOR}",
    ]


def test_a_date_at_another_hour_in_a_later_copy_is_moved(plan: Path, tmp_path: Path) -> None:
    said("import", plan, _file(tmp_path, FIRST + MORE))
    later = (FIRST + MORE).replace("09-10,12:10", "09-10,15:00")
    _code, out, _error = said("import", plan, _file(tmp_path, later))
    assert out.splitlines()[0] == "0 new, 1 changed, 4 the same, 0 unclear, 1 refused."
    assert said("import", plan, _file(tmp_path, later), "--dry-run")[1].startswith("0 new, 0 changed, 5 the same,")


def test_the_object_holds_every_row(plan: Path, tmp_path: Path) -> None:
    said("import", plan, _file(tmp_path, FIRST + MORE))
    _code, out, _error = said("import", plan, _file(tmp_path, SECOND), "--dry-run", "--json")
    facts = json.loads(out)
    assert [(row["row"], row["kind"], row["outcome"]) for row in facts["rows"]] == [
        (2, "deliveries", "changed"), (3, "deliveries", "unclear"), (4, "deliveries", "same"),
        (5, "deliveries", "refused"),
    ]  # fmt: skip
    changed, unclear, same, refused = facts["rows"]
    assert [(one["field"], one["label"], one["before"], one["after"]) for one in changed["changes"]] == [
        ("start", "Start", "12:10", "12:30"), ("end", "End", "12:50", "13:00"),
        ("status", "Status", "Confirmed", "Cancelled"), ("expected_heads", "Expected heads", "120", "130"),
    ]  # fmt: skip
    assert [one["name"] for one in unclear["candidates"]] == ["CD-002 런치콘서트 · Wed 10 Sep 2025 12:10 · 광장"]
    assert (same["changes"], same["reasons"]) == ([], [])
    assert (refused["what"], refused["reasons"]) == ("50 / =1+1", [NO_ANCHOR])
    assert facts["refused_file"] is None


def test_only_blanks_are_filled_when_that_is_wanted(plan: Path, tmp_path: Path) -> None:
    said("import", plan, _file(tmp_path, FIRST + MORE))
    more = SECOND.replace("09-11,,런치", "09-11,18:00,런치")
    code, out, _error = said("import", plan, _file(tmp_path, more), "--fill-blanks")
    assert (code, out.splitlines()[0]) == (0, "0 new, 1 changed, 1 the same, 1 unclear, 1 refused.")
    _code, out, _error = said("import", plan, _file(tmp_path, FIRST), "--dry-run")
    assert "CD-003 런치콘서트 · Thu 11 Sep 2025 18:00 · 광장" in out
    assert "0 changed" in out


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_rows_left_out_come_back_as_a_table_to_be_mended(ending: str, plan: Path, tmp_path: Path) -> None:
    said("import", plan, _file(tmp_path, FIRST + MORE))
    left = tmp_path / f"left.{ending}"
    code, out, _error = said("import", plan, _file(tmp_path, SECOND), "--refused", left)
    assert code == 0
    assert out.splitlines()[-1] == f"{left} holds the 2 rows that were left out, with what is wrong."
    rows = _rows_of(left)
    assert rows[0] == ["번호", "날짜", "시간", "프로그램명", "장소", "상태", "예상인원", "연락처", "What is wrong"]
    assert rows[1][:5] == ["", "2025-09-10", "15:00", "런치콘서트", "광장"]
    assert rows[1][-1].startswith("“런치콘서트” stands on Wed 10 Sep 2025 already")
    assert rows[2] == ["", "", "", "", "", "", "50", "=1+1" if ending == "xlsx" else "'=1+1", NO_ANCHOR]

    mended = tmp_path / f"mended.{ending}"
    _mend(left, mended, "2025-10-01")
    again = tmp_path / f"again.{ending}"
    _code, out, _error = said("import", plan, mended, "--unclear", "new", "--refused", again)
    assert out.splitlines()[0] == "1 new, 0 changed, 0 the same, 1 unclear, 0 refused."
    assert out.splitlines()[-1] == f"No row of a table was left out, so {again} was not written."
    assert not again.exists()
    assert said("import", plan, mended, "--dry-run")[1].startswith("0 new, 0 changed, 2 the same,")


def _rows_of(path: Path) -> list[list[str]]:
    if path.suffix == ".csv":
        import csv

        return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    return [["" if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)]


def _mend(left: Path, mended: Path, day: str) -> None:
    """Write a date into the second row that was left out."""
    if left.suffix == ".csv":
        mended.write_text(left.read_text(encoding="utf-8-sig").replace(",,,,,,50", f",{day},,,,,50"), encoding="utf-8")
        return
    book = openpyxl.load_workbook(left)
    assert book.active is not None
    book.active.cell(3, 2).value = day
    book.save(mended)


def test_what_stands_above_the_header_is_kept_for_its_year(plan: Path, tmp_path: Path) -> None:
    table = "2024년 가을 순회,,\n,,\n날짜,프로그램명,출연\n9. 3.,런치콘서트,\n,,다온밴드\n"
    left = tmp_path / "left.csv"
    said("import", plan, _file(tmp_path, table), "--refused", left)
    assert _rows_of(left)[0] == ["2024년 가을 순회"]
    _mend_text = left.read_text(encoding="utf-8-sig").replace(",,다온밴드", "9. 10.,,다온밴드")
    _code, out, _error = said("import", plan, _file(tmp_path, _mend_text, "mended.csv"), "--dry-run")
    assert "Tue 10 Sep 2024" in out


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "날짜,시작시간\n2025-10-20,12:10\n",
            (
                "The columns of list.csv (날짜, 시작시간) do not tell what it lists. Dates need columns such as date "
                "and programme or venue; people and places a name and, say, genre or address."
            ),
        ),
        ("날짜,프로그램명\n", "list.csv holds no rows that could be taken in."),
        (" \n\n,,\n", "list.csv holds no rows that could be taken in."),
        (
            "날짜,프로그램명,칸\n,,1\n,,2\n",
            (
                "None of the 2 rows of list.csv could be taken in. Row 2: The row names nothing that could be imported "
                "(날짜 and 프로그램명)."
            ),
        ),
    ],
)
@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_where_nothing_could_be_read_it_is_a_refusal(
    text: str, sentence: str, dry: tuple[str, ...], plan: Path, tmp_path: Path
) -> None:
    assert said("import", plan, _file(tmp_path, text), *dry) == (2, "", f"{sentence}\n")


def test_rows_left_out_never_take_the_place_of_another_file(plan: Path, tmp_path: Path) -> None:
    table = _file(tmp_path, FIRST)
    for out, sentence in (
        (plan, "season.cdplan must end in .xlsx or .csv, the kinds of table that are written."),
        (table, "list.csv is being imported. Choose another name for the rows that are left out."),
    ):
        before = out.read_bytes()
        assert said("import", plan, table, "--refused", out) == (2, "", f"{sentence}\n")
        assert out.read_bytes() == before


def test_rows_of_several_tables_need_a_workbook(plan: Path, tmp_path: Path) -> None:
    people = _file(tmp_path, "예술인,장르\n다온밴드,재즈\n,록\n", "people.csv")
    words = ("import", plan, _file(tmp_path, FIRST), people, "--dry-run", "--refused")
    assert said(*words, tmp_path / "left.csv") == (
        2, "",
        "The rows that are left out come from 2 tables, too many for one .csv. Choose a name that ends in .xlsx.\n",
    )  # fmt: skip
    assert said(*words, tmp_path / "left.xlsx")[0] == 0
    assert openpyxl.load_workbook(tmp_path / "left.xlsx").sheetnames == ["list", "people"]


def test_thousands_of_rows_are_listed_in_groups(plan: Path, tmp_path: Path) -> None:
    lines = [f"2025-{1 + n % 12:02d}-{1 + n % 28:02d},{n % 24:02d}:00,프로그램 {n // 24}" for n in range(3_000)]
    table = _file(tmp_path, "\n".join(["날짜,시간,프로그램명", *lines, ",,,", ",25:99,"]))
    code, out, _error = said("import", plan, table, "--dry-run")
    found = out.splitlines()
    assert code == 0
    assert found.count("New (3000)") == 1
    assert found[0] == found[-1] == "3000 new, 0 changed, 0 the same, 0 unclear, 1 refused."
    assert len(found) < 3_020


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("cp949", "\t"), ("utf-16", "\t"), ("utf-16-le", ","), ("utf-16-be", ";")],
)
def test_text_tables_of_every_encoding_and_mark(encoding: str, mark: str, plan: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = [["날짜", "프로그램명", "장소"], ["2025. 10. 3.", "런치콘서트", "광장"], ["합계", "1건", ""]]
    rows += [rows[0], ["2025. 10. 4.", "", ""]]
    path.write_bytes("\r\n".join(mark.join(row) for row in rows).encode(encoding))
    _code, out, _error = said("import", plan, path, "--dry-run")
    assert out.splitlines() == [
        "2 new, 0 changed, 0 the same, 0 unclear, 0 refused.",
        "",
        "New (2)",
        "  row 2  런치콘서트 · Fri 3 Oct 2025 · 광장",
        "  row 5  Untitled · Sat 4 Oct 2025",
        "",
        "No data (2)",
        "  row 3  A row of totals was left out.",
        "  row 4  The header stands here again; the row was left out.",
    ]


def test_headings_over_merged_cells_are_read_together(plan: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["2025년 행사"], ["프로그램명", "개최기간", "", "", "비고"], ["", "년", "월", "일", ""],
        ["런치콘서트", 2025, 10, 3, ""], ["10월 14일부터 한 주 쉽니다", "", "", "", ""],
        ["야외극", 2025, 10, "", "미정"],
    ):  # fmt: skip
        sheet.append([cell or None for cell in row])
    for cells in ("A1:E1", "B2:D2", "A2:A3", "E2:E3", "A5:E5"):
        sheet.merge_cells(cells)
    book.save(tmp_path / "list.xlsx")
    _code, out, _error = said("import", plan, tmp_path / "list.xlsx", "--dry-run")
    assert [line for line in out.splitlines() if "row" in line] == [
        "  row 4  런치콘서트 · Fri 3 Oct 2025",
        "  row 6  야외극 · October 2025",
        "  row 5  “10월 14일부터 한 주 쉽니다” is a heading between the rows; it was left out.",
    ]
