"""A whole flyer or notice in a worker's language: labels, dates, terms and the programme's own words in it.

The words of labels lie in `resources/flyer_words.csv`, those of dates in `phrases.csv`; no native reader has read them
yet, and every print says so. What neither has words for stands in English. Names of people and places stand in their
Latin letters, a title nobody translated in Korean with its romanisation; what was typed in Korean stays, and is told.
"""

from __future__ import annotations

import csv
import datetime
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from director_app.documents.catalogue import WORKERS_LANGUAGES
from director_app.documents.facts import Facts
from director_app.documents.options import Remark
from director_app.documents.phrases import NEEDS_READER, NO_TITLE, Phrases, all_phrases, phrases_of
from director_app.documents.romanising import romanised
from director_app.documents.typography import one_line
from director_app.domain.local_texts import text_in
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Programme
from director_app.domain.refusals import RefusedInput
from director_app.paths import resources_folder
from director_app.wording import Wording, message

NO_WORDS: Final = message("There are no words in the language {language}. Choose one of: {languages}.")
NOT_IN_LANGUAGES: Final = message("{document} is not made in further languages; only flyers and notices are.")
#: What stands on paper while a fact is not known, however it is said in English.
_LATER: Final = (
    "Date to be announced", "Place to be announced", "Programme to be announced", "to be announced for all dates",
)  # fmt: skip
_WITH_LATER: Final = MappingProxyType(
    {
        "Time {undecided}": "{time}: {later}",
        "{month}, date to be announced": "{month}, {later}",
        "※ {trigger}: to be announced": "※ {trigger}: {later}",
        "※ {trigger}: place to be announced": "※ {trigger}: {later}",
        "Enquiries: {name}": "{enquiries}: {name}",
        "To everybody at {company}": "{company}",
        "→ new date to be announced": "→ {later}",
    }
)
_DAY_MINUTES: Final = 24 * 60


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    """Words of labels by language and English message."""
    with (resources_folder() / "flyer_words.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    tags = [tag for tag in rows[0] if tag != "words"]
    return MappingProxyType({tag: MappingProxyType({row["words"]: row[tag] for row in rows}) for tag in tags})


class WorkersWording(Wording):
    """What print says, in a worker's language; English where that has no words."""

    __slots__ = ("_own", "_phrases", "tag")

    def __init__(self, tag: str) -> None:
        """Words of a language of `WORKERS_LANGUAGES`.

        Raises:
            RefusedInput: for any other.
        """
        super().__init__("en")
        phrases = phrases_of(tag)
        if phrases is None or tag not in _words():
            known = ", ".join(one for one, _name in WORKERS_LANGUAGES)
            raise RefusedInput(NO_WORDS, language=tag, languages=known)
        self.tag: Final = tag
        self._phrases: Final[Phrases] = phrases
        self._own: Final = _words()[tag]

    @property
    def name(self) -> str:
        """The language's name in itself."""
        return self._phrases.name

    @property
    def needs_reader(self) -> bool:
        """Whether nobody who speaks it has read its words yet."""
        return not self._phrases.is_checked

    def text(self, msg: str, /, **values: object) -> str:
        """The text in this language, else in English."""
        if msg in _LATER:
            return self.undecided(paper=True)
        known = self._own.get(msg) or _WITH_LATER.get(msg)
        if known is None:
            return super().text(msg, **values)
        fixed = {"later": self.undecided(paper=True), "time": self._own["Time"], "enquiries": self._own["Enquiries"]}
        return known.format(**{**fixed, **values})

    def context(self, ctx: str, msg: str, /, **values: object) -> str:
        """The same: these words are said in print only."""
        if msg == "Free":
            return self._phrases.free
        known = self._own.get(msg)
        return known.format(**values) if known is not None else super().context(ctx, msg, **values)

    def plural(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Languages that count without plurals, or say the noun before the figure."""
        known = self._own.get(many)
        return known.format(n=n, **values) if known is not None else super().plural(one, many, n, **values)

    def undecided(self, *, paper: bool = False) -> str:
        """What stands where a fact is not known yet."""
        return self._own["to be announced"] if paper else super().undecided()

    def weekday(self, index: int, *, short: bool = True) -> str:
        """The weekday in full: its short forms are not known in every language."""
        return self._phrases.weekdays[index]

    def date_short(self, day: datetime.date) -> str:
        """A day as the language writes it."""
        weekday = self._phrases.weekdays[day.weekday()]
        return self._phrases.date.format(weekday=weekday, day=day.day, month=day.month)

    def figures(self, day: datetime.date) -> str:
        """The date without its weekday."""
        return self._phrases.date.format(weekday="", day=day.day, month=day.month).strip(" ,（）")

    def month(self, year: int, month: int) -> str:
        """A month in figures."""
        return f"{month}/{year}"

    def clock_long(self, minute: int) -> str:
        """A time of day that says when it belongs to the next day."""
        said = self.clock(minute)
        return said if minute < _DAY_MINUTES else f"{said} ({self._own['next day']})"


class WorkersFacts(Facts):
    """Facts in a worker's language."""

    def __init__(self, plan: Plan, wording: WorkersWording) -> None:
        super().__init__(plan, wording)
        self._words = wording
        self._untitled: dict[str, str] = {}
        self._register = all_phrases()[wording.tag].register

    def said(self, record: Any, field: str) -> str:
        """The programme's words in the language; else English; a title else in Korean and Latin letters."""
        if isinstance(record, Programme):
            own = text_in(record, field, self._words.tag)
            if own:
                return own
            if field == "title":
                return self._romanised(record)
        said = super().said(record, field)
        return romanised(said) if field in ("name", "title_suffix") else said

    def _romanised(self, programme: Programme) -> str:
        title = one_line(programme.title)
        self._untitled[programme.id] = title
        latin = romanised(title)
        return title if latin == title else f"{title}\n({latin})"

    def booking(self, delivery: Delivery | None, programme: Programme | None) -> str:
        """That one has to register, where the plan says how; how it goes was typed in Korean."""
        return self._register if super().booking(delivery, programme) else ""

    def split_day(self, day: datetime.date) -> tuple[str, str]:
        """A date as figures and weekday."""
        return self._words.figures(day), f"({self._words.weekday(day.weekday())})"

    def untranslated(self) -> tuple[Remark, ...]:
        """What stands there in Korean or English, and that a native reader has to read the rest."""
        name = self._words.name
        read = (Remark(NEEDS_READER, {"language": name}),) if self._words.needs_reader else ()
        untitled = tuple(Remark(NO_TITLE, {"language": name}, title) for title in self._untitled.values())
        return (*read, *untitled, *super().untranslated())
