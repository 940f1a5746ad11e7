"""A band or an item pulled to the edge of a grid takes it further."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from director_app.ui.main_window import MainWindow


def _day(window: MainWindow) -> Any:
    frame = window.frame
    assert frame is not None
    window.resize(1000, 480)
    frame.show_page("schedule")
    page: Any = frame.page("schedule")
    page.show_view("day")
    page.day.state.set_zoom(4.0)
    page.day.horizontalScrollBar().setValue(0)
    return page.day


def _free(day: Any) -> QPoint:
    area = day.viewport().rect()
    spots = (QPoint(x, y) for y in range(area.height() - 40, 60, -9) for x in range(area.width() - 60, 200, -9))
    return next(one for one in spots if day.key_at(one) is None and day.place_at(one) is not None)


def test_a_band_at_the_edge_scrolls_on_until_let_go(sample_window: MainWindow, qtbot: Any) -> None:
    day = _day(sample_window)
    bar, view = day.horizontalScrollBar(), day.viewport()
    assert bar.maximum() > 0
    begun = _free(day)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=begun)
    QTest.mouseMove(view, begun + QPoint(20, 5))
    QTest.mouseMove(view, QPoint(view.width() - 3, begun.y() + 5))
    qtbot.waitUntil(lambda: bar.value() > 20)
    assert day.band.is_pulled
    assert day.edges.is_on or bar.value() == bar.maximum()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() - 3, begun.y() + 5))
    assert not day.edges.is_on


def test_an_item_at_the_edge_scrolls_on_and_escape_stops_it(sample_window: MainWindow, qtbot: Any) -> None:
    day = _day(sample_window)
    bar, view = day.horizontalScrollBar(), day.viewport()
    plan = day.state.desk.plan
    area = view.rect()
    rects = ((key, rect) for key in day.order() for rect in day.rects_of(key))
    rect = next(one for key, one in rects if area.contains(one.center()) and day.key_at(one.center()) == key)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=rect.center())
    QTest.mouseMove(view, rect.center() + QPoint(20, 0))
    assert day.drag.cargo is not None
    QTest.mouseMove(view, QPoint(view.width() - 3, rect.center().y()))
    qtbot.waitUntil(lambda: bar.value() > 20)
    day.setFocus()
    qtbot.keyClick(day, Qt.Key.Key_Escape)
    assert not day.edges.is_on
    assert day.drag.cargo is None
    assert day.state.desk.plan == plan
