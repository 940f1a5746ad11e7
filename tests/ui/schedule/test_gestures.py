"""Every gesture by mouse and by keys: the same plan afterwards, one step in the history, Escape gives it back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from director_app.domain.programme import Delivery, Status
from director_app.ui.pages.schedule_page import SchedulePage
from director_app.ui.schedule.gestures import Cargo
from tests.ui.schedule.seasons import around, day, delivery

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

KEY = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier
Pull = Callable[..., None]


def one(page: SchedulePage, name: str) -> Delivery:
    return page.desk.plan.deliveries[name]  # type: ignore[index]  # ids are texts


def facts(page: SchedulePage) -> list[tuple[date | None, int | None, int | None, str | None, Status]]:
    """Everything that gestures change, without the ids of what is new."""
    found = page.desk.plan.deliveries.values()
    return sorted(((x.date, x.start, x.end, x.venue, x.status) for x in found), key=repr)


def steps(page: SchedulePage) -> int:
    return len(page.desk.open_plan.steps(100))


def chosen(page: SchedulePage) -> set[str]:
    return {subject.id for subject in page.desk.selection}


def cell(page: SchedulePage, number: int) -> QPoint:
    found = page.month.layout_now.cell_of(day(number))
    assert found is not None
    return QPoint(found.rect.x + found.rect.w // 2, found.rect.bottom - 8 + 28)


def middle(page: SchedulePage, name: str) -> QPoint:
    return page.month.rects_of(name)[0].center()


def hand(widget: QWidget, kind: QEvent.Type, where: QPoint, held: Qt.KeyboardModifier = PLAIN) -> None:
    """One event of the left button."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    down = none if kind == QEvent.Type.MouseButtonRelease else left
    local, everywhere = QPointF(where), QPointF(widget.mapToGlobal(where))
    QApplication.sendEvent(widget, QMouseEvent(kind, local, everywhere, button, down, held))


def pulled(widget: QWidget, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = PLAIN) -> None:
    """Press, move in three stretches, let go."""
    hand(widget, QEvent.Type.MouseButtonPress, start, held)
    for part in (1, 2, 3):
        hand(widget, QEvent.Type.MouseMove, start + (end - start) * part / 3, held)
    hand(widget, QEvent.Type.MouseButtonRelease, end, held)


def live(page: SchedulePage) -> SchedulePage:
    """The planner follows every step, as in a window."""
    check = page.desk.live_check
    assert check is not None
    page.desk.plan_changed.connect(lambda outcome: check.after(outcome.plan, outcome.changes))
    return page


def typed(qtbot: Any, page: SchedulePage, text: str) -> None:
    line = page._widget_of(page.view).line.field  # type: ignore[attr-defined]  # a grid
    line.clear()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, KEY.Key_Return)


# -- selecting several -------------------------------------------------------------------------------------------


def test_a_band_over_empty_ground_selects_what_it_touches(page: SchedulePage) -> None:
    pulled(page.month.viewport(), cell(page, 14), middle(page, "003") - QPoint(0, 2))
    assert chosen(page) >= {"003"}
    first, last = page.month.layout_now.cell_of(day(13)), page.month.layout_now.cell_of(day(19))
    assert first is not None
    assert last is not None
    pulled(page.month.viewport(), cell(page, 13), QPoint(last.rect.right - 2, first.rect.y + 30))
    assert chosen(page) == {"001", "002", "003"}


def test_keys_keep_items_while_the_arrows_walk_on(qtbot: Any, page: SchedulePage) -> None:
    page.state.select("001")
    qtbot.keyClick(page.month, KEY.Key_Space)
    qtbot.keyClick(page.month, KEY.Key_Down)
    qtbot.keyClick(page.month, KEY.Key_Space)
    qtbot.keyClick(page.month, KEY.Key_Right)
    assert chosen(page) == {"001", "002", "003"}
    assert "3" in page.month.accessibleDescription()
    qtbot.keyClick(page.month, KEY.Key_Escape)
    assert not chosen(page)


def test_escape_gives_the_band_back(qtbot: Any, page: SchedulePage) -> None:
    page.state.select("005")
    hand(page.month.viewport(), QEvent.Type.MouseButtonPress, cell(page, 13))
    hand(page.month.viewport(), QEvent.Type.MouseMove, middle(page, "003"))
    assert page.month.band.is_pulled
    qtbot.keyClick(page.month, KEY.Key_Escape)
    assert chosen(page) == {"005"}
    hand(page.month.viewport(), QEvent.Type.MouseButtonRelease, middle(page, "003"))
    assert chosen(page) == {"005"}


