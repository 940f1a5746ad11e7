"""A table with the columns that were named, by headers of either language."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from tests.cli.command_line import facts, said


def test_a_workbook_has_the_columns_named_in_their_order(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "table.xlsx"
    rows = facts("export", "xlsx", sample, "-o", out, "--columns", "Venue, 날짜,venue,Reference number")["rows"]
    sheet = openpyxl.load_workbook(out).active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]] == ["Venue", "Date", "Reference number"]
    assert sheet.max_row == rows + 1


def test_a_column_there_is_none_of_is_refused_and_private_ones_are_asked_for(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "table.csv"
    for columns in ("아무거나", "Whom to call"):
        code, _out, error = said("export", "csv", sample, "-o", out, "--columns", columns)
        assert (code, out.exists()) == (2, False)
        assert f"There is no column “{columns}”; there are these: Reference number, Date" in error
    assert said("export", "csv", sample, "-o", out, "--columns", "Whom to call", "--internal")[0] == 0
    assert said("export", "ics", sample, "-o", tmp_path / "x.ics", "--columns", "Date")[0] == 2
