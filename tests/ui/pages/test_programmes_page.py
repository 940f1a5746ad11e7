"""The workspace of programmes, as it is used: type, press Enter, drop, paste, undo."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from director_app.domain.facts import LocalText
from director_app.domain.programme import Status
from director_app.ui.models.record_table import Role
from director_app.ui.pages.programmes_page import ProgrammesPage
from director_app.ui.pages.programmes_parts import syllables
from director_app.ui.pages.programmes_texts import languages_of, missing_in
from director_app.ui.schedule import series_changes

Show = Callable[..., Any]


def open_programme(page: Any, title: str) -> Any:
    programme = next(one for one in page.desk.plan.programmes.values() if one.title == title)
    page.show_record(programme.id)
    return programme


def now(page: Any) -> Any:
    return page.desk.plan.programmes[page.editor.id]


def test_the_first_programme_is_shown_with_its_rounds(show_page: Show, sample: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    programme = open_programme(page, "가족 사생 워크숍")
    assert page.form.title.input.text() == "가족 사생 워크숍"
    rounds = page.form.rounds.rounds
    mine = [one for one in sample.plan.deliveries.values() if one.programme == programme.id]
    assert rounds.rowCount() == len(mine)
    assert rounds.data(rounds.index(0, 0)) == "1회차"


def test_a_typed_title_is_saved_at_once_and_can_be_undone(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    before = open_programme(page, "가족 사생 워크숍")
    field = page.form.title.input
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Sketching")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert now(page).title == "Sketching"
    assert page.model.data(page.model.index_of(before.id)) == "Sketching"
    sample.undo()
    assert field.text() == before.title


def test_the_syllable_being_composed_is_not_lost(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    open_programme(page, "가족 사생 워크숍")
    field = page.form.subtitle.input
    field.setFocus()
    done = QInputMethodEvent("", [])
    done.setCommitString("봄밤")
    QApplication.sendEvent(field, done)
    page.pane.search.setFocus()
    assert now(page).subtitle == "봄밤"


def test_a_refused_number_stays_in_its_field_with_a_sentence(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    before = open_programme(page, "가족 사생 워크숍")
    bound = page.form.duration.fields[1]
    bound.input.setFocus()
    bound.input.selectAll()
    qtbot.keyClicks(bound.input, "soon")
    qtbot.keyClick(bound.input, Qt.Key.Key_Return)
    assert bound.input.text() == "soon"
    assert "soon" in bound.sentence
    assert now(page).running_minutes == before.running_minutes
    qtbot.keyClick(bound.input, Qt.Key.Key_Escape)
    assert bound.input.text() == str(before.running_minutes)
    assert bound.sentence == ""


def test_a_resident_number_is_refused_beside_the_field(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    before = open_programme(page, "가족 사생 워크숍")
    bound = page.form.subtitle
    bound.input.setFocus()
    qtbot.keyClicks(bound.input, "900101-1234567")
    qtbot.keyClick(bound.input, Qt.Key.Key_Return)
    assert bound.sentence
    assert now(page).subtitle == before.subtitle
    assert bound.input.text() == "900101-1234567"


def test_adding_goes_into_the_title_and_deleting_can_be_taken_back(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    count = len(sample.plan.programmes)
    page.add_record()
    assert len(sample.plan.programmes) == count + 1
    assert page.form.title.input.hasFocus()
    added = page.editor.id
    page.delete_shown()
    assert added not in sample.plan.programmes
    assert page.editor.record is not None
    assert page.said[-1].actions
    page.said[-1].actions[0].act()
    assert added in sample.plan.programmes


def test_a_copy_is_a_programme_of_its_own(show_page: Show, sample: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    original = open_programme(page, "가족 사생 워크숍")
    page.duplicate_record()
    assert page.editor.id != original.id
    assert now(page).title == "가족 사생 워크숍 (사본)"
    assert now(page).needs == original.needs


def test_pasted_dates_show_their_clashes_and_become_rounds(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    programme = open_programme(page, "가족 사생 워크숍")
    before = {one.id for one in sample.plan.deliveries.values() if one.programme == programme.id}
    qtbot.mouseClick(page.form.many, Qt.MouseButton.LeftButton)
    panel = page.form.dates
    panel.typed.setPlainText("11/5, 11/12, 11/19 12:00")
    assert panel.add.isEnabled()
    qtbot.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    mine = [one for one in sample.plan.deliveries.values() if one.programme == programme.id and one.id not in before]
    found = sorted((one.date, one.start) for one in mine if one.date is not None)
    year = datetime.date(2025, 11, 5).year
    assert [day for day, _start in found] == [datetime.date(year, 11, day) for day in (5, 12, 19)]
    assert [start for _day, start in found] == [None, None, 720]
    assert all(one.number for one in mine)
    assert not panel.isVisible()
    sample.undo()
    assert {one.id for one in sample.plan.deliveries.values() if one.programme == programme.id} == before


def test_a_rule_becomes_a_series_without_the_holidays_and_they_can_be_brought_back(
    show_page: Show, sample: Any, qtbot: Any
) -> None:
    page = show_page(ProgrammesPage, sample)
    open_programme(page, "가족 사생 워크숍")
    before = set(sample.plan.deliveries)
    panel = page.form.dates
    panel.open_for(page.editor.id)
    panel.typed.setPlainText("매주 목 2025. 12. 4. ~ 2026. 1. 8. 19:00")
    assert panel.without_holidays.isVisibleTo(panel)
    qtbot.mouseClick(panel.add, Qt.MouseButton.LeftButton)
    made = [sample.plan.deliveries[one] for one in set(sample.plan.deliveries) - before]
    series = sample.plan.series[made[0].series]
    assert sorted(one.date for one in made if one.date) == [datetime.date(2025, 12, day) for day in (4, 11, 18)] + [
        datetime.date(2026, 1, 8)
    ]
    assert ([one.date.month for one in series.left_out], {one.series for one in made}) == ([12, 1], {series.id})
    assert series.rule == "FREQ=WEEKLY;BYDAY=TH;UNTIL=20260108"
    asked = series_changes.bring_back(sample.plan, made[0], "워크숍")
    sample.perform(asked.edit, asked.step)
    assert len(sample.plan.deliveries) == len(before) + 6
    assert sample.plan.series[series.id].left_out == ()
    sample.undo()
    sample.undo()
    assert set(sample.plan.deliveries) == before


def test_dates_that_cannot_be_read_are_said_and_nothing_is_added(show_page: Show, sample: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    open_programme(page, "가족 사생 워크숍")
    page.form.dates.open_for(page.editor.id)
    page.form.dates.typed.setPlainText("someday, 2/30")
    assert not page.form.dates.add.isEnabled()


def test_a_cell_of_the_table_moves_its_delivery(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    open_programme(page, "가족 사생 워크숍")
    table = page.form.rounds
    index = table.rounds.index(1, 1)
    identity = index.data(Role.ID)
    table.setCurrentIndex(index)
    table.edit(index)
    editor = table.findChild(type(page.pane.search).__mro__[1])
    editor.setText("soon")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert page.form.refusal.isVisible()
    assert editor.text() == "soon"
    editor.setText("10/2")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert sample.plan.deliveries[identity].date == datetime.date(2025, 10, 2)
    assert not page.form.refusal.isVisible()


def test_states_of_several_rounds_are_one_step(show_page: Show, sample: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    open_programme(page, "가족 사생 워크숍")
    table = page.form.rounds
    table.selectAll()
    table.set_status(Status.CONFIRMED)
    ids = table.rounds.ids()
    assert {sample.plan.deliveries[one].status for one in ids} == {Status.CONFIRMED}
    sample.undo()
    assert {sample.plan.deliveries[one].status for one in ids} != {Status.CONFIRMED}


@pytest.mark.qt_log_ignore("This plugin does not support")  # the list of offers pops up, which offscreen cannot raise
def test_the_line_up_keeps_its_order(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    open_programme(page, "가족 사생 워크숍")
    adder = page.form.lineup.adder
    for name in ("Aria", "Bell"):
        adder.setFocus()
        qtbot.keyClicks(adder, name)
        qtbot.keyClick(adder, Qt.Key.Key_Return)
    names = [sample.plan.artists[act.artist].name for act in now(page).lineup]
    assert names == ["Aria", "Bell"]
    chip = page.form.lineup._chips[1]
    qtbot.keyClick(chip, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert [sample.plan.artists[act.artist].name for act in now(page).lineup] == ["Bell", "Aria"]
    qtbot.keyClick(page.form.lineup._chips[0], Qt.Key.Key_Delete)
    assert [sample.plan.artists[act.artist].name for act in now(page).lineup] == ["Aria"]


def test_credits_follow_the_plan_until_they_get_lines_of_their_own(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    open_programme(page, "가족 사생 워크숍")
    field = page.form.credits
    if now(page).credits is not None:
        qtbot.mouseClick(field.same, Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    assert now(page).credits is None
    qtbot.mouseClick(field.same, Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    assert now(page).credits == sample.plan.season.credits
    field.lines.setFocus()
    field.lines.setPlainText("Host: City, Foundation")
    page.pane.search.setFocus()
    assert [(one.role, one.name) for one in now(page).credits] == [("Host", "City"), ("Host", "Foundation")]


def test_a_photo_is_kept_in_the_plan_with_its_focus_point(
    show_page: Show, sample: Any, tmp_path: Path, qtbot: Any
) -> None:
    page = show_page(ProgrammesPage, sample)
    open_programme(page, "가족 사생 워크숍")
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.save(str(tmp_path / "photo.png"))
    assert page.form.photo.add_file(tmp_path / "photo.png")
    attachment = sample.plan.attachments[now(page).photo]
    kept = QImage.fromData(sample.content(attachment.digest))
    assert (kept.size(), kept.pixelColor(9, 9)) == (image.size(), QColor("teal"))
    assert page.form.photo.has_photo
    qtbot.mouseClick(page.form.photo, Qt.MouseButton.LeftButton, pos=QPoint(40, 30))
    assert now(page).photo_focus == pytest.approx((0.25, 0.25), abs=0.02)
    page.form.photo.remove()
    assert now(page).photo is None


def test_what_is_no_picture_is_refused(show_page: Show, sample: Any, tmp_path: Path) -> None:
    page = show_page(ProgrammesPage, sample)
    open_programme(page, "가족 사생 워크숍")
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    assert not page.form.photo.add_file(tmp_path / "notes.txt")
    assert "JPEG" in page.said[-1].text


def test_filtering_keeps_the_form_and_enter_opens_the_first(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    shown = open_programme(page, "가족 사생 워크숍").id
    qtbot.keyClicks(page.pane.search, "ON")
    assert 0 < page.model.rowCount() < len(sample.plan.programmes)
    assert page.editor.id == shown
    qtbot.keyClick(page.pane.search, Qt.Key.Key_Return)
    assert page.editor.id == page.model.ids()[0]
    page.pane.search.setText("zzzz")
    assert page.model.rowCount() == 0


def test_an_empty_plan_says_what_a_programme_is(show_page: Show, empty: Any) -> None:
    page = show_page(ProgrammesPage, empty)
    assert page._whole.currentIndex() == 1
    page.add_record()
    assert page._whole.currentIndex() == 0
    assert page.editor.record is not None


@pytest.mark.parametrize(("text", "width"), [("", 0), ("가나다", 3), ("Art 가", 3), ("abcd", 2)])
def test_syllables_count_latin_letters_as_half(text: str, width: int) -> None:
    assert syllables(text) == width


def test_a_picture_dropped_anywhere_on_the_form_is_its_photo(show_page: Show, sample: Any, tmp_path: Path) -> None:
    page = show_page(ProgrammesPage, sample)
    open_programme(page, "가족 사생 워크숍")
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.save(str(tmp_path / "photo.jpg"))
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.jpg"))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.form.dropEvent(QDropEvent(QPointF(300, 500), Qt.DropAction.CopyAction, carried, buttons, keys))
    assert sample.plan.attachments[now(page).photo].media_type == "image/jpeg"


def test_languages_stand_side_by_side_and_say_what_is_missing(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    open_programme(page, "가족 사생 워크숍")
    texts = page.form.texts
    assert all(field.isVisible() for field in (*texts.korean, *texts.others[:3]))
    told = [field.spec.path.rpartition(".")[2] for field in texts.others if field.isVisible()]
    assert told == ["title_en", "subtitle", "intro", "audience", "booking"]  # terms only where Korean has some
    texts.choose("vi")
    assert missing_in(now(page), "vi")[0] == "title"
    title = texts.others[0].input
    title.setFocus()
    qtbot.keyClicks(title, "Xuong ve")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert now(page).texts[-1] == LocalText("vi", "Xuong ve")
    assert "title" not in missing_in(now(page), "vi")
    assert set(texts.chips) >= {"en", "vi"}
    qtbot.mouseClick(texts.chips["en"], Qt.MouseButton.LeftButton)
    assert texts.language == "en"
    assert texts.others[0].spec.path == "title_en"
    sample.undo()
    assert "vi" not in languages_of(now(page))


def test_another_programme_begins_with_english_again(show_page: Show, sample: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    open_programme(page, "가족 사생 워크숍")
    page.form.texts.choose("ru")
    open_programme(page, "산단-빔 상영")
    assert page.form.texts.language == "en"
    assert "ru" not in page.form.texts.chips


def test_a_picture_is_pasted_and_an_empty_clipboard_is_said(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(ProgrammesPage, sample)
    open_programme(page, "가족 사생 워크숍")
    photo = page.form.photo
    photo.setFocus()
    QApplication.clipboard().setText("no picture")
    qtbot.keyClick(photo, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.said
    assert now(page).photo is None
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QApplication.clipboard().setImage(image)
    qtbot.keyClick(photo, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert photo.has_photo
    assert sample.plan.attachments[now(page).photo].media_type == "image/png"
    QApplication.clipboard().clear()
