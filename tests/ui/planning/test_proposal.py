"""Proposals in the window, with real clicks: searched, ticked, accepted as one step, never one that clashes."""

import datetime
import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from director_app.domain.edits import Add, Change, MoveDelivery, SetStatus
from director_app.domain.facts import Subject
from director_app.domain.ids import ApplicationId, DeliveryId, VenueId
from director_app.domain.places import Venue
from director_app.domain.plan import SEASON, Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.refusals import RefusedInput
from director_app.domain.requests import Application, Wish
from director_app.domain.timeline import WallMinute
from director_app.operations.open_plan import OpenPlan, StepName
from director_app.operations.proposing import Aim
from director_app.operations.worker_process import ENDED
from director_app.planner.checks import check_plan
from director_app.planner.problems import Level
from director_app.ui.desk import Desk
from director_app.ui.main_window import MainWindow
from director_app.ui.planning.proposal_page import ProposalPage
from director_app.ui.planning.proposal_table import TICK
from director_app.ui.widgets.buttons import Button
from director_app.wording import Wording
from tests.ui.walking import unnamed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager
STEP = StepName("{title}: took place", {"title": "x"})


def here(work: Any, plan: Plan, values: Any, *, told: Any, is_stopped: Any, is_given_up: Any) -> Any:
    """Search in the thread: what a process of its own does is tested with the operations."""
    del is_given_up
    return work(plan, values, told, is_stopped)


def click(button: Button) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def page(desk: Desk, qtbot: Any) -> ProposalPage:
    return shown(desk, qtbot)


def shown(desk: Desk, qtbot: Any) -> ProposalPage:
    made = ProposalPage(desk)
    qtbot.addWidget(made)
    made.searching.runner = made.explaining.runner = here
    made.resize(1300, 800)
    made.show()
    made.plan_replaced()
    return made


def searched(page: ProposalPage, qtbot: Any) -> ProposalPage:
    click(page.begin)
    qtbot.waitUntil(lambda: page.proposal is not None and page._outlook is not None and not page._looking)
    return page


def click_tick(page: ProposalPage, row: int) -> None:
    box = page.table.visualRect(page.table.rows.index(row, TICK)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(box))


def accept(page: ProposalPage, qtbot: Any) -> None:
    click(page.accept)
    qtbot.waitUntil(lambda: not page._is_accepting)


def blocking(plan: Plan) -> int:
    return sum(problem.level is Level.BLOCK for problem in check_plan(plan, plan.season.reference_date))


def test_nothing_changes_before_she_accepts_and_one_undo_takes_all_back(page: ProposalPage, qtbot: Any) -> None:
    desk = page.desk
    before, clashes = desk.plan, blocking(desk.plan)
    searched(page, qtbot)
    assert desk.plan is before
    assert len(page.table.rows.accepted()) == 3
    accept(page, qtbot)
    undated = [one for one in desk.plan.deliveries.values() if one.date is None and one.status.takes_place]
    assert not undated
    assert blocking(desk.plan) == clashes
    desk.undo()
    assert desk.plan.deliveries == before.deliveries


def test_only_what_is_ticked_is_accepted(page: ProposalPage, qtbot: Any) -> None:
    before = page.desk.plan
    searched(page, qtbot)
    left_out = page.table.rows.rows[1].delivery
    click_tick(page, 1)
    assert page.accept.text() == "2건 반영"
    accept(page, qtbot)
    changed = [name for name, one in page.desk.plan.deliveries.items() if one != before.deliveries[name]]
    assert len(changed) == 2
    assert left_out not in changed


def test_space_ticks_and_every_field_has_a_name(page: ProposalPage, qtbot: Any) -> None:
    searched(page, qtbot)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert len(page.table.rows.accepted()) == 2
    click(page.all)
    assert len(page.table.rows.accepted()) == 3
    assert not unnamed(page)


def test_a_line_says_why_it_goes_there_and_both_dates_are_drawn(page: ProposalPage, qtbot: Any) -> None:
    searched(page, qtbot)
    assert "그때 사람은 모두 비어 있음, 장소는 찾아야 함" in page.pane.reasons.text()
    assert page.pane.strip.accessibleName().startswith("지금 · 미정; 제안 · ")


def test_what_clashes_meanwhile_is_never_accepted(page: ProposalPage, qtbot: Any) -> None:
    desk = page.desk
    searched(page, qtbot)
    assert page.proposal is not None
    first = page.proposal.placements[0]
    venue = first.after.venue or VenueId("venue-c-canteen")
    other = next(one for one in desk.plan.deliveries.values() if one.lineup is not None and one.date is not None)
    taken = other._replace(
        id=DeliveryId("meanwhile"), number="", date=first.after.date, start=first.after.start, end=first.after.end,
        venue=venue, is_locked=True, status=Status.CONFIRMED, month="", until=None, lineup=first.after.lineup,
        programme=first.before.programme, event=None, series=None,
    )  # fmt: skip
    desk.perform(Add((taken,)), STEP)
    qtbot.waitUntil(lambda: not page._looking)
    assert first.before.id not in page.table.rows.accepted() or page.outdated.text().endswith("쓸 수 있습니다.")
    clashes = blocking(desk.plan)
    accept(page, qtbot)
    assert blocking(desk.plan) == clashes


