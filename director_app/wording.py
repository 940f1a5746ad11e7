"""Texts in the reader's language, as an explicit object: `Wording("ko").text("{n} venues", n=3)`.

A text is known by its English form with named placeholders. The Korean form comes from the gettext catalogues in
`resources/locale/ko/LC_MESSAGES/`, one per part of the program. Korean texts may let a particle follow the last sound
of what is filled in: `{artist:이/가}`. Which particle that is, is decided in `particles`.

Nothing here knows Qt: a programme may be Korean while the window is English, and the command line has no window.
"""

import datetime
import gettext
import string
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

from director_app import paths
from director_app.particles import is_particle, with_particle

LANGUAGES: Final = ("ko", "en")
DAY_MINUTES: Final = 24 * 60

_WEEKDAYS: Final = {
    "ko": ("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"),
    "en": (
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ),
}
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def message(msgid: str, /) -> str:
    """Mark a text in a table for translation; it is translated later with `Wording.text`."""
    return msgid


class _KoreanFormatter(string.Formatter):
    """Fills placeholders, `{name:은/는}` included."""

    def format_field(self, value: object, format_spec: str) -> str:
        if is_particle(format_spec):
            return with_particle(str(value), format_spec)
        return str(super().format_field(value, format_spec))


class Wording:
    """Everything that is said to a reader of one language; immutable once made."""

    __slots__ = ("_formatter", "_texts", "language")

    def __init__(self, language: str) -> None:
        """Read the catalogues of `language`, "ko" or "en"; ValueError for any other."""
        if language not in LANGUAGES:
            raise ValueError(f"no texts in the language {language!r}")
        self.language: Final = language
        self._texts: Final = _catalogues(language)
        self._formatter: Final = _KoreanFormatter() if language == "ko" else string.Formatter()

    def __repr__(self) -> str:
        return f"Wording({self.language!r})"

    # -- sentences ------------------------------------------------------------------------------------------

    def text(self, msg: str, /, **values: object) -> str:
        """The text `msg` in this language, with its named placeholders filled."""
        return self._filled(self._texts.gettext(msg), values)

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form of a text that fits the count `n`; `{n}` is filled with it."""
        return self._filled(self._texts.ngettext(one, many, n), {"n": n, **values})

    def context(self, ctx: str, msg: str, /, **values: object) -> str:
        """The text `msg` as it is said in the situation `ctx`, where one English word has two Korean ones."""
        return self._filled(self._texts.pgettext(ctx, msg), values)

    def _filled(self, text: str, values: Mapping[str, object]) -> str:
        return self._formatter.vformat(text, (), values) if "{" in text else text

    def listing(self, items: Sequence[str]) -> str:
        """Several names in one sentence: "가, 나, 다" / "A, B and C"."""
        if self.language == "ko" or len(items) < 2:
            return ", ".join(items)
        return f"{', '.join(items[:-1])} and {items[-1]}"

    def undecided(self, *, paper: bool = False) -> str:
        """What stands where a fact is not known yet: on the screen, or on paper for the public."""
        if self.language == "ko":
            return "추후 안내" if paper else "미정"
        return "to be announced" if paper else "undecided"

    # -- dates and times ------------------------------------------------------------------------------------

    def weekday(self, index: int, *, short: bool = True) -> str:
        """The name of a weekday, 0 = Monday: "화" / "Tue", or in full."""
        name = _WEEKDAYS[self.language][index]
        if not short:
            return name
        return name[:1] if self.language == "ko" else name[:3]

    def date(self, day: datetime.date) -> str:
        """A day with its year: "2025. 10. 14.(화)" / "Tue 14 Oct 2025"."""
        if self.language == "ko":
            return f"{day.year}. {self.date_short(day)}"
        return f"{self.date_short(day)} {day.year}"

    def date_short(self, day: datetime.date) -> str:
        """A day without its year: "10. 14.(화)" / "Tue 14 Oct"."""
        weekday = self.weekday(day.weekday())
        if self.language == "ko":
            return f"{day.month}. {day.day}.({weekday})"
        return f"{weekday} {day.day} {_MONTHS[day.month - 1][:3]}"

    def date_span(self, first: datetime.date, last: datetime.date) -> str:
        """Days from `first` to `last`, both included; what they share is said once."""
        if first == last:
            return self.date(first)
        if first.year != last.year:
            return f"{self.date(first)} ~ {self.date(last)}"
        if self.language == "ko":
            return f"{self.date(first)} ~ {self.date_short(last)}"
        return f"{self.date_short(first)} ~ {self.date(last)}"

    def month(self, year: int, month: int) -> str:
        """A month: "2025년 10월" / "October 2025"."""
        if self.language == "ko":
            return f"{year}년 {month}월"
        return f"{_MONTHS[month - 1]} {year}"

    def clock(self, minute: int) -> str:
        """A time of day from minutes since midnight; past midnight it starts again: 1530 is "01:30"."""
        hours, minutes = divmod(minute % DAY_MINUTES, 60)
        return f"{hours:02d}:{minutes:02d}"

    def clock_long(self, minute: int) -> str:
        """A time of day that says when it belongs to the next day: "다음날 01:30" / "01:30 next day"."""
        if minute < DAY_MINUTES:
            return self.clock(minute)
        return f"다음날 {self.clock(minute)}" if self.language == "ko" else f"{self.clock(minute)} next day"

    def clock_span(self, start: int, end: int) -> str:
        """From one time of day to another: "12:10~12:50"."""
        return f"{self.clock(start)}~{self.clock(end)}"

    def number(self, value: int) -> str:
        """A count with its thousands set apart: "1,304"."""
        return f"{value:,}"


class _Unread(gettext.NullTranslations):
    """Parts of which nobody has asked a text yet: read at the first one that is not in those before them."""

    def __init__(self, parts: Sequence[Path]) -> None:
        super().__init__()
        self._parts = parts

    @cached_property
    def _read(self) -> gettext.NullTranslations:
        return _chained(self._parts, gettext.NullTranslations())

    def gettext(self, message: str) -> str:
        return self._read.gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._read.ngettext(msgid1, msgid2, n)

    def pgettext(self, context: str, message: str) -> str:
        return self._read.pgettext(context, message)


def _catalogues(language: str) -> gettext.NullTranslations:
    """All parts of one language, chained; without any, texts are said as they stand.

    The window's first picture has all its words from the window's own part: the others are read after it.
    """
    parts = sorted(paths.locale_folder(language).glob("*.mo"), reverse=True)
    first = [part for part in parts if part.stem == "ui"]
    return _chained(first, _Unread([part for part in parts if part not in first]))


def _chained(parts: Sequence[Path], chain: gettext.NullTranslations) -> gettext.NullTranslations:
    for part in parts:
        with part.open("rb") as file:
            catalogue = gettext.GNUTranslations(file)
        catalogue.add_fallback(chain)
        chain = catalogue
    return chain
