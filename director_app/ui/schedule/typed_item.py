"""What a person types into a day: "12:10 50분 다온밴드 2공장 식당" becomes time, programme, artist and place.

Times are read first, then known names, the longest first; what is left over is the title of the new item. Nothing is
asked: what was understood is shown while she types.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from director_app.domain.ids import ArtistId, OrganisationId, ProgrammeId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.ui.schedule.filtering import folded
from director_app.ui.spoken_days import spoken_day_and_rest
from director_app.ui.typed_times import NOT_A_TIME, TypedPeriod, read_date, read_period, read_span

_CLOCK: Final = r"(?:오전|오후|am|pm)?\s*\d{1,2}\s*(?::\s*\d{2}|시(?:\s*(?:\d{1,2}\s*분|반))?)(?:\s*(?:am|pm))?"
_SPAN: Final = re.compile(
    rf"(?<!\S)(?P<start>{_CLOCK})(?:\s*[~～–—-]\s*(?P<end>{_CLOCK}))?(?:\s+(?P<minutes>\d{{1,3}})\s*(?:분|min|m)(?!\S))?",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"^\s*(?P<date>(?:\d{4}\s*[-./년]\s*)?\d{1,2}\s*[-./월]\s*\d{1,2}\s*[일.]?\s*(?:[(（]?[월화수목금토일](?:요일)?[)）]?)?)(?=\s|$)"
)
_ONE_DAY: Final = (
    r"(?:\d{4}\s*[-./년]\s*)?\d{1,2}\s*[-./월]\s*\d{1,2}\s*[일.]?\s*(?:[(（]?[월화수목금토일](?:요일)?[)）]?)?"
)
_DAYS: Final = re.compile(
    rf"^\s*(?P<days>{_ONE_DAY}(?:\s*[~～–—]\s*(?:{_ONE_DAY}|\d{{1,2}}(?:일|\.)?(?![\d:시])))?)(?=\s|$)"
)
_UNDECIDED: Final = re.compile(r"(?<!\S)(?:미정|tba|tbd|undecided)(?!\S)", re.IGNORECASE)
_NO_DATE: Final = re.compile(r"^\s*(?:날짜\s*미정|no date)\s*$", re.IGNORECASE)
_SHORTEST_PREFIX: Final = 2
_SHORT_WEEKDAY: Final = 3
_ORDER: Final = {"programmes": 0, "artists": 1, "venues": 2, "organisations": 3}

Word = tuple[int, str]
"""A word and its place in the line; artists keep the order in which they were typed."""
Found = dict[str, list[tuple[int, str]]]


class TypedItem(NamedTuple):
    """What was understood of a typed line. ``rest`` is what no record is called."""

    day: datetime.date | None = None
    start: int | None = None
    end: int | None = None
    programme: ProgrammeId | None = None
    artists: tuple[ArtistId, ...] = ()
    venue: VenueId | None = None
    organisation: OrganisationId | None = None
    rest: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was understood or typed."""
        return self == TypedItem()


class When(NamedTuple):
    """A typed date and time. What was not typed stays as it is."""

    has_date: bool = False
    day: datetime.date | None = None
    has_time: bool = False
    start: int | None = None
    end: int | None = None
    #: The last day, when two were typed.
    until: datetime.date | None = None

    @property
    def period(self) -> TypedPeriod:
        """The days that were typed."""
        return TypedPeriod(self.day, self.until)


class Names:
    """The names of a plan, ready to be recognised."""

    def __init__(self, plan: Plan) -> None:
        self._exact: dict[str, list[tuple[str, str]]] = {}
        for kind, identity, name in _named(plan):
            key = folded(name)
            if key:
                known = self._exact.setdefault(key, [])
                if (kind, identity) not in known:
                    known.append((kind, identity))
        self._sorted = sorted(self._exact)

    def called(self, text: str) -> list[tuple[str, str]]:
        """Kind and id of every record of this name."""
        return self._exact.get(folded(text), [])

    def beginning(self, text: str) -> list[tuple[str, str]]:
        """The record whose name begins like this, when there is only one such name."""
        from bisect import bisect_left

        key = folded(text)
        if len(key) < _SHORTEST_PREFIX:
            return []
        first = bisect_left(self._sorted, key)
        found = self._sorted[first : first + 2]
        matching = [name for name in found if name.startswith(key)]
        return self._exact[matching[0]] if len(matching) == 1 else []


