"""The frame around a plan: saved at once, undo named, problems listed, inspector, palette, languages, themes."""

import datetime
import gc
import shutil
import threading
import weakref
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from director_app.domain.edits import Change, Remove
from director_app.domain.facts import ConfirmationOf, ConfirmationState, Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import lineup_of
from director_app.domain.refusals import RefusedEdit
from director_app.operations.open_plan import OpenPlan
from director_app.ui import steps
from director_app.ui.application import Mistakes
from director_app.ui.desk import Desk
from director_app.ui.frame.card_parts import rounds_of, summary_states
from director_app.ui.frame.plan_frame import PlanFrame
from director_app.ui.main_window import MainWindow
from tests.ui.walking import unnamed

# The offscreen platform has no window manager to tell sizes to, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def _frame(window: MainWindow) -> PlanFrame:
    assert window.frame is not None
    return window.frame


def _one(desk: Desk, number: str = "GM-031") -> Delivery:
    return next(one for one in desk.plan.deliveries.values() if one.number == number)


# -- desk ------------------------------------------------------------------------------------------------------


def test_performing_tells_everybody(desk: Desk) -> None:
    heard: list[Any] = []
    desk.plan_changed.connect(heard.append)
    one = _one(desk)
    desk.perform(Change("deliveries", one.id, {"responsible": "김감독"}), steps.changed("x", "y"))
    assert _one(desk).responsible == "김감독"
    assert heard[0].touched == {("deliveries", one.id)}


def test_a_refusal_becomes_a_sentence(desk: Desk) -> None:
    said: list[Any] = []
    desk.said.connect(said.append)
    outcome = desk.perform(Change("deliveries", "nobody", {"responsible": "x"}), steps.changed("x", "y"))
    assert outcome is None
    assert len(said) == 1
    assert said[0].text


def test_what_is_gone_is_no_longer_selected(desk: Desk) -> None:

    one = _one(desk)
    desk.select([Subject("deliveries", one.id)])
    desk.perform(Remove("deliveries", one.id), steps.changed("x", "y"))
    assert desk.selection == frozenset()
    desk.undo()
    assert _one(desk) == one


def test_today_is_the_reference_date(desk: Desk) -> None:
    assert desk.today() == desk.plan.season.reference_date


# -- frame -----------------------------------------------------------------------------------------------------


def test_undo_is_named_and_works_from_the_toolbar(sample_window: MainWindow) -> None:
    frame = _frame(sample_window)
    before = frame.desk.plan
    one = _one(frame.desk)
    frame.desk.select([Subject("deliveries", one.id)])
    frame.inspector.card.editor.change("status", Status.CANCELLED, "상태")
    assert "취소" in frame.toolbar.undo.toolTip()
    frame.toolbar.undo.click()
    assert frame.desk.plan.deliveries == before.deliveries
    assert frame.toolbar.redo.isEnabled()


def test_the_reference_date_can_be_cleared(sample_window: MainWindow) -> None:
    frame = _frame(sample_window)
    frame.toolbar.release_wanted.emit()
    assert frame.desk.plan.season.reference_date is None
    assert frame.desk.today() == datetime.datetime.now().astimezone().date()


def test_the_saved_mark_tells_the_time(sample_window: MainWindow) -> None:
    frame = _frame(sample_window)
    frame.release_date()
    saved = frame.desk.open_plan.saved_at
    assert saved is not None
    assert f"{saved:%H:%M}" in frame.check_bar._saved.text()


def test_problems_are_counted_and_jumped_to(sample_window: MainWindow) -> None:
    frame = _frame(sample_window)
    assert frame.check_bar.lines()
    assert frame.check_bar.said()
    frame.next_problem()
    first = frame.desk.selection
    assert first
    frame.next_problem()
    frame.previous_problem()
    assert frame.desk.selection == first


def test_the_list_opens_by_key_and_is_remembered(sample_window: MainWindow) -> None:
    frame = _frame(sample_window)
    sample_window.actions_table["check-list"].trigger()
    assert frame.check_bar.is_open()
    assert sample_window.settings.present.window.check_list_open


def test_the_inspector_docks_when_wide_and_slides_when_narrow(sample_window: MainWindow, qapp: Any) -> None:
    frame = _frame(sample_window)
    assert frame.inspector.isVisible()
    frame.desk.select([Subject("deliveries", _one(frame.desk).id)])
    sample_window.resize(1280, 720)
    qapp.processEvents()
    assert not frame.inspector.isVisible()
    wide = frame._stack.width()
    frame.toggle_inspector()
    assert frame.inspector.isVisible()
    assert frame._stack.width() == wide


@pytest.mark.parametrize("key", ["overview", "schedule", "programmes", "artists", "venues", "publish"])
@pytest.mark.parametrize(("language", "theme"), [("ko", "light"), ("en", "dark")])
def test_every_workspace_opens_in_every_language(
    sample_window: MainWindow, key: str, language: str, theme: str
) -> None:
    sample_window.choose_theme(theme)
    sample_window.choose_language(language)
    frame = _frame(sample_window)
    frame.show_page(key)
    assert not sample_window.grab().isNull()
    assert unnamed(frame.rail) == []
    assert unnamed(frame.toolbar) == []
    assert unnamed(frame.check_bar) == []


