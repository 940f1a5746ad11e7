"""The day under hands and keys."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from director_app.domain.facts import Act
from director_app.domain.programme import Delivery
from director_app.ui.pages.schedule_page import SchedulePage
from tests.ui.schedule.seasons import CANTEEN, HARU, PARK, day, delivery, season

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | SHIFT
LEFT = Qt.MouseButton.LeftButton
Pull = Callable[..., None]


@pytest.fixture
def page(make_page: Callable[..., SchedulePage]) -> SchedulePage:
    """The 15th: two timed items in two places, one without a time."""
    made = make_page([*season(), delivery("007", day(15), None, venue=PARK, lineup=(Act(HARU),))])
    made.state.turn_to(day(15))
    made.show_view("day")
    return made


def one(page: SchedulePage, name: str) -> Delivery:
    return page.desk.plan.deliveries[name]  # type: ignore[index]  # ids are texts


def current(page: SchedulePage) -> str | None:
    return page.state.current


def at(page: SchedulePage, row: str, minute: int) -> QPoint:
    found = page.day.layout_now.row(row)
    assert found is not None
    x = page.day.layout_now.axis.x_of(day(15), minute) + page.day._across()
    return QPoint(x, found.y + 12 + page.day._down())


def on(page: SchedulePage, name: str) -> QPoint:
    rect = page.day.rects_of(name)[0]
    return QPoint(rect.left() + min(16, rect.width() // 2), rect.center().y())


def test_rows_are_the_places_of_the_day(page: SchedulePage) -> None:
    assert [row.key for row in page.day.layout_now.rows] == [CANTEEN, PARK]
    assert page.toolbar_title() == "10. 15.(수)"
    assert [chip.key for chip in page.day.band_now.chips] == ["007"]


def test_dragging_moves_in_time_and_to_another_place_in_one_step(page: SchedulePage, pull: Pull) -> None:
    start = on(page, "001")
    grip = start.x() - page.day.rects_of("001")[0].left()
    pull(page.day.viewport(), start, at(page, PARK, 16 * 60) + QPoint(grip, 0))
    assert (one(page, "001").venue, one(page, "001").start, one(page, "001").end) == (PARK, 960, 1000)
    page.desk.undo()
    assert (one(page, "001").venue, one(page, "001").start) == (CANTEEN, 730)


def test_keys_reach_the_same_place(qtbot: Any, page: SchedulePage) -> None:
    page.state.set_snap(10)
    page.state.select("001")
    qtbot.keyClick(page.day, Qt.Key.Key_Down, CTRL)
    for _press in range(23):
        qtbot.keyClick(page.day, Qt.Key.Key_Right, CTRL)
    assert (one(page, "001").venue, one(page, "001").start, one(page, "001").end) == (PARK, 960, 1000)


def test_both_edges_by_mouse_and_by_keys(qtbot: Any, page: SchedulePage, pull: Pull) -> None:
    page.day.zoom(2)
    rect = page.day.rects_of("001")[0]
    pull(page.day.viewport(), QPoint(rect.right() - 1, rect.top() + 8), at(page, CANTEEN, 800))
    rect = page.day.rects_of("001")[0]
    pull(page.day.viewport(), QPoint(rect.left() + 1, rect.top() + 8), at(page, CANTEEN, 700))
    assert (one(page, "001").start, one(page, "001").end) == (700, 800)
    page.desk.undo()
    page.desk.undo()
    page.state.select("001")
    for _press in range(3):
        qtbot.keyClick(page.day, Qt.Key.Key_Right, SHIFT)
        qtbot.keyClick(page.day, Qt.Key.Key_Left, ALT_SHIFT)
    assert (one(page, "001").start, one(page, "001").end) == (700, 800)


def test_the_ghost_names_the_place_and_escape_gives_back(qtbot: Any, page: SchedulePage, pull: Pull) -> None:
    pull(page.day.viewport(), on(page, "001"), at(page, PARK, 960), hold=True)
    assert "동락공원" in page.ghost.headline
    assert page.ghost.sentence
    qtbot.keyClick(page.day, Qt.Key.Key_Escape)
    assert one(page, "001").venue == CANTEEN
    assert page.drag.cargo is None


def test_from_the_band_to_a_time_and_back(page: SchedulePage, pull: Pull) -> None:
    pull(page.day.viewport(), on(page, "007"), at(page, PARK, 17 * 60))
    assert (one(page, "007").start, one(page, "007").venue) == (1020, PARK)
    pull(page.day.viewport(), on(page, "007"), QPoint(500, page.day._head() + 8))
    assert (one(page, "007").start, one(page, "007").venue) == (None, PARK)


def test_arrows_walk_over_items_and_empty_time(qtbot: Any, page: SchedulePage) -> None:
    page.state.select("001")
    qtbot.keyClick(page.day, Qt.Key.Key_Down)
    assert current(page) == "002"
    qtbot.keyClick(page.day, Qt.Key.Key_Right)
    assert current(page) is None
    qtbot.keyClick(page.day, Qt.Key.Key_Left)
    assert current(page) == "002"
    for _press in range(2):
        qtbot.keyClick(page.day, Qt.Key.Key_Up)
    assert current(page) == "007"


def test_enter_on_empty_time_types_an_item_for_its_place(qtbot: Any, page: SchedulePage) -> None:
    page.state.select("002")
    qtbot.keyClick(page.day, Qt.Key.Key_Right)
    qtbot.keyClick(page.day, Qt.Key.Key_Return)
    assert page.day.line.field.text().startswith("15:00")
    qtbot.keyClicks(page.day.line.field, "open stage")
    qtbot.keyClick(page.day.line.field, Qt.Key.Key_Return)
    made = next(found for found in page.desk.plan.deliveries.values() if found.title_suffix == "open stage")
    assert (made.date, made.start, made.venue) == (day(15), 900, PARK)


def test_a_double_click_types_at_the_same_place(qtbot: Any, page: SchedulePage) -> None:
    qtbot.mouseDClick(page.day.viewport(), LEFT, pos=at(page, PARK, 1080))
    qtbot.keyClicks(page.day.line.field, "open stage")
    qtbot.keyClick(page.day.line.field, Qt.Key.Key_Return)
    made = next(found for found in page.desk.plan.deliveries.values() if found.title_suffix == "open stage")
    assert (made.date, made.start, made.venue) == (day(15), 1080, PARK)


def test_rows_by_artists_and_initiatives(page: SchedulePage) -> None:
    page.day.options.choose(by="artists")
    assert {row.key for row in page.day.layout_now.rows} == {"daon", "haru"}
    page.grab()
    page.day.options.choose(by="initiatives")
    assert [row.key for row in page.day.layout_now.rows] == ["lunch"]
    page.grab()
    page.day.options.choose(by="zones")  # nothing of this day belongs to an event
    assert not page.day.layout_now.rows
    page.grab()


def test_empty_places_come_on_demand(qtbot: Any, page: SchedulePage) -> None:
    page.state.turn_to(day(14))
    page.grab()
    assert not [row for row in page.day.layout_now.rows if row.key]
    page.day.options.toggle_all()
    assert {row.key for row in page.day.layout_now.rows} >= {CANTEEN, PARK}


def test_several_days_side_by_side_and_turning(qtbot: Any, page: SchedulePage) -> None:
    page.day.options.choose(days=3)
    assert page.toolbar_title() == "10. 15.(수) – 10. 17.(금)"
    page.grab()
    qtbot.keyClick(page.day, Qt.Key.Key_PageDown)
    assert page.state.day == day(18)


def test_an_application_lands_on_a_place_and_time(page: SchedulePage, pull: Pull) -> None:
    application = page.desk.plan.applications["wish"]  # type: ignore[index]  # ids are texts
    from director_app.ui.schedule.gestures import Cargo

    page.drag.begin(Cargo(application=application), QPoint(0, 0))
    where = page.day.viewport().mapToGlobal(at(page, PARK, 13 * 60))
    page.drag.move(where, Qt.KeyboardModifier.NoModifier)
    page.drag.drop()
    made = next(found for found in page.desk.plan.deliveries.values() if found.organisation == "company")
    assert (made.date, made.start, made.end, made.venue) == (day(15), 780, 820, PARK)


def test_the_key_d_shows_the_day_also_in_korean(qtbot: Any, page: SchedulePage) -> None:
    page.show_view("month")
    qtbot.keyClick(page.month, Qt.Key.Key_D)
    assert page.view == "day"
