"""Consistent copies of a plan made by the program itself: when, where, and which are kept."""

from __future__ import annotations

import datetime
import hashlib
import os
import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Final, NamedTuple

from director_app.domain.refusals import CannotUseFile
from director_app.store import database, undo_journal
from director_app.store.database import CANNOT_WRITE, copy_database
from director_app.store.plan_store import PlanStore
from director_app.store.undo_journal import Step

#: The newest copies are kept whatever their age; then the last of each day, then the last of each week.
NEWEST_KEPT: Final = 10
DAYS_KEPT: Final = 14
WEEKS_KEPT: Final = 8
_STAMP: Final = "%Y-%m-%d_%H%M%S"
_NAME: Final = re.compile(r"(\d{4}-\d{2}-\d{2}_\d{6})\.cdplan$")
#: Bytes of the plan's name in the name of a copy: with stamp and suffix it stays far below what systems allow.
_LONGEST_STEM: Final = 120


class BackupFacts(NamedTuple):
    """What one looks for in a copy: when it was made, how much is in it, and the last step before it."""

    path: Path
    made_at: datetime.datetime
    size: int
    title: str = ""
    deliveries: int = 0
    last_step: Step | None = None
    #: False for a copy that cannot be read.
    is_good: bool = True


def folder_of(plan: Path, backups: Path) -> Path:
    """The folder of a plan's copies: its name, and a mark of where it lies, so that namesakes do not mix."""
    mark = hashlib.sha256(os.fsencode(plan.resolve())).hexdigest()[:8]
    return backups / f"{_short(plan.stem)}-{mark}"


def make_backup(store: PlanStore, backups: Path, now: datetime.datetime) -> Path:
    """Copy a plan into its folder and thin out the older copies. Returns the copy.

    Raises:
        CannotUseFile: when the copy cannot be written; the older ones all stay then.
    """
    target = _target(store.path, backups, now)
    store.copy_to(target)
    thin_out(store.path, backups, now.date())
    return target


def make_backup_beside(plan: Path, backups: Path, now: datetime.datetime) -> Path:
    """The same for a plan that is open elsewhere in this program: by a connection of its own, on any thread.

    The copy holds what was committed when it began; edits go on meanwhile (write-ahead log, one step of SQLite's
    backup).

    Raises:
        CannotUseFile: when the plan cannot be read or the copy cannot be written; the older ones all stay then.
    """
    target = _target(plan, backups, now)
    with database.speaking_of(plan), closing(database.connect(plan, read_only=True)) as connection:
        copy_database(connection, target, gently=True)
    thin_out(plan, backups, now.date())
    return target


def keep_before_migration(connection: sqlite3.Connection, plan: Path, backups: Path, now: datetime.datetime) -> None:
    """Copy a plan as it is before it is brought up to date.

    Raises:
        CannotUseFile: when the copy cannot be written; the plan is not touched then.
    """
    copy_database(connection, _target(plan, backups, now))


def _short(stem: str) -> str:
    return os.fsencode(stem)[:_LONGEST_STEM].decode(errors="ignore").strip() or "plan"


def _target(plan: Path, backups: Path, now: datetime.datetime) -> Path:
    folder = folder_of(plan, backups)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        while (target := folder / f"{_short(plan.stem)} {now.strftime(_STAMP)}.cdplan").exists():
            now += datetime.timedelta(seconds=1)  # no copy takes the place of another
    except OSError:
        raise CannotUseFile(CANNOT_WRITE, file=str(folder)) from None
    return target


def list_backups(plan: Path, backups: Path) -> list[Path]:
    """The copies of a plan, newest first."""
    try:
        found = [path for path in folder_of(plan, backups).iterdir() if _NAME.search(path.name)]
    except OSError:
        return []
    return sorted(found, key=_stamp_in, reverse=True)


def _stamp_in(path: Path) -> str:
    match = _NAME.search(path.name)
    return match[1] if match else ""


def made_at(backup: Path) -> datetime.datetime | None:
    """When a copy was made, as its name says."""
    try:
        return datetime.datetime.strptime(_stamp_in(backup), _STAMP)  # noqa: DTZ007 - local wall clock
    except ValueError:
        return None


def thin_out(plan: Path, backups: Path, today: datetime.date) -> None:
    """Remove the copies of a plan that later ones stand for; one that cannot be removed stays."""
    for old in superfluous(list_backups(plan, backups), today):
        with suppress(OSError):
            old.unlink()


def superfluous(newest_first: list[Path], today: datetime.date) -> list[Path]:
    """Which copies may go: all but the newest, the last of each day of two weeks, the last of each of eight weeks."""
    kept_days: set[datetime.date] = set()
    kept_weeks: set[tuple[int, int]] = set()
    gone = []
    for position, path in enumerate(newest_first):
        made = made_at(path)
        if made is None:
            continue
        day, week, age = made.date(), made.isocalendar()[:2], (today - made.date()).days
        last_of_day = day not in kept_days and age < DAYS_KEPT
        last_of_week = week not in kept_weeks and age < WEEKS_KEPT * 7
        kept_days.add(day)
        kept_weeks.add(week)
        if position >= NEWEST_KEPT and not (last_of_day or last_of_week):
            gone.append(path)
    return gone


def look_into(backup: Path) -> BackupFacts | None:
    """What is in a copy, read from the file; None for a file that is no copy of ours."""
    made = made_at(backup)
    if made is None:
        return None
    try:
        size = backup.stat().st_size
        database.look_at(backup)
        with database.reading(backup), closing(database.connect(backup, read_only=True)) as connection:
            title = connection.execute("SELECT title FROM seasons").fetchone()
            (deliveries,) = connection.execute("SELECT count(*) FROM deliveries").fetchone()
            last = undo_journal.last_step(connection)
            return BackupFacts(backup, made, size, str(title[0]) if title else "", int(deliveries), last)
    except (CannotUseFile, OSError):
        return BackupFacts(backup, made, 0, is_good=False)


def latest_good(plan: Path, backups: Path) -> Path | None:
    """The newest copy of a plan whose every page can be read; None when there is none."""
    return next((path for path in list_backups(plan, backups) if _is_good(path)), None)


def _is_good(backup: Path) -> bool:
    try:
        database.look_at(backup)
        with database.reading(backup), closing(database.connect(backup, read_only=True)) as connection:
            return database.is_whole(connection)
    except CannotUseFile:
        return False


def copy_of_backup(backup: Path, target: Path) -> None:
    """Write the plan of a copy to a new file; the copy stays as it is.

    Raises:
        CannotUseFile: when the copy cannot be read, or the target exists or cannot be written.
    """
    if target.exists():
        raise CannotUseFile(database.EXISTS, file=str(target))
    database.look_at(backup)
    with database.speaking_of(backup), closing(database.connect(backup, read_only=True)) as connection:
        copy_database(connection, target)
