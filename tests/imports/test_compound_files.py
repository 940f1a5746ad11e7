"""Old workbooks whose chains of sectors run in a circle are refused; readers would follow them without end."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from director_app.domain.refusals import CannotUseFile
from director_app.imports.compound_files import chains_end
from director_app.imports.spreadsheets import read_tables

FREE, END, TABLE = 0xFFFF_FFFF, 0xFFFF_FFFE, 0xFFFF_FFFD


def compound(*chains: int, further: int = END) -> bytes:
    """A compound file whose only table, in sector 0, holds these numbers; `further` is where more tables are named."""
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, 1)
    struct.pack_into("<III", header, 60, END, 0, further)
    struct.pack_into("<109I", header, 76, 0, *[FREE] * 108)
    table = [TABLE, *chains]
    return bytes(header) + struct.pack("<128I", *table, *[FREE] * (128 - len(table))) + bytes(512 * len(chains))


@pytest.mark.parametrize(
    ("data", "ends"),
    [
        (compound(END), True),
        (compound(2, 3, END), True),
        (compound(2, 1), False),
        (compound(1), False),
        (compound(END, further=0), True),
        (compound(END)[:300], False),
        (compound(9_999), True),
    ],
    ids=["one", "three", "circle of two", "circle of one", "more tables", "cut off", "beyond the file"],
)
def test_chains_that_run_in_a_circle_are_found(data: bytes, ends: bool) -> None:
    assert chains_end(data) is ends


@pytest.mark.parametrize("data", [compound(2, 1), compound(3, 3, 2)])
def test_such_a_workbook_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(CannotUseFile, match="is damaged"):
        read_tables("a.xls", data)


@given(st.lists(st.integers(0, 12), max_size=12))
def test_any_table_is_told_in_time(chains: list[int]) -> None:
    def ends(sector: int) -> bool:
        steps = 0
        while 0 < sector <= len(chains) and steps <= len(chains):
            sector = chains[sector - 1]
            steps += 1
        return steps <= len(chains)

    assert chains_end(compound(*chains)) is all(ends(sector) for sector in range(1, len(chains) + 1))
