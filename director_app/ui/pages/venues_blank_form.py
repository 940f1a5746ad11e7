"""A blank application form for companies, as a table that comes back in by the import."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from pathlib import Path

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


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file all at once; OSError leaves the old one."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
