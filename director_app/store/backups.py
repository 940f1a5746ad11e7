"""Consistent copies of a plan made by the program itself: when, where, and which are kept."""

from __future__ import annotations

import datetime
import hashlib
import os
import re
import sqlite3
from pathlib import Path
from typing import Final

from director_app.domain.refusals import CannotUseFile
from director_app.store.database import CANNOT_WRITE, copy_database
from director_app.store.plan_store import PlanStore

#: How many of the newest copies are kept whatever their age, and for how many days one a day is kept.
NEWEST_KEPT: Final = 10
DAYS_KEPT: Final = 30
_STAMP: Final = "%Y-%m-%d_%H%M%S"
_NAME: Final = re.compile(r"(\d{4}-\d{2}-\d{2}_\d{6})\.cdplan$")


def folder_of(plan: Path, backups: Path) -> Path:
    """The folder of a plan's copies: its name, and a mark of where it lies, so that namesakes do not mix."""
    mark = hashlib.sha256(os.fsencode(plan.resolve())).hexdigest()[:8]
    return backups / f"{plan.stem}-{mark}"


def make_backup(store: PlanStore, backups: Path, now: datetime.datetime) -> Path:
    """Copy a plan into its folder and thin out the older copies. Returns the copy.

    Raises:
        CannotUseFile: when the copy cannot be written.
    """
    target = _target(store.path, backups, now)
    store.copy_to(target)
    for old in superfluous(list_backups(store.path, backups), now.date()):
        old.unlink(missing_ok=True)
    return target


def keep_before_migration(connection: sqlite3.Connection, plan: Path, backups: Path, now: datetime.datetime) -> None:
    """Copy a plan as it is before it is brought up to date.

    Raises:
        CannotUseFile: when the copy cannot be written; the plan is not touched then.
    """
    copy_database(connection, _target(plan, backups, now))


def _target(plan: Path, backups: Path, now: datetime.datetime) -> Path:
    folder = folder_of(plan, backups)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise CannotUseFile(CANNOT_WRITE, file=str(folder)) from None
    return folder / f"{now.strftime(_STAMP)}.cdplan"


def list_backups(plan: Path, backups: Path) -> list[Path]:
    """The copies of a plan, newest first."""
    folder = folder_of(plan, backups)
    found = [path for path in folder.glob("*.cdplan") if _NAME.search(path.name)] if folder.is_dir() else []
    return sorted(found, reverse=True)


def made_at(backup: Path) -> datetime.datetime | None:
    """When a copy was made, as its name says."""
    match = _NAME.search(backup.name)
    return datetime.datetime.strptime(match[1], _STAMP) if match else None  # noqa: DTZ007 - local wall clock


def superfluous(newest_first: list[Path], today: datetime.date) -> list[Path]:
    """Which copies may go: all but the newest, and the last of each day of the last month."""
    kept_days: set[datetime.date] = set()
    gone = []
    for position, path in enumerate(newest_first):
        made = made_at(path)
        if made is None:
            continue
        first_of_day = made.date() not in kept_days and (today - made.date()).days <= DAYS_KEPT
        kept_days.add(made.date())
        if position >= NEWEST_KEPT and not first_of_day:
            gone.append(path)
    return gone