def test_of_several_the_locked_one_stays_and_that_is_said(qtbot: Any, page: SchedulePage) -> None:
    said: list[Any] = []
    page.desk.said.connect(said.append)
    page.state.choose(["001", "004"])
    qtbot.keyClick(page.month, KEY.Key_Right, CTRL)
    assert (one(page, "001").date, one(page, "004").date) == (day(16), day(20))
    assert "1건" in said[-1].text
    page.desk.undo()
    assert one(page, "001").date == day(15)


# -- copies ------------------------------------------------------------------------------------------------------


def test_a_copy_by_hand_and_by_keys(qtbot: Any, make_page: Any) -> None:
    by_hand, by_keys = make_page(), make_page()
    pulled(by_hand.month.viewport(), middle(by_hand, "001"), cell(by_hand, 17), CTRL)
    by_keys.state.select("001")
    qtbot.keyClick(by_keys.month, KEY.Key_C, CTRL)
    for _press in range(2):
        qtbot.keyClick(by_keys.month, KEY.Key_Right)
    qtbot.keyClick(by_keys.month, KEY.Key_V, CTRL)
    assert facts(by_hand) == facts(by_keys)
    assert len(by_keys.desk.plan.deliveries) == 7
    assert one(by_hand, "001").date == day(15)
    for page in (by_hand, by_keys):
        copy = page.verbs.delivery(page.state.current or "")
        assert copy is not None
        assert (copy.status, copy.confirmations, copy.number) == (Status.PENCILLED, (), "GM-007")
        page.desk.undo()
        assert len(page.desk.plan.deliveries) == 6


def test_what_is_copied_does_not_look_as_if_it_left(page: SchedulePage) -> None:
    viewport = page.month.viewport()
    hand(viewport, QEvent.Type.MouseButtonPress, middle(page, "001"), CTRL)
    hand(viewport, QEvent.Type.MouseMove, cell(page, 17), CTRL)
    hand(viewport, QEvent.Type.MouseMove, cell(page, 17), CTRL)
    assert not page.drag.carries("001")
    page.drag.again(PLAIN)
    assert page.drag.carries("001")
    page.drag.cancel()


def test_several_copies_keep_their_distances(qtbot: Any, page: SchedulePage) -> None:
    page.state.choose(["001", "003"])
    qtbot.keyClick(page.month, KEY.Key_C, CTRL)
    page.state.put_cursor(day(27))
    qtbot.keyClick(page.month, KEY.Key_V, CTRL)
    new = [x for x in page.desk.plan.deliveries.values() if x.id not in {"001", "003"} and x.date and x.date > day(26)]
    assert sorted((x.date, x.start) for x in new) == [(day(27), 730), (day(28), None)]
    assert steps(page) == 2


def test_cut_items_go_where_they_are_pasted(qtbot: Any, page: SchedulePage) -> None:
    page.state.select("001")
    qtbot.keyClick(page.month, KEY.Key_X, CTRL)
    assert one(page, "001").date == day(15)
    page.state.put_cursor(day(27))
    qtbot.keyClick(page.month, KEY.Key_V, CTRL)
    assert one(page, "001").date == day(27)
    assert not page.state.cut
    assert page.verbs.copies.clip() is None


def test_escape_leaves_what_was_cut(qtbot: Any, page: SchedulePage) -> None:
    page.state.select("001")
    qtbot.keyClick(page.month, KEY.Key_X, CTRL)
    qtbot.keyClick(page.month, KEY.Key_Escape)
    page.state.put_cursor(day(27))
    assert not page.verbs.copies.paste(page.month.place_now())
    assert chosen(page) == set()


def test_pasted_dates_are_offered_for_the_selected_item(qtbot: Any, page: SchedulePage) -> None:
    page.state.select("001")
    QApplication.clipboard().setText("10/23\n10/30 13:00\n")
    qtbot.keyClick(page.month, KEY.Key_V, CTRL)
    assert page.month.line.field.text() == "10/23, 10/30 13:00"
    assert page.month.line.hint.text().count("\n") == 1
    qtbot.keyClick(page.month.line.field, KEY.Key_Return)
    made = [x for x in page.desk.plan.deliveries.values() if x.series is not None]
    assert sorted((x.date, x.start, x.end) for x in made) == [
        (day(15), 730, 770), (day(23), 730, 770), (day(30), 780, 820),
    ]  # fmt: skip
    assert len({x.series for x in made}) == 1
    page.desk.undo()
    assert one(page, "001").series is None
    assert len(page.desk.plan.deliveries) == 6


# -- other days and later times ----------------------------------------------------------------------------------


def test_another_day_by_asking(qtbot: Any, page: SchedulePage) -> None:
    page.state.choose(["001", "003"])
    qtbot.keyClick(page.month, KEY.Key_M, CTRL)
    typed(qtbot, page, "10. 27.")
    assert (one(page, "001").date, one(page, "003").date) == (day(27), day(28))
    assert steps(page) == 2


