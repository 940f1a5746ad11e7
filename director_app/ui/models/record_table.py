"""One model for any list of records: columns are data, changes arrive as row signals, never as a reset."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from director_app.domain.plan import Plan, RecordChange
from director_app.ui.models.columns import Column, Listing, Record, Scene
from director_app.ui.models.ordering import Ordered, Ordering
from director_app.ui.models.row_answers import ANSWERS, Backwards, Role, difference, same_order, shared_front
from director_app.wording import Wording

Index = QModelIndex | QPersistentModelIndex
__all__ = ["RecordTable", "Role"]

Keep = Callable[[Record, Scene], bool]
Among = Callable[[Plan], Iterable[str]]

MANY = 400
"""From so many changed rows on, whole stretches of the list are exchanged instead of single rows."""


class RecordTable(QAbstractTableModel):
    """The records of one kind, filtered and sorted.

    Texts are made when a view asks for them, so that a list of 52,000 costs no more than its screenful. A reset happens
    only in `show_plan` with another plan file; selection and open editors survive everything else. The cell that is
    being edited (`hold`) is left alone until `release`.
    """

    def __init__(self, listing: Listing, wording: Wording, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listing = listing
        self._scene = Scene(Plan(), wording)
        self._keep: Keep | None = None
        self._among: Among | None = None
        self._is_exact = False
        self._sorted_by = listing.columns[0]
        self._descending = False
        self._rows: list[tuple[Any, str]] = []
        self._keys: dict[str, Any] = {}
        self._all_keys: dict[str, Any] = {}
        self._ordered: list[tuple[Any, str]] | None = None
        """All records of the kind in the present order, hidden ones too; None until somebody needs them."""
        self._held: QPersistentModelIndex | None = None
        self._held_is_stale = False

    # -- what is shown --------------------------------------------------------------------------------------

    def show_plan(self, plan: Plan, ordered: Ordered | None = None) -> None:
        """Show another plan from the start; `ordered` are its rows, when they were put in order beforehand."""
        self.beginResetModel()
        self._scene = Scene(plan, self._scene.wording)
        self._held = None
        if ordered is not None and self._fits(ordered):
            self._rows, self._keys, self._all_keys = ordered.rows, ordered.keys, dict(ordered.keys)
            self._ordered = list(ordered.rows)
        else:
            self._forget_order()
            self._rows = self._wanted()
            self._keys = {identity: key for key, identity in self._rows}
        self.endResetModel()

    def ordering(self, plan: Plan) -> Ordering:
        """What puts all records of a plan in the present order, wherever it is called: for `show_plan`."""
        return Ordering(self._listing.kind, self._sorted_by, Scene(plan, self._scene.wording))

    def follow(self, plan: Plan, changes: Iterable[RecordChange] | None = None) -> None:
        """Show the same plan after changes; without `changes` both plans are compared record by record."""
        before = self._scene.plan
        self._scene = Scene(plan, self._scene.wording)
        touched = self._touched(before, changes)
        if len(touched) > MANY:
            for identity in touched:
                self._all_keys.pop(identity, None)
            self._ordered = None
            self._exchange()
            self._repaint_all()
            return
        for identity in touched:
            self._update_row(identity)

    def set_keep(self, keep: Keep | None, among: Among | None = None, *, is_exact: bool = False) -> None:
        """Show only the records `keep` accepts; `among` names those worth asking for, so that not all are looked at.

        `is_exact` says that `among` names just those that `keep` accepts: nothing is asked for then.
        """
        self._keep = keep
        self._among = among
        self._is_exact = is_exact
        self._exchange()

    def refresh(self, identities: Iterable[str] | None = None) -> None:
        """Look again at rows whose surroundings changed (problems, the language); all of them without ids."""
        if identities is None:
            self._forget_order()
            self._exchange()
            self._repaint_all()
            return
        for identity in identities:
            self._update_row(identity)

    def set_wording(self, wording: Wording) -> None:
        """Say everything in another language."""
        self._scene = Scene(self._scene.plan, wording)
        self._resort()
        self._repaint_all()
        if self._listing.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._listing.columns) - 1)

    # -- rows and ids ---------------------------------------------------------------------------------------

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns from left to right."""
        return self._listing.columns

    @property
    def kind(self) -> str:
        """The kind of record shown."""
        return self._listing.kind

    @property
    def scene(self) -> Scene:
        """Plan and wording the rows are made from."""
        return self._scene

    def ids(self) -> list[str]:
        """The ids of all rows from top to bottom."""
        return [identity for _key, identity in self._rows]

    def record_at(self, row: int) -> Record | None:
        """The record of a row; None in the moment between a removal from the plan and that of its row."""
        return self._scene.plan.table(self._listing.kind).get(self._rows[row][1])

    def row_of(self, identity: str) -> int:
        """The row of a record, -1 when it is not shown."""
        if identity not in self._keys:
            return -1
        return self._place((self._keys[identity], identity))

    def index_of(self, identity: str, column: int = 0) -> QModelIndex:
        """The index of a record; invalid when it is not shown."""
        row = self.row_of(identity)
        return self.index(row, column) if row >= 0 else QModelIndex()

    def hold(self, index: Index) -> None:
        """Leave this cell alone: somebody is typing in it."""
        self._held = QPersistentModelIndex(index)
        self._held_is_stale = False

    def release(self) -> None:
        """The editor closed: catch up with what the cell missed."""
        held, self._held = self._held, None
        if held is not None and held.isValid() and self._held_is_stale:
            cell = self.index(held.row(), held.column())
            self.dataChanged.emit(cell, cell)

    # -- Qt's questions -------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """How many records are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._listing.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell answers; made now, from the record."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        if role == Role.ID:
            return self._rows[index.row()][1]
        answer = ANSWERS.get(role)
        record = self.record_at(index.row())
        if answer is None or record is None:
            return None
        return answer(self._listing.columns[index.column()], record, self._scene)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._listing.columns):
            return None
        column = self._listing.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._scene.wording.text(column.title) if column.title else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Selectable; editable where the column says how."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self._listing.columns[index.column()].edit is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand typed text to the column; the row changes when the plan says so."""
        edit = self._listing.columns[index.column()].edit if index.isValid() else None
        if edit is None or role != Qt.ItemDataRole.EditRole:
            return False
        return edit(self.record_at(index.row()), str(value)) == ""

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; the selection goes with its rows."""
        self._sorted_by = self._listing.columns[column]
        self._descending = order == Qt.SortOrder.DescendingOrder
        self._resort()

    # -- rows that come, go and move ------------------------------------------------------------------------

    def _touched(self, before: Plan, changes: Iterable[RecordChange] | None) -> list[str]:
        plan = self._scene.plan
        touched: dict[str, None] = {}
        for change in difference(before, plan, self._listing.kind) if changes is None else changes:
            if change.kind == self._listing.kind:
                touched[change.id] = None
            for one in self._listing.affected(before, change):
                touched[one] = None
            for one in self._listing.affected(plan, change):
                touched[one] = None
        return list(touched)

    def _key(self, record: Record) -> Any:
        value = self._sorted_by.sort_value(record, self._scene)
        return Backwards(value) if self._descending else value

    def _remembered_key(self, identity: str, record: Record) -> Any:
        """The key a row has, or had before a filter hid it; rows that are touched get a new one in `_update_row`."""
        if identity not in self._all_keys:
            self._all_keys[identity] = self._key(record)
        return self._all_keys[identity]

    def _fits(self, ordered: Ordered) -> bool:
        """Whether nothing was chosen since these rows were put in order that would order them otherwise."""
        return (
            self._keep is None
            and not self._descending
            and ordered.by is self._sorted_by
            and ordered.wording is self._scene.wording
        )

    def _is_wanted(self, record: Record) -> bool:
        return self._keep is None or self._keep(record, self._scene)

    def _wanted(self) -> list[tuple[Any, str]]:
        table = self._scene.plan.table(self._listing.kind)
        if self._among is None:
            rows = self._in_order()
            if self._keep is None:
                return list(rows)
            return [row for row in rows if self._is_wanted(table[row[1]])]
        named = self._among(self._scene.plan)
        if self._is_exact:
            named = frozenset(named)
            return [row for row in self._in_order() if row[1] in named]
        found = ((one, table.get(one)) for one in set(named))
        wanted = ((one, record) for one, record in found if record is not None and self._is_wanted(record))
        return sorted((self._remembered_key(one, record), one) for one, record in wanted)

    def _in_order(self) -> list[tuple[Any, str]]:
        if self._ordered is None:
            table = self._scene.plan.table(self._listing.kind)
            self._ordered = sorted((self._remembered_key(one, record), one) for one, record in table.items())
        return self._ordered

    def _forget_order(self) -> None:
        self._all_keys.clear()
        self._ordered = None

    def _put_in_order(self, identity: str, record: Record | None) -> None:
        """One record has changed, come or gone (None): all others stand where they stood."""
        if self._ordered is None:
            self._all_keys.pop(identity, None)
            return
        if identity in self._all_keys:
            row = (self._all_keys.pop(identity), identity)
            del self._ordered[bisect_left(self._ordered, row)]
        if record is not None:
            insort(self._ordered, (self._remembered_key(identity, record), identity))

    def _place(self, row: tuple[Any, str]) -> int:
        return bisect_left(self._rows, row)

    def _update_row(self, identity: str) -> None:
        record = self._scene.plan.find(self._listing.kind, identity)
        present = identity in self._keys
        self._put_in_order(identity, record)
        if record is None or not self._is_wanted(record):
            if present:
                self._remove_row(identity)
            return
        key = self._remembered_key(identity, record)
        if not present:
            self._insert_row(key, identity)
        elif key == self._keys[identity]:
            self._tell_changed(self.row_of(identity))
        else:
            self._move_row(identity, key)

    def _remove_row(self, identity: str) -> None:
        row = self.row_of(identity)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        del self._keys[identity]
        self.endRemoveRows()

    def _insert_row(self, key: Any, identity: str) -> None:
        row = self._place((key, identity))
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.insert(row, (key, identity))
        self._keys[identity] = key
        self.endInsertRows()

    def _move_row(self, identity: str, key: Any) -> None:
        source = self.row_of(identity)
        target = self._place((key, identity))
        moves = target not in (source, source + 1)
        if moves:
            self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        del self._rows[source]
        insort(self._rows, (key, identity))
        self._keys[identity] = key
        if moves:
            self.endMoveRows()
        self._tell_changed(self.row_of(identity))

    def _exchange(self) -> None:
        """Go to the wanted rows in stretches between the rows somebody points at, so that these stay alive."""
        has_order = self._ordered is not None
        wanted = self._wanted()
        keys = {identity: key for key, identity in wanted}
        if not has_order and not same_order(self._rows, keys):
            self._resort_present(keys)
        pointed = [one for one in self._pointed_at() if one in keys]
        fences = sorted((self._place((keys[one], one)), bisect_left(wanted, (keys[one], one))) for one in pointed)
        ends = [(len(self._rows), len(wanted)), *reversed(fences)]
        starts = [*((row + 1, place + 1) for row, place in reversed(fences)), (0, 0)]
        for (old_end, new_end), (old_start, new_start) in zip(ends, starts, strict=True):
            self._exchange_stretch(old_start, old_end, wanted[new_start:new_end])
        self._rows = wanted
        self._keys = keys

    def _exchange_stretch(self, start: int, end: int, wanted: Sequence[tuple[Any, str]]) -> None:
        present = self._rows[start:end]
        if [one for _key, one in present] == [one for _key, one in wanted]:
            return
        front = shared_front(present, wanted)
        back = shared_front(present[front:][::-1], wanted[front:][::-1])
        first, last = start + front, end - back - 1
        if last >= first:
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        fresh = wanted[front : len(wanted) - back]
        if fresh:
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._rows[first:first] = fresh
            self.endInsertRows()

    def _resort(self) -> None:
        self._forget_order()
        records = self._scene.plan.table(self._listing.kind)
        self._resort_present({one: self._key(records[one]) for _key, one in self._rows if one in records})

    def _resort_present(self, keys: dict[str, Any]) -> None:
        """Put the rows there are in the order of new keys; those without a new key wait at the end."""
        self.layoutAboutToBeChanged.emit()
        pointed = [(index, self._rows[index.row()][1]) for index in self.persistentIndexList()]
        staying = sorted((keys[one], one) for _key, one in self._rows if one in keys)
        leaving = [row for row in self._rows if row[1] not in keys]
        self._rows = staying + leaving
        self._keys = {one: key for key, one in self._rows}
        rows = {one: row for row, (_key, one) in enumerate(self._rows)}
        for index, one in pointed:
            self.changePersistentIndex(index, self.index(rows[one], index.column()))
        self.layoutChanged.emit()

    def _pointed_at(self) -> set[str]:
        return {self._rows[index.row()][1] for index in self.persistentIndexList() if index.row() < len(self._rows)}

    # -- cells that change ----------------------------------------------------------------------------------

    def _tell_changed(self, row: int) -> None:
        last = len(self._listing.columns) - 1
        held = self._held
        if held is None or not held.isValid() or held.row() != row:
            self.dataChanged.emit(self.index(row, 0), self.index(row, last))
            return
        self._held_is_stale = True
        if held.column() > 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, held.column() - 1))
        if held.column() < last:
            self.dataChanged.emit(self.index(row, held.column() + 1), self.index(row, last))

    def _repaint_all(self) -> None:
        if not self._rows:
            return
        held = self._held.row() if self._held is not None and self._held.isValid() else -1
        last = len(self._listing.columns) - 1
        for first, end in (
            ((0, held - 1), (held + 1, len(self._rows) - 1)) if held >= 0 else ((0, len(self._rows) - 1),)
        ):
            if first <= end:
                self.dataChanged.emit(self.index(first, 0), self.index(end, last))
        if held >= 0:
            self._tell_changed(held)
