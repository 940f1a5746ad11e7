"""What a column can mean, and the headers people write for it.

Headers are compared after folding: small letters, no spaces, marks or brackets (`fold_header`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from director_app.imports.charge_fields import CHARGE_FIELDS, SHEET_NAMES, SHEETS, TITLES
from director_app.imports.delivery_fields import DELIVERIES_FIELDS, PROGRAMMES_FIELDS
from director_app.imports.record_fields import APPLICATIONS_FIELDS, ARTISTS_FIELDS, VENUES_FIELDS
from director_app.imports.shared_fields import FieldName
from director_app.wording import message

ARTISTS: Final = "artists"
VENUES: Final = "venues"
PROGRAMMES: Final = "programmes"
DELIVERIES: Final = "deliveries"
APPLICATIONS: Final = "applications"
#: What a director chooses among; the tables of the rest of the charge are known by their sheet and their columns.
KINDS: Final = (DELIVERIES, APPLICATIONS, ARTISTS, VENUES, PROGRAMMES)
ALL_KINDS: Final = (*KINDS, *SHEETS)

KIND_LABELS: Final = {
    DELIVERIES: message("A list of deliveries"),
    APPLICATIONS: message("Companies' applications"),
    VENUES: message("A list of venues"),
    ARTISTS: message("A list of artists"),
    PROGRAMMES: message("A list of programmes"),
    **SHEET_NAMES,
}


#: The column that says what is wrong, in the table of the rows that were not taken. It is never read as data.
FAULT_HEADER: Final = message("What is wrong")
_FAULT_HEADERS: Final = frozenset({"whatiswrong", "잘못된점"})


def is_fault_header(header: str) -> bool:
    """Whether a column is the one that this program adds to rows that were not taken, in either language."""
    return fold_header(header) in _FAULT_HEADERS


#: Fields that no record has a place for; they are kept word for word in the note.
KEPT_AS_NOTE: Final = "*note"
IGNORED: Final = ""

_LEAVE_OUT: Final = FieldName(IGNORED, message("Leave out"), ())
_KEEP: Final = FieldName(KEPT_AS_NOTE, message("Keep in the note"), ())

FIELDS: Final[dict[str, tuple[FieldName, ...]]] = {
    DELIVERIES: DELIVERIES_FIELDS,
    APPLICATIONS: APPLICATIONS_FIELDS,
    VENUES: VENUES_FIELDS,
    ARTISTS: ARTISTS_FIELDS,
    PROGRAMMES: PROGRAMMES_FIELDS,
    **CHARGE_FIELDS,
}

#: Folded headers that any table may have and that tell nothing by themselves.
GENERIC_HEADERS: Final = frozenset(
    {
        "이름",
        "명칭",
        "제목",
        "번호",
        "비고",
        "내용",
        "구분",
        "name",
        "title",
        "no",
        "id",
        "number",
        "note",
        "notes",
        "kind",
        "type",
        "date",
    }
)

#: A table of a kind says at least one field of each group.
REQUIRED: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    DELIVERIES: (
        ("date", "until", "start_year", "start_month"),
        ("title", "venue", "organisation", "artists"),
    ),
    APPLICATIONS: (("organisation",), ("received", "wish1", "wish2", "meal_slot", "heads_night", "space", "programme")),
    VENUES: (("name",),),
    ARTISTS: (("name",),),
    PROGRAMMES: (("title",),),
    **{kind: sheet.required for kind, sheet in SHEETS.items()},
}


@cache
def fold_header(header: str) -> str:
    """A header for comparison: composed, small letters, without spaces, marks, numbering and brackets."""
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", header)).lower()
    text = re.sub(r"^\s*(?:[①-⑳]|\d{1,2}\s*[.)]\s)", "", text)
    return re.sub(r"[^0-9a-z가-힣%#]+", "", text)


@cache
def kind_of_sheet(name: str) -> str:
    """The kind of table that the name of a sheet says, in either language; empty for any other name."""
    folded = fold_header(name)
    return next((kind for kind, names in TITLES.items() if folded in map(fold_header, names.split("|"))), "")


@cache
def headers_of(kind: str) -> dict[str, str]:
    """Folded header -> field, of one kind of table; the first field that claims a header has it."""
    found: dict[str, str] = {}
    for field in FIELDS[kind]:
        for header in field.headers:
            found.setdefault(fold_header(header), field.name)
    return found


@cache
def choices_of(kind: str) -> tuple[FieldName, ...]:
    """What the user may choose a column of a kind to mean, leaving it out first."""
    keeps = (_KEEP,) if kind in (DELIVERIES, PROGRAMMES, VENUES) else ()
    return (_LEAVE_OUT, *FIELDS.get(kind, ()), *keeps)


@cache
def label_of(kind: str, field: str) -> str:
    """What a field is called on the screen (a message)."""
    return next((one.label for one in choices_of(kind) if one.name == field), field)
