"""The columns of the list: their keys in reading order, what they are called, how wide they are, which are shown."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from director_app.wording import Wording

KEYS: Final = (
    "number", "date", "time", "title", "initiative", "event", "place", "organisation", "area", "lineup",
    "responsible", "expected_heads", "counted_heads", "fallback", "languages", "public_note", "note",
    "confirmed", "status", "problems",
)  # fmt: skip
EXTRA: Final = frozenset(
    {
        "initiative", "event", "organisation", "area", "expected_heads", "counted_heads", "fallback", "languages",
        "public_note", "note",
    }
)  # fmt: skip
"""Columns that are hidden until she asks for them."""
DERIVED: Final = frozenset({"number", "languages", "problems"})
"""Columns that say what follows from other facts; they cannot be typed into."""
ALWAYS: Final = frozenset({"number", "title"})
"""Columns that cannot be hidden: without them a row has no name."""

WIDTHS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "number": 92, "date": 100, "time": 104, "responsible": 76, "confirmed": 66, "status": 86, "initiative": 110,
        "event": 130, "organisation": 130, "area": 110, "expected_heads": 72, "counted_heads": 72, "fallback": 120,
        "languages": 110, "public_note": 160, "note": 160,
    }
)  # fmt: skip
SHARES: Final[Mapping[str, int]] = MappingProxyType({"title": 30, "place": 26, "lineup": 24, "problems": 30})
"""Columns that share the room left over, and in which proportion."""
LEAST_SHARED: Final = 96
EXPORTED: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "number": ("Reference number",), "date": ("Date", "Last day"), "title": ("Programme title", "Part"),
        "time": ("Start time", "End time", "Viewing hours"), "initiative": ("Initiative",), "place": ("Venue",),
        "organisation": ("Company name",), "area": ("Area",), "lineup": ("Artists",), "responsible": ("Responsible",),
        "expected_heads": ("Expected heads",), "fallback": ("Rain plan",), "note": ("Remarks",), "status": ("Status",),
    }
)  # fmt: skip
"""The columns of a written table (their English headers) that say what a column of the list says; those that follow
from other facts are not written, since nothing typed there could be taken in again."""
TITLE, STATUS, CONFIRMED, PROBLEMS = (KEYS.index(key) for key in ("title", "status", "confirmed", "problems"))


def column_titles(wording: Wording) -> tuple[str, ...]:
    """What the columns are called."""
    return _titles(wording.language)


@cache
def _titles(language: str) -> tuple[str, ...]:
    wording = Wording("en" if language == "en" else "ko")
    return (
        wording.context("column", "No."),
        wording.context("column", "Date"),
        wording.context("column", "Time"),
        wording.context("column", "Title"),
        wording.context("column", "Initiative"),
        wording.context("column", "Event"),
        wording.context("column", "Place"),
        wording.context("column", "Company"),
        wording.context("column", "Area"),
        wording.context("column", "Line-up"),
        wording.context("column", "In charge"),
        wording.context("column", "Expected heads"),
        wording.context("column", "Counted heads"),
        wording.context("column", "Plan B"),
        wording.context("column", "Languages"),
        wording.context("column", "Public note"),
        wording.context("column", "Internal note"),
        wording.context("column", "Agreed"),
        wording.context("column", "Status"),
        wording.context("column", "Problems"),
    )
