"""Tables of the window on the clipboard, as tabs and as HTML: lists, problems, coverage, money, documents."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView, QWidget

from director_app.domain.edits import Change
from director_app.operations.open_plan import StepName
from director_app.ui.clipboard_tables import from_html, from_tabs
from director_app.ui.frame.problem_lines import Fold
from director_app.ui.main_window import MainWindow
from director_app.ui.pages.venues_page import APPLICATIONS
from director_app.ui.table_copying import both_forms

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")
Open = Callable[[str], Any]


@pytest.fixture
def page(sample_window: MainWindow) -> Open:
    """Shows a page of the sample."""
    frame = sample_window.frame
    assert frame is not None

    def show(name: str) -> Any:
        assert frame is not None
        frame.show_page(name)
        return frame.page(name)

    return show


def copied(widget: QWidget) -> list[list[str]]:
    """What Ctrl+C in a widget puts on the clipboard: the same in both forms."""
    QGuiApplication.clipboard().clear()
    widget.window().activateWindow()
    widget.setFocus()
    QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.Copy))
    data = QGuiApplication.clipboard().mimeData()
    rows = from_tabs(data.text())
    plain = [[" ".join(cell.split()) for cell in row] for row in rows]
    assert [[" ".join(cell.split()) for cell in row] for row in from_html(data.html())] == plain
    return rows


@pytest.mark.parametrize(("name", "kind"), [("artists", "artists"), ("venues", "venues"), ("programmes", "programmes")])
def test_lists_are_copied_whole_with_the_names_of_their_columns(name: str, kind: str, page: Open) -> None:
    shown = page(name)
    rows = copied(shown.pane.list)
    records = shown.desk.plan.table(kind)
    assert len(rows) == len(records) + 1
    said = {cell for row in rows[1:] for cell in row}
    assert all(any(getattr(one, "name", "") or one.title in cell for cell in said) for one in records.values())
    assert rows[0][:2] in (["이름", "내용"], ["구분", "이름"])


def test_several_selected_rows_are_copied_alone(page: Open) -> None:
    form = page("programmes")
    assert form.form.is_whole
    table = form.findChild(QTableView, "rounds") or next(
        each for each in form.findChildren(QTableView) if type(each).__name__ == "RoundsTable"
    )
    busiest = max(form.desk.plan.programmes, key=lambda one: len(form.desk.plan.users("programmes", one)))
    form.show_record(busiest)
    model = table.model()
    assert model.rowCount() > 3
    assert len(copied(table)) == model.rowCount() + 1
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in (0, 2):
        table.selectionModel().select(model.index(row, 0), flags)
    rows = copied(table)
    assert len(rows) == 3
    assert (
        rows[1] == [str(model.index(0, column).data() or "") for column in range(model.columnCount())][: len(rows[1])]
    )


def test_problems_are_copied_with_level_and_day(sample_window: MainWindow) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.check_bar.open(wanted=True)
    listed = frame.check_bar.list
    rows = copied(listed)
    folded = {line for row in listed.rows() for line in (row.lines if isinstance(row, Fold) else (row,))}
    assert rows[0] == ["단계", "날짜", "점검"]
    assert len(rows) == len(folded) + 1
    assert {row[2] for row in rows[1:]} == {line.sentence for line in folded}
    assert {row[0] for row in rows[1:]} <= {"해결 필요", "주의", "참고"}


def test_coverage_is_copied_as_areas_by_weeks(page: Open, qtbot: Any) -> None:
    overview = page("overview")
    qtbot.waitUntil(lambda: overview.strip._reading is not None)
    strip = overview.strip
    rows = copied(strip)
    reading = strip._reading
    assert [row[0] for row in rows[1:]] == [area.name for area in reading.areas]
    assert len(rows[0]) == len(reading.weeks) + 4
    for row, area in zip(rows[1:], reading.areas, strict=True):
        assert sum(int(cell.split()[0]) for cell in row[3:-1] if cell and cell[0] != "(") == int(row[-1])
        assert int(row[-1]) == area.confirmed
    assert strip.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    assert strip.copier.action.text() == "표로 복사"


def test_money_is_copied_line_by_line(page: Open) -> None:
    money = page("money")
    QGuiApplication.clipboard().clear()
    money.lines.copy_button.click()
    rows = from_tabs(QGuiApplication.clipboard().text())
    lines = money.desk.plan.budget_lines
    assert len(rows) == len(lines) + 1
    assert {one.title for one in lines.values()} <= {cell for row in rows for cell in row}


def test_results_say_what_they_speak_of(page: Open) -> None:
    money = page("money")
    money.outcomes.copy_button.click()
    rows = from_tabs(QGuiApplication.clipboard().text())
    assert len(rows) == len(money.desk.plan.outcomes) + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert any("페스티벌" in row[0] for row in rows[1:])
    assert any("21000" in cell.replace(",", "") for row in rows for cell in row)


def test_applications_are_copied(page: Open) -> None:
    shown = page("venues")
    shown.open_tab(APPLICATIONS)
    table = shown.applications.table
    rows = copied(table)
    assert len(rows) == table.model().rowCount() + 1
    assert len(rows) > 3


def test_what_would_be_computed_stays_text(page: Open) -> None:
    shown = page("artists")
    name = '=HYPERLINK("http://example.org") <b>&\tA'
    identity = min(shown.desk.plan.artists)
    shown.desk.perform(Change("artists", identity, {"name": name}), StepName("x", {}))
    rows = copied(shown.pane.list)
    assert any(name.replace("\t", " ") in cell.replace("\t", " ") for row in rows for cell in row)
    raw = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text()), delimiter="\t"))
    assert not [cell for row in raw for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert "<b>&" not in QGuiApplication.clipboard().mimeData().html()


def test_several_tables_stand_under_their_titles() -> None:
    tables = [("첫째", ["이름"], [["가"], ["=1"]]), ("<둘째>", [], [["나", "다"]])]
    both = both_forms(tables)
    assert both.tabs == "첫째\n이름\n가\n'=1\n\n<둘째>\n나\t다\n"
    assert "&lt;둘째&gt;" in both.html
    assert both.rows == 3
    assert both_forms(tables[:1]).tabs == "이름\n가\n'=1\n"
