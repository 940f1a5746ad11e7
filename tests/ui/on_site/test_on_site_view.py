"""The day of the event under hands and keys: what is decided, told and counted ends in the same plan either way."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from director_app.domain.edits import Change
from director_app.domain.plan import Plan
from director_app.domain.programme import Status
from director_app.operations.deciding import Choice
from director_app.operations.open_plan import StepName
from director_app.ui.on_site.card import ItemCard
from director_app.ui.on_site.view import OnSiteView
from tests.ui.on_site.conftest import DAY, HALL, PARK, delivery, season
from tests.ui.walking import cut_texts, unnamed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")  # offscreen has no window manager
LEFT = Qt.MouseButton.LeftButton
MOST_STOPS = 120


class Hands:
    """Does everything with the mouse."""

    def __init__(self, qtbot: Any, view: OnSiteView) -> None:
        self.qtbot, self.view = qtbot, view
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        view.focus_first()

    def press(self, widget: QWidget) -> None:
        self.qtbot.waitUntil(lambda: widget.isVisibleTo(self.view))
        self.qtbot.mouseClick(widget, LEFT)

    def count(self, card: ItemCard, heads: str) -> None:
        self.qtbot.mouseClick(card.result.heads, LEFT)
        self.qtbot.keyClicks(card.result.heads, heads)
        self.qtbot.mouseClick(card, LEFT)

    def go_to_people(self, card: ItemCard) -> None:
        """They stand beside the card already."""

    def come_back(self, card: ItemCard) -> None:
        """The cards are where they were."""


class Keys(Hands):
    """Does everything with keys: Tab to a button, Enter or Space on it, digits on a card."""

    def press(self, widget: QWidget) -> None:
        self.qtbot.waitUntil(lambda: widget.isVisibleTo(self.view))
        self.reach(widget)
        self.qtbot.keyClick(widget, Qt.Key.Key_Space)

    def reach(self, widget: QWidget) -> None:
        for _stop in range(MOST_STOPS):
            held = QApplication.focusWidget()
            assert held is not None
            if held is widget:
                return
            self.qtbot.keyClick(held, Qt.Key.Key_Tab)
        pytest.fail(f"Tab never came to {widget.accessibleName()}")

    def go_to_people(self, card: ItemCard) -> None:
        self.reach(card)
        self.qtbot.keyClick(card, Qt.Key.Key_Return)

    def come_back(self, card: ItemCard) -> None:
        held = QApplication.focusWidget()
        assert held is not None
        self.qtbot.keyClick(held, Qt.Key.Key_Escape)
        assert card.hasFocus()

    def count(self, card: ItemCard, heads: str) -> None:
        self.reach(card)
        for digit in heads:
            held = QApplication.focusWidget()
            assert held is not None
            self.qtbot.keyClicks(held, digit)
        self.qtbot.keyClick(card.result.heads, Qt.Key.Key_Return)


def plain(plan: Plan) -> tuple[object, ...]:
    """A plan without what is made by chance or clock: ids of new records, minutes of being told."""
    notes = sorted((one.subject, one.text, one.author, one.written_on) for one in plan.notes.values())
    told = sorted((one.subject, one.delivery or "", one.told_at is not None) for one in plan.tellings.values())
    return dict(plan.deliveries), notes, told


def one(view: OnSiteView, name: str) -> Any:
    return view.desk.plan.deliveries[name]  # type: ignore[index]  # ids are texts


def card_of(view: OnSiteView, name: str) -> ItemCard:
    return next(card for card in view.cards if card.item is not None and card.item.delivery.id == name)


def work_through(hands: Hands) -> tuple[object, ...]:
    view = hands.view
    first, second, hall = (card_of(view, name) for name in ("1", "2", "3"))
    hands.press(view.head.reasons[0])
    hands.press(first.decisions.buttons[Choice.INDOORS])
    hands.go_to_people(first)
    hands.press(view.panel.rows[0].tick)
    hands.press(view.panel.all_told[0])
    hands.come_back(first)
    hands.press(second.decisions.buttons[Choice.POSTPONE])
    hands.press(second.decisions.undecided)
    hands.press(second.back)
    hands.press(second.decisions.buttons[Choice.POSTPONE])
    hands.press(second.decisions.tomorrow)
    hands.press(hall.result.tick)
    hands.count(hall, "120")
    return plain(view.desk.plan)


def test_by_hand_and_by_keys_the_plan_is_the_same(make_view: Callable[..., OnSiteView], qtbot: Any) -> None:
    view = make_view(at=1050)
    by_hand = work_through(Hands(qtbot, view))
    view.hide()
    assert work_through(Keys(qtbot, make_view(at=1050))) == by_hand
    assert (one(view, "1").venue, one(view, "1").changed_reason) == (HALL, "비")
    assert one(view, "2").postponed_to == DAY + datetime.timedelta(1)
    assert (one(view, "3").status, one(view, "3").counted_heads) == (Status.DELIVERED, 120)
    assert len(view.desk.plan.tellings) == 3


def test_countdowns_and_order(view: OnSiteView) -> None:
    assert [card.item.delivery.id for card in view.cards if card.item] == ["1", "2", "3", "4"]
    assert [card.figure.text() for card in view.cards] == ["1시간 12분", "미정", "11시간 12분", "18시간 12분"]
    assert view.head.decision.figure.text() == "1시간 12분"
    assert view.head.beginning.figure.text() == "3시간 12분"
    assert "다음날 01:00" in card_of(view, "4")._before.text()


def test_after_midnight_the_day_before_is_worked_on(make_view: Callable[..., OnSiteView]) -> None:
    view = make_view(at=1470)
    assert view.today() == DAY
    assert card_of(view, "4").figure.text() == "30분"
    assert card_of(view, "3").figure.text() == "결과 없음"


def test_several_ticked_are_decided_in_one_step(view: OnSiteView, qtbot: Any) -> None:
    for name in ("1", "2"):
        card_of(view, name).setFocus()
        qtbot.keyClick(card_of(view, name), Qt.Key.Key_Space)
    qtbot.mouseClick(card_of(view, "2").decisions.buttons[Choice.CANCEL], LEFT)
    assert {one(view, name).status for name in ("1", "2")} == {Status.CANCELLED}
    assert len(view.desk.plan.notes) == 2
    assert {row.line.person.delivery for row in view.panel.rows} == {"1", "2"}
    view.desk.undo()
    assert {one(view, name).status for name in ("1", "2")} == {Status.CONFIRMED}


def test_what_is_refused_is_said_and_nothing_happens(view: OnSiteView, qtbot: Any) -> None:
    said: list[Any] = []
    view.desk.said.connect(said.append)
    before = view.desk.plan
    qtbot.mouseClick(card_of(view, "2").decisions.buttons[Choice.INDOORS], LEFT)
    assert view.desk.plan is before
    assert len(said) == 1


def test_hold_moves_the_decision_and_resume_brings_back(view: OnSiteView, qtbot: Any) -> None:
    card = card_of(view, "1")
    qtbot.mouseClick(card.hold, LEFT)
    assert card.figure.text() == "1시간 42분"
    qtbot.mouseClick(card.decisions.buttons[Choice.CANCEL], LEFT)
    assert "정함" in card.figure.text()
    qtbot.mouseClick(card.decisions.resume, LEFT)
    assert one(view, "1").status is Status.CONFIRMED
    assert card.figure.text() == "1시간 42분"


def test_a_change_made_elsewhere_is_in_the_box_and_the_sentence_is_copied(view: OnSiteView, qtbot: Any) -> None:
    assert view.panel.rows == []
    view.desk.perform(Change("deliveries", "3", {"venue": PARK}), StepName("x"))
    view.show_box()
    assert [row.line.person.subject.id for row in view.panel.rows] == ["solo", "park", "hall"]
    row = view.panel.rows[0]
    assert "010-0000-0001" in row.tick.accessibleDescription()
    assert row.copy is not None
    qtbot.mouseClick(row.copy, LEFT)
    assert "공원" in QGuiApplication.clipboard().text()
    qtbot.mouseClick(view.panel.all_told[0], LEFT)
    assert view.panel.rows == []


def test_who_was_told_stays_in_the_list_with_its_day(view: OnSiteView, qtbot: Any) -> None:
    qtbot.mouseClick(card_of(view, "1").decisions.buttons[Choice.INDOORS], LEFT)
    listed = [row.line.person.subject.id for row in view.panel.rows]
    assert listed == ["solo", "hall", "park"]
    qtbot.mouseClick(view.panel.all_told[0], LEFT)
    assert [row.line.person.subject.id for row in view.panel.rows] == listed
    assert all(row.line.is_told and row.copy is None for row in view.panel.rows)
    assert "복지관" in view.panel.sentences[0].toPlainText()
    qtbot.mouseClick(view.panel.rows[1].tick, LEFT)
    assert [row.line.is_told for row in view.panel.rows] == [True, False, True]


def test_a_day_without_anything_shows_the_way_to_one_that_has(make_view: Callable[..., OnSiteView], qtbot: Any) -> None:
    view = make_view()
    view.show_day(DAY - datetime.timedelta(7))
    assert view.cards == []
    with qtbot.waitSignal(view.day_wanted) as went:
        qtbot.mouseClick(view.foot.other_day, LEFT)
    assert went.args == [DAY]


def test_an_empty_plan_teaches(make_view: Callable[..., OnSiteView]) -> None:
    view = make_view(season()[:1])
    assert view.cards == []
    assert not view.foot.other_day.isVisible()
    assert unnamed(view) == []


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("width", [820, 1200])
def test_everything_has_a_name_and_is_seen_whole(
    make_view: Callable[..., OnSiteView], language: str, width: int, qtbot: Any
) -> None:
    view = make_view([*season(), delivery("6", None, fallback=None)], language=language)
    view.resize(width, 1800)
    qtbot.mouseClick(card_of(view, "2").decisions.buttons[Choice.POSTPONE], LEFT)
    qtbot.mouseClick(card_of(view, "1").decisions.buttons[Choice.CANCEL], LEFT)
    qtbot.waitUntil(lambda: cut_texts(view) == [], timeout=2000)
    assert unnamed(view) == []
