"""OpenPlan: the plan that is open, and the one way to change it."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from director_app import paths
from director_app.domain.edits import Edit, Put, resolve
from director_app.domain.papers import Handover, Release
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.refusals import CannotUseFile
from director_app.store import backups
from director_app.store.database import OPENED_FULL
from director_app.store.plan_store import NOTHING_CARRIED, Carried, PlanStore
from director_app.store.undo_journal import Image, Step, StepName

__all__ = ["NOTHING_CARRIED", "Carried", "Image", "OpenPlan", "Outcome", "Step", "StepName"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an operation did: the new plan, what was touched, and the step's name (None when nothing changed)."""

    plan: Plan
    changes: tuple[RecordChange, ...]
    step: StepName | None
    #: "do", "undo" or "redo".
    direction: str = "do"
    #: When the step taken back was made; set for undo and redo.
    made_at: datetime.datetime | None = None
    #: The number of the step that holds it, for what shall join it; None when none does.
    number: int | None = None

    @property
    def touched(self) -> frozenset[tuple[str, str]]:
        """Kind and id of every record that changed."""
        return frozenset((change.kind, change.id) for change in self.changes)


def _clock() -> datetime.datetime:
    return datetime.datetime.now().replace(microsecond=0)  # noqa: DTZ005 - the wall clock of her desk


