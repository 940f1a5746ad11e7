"""What an import has to say about a file, a row or a cell: a message key with values, and where it was seen."""

from __future__ import annotations

from typing import NamedTuple


class Remark(NamedTuple):
    """One thing the reader of an import should know. `text` is an English message with named placeholders."""

    text: str
    values: tuple[tuple[str, object], ...] = ()
    file: str = ""
    sheet: str = ""
    #: As the spreadsheet program counts rows, from 1.
    row: int | None = None

    def at(self, file: str, sheet: str, row: int | None) -> Remark:
        """The same remark with the place it was seen at."""
        return self._replace(file=file, sheet=sheet, row=row)


def remark(text: str, /, **values: object) -> Remark:
    """A remark whose place is filled in later; `text` is marked with `wording.message` by the caller."""
    return Remark(text, tuple(values.items()))
