"""Paragraphs, runs and tables of a .docx, made as elements in the order that its schema asks for.

python-docx looks a table's cells up again and again; a schedule of thousands of rows is made from elements in a moment.
Text is data: it is cleaned, and nothing in it becomes a field or markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from director_app.documents.typography import clean

#: Millimetres to twentieths of a point.
TWIPS: Final = 1440 / 25.4
#: Not characters at all, and refused by XML.
_NO_CHARACTERS: Final = str.maketrans(dict.fromkeys("\ufffe\uffff"))
_GREY: Final = "595959"
#: Room inside a cell, mm.
_CELL_ROOM: Final = (("top", 0.8), ("left", 1.6), ("bottom", 0.8), ("right", 1.6))
HEADER_FILL: Final = "E7E6E6"
STRONG_FILL: Final = "F2F2F2"


class Look(NamedTuple):
    """How a run is set; size in pt, 0 is that of the style; colour as "RRGGBB"."""

    is_bold: bool = False
    is_struck: bool = False
    colour: str = ""
    size: float = 0.0


PLAIN: Final = Look()
STRONG: Final = Look(is_bold=True)
GREY: Final = Look(colour=_GREY)


class Para(NamedTuple):
    """A paragraph: its text, its style by id, and what differs from the style. Indents in mm."""

    text: str
    style: str = ""
    look: Look = PLAIN
    align: str = ""
    left: float = 0.0
    hanging: float = 0.0
    keeps: bool = False
    breaks_before: bool = False
    is_tight: bool = False


class Cell(NamedTuple):
    """A cell: its paragraphs, how many columns it spans, and its ground as "RRGGBB"."""

    paragraphs: Sequence[Para]
    span: int = 1
    fill: str = ""


def child(parent: Any, tag: str, **attributes: object) -> Any:
    """A new last child; attributes are of the same namespace."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    parent.append(made)
    return made


def twips(mm: float) -> int:
    """A length in twentieths of a point."""
    return round(mm * TWIPS)


def said(text: str) -> str:
    """A text as the file can hold it."""
    return clean(text).translate(_NO_CHARACTERS)


def paragraph(parent: Any, para: Para) -> Any:
    """Add a paragraph."""
    made = child(parent, "w:p")
    _properties(made, para)
    if para.text:
        run(made, para.text, para.look)
    return made


def _properties(made: Any, para: Para) -> None:
    properties = child(made, "w:pPr")
    if para.style:
        child(properties, "w:pStyle", val=para.style)
    if para.keeps:
        child(properties, "w:keepNext")
    if para.breaks_before:
        child(properties, "w:pageBreakBefore")
    if para.is_tight:
        child(properties, "w:spacing", before=0, after=0, line=240, lineRule="auto")
    if para.left or para.hanging:
        child(properties, "w:ind", left=twips(para.left), hanging=twips(para.hanging))
    if para.align:
        child(properties, "w:jc", val=para.align)
    if para.look.size and not para.text:  # else an empty line is as high as the style's
        _looks(child(properties, "w:rPr"), para.look)


def run(parent: Any, text: str, look: Look = PLAIN) -> Any:
    """Add a run; a line end in the text is a line end on paper."""
    made = child(parent, "w:r")
    if look != PLAIN:
        _looks(child(made, "w:rPr"), look)
    for number, line in enumerate(said(text).split("\n")):
        if number:
            child(made, "w:br")
        child(made, "w:t").text = line
        made[-1].set(qn("xml:space"), "preserve")
    return made


def _looks(properties: Any, look: Look) -> None:
    if look.is_bold:
        child(properties, "w:b")
    if look.is_struck:
        child(properties, "w:strike")
    if look.colour:
        child(properties, "w:color", val=look.colour)
    if look.size:
        child(properties, "w:sz", val=round(look.size * 2))
        child(properties, "w:szCs", val=round(look.size * 2))


def field(parent: Any, instruction: str) -> None:
    """Add a field such as PAGE, which the program that opens the file fills in."""
    made = child(parent, "w:fldSimple", instr=instruction)
    run(made, "1")


def table(parent: Any, widths: Sequence[float], rows: Sequence[Sequence[Cell]], *, headers: int = 0) -> Any:
    """Add a table with columns of these widths in mm; the first `headers` rows come again on every page."""
    made = child(parent, "w:tbl")
    properties = child(made, "w:tblPr")
    child(properties, "w:tblStyle", val="TableGrid")
    columns = [twips(width) for width in widths]
    child(properties, "w:tblW", w=sum(columns), type="dxa")
    child(properties, "w:tblLayout", type="fixed")
    margins = child(properties, "w:tblCellMar")
    for edge, room in _CELL_ROOM:
        child(margins, f"w:{edge}", w=twips(room), type="dxa")
    child(properties, "w:tblLook", val="0020" if headers else "0000")
    grid = child(made, "w:tblGrid")
    for column in columns:
        child(grid, "w:gridCol", w=column)
    for number, cells in enumerate(rows):
        _row(made, columns, cells, is_header=number < headers)
    return made


def _row(made: Any, columns: Sequence[int], cells: Sequence[Cell], *, is_header: bool) -> None:
    row = child(made, "w:tr")
    properties = child(row, "w:trPr")
    child(properties, "w:cantSplit")
    if is_header:
        child(properties, "w:tblHeader")
    at = 0
    for cell in cells:
        place = child(row, "w:tc")
        properties = child(place, "w:tcPr")
        child(properties, "w:tcW", w=sum(columns[at : at + cell.span]), type="dxa")
        if cell.span > 1:
            child(properties, "w:gridSpan", val=cell.span)
        if cell.fill:
            child(properties, "w:shd", val="clear", color="auto", fill=cell.fill)
        for para in cell.paragraphs or (Para(""),):
            paragraph(place, para._replace(is_tight=True))
        at += cell.span
