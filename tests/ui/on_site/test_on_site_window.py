"""The switch of the day view in the whole window: reached by key, click and command; the box on the overview."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from director_app.domain.edits import Change
from director_app.operations.deciding import Choice
from director_app.operations.open_plan import StepName
from director_app.ui.main_window import MainWindow
from director_app.ui.pages.schedule_page import SchedulePage
from director_app.ui.widgets.buttons import Button
from tests.ui.walking import LongerEnglish, cut_texts, unnamed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")  # offscreen has no window manager
LEFT = Qt.MouseButton.LeftButton
RAINY = datetime.date(2025, 10, 25)


def schedule(window: MainWindow) -> SchedulePage:
    frame = window.frame
    assert frame is not None
    frame.show_page("schedule")
    page = frame.page("schedule")
    assert isinstance(page, SchedulePage)
    return page


def test_key_click_and_command_lead_on_site_and_back(sample_window: MainWindow, qtbot: Any) -> None:
    page, frame = schedule(sample_window), sample_window.frame
    assert frame is not None
    qtbot.keyClick(page, Qt.Key.Key_O)
    assert (page.view, page.site.is_on) == ("day", True)
    assert not frame.inspector.isVisible()
    qtbot.mouseClick(page.parts.on_site, LEFT)
    assert (page.view, page.site.is_on) == ("day", False)
    assert frame.inspector.isVisible()
    action = sample_window.findChild(QAction, "view-on-site")
    assert action is not None
    action.trigger()
    assert page.site.view.isVisible()
    page.state.turn_to(RAINY)
    assert [card.item.delivery.date for card in page.site.view.cards if card.item][-2:] != []
    card = page.site.view.cards[0]
    qtbot.mouseClick(card.details, LEFT)
    assert not page.site.is_on
    assert frame.inspector.isVisible()


def test_the_rain_sheet_of_the_day_is_one_click_away(sample_window: MainWindow, qtbot: Any) -> None:
    page, frame = schedule(sample_window), sample_window.frame
    assert frame is not None
    page.state.turn_to(RAINY)
    page.show_view("on-site")
    qtbot.mouseClick(page.site.view.head.rain_sheet, LEFT)
    publish: Any = frame.page("publish")
    assert frame.present_page == "publish"
    assert (publish.choice.document, publish.choice.scope.since, publish.choice.scope.until) == (
        "rain-sheet", RAINY, RAINY,
    )  # fmt: skip


def test_the_notice_is_of_the_item_that_was_decided(sample_window: MainWindow, qtbot: Any) -> None:
    page, frame = schedule(sample_window), sample_window.frame
    assert frame is not None
    page.state.turn_to(datetime.date(2025, 10, 15))
    page.show_view("on-site")
    card = page.site.view.cards[0]
    assert card.item is not None
    qtbot.mouseClick(card.decisions.buttons[Choice.CANCEL], LEFT)
    papers = [one for one in page.site.view.panel.findChildren(Button) if one.property("paper") == "notice"]
    qtbot.mouseClick(papers[-1], LEFT)
    publish: Any = frame.page("publish")
    assert (publish.choice.document, publish.choice.scope.delivery) == ("notice", card.item.delivery.id)


def test_a_changed_date_stands_on_the_overview_until_all_are_told(sample_window: MainWindow, qtbot: Any) -> None:
    frame = sample_window.frame
    assert frame is not None
    desk = frame.desk
    name = next(one.id for one in desk.plan.deliveries.values() if one.number == "GM-032")
    overview: Any = frame.page("overview")
    frame.show_page("overview")
    assert not overview.to_tell.isVisible()
    desk.perform(Change("deliveries", name, {"venue": None}), StepName("x"))
    qtbot.waitUntil(overview.to_tell.isVisible)
    qtbot.mouseClick(overview.to_tell.link, LEFT)
    view = schedule(sample_window).site.view
    assert view.panel.mode == "box"
    for button in list(view.panel.all_told):
        qtbot.mouseClick(button, LEFT)
    assert view.panel.rows == []
    frame.show_page("overview")
    assert not overview.to_tell.isVisible()


@pytest.mark.parametrize("longer", [False, True])
def test_everything_is_named_and_whole_in_a_small_window(sample_window: MainWindow, longer: bool, qtbot: Any) -> None:
    if longer:
        sample_window.look.choose_language(LongerEnglish())
    sample_window.resize(1280, 720)
    page = schedule(sample_window)
    page.state.turn_to(RAINY)
    page.show_view("on-site")
    qtbot.waitUntil(lambda: cut_texts(page.site.view) == [], timeout=3000)
    assert unnamed(sample_window) == []
