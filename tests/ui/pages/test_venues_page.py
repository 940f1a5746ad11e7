"""The workspace of places: venues, how one gets in, and the companies' applications."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from director_app.domain.edits import Change
from director_app.domain.facts import FallbackState, WeekHours
from director_app.domain.programme import Status
from director_app.domain.requests import ApplicationState
from director_app.domain.timeline import WallMinute
from director_app.operations.importing import accept_import, propose_import
from director_app.operations.open_plan import StepName
from director_app.ui.models.columns import Cell
from director_app.ui.models.record_table import Role
from director_app.ui.pages.applications_words import wrong_weekday
from director_app.ui.pages.venues_page import APPLICATIONS, VENUES, VenuesPage
from director_app.ui.questions import FixedAnswers

Show = Callable[..., Any]
CANTEEN = "venue-c-canteen"


@pytest.fixture
def page(show_page: Show, sample: Any) -> Any:
    shown = show_page(VenuesPage, sample)
    shown.show_record(CANTEEN)
    return shown


@pytest.fixture
def applications(page: Any) -> Any:
    page.show_subject("applications")
    return page.applications


def venue(page: Any) -> Any:
    return page.desk.plan.venues[CANTEEN]


def type_into(qtbot: Any, field: Any, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_gate_pass_is_typed_and_undone(page: Any, sample: Any, qtbot: Any) -> None:
    before = venue(page).access
    type_into(qtbot, page.form.access.field("access.pass_days").input, "5")
    type_into(qtbot, page.form.access.field("access.gate").input, "Gate 2")
    assert (venue(page).access.pass_days, venue(page).access.gate) == (5, "Gate 2")
    assert venue(page).access.parking == before.parking
    sample.undo()
    sample.undo()
    assert venue(page).access == before


def test_opening_hours_are_lines(page: Any, qtbot: Any) -> None:
    bound = page.form.open.field("opening_hours")
    bound.input.setFocus()
    bound.input.setPlainText("Mon~Tue 10:00~12:00")
    page.pane.search.setFocus()
    assert [tuple(one) for one in venue(page).opening_hours] == [(0, 600, 720), (1, 600, 720)]
    bound.input.setFocus()
    bound.input.setPlainText("whenever")
    page.pane.search.setFocus()
    assert bound.sentence
    assert bound.input.toPlainText() == "whenever"
    assert [tuple(one) for one in venue(page).opening_hours] == [(0, 600, 720), (1, 600, 720)]


def test_a_host_that_is_not_there_yet_is_added(page: Any, sample: Any) -> None:
    count = len(sample.plan.organisations)
    page.form.host._typed("New Works")
    assert len(sample.plan.organisations) == count + 1
    assert sample.plan.organisations[venue(page).host].name == "New Works"
    sample.undo()
    assert len(sample.plan.organisations) == count


def test_the_fallback_and_its_state(page: Any, sample: Any, qtbot: Any) -> None:
    other = next(one for one in sample.plan.venues.values() if one.id != CANTEEN)
    page.form.fallback.place._typed(other.name)
    assert venue(page).fallback == other.id
    page.form.fallback.state.setFocus()
    qtbot.keyClick(page.form.fallback.state, Qt.Key.Key_Right)
    assert venue(page).fallback_state is FallbackState.ASKED
    page.form.fallback.place._typed("")
    assert venue(page).fallback is None
    assert venue(page).fallback_state is FallbackState.NONE


def test_a_venue_cannot_vanish_from_its_list_by_moving_area(page: Any, sample: Any) -> None:
    other = next(one for one in sample.plan.areas.values() if one.id != venue(page).area)
    page.form.area._typed(other.name)
    assert venue(page).area == other.id
    assert page.pane.list.currentIndex().data(Role.ID) == CANTEEN


def test_areas_that_waited_longest_come_first_on_demand(page: Any, sample: Any, qtbot: Any) -> None:
    by_area = page.model.ids()
    qtbot.mouseClick(page.waited_first, Qt.MouseButton.LeftButton)
    assert page.model.ids() != by_area
    plan = sample.plan
    waited = [page._list.days_waited(plan, plan.venues[one].area) for one in page.model.ids() if plan.venues[one].area]
    assert waited == sorted(waited, reverse=True)


def test_the_week_of_use_opens_in_the_schedule(page: Any, qtbot: Any) -> None:
    page.form.use.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.form.use, Qt.Key.Key_Return)
    assert page.went[-1] == ("schedule", datetime.date(2025, 10, 13))


def test_tabs_change_what_the_toolbar_offers(page: Any, qtbot: Any) -> None:
    assert page.blank.isHidden()
    page.tabs.setFocus()
    qtbot.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page._tab_stack.currentIndex() == APPLICATIONS
    assert not page.blank.isHidden()
    page.show_subject(("venues", CANTEEN))
    assert page._tab_stack.currentIndex() == VENUES


def test_applications_stand_in_order_of_receipt(applications: Any) -> None:
    model = applications.model
    received = [model.record_at(row).received_at for row in range(model.rowCount())]
    assert received == sorted(received)
    applications.model.sort(applications.table.column_of("company"))
    applications.by_receipt.click()
    assert [model.record_at(row).received_at for row in range(model.rowCount())] == received


def test_a_weekday_that_does_not_fit_is_said(applications: Any) -> None:
    model, row = applications.model, applications.model.row_of("application-05")
    cell = model.data(model.index(row, applications.table.column_of("wish1")), Role.CELL)
    assert isinstance(cell, Cell)
    assert cell.first[0].text == "10월 27일(화)"
    assert cell.second[0].tone == "warn"
    assert wrong_weekday(model.record_at(row).wishes[0]) == 0


def test_a_typed_date_answers_an_application(applications: Any, sample: Any, qtbot: Any) -> None:
    index = applications.model.index_of("application-04", applications.table.column_of("answer"))
    applications.table.setCurrentIndex(index)
    qtbot.keyClick(applications.table, Qt.Key.Key_Return)
    editor = applications.table.viewport().findChild(QLineEdit)
    editor.setText("soon")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert applications._refusal.isVisible()
    assert editor.text() == "soon"
    editor.setText("10/22 12:10")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    application = sample.plan.applications["application-04"]
    assert application.state is ApplicationState.PLACED
    delivery = sample.plan.deliveries[application.delivery]
    assert (delivery.date, delivery.start) == (datetime.date(2025, 10, 22), 730)
    assert delivery.expected_heads == 120
    assert not applications._refusal.isVisible()
    assert "".join(cell.text for cell in application.original)  # the original row is as it was
    sample.undo()
    assert sample.plan.applications["application-04"].delivery is None


def test_an_answered_application_is_not_answered_twice(applications: Any, sample: Any) -> None:
    count = len(sample.plan.deliveries)
    answered = next(one for one in sample.plan.applications.values() if one.delivery)
    assert applications.place(answered, "10/22")
    assert len(sample.plan.deliveries) == count


def test_the_state_is_changed_by_its_menu(applications: Any, sample: Any) -> None:
    applications.table.setCurrentIndex(applications.model.index_of("application-07"))
    applications.table.set_state(ApplicationState.DECLINED)
    assert sample.plan.applications["application-07"].state is ApplicationState.DECLINED
    assert sample.plan.applications["application-07"].decided_on == applications._desk.today()


def test_a_chip_shows_one_state(applications: Any, qtbot: Any) -> None:
    qtbot.mouseClick(applications.chips["received"], Qt.MouseButton.LeftButton)
    model = applications.model
    assert {model.record_at(row).state for row in range(model.rowCount())} == {ApplicationState.RECEIVED}


def test_telling_an_applicant_is_written_down_with_its_moment(applications: Any, sample: Any) -> None:
    applications.table.setCurrentIndex(applications.model.index_of("application-06"))
    before = len(sample.plan.tellings)
    applications.table.set_state(ApplicationState.TOLD)
    application = sample.plan.applications["application-06"]
    (told,) = (one for one in sample.plan.tellings.values() if one.subject == ("organisations", "org-d"))
    assert told.delivery == application.delivery
    assert told.told_at.date() == applications._desk.today()
    assert "통보함 10. 14.(화)" in applications._original.text()
    sample.undo()
    assert len(sample.plan.tellings) == before
    assert sample.plan.applications["application-06"].state is ApplicationState.PLACED


def test_who_is_next_gets_the_date_that_was_given_back(applications: Any, sample: Any, qtbot: Any) -> None:
    line = applications.moves
    given_back = sample.plan.applications["application-10"]
    assert line.isVisible()
    assert "기업 Y" in line.words.text()
    qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert sample.plan.applications["application-13"].state is ApplicationState.PLACED
    assert sample.plan.deliveries[given_back.delivery].status is Status.CANCELLED
    assert not line.isVisible()
    sample.undo()
    assert line.isVisible()
    assert sample.plan.applications["application-13"].delivery is None


def test_the_original_row_stands_below(applications: Any) -> None:
    applications.show_application("application-05")
    assert "업체명: 기업 T" in applications._original.text()


def test_the_blank_form_comes_back_in(page: Any, sample: Any, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    page.desk.questions = FixedAnswers(path)
    page.make_blank_form()
    assert "form.xlsx" in page.said[-1].text
    fill_in(path, ["2025-10-13 09:00", "기업 Z", "10/22", "", "", "점심", "120/40", "식당", "홍길동", "", ""])
    outcome = accept_import(sample, propose_import(sample.plan, [path]))
    fresh = [change.after for change in outcome.changes if change.kind == "applications"]
    assert [one.wishes[0].text for one in fresh if one] == ["10/22"]
    assert sum(shift.heads for one in fresh if one for shift in one.heads) == 160


def test_the_blank_form_never_takes_the_place_of_the_plan(page: Any, sample: Any) -> None:
    before = sample.path.read_bytes()
    page.desk.questions = FixedAnswers(sample.path)
    page.make_blank_form()
    assert sample.path.read_bytes() == before
    assert page.said[-1].level == "warning"


def test_hours_of_one_place_go_to_the_others_selected(page: Any, sample: Any, qtbot: Any) -> None:
    rows = page.pane.list
    keys = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    assert page.form.hours_to_many.isHidden()
    for row, held in zip((0, 3), keys, strict=True):
        where = rows.visualRect(page.model.index(row, 0)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, held, where)
    selected = page.pane.selected_ids()
    assert len(selected) == 4
    type_into(qtbot, page.form.where.field("address").input, "x")
    shown = page.editor.id
    hours = (WeekHours(0, WallMinute(600), WallMinute(1080)),)
    sample.perform(Change("venues", shown, {"opening_hours": hours}), StepName("x"))
    before = sample.plan.venues
    qtbot.mouseClick(page.form.hours_to_many, Qt.MouseButton.LeftButton)
    assert all(sample.plan.venues[one].opening_hours == hours for one in selected)
    page.said[-1].actions[0].act()
    assert sample.plan.venues == before


def fill_in(path: Path, cells: list[str]) -> None:
    """Write the first row of the form as a spreadsheet program would: shared parts kept, cells put in as texts."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    text = parts[sheet].decode()
    for letter, cell in zip("BCDEFGHIJKL", cells, strict=True):
        text = re.sub(
            rf'<c r="{letter}2"( s="\d+")?/>', rf'<c r="{letter}2"\1 t="inlineStr"><is><t>{cell}</t></is></c>', text
        )
    parts[sheet] = text.encode()
    with zipfile.ZipFile(path, "w") as book:
        for name, data in parts.items():
            book.writestr(name, data)


def test_an_empty_plan_says_what_to_do_in_both_tabs(show_page: Show, empty: Any) -> None:
    page = show_page(VenuesPage, empty)
    assert page._whole.currentIndex() == 1
    page.open_tab(APPLICATIONS)
    assert page.applications.empty.isVisible()
