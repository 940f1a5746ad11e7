"""Words of the workers' languages for lines on flyers and notices: weekdays, dates, free or not, registration.

The words lie in `resources/phrases.csv`, a row for each language, with whether a native reader has looked at them and
whether our fonts draw its script wholly. Every line made of words that nobody has read is reported, and every title
that is missing; a language that our fonts do not draw gets no line, and that is reported too. Where a language writes
no spaces, zero-width ones say where a line may end. Weekday names after the Unicode CLDR (version 45).
"""

from __future__ import annotations

import csv
import dataclasses
import datetime
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from director_app.documents.content import Fact, Flyer, LanguageLine
from director_app.documents.fonts import chinese
from director_app.documents.options import Remark
from director_app.documents.typography import Style
from director_app.domain.facts import Subject
from director_app.paths import resources_folder
from director_app.wording import message

NEEDS_READER: Final = message("Let somebody who speaks {language} read its line before it is posted; nobody has yet.")
NOT_DRAWN: Final = message("None of our fonts draws {language}, so its line is not printed.")
NO_ROOM: Final = message("There is no room for a line in {language}; it is not printed.")
NO_TITLE: Final = message("There is no title in {language}; the Korean one is printed, romanised.")
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SAME: Final = {"tl": "fil", "in": "id"}


class Phrases(NamedTuple):
    """Words of one language."""

    #: The language's name in itself.
    name: str
    #: Monday first.
    weekdays: tuple[str, ...]
    #: With {weekday}, {day} and {month}.
    date: str
    free: str
    register: str
    #: Whether somebody who speaks it has read these words.
    is_checked: bool
    #: Whether the bundled fonts draw every letter of it.
    is_drawn: bool


@cache
def all_phrases() -> Mapping[str, Phrases]:
    """The words of every language, by its tag."""
    with (resources_folder() / "phrases.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {
        row["language"]: Phrases(
            row["name"], tuple(row[day] for day in _WEEKDAYS), row["date"], row["free"], row["register"],
            row["checked by native reader"] == "yes", row["drawn by our fonts"] == "yes",
        )
        for row in rows
    }  # fmt: skip
    return MappingProxyType(found)


def phrases_of(language: str) -> Phrases | None:
    """The words for a language tag ("vi", "uz-Latn", "tl"); None where there are none, or in another script."""
    tag, _, rest = language.partition("-")
    if tag == "uz" and rest.casefold().startswith("cyrl"):
        return None
    return all_phrases().get(_SAME.get(tag, tag))


def date_said(phrases: Phrases, day: datetime.date) -> str:
    """A date with its weekday."""
    return phrases.date.format(weekday=phrases.weekdays[day.weekday()], day=day.day, month=day.month)


def reader_remarks(flyer: Flyer, subject: Subject) -> list[Remark]:
    """What is to be told of lines in which our phrases stand, and of languages that have no line."""
    read = [(NEEDS_READER, line.language) for line in flyer.languages if line.needs_reader]
    untitled = [(NO_TITLE, line.language) for line in flyer.languages if line.lacks_title]
    lacking = [(line.text, line.language) for line in flyer.languages_lacking]
    told = (*read, *untitled, *lacking)
    return [Remark(said, {"language": name}, flyer.title, 1, subject) for said, name in told]


def styled(line: LanguageLine | Fact, style: Style) -> Style:
    """The style in which a line is set: Chinese has a font of its own."""
    return dataclasses.replace(style, weight=chinese(style.weight)) if line.is_chinese else style
