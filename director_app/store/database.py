"""Opens the file of a season safely: what it is not, who else has it, how it is connected."""

from __future__ import annotations

import getpass
import json
import os
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from director_app.domain.refusals import CannotUseFile, message

#: "CDpl" at offset 68 of the file tells a plan from any other SQLite file.
APPLICATION_ID: Final = 0x4344706C
_MAGIC: Final = b"SQLite format 3\x00"

NO_FILE: Final = message("There is no file {file}. Check the name, or look in the folder it was moved to.")
A_FOLDER: Final = message("{file} is a folder, not a plan.")
EMPTY_FILE: Final = message("{file} is empty. Open a backup of it, or start a new plan.")
NOT_A_PLAN: Final = message("{file} is not a season plan. A spreadsheet can be imported into a plan instead.")
DAMAGED: Final = message("Part of {file} cannot be read. The file was left as it is; open a backup of it.")
NO_PERMISSION: Final = message(
    "{file} may not be read by you. Ask for the right to open it, or copy it to a folder of yours."
)
CANNOT_CREATE: Final = message("{file} cannot be created in this folder. Choose a folder you may write to.")
EXISTS: Final = message("{file} exists already and was left as it is. Choose another name.")
DISK_FULL: Final = message("There is no room left on the disk of {file}. Nothing was changed; make room and try again.")
CANNOT_WRITE: Final = message("{file} cannot be written. Nothing was changed; the plan as last saved is intact.")

IN_USE: Final = message("In use by {name}; opened read-only.")
FILE_READ_ONLY: Final = message("The file may only be read; changes cannot be saved in it.")
NEWER_FILE: Final = message("This plan was made by a newer version of the program; opened read-only.")
ASKED_READ_ONLY: Final = message("Opened read-only.")


def look_at(path: Path) -> None:
    """Check that a file can be a plan, without opening the database.

    Raises:
        CannotUseFile: saying what it is instead.
    """
    if path.is_dir():
        raise CannotUseFile(A_FOLDER, file=str(path))
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        raise CannotUseFile(NO_FILE, file=str(path)) from None
    except OSError:
        raise CannotUseFile(NO_PERMISSION, file=str(path)) from None
    if not head:
        raise CannotUseFile(EMPTY_FILE, file=str(path))
    if not head.startswith(_MAGIC) or len(head) < 100 or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise CannotUseFile(NOT_A_PLAN, file=str(path))


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection with our settings. It may be handed to another thread, but used by one at a time."""
    mode = "ro" if read_only else "rw"
    address = f"file:{quote(str(path.resolve()))}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=5)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def keep_while_open(connection: sqlite3.Connection) -> None:
    """Write-ahead log with a flush at every commit: what was acknowledged survives a pulled battery."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def bring_to_rest(connection: sqlite3.Connection) -> None:
    """Fold the log into the one file, so that a copy by a file manager is whole. Harmless when others still read."""
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def speaking_of(path: Path) -> Iterator[None]:
    """Turn what SQLite reports into whose fault it is.

    Raises:
        CannotUseFile: for a damaged file, a full disk, or a file that went away.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_FULL:
            raise CannotUseFile(DISK_FULL, file=str(path)) from error
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR):
            raise CannotUseFile(DAMAGED, file=str(path)) from error
        raise CannotUseFile(CANNOT_WRITE, file=str(path)) from error
    except sqlite3.DatabaseError as error:
        raise CannotUseFile(DAMAGED, file=str(path)) from error


def is_whole(connection: sqlite3.Connection) -> bool:
    """The full integrity check, for files in doubt (after a crash, after an error)."""
    return [row[0] for row in connection.execute("PRAGMA integrity_check")] == ["ok"]


class WriterLock:
    """One writer per plan; the operating system drops the lock when its holder dies.

    The file beside the plan names the holder and stays behind, because removing it would let two writers in.
    """

    def __init__(self, path: Path) -> None:
        from filelock import FileLock  # only who opens a plan needs it

        self.path = path.with_name(f".{path.name}.lock")
        self._lock = FileLock(self.path, timeout=0)

    def take(self) -> bool:
        """Whether the lock is ours now.

        Raises:
            OSError: when no lock can be made here (read-only folder).
        """
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        holder = {"name": _user(), "host": socket.gethostname()}
        self.path.write_text(json.dumps(holder, ensure_ascii=False), encoding="utf-8")
        return True

    def holder(self) -> str:
        """Who holds the lock, as far as the file tells: "name @ computer"."""
        try:
            holder = json.loads(self.path.read_text(encoding="utf-8"))
            return f"{holder['name']} @ {holder['host']}"
        except (OSError, ValueError, KeyError, TypeError):
            return "?"

    def release(self) -> None:
        """Let others write."""
        self._lock.release()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


def copy_database(connection: sqlite3.Connection, target: Path) -> None:
    """A consistent copy of the whole database, complete or not there at all, replacing `target` atomically.

    Raises:
        CannotUseFile: when the copy cannot be written; the old file stays.
    """
    neighbour = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with speaking_of(target), closing(sqlite3.connect(neighbour)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        with neighbour.open("rb+") as written:
            os.fsync(written.fileno())
        neighbour.replace(target)
    except OSError:
        raise CannotUseFile(CANNOT_WRITE, file=str(target)) from None
    finally:
        neighbour.unlink(missing_ok=True)
