"""Blocks of a sheet -> headings, paragraphs, tables and pictures of a document that an office can edit."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

from docx.shared import Mm
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from director_app.documents.content import Fact
from director_app.documents.layout import Job
from director_app.documents.office_pictures import OfficePicture, chart, kept_picture
from director_app.documents.office_xml import (
    GREY,
    HEADER_FILL,
    PLAIN,
    STRONG,
    STRONG_FILL,
    Cell,
    Look,
    Para,
    child,
    paragraph,
    run,
    said,
    table,
)
from director_app.documents.sheets import (
    Bars,
    Beside,
    Block,
    Boxes,
    Column,
    Facts,
    Head,
    Item,
    Lines,
    Note,
    Pictures,
    Piece,
    Row,
    Sheet,
    Table,
    Ticks,
)
from director_app.documents.sheets import Look as Kind
from director_app.documents.typography import one_line

_LABEL: Final = 34.0
#: mm that each level of numbered lines stands further in, and that its text hangs behind the number.
_STEP, _HANG = 6.0, 6.0
_PHOTO_HEIGHT: Final = 60.0
_BOX, _BLANK = "☐", "________"
_LOOKS: Final = {Kind.STRONG: STRONG, Kind.TIME: STRONG, Kind.GREY: GREY}
_LOWEST: Final = 3


class OfficeBlocks:
    """Writes sheets at the end of a document whose text is `width` mm wide."""

    def __init__(self, job: Job, document: Any, width: float, colour: str) -> None:
        self._job, self._document, self._width, self._colour = job, document, width, colour
        self._body: Any = document.element.body
        self._end = self._body.sectPr
        #: Level of the heading over a block, and how much deeper than usual numbered headings stand.
        self._title_level, self._deeper = 1, 0

    def begin(self, sheet: Sheet, *, is_only: bool, is_first: bool) -> None:
        """Write the head of a sheet, on a page of its own."""
        has_parts = any(isinstance(block, Item) and block.level == 0 for block in sheet.blocks)
        self._deeper = 0 if is_only else 1
        self._title_level = (2 if has_parts else 1) + self._deeper
        self._head(sheet.head, style="Title" if is_only else "Heading1", breaks=not is_first)

    def _put(self, *paragraphs: Para) -> None:
        for para in paragraphs:
            self._end.addprevious(paragraph(self._body, para))

    def _table(self, widths: Sequence[float], rows: Sequence[Sequence[Cell]], *, headers: int = 0) -> None:
        """A table and the line after it, without which two tables would become one."""
        whole = sum(widths)
        shares = [width / whole * self._width for width in widths]
        self._end.addprevious(table(self._body, shares, rows, headers=headers))
        self._put(Para("", look=Look(size=5), is_tight=True))

    def _heading(self, text: str, level: int = 0) -> None:
        if text:
            style = f"Heading{min(level or self._title_level, _LOWEST)}"
            self._put(Para(one_line(text), style, keeps=True))

    def _head(self, head: Head, style: str, *, breaks: bool) -> None:
        title = head.title or head.kind
        above = [Para(head.kind, look=GREY, keeps=True, breaks_before=breaks)] if head.kind and head.title else []
        day = " ".join(part for part in head.day if part)
        under = " · ".join(part for part in (day, head.under, head.under_right) if part)
        self._put(*above, Para(one_line(title), style, keeps=True, breaks_before=breaks and not above))
        if under:
            self._put(Para(under, look=GREY))

    def add(self, block: Block) -> None:
        """Write a block of the sheet that was begun."""
        if isinstance(block, Item):
            self._item(block)
        elif isinstance(block, Table):
            self._listing(block)
        elif isinstance(block, Facts):
            self._facts(block)
        elif isinstance(block, Beside):
            self.add(block.left)
            self.add(block.right)
        elif isinstance(block, Note):
            if block.text:
                self._put(Para(block.text, look=STRONG if block.is_strong else PLAIN))
        elif isinstance(block, Boxes):
            self._boxes(block)
        elif isinstance(block, Bars):
            self._bars(block)
        elif isinstance(block, Pictures):
            self._pictures(block)
        elif isinstance(block, Ticks):
            self._ticks(block)
        else:
            self._lines(block)

    # -- text -------------------------------------------------------------------------------------------------

    def _item(self, item: Item) -> None:
        """A numbered line; its number is text, so that every program shows the one that is cited."""
        text = f"{item.mark} {item.text}".strip()
        if item.level == 0 or item.is_heading:
            self._heading(text, item.level + 1 + self._deeper)
            return
        hang = _HANG if item.mark else 0.0
        self._put(Para(text, left=(item.level - 1) * _STEP + hang, hanging=hang))

    def _lines(self, block: Lines) -> None:
        shown = [f"{_BOX} {text}" if block.ticks else f"{text} {_BLANK}" for text in block.texts]
        self._put(Para(block.label, look=STRONG, keeps=True), Para("   ".join(shown)))

    def _ticks(self, block: Ticks) -> None:
        self._heading(block.title)
        if block.right:
            self._put(Para(block.right))
        cells = []
        for tick in block.ticks:
            mark = _BOX if tick.has_box else "–"
            more = [Para(tick.text, look=GREY)] if tick.text else []
            cells.append(Cell([Para(f"{mark} {tick.label}", look=STRONG if tick.has_box else GREY), *more]))
        if cells:
            self._table([1.0] * len(cells), [cells])
        if block.calls:
            rows = [[Cell([Para(f"{_BOX} {who}")]), Cell([Para(number, look=STRONG)])] for who, number in block.calls]
            self._put(Para(block.calls_label, look=STRONG, keeps=True))
            self._table([2.0, 1.0], rows)

    # -- tables -----------------------------------------------------------------------------------------------

    def _facts(self, block: Facts) -> None:
        self._heading(block.title)
        if block.lead:
            self._put(Para(block.lead, look=Look(is_bold=True, size=12), keeps=True))
        if block.rows:
            self._table([_LABEL, self._width - _LABEL], [self._fact(row) for row in block.rows])

    def _fact(self, row: Fact) -> list[Cell]:
        text = " · ".join(row.names) if row.names else row.text
        return [Cell([Para(row.label, look=STRONG)], fill=HEADER_FILL), Cell([Para(text)])]

    def _boxes(self, block: Boxes) -> None:
        labels = [Cell([Para(box.label, look=GREY)], fill=HEADER_FILL) for box in block.items]
        values = [Cell([Para(box.value, look=Look(is_bold=True, size=13))]) for box in block.items]
        if labels:
            self._table([1.0] * len(labels), [labels, values])

    def _listing(self, block: Table) -> None:
        self._heading(block.title)
        if not block.rows:
            if block.none:
                self._put(Para(block.none, look=GREY))
            return
        headers = [column.header for column in block.columns]
        head = [_header(column, block.size) for column in block.columns]
        rows = [_row(row, block.columns, block.size) for row in block.rows]
        has_head = any(headers)
        self._table([column.share for column in block.columns], [head, *rows] if has_head else rows, headers=has_head)

    # -- pictures ---------------------------------------------------------------------------------------------

    def _bars(self, block: Bars) -> None:
        told = "; ".join(f"{row.label} {row.value}" for row in block.rows)
        drawn = chart(block, self._colour, self._width)
        if drawn is not None:
            self._inline([drawn], f"{block.title}: {told}")
        elif block.rows:
            self._put(Para(block.title, look=STRONG, keeps=True))
            self._table([2.0, 1.0], [[Cell([Para(row.label)]), Cell([Para(row.value)])] for row in block.rows])

    def _pictures(self, block: Pictures) -> None:
        side = self._width / 2 - 3
        found = (kept_picture(self._job.pictures, one, side, _PHOTO_HEIGHT) for one in block.digests)
        self._inline([one for one in found if one is not None], "")

    def _inline(self, pictures: Sequence[OfficePicture], told: str) -> None:
        """Pictures on one line; what they show is told to who cannot see them."""
        if not pictures:
            return
        made = paragraph(self._body, Para(""))
        self._end.addprevious(made)
        for number, picture in enumerate(pictures):
            if number:
                run(made, "  ")
            place = Run(child(made, "w:r"), Paragraph(made, self._document))
            shape: Any = place.add_picture(io.BytesIO(picture.data), width=Mm(picture.width))
            if told:
                shape._inline.docPr.set("descr", said(told))  # noqa: SLF001 - the library has no name for it


def _header(column: Column, size: float) -> Cell:
    align = "right" if column.look is Kind.NUMBER else "center"
    return Cell([Para(column.header, look=Look(is_bold=True, size=min(size, 9.5)), align=align)], fill=HEADER_FILL)


def _row(row: Row, columns: Sequence[Column], size: float) -> list[Cell]:
    is_strong = row.is_strong or row.is_part
    fill = STRONG_FILL if is_strong else ""
    cells = []
    for column, cell in zip(columns, row.cells, strict=True):
        said_there = cell if isinstance(cell, tuple) else (Piece(cell, column.look),)
        align = "right" if column.look is Kind.NUMBER else ""
        paragraphs = [
            Para(piece.text, look=_look(piece.look, row, size, is_strong=is_strong), align=align)
            for piece in said_there
            if piece.text
        ]
        cells.append(Cell(paragraphs, fill=fill))
    if row.below:
        below = Para(row.below, look=Look(size=max(8.0, size * 0.62)))
        cells[-1] = cells[-1]._replace(paragraphs=[*cells[-1].paragraphs, below])
    if row.is_part and not any(cell.paragraphs for cell in cells[1:]):
        return [cells[0]._replace(span=len(cells))]
    return cells


def _look(kind: Kind, row: Row, size: float, *, is_strong: bool) -> Look:
    look = _LOOKS.get(kind, PLAIN)
    is_number = kind is Kind.NUMBER
    return look._replace(
        size=size, is_bold=look.is_bold or is_strong, is_struck=row.is_off and not is_number,
        colour=GREY.colour if row.is_off else look.colour,
    )  # fmt: skip
