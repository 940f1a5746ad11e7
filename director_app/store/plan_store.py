"""PlanStore: loads a Plan from its file, and applies changes with their undo images in one transaction."""

from __future__ import annotations

import datetime
import gc
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from director_app.domain.collecting import without_collecting
from director_app.domain.edits import highest_in
from director_app.domain.kinds import KIND_NAMES, AnyRecord
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.refusals import CannotUseFile
from director_app.store import calendar_ledger, database, migrations, undo_journal
from director_app.store.rows import from_rows, statements, to_rows, update_of
from director_app.store.undo_journal import Image, Step, StepName


class Carried(NamedTuple):
    """What an import brings beside records, outside undo: entries of the calendar ledger and bytes by digest."""

    ledger: Mapping[str, str] = MappingProxyType({})
    contents: Mapping[str, bytes] = MappingProxyType({})


NOTHING_CARRIED: Final = Carried()
#: Records from which on a plan is worth keeping away from the garbage collector.
LARGE: Final = 20_000


class PlanStore:
    """The open file of one season. One thread at a time may use it; it may be handed over.

    Attributes:
        path: the file.
        read_only: why nothing can be written, as a message and values; None when it can.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        lock: database.WriterLock | None,
        read_only: tuple[str, dict[str, object]] | None,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._lock = lock
        #: Whether a change elsewhere may have brought the calendar ledger further: SQLite counts the changes of others.
        self._ledger_seen: int | None = None
        in_use = read_only is not None and read_only[0] == database.IN_USE
        self._writes_ledger_beside = in_use and database.WriterLock(path).is_held_here()
        #: As it stands in the file: written only when it rises.
        self._highest_number = 0
        self._highest_edition = 0

    @classmethod
    def create(cls, path: Path) -> PlanStore:
        """Make a new, empty file; an existing one is refused.

        Raises:
            CannotUseFile: when the file exists or cannot be made.
        """
        if path.exists():
            raise CannotUseFile(database.EXISTS, file=str(path))
        try:
            if not database.has_room(path, database.ROOM_TO_CREATE):
                raise CannotUseFile(database.DISK_FULL, file=str(path))
            path.open("xb").close()
        except OSError as error:
            reason = database.DISK_FULL if database.is_full(error) else database.CANNOT_CREATE
            raise CannotUseFile(reason, file=str(path)) from None
        try:
            with database.speaking_of(path), closing(database.connect(path, read_only=False)) as connection:
                connection.execute(f"PRAGMA application_id = {database.APPLICATION_ID}")
                migrations.migrate(connection)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return cls.open(path)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        before_migration: Callable[[sqlite3.Connection], None] | None = None,
    ) -> PlanStore:
        """Open an existing file; read-only when it cannot be written, someone else writes it, or it is newer.

        Raises:
            CannotUseFile: when it is not a plan, damaged, or may not be read.
        """
        database.refuse_long_name(path, to_write=False)
        database.look_at(path)
        reason: tuple[str, dict[str, object]] | None = (database.ASKED_READ_ONLY, {}) if read_only else None
        lock = None
        if reason is None:
            lock, reason = _lock(path)
        try:
            return cls._opened(path, lock, reason, before_migration)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @classmethod
    def _opened(
        cls,
        path: Path,
        lock: database.WriterLock | None,
        reason: tuple[str, dict[str, object]] | None,
        before_migration: Callable[[sqlite3.Connection], None] | None,
    ) -> PlanStore:
        with database.reading(path):
            connection = database.connect(path, read_only=reason is not None)
            try:
                applied = migrations.applied_steps(connection)
                if not set(applied) <= set(migrations.STEP_NAMES):
                    reason = (database.NEWER_FILE, {})
                elif not applied:
                    raise CannotUseFile(database.DAMAGED, file=str(path))
                elif len(applied) < len(migrations.STEP_NAMES) and reason is not None:
                    connection = database.copied_to_memory(connection)
                    migrations.migrate(connection)
                elif len(applied) < len(migrations.STEP_NAMES):
                    if before_migration is not None:
                        before_migration(connection)
                    migrations.migrate(connection)
                store = cls(path, connection, lock, reason)
                if store._was_left_open() and not database.is_whole(connection):
                    raise CannotUseFile(database.DAMAGED, file=str(path))
            except BaseException:
                connection.close()
                raise
        return store

    def load(self) -> Plan:
        """Everything in the file as a Plan; from here on the file is kept open for writing.

        Raises:
            CannotUseFile: when the file is damaged.
        """
        with without_collecting(), database.reading(self.path):
            tables = {kind: self._records(kind) for kind in KIND_NAMES}
            self._highest_number = self._number_fact("highest_number")
            self._highest_edition = self._number_fact("highest_edition")
            plan = Plan.from_maps(tables, self._highest_number, self._highest_edition)
            if sum(map(len, tables.values())) > LARGE:
                gc.freeze()  # these values stay and are in no cycle: they need not be searched again and again
        if self.read_only is None:
            self._begin_writing()
        return plan

    def _records(self, kind: str) -> Mapping[str, AnyRecord]:
        select = statements(kind)[0]
        records = from_rows(kind, self._connection.execute(select).fetchall())
        return {record.id: record for record in records}

    def _begin_writing(self) -> None:
        try:
            with database.speaking_of(self.path):
                database.keep_while_open(self._connection)
                self._set_fact("left_open", "1")
        except CannotUseFile as refusal:
            is_full = refusal.message == database.DISK_FULL
            self.read_only = (database.OPENED_FULL if is_full else database.FILE_READ_ONLY, {})
            with suppress(sqlite3.DatabaseError):
                database.bring_to_rest(self._connection)

    def apply(
        self,
        changes: Iterable[RecordChange],
        name: StepName | None,
        made_at: datetime.datetime,
        after: Plan,
        carried: Carried = NOTHING_CARRIED,
        joining: int | None = None,
    ) -> int | None:
        """Write changes, their undo images, the step's name and what is carried along in one durable transaction.

        `after` is the plan they lead to. Without a name they are no step and undo passes them over; `joining` is the
        step they become part of while it is the newest. Returns the step's number, None without a step.

        Raises:
            CannotUseFile: when the disk is full or the file went away; nothing is written then.
        """
        changes = tuple(changes)
        step: int | None = None
        with self._transaction():
            if changes:
                if name is not None and joining is not None:
                    step = undo_journal.join_step(self._connection, name, made_at, changes, joining)
                elif name is not None:
                    step = undo_journal.write_step(self._connection, name, made_at, changes)
                self._write(changes)
            self._write_ledger(carried.ledger)
            self._write_contents(carried.contents)
            if after.highest_number > self._highest_number:
                self._set_fact("highest_number", str(after.highest_number))
            if after.highest_edition > self._highest_edition:
                self._set_fact("highest_edition", str(after.highest_edition))
        self._highest_number = max(self._highest_number, after.highest_number)
        self._highest_edition = max(self._highest_edition, after.highest_edition)
        return step

    def fill(self, plan: Plan) -> None:
        """Write a whole plan into a file that holds none yet: a beginning, not a step that could be undone."""
        with self._transaction():
            for kind in KIND_NAMES:
                self._connection.executemany(statements(kind)[1], to_rows(kind, plan.table(kind).values()))
            self._set_fact("highest_number", str(max(plan.highest_number, highest_in(plan.deliveries.values()))))
            self._set_fact("highest_edition", str(plan.highest_edition))

    def restore(self, changes: Iterable[RecordChange], step: int, *, undone: bool) -> None:
        """Write the changes that take a step back (or make it again), and remember that it was."""
        with database.reading(self.path), self._transaction():
            self._write(tuple(changes))
            undo_journal.mark(self._connection, step, undone=undone)

    def _write(self, changes: tuple[RecordChange, ...]) -> None:
        written: dict[str, list[AnyRecord]] = {}
        updates: dict[tuple[str, str], list[tuple[AnyRecord, list[Any]]]] = {}
        for change in changes:
            if change.after is None:
                self._connection.execute(statements(change.kind)[2], (change.id,))
                continue
            update = update_of(change.kind, change.before, change.after) if change.before is not None else None
            if update is None:
                written.setdefault(change.kind, []).append(change.after)
            else:
                updates.setdefault((change.kind, update[0]), []).append((change.after, update[1]))
        for (kind, statement), rows in updates.items():
            if not self._updated(statement, [values for _record, values in rows]):
                written.setdefault(kind, []).extend(record for record, _values in rows)
        for kind, records in written.items():
            self._connection.executemany(statements(kind)[1], to_rows(kind, records))

    def _updated(self, statement: str, rows: list[list[Any]]) -> bool:
        """Whether writing only what differs was enough; a drag writes one number, not forty fields."""
        return self._connection.executemany(statement, rows).rowcount == len(rows)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        if self.read_only is not None:
            message, values = self.read_only
            raise CannotUseFile(message, file=str(self.path), **values)
        with database.speaking_of(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.execute("PRAGMA defer_foreign_keys = ON")
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def undo_step(self) -> Step | None:
        """The step that undo would take back."""
        with database.reading(self.path):
            return undo_journal.last_step(self._connection)

    def redo_step(self) -> Step | None:
        """The step that redo would make again."""
        with database.reading(self.path):
            return undo_journal.first_undone(self._connection)

    def steps(self, limit: int) -> list[Step]:
        """The latest steps, newest first."""
        with database.reading(self.path):
            return undo_journal.latest_steps(self._connection, limit)

    def history(self, kind: str, identity: str, limit: int) -> list[tuple[Step, Any, Any]]:
        """The history of one record, newest first: step, fields before, fields after."""
        with database.reading(self.path):
            return undo_journal.steps_of_record(self._connection, kind, identity, limit)

    def latest_changes(
        self, kind: str, limit: int, *, with_new: bool
    ) -> list[tuple[int, str, Image | None, Image | None]]:
        """The latest changes of a kind, newest first: step, id, fields before, fields after."""
        with database.reading(self.path):
            return undo_journal.latest_changes(self._connection, kind, limit, with_new=with_new)

    def images(self, step: int) -> list[tuple[str, str, Any, Any]]:
        """What a step did: kind, id, plain fields before, plain fields after."""
        with database.reading(self.path):
            return undo_journal.images(self._connection, step)

    def restoring(self, plan: Plan, step: int, *, backwards: bool) -> list[RecordChange]:
        """What has to change on the plan to take a step back, or to make it again."""
        with database.reading(self.path):
            return undo_journal.restoring(self._connection, plan, step, backwards=backwards)

    def ledger_rows(self) -> list[tuple[str, str]]:
        """Delivery id and plain text of every entry of the calendar ledger."""
        with database.reading(self.path):
            self._ledger_seen = _changes_elsewhere(self._connection)
            return self._connection.execute("SELECT delivery, entry FROM calendar_ledger").fetchall()

    def write_ledger(self, entries: Mapping[str, str]) -> None:
        """Write entries of the calendar ledger; they are outside undo, never removed, and never fall.

        Where the window has the plan open on this computer, this is what can still be written beside it.

        Raises:
            CannotUseFile: when it cannot be written; nothing is then.
        """
        if not self._writes_ledger_beside:
            with self._transaction():
                self._write_ledger(entries)
            return
        with database.speaking_of(self.path), closing(database.connect(self.path, read_only=False)) as beside:
            beside.execute("BEGIN IMMEDIATE")
            calendar_ledger.write_further(beside, entries)
            beside.execute("COMMIT")

    @property
    def keeps_ledger(self) -> bool:
        """Whether `write_ledger` can be used."""
        return self.read_only is None or self._writes_ledger_beside

    def _write_ledger(self, entries: Mapping[str, str]) -> None:
        if self._ledger_seen == _changes_elsewhere(self._connection):
            calendar_ledger.write(self._connection, entries)
        else:
            calendar_ledger.write_further(self._connection, entries)

    def content(self, digest: str) -> bytes | None:
        """The bytes of an attachment or release by their digest."""
        with database.reading(self.path):
            row = self._connection.execute("SELECT content FROM contents WHERE digest = ?", (digest,)).fetchone()
            return None if row is None else bytes(row[0])

    def write_contents(self, contents: Mapping[str, bytes]) -> None:
        """Keep bytes by digest; the same bytes are kept once and stay for undo."""
        with self._transaction():
            self._write_contents(contents)

    def _write_contents(self, contents: Mapping[str, bytes]) -> None:
        self._connection.executemany("INSERT OR IGNORE INTO contents (digest, content) VALUES (?, ?)", contents.items())

    def content_digests(self) -> list[str]:
        """The digests of all bytes kept."""
        with database.reading(self.path):
            return [row[0] for row in self._connection.execute("SELECT digest FROM contents ORDER BY digest")]

    def copy_to(self, target: Path) -> None:
        """A consistent copy of the whole file, replacing `target` atomically.

        Raises:
            CannotUseFile: when it cannot be written, or is the plan itself; the old file stays.
        """
        if target.resolve() == self.path.resolve():
            raise CannotUseFile(database.EXISTS, file=str(target))
        database.copy_database(self._connection, target)

    def close(self) -> None:
        """Bring the file to rest and let others write."""
        if self.read_only is None:
            try:
                self._set_fact("left_open", "0")
                database.bring_to_rest(self._connection)
            except sqlite3.DatabaseError:
                pass  # the last edit is committed already; the next opening recovers the rest from the log
        self._connection.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _was_left_open(self) -> bool:
        return self.read_only is None and self._number_fact("left_open") == 1

    def _number_fact(self, name: str) -> int:
        row = self._connection.execute("SELECT value FROM file_facts WHERE name = ?", (name,)).fetchone()
        return int(row[0]) if row is not None else 0

    def _set_fact(self, name: str, value: str) -> None:
        self._connection.execute(
            "INSERT INTO file_facts (name, value) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
            (name, value),
        )


def _changes_elsewhere(connection: sqlite3.Connection) -> int:
    """A number that changes when another connection wrote to the file."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _lock(path: Path) -> tuple[database.WriterLock | None, tuple[str, dict[str, object]] | None]:
    try:
        if not os.access(path, os.W_OK):
            return None, (database.FILE_READ_ONLY, {})
        if not database.has_room(path):
            return None, (database.OPENED_FULL, {})
        lock = database.WriterLock(path)
        taken = lock.take()
    except OSError as error:
        return None, (database.OPENED_FULL if database.is_full(error) else database.FILE_READ_ONLY, {})
    if not taken:
        return None, (database.IN_USE, {"name": lock.holder()})
    return lock, None
