"""Money adds up to the won in every export: paper, the document to edit, the clipboard, and reports that quote it."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import Any

import docx
from hypothesis import given, settings

from director_app.documents.facts import Facts
from director_app.documents.making import DocumentOptions, make_document
from director_app.documents.settlement_content import MoneyTable, settlement
from director_app.domain.plan import Plan
from director_app.operations.printing import tables_of_document
from director_app.wording import Wording
from tests.documents.conftest import MADE_AT
from tests.documents.reading import page_texts
from tests.planner.test_money import plans

KOREAN = Wording("ko")
_FIGURES = re.compile(r"-?\d[\d,]*")


def number(text: str) -> int | None:
    return int(text.replace(",", "")) if _FIGURES.fullmatch(text) else None


def amounts(table: MoneyTable) -> list[int]:
    """Columns of amounts that have a sum."""
    total = table.total or ()
    return [
        at for at, (column, cell) in enumerate(zip(table.columns, total, strict=True))
        if column.is_amount and isinstance(cell, int)
    ]  # fmt: skip


def adds_up(table: MoneyTable, rows: list[list[str]]) -> None:
    """The rows of an export against those of the content, and against their own last row."""
    assert len(rows) == len(table.rows) + 1
    for at in amounts(table):
        said = [number(row[at]) or 0 for row in rows]
        assert sum(said[:-1]) == said[-1]
        assert said[:-1] == [row[at] or 0 for row in table.rows]


@given(plans())
@settings(deadline=None, max_examples=15)
def test_documents_to_edit_and_clipboard_add_up(plan: Plan) -> None:
    told = [table for table in settlement(Facts(plan, KOREAN)).tables if table.rows]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settlement.docx"
        make_document(plan, "settlement", path, KOREAN, DocumentOptions(MADE_AT, form="docx"))
        document: Any = docx.Document(str(path))
    written = [[[cell.text for cell in row.cells] for row in table.rows][1:] for table in document.tables[1:]]
    pasted = [list(map(list, table.rows)) for table in tables_of_document(plan, "settlement", KOREAN, _OPTIONS)[1:]]
    assert len(written) == len(pasted) == len(told)
    for table, one, other in zip(told, written, pasted, strict=True):
        adds_up(table, one)
        adds_up(table, other)


@given(plans())
@settings(deadline=None, max_examples=8)
def test_paper_says_every_amount_and_its_sum(plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "settlement.pdf"
        make_document(plan, "settlement", path, KOREAN, _OPTIONS)
        lines = [line.split() for page in page_texts(path) for line in page.splitlines()]
    for table in settlement(Facts(plan, KOREAN)).tables:
        columns = amounts(table)
        for row in (*table.rows, *([table.total] if table.rows and table.total else [])):
            wanted = [KOREAN.number(cell) for at in columns if isinstance(cell := row[at], int)]
            assert any(_in_order(wanted, line) for line in lines), (table.title, wanted)


@given(plans())
@settings(deadline=None, max_examples=8)
def test_the_result_report_quotes_the_same_sums(plan: Plan) -> None:
    funding, codes, *_ = settlement(Facts(plan, KOREAN)).tables
    tables = {table.title: table for table in tables_of_document(plan, "result-report", KOREAN, _OPTIONS)}
    for title, table in (("가. 재원별 예산", funding), ("나. 비목별 집행", codes)):
        if table.rows:
            adds_up(table, list(map(list, tables[title].rows)))


def _in_order(wanted: list[str], line: list[str]) -> bool:
    """Whether these stand on a line of paper in this order."""
    rest = iter(line)
    return all(one in rest for one in wanted)


_OPTIONS = DocumentOptions(MADE_AT)
