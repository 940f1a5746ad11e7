"""The keys of the list, as in a spreadsheet. A letter without Ctrl or Alt begins to type; it never changes the view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent

from director_app.ui.schedule.list_columns import KEYS
from director_app.wording import message

if TYPE_CHECKING:
    from director_app.ui.schedule.list_cells import CellWork
    from director_app.ui.schedule.list_choice import Choice
    from director_app.ui.schedule.list_filling import Filling
    from director_app.ui.schedule.list_ground import ListGround
    from director_app.ui.schedule.list_layout import ListLayout

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_NONE: Final = Qt.KeyboardModifier.NoModifier

LIST_KEYS: Final = (
    ("A…Z, 가…힣, 0…9", message("Type into the cell (letters do not change the view here)")),
    ("F2, Enter", message("Go on typing in the cell")),
    ("Enter, Shift+Enter, Tab, Shift+Tab", message("Take the cell and go down, up, right, left")),
    ("Esc", message("Put the old text back")),
    ("Alt+Down", message("While typing: show the names that fit")),
    ("Ctrl+C, Ctrl+X, Ctrl+V", message("Copy, cut and paste cells")),
    ("Ctrl+D", message("Fill down")),
    ("Del", message("Make the cells undecided")),
    ("Ctrl+Del", message("Move the rows to the trash")),
    ("Shift+Space, Ctrl+Space", message("Select whole rows, whole columns")),
    ("Alt+Up, Alt+Down", message("Sort by this column, upwards or downwards; once more: by day")),
    ("Ctrl+G", message("Group by day, or not")),
    ("Ctrl+L", message("Lock or unlock")),
)
"""For the sheet of keys: what the list does with each."""


class ListKeys:
    """Does what a key asks for."""

    def __init__(self, view: ListGround, choice: Choice, work: CellWork, filling: Filling, columns: ListLayout) -> None:
        self._view, self._choice, self._filling, self._columns = view, choice, filling, columns
        verbs = view.verbs
        self._acts: dict[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], object]] = {
            (Qt.Key.Key_C, _CTRL): work.copy,
            (Qt.Key.Key_Insert, _CTRL): work.copy,
            (Qt.Key.Key_X, _CTRL): work.cut,
            (Qt.Key.Key_Delete, _SHIFT): work.cut,
            (Qt.Key.Key_V, _CTRL): work.paste,
            (Qt.Key.Key_Insert, _SHIFT): work.paste,
            (Qt.Key.Key_D, _CTRL): work.fill_down,
            (Qt.Key.Key_L, _CTRL): verbs.toggle_lock,
            (Qt.Key.Key_Delete, _CTRL): verbs.remove,
            (Qt.Key.Key_Backspace, _CTRL): verbs.remove,
            (Qt.Key.Key_Delete, _NONE): work.clear_cells,
            (Qt.Key.Key_Backspace, _NONE): work.clear_cells,
            (Qt.Key.Key_Return, _NONE): view.type_here,
            (Qt.Key.Key_Enter, _NONE): view.type_here,
            (Qt.Key.Key_F2, _NONE): view.type_here,
            (Qt.Key.Key_Tab, _NONE): self._right,
            (Qt.Key.Key_Backtab, _SHIFT): self._left,
            (Qt.Key.Key_Space, _SHIFT): self._whole_rows,
            (Qt.Key.Key_Space, _CTRL): self._whole_columns,
            (Qt.Key.Key_Up, _ALT): self._sort_up,
            (Qt.Key.Key_Down, _ALT): self._sort_down,
            (Qt.Key.Key_G, _CTRL): self._group,
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; whether it was one of the list's."""
        view = self._view
        if event.key() == Qt.Key.Key_Escape and self._filling.is_pulling:
            self._filling.cancel()
            return True
        if not view.is_resting():
            return False
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._acts.get((Qt.Key(event.key()), modifiers))
        if act is None:
            return False
        self._choice.settle()
        act()
        return True

    def is_typing(self, event: QKeyEvent) -> bool:
        """Whether a key writes a letter: the list keeps it also where nothing can be typed."""
        text = event.text()
        return bool(text) and text.isprintable() and not event.modifiers() & (_CTRL | _ALT)

    def past_heads(self, index: QModelIndex) -> QModelIndex:
        """The next cell of a delivery, in the direction in which the keyboard came upon the head of a day."""
        table, present = self._view.table, self._view.currentIndex()
        if not index.isValid() or table.row_at(index.row()).delivery is not None:
            return index
        way = -1 if present.isValid() and index.row() < present.row() else 1
        for row in (index.row() + way, index.row() - way):
            if 0 <= row < table.rowCount() and table.row_at(row).delivery is not None:
                return table.index(row, index.column())
        return present

    def _right(self) -> None:
        self._sideways(1)

    def _left(self) -> None:
        self._sideways(-1)

    def _sideways(self, way: int) -> None:
        index = self._view.currentIndex()
        one = self._view.table.row_at(index.row()).delivery if index.isValid() else None
        if one is not None:
            self._view.go(one, KEYS[index.column()], 0, way)

    def _whole_rows(self) -> None:
        rows = self._choice.rows()
        if rows:
            self._view.select_block((rows[0][0], rows[-1][1]), range(len(KEYS)))

    def _whole_columns(self) -> None:
        columns = self._choice.columns()
        if columns:
            self._view.select_block((0, self._view.table.rowCount() - 1), columns)

    def _sort_up(self) -> None:
        self._columns.sort_by(self._view.currentIndex().column(), descending=False)

    def _sort_down(self) -> None:
        self._columns.sort_by(self._view.currentIndex().column(), descending=True)

    def _group(self) -> None:
        self._columns.group(not self._columns.is_grouped)
