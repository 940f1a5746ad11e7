"""What a sheet of the office says: a head and blocks under it, frozen and without measures.

Day sheets, call sheets, lists and door sheets are all made of these few blocks, so that they look like one family.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from director_app.documents.content import Fact, Foot


class Look(Enum):
    """How the text of a table's column, or of a whole row, is set."""

    PLAIN = auto()
    STRONG = auto()
    GREY = auto()
    #: Figures of one width, strong.
    TIME = auto()
    #: Figures of one width, at the right edge of the column.
    NUMBER = auto()


class Head(NamedTuple):
    """The head of a sheet: what it is, of whom or what, and of which day."""

    kind: str
    title: str
    #: Figures and weekday at the right, as far as it speaks of one day.
    day: tuple[str, str] = ("", "")
    under: str = ""
    under_right: str = ""
    #: White on black, for what is decided today.
    is_band: bool = False
    #: Read from afar, as on a door.
    is_large: bool = False


class Box(NamedTuple):
    """One of the few times that everybody looks for; `is_open` when it is not known yet."""

    label: str
    value: str
    is_main: bool = False
    is_open: bool = False


class Boxes(NamedTuple):
    """Times side by side."""

    items: tuple[Box, ...]


class Facts(NamedTuple):
    """A titled list of labelled facts; `lead` stands large over them."""

    title: str
    lead: str
    rows: tuple[Fact, ...]


class Column(NamedTuple):
    """A column of a table: its header and its share of the width."""

    header: str
    share: float
    look: Look = Look.PLAIN


class Piece(NamedTuple):
    """A paragraph of a cell in a look of its own; one that `opens` stands apart from what is above it."""

    text: str
    look: Look = Look.PLAIN
    opens: bool = False


#: Plain text in the look of its column, or paragraphs that each have their own.
Cell = str | tuple[Piece, ...]


def pieces(*said: tuple[str, Look], opens: bool = False) -> tuple[Piece, ...]:
    """Those paragraphs that say something; the first may stand apart."""
    kept = [Piece(text, look) for text, look in said if text]
    return (kept[0]._replace(opens=opens), *kept[1:]) if kept else ()


class Row(NamedTuple):
    """A row of a table. A part is a heading inside it; what is off is struck through."""

    cells: tuple[Cell, ...]
    is_strong: bool = False
    is_part: bool = False
    is_off: bool = False
    #: Smaller, under the last cell.
    below: str = ""


class Table(NamedTuple):
    """A titled table; its header comes again on every page. `none` is said when it has no rows."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    none: str = ""
    #: Size of its text in pt.
    size: float = 10.0


class Tick(NamedTuple):
    """A box to tick and what it stands for; without a box it is not possible, and the text says why."""

    label: str
    text: str = ""
    has_box: bool = True


class Ticks(NamedTuple):
    """A question with boxes to tick, and whom to call once it is answered."""

    title: str
    right: str
    ticks: tuple[Tick, ...]
    calls_label: str = ""
    calls: tuple[tuple[str, str], ...] = ()


class Lines(NamedTuple):
    """A label and texts with room for handwriting after each; `ticks` are small boxes before them instead."""

    label: str
    texts: tuple[str, ...]
    ticks: bool = False


class Note(NamedTuple):
    """A paragraph in plain words."""

    text: str
    is_strong: bool = False


class Beside(NamedTuple):
    """Two blocks beside each other."""

    left: Facts | Table
    right: Facts | Table


class Pictures(NamedTuple):
    """Kept pictures side by side by their digests: a photo of a place, a sketch of the way."""

    digests: tuple[str, ...]


class Item(NamedTuple):
    """A numbered line of a formal report; level 0 is a part, 1 a heading in it, deeper ones are text."""

    level: int
    mark: str
    text: str
    is_heading: bool = False


class Bar(NamedTuple):
    """One bar of a chart: what it is, how long in the unit of the others, and the figure beside it."""

    label: str
    amount: float
    value: str


class Bars(NamedTuple):
    """A chart of horizontal bars."""

    title: str
    rows: tuple[Bar, ...]
    #: What the whole width stands for; None is the longest bar.
    most: float | None = None


Block = Boxes | Facts | Table | Ticks | Lines | Note | Beside | Pictures | Item | Bars


class Sheet(NamedTuple):
    """One sheet; it goes on over as many pages as it needs."""

    head: Head
    blocks: tuple[Block, ...]


class Sheets(NamedTuple):
    """A document of sheets. `warning` stands at the foot of every page of what must not be posted."""

    sheets: tuple[Sheet, ...]
    foot: Foot
    colour: str
    warning: str = ""
    is_landscape: bool = False
    #: The title of the file; empty is the name of the document.
    title: str = ""
    #: How much larger than usual everything is set, on the same paper.
    scale: float = 1.0
