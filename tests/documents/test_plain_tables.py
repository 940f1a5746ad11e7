"""The tables of documents as plain cells: what stands on paper as a table can be pasted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from director_app.documents.catalogue import DOCUMENTS
from director_app.documents.making import DocumentOptions, sheets_said
from director_app.documents.options import Part
from director_app.documents.plain_tables import tables_in
from director_app.documents.sheets import Sheets, Table
from director_app.domain.refusals import RefusedInput
from director_app.operations.printing import tables_of_document
from director_app.operations.printing_each import parts_of
from director_app.planner import money
from director_app.planner.scope import Scope
from director_app.wording import Wording
from tests.documents.conftest import MADE_AT
from tests.documents.plans import gumi
from tests.documents.test_all_documents import changes, problems
from tests.documents.working_plan import DAY, awkward, working

KOREAN = Wording("ko")
OPTIONS = DocumentOptions(MADE_AT, Scope(since=DAY, until=DAY))
EDITABLE = [document.name for document in DOCUMENTS if document.is_editable]


def said(name: str, options: DocumentOptions = OPTIONS) -> Sheets:
    return sheets_said(working(), name, KOREAN, options, problems, changes)


@pytest.mark.parametrize("name", EDITABLE)
def test_every_row_of_every_table_is_there(name: str) -> None:
    sheets = said(name, DocumentOptions(MADE_AT) if name == "council-minutes" else OPTIONS)
    found = tables_in(sheets)
    rows = sum(len(block.rows) for sheet in sheets.sheets for block in sheet.blocks if isinstance(block, Table))
    assert sum(len(table.rows) for table in found) >= rows
    for table in found:
        widths = {len(row) for row in (*table.rows, *([table.headers] if table.headers else []))}
        assert len(widths) == 1


def test_a_report_names_its_tables_by_their_headings() -> None:
    titles = [table.title for table in tables_in(said("result-report"))]
    assert titles[0] == "가. 총괄"
    assert "나. 비목별 집행" in titles


def test_a_settlement_is_pasted_with_its_sums() -> None:
    tables = tables_of_document(working(), "settlement", KOREAN, DocumentOptions(MADE_AT))
    codes = next(table for table in tables if table.title == "비목별 집행")
    spent = money.sums_of(working().budget_lines.values()).spent
    assert KOREAN.number(spent) in codes.rows[-1]


def test_what_is_drawn_for_print_gives_its_dates() -> None:
    (table,) = tables_of_document(working(), "booklet", KOREAN, OPTIONS)
    assert table.headers[0] == "일정번호"
    assert len(table.rows) == len(said("schedule").sheets[0].blocks[0].rows)  # type: ignore[union-attr]  # a table


def test_names_stay_as_they_are_typed() -> None:
    title = "=1+1 <b>&\t끝"
    tables = tables_of_document(awkward(title), "schedule", KOREAN, OPTIONS)
    assert any(title in cell for table in tables for row in table.rows for cell in row)


def test_parts_come_one_after_the_other() -> None:
    plan = working()
    parts = tuple(parts_of(plan, "venue-sheet", OPTIONS.scope, "venue", KOREAN))
    assert len(parts) > 1
    together = tables_in(sheets_said(plan, "venue-sheet", KOREAN, replace(OPTIONS, parts=parts)))
    single = [
        table
        for part in parts
        for table in tables_in(sheets_said(plan, "venue-sheet", KOREAN, replace(OPTIONS, scope=part.scope)))
    ]
    assert list(together) == single


def test_what_speaks_of_nothing_is_refused() -> None:
    nowhere = DocumentOptions(
        MADE_AT, parts=(Part("x", Scope(since=DAY.replace(year=1999), until=DAY.replace(year=1999))),)
    )
    with pytest.raises(RefusedInput):
        sheets_said(gumi(), "schedule", KOREAN, nowhere)
