"""Opens the file of a season safely: what it is not, who else has it, how it is connected."""

from __future__ import annotations

import errno
import getpass
import json
import mmap
import os
import shutil
import socket
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final
from urllib.parse import quote

from director_app.atomic_files import NAME_TOO_LONG, replacing
from director_app.domain.refusals import CannotUseFile, RefusedInput, message

#: "CDpl" at offset 68 of the file tells a plan from any other SQLite file.
APPLICATION_ID: Final = 0x4344706C
_MAGIC: Final = b"SQLite format 3\x00"
#: What systems allow in a name, and the suffixes of SQLite's own files beside a plan.
LONGEST_NAME: Final = 255
_LONGEST_BESIDE: Final = "-journal"
_READ_BESIDE: Final = "-wal"
_NAME_SHOWN: Final = 40
#: Bytes of a copy that are brought to disk at once.
_PIECE: Final = 4 << 20
#: Bytes that must be free to open a plan for changes (SQLite's log, its index, the first edits), and to make a new one.
ROOM_TO_WRITE: Final = 256 << 10
ROOM_TO_CREATE: Final = 1 << 20

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

_REASONS: Final = {
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_ERROR: DAMAGED,
    sqlite3.SQLITE_CANTOPEN: NO_PERMISSION,
}
#: What SQLite also says on a full disk, when it was a file beside the plan that did not fit.
_MAY_BE_FULL: Final = frozenset({sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY})

IN_USE: Final = message("In use by {name}; opened read-only.")
FILE_READ_ONLY: Final = message("The file may only be read; changes cannot be saved in it.")
NEWER_FILE: Final = message("This plan was made by a newer version of the program; opened read-only.")
OPENED_FULL: Final = message(
    "There is no room left on the disk of {file}, so it was opened read-only. Make room, then open it again."
)
ASKED_READ_ONLY: Final = message("Opened read-only.")


