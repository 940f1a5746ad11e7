"""Tables to and from the clipboard: plain tabs for spreadsheets, HTML that keeps its form in a document."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Sequence

Table = Sequence[Sequence[str]]


def as_tabs(table: Table) -> str:
    """The table with tabs and line ends; cells that contain them are quoted as spreadsheets do."""
    target = io.StringIO()
    csv.writer(target, delimiter="\t", lineterminator="\n").writerows(table)
    return target.getvalue()


def as_html(table: Table, *, head: Sequence[str] = ()) -> str:
    """The table as HTML with thin lines, which word processors take over as a table."""
    cell = "border:1px solid #999;padding:2px 6px"
    rows = []
    if head:
        names = "".join(f'<th style="{cell};background:#eee;text-align:left">{html.escape(name)}</th>' for name in head)
        rows.append(f"<tr>{names}</tr>")
    for row in table:
        cells = "".join(f'<td style="{cell}">{html.escape(text)}</td>' for text in row)
        rows.append(f"<tr>{cells}</tr>")
    style = "border-collapse:collapse;font-size:10pt"
    return f'<table style="{style}">{"".join(rows)}</table>'


def from_tabs(text: str) -> list[list[str]]:
    """Rows and cells of a pasted block; a last empty line is none."""
    rows = list(csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), delimiter="\t"))
    while rows and not any(rows[-1]):
        rows.pop()
    return rows
