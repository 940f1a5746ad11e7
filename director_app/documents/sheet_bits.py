"""Strips of a sheet that are never broken: placed against their own upper left edge, then moved onto a page."""

from __future__ import annotations

from typing import Final

from director_app.documents.colours import BLACK, HAIRLINE, Ink
from director_app.documents.page import Page, rectangle
from director_app.documents.rasters import Raster
from director_app.documents.typography import Line

#: Baseline of the first line that is carried over, under the upper edge.
_FIRST_DROP: Final = 12.0


class Bit:
    """One strip. Distances in pt: x from the left edge of the text block, drop from the strip's upper edge."""

    __slots__ = ("boxes", "frames", "height", "keeps", "rasters", "repeats", "rules", "strikes", "texts")

    def __init__(self, height: float = 0.0) -> None:
        self.height = height
        self.texts: list[tuple[float, float, Line, bool]] = []
        self.rules: list[tuple[float, float, float, float, Ink]] = []
        self.boxes: list[tuple[float, float, float, float, Ink]] = []
        self.frames: list[tuple[float, float, float, float, float]] = []
        self.strikes: list[tuple[float, float, Line]] = []
        self.rasters: list[tuple[float, float, float, float, Raster]] = []
        #: Stays with the strip after it.
        self.keeps = False
        #: Comes again at the head of the next page while strips after it belong to it.
        self.repeats: Bit | None = None

    def text(self, x: float, drop: float, line: Line, *, right: bool = False) -> None:
        """A line with its left (or right) edge on x."""
        self.texts.append((x, drop, line, right))

    def lines(self, x: float, drop: float, lines: list[Line] | tuple[Line, ...], *, right: bool = False) -> float:
        """Lines below each other, the first on drop; tells the last baseline."""
        for index, line in enumerate(lines):
            if index:
                drop += line.style.leading
            self.text(x, drop, line, right=right)
        return drop

    def rule(self, left: float, right: float, drop: float, thickness: float, ink: Ink = HAIRLINE) -> None:
        """A horizontal rule."""
        self.rules.append((left, right, drop, thickness, ink))

    def box(self, left: float, drop: float, width: float, height: float, ink: Ink) -> None:
        """A filled box hanging from drop."""
        self.boxes.append((left, drop, width, height, ink))

    def frame(self, left: float, drop: float, width: float, height: float, thickness: float = 1.0) -> None:
        """An outlined box hanging from drop."""
        self.frames.append((left, drop, width, height, thickness))

    def add(self, other: Bit, x: float, drop: float) -> None:
        """Take in all of another strip, moved."""
        self.texts += [(at + x, down + drop, line, right) for at, down, line, right in other.texts]
        self.rules += [(at + x, end + x, down + drop, thick, ink) for at, end, down, thick, ink in other.rules]
        self.boxes += [(at + x, down + drop, width, high, ink) for at, down, width, high, ink in other.boxes]
        self.frames += [(at + x, down + drop, width, high, thick) for at, down, width, high, thick in other.frames]
        self.strikes += [(at + x, down + drop, line) for at, down, line in other.strikes]
        self.rasters += [(at + x, down + drop, width, high, one) for at, down, width, high, one in other.rasters]
        self.height = max(self.height, drop + other.height)

    def cut(self, room: float) -> tuple[Bit, Bit]:
        """A strip higher than any page in two: lines that fit into the room, and the rest."""
        low = min((drop for _x, drop, _line, _right in self.texts if drop > room), default=room + _FIRST_DROP)
        back = low - _FIRST_DROP
        first, rest = Bit(room), Bit(max(0.0, self.height - back))
        for x, drop, line, right in self.texts:
            (first if drop <= room else rest).text(x, drop if drop <= room else drop - back, line, right=right)
        for x, drop, line in self.strikes:
            (first if drop <= room else rest).strikes.append((x, drop if drop <= room else drop - back, line))
        for left, right_end, drop, thick, ink in self.rules:
            (first if drop <= room else rest).rule(left, right_end, drop if drop <= room else rest.height, thick, ink)
        first.boxes = [(x, drop, wide, min(high, room - drop), ink) for x, drop, wide, high, ink in self.boxes]
        return first, rest

    def draw(self, page: Page, left: float, top: float) -> None:
        """Put the strip on a page, its upper left edge at left and top."""
        for x, drop, width, height, ink in self.boxes:
            page.shapes.append(rectangle(left + x, top - drop - height, width, height, ink))
        for start, end, drop, thickness, ink in self.rules:
            page.rule(left + start, left + end, top - drop, thickness, ink)
        for x, drop, width, height, thickness in self.frames:
            page.frame(left + x, top - drop - height, width, height, thickness, BLACK)
        for x, drop, width, height, raster in self.rasters:
            page.picture(raster, (left + x, top - drop - height, width, height))
        for x, drop, line, is_right in self.texts:
            (page.text_right if is_right else page.text)(left + x, top - drop, line)
        for x, drop, line in self.strikes:
            page.strike(left + x, top - drop, line)


def stacked(bits: list[Bit]) -> Bit:
    """Strips under each other as one."""
    whole = Bit()
    drop = 0.0
    for bit in bits:
        whole.add(bit, 0.0, drop)
        drop += bit.height
    whole.height = drop
    return whole
