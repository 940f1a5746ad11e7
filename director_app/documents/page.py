"""A page of placed things: lines of type, rules, boxes and pictures, in pt from the lower left corner of the trim.

Layouts fill pages; `pdf_writer` draws them. A page knows nothing of fonts in a file, and a layout nothing of PDF.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from director_app.documents.colours import BLACK, Ink
from director_app.documents.rasters import Raster
from director_app.documents.typography import Line

MM: Final = 72 / 25.4
#: Control point distance of a quarter circle of radius 1.
_ROUND: Final = 0.5523

#: What ReportLab puts before the name of a picture.
PICTURE_STEM: Final = "FormXob."

A2: Final = (420.0, 594.0)
A3: Final = (297.0, 420.0)
A4: Final = (210.0, 297.0)
A5: Final = (148.0, 210.0)
A6: Final = (105.0, 148.5)


class Link(NamedTuple):
    """A place on the page that leads to an anchor elsewhere in the document; edges in pt."""

    left: float
    bottom: float
    right: float
    top: float
    anchor: str


class Bookmark(NamedTuple):
    """An entry of the document's outline; level 0 is the outermost."""

    title: str
    anchor: str
    level: int


class Page:
    """One page under construction. Shapes lie below the type, `strikes` above it."""

    __slots__ = ("anchors", "height", "links", "number", "parts", "rasters", "shapes", "strikes", "texts", "width")

    def __init__(self, width_mm: float, height_mm: float) -> None:
        self.width = width_mm * MM
        self.height = height_mm * MM
        self.number = 0
        self.shapes: list[str] = []
        self.texts: list[tuple[float, float, Line]] = []
        self.strikes: list[str] = []
        self.links: list[Link] = []
        self.anchors: list[tuple[str, float]] = []
        self.rasters: list[Raster] = []
        #: Whole pages placed on this one: lower left corners, and how much larger they are drawn.
        self.parts: list[tuple[Page, float, float, float]] = []

    def place(self, part: Page, x: float, y: float, scale: float = 1.0) -> None:
        """Put a finished page on this one, its lower left corner at x and y; its links and anchors come along."""
        self.parts.append((part, x, y, scale))
        for left, bottom, right, top, anchor in part.links:
            edges = (x + scale * left, y + scale * bottom, x + scale * right, y + scale * top)
            self.links.append(Link(*edges, anchor))
        self.anchors += [(anchor, y + scale * top) for anchor, top in part.anchors]
        self.rasters += part.rasters

    def text(self, x: float, y: float, line: Line) -> None:
        """Place a line with its left edge on x and its baseline on y."""
        self.texts.append((x - line.left, y, line))

    def text_right(self, x: float, y: float, line: Line) -> None:
        """Place a line with its right edge on x."""
        tracking = line.style.tracking * line.style.size / 1000
        self.texts.append((x - line.width + line.right + tracking, y, line))

    def text_lines(self, x: float, y: float, lines: Sequence[Line]) -> float:
        """Place lines below each other, the first on y; tells the baseline of the last."""
        for index, line in enumerate(lines):
            if index:
                y -= line.style.leading
            self.text(x, y, line)
        return y

    def rule(self, left: float, right: float, y: float, thickness: float, ink: Ink = BLACK) -> None:
        """A horizontal rule; y is its middle."""
        self.shapes.append(rectangle(left, y - thickness / 2, right - left, thickness, ink))

    def strike(self, x: float, y: float, line: Line) -> None:
        """A line struck through."""
        size = line.style.size
        height = max(0.5, size * 0.06)
        self.strikes.append(rectangle(x, y + size * 0.33 - height / 2, line.width, height, line.style.ink))

    def picture(self, raster: Raster, box: tuple[float, float, float, float], *, below: bool = False) -> None:
        """A photo or logo filling left, bottom, width, height; `below` puts it under every shape so far."""
        left, bottom, width, height = box
        name = f"{PICTURE_STEM}{raster.name}"
        shape = f"q {width:.2f} 0 0 {height:.2f} {left:.2f} {bottom:.2f} cm /{name} Do Q"
        self.shapes.insert(0 if below else len(self.shapes), shape)
        self.rasters.append(raster)

    def frame(self, left: float, bottom: float, width: float, height: float, thickness: float, ink: Ink) -> None:
        """An outlined box; the outline lies inside the measures."""
        self.shapes.append(outline(left, bottom, width, height, thickness, ink))


def fill(ink: Ink) -> str:
    """The operator that sets what shapes and type are filled with."""
    return f"{ink.c:.3g} {ink.m:.3g} {ink.y:.3g} {ink.k:.3g} k"


def _stroke(ink: Ink) -> str:
    return f"{ink.c:.3g} {ink.m:.3g} {ink.y:.3g} {ink.k:.3g} K"


def rectangle(x: float, y: float, width: float, height: float, ink: Ink) -> str:
    """A filled rectangle."""
    return f"{fill(ink)} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f"


def outline(left: float, bottom: float, width: float, height: float, thickness: float, ink: Ink) -> str:
    """The outline of a rectangle, inside its measures."""
    half = thickness / 2
    inner = f"{left + half:.2f} {bottom + half:.2f} {width - thickness:.2f} {height - thickness:.2f} re S"
    return f"{_stroke(ink)} {thickness:.2f} w {inner}"


def ring(x: float, y: float, radius: float, thickness: float, ink: Ink) -> str:
    """A circle's outline."""
    return f"{_stroke(ink)} {thickness:.2f} w {circle_path(x, y, radius)} S"


def circle_path(x: float, y: float, radius: float) -> str:
    """The path of a whole circle."""
    r, k = radius, radius * _ROUND
    return (
        f"{x + r:.2f} {y:.2f} m {x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c h"
    )
