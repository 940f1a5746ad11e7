"""A filter that leaves dates out says so over every view, and one click shows everything again."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from director_app.domain.programme import Status
from director_app.ui.main_window import MainWindow
from director_app.ui.schedule.filtering import Filter

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")


@pytest.fixture
def page(sample_window: MainWindow) -> Any:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("schedule")
    return frame.page("schedule")


def test_what_is_left_out_is_named_and_taken_away_with_a_click(page: Any) -> None:
    strip = page.filtered.strip
    assert strip.isHidden()
    area = next(iter(page.desk.plan.areas.values()))
    chosen = Filter(areas=frozenset((area.id,)), statuses=frozenset((Status.CONFIRMED,)))
    page.desk.go_to("schedule", chosen)
    for view in ("list", "month", "day"):
        page.show_view(view)
        assert strip.isVisible()
    assert page.filtered.words.text() == f"이것만 보입니다: {area.name} · 확정"
    QTest.mouseClick(page.filtered.clear, Qt.MouseButton.LeftButton)
    assert strip.isHidden()
    assert page.state.items.filter.is_empty
    assert page.window().focusWidget() is page.day
    page.filter_panel.open_under(page.parts.filter)
    assert page.filter_panel._filter.is_empty
    page.filter_panel.hide()
