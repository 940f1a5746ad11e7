"""Out to a spreadsheet program and back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from director_app.ui.pages.schedule_page import SchedulePage
from director_app.ui.schedule.filtering import Filter
from director_app.ui.schedule.list_columns import KEYS
from tests.ui.schedule.list_hands import one

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")


@pytest.fixture
def exported(page: SchedulePage, tmp_path: Path) -> Path:
    """The shown rows as a file."""
    page.show_view("list")
    path = tmp_path / "rows.xlsx"
    page.desk.questions.answer = path  # type: ignore[attr-defined]  # the answers of tests
    page.list.round_trip.export()
    return path


def headers(path: Path) -> list[str]:
    """The first row of a file."""
    import python_calamine

    row = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()[0]
    return [str(cell) for cell in row]


def numbers(path: Path) -> list[str]:
    """The reference numbers in a file, from the top."""
    import python_calamine

    return [
        str(row[0]) for row in python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    ][1:]


def changed(path: Path, changes: dict[tuple[str, int], str]) -> None:
    """Change cells of the file as a spreadsheet program would: by reference number and column."""
    import python_calamine
    import xlsxwriter

    sheet = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    with xlsxwriter.Workbook(str(path)) as book:
        target = book.add_worksheet("일정")
        for row, cells in enumerate(sheet):
            for column, value in enumerate(cells):
                text = changes.get((str(cells[0]), column), str(value))
                target.write_string(row, column, text)


def taken_in(qtbot: Any, page: SchedulePage) -> None:
    page.list.round_trip.ask()
    qtbot.waitUntil(lambda: not page.desk.background.is_busy)


def test_the_rows_are_written_as_they_are_sorted(page: SchedulePage, tmp_path: Path) -> None:
    page.show_view("list")
    page.list.table.table.sort(KEYS.index("title"), Qt.SortOrder.DescendingOrder)
    rows = page.list.table.table.rows
    seen = [rows.row(at).delivery for at in range(rows.total)]
    path = tmp_path / "sorted.xlsx"
    page.desk.questions.answer = path  # type: ignore[attr-defined]  # the answers of tests
    page.list.round_trip.export()
    plan = page.desk.plan
    assert numbers(path) == [plan.deliveries[name].number for name in seen if name is not None]
    assert numbers(path) != sorted(numbers(path))


def test_an_unchanged_file_changes_nothing(qtbot: Any, page: SchedulePage, exported: Path) -> None:
    said: list[Any] = []
    page.desk.said.connect(said.append)
    before = page.desk.plan
    taken_in(qtbot, page)
    qtbot.waitUntil(lambda: bool(said))
    assert exported.is_file()
    assert page.desk.plan is before
    assert not page.list.round_trip.preview.isVisible()


def test_changed_cells_are_shown_and_taken_as_one_step(qtbot: Any, page: SchedulePage, exported: Path) -> None:
    heads = headers(exported)
    start, end, place = (heads.index(head) for head in ("시작 시간", "종료 시간", "장소"))
    changed(exported, {("GM-001", start): "13:00", ("GM-001", end): "13:40", ("GM-003", place): "동락공원"})
    before = page.desk.plan
    preview = page.list.round_trip.preview
    page.list.round_trip.ask()
    qtbot.waitUntil(preview.isVisible)
    assert preview.lines() == [
        ("GM-001", "시각", "12:10~12:50", "13:00~13:40"),
        ("GM-003", "장소", "2공장 식당", "동락공원"),
    ]
    button = preview.focusWidget()
    assert button is not None
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert one(page.list.table, "001").start == 780
    assert one(page.list.table, "003").venue == "park"
    page.desk.undo()
    assert page.desk.plan.deliveries == before.deliveries


def test_the_file_has_the_columns_she_sees_in_her_order_and_is_read_again(
    qtbot: Any, page: SchedulePage, tmp_path: Path
) -> None:
    page.show_view("list")
    view = page.list.table
    head = view.horizontalHeader()
    head.moveSection(head.visualIndex(KEYS.index("place")), 1)
    view.columns.show_column("lineup", False)
    view.columns.show_column("time", False)
    view.columns.show_column("note", True)
    page.desk.questions.answer = path = tmp_path / "mine.xlsx"  # type: ignore[attr-defined]  # the answers of tests
    page.list.round_trip.export()
    heads = headers(path)
    assert heads[:3] == ["일정번호", "장소", "날짜"]
    assert not {"출연", "시작 시간"} & set(heads)
    before = page.desk.plan
    taken_in(qtbot, page)
    assert page.desk.plan is before  # what is not in the file is left alone
    changed(path, {("GM-001", 1): "동락공원", ("GM-001", heads.index("비고")): "문을 미리 연다"})
    page.list.round_trip.ask()
    qtbot.waitUntil(page.list.round_trip.preview.isVisible)
    button = page.list.round_trip.preview.focusWidget()
    assert button is not None
    qtbot.keyClick(button, Qt.Key.Key_Return)
    taken = one(view, "001")
    assert (taken.venue, taken.internal_note, taken.start) == ("park", "문을 미리 연다", 730)


def test_only_the_shown_rows_are_written(page: SchedulePage, tmp_path: Path) -> None:
    import python_calamine

    page.show_view("list")
    page.filter_panel.changed.emit(Filter(text="하루"))
    path = tmp_path / "few.xlsx"
    page.desk.questions.answer = path  # type: ignore[attr-defined]  # the answers of tests
    page.list.round_trip.export()
    sheet = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in sheet[1:]] == ["GM-002"]