def test_another_day_as_people_say_it(qtbot: Any, page: SchedulePage) -> None:
    page.state.choose(["001"])
    qtbot.keyClick(page.month, KEY.Key_M, CTRL)
    typed(qtbot, page, "next friday")
    assert one(page, "001").date == day(24)


def test_what_is_repeated_a_week_later_is_shown(qtbot: Any, page: SchedulePage) -> None:
    page.show_view("week")
    page.state.select("001", day=day(15))
    page.state.turn_to(day(15))
    before = page.toolbar_title()
    qtbot.keyClick(page.week, KEY.Key_D, CTRL)
    there = one(page, "001")
    made = next(x for x in page.desk.plan.deliveries.values() if x.date == day(22) and x.programme == there.programme)
    assert page.toolbar_title() != before
    assert made.id in page.week.order()
    assert page.state.is_selected(made.id)


def test_the_rest_of_a_day_shifts_and_locked_ones_stay(qtbot: Any, make_page: Any) -> None:
    page = make_page(
        [*around(), delivery("a", day(15), 600), delivery("b", day(15), 730), delivery("c", day(15), 840),
         delivery("d", day(15), 900, is_locked=True), delivery("e", day(16), 900)]
    )  # fmt: skip
    page.show_view("week")
    page.state.select("b")
    qtbot.keyClick(page.week, KEY.Key_T, CTRL)
    qtbot.keyClicks(page.week.line.field, "20")
    preview = page.week.line.hint.text().splitlines()
    assert [line[:13] for line in preview[:2]] == ["12:10 → 12:30", "14:00 → 14:20"]
    assert "1" in preview[2]
    qtbot.keyClick(page.week.line.field, KEY.Key_Return)
    assert [one(page, name).start for name in "abcde"] == [600, 750, 860, 900, 900]
    page.desk.undo()
    assert [one(page, name).start for name in "abcde"] == [600, 730, 840, 900, 900]


# -- a bad place -------------------------------------------------------------------------------------------------


@pytest.fixture
def crowded(make_page: Any) -> SchedulePage:
    """The same band at the same place on two days, at the same time."""
    return live(make_page([*around(), delivery("a", day(15)), delivery("b", day(16), 735)]))


def test_a_drop_on_a_bad_place_offers_a_good_one_as_one_step(qtbot: Any, crowded: SchedulePage) -> None:
    page = crowded
    pulled(page.month.viewport(), middle(page, "a"), cell(page, 16))
    card = page.month.asking.card
    assert card.isVisible()
    assert "다온밴드" in card.lines.text() or "2공장" in card.lines.text()
    assert card.buttons[-1].text() == "그대로 두기"
    qtbot.keyClick(card.buttons[0], KEY.Key_Return)
    moved = one(page, "a")
    assert moved.date == day(16) or moved.venue != "canteen"
    assert not [x for x in page.desk.live_check.of(moved.id) if x.level == "block"]  # type: ignore[union-attr]
    page.desk.undo()
    assert (one(page, "a").date, one(page, "a").start) == (day(15), 730)


def test_escape_gives_a_drop_back_and_leaving_leaves_it(qtbot: Any, crowded: SchedulePage) -> None:
    page = crowded
    pulled(page.month.viewport(), middle(page, "a"), cell(page, 16))
    qtbot.keyClick(page.month.asking.card.buttons[0], KEY.Key_Escape)
    assert one(page, "a").date == day(15)
    pulled(page.month.viewport(), middle(page, "a"), cell(page, 16))
    page.month.asking.card.buttons[-1].click()
    assert (one(page, "a").date, one(page, "a").start) == (day(16), 730)


def test_keys_move_on_and_reach_the_good_place_by_one_key(qtbot: Any, crowded: SchedulePage) -> None:
    page = crowded
    said: list[str] = []
    page.state.announced.connect(said.append)
    page.state.select("a")
    qtbot.keyClick(page.month, KEY.Key_Right, CTRL)
    assert one(page, "a").date == day(16)
    assert "다온밴드" in said[-1] or "2공장" in said[-1]
    qtbot.keyClick(page.month, KEY.Key_Return, CTRL)
    assert not [x for x in page.desk.live_check.of(one(page, "a").id) if x.level == "block"]  # type: ignore[union-attr]


