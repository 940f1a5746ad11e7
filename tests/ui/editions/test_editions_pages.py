"""Editions compared and a date made again what it was; other complexes beside this one."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from director_app.domain.edits import MoveDelivery, Put
from director_app.domain.sheet_codes import sheet_code
from director_app.operations import releases
from director_app.operations.open_plan import OpenPlan
from director_app.operations.whole_plans import start_practice, start_sample
from director_app.ui.editions.editions_page import NOW, EditionsPage
from director_app.ui.editions.portfolio_page import PortfolioPage
from director_app.ui.main_window import MainWindow
from tests.plan_files import STEP
from tests.ui.walking import unnamed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 10_000


def open_plan_of(window: MainWindow) -> OpenPlan:
    assert window.frame is not None
    return window.frame.desk.open_plan


def frozen(window: MainWindow, minute: int) -> None:
    opened = open_plan_of(window)
    releases.freeze(opened, releases.state_now(opened.plan), datetime.datetime(2025, 10, 14, 9, minute))


def shown(window: MainWindow, action: str, page: str) -> Any:
    window.actions_table[action].trigger()
    assert window.frame is not None
    return window.frame.page(page)


def moved(window: MainWindow) -> Any:
    opened = open_plan_of(window)
    one = next(
        each
        for each in sorted(opened.plan.deliveries.values())
        if each.date and each.start and each.end and each.until is None and each.status.takes_place
    )
    assert one.date is not None
    opened.perform(MoveDelivery(one.id, {"date": one.date + datetime.timedelta(days=1)}), STEP)
    return one


def test_a_date_that_moved_since_an_edition_is_made_again_what_it_was(sample_window: MainWindow, qtbot: Any) -> None:
    frozen(sample_window, 0)
    one = moved(sample_window)
    page: EditionsPage = shown(sample_window, "go-editions", "editions")
    qtbot.waitUntil(lambda: len(page.rows) == 1, timeout=PATIENCE)
    QTest.mouseClick(page.rows[0].restore, LEFT)
    assert open_plan_of(sample_window).plan.deliveries[one.id].date == one.date
    qtbot.waitUntil(lambda: page.rows == [], timeout=PATIENCE)
    open_plan_of(sample_window).undo()
    qtbot.waitUntil(lambda: len(page.rows) == 1, timeout=PATIENCE)
    assert unnamed(page) == []


def test_any_two_editions_are_compared_and_the_past_is_not_restored_from_there(
    sample_window: MainWindow, qtbot: Any
) -> None:
    frozen(sample_window, 0)
    moved(sample_window)
    frozen(sample_window, 1)
    page: EditionsPage = shown(sample_window, "go-editions", "editions")
    assert (page.before.current(), page.after.current()) == ("2", NOW)
    page.before.show_value("1")
    page.after.show_value("2")
    page.after.chosen.emit("2")
    qtbot.waitUntil(lambda: len(page.rows) == 1, timeout=PATIENCE)
    assert not page.rows[0].restore.isVisible()
    page.show_subject(1)
    qtbot.waitUntil(lambda: bool(page.rows) and page.rows[0].restore.isVisible(), timeout=PATIENCE)


def test_the_code_on_a_sheet_tells_what_changed_since(sample_window: MainWindow, qtbot: Any) -> None:
    frozen(sample_window, 0)
    moved(sample_window)
    frozen(sample_window, 1)
    page: EditionsPage = shown(sample_window, "go-editions", "editions")
    page.code.setText("ABCD-1")
    page.code.changed_to.emit("ABCD-1")
    assert page.code.toolTip()
    page.code.changed_to.emit(sheet_code(open_plan_of(sample_window).plan.season.id, 1).lower())
    assert not page.code.toolTip()
    assert (page.before.current(), page.after.current()) == ("1", NOW)
    qtbot.waitUntil(lambda: len(page.rows) == 1, timeout=PATIENCE)


def test_without_an_edition_it_says_so(sample_window: MainWindow) -> None:
    page: EditionsPage = shown(sample_window, "go-editions", "editions")
    assert page.counts.text()
    assert not page.before.isVisible()


def test_other_complexes_stand_beside_this_one_and_shared_artists_are_told(
    sample_window: MainWindow, tmp_path: Path, qtbot: Any
) -> None:
    twin, practice = tmp_path / "twin.cdplan", tmp_path / "practice.cdplan"
    opened = start_sample(twin)
    opened.perform(Put(opened.plan.season._replace(title="쌍둥이")), STEP)
    opened.close()
    start_practice(practice, 300).close()
    page: PortfolioPage = shown(sample_window, "go-portfolio", "portfolio")
    for path in (twin, practice, twin):
        page.take(path)
    qtbot.waitUntil(lambda: page.found is not None and len(page.found.plans) == 3, timeout=PATIENCE)
    assert page.found is not None
    assert page.found.clashes
    assert unnamed(page) == []
    broken = tmp_path / "broken.cdplan"
    broken.write_text("no plan")
    page.take(broken)
    qtbot.waitUntil(lambda: bool(page.sentence.text()), timeout=PATIENCE)
    qtbot.waitUntil(lambda: len(page.found.plans) == 3, timeout=PATIENCE)
