"""Copies of plans opened again: after a file was lost, or because an earlier state is wanted. None replaces a file."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from director_app import paths
from director_app.atomic_files import clean_file_name
from director_app.domain.refusals import CannotUseFile
from director_app.operations.keeping import BackupFacts, WaysOut, lost_plan, ways_out, write_copy
from director_app.operations.sentences import refusal_sentence
from director_app.ui.background import Background
from director_app.ui.desk import Desk
from director_app.ui.files import free_name
from director_app.ui.messages import Message, MessageAction
from director_app.ui.opening import when_made
from director_app.ui.plan_window import PlanWindow
from director_app.wording import Wording, message

NO_COPY: Final = message(
    "Part of {file} cannot be read, and no good copy of it is kept here. The file was left as it is; what is still "
    "there can be read into a new plan."
)


class PlanCopies(QObject):
    """Finds and opens the copies the program made by itself.

    Signals: ``written(Path)``, a plan file that is to be opened now; ``failed(CannotUseFile)``.
    """

    written = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Background, window: PlanWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._window = window
        self._refusal: CannotUseFile | None = None
        self._lost: Path | None = None
        self._found: BackupFacts | None = None
        #: The new file that is about to be opened, and what is said of it then.
        self._origin: tuple[Path, str] | None = None

    def look_for(self, refusal: CannotUseFile) -> bool:
        """Whether a good copy of the plan that could not be opened is being looked for; what is found is said then."""
        self._refusal, self._lost, self._found = refusal, lost_plan(refusal), None
        if self._lost is not None:
            self._jobs.run(_ways_out, refusal, self._lost, then=self._offer)
        return self._lost is not None

    def recover(self) -> None:
        """Open the copy that was found."""
        if self._found is not None and self._lost is not None:
            self.open(self._found, self._lost)

    def read_damaged(self) -> None:
        """Read what can still be read of the file itself, and open that."""
        if self._lost is not None:
            wording = self._window.look.wording
            target = _beside(self._lost, wording.text("{name} (salvaged)", name=self._lost.stem))
            self._jobs.run(_read, self._lost, target, wording, then=self._open_read, failed=self._fail)

    def open(self, facts: BackupFacts, plan: Path) -> None:
        """Write a copy into a new file beside its plan, or in the data folder, and open that."""
        target = _beside(plan, f"{plan.stem} ({facts.made_at:%Y-%m-%d %H.%M})")
        wording = self._window.look.wording
        sentence = wording.text(
            "This is the plan as it was on {when}, in a new file: {file}.",
            when=when_made(wording, facts.made_at),
            file=target.name,
        )
        self._origin = (target, sentence)
        self._jobs.run(_write, facts.path, target, then=self._open_written, failed=self._fail)

    def say_origin(self, desk: Desk) -> None:
        """Say once which state a plan is that was just opened from a copy."""
        origin, self._origin = self._origin, None
        if origin is None or origin[0] != desk.open_plan.path:
            return
        desk.say(origin[1], lasting=True, level="ok")

    def _offer(self, ways: WaysOut) -> None:
        if self._refusal is None or self._lost is None:
            return
        self._found = ways.copy
        wording, actions = self._window.look.wording, []
        sentence = refusal_sentence(wording, self._refusal)
        if ways.copy is not None:
            when = when_made(wording, ways.copy.made_at)
            sentence = wording.text("{sentence} The latest good copy is from {when}.", sentence=sentence, when=when)
            actions.append(MessageAction(wording.text("See what was recovered"), self.recover))
            self._window.start_page.offer_recovery(self._lost.stem, when)
        elif ways.holds_records:
            sentence = wording.text(NO_COPY, file=self._lost.name)
        if ways.holds_records:
            actions.append(MessageAction(wording.text("Read what is still there"), self.read_damaged))
        self._window.say(Message(sentence, tuple(actions), is_lasting=True, level="block"))

    def _open_read(self, read: tuple[Path, str]) -> None:
        self._origin = read
        self._open_written(read[0])

    def _open_written(self, target: Path) -> None:
        self._refusal = self._lost = self._found = None
        self._window.start_page.offer_recovery("", "")
        self.written.emit(target)

    def _fail(self, error: Exception) -> None:
        self._origin = None
        if not isinstance(error, CannotUseFile):
            raise error
        self.failed.emit(error)


def _beside(plan: Path, stem: str) -> Path:
    """A new file beside a plan, or in the data folder where nothing can be written beside it."""
    folder = plan.parent
    if not os.access(folder, os.W_OK):
        folder = paths.data_folder()
        folder.mkdir(parents=True, exist_ok=True)
    return free_name(folder, clean_file_name(stem), paths.PLAN_SUFFIX)


def _ways_out(refusal: CannotUseFile, path: Path, stop: threading.Event) -> WaysOut:
    del stop  # the first or second copy is good
    return ways_out(refusal, path)


def _read(damaged: Path, target: Path, wording: Wording, stop: threading.Event) -> tuple[Path, str]:
    from director_app.operations.salvaging import salvage_plan, salvage_sentence

    del stop  # a second or two
    return target, salvage_sentence(wording, salvage_plan(damaged, target), damaged, target)


def _write(copy: Path, target: Path, stop: threading.Event) -> Path:
    del stop  # one step
    write_copy(copy, target)
    return target
