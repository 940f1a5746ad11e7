"""What is free when: a click goes to what stands there, and gives a programme a date on a free day."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from director_app.domain.facts import Subject
from director_app.planner.free_days import DayState
from director_app.ui.main_window import MainWindow


def _shown(window: MainWindow, key: str, qtbot: Any) -> Any:
    frame = window.frame
    assert frame is not None
    window.activateWindow()
    frame.show_page(key)
    page: Any = frame.page(key)
    qtbot.waitUntil(lambda: page.editor.record is not None)
    return page


def _click(qtbot: Any, strip: Any, state: DayState) -> Any:
    place = next(number for number, one in enumerate(strip.days) if one.state is state)
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.cell(place).center().toPoint())
    return strip.days[place]


@pytest.mark.parametrize("key", ["programmes", "artists", "venues"])
def test_a_booked_day_leads_to_what_stands_there(sample_window: MainWindow, key: str, qtbot: Any) -> None:
    page = _shown(sample_window, key, qtbot)
    strip = page.form.free.strip
    for identity in page.desk.plan.table(key):
        page.show_record(identity)
        if any(one.state is DayState.BOOKED for one in strip.days):
            break
    chosen = _click(qtbot, strip, DayState.BOOKED)
    assert strip.said(chosen) == strip.accessibleDescription()
    assert Subject("deliveries", chosen.deliveries[0]) in page.desk.selection


def test_a_free_day_gives_a_programme_a_date_in_one_step(sample_window: MainWindow, qtbot: Any) -> None:
    page = _shown(sample_window, "programmes", qtbot)
    before = page.desk.plan
    strip = page.form.free.strip
    free = next(one for one in strip.days if one.state is DayState.FREE)
    strip.setFocus()
    strip.go_to(free.day)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    added = set(page.desk.plan.deliveries) - set(before.deliveries)
    assert [page.desk.plan.deliveries[one].date for one in added] == [free.day]
    assert next(one for one in strip.days if one.day == free.day).state is DayState.BOOKED
    page.desk.undo()
    assert page.desk.plan.deliveries == before.deliveries
