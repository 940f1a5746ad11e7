"""The tray: dragging from it, typing dates, folding."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from director_app.domain.ids import ApplicationId, DeliveryId
from director_app.domain.programme import Status
from director_app.domain.requests import ApplicationState
from director_app.ui.main_window import MainWindow
from director_app.ui.pages.schedule_page import SchedulePage
from director_app.ui.schedule.outside_drops import application_data
from tests.ui.schedule.seasons import COMPANY, around, day, delivery, season

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
Pull = Callable[..., None]


def to_cell(page: SchedulePage, number: int) -> QPoint:
    """The middle of a day as the tray's list sees it."""
    cell = page.month.layout_now.cell_of(day(number))
    assert cell is not None
    where = QPoint(cell.rect.x + 30, cell.rect.bottom - 6 + 28)
    return page.tray.list.viewport().mapFromGlobal(page.month.viewport().mapToGlobal(where))


def test_it_tells_what_waits(page: SchedulePage) -> None:
    assert [row.title for row in page.tray.rows()] == ["기업 가"]
    assert "120" in page.tray.rows()[0].second
    page.tray.show_tab("undecided")
    assert [row.subject.id for row in page.tray.rows()] == ["006"]


def test_an_application_dropped_on_a_day_becomes_its_answer(page: SchedulePage, pull: Pull) -> None:
    pull(page.tray.list.viewport(), QPoint(50, 20), to_cell(page, 17))
    answered = page.desk.plan.applications[ApplicationId("wish")]
    assert answered.state is ApplicationState.PLACED
    made = page.desk.plan.deliveries[answered.delivery or DeliveryId("")]
    assert (made.date, made.organisation, made.expected_heads) == (day(17), COMPANY, 120)
    assert not page.tray.rows()
    page.desk.undo()
    assert page.desk.plan.applications[ApplicationId("wish")].state is ApplicationState.RECEIVED
    assert len(page.tray.rows()) == 1


def test_an_undecided_one_dropped_on_a_day_gets_its_date(page: SchedulePage, pull: Pull) -> None:
    page.tray.show_tab("undecided")
    pull(page.tray.list.viewport(), QPoint(50, 20), to_cell(page, 17))
    placed = page.desk.plan.deliveries[DeliveryId("006")]
    assert (placed.date, placed.month) == (day(17), "")


def test_dropping_beside_the_grid_changes_nothing(page: SchedulePage, pull: Pull) -> None:
    pull(page.tray.list.viewport(), QPoint(50, 20), QPoint(-500, -500))
    assert page.desk.plan.applications[ApplicationId("wish")].delivery is None


def test_enter_types_the_date(qtbot: Any, page: SchedulePage) -> None:
    page.tray.list.setCurrentIndex(page.tray.list.model().index(0, 0))
    qtbot.keyClick(page.tray.list, Qt.Key.Key_Return)
    qtbot.keyClicks(page.tray.line.field, "10. 17. 12:20")
    qtbot.keyClick(page.tray.line.field, Qt.Key.Key_Return)
    made = page.desk.plan.deliveries[page.desk.plan.applications[ApplicationId("wish")].delivery or DeliveryId("")]
    assert (made.date, made.start, made.end) == (day(17), 740, 780)


def test_an_end_that_is_typed_is_taken(qtbot: Any, page: SchedulePage) -> None:
    page.tray.list.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.tray.list, Qt.Key.Key_Return)
    qtbot.keyClicks(page.tray.line.field, "10. 17. 12:20~13:30")
    qtbot.keyClick(page.tray.line.field, Qt.Key.Key_Return)
    made = page.desk.plan.deliveries[page.desk.plan.applications[ApplicationId("wish")].delivery or DeliveryId("")]
    assert (made.start, made.end) == (740, 810)


def test_one_row_after_the_other_is_placed_by_keys(qtbot: Any, make_page: Any) -> None:
    rows = [delivery(f"00{one}", None, None, month="2025-10", status=Status.IDEA) for one in (1, 2, 3)]
    page = make_page([*around(), *rows])
    page.tray.show_tab("undecided")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.tray.list.setFocus(Qt.FocusReason.TabFocusReason)
    for text in ("10. 15.", "10. 16.", "10. 17."):
        assert page.tray.list.hasFocus()
        qtbot.keyClick(page.tray.list, Qt.Key.Key_Return)
        qtbot.keyClicks(page.tray.line.field, text)
        qtbot.keyClick(page.tray.line.field, Qt.Key.Key_Return)
    assert sorted(one.date for one in page.desk.plan.deliveries.values() if one.date) == [day(15), day(16), day(17)]


