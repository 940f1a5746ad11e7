"""What rows answer to a view, how two lists of rows differ, and sorting backwards: the parts of the table model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt

from director_app.domain.plan import Plan, RecordChange
from director_app.ui.models.columns import Cell, Column, Piece, Record, RowText, Scene


class Role(IntEnum):
    """What a row answers beside the roles of Qt."""

    RECORD = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2
    SORT = Qt.ItemDataRole.UserRole + 3
    LINE = Qt.ItemDataRole.UserRole + 4
    TONE = Qt.ItemDataRole.UserRole + 5
    GROUP = Qt.ItemDataRole.UserRole + 6
    CELL = Qt.ItemDataRole.UserRole + 7


class Backwards:
    """A sort value that compares the other way round."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value

    def __lt__(self, other: Backwards) -> bool:
        return bool(other.value < self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Backwards) and bool(self.value == other.value)

    def __hash__(self) -> int:
        return hash(self.value)


def difference(before: Plan, after: Plan, kind: str) -> list[RecordChange]:
    """What differs between two plans in the records of a kind; unchanged ones are the same objects in both."""
    old, new = before.table(kind), after.table(kind)
    if old is new:
        return []
    found = [RecordChange(kind, one, record, None) for one, record in old.items() if one not in new]
    for one, record in new.items():
        previous = old.get(one)
        if previous is not record and previous != record:
            found.append(RecordChange(kind, one, previous, record))
    return found


def same_order(rows: Sequence[tuple[Any, str]], keys: dict[str, Any]) -> bool:
    """Whether rows keep their order under new keys."""
    return all(one not in keys or keys[one] == key for key, one in rows)


def shared_front(present: Sequence[tuple[Any, str]], wanted: Sequence[tuple[Any, str]]) -> int:
    """How many rows at the beginning are the same in both lists."""
    count = 0
    for (_key, one), (_other_key, other) in zip(present, wanted, strict=False):
        if one != other:
            break
        count += 1
    return count


def _line(column: Column, record: Record, scene: Scene) -> RowText:
    if column.line is not None:
        return column.line(record, scene)
    return RowText(column.text(record, scene))


def _cell(column: Column, record: Record, scene: Scene) -> Cell:
    if column.cell is not None:
        return column.cell(record, scene)
    tone = column.tone(record, scene) if column.tone is not None else "text"
    return Cell((Piece(column.text(record, scene), tone),))


def _spoken(column: Column, record: Record, scene: Scene) -> str:
    if column.spoken is not None:
        return column.spoken(record, scene)
    if column.line is not None:
        return column.line(record, scene).spoken()
    return column.text(record, scene)


ANSWERS: dict[int, Callable[[Column, Record, Scene], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, record, scene: column.text(record, scene),
    Qt.ItemDataRole.EditRole: lambda column, record, scene: column.text(record, scene),
    Qt.ItemDataRole.ToolTipRole: lambda column, record, scene: column.tip(record, scene) or None,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.TextAlignmentRole: lambda column, _record, _scene: column.alignment(),
    Role.RECORD: lambda _column, record, _scene: record,
    Role.SORT: lambda column, record, scene: column.sort_value(record, scene),
    Role.LINE: _line,
    Role.GROUP: lambda column, record, scene: column.group(record, scene) if column.group else "",
    Role.CELL: _cell,
    Role.TONE: lambda column, record, scene: column.tone(record, scene) if column.tone else None,
}
