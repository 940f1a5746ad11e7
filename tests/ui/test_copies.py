"""Automatic copies in the window: when they are made, that they are never in the way, and how they are opened."""

import datetime
import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from director_app.domain.edits import Change
from director_app.domain.plan import SEASON
from director_app.operations import keeping
from director_app.operations.open_plan import OpenPlan, StepName
from director_app.ui.copy_keeper import CopyKeeper
from director_app.ui.main_window import MainWindow
from director_app.ui.season.copies_page import CopiesPage
from tests.plan_files import Clock

LEFT = Qt.MouseButton.LeftButton
MORNING = datetime.datetime(2025, 10, 14, 9, 30)
TABLE = "예술인\t장르\t지역\n새로운밴드\t팝 밴드\t구미\n"


def titled(window: MainWindow, title: str) -> None:
    frame = window.frame
    assert frame is not None
    frame.desk.perform(Change("seasons", SEASON, {"title": title}), StepName("title"))


def path_of(window: MainWindow) -> Path:
    frame = window.frame
    assert frame is not None
    return frame.desk.open_plan.path


def settle(window: MainWindow, qtbot: Any) -> None:
    frame, keeper = window.frame, window.plans._keeper
    assert frame is not None
    assert keeper is not None
    qtbot.waitUntil(lambda: not keeper.is_busy)


def test_opening_makes_the_first_copy_of_the_day_only(sample_window: MainWindow, qtbot: Any) -> None:
    path = path_of(sample_window)
    settle(sample_window, qtbot)
    assert len(keeping.copies_of(path)) == 1
    sample_window.close_plan()
    sample_window.open_path(path)
    settle(sample_window, qtbot)
    assert len(keeping.copies_of(path)) == 1


def test_an_hour_of_edits_makes_one_more(sample_window: MainWindow, qtbot: Any) -> None:
    settle(sample_window, qtbot)
    frame = sample_window.frame
    assert frame is not None
    path = path_of(sample_window)
    clock = Clock()
    keeper = CopyKeeper(frame.desk, frame.desk, clock)
    before = len(keeping.copies_of(path))
    titled(sample_window, "하나")
    clock.now += datetime.timedelta(minutes=59)
    titled(sample_window, "둘")
    assert not keeper.is_busy
    clock.now += datetime.timedelta(minutes=2)
    titled(sample_window, "셋")
    titled(sample_window, "넷")
    qtbot.waitUntil(lambda: not keeper.is_busy)
    assert len(keeping.copies_of(path)) == before + 1


def test_an_import_waits_for_the_copy_from_before_it(sample_window: MainWindow, qtbot: Any) -> None:
    settle(sample_window, qtbot)
    path = path_of(sample_window)
    titled(sample_window, "가져오기 전")
    sample_window.take_text(TABLE)
    page = sample_window.plans.import_page
    qtbot.waitUntil(lambda: page.proposal is not None)
    page._want()
    qtbot.waitUntil(lambda: sample_window.frame is not None and bool(_artists(sample_window)))
    newest = keeping.copies_of(path)[0]
    assert newest.title == "가져오기 전"
    kept = OpenPlan.open(newest.path, read_only=True)
    assert not [one for one in kept.plan.artists.values() if one.name == "새로운밴드"]
    kept.close()


def _artists(window: MainWindow) -> list[str]:
    frame = window.frame
    assert frame is not None
    return [one.name for one in frame.desk.plan.artists.values() if one.name == "새로운밴드"]


