"""The tables of a document as plain cells, for a clipboard: what is a table, a list of facts or a chart on paper."""

from __future__ import annotations

from typing import NamedTuple

from director_app.documents.content import Fact
from director_app.documents.sheets import Bars, Beside, Block, Boxes, Cell, Facts, Item, Row, Sheets, Table


class PlainTable(NamedTuple):
    """A table: what stands over it, its headers (empty where it has none) and its rows of texts."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_in(sheets: Sheets) -> tuple[PlainTable, ...]:
    """All tables of a document, in order; what has no title is called like the heading before it."""
    found: list[PlainTable] = []
    for sheet in sheets.sheets:
        heading = " ".join(part for part in (sheet.head.title, *sheet.head.day) if part)
        for block in sheet.blocks:
            if isinstance(block, Item):
                heading = f"{block.mark} {block.text}".strip()
            found += [one if one.title else one._replace(title=heading) for one in _tables(block) if one.rows]
    return tuple(found)


def _tables(block: Block) -> list[PlainTable]:
    if isinstance(block, Beside):
        return [*_tables(block.left), *_tables(block.right)]
    if isinstance(block, Table):
        headers = tuple(column.header for column in block.columns)
        return [PlainTable(block.title, headers if any(headers) else (), tuple(map(_row, block.rows)))]
    if isinstance(block, Facts):
        return [PlainTable(block.title or block.lead, (), tuple(map(_fact, block.rows)))]
    if isinstance(block, Boxes):
        values = tuple(box.value for box in block.items)
        return [PlainTable("", tuple(box.label for box in block.items), (values,) if values else ())]
    if isinstance(block, Bars):
        return [PlainTable(block.title, (), tuple((bar.label, bar.value) for bar in block.rows))]
    return []


def _row(row: Row) -> tuple[str, ...]:
    cells = [_text(cell) for cell in row.cells]
    if row.below:
        cells[-1] = "\n".join(part for part in (cells[-1], row.below) if part)
    return tuple(cells)


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else "\n".join(piece.text for piece in cell if piece.text)


def _fact(fact: Fact) -> tuple[str, str]:
    return fact.label, " · ".join(fact.names) or fact.text
