"""The season under hands and keys."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from director_app.domain.ids import AreaId
from director_app.domain.programme import Delivery, Status
from director_app.domain.season import Area
from director_app.operations.sample_season import sample_season
from director_app.ui.pages.schedule_page import SchedulePage
from director_app.ui.schedule.filtering import Filter
from director_app.ui.schedule.geometry_season import SeasonCell
from director_app.ui.schedule.gestures import Cargo
from director_app.ui.schedule.season_reach import read_reach
from tests.ui.schedule.seasons import CANTEEN, day, season

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton
NORTH, SOUTH = AreaId("north"), AreaId("south")
Pull = Callable[..., None]


def records() -> list[Any]:
    """The small season: the canteen lies in the north, the park in the south."""
    found = []
    for one in season():
        venue = getattr(one, "id", "") == CANTEEN
        found.append(one._replace(area=NORTH) if venue else one)
    return [Area(NORTH, name="북쪽", position=0), Area(SOUTH, name="남쪽", position=1), *found]


@pytest.fixture
def page(make_page: Callable[..., SchedulePage]) -> SchedulePage:
    made = make_page(records())
    made.state.turn_to(day(14))
    made.show_view("season")
    return made


def one(page: SchedulePage, name: str) -> Delivery:
    return page.desk.plan.deliveries[name]  # type: ignore[index]  # ids are texts


def row_of(page: SchedulePage, area: str) -> int:
    return next(at for at, row in enumerate(page.season._rows) if row.id == area)


def cell(page: SchedulePage, area: str, number: int) -> QPoint:
    week = page.season.layout_now.week_of(day(number))
    assert week is not None
    return page.season._rect_of(SeasonCell(row_of(page, area), week)).center()


def look_at(qtbot: Any, page: SchedulePage, area: str, number: int) -> None:
    qtbot.mouseClick(page.season.viewport(), LEFT, pos=cell(page, area, number))


def test_a_cell_shows_its_items_below(qtbot: Any, page: SchedulePage) -> None:
    look_at(qtbot, page, NORTH, 15)
    assert set(page.season.order()) == {"001", "003"}
    assert "확정 1" in page.season.in_words(
        SeasonCell(row_of(page, NORTH), page.season.layout_now.week_of(day(15)) or 0)
    )
    page.grab()


def test_dragging_into_another_week_keeps_the_weekday(qtbot: Any, page: SchedulePage, pull: Pull) -> None:
    look_at(qtbot, page, NORTH, 15)
    pull(page.season.viewport(), page.season.rects_of("001")[0].center(), cell(page, NORTH, 29))
    assert (one(page, "001").date, one(page, "001").venue, one(page, "001").start) == (day(29), CANTEEN, 730)


def test_keys_move_by_weeks_to_the_same_day(qtbot: Any, page: SchedulePage) -> None:
    page.state.select("001")
    for _press in range(2):
        qtbot.keyClick(page.season, Qt.Key.Key_Right, CTRL)
    assert (one(page, "001").date, one(page, "001").venue) == (day(29), CANTEEN)


def test_another_area_opens_the_place_and_the_ghost_says_so(qtbot: Any, page: SchedulePage, pull: Pull) -> None:
    look_at(qtbot, page, NORTH, 15)
    pull(page.season.viewport(), page.season.rects_of("001")[0].center(), cell(page, SOUTH, 22), hold=True)
    assert "남쪽" in page.ghost.headline
    assert "미정" in page.ghost.headline
    page.drag.drop()
    moved = one(page, "001")
    assert (moved.date, moved.venue, moved.area) == (day(22), None, SOUTH)


def test_an_application_lands_on_the_day_wished_for(page: SchedulePage) -> None:
    application = page.desk.plan.applications["wish"]  # type: ignore[index]  # ids are texts
    page.drag.begin(Cargo(application=application), QPoint(0, 0))
    page.drag.move(page.season.viewport().mapToGlobal(cell(page, NORTH, 15)), Qt.KeyboardModifier.NoModifier)
    page.drag.drop()
    made = next(found for found in page.desk.plan.deliveries.values() if found.organisation == "company")
    assert (made.date, made.venue) == (day(13), CANTEEN)


def test_arrows_walk_cells_and_enter_starts_a_date_there(qtbot: Any, page: SchedulePage) -> None:
    look_at(qtbot, page, NORTH, 15)
    for _press in range(2):
        qtbot.keyClick(page.season, Qt.Key.Key_Right)
    qtbot.keyClick(page.season, Qt.Key.Key_Return)
    qtbot.keyClicks(page.season.line.field, "open stage")
    qtbot.keyClick(page.season.line.field, Qt.Key.Key_Return)
    made = next(found for found in page.desk.plan.deliveries.values() if found.title_suffix == "open stage")
    assert (made.date, made.area) == (day(27), NORTH)


def test_space_reaches_the_items_of_a_cell_and_enter_types_their_time(qtbot: Any, page: SchedulePage) -> None:
    look_at(qtbot, page, NORTH, 15)
    qtbot.keyClick(page.season, Qt.Key.Key_Space)
    assert page.state.current == "001"
    qtbot.keyClick(page.season, Qt.Key.Key_Right)
    assert page.state.current == "003"
    qtbot.keyClick(page.season, Qt.Key.Key_Return)
    assert page.season.line.isVisible()


def test_a_filter_counts_only_what_it_keeps(page: SchedulePage) -> None:
    north = row_of(page, NORTH)
    assert sum(cell.pencilled for cell in page.season._rows[north].cells) == 1
    page.state.set_filter(Filter(statuses=frozenset({Status.CONFIRMED})))
    assert sum(cell.pencilled for cell in page.season._rows[north].cells) == 0
    assert page.season._rows[north].days_since == read_reach(page.desk.plan, day(14)).rows[north].days_since


def test_the_key_s_shows_the_season(qtbot: Any, page: SchedulePage) -> None:
    page.show_view("month")
    qtbot.keyClick(page.month, Qt.Key.Key_S)
    assert page.view == "season"
    assert page.toolbar_title() == "2025년 7월 – 2025년 11월"


def test_a_very_large_season_is_counted_beside_the_window(
    qtbot: Any, page: SchedulePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("director_app.ui.schedule.season_view.AT_ONCE", 0)
    north = row_of(page, NORTH)
    before = page.season._rows[north].cells
    page.state.select("001")
    page.verbs.shift(days=7)
    qtbot.waitUntil(lambda: page.season._rows[north].cells != before)


def test_an_area_unfolds_into_its_shifts_which_count_what_they_could_come_to(
    qtbot: Any, make_page: Callable[..., SchedulePage]
) -> None:
    page = make_page(list(sample_season().records()))
    page.state.turn_to(datetime.date(2025, 10, 14))
    page.show_view("season")
    view, area = page.season, AreaId("area-4")
    look = QPoint(60, view._rect_of(SeasonCell(row_of(page, area), 0)).center().y())
    qtbot.mouseClick(view.viewport(), LEFT, pos=look)
    shifts = [row for row in view._rows if row.id == area][1:]
    assert [(row.name, row.is_forgotten) for row in shifts] == [("주간", False), ("야간", True)]
    view._row = view._rows.index(shifts[0])
    keys = view._keys_here()
    assert keys
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert [row.id for row in view._rows].count(area) == 1
    assert set(keys) <= set(view._keys_here())
    assert "→" in view._about(SeasonCell(row_of(page, area), 0))
