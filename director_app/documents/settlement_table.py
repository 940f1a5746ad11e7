"""The settlement for spreadsheet programs: the tables of the printed one, amounts as numbers, sums written out."""

from __future__ import annotations

import datetime
import io
from typing import Any, Final

from director_app.documents.facts import Facts
from director_app.documents.settlement_content import ESTIMATE, MoneyCell, MoneyTable, settlement
from director_app.documents.tables import ALWAYS, LONGEST_CELL, NEVER, Table
from director_app.domain.plan import Plan
from director_app.domain.rules import clean_text
from director_app.wording import Wording

_WIDTH_OF_SHARE: Final = 0.55
_NO_NAME: Final = str.maketrans(dict.fromkeys("[]:*?/\\'"))


def settlement_workbook(plan: Plan, wording: Wording) -> Table:
    """One sheet for each table; sums are numbers and no formulas, so that they say what the paper says."""
    import xlsxwriter

    told = settlement(Facts(plan, wording))
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **NEVER}) as book:
        book.set_properties({"title": wording.text("Settlement"), "created": ALWAYS})
        for number, table in enumerate(told.tables, 1):
            _write(book, table, f"{number} {table.title.translate(_NO_NAME)}"[:31])
        book.worksheets()[2].write_string(len(told.tables[2].rows) + 3, 0, wording.text(ESTIMATE))
    return Table(file.getvalue(), sum(len(table.rows) for table in told.tables))


def _write(book: Any, table: MoneyTable, name: str) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1})
    usual, sums = _looks(book, {}), _looks(book, {"bold": True, "top": 1})
    sheet.freeze_panes(1, 0)
    for column, one in enumerate(table.columns):
        sheet.set_column(column, column, max(10, one.share * _WIDTH_OF_SHARE))
        sheet.write_string(0, column, one.header, head)
    for row, cells in enumerate(table.rows, 1):
        _write_row(sheet, row, cells, usual)
    if table.rows and table.total is not None:
        _write_row(sheet, len(table.rows) + 1, table.total, sums)


def _looks(book: Any, style: dict[str, Any]) -> tuple[Any, Any, Any]:
    """How amounts, texts and dates look."""
    kinds: tuple[dict[str, Any], ...] = ({"num_format": "#,##0"}, {}, {"num_format": "yyyy-mm-dd", "align": "left"})
    number, text, day = (book.add_format({**style, **kind}) for kind in kinds)
    return number, text, day


def _write_row(sheet: Any, row: int, cells: tuple[MoneyCell, ...], looks: tuple[Any, Any, Any]) -> None:
    number, text, day = looks
    for column, cell in enumerate(cells):
        if isinstance(cell, str):
            sheet.write_string(row, column, clean_text(cell)[:LONGEST_CELL], text)
        elif isinstance(cell, datetime.date):
            sheet.write_datetime(row, column, cell, day)
        elif isinstance(cell, int):
            sheet.write_number(row, column, cell, number)