def _named(plan: Plan) -> Iterator[tuple[str, str, str]]:
    for programme in plan.programmes.values():
        for title in (programme.title, programme.short_title, programme.title_en):
            yield "programmes", programme.id, title
    for artist in plan.artists.values():
        yield "artists", artist.id, artist.name
        yield "artists", artist.id, artist.romanised
    for venue in plan.venues.values():
        yield "venues", venue.id, venue.name
        yield "venues", venue.id, venue.name_en
    for organisation in plan.organisations.values():
        yield "organisations", organisation.id, organisation.name


def read_item(names: Names, text: str, near: datetime.date, today: datetime.date | None = None) -> TypedItem:
    """Understand a typed line; dates without a year lie near ``near``, "내일" and "next friday" follow ``today``.

    Raises:
        RefusedInput: when a time or date in it cannot be.
    """
    day, text = _take_date(text, near)
    if day is None and today is not None and not _is_short_english(text):
        day, text = spoken_day_and_rest(text, today)
    start, end, text = _take_span(text)
    found: Found = {kind: [] for kind in _ORDER}
    left = _take_names(names, list(enumerate(text.split())), found)
    first = {kind: matches[0][1] for kind, matches in found.items() if matches}
    return TypedItem(
        day,
        start,
        end,
        ProgrammeId(first["programmes"]) if "programmes" in first else None,
        tuple(ArtistId(one) for _position, one in sorted(found["artists"])),
        VenueId(first["venues"]) if "venues" in first else None,
        OrganisationId(first["organisations"]) if "organisations" in first else None,
        " ".join(word for _position, word in left),
    )


def _take_date(text: str, near: datetime.date) -> tuple[datetime.date | None, str]:
    found = _DATE.match(text)
    if not found:
        return None, text
    return read_date(found["date"], near), text[found.end() :]


def _is_short_english(text: str) -> bool:
    """Whether a line begins with few Latin letters: "Sun" and "Sat" rather begin a title than name a day."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return first.isascii() and first.isalpha() and len(first) <= _SHORT_WEEKDAY


def _take_span(text: str) -> tuple[int | None, int | None, str]:
    found = _SPAN.search(text)
    if not found:
        bare = re.match(r"^\s*(\d{3,4}|\d{1,2})(?=\s|$)", text)
        if bare:
            span = read_span(bare[1])
            return span.start, span.end, text[bare.end() :]
        return None, None, _UNDECIDED.sub("", text, count=1)
    start, end = read_span(f"{found['start']}~{found['end']}" if found["end"] else found["start"])
    if found["minutes"] and start is not None and end is None:
        return start, start + int(found["minutes"]), f"{text[: found.start()]} {text[found.end() :]}"
    return start, end, f"{text[: found.start()]} {text[found.end() :]}"


def _take_names(names: Names, words: list[Word], found: Found) -> list[Word]:
    """Take known names out of the words, the longest first, then single words that begin one name only."""
    for length in range(len(words), 0, -1):
        position = 0
        while position + length <= len(words):
            together = words[position : position + length]
            if _note(names.called(" ".join(word for _at, word in together)), together[0][0], found):
                del words[position : position + length]
            else:
                position += 1
    return [(at, word) for at, word in words if not _note(names.beginning(word), at, found)]


def _note(matches: Iterable[tuple[str, str]], at: int, found: Found) -> bool:
    """Write a match down where there is still room for its kind; programmes before artists, places, companies."""
    for kind, identity in sorted(matches, key=_kind_order):
        if kind == "artists" or not found[kind]:
            found[kind].append((at, identity))
            return True
    return False


def _kind_order(match: tuple[str, str]) -> int:
    return _ORDER[match[0]]


def read_when(text: str, near: datetime.date, today: datetime.date | None = None) -> When:
    """Understand "10. 16. 12:10", "12:10~12:50", "10.16", "10/24~10/26 10:00~17:00", "미정" (the time), "날짜 미정".

    With ``today`` a day may be said too: "내일 14:00", "다음 주 수", "next friday 2 pm".

    Raises:
        RefusedInput: when it is neither.
    """
    if _NO_DATE.match(text):
        return When(has_date=True)
    found = _DAYS.match(text)
    days = read_period(found["days"], near) if found else TypedPeriod()
    rest = (text[found.end() :] if found else text).strip()
    if not found and today is not None:
        said, rest = spoken_day_and_rest(rest, today)
        days = TypedPeriod(said)
    has_date = found is not None or days.first is not None
    if not rest:
        if not has_date:
            raise RefusedInput(NOT_A_TIME, text=text)
        return When(True, days.first, until=days.last)
    span = read_span(rest)
    return When(has_date, days.first, True, span.start, span.end, days.last)
