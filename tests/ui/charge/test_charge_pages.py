"""Council, tours, event days and spaces: typed in place, one step each, undone, found, and settled on Overview."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from director_app.documents.options import DocumentOptions
from director_app.domain.council import DecisionState
from director_app.domain.duties import Duty
from director_app.domain.edits import Change
from director_app.domain.ids import DecisionId, StayId
from director_app.domain.refusals import RefusedInput
from director_app.domain.spaces import Criterion
from director_app.imports.proposed import RowOutcome
from director_app.operations.importing import propose_import
from director_app.operations.open_plan import StepName
from director_app.operations.publishing import export_pdf
from director_app.ui.charge.charge_lines import ChargeLines
from director_app.ui.charge.charge_pages import ChargePage
from director_app.ui.charge.tour_parts import DateLink
from director_app.ui.charge.typed_lists import CRITERIA, DAYS, DUTIES, WEEKDAYS
from director_app.ui.dialogs.palette_finds import find
from director_app.ui.forms.field_forms import Reading
from director_app.ui.main_window import MainWindow
from director_app.ui.questions import FixedAnswers
from director_app.wording import Wording
from tests.documents.reading import squeezed, whole_text

Shown = Callable[[str], ChargePage]


@pytest.fixture
def shown(sample_window: MainWindow) -> Shown:
    def show(key: str) -> ChargePage:
        frame = sample_window.frame
        assert frame is not None
        frame.show_page(key)
        page = frame.page(key)
        assert isinstance(page, ChargePage)
        return page

    return show


def enter(field: Any, text: str) -> None:
    """Finish a field by hand; Hangul cannot be typed key by key."""
    field.setText(text)
    field.setModified(True)
    field.editingFinished.emit()


def section(page: ChargePage, kind: str) -> ChargeLines:
    found = next(one for one in page.findChildren(ChargeLines) if one.table.kind == kind)
    assert isinstance(found, ChargeLines)
    return found


def line_of(page: ChargePage, kind: str, identity: str) -> Any:
    return next(one for one in section(page, kind).lines() if one.editor.id == identity)


def field_of(line: Any, path: str) -> QWidget:
    found: QWidget = next(each.input for each in line.fields if each.spec.path == path)
    return found


def test_a_decision_becomes_a_rule_that_names_it(shown: Shown, qtbot: Any) -> None:
    page = shown("council")
    desk = page.desk
    before = len(desk.plan.decisions)
    enter(section(page, "decisions").adder, "저녁 공연을 줄인다")
    made = next(one for one in desk.plan.decisions.values() if one.text == "저녁 공연을 줄인다")
    assert made.meeting == "meeting-2"
    enter(field_of(line_of(page, "decisions", made.id), "rule.ends_by"), "12:30")

    def told() -> None:
        rules = [one for one in desk.problems if one.kind == "council_rule" and one.subject("decisions") == made.id]
        assert rules

    qtbot.waitUntil(told)
    enter(field_of(line_of(page, "decisions", made.id), "rule.weekdays"), "토 일")
    assert desk.plan.decisions[made.id].rule.weekdays == (5, 6)
    desk.undo()
    desk.undo()
    desk.undo()
    assert len(desk.plan.decisions) == before


def test_who_was_there_makes_the_quorum(shown: Shown) -> None:
    page = shown("council")
    under: Any = section(page, "meetings").under("meeting-1")
    files, under = under.files, under.attendance
    assert not files.attach.isHidden()
    assert "충족" in under.sentence.text()
    assert "council-5" not in under.chips, "sits only since September"
    under.chips["council-3"].click()
    assert set(page.desk.plan.meetings["meeting-1"].attended) == {"council-1", "council-2"}  # type: ignore[index]
    assert "미달" in under.sentence.text()
    page.desk.undo()
    assert under.chips["council-3"].isChecked()


def test_the_head_counts_what_is_open_and_the_button_leads_to_the_minutes(shown: Shown) -> None:
    page = shown("council")
    assert page.sums.text().endswith("미이행 조건 1건 · 점검하는 규칙 1개")
    went: list[Any] = []
    page.desk.went.connect(lambda key, subject: went.append((key, subject)))
    page.print.click()
    assert went == [("publish", "council-minutes")]


def test_stops_are_added_to_their_route_and_moved(shown: Shown) -> None:
    page = shown("tours")
    desk = page.desk
    stops = section(page, "stops")
    enter(stops.adder, "예시 전망대")
    order = [line.editor.record.title for line in stops.lines()]
    assert order[-1] == "예시 전망대"
    assert stops.lines()[-1].editor.record.route == "route-works"
    stops.lines()[-1].move_up()
    assert [line.editor.record.title for line in stops.lines()][-2] == "예시 전망대"
    before = page.sums.text()
    enter(field_of(stops.lines()[0], "minutes"), "45")
    assert page.sums.text() != before
    desk.undo()
    assert page.sums.text() == before
    enter(section(page, "routes").adder, "둘째 동선")
    assert len([one for one in page.findChildren(ChargeLines) if one.table.kind == "stops"]) == 2


def test_dated_tours_lead_to_their_date(shown: Shown) -> None:
    page = shown("tours")
    desk = page.desk
    parts: Any = section(page, "routes").under("route-works")
    link = parts.findChildren(DateLink)[0]
    assert "11. 10." in link.text()
    assert "25" in link.text()
    went: list[Any] = []
    desk.went.connect(lambda key, subject: went.append((key, subject)))
    parts.more.click()
    link.click()
    assert [(key, subject.id) for key, subject in went] == [
        ("programmes", "programme-outing"),
        ("schedule", "delivery-076"),
    ]


def test_a_shift_takes_names_and_the_event(shown: Shown) -> None:
    page = shown("event-days")
    enter(section(page, "posts").adder, "주차 안내")
    line = next(one for one in section(page, "posts").lines() if one.editor.record.title == "주차 안내")
    assert line.editor.record.event == "event-gif"
    enter(field_of(line, "wanted"), "2")
    enter(field_of(line, "people"), "봉사자 가, 봉사자 라")
    assert line.editor.record.people == ("봉사자 가", "봉사자 라")
    enter(field_of(line_of(page, "events", "event-gif"), "setup_from"), "2025-10-06")
    assert page.desk.plan.events["event-gif"].setup_from == datetime.date(2025, 10, 6)  # type: ignore[index]


def test_a_stay_of_an_artist_of_the_plan_names_that_artist(shown: Shown) -> None:
    page = shown("spaces")
    artist = next(iter(page.desk.plan.artists.values()))
    enter(section(page, "stays").adder, artist.name)
    assert [one.artist for one in page.desk.plan.stays.values() if one.name == artist.name] == [artist.id]
    duties: Any = field_of(line_of(page, "stays", "stay-2"), "duties")
    duties.setPlainText("✓ 2025-10-24 작업 계획서\n2025-11-28 결과 전시")
    duties.document().setModified(True)
    duties.changed_to.emit(duties.toPlainText())
    assert [one.is_done for one in page.desk.plan.stays["stay-2"].duties] == [True, False]  # type: ignore[index]
    assert "80.0점" in page.sums.text()


def test_a_stay_becomes_a_programme_with_a_date_for_each_open_day(shown: Shown) -> None:
    page = shown("spaces")
    desk = page.desk
    parts: Any = section(page, "stays").under("stay-2")
    dates, programmes = len(desk.plan.deliveries), len(desk.plan.programmes)
    parts.become.click()
    stay = desk.plan.stays[StayId("stay-2")]
    made = [one for one in desk.plan.deliveries.values() if one.programme == stay.programme]
    assert [(one.date, one.venue, one.number != "") for one in made] == [(stay.open_days[0], stay.venue, True)]
    assert parts.isHidden(), "nothing is left to make"
    desk.undo()
    assert (len(desk.plan.deliveries), len(desk.plan.programmes)) == (dates, programmes)
    assert desk.plan.stays[StayId("stay-2")].programme is None
    assert not parts.isHidden()


READING = Reading(Wording("en"), datetime.date(2025, 7, 1))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_lists_in_a_field_are_read_back_as_written(language: str) -> None:
    wording = Wording(language)
    days = (datetime.date(2025, 10, 18), datetime.date(2026, 2, 3))
    duties = (Duty("보고서", days[0], is_done=True), Duty("날짜 없음"), Duty("결과 전시", days[1]))
    criteria = (Criterion("겉모습", 40.0, 31.5), Criterion("쓰임", 60.0))
    for form, value in ((WEEKDAYS, (0, 5, 6)), (DAYS, days), (DUTIES, duties), (CRITERIA, criteria)):
        assert form.read(form.write(value, wording), READING) == value
        assert form.read("", READING) == ()


@pytest.mark.parametrize(
    ("form", "text"),
    [(WEEKDAYS, "someday"), (DAYS, "10. 18., tomorrowish"), (CRITERIA, "겉모습 50/40"), (CRITERIA, "/40")],
)
def test_what_makes_no_sense_is_refused(form: Any, text: str) -> None:
    with pytest.raises(RefusedInput):
        form.read(text, READING)


@pytest.mark.parametrize(
    ("text", "key", "identity"),
    [("정기회의", "council", "meeting-1"), ("산단 산책", "tours", "route-works"), ("공원 안전", "event-days", "post-4"),
     ("쉼터 개선", "spaces", "support-grant")],
)  # fmt: skip
def test_the_palette_leads_to_the_line(
    sample_window: MainWindow, shown: Shown, qtbot: Any, text: str, key: str, identity: str
) -> None:
    desk = shown("council").desk
    qtbot.waitUntil(lambda: desk.search is not None)
    going: Any = next(one.act for one in find(desk, [], text) if getattr(one.act, "page", "") == key)
    going()
    frame = sample_window.frame
    assert frame is not None
    assert frame.present_page == key
    assert going.subject.id == identity
    page = shown(key)
    page.show_subject(going.subject)
    line = next(
        one for section in page.findChildren(ChargeLines) for one in section.lines() if one.editor.id == identity
    )
    assert page.focusWidget() is line.fields[0].input


def test_a_tick_on_overview_settles_the_record_itself(sample_window: MainWindow, qtbot: Any) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("overview")
    page: Any = frame.page("overview")
    desk = frame.desk

    def task(kind: str) -> Any:
        return next((one.task for one in page.to_do.lines if one.task.subject.kind == kind), None)

    def state() -> DecisionState:
        return desk.plan.decisions[DecisionId("decision-2")].state

    qtbot.waitUntil(lambda: task("decisions") is not None)
    page.to_do.tick(task("decisions"))
    assert state() is DecisionState.DONE
    page.to_do.tick(task("stays"))
    assert desk.plan.stays["stay-2"].duties[0].is_done  # type: ignore[index]
    qtbot.waitUntil(lambda: task("stays") is None and task("decisions") is None)
    desk.undo()
    desk.undo()
    assert state() is DecisionState.OPEN


def test_a_meeting_of_the_coming_week_stands_on_overview(sample_window: MainWindow, qtbot: Any) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("overview")
    page: Any = frame.page("overview")
    frame.desk.perform(Change("meetings", "meeting-3", {"date": datetime.date(2025, 10, 20)}), StepName("x"))

    def line() -> Any:
        return next((one for one in page.to_do.lines if one.task.subject.kind == "meetings"), None)

    qtbot.waitUntil(lambda: line() is not None)
    assert line().tick is None
    line().words.click()
    assert frame.present_page == "council"


@pytest.mark.parametrize("key", ["council", "tours", "event-days", "spaces", "money"])
def test_every_page_writes_a_workbook_that_changes_nothing(sample_window: MainWindow, key: str, tmp_path: Path) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page(key)
    page: Any = frame.page(key)
    out = tmp_path / "charge.xlsx"
    page.desk.questions = FixedAnswers(out)
    page.export.click()
    proposal = propose_import(page.desk.plan, [out])
    assert set(proposal.counts) == {RowOutcome.SAME}


def test_a_paper_is_attached_to_its_meeting_and_named_in_the_minutes(shown: Shown, tmp_path: Path) -> None:
    page = shown("council")
    paper = tmp_path / "우천 대책.pdf"
    paper.write_bytes(b"%PDF-1.4 paper")
    page.desk.questions = FixedAnswers(paper)
    under: Any = section(page, "meetings").under("meeting-1")
    under.files.attach.click()
    (made,) = [one for one in page.desk.plan.attachments.values() if one.subject == ("meetings", "meeting-1")]
    assert made.name == "우천 대책.pdf"
    assert page.desk.open_plan.content(made.digest) == b"%PDF-1.4 paper"
    out = tmp_path / "minutes.pdf"
    options = DocumentOptions(datetime.datetime(2025, 10, 14))
    export_pdf(page.desk.open_plan, "council-minutes", out, Wording("ko"), options)
    assert "우천 대책.pdf" in squeezed(whole_text(out)).replace("우천대책", "우천 대책")
    page.desk.undo()
    assert not [one for one in page.desk.plan.attachments.values() if one.subject == ("meetings", "meeting-1")]
