"""Order, columns and blocks of the list; by mouse as by keys."""

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from director_app.domain.edits import Add, Remove
from director_app.operations.open_plan import StepName
from director_app.ui.pages.schedule_page import SchedulePage
from director_app.ui.schedule.list_columns import KEYS
from director_app.ui.schedule.list_memory import remembered
from director_app.ui.schedule.list_menu import column_menu, row_menu
from director_app.ui.schedule.list_view import ListView
from tests.ui.schedule.list_hands import ALT, CTRL, cell, one, pull, stand
from tests.ui.schedule.seasons import day, delivery

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")
STEP = StepName("Sample")


@pytest.fixture
def rows(page: SchedulePage) -> ListView:
    page.show_view("list")
    tester = QAbstractItemModelTester(page.list.table.table, page)
    tester.setObjectName("tester")
    return page.list.table


def shown(view: ListView) -> list[str]:
    return [view.table.text_at(row, 0) for row in range(view.table.rowCount())]


def click_head(qtbot: Any, view: ListView, column: str) -> None:
    head = view.horizontalHeader()
    middle = QPoint(head.sectionViewportPosition(KEYS.index(column)) + 30, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def test_a_head_sorts_and_the_third_click_is_by_day_again(qtbot: Any, rows: ListView) -> None:
    by_day = shown(rows)
    stand(rows, "002", "place")
    click_head(qtbot, rows, "time")
    assert shown(rows)[:3] == ["GM-001", "GM-002", "GM-004"]
    assert rows.currentIndex() == cell(rows, "002", "place")
    click_head(qtbot, rows, "time")
    assert shown(rows)[-3:] == ["GM-004", "GM-002", "GM-001"]
    click_head(qtbot, rows, "time")
    assert shown(rows) == by_day


def test_keys_sort_as_clicks_do(qtbot: Any, rows: ListView) -> None:
    by_day = shown(rows)
    stand(rows, "001", "title")
    qtbot.keyClick(rows, Qt.Key.Key_Up, ALT)
    by_keys = shown(rows)
    assert by_keys[-1] == "GM-006"
    qtbot.keyClick(rows, Qt.Key.Key_Up, ALT)
    assert shown(rows) == by_day
    click_head(qtbot, rows, "title")
    assert shown(rows) == by_keys


@pytest.mark.parametrize("column", KEYS)
def test_every_column_sorts(rows: ListView, column: str) -> None:
    for descending in (False, True):
        rows.columns.sort_by(KEYS.index(column), descending=descending)
        assert sorted(shown(rows)) == [f"GM-00{number}" for number in range(1, 7)]


def test_days_lose_their_heads_when_she_says_so(qtbot: Any, rows: ListView) -> None:
    qtbot.keyClick(rows, Qt.Key.Key_G, CTRL)
    assert shown(rows) == [f"GM-00{number}" for number in range(1, 7)]
    qtbot.keyClick(rows, Qt.Key.Key_G, CTRL)
    assert shown(rows)[0] == "10. 15.(수)"


def test_a_sorted_list_follows_without_jumping(rows: ListView) -> None:
    rows.columns.sort_by(KEYS.index("time"), descending=False)
    before = shown(rows)
    rows.write_cell("001", "time", "23:00")
    assert shown(rows) == before
    rows.shared.desk.perform(Add((delivery("007", day(2), 800),)), STEP)
    assert "GM-007" in shown(rows)
    rows.shared.desk.perform(Remove("deliveries", "002"), STEP)
    assert "GM-002" not in shown(rows)
    rows.shared.desk.undo()
    assert "GM-002" in shown(rows)


def test_pulling_the_square_fills_like_the_key(qtbot: Any, rows: ListView) -> None:
    rows.write_cell("001", "responsible", "김")
    before = rows.shared.desk.plan
    stand(rows, "001", "responsible", "002", "003")
    qtbot.keyClick(rows, Qt.Key.Key_D, CTRL)
    by_key = rows.shared.desk.plan.deliveries
    assert one(rows, "003").responsible == "김"
    rows.shared.desk.undo()
    assert rows.shared.desk.plan.deliveries == before.deliveries
    stand(rows, "001", "responsible")
    handle = rows.filling.handle()
    assert handle is not None
    pull(rows, handle.center(), rows.visualRect(cell(rows, "003", "responsible")).center())
    assert rows.shared.desk.plan.deliveries == by_key
    rows.shared.desk.undo()
    assert rows.shared.desk.plan.deliveries == before.deliveries


def test_cut_and_paste_move_cells(qtbot: Any, rows: ListView) -> None:
    rows.write_cell("001", "responsible", "김")
    stand(rows, "001", "responsible")
    qtbot.keyClick(rows, Qt.Key.Key_X, CTRL)
    assert one(rows, "001").responsible == ""
    stand(rows, "002", "responsible", "003")
    qtbot.keyClick(rows, Qt.Key.Key_V, CTRL)
    assert (one(rows, "002").responsible, one(rows, "003").responsible) == ("김", "김")


def test_a_table_of_a_document_is_pasted(qtbot: Any, rows: ListView) -> None:
    data = QMimeData()
    data.setText("13:00 점심 음악회 14:00 밤 산책")
    data.setHtml(
        "<p>표</p><table><tr><td>13:00</td><td><p>점심 음악회</p></td></tr><tr><td>14:00<td>밤&nbsp;산책</table>"
    )
    QGuiApplication.clipboard().setMimeData(data)
    stand(rows, "001", "time")
    qtbot.keyClick(rows, Qt.Key.Key_V, CTRL)
    assert (one(rows, "001").start, one(rows, "002").start, one(rows, "002").programme) == (780, 840, "night")


def test_copied_formulas_are_no_formulas(qtbot: Any, rows: ListView) -> None:
    rows.write_cell("001", "responsible", "=1+1")
    stand(rows, "001", "responsible")
    qtbot.keyClick(rows, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().strip() == "'=1+1"
    assert "mso-number-format" in data.html()
    stand(rows, "002", "responsible")
    qtbot.keyClick(rows, Qt.Key.Key_V, CTRL)
    assert one(rows, "002").responsible == "=1+1"


def test_a_copied_table_is_pasted_where_it_came_from(qtbot: Any, page: SchedulePage, rows: ListView) -> None:
    before = rows.shared.desk.plan
    rows.selectAll()
    rows.copy_table()
    stand(rows, "001", "number")
    qtbot.keyClick(rows, Qt.Key.Key_V, CTRL)
    panel = page.list.refused_panel
    assert panel is None
    assert rows.shared.desk.plan is before


def test_columns_are_shown_hidden_and_remembered(qtbot: Any, make_page: Any) -> None:
    first = make_page()
    first.show_view("list")
    columns = first.list.table.columns
    columns.show_column("area", True)
    columns.show_column("time", False)
    columns.show_column("title", False)  # a row needs a name
    columns.group(False)
    qtbot.waitUntil(lambda: not columns.waits)
    second = make_page()
    second.show_view("list")
    view = second.list.table
    keys = [KEYS[column] for column in view.shown_columns()]
    assert "area" in keys
    assert "time" not in keys
    assert "title" in keys
    assert not view.table.grouped
    view.columns.as_at_first()
    assert "time" in [KEYS[column] for column in view.shown_columns()]


def test_selecting_everything_asks_no_cell(rows: ListView) -> None:
    rows.selectAll()
    assert rows.choice.count_rows() == 6
    assert rows.choice.count_cells() == 6 * len(rows.shown_columns())
    assert {subject.id for subject in rows.shared.desk.selection} == {f"00{number}" for number in range(1, 7)}


def test_menus_name_the_keys_of_the_list(rows: ListView) -> None:
    stand(rows, "001", "title")
    menu = row_menu(rows, rows.choice, rows.work)
    texts = [action.text() for action in menu.actions()]
    assert any(text.endswith("\tCtrl+Del") for text in texts)
    assert sum(text.endswith("\tCtrl+D") for text in texts) == 1
    menu.deleteLater()
    columns = column_menu(rows.columns, rows)
    action = next(action for action in columns.actions() if action.text() == "권역")
    action.trigger()
    assert KEYS.index("area") in rows.shown_columns()
    columns.deleteLater()


def drag_head(qtbot: Any, view: ListView, column: str, onto: str) -> None:
    """Pull a head with the mouse past the middle of another one on its left."""
    head = view.horizontalHeader()
    start = QPoint(head.sectionViewportPosition(KEYS.index(column)) + 30, head.height() // 2)
    end = QPoint(head.sectionViewportPosition(KEYS.index(onto)) + 4, head.height() // 2)
    qtbot.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for at in (start - QPoint(20, 0), QPoint((start.x() + end.x()) // 2, end.y()), end):
        qtbot.mouseMove(head.viewport(), pos=at)
    qtbot.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=end)


def reading(view: ListView) -> list[str]:
    return [KEYS[column] for column in view.shown_columns()]


def test_a_head_pulled_elsewhere_moves_its_column(qtbot: Any, rows: ListView) -> None:
    by_day, first = shown(rows), reading(rows)
    drag_head(qtbot, rows, "title", "date")
    assert reading(rows)[:4] == ["number", "title", "date", "time"]
    assert shown(rows) == by_day  # pulled, not clicked: nothing is sorted
    stand(rows, "001", "title")
    qtbot.keyClick(rows, Qt.Key.Key_Tab)
    assert rows.currentIndex() == cell(rows, "001", "date")
    qtbot.keyClick(rows, Qt.Key.Key_Left)
    assert rows.currentIndex() == cell(rows, "001", "title")
    qtbot.keyClick(rows, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert rows.filling.handle() is not None
    qtbot.keyClick(rows, Qt.Key.Key_C, CTRL)
    title, date = (rows.table.text_at(cell(rows, "001", key).row(), KEYS.index(key)) for key in ("title", "date"))
    assert QGuiApplication.clipboard().text().strip() == f"{title}\t{date}"
    menu = column_menu(rows.columns, rows)
    menu.actions()[-1].trigger()
    assert reading(rows) == first


def test_the_order_of_the_columns_is_kept_for_the_next_time(qtbot: Any, rows: ListView) -> None:
    drag_head(qtbot, rows, "title", "date")
    qtbot.waitUntil(lambda: not rows.columns.waits)
    assert remembered().order[:3] == ("number", "title", "date")
    assert sorted(remembered().order) == sorted(KEYS)


def test_the_number_stays_first(qtbot: Any, rows: ListView) -> None:
    first = reading(rows)
    drag_head(qtbot, rows, "date", "number")
    assert reading(rows) == first