def test_a_drag_near_the_folded_tray_opens_it(qtbot: Any, page: SchedulePage, pull: Pull) -> None:
    before = page.month.viewport().width()
    page.tray.fold()
    qtbot.waitUntil(lambda: page.month.viewport().width() > before)
    start = page.month.rects_of("001")[0].center()
    near = page.month.viewport().mapFromGlobal(page.tray.mapToGlobal(QPoint(40, 300)))
    pull(page.month.viewport(), start, near, hold=True)
    assert not page.tray.is_folded
    page.drag.cancel()


def test_tabs_change_by_key(qtbot: Any, page: SchedulePage) -> None:
    qtbot.keyClick(page.tray.tabs, Qt.Key.Key_Right)
    assert page.tray.tabs.accessibleDescription().startswith("미정")


def test_it_opens_at_a_tab_that_holds_something(make_page: Callable[..., SchedulePage]) -> None:
    page = make_page([one for one in season() if getattr(one, "id", "") != "wish"])
    assert [row.subject.id for row in page.tray.rows()] == ["006"]
    page.tray.show_tab("applications")
    page.tray.refresh()
    assert not page.tray.rows()


def test_the_letters_of_the_views_work_in_the_tray(qtbot: Any, page: SchedulePage) -> None:
    qtbot.keyClick(page.tray.list, Qt.Key.Key_W)
    assert page.parts.switch.current() == "week"
    qtbot.keyClick(page.tray.list, Qt.Key.Key_M)
    assert page.parts.switch.current() == "month"


def test_hours_and_steps_are_as_she_left_them(sample_window: MainWindow) -> None:
    assert sample_window.frame is not None
    page: Any = sample_window.frame.page("schedule")
    page.show_view("day")
    page.zoom_in()
    page.state.set_snap(30)
    zoom = page.state.zoom
    assert zoom
    path = sample_window.frame.desk.open_plan.path
    sample_window.close_plan()
    assert sample_window.open_path(path)
    again: Any = sample_window.frame.page("schedule")
    assert (again.state.zoom, again.state.snap) == (pytest.approx(zoom, abs=0.01), 30)
    again.state.set_zoom(None)
    assert sample_window.settings.present.window.schedule_zoom == 0


def test_a_tray_she_folded_stays_folded(sample_window: MainWindow) -> None:
    assert sample_window.frame is not None
    page: Any = sample_window.frame.page("schedule")
    page.tray._fold.click()
    assert not sample_window.settings.present.window.tray_open
    path = sample_window.frame.desk.open_plan.path
    sample_window.close_plan()
    assert sample_window.open_path(path)
    again: Any = sample_window.frame.page("schedule")
    assert again.tray.is_folded
    again.tray.closed_tab.clicked.emit()
    assert sample_window.settings.present.window.tray_open


def test_an_application_comes_from_its_table_over_the_rail(
    sample_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("venues")
    waiting = next(one for one in frame.desk.plan.applications.values() if not one.delivery)
    table: Any = frame.page("venues").applications.table  # type: ignore[attr-defined]
    table.resize(900, 400)
    row = table.visualRect(table.model().index_of(waiting.id)).center()
    carried: list[Any] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _action: carried.append(drag.mimeData()))
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(table.viewport(), left, pos=row)
    move = QPointF(row + QPoint(40, 0))
    pulled = QMouseEvent(QEvent.Type.MouseMove, move, move, left, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(table.viewport(), pulled)
    assert len(carried) == 1
    data = application_data(waiting)
    over = QPoint(20, frame.rail._buttons["schedule"].geometry().center().y())
    none = Qt.KeyboardModifier.NoModifier
    frame.rail.dragMoveEvent(QDragMoveEvent(over, Qt.DropAction.CopyAction, data, left, none))
    assert frame.present_page == "schedule"
    page: Any = frame.page("schedule")
    cell = page.month.layout_now.cell_of(page.state.day)
    spot = QPoint(cell.rect.x + 30, cell.rect.bottom - 6 + 28)
    where = page.mapFromGlobal(page.month.viewport().mapToGlobal(spot))
    QApplication.sendEvent(page, QDragEnterEvent(where, Qt.DropAction.CopyAction, data, left, none))
    assert page.drag.cargo is not None
    QApplication.sendEvent(page, QDropEvent(QPointF(where), Qt.DropAction.CopyAction, data, left, none))
    answered = frame.desk.plan.applications[waiting.id]
    assert answered.delivery is not None
    assert frame.desk.plan.deliveries[answered.delivery].date == page.state.day
    assert page.drag.cargo is None