def test_what_she_changed_herself_stays_hers_and_undo_brings_the_line_back(page: ProposalPage, qtbot: Any) -> None:
    desk = page.desk
    searched(page, qtbot)
    assert page.proposal is not None
    name = page.proposal.placements[0].before.id
    mine = datetime.date(2025, 11, 27)
    desk.perform(MoveDelivery(name, {"date": mine}), STEP)
    qtbot.waitUntil(lambda: name not in page.table.rows.accepted())
    assert page.outdated.text() == "그 사이 계획이 바뀌어 1건은 더 이상 맞지 않습니다."
    desk.undo()
    qtbot.waitUntil(lambda: name in page.table.rows.accepted())
    desk.redo()
    qtbot.waitUntil(lambda: name not in page.table.rows.accepted())
    accept(page, qtbot)
    assert desk.plan.deliveries[name].date == mine


def test_a_search_is_stopped_with_the_best_so_far(page: ProposalPage, qtbot: Any) -> None:
    def patient(work: Any, plan: Plan, values: Any, *, told: Any, is_stopped: Any, is_given_up: Any) -> Any:
        while not is_stopped() and not is_given_up():
            threading.Event().wait(0.005)
        return work(plan, values, told, lambda: False)

    page.searching.runner = patient
    click(page.begin)
    assert page.stop.isVisible()
    click(page.stop)
    qtbot.waitUntil(lambda: bool(page.table.rows.rows))
    assert not page.stop.isVisible()


def test_a_solver_that_dies_is_one_sentence_and_the_plan_stays(page: ProposalPage, qtbot: Any) -> None:
    def dead(*_work: Any, **_asked: Any) -> Any:
        raise RefusedInput(ENDED)

    before = page.desk.plan
    page.searching.runner = dead
    click(page.begin)
    qtbot.waitUntil(lambda: bool(page.progress.text()))
    assert page.progress.text() == "찾기가 끝나기 전에 멈췄습니다. 일정은 그대로입니다."
    assert page.desk.plan is before
    assert page.begin.isEnabled()


def test_a_band_that_falls_ill_is_mended_and_those_to_tell_are_named(page: ProposalPage, qtbot: Any) -> None:
    desk = page.desk
    today = desk.today()
    page.show_subject(Subject("artists", "artist-band-b"))
    page.form.show_days(today, today + datetime.timedelta(days=20))
    searched(page, qtbot)
    assert "밴드 B 연주자 가 010-0000-0010" in page.pane.tell.text()
    click(page.pane.copy)
    assert "010-0000-0010" in QGuiApplication.clipboard().text()
    accept(page, qtbot)
    hers = [one for one in check_plan(desk.plan, today) if one.subject("artists") == "artist-band-b"]
    assert not [one for one in hers if one.kind == "artist_unavailable" and one.level is Level.BLOCK]
    assert any(one.artist == "artist-band-b" for one in desk.plan.availabilities.values())
    desk.undo()
    assert not any(one.id.startswith("dropout") for one in desk.plan.availabilities.values())


def test_a_cancelled_date_is_mended_from_the_selection(sample_window: MainWindow, qtbot: Any) -> None:
    frame = sample_window.frame
    assert frame is not None
    name = DeliveryId("delivery-046")
    frame.desk.perform(SetStatus((name,), Status.CANCELLED), STEP)
    frame.desk.select((Subject("deliveries", name),))
    sample_window.actions_table["repair"].trigger()
    assert frame.present_page == "proposal"
    page = frame.page("proposal")
    assert isinstance(page, ProposalPage)
    page.searching.runner = here
    searched(page, qtbot)
    accept(page, qtbot)
    one = frame.desk.plan.deliveries[name]
    assert one.status is Status.PENCILLED
    assert one.date != datetime.date(2025, 10, 24)


def crowded(open_plan: OpenPlan) -> None:
    """Two dates that wish the same hour of the only day there is."""
    day = datetime.date(2025, 10, 20)
    hall = Venue(VenueId("hall"), "강당")
    records: list[Any] = [hall]
    for number in range(2):
        name = DeliveryId(f"d{number}")
        records.append(
            Delivery(name, number=f"GM-{number}", venue=hall.id, start=WallMinute(720), end=WallMinute(780),
                     status=Status.PENCILLED)
        )  # fmt: skip
        wish = Wish("", day, start=WallMinute(720))
        records.append(Application(ApplicationId(f"a{number}"), wishes=(wish,), delivery=name))
    season = {"first_day": day, "last_day": day, "reference_date": day - datetime.timedelta(days=12)}
    open_plan.perform(Change("seasons", SEASON, season), STEP)
    open_plan.perform(Add(tuple(records)), STEP)


