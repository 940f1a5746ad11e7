"""The workspace of publishing: the page that is shown is the file that is written and printed."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter

from director_app.documents.options import Remark
from director_app.documents.page_images import page_count
from director_app.domain.programme import Status
from director_app.planner.scope import Scope
from director_app.ui.publishing import publish_page
from director_app.ui.publishing.checks import check_lines
from director_app.ui.publishing.choice import PUBLIC_CALENDAR, days_in_name
from director_app.ui.publishing.print import set_up_page
from director_app.ui.publishing.publish_page import PublishPage
from director_app.ui.questions import FixedAnswers
from tests.documents.reading import outline, whole_text

Show = Callable[..., Any]


@pytest.fixture
def page(show_page: Show, sample: Any, qtbot: Any) -> Any:
    shown = show_page(PublishPage, sample)
    shown.choose("flyer")
    qtbot.waitUntil(lambda: shown.preview.paper is not None, timeout=20000)
    yield shown
    shown.desk.background.close()


def settled(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not page._rest.isActive() and not page.desk.background.is_busy, timeout=20000)


class FilePrinter:
    """A printer that writes a file."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def has_printer(self) -> bool:
        return self.path is not None

    def ask(self, _parent: Any, paper: Any, then: Callable[[QPrinter], object]) -> None:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.path))
        set_up_page(printer, paper)
        then(printer)


def test_the_flyer_of_the_next_programme_is_shown(page: Any, qtbot: Any) -> None:
    settled(page, qtbot)
    assert page.preview.paper.choice.document == "flyer"
    assert page.preview.paper.pages >= 1
    assert not page.preview.sheet._image.isNull()
    assert not page.gallery.tiles["flyer"]._image.isNull()


def test_options_make_another_page(page: Any, qtbot: Any) -> None:
    first = page.preview.paper
    page.options.form.sizes.setFocus()
    qtbot.keyClick(page.options.form.sizes, Qt.Key.Key_Right)
    assert page.choice.size == "A4"
    qtbot.waitUntil(lambda: page.preview.paper is not first, timeout=20000)
    assert page.preview.paper.size[0] > first.size[0] * 1.3


def test_the_pdf_is_written_and_said(page: Any, tmp_path: Path, qtbot: Any) -> None:
    target = tmp_path / "flyer.pdf"
    page.desk.questions = FixedAnswers(target)
    qtbot.mouseClick(page.options.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.said), timeout=20000)
    assert page.said[-1].text.startswith("PDF를 만들었습니다: flyer.pdf")
    assert len(page.said[-1].actions) == 2
    assert page_count(target) == page.preview.paper.pages
    assert page._state_of("flyer").icon == "check"


def test_a_place_that_cannot_be_written_is_a_sentence(page: Any, tmp_path: Path, qtbot: Any) -> None:
    page.desk.questions = FixedAnswers(tmp_path / "nowhere" / "flyer.pdf")
    page.make()
    qtbot.waitUntil(lambda: bool(page.said), timeout=20000)
    assert "flyer.pdf" in page.said[-1].text


def test_an_edit_makes_what_was_given_out_older(page: Any, sample: Any, tmp_path: Path, qtbot: Any) -> None:
    page.desk.questions = FixedAnswers(tmp_path / "flyer.pdf")
    page.make()
    qtbot.waitUntil(lambda: bool(page.said), timeout=20000)
    page.options.checks.enquiries.open()
    page.options.checks.enquiries.phone.setFocus()
    page.options.checks.enquiries.phone.setText("054-111-2222")
    page.options.checks.enquiries.name.setFocus()
    assert sample.plan.season.enquiries_phone == "054-111-2222"
    assert page._state_of("flyer").role == "warn"
    settled(page, qtbot)