def test_a_full_disk_is_said_once_and_costs_no_edit(
    sample_window: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(sample_window, qtbot)
    frame = sample_window.frame
    assert frame is not None
    folder = keeping.copies_of(path_of(sample_window))[0].path.parent
    shutil.rmtree(folder)
    folder.write_text("a file where the folder should be")
    clock = Clock()
    keeper = CopyKeeper(frame.desk, frame.desk, clock)
    for number in range(3):
        clock.now += datetime.timedelta(hours=2)
        titled(sample_window, f"{number}")
        qtbot.waitUntil(lambda: not keeper.is_busy)
    assert frame.desk.plan.season.title == "2"
    said = [text for text in frame.messages.messages() if "자동 사본" in text]
    assert len(said) == 1


def test_an_earlier_state_opens_as_a_new_plan(sample_window: MainWindow, qtbot: Any) -> None:
    settle(sample_window, qtbot)
    path = path_of(sample_window)
    keeping.keep_copy(path, MORNING)
    titled(sample_window, "오늘")
    sample_window.actions_table["go-copies"].trigger()
    frame = sample_window.frame
    assert frame is not None
    page = frame.page("copies")
    assert isinstance(page, CopiesPage)
    qtbot.waitUntil(lambda: len(page.rows()) == 2)
    QTest.mouseClick(page.rows()[1].button, LEFT)
    qtbot.waitUntil(lambda: sample_window.frame is not None and sample_window.frame is not frame)
    assert path_of(sample_window).name == "open (2025-10-14 09.30).cdplan"
    opened = sample_window.frame
    assert opened is not None
    assert opened.desk.plan.season.title == "구석구석 문화배달"
    assert any("09:30" in text for text in opened.messages.messages())
    before = OpenPlan.open(path, read_only=True)
    assert before.plan.season.title == "오늘"
    before.close()


def test_a_damaged_plan_is_offered_from_its_latest_good_copy(
    window: MainWindow, sample_file: Path, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / "구미.cdplan"
    shutil.copy(sample_file, path)
    keeping.keep_copy(path, MORNING)
    keeping.keep_copy(path, MORNING + datetime.timedelta(hours=1))
    keeping.copies_of(path)[0].path.write_bytes(b"torn")
    damaged = path.read_bytes()[:30_000]
    path.write_bytes(damaged)
    assert not window.open_path(path)
    qtbot.waitUntil(lambda: window.start_page._recovery_row is not None)
    (sentence,) = window.start_page.messages()
    assert "10. 14.(화) 09:30" in sentence
    row = window.start_page._recovery_row
    assert row is not None
    QTest.mouseClick(row, LEFT)
    qtbot.waitUntil(lambda: window.frame is not None)
    assert window.frame is not None
    assert window.frame.desk.plan.season.title == "구석구석 문화배달"
    assert path.read_bytes() == damaged
    window.close_plan()
    assert window.start_page._recovery_row is None


def test_a_damaged_plan_of_which_nothing_is_left_is_refused(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    path = tmp_path / "torn.cdplan"
    path.write_bytes(b"SQLite format 3\x00" + bytes(20_000))
    assert not window.open_path(path)
    qtbot.waitUntil(lambda: len(window.start_page.messages()) == 1)
    assert "읽히는" not in window.start_page.messages()[0]


def test_what_is_left_of_a_damaged_plan_without_copies_opens_as_a_new_one(
    window: MainWindow, sample_file: Path, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / "구미.cdplan"
    damaged = sample_file.read_bytes()[:-70_000]
    path.write_bytes(damaged)
    assert not window.open_path(path)
    qtbot.waitUntil(lambda: len(window.start_page.messages()) == 1)
    assert "아직 읽히는 내용" in window.start_page.messages()[0]
    window.plans.copies.read_damaged()
    qtbot.waitUntil(lambda: window.frame is not None)
    frame = window.frame
    assert frame is not None
    assert frame.desk.open_plan.path == tmp_path / "구미 (되살림).cdplan"
    assert frame.desk.plan.season.title == "구석구석 문화배달"
    assert "잃은 것" in " ".join(frame.messages.messages())
    assert path.read_bytes() == damaged


def test_a_name_too_long_says_so_in_the_window(window: MainWindow, tmp_path: Path) -> None:
    assert not window.open_path(tmp_path / ("가" * 200 + ".cdplan"))
    (sentence,) = window.start_page.messages()
    assert "깁니다" in sentence or "너무 길" in sentence
