"""The next season begins with one button, as a plan file beside the present one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from director_app.operations.next_season import Part
from director_app.ui.main_window import MainWindow
from director_app.ui.money.next_season_page import NextSeasonPage


@pytest.fixture
def page(sample_window: MainWindow) -> NextSeasonPage:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("next-season")
    found = frame.page("next-season")
    assert isinstance(found, NextSeasonPage)
    return found


def test_the_next_year_is_proposed_and_begins_beside_this_plan(sample_window: MainWindow, page: NextSeasonPage) -> None:
    before = page.desk.open_plan.path
    assert page.year.text() == "2026"
    page.ticks[Part.BUDGET].setChecked(False)
    QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    frame = sample_window.frame
    assert frame is not None
    plan, path = frame.desk.plan, frame.desk.open_plan.path
    assert path != before
    assert path.parent == before.parent
    assert plan.season.first_day is not None
    assert plan.season.first_day.year == 2026
    assert plan.deliveries
    assert not plan.budget_lines


@pytest.mark.parametrize("typed", ["2025", "next", ""])
def test_a_year_that_makes_no_sense_begins_nothing(sample_window: MainWindow, page: NextSeasonPage, typed: str) -> None:
    frame = sample_window.frame
    page.year.setText(typed)
    QTest.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert sample_window.frame is frame
