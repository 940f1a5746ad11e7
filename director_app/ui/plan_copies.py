"""Copies of plans opened again: after a file was lost, or because an earlier state is wanted. None replaces a file."""

from __future__ import annotations

import datetime
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from director_app import paths
from director_app.atomic_files import clean_file_name
from director_app.domain.refusals import CannotUseFile
from director_app.operations.keeping import BackupFacts, latest_good_copy, lost_plan, write_copy
from director_app.operations.sentences import refusal_sentence
from director_app.ui.desk import Desk
from director_app.ui.files import free_name
from director_app.ui.messages import Message, MessageAction
from director_app.ui.opening import when_made

if TYPE_CHECKING:
    from director_app.ui.main_window import MainWindow
    from director_app.ui.plans import Plans


class PlanCopies(QObject):
    """Finds and opens the copies the program made by itself."""

    def __init__(self, plans: Plans, window: MainWindow) -> None:
        super().__init__(plans)
        self._plans = plans
        self._window = window
        self._refusal: CannotUseFile | None = None
        self._lost: Path | None = None
        self._found: BackupFacts | None = None
        self._origin: tuple[Path, datetime.datetime] | None = None

    def look_for(self, refusal: CannotUseFile) -> bool:
        """Whether a good copy of the plan that could not be opened is being looked for; what is found is said then."""
        self._refusal, self._lost, self._found = refusal, lost_plan(refusal), None
        if self._lost is not None:
            self._plans.jobs.run(_latest_good, self._lost, then=self._offer)
        return self._lost is not None

    def recover(self) -> None:
        """Open the copy that was found."""
        if self._found is not None and self._lost is not None:
            self.open(self._found, self._lost)

    def open(self, facts: BackupFacts, plan: Path) -> None:
        """Write a copy into a new file beside its plan, or in the data folder, and open that."""
        folder = plan.parent
        if not os.access(folder, os.W_OK):
            folder = paths.data_folder()
            folder.mkdir(parents=True, exist_ok=True)
        stem = clean_file_name(f"{plan.stem} ({facts.made_at:%Y-%m-%d %H.%M})")
        target = free_name(folder, stem, paths.PLAN_SUFFIX)
        self._origin = (target, facts.made_at)
        self._plans.jobs.run(_write, facts.path, target, then=self._open_written, failed=self._fail)

    def say_origin(self, desk: Desk) -> None:
        """Say once which state a plan is that was just opened from a copy."""
        origin, self._origin = self._origin, None
        if origin is None or origin[0] != desk.open_plan.path:
            return
        sentence = desk.wording.text(
            "This is the plan as it was on {when}, in a new file: {file}.",
            when=when_made(desk.wording, origin[1]),
            file=origin[0].name,
        )
        desk.say(sentence, lasting=True, level="ok")

    def _offer(self, found: BackupFacts | None) -> None:
        if self._refusal is None or self._lost is None:
            return
        self._found = found
        if found is None:
            self._plans.say_refusal(self._refusal)
            return
        wording = self._window.look.wording
        when = when_made(wording, found.made_at)
        sentence = wording.text(
            "{sentence} The latest good copy is from {when}.",
            sentence=refusal_sentence(wording, self._refusal),
            when=when,
        )
        act = MessageAction(wording.text("See what was recovered"), self.recover)
        self._window.say(Message(sentence, (act,), is_lasting=True, level="block"))
        self._window.start_page.offer_recovery(self._lost.stem, when)

    def _open_written(self, target: Path) -> None:
        self._refusal = self._lost = self._found = None
        self._window.start_page.offer_recovery("", "")
        self._plans.open_path(target)

    def _fail(self, error: Exception) -> None:
        self._origin = None
        if not isinstance(error, CannotUseFile):
            raise error
        self._plans.say_refusal(error)


def _latest_good(path: Path, stop: threading.Event) -> BackupFacts | None:
    del stop  # the first or second copy is good
    return latest_good_copy(path)


def _write(copy: Path, target: Path, stop: threading.Event) -> Path:
    del stop  # one step
    write_copy(copy, target)
    return target
