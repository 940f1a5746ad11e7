"""The square at the corner of the selected cells: pulled down, it fills the cells below like Ctrl+D does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPoint, QRect

if TYPE_CHECKING:
    from director_app.ui.schedule.list_cells import CellWork
    from director_app.ui.schedule.list_choice import Choice
    from director_app.ui.schedule.list_ground import ListGround

HANDLE: Final = 7
"""Side of the square by which cells are filled down."""


class _Block(NamedTuple):
    """First and last row, and the columns in reading order, of one block of cells."""

    first: int
    last: int
    columns: list[int]


class Filling:
    """Pulling the square of one selected block of cells."""

    def __init__(self, view: ListGround, choice: Choice, work: CellWork) -> None:
        self._view = view
        self._choice = choice
        self._work = work
        self._to: int | None = None

    @property
    def is_pulling(self) -> bool:
        """Whether the square is held."""
        return self._to is not None

    def _block(self) -> _Block | None:
        choice = self._choice
        if not choice.ranges() or not self._view.is_resting() or self._view.shared.desk.is_read_only:
            return None
        rows, columns, shown = choice.rows(), choice.columns(), self._view.shown_columns()
        if not columns or rows[-1][1] - rows[0][0] > self._view.height():
            return None
        begin = shown.index(columns[0])
        is_whole = choice.count_cells() == choice.count_rows() * len(columns)
        if not is_whole or shown[begin : begin + len(columns)] != columns:
            return None  # a block has no holes
        return _Block(rows[0][0], rows[-1][1], columns)

    def _rect(self, first: int, last: int, shown: list[int]) -> QRect:
        view = self._view
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
        if block is None or self._to is None or self._to <= block.last:
            return None
        return self._rect(block.first, self._to, block.columns)

    def is_at_handle(self, where: QPoint) -> bool:
        """Whether a point of the viewport touches the square."""
        handle = self.handle()
        return handle is not None and handle.adjusted(-3, -3, 4, 4).contains(where)

    def begin(self) -> None:
        """The square is pressed."""
        block = self._block()
        self._to = block.last if block is not None else None

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
        if block is None or to is None or to <= block.last:
            self._view.viewport().update()
            return
        self._view.select_block((block.first, to), block.columns)
        self._work.fill_down(block.last - block.first + 1)
