"""The list as one model: texts are made when a cell is looked at, and kept while its row stays the same."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from director_app.calendars.meetings import meeting_title
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import RecordChange
from director_app.domain.programme import Delivery
from director_app.ui.schedule.list_columns import DERIVED, KEYS, PROBLEMS, column_titles
from director_app.ui.schedule.list_lines import Line, problems_in_full
from director_app.ui.schedule.list_rows import Day, DayRows, Keep, Row
from director_app.ui.schedule.list_sorting import FlatRows, sort_key
from director_app.ui.schedule.list_texts import Scene, editing_text
from director_app.ui.schedule.state import ScheduleState

_Index = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_MOST_KEPT: Final = 4000
_MANY: Final = 300
_LEVELS: Final = {"block": 0, "warning": 1, "note": 2}
_NO_LEVEL: Final = 3
_NOT_SORTED: Final = -1
_HEAD: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_READ: Final = _HEAD | Qt.ItemFlag.ItemIsSelectable
_TYPED: Final = _READ | Qt.ItemFlag.ItemIsEditable


class ScheduleList(QAbstractTableModel):
    """Deliveries of the plan, grouped by day or in the order of a column.

    Attributes:
        grouped: whether days have heads while nothing is sorted.
        sorted_by: column and whether descending; -1 is the order of the days.
    """

    def __init__(self, state: ScheduleState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.grouped = True
        self.sorted_by: tuple[int, bool] = (_NOT_SORTED, False)
        self.rows: DayRows | FlatRows = DayRows(state.desk.plan)
        self._lines: dict[str, Line] = {}
        self.generation = 0

    # -- following -------------------------------------------------------------------------------------------

    def show_plan(self) -> None:
        """Show the plan, or what the filter keeps of it, from the start."""
        self.beginResetModel()
        self.generation += 1
        self._lines.clear()
        self.rows = self._made_rows()
        self.endResetModel()

    def _made_rows(self) -> DayRows | FlatRows:
        column, descending = self.sorted_by
        plan = self._state.desk.plan
        if column == _NOT_SORTED and self.grouped:
            return DayRows(plan, self._keep())
        key = KEYS[column] if column != _NOT_SORTED else "date"
        return FlatRows(plan, self._keep(), sort_key(self.scene, key, self._level_of), descending=descending)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows into the order of a column, -1 into that of the days."""
        self._arrange((column, column != _NOT_SORTED and order == Qt.SortOrder.DescendingOrder), self.grouped)

    def group(self, grouped: bool) -> None:
        """Give days heads, or not; either way in the order of the days."""
        self._arrange((_NOT_SORTED, False), grouped)

    def _arrange(self, sorted_by: tuple[int, bool], grouped: bool) -> None:
        if (sorted_by, grouped) == (self.sorted_by, self.grouped):
            return
        self.sorted_by, self.grouped = sorted_by, grouped
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        stood = [self.rows.row(index.row()).delivery for index in kept]
        self.rows = self._made_rows()
        found = [self.rows.position_of(one) if one is not None else -1 for one in stood]
        moved = [
            self.index(position, index.column()) if position >= 0 else QModelIndex()
            for index, position in zip(kept, found, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(KEYS) - 1)

    def _level_of(self, delivery: str) -> int:
        found = self._state.desk.problems_of(("deliveries", delivery))
        return min((_LEVELS.get(str(one.level), _NO_LEVEL) for one in found), default=_NO_LEVEL)

    def follow(self, changes: Iterable[RecordChange]) -> None:
        """Show the same plan after changes: rows come and go one by one, so that the others stay as they are."""
        changes = list(changes)
        if any(change.kind == "meetings" for change in changes):
            self.show_plan()
            return
        changes = [change for change in changes if change.kind == "deliveries"]
        if len(changes) > _MANY and any(change.before is None or change.after is None for change in changes):
            self.show_plan()
            return
        rows = self.rows
        if isinstance(rows, FlatRows):
            rows.plan = self._state.desk.plan
            self._follow_flat(rows, changes)
        elif len(changes) > _MANY and any(_has_moved(change) for change in changes):
            self.show_plan()
            return
        else:
            self._follow_days(rows, changes)
        self.look_again()

    def _follow_flat(self, rows: FlatRows, changes: Iterable[RecordChange]) -> None:
        for change in changes:
            at = rows.position_of(DeliveryId(change.id))
            after = change.after if change.after is not None and rows.wants(change.after) else None
            if at >= 0 and after is None:
                self.beginRemoveRows(QModelIndex(), at, at)
                rows.remove(at)
                self.endRemoveRows()
            elif at < 0 and after is not None:
                place = rows.place_for(after)
                self.beginInsertRows(QModelIndex(), place, place)
                rows.insert(place, DeliveryId(change.id))
                self.endInsertRows()

    def _follow_days(self, rows: DayRows, changes: list[RecordChange]) -> None:
        days = {one.date for change in changes for one in (change.before, change.after) if one is not None}
        before = {day: rows.ids_of(day) for day in days}
        self.generation += 1
        rows.plan = self._state.desk.plan
        changed = {change.id for change in changes}
        for day in sorted(days, key=_late_without_date):
            self._follow_day(rows, day, before[day], rows.wanted(day), changed)

    def look_again(self) -> None:
        """Problems or names changed: draw every row again."""
        self.generation += 1
        if self.rows.total:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rows.total - 1, len(KEYS) - 1))

    def _follow_day(
        self, rows: DayRows, day: Day, old: tuple[DeliveryId, ...], new: tuple[DeliveryId, ...], changed: set[str]
    ) -> None:
        kept_old = [one for one in old if one in new]
        kept_new = [one for one in new if one in old]
        moved = changed if kept_old != kept_new else set()
        present = list(old)
        for one in old:
            if one not in new or one in moved:
                self._remove(rows, day, present, one)
        for position, one in enumerate(new):
            if one not in present:
                self._insert(rows, day, present, position, one)

    def _remove(self, rows: DayRows, day: Day, present: list[DeliveryId], one: DeliveryId) -> None:
        head = rows.start_of(day)
        at = head + 1 + present.index(one)
        first = head if len(present) == 1 and not rows.keeps_head(day) else at
        self.beginRemoveRows(QModelIndex(), first, at)
        present.remove(one)
        rows.set_day(day, tuple(present))
        self.endRemoveRows()

    def _insert(self, rows: DayRows, day: Day, present: list[DeliveryId], position: int, one: DeliveryId) -> None:
        head = rows.start_of(day)
        at = head + 1 + position
        first, last = (head, at) if not present and not rows.keeps_head(day) else (at, at)
        self.beginInsertRows(QModelIndex(), first, last)
        present.insert(position, one)
        rows.set_day(day, tuple(present))
        self.endInsertRows()

    def _keep(self) -> Keep | None:
        chosen = self._state.items.filter
        return None if chosen.is_empty else _Keeps(self._state)

    # -- rows --------------------------------------------------------------------------------------------------

    @property
    def scene(self) -> Scene:
        """What cells are read from now."""
        return Scene(self._state.desk.wording, self._state.desk.plan)

    def row_at(self, position: int) -> Row:
        """Day and delivery of a row."""
        return self.rows.row(position)

    def delivery_at(self, position: int) -> Delivery | None:
        """The delivery of a row, None for the head of a day."""
        identity = self.rows.row(position).delivery
        return self._state.desk.plan.deliveries.get(identity) if identity is not None else None

    def line_of(self, one: Delivery) -> Line:
        """A delivery as a row."""
        kept = self._lines.get(one.id)
        if kept is None or kept.one is not one or kept.generation != self.generation:
            if len(self._lines) > _MOST_KEPT:
                self._lines.clear()
            kept = self._lines[one.id] = Line(self._state.desk, one, self.generation)
        return kept

    # -- Qt's questions ----------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index | None = None) -> int:
        """Days and deliveries."""
        return 0 if parent is not None and parent.isValid() else self.rows.total

    def columnCount(self, parent: _Index | None = None) -> int:
        """The columns, hidden ones too."""
        return 0 if parent is not None and parent.isValid() else len(KEYS)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The text of a cell, made when it is asked for."""
        if not index.isValid() or index.row() >= self.rows.total:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text_at(index.row(), index.column(), editing=role == Qt.ItemDataRole.EditRole)
        if role == ROW_ROLE:
            return self.rows.row(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._in_full(index.row(), index.column()) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        return None

    def text_at(self, position: int, column: int, *, editing: bool = False) -> str:
        """The text of a cell; the heads of days fill the first two."""
        row = self.rows.row(position)
        if row.delivery is None:
            return (self.day_name(row.day), self.day_count(row.day))[column] if column < 2 else ""
        one = self._state.desk.plan.deliveries.get(row.delivery)
        if one is None:
            return ""
        if editing:
            return editing_text(self.scene, one, KEYS[column])
        return self.line_of(one).cell(self.scene, column)[0]

    def day_name(self, day: Day) -> str:
        """The head of a day."""
        wording = self._state.desk.wording
        return wording.text("Date undecided") if day is None else wording.date_short(day)

    def day_count(self, day: Day) -> str:
        """How many lie on a day, whether it is today, and when the council meets."""
        wording, count = self._state.desk.wording, self.rows.count_of(day)
        meetings = self._meetings_on(day)
        counted = [wording.plural("{n} entry", "{n} entries", count)] if count or not meetings else []
        said = " · ".join([*counted, *meetings])
        if day is not None and day == self._state.marks.today:
            return f"{wording.text('Today')} · {said}"
        return said

    def _meetings_on(self, day: Day) -> list[str]:
        if day is None or not self._state.items.filter.is_empty:
            return []
        wording, plan = self._state.desk.wording, self._state.desk.plan
        there = sorted(
            (one for one in plan.meetings.values() if one.date == day), key=lambda one: (one.start or 0, one.id)
        )
        said = (("" if one.start is None else wording.clock(one.start), meeting_title(wording, one)) for one in there)
        return [" ".join(filter(None, parts)) for parts in said]

    def _in_full(self, position: int, column: int) -> str:
        """The text of a cell; problems with all their sentences."""
        name = self.rows.row(position).delivery
        one = self._state.desk.plan.deliveries.get(name) if column == PROBLEMS and name is not None else None
        return self.text_at(position, column) if one is None else problems_in_full(self._state.desk, one)

    def _spoken(self, position: int, column: int) -> str:
        text = self._in_full(position, column)
        return text if self.rows.row(position).delivery is None else f"{self._title(column)} {text}"

    def _title(self, column: int) -> str:
        return column_titles(self._state.desk.wording)[column]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """The names of the columns, with an arrow at the one the rows are sorted by."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(KEYS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            column, descending = self.sorted_by
            arrow = ("", " ↑", " ↓")[0 if column != section else 1 + descending]
            return f"{self._title(section)}{arrow}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Cells may be selected; those that can be typed may be edited."""
        if not index.isValid() or self.rows.row(index.row()).delivery is None:
            return _HEAD
        return _TYPED if KEYS[index.column()] not in DERIVED and not self._state.desk.is_read_only else _READ

    def head(self, columns: Sequence[int]) -> list[str]:
        """The names of some columns."""
        return [self._title(column) for column in columns]

    def position_of(self, delivery: str) -> int:
        """The row of a delivery, -1 when it is not listed."""
        return self.rows.position_of(DeliveryId(delivery))

    def position_of_day(self, day: datetime.date) -> int:
        """The row of a day's head, or of the next one; -1 when rows are not in the order of days."""
        return self.rows.start_of(day)


class _Keeps:
    """Whether the filter keeps a delivery."""

    def __init__(self, state: ScheduleState) -> None:
        self._state = state

    def __call__(self, one: Delivery) -> bool:
        return self._state.items.keeps(one)


def _has_moved(change: RecordChange) -> bool:
    before, after = change.before, change.after
    return before is None or after is None or (before.date, before.start) != (after.date, after.start)


def _late_without_date(day: Day) -> datetime.date:
    return day or datetime.date.max
