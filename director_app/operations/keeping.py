"""The copies the program makes of a plan by itself, so that nothing is ever lost: kept, listed, opened again.

All of it may run on any thread; nothing here touches the open plan.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Final, NamedTuple

from director_app import paths
from director_app.domain.refusals import CannotUseFile
from director_app.operations.whole_plans import refuse_long_name
from director_app.store import backups, database, salvage
from director_app.store.backups import BackupFacts

__all__ = [
    "BackupFacts",
    "WaysOut",
    "copies_of",
    "keep_copy",
    "latest_good_copy",
    "lost_plan",
    "ways_out",
    "write_copy",
]


#: Refusals after which a copy of the same plan helps.
_LOST: Final = frozenset({database.DAMAGED, database.EMPTY_FILE, database.NOT_A_PLAN, database.NO_FILE})
#: Of these, those after which something may still be read from the file itself.
_MAY_BE_READ: Final = frozenset({database.DAMAGED, database.NOT_A_PLAN})


def keep_copy(plan: Path, now: datetime.datetime, *, once_a_day: bool = False) -> Path | None:
    """Copy a plan as it stands in its file; with `once_a_day` only when none was made on this day yet.

    Raises:
        CannotUseFile: when the copy cannot be written; the plan and the older copies are untouched then.
    """
    folder = paths.backups_folder()
    if once_a_day:
        made = [backups.made_at(copy) for copy in backups.list_backups(plan, folder)[:1]]
        if any(moment is not None and moment.date() == now.date() for moment in made):
            return None
    return backups.make_backup_beside(plan, folder, now)


def lost_plan(refusal: CannotUseFile) -> Path | None:
    """The plan that could not be opened because of what became of its file, when there may be a way out."""
    if refusal.message not in _LOST:
        return None
    plan = Path(str(refusal.values["file"]))
    may_be_read = refusal.message in _MAY_BE_READ and plan.suffix == paths.PLAN_SUFFIX and salvage.has_pages(plan)
    return plan if may_be_read or backups.list_backups(plan, paths.backups_folder()) else None


class WaysOut(NamedTuple):
    """What can be done about a plan that could not be opened."""

    copy: BackupFacts | None
    #: Whether something can still be read from the file itself.
    holds_records: bool


def ways_out(refusal: CannotUseFile, plan: Path) -> WaysOut:
    """Look for them; reads files, on any thread."""
    holds_records = refusal.message in _MAY_BE_READ and salvage.holds_records(plan)
    return WaysOut(latest_good_copy(plan), holds_records)


def copies_of(plan: Path) -> list[BackupFacts]:
    """The copies of a plan and what is in them, newest first."""
    found = (backups.look_into(copy) for copy in backups.list_backups(plan, paths.backups_folder()))
    return [facts for facts in found if facts is not None]


def latest_good_copy(plan: Path) -> BackupFacts | None:
    """The newest copy of a plan of which every page can be read."""
    copy = backups.latest_good(plan, paths.backups_folder())
    return backups.look_into(copy) if copy is not None else None


def write_copy(copy: Path, target: Path) -> None:
    """Write what a copy holds to a new plan file.

    Raises:
        CannotUseFile: when the copy cannot be read, or the target exists or cannot be written.
    """
    refuse_long_name(target, to_write=True)
    backups.copy_of_backup(copy, target)
