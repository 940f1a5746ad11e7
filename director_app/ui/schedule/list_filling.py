"""The square at the corner of the selected cells: pulled down, it fills the cells below like Ctrl+D does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from director_app.ui.schedule.list_painting import HANDLE

if TYPE_CHECKING:
    from director_app.ui.schedule.list_view import ListView


class Filling:
    """Pulling the square of one selected block of cells."""

    def __init__(self, view: ListView) -> None:
        self._view = view
        self._to: int | None = None

    @property
    def is_pulling(self) -> bool:
        """Whether the square is held."""
        return self._to is not None

    def _block(self) -> tuple[int, int, int, int] | None:
        ranges = self._view.choice.ranges()
        if not ranges or not self._view.is_resting() or self._view.shared.desk.is_read_only:
            return None
        columns = {(left, right) for _first, _last, left, right in ranges}
        rows = self._view.choice.rows()
        if len(columns) != 1 or rows[-1][1] - rows[0][0] > self._view.height():
            return None
        (left, right), *_none = columns
        return rows[0][0], rows[-1][1], left, right

    def _rect(self, first: int, last: int, left: int, right: int) -> QRect:
        view = self._view
        shown = [column for column in view.shown_columns() if left <= column <= right]
        if not shown:
            return QRect()
        x, y = view.columnViewportPosition(shown[0]), view.rowViewportPosition(first)
        width = view.columnViewportPosition(shown[-1]) + view.columnWidth(shown[-1]) - x
        return QRect(x, y, width, view.rowViewportPosition(last) + view.rowHeight(last) - y)

    def handle(self) -> QRect | None:
        """Where the square is, None when nothing can be filled."""
        block = self._block()
        if block is None:
            return None
        rect = self._rect(*block)
        return QRect(rect.right() - HANDLE + 1, rect.bottom() - HANDLE + 1, HANDLE, HANDLE)

    def reach(self) -> QRect | None:
        """The frame around what is going to be filled."""
        block = self._block()
        if block is None or self._to is None or self._to <= block[1]:
            return None
        return self._rect(block[0], self._to, block[2], block[3])

    def is_at_handle(self, where: QPoint) -> bool:
        """Whether a point of the viewport touches the square."""
        handle = self.handle()
        return handle is not None and handle.adjusted(-3, -3, 4, 4).contains(where)

    def begin(self) -> None:
        """The square is pressed."""
        block = self._block()
        self._to = block[1] if block is not None else None

    def pull(self, where: QPoint) -> None:
        """The square is pulled to a point."""
        row = self._view.rowAt(where.y())
        if row >= 0:
            self._to = row
            self._view.viewport().update()

    def cancel(self) -> None:
        """Escape: nothing is filled."""
        self._to = None
        self._view.viewport().update()

    def end(self) -> None:
        """The square is let go: fill, and select what was filled."""
        block, to = self._block(), self._to
        self._to = None
        if block is None or to is None or to <= block[1]:
            self._view.viewport().update()
            return
        self._view.select_block((block[0], to), (block[2], block[3]))
        self._view.work.fill_down(block[1] - block[0] + 1)
