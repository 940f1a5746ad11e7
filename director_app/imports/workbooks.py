"""Workbooks of spreadsheet programs -> sheets, through calamine. Formulas come as the values they had when saved."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from director_app.domain.refusals import CannotUseFile
from director_app.imports.cells import Merge, Sheet, TableFile, sheet_of
from director_app.imports.remarks import Remark, remark
from director_app.imports.workbook_limits import MOST_CELLS, MOST_ROWS, TOO_MANY_CELLS, TOO_MANY_ROWS
from director_app.wording import message

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_DAMAGED: Final = message(
    "{file} is damaged. Open it in a spreadsheet program, save it again as .xlsx and import that."
)
_PROTECTED: Final = message(
    "{file} is protected with a password. Remove the password in the spreadsheet program, then import it again."
)
_SHEET_DAMAGED: Final = message("Sheet {sheet} is damaged and was left out.")
_MOST_SHEETS: Final = 200


def read_workbook(file: str, data: bytes) -> TableFile:
    """Every worksheet of a workbook; a damaged sheet is left out with a remark.

    Raises:
        CannotUseFile: when the workbook is damaged or protected, or a sheet is far too large.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise CannotUseFile(_PROTECTED, file=file) from error
    except (CalamineError, OSError, ValueError) as error:
        raise CannotUseFile(_DAMAGED, file=file) from error
    except BaseException as error:
        raise _panic(file, error) from error
    return _sheets(file, book)


def _sheets(file: str, book: CalamineWorkbook) -> TableFile:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets: list[Sheet] = []
    remarks: list[Remark] = []
    for described in book.sheets_metadata[:_MOST_SHEETS]:
        if described.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = _sheet(file, book, described.name, described.visible != SheetVisibleEnum.Visible)
        if sheet is None:
            remarks.append(remark(_SHEET_DAMAGED, sheet=described.name))
        else:
            sheets.append(sheet)
    if remarks and not sheets:
        raise CannotUseFile(_DAMAGED, file=file)
    return TableFile(file, tuple(sheets), tuple(item.at(file, "", None) for item in remarks))


def _sheet(file: str, book: CalamineWorkbook, name: str, is_hidden: bool) -> Sheet | None:
    from python_calamine import CalamineError

    try:
        raw = book.get_sheet_by_name(name)
        if raw.start is None:
            return Sheet(name, (), (), is_hidden)
        if raw.height * raw.width > MOST_CELLS:
            raise CannotUseFile(TOO_MANY_CELLS, file=file, limit=MOST_CELLS)
        return _not_too_long(file, _cells_of(raw, name, is_hidden))
    except (CalamineError, OSError, ValueError):
        return None
    except CannotUseFile:
        raise
    except BaseException as error:
        raise _panic(file, error) from error


def _not_too_long(file: str, sheet: Sheet) -> Sheet:
    if len(sheet.rows) > MOST_ROWS:
        raise CannotUseFile(TOO_MANY_ROWS, file=file, limit=MOST_ROWS)
    return sheet


def _cells_of(raw: CalamineSheet, name: str, is_hidden: bool) -> Sheet:
    first_row, first_column = raw.start or (0, 0)
    # Columns are counted from A, so that merged ranges and cells speak of the same ones.
    lead: list[object] = [None] * first_column
    rows = [(first_row + index + 1, lead + list(cells)) for index, cells in enumerate(raw.to_python())]
    merges = tuple(
        Merge(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in raw.merged_cell_ranges or ()
    )
    return sheet_of(name, _merged_downwards(rows, merges), merges, is_hidden=is_hidden)


def _merged_downwards(
    rows: list[tuple[int, list[object]]], merges: tuple[Merge, ...]
) -> list[tuple[int, list[object]]]:
    """Rows with the value of cells that are merged over several rows standing in each of them, as the eye reads it."""
    at = dict(rows)
    for merge in merges:
        top = at.get(merge.first_row)
        if top is None or merge.first_column >= len(top) or merge.last_row - merge.first_row > 5_000:
            continue
        for number in range(merge.first_row + 1, merge.last_row + 1):
            cells = at.get(number)
            if cells is not None and merge.first_column < len(cells) and cells[merge.first_column] in (None, ""):
                cells[merge.first_column] = top[merge.first_column]
    return rows


def _panic(file: str, error: BaseException) -> BaseException:
    """The library reports its own faults as a `PanicException`, which is no `Exception`; all else goes its way."""
    if type(error).__name__ == "PanicException":
        return CannotUseFile(_DAMAGED, file=file)
    return error
