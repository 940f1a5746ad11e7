"""Text that is begun and not taken: in cells, in lines that add, in the enquiries, in a syllable that is not whole."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from director_app.ui.drafts import DraftPlace
from director_app.ui.frame.owned_lines import OwnedLines
from director_app.ui.lines.record_lines import RecordLines
from director_app.ui.look import Look
from director_app.ui.main_window import MainWindow
from director_app.ui.models.record_table import Role
from director_app.ui.pages.applications_table import ApplicationTable
from director_app.ui.publishing.checklist import EnquiriesRow
from tests.ui.schedule.list_hands import field, stand

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", r"raise\(\)")
KEY = Qt.Key
PAUSE = 2500


@pytest.fixture(autouse=True)
def _short_pauses(look: Look) -> None:
    look.typing.pause_ms = 50


@pytest.fixture
def frame(sample_window: MainWindow, qtbot: Any) -> Any:
    """The frame of the sample's window."""
    qtbot.waitUntil(sample_window.isActiveWindow)
    return sample_window.frame


def _cell(frame: Any, column: str) -> tuple[Any, str, Any]:
    """The list, the id of its first date, and the field opened over one of its cells."""
    frame.show_page("schedule")
    page = frame.page("schedule")
    page.show_view("list")
    table = page.list.table
    identity = next(one.id for one in frame.desk.plan.deliveries.values() if one.date == frame.desk.today())
    stand(table, identity, column)
    table.edit(table.currentIndex())
    return table, identity, field(table)


def test_a_cell_begun_in_the_list_waits_in_its_cell(frame: Any, qtbot: Any) -> None:
    table, identity, editor = _cell(frame, "title")
    place = DraftPlace(f"cell {editor.column}", "deliveries", identity)
    editor.selectAll()
    qtbot.keyClicks(editor, "Half a title")
    qtbot.waitUntil(lambda: frame.desk.drafts.text(place) == "Half a title", timeout=PAUSE)
    qtbot.keyClick(editor, KEY.Key_Escape)
    assert frame.desk.drafts.text(place) == ""
    frame.desk.drafts.keep(place, "From before")  # as a program that was killed leaves it
    table.edit(table.currentIndex())
    again: Any = field(table)
    assert (again.delivery, again.text()) == (identity, "From before")
    qtbot.keyClick(again, KEY.Key_Escape)
    assert frame.desk.drafts.text(place) == ""


def test_a_syllable_in_a_cell_is_taken_when_another_page_is_shown(frame: Any, korean_typing: Any) -> None:
    _table, identity, editor = _cell(frame, "responsible")
    before = frame.desk.plan.deliveries[identity]
    editor.clear()
    korean_typing(editor, "김감", composing="독")
    frame.show_page("overview")
    assert frame.desk.plan.deliveries[identity].responsible == "김감독"
    frame.desk.undo()
    assert frame.desk.plan.deliveries[identity] == before


def test_a_syllable_in_the_typing_line_is_taken_when_another_page_is_shown(frame: Any, korean_typing: Any) -> None:
    frame.show_page("schedule")
    grid = frame.page("schedule").month
    grid.enter()
    korean_typing(grid.line.field, "봄마", composing="중")
    frame.show_page("overview")
    assert any("봄마중" in one.title_suffix for one in frame.desk.plan.deliveries.values())


def test_a_line_that_adds_keeps_what_is_begun(frame: Any, qtbot: Any) -> None:
    place = DraftPlace("new areas", "seasons", frame.desk.plan.season.id)
    frame.desk.drafts.keep(place, "North gate")  # as a program that was killed leaves it
    frame.show_page("season")
    areas, other = frame.page("season").findChildren(RecordLines)[:2]
    qtbot.waitUntil(lambda: areas.adder.text() == "North gate")
    assert other.adder.text() == ""
    assert "North gate" not in {one.name for one in frame.desk.plan.areas.values()}
    qtbot.keyClick(areas.adder, KEY.Key_Return)
    assert "North gate" in {one.name for one in frame.desk.plan.areas.values()}
    assert frame.desk.drafts.text(place) == ""


def test_a_part_of_the_evening_begun_stands_at_its_date_alone(frame: Any, qtbot: Any) -> None:
    frame.show_page("schedule")
    state = frame.page("schedule").state
    first, second = [one.id for one in frame.desk.plan.deliveries.values() if one.date is not None][:2]
    state.select(first)
    qtbot.waitUntil(lambda: bool(frame.findChildren(OwnedLines)))
    parts = next(one for one in frame.findChildren(OwnedLines) if one._kind == "segments")
    frame.desk.drafts.keep(DraftPlace("new segments", "deliveries", second), "12:10 opening")
    state.select(second)
    assert parts.adder.text() == "12:10 opening"
    state.select(first)
    assert parts.adder.text() == ""


def test_the_enquiries_are_in_the_file_after_a_rest(frame: Any, qtbot: Any) -> None:
    frame.show_page("publish")
    page = frame.page("publish")
    qtbot.waitUntil(lambda: page.findChild(EnquiriesRow) is not None)
    row = page.findChild(EnquiriesRow)
    row.open()
    steps = len(frame.desk.open_plan.steps(100))
    row.name.setFocus()
    row.name.clear()
    qtbot.keyClicks(row.name, "Info desk")
    qtbot.waitUntil(lambda: frame.desk.plan.season.enquiries == "Info desk", timeout=PAUSE)
    qtbot.keyClicks(row.name, " 2")
    row.phone.setFocus()
    assert frame.desk.plan.season.enquiries == "Info desk 2"
    assert len(frame.desk.open_plan.steps(100)) == steps + 1


def test_a_cell_begun_among_the_applications_waits_in_its_cell(frame: Any, qtbot: Any) -> None:
    frame.show_page("venues")
    frame.page("venues").show_subject("applications")
    table = frame.findChildren(ApplicationTable)[0]
    column = next(at for at, one in enumerate(table.model().columns) if one.edit is not None)
    index = table.model().index(0, column)
    name = f"cell {table.model().columns[column].key}"
    place = DraftPlace(name, "applications", index.data(Role.RECORD).id)
    frame.desk.drafts.keep(place, "10. 2")  # as a program that was killed leaves it
    table.setCurrentIndex(index)
    table.edit(index)
    editor = table.delegate._editor
    assert editor.text() == "10. 2"
    qtbot.keyClick(editor, KEY.Key_Escape)
    assert frame.desk.drafts.text(place) == ""
