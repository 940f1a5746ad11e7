"""What is asked for is shown: behind "+3", behind a filter; and what silently became longer is said."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from director_app.domain.facts import Subject
from director_app.domain.programme import Status
from director_app.ui.desk import Message
from director_app.ui.pages.schedule_page import SchedulePage
from director_app.ui.schedule.filtering import Filter
from tests.ui.schedule.seasons import around, day, delivery

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SHIFT = Qt.KeyboardModifier.ShiftModifier


def said(page: SchedulePage) -> list[str]:
    found: list[str] = []

    def note(message: Message) -> None:
        found.append(message.text)

    page.desk.said.connect(note)
    return found


def test_a_day_opens_for_an_item_without_room(make_page: Callable[..., SchedulePage]) -> None:
    crowd = [delivery(f"n{number:02d}", day(15), 600 + number) for number in range(20)]
    page = make_page([*around(), *crowd])
    assert not page.month.layout_now.pieces_of("n19")
    page.show_subject(Subject("deliveries", "n19"))
    assert page.month.opened == day(15)
    assert page.month.rects_of("n19")
    page.month.setFocus()
    page.grab()


def test_a_filter_gives_way_and_says_so(page: SchedulePage) -> None:
    page.state.set_filter(Filter(statuses=frozenset({Status.PENCILLED})))
    sentences = said(page)
    page.show_subject(Subject("deliveries", "001"))
    assert page.state.items.filter.is_empty
    assert page.month.rects_of("001")
    assert any("필터" in sentence for sentence in sentences)


def test_a_date_that_becomes_two_days_long_says_so_and_can_be_taken_back(qtbot: Any, page: SchedulePage) -> None:
    found: list[Message] = []
    page.desk.said.connect(found.append)
    page.state.select("001")
    qtbot.keyClick(page.month, Qt.Key.Key_Right, SHIFT)
    assert "2일" in found[-1].text
    found[-1].actions[0].act()
    assert page.desk.plan.deliveries["001"].until is None  # type: ignore[index]  # ids are texts
