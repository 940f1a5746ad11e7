"""The season's page: every fact in place, one named undo step per change, removals that say who still needs them."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from director_app.operations.sentences import step_sentence
from director_app.ui.main_window import MainWindow
from director_app.ui.questions import FixedAnswers
from director_app.ui.season.hue_button import HueButton
from director_app.ui.season.season_page import SeasonPage
from director_app.ui.widgets.fields import LineField
from director_app.wording import Wording
from tests.ui.walking import unnamed

LEFT = Qt.MouseButton.LeftButton


def shown(window: MainWindow) -> SeasonPage:
    frame = window.frame
    assert frame is not None
    frame.show_page("season")
    page = frame.page("season")
    assert isinstance(page, SeasonPage)
    return page


@pytest.fixture
def page(sample_window: MainWindow) -> SeasonPage:
    return shown(sample_window)


@pytest.fixture
def fresh(window: MainWindow) -> SeasonPage:
    """The page of a plan that knows nothing."""
    assert window.new_plan()
    return shown(window)


def type_into(field: QWidget, text: str) -> None:
    """Replace what a field holds, by hand."""
    field.setFocus()
    QTest.keySequence(field, "Ctrl+A")
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def enter(field: LineField, text: str) -> None:
    """Finish a field that offers names; their list cannot be shown without a screen."""
    field.setText(text)
    field.setModified(True)
    field.editingFinished.emit()


def last_step(page: SeasonPage) -> str:
    name = page.desk.open_plan.undo_name
    return step_sentence(page.desk.wording, name) if name is not None else ""


def test_the_page_is_reached_from_menu_palette_and_overview(sample_window: MainWindow) -> None:
    frame = sample_window.frame
    assert frame is not None
    menu = sample_window.make_menu()
    assert sample_window.actions_table["go-season"] in menu.actions()
    menu.close()
    sample_window.actions_table["go-season"].trigger()
    assert frame.present_page == "season"
    frame.show_page("overview")
    link = frame.page("overview").toolbar_right()[0]
    QTest.mouseClick(link, LEFT)
    assert frame.present_page == "season"
    assert not any(button.isChecked() for button in frame.rail._buttons.values())
    frame.show_page("schedule")
    assert frame.rail._buttons["schedule"].isChecked()


def test_every_field_of_season_and_complex_has_a_row(page: SeasonPage) -> None:
    forms = (page.facts, page.enquiries, page.notes, page.stock)
    season = {*(path for form in forms for path in form._fields), "title", "title_en"}
    assert set(page.desk.plan.season._fields) - season == {"id", "complex", "credits", "problem_levels"}
    assert page.desk.plan.complex is not None
    place = {path.partition(".")[0] for path in (*page.place._fields, *page.contact._fields, *page.filings._fields)}
    assert set(page.desk.plan.complex._fields) - place == {"id", "logo", "source"}


def test_a_title_is_typed_in_place_and_taken_back_as_one_step(page: SeasonPage) -> None:
    before = page.desk.plan
    type_into(page.title.input, "Night Lights")
    assert page.desk.plan.season.title == "Night Lights"
    assert last_step(page) == "시즌 제목 바꿈"
    page.desk.undo()
    assert page.desk.plan == before
    assert page.title.input.text() == before.season.title  # type: ignore[attr-defined]  # a line


def test_the_period_refuses_an_end_before_its_start(page: SeasonPage) -> None:
    field = page.facts.field("last_day")
    type_into(field.input, "2025-06-01")
    assert field.sentence
    assert page.desk.plan.season.last_day == datetime.date(2025, 11, 30)
    type_into(field.input, "2025-12-10")
    assert page.desk.plan.season.last_day == datetime.date(2025, 12, 10)
    assert field.sentence == ""


@pytest.mark.parametrize(("path", "wrong", "right"), [("zone", "Seoul", "Asia/Tokyo")])
def test_a_zone_that_is_none_is_refused_in_place(page: SeasonPage, path: str, wrong: str, right: str) -> None:
    field = page.facts.field(path)
    type_into(field.input, wrong)
    assert "Asia/Seoul" in field.sentence
    type_into(field.input, right)
    assert getattr(page.desk.plan.season, path) == right


def test_the_first_fact_about_a_complex_adds_it(fresh: SeasonPage) -> None:
    assert not fresh.desk.plan.complexes
    colour = fresh.place.field("colour")
    type_into(colour.input, "greenish")
    assert "greenish" in colour.sentence
    assert not fresh.desk.plan.complexes
    type_into(colour.input, "117b5d")
    made = fresh.desk.plan.complex
    assert made is not None
    assert made.colour == "#117B5D"
    type_into(fresh.place.field("name").input, "Gumi")
    assert fresh.desk.plan.complex == made._replace(name="Gumi")
    fresh.desk.undo()
    fresh.desk.undo()
    assert not fresh.desk.plan.complexes


def test_a_logo_is_chosen_for_the_complex(fresh: SeasonPage, tmp_path: Path) -> None:
    picture = tmp_path / "logo.png"
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#117B5D"))
    assert image.save(str(picture))
    assert isinstance(fresh.desk.questions, FixedAnswers)
    fresh.desk.questions.answer = picture
    QTest.mouseClick(fresh.logo, LEFT)
    made = fresh.desk.plan.complex
    assert made is not None
    assert made.logo in fresh.desk.plan.attachments
    assert fresh.logo.has_photo


def test_areas_are_added_renamed_and_put_in_order(fresh: SeasonPage) -> None:
    for name in ("North", "South", "West"):
        fresh.areas.adder.setFocus()
        QTest.keyClicks(fresh.areas.adder, name)
        QTest.keyClick(fresh.areas.adder, Qt.Key.Key_Return)
    assert fresh.areas.adder.text() == ""
    assert [line.editor.record.name for line in fresh.areas.lines()] == ["North", "South", "West"]
    QTest.mouseClick(fresh.areas.lines()[2].up, LEFT)
    assert last_step(fresh) == "West 순서 바꿈"
    assert [line.editor.record.name for line in fresh.areas.lines()] == ["North", "West", "South"]
    type_into(fresh.areas.lines()[0].fields[0].input, "North gate")
    QTest.mouseClick(fresh.areas.lines()[1].away, LEFT)
    found = sorted(fresh.desk.plan.areas.values(), key=lambda one: one.position)
    assert [one.name for one in found] == ["North gate", "South"]
    fresh.desk.undo()
    assert len(fresh.areas.lines()) == 3


def test_an_area_in_use_says_who_uses_it(page: SeasonPage) -> None:
    before = page.desk.plan
    line = page.areas.lines()[0]
    QTest.mouseClick(line.away, LEFT)
    assert page.desk.plan is before
    assert "1단지" in line.sentence
    assert "건에서 아직" in line.sentence


def test_heads_of_an_area_are_derived_until_stated(page: SeasonPage) -> None:
    plan = page.desk.plan
    sums = {one: sum(site.heads or 0 for site in plan.sites.values() if site.area == one) for one in plan.areas}
    for line in page.areas.lines():
        hint = line.fields[-1].input.placeholderText()  # type: ignore[attr-defined]  # a line
        if plan.areas[line.editor.id].stated_heads is None:  # type: ignore[index]  # an area's id
            assert hint == (f"사업장 {sums[line.editor.id]:,}" if sums[line.editor.id] else "")  # type: ignore[index]
    type_into(page.areas.lines()[4].fields[-1].input, "1,250")
    assert page.areas.lines()[4].editor.record.stated_heads == 1250
    page.desk.look.choose_language(Wording("en"))
    type_into(page.areas.lines()[4].fields[-1].input, "1,300 people")
    assert page.areas.lines()[4].editor.record.stated_heads == 1300


def test_initiatives_get_free_colours_and_may_change_them(fresh: SeasonPage) -> None:
    for name in ("Lunch", "Night"):
        fresh.initiatives.adder.setFocus()
        QTest.keyClicks(fresh.initiatives.adder, name)
        QTest.keyClick(fresh.initiatives.adder, Qt.Key.Key_Return)
    first, second = fresh.initiatives.lines()
    assert (first.editor.record.hue, second.editor.record.hue) == (0, 1)
    swatch = second.findChild(HueButton)
    assert isinstance(swatch, HueButton)
    menu = swatch.make_menu()
    menu.actions()[5].trigger()
    assert second.editor.record.hue == 5
    assert last_step(fresh) == "Night 색 바꿈"
    menu.deleteLater()


def test_credits_are_typed_moved_given_logos_and_taken_out(page: SeasonPage, tmp_path: Path) -> None:
    enter(page.credits.adder, "Sponsor: Alpha, Beta")
    named = [(one.role, one.name) for one in page.desk.plan.season.credits]
    assert named[-2:] == [("Sponsor", "Alpha"), ("Sponsor", "Beta")]
    QTest.mouseClick(page.credits.lines()[-1].up, LEFT)
    assert [one.name for one in page.desk.plan.season.credits][-2:] == ["Beta", "Alpha"]
    picture = tmp_path / "beta.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    assert image.save(str(picture))
    line = page.credits.lines()[-2]
    assert line.logo.add_file(picture)
    organisation = page.desk.plan.season.credits[-2].organisation
    assert organisation is not None
    assert page.desk.plan.organisations[organisation].name == "Beta"
    assert page.desk.plan.organisations[organisation].logo in page.desk.plan.attachments
    enter(page.credits.lines()[0].role, "Host")
    assert page.desk.plan.season.credits[0].role == "Host"
    count = len(page.desk.plan.season.credits)
    QTest.mouseClick(page.credits.lines()[0].away, LEFT)
    assert len(page.credits.lines()) == count - 1


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_has_a_name_in_both_languages(page: SeasonPage, sample_window: MainWindow, language: str) -> None:
    sample_window.choose_language(language)
    assert unnamed(page) == []


def test_a_plan_that_may_only_be_looked_at_can_be_looked_at(
    window: MainWindow, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("director_app.store.plan_store._lock", _only_read)
    path = tmp_path / "read.cdplan"
    path.write_bytes(sample_file.read_bytes())
    assert window.open_path(path)
    page = shown(window)
    assert not page.areas.adder.isVisible()
    frame = window.frame
    assert frame is not None
    for strip in tuple(frame.messages._strips):
        strip.dismiss()
    page.desk.perform(_retitled(page), page.season.step("x"))
    (strip,) = [one for one in frame.messages._strips if not one.is_dismissed]
    assert [action.text for action in strip.message.actions] == ["복사본 저장"]


def _only_read(_path: Path) -> tuple[None, tuple[str, dict[str, object]]]:
    from director_app.store import database

    return None, (database.FILE_READ_ONLY, {})


def _retitled(page: SeasonPage) -> Any:
    from director_app.domain.edits import Change

    return Change("seasons", page.desk.plan.season.id, {"title": "x"})
