"""The list under hands and keys."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit

from director_app.domain.edits import Add, Change, Remove
from director_app.domain.facts import Act
from director_app.domain.programme import Delivery, Status
from director_app.operations.open_plan import StepName
from director_app.planner.problems import in_order
from director_app.ui.pages.schedule_page import SchedulePage
from director_app.ui.schedule.filtering import Filter
from director_app.ui.schedule.list_columns import KEYS
from director_app.ui.schedule.list_view import ListView
from tests.ui.schedule.seasons import HARU, NIGHT, PARK, around, day, delivery

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")
CTRL = Qt.KeyboardModifier.ControlModifier
STEP = StepName("Sample")


@pytest.fixture
def rows(page: SchedulePage) -> ListView:
    page.show_view("list")
    tester = QAbstractItemModelTester(page.list.table.table, page)
    tester.setObjectName("tester")
    return page.list.table


def one(view: ListView, name: str) -> Delivery:
    return view.shared.desk.plan.deliveries[name]  # type: ignore[index]  # ids are texts


def cell(view: ListView, name: str, column: str) -> QModelIndex:
    return view.table.index(view.table.position_of(name), KEYS.index(column))


def stand(view: ListView, name: str, column: str, *others: str) -> None:
    alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.selectionModel().setCurrentIndex(cell(view, name, column), alone)
    for other in others:
        view.selectionModel().select(cell(view, other, column), QItemSelectionModel.SelectionFlag.Select)


def type_into(qtbot: Any, view: ListView, text: str, write: Callable[..., None] | None = None) -> None:
    view.edit(view.currentIndex())
    editor = next(field for field in view.viewport().findChildren(QLineEdit) if field.isVisible())
    editor.selectAll()
    if write is not None:
        editor.clear()
        write(editor, text)
        editor.setModified(True)
    else:
        qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(view.is_resting)  # Qt takes the text one turn of the loop later


def test_it_is_grouped_by_day(rows: ListView) -> None:
    shown = [rows.table.text_at(position, 0) for position in range(rows.table.rowCount())]
    assert shown[:4] == ["10. 15.(수)", "GM-001", "GM-002", "10. 16.(목)"]
    assert rows.table.text_at(shown.index("10. 15.(수)"), 1) == "2건"
    assert shown[-2:] == ["날짜 미정", "GM-006"]


def test_cells_are_typed_in_place(qtbot: Any, rows: ListView, korean_typing: Callable[..., None]) -> None:
    stand(rows, "001", "time")
    type_into(qtbot, rows, "13:00~13:50")
    assert (one(rows, "001").start, one(rows, "001").end) == (780, 830)
    stand(rows, "001", "place")
    type_into(qtbot, rows, "동락공원", korean_typing)
    assert one(rows, "001").venue == PARK
    stand(rows, "001", "date")
    type_into(qtbot, rows, "10. 21.")
    assert one(rows, "001").date == day(21)
    assert rows.table.text_at(rows.table.position_of("001") - 1, 0) == "10. 21.(화)"


def test_enter_goes_on_to_the_cell_below(qtbot: Any, rows: ListView) -> None:
    stand(rows, "001", "time")
    type_into(qtbot, rows, "12:20")
    assert rows.currentIndex() == cell(rows, "002", "time")


def test_a_block_is_pasted_as_one_step(qtbot: Any, rows: ListView) -> None:
    QGuiApplication.clipboard().setText("13:00~14:00\t점심 음악회 앙코르\t동락공원\n14:00\t밤 산책\t2공장 식당\n")
    stand(rows, "001", "time")
    before = rows.shared.desk.plan
    qtbot.keyClick(rows, Qt.Key.Key_V, CTRL)
    assert (one(rows, "001").start, one(rows, "001").title_suffix, one(rows, "001").venue) == (780, "앙코르", PARK)
    assert (one(rows, "002").start, one(rows, "002").programme) == (840, NIGHT)
    rows.shared.desk.undo()
    assert rows.shared.desk.plan.deliveries == before.deliveries


def test_fill_down_and_clear(qtbot: Any, rows: ListView) -> None:
    stand(rows, "001", "responsible")
    rows.write_cell("001", "responsible", "김")
    stand(rows, "001", "responsible", "002", "003")
    qtbot.keyClick(rows, Qt.Key.Key_D, CTRL)
    assert (one(rows, "002").responsible, one(rows, "003").responsible) == ("김", "김")
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert one(rows, "001").responsible == ""


def test_copied_cells_are_text_and_table(qtbot: Any, rows: ListView) -> None:
    stand(rows, "001", "title", "002")
    qtbot.keyClick(rows, Qt.Key.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines() == ["점심 음악회", "점심 음악회"]
    assert "<table" in data.html()


def test_the_month_is_copied_as_a_table(rows: ListView) -> None:
    rows.selectionModel().clear()
    rows.copy_table()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("번호\t날짜\t시각\t제목\t장소")
    assert len(lines) == 6


def test_edits_elsewhere_keep_cell_and_rows(rows: ListView) -> None:
    stand(rows, "002", "title")
    desk = rows.shared.desk
    desk.perform(Change("deliveries", "001", {"start": 1000, "end": None}), STEP)
    assert rows.table.delivery_at(rows.currentIndex().row()) == one(rows, "002")
    desk.perform(Add((delivery("007", day(2)),)), STEP)
    assert rows.table.text_at(0, 0) == "10. 2.(목)"
    assert rows.table.delivery_at(rows.currentIndex().row()) == one(rows, "002")
    desk.perform(Remove("deliveries", "001"), STEP)
    desk.perform(Change("deliveries", "002", {"date": day(2)}), STEP)
    assert rows.table.text_at(3, 0) == "10. 16.(목)"
    desk.undo()
    desk.undo()
    desk.undo()
    desk.undo()
    assert [rows.table.text_at(position, 0) for position in range(3)] == ["10. 15.(수)", "GM-001", "GM-002"]


def test_selected_rows_are_selected_everywhere(qtbot: Any, page: SchedulePage, rows: ListView) -> None:
    stand(rows, "001", "title", "003")
    assert {subject.id for subject in page.desk.selection} == {"001", "003"}
    page.verbs.set_status(Status.CANCELLED)
    assert one(rows, "003").status is Status.CANCELLED
    page.show_view("month")
    assert page.state.is_selected("003")


def test_a_filter_leaves_only_its_rows(page: SchedulePage, rows: ListView) -> None:
    page.filter_panel.changed.emit(Filter(text="하루"))
    shown = [rows.table.text_at(position, 0) for position in range(rows.table.rowCount())]
    assert shown == ["10. 15.(수)", "GM-002"]
    page.filter_panel.clear()
    assert rows.table.rowCount() > 2


def test_acts_keep_their_order(rows: ListView) -> None:
    rows.write_cell("001", "lineup", "하루 듀오")
    assert one(rows, "001").lineup == (Act(HARU),)


def test_open_values_are_words_in_the_cell_and_empty_while_typing(rows: ListView) -> None:
    index = cell(rows, "003", "time")
    assert index.data() == "미정"
    assert index.data(Qt.ItemDataRole.EditRole) == ""
    assert "시각" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_every_refused_cell_of_a_block_is_listed_before_anything_is_written(
    qtbot: Any, page: SchedulePage, rows: ListView
) -> None:
    QGuiApplication.clipboard().setText("10:00\t밤 산책\n11:00\t밤 산책\n25:99\t새 프로그램\n")
    stand(rows, "003", "time")
    before = rows.shared.desk.plan
    qtbot.keyClick(rows, Qt.Key.Key_V, CTRL)
    assert rows.shared.desk.plan is before
    panel = page.list.refused_panel
    assert panel is not None
    assert panel.isVisible()
    cells = [(cell.number, cell.column) for cell in panel.batch.refused]
    assert cells == [("GM-004", "time"), ("GM-005", "time"), ("GM-005", "title")]
    assert all(cell.reason for cell in panel.batch.refused)
    button = panel.focusWidget()
    assert button is not None
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert (one(rows, "003").start, one(rows, "003").programme) == (600, NIGHT)
    assert one(rows, "004").start == 1140
    assert not panel.isVisible()
    rows.shared.desk.undo()
    assert rows.shared.desk.plan.deliveries == before.deliveries


def test_unknown_names_of_a_block_are_added_when_she_says_so(qtbot: Any, page: SchedulePage, rows: ListView) -> None:
    QGuiApplication.clipboard().setText("새 공원\t새 밴드\n새 공원\t새 밴드, 다온밴드\n")
    stand(rows, "001", "place")
    qtbot.keyClick(rows, Qt.Key.Key_V, CTRL)
    panel = page.list.refused_panel
    assert panel is not None
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert len(rows.shared.desk.plan.venues) == 2
    qtbot.keyClick(rows, Qt.Key.Key_V, CTRL)
    panel.add_button.click()
    plan = rows.shared.desk.plan
    assert [venue.name for venue in plan.venues.values()].count("새 공원") == 1
    assert [artist.name for artist in plan.artists.values()].count("새 밴드") == 1
    assert one(rows, "001").venue == one(rows, "002").venue
    rows.shared.desk.undo()
    assert len(rows.shared.desk.plan.artists) == 2


def test_a_problem_is_named_in_its_cell_and_said_in_full_beside_it(make_page: Callable[..., SchedulePage]) -> None:
    page = make_page([*around(), delivery("a", day(15)), delivery("b", day(15), 740)])
    check = page.desk.live_check
    assert check is not None
    page.desk.set_problems(tuple(in_order(page.desk.plan, check.problems)))
    page.show_view("list")
    at = cell(page.list.table, "a", "problems")
    assert at.data() == "예술인 겹침 +1"
    full = at.data(Qt.ItemDataRole.ToolTipRole).splitlines()
    assert len(full) == 2
    assert "다온밴드" in full[0]
    assert "2공장 식당" in full[1]
