"""Words of the workers' languages for lines on flyers and notices: weekdays, dates, and that nothing is to be paid.

Only languages whose letters our fonts draw wholly. No native reader has looked at these words yet; every line made of
them is reported for that. Weekday names after the Unicode CLDR (version 45), "free" after the usual word on posters.
"""

from __future__ import annotations

import datetime
from typing import Final, NamedTuple

from director_app.documents.content import LanguageLine
from director_app.documents.options import Remark
from director_app.domain.facts import Subject
from director_app.wording import message

NEEDS_READER: Final = message("Let somebody who speaks {language} read its line before it is posted; nobody has yet.")


class Phrases(NamedTuple):
    """Words of one language."""

    #: The language's name in itself.
    name: str
    #: Monday first.
    weekdays: tuple[str, ...]
    #: With {weekday}, {day} and {month}.
    date: str
    free: str


PHRASES: Final[dict[str, Phrases]] = {
    "vi": Phrases(
        "Tiếng Việt", ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"),
        "{weekday} {day}/{month}", "miễn phí",
    ),
    "id": Phrases(
        "Bahasa Indonesia", ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
        "{weekday}, {day}/{month}", "gratis",
    ),
    "fil": Phrases(
        "Filipino", ("Lunes", "Martes", "Miyerkules", "Huwebes", "Biyernes", "Sabado", "Linggo"),
        "{weekday}, {month}/{day}", "libre",
    ),
    "uz": Phrases(
        "Oʻzbekcha", ("dushanba", "seshanba", "chorshanba", "payshanba", "juma", "shanba", "yakshanba"),
        "{day}.{month}, {weekday}", "bepul",
    ),
    "mn": Phrases(
        "Монгол", ("Даваа", "Мягмар", "Лхагва", "Пүрэв", "Баасан", "Бямба", "Ням"),
        "{month}-р сарын {day}, {weekday}", "үнэгүй",
    ),
    "ru": Phrases(
        "Русский",
        ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
        "{day}.{month:02d}, {weekday}", "бесплатно",
    ),
}  # fmt: skip


def phrases_of(language: str) -> Phrases | None:
    """The words for a language tag ("vi", "uz-Latn", "tl"); None where there are none, or in another script."""
    tag, _, rest = language.partition("-")
    if tag == "uz" and rest.casefold().startswith("cyrl"):
        return None
    return PHRASES.get({"tl": "fil", "in": "id"}.get(tag, tag))


def date_said(phrases: Phrases, day: datetime.date) -> str:
    """A date with its weekday."""
    return phrases.date.format(weekday=phrases.weekdays[day.weekday()], day=day.day, month=day.month)


def reader_remarks(lines: tuple[LanguageLine, ...], place: str, subject: Subject) -> list[Remark]:
    """What is to be told of lines in which our phrases stand."""
    return [Remark(NEEDS_READER, {"language": line.language}, place, 1, subject) for line in lines if line.needs_reader]