def test_the_calendar_is_written_without_contacts(page: Any, tmp_path: Path, qtbot: Any) -> None:
    target = tmp_path / "season.ics"
    page.desk.questions = FixedAnswers(target)
    page.choose(PUBLIC_CALENDAR)
    assert page.calendar.model.rowCount() > 10
    qtbot.mouseClick(page.options.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.said), timeout=20000)
    assert b"BEGIN:VCALENDAR" in target.read_bytes()
    assert "season.ics" in page.said[-1].text
    settled(page, qtbot)


def test_printing_sends_the_pages_of_the_file(page: Any, tmp_path: Path, qtbot: Any) -> None:
    page.giving.printers = FilePrinter(tmp_path / "printed.pdf")
    qtbot.mouseClick(page.options.print_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.said), timeout=20000)
    assert page_count(tmp_path / "printed.pdf") == page.preview.paper.pages


def test_without_a_printer_there_is_a_sentence(page: Any, qtbot: Any) -> None:
    page.giving.printers = FilePrinter(None)
    qtbot.mouseClick(page.options.print_button, Qt.MouseButton.LeftButton)
    assert page.said[-1].level == "warning"


def test_pages_are_saved_as_pictures(page: Any, tmp_path: Path, qtbot: Any) -> None:
    page.desk.questions = FixedAnswers(tmp_path / "page.png")
    page.save_pictures()
    qtbot.waitUntil(lambda: bool(page.said), timeout=20000)
    assert list(tmp_path.glob("page*.png"))


def test_a_notice_is_saved_as_a_picture_for_messengers(page: Any, tmp_path: Path, qtbot: Any) -> None:
    page.desk.questions = FixedAnswers(tmp_path / "notice.png")
    page.save_for_phones()
    qtbot.waitUntil(lambda: bool(page.said), timeout=20000)
    assert page.said[-1].text.startswith("그림 1장을 저장했습니다")
    assert QImage(str(tmp_path / "notice.png")).size() == QSize(1080, 1350)


def test_dates_narrow_the_booklet(page: Any, qtbot: Any) -> None:
    page.choose("booklet")
    page.options.scope._dates_typed("")
    page.options.scope.since.setText("10/1")
    page.options.scope.until.setText("10/31")
    page.options.scope._dates_typed("")
    assert page.choice.scope.since == datetime.date(2025, 10, 1)
    page.options.scope.until.setText("9/1")
    page.options.scope._dates_typed("")
    assert page.options.scope._sentence.text()
    assert page.choice.scope.until == datetime.date(2025, 10, 31)
    settled(page, qtbot)


def test_a_link_opens_what_lacks(page: Any, qtbot: Any) -> None:
    page.choose("booklet")
    line = next(line for line in page.options.checks.lines() if line.subject and line.subject.kind == "deliveries")
    page._go_to_line(line)
    assert page.went[-1] == ("schedule", line.subject)
    settled(page, qtbot)


def test_keys_turn_pages_and_show_the_margins(page: Any, qtbot: Any) -> None:
    page.choose("booklet")
    qtbot.waitUntil(lambda: page.preview.paper and page.preview.paper.choice.document == "booklet", timeout=30000)
    page.preview.setFocus()
    qtbot.keyClick(page.preview, Qt.Key.Key_PageDown)
    assert page.preview.page == 1
    qtbot.keyClick(page.preview, Qt.Key.Key_B)
    assert len(page.preview.sheet._guides) == 2
    settled(page, qtbot)


def test_an_empty_plan_can_make_nothing_and_says_so(show_page: Show, empty: Any, qtbot: Any) -> None:
    page = show_page(PublishPage, empty)
    assert not page.options.make_button.isEnabled()
    assert page.preview.sheet._said
    settled(page, qtbot)


