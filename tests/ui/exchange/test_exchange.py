"""Two desks in the window: a bundle goes out and comes back, clashes are chosen side by side."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from director_app.domain.edits import Change
from director_app.domain.ids import ArtistId
from director_app.operations import bundles, handing_over
from director_app.operations.open_plan import OpenPlan
from director_app.ui.exchange.exchange_page import ExchangePage
from director_app.ui.main_window import MainWindow
from director_app.ui.questions import FixedAnswers
from tests.plan_files import STEP
from tests.ui.walking import unnamed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager

LEFT = Qt.MouseButton.LeftButton
NOW = datetime.datetime(2025, 10, 14, 9, 0)
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:a@example.org
DTSTART:20251015T190000
DTEND:20251015T210000
END:VEVENT
END:VCALENDAR
"""


def answer(window: MainWindow, path: Path) -> None:
    assert isinstance(window.questions, FixedAnswers)
    window.questions.answer = path


def shown(window: MainWindow) -> ExchangePage:
    assert window.frame is not None
    window.actions_table["exchange"].trigger()
    page = window.frame.page("exchange")
    assert isinstance(page, ExchangePage)
    return page


def plan_of(window: MainWindow) -> Any:
    assert window.frame is not None
    return window.frame.desk.plan


@pytest.fixture
def back(sample_window: MainWindow, tmp_path: Path) -> Path:
    """A bundle that comes back: one field clashes, another does not."""
    assert sample_window.frame is not None
    here = sample_window.frame.desk.open_plan
    handing_over.hand_over(here, tmp_path / "1.cdbundle", NOW)
    there = handing_over.begin(tmp_path / "there.cdplan", bundles.read_bundle(tmp_path / "1.cdbundle"), NOW)
    first = min(here.plan.artists)
    here.perform(Change("artists", first, {"region": "구미", "genre": "판소리"}), STEP)
    there.perform(Change("artists", first, {"region": "대구", "note": "짐이 많음"}), STEP)
    path = tmp_path / "2.cdbundle"
    handing_over.hand_over(there, path, NOW + datetime.timedelta(minutes=1), name="조감독")
    there.close()
    return path


