"""Typing into the cells of the list: nothing typed is lost, nothing is made that she did not ask for."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from director_app.domain.facts import ConfirmationOf, ConfirmationState, FallbackKind
from director_app.ui.pages.schedule_page import SchedulePage
from director_app.ui.schedule.list_columns import DERIVED, KEYS
from director_app.ui.schedule.list_view import ListView
from tests.ui.schedule.list_hands import Writes, cell, field, one, stand, write
from tests.ui.schedule.seasons import HARU, LUNCH, NIGHT, PARK

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")
ENTER, ESC, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Down


@pytest.fixture
def rows(page: SchedulePage) -> ListView:
    page.show_view("list")
    tester = QAbstractItemModelTester(page.list.table.table, page)
    tester.setObjectName("tester")
    return page.list.table


def test_a_refused_text_stays_with_its_reason_until_escape(qtbot: Any, rows: ListView, korean_typing: Writes) -> None:
    before = rows.shared.desk.plan
    stand(rows, "001", "time")
    editor = write(rows, "25:99", korean_typing)
    qtbot.keyClick(editor, ENTER)
    assert not rows.is_resting()
    assert field(rows).text() == "25:99"
    assert "59" in editor.accessibleDescription()
    qtbot.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(cell(rows, "003", "title")).center()
    )
    assert field(rows).text() == "25:99"
    qtbot.keyClick(editor, ESC)
    qtbot.waitUntil(rows.is_resting)
    assert rows.shared.desk.plan is before
    assert cell(rows, "001", "time").data() == "12:10~12:50"


def test_leaving_the_field_does_not_lose_a_refused_text(rows: ListView, korean_typing: Writes) -> None:
    stand(rows, "001", "date")
    editor = write(rows, "soon", korean_typing)
    rows.setFocus()
    assert field(rows) is editor
    assert editor.text() == "soon"


def test_a_letter_types_into_the_cell_and_never_turns_the_view(qtbot: Any, page: SchedulePage, rows: ListView) -> None:
    for column in KEYS:
        for letter in "MWLDS":
            stand(rows, "001", column)
            qtbot.keyClicks(rows, letter)
            assert page.view == "list"
            if column in DERIVED:
                assert rows.is_resting()
            elif rows.isColumnHidden(KEYS.index(column)):
                continue
            else:
                assert field(rows).text() == letter
                qtbot.keyClick(field(rows), ESC)
                qtbot.waitUntil(rows.is_resting)


def test_a_composed_syllable_begins_the_cell(qtbot: Any, rows: ListView) -> None:
    stand(rows, "001", "responsible")
    QApplication.sendEvent(rows, QInputMethodEvent("ㄱ", []))
    editor = field(rows)
    done = QInputMethodEvent("", [])
    done.setCommitString("김")
    QApplication.sendEvent(editor, done)
    qtbot.keyClick(editor, ENTER)
    qtbot.waitUntil(rows.is_resting)
    assert one(rows, "001").responsible == "김"


def test_the_name_of_a_programme_picks_it(qtbot: Any, rows: ListView, korean_typing: Writes) -> None:
    stand(rows, "001", "title")
    editor = write(rows, "밤", korean_typing)
    qtbot.keyClick(editor, ENTER)  # the first name that begins so
    qtbot.waitUntil(rows.is_resting)
    assert (one(rows, "001").programme, one(rows, "001").title_suffix) == (NIGHT, "")
    stand(rows, "001", "title")
    editor = write(rows, "점심 음악회 앙코르", korean_typing)
    qtbot.keyClick(editor, ENTER)
    assert (one(rows, "001").programme, one(rows, "001").title_suffix) == (LUNCH, "앙코르")


def test_a_new_title_is_asked_for_and_never_silent(qtbot: Any, rows: ListView, korean_typing: Writes) -> None:
    stand(rows, "001", "title")
    editor = write(rows, "별", korean_typing)
    qtbot.keyClick(editor, ENTER)
    assert not rows.is_resting()
    assert len(rows.shared.desk.plan.programmes) == 2
    qtbot.keyClick(editor, DOWN)
    qtbot.keyClick(editor, ENTER)  # the second way: an addition
    qtbot.waitUntil(rows.is_resting)
    assert (one(rows, "001").programme, one(rows, "001").title_suffix) == (LUNCH, "별")
    stand(rows, "002", "title")
    editor = write(rows, "달", korean_typing)
    qtbot.keyClick(editor, ENTER)
    qtbot.keyClick(editor, ENTER)  # the first way: a new programme
    qtbot.waitUntil(rows.is_resting)
    plan = rows.shared.desk.plan
    made = plan.programmes[one(rows, "002").programme]  # type: ignore[index]  # just made
    assert (made.title, made.initiative) == ("달", "lunch")
    rows.shared.desk.undo()
    assert len(rows.shared.desk.plan.programmes) == 2


def test_an_unknown_act_is_not_made_by_tab(qtbot: Any, rows: ListView, korean_typing: Writes) -> None:
    stand(rows, "001", "lineup")
    editor = write(rows, "하루 듀오, 새 밴드", korean_typing)
    qtbot.keyClick(editor, TAB)
    assert len(rows.shared.desk.plan.artists) == 2
    assert "새 밴드" in editor.accessibleDescription()
    qtbot.keyClick(editor, ENTER)
    qtbot.waitUntil(rows.is_resting)
    lineup = one(rows, "001").lineup or ()
    assert [rows.shared.desk.plan.artists[act.artist].name for act in lineup] == ["하루 듀오", "새 밴드"]
    rows.shared.desk.undo()
    assert len(rows.shared.desk.plan.artists) == 2


def test_offers_say_what_an_act_would_clash_with(rows: ListView, korean_typing: Writes) -> None:
    rows.write_cell("002", "time", "12:20~13:00")
    stand(rows, "002", "lineup")
    write(rows, "다", korean_typing)
    offer = rows.typing.panel.chosen()
    assert offer is not None
    assert (offer.says, offer.level) == ("다온밴드", "block")
    assert offer.remark


def test_tab_and_enter_go_as_in_a_spreadsheet(qtbot: Any, rows: ListView, korean_typing: Writes) -> None:
    stand(rows, "001", "time")
    qtbot.keyClick(write(rows, "13:00", korean_typing), TAB)
    assert rows.currentIndex() == cell(rows, "001", "title")
    qtbot.keyClick(rows, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert rows.currentIndex() == cell(rows, "001", "time")
    qtbot.keyClick(rows, ENTER)
    qtbot.keyClick(field(rows), ENTER)
    assert rows.currentIndex() == cell(rows, "002", "time")
    qtbot.keyClick(rows, DOWN)  # over the head of the next day
    assert rows.currentIndex() == cell(rows, "003", "time")


def test_a_row_that_moves_away_leaves_the_keys_where_they_were(
    qtbot: Any, rows: ListView, korean_typing: Writes
) -> None:
    stand(rows, "001", "date")
    qtbot.keyClick(write(rows, "10/23", korean_typing), ENTER)
    qtbot.waitUntil(rows.is_resting)
    assert rows.currentIndex() == cell(rows, "002", "date")


@pytest.mark.parametrize(
    ("column", "text", "field_name", "value"),
    [
        ("organisation", "기업 가", "organisation", "company"),
        ("initiative", "점심", "initiative", "lunch"),
        ("expected_heads", "1,200명", "expected_heads", 1200),
        ("counted_heads", "88", "counted_heads", 88),
        ("public_note", "비 오면 안에서", "public_note", "비 오면 안에서"),
        ("note", "열쇠", "internal_note", "열쇠"),
        ("place", "동락공원", "venue", PARK),
    ],
)
def test_every_column_is_typed(rows: ListView, column: str, text: str, field_name: str, value: object) -> None:
    assert rows.write_cell("001", column, text)
    assert getattr(one(rows, "001"), field_name) == value
    assert cell(rows, "001", column).data()
    rows.shared.desk.undo()
    assert getattr(one(rows, "001"), field_name) != value


def test_plan_b_and_what_is_agreed_are_typed(rows: ListView) -> None:
    rows.write_cell("001", "fallback", "동락공원")
    fallback = one(rows, "001").fallback
    assert fallback is not None
    assert (fallback.kind, fallback.venue) == (FallbackKind.INDOORS, PARK)
    assert rows.write_cell("001", "confirmed", cell(rows, "001", "confirmed").data())
    assert one(rows, "001").confirmations == ()
    rows.write_cell("001", "confirmed", "agreed")
    answers = {(answer.of, answer.state) for answer in one(rows, "001").confirmations}
    assert answers == {(of, ConfirmationState.AGREED) for of in ConfirmationOf}
    rows.write_cell("001", "confirmed", "venue open")
    assert any(answer.state is ConfirmationState.OPEN for answer in one(rows, "001").confirmations)


def test_english_shows_acts_romanised(make_page: Any) -> None:
    from director_app.domain.edits import Change
    from director_app.operations.open_plan import StepName

    page = make_page(language="en")
    page.desk.perform(Change("artists", HARU, {"romanised": "Haru Duo"}), StepName("Sample"))
    page.show_view("list")
    assert cell(page.list.table, "002", "lineup").data() == "Haru Duo"
