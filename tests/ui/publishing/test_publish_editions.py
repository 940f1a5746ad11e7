"""Editions in the workspace of publishing: one click freezes, numbers and makes; what is out of date says so."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from director_app.calendars.options import CalendarOptions
from director_app.documents.making import DocumentOptions
from director_app.domain.edits import Change
from director_app.operations import releases
from director_app.operations.publishing import export_calendar_edition
from director_app.ui.publishing.choice import PUBLIC_CALENDAR
from director_app.ui.publishing.publish_page import PublishPage
from director_app.ui.questions import FixedAnswers
from director_app.wording import Wording
from tests.documents.reading import whole_text
from tests.plan_files import STEP
from tests.ui.publishing.test_publish_page import FilePrinter

Show = Callable[..., Any]


@pytest.fixture
def page(show_page: Show, sample: Any, qtbot: Any) -> Any:
    shown = show_page(PublishPage, sample)
    shown.choose("contact-list")
    settled(shown, qtbot)
    yield shown
    shown.desk.background.close()


def settled(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not page._rest.isActive() and not page.desk.background.is_busy, timeout=30000)


def to_edition(page: Any, qtbot: Any) -> None:
    stage = page.options.stage
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=stage.rect().center() + stage.rect().center() * 0.8)
    assert stage.current() == "edition"
    settled(page, qtbot)


def give_out(page: Any, path: Path, qtbot: Any) -> str:
    page.desk.questions = FixedAnswers(path)
    page.said.clear()
    page.make()
    qtbot.waitUntil(lambda: bool(page.said), timeout=30000)
    settled(page, qtbot)
    text: str = page.said[-1].text
    return text


def move_one(page: Any, qtbot: Any) -> None:
    plan = page.desk.plan
    one = min((each for each in plan.deliveries.values() if each.start), key=lambda each: each.number)
    page.desk.perform(Change("deliveries", one.id, {"start": one.start + 30, "end": None}), STEP)
    settled(page, qtbot)


def test_the_switch_shows_the_mark_and_the_proof(page: Any, qtbot: Any) -> None:
    assert "시안" in whole_text(page.preview.paper.path)
    to_edition(page, qtbot)
    assert "1판" in whole_text(page.preview.paper.path)
    assert "1판" in page.options._stage_words.text()
    said = " ".join(line.sentence for line in page.options.checks.lines())
    for word in ("요일", "문의", "주최", "우천", "확인"):
        assert word in said, word
    assert not page.desk.plan.releases  # nothing is frozen by looking
    page.set_edition(False)
    settled(page, qtbot)
    assert page.options.stage.current() == "draft"
    assert "시안" in whole_text(page.preview.paper.path)


def test_one_click_freezes_numbers_and_makes(page: Any, tmp_path: Path, qtbot: Any) -> None:
    to_edition(page, qtbot)
    out = tmp_path / "list.pdf"
    said = give_out(page, out, qtbot)
    assert "1판" in said
    assert "1판" in whole_text(out)
    tile = page.gallery.tiles["contact-list"]
    assert tile._state.role == "ok"
    assert tile._state.text.startswith("1판")
    assert "그대로" in give_out(page, out, qtbot)
    assert [one.number for one in releases.editions(page.desk.plan)] == [1]
    move_one(page, qtbot)
    assert tile._state.role == "warn"
    assert tile._state.text == "변경 1건"
    assert "2판" in page.options._stage_words.text()
    page.desk.undo()
    settled(page, qtbot)
    assert tile._state.role == "ok"  # the plan says again what is on paper
    assert [one.number for one in releases.editions(page.desk.plan)] == [1]


def test_what_is_out_of_date_is_made_again_at_once(page: Any, tmp_path: Path, qtbot: Any) -> None:
    to_edition(page, qtbot)
    give_out(page, tmp_path / "list.pdf", qtbot)
    page.choose("problem-list")
    settled(page, qtbot)
    give_out(page, tmp_path / "problems.pdf", qtbot)
    move_one(page, qtbot)
    folder = tmp_path / "again"
    folder.mkdir()
    page.desk.questions = FixedAnswers(folder)
    page.said.clear()
    page.make_again()
    qtbot.waitUntil(lambda: bool(page.said), timeout=30000)
    settled(page, qtbot)
    assert "2판" in page.said[-1].text
    made = list(folder.glob("*.pdf"))
    assert len(made) == 2
    assert all("2판" in whole_text(path) for path in made)
    assert page.outdated() == []
    given = releases.latest(page.desk.plan)
    assert given is not None
    assert {one.document for one in given.given} == {"contact-list", "problem-list"}
    options = DocumentOptions(datetime.datetime(2025, 8, 14), edition="2")
    assert releases.edition_before(page.desk.plan, options).number == 1


def test_what_is_printed_as_an_edition_is_frozen_first(page: Any, tmp_path: Path, qtbot: Any) -> None:
    to_edition(page, qtbot)
    page.said.clear()
    page.giving.printers = FilePrinter(tmp_path / "printed.pdf")
    page.print_paper()
    qtbot.waitUntil(lambda: (tmp_path / "printed.pdf").exists() and len(page.said) == 2, timeout=30000)
    settled(page, qtbot)
    assert "1판" in page.said[0].text
    assert [one.number for one in releases.editions(page.desk.plan)] == [1]
    assert page.preview.news.text() == ""
    page.desk.questions = FixedAnswers(tmp_path / "page.png")
    page.save_pictures()
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("page*.png"))), timeout=30000)
    settled(page, qtbot)
    assert len(page.desk.plan.releases) == 1


def test_a_plan_that_may_only_be_read_makes_drafts_only(page: Any, tmp_path: Path, qtbot: Any) -> None:
    to_edition(page, qtbot)
    page.desk.open_plan._store.read_only = ("This file may only be read.", {})
    give_out(page, tmp_path / "list.pdf", qtbot)
    assert page.said[-1].level == "warning"
    assert not (tmp_path / "list.pdf").exists()
    page.desk.open_plan._store.read_only = None


def test_a_calendar_that_was_given_out_says_how_much_changed_since(page: Any, tmp_path: Path, qtbot: Any) -> None:
    now = datetime.datetime(2025, 8, 14, 9, 30, tzinfo=datetime.UTC)
    export_calendar_edition(page.desk.open_plan, tmp_path / "a.ics", Wording("ko"), CalendarOptions(), now)
    move_one(page, qtbot)
    qtbot.waitUntil(lambda: page._state_of(PUBLIC_CALENDAR).role == "warn", timeout=30000)
    assert page._state_of(PUBLIC_CALENDAR).text == "변경 1건"
    assert not [choice for choice in page.outdated() if choice.is_calendar], "a calendar is no print to make again"


def test_the_public_calendar_is_given_out_as_an_edition_by_the_same_switch(
    page: Any, tmp_path: Path, qtbot: Any
) -> None:
    page.choose("calendar-internal")
    settled(page, qtbot)
    assert not page.options.stage.isVisibleTo(page), "a team calendar is no edition"
    page.choose(PUBLIC_CALENDAR)
    settled(page, qtbot)
    to_edition(page, qtbot)
    page.options.form.repeating.click()
    settled(page, qtbot)
    said = give_out(page, tmp_path / "a.ics", qtbot)
    (release,) = page.desk.plan.releases.values()
    assert [one.document for one in release.given] == [PUBLIC_CALENDAR]
    assert "X-WR-CALDESC:" in (tmp_path / "a.ics").read_text("utf-8")
    assert str(release.number) in said
    page.choose("calendar-internal")
    settled(page, qtbot)
    give_out(page, tmp_path / "b.ics", qtbot)
    assert "X-WR-CALDESC" not in (tmp_path / "b.ics").read_text("utf-8")
    assert len(page.desk.plan.releases) == 1
