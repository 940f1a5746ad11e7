"""Sheets -> a .docx that an office can edit: the words and figures of the printed document, as styles and tables.

The same content is the same bytes: every date in the file is the moment it is made at, as in the PDF.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any, Final

from director_app.atomic_files import write_atomically
from director_app.documents.layout import Job, language_tag
from director_app.documents.office_blocks import OfficeBlocks
from director_app.documents.office_styles import empty_document, room
from director_app.documents.office_xml import said
from director_app.documents.pdf_writer import Progress, stop_if_asked
from director_app.documents.sheets import Sheets

#: The first moment that an archive can name.
_NO_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
#: The longest property of a file that the format allows.
_LONGEST_PROPERTY: Final = 255


def write_office(job: Job, sheets: Sheets, out: Path, progress: Progress | None = None) -> None:
    """Put the document in the place of `out`, whole or not at all.

    Raises:
        CannotUseFile: when `out` cannot be written.
        MakingStopped: when the job's `stop` was set before the end.
    """
    write_atomically(out, office_bytes(job, sheets, progress))


def office_bytes(job: Job, sheets: Sheets, progress: Progress | None = None) -> bytes:
    """The file.

    Raises:
        MakingStopped: when the job's `stop` was set before the end.
    """
    document = empty_document(sheets, job.wording.language, language_tag(job.wording))
    blocks = OfficeBlocks(job, document, room(sheets), sheets.colour)
    is_only, done = len(sheets.sheets) == 1, 0
    count = sum(len(sheet.blocks) for sheet in sheets.sheets)
    for number, sheet in enumerate(sheets.sheets):
        blocks.begin(sheet, is_only=is_only, is_first=number == 0)
        for block in sheet.blocks:
            stop_if_asked(job.stop)
            if progress is not None:
                progress(done, count)
            blocks.add(block)
            done += 1
    _describe(document, job, sheets)
    stop_if_asked(job.stop)
    file = io.BytesIO()
    document.save(file)
    return _timeless(file.getvalue())


def _describe(document: Any, job: Job, sheets: Sheets) -> None:
    """Title, subject, language and dates; nothing of who made the library's empty document."""
    properties = document.core_properties
    made_at = job.options.made_at.replace(tzinfo=None, microsecond=0)
    properties.title = said(sheets.title or job.title)[:_LONGEST_PROPERTY]
    properties.subject = said(sheets.foot.series)[:_LONGEST_PROPERTY]
    properties.author = said(job.facts.complex_name())[:_LONGEST_PROPERTY]
    properties.last_modified_by = properties.comments = properties.keywords = properties.category = ""
    properties.language = language_tag(job.wording)
    properties.created = properties.modified = made_at
    properties.revision = 1


def _timeless(data: bytes) -> bytes:
    """The same archive without the moment at which its parts were packed."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as again:
        for name in packed.namelist():
            again.writestr(zipfile.ZipInfo(name, _NO_MOMENT), packed.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()
