"""Meetings of the council in the schedule: seen in every grid, selected, moved, typed, taken away and undone."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from director_app.domain.council import Decision, Meeting
from director_app.domain.edits import Change
from director_app.domain.facts import Subject
from director_app.domain.ids import DecisionId, MeetingId
from director_app.domain.meeting_dates import key_of
from director_app.domain.timeline import WallMinute
from director_app.operations.open_plan import StepName
from director_app.ui.frame.inspector import Inspector
from director_app.ui.pages.schedule_page import SchedulePage
from director_app.ui.schedule.views import View
from tests.ui.schedule.seasons import day as day_of
from tests.ui.schedule.seasons import season

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
CTRL = Qt.KeyboardModifier.ControlModifier
DAY = day_of(15)

MEETING = Meeting(MeetingId("m"), 3, "정기회의", DAY, WallMinute(15 * 60), WallMinute(16 * 60), agenda=("우천 대책",))
KEY = key_of(MEETING)


@pytest.fixture
def page(make_page: Callable[..., SchedulePage]) -> SchedulePage:
    return make_page([*season(), MEETING, Decision(DecisionId("k"), MEETING.id, "음향 21시까지")])


def meeting(page: SchedulePage) -> Any:
    return page.desk.plan.meetings[MEETING.id]


@pytest.mark.parametrize("view", ["month", "week", "day"])
def test_a_meeting_stands_on_its_day_and_a_click_selects_it(page: SchedulePage, view: View, qtbot: Any) -> None:
    page.state.turn_to(DAY)
    page.show_view(view)
    grid = getattr(page, view)
    rects = grid.rects_of(KEY)
    assert rects
    item = page.state.items.item(KEY)
    assert item is not None
    assert item.title == "협의체 제3차 회의: 정기회의"
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=rects[0].center())
    assert page.desk.selection == {Subject("meetings", "m")}


def test_keys_move_it_with_its_end_and_undo_brings_it_back(page: SchedulePage) -> None:
    page.state.select(KEY, day=DAY)
    page.verbs.shift(days=1, minutes=30)
    moved = meeting(page)
    assert (moved.date, moved.start, moved.end) == (DAY + datetime.timedelta(days=1), 15 * 60 + 30, 16 * 60 + 30)
    assert moved.agenda == MEETING.agenda
    page.desk.undo()
    assert meeting(page) == MEETING


def test_it_is_dragged_to_another_day_and_never_copied(page: SchedulePage, pull: Callable[..., None]) -> None:
    grid = page.month
    where = grid.rects_of(KEY)[0].center()
    cargo = grid.cargo_for(KEY, where)
    assert cargo is not None
    assert not cargo.can_be_copied
    goal = DAY + datetime.timedelta(days=2)
    pull(grid.viewport(), where, grid.area_of_day(goal).center())
    assert (meeting(page).date, meeting(page).start) == (goal, MEETING.start)
    cargo = grid.cargo_for(KEY, grid.rects_of(KEY)[0].center())
    assert cargo is not None
    page.drag.begin(cargo, grid.viewport().mapToGlobal(where), CTRL)
    page.drag.move(grid.viewport().mapToGlobal(grid.area_of_day(DAY).center()), CTRL)
    page.drag.drop()
    assert meeting(page) == MEETING
    assert len(page.desk.plan.meetings) == 1


def test_deleting_it_takes_it_out_of_its_decisions_and_comes_back_whole(page: SchedulePage) -> None:
    page.state.select(KEY, day=DAY)
    page.verbs.remove()
    assert not page.desk.plan.meetings
    assert page.desk.plan.decisions[DecisionId("k")].meeting is None
    page.desk.undo()
    assert meeting(page) == MEETING
    assert page.desk.plan.decisions[DecisionId("k")].meeting == MEETING.id


def test_status_lock_and_copies_leave_a_meeting_alone(page: SchedulePage) -> None:
    before = page.desk.plan
    page.state.select(KEY, day=DAY)
    page.verbs.toggle_lock()
    page.verbs.copies.repeat()
    assert page.desk.plan is before


def test_the_grids_follow_what_is_typed_elsewhere(page: SchedulePage) -> None:
    page.show_view("month")
    day = DAY + datetime.timedelta(days=3)
    page.desk.perform(Change("meetings", "m", {"date": day}), StepName("x"))
    assert KEY in [one.id for one in page.state.items.index.on_day(day)]
    assert KEY not in [one.id for one in page.state.items.index.on_day(DAY)]


def test_the_inspector_shows_it_and_writes_what_is_typed(page: SchedulePage, qtbot: Any) -> None:
    inspector = Inspector(page.desk)
    qtbot.addWidget(inspector)
    inspector.show()
    page.state.select(KEY, day=DAY)
    card = inspector.meeting_card
    assert card.isVisible()
    field: Any = card.facts.form.fields["start"]
    field.input.setText("14:20")
    field.input.setModified(True)
    field.input.editingFinished.emit()
    assert meeting(page).start == 14 * 60 + 20
    seen: list[tuple[str, Any]] = []
    page.desk.went.connect(lambda name, what: seen.append((name, what)))
    card.page.click()
    assert seen == [("council", Subject("meetings", "m"))]


def test_the_list_says_it_at_the_head_of_its_day(page: SchedulePage) -> None:
    alone = DAY + datetime.timedelta(days=400)
    page.desk.perform(Change("meetings", "m", {"date": alone}), StepName("x"))
    page.show_view("list")
    model = page.list.table.table
    at = model.position_of_day(alone)
    assert model.row_at(at).day == alone
    assert model.text_at(at, 1) == "15:00 협의체 제3차 회의: 정기회의"
    page.desk.undo()
    model = page.list.table.table
    assert "협의체 제3차 회의" in model.text_at(model.position_of_day(DAY), 1)
