"""What the planner counts with, typed on the season's page: equipment, local filings, ways between areas."""

import datetime
from typing import Any

import pytest

from director_app.domain.facts import Equipment, TravelMode
from director_app.domain.refusals import RefusedInput
from director_app.domain.season import FilingRule
from director_app.ui.forms.field_forms import Reading
from director_app.ui.forms.planning_lists import EQUIPMENT, FILINGS
from director_app.ui.main_window import MainWindow
from director_app.ui.pages.artists_page import ArtistsPage
from director_app.ui.season.season_page import SeasonPage
from director_app.wording import Wording

READING = Reading(Wording("ko"), datetime.date(2025, 10, 14))


@pytest.fixture
def page(sample_window: MainWindow) -> SeasonPage:
    assert sample_window.frame is not None
    sample_window.frame.show_page("season")
    found = sample_window.frame.page("season")
    assert isinstance(found, SeasonPage)
    return found


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_is_written_is_read_back(language: str) -> None:
    wording = Wording(language)
    things = (Equipment("SM58", 1), Equipment("무대 조명", 12))
    rules = (FilingRule("구미시", 500, 21, 10, "구미시 조례(제3조)"), FilingRule("", 1500, 14, 7, ""))
    assert EQUIPMENT.read(EQUIPMENT.write(things, wording), READING) == things
    assert FILINGS.read(FILINGS.write(rules, wording), READING) == rules


def test_things_are_typed_as_people_write_them() -> None:
    typed = "마이크 4개, 스피커x2\n2 mixers\nPiano"
    found = [(one.name, one.pieces) for one in EQUIPMENT.read(typed, READING)]
    assert found == [("마이크", 4), ("스피커x2", 1), ("mixers", 2), ("Piano", 1)]
    with pytest.raises(RefusedInput):
        EQUIPMENT.read("4", READING)
    with pytest.raises(RefusedInput):
        FILINGS.read("구미시: 곧", READING)


def test_they_are_stored_from_the_page_and_undone(page: SeasonPage) -> None:
    for form, path, text in (
        (page.stock, "equipment", "마이크 4"),
        (page.filings, "filings", "구미시: 500명, 21일, 변경 10일 (조례)"),
    ):
        field = form.field(path).input
        field.setPlainText(text)  # type: ignore[attr-defined]  # several lines
        field.changed_to.emit(text)  # type: ignore[attr-defined]
    plan = page.desk.plan
    assert plan.season.equipment == (Equipment("마이크", 4),)
    assert plan.complex is not None
    assert plan.complex.filings == (FilingRule("구미시", 500, 21, 10, "조례"),)
    page.desk.undo()
    assert page.desk.plan.complex is not None
    assert page.desk.plan.complex.filings == ()


def test_a_way_is_added_by_typing_two_areas(page: SeasonPage) -> None:
    names = [area.name for area in page.desk.plan.areas.values()][:2]
    before = set(page.desk.plan.travels)
    page.travel_ways.adder.changed_to.emit(f"{names[0]} - {names[1]} 25")
    (added,) = set(page.desk.plan.travels) - before
    assert page.desk.plan.travels[added].van_minutes == 25
    page.travel_ways.adder.changed_to.emit("nowhere at all")
    assert set(page.desk.plan.travels) == before | {added}
    line = next(line for line in page.travel_ways.lines() if line.editor.id == added)
    assert line.editor.change("walk_minutes", 90, "") == ""
    assert page.desk.plan.travels[added].walk_minutes == 90


def test_an_artist_says_how_she_gets_around(sample_window: MainWindow, qtbot: Any) -> None:
    assert sample_window.frame is not None
    sample_window.frame.show_page("artists")
    page = sample_window.frame.page("artists")
    assert isinstance(page, ArtistsPage)
    qtbot.waitUntil(lambda: page.editor.record is not None)
    assert page.editor.change("travels_by", TravelMode.WALK, "") == ""
    assert page.desk.plan.artists[page.editor.id].travels_by is TravelMode.WALK  # type: ignore[index]  # an artist