def test_two_plans_at_once_do_not_know_each_other(desk: Desk, empty: OpenPlan, make_desk: Any) -> None:
    other = make_desk(empty)
    desk.select([Subject("deliveries", _one(desk).id)])
    assert other.selection == frozenset()
    assert not other.plan.deliveries


def test_a_plan_open_elsewhere_is_shown_and_says_so(
    window: MainWindow, sample_file: Path, tmp_path: Path, qtbot: Any
) -> None:
    path = tmp_path / "shared.cdplan"
    shutil.copy(sample_file, path)
    first = OpenPlan.open(path)
    try:
        assert window.open_path(path)
        frame = _frame(window)
        assert frame.desk.is_read_only
        assert len(frame.messages.messages()) == 1
        assert not window.actions_table["import-table"].isEnabled()
        frame.release_date()
        assert frame.desk.plan.season.reference_date is not None
    finally:
        first.close()


def test_a_copy_is_whole(sample_window: MainWindow, tmp_path: Path) -> None:
    target = tmp_path / "copy.cdplan"
    sample_window.questions.answer = target  # type: ignore[attr-defined]  # the answers of tests are data
    sample_window.save_copy()
    copy = OpenPlan.open(target)
    assert copy.plan.deliveries == _frame(sample_window).desk.plan.deliveries
    copy.close()


def test_closing_gives_everything_back(sample_window: MainWindow, qapp: QApplication) -> None:
    frame = weakref.ref(_frame(sample_window))
    sample_window.close_plan()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert frame() is None


# -- parts of the inspector -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("states", "shown"),
    [
        ([], ("open", "open", "open")),
        ([(ConfirmationOf.ACT, ConfirmationState.AGREED), (ConfirmationOf.ACT, ConfirmationState.OPEN)],
         ("open", "asked", "open")),
        ([(ConfirmationOf.VENUE, ConfirmationState.AGREED)], ("agreed", "open", "open")),
    ],
)  # fmt: skip
def test_several_acts_are_as_far_as_the_slowest(states: Any, shown: Any) -> None:
    assert summary_states(states) == shown


def test_rounds_count_by_date(desk: Desk) -> None:
    programme = _one(desk).programme
    assert programme is not None
    users = desk.plan.users("programmes", programme)
    rounds = [DeliveryId(identity) for kind, identity in users if kind == "deliveries"]
    live = [one for one in rounds if desk.plan.deliveries[one].status is not Status.CANCELLED]
    numbers = sorted(rounds_of(desk.plan, desk.plan.deliveries[one])[0] for one in live)
    assert numbers == list(range(1, len(live) + 1))


# -- palette ---------------------------------------------------------------------------------------------------


def test_the_palette_finds_by_initial_consonants(sample_window: MainWindow) -> None:
    frame = _frame(sample_window)
    frame.open_palette()
    palette = frame._palette
    assert palette is not None
    assert palette.entries()
    palette.field.setText("ㅋㅍㅊ")
    assert any("커피차" in entry for entry in palette.entries())
    palette.field.setText("GM-031")
    assert "GM-031" in palette.entries()[0]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert frame.desk.selection == {Subject("deliveries", _one(frame.desk).id)}


def test_the_palette_runs_a_command(sample_window: MainWindow) -> None:
    frame = _frame(sample_window)
    frame.open_palette()
    palette = frame._palette
    assert palette is not None
    palette.field.setText(sample_window.actions_table["check-list"].text())
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert frame.check_bar.is_open()


def test_the_palette_says_when_nothing_is_found(sample_window: MainWindow) -> None:
    frame = _frame(sample_window)
    frame.open_palette()
    palette = frame._palette
    assert palette is not None
    palette.field.setText("zzzzqqq")
    assert palette.entries() == []
    assert "zzzzqqq" in palette._nothing.text()
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_click_beside_the_rail_is_harmless(sample_window: MainWindow) -> None:
    frame = _frame(sample_window)
    QTest.mouseClick(frame.rail, Qt.MouseButton.LeftButton, pos=QPoint(5, frame.rail.height() - 80))
    assert frame.present_page == "schedule"


def test_a_page_follows_language_and_theme_while_it_is_shown(sample_window: MainWindow) -> None:
    frame = _frame(sample_window)
    korean = frame.page("schedule").toolbar_title()
    sample_window.choose_language("en")
    sample_window.choose_theme("dark")
    assert frame.page("schedule").toolbar_title() != korean
    assert frame.toolbar.undo.toolTip() == "Nothing to undo"
    assert not sample_window.grab().isNull()


# -- background and mistakes -----------------------------------------------------------------------------------