def test_many_records_are_chosen_by_typing_their_name(
    page: Any, sample: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("director_app.ui.forms.record_choice.MOST_LISTED", 3)
    page.choose("booklet")
    field = page.options.scope.fields["venue"]
    assert field.currentWidget() is field.typed
    venue = next(iter(sample.plan.venues.values()))
    field.typed.named.emit("nowhere at all")
    assert field.typed.property("wrong")
    assert page.choice.scope.venue is None
    field.typed.named.emit(venue.name)
    assert page.choice.scope.venue == venue.id
    settled(page, qtbot)


def test_several_marked_documents_are_made_at_once(page: Any, tmp_path: Path, qtbot: Any) -> None:
    settled(page, qtbot)
    page.desk.questions = FixedAnswers(tmp_path)
    for key in ("poster", "day-sheet"):
        qtbot.mouseClick(page.gallery.tiles[key], Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
    assert page.gallery.marked_keys == ("poster", "flyer", "day-sheet")
    assert "3" in page.options.make_button.text()
    page.said.clear()
    qtbot.mouseClick(page.options.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.said), timeout=20000)
    assert len(list(tmp_path.glob("*.pdf"))) == 3
    assert page.said[-1].text.startswith("PDF 3개를 만들었습니다")
    page.make()
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) == 6, timeout=20000)
    page.gallery.unmark()
    assert page.gallery.marked_keys == ()
    settled(page, qtbot)


def test_what_is_chosen_is_copied_as_text(page: Any, qtbot: Any) -> None:
    settled(page, qtbot)
    page.copy_text()
    text = QGuiApplication.clipboard().text()
    assert "일시 " in text
    assert "장소 " in text
    assert "010-" not in text
    assert page.said[-1].text == "글로 복사했습니다."


def test_of_a_long_document_the_first_dates_are_shown_until_all_are_wanted(
    show_page: Show, sample: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish_page, "MANY", 10)
    monkeypatch.setattr(publish_page, "FIRST", 5)
    page = show_page(PublishPage, sample)
    qtbot.waitUntil(lambda: page.preview.paper is not None, timeout=20000)
    settled(page, qtbot)
    quick = page.preview.paper
    assert quick.left_out > 0
    assert page.preview.whole.isVisible()
    page.print_paper()
    assert page.said[-1].text == "먼저 모든 쪽을 만듭니다. 다 보이면 다시 해 주세요."
    qtbot.waitUntil(lambda: page.preview.paper.left_out == 0, timeout=20000)
    assert page.preview.paper.pages > quick.pages
    assert not page.preview.whole.isVisible()
    settled(page, qtbot)
    page.desk.background.close()


def test_the_options_come_after_the_first_paint_or_when_asked_for(show_page: Show, sample: Any, qtbot: Any) -> None:
    page = show_page(PublishPage, sample)
    before = page.preview.width()
    qtbot.waitUntil(lambda: page._options is not None and page.options.make_button.isVisible())
    assert page.preview.width() == before
    settled(page, qtbot)
    page.desk.background.close()


def test_one_file_for_each_of_something(page: Any, tmp_path: Path, qtbot: Any) -> None:
    settled(page, qtbot)
    page.choose("venue-sheet")
    kinds = page.choice.spec.scopes
    assert "area" in kinds
    entries = [action.text() for action in page.ways.menu().actions()[0].menu().actions()]
    assert "권역마다" in entries
    page.desk.questions = FixedAnswers(tmp_path)
    page.said.clear()
    page.ways.make_each("area")
    qtbot.waitUntil(lambda: bool(page.said), timeout=30000)
    made = sorted(path.name for path in tmp_path.glob("*.pdf"))
    areas = {page.desk.plan.areas[one].name for one in page.desk.plan.areas}
    assert len(made) > 1
    assert all(any(area in name for area in areas) for name in made)
    assert page.said[-1].text.startswith(f"PDF {len(made)}개를 만들었습니다")
    settled(page, qtbot)


