"""Out to a spreadsheet program and back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from director_app.ui.pages.schedule_page import SchedulePage
from director_app.ui.schedule.filtering import Filter
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
    changed(exported, {("GM-001", 3): "13:00", ("GM-001", 4): "13:40", ("GM-003", 8): "동락공원"})
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


def test_only_the_shown_rows_are_written(page: SchedulePage, tmp_path: Path) -> None:
    import python_calamine

    page.show_view("list")
    page.filter_panel.changed.emit(Filter(text="하루"))
    path = tmp_path / "few.xlsx"
    page.desk.questions.answer = path  # type: ignore[attr-defined]  # the answers of tests
    page.list.round_trip.export()
    sheet = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in sheet[1:]] == ["GM-002"]
