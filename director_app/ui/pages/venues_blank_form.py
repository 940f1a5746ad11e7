"""A blank application form for companies, as a table that comes back in by the import."""

from __future__ import annotations

import csv
import io

from director_app.wording import Wording, message

HEADINGS = (
    message("No."),
    message("Received"),
    message("Company"),
    message("Wish date 1"),
    message("Wish date 2"),
    message("Wish date 3"),
    message("Meal slot"),
    message("Heads (day/night)"),
    message("Space"),
    message("Contact person"),
    message("Phone"),
    message("Remarks"),
)
ROWS = 30


def blank_form(wording: Wording) -> bytes:
    """The headings and numbered empty rows, as CSV that spreadsheets open in the right encoding."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([wording.text(heading) for heading in HEADINGS])
    for number in range(1, ROWS + 1):
        writer.writerow([number, *[""] * (len(HEADINGS) - 1)])
    return text.getvalue().encode("utf-8-sig")
