"""What a document says, before anybody knows where on a page it stands: frozen values without measures."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import Enum, auto
from typing import Any, NamedTuple


class Mood(Enum):
    """What has become of a delivery, as far as print shows it."""

    STANDS = auto()
    PENCILLED = auto()
    POSTPONED = auto()
    CANCELLED = auto()


class Photo(NamedTuple):
    """A kept photo: its digest, the point that stays in view (shares from the upper left), and who made it."""

    digest: str
    focus: tuple[float, float] = (0.5, 0.5)
    credit: str = ""


class CreditGroup(NamedTuple):
    """One credit line: the role and its bodies, in the funders' order."""

    role: str
    names: tuple[str, ...]
    #: Digests of the bodies' logos, "" where there is none; as many as names, or none at all.
    logos: tuple[str, ...] = ()


class Foot(NamedTuple):
    """What stands at the foot of every page."""

    series: str
    edition: str
    notice: str


class When(NamedTuple):
    """The time of an entry: clock time over its end, or what is said when it is not known."""

    start: str
    end: str
    unknown: tuple[str, ...] = ()


class Entry(NamedTuple):
    """One delivery as the booklet tells it."""

    key: str
    number: str
    mood: Mood
    mark: str
    when: When
    title: str
    subtitle: str
    moved: str
    place: str
    artists: tuple[str, ...]
    meta: str
    fallback: str
    note: str
    #: Keys for contents and indexes.
    chapter: tuple[str, str]
    event: str
    venue: str
    area: str
    photo: Photo | None = None
    #: Over the title, as wide as the content, instead of small beside it.
    is_photo_large: bool = False


class Day(NamedTuple):
    """A date (or "date to be announced") with its entries."""

    date: datetime.date | None
    title: str
    weekday: str
    mark: str
    is_holiday: bool
    entries: tuple[Entry, ...]


class Exhibition(NamedTuple):
    """One line of a month's box of exhibitions."""

    key: str
    title: str
    dates: str
    detail: str
    chapter: tuple[str, str]
    artists: tuple[str, ...]
    venue: str
    area: str


class Month(NamedTuple):
    """One month of the booklet; `year` 0 stands for what has no month yet."""

    year: int
    month: int
    figure: str
    unit: str
    running_head: str
    counts: str
    total: str
    exhibitions: tuple[Exhibition, ...]
    days: tuple[Day, ...]


class Cover(NamedTuple):
    """The front of the booklet."""

    figures: tuple[str, ...]
    unit: str
    year: str
    title: str
    subtitle: str


class Paragraph(NamedTuple):
    """A labelled paragraph of the guide."""

    label: str
    lines: tuple[str, ...]


class Booklet(NamedTuple):
    """Everything a season booklet says."""

    seed: str
    colour: str
    cover: Cover
    credits: tuple[CreditGroup, ...]
    more_credits: tuple[tuple[str, tuple[CreditGroup, ...]], ...]
    guide_title: str
    guide: tuple[Paragraph, ...]
    contents_title: str
    period: str
    months: tuple[Month, ...]
    words: BookletWords
    enquiries: tuple[str, ...]
    address: str
    foot: Foot
    #: Name and logo of the complex.
    complex_name: str = ""
    complex_logo: str = ""
    #: Photo and licence lines, known when it is known which photos are printed.
    small_print: tuple[str, ...] = ()
    #: How many deliveries a quick look left out.
    left_out: int = 0


class BookletWords(NamedTuple):
    """Fixed words of the layout in the language of the edition."""

    artists: str
    venues: str
    areas: str
    find_artists: str
    find_venues: str
    find_areas: str
    credits: str
    exhibitions: str
    memo: str
    continued: str
    qr: str
    latin: str


class DatePart(NamedTuple):
    """A piece of a large date: figures at full size, weekdays and words smaller."""

    text: str
    is_figure: bool
    #: Room before it, in shares of the date's size.
    gap: float


class Round(NamedTuple):
    """One round of a programme on its flyer."""

    key: str
    number: str
    date: str
    weekday: str
    time: str
    place: str
    lines: tuple[str, ...]
    mood: Mood
    mark: str


class Fact(NamedTuple):
    """A labelled fact of a flyer."""

    label: str
    text: str
    #: Names joined with middle dots that are kept whole; empty when `text` says it.
    names: tuple[str, ...] = ()
    is_chinese: bool = False


class LanguageLine(NamedTuple):
    """One line in another language."""

    language: str
    text: str
    #: Whether our phrases stand in it, which nobody who speaks the language has read yet.
    needs_reader: bool = False
    #: Chinese has characters of its own shapes.
    is_chinese: bool = False
    #: Whether the programme has no title in it, so that the Korean one stands there, romanised.
    lacks_title: bool = False


class Flyer(NamedTuple):
    """Everything a flyer says."""

    key: str
    colour: str
    has_pattern: bool
    series: str
    context: str
    title: str
    subtitle: str
    intro: Fact
    free: str
    mark: str
    date: tuple[DatePart, ...]
    rounds: tuple[Round, ...]
    rounds_on_back: str
    more_on_back: str
    #: Where dates are told that had no room even there.
    more_rounds: str
    place_label: str
    place: str
    address: str
    fallback: str
    facts: tuple[Fact, ...]
    qr: str
    qr_label: str
    qr_address: str
    languages: tuple[LanguageLine, ...]
    caution: str
    has_enquiries: bool
    credits: tuple[CreditGroup, ...]
    foot: Foot
    photo: Photo | None = None
    #: Languages without a line: their names, and the message that says why.
    languages_lacking: tuple[LanguageLine, ...] = ()


def texts(content: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a content value with the place it stands in: the number and title of the nearest entry."""
    if isinstance(content, str):
        yield place, content
    elif isinstance(content, tuple):
        if isinstance(content, Entry | Exhibition | Round | Flyer):
            own = (getattr(content, "number", ""), getattr(content, "title", "") or getattr(content, "place", ""))
            place = " ".join(part for part in own if part)
        for part in content:
            yield from texts(part, place)
