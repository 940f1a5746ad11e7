"""The table of commands: no key twice, every key usable while Korean is typed, every command does something."""

import re
from collections import Counter
from typing import Any

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtGui import QKeySequence

from director_app.domain.facts import Subject
from director_app.ui.actions import ACTIONS
from director_app.ui.main_window import MainWindow
from director_app.ui.schedule.grid_keys import GRID_KEYS
from director_app.wording import Wording


def test_no_key_means_two_things() -> None:
    keys = Counter(keys for spec in ACTIONS for keys in spec.shortcuts)
    assert [key for key, times in keys.items() if times > 1] == []


def test_no_key_of_the_window_is_a_key_of_the_grids() -> None:
    here = {keys for spec in ACTIONS for keys in spec.shortcuts}
    there = {key.strip() for keys, _what in GRID_KEYS for key in keys.split(",")}
    assert not here & there
    assert {spec.keys_there for spec in ACTIONS} - {"", "Enter", *"MWDSL"} <= there


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.key)
def test_keys_work_with_every_keyboard_layout(spec: Any) -> None:
    for keys in spec.shortcuts:
        assert re.search(r"Ctrl|Alt|F\d", keys), keys
        assert QKeySequence(keys).count() == 1


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.key)
def test_every_command_is_connected(window: MainWindow, spec: Any) -> None:
    action = window.actions_table[spec.key]
    assert action.receivers(SIGNAL("triggered()")) + action.receivers(SIGNAL("triggered(bool)")) > 0


def test_names_change_with_the_language(window: MainWindow) -> None:
    korean = window.actions_table["undo"].text()
    window.choose_language("en")
    assert window.actions_table["undo"].text() == "Undo" != korean


def test_without_a_plan_only_what_needs_none_can_be_done(window: MainWindow) -> None:
    table = window.actions_table
    assert table["new-plan"].isEnabled()
    assert not table["undo"].isEnabled()
    assert not table["go-schedule"].isEnabled()


def test_undo_waits_for_something_to_undo(sample_window: MainWindow) -> None:
    table, frame = sample_window.actions_table, sample_window.frame
    assert frame is not None
    assert not table["undo"].isEnabled()
    frame.release_date()
    assert table["undo"].isEnabled()
    table["undo"].trigger()
    assert not table["undo"].isEnabled()
    assert table["redo"].isEnabled()


def test_the_menu_reaches_every_file_command(window: MainWindow) -> None:
    menu = window.make_menu()
    names = {action.objectName() for action in menu.actions() if action.objectName()}
    assert {"import-table", "back-up", "new-plan", "open-plan", "open-sample", "close-plan", "about"} <= names
    menu.deleteLater()


def test_every_command_has_a_korean_name() -> None:
    korean = Wording("ko")
    missing = [spec.name for spec in ACTIONS if korean.text(spec.name) == spec.name and spec.name != "English"]
    assert missing == []


def test_shortcuts_belong_to_the_window(window: MainWindow) -> None:
    for spec in ACTIONS:
        assert window.actions_table[spec.key].shortcutContext() == Qt.ShortcutContext.WindowShortcut


def test_commands_of_the_schedule_work_from_anywhere(sample_window: MainWindow) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("artists")
    sample_window.actions_table["view-week"].trigger()
    page: Any = frame.page("schedule")
    assert page.isVisible()
    assert page.view == "week"
    one = next(found for found in frame.desk.plan.deliveries.values() if found.date is not None)
    page.show_subject(Subject("deliveries", one.id))
    sample_window.actions_table["schedule-move-day"].trigger()
    assert page.week.line.isVisible()
