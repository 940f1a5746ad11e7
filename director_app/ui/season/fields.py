"""The rows of the season's form: what each field holds, how it is written and read."""

from __future__ import annotations

import re
from typing import Any, Final

from director_app.domain.refusals import RefusedInput
from director_app.domain.rules import NOT_A_COLOUR, NOT_A_ZONE
from director_app.domain.timeline import known_zone
from director_app.ui.forms.bound_fields import FieldSpec
from director_app.ui.forms.field_forms import COUNT, DATE, FieldForm, Reading
from director_app.ui.forms.planning_lists import EQUIPMENT, FILINGS
from director_app.wording import Wording, message

UNTITLED: Final = message("Title undecided")

_PEOPLE: Final = re.compile(r"\s*(?:people|persons?)\s*$", re.IGNORECASE)
_COLOUR: Final = re.compile(r"#?([0-9a-fA-F]{6})")


def _write_text(value: Any, _wording: Wording) -> str:
    return str(value or "")


def _read_colour(text: str, _reading: Reading) -> str:
    found = _COLOUR.fullmatch(text.strip())
    if not text.strip():
        return ""
    if found is None:
        raise RefusedInput(NOT_A_COLOUR, text=text.strip())
    return f"#{found[1].upper()}"


def _read_zone(text: str, _reading: Reading) -> str:
    zone = text.strip()
    if known_zone(zone) is None:
        raise RefusedInput(NOT_A_ZONE, text=zone)
    return zone


def _write_heads(value: Any, wording: Wording) -> str:
    return "" if value is None else wording.text("{n} people", n=wording.number(value))


def _read_heads(text: str, reading: Reading) -> Any:
    """The figure back, with or without the word that was written behind it."""
    return COUNT.read(_PEOPLE.sub("", text), reading)


HEADS: Final = FieldForm(_write_heads, _read_heads, tabular=True)
COLOUR_FORM: Final = FieldForm(_write_text, _read_colour, tabular=True)
ZONE_FORM: Final = FieldForm(_write_text, _read_zone)

#: Said in an empty field for English words.
USES_KOREAN: Final = message("without it English pages use the Korean")

TITLE: Final = FieldSpec("title", message("Title"), size="title", hint=UNTITLED)
TITLE_EN: Final = FieldSpec("title_en", message("Title in English"), hint=message("Title in English"))
SEASON: Final = (
    FieldSpec("subtitle", message("Subtitle"), hint=message("one line under the title on the cover")),
    FieldSpec("subtitle_en", message("Subtitle in English"), hint=USES_KOREAN),
)
PERIOD: Final = (
    FieldSpec("first_day", message("Period"), DATE, unit="~", width=148),
    FieldSpec("last_day", message("Last day"), DATE, width=148),
)
SEASON_MORE: Final = (
    FieldSpec("reference_date", message("Reference date"), DATE, width=148, hint=message("follows the clock")),
    FieldSpec("number_prefix", message("Number prefix"), width=78),
    FieldSpec("zone", message("Time zone"), ZONE_FORM, width=148),
    FieldSpec("week_starts_on_sunday", message("Weeks"), hint=message("begin on Sunday"), ticks=True),
)
SAMPLE: Final = FieldSpec("is_sample", message("Sample"), hint=message("this season is an example"), ticks=True)

COMPLEX: Final = (
    FieldSpec("name", message("Name")),
    FieldSpec("name_en", message("English name"), hint=message("Name in English")),
    FieldSpec("address", message("Address")),
    FieldSpec("address_en", message("Address in English"), hint=USES_KOREAN),
    FieldSpec("colour", message("Own colour"), COLOUR_FORM, width=110, hint="#RRGGBB"),
)
COMPLEX_CONTACT: Final = (
    FieldSpec("contact.name", message("Contact"), hint=message("name")),
    FieldSpec("contact.role", message("Position"), hint=message("department, title")),
    FieldSpec("contact.phone", message("Phone")),
    FieldSpec("contact.email", message("E-mail")),
)

ENQUIRIES: Final = (
    FieldSpec("enquiries", message("Enquiries"), hint=message("the desk that prints name")),
    FieldSpec("enquiries_en", message("Desk in English"), hint=USES_KOREAN),
    FieldSpec("enquiries_phone", message("Phone")),
    FieldSpec("web_address", message("Web address")),
)
NOTES: Final = (
    FieldSpec("booking_note", message("Booking note"), lines=2, hint=message("how one books in general")),
    FieldSpec("booking_note_en", message("Booking in English"), lines=2, hint=USES_KOREAN),
    FieldSpec("rain_note", message("Rain note"), lines=2, hint=message("where changes for rain or heat are told")),
    FieldSpec("rain_note_en", message("Rain in English"), lines=2, hint=USES_KOREAN),
    FieldSpec("notice", message("Notice"), lines=2, hint=message("at the foot of every printed page")),
    FieldSpec("notice_en", message("Notice in English"), lines=2, hint=USES_KOREAN),
)

STOCK: Final = (
    FieldSpec(
        "equipment", message("Equipment"), EQUIPMENT, lines=3, hint=message("what is there, a line each: Microphone 4")
    ),
)
FILING: Final = (
    FieldSpec(
        "filings",
        message("Disaster plan"),
        FILINGS,
        lines=2,
        hint=message("from 1,000 people, 14 days, changes 7 (Performance Act); local: Gumi: 500 people, 21 days"),
    ),
)

AREA: Final = (
    FieldSpec("name", message("Name"), hint=message("Name")),
    FieldSpec("name_en", message("English name"), hint=message("English name")),
    FieldSpec("stated_heads", message("People"), HEADS, width=112),
)
INITIATIVE: Final = (
    FieldSpec("code", message("Code"), width=56, hint=message("Code")),
    FieldSpec("name", message("Name"), hint=message("Name")),
    FieldSpec("name_en", message("English name"), hint=message("English name")),
)
