"""From a cell of the strip of areas and weeks into the schedule: what that area has, from that week on."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from director_app.planner.coverage import area_reached, monday_of
from director_app.ui.main_window import MainWindow
from director_app.ui.overview.reach_strip import HEAD, ROW


def test_a_click_on_a_cell_shows_what_the_area_has_from_that_week_on(sample_window: MainWindow, qtbot: Any) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("overview")
    overview: Any = frame.page("overview")
    qtbot.waitUntil(lambda: overview._reading is not None)
    reading = overview._reading
    row, week = max(
        (row, week) for row, area in enumerate(reading.areas) for week, cell in enumerate(area.cells) if cell.confirmed
    )
    middle = overview.strip._cell(week, HEAD + row * ROW).center().toPoint()
    QTest.mouseClick(overview.strip, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(middle))
    schedule: Any = frame.page("schedule")
    assert frame.present_page == "schedule"
    assert schedule.view == "list"
    kept = [one for one in frame.desk.plan.deliveries.values() if schedule.state.items.keeps(one)]
    assert kept
    assert {area_reached(frame.desk.plan, one) for one in kept} == {reading.areas[row].id}
    assert monday_of(schedule.state.day) == reading.weeks[week]
