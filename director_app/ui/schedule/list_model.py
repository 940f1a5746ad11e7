"""The list as one model: texts are made when a row is looked at, and kept as ready tuples."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from director_app.domain.ids import DeliveryId
from director_app.domain.plan import RecordChange
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import initiative_of
from director_app.operations.sentences import place_text, problem_sentence
from director_app.planner.problems import in_order
from director_app.ui.schedule.items import confirmation_states, delivery_titles, hue_of
from director_app.ui.schedule.list_edits import EDITABLE
from director_app.ui.schedule.list_rows import Day, DayRows, Keep, Row
from director_app.ui.schedule.state import ScheduleState
from director_app.ui.words import (
    CONFIRMATION_OF_WORDS,
    CONFIRMATION_WORDS,
    STATUS_WORDS,
    day_text,
    lineup_names,
    time_text,
    word,
)
from director_app.wording import Wording

_Index = QModelIndex | QPersistentModelIndex

KEYS: Final = (
    "number", "date", "time", "title", "place", "lineup", "responsible", "confirmed", "status", "problems",
)  # fmt: skip
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_MOST_KEPT: Final = 4000
_MANY: Final = 300


@dataclass(frozen=True, slots=True)
class Line:
    """A delivery as a row: texts by column, and what the painter needs beside them."""

    texts: tuple[str, ...]
    undecided: frozenset[int]
    status: Status
    hue: int
    confirmations: tuple[str, ...]
    level: str
    is_locked: bool = False


class ScheduleList(QAbstractTableModel):
    """Deliveries of the plan grouped by day."""

    def __init__(self, state: ScheduleState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self.rows = DayRows(state.desk.plan)
        self._lines: dict[str, tuple[Delivery, int, Line]] = {}
        self.generation = 0

    # -- following -------------------------------------------------------------------------------------------

    def show_plan(self) -> None:
        """Show the plan, or what the filter keeps of it, from the start."""
        self.beginResetModel()
        self.generation += 1
        self.rows = DayRows(self._state.desk.plan, self._keep())
        self.endResetModel()

    def follow(self, changes: Iterable[RecordChange]) -> None:
        """Show the same plan after changes: rows come and go one by one, so that the others stay as they are."""
        changes = [change for change in changes if change.kind == "deliveries"]
        if len(changes) > _MANY:
            self.show_plan()
            return
        days = {one.date for change in changes for one in (change.before, change.after) if one is not None}
        before = {day: self.rows.ids_of(day) for day in days}
        self.generation += 1
        self.rows.plan = self._state.desk.plan
        changed = {change.id for change in changes}
        for day in sorted(days, key=_late_without_date):
            self._follow_day(day, before[day], self.rows.wanted(day), changed)
        self.look_again()

    def look_again(self) -> None:
        """Problems or names changed: draw every row again."""
        self.generation += 1
        if self.rows.total:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rows.total - 1, len(KEYS) - 1))

    def _follow_day(
        self, day: Day, old: tuple[DeliveryId, ...], new: tuple[DeliveryId, ...], changed: set[str]
    ) -> None:
        kept_old = [one for one in old if one in new]
        kept_new = [one for one in new if one in old]
        moved = changed if kept_old != kept_new else set()
        present = list(old)
        for one in old:
            if one not in new or one in moved:
                self._remove(day, present, one)
        for position, one in enumerate(new):
            if one not in present:
                self._insert(day, present, position, one)

    def _remove(self, day: Day, present: list[DeliveryId], one: DeliveryId) -> None:
        head = self.rows.start_of(day)
        at = head + 1 + present.index(one)
        first = head if len(present) == 1 else at
        self.beginRemoveRows(QModelIndex(), first, at)
        present.remove(one)
        self.rows.set_day(day, tuple(present))
        self.endRemoveRows()

    def _insert(self, day: Day, present: list[DeliveryId], position: int, one: DeliveryId) -> None:
        head = self.rows.start_of(day)
        at = head + 1 + position
        first, last = (head, at) if not present else (at, at)
        self.beginInsertRows(QModelIndex(), first, last)
        present.insert(position, one)
        self.rows.set_day(day, tuple(present))
        self.endInsertRows()

    def _keep(self) -> Keep | None:
        chosen = self._state.items.filter
        return None if chosen.is_empty else _Keeps(self._state)

    # -- rows --------------------------------------------------------------------------------------------------

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
        if kept is None or kept[0] is not one or kept[1] != self.generation:
            if len(self._lines) > _MOST_KEPT:
                self._lines.clear()
            kept = (one, self.generation, self._make(one))
            self._lines[one.id] = kept
        return kept[2]

    def _make(self, one: Delivery) -> Line:
        desk = self._state.desk
        wording, plan = desk.wording, desk.plan
        title, _short, title_known = delivery_titles(wording, plan, one)
        place, place_known = place_text(wording, plan, one)
        acts = lineup_names(plan, one)
        time = time_text(wording, one)
        level, sentence = self._problem(one)
        open_word = wording.context("no time yet", "TBA")
        texts = (
            one.number, day_text(wording, one), time if one.start is not None else open_word, title,
            place, ", ".join(acts) or open_word, one.responsible or open_word, "",
            word(wording, STATUS_WORDS, one.status), sentence,
        )  # fmt: skip
        flags = (
            False, one.date is None, one.start is None, not title_known, not place_known,
            not acts, not one.responsible, False, False, False,
        )  # fmt: skip
        undecided = frozenset(position for position, is_open in enumerate(flags) if is_open)
        hue = hue_of(plan, initiative_of(plan, one))
        return Line(texts, undecided, one.status, hue, confirmation_states(one), level, one.is_locked)

    def _problem(self, one: Delivery) -> tuple[str, str]:
        desk = self._state.desk
        found = desk.problems_of(("deliveries", one.id))
        if not found:
            return "", ""
        worst = in_order(desk.plan, found)[0]
        return str(worst.level), problem_sentence(desk.wording, desk.plan, worst)

    # -- Qt's questions ----------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index | None = None) -> int:
        """Days and deliveries."""
        return 0 if parent is not None and parent.isValid() else self.rows.total

    def columnCount(self, parent: _Index | None = None) -> int:
        """The columns."""
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
            return self.text_at(index.row(), index.column()) or None
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
        line = self.line_of(one)
        if editing and column in line.undecided:
            return ""
        if KEYS[column] == "confirmed":
            return self._confirmed_words(one)
        return line.texts[column]

    def day_name(self, day: Day) -> str:
        """The head of a day."""
        wording = self._state.desk.wording
        return wording.text("Date undecided") if day is None else wording.date_short(day)

    def day_count(self, day: Day) -> str:
        """How many lie on a day, and whether it is today."""
        wording, count = self._state.desk.wording, self.rows.count_of(day)
        said = wording.plural("{n} entry", "{n} entries", count)
        if day is not None and day == self._state.marks.today:
            return f"{wording.text('Today')} · {said}"
        return said

    def _confirmed_words(self, one: Delivery) -> str:
        wording = self._state.desk.wording
        return ", ".join(
            f"{wording.text(name)} {wording.text(CONFIRMATION_WORDS[state])}"  # type: ignore[index]  # a StrEnum's value
            for name, state in zip(CONFIRMATION_OF_WORDS.values(), confirmation_states(one), strict=True)
        )

    def _spoken(self, position: int, column: int) -> str:
        text = self.text_at(position, column)
        return text if self.rows.row(position).delivery is None else f"{self._title(column)} {text}"

    def _title(self, column: int) -> str:
        return column_titles(self._state.desk.wording)[column]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """The names of the columns."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._title(section)
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Cells may be selected; those that can be typed may be edited."""
        if not index.isValid() or self.rows.row(index.row()).delivery is None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if KEYS[index.column()] in EDITABLE and not self._state.desk.is_read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def head(self, columns: Sequence[int]) -> list[str]:
        """The names of some columns."""
        return [self._title(column) for column in columns]

    def position_of(self, delivery: str) -> int:
        """The row of a delivery, -1 when it is not listed."""
        return self.rows.position_of(DeliveryId(delivery))

    def position_of_day(self, day: datetime.date) -> int:
        """The row of a day's head, or of the next one."""
        return self.rows.start_of(day)


def column_titles(wording: Wording) -> tuple[str, ...]:
    """What the columns are called."""
    return (
        wording.context("column", "No."),
        wording.context("column", "Date"),
        wording.context("column", "Time"),
        wording.context("column", "Title"),
        wording.context("column", "Place"),
        wording.context("column", "Line-up"),
        wording.context("column", "In charge"),
        wording.context("column", "Agreed"),
        wording.context("column", "Status"),
        wording.context("column", "Problems"),
    )


class _Keeps:
    """Whether the filter keeps a delivery."""

    def __init__(self, state: ScheduleState) -> None:
        self._state = state

    def __call__(self, one: Delivery) -> bool:
        return self._state.items.keeps(one)


def _late_without_date(day: Day) -> datetime.date:
    return day or datetime.date.max
