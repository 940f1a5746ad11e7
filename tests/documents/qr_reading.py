"""Reading QR codes from the picture of a page, as a phone would, with nothing of what drew them (ISO/IEC 18004).

Stricter than a phone: errors are not corrected, so that every single module must be right.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pypdfium2

DPI = 200
_FINDER = np.array([1, 1, 3, 1, 1])
#: Centres of alignment patterns by version (annex E), and codewords of data in each block at level M (table 9).
_ALIGNED = {1: [], 2: [6, 18], 3: [6, 22], 4: [6, 26], 5: [6, 30], 6: [6, 34], 7: [6, 22, 38], 8: [6, 24, 42],
            9: [6, 26, 46], 10: [6, 28, 50]}  # fmt: skip
_BLOCKS = {1: [16], 2: [28], 3: [44], 4: [32] * 2, 5: [43] * 2, 6: [27] * 4, 7: [31] * 4, 8: [38, 38, 39, 39],
           9: [36] * 3 + [37] * 2, 10: [43] * 4 + [44]}  # fmt: skip
_MASKS: tuple[Callable[[int, int], int], ...] = (
    lambda i, j: (i + j) % 2, lambda i, _j: i % 2, lambda _i, j: j % 3, lambda i, j: (i + j) % 3,
    lambda i, j: (i // 2 + j // 3) % 2, lambda i, j: i * j % 2 + i * j % 3,
    lambda i, j: (i * j % 2 + i * j % 3) % 2, lambda i, j: ((i + j) % 2 + i * j % 3) % 2,
)  # fmt: skip
_LEVEL_M = 0


class Code(NamedTuple):
    """A code on a page: what it says, how wide it is, and the white around it in modules."""

    text: str
    side_mm: float
    quiet: float


def codes_on(path: Path, page: int = 0) -> list[Code]:
    """Every code on a page, from the top; -1 is the last page."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        grey: Any = np.asarray(document[page % len(document)].render(scale=DPI / 72).to_pil().convert("L"))
    finally:
        document.close()
    dark = grey < 128
    return [_read(dark, *square) for square in _squares(dark)]


def _squares(dark: Any) -> list[tuple[float, float, float, float]]:
    """Left, top, width and about the width of a module of every code, in pixels: three finders make a square."""
    finders: list[tuple[float, float, float]] = []
    for y in range(0, dark.shape[0], 2):
        edges = np.flatnonzero(np.diff(dark[y].astype(np.int8)))
        for at in range(len(edges) - 5):
            runs = np.diff(edges[at : at + 6])
            module = runs.sum() / 7
            if dark[y, edges[at] + 1] and module >= 2 and (abs(runs - _FINDER * module) < module * 0.45).all():
                x = (edges[at] + edges[at + 5]) / 2 + 0.5
                centre = _middle_of(dark[:, round(x)], y, module)
                if centre is not None and all(abs(x - one[0]) + abs(centre - one[1]) > module for one in finders):
                    finders.append((x, centre, module))
    found = []
    for x, middle, module in finders:
        right = [one for one in finders if one[0] > x + 10 * module and abs(one[1] - middle) < module]
        below = [one for one in finders if one[1] > middle + 10 * module and abs(one[0] - x) < module]
        for one, other in product(right, below):
            if abs((one[0] - x) - (other[1] - middle)) < module:
                found.append((x - 3.5 * module, middle - 3.5 * module, one[0] - x + 7 * module, module))
                break
    return found


def _middle_of(column: Any, y: int, module: float) -> float | None:
    """The middle of a finder through which the column runs; None when it is none."""
    edges = np.flatnonzero(np.diff(column.astype(np.int8)))
    at = int(np.searchsorted(edges, y)) - 3
    if at < 0 or at + 6 > len(edges):
        return None
    runs = np.diff(edges[at : at + 6])
    return (edges[at] + edges[at + 5]) / 2 + 0.5 if (abs(runs - _FINDER * module) < module * 0.45).all() else None


def _read(dark: Any, left: float, top: float, width: float, about: float) -> Code:
    count = round((width / about - 17) / 4) * 4 + 17
    module = width / count
    at = [(index + 0.5) * module for index in range(count)]
    matrix = np.array([[dark[round(top + y - 0.5), round(left + x - 0.5)] for x in at] for y in at])
    return Code(_decoded(matrix), float(width / DPI * 25.4), _quiet(dark, left, top, width, module))


def _quiet(dark: Any, x: float, y: float, width: float, module: float) -> float:
    """How many modules around it are white on every side."""
    left, top, right, bottom = round(x), round(y), round(x + width), round(y + width)
    room = 0
    while room < 6 * module:
        out = room + 2
        sides = (dark[top - out, left:right], dark[bottom + out, left:right],
                 dark[top:bottom, left - out], dark[top:bottom, right + out])  # fmt: skip
        if any(side.any() for side in sides):
            break
        room += 1
    return float((room + 2) / module)


def _decoded(matrix: Any) -> str:
    count = len(matrix)
    version = (count - 17) // 4
    format_bits = [*matrix[8, :6], matrix[8, 7], matrix[8, 8], matrix[7, 8], *matrix[5::-1, 8]]
    told = int("".join(str(int(bit)) for bit in format_bits), 2) ^ 0b101010000010010
    assert told >> 13 == _LEVEL_M
    mask = _MASKS[told >> 10 & 7]
    bits = [
        bool(matrix[row, column]) ^ (mask(row, column) == 0)
        for row, column in _path(count)
        if not _is_pattern(row, column, count, version)
    ]
    words = [int("".join("01"[bit] for bit in bits[at : at + 8]), 2) for at in range(0, len(bits) // 8 * 8, 8)]
    return _text(_in_order(words, _BLOCKS[version]), version)


def _path(count: int) -> list[tuple[int, int]]:
    """Modules in the order in which bits are placed: two columns at a time from the right, up and down in turn."""
    path = []
    columns = [*range(count - 1, 6, -2), 5, 3, 1]
    for turn, column in enumerate(columns):
        rows = range(count - 1, -1, -1) if turn % 2 == 0 else range(count)
        path += [(row, side) for row in rows for side in (column, column - 1)]
    return path


def _is_pattern(row: int, column: int, count: int, version: int) -> bool:
    if row == 6 or column == 6:
        return True
    if (row < 9 and (column < 9 or column >= count - 8)) or (row >= count - 8 and column < 9):
        return True
    if version >= 7 and ((row < 6 and column >= count - 11) or (column < 6 and row >= count - 11)):
        return True
    centres = _ALIGNED[version]
    taken = [(6, 6), (6, centres[-1]), (centres[-1], 6)] if centres else []
    return any(
        abs(row - one) <= 2 and abs(column - other) <= 2
        for one, other in product(centres, centres)
        if (one, other) not in taken
    )


def _in_order(words: list[int], blocks: list[int]) -> list[int]:
    """Codewords of data, block by block; they are placed in turn."""
    data: list[list[int]] = [[] for _block in blocks]
    source = iter(words)
    for index in range(max(blocks)):
        for block, size in zip(data, blocks, strict=True):
            if index < size:
                block.append(next(source))
    return [word for block in data for word in block]


def _text(words: list[int], version: int) -> str:
    bits = "".join(f"{word:08b}" for word in words)
    assert bits[:4] == "0100", "bytes"
    wide = 8 if version < 10 else 16
    size = int(bits[4 : 4 + wide], 2)
    start = 4 + wide
    return bytes(int(bits[at : at + 8], 2) for at in range(start, start + 8 * size, 8)).decode()
