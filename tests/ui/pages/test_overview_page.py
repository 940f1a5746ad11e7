"""The overview, as it is used: figures lead on, tasks are ticked, an empty cell begins a date."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap

from director_app.domain.edits import Change
from director_app.domain.ids import AreaId
from director_app.domain.papers import GivenOut
from director_app.domain.programme import Status
from director_app.operations import releases
from director_app.operations.open_plan import StepName
from director_app.operations.releases import scope_of
from director_app.ui.overview.new_items import day_in
from director_app.ui.overview.reach_strip import HEAD, ROW
from director_app.ui.overview.tasks import TaskKind, missing_results, tasks_of
from director_app.ui.pages.overview_page import OverviewPage
from director_app.ui.schedule.filtering import Filter

Show = Callable[..., Any]


def first_line(page: Any, kind: TaskKind) -> Any:
    return next(line for line in page.to_do.lines if line.task.kind is kind)


def test_every_figure_leads_to_what_it_counts(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(OverviewPage, sample)
    schedule, areas, companies, heads, undecided, _problems = page.figures._figures
    for figure in (schedule, areas, companies, heads, undecided):
        qtbot.mouseClick(figure, Qt.MouseButton.LeftButton)
    pages = [name for name, _subject in page.went]
    assert pages == ["schedule", "schedule", "venues", "schedule", "schedule"]
    assert page.went[1][1] == "season"
    planned, open_ones = page.went[0][1], page.went[4][1]
    assert isinstance(planned, Filter)
    assert Status.CANCELLED not in planned.statuses
    assert open_ones.only_undecided


def test_the_figures_of_an_area_lead_on_too(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(OverviewPage, sample)
    strip = page.strip
    row = strip._reading.areas[0]
    for column in (-1, len(row.cells), -2):
        middle = strip._place(column, HEAD).center().toPoint()
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(middle))
    (dates, last, firm, season) = page.went
    assert dates == ("schedule", Filter(areas=frozenset((row.id,))))
    assert last == ("schedule", strip._reading.today - datetime.timedelta(days=row.days_since))
    assert firm[1].areas == {row.id}
    assert Status.CONFIRMED in firm[1].statuses
    assert season[0] == "season"


def test_the_arrows_reach_the_figures_beside_the_weeks(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(OverviewPage, sample)
    strip = page.strip
    strip.setFocus()
    row = strip._reading.areas[0]
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert strip.accessibleDescription().endswith(f"안 간 날: {row.days_since}")
    qtbot.keyClick(strip, Qt.Key.Key_End)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert page.went[-1][1].areas == {row.id}


def test_space_ticks_a_promise_and_it_stays_struck_through(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(OverviewPage, sample)
    line = first_line(page, TaskKind.FOLLOW_UP)
    note, count = line.task.note, len(page.to_do.lines)
    line.tick.setFocus()
    qtbot.keyClick(line.tick, Qt.Key.Key_Space)
    assert sample.plan.notes[note.id].is_done
    done = page.to_do.lines[-1]
    assert len(page.to_do.lines) == count
    assert done.words.is_done
    assert done.tick.isChecked()
    qtbot.keyClick(done.tick, Qt.Key.Key_Space)
    assert not sample.plan.notes[note.id].is_done
    assert not any(line.words.is_done for line in page.to_do.lines)


def test_a_task_leads_to_what_it_is_about(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(OverviewPage, sample)
    line = next(one for one in page.to_do.lines if one.task.subject.kind == "artists")
    qtbot.mouseClick(line.words, Qt.MouseButton.LeftButton)
    assert page.went[-1] == ("artists", line.task.subject)


def test_heads_typed_for_what_is_over_say_that_it_took_place(show_page: Show, sample: Any, qtbot: Any) -> None:
    past = next(one for one in sample.plan.deliveries.values() if one.status is Status.DELIVERED)
    sample.perform(Change("deliveries", past.id, {"status": Status.CONFIRMED}), StepName("x"))
    page = show_page(OverviewPage, sample)
    line = next(one for one in page.to_do.lines if one.task.subject.id == past.id)
    line.heads.setFocus()
    qtbot.keyClicks(line.heads, "85")
    qtbot.keyClick(line.heads, Qt.Key.Key_Return)
    now = sample.plan.deliveries[past.id]
    assert (now.status, now.counted_heads) == (Status.DELIVERED, 85)
    assert not any(one.task.subject.id == past.id for one in page.to_do.lines)


def test_what_is_no_number_is_said_and_changes_nothing(show_page: Show, sample: Any, qtbot: Any) -> None:
    past = next(one for one in sample.plan.deliveries.values() if one.status is Status.DELIVERED)
    sample.perform(Change("deliveries", past.id, {"status": Status.CONFIRMED}), StepName("x"))
    page = show_page(OverviewPage, sample)
    line = next(one for one in page.to_do.lines if one.task.subject.id == past.id)
    line.heads.setFocus()
    qtbot.keyClicks(line.heads, "many")
    qtbot.keyClick(line.heads, Qt.Key.Key_Return)
    assert sample.plan.deliveries[past.id].status is Status.CONFIRMED
    assert page.said


def test_decisions_in_rain_are_spoken_of_days_before(sample: Any) -> None:
    today = datetime.date(2025, 10, 14)
    kinds = {task.kind for task in tasks_of(sample.plan, today, ())}
    assert kinds & {TaskKind.DECIDE, TaskKind.SET_DECISION}


def test_cancelled_dates_want_no_result(sample: Any) -> None:
    today = datetime.date(2026, 1, 1)
    wanted = missing_results(sample.plan, today)
    assert wanted
    assert all(one.status.takes_place for one in wanted)
    days = [str(one.until or one.date) for one in wanted]
    assert days == sorted(days, reverse=True)


def test_arrows_and_enter_on_an_empty_cell_begin_a_date_there(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(OverviewPage, sample)
    strip = page.strip
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_End)
    spoken = strip.accessibleDescription()
    row, week = strip._at
    area = page._reading.areas[row]
    assert area.name in spoken
    assert not area.cells[week].confirmed
    before = set(sample.plan.deliveries)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    (made,) = set(sample.plan.deliveries) - before
    one = sample.plan.deliveries[made]
    monday = page._reading.weeks[week]
    assert one.area == area.id
    assert monday <= one.date < monday + datetime.timedelta(days=7)
    assert page.went[-1] == ("schedule", ("deliveries", made))
    page.said[-1].actions[0].act()
    assert made not in sample.plan.deliveries


def test_a_click_on_a_full_cell_shows_its_week(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(OverviewPage, sample)
    reading = page._reading
    row, week = next(
        (row, week) for row, area in enumerate(reading.areas) for week, cell in enumerate(area.cells) if cell.confirmed
    )
    middle = page.strip._cell(week, HEAD + row * ROW).center().toPoint()
    count = len(sample.plan.deliveries)
    qtbot.mouseClick(page.strip, Qt.MouseButton.LeftButton, pos=QPoint(middle))
    only_there = Filter(areas=frozenset((reading.areas[row].id,)))
    assert page.went[-2:] == [("schedule", only_there), ("schedule", reading.weeks[week])]
    assert "고른 정도" in page.strip.accessibleDescription()
    assert len(sample.plan.deliveries) == count


def test_a_new_date_lies_on_wednesday_unless_that_is_past(sample: Any) -> None:
    monday = datetime.date(2025, 10, 13)
    assert day_in(sample.plan, monday, datetime.date(2025, 10, 14)).isoformat() == "2025-10-15"
    assert day_in(sample.plan, monday, datetime.date(2025, 10, 17)).isoformat() == "2025-10-17"
    assert day_in(sample.plan, monday, datetime.date(2025, 12, 1)).isoformat() == "2025-10-15"


def test_what_was_given_out_and_changed_is_to_be_printed_again(show_page: Show, sample: Any, qtbot: Any) -> None:
    given = [GivenOut("booklet"), GivenOut("notice", narrowed=("area/area-4",))]
    releases.freeze(sample, releases.state_now(sample.plan), datetime.datetime(2025, 10, 1, 9, 0), given=given)
    page = show_page(OverviewPage, sample)
    assert not page.reprints.isVisible()
    one = next(
        one
        for one in sample.plan.deliveries.values()
        if one.status is Status.CONFIRMED and one.start is not None and one.area != "area-4"
        and (one.venue is None or sample.plan.venues[one.venue].area != "area-4")
    )  # fmt: skip
    sample.perform(Change("deliveries", one.id, {"start": one.start + 30, "end": None}), StepName("x"))
    qtbot.waitUntil(page.reprints.isVisible)
    assert list(page.reprints.buttons.values()) == ["booklet"]
    qtbot.mouseClick(next(iter(page.reprints.buttons)), Qt.MouseButton.LeftButton)
    assert page.went[-1] == ("publish", "booklet")
    sample.undo()
    qtbot.waitUntil(lambda: not page.reprints.isVisible())


def test_words_of_an_edition_that_make_no_sense_narrow_nothing() -> None:
    assert scope_of(("since/soon", "colour/red", "venue/")).is_everything
    assert scope_of(("since/2025-10-01", "area/area-4")).area == AreaId("area-4")


def test_an_empty_season_says_what_to_do(show_page: Show, empty: Any) -> None:
    page = show_page(OverviewPage, empty)
    assert page.to_do.lines == []
    assert page._empty.isVisible()
    assert all(figure.text() == "–" for figure in page.figures._figures)


def test_the_days_over_narrow_weeks_do_not_run_into_each_other(show_page: Show, sample: Any) -> None:
    page = show_page(OverviewPage, sample)
    strip, painter = page.strip, QPainter()
    canvas = QPixmap(10, 10)
    painter.begin(canvas)
    painter.setFont(page.desk.look.font("micro-strong", tabular=True))
    for width in (900, 520, 430):
        strip.resize(width, strip.height())
        said = strip._weeks_said(painter, strip._reading)
        assert strip._pitch() * said.step >= painter.fontMetrics().horizontalAdvance("30")
        present = sum(1 for week in strip._reading.weeks if week <= strip._reading.today) - 1
        assert present in said
    painter.end()
