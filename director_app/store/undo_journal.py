"""Named steps with before/after images per record and field: undo, redo and history, also after a restart."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from director_app.domain.fields import Field, fields_of, from_plain, to_plain
from director_app.domain.kinds import TYPE_OF, AnyRecord
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.rules import clean_text


class StepName(NamedTuple):
    """What a step is called: an English message (a gettext key) and the values that fill it.

    Values are texts, numbers, dates, or lists of them.
    """

    message: str
    values: dict[str, Any] = {}  # noqa: RUF012 - never changed; a NamedTuple has no default factory


class Step(NamedTuple):
    """One step of the journal; `made_at` is the wall clock of the computer, to the second."""

    step: int
    name: StepName
    made_at: datetime.datetime
    is_undone: bool


class Image(NamedTuple):
    """Fields of a record as a step found or left them, unread: most of many are never asked."""

    text: str

    def says(self, field: str, plain: object) -> bool:
        """Whether a field, or an entry anywhere in it, has this plain value; True may be by chance, False never is."""
        return f"{_dump(field)}:{_dump(plain)}" in self.text

    @property
    def plain(self) -> dict[str, Any]:
        """The fields in their plain form."""
        found: dict[str, Any] = json.loads(self.text)
        return found


_COLUMNS: Final = "step, message, fill, made_at, is_undone"


def write_step(
    connection: sqlite3.Connection, name: StepName, made_at: datetime.datetime, changes: Iterable[RecordChange]
) -> int:
    """Write a step and its images into the open transaction; redo steps are dropped. Returns the step's number."""
    newest = connection.execute("SELECT is_undone FROM undo_steps ORDER BY step DESC LIMIT 1").fetchone()
    if newest is not None and newest[0]:  # steps are taken back from the newest on
        connection.execute("DELETE FROM undo_images WHERE step IN (SELECT step FROM undo_steps WHERE is_undone)")
        connection.execute("DELETE FROM undo_steps WHERE is_undone")
    cursor = connection.execute(
        "INSERT INTO undo_steps (message, fill, made_at, is_undone) VALUES (?, ?, ?, 0)",
        (name.message, _dump(_fill_to_plain(name.values)), made_at.isoformat(timespec="seconds")),
    )
    step = cursor.lastrowid or 0
    connection.executemany(
        "INSERT INTO undo_images (step, kind, id, before, after) VALUES (?, ?, ?, ?, ?)",
        ((step, change.kind, change.id, *_images(change)) for change in changes),
    )
    return step


def join_step(
    connection: sqlite3.Connection,
    name: StepName,
    made_at: datetime.datetime,
    changes: Iterable[RecordChange],
    joining: int,
) -> int | None:
    """Write changes into the step `joining`, which takes this name; undo then goes back to before that step.

    Only the newest step can be joined, and only by changes of fields; else they become a step of their own. Returns
    the number of the step; None when everything in it is as it was before, so that no step is left.
    """
    changes = tuple(changes)
    newest = connection.execute("SELECT step, is_undone FROM undo_steps ORDER BY step DESC LIMIT 1").fetchone()
    if newest != (joining, 0) or any(change.before is None or change.after is None for change in changes):
        return write_step(connection, name, made_at, changes)
    for change in changes:
        _join_image(connection, joining, change)
    if connection.execute("SELECT 1 FROM undo_images WHERE step = ?", (joining,)).fetchone() is None:
        connection.execute("DELETE FROM undo_steps WHERE step = ?", (joining,))
        return None
    connection.execute(
        "UPDATE undo_steps SET message = ?, fill = ?, made_at = ? WHERE step = ?",
        (name.message, _dump(_fill_to_plain(name.values)), made_at.isoformat(timespec="seconds"), joining),
    )
    return joining


def _join_image(connection: sqlite3.Connection, step: int, change: RecordChange) -> None:
    """The image of a record from before the step to after the change; none when nothing differs any more."""
    key = (step, change.kind, change.id)
    query = "SELECT before, after FROM undo_images WHERE step = ? AND kind = ? AND id = ?"
    found = connection.execute(query, key).fetchone()
    before, after = (_load(image) for image in _images(change))
    if found is not None:
        first, last = _load(found[0]), _load(found[1])
        before = None if first is None else {**before, **first}
        after = {**last, **after}
        if before is not None:
            same = {field for field in before if before[field] == after.get(field, before)}
            before = {field: value for field, value in before.items() if field not in same}
            after = {field: value for field, value in after.items() if field not in same}
        connection.execute("DELETE FROM undo_images WHERE step = ? AND kind = ? AND id = ?", key)
    if before is None or before:
        images = (None if before is None else _dump(before), _dump(after))
        connection.execute(
            "INSERT INTO undo_images (step, kind, id, before, after) VALUES (?, ?, ?, ?, ?)", (*key, *images)
        )


def last_step(connection: sqlite3.Connection) -> Step | None:
    """The step that undo would take back."""
    return _one(connection, "WHERE NOT is_undone ORDER BY step DESC LIMIT 1")


def first_undone(connection: sqlite3.Connection) -> Step | None:
    """The step that redo would make again."""
    last_done = "SELECT step FROM undo_steps WHERE NOT is_undone ORDER BY step DESC LIMIT 1"
    return _one(connection, f"WHERE is_undone AND step > COALESCE(({last_done}), 0) ORDER BY step LIMIT 1")


