"""Looks into an old workbook (.xls, a compound file) before it is opened: whether its chains of sectors come to an end.

A sector table with a circle in it sends readers round without end. Layout: [MS-CFB], sections 2.2 to 2.5.
"""

from __future__ import annotations

import struct
import sys
from array import array
from typing import Final

#: Numbers from here on are marks (free, end of chain ...), not sectors.
_MARKS: Final = 0xFFFF_FFFA
_HEADER: Final = 512
_IN_HEADER: Final = 109
_SIZES: Final = frozenset({9, 12})


def chains_end(data: bytes) -> bool:
    """Whether every chain of sectors of a compound file ends; False as well where its tables cannot be read."""
    if len(data) < _HEADER:
        return False
    (shift,) = struct.unpack_from("<H", data, 30)
    if shift not in _SIZES:
        return False
    file = _Sectors(data, 1 << shift)
    table_sectors = file.sectors_of_tables()
    if table_sectors is None:
        return False
    table = file.joined(table_sectors)
    if not _is_without_circles(table):
        return False
    (first_small,) = struct.unpack_from("<I", data, 60)
    return _is_without_circles(file.joined(_chain(table, first_small)))


class _Sectors:
    """The sectors of one file."""

    def __init__(self, data: bytes, size: int) -> None:
        self._data = data
        self._size = size

    def numbers(self, sector: int) -> array[int]:
        """The numbers that stand in a sector; none when it lies beyond the file."""
        start = (sector + 1) * self._size
        found = array("I", self._data[start : start + self._size] if start + self._size <= len(self._data) else b"")
        if sys.byteorder == "big":
            found.byteswap()
        return found

    def joined(self, sectors: list[int]) -> array[int]:
        """The numbers of several sectors, one after the other."""
        whole = array("I")
        for sector in sectors:
            whole.extend(self.numbers(sector))
        return whole

    def sectors_of_tables(self) -> list[int] | None:
        """The sectors that the table of chains stands in; None when their own chain runs in a circle."""
        found = list(struct.unpack_from(f"<{_IN_HEADER}I", self._data, 76))
        (sector,) = struct.unpack_from("<I", self._data, 68)
        seen: set[int] = set()
        while sector < _MARKS:
            if sector in seen:
                return None
            seen.add(sector)
            numbers = self.numbers(sector)
            if not numbers:
                break
            sector = numbers[-1]
            found.extend(numbers[:-1])
        return [one for one in found if one < _MARKS]


def _chain(table: array[int], sector: int) -> list[int]:
    chain = []
    while sector < len(table):
        chain.append(sector)
        sector = table[sector]
    return chain


def _is_without_circles(table: array[int]) -> bool:
    """Whether no sector leads back to itself, each looked at once."""
    done = bytearray(len(table))
    for first in range(len(table)):
        path = []
        sector = first
        while sector < len(table) and not done[sector]:
            done[sector] = 1
            path.append(sector)
            sector = table[sector]
        if sector < len(table) and done[sector] == 1:
            return False
        for one in path:
            done[one] = 2
    return True
