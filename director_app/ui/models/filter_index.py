"""The texts of a long list in one piece, so that a letter typed into its filter looks through all of them at once."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from director_app.ui.models.columns import Record, Scene
from director_app.ui.models.matching import normalised, signs_of, words_in

if TYPE_CHECKING:
    import numpy as np

WORTH_IT: Final = 2000
"""Shorter lists are looked through row by row before anybody notices."""
_END: Final = "\x1e"
_BETWEEN: Final = "\x1f"
_AT_ONCE: Final = 2000
"""Records whose texts are normalised in one go; nobody else could run while a longer piece lasts."""


class FilterIndex:
    """What the filter looks at in every record of one kind, as one row of codes. Made beside the window."""

    def __init__(self, table: Mapping[str, Any], records: Sequence[Record], texts: Iterable[str]) -> None:
        """``table`` holds all records of the kind, ``texts`` are those of ``records``, normalised."""
        import numpy as np  # millions of signs in one go

        self._table = table
        self._records = {record.id: record for record in records}
        self._ids = [record.id for record in records]
        parts = [f"{text}{_END}" for text in texts]
        joined = "".join(parts).encode("utf-32-le", "surrogatepass")
        self._codes: np.ndarray[Any, Any] = np.frombuffer(joined, dtype=np.uint32)
        self._ends = np.cumsum(np.fromiter((len(part) for part in parts), dtype=np.int64, count=len(parts)))

    def changed(self, table: Mapping[str, Any]) -> list[Record]:
        """The records of a later table that are no longer what they were, or are new."""
        if table is self._table and len(self._records) == len(table):
            return []
        known = self._records
        return [record for one, record in table.items() if known.get(one) is not record]

    def holding(self, query: str) -> set[str]:
        """The ids of the records in which every word of the query is found, as `matching.found_in` finds it."""
        import numpy as np

        found = np.ones(len(self._ids), dtype=bool)
        for word in words_in(query):
            here = np.zeros(len(self._ids), dtype=bool)
            here[np.searchsorted(self._ends, self._places(word), side="right")] = True
            found &= here
        return set(itertools.compress(self._ids, found.tolist()))

    def _places(self, word: str) -> np.ndarray[Any, Any]:
        import numpy as np

        signs = signs_of(word)
        count = len(self._codes) - len(signs) + 1
        if count <= 0:
            return np.empty(0, dtype=np.int64)
        fits = np.ones(count, dtype=bool)
        for position, sign in enumerate(signs):
            here = self._codes[position : position + count]
            stands = np.zeros(count, dtype=bool)
            for first, last in sign:
                stands |= (here >= first) & (here <= last) if first != last else here == first
            fits &= stands
        return np.flatnonzero(fits)


def make_index(scene: Scene, kind: str, searched: Callable[[Record, Scene], Sequence[str]], stop: Any) -> FilterIndex:
    """Read the texts of all records of a kind; touches nothing of Qt. ``stop`` ends it early, with what there is."""
    table = scene.plan.table(kind)
    records: list[Record] = list(table.values())
    texts: list[str] = []
    for first in range(0, len(records), _AT_ONCE):
        if stop.is_set():
            break
        some = [
            _BETWEEN.join(searched(record, scene)).replace(_END, "") for record in records[first : first + _AT_ONCE]
        ]
        texts += normalised(_END.join(some)).split(_END)
    return FilterIndex(table, records[: len(texts)], texts)