def test_a_bundle_is_written_with_a_passphrase(sample_window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    path = tmp_path / "out.cdbundle"
    answer(sample_window, path)
    form = shown(sample_window).hand_over
    form.name.setText("조감독")
    form.passphrase.setText("secret")
    QTest.mouseClick(form.private, LEFT)
    QTest.mouseClick(form.button, LEFT)
    assert not form.button.isEnabled()
    qtbot.waitUntil(lambda: bool(plan_of(sample_window).handovers))
    bundle = bundles.read_bundle(path, "secret")
    assert (bundle.name, bundle.is_without_private) == ("조감독", True)
    assert form.passphrase.text() == ""


def test_a_part_must_be_named_before_it_is_written(sample_window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    path = tmp_path / "out.cdbundle"
    answer(sample_window, path)
    form = shown(sample_window).hand_over
    form.part.setFocus()
    QTest.keyClick(form.part, Qt.Key.Key_Right)
    assert form.area.isVisible()
    QTest.mouseClick(form.button, LEFT)
    assert not path.exists()
    area = min(plan_of(sample_window).areas)
    form.area.chosen.emit(area)
    QTest.mouseClick(form.button, LEFT)
    qtbot.waitUntil(path.exists)
    assert bundles.read_bundle(path).narrowed == (f"area/{area}",)


def test_clashes_are_chosen_side_by_side_and_taken_in_as_one_step(
    sample_window: MainWindow, back: Path, qtbot: Any
) -> None:
    page = shown(sample_window)
    first = ArtistId(min(plan_of(sample_window).artists))
    sample_window.take_file(back)
    qtbot.waitUntil(lambda: len(page.take_in.clashes) == 1)
    clash = page.take_in.clashes[0]
    assert clash.chosen_key() == "here"
    assert unnamed(page) == []
    QTest.mouseClick(clash.buttons["there"], LEFT)
    assert plan_of(sample_window).artists[first].region == "구미"
    QTest.mouseClick(page.take_in.accept, LEFT)
    qtbot.waitUntil(lambda: plan_of(sample_window).artists[first].region == "대구")
    taken = plan_of(sample_window).artists[first]
    assert (taken.genre, taken.note) == ("판소리", "짐이 많음")
    assert not page.take_in.accept.isVisible()
    sample_window.actions_table["undo"].trigger()
    assert plan_of(sample_window).artists[first].region == "구미"
    assert plan_of(sample_window).artists[first].note != "짐이 많음"


def test_what_changes_here_meanwhile_keeps_her_choices(sample_window: MainWindow, back: Path, qtbot: Any) -> None:
    page = shown(sample_window)
    first = min(plan_of(sample_window).artists)
    sample_window.take_file(back)
    qtbot.waitUntil(lambda: len(page.take_in.clashes) == 1)
    page.take_in.clashes[0].choose("there")
    assert sample_window.frame is not None
    sample_window.frame.desk.perform(Change("artists", first, {"note": "여기 메모"}), STEP)
    qtbot.waitUntil(lambda: len(page.take_in.clashes) == 2)
    assert sorted(one.chosen_key() for one in page.take_in.clashes) == ["here", "there"]


def test_a_bundle_of_another_plan_begins_a_new_one(
    sample_window: MainWindow, back: Path, qtbot: Any, empty_file: Path
) -> None:
    sample_window.open_path(empty_file)
    page = shown(sample_window)
    sample_window.take_file(back)
    qtbot.waitUntil(page.take_in.begin.isVisible)
    assert page.take_in.sentence.isVisible()
    QTest.mouseClick(page.take_in.begin, LEFT)
    assert sample_window.frame is not None
    assert plan_of(sample_window).handovers
    assert plan_of(sample_window).deliveries


def test_a_locked_bundle_asks_for_its_passphrase(sample_window: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    assert sample_window.frame is not None
    path = tmp_path / "locked.cdbundle"
    handing_over.hand_over(sample_window.frame.desk.open_plan, path, NOW, passphrase="secret")
    page = shown(sample_window)
    sample_window.take_file(path)
    qtbot.waitUntil(page.take_in.passphrase.isVisible)
    page.take_in.passphrase.setText("wrong")
    QTest.mouseClick(page.take_in.unlock, LEFT)
    qtbot.waitUntil(lambda: "암호가 아닙니다" in page.take_in.sentence.text() or page.take_in.accept.isVisible())
    assert not page.take_in.accept.isVisible()
    page.take_in.passphrase.setText("secret")
    QTest.mouseClick(page.take_in.unlock, LEFT)
    qtbot.waitUntil(page.take_in.accept.isVisible)


def test_without_a_plan_a_dropped_bundle_begins_one(
    window: MainWindow, sample: OpenPlan, qtbot: Any, tmp_path: Path
) -> None:
    path = tmp_path / "locked.cdbundle"
    handing_over.hand_over(sample, path, NOW, passphrase="secret")
    window.take_file(path)
    qtbot.waitUntil(lambda: window.plans._bundle is not None and window.plans._bundle.dialog is not None)
    assert window.plans._bundle is not None
    dialog = window.plans._bundle.dialog
    assert dialog is not None
    dialog.passphrase.setText("secret")
    QTest.mouseClick(dialog.open_button, LEFT)
    qtbot.waitUntil(lambda: window.frame is not None)
    assert len(plan_of(window).deliveries) == len(sample.plan.deliveries)


@pytest.mark.parametrize("page_key", ["artists", "venues"])
def test_a_calendar_says_when_somebody_cannot(
    sample_window: MainWindow, qtbot: Any, tmp_path: Path, page_key: str
) -> None:
    file = tmp_path / "busy.ics"
    file.write_text(CALENDAR, encoding="utf-8")
    answer(sample_window, file)
    frame = sample_window.frame
    assert frame is not None
    before = len(frame.desk.plan.availabilities)
    record = min(frame.desk.plan.table(page_key))
    frame.show_page(page_key, (page_key, record))
    from director_app.ui.forms.exceptions_part import ExceptionsSection

    page = frame.page(page_key)
    qtbot.waitUntil(lambda: bool(page.findChildren(ExceptionsSection)))
    section = page.findChildren(ExceptionsSection)[0]
    QTest.mouseClick(section.from_calendar, LEFT)
    qtbot.waitUntil(lambda: len(plan_of(sample_window).availabilities) == before + 1)
    sample_window.actions_table["undo"].trigger()
    assert len(plan_of(sample_window).availabilities) == before
