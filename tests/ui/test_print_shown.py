"""Ctrl+P from every workspace and view leads to the paper of what is seen."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt

from director_app.planner.scope import Scope
from director_app.ui.frame.plan_frame import PAGES
from director_app.ui.main_window import MainWindow
from director_app.ui.print_shown import paper_of
from director_app.ui.publishing.choice import KEYS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard", r"raise\(\)")
FIRST, LAST = datetime.date(2025, 10, 13), datetime.date(2025, 10, 19)


@pytest.mark.parametrize(
    ("view", "paper", "since", "until"),
    [
        ("month", "month-calendar", datetime.date(2025, 10, 1), datetime.date(2025, 10, 31)),
        ("week", "week-timetable", FIRST, LAST),
        ("day", "day-sheet", datetime.date(2025, 10, 15), datetime.date(2025, 10, 15)),
        ("season", "schedule", None, None),
        ("list", "schedule", None, None),
    ],
)
def test_a_view_prints_its_days(
    sample_window: MainWindow, qtbot: Any, view: str, paper: str, since: Any, until: Any
) -> None:
    frame: Any = sample_window.frame
    frame.show_page("schedule")
    frame.page("schedule").state.turn_to(datetime.date(2025, 10, 15))
    frame.page("schedule").show_view(view)
    frame.page("schedule").state.turn_to(datetime.date(2025, 10, 15))
    qtbot.keyClick(sample_window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert frame.present_page == "publish"
    choice = frame.page("publish").choice
    assert (choice.document, choice.scope.since, choice.scope.until) == (paper, since, until)


def test_every_workspace_leads_to_a_paper_or_to_the_last_one(sample_window: MainWindow) -> None:
    frame: Any = sample_window.frame
    for key in PAGES:
        if key in ("publish", "editions"):
            continue
        frame.show_page(key)
        found = paper_of(frame)
        named = found[0] if isinstance(found, tuple) else found
        assert named is None or named == "programmes" or named in KEYS, key


def test_a_record_prints_its_own_paper(sample_window: MainWindow) -> None:
    frame: Any = sample_window.frame
    for key, name in (("programmes", "programmes"), ("artists", "call-sheet"), ("venues", "venue-sheet")):
        frame.show_page(key)
        record = next(iter(frame.desk.plan.table(key)))
        frame.page(key).show_record(record)
        found: Any = paper_of(frame)
        assert found[0] == name
        assert record in (found[1] if isinstance(found[1], Scope) else (found[1],))
