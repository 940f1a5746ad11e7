"""The check bar under real clicks and keys: quiet at first, ways out, acceptance, folds, links, walking, height."""

import datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from director_app.domain.edits import Change, MoveDelivery
from director_app.domain.facts import FallbackKind, Subject
from director_app.domain.published import plan_b_of
from director_app.operations.naming import delivery_title
from director_app.operations.sentences import step_sentence
from director_app.planner.problems import TO_DO, ProblemKind
from director_app.planner.suggestions import suggestions
from director_app.ui import steps
from director_app.ui.frame.plan_frame import PlanFrame
from director_app.ui.frame.problem_fixes import ProblemFixes
from director_app.ui.frame.problem_lines import Fold, ProblemLine, Row
from director_app.ui.frame.problem_painting import Part
from director_app.ui.main_window import MainWindow
from director_app.ui.schedule.filtering import Filter
from director_app.ui.widgets.buttons import Button
from tests.ui.walking import unnamed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support")


@pytest.fixture
def frame(sample_window: MainWindow) -> PlanFrame:
    """The sample, with the list open."""
    found = sample_window.frame
    assert found is not None
    found.check_bar.open(wanted=True)
    return found


def row_with(frame: PlanFrame, kind: ProblemKind) -> Row:
    for row in frame.check_bar.list.rows():
        first = row.lines[0] if isinstance(row, Fold) else row
        if first.problem.kind is kind:
            return row
    raise AssertionError(kind)


def point(frame: PlanFrame, row: Row, part: Part) -> QPoint:
    rect = frame.check_bar.list.rect_of(row, part)
    assert not rect.isEmpty()
    return QPoint(rect.left() + 4, rect.center().y())


def click(frame: PlanFrame, row: Row, part: Part) -> None:
    where = point(frame, row, part)
    QTest.mouseClick(frame.check_bar.list.viewport(), Qt.MouseButton.LeftButton, pos=where)


def double_click(widget: QWidget, where: QPoint) -> None:
    """What a mouse sends: press, release, second press, release."""
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(widget, left, pos=where)
    QTest.mouseDClick(widget, left, pos=where)
    QTest.mouseRelease(widget, left, pos=where)


def press(frame: PlanFrame, key: Qt.Key) -> None:
    QTest.keyClick(frame.check_bar.list, key)


def fixes_are_known(qtbot: Any, frame: PlanFrame, row: Row) -> None:
    qtbot.waitUntil(lambda: bool(frame.check_bar._finder.offers(row)))


def undo_sentence(frame: PlanFrame) -> str:
    name = frame.desk.open_plan.undo_name
    assert name is not None
    return step_sentence(frame.desk.wording, name)


# -- quiet -----------------------------------------------------------------------------------------------------


def test_at_first_it_speaks_of_what_is_near_and_counts_the_rest(sample_window: MainWindow) -> None:
    frame = sample_window.frame
    assert frame is not None
    bar, desk = frame.check_bar, frame.desk
    rest = len(desk.problems) - len(bar.lines())
    assert rest > 0
    assert bar._rest.text() == f"그 밖에 {rest}건"
    today, far = desk.today(), desk.today() + datetime.timedelta(weeks=3)
    for line in bar.lines():
        days = [desk.plan.deliveries[name] for name in line.problem.deliveries]
        near = [one.date is None or (one.date <= far and (one.until or one.date) >= today) for one in days]
        assert any(near) or not days, "what is about an area or an application is always near"
    bar._rest.click()
    assert bar.is_open()
    assert len(bar.lines()) == len(desk.problems)
    bar.open(wanted=False)
    assert len(bar.lines()) == len(desk.problems) - rest


def test_alike_findings_are_one_line_that_unfolds(frame: PlanFrame) -> None:
    fold = row_with(frame, ProblemKind.NO_FALLBACK)
    assert isinstance(fold, Fold)
    assert fold.text == f"야외 일정 {len(fold.lines)}건에 우천·폭염 대책이 없습니다."
    before = len(frame.check_bar.list.rows())
    click(frame, fold, "fold")
    assert len(frame.check_bar.list.rows()) == before + len(fold.lines)
    frame.check_bar.list.setFocus()
    press(frame, Qt.Key.Key_Left)
    assert len(frame.check_bar.list.rows()) == before
    press(frame, Qt.Key.Key_Right)
    press(frame, Qt.Key.Key_Down)
    press(frame, Qt.Key.Key_Left)
    press(frame, Qt.Key.Key_Space)
    assert len(frame.check_bar.list.rows()) == before


