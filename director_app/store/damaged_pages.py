"""Reads a SQLite file page by page without SQLite, which gives a file up where one page of it is broken.

After the SQLite file format (sqlite.org/fileformat2.html): 1.3 header, 1.5 free pages, 1.6 b-trees, 2.1 records, 4.1
the log. Nothing read here can be trusted: every position is checked, and what does not fit is passed over.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

#: What SQLite gives a new file, and ours have.
USUAL_SIZE: Final = 4096
_TABLE_LEAF, _TABLE_INTERIOR, _INDEX_LEAF, _INDEX_INTERIOR = 0x0D, 0x05, 0x0A, 0x02
_TREE_PAGES: Final = (_TABLE_LEAF, _TABLE_INTERIOR, _INDEX_LEAF, _INDEX_INTERIOR)
_WIDTHS: Final = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}
#: What reading something that is none may raise.
UNREADABLE: Final = (IndexError, ValueError, struct.error)

Row = tuple[Any, ...]


class Tree(NamedTuple):
    """The rows of one table or index: those of each page together, in their order."""

    pages: tuple[tuple[Row, ...], ...] = ()
    #: False where a page of it is broken or not there.
    is_whole: bool = False


class DamagedPages:
    """The pages of a file as they were last committed, as far as can be told."""

    def __init__(self, path: Path) -> None:
        """Read the file and its log.

        Raises:
            OSError: when the file cannot be read at all.
        """
        data = path.read_bytes()
        size = int.from_bytes(data[16:18], "big")
        size = 65536 if size == 1 else size
        self._size = size if 512 <= size <= 65536 and not size & (size - 1) else USUAL_SIZE
        self._pages = {
            number: data[start : start + self._size].ljust(self._size, b"\0")
            for number, start in enumerate(range(0, len(data), self._size), 1)
        }
        self._take_log(path.with_name(f"{path.name}-wal"))
        #: Pages that belong to a tree or to nothing; what is left over has lost its tree.
        self._claimed: set[int] = {1}
        self._claim_free_pages()

    def tree(self, root: int) -> Tree:
        """Everything under a page; the way down passes over what is broken."""
        found: list[tuple[Row, ...]] = []
        waiting, seen, is_whole = [root], {0}, True
        while waiting:
            number = waiting.pop()
            page = self._pages.get(number)
            head = 100 if number == 1 else 0
            if page is None or number in seen or page[head] not in _TREE_PAGES:
                is_whole = False
                continue
            seen.add(number)
            self._claimed.add(number)
            waiting += reversed(self._children(page, head))
            rows = self._rows(page, head)
            is_whole &= page[head] == _TABLE_INTERIOR or len(rows) == len(self._cells(page, head))
            if rows:
                found.append(rows)
        return Tree(tuple(found), is_whole)

    def strays(self) -> Iterator[tuple[Row, ...]]:
        """The rows of every page of a table that no tree led to, page by page."""
        for number in sorted(self._pages.keys() - self._claimed):
            if self._pages[number][0] == _TABLE_LEAF and (rows := self._rows(self._pages[number], 0)):
                yield rows

    def _take_log(self, log: Path) -> None:
        """Put the pages of committed transactions that still wait in the log over those of the file."""
        try:
            data = log.read_bytes()
        except OSError:
            return
        if len(data) < 32 or int.from_bytes(data[8:12], "big") != self._size:
            return
        pending: dict[int, bytes] = {}
        for start in range(32, len(data) - 23 - self._size, 24 + self._size):
            number, committed = struct.unpack(">II", data[start : start + 8])
            if data[start + 8 : start + 16] != data[16:24]:  # left over from before the log began anew
                break
            pending[number] = data[start + 24 : start + 24 + self._size]
            if committed:
                self._pages.update(pending)
                pending.clear()

    def _claim_free_pages(self) -> None:
        """Free pages hold what was deleted; it shall not come back."""
        trunk = int.from_bytes(self._pages.get(1, b"")[32:36], "big")
        while trunk in self._pages and trunk not in self._claimed:
            page = self._pages[trunk]
            count = min(int.from_bytes(page[4:8], "big"), self._size // 4 - 2)
            self._claimed |= {trunk, *struct.unpack(f">{count}I", page[8 : 8 + 4 * count])}
            trunk = int.from_bytes(page[:4], "big")

    def _children(self, page: bytes, head: int) -> list[int]:
        if page[head] not in (_TABLE_INTERIOR, _INDEX_INTERIOR):
            return []
        cells = [int.from_bytes(page[at : at + 4], "big") for at in self._cells(page, head)]
        return [*cells, int.from_bytes(page[head + 8 : head + 12], "big")]

    def _cells(self, page: bytes, head: int) -> list[int]:
        count = int.from_bytes(page[head + 3 : head + 5], "big")
        start = head + (12 if page[head] in (_TABLE_INTERIOR, _INDEX_INTERIOR) else 8)
        count = min(count, (self._size - start) // 2)
        return list(struct.unpack(f">{count}H", page[start : start + 2 * count]))

    def _rows(self, page: bytes, head: int) -> tuple[Row, ...]:
        reading: Callable[[bytes, int], Row] | None
        reading = {_TABLE_LEAF: self._table_row, _INDEX_LEAF: self._index_row, _INDEX_INTERIOR: self._inner_row}.get(
            page[head]
        )
        rows = []
        for at in self._cells(page, head) if reading is not None else ():
            try:
                rows.append(reading(page, at))  # type: ignore[misc]  # None was ruled out in the line above
            except UNREADABLE:
                continue
        return tuple(rows)

    def _table_row(self, page: bytes, at: int) -> Row:
        length, at = _varint(page, at)
        _rowid, at = _varint(page, at)
        return record(self._payload(page, at, length, self._size - 35))

    def _index_row(self, page: bytes, at: int) -> Row:
        length, at = _varint(page, at)
        return record(self._payload(page, at, length, (self._size - 12) * 64 // 255 - 23))

    def _inner_row(self, page: bytes, at: int) -> Row:
        return self._index_row(page, at + 4)

    def _payload(self, page: bytes, at: int, length: int, most: int) -> bytes:
        """All bytes of a record, those on further pages included."""
        if length <= most:
            return page[at : at + length]
        least = (self._size - 12) * 32 // 255 - 23
        local = least + (length - least) % (self._size - 4)
        local = local if local <= most else least
        parts = [page[at : at + local]]
        number = int.from_bytes(page[at + local : at + local + 4], "big")
        missing = length - local
        if missing > self._size * len(self._pages):
            raise ValueError(length)
        while missing > 0:
            further = self._pages.get(number)
            if further is None:
                raise ValueError(number)
            self._claimed.add(number)
            parts.append(further[4 : 4 + missing])
            missing -= self._size - 4
            number = int.from_bytes(further[:4], "big")
        return b"".join(parts)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9


def record(payload: bytes) -> Row:
    """The values of one record.

    Raises:
        IndexError, ValueError: when it is none: its parts do not add up, or a text is no text.
    """
    head, at = _varint(payload, 0)
    kinds = []
    while at < head:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if at != head:
        raise ValueError(head)
    values = []
    for kind in kinds:
        width = _WIDTHS[kind] if kind in _WIDTHS else (kind - 12) // 2
        if width < 0 or at + width > len(payload):
            raise ValueError(kind)
        values.append(_value(kind, payload[at : at + width]))
        at += width
    if at != len(payload):
        raise ValueError(at)
    return tuple(values)


def _value(kind: int, data: bytes) -> Any:
    if kind >= 12:
        return data.decode() if kind % 2 else data
    if kind == 7:
        return struct.unpack(">d", data)[0]
    if kind in (8, 9):
        return kind - 8
    return int.from_bytes(data, "big", signed=True) if kind else None
