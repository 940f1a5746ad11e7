"""The section of the season's page in which she says how much each kind of problem matters."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from director_app.domain.season import ChosenLevel, LevelChoice
from director_app.operations.fix_sentences import KIND_WORDS
from director_app.operations.level_words import source_of
from director_app.planner.problems import ProblemKind
from director_app.ui.main_window import MainWindow
from director_app.ui.season.problem_levels import LevelLine
from director_app.ui.season.season_page import SeasonPage


@pytest.fixture
def page(sample_window: MainWindow) -> SeasonPage:
    assert sample_window.frame is not None
    sample_window.frame.show_page("season")
    made = sample_window.frame.page("season")
    assert isinstance(made, SeasonPage)
    return made


def line_of(page: SeasonPage, kind: ProblemKind) -> LevelLine:
    return next(line for line in page.levels.lines if line.kind is kind)


def show_all(page: SeasonPage, qtbot: Any) -> None:
    QTest.mouseClick(page.levels.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.levels.lines) == len(ProblemKind))


def choose(line: LevelLine, level: LevelChoice) -> None:
    line.choice.setCurrentIndex(line.choice.findData(str(level)))
    line.choice.activated.emit(line.choice.currentIndex())


def test_every_kind_has_a_name_and_a_source() -> None:
    assert set(KIND_WORDS) == set(ProblemKind)
    assert all(source_of(kind) for kind in ProblemKind)


def test_what_is_off_is_no_longer_found_and_undo_brings_it_back(page: SeasonPage, qtbot: Any) -> None:
    desk = page.desk
    kind = ProblemKind.CONFIRMATION_OPEN
    found = {one.kind for one in desk.problems}
    kind = kind if kind in found else next(iter(found))
    show_all(page, qtbot)
    line = line_of(page, kind)
    assert line.isVisibleTo(page)
    choose(line, LevelChoice.OFF)
    assert desk.plan.season.problem_levels == (ChosenLevel(str(kind), LevelChoice.OFF),)
    qtbot.waitUntil(lambda: kind not in {one.kind for one in desk.problems})
    QTest.mouseClick(page.levels.more, Qt.MouseButton.LeftButton)
    assert [one.kind for one in page.levels.lines if one.isVisibleTo(page)] == [kind]
    desk.undo()
    qtbot.waitUntil(lambda: kind in {one.kind for one in desk.problems})
    assert not [one for one in page.levels.lines if one.isVisibleTo(page)]


def test_the_usual_level_is_not_kept(page: SeasonPage, qtbot: Any) -> None:
    show_all(page, qtbot)
    line = line_of(page, ProblemKind.SHORT_REST)
    choose(line, LevelChoice.BLOCK)
    choose(line, LevelChoice.NOTE)
    assert page.desk.plan.season.problem_levels == ()
    assert line.choice.currentText() == "참고 (기본)"