@pytest.mark.parametrize("grouping", ["day", "person"])
def test_every_grouping_shows_the_same_findings(frame: PlanFrame, grouping: str) -> None:
    head, bar = frame.check_bar.head, frame.check_bar
    head._grouping.setCurrentIndex(head._grouping.findData(grouping))
    head._grouping.activated.emit(head._grouping.currentIndex())
    folds = [row for row in bar.list.rows() if isinstance(row, Fold)]
    assert {line for fold in folds for line in fold.lines} == set(bar.lines())
    one = head._filter.count() - 1
    head._filter.setCurrentIndex(one)
    head._filter.activated.emit(one)
    assert 0 < len(bar.lines()) < len(frame.desk.problems)
    assert head._filter.currentText().endswith(f" {len(bar.lines())}")


def test_both_sides_are_links(frame: PlanFrame) -> None:
    row = row_with(frame, ProblemKind.MEMBER_TWICE)
    assert isinstance(row, ProblemLine)
    for part, (subject, _name) in zip(("link", "other link"), row.links, strict=True):
        click(frame, row, part)  # type: ignore[arg-type]  # the two words above
        assert frame.desk.selection == {subject}
        assert frame.present_page == "schedule"
    unavailable = row_with(frame, ProblemKind.ARTIST_UNAVAILABLE)
    assert isinstance(unavailable, ProblemLine)
    click(frame, unavailable, "other link")
    assert frame.present_page == "artists"


def test_past_findings_are_counted(frame: PlanFrame) -> None:
    bar, desk = frame.check_bar, frame.desk
    line = bar.lines()[0]
    last = max(desk.plan.deliveries[name].date or datetime.date.min for name in line.problem.deliveries)
    later = last + datetime.timedelta(days=1)
    desk.perform(Change("seasons", desk.plan.season.id, {"reference_date": later}), steps.changed("x", "y"))
    assert line not in bar.lines()
    past = bar.head._chips["past"]
    assert past.isVisible()
    past.click()
    assert line in bar.lines()
    assert {shown.icon for shown in bar.lines()} == {"past"}


# -- ways out --------------------------------------------------------------------------------------------------


def test_a_way_out_is_one_named_step(frame: PlanFrame, qtbot: Any) -> None:
    row = row_with(frame, ProblemKind.VENUE_TWICE)
    assert isinstance(row, ProblemLine)
    fixes_are_known(qtbot, frame, row)
    before, count = frame.desk.plan, len(frame.desk.problems)
    click(frame, row, "fix")
    assert row.problem not in frame.desk.problems
    assert len(frame.desk.problems) < count
    assert "산단-빔" in undo_sentence(frame)
    frame.undo()
    assert frame.desk.plan.deliveries == before.deliveries
    assert row.problem in frame.desk.problems


def test_one_way_out_answers_all_that_are_folded(frame: PlanFrame, qtbot: Any) -> None:
    fold = row_with(frame, ProblemKind.NO_FALLBACK)
    assert isinstance(fold, Fold)
    fixes_are_known(qtbot, frame, fold)
    click(frame, fold, "fix")
    plan = frame.desk.plan
    for line in fold.lines:
        one = plan.deliveries[line.problem.deliveries[0]]
        plan_b = plan_b_of(plan, one.fallback, one.event, one.venue)
        assert plan_b is not None
        assert plan_b.kind is FallbackKind.INDOORS
    assert not [line for line in frame.check_bar.lines() if line.problem.kind is ProblemKind.NO_FALLBACK]
    frame.undo()
    assert set(fold.lines) <= set(frame.check_bar.lines())


def test_the_closed_bar_offers_the_way_out_of_what_it_says(sample_window: MainWindow, qtbot: Any) -> None:
    frame = sample_window.frame
    assert frame is not None
    bar = frame.check_bar
    qtbot.waitUntil(bar._fix.isVisible)
    said = bar._said
    QTest.mouseClick(bar._fix, Qt.MouseButton.LeftButton)
    assert said is not None
    assert said.problem not in frame.desk.problems


def test_f_does_the_way_out_and_the_menu_has_all(frame: PlanFrame, qtbot: Any) -> None:
    row = row_with(frame, ProblemKind.ARTIST_UNAVAILABLE)
    assert isinstance(row, ProblemLine)
    fixes_are_known(qtbot, frame, row)
    offers = frame.check_bar._finder.offers(row)
    assert len(offers) > 1
    frame.check_bar.list.show_present(row)
    press(frame, Qt.Key.Key_F)
    assert row.problem not in frame.desk.problems
    frame.undo()
    fixes_are_known(qtbot, frame, row)
    click(frame, row, "more")
    menus = [child for child in frame.check_bar.children() if child.metaObject().className() == "QMenu"]
    texts = [action.text() for action in menus[-1].actions()]  # type: ignore[attr-defined]  # a QMenu
    assert [label for _fix, label in offers] == [text.split("   (")[0] for text in texts[: len(offers)]]
    menus[-1].close()  # type: ignore[attr-defined]  # a QMenu