def test_an_application_dropped_badly_is_offered_its_wished_hour_and_stays_answered(qtbot: Any, make_page: Any) -> None:
    page = live(make_page([*around(), delivery("a", day(15), 900)]))
    page.show_view("week")
    week, wish = page.week, next(iter(page.desk.plan.applications.values()))
    page.drag.begin(Cargo(application=wish), QPoint(0, 0))
    page.drag.move(week.viewport().mapToGlobal(week.rects_of("a")[0].center()), PLAIN)
    page.drag.drop()
    card = week.asking.card
    assert card.isVisible()
    assert card.buttons[0].text() == "12:00로 옮기기"
    qtbot.keyClick(card.buttons[0], KEY.Key_Return)
    made = next(x for x in page.desk.plan.deliveries.values() if x.id != "a")
    assert (made.date, made.start) == (day(15), 720)
    assert page.desk.plan.applications[wish.id].delivery == made.id
    page.desk.undo()
    assert set(page.desk.plan.deliveries) == {"a"}
    assert page.desk.plan.applications[wish.id].delivery is None


# -- series ------------------------------------------------------------------------------------------------------


@pytest.fixture
def series(make_page: Any) -> SchedulePage:
    page: SchedulePage = make_page([*around(), delivery("a", day(15))])
    page.state.select("a")
    page.month.ask_dates()
    page.month.line.field.setText("10/22, 10/29")
    page.month.line.field.returnPressed.emit()
    return page


def test_what_was_done_to_one_date_reaches_the_later_ones(qtbot: Any, series: SchedulePage) -> None:
    page = series
    said: list[Any] = []
    page.desk.said.connect(said.append)
    second = next(x for x in page.desk.plan.deliveries.values() if x.date == day(22))
    page.state.select(second.id)
    page.month.type_when()
    typed(qtbot, page, "13:00")
    assert [action.text for action in said[-1].actions] == ["이 날부터 2건…", "모두 3건…"]
    qtbot.keyClick(page.month, KEY.Key_E, CTRL)
    card = page.month.asking.card
    assert card.lines.text().count("→") == 1
    qtbot.keyClick(card.buttons[0], KEY.Key_Right)
    assert card.lines.text().count("→") == 2
    qtbot.keyClick(card.buttons[0], KEY.Key_Return)
    assert sorted((x.date, x.start) for x in page.desk.plan.deliveries.values()) == [
        (day(15), 730), (day(22), 780), (day(29), 780),
    ]  # fmt: skip


def test_a_date_leaves_its_series(qtbot: Any, series: SchedulePage) -> None:
    page = series
    qtbot.keyClick(page.month, KEY.Key_E, CTRL)
    qtbot.keyClick(page.month.asking.card.buttons[0], KEY.Key_Return)
    assert one(page, "a").series is None
    (left,) = page.desk.plan.series.values()
    assert left.dates == (day(22), day(29))


# -- states in bulk ----------------------------------------------------------------------------------------------


def test_status_and_lock_of_several_are_one_step_each(qtbot: Any, page: SchedulePage) -> None:
    page.state.choose(["001", "003"])
    qtbot.keyClick(page.month, KEY.Key_5, ALT)
    assert {one(page, name).status for name in ("001", "003")} == {Status.POSTPONED}
    qtbot.keyClick(page.month, KEY.Key_L, CTRL)
    assert one(page, "001").is_locked
    assert one(page, "003").is_locked
    assert steps(page) == 3
    page.desk.undo()
    page.desk.undo()
    assert (one(page, "001").status, one(page, "003").status) == (Status.CONFIRMED, Status.PENCILLED)


def test_the_ends_of_several_are_pulled_as_one_step(qtbot: Any, page: SchedulePage) -> None:
    page.show_view("week")
    page.state.choose(["001", "002"])
    qtbot.keyClick(page.week, KEY.Key_Down, SHIFT)
    assert (one(page, "001").end, one(page, "002").end) == (780, 890)
    assert steps(page) == 2


def test_the_menus_show_what_the_keys_do(page: SchedulePage) -> None:
    page.state.select("001")
    menu = page._menu.make_for(page.month)
    texts = [action.text().partition("\t") for action in menu.actions() if action.text()]
    keys = [key for _name, _tab, key in texts if key]
    assert {
        "Ctrl+I",
        "Ctrl+M",
        "Ctrl+T",
        "Ctrl+R",
        "Ctrl+E",
        "Ctrl+X",
        "Ctrl+C",
        "Ctrl+V",
        "Ctrl+D",
        "Ctrl+L",
        "Del",
    } <= set(keys)
    assert len(keys) == len(set(keys))
    given: list[str] = []
    page.desk.commanded.connect(given.append)
    next(action for action in menu.actions() if action.text().endswith("Ctrl+I")).trigger()
    assert given == ["inspector"]
    menu.deleteLater()
    empty = page._menu.make_empty(page.month, page.month.place_now())
    assert empty.actions()[0].isEnabled()
    empty.deleteLater()
