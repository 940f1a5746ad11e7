"""The schedule as a table for spreadsheet programs: .csv and .xlsx, with headers that our own import knows again.

Cells hold what the plan holds, in its own names, whatever the language of the headers. Nothing in a cell becomes a
formula: .xlsx cells are written as texts, and in .csv a text that a spreadsheet program would compute is led by an
apostrophe, which the import takes off again.
"""

from __future__ import annotations

import csv
import datetime
import io
import types
from collections.abc import Callable, Sequence
from typing import Any, Final, Literal, NamedTuple

from director_app.documents.opening import weekly_hours
from director_app.domain.facts import Fallback, FallbackKind
from director_app.domain.ids import DeliveryId, ProgrammeId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme, Status
from director_app.domain.published import area_of, date_order, initiative_of, lineup_of
from director_app.domain.refusals import RefusedInput
from director_app.domain.rules import clean_text
from director_app.domain.timeline import clock_text
from director_app.planner.scope import EVERYTHING, Scope
from director_app.wording import LANGUAGES, Wording, message

NO_COLUMN: Final = message("There is no column “{name}”; there are these: {columns}.")

TableKind = Literal["csv", "xlsx"]
TableCell = str | int | datetime.date | None

#: What a spreadsheet program takes for the beginning of a formula (OWASP, CSV injection).
FORMULA_MARKS: Final = ("=", "+", "-", "@", "\t", "\r")
#: When every workbook says that it was made, so that the same table is the same bytes.
ALWAYS: Final = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)
#: What a workbook never makes of a text.
NEVER: Final = types.MappingProxyType(
    {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
)
#: The longest text a cell of a workbook holds.
LONGEST_CELL: Final = 32_767

_STATUS: Final = {
    Status.IDEA: message("idea"),
    Status.PENCILLED: message("pencilled"),
    Status.CONFIRMED: message("confirmed"),
    Status.DELIVERED: message("delivered"),
    Status.POSTPONED: message("postponed"),
    Status.CANCELLED: message("cancelled"),
}
_FALLBACKS: Final = {
    FallbackKind.AS_IS: message("as is"),
    FallbackKind.POSTPONE: message("postpone"),
    FallbackKind.CANCEL: message("cancel"),
    FallbackKind.INDOORS: message("move indoors"),
}


class TableOptions(NamedTuple):
    """Which deliveries a table lists, and whether the team's own facts stand in it, its ideas among them.

    ``only`` leaves of those in the scope the ones that are listed there, in that order; without it, by date.
    ``columns`` names the columns by their headers in either language, in the order wanted; none named is every column.
    """

    scope: Scope = EVERYTHING
    internal: bool = False
    only: tuple[DeliveryId, ...] | None = None
    columns: tuple[str, ...] = ()


class Column(NamedTuple):
    """One column: its header as a message, its width in characters, and what stands in it."""

    header: str
    width: int
    cell: Callable[[Plan, Wording, Delivery], TableCell]


class Table(NamedTuple):
    """A finished table: the bytes of its file, and how many deliveries it lists."""

    data: bytes
    rows: int


class PlainSheet(NamedTuple):
    """One sheet to write: what stands above its header, the header, and rows of cells; widths in characters."""

    name: str
    headers: Sequence[str]
    rows: Sequence[Sequence[TableCell]]
    widths: Sequence[int]
    above: Sequence[Sequence[str]] = ()


def written(kind: TableKind, sheets: Sequence[PlainSheet]) -> bytes:
    """A file of these sheets in which no text is a formula. A .csv holds the first sheet alone."""
    return _csv(sheets[0]) if kind == "csv" else _xlsx(sheets)


def schedule_table(plan: Plan, kind: TableKind, wording: Wording, options: TableOptions) -> Table:
    """The schedule as a file of that kind.

    Raises:
        RefusedInput: for a column there is none of.
    """
    sheet = schedule_sheet(plan, wording, options)
    return Table(written(kind, [sheet]), len(sheet.rows))


def schedule_sheet(plan: Plan, wording: Wording, options: TableOptions) -> PlainSheet:
    """The schedule as rows of cells, before it becomes a file or goes to a clipboard.

    Raises:
        RefusedInput: for a column there is none of.
    """
    columns: tuple[Column, ...] = (*_COLUMNS, *(_INTERNAL if options.internal else ()))
    if options.columns:
        columns = _chosen(columns, wording, options.columns)
    headers = [wording.text(column.header) for column in columns]
    holds = options.scope.holds(plan)
    rows = [
        [_clean(column.cell(plan, wording, delivery)) for column in columns]
        for delivery in _listed(plan, options)
        if holds(delivery) and (options.internal or delivery.status is not Status.IDEA)
    ]
    return PlainSheet(wording.text("Schedule"), headers, rows, [column.width for column in columns])


def _listed(plan: Plan, options: TableOptions) -> list[Delivery]:
    """The deliveries in the order of the table."""
    if options.only is None:
        return sorted(plan.deliveries.values(), key=date_order)
    return [plan.deliveries[name] for name in dict.fromkeys(options.only) if name in plan.deliveries]


def _chosen(columns: Sequence[Column], wording: Wording, names: Sequence[str]) -> tuple[Column, ...]:
    """The columns of these headers, each once."""
    known = {_folded(spoken.text(column.header)): column for spoken in map(Wording, LANGUAGES) for column in columns}
    for name in names:
        if _folded(name) not in known:
            there = ", ".join(wording.text(column.header) for column in columns)
            raise RefusedInput(NO_COLUMN, name=name[:80], columns=there)
    return tuple(dict.fromkeys(known[_folded(name)] for name in names))


def _folded(header: str) -> str:
    return "".join(clean_text(header).casefold().split())


def _clean(cell: TableCell) -> TableCell:
    return clean_text(cell) if isinstance(cell, str) else cell


# -- files ------------------------------------------------------------------------------------------------------------


def harmless(text: str) -> str:
    """A text that a spreadsheet program does not compute: an apostrophe before what looks like a formula."""
    bare = text.lstrip("'")
    return f"'{text}" if bare.startswith(FORMULA_MARKS) else text


def _csv(sheet: PlainSheet) -> bytes:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    rows: list[Sequence[TableCell]] = [*sheet.above, sheet.headers, *sheet.rows]
    writer.writerows([_csv_cell(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")  # without the mark, spreadsheet programs guess the encoding wrong


def _csv_cell(cell: TableCell) -> str:
    return harmless(cell) if isinstance(cell, str) else cell_text(cell)


def cell_text(cell: TableCell) -> str:
    """What a cell says, dates as 2025-10-14."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def _xlsx(sheets: Sequence[PlainSheet]) -> bytes:
    import xlsxwriter

    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **NEVER}) as book:
        book.set_properties({"title": sheets[0].name, "created": ALWAYS})
        head = book.add_format({"bold": True, "bottom": 1, "valign": "vcenter"})
        date = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        for plain in sheets:
            _fill(book.add_worksheet(plain.name[:31]), plain, head, date)
    return file.getvalue()


def _fill(sheet: Any, plain: PlainSheet, head: Any, date: Any) -> None:
    top = len(plain.above)
    sheet.freeze_panes(top + 1, 0)
    sheet.autofilter(top, 0, top + max(1, len(plain.rows)), len(plain.headers) - 1)
    for number, line in enumerate(plain.above):
        for column, text in enumerate(line):
            if text:
                sheet.write_string(number, column, text[:LONGEST_CELL])
    for column, (header, width) in enumerate(zip(plain.headers, plain.widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, header, head)
    for number, row in enumerate(plain.rows, top + 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell:
                sheet.write_string(number, column, cell[:LONGEST_CELL])
            elif isinstance(cell, datetime.date) and cell.year < 1900:  # before a workbook's first day
                sheet.write_string(number, column, cell.isoformat())
            elif isinstance(cell, datetime.date):
                sheet.write_datetime(number, column, cell, date)
            elif isinstance(cell, int):
                sheet.write_number(number, column, cell)


# -- columns ----------------------------------------------------------------------------------------------------------


def _programme(plan: Plan, one: Delivery) -> Programme:
    return plan.programmes.get(one.programme or _NO_PROGRAMME.id, _NO_PROGRAMME)


def _named(plan: Plan, kind: str, identity: str | None) -> str:
    record = plan.find(kind, identity) if identity else None
    return record.name if record is not None else ""


def _artists(plan: Plan, _wording: Wording, one: Delivery) -> str:
    return "; ".join(plan.artists[act.artist].name for act in lineup_of(plan, one) if act.artist in plan.artists)


def _fallback(plan: Plan, wording: Wording, one: Delivery) -> str:
    """The place of plan B, or what is done without one."""
    fallback: Fallback | None = one.fallback
    if fallback is None:
        return ""
    place = _named(plan, "venues", fallback.venue)
    return place if place and fallback.kind is FallbackKind.INDOORS else wording.text(_FALLBACKS[fallback.kind])


def _contacts(plan: Plan, _wording: Wording, one: Delivery) -> str:
    """Whom to call: the place, the company, and everybody in the line-up."""
    parties = [
        plan.venues.get(one.venue) if one.venue else None,
        plan.organisations.get(one.organisation) if one.organisation else None,
        *(plan.artists.get(act.artist) for act in lineup_of(plan, one)),
    ]
    lines = [
        " ".join(part for part in (party.name, contact.name, contact.role, contact.phone, contact.email) if part)
        for party in parties
        if party is not None
        for contact in party.contacts
    ]
    return "\n".join(lines)


_NO_PROGRAMME: Final = Programme(ProgrammeId(""))

_COLUMNS: Final = (
    Column(message("Reference number"), 12, lambda _plan, _wording, one: one.number),
    Column(message("Date"), 12, lambda _plan, _wording, one: one.date or one.month),
    Column(message("Last day"), 12, lambda _plan, _wording, one: one.until),
    Column(message("Start time"), 8, lambda _plan, _wording, one: None if one.start is None else clock_text(one.start)),
    Column(message("End time"), 8, lambda _plan, _wording, one: None if one.end is None else clock_text(one.end)),
    Column(message("Viewing hours"), 20, lambda _plan, wording, one: weekly_hours(wording, one)),
    Column(message("Programme title"), 32, lambda plan, _wording, one: _programme(plan, one).title),
    Column(message("Part"), 10, lambda _plan, _wording, one: one.title_suffix),
    Column(message("Venue"), 24, lambda plan, _wording, one: _named(plan, "venues", one.venue)),
    Column(message("Area"), 14, lambda plan, _wording, one: _named(plan, "areas", area_of(plan, one))),
    Column(message("Company name"), 20, lambda plan, _wording, one: _named(plan, "organisations", one.organisation)),
    Column(message("Artists"), 28, _artists),
    Column(message("Status"), 10, lambda _plan, wording, one: wording.text(_STATUS[one.status])),
    Column(message("Rain plan"), 20, _fallback),
    Column(
        message("Initiative"), 16, lambda plan, _wording, one: _named(plan, "initiatives", initiative_of(plan, one))
    ),
    Column(message("Running time"), 10, lambda plan, _wording, one: _programme(plan, one).running_minutes),
    Column(message("How to book"), 20, lambda plan, _wording, one: one.booking or _programme(plan, one).booking),
)
_INTERNAL: Final = (
    Column(message("Expected heads"), 10, lambda _plan, _wording, one: one.expected_heads),
    Column(message("Responsible"), 14, lambda _plan, _wording, one: one.responsible),
    Column(message("Remarks"), 32, lambda _plan, _wording, one: one.internal_note),
    Column(message("Whom to call"), 40, _contacts),
)
