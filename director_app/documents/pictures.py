"""Pictures drawn from code: the pattern that stands where there is no photo, and QR codes.

The pattern is square tiles of three strands, each tile turned at random; the seed is the programme's id, so that each
programme has a picture of its own and always the same one.
"""

from __future__ import annotations

import functools
import random
from typing import Final, NamedTuple

import segno

from director_app.documents.colours import BLACK, Ink
from director_app.documents.page import circle_path, fill, rectangle, ring

_STRAND: Final = 1 / 6
#: Middles of the three strands round a corner, in strands.
_RINGS: Final = (5, 3, 1)
#: Share of tiles whose strands are black.
_DARK: Final = 0.1
#: Strands reach over the edge of their tile by this many pt, so that no hairlines show between tiles.
_OVERLAP: Final = 0.5
#: Modules of a QR code overlap by this many pt (0.005 mm).
_MODULE_OVERLAP: Final = 0.014


class Field(NamedTuple):
    """A box in pt, and how far a picture in it runs over its left, right and upper edges into the bleed."""

    left: float
    bottom: float
    width: float
    height: float
    bleed: float = 0.0

    def box(self, ink: Ink) -> str:
        """The field filled, bleed included."""
        return rectangle(
            self.left - self.bleed, self.bottom, self.width + 2 * self.bleed, self.height + self.bleed, ink
        )


def tiles(field: Field, across: int, seed: str, ground: Ink, strand: Ink) -> list[str]:
    """The pattern in a field: a whole number of tiles across, cut off at the foot."""
    size = field.width / across
    rows = int(field.height / size + 0.999)
    spare = 1 if field.bleed else 0
    clip = (field.left - field.bleed, field.bottom, field.width + 2 * field.bleed, field.height + field.bleed)
    shapes = ["q", "{:.2f} {:.2f} {:.2f} {:.2f} re W n".format(*clip), field.box(ground)]
    for row in range(-spare, rows):
        for column in range(-spare, across + spare):
            chance = random.Random(f"{seed}/{row}/{column}")  # noqa: S311 - a picture, not a secret
            turn = chance.randrange(4)
            ink = BLACK if chance.random() < _DARK else strand
            corner = (field.left + column * size, field.bottom + field.height - (row + 1) * size)
            shapes += _tile(corner, size, turn, (ground, ink))
    return [*shapes, "Q"]


def _tile(corner: tuple[float, float], size: float, turn: int, inks: tuple[Ink, Ink]) -> list[str]:
    """One tile: strands round one corner and, over them on a disc of ground, strands round the opposite one."""
    x, y = corner
    ground, strand = inks
    corners = ((x, y), (x + size, y), (x + size, y + size), (x, y + size))
    one, other = corners[turn], corners[(turn + 2) % 4]
    edge = size + 2 * _OVERLAP
    wide = f"{x - _OVERLAP:.2f} {y - _OVERLAP:.2f} {edge:.2f} {edge:.2f} re W n"
    narrow = f"{x:.2f} {y:.2f} {size:.2f} {size:.2f} re W n"
    disc = circle_path(*other, (_RINGS[0] + 1) * _STRAND * size)
    return ["q", wide, *_rings(one, size, strand), "Q", "q", narrow, f"{fill(ground)} {disc} f", "Q",
            "q", wide, *_rings(other, size, strand), "Q"]  # fmt: skip


def _rings(centre: tuple[float, float], size: float, ink: Ink) -> list[str]:
    return [ring(*centre, step * _STRAND * size, _STRAND * size, ink) for step in _RINGS]


@functools.lru_cache(maxsize=16)
def qr_modules(content: str) -> tuple[bytes, ...]:
    """The rows of the QR code of a text, 1 for a dark module, without quiet zone."""
    return tuple(bytes(row) for row in segno.make(content, error="m", micro=False, boost_error=False).matrix)


def qr_code(content: str, left: float, bottom: float, side: float, ink: Ink = BLACK) -> list[str]:
    """A QR code (ISO/IEC 18004, level M) of the given side without its quiet zone of four modules."""
    matrix = qr_modules(content)
    module = side / len(matrix)
    shapes = []
    for index, row in enumerate(matrix):
        y = bottom + side - (index + 1) * module
        start = 0
        while start < len(row):
            end = start
            while end < len(row) and row[end]:
                end += 1
            if end > start:
                shapes.append(rectangle_at(left + start * module, y, (end - start) * module, module, ink))
            start = end + 1
    return shapes


def rectangle_at(x: float, y: float, width: float, height: float, ink: Ink) -> str:
    """A rectangle a hair larger than asked, so that neighbours leave no gap."""
    return rectangle(x, y, width + _MODULE_OVERLAP, height + _MODULE_OVERLAP, ink)


def qr_quiet_zone(content: str, side: float) -> float:
    """The width in pt that must stay white on every side: four modules."""
    return 4 * side / len(qr_modules(content))
