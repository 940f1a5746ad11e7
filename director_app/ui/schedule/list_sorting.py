"""The rows of the list without heads of days, in the order of any column."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Any, Final

from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.ui.models.collation import collation_key
from director_app.ui.schedule.items import confirmation_states
from director_app.ui.schedule.list_rows import LATE, Day, Keep, Row, time_order
from director_app.ui.schedule.list_texts import Scene, cell_of

SortKey = Callable[[Delivery], Any]
_STATUS_ORDER: Final = {status: position for position, status in enumerate(Status)}


class FlatRows:
    """Deliveries one after the other. A changed cell leaves its row where it is, until she sorts again."""

    days: tuple[Day, ...] = ()

    def __init__(self, plan: Plan, keep: Keep | None, by: SortKey, *, descending: bool = False) -> None:
        self.plan = plan
        self._keep = keep
        self._by, self._descending = by, descending
        kept = [one for one in plan.deliveries.values() if keep is None or keep(one)]
        kept.sort(key=time_order)
        kept.sort(key=by, reverse=descending)
        self._ids = [one.id for one in kept]
        self._positions: dict[DeliveryId, int] | None = None

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def row(self, position: int) -> Row:
        """The row at a position."""
        identity = self._ids[position]
        one = self.plan.deliveries.get(identity)
        return Row(one.date if one is not None else None, identity)

    def position_of(self, delivery: DeliveryId) -> int:
        """Where a delivery stands, -1 when it is not listed."""
        if self._positions is None:
            self._positions = {one: position for position, one in enumerate(self._ids)}
        return self._positions.get(delivery, -1)

    def wants(self, one: Delivery) -> bool:
        """Whether a delivery is listed as the filter is now."""
        return self._keep is None or self._keep(one)

    def place_for(self, one: Delivery) -> int:
        """Where a delivery that comes new would stand."""
        deliveries = self.plan.deliveries
        known = [position for position, other in enumerate(self._ids) if other in deliveries]
        keys = _Keys(self, known)
        if self._descending:
            return len(self._ids) if not known else _first(keys, self._by(one))
        at = bisect_left(keys, self._by(one))
        return known[at] if at < len(known) else len(self._ids)

    def key_at(self, position: int) -> Any:
        """What the row at a position is sorted by."""
        return self._by(self.plan.deliveries[self._ids[position]])

    def insert(self, position: int, delivery: DeliveryId) -> None:
        """List a delivery."""
        self._ids.insert(position, delivery)
        self._positions = None

    def remove(self, position: int) -> None:
        """List a delivery no more."""
        del self._ids[position]
        self._positions = None

    def count_of(self, _day: Day) -> int:
        """Days are not gathered here."""
        return 0

    def start_of(self, _day: Day) -> int:
        """Days are not gathered here: the list stays where it is."""
        return -1

    def deliveries_between(self, first: int, last: int) -> int:
        """How many deliveries stand in these rows, both included."""
        return last - first + 1

    def ids_between(self, first: int, last: int) -> list[DeliveryId]:
        """The deliveries of these rows, both included."""
        return self._ids[first : last + 1]

    def ids_of_month(self, year: int, month: int) -> Iterator[DeliveryId]:
        """The deliveries of one month, in the order of the rows."""
        for identity in self._ids:
            one = self.plan.deliveries.get(identity)
            if one is not None and one.date is not None and (one.date.year, one.date.month) == (year, month):
                yield identity


class _Keys:
    """The sort keys of rows, asked for one by one."""

    def __init__(self, rows: FlatRows, positions: list[int]) -> None:
        self._rows, self._positions = rows, positions

    def __len__(self) -> int:
        return len(self._positions)

    def __getitem__(self, at: int) -> Any:
        return self._rows.key_at(self._positions[at])


def _first(keys: _Keys, wanted: Any) -> int:
    """The first place in a descending order where a key is no more than the one wanted."""
    low, high = 0, len(keys)
    while low < high:
        middle = (low + high) // 2
        if keys[middle] > wanted:
            low = middle + 1
        else:
            high = middle
    return low


def sort_key(scene: Scene, key: str, level_of: Callable[[str], int]) -> SortKey:
    """What rows are sorted by in a column: numbers and times as they are, names as the language sorts them.

    ``level_of`` says how urgent the problems of a delivery are, 0 the most.
    """
    if key in _VALUES:
        return _VALUES[key]
    if key == "problems":
        return _ByLevel(level_of)
    return _ByText(scene, key)


class _ByLevel:
    def __init__(self, level_of: Callable[[str], int]) -> None:
        self._level_of = level_of

    def __call__(self, one: Delivery) -> int:
        return self._level_of(one.id)


class _ByText:
    """Texts in dictionary order, open ones last; each distinct text is folded once."""

    def __init__(self, scene: Scene, key: str) -> None:
        self._scene, self._key = scene, key
        self._folded: dict[str, str] = {}

    def __call__(self, one: Delivery) -> tuple[bool, str]:
        text, is_open = cell_of(self._scene, one, self._key)
        if text not in self._folded:
            self._folded[text] = collation_key(text, self._scene.wording.language)
        return is_open or not text, self._folded[text]


def _date(one: Delivery) -> tuple[datetime.date, int, str]:
    return one.date or datetime.date.max, LATE if one.start is None else one.start, one.number


def _time(one: Delivery) -> int:
    return LATE if one.start is None else one.start


def _number(one: Delivery) -> tuple[int, str]:
    return len(one.number), one.number


def _status(one: Delivery) -> int:
    return _STATUS_ORDER[one.status]


def _expected(one: Delivery) -> int:
    return -1 if one.expected_heads is None else one.expected_heads


def _counted(one: Delivery) -> int:
    return -1 if one.counted_heads is None else one.counted_heads


_VALUES: Final[dict[str, SortKey]] = {
    "number": _number,
    "date": _date,
    "time": _time,
    "status": _status,
    "expected_heads": _expected,
    "counted_heads": _counted,
    "confirmed": confirmation_states,
}
