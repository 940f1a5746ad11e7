"""Giving out: files where the user wants them, pages to a printer, pictures; and what was given out so far."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from director_app.atomic_files import clean_file_name
from director_app.documents.options import Made
from director_app.domain.plan import Plan
from director_app.domain.refusals import Refusal
from director_app.operations.sentences import refusal_sentence
from director_app.ui.desk import Desk, Level, MessageAction
from director_app.ui.publishing.choice import (
    Choice,
    file_name,
    lacks,
    subject_of,
    title_of,
)
from director_app.ui.publishing.editions import Editions
from director_app.ui.publishing.pictures import make_screen_picture, save_pictures
from director_app.ui.publishing.print import PrinterChoice, PrintRun, SystemPrinters
from director_app.ui.publishing.work import (
    MadeCalendar,
    MadePaper,
    NotMade,
    PageImage,
    draw_page,
    make_calendar_file,
    make_paper,
    make_papers,
    order,
)
from director_app.wording import Wording, message

if TYPE_CHECKING:
    from director_app.documents.screen_pictures import ShapeName

PDF_MADE = message("PDF made: {file} ({pages} pages)")
CALENDAR_MADE = message("Calendar made: {file} ({n} entries)")
DOCUMENT_MADE = message("Document made: {file}")
FILES = {
    ".ics": (message("Calendars (*.ics)"), message("Make iCal")),
    ".pdf": (message("PDF (*.pdf)"), message("Make PDF")),
    ".docx": (message("Documents to edit (*.docx)"), message("Make DOCX")),
}
"""What a file of that ending is called in the dialog, and on the button that makes it."""
MOST_FAILURES = 4
NO_PRINTER = message("No printer is connected to this computer. Make the PDF and print it elsewhere.")


@dataclass(frozen=True, slots=True)
class Given:
    """What was made in this session: when, and the plan it was made of."""

    at: datetime.datetime
    plan: Plan
    path: Path


class Giving(QObject):
    """Makes files of a choice and remembers what was given out in this session.

    Attributes: ``given`` by document, ``printers`` to print on. Signals: ``done()`` when something was made.
    """

    done = Signal()

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self.desk = desk
        self._page = page
        self.given: dict[str, Given] = {}
        self.editions = Editions(desk, self)
        self.editions.made.connect(self._edition_made)
        self.editions.calendar_frozen.connect(self._make_calendar)
        self.printers: PrinterChoice = SystemPrinters(self)
        self._shape: ShapeName = "phone"
        self._print_run: PrintRun | None = None
        self._printed_paper: MadePaper | None = None
        #: What waits for the edition to be frozen: printing, or saving pictures.
        self._after: Callable[[MadePaper], None] | None = None

    def make(self, choice: Choice) -> None:
        """Make the file where the user says: a PDF or a calendar."""
        wording = self.desk.wording
        sentence = lacks(choice, self.desk.plan, wording)
        if sentence:
            self.desk.say(sentence, level="warning")
            return
        name = clean_file_name(file_name(choice, self.desk.plan, wording), choice.suffix)
        kinds, title = (wording.text(words) for words in FILES[choice.suffix])
        path = self.desk.questions.file_to_write(self._page, title, kinds, documents_folder() / name)
        if path is None:
            return
        if choice.is_calendar and not choice.is_given_out:
            self._make_calendar(choice, path, None)
        elif choice.is_given_out:
            title = wording.text("Making {name}", name=title_of(choice, wording))
            self.editions.give([(choice, path)], title)
        else:
            title = wording.text("Making {name}", name=title_of(choice, wording))
            self.desk.background.run(
                make_paper, order(self.desk, choice), path, now(), then=self._file_made, title=title
            )

    def make_several(self, choices: list[Choice]) -> None:
        """Make several prints into a folder, one after the other; a file that is there already stays."""
        wording = self.desk.wording
        folder = self.desk.questions.folder_to_write(
            self._page, wording.text("Where shall they go?"), documents_folder()
        )
        if folder is None:
            return
        wanted: list[tuple[Choice, Path]] = []
        taken: set[Path] = set()
        for choice in choices:
            name = clean_file_name(file_name(choice, self.desk.plan, wording), choice.suffix)
            path = free_name(folder / name, taken)
            taken.add(path)
            wanted.append((choice, path))
        title = wording.plural("Making {n} document", "Making {n} documents", len(wanted))
        if any(choice.is_given_out for choice, _path in wanted):
            self.editions.give(wanted, title)
            return
        orders = tuple((order(self.desk, choice), path) for choice, path in wanted)
        self.desk.background.run(make_papers, orders, now(), then=self._several_made, title=title)

    def _edition_made(self, results: list[MadePaper | NotMade], sentence: str) -> None:
        """Say which edition it is, and where it lies or why not."""
        made = [one for one in results if isinstance(one, MadePaper)]
        after, self._after = self._after, None
        if after is not None and made:
            self.desk.say(sentence, level="ok")
            self.done.emit()
            after(made[0])
        elif len(results) == len(made) == 1:
            self._file_made(made[0], sentence)
        else:
            self._several_made(results, sentence)

    def _several_made(self, results: list[MadePaper | NotMade], sentence: str = "") -> None:
        wording = self.desk.wording
        made = [one for one in results if isinstance(one, MadePaper)]
        for one in made:
            self.given[one.choice.document] = Given(now(), one.plan, one.path)
        said = [sentence] if sentence else []
        if all(one.pages for one in made):
            said.append(wording.plural("{n} PDF made", "{n} PDFs made", len(made)))
        else:
            said.append(wording.plural("{n} file made", "{n} files made", len(made)))
        said += self._failures([one for one in results if isinstance(one, NotMade)])
        is_whole = len(made) == len(results)
        actions = self._file_actions(made[0].path)[1:] if made else ()
        self.desk.say(" ".join(said) if is_whole else "\n".join(said), actions, level="ok" if is_whole else "warning")
        self.done.emit()

    def _failures(self, results: list[NotMade]) -> list[str]:
        """Why some were not made: the first few, and how many more."""
        wording, plan = self.desk.wording, self.desk.plan
        said = [
            wording.text(
                "{name}: {why}",
                name=" · ".join(filter(None, (title_of(one.choice, wording), subject_of(one.choice, plan, wording)))),
                why=refusal_sentence(wording, one.refusal),
            )
            for one in results
            if one.refusal is not None
        ]
        more = len(said) - MOST_FAILURES
        rest = [wording.plural("and {n} more", "and {n} more", more)] if more > 0 else []
        return said[:MOST_FAILURES] + rest

    def copy_text(self, choice: Choice) -> None:
        """Put what the choice speaks of on the clipboard, as plain text."""
        from director_app.documents.plain_text import notice_text

        try:
            text = notice_text(self.desk.plan, Wording(choice.language), choice.options(now()))
        except Refusal as refusal:
            self.desk.say_refusal(refusal)
            return
        QGuiApplication.clipboard().setText(text)
        self.desk.say(self.desk.wording.text("Copied as text."), level="ok")

    def print_paper(self, paper: MadePaper | None) -> None:
        """Print a finished PDF through the system's dialog."""
        if not self.printers.has_printer():
            self.desk.say(self.desk.wording.text(NO_PRINTER), level="warning")
        elif paper is not None and paper.choice.is_edition:
            self._freeze_before(self._ask_printer, paper)
        elif paper is not None:
            self._ask_printer(paper)

    def _ask_printer(self, paper: MadePaper) -> None:
        self._printed_paper = paper
        self.printers.ask(self._page, paper, self._begin_print)

    def _freeze_before(self, act: Callable[[MadePaper], None], paper: MadePaper) -> None:
        """What leaves the house as an edition is frozen first, also when no file is kept of it."""
        self._after = act
        path = free_name(paper.path.with_name(f"edition-{paper.path.name}"), set())
        self.editions.give([(paper.choice, path)], title_of(paper.choice, self.desk.wording))

    def save_pictures(self, paper: MadePaper | None) -> None:
        """Save every page of a finished PDF as a picture, for messengers and canteen screens."""
        if paper is not None and paper.choice.is_edition:
            self._freeze_before(self._save_pictures, paper)
        elif paper is not None:
            self._save_pictures(paper)

    def _save_pictures(self, paper: MadePaper) -> None:
        wording = self.desk.wording
        name = clean_file_name(file_name(paper.choice, self.desk.plan, wording), ".png")
        title = wording.text("Save as pictures")
        path = self.desk.questions.file_to_write(
            self._page, title, wording.text("Pictures (*.png)"), documents_folder() / name
        )
        if path is not None:
            self.desk.background.run(save_pictures, paper, path, then=self._pictures_saved, title=title)

    def save_screen_picture(self, paper: MadePaper | None, shape: ShapeName) -> None:
        """Save what the print says as one picture, for messengers or for the screens of canteens."""
        self._shape = shape
        if paper is not None and paper.choice.is_edition:
            self._freeze_before(self._save_screen_picture, paper)
        elif paper is not None:
            self._save_screen_picture(paper)

    def _save_screen_picture(self, paper: MadePaper) -> None:
        wording, choice = self.desk.wording, paper.choice
        name = clean_file_name(f"{file_name(choice, self.desk.plan, wording)} {self._shape}", ".png")
        title = wording.text("Save as a picture")
        path = self.desk.questions.file_to_write(
            self._page, title, wording.text("Pictures (*.png)"), documents_folder() / name
        )
        if path is not None:
            work = (make_screen_picture, order(self.desk, choice), self._shape, path, now())
            self.desk.background.run(*work, then=self._screen_picture_saved, title=title)

    def _screen_picture_saved(self, result: Made | NotMade) -> None:
        wording = self.desk.wording
        if isinstance(result, NotMade):
            if result.refusal is not None:
                self.desk.say_refusal(result.refusal)
            return
        said = [wording.plural("{n} picture saved", "{n} pictures saved", 1)]
        said += [wording.text(remark.message, **dict(remark.values)) for remark in result.remarks]
        level: Level = "warning" if result.remarks else "ok"
        self.desk.say("\n".join(said), self._file_actions(result.path), level=level)

    def _make_calendar(self, choice: Choice, path: Path, edition: int | None) -> None:
        from director_app.operations.whole_plans import ledger_of

        known = ledger_of(self.desk.open_plan)
        title = self.desk.wording.text("Making {name}", name=title_of(choice, self.desk.wording))
        work = (make_calendar_file, self.desk.plan, known, choice, path, now(), edition)
        self.desk.background.run(*work, then=self._calendar_made, title=title)

    def _calendar_made(self, result: MadeCalendar | NotMade) -> None:
        from director_app.operations.publishing import publish_calendar

        if isinstance(result, NotMade):
            if result.refusal is not None:
                self.desk.say_refusal(result.refusal)
            return
        choice, path = result.choice, result.path
        action = _Writing(publish_calendar, self.desk.open_plan, result.work, path, Wording(choice.language))
        published = self.desk.attempt(action)
        if published is None:
            return
        self.given[choice.document] = Given(now(), result.plan, path)
        sentences = [self.desk.wording.text(CALENDAR_MADE, file=path.name, n=published.amount), *published.remarks]
        if choice.is_given_out:
            sentences.insert(0, self.editions.give_out_calendar(choice))
        self.desk.say(" ".join(sentences), self._file_actions(path), level="ok")
        self.done.emit()

    def _file_made(self, result: MadePaper | NotMade, sentence: str = "") -> None:
        if isinstance(result, NotMade):
            if result.refusal is not None:
                self.desk.say_refusal(result.refusal)
            return
        self.given[result.choice.document] = Given(now(), result.plan, result.path)
        words = PDF_MADE if result.pages else DOCUMENT_MADE
        text = self.desk.wording.text(words, file=result.path.name, pages=result.pages)
        self.desk.say(f"{sentence} {text}".strip(), self._file_actions(result.path), level="ok")
        self.done.emit()

    def _file_actions(self, path: Path) -> tuple[MessageAction, ...]:
        wording = self.desk.wording
        return (
            MessageAction(wording.text("Open"), _Opening(path)),
            MessageAction(wording.text("Show in folder"), _Opening(path.parent)),
        )

    def _pictures_saved(self, saved: int | Refusal) -> None:
        if isinstance(saved, Refusal):
            self.desk.say_refusal(saved)
        else:
            self.desk.say(self.desk.wording.plural("{n} picture saved", "{n} pictures saved", saved), level="ok")

    def _begin_print(self, printer: QPrinter) -> None:
        paper = self._printed_paper
        if paper is not None:
            self._print_run = PrintRun(printer, paper, _Drawing(paper.path), self)
            self._print_run.finished.connect(self._printed)
            self._print_run.failed.connect(self._not_printed)
            self._print_run.start()

    def _printed(self, pages: int) -> None:
        self.desk.say(self.desk.wording.plural("{n} page printed", "{n} pages printed", pages), level="ok")

    def _not_printed(self) -> None:
        self.desk.say(self.desk.wording.text("The printer did not take the pages."), level="warning")


def documents_folder() -> Path:
    """Where files are proposed to go."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) if folder and Path(folder).is_dir() else Path.home()


def free_name(path: Path, taken: set[Path]) -> Path:
    """The path, or the next one with a number that neither is there nor is taken."""
    number, free = 2, path
    while free.exists() or free in taken:
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
        number += 1
    return free


def now() -> datetime.datetime:
    """The wall clock of this computer with its zone, whole minutes."""
    return datetime.datetime.now().astimezone().replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class _Writing:
    write: Callable[..., Any]
    open_plan: Any
    work: Any
    path: Path
    wording: Wording

    def __call__(self) -> Any:
        return self.write(self.open_plan, self.work, self.path, self.wording)


@dataclass(frozen=True, slots=True)
class _Opening:
    path: Path

    def __call__(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path)))


@dataclass(frozen=True, slots=True)
class _Drawing:
    path: Path

    def __call__(self, page: int, scale: float) -> PageImage | None:
        return draw_page(self.path, page, scale, threading.Event())
