"""Venues pulled into another area with the mouse."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from director_app.ui.models.record_table import Role
from director_app.ui.pages.venues_page import VenuesPage

pytestmark = pytest.mark.qt_log_ignore(r"raise\(\)")  # what a tip asks of the windows, of which there are none here
Show = Callable[..., Any]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(show_page: Show, sample: Any) -> Any:
    return show_page(VenuesPage, sample)


def area_of(page: Any, venue: str) -> Any:
    return page.desk.plan.venues[venue].area


def two_rows(page: Any) -> tuple[int, int]:
    """The first row, and the first row of another area."""
    ids = [page.model.index(row, 0).data(Role.ID) for row in range(page.model.rowCount())]
    return 0, next(row for row, one in enumerate(ids) if area_of(page, one) != area_of(page, ids[0]))


def middle(page: Any, row: int) -> QPoint:
    view = page.pane.list
    return QPoint(60, view.rowViewportPosition(row) + view.rowHeight(row) - 12)


def pull(qtbot: Any, page: Any, start: QPoint, end: QPoint, *, release: bool = True) -> None:
    port = page.pane.list.viewport()
    qtbot.mousePress(port, LEFT, pos=start)
    for at in (start + QPoint(0, 15), end):
        qtbot.mouseMove(port, pos=at)
    if release:
        qtbot.mouseRelease(port, LEFT, pos=end)


def test_a_venue_dropped_on_the_name_of_an_area_goes_there_in_one_step(page: Any, qtbot: Any) -> None:
    first, other = two_rows(page)
    one, there = (page.model.index(row, 0).data(Role.ID) for row in (first, other))
    before, wanted = page.desk.plan.venues[one], area_of(page, there)
    heading = QPoint(60, page.pane.list.rowViewportPosition(other) + 6)
    pull(qtbot, page, middle(page, first), heading)
    assert area_of(page, one) == wanted
    page.desk.undo()
    assert page.desk.plan.venues[one] == before


def test_several_chosen_venues_go_together(page: Any, qtbot: Any) -> None:
    rows = [page.model.index(row, 0).data(Role.ID) for row in range(page.model.rowCount())]
    first, ids, before = 0, rows[:2], page.desk.plan
    left = {area_of(page, one) for one in ids}
    other = next(row for row, one in enumerate(rows) if area_of(page, one) not in left)
    wanted = area_of(page, rows[other])
    port = page.pane.list.viewport()
    qtbot.mouseClick(port, LEFT, pos=middle(page, 0))
    qtbot.mouseClick(port, LEFT, Qt.KeyboardModifier.ControlModifier, middle(page, 1))
    page.pane.list.setFocus()
    assert page.pane.selected_ids() == ids
    pull(qtbot, page, middle(page, first), middle(page, other))
    assert {area_of(page, one) for one in ids} == {wanted}
    page.desk.undo()
    assert page.desk.plan.venues == before.venues


def test_escape_leaves_a_pulled_venue_where_it_was(page: Any, qtbot: Any) -> None:
    first, other = two_rows(page)
    before = page.desk.plan.venues
    pull(qtbot, page, middle(page, first), middle(page, other), release=False)
    qtbot.keyClick(page.pane.list, Qt.Key.Key_Escape)
    qtbot.mouseRelease(page.pane.list.viewport(), LEFT, pos=middle(page, other))
    assert page.desk.plan.venues == before
