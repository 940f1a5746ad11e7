"""Edges pulled by mouse and by keys; snap steps and zoom that all hour grids share."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from director_app.domain.programme import Delivery
from director_app.ui.pages.schedule_page import SchedulePage
from tests.ui.schedule.seasons import day

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL, ALT_SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier | SHIFT
Pull = Callable[..., None]


def one(page: SchedulePage, name: str = "001") -> Delivery:
    return page.desk.plan.deliveries[name]  # type: ignore[index]  # ids are texts


@pytest.fixture
def week(page: SchedulePage) -> SchedulePage:
    page.show_view("week")
    page.week.zoom(1)
    return page


def height(page: SchedulePage, minute: int) -> int:
    return page.week.layout_now.axis.y_of(minute) + page.week._offset()


def test_the_upper_edge_pulls_the_start_and_the_end_stays(week: SchedulePage, pull: Pull) -> None:
    rect = week.week.rects_of("001")[0]
    pull(week.week.viewport(), QPoint(rect.center().x(), rect.top() + 1), QPoint(rect.center().x(), height(week, 700)))
    assert (one(week).start, one(week).end) == (700, 770)
    week.desk.undo()
    assert (one(week).start, one(week).end) == (730, 770)


def test_keys_pull_both_ends_like_the_mouse(qtbot: Any, week: SchedulePage) -> None:
    week.state.select("001")
    for _press in range(3):
        qtbot.keyClick(week.week, Qt.Key.Key_Up, ALT_SHIFT)
    qtbot.keyClick(week.week, Qt.Key.Key_Down, SHIFT)
    assert (one(week).start, one(week).end) == (700, 780)


def test_escape_gives_a_pulled_edge_back(qtbot: Any, week: SchedulePage, pull: Pull) -> None:
    rect = week.week.rects_of("001")[0]
    down = QPoint(rect.center().x(), height(week, 840))
    pull(week.week.viewport(), QPoint(rect.center().x(), rect.bottom() - 1), down, hold=True)
    assert "12:10~14:00" in week.ghost.headline
    qtbot.keyClick(week.week, Qt.Key.Key_Escape)
    assert one(week).end == 770


def test_a_start_never_passes_its_end(qtbot: Any, week: SchedulePage) -> None:
    week.state.set_snap(60)
    week.state.select("001")
    qtbot.keyClick(week.week, Qt.Key.Key_Down, ALT_SHIFT)
    assert (one(week).start, one(week).end) == (765, 770)


def test_the_first_day_moves_in_the_month_and_the_last_stays(qtbot: Any, page: SchedulePage) -> None:
    page.state.select("005")
    qtbot.keyClick(page.month, Qt.Key.Key_Left, ALT_SHIFT)
    assert (one(page, "005").date, one(page, "005").until) == (day(21), day(24))


def test_the_snap_step_counts_for_keys(qtbot: Any, week: SchedulePage) -> None:
    week.state.set_snap(30)
    week.state.select("001")
    qtbot.keyClick(week.week, Qt.Key.Key_Down, CTRL)
    assert one(week).start == 760


def test_zoom_by_keys_and_back(qtbot: Any, week: SchedulePage) -> None:
    before = week.week.layout_now.axis.hour
    qtbot.keyClick(week.week, Qt.Key.Key_Minus, CTRL)
    assert week.week.layout_now.axis.hour < before
    qtbot.keyClick(week.week, Qt.Key.Key_0, CTRL)
    assert week.state.zoom is None


def test_an_end_is_pulled_past_midnight_into_the_next_column(qtbot: Any, page: SchedulePage, pull: Pull) -> None:
    page.show_view("day")
    page.state.turn_to(day(15))
    page.day.options.choose(days=3)
    view = page.day
    rect = view.rects_of("002")[0]
    axis = view.layout_now.axis
    beyond = QPoint(axis.x_of(day(16), axis.first * 60 + 60) + view._across(), rect.center().y())
    edge = QPoint(rect.right() - 1, rect.top() + 8)
    if view.edge_at(edge) != "end":
        pytest.skip("too narrow to be pulled here")
    pull(view.viewport(), edge, beyond)
    changed = page.desk.plan.deliveries["002"]  # type: ignore[index]  # ids are texts
    assert changed.end is not None
    assert changed.end > 1440
