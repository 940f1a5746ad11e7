"""Giving the programme out as web pages: made beside the window, told to the plan, then written beside the window."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from director_app.atomic_files import clean_file_name, write_folder
from director_app.domain.plan import Plan
from director_app.domain.refusals import Refusal
from director_app.ui.publishing.choice import Choice
from director_app.ui.publishing.giving import documents_folder, now
from director_app.wording import Wording

if TYPE_CHECKING:
    from director_app.operations.open_plan import OpenPlan
    from director_app.ui.desk import Desk


def web_beside(
    plan: Plan, known: Mapping[Any, Any], choice: Choice, made_at: datetime.datetime, _stop: threading.Event
) -> Any:
    """The pages of a choice, or why there are none."""
    from director_app.operations.web_publishing import make_web

    try:
        return make_web(plan, known, Wording(choice.language), choice.scope, made_at)
    except Refusal as refusal:
        return refusal


def written_beside(folder: Path, files: Mapping[str, bytes], _stop: threading.Event) -> Refusal | None:
    """Write the folder; why that could not be done."""
    try:
        write_folder(folder, files)
    except Refusal as refusal:
        return refusal
    return None


class WebWay(QObject):
    """Asks for the place, makes the pages and says where they are."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._folder = Path()
        self._said: list[str] = []

    def make(self, choice: Choice) -> None:
        """Make the pages of what is chosen into a folder of their own, inside the one she names."""
        from director_app.operations.whole_plans import ledger_of

        desk = self._desk
        inside = desk.questions.folder_to_write(
            self._page, desk.wording.text("Where shall they go?"), documents_folder()
        )
        if inside is None:
            return
        season, wording = desk.plan.season, Wording(choice.language)
        title = (choice.language == "en" and season.title_en) or season.title
        self._folder = inside / clean_file_name(wording.text("{title} web pages", title=title))
        work = (web_beside, desk.plan, ledger_of(desk.open_plan), choice, now())
        desk.background.run(*work, then=self._made, title=self._title())

    def _title(self) -> str:
        return self._desk.wording.text("Making web pages")

    def _made(self, work: Any) -> None:
        desk = self._desk
        if isinstance(work, Refusal):
            desk.say_refusal(work)
            return
        kept = desk.attempt(_Keeping(desk.open_plan, work.risen, desk.wording))
        if kept is None:
            return
        self._said = [*work.remarks, *kept]
        desk.background.run(written_beside, self._folder, work.files, then=self._written, title=self._title())

    def _written(self, refusal: Refusal | None) -> None:
        desk = self._desk
        if refusal is not None:
            desk.say_refusal(refusal)
            return
        said = desk.wording.text("Web pages made: {folder}. Open index.html.", folder=self._folder.name)
        desk.say(" ".join([said, *self._said]), level="ok")


@dataclass(frozen=True, slots=True)
class _Keeping:
    open_plan: OpenPlan
    risen: dict[str, str]
    wording: Wording

    def __call__(self) -> tuple[str, ...]:
        from director_app.operations.publishing import keep_told

        return keep_told(self.open_plan, self.risen, self.wording)
