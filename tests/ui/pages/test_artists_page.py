"""The workspace of artists: form, painter, acknowledgements, exceptions, notes."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from director_app.domain.facts import ConfirmationOf, ConfirmationState
from director_app.domain.ids import DeliveryId
from director_app.domain.people import AvailabilityValue
from director_app.planner.checks import check_plan
from director_app.ui.forms.acknowledging import ANSWERED, SIGNED, TOLD
from director_app.ui.forms.appearances import acknowledgements
from director_app.ui.forms.week_pattern import value_at, week_of
from director_app.ui.pages.artists_page import ArtistsPage

Show = Callable[..., Any]
BAND_B = "artist-band-b"


@pytest.fixture
def page(show_page: Show, sample: Any) -> Any:
    shown = show_page(ArtistsPage, sample)
    shown.desk.set_problems(check_plan(sample.plan))
    shown.show_record(BAND_B)
    return shown


def week(page: Any) -> Any:
    return week_of(page.form.availability.exceptions.statements())


def test_a_group_says_which_members_clash(page: Any) -> None:
    assert page.form.members._sentence.text()
    assert [chip.person.level for chip in page.form.members._chips].count("block") == 1


def test_the_wide_form_has_two_columns_and_the_narrow_one_does_not(page: Any) -> None:
    assert page.form._columns.direction() == QBoxLayout.Direction.LeftToRight
    page.holder.resize(1000, 700)
    assert page.form._columns.direction() == QBoxLayout.Direction.TopToBottom


def test_a_stroke_of_the_mouse_paints_and_undo_takes_it_back(page: Any, sample: Any, qtbot: Any) -> None:
    grid = page.form.availability.grid
    before = week(page)
    qtbot.mouseClick(page.form.availability.brushes[1], Qt.MouseButton.LeftButton)
    first, last = grid.slot_rect(5, 20).center(), grid.slot_rect(6, 23).center()
    qtbot.mousePress(grid, Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseMove(grid, last)
    qtbot.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=last)
    assert value_at(week(page), 5, 18 * 60) is AvailabilityValue.POSSIBLE
    assert value_at(week(page), 6, 19 * 60 + 59) is AvailabilityValue.POSSIBLE
    sample.undo()
    assert week(page) == before


def test_keys_paint_the_same(page: Any, qtbot: Any) -> None:
    grid = page.form.availability.grid
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    for _step in range(2):
        qtbot.keyClick(grid, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    area = grid.selected()
    qtbot.keyClick(grid, Qt.Key.Key_3)
    for weekday in range(area.first, area.last + 1):
        assert value_at(week(page), weekday, area.start) is AvailabilityValue.RATHER_NOT
    assert page.form.availability.brushes[2].isChecked()
    assert grid.accessibleDescription()


def test_exceptions_are_typed_grouped_and_removed(page: Any, sample: Any, qtbot: Any) -> None:
    part = page.form.availability.exceptions
    count = len(sample.plan.availabilities)
    qtbot.mouseClick(part.opener, Qt.MouseButton.LeftButton)
    part.dates.setText("11/20~22")
    part.reason.setText("tour")
    qtbot.mouseClick(part.adder, Qt.MouseButton.LeftButton)
    assert len(sample.plan.availabilities) == count + 3
    group = next(one for one in part._shown if one.reason == "tour")
    assert (group.first, group.last) == (datetime.date(2025, 11, 20), datetime.date(2025, 11, 22))
    part._remove(group.ids)
    assert len(sample.plan.availabilities) == count


def test_an_exception_that_is_no_date_stays_with_its_sentence(page: Any, sample: Any) -> None:
    part = page.form.availability.exceptions
    count = len(sample.plan.availabilities)
    part.dates.setText("soon")
    part.add_typed()
    assert part._sentence.text()
    assert part.dates.text() == "soon"
    assert len(sample.plan.availabilities) == count


def test_the_three_acknowledgements_carry_todays_date(page: Any, sample: Any) -> None:
    part = page.form.appearances
    delivery = next(line.delivery for line in part._seen[3] if line.done.told is None)
    for kind in (TOLD, ANSWERED, SIGNED):
        part.acknowledge(delivery.id, kind)
    after = sample.plan.deliveries[DeliveryId(delivery.id)]
    today = page.desk.today()
    assert acknowledgements(sample.plan, BAND_B, after) == (today, today, today)
    states = {one.of: one.state for one in after.confirmations if one.artist in (None, BAND_B)}
    assert states[ConfirmationOf.ACT] is ConfirmationState.AGREED
    assert states[ConfirmationOf.CONTRACT] is ConfirmationState.AGREED
    part.acknowledge(delivery.id, SIGNED)
    again = sample.plan.deliveries[DeliveryId(delivery.id)]
    assert acknowledgements(sample.plan, BAND_B, again).signed is None


def test_a_note_is_written_and_followed_up(page: Any, sample: Any, qtbot: Any) -> None:
    part = page.form.notes
    count = len(sample.plan.notes)
    part.fresh.setFocus()
    qtbot.keyClicks(part.fresh, "called, sends contract")
    qtbot.keyClick(part.fresh, Qt.Key.Key_Return)
    assert len(sample.plan.notes) == count + 1
    note = next(one for one in part._shown if one.text == "called, sends contract")
    part._set_due(note.id, "10/20")
    assert sample.plan.notes[note.id].follow_up == datetime.date(2025, 10, 20)
    part._set_done(note.id, True)
    assert sample.plan.notes[note.id].is_done
    part._remove(note.id)
    assert len(sample.plan.notes) == count


def test_private_facts_are_typed_into_the_locked_block(page: Any, sample: Any, qtbot: Any) -> None:
    field = page.form.private.fields.field("contacts[0].email").input
    field.setFocus()
    qtbot.keyClicks(field, "band@example.org")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert sample.plan.artists[BAND_B].contacts[0].email == "band@example.org"
    assert not sample.plan.artists[BAND_B].contacts[0].public


def test_a_group_cannot_be_a_member_of_itself(page: Any, sample: Any) -> None:
    before = sample.plan.artists[BAND_B].members
    page.form.members._add("밴드 B")
    assert sample.plan.artists[BAND_B].members == before
    assert page.form.members._sentence.isVisible()


def test_chips_filter_and_count(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: any(sign in "123456789" for sign in page.pane.chips["clash"].text()))
    qtbot.mouseClick(page.pane.chips["clash"], Qt.MouseButton.LeftButton)
    shown = page.model.rowCount()
    assert str(shown) in page.pane.chips["clash"].text()
    assert 0 < shown < 10


def test_going_from_artist_to_artist_without_members_works(page: Any, sample: Any) -> None:
    for identity in page.model.ids():
        page.show_record(identity)
        assert page.editor.id == identity


def test_an_empty_plan_offers_the_import_first(show_page: Show, empty: Any) -> None:
    page = show_page(ArtistsPage, empty)
    assert page._whole.currentIndex() == 1


def test_two_selected_artists_become_one(page: Any, sample: Any) -> None:
    plan = sample.plan
    duo = next(one for one in plan.artists.values() if one.name == "듀오 K")
    band = plan.artists[BAND_B]
    used = {user for user in plan.users("artists", duo.id) if user[0] != "artists"}
    page.merge(BAND_B, duo.id)
    after = sample.plan
    assert duo.id not in after.artists
    assert used <= after.users("artists", BAND_B)
    assert after.artists[BAND_B].name == band.name
    assert page.editor.id == BAND_B
    page.said[-1].actions[0].act()
    assert duo.id in sample.plan.artists
    assert sample.plan.artists == plan.artists


def test_merging_is_offered_for_two_rows(page: Any) -> None:
    assert page._merge.isHidden()
    page.pane.list.selectAll()
    assert page._merge.isHidden()
    page.pane.search.setText("밴드")
    page.pane.list.clearSelection()
    for row in (0, 1):
        page.pane.list.selectionModel().select(
            page.model.index(row, 0),
            page.pane.list.selectionModel().SelectionFlag.Select | page.pane.list.selectionModel().SelectionFlag.Rows,
        )
    assert not page._merge.isHidden()
