"""What a list or table shows of its records: columns as data, and the two-line form of a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import Qt

from director_app.domain.plan import Plan, RecordChange
from director_app.domain.programme import Status
from director_app.ui.models.collation import collation_key
from director_app.wording import Wording

Record = Any
"""Any record of a plan, or a value of our own with an `id`."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a column may look at beside its record."""

    plan: Plan
    wording: Wording


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line. `tone` is a text colour role; undecided values get their dotted underline."""

    text: str
    tone: str = ""
    undecided: bool = False
    strong: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class RowText:
    """A row of two lines: name and particulars at the left, a figure, a code and a problem at the right."""

    first: str
    second: tuple[Piece, ...] = ()
    right: str = ""
    badge: str = ""
    #: Palette number of the badge; -1 is the neutral one.
    hue: int = -1
    level: str = ""
    icon: str = ""
    muted: bool = False
    first_undecided: bool = False

    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = [self.first, "".join(piece.text for piece in self.second), self.badge, self.right]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Tag:
    """An outlined word with an icon: a state."""

    text: str
    role: str = "text2"
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: one line or two, a status glyph before it, a tag or a problem at its end."""

    first: tuple[Piece, ...] = ()
    second: tuple[Piece, ...] = ()
    tag: Tag | None = None
    status: Status | None = None
    #: Palette number of the glyph's initiative; -1 is the neutral one.
    hue: int = -1
    level: str = ""


TextOf = Callable[[Record, Scene], str]
SortOf = Callable[[Record, Scene], Any]
LineOf = Callable[[Record, Scene], RowText]


def _nothing(_record: Record, _scene: Scene) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. Every value of `sort` must compare with every other of the same column.

    `edit` returns "" when the typed text was taken, else the sentence that says why not.
    """

    key: str
    title: str
    text: TextOf
    width: int = 96
    sort: SortOf | None = None
    tone: Callable[[Record, Scene], str] | None = None
    line: LineOf | None = None
    #: What a table paints instead of the plain text.
    cell: Callable[[Record, Scene], Cell] | None = None
    #: Rows of one group stand together under its name; a figure may follow after a tab.
    group: TextOf | None = None
    spoken: TextOf | None = None
    tip: TextOf = _nothing
    edit: Callable[[Record, str], str] | None = None
    right_aligned: bool = False
    stretches: bool = False

    def sort_value(self, record: Record, scene: Scene) -> Any:
        """What rows are sorted by: numbers and times as they are, names as the language sorts them."""
        if self.sort is not None:
            return self.sort(record, scene)
        return collation_key(self.text(record, scene), scene.wording.language)

    def alignment(self) -> Qt.AlignmentFlag:
        """Where the text stands in its cell."""
        side = Qt.AlignmentFlag.AlignRight if self.right_aligned else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


AffectedBy = Callable[[Plan, RecordChange], Iterable[str]]


def _affects_none(_plan: Plan, _change: RecordChange) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of all records of one kind: its columns and what else may change how a row looks.

    `affected` names the rows to look at again after a change of another kind of record (a delivery changes the count
    of its programme).
    """

    kind: str
    columns: tuple[Column, ...]
    affected: AffectedBy = field(default=_affects_none)