# -- acceptance ------------------------------------------------------------------------------------------------


def test_a_key_accepts_and_a_reason_may_follow_in_place(frame: PlanFrame, qtbot: Any) -> None:
    bar, desk = frame.check_bar, frame.desk
    row = bar.lines()[0]
    bar.list.setFocus()
    bar.list.show_present(row)
    press(frame, Qt.Key.Key_A)
    assert row not in bar.lines()
    assert bar.head._chips["accepted"].text() == "수용함 1"
    assert bar.head._reason.isVisible()
    bar.head._reason.setFocus()
    bar.head._reason.insert("on site")
    QTest.keyClick(bar.head._reason, Qt.Key.Key_Return)
    (record,) = desk.plan.accepted_problems.values()
    assert (record.reason, record.accepted_on) == ("on site", desk.today())
    bar.head._chips["accepted"].click()
    assert bar.lines() == (row,)
    assert bar.lines()[0].accepted == record
    click(frame, bar.lines()[0], "accept")
    assert not desk.plan.accepted_problems
    assert row.problem in desk.problems
    frame.undo()
    frame.undo()
    frame.undo()
    assert not desk.plan.accepted_problems


def test_a_double_click_accepts_one(frame: PlanFrame) -> None:
    row = next(row for row in frame.check_bar.list.rows() if isinstance(row, ProblemLine))
    where = point(frame, row, "accept")
    view = frame.check_bar.list.viewport()
    double_click(view, where)
    assert len(frame.desk.plan.accepted_problems) == 1
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=where)
    assert len(frame.desk.plan.accepted_problems) == 2


def test_a_double_click_on_the_closed_bar_accepts_one(sample_window: MainWindow) -> None:
    frame = sample_window.frame
    assert frame is not None
    button = frame.check_bar._accept
    double_click(button, button.rect().center())
    assert len(frame.desk.plan.accepted_problems) == 1


def test_a_fold_is_accepted_as_one_step(frame: PlanFrame) -> None:
    fold = row_with(frame, ProblemKind.NO_FALLBACK)
    assert isinstance(fold, Fold)
    click(frame, fold, "accept")
    assert len(frame.desk.plan.accepted_problems) == len(fold.lines)
    assert fold.text in undo_sentence(frame)
    frame.check_bar.head._chips["accepted"].click()
    again = frame.check_bar.list.rows()[0]
    assert isinstance(again, Fold)
    assert again.level == "accepted"
    click(frame, again, "accept")
    assert not frame.desk.plan.accepted_problems


@pytest.mark.parametrize("side", [0, 1])
def test_it_opens_again_when_either_side_moves(frame: PlanFrame, side: int) -> None:
    row = row_with(frame, ProblemKind.VENUE_TWICE)
    assert isinstance(row, ProblemLine)
    click(frame, row, "accept")
    assert row not in frame.check_bar.lines()
    one = frame.desk.plan.deliveries[row.problem.deliveries[side]]
    assert one.start is not None
    frame.desk.perform(MoveDelivery(one.id, {"start": one.start + 5}), steps.changed("x", "y"))
    kinds = {(line.problem.kind, line.problem.subjects) for line in frame.check_bar.lines()}
    assert (row.problem.kind, row.problem.subjects) in kinds
    assert frame.check_bar.head._chips["accepted"].isHidden()
    frame.undo()
    assert frame.check_bar.head._chips["accepted"].text() == "수용함 1"


# -- walking, height, names ------------------------------------------------------------------------------------


def test_walking_meets_every_finding_once_also_folded_ones(frame: PlanFrame) -> None:
    count = len(frame.check_bar.lines())
    met = []
    for _ in range(count):
        frame.next_problem()
        present = frame.check_bar.list.present()
        assert isinstance(present, ProblemLine)
        assert frame.desk.selection == {present.subjects[0]}
        met.append(present)
    assert set(met) == set(frame.check_bar.lines())
    frame.previous_problem()
    assert frame.check_bar.list.present() == met[-2]