def test_wishes_that_clash_are_named_and_a_way_out_is_one_step(
    empty: OpenPlan, make_desk: Callable[[OpenPlan], Desk], qtbot: Any
) -> None:
    crowded(empty)
    desk = make_desk(empty)
    page = searched(shown(desk, qtbot), qtbot)
    (left,) = [row for row in page.table.rows.rows if row.level]
    page.table.stand_on(left.delivery)
    click(page.pane.ask)
    qtbot.waitUntil(lambda: bool(page.pane.ways()))
    assert "이 바람들은 모두 이룰 수 없고" in page.pane.core.text()
    before = desk.plan
    click(page.pane.ways()[0])
    qtbot.waitUntil(lambda: desk.plan is not before)
    assert not blocking(desk.plan)
    placed = [one for one in desk.plan.deliveries.values() if one.date is not None]
    assert placed
    desk.undo()
    assert desk.plan.deliveries == before.deliveries


def test_a_season_without_days_is_a_sentence(
    empty: OpenPlan, make_desk: Callable[[OpenPlan], Desk], qtbot: Any
) -> None:
    crowded(empty)
    day = datetime.date(2025, 10, 20)
    empty.perform(Change("seasons", SEASON, {"first_day": day, "last_day": day}), STEP)
    page = searched(shown(make_desk(empty), qtbot), qtbot)
    assert len(page.table.rows.rows) == 2
    assert all(row.why for row in page.table.rows.rows)


def test_an_edit_while_it_searches_is_heard_of(page: ProposalPage, qtbot: Any) -> None:
    click(page.begin)
    name = DeliveryId("delivery-046")
    page.desk.perform(Change("deliveries", name, {"internal_note": "x"}), STEP)
    qtbot.waitUntil(lambda: page.proposal is not None and page._outlook is not None and not page._looking)
    assert page.outdated.text() == "그 사이 계획이 바뀌었지만 제안은 그대로 쓸 수 있습니다."


def test_a_repair_asks_who_first(page: ProposalPage) -> None:
    page.show_subject(Aim.REPAIR)
    assert not page.begin.isEnabled()
    assert page.form.request() is None


def test_a_read_only_plan_may_be_proposed_for_but_not_changed(
    sample: OpenPlan, make_desk: Callable[[OpenPlan], Desk], qtbot: Any
) -> None:
    second = OpenPlan.open(sample.path)
    page = searched(shown(make_desk(second), qtbot), qtbot)
    assert second.read_only is not None
    assert not page.accept.isEnabled()
    second.close()


def test_the_button_of_the_tray_asks_for_what_has_no_date(sample_window: MainWindow) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("schedule")
    schedule: Any = frame.page("schedule")
    click(schedule.tray.propose)
    assert frame.present_page == "proposal"
    page = frame.page("proposal")
    assert isinstance(page, ProposalPage)
    assert page.form.aim.current() == Aim.UNPLACED


def test_the_menu_of_a_cancelled_date_offers_to_mend_it(sample_window: MainWindow) -> None:
    frame = sample_window.frame
    assert frame is not None
    name = DeliveryId("delivery-046")
    frame.show_page("schedule", Subject("deliveries", name))
    schedule: Any = frame.page("schedule")
    wanted = "빠진 일정 메우기"

    def entries() -> list[Any]:
        menu = schedule._menu.make(schedule, schedule.go_today)
        return [action for action in menu.actions() if action.text() == wanted]

    assert not entries()
    frame.desk.perform(SetStatus((name,), Status.CANCELLED), STEP)
    (entry,) = entries()
    entry.trigger()
    page = frame.page("proposal")
    assert isinstance(page, ProposalPage)
    assert page.form.names == (name,)


def test_a_name_is_said_in_the_language_of_the_window(page: ProposalPage, qtbot: Any) -> None:
    page.desk.look.choose_language(Wording("en"))
    today = page.desk.today()
    page.show_subject(Subject("artists", "artist-band-b"))
    page.form.show_days(today, today + datetime.timedelta(days=20))
    searched(page, qtbot)
    assert "Band B" in page.pane.tell.text()


def test_applications_that_wait_are_answered_line_by_line(page: ProposalPage, qtbot: Any) -> None:
    plan = page.desk.plan
    waiting = [one for one in plan.applications.values() if one.delivery is None]
    page.form.ask(Aim.APPLICATIONS)
    searched(page, qtbot)
    rows = page.table.rows.rows
    assert all(row.title[0] and row.title[1] for row in rows)
    click(page.none)
    click_tick(page, 0)
    click(page.accept)
    qtbot.waitUntil(lambda: page.desk.plan is not plan)
    answered = [page.desk.plan.applications[one.id] for one in waiting]
    assert sum(one.delivery is not None for one in answered) == 1
    assert len(page.desk.plan.deliveries) == len(plan.deliveries) + 1
    page.desk.undo()
    assert page.desk.plan.applications == plan.applications


def test_the_focus_stays_with_the_search(page: ProposalPage, qtbot: Any) -> None:
    page.begin.setFocus()
    searched(page, qtbot)
    assert page.begin.hasFocus()