class OpenPlan:
    """One open season. Every operation is saved before it returns.

    Attributes:
        plan: the plan as it stands, an immutable value.
        saved_at: when something was last written, None before the first time.
    """

    def __init__(self, store: PlanStore, clock: Callable[[], datetime.datetime] = _clock) -> None:
        self._store = store
        self._clock = clock
        self._listeners: list[Callable[[Outcome], None]] = []
        self.saved_at: datetime.datetime | None = None
        self.plan: Plan = store.load()

    @classmethod
    def create(cls, path: Path, clock: Callable[[], datetime.datetime] = _clock) -> OpenPlan:
        """Make a new empty plan file and open it.

        Raises:
            CannotUseFile: when the file exists or cannot be made.
        """
        return cls(PlanStore.create(path), clock)

    @classmethod
    def create_with(cls, path: Path, plan: Plan, clock: Callable[[], datetime.datetime] = _clock) -> OpenPlan:
        """Make a new plan file that begins with what `plan` holds, and open it.

        Raises:
            CannotUseFile: when the file exists or cannot be made; nothing is left behind then.
        """
        store = PlanStore.create(path)
        try:
            store.fill(plan)
            return cls(store, clock)
        except BaseException:
            store.close()
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, clock: Callable[[], datetime.datetime] = _clock) -> OpenPlan:
        """Open a plan file. It may turn out read-only; `read_only` then says why.

        Raises:
            CannotUseFile: when it is not a plan, damaged, or may not be read.
        """
        keep = partial(backups.keep_before_migration, plan=path, backups=paths.backups_folder(), now=clock())
        store = PlanStore.open(path, read_only=read_only, before_migration=keep)
        try:
            return cls(store, clock)
        except BaseException:
            store.close()
            raise

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def read_only(self) -> CannotUseFile | None:
        """Why nothing can be changed, or None."""
        if self._store.read_only is None:
            return None
        message, values = self._store.read_only
        return CannotUseFile(message, **{"file": str(self.path), **values})

    def listen(self, listener: Callable[[Outcome], None]) -> Callable[[], None]:
        """Call `listener` after every change. Returns what ends it."""
        self._listeners.append(listener)

        def unlisten() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unlisten

    def perform(
        self,
        edit: Edit,
        name: StepName,
        carried: Carried = NOTHING_CARRIED,
        highest_number: int = 0,
        *,
        joining: int | None = None,
    ) -> Outcome:
        """Carry out an edit as one named undo step, saved when this returns.

        What is `carried` along is written in the same transaction and stays when the step is taken back; reference
        numbers up to `highest_number` were given elsewhere and will not be given again. With `joining`, the number of
        a step, it becomes part of that step while nothing else was done since: undo goes back to before both.

        Raises:
            RefusedEdit: when it cannot be done; nothing has happened then.
            CannotUseFile: when it cannot be saved; nothing has happened then.
        """
        if (reason := self.read_only) is not None:
            raise reason
        plan, changes = resolve(self.plan, edit, highest_number)
        if not changes and carried == NOTHING_CARRIED:
            return Outcome(self.plan, (), None, number=joining)
        now = self._clock()
        number = self._store.apply(changes, name, now, plan, carried, joining)
        return self._finished(Outcome(plan, tuple(changes), name if changes else None, number=number), now)

    def publish(self, record: Release | Handover, carried: Carried) -> Outcome:
        """Keep an edition, what else was given out as one, or a handover, with the bytes it names; never undone.

        Raises:
            RefusedEdit: when another edition of that id is there.
            CannotUseFile: when it cannot be saved; nothing has happened then.
        """
        if (reason := self.read_only) is not None:
            raise reason
        plan, changes = resolve(self.plan, Put(record))
        now = self._clock()
        self._store.apply(changes, None, now, plan, carried)
        return self._finished(Outcome(plan, tuple(changes), None), now)

    def undo(self) -> Outcome | None:
        """Take the last step back; None when there is none."""
        return self._restore(self._store.undo_step(), backwards=True)

    def take_back(self, number: int) -> Outcome | None:
        """Undo the step with this number if nothing was done since; None when something was."""
        step = self._store.undo_step()
        return self.undo() if step is not None and step.step == number else None

    def redo(self) -> Outcome | None:
        """Make the last step that was taken back again; None when there is none."""
        return self._restore(self._store.redo_step(), backwards=False)

    def _restore(self, step: Step | None, *, backwards: bool) -> Outcome | None:
        if step is None:
            return None
        changes = self._store.restoring(self.plan, step.step, backwards=backwards)
        self._store.restore(changes, step.step, undone=backwards)
        plan = self.plan.with_changes(changes)
        direction = "undo" if backwards else "redo"
        return self._finished(Outcome(plan, tuple(changes), step.name, direction, step.made_at), self._clock())

    def _finished(self, outcome: Outcome, now: datetime.datetime) -> Outcome:
        self.plan = outcome.plan
        self.saved_at = now
        for listener in tuple(self._listeners):
            listener(outcome)
        return outcome

    @property
    def undo_name(self) -> StepName | None:
        """The name of the step that undo would take back."""
        step = self._store.undo_step()
        return step.name if step else None

    @property
    def redo_name(self) -> StepName | None:
        """The name of the step that redo would make again."""
        step = self._store.redo_step()
        return step.name if step else None

    def steps(self, limit: int = 10) -> list[Step]:
        """The latest steps, newest first."""
        return self._store.steps(limit)

    def images(self, step: int) -> list[tuple[str, str, Any, Any]]:
        """What the step with this number did: kind, id, plain fields before, plain fields after."""
        return self._store.images(step)

    def history(self, kind: str, identity: str, limit: int = 20) -> list[tuple[Step, Any, Any]]:
        """The history of one record, newest first: step, plain fields before, plain fields after."""
        return self._store.history(kind, identity, limit)

    def latest_changes(
        self, kind: str, limit: int, *, with_new: bool
    ) -> list[tuple[int, str, Image | None, Image | None]]:
        """The latest changes of all records of a kind, newest first: step, id, fields before and after, unread.

        Records that a step made are left out unless `with_new`.
        """
        return self._store.latest_changes(kind, limit, with_new=with_new)

    def ledger_rows(self) -> dict[str, str]:
        """The calendar ledger as stored: plain text by delivery id."""
        return dict(self._store.ledger_rows())

    @property
    def is_out_of_room(self) -> bool:
        """Whether it is read-only because the disk is full."""
        return self._store.read_only is not None and self._store.read_only[0] == OPENED_FULL

    @property
    def keeps_ledger(self) -> bool:
        """Whether entries of the calendar ledger can be kept: also beside a window that has the plan open."""
        return self._store.keeps_ledger

    def write_ledger(self, rows: Mapping[str, str]) -> None:
        """Keep entries of the calendar ledger; they are outside undo and never fall."""
        self._store.write_ledger(rows)

    def keep(self, content: bytes) -> str:
        """Keep the bytes of an attachment; returns the SHA-256 digest that names them."""
        digest = hashlib.sha256(content).hexdigest()
        self._store.write_contents({digest: content})
        return digest

    def content(self, digest: str) -> bytes | None:
        """The bytes that a digest names, None when they are not kept here."""
        return self._store.content(digest)

    def content_digests(self) -> list[str]:
        """The digests of all bytes kept."""
        return self._store.content_digests()

    def copy_to(self, target: Path) -> None:
        """A consistent copy of the whole file.

        Raises:
            CannotUseFile: when it cannot be written; an older file stays.
        """
        self._store.copy_to(target)

    def back_up(self) -> Path:
        """Put a copy into our own folder of backups, thinned with age.

        Raises:
            CannotUseFile: when the copy cannot be written.
        """
        return backups.make_backup(self._store, paths.backups_folder(), self._clock())

    def close(self) -> None:
        """Bring the file to rest and let others write. Nothing is pending: every edit was saved."""
        self._listeners.clear()
        self._store.close()