def test_a_slow_job_shows_itself_and_can_be_ended(sample_window: MainWindow, qtbot: Any) -> None:
    frame = _frame(sample_window)
    arrived: list[object] = []
    job = frame.desk.background.run(_wait, then=arrived.append, title="느린 일")
    frame.desk.background._patience.timeout.emit()
    assert frame.messages.messages() == ["느린 일"]
    job.cancel()
    qtbot.waitUntil(lambda: not frame.desk.background.is_busy)
    assert arrived == []
    assert frame.messages.messages() == []


def test_a_result_arrives_on_the_thread_of_the_window(desk: Desk, qtbot: Any) -> None:
    threads: list[int] = []
    desk.background.run(_thread_name, then=lambda name: threads.extend((name, threading.get_ident())))
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threads[1] == threading.get_ident()


def test_a_refused_job_is_told_to_who_asked(desk: Desk, qtbot: Any) -> None:
    failures: list[Exception] = []
    desk.background.run(_refuse, then=failures.append, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], RefusedEdit)


def test_a_mistake_is_told_once_and_work_goes_on(window: MainWindow, capsys: pytest.CaptureFixture[str]) -> None:
    mistakes = Mistakes(window)
    mistakes.happened.connect(window.show_mistake)
    for _time in range(2):
        mistakes.tell(ZeroDivisionError, ZeroDivisionError("x"), None)
    assert len(window.start_page.messages()) == 1
    assert "ZeroDivisionError" in capsys.readouterr().err


def _wait(stop: threading.Event) -> None:
    stop.wait(5)


def _thread_name(stop: threading.Event) -> int:
    del stop
    return threading.get_ident()


def _refuse(stop: threading.Event) -> None:
    del stop
    raise RefusedEdit("no")


def test_sentences_follow_a_new_name(sample_window: MainWindow) -> None:
    frame = _frame(sample_window)
    programme = _one(frame.desk).programme
    assert programme is not None
    frame.desk.select([Subject("deliveries", _one(frame.desk).id)])
    frame.desk.perform(Change("programmes", programme, {"title": "새 이름"}), steps.changed("x", "y"))
    assert "새 이름" in frame.check_bar.said()


def test_problems_are_told_only_when_they_changed(sample_window: MainWindow) -> None:
    desk = _frame(sample_window).desk
    told: list[Any] = []
    desk.problems_changed.connect(told.append)
    desk.perform(Change("seasons", desk.plan.season.id, {"subtitle": "x"}), steps.changed("x", "y"))
    assert told == []
    desk.perform(Change("deliveries", _one(desk).id, {"start": 1200, "end": 1240}), steps.changed("x", "y"))
    assert len(told) == 1


def test_removing_somebody_with_a_problem_is_harmless(sample_window: MainWindow) -> None:
    desk = _frame(sample_window).desk
    one = _one(desk)
    desk.select([Subject("deliveries", one.id)])
    artist = next(act.artist for act in lineup_of(desk.plan, one))
    desk.perform(Remove("artists", artist), steps.changed("x", "y"))
    assert artist not in desk.plan.artists
    desk.undo()
    assert artist in desk.plan.artists


def test_a_job_done_at_once_is_still_delivered_later(desk: Desk, qtbot: Any) -> None:
    arrived: list[object] = []
    for number in range(20):
        desk.background.run(_echo, number, then=arrived.append)
        assert len(arrived) == 0
    qtbot.waitUntil(lambda: len(arrived) == 20)


def _echo(number: int, stop: threading.Event) -> int:
    del stop
    return number


def test_a_plan_without_findings_says_so_before_any_edit(window: MainWindow, empty: OpenPlan, qtbot: Any) -> None:
    path = empty.path
    empty.close()
    assert window.open_path(path)
    bar = _frame(window).check_bar
    assert bar.said() in ("문제를 찾는 중 …", "지금 해결할 것이 없습니다.")
    qtbot.waitUntil(lambda: bar.said() == "지금 해결할 것이 없습니다.")


def test_an_offer_to_undo_goes_when_it_was_undone(sample_window: MainWindow) -> None:
    frame = _frame(sample_window)
    page: Any = frame.page("schedule")
    one = _one(frame.desk)
    page.state.select(one.id, day=one.date)
    page.verbs.remove()
    said = [text for text in frame.messages.messages() if "휴지통" in text]
    assert said
    frame.undo()
    assert not set(said) & set(frame.messages.messages())


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_narrow_toolbar_keeps_every_view(sample_window: MainWindow, language: str) -> None:
    sample_window.choose_language(language)
    sample_window.setMinimumSize(1, 1)
    sample_window.resize(853, 600)
    QApplication.sendPostedEvents()
    page: Any = _frame(sample_window).page("schedule")
    assert page.parts.switch.width() >= page.parts.switch.minimumSizeHint().width()
    bar = page.parts.switch.parentWidget()
    assert page.parts.filter.geometry().right() < bar.width()
    assert page.parts.switch.geometry().right() < page.parts.filter.geometry().left()
