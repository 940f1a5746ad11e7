"""What an import has to say about a file, a row or a cell: a message key with values, and where it was seen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from director_app.wording import Wording


class Weekday(NamedTuple):
    """A weekday inside a remark, 0 = Monday; it is said in the reader's language."""

    number: int


class Said(NamedTuple):
    """A message inside a remark, such as the label of a column; it is said in the reader's language."""

    text: str


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


def sentence_of(said: Remark, wording: Wording) -> str:
    """The remark in the reader's language, without the place."""
    values = {name: _spoken(value, wording) for name, value in said.values}
    return wording.text(said.text, **values)


def _spoken(value: object, wording: Wording) -> object:
    if isinstance(value, Weekday):
        return wording.weekday(value.number, short=False)
    if isinstance(value, Said):
        return wording.text(value.text)
    if isinstance(value, date):
        return wording.date(value)
    if isinstance(value, tuple):
        return wording.listing([str(_spoken(one, wording)) for one in value])
    if isinstance(value, str) and "\n" in value:  # a remark is one line of a report
        return " / ".join(line.strip() for line in value.splitlines() if line.strip())
    return value
