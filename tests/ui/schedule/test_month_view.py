"""The month under hands and keys."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication

from director_app.domain.programme import Delivery, Status
from director_app.ui.pages.schedule_page import SchedulePage
from tests.ui.schedule.seasons import DAON, around, day, delivery

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Pull = Callable[..., None]


def one(page: SchedulePage, name: str) -> Delivery:
    return page.desk.plan.deliveries[name]  # type: ignore[index]  # ids are texts


def middle(page: SchedulePage, name: str) -> QPoint:
    return page.month.rects_of(name)[0].center()


def in_cell(page: SchedulePage, number: int) -> QPoint:
    cell = page.month.layout_now.cell_of(day(number))
    assert cell is not None
    return QPoint(cell.rect.x + cell.rect.w // 2, cell.rect.bottom - 8 + 28)


def click(qtbot: Any, page: SchedulePage, where: QPoint, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.mouseClick(page.month.viewport(), LEFT, modifier, where)


def chosen(page: SchedulePage) -> set[str]:
    return {subject.id for subject in page.desk.selection}


def test_the_month_of_today_is_shown(page: SchedulePage) -> None:
    assert page.toolbar_title() == "2025년 10월"
    assert {piece.key for piece in page.month.layout_now.placed} >= {"001", "002", "003", "004", "005"}


def test_dragging_moves_an_item_and_undo_brings_it_back(page: SchedulePage, pull: Pull) -> None:
    pull(page.month.viewport(), middle(page, "001"), in_cell(page, 17))
    assert one(page, "001").date == day(17)
    assert one(page, "001").start == 730
    page.desk.undo()
    assert one(page, "001").date == day(15)


def test_the_ghost_says_what_would_clash(page: SchedulePage, pull: Pull) -> None:
    pull(page.month.viewport(), middle(page, "001"), in_cell(page, 16), hold=True)
    assert page.ghost.isVisible()
    assert "10. 16." in page.ghost.headline
    assert page.ghost.sentence
    page.drag.cancel()
    assert not page.ghost.isVisible()


def test_the_ghost_names_the_band_that_is_booked_twice(make_page: Any, pull: Pull) -> None:
    page = make_page([*around(), delivery("a", day(15)), delivery("b", day(16))])
    pull(page.month.viewport(), middle(page, "a"), in_cell(page, 16), hold=True)
    assert "다온밴드" in page.ghost.sentence or "2공장 식당" in page.ghost.sentence
    page.drag.cancel()


def test_escape_gives_a_drag_back(qtbot: Any, page: SchedulePage, pull: Pull) -> None:
    pull(page.month.viewport(), middle(page, "001"), in_cell(page, 17), hold=True)
    qtbot.keyClick(page.month, Qt.Key.Key_Escape)
    qtbot.mouseRelease(page.month.viewport(), LEFT, pos=in_cell(page, 17))
    assert one(page, "001").date == day(15)


def test_dropping_outside_changes_nothing(page: SchedulePage, pull: Pull) -> None:
    pull(page.month.viewport(), middle(page, "001"), QPoint(-2000, -2000))
    assert one(page, "001").date == day(15)


def test_a_locked_item_stays_and_says_why(page: SchedulePage, pull: Pull) -> None:
    said: list[Any] = []
    page.desk.said.connect(said.append)
    pull(page.month.viewport(), middle(page, "004"), in_cell(page, 17))
    assert one(page, "004").date == day(20)
    assert said


def test_several_are_dragged_as_one_step(qtbot: Any, page: SchedulePage, pull: Pull) -> None:
    click(qtbot, page, middle(page, "001"))
    click(qtbot, page, middle(page, "003"), CTRL)
    pull(page.month.viewport(), middle(page, "001"), in_cell(page, 17))
    assert (one(page, "001").date, one(page, "003").date) == (day(17), day(18))
    page.desk.undo()
    assert (one(page, "001").date, one(page, "003").date) == (day(15), day(16))


def test_an_item_goes_back_to_the_tray(page: SchedulePage, pull: Pull) -> None:
    tray = page.month.viewport().mapFromGlobal(page.tray.mapToGlobal(QPoint(60, 300)))
    pull(page.month.viewport(), middle(page, "001"), tray)
    assert one(page, "001").date is None
    assert one(page, "001").month == "2025-10"
    page.tray.show_tab("undecided")
    assert "001" in {row.subject.id for row in page.tray.rows()}


# -- keys --------------------------------------------------------------------------------------------------------


def test_arrows_walk_over_items_and_days(qtbot: Any, page: SchedulePage) -> None:
    page.state.put_cursor(day(14))
    for key, expected in (
        (Qt.Key.Key_Right, "001"), (Qt.Key.Key_Down, "002"), (Qt.Key.Key_Right, "003"), (Qt.Key.Key_Left, "001"),
    ):  # fmt: skip
        qtbot.keyClick(page.month, key)
        assert page.state.current == expected
    qtbot.keyClick(page.month, Qt.Key.Key_Up)
    assert page.state.cursor == day(8)


def test_ctrl_arrows_move_the_item(qtbot: Any, page: SchedulePage) -> None:
    click(qtbot, page, middle(page, "001"))
    qtbot.keyClick(page.month, Qt.Key.Key_Right, CTRL)
    assert one(page, "001").date == day(16)
    qtbot.keyClick(page.month, Qt.Key.Key_Down, CTRL)
    assert one(page, "001").date == day(23)
    assert page.state.cursor == day(23)


def test_shift_arrows_change_the_last_day(qtbot: Any, page: SchedulePage) -> None:
    click(qtbot, page, middle(page, "001"))
    qtbot.keyClick(page.month, Qt.Key.Key_Right, SHIFT)
    assert one(page, "001").until == day(16)


def test_arrows_over_the_edge_turn_the_month(qtbot: Any, page: SchedulePage) -> None:
    page.state.put_cursor(day(2, 11))
    qtbot.keyClick(page.month, Qt.Key.Key_Right)
    assert page.toolbar_title() == "2025년 11월"
    qtbot.keyClick(page.month, Qt.Key.Key_PageUp)
    assert page.toolbar_title() == "2025년 10월"


def test_clicks_with_ctrl_and_shift_select_several(qtbot: Any, page: SchedulePage) -> None:
    click(qtbot, page, middle(page, "001"))
    click(qtbot, page, middle(page, "003"), SHIFT)
    assert chosen(page) == {"001", "002", "003"}
    click(qtbot, page, middle(page, "002"), CTRL)
    assert chosen(page) == {"001", "003"}
    click(qtbot, page, middle(page, "001"))
    assert chosen(page) == {"001"}


def test_escape_lets_the_selection_go(qtbot: Any, page: SchedulePage) -> None:
    click(qtbot, page, middle(page, "001"))
    qtbot.keyClick(page.month, Qt.Key.Key_Escape)
    assert not chosen(page)


def test_delete_takes_away_and_the_strip_brings_back(qtbot: Any, page: SchedulePage) -> None:
    said: list[Any] = []
    page.desk.said.connect(said.append)
    click(qtbot, page, middle(page, "001"))
    qtbot.keyClick(page.month, Qt.Key.Key_Delete)
    assert "001" in page.desk.plan.deliveries  # confirmed: asked first
    qtbot.keyClick(page.month.asking.card.buttons[0], Qt.Key.Key_Return)
    assert "001" not in page.desk.plan.deliveries
    assert "점심 음악회" in said[0].text
    said[0].actions[0].act()
    assert one(page, "001").date == day(15)


def test_the_strip_brings_back_even_after_another_edit(qtbot: Any, page: SchedulePage) -> None:
    said: list[Any] = []
    page.desk.said.connect(said.append)
    click(qtbot, page, middle(page, "001"))
    qtbot.keyClick(page.month, Qt.Key.Key_Delete)
    qtbot.keyClick(page.month.asking.card.buttons[0], Qt.Key.Key_Return)
    click(qtbot, page, middle(page, "002"))
    page.verbs.set_status(Status.CANCELLED)
    said[0].actions[0].act()
    assert one(page, "001").date == day(15)
    assert one(page, "002").status is Status.CANCELLED


def test_the_status_is_set_from_the_menu(qtbot: Any, page: SchedulePage) -> None:
    click(qtbot, page, middle(page, "003"))
    menu = page._menu.make(page, page.month.type_when)
    actions = menu.findChildren(QAction)
    next(action for action in actions if action.text().startswith("확정")).trigger()
    assert one(page, "003").status is Status.CONFIRMED
    menu.deleteLater()


# -- typing ------------------------------------------------------------------------------------------------------


def test_a_double_click_types_a_new_item(qtbot: Any, page: SchedulePage, korean_typing: Callable[..., None]) -> None:
    qtbot.mouseDClick(page.month.viewport(), LEFT, pos=in_cell(page, 9))
    field = page.month.line.field
    assert page.month.line.isVisible()
    qtbot.keyClicks(field, "12:10 50")
    korean_typing(field, "분 다온밴드")
    assert "다온밴드" in page.month.line.hint.text()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    made = next(found for found in page.desk.plan.deliveries.values() if found.date == day(9))
    assert (made.start, made.end) == (730, 780)
    assert made.lineup is not None
    assert made.lineup[0].artist == DAON
    assert chosen(page) == {made.id}
    assert not page.month.line.isVisible()


def test_enter_on_an_empty_day_types_and_escape_drops_it(qtbot: Any, page: SchedulePage) -> None:
    page.state.put_cursor(day(9))
    qtbot.keyClick(page.month, Qt.Key.Key_Return)
    qtbot.keyClicks(page.month.line.field, "12:10 x")
    qtbot.keyClick(page.month.line.field, Qt.Key.Key_Escape)
    assert not [found for found in page.desk.plan.deliveries.values() if found.date == day(9)]


def test_what_is_not_understood_stays_open(qtbot: Any, page: SchedulePage) -> None:
    page.state.put_cursor(day(9))
    qtbot.keyClick(page.month, Qt.Key.Key_Return)
    qtbot.keyClicks(page.month.line.field, "12:99 x")
    qtbot.keyClick(page.month.line.field, Qt.Key.Key_Return)
    assert page.month.line.isVisible()
    assert "59" in page.month.line.hint.text()
    qtbot.keyClick(page.month.line.field, Qt.Key.Key_Escape)


@pytest.mark.parametrize("text", ["t", "ㅅ"])
def test_t_types_date_and_time_also_on_a_korean_keyboard(qtbot: Any, page: SchedulePage, text: str) -> None:
    click(qtbot, page, middle(page, "001"))
    key = Qt.Key.Key_T if text == "t" else Qt.Key.Key_unknown
    QApplication.sendEvent(page.month, QKeyEvent(QKeyEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))
    field = page.month.line.field
    assert field.text() == "10. 15. 12:10~12:50"
    field.clear()
    qtbot.keyClicks(field, "10. 17. 13:00")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    moved = one(page, "001")
    assert (moved.date, moved.start, moved.end) == (day(17), 780, 820)


# -- days with much ------------------------------------------------------------------------------------------------


def test_plus_n_opens_the_day_in_place(qtbot: Any, make_page: Any) -> None:
    page = make_page([*around(), *(delivery(f"{n:02d}", day(15), 600 + 50 * n) for n in range(12))])
    more = page.month.layout_now.overflows[0]
    click(qtbot, page, QPoint(more.rect.x + 5, more.rect.y + 5 + 28))
    assert page.month.opened == day(15)
    assert len([piece for piece in page.month.layout_now.placed if piece.in_panel]) == 12
    last = [piece for piece in page.month.layout_now.placed if piece.in_panel][-1]
    click(qtbot, page, QPoint(last.rect.x + 40, last.rect.y + 5 + 28))
    assert chosen(page) == {last.key}
    qtbot.keyClick(page.month, Qt.Key.Key_Escape)
    assert page.month.opened is None


def test_the_picture_is_kept_while_only_the_selection_moves(qtbot: Any, page: SchedulePage) -> None:
    page.grab()
    picture = page.month._base
    click(qtbot, page, middle(page, "001"))
    page.grab()
    assert page.month._base is picture
    page.verbs.shift(1)
    page.grab()
    assert page.month._base is not picture


def test_an_empty_season_says_how_to_begin(make_page: Any) -> None:
    page = make_page([])
    assert page.card.isVisible()
    page.grab()


def test_the_item_at_the_keyboard_is_told_to_screen_readers(qtbot: Any, page: SchedulePage) -> None:
    click(qtbot, page, middle(page, "001"))
    assert "점심 음악회" in page.month.accessibleDescription()
    assert page.month.accessibleName()


def test_a_day_says_what_it_is_called_also_without_room(page: SchedulePage) -> None:
    month = page.month
    assert month.tip_at(month.area_of_day(day(29)).center()) == "10. 29.(수) · 문화가 있는 날"
    assert month.tip_at(month.area_of_day(day(28)).center()) == ""
