"""A blank application form for companies: a workbook that is filled in elsewhere and comes back in by the import."""

from __future__ import annotations

import datetime
import io
from typing import Any, Final, NamedTuple

from director_app.wording import Wording, message

#: Rows that are ruled and numbered; more may be written below them.
ROWS: Final = 40
#: When every workbook says that it was made, so that the same form is the same bytes.
_ALWAYS: Final = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)


class FormColumn(NamedTuple):
    """A column: heading, width in characters, what Excel says when a cell of it is chosen, and what fits there."""

    heading: str
    width: int
    hint: str = ""
    #: Offered in a list; anything else may be written too.
    choices: tuple[str, ...] = ()


_ONE_DAY: Final = message("One day, such as 10/22, or words such as “3rd week of October”.")
_MEALS: Final = (message("lunch"), message("dinner"), message("before the shift"), message("after the shift"))
_SPACES: Final = (message("canteen"), message("lobby"), message("hall"), message("yard"))
COLUMNS: Final = (
    FormColumn(message("No."), 6),
    FormColumn(message("Received"), 16, message("Filled in by the office: day and time.")),
    FormColumn(message("Company"), 22),
    FormColumn(message("Wish date 1"), 15, _ONE_DAY),
    FormColumn(message("Wish date 2"), 15, _ONE_DAY),
    FormColumn(message("Wish date 3"), 15, _ONE_DAY),
    FormColumn(message("Meal slot"), 14, message("When people could come."), _MEALS),
    FormColumn(message("Heads (day/night)"), 16, message("How many could come, such as 120 or 150/40.")),
    FormColumn(message("Space"), 16, message("Where it could take place."), _SPACES),
    FormColumn(message("Contact person"), 14),
    FormColumn(message("Phone"), 16),
    FormColumn(message("Remarks"), 30),
)


def blank_application(wording: Wording) -> bytes:
    """The form as .xlsx: headings, numbered rows, lists to choose from that refuse nothing, ready for one A4 page."""
    import xlsxwriter

    file = io.BytesIO()
    name = wording.text("Application form")
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": name, "created": _ALWAYS})
        _fill(book, book.add_worksheet(name[:31]), wording)
    return file.getvalue()


def _fill(book: Any, sheet: Any, wording: Wording) -> None:
    head = book.add_format(
        {"bold": True, "bg_color": "#DCE8F8", "border": 1, "border_color": "#757D78", "text_wrap": True,
         "align": "center", "valign": "vcenter"}
    )  # fmt: skip
    # As text, so that 10/22 stays what was written and 010-… keeps its first nought.
    cell = book.add_format({"border": 1, "border_color": "#BCC3BE", "num_format": "@", "valign": "vcenter"})
    number = book.add_format({"border": 1, "border_color": "#BCC3BE", "align": "center", "valign": "vcenter"})
    sheet.freeze_panes(1, 3)
    sheet.set_row(0, 32)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, wording.text(column.heading), head)
        for row in range(1, ROWS + 1):
            if place:
                sheet.write_blank(row, place, None, cell)
            else:
                sheet.write_number(row, place, row, number)
        if column.hint or column.choices:
            sheet.data_validation(1, place, ROWS, place, _validation(wording, column))


def _validation(wording: Wording, column: FormColumn) -> dict[str, Any]:
    said: dict[str, Any] = {
        "input_title": wording.text(column.heading)[:32],
        "input_message": wording.text(column.hint)[:255],
        "ignore_blank": True,
    }
    if not column.choices:
        return {**said, "validate": "any"}
    choices = [wording.text(choice) for choice in column.choices]
    return {**said, "validate": "list", "source": choices, "error_type": "information", "show_error": False}