def look_at(path: Path) -> None:
    """Check that a file can be a plan, without opening the database.

    Raises:
        CannotUseFile: saying what it is instead.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise CannotUseFile(A_FOLDER, file=str(path))
        if not stat.S_ISREG(mode):  # reading a pipe or a device may never end
            raise CannotUseFile(NOT_A_PLAN, file=str(path))
        with path.open("rb") as file:
            head = file.read(100)
    except (FileNotFoundError, NotADirectoryError):
        raise CannotUseFile(NO_FILE, file=str(path)) from None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise short_of(path.name) from None
        raise CannotUseFile(NO_PERMISSION, file=str(path)) from None
    if not head:
        raise CannotUseFile(EMPTY_FILE, file=str(path))
    if not head.startswith(_MAGIC) or len(head) < 100 or int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise CannotUseFile(NOT_A_PLAN, file=str(path))
    if _is_cut_off(path, head):
        raise CannotUseFile(DAMAGED, file=str(path))


def refuse_long_name(path: Path, *, to_write: bool) -> None:
    """A plan that is written needs files beside it, whose names are its own and a little longer.

    Raises:
        CannotUseFile: when the system takes no such names.
    """
    wide = sys.platform in ("win32", "darwin")  # they count UTF-16 units, others bytes
    length = len(path.name.encode("utf-16-le", "surrogatepass")) // 2 if wide else len(os.fsencode(path.name))
    too_long = length + len(_LONGEST_BESIDE if to_write else _READ_BESIDE) > LONGEST_NAME
    if not too_long:
        try:
            path.lstat()
        except OSError as error:
            too_long = error.errno == errno.ENAMETOOLONG  # the whole path
        except ValueError:
            too_long = False  # NUL in it: no file of that name, as is said later
    if too_long:
        raise short_of(path.name)


def short_of(name: str) -> CannotUseFile:
    """That a name is too long, without repeating all of it."""
    return CannotUseFile(NAME_TOO_LONG, file=f"{name[:_NAME_SHOWN]}…")


def _is_cut_off(path: Path, head: bytes) -> bool:
    """Whether the file is shorter than its header says (SQLite file format, section 1.3.8).

    The header is only right while nothing waits in the log, and when it was written by the last change.
    """
    log = path.with_name(f"{path.name}-wal")
    if head[24:28] != head[92:96] or (log.exists() and log.stat().st_size):
        return False
    page_size = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    return path.stat().st_size < (65536 if page_size == 1 else page_size) * pages


def has_room(path: Path, wanted: int = ROOM_TO_WRITE) -> bool:
    """Whether so many bytes are free beside a file; a disk that does not tell is taken to have them."""
    try:
        return shutil.disk_usage(path.resolve().parent).free >= wanted
    except (OSError, RuntimeError, ValueError):
        return True


def is_full(error: OSError) -> bool:
    """Whether the system refused because the disk, or what this user may fill of it, is full."""
    return error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", -1))


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection with our settings. It may be handed to another thread, but used by one at a time."""
    try:
        return _connected(path, "mode=ro" if read_only else "mode=rw")
    except sqlite3.OperationalError:
        if not read_only or path.with_name(f"{path.name}-wal").exists():
            raise
        return _connected(path, "mode=ro&immutable=1")  # a copy of an open plan on a medium without writing


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    address = f"file:{quote(os.fsencode(path.resolve()))}?{mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False, timeout=5)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -65536")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def keep_while_open(connection: sqlite3.Connection) -> None:
    """Write-ahead log with a flush at every commit: what was acknowledged survives a pulled battery."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def bring_to_rest(connection: sqlite3.Connection) -> None:
    """Fold the log into the one file, so that a copy by a file manager is whole. Harmless when others still read."""
    try:
        rests = connection.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
    except sqlite3.OperationalError:
        rests = False
    if not rests:  # the log stays for who reads, but nothing is only in there
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def speaking_of(path: Path) -> Iterator[None]:
    """Turn what SQLite reports into whose fault it is.

    Raises:
        CannotUseFile: for a damaged file, a full disk, or a file that went away.
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise  # a mistake of ours
    except sqlite3.DatabaseError as error:
        # Text that is not UTF-8 comes without a code.
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
        reason = _REASONS.get(code, CANNOT_WRITE if isinstance(error, sqlite3.OperationalError) else DAMAGED)
        if code in _MAY_BE_FULL and not has_room(path):
            reason = DISK_FULL
        raise CannotUseFile(reason, file=str(path)) from error


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """The same for what is read: what SQLite hands out may still be nothing that we ever wrote.

    Raises:
        CannotUseFile: for a damaged file, or one that went away.
    """
    try:
        with speaking_of(path):
            yield
    except (RefusedInput, ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        raise CannotUseFile(DAMAGED, file=str(path)) from error


def is_whole(connection: sqlite3.Connection) -> bool:
    """The full integrity check, for files in doubt (after a crash, after an error)."""
    return [row[0] for row in connection.execute("PRAGMA integrity_check")] == ["ok"]


def copied_to_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The whole database in memory, where it can be brought up to date without touching the file; closes the other."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with closing(connection):
        connection.backup(copy)
    return copy


class WriterLock:
    """One writer per plan; the operating system drops the lock when its holder dies.

    The lock file beside the plan stays behind, because removing it would let two writers in. Another file beside it
    names the holder: Windows lets nobody read or write a locked one.
    """

    def __init__(self, path: Path) -> None:
        from filelock import FileLock  # only who opens a plan needs it

        plan = path.resolve()  # the same lock by whatever link it is reached
        self._holder = plan.with_name(f".{plan.name}.holder")
        # A large plan is opened on one thread and closed on another: the lock is the program's, not a thread's.
        self._lock = FileLock(plan.with_name(f".{plan.name}.lock"), timeout=0, thread_local=False)

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
        with suppress(OSError):  # a full disk must not keep her from opening her plan
            self._holder.write_text(json.dumps(holder), encoding="utf-8")
        return True

    def holder(self) -> str:
        """Who holds the lock, as far as the file tells: "name @ computer"."""
        try:
            holder = json.loads(self._holder.read_text(encoding="utf-8"))
            return f"{holder['name']} @ {holder['host']}"
        except (OSError, ValueError, KeyError, TypeError):
            return "?"

    def is_held_here(self) -> bool:
        """Whether a program on this computer holds it: SQLite lets two programs of one computer write in turn."""
        return self.holder().endswith(f" @ {socket.gethostname()}")

    def release(self) -> None:
        """Let others write."""
        with suppress(OSError):
            self._holder.unlink(missing_ok=True)
        self._lock.release()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


def copy_database(connection: sqlite3.Connection, target: Path, *, gently: bool = False) -> None:
    """A consistent copy of the whole database, complete or not there at all, replacing `target` atomically.

    `gently` brings it to disk piece by piece, so that edits made meanwhile need not wait for all of it.

    Raises:
        CannotUseFile: when the copy cannot be written; the old file stays.
    """
    with replacing(target, is_plan=True) as neighbour, speaking_of(target):
        with closing(sqlite3.connect(neighbour, isolation_level=None)) as copy:
            copy.execute("PRAGMA synchronous = OFF")  # flushed when it is whole
            copy.execute("PRAGMA journal_mode = OFF")
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            copy.execute("UPDATE file_facts SET value = '0' WHERE name = 'left_open'")  # nobody has the copy open
        if gently:
            _bring_to_disk_in_pieces(neighbour)


def _bring_to_disk_in_pieces(path: Path) -> None:
    """Flush a file part by part; whoever flushes another file waits for one part at most.

    Where that cannot be done (some shares map no files) the whole is flushed at the end, as always.
    """
    with suppress(OSError), path.open("rb+") as file, mmap.mmap(file.fileno(), 0) as mapped:
        for start in range(0, len(mapped), _PIECE):
            mapped.flush(start, min(_PIECE, len(mapped) - start))