def test_walking_shows_what_the_filter_hides_and_says_so(frame: PlanFrame) -> None:
    frame.show_page("schedule")
    page: Any = frame.page("schedule")
    page._filter_changed(Filter(text="없는 말"))
    frame.next_problem()
    assert page.state.items.filter.is_empty
    assert any("거르기" in text for text in frame.messages.messages())
    (subject,) = frame.desk.selection
    assert isinstance(subject, Subject)
    assert page.state.items.keeps(frame.desk.plan.deliveries[subject.id])  # type: ignore[index]  # a delivery's id


def test_the_list_remembers_how_high_it_was(frame: PlanFrame, sample_window: MainWindow) -> None:
    bar = frame.check_bar
    before = bar.list.height()
    grip = bar._grip
    middle = grip.rect().center()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(grip, middle - QPoint(0, 60))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=middle)
    assert bar.list.height() > before
    assert sample_window.settings.present.window.check_list_height == bar.list.height()
    bar.list.setFocus()
    QTest.keyClick(bar.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert sample_window.settings.present.window.check_list_height == bar.list.height()


def test_the_open_list_speaks(frame: PlanFrame) -> None:
    assert unnamed(frame.check_bar) == []
    view = frame.check_bar.list
    for position, row in enumerate(view.rows()):
        spoken = view.model().index(position, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert (row.text if isinstance(row, Fold) else row.sentence) in spoken


def test_the_menu_of_a_row_opens_by_key(frame: PlanFrame) -> None:
    asked: list[Any] = []
    frame.check_bar.menu_wanted.connect(lambda row, where: asked.append((row, where)))
    view = frame.check_bar.list
    index = view.currentIndex()
    where = view.visualRect(index).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, where, view.mapToGlobal(where))
    QApplication.sendEvent(view.viewport(), event)
    assert len(asked) == 1


def test_the_card_of_a_date_offers_ways_out_and_acceptance(frame: PlanFrame, qtbot: Any) -> None:
    row = row_with(frame, ProblemKind.ARTIST_UNAVAILABLE)
    assert isinstance(row, ProblemLine)
    frame.show_page("schedule")
    frame.desk.select([row.subjects[0]])

    def buttons() -> list[Button]:
        boxes = frame.inspector.findChildren(ProblemFixes)
        return [button for box in boxes for button in box.findChildren(Button) if button.text()]

    qtbot.waitUntil(lambda: len(buttons()) >= 2)
    QTest.mouseClick(buttons()[0], Qt.MouseButton.LeftButton)
    assert row.problem not in frame.desk.problems
    frame.undo()
    qtbot.waitUntil(lambda: any(button.text() == "알고 진행" for button in buttons()))
    accept = next(button for button in buttons() if button.text() == "알고 진행")
    QTest.mouseClick(accept, Qt.MouseButton.LeftButton)
    assert len(frame.desk.plan.accepted_problems) == 1


def test_a_way_out_names_only_what_the_card_is_not_about(frame: PlanFrame, qtbot: Any) -> None:
    row = row_with(frame, ProblemKind.TRAVEL_IMPOSSIBLE)
    assert isinstance(row, ProblemLine)
    desk = frame.desk
    assert desk.live_check is not None
    moved = suggestions(desk.live_check, row.problem, desk.today())[0].delivery
    assert moved is not None
    title = delivery_title(desk.wording, desk.plan, moved)
    for card, is_named in ((moved, False), ("another", True)):
        box = ProblemFixes(desk)
        qtbot.addWidget(box)
        box.show_problem(row.problem, card)
        qtbot.waitUntil(lambda box=box: bool(box.findChildren(Button)))
        best = next(button for button in box.findChildren(Button) if button.text())
        assert best.accessibleName().startswith(title) == is_named


def test_the_card_of_an_undecided_date_offers_free_places(frame: PlanFrame, qtbot: Any) -> None:
    plan = frame.desk.plan
    one = next(one for one in plan.deliveries.values() if one.date is None and one.status == "pencilled")
    frame.show_page("schedule")
    frame.desk.select([Subject("deliveries", one.id)])
    boxes = frame.inspector.findChildren(ProblemFixes)
    qtbot.waitUntil(lambda: any(button.text() for button in boxes[-1].findChildren(Button)))
    before = set(frame.desk.problems)
    button = next(button for button in boxes[-1].findChildren(Button) if button.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert frame.desk.plan.deliveries[one.id].date is not None
    assert {problem for problem in frame.desk.problems if problem.kind not in TO_DO} <= before


def test_the_figure_of_the_overview_opens_all_that_it_counts(sample_window: MainWindow) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("overview")
    page: Any = frame.page("overview")
    figure = page.figures._figures[-1]
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton)
    blocks = [line for line in frame.check_bar.lines() if str(line.problem.level) == "block"]
    assert len(blocks) == int(figure.text())
