"""What is selected in the list, asked of ranges: a whole season is one range, not half a million cells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId

if TYPE_CHECKING:
    from director_app.ui.schedule.list_ground import ListGround

MANY: Final = 400
"""So many rows are told to the rest of the window only when she rests."""
_REST_MS: Final = 150


class Choice(QObject):
    """The selected cells of a list, and telling the rest of the window about them."""

    def __init__(self, view: ListGround) -> None:
        super().__init__(view)
        self._view = view
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST_MS)
        self._resting.timeout.connect(self.tell)
        self._ranges: tuple[tuple[int, int, int, int], ...] | None = None

    def forget(self) -> None:
        """The selection, or what the rows are, changed."""
        self._ranges = None

    def ranges(self) -> tuple[tuple[int, int, int, int], ...]:
        """First and last row, first and last column of each selected block."""
        if self._ranges is None:
            selection = self._view.selectionModel().selection()
            blocks = [selection.at(place) for place in range(selection.count())]
            self._ranges = tuple((one.top(), one.bottom(), one.left(), one.right()) for one in blocks)
        return self._ranges

    def rows(self) -> list[tuple[int, int]]:
        """First and last row of stretches with a selected cell, in order and without overlap."""
        joined: list[tuple[int, int]] = []
        for first, last, _left, _right in sorted(self.ranges()):
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = joined[-1][0], max(joined[-1][1], last)
            else:
                joined.append((first, last))
        return joined

    def count_rows(self) -> int:
        """How many deliveries have a selected cell."""
        rows = self._view.table.rows
        return sum(rows.deliveries_between(first, last) for first, last in self.rows())

    def columns(self) -> list[int]:
        """The shown columns with a selected cell, in reading order."""
        ranges = self.ranges()
        shown = self._view.shown_columns()
        return [column for column in shown if any(left <= column <= right for _a, _b, left, right in ranges)]

    def count_cells(self) -> int:
        """How many cells of deliveries are selected."""
        shown, rows = self._view.shown_columns(), self._view.table.rows
        return sum(
            rows.deliveries_between(first, last) * sum(left <= column <= right for column in shown)
            for first, last, left, right in self.ranges()
        )

    def deliveries(self) -> Iterator[DeliveryId]:
        """The deliveries with a selected cell."""
        rows = self._view.table.rows
        for first, last in self.rows():
            yield from rows.ids_between(first, last)

    def cells(self) -> list[tuple[int, int]]:
        """The selected cells of deliveries, row by row in reading order."""
        shown, table = self._view.shown_columns(), self._view.table
        found = {
            (row, column)
            for first, last, left, right in self.ranges()
            for row in range(first, last + 1)
            if table.row_at(row).delivery is not None
            for column in shown
            if left <= column <= right
        }
        places = {column: place for place, column in enumerate(shown)}
        return sorted(found, key=lambda cell: (cell[0], places[cell[1]]))

    # -- telling -----------------------------------------------------------------------------------------------

    def changed(self) -> None:
        """Tell the window what is selected; very many rows only when the keys rest."""
        self.forget()
        if self._view.is_following or not self._view.isVisible():
            return
        if self.count_rows() > MANY:
            self._resting.start()
        else:
            self.tell()

    def settle(self) -> None:
        """Tell now what waits to be told: something is about to act on the selection."""
        if self._resting.isActive():
            self.tell()

    def tell(self) -> None:
        """Tell it now."""
        view = self._view
        self._resting.stop()
        if view.is_following or not view.isVisible():
            return
        # Made without a call each: a season has 52,000 of them.
        chosen = frozenset(map(partial(tuple.__new__, Subject), zip(repeat("deliveries"), self.deliveries())))
        index = view.currentIndex()
        current = view.table.delivery_at(index.row()) if index.isValid() else None
        is_chosen = current is not None and Subject("deliveries", current.id) in chosen
        shared = view.shared
        view.is_following = True
        shared.current = current.id if current is not None and is_chosen else None
        if current is not None and is_chosen and current.date is not None:
            shared.cursor = shared.day = current.date
            shared.moved_in_list()
        shared.desk.select(chosen)
        view.is_following = False
        view.viewport().update()