def test_all_of_something_in_one_file(page: Any, tmp_path: Path, qtbot: Any) -> None:
    settled(page, qtbot)
    page.choose("venue-sheet")
    menus = [action for action in page.ways.menu().actions() if action.menu() is not None]
    entry = next(each for each in menus[1].menu().actions() if each.text() == "권역마다")
    page.desk.questions = FixedAnswers(tmp_path / "all.pdf")
    page.said.clear()
    entry.trigger()
    qtbot.waitUntil(lambda: bool(page.said), timeout=30000)
    assert page.said[-1].text.startswith("PDF를 만들었습니다: all.pdf")
    parts = [title for level, title, _page in outline(tmp_path / "all.pdf") if level == 0]
    assert parts == sorted(one.name for one in page.desk.plan.areas.values() if one.name in parts)
    assert len(parts) > 1
    assert list(tmp_path.glob("*.pdf")) == [tmp_path / "all.pdf"]
    settled(page, qtbot)


def test_a_document_to_edit_is_chosen_and_made(page: Any, tmp_path: Path, qtbot: Any) -> None:
    assert not page.options.form.forms.isVisibleTo(page.options)
    page.choose("result-report")
    qtbot.waitUntil(lambda: page.preview.paper.choice.document == "result-report", timeout=20000)
    settled(page, qtbot)
    page.set_edition(True)
    forms = page.options.form.forms
    assert forms.isVisibleTo(page.options)
    forms.setFocus()
    qtbot.keyClick(forms, Qt.Key.Key_Right)
    settled(page, qtbot)
    assert page.options.make_button.text() == "DOCX 만들기"
    assert "시안" in page.options._stage_words.text()
    assert page.preview.paper.pages > 1, "what is shown is pages in any case"
    target = tmp_path / "report.docx"
    page.desk.questions = FixedAnswers(target)
    page.said.clear()
    qtbot.mouseClick(page.options.make_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.said), timeout=20000)
    assert page.said[-1].text == "문서를 만들었습니다: report.docx"
    assert zipfile.is_zipfile(target)
    assert not page.desk.plan.releases, "what anybody can change is no edition"
    page.gallery.tiles["notice"].mark_wanted.emit("notice")
    assert page.options.make_button.text() == "파일 2개 만들기"
    page.gallery.unmark()
    settled(page, qtbot)


def test_letters_to_edit_one_for_each(page: Any, tmp_path: Path, qtbot: Any) -> None:
    settled(page, qtbot)
    page.choose("offer-letter")
    page.set_choice(replace(page.choice, form="docx"))
    page.desk.questions = FixedAnswers(tmp_path)
    page.said.clear()
    page.ways.make_each("application")
    qtbot.waitUntil(lambda: bool(page.said), timeout=30000)
    made = list(tmp_path.glob("*.docx"))
    assert len(made) > 1
    assert all(zipfile.is_zipfile(path) for path in made)
    assert page.said[-1].text.startswith(f"파일 {len(made)}개를 만들었습니다.")
    settled(page, qtbot)


def test_a_flyer_of_an_area_needs_no_programme(page: Any, qtbot: Any) -> None:
    settled(page, qtbot)
    area = next(iter(page.desk.plan.areas))
    page.set_choice(page.choice.narrowed(area=area))
    assert page.options.scope.fields["programme"].isVisibleTo(page.options)
    page.set_choice(page.choice.narrowed(programme=None, delivery=None))
    qtbot.waitUntil(lambda: getattr(page.preview.paper, "choice", None) == page.choice, timeout=20000)
    assert page.desk.plan.areas[area].name in whole_text(page.preview.paper.path)
    settled(page, qtbot)


def test_the_programme_is_saved_as_web_pages(page: Any, tmp_path: Path, qtbot: Any) -> None:
    settled(page, qtbot)
    assert "웹 페이지로 저장" in [action.text() for action in page.ways.menu().actions()]
    page.desk.questions = FixedAnswers(tmp_path)
    page.said.clear()
    page.ways.save_web_pages()
    qtbot.waitUntil(lambda: bool(page.said), timeout=30000)
    folder = next(tmp_path.glob("*웹 페이지"))
    assert (folder / "index.html").is_file()
    assert folder.name in page.said[-1].text
    settled(page, qtbot)


