"""Which year a table means where its dates name none: its other rows say it, its title, or the name of the file.

Files are imported months later than they were written, so the year of the clock comes last.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from director_app.imports.cells import Cell, Sheet, cell_text
from director_app.imports.columns import ColumnMapping
from director_app.imports.written_dates import (
    YEAR_OF_FILE,
    YEAR_OF_ROWS,
    YEAR_OF_TITLE,
    DateContext,
    DaySpan,
    read_when,
)

_YEARS_AROUND: Final = 5
_DATE_FIELDS: Final = ("date", "until", "received", "wish1", "wish2", "wish3")
_NAMED_YEAR: Final = re.compile(
    r"(?<!\d)(?P<full>20\d{2})(?=$|\D|[01]\d(?:[0-3]\d)?(?:\D|$))"  # 2025, 202510, 20251017
    r"|(?<!\d)(?P<short>\d{2})\s?년"
    r"|(?<!\d)(?P<day>2\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"  # 251017
)
_NAMED_MONTH: Final = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s*월(?![가-힣])")
_WEEKDAY: Final = re.compile(r"[월화수목금토일]\s*\)|요일|\b(?:mon|tue|wed|thu|fri|sat|sun)", re.IGNORECASE)
_WRITTEN_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}|(?<!\d)'?\d{2}\s*[.\-/년]\s*\d{1,2}\s*[.\-/월]\s*\d")


def with_year_of_table(context: DateContext, file: str, sheet: Sheet, mapping: ColumnMapping) -> DateContext:
    """The context with what this sheet says of its year; unchanged when every date names one or nothing tells."""
    context = _with_month_of(context, *_titles(sheet, mapping))
    cells = list(_date_cells(sheet, mapping))
    if not any(_lacks_year(cell, context) for cell in cells):
        return context
    days = list(_written_days(cells, context)) or list(_days_told_by_weekday(cells, context))
    if days:
        return context._replace(near=DaySpan(min(days), max(days)), told_by=YEAR_OF_ROWS)
    for texts, told_by in ((_titles(sheet, mapping), YEAR_OF_TITLE), ((file,), YEAR_OF_FILE)):
        named = (year for text in texts for year in years_named(text))
        years = [year for year in named if abs(year - context.today.year) <= _YEARS_AROUND]  # else a number of a phone
        if years:
            return context._replace(near=_whole_years(years), told_by=told_by)
    return context


def under_heading(context: DateContext, heading: str) -> DateContext:
    """The context of the rows below a heading such as "10월" or "2025년 10월"."""
    years = years_named(heading)
    if len(set(years)) == 1:
        context = context._replace(near=_whole_years(years), told_by=YEAR_OF_TITLE)
    return _with_month_of(context, heading)


def _with_month_of(context: DateContext, *titles: str) -> DateContext:
    """The context with the one month that titles name, for rows that give days alone ("25~26일")."""
    months = {int(found[1]) for title in titles for found in _NAMED_MONTH.finditer(title)}
    return context._replace(month=months.pop()) if len(months) == 1 else context


def _whole_years(years: Sequence[int]) -> DaySpan:
    return DaySpan(date(min(years), 1, 1), date(max(years), 12, 31))


def years_named(text: str) -> list[int]:
    """The years a title or the name of a file mentions: 2025, 25년, 251017."""
    found = []
    for match in _NAMED_YEAR.finditer(text.replace("’", "'")):
        part = match.groupdict()
        found.append(int(part["full"]) if part["full"] else 2000 + int(part["short"] or part["day"]))
    return found


def _date_cells(sheet: Sheet, mapping: ColumnMapping) -> Iterator[Cell]:
    columns = [column.column for column in mapping.columns if column.field in _DATE_FIELDS]
    last = mapping.header_rows[-1] if mapping.header_rows else 0
    for row in sheet.rows:
        if row.number > last:
            yield from (row.cells[at] for at in columns if at < len(row.cells) and row.cells[at] is not None)


def _lacks_year(cell: Cell, context: DateContext) -> bool:
    if not isinstance(cell, str) or _WRITTEN_YEAR.search(cell):
        return False
    # With any month: a heading further down may name the one of days that stand alone.
    when = read_when(cell, context._replace(month=context.month or 1))
    return bool(when.month) or bool(when.days)


def _written_days(cells: Iterable[Cell], context: DateContext) -> Iterator[date]:
    for cell in cells:
        if not isinstance(cell, str) or _WRITTEN_YEAR.search(cell):
            for span in read_when(cell, context).days:
                yield from span


def _days_told_by_weekday(cells: Iterable[Cell], context: DateContext) -> list[date]:
    """Days whose weekday fits one year only; a wrongly written weekday is outvoted."""
    days = []
    for cell in cells:
        if isinstance(cell, str):
            when = read_when(cell, context)
            if not when.remarks and _WEEKDAY.search(cell):
                days += [day for span in when.days for day in span]
    if not days:
        return []
    (year, _votes), *_others = Counter(day.year for day in days).most_common()
    return [day for day in days if day.year == year]


def _titles(sheet: Sheet, mapping: ColumnMapping) -> Iterator[str]:
    """What stands above the header, the header itself, and the name of the sheet."""
    last = mapping.header_rows[-1] if mapping.header_rows else 0
    for row in sheet.rows:
        if row.number <= last:
            yield from (cell_text(cell) for cell in row.cells if isinstance(cell, str))
    yield sheet.name
