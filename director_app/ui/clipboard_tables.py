"""Tables to and from the clipboard: plain tabs for spreadsheets, HTML that keeps its form in a document."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence
from html.parser import HTMLParser
from typing import Final

Table = Sequence[Sequence[str]]
#: A table with its title and the names of its columns, each empty where there is none.
Titled = tuple[str, Sequence[str], Table]

FORMULA_MARKS: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet program takes for the beginning of a formula (OWASP, CSV injection)."""
_CELL: Final = "border:1px solid #999;padding:2px 6px;vertical-align:top;white-space:pre-wrap"
_MOST_SPANNED: Final = 100


def as_tabs(table: Table) -> str:
    """The table with tabs and line ends; cells that contain them are quoted as spreadsheets do.

    A text that would be computed is led by an apostrophe, which `from_tabs` takes off again.
    """
    target = io.StringIO()
    rows = [[_harmless(text) for text in row] for row in table]
    csv.writer(target, delimiter="\t", lineterminator="\n").writerows(rows)
    return target.getvalue()


def as_html(table: Table, *, head: Sequence[str] = ()) -> str:
    """The table as HTML with thin lines, which word processors take over as a table.

    What looks like a formula is marked as text, for spreadsheet programs that read HTML first.
    """
    rows = []
    if head:
        names = "".join(
            f'<th style="{_CELL};background:#eee;text-align:left">{html.escape(name)}</th>' for name in head
        )
        rows.append(f"<tr>{names}</tr>")
    rows += [f"<tr>{''.join(map(_html_cell, row))}</tr>" for row in table]
    style = "border-collapse:collapse;font-size:10pt"
    return f'<meta charset="utf-8"><table style="{style}">{"".join(rows)}</table>'


def several_as_tabs(tables: Sequence[Titled]) -> str:
    """Tables one after the other, each under its title, an empty line between them; one alone needs no title."""
    is_several = len(tables) > 1
    return "\n".join(
        as_tabs([*([[title]] if title and is_several else []), *([head] if head else []), *rows])
        for title, head, rows in tables
    )


def several_as_html(tables: Sequence[Titled]) -> str:
    """Tables one after the other, each under its title; one alone needs none."""
    is_several = len(tables) > 1
    return "".join(
        f"<p><b>{html.escape(title)}</b></p>{as_html(rows, head=head)}"
        if title and is_several
        else as_html(rows, head=head)
        for title, head, rows in tables
    )


def _html_cell(text: str) -> str:
    shown = html.escape(text).replace("\n", "<br>")
    if text.startswith(FORMULA_MARKS):
        return f'<td style="{_CELL};mso-number-format:\'\\@\'" sdnum="1033;0;@">{shown}</td>'
    return f'<td style="{_CELL}">{shown}</td>'


def _harmless(text: str) -> str:
    return f"'{text}" if text.lstrip("'").startswith(FORMULA_MARKS) else text


def _as_typed(text: str) -> str:
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(FORMULA_MARKS) else text


def from_tabs(text: str) -> list[list[str]]:
    """Rows and cells of a pasted block; a last empty line is none."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        rows = list(csv.reader(io.StringIO(plain), delimiter="\t"))
    except csv.Error:  # a cell beyond the module's limit: no table of hers
        return []
    while rows and not any(rows[-1]):
        rows.pop()
    return [[_as_typed(cell) for cell in row] for row in rows]


def from_html(text: str) -> list[list[str]]:
    """Rows and cells of the first table of a page, joined cells filled with empty ones; empty without a table."""
    reader = _FirstTable()
    reader.feed(text)
    reader.close()
    rows = reader.rows
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


class _FirstTable(HTMLParser):
    """Reads the cells of the first table; what lies in tables inside it belongs to their cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._depth = 0
        self._is_over = False
        self._cell: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A table, a row, a cell or a line break begins."""
        if self._is_over:
            return
        if tag == "table":
            self._depth += 1
        elif self._depth == 1 and tag == "tr":
            self._finish_cell()
            self.rows.append([])
        elif self._depth == 1 and tag in ("td", "th"):
            self._finish_cell()
            if not self.rows:
                self.rows.append([])
            self._cell = []
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span), _MOST_SPANNED) if span.isdecimal() else 1
        elif tag in ("br", "p", "div") and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """A cell, a row or the table ends."""
        if self._is_over or not self._depth:
            return
        if tag == "table":
            self._depth -= 1
            if not self._depth:
                self._finish_cell()
                self._is_over = True
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._finish_cell()

    def handle_data(self, data: str) -> None:
        """Text of a cell; line ends of the source are spaces."""
        if self._cell is not None and not self._is_over:
            self._cell.append(" ".join(data.split()) if data.strip() else " ")

    def _finish_cell(self) -> None:
        if self._cell is None:
            return
        lines = "".join(self._cell).replace("\xa0", " ").split("\n")
        self.rows[-1].append("\n".join(line.strip() for line in lines).strip())
        self.rows[-1] += [""] * (self._span - 1)
        self._cell = None