def test_what_is_chosen_is_copied_as_a_table(page: Any, qtbot: Any) -> None:
    settled(page, qtbot)
    page.ways.copy_table()
    settled(page, qtbot)
    data = QGuiApplication.clipboard().mimeData()
    lines = data.text().splitlines()
    assert "\t" in lines[0]
    told = [one for one in page._spoken() if one.status is not Status.IDEA]
    assert len(lines) == len(told) + 1
    assert "<table" in data.html()
    assert "010-" not in data.text()


def test_a_remark_of_several_pages_is_told_once(page: Any) -> None:
    remark = Remark("Nothing overflows and no character is missing", {}, "", 2, None)
    again = remark._replace(page=3)
    lines = check_lines(page.choice, page.desk.plan, [], (remark, again), page.desk.wording)
    told = [line for line in lines if line.level == "warning"]
    assert [line.page for line in told] == [2]


@pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager
def test_a_template_is_begun_worded_and_taken_back(page: Any, qtbot: Any) -> None:
    row = page.options.form.template
    row.button.click()
    template = page.desk.plan.templates[page.choice.template]
    assert (template.document, row.field.current()) == ("flyer", template.id)
    dialog = row.dialog
    dialog.words["About"].setText("어떤 공연인가요")
    dialog.words["About"].changed_to.emit("어떤 공연인가요")
    dialog.ticks["qr"].click()
    dialog.colour.changed_to.emit("green")
    dialog.colour.changed_to.emit("#C22A1F")
    settled(page, qtbot)
    kept = page.desk.plan.templates[template.id]
    assert ([tuple(one) for one in kept.words], kept.left_out, kept.colour) == (
        [("About", "어떤 공연인가요")], ("qr",), "#C22A1F",
    )  # fmt: skip
    assert page._papers["flyer"].choice.template == template.id
    dialog.remove_button.click()
    assert not page.desk.plan.templates
    settled(page, qtbot)
    assert page.choice.template is None


@pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager
def test_a_template_goes_out_and_comes_in_as_a_file(page: Any, qtbot: Any, tmp_path: Path) -> None:
    row = page.options.form.template
    row.button.click()
    row.dialog.name.changed_to.emit("축제 전단")
    page.desk.questions = FixedAnswers(tmp_path / "mine.cdtemplate")
    row.dialog.pass_button.click()
    row.dialog.close_button.click()
    page.choose("booklet")
    page.ways.take_in_template()
    settled(page, qtbot)
    assert page.choice.document == "flyer"
    assert page.desk.plan.templates[page.choice.template].name == "축제 전단 2"


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        (None, None, ""),
        ((2026, 12, 1), (2026, 12, 31), "2026-12"),
        ((2026, 12, 7), (2026, 12, 7), "2026-12-07"),
        ((2026, 12, 7), (2026, 12, 13), "2026-12-07~2026-12-13"),
        ((2026, 12, 1), (2027, 1, 31), "2026-12-01~2027-01-31"),
        (None, (2026, 12, 13), "~2026-12-13"),
    ],
)
def test_the_file_of_another_month_has_another_name(since: Any, until: Any, said: str) -> None:
    first, last = (datetime.date(*day) if day else None for day in (since, until))
    assert days_in_name(Scope(since=first, until=last)) == said


def test_a_whole_flyer_in_a_workers_language(page: Any, qtbot: Any) -> None:
    first, field = page.preview.paper, page.options.form.language
    field.chosen.emit("vi")
    assert page.choice.in_language == "vi"
    assert field.current() == "vi"
    qtbot.waitUntil(lambda: page.preview.paper is not first, timeout=20000)
    assert page.preview.paper.choice.in_language == "vi"
    field.chosen.emit("en")
    assert (page.choice.language, page.choice.in_language) == ("en", "")
