"""The week under hands and keys."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from director_app.domain.programme import Delivery
from director_app.ui.pages.schedule_page import SchedulePage
from tests.ui.schedule.seasons import day

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Pull = Callable[..., None]


@pytest.fixture
def week(page: SchedulePage) -> SchedulePage:
    page.show_view("week")
    return page


def one(page: SchedulePage, name: str) -> Delivery:
    return page.desk.plan.deliveries[name]  # type: ignore[index]  # ids are texts


def at(page: SchedulePage, number: int, minute: int) -> QPoint:
    layout = page.week.layout_now
    column = layout.days.index(day(number))
    x = (layout.columns[column] + layout.columns[column + 1]) // 2
    return QPoint(x, layout.axis.y_of(minute) + page.week._offset())


def top_of(page: SchedulePage, name: str) -> QPoint:
    rect = page.week.rects_of(name)[0]
    return QPoint(rect.center().x(), rect.top() + 4)


def test_undecided_times_stand_in_the_band(week: SchedulePage) -> None:
    assert week.week.rects_of("003")[0].bottom() < week.week._top()
    assert week.week.rects_of("001")[0].top() > week.week._top()


def test_dragging_sets_day_and_time_in_steps_of_ten(week: SchedulePage, pull: Pull) -> None:
    start = top_of(week, "001")
    pull(week.week.viewport(), start, at(week, 17, 13 * 60) + QPoint(0, 3))
    moved = one(week, "001")
    assert moved.date == day(17)
    assert moved.start is not None
    assert moved.start % 10 == 0
    assert abs(moved.start - 780) <= 10
    assert moved.end == moved.start + 40


def test_from_the_band_to_the_hours_and_back(week: SchedulePage, pull: Pull) -> None:
    pull(week.week.viewport(), week.week.rects_of("003")[0].center(), at(week, 16, 13 * 60))
    assert one(week, "003").start is not None
    pull(week.week.viewport(), top_of(week, "001"), QPoint(at(week, 17, 780).x(), week.week._top() - 6))
    assert (one(week, "001").date, one(week, "001").start) == (day(17), None)


def test_keys_move_by_days_and_ten_minutes(qtbot: Any, week: SchedulePage) -> None:
    week.state.select("001")
    qtbot.keyClick(week.week, Qt.Key.Key_Down, CTRL)
    assert one(week, "001").start == 740
    qtbot.keyClick(week.week, Qt.Key.Key_Left, CTRL)
    assert one(week, "001").date == day(14)
    qtbot.keyClick(week.week, Qt.Key.Key_Down, SHIFT)
    assert one(week, "001").end == 790


def test_the_lower_edge_pulls_the_end(week: SchedulePage, pull: Pull) -> None:
    rect = week.week.rects_of("001")[0]
    pull(week.week.viewport(), QPoint(rect.center().x(), rect.bottom() - 1), at(week, 15, 13 * 60 + 30))
    assert one(week, "001").end == 810


def test_arrows_walk_through_the_week(qtbot: Any, week: SchedulePage) -> None:
    week.state.select("001")
    qtbot.keyClick(week.week, Qt.Key.Key_Down)
    assert week.state.current == "002"
    qtbot.keyClick(week.week, Qt.Key.Key_Right)
    assert week.state.current == "003"
    qtbot.keyClick(week.week, Qt.Key.Key_PageDown)
    assert "10. 23" in week.toolbar_title() or "10. 20" in week.toolbar_title()


def test_a_double_click_on_an_hour_types_with_its_time(qtbot: Any, week: SchedulePage) -> None:
    qtbot.mouseDClick(week.week.viewport(), Qt.MouseButton.LeftButton, pos=at(week, 17, 13 * 60))
    assert week.week.line.field.text().startswith("13:00")
    qtbot.keyClicks(week.week.line.field, "open stage")
    qtbot.keyClick(week.week.line.field, Qt.Key.Key_Return)
    made = next(found for found in week.desk.plan.deliveries.values() if found.date == day(17))
    assert (made.start, made.title_suffix) == (780, "open stage")


def test_folds_open_with_a_click(qtbot: Any, week: SchedulePage) -> None:
    axis = week.week.layout_now.axis
    assert axis.has_fold_above
    where = QPoint(at(week, 15, 700).x(), week.week._offset() + 5)
    qtbot.mouseClick(week.week.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert not week.week.layout_now.axis.has_fold_above


def test_zooming_changes_the_hours(week: SchedulePage) -> None:
    before = week.week.layout_now.axis.hour
    week.week.zoom(-1)
    assert week.week.layout_now.axis.hour < before
    week.grab()


@pytest.mark.parametrize(("key", "view"), [("M", "month"), ("W", "week"), ("D", "day"), ("S", "season")])
def test_a_view_opened_by_its_key_shows_where_the_keyboard_stands(
    qtbot: Any, page: SchedulePage, key: str, view: str
) -> None:
    page.show_view("week" if view == "month" else "month")
    shown: Any = page._widget_of(page.view)
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 400))
    page.state.walk_off(day(15))
    unseen: Any = page._widget_of(view)  # type: ignore[arg-type]  # one of the four
    assert not shown.shows_cursor()
    qtbot.keyClick(shown, getattr(Qt.Key, f"Key_{key}"))
    assert page.view == view
    assert unseen.hasFocus()
    assert (page.state.day, page.state.cursor) == (day(15), day(15))  # where she stood
    with_cursor = unseen.grab().toImage()
    page.state.is_by_keyboard = False
    unseen.viewport().update()
    assert (unseen.grab().toImage() != with_cursor) is (view != "season" or not unseen.cell)