def latest_steps(connection: sqlite3.Connection, limit: int) -> list[Step]:
    """The latest steps, newest first, those taken back included."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM undo_steps ORDER BY step DESC LIMIT ?", (limit,))
    return [_step(row) for row in rows]


def steps_of_record(
    connection: sqlite3.Connection, kind: str, identity: str, limit: int
) -> list[tuple[Step, Any, Any]]:
    """The history of one record, newest first: step, plain fields before and after (None where it was not there)."""
    columns = ", ".join(f"s.{name.strip()}" for name in _COLUMNS.split(","))
    rows = connection.execute(
        f"SELECT {columns}, i.before, i.after FROM undo_images i JOIN undo_steps s ON s.step = i.step "
        "WHERE i.kind = ? AND i.id = ? AND NOT s.is_undone ORDER BY i.image DESC LIMIT ?",
        (kind, identity, limit),
    )
    return [(_step(row[:5]), _load(row[5]), _load(row[6])) for row in rows]


def latest_changes(
    connection: sqlite3.Connection, kind: str, limit: int, *, with_new: bool
) -> list[tuple[int, str, Image | None, Image | None]]:
    """The latest images of a kind, newest first: step, id, fields before and after; new records as asked."""
    old_only = "" if with_new else "AND i.before IS NOT NULL "
    rows = connection.execute(
        "SELECT i.step, i.id, i.before, i.after FROM undo_images i JOIN undo_steps s ON s.step = i.step "
        f"WHERE i.kind = ? AND NOT s.is_undone {old_only}ORDER BY i.image DESC LIMIT ?",
        (kind, limit),
    )
    return [
        (step, identity, before and Image(before), after and Image(after)) for step, identity, before, after in rows
    ]


def mark(connection: sqlite3.Connection, step: int, *, undone: bool) -> None:
    """Remember that a step was taken back or made again.

    Raises:
        ValueError: when there is no such step (in a damaged file).
    """
    marked = connection.execute("UPDATE undo_steps SET is_undone = ? WHERE step = ?", (int(undone), step))
    if marked.rowcount != 1:
        raise ValueError(step)


def images(connection: sqlite3.Connection, step: int) -> list[tuple[str, str, Any, Any]]:
    """What a step did: kind, id, plain fields before, plain fields after; in its order."""
    rows = connection.execute("SELECT kind, id, before, after FROM undo_images WHERE step = ? ORDER BY image", (step,))
    return [(kind, identity, _load(before), _load(after)) for kind, identity, before, after in rows]


def restoring(connection: sqlite3.Connection, plan: Plan, step: int, *, backwards: bool) -> list[RecordChange]:
    """What has to change on the plan to take a step back (or to make it again).

    Raises:
        RefusedInput, ValueError, KeyError: when the images make no sense (in a damaged file).
    """
    order = "DESC" if backwards else "ASC"
    rows = connection.execute(
        f"SELECT kind, id, before, after FROM undo_images WHERE step = ? ORDER BY image {order}", (step,)
    ).fetchall()
    changes = []
    for kind, identity, before, after in rows:
        target, other = (before, after) if backwards else (after, before)
        changes.append(_restored(plan, kind, identity, _load(target), came_from_nothing=other is None))
    return changes


def _restored(plan: Plan, kind: str, identity: str, image: Any, *, came_from_nothing: bool) -> RecordChange:
    record_type = TYPE_OF[kind]
    current: AnyRecord | None = plan.find(kind, identity)
    if image is None:
        return RecordChange(kind, identity, current, None)
    where = f"{kind}.{identity}"
    if came_from_nothing or current is None:  # a removed record has its whole image
        record: AnyRecord = from_plain(record_type, image, where)
        if record.id != identity:
            raise ValueError(where)
        return RecordChange(kind, identity, current, record)
    known = {field.name: field for field in fields_of(record_type) if field.name != "id"}
    values = {name: known[name].decode(plain, where) for name, plain in image.items()}
    return RecordChange(kind, identity, current, current._replace(**values))


def _images(change: RecordChange) -> tuple[str | None, str | None]:
    before, after = change.before, change.after
    if before is None or after is None:
        return (
            None if before is None else _dump(to_plain(before)),
            None if after is None else _dump(to_plain(after)),
        )
    differing = [
        (field, old, new)
        for field, old, new in zip(fields_of(type(after)), before, after, strict=True)
        if old != new or type(old) is not type(new)
    ]
    return _field_image((field, old) for field, old, _ in differing), _field_image((f, new) for f, _, new in differing)


def _field_image(values: Iterable[tuple[Field, object]]) -> str:
    return _dump({field.name: field.encode(value) for field, value in values})


def _one(connection: sqlite3.Connection, condition: str) -> Step | None:
    row = connection.execute(f"SELECT {_COLUMNS} FROM undo_steps {condition}").fetchone()
    return None if row is None else _step(row)


def _step(row: Any) -> Step:
    name = StepName(row[1], _fill_from_plain(json.loads(row[2])))
    return Step(row[0], name, datetime.datetime.fromisoformat(row[3]), bool(row[4]))


#: One encoder for all: `json.dumps` makes a new one for every image.
_dump: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _load(text: str | None) -> Any:
    return None if text is None else json.loads(text)


def _fill_to_plain(value: Any) -> Any:
    if isinstance(value, datetime.datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, datetime.date):
        return {"date": value.isoformat()}
    if isinstance(value, dict):
        return {name: _fill_to_plain(entry) for name, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_fill_to_plain(entry) for entry in value]
    return clean_text(value) if isinstance(value, str) else value


def _fill_from_plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_fill_from_plain(entry) for entry in value]
    if isinstance(value, dict):
        if set(value) == {"date"} and isinstance(value["date"], str):
            return datetime.date.fromisoformat(value["date"])
        if set(value) == {"moment"} and isinstance(value["moment"], str):
            return datetime.datetime.fromisoformat(value["moment"])
        return {name: _fill_from_plain(entry) for name, entry in value.items()}
    return value
