"""Search over everything, as Korean is typed: one syllable, initial consonants, spaces ignored, NFD equal to NFC."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import Final, NamedTuple

from director_app.domain.collecting import without_collecting
from director_app.domain.facts import Subject
from director_app.domain.fields import Shape, fields_of
from director_app.domain.kinds import KINDS, TYPE_OF, AnyRecord, Collect, kind_of, of_each, of_fields
from director_app.domain.plan import Plan, RecordChange

INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FIRST_SYLLABLE: Final = 0xAC00
_LAST_SYLLABLE: Final = 0xD7A3
_SYLLABLES_PER_INITIAL: Final = 588
#: What is written between words, now so and now otherwise: "산단-빔", "산단·빔" and "산단 빔" are one name.
_BETWEEN: Final = " -·\t\n\r\u00a0\u2009\u2013\u3000\u200b\u30fb"
#: Around every text in a haystack; never typed, never in a cleaned text.
_BOUNDARY: Final = "\x00"
#: What a record is called: found before what else is said in it.
_NAMES: Final = frozenset(
    {
        "number", "name", "name_en", "title", "title_en", "short_title", "title_suffix", "romanised", "sort_name",
        "code", "applicant",
    }
)  # fmt: skip
#: Fields that hold no words of anybody.
_NO_WORDS: Final = frozenset({"digest", "content", "fingerprint"})
#: So many new texts are kept beside the large haystack before it is made anew.
_MOST_BESIDE: Final = 2000
#: Texts normalised in one pass; nobody else could run while a longer one lasts.
_AT_ONCE: Final = 4000
#: Hits looked at for each one that is wanted, to put the shortest first.
_HITS_PER_MATCH: Final = 10


def normalised(text: str) -> str:
    """The text as it is searched: NFC, case folded, without spaces, hyphens and middle dots."""
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    text = text.casefold()
    for between in _BETWEEN:
        text = text.replace(between, "")
    return text


def initials(normal: str) -> str:
    """The initial consonants of a normalised text: 다온밴드 becomes ㄷㅇㅂㄷ; other letters stay."""
    import numpy as np  # millions of letters in one go

    codes = np.frombuffer(normal.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).copy()
    syllables = (codes >= _FIRST_SYLLABLE) & (codes <= _LAST_SYLLABLE)
    table = np.array([ord(letter) for letter in INITIALS], dtype=np.uint32)
    codes[syllables] = table[(codes[syllables] - _FIRST_SYLLABLE) // _SYLLABLES_PER_INITIAL]
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def is_initials(query: str) -> bool:
    """Whether a query is typed as initial consonants only."""
    return bool(query) and all(letter in INITIALS for letter in query)


class Match(NamedTuple):
    """A record that was found, and the text it was found by."""

    subject: Subject
    text: str


class Search:
    """All texts of one plan, ready to be searched; belongs to one thread and follows one plan.

    Distinct texts are joined into one string, so that a keystroke costs one `str.find` over it; an edit adds few
    beside it. The first search after the start joins them.
    """

    def __init__(self, plan: Plan) -> None:
        self._names = _Texts()
        self._others = _Texts()
        with without_collecting():
            for kind in KINDS:
                for record in plan.table(kind.name).values():
                    self._enter(record)

    def after(self, changes: Iterable[RecordChange]) -> None:
        """Follow the plan through changes."""
        for change in changes:
            if change.before is not None:
                for is_name, text in _texts_in(change.before):
                    (self._names if is_name else self._others).leave(Subject(change.kind, change.id), text)
            if change.after is not None:
                self._enter(change.after)

    def find(self, query: str, limit: int = 50) -> list[Match]:
        """The records whose texts contain the query: names before other texts, whole texts and beginnings first."""
        wanted = normalised(query)
        found: dict[Subject, Match] = {}
        for texts in (self._names, self._others) if wanted and _BOUNDARY not in wanted else ():
            for text in texts.holding(wanted, limit * _HITS_PER_MATCH):
                for subject in texts.users(text):
                    found.setdefault(subject, Match(subject, text))
                    if len(found) >= limit:
                        return list(found.values())
        return list(found.values())

    def _enter(self, record: AnyRecord) -> None:
        subject = Subject(kind_of(record), record.id)
        for is_name, text in _texts_in(record):
            (self._names if is_name else self._others).enter(subject, text)


class _Hit(NamedTuple):
    """A text that holds what is wanted; the better one is the lesser."""

    #: 0 equal, 1 beginning with it, 2 holding it.
    rank: int
    length: int
    text: str


class _Texts:
    """Distinct texts and the records each stands in."""

    def __init__(self) -> None:
        self._users: dict[str, dict[Subject, None]] = {}
        self._base: _Haystack | None = None
        self._beside: _Haystack | None = None
        self._new: list[str] = []

    def enter(self, subject: Subject, text: str) -> None:
        users = self._users.get(text)
        if users is None:
            self._users[text] = {subject: None}
            self._new.append(text)
            self._beside = None
        else:
            users[subject] = None

    def leave(self, subject: Subject, text: str) -> None:
        self._users.get(text, {}).pop(subject, None)

    def users(self, text: str) -> list[Subject]:
        return list(self._users[text])

    def holding(self, wanted: str, most: int) -> list[str]:
        """The texts that hold what is wanted, best first: equal, beginning with it, holding it; the shortest first."""
        haystacks, by_initials = self._haystacks(), is_initials(wanted)
        hits = [hit for haystack in haystacks for hit in haystack.hits(wanted, most, by_initials=by_initials)]
        if len(hits) >= most:  # the best may be among those that were not looked at
            for needle in (f"{_BOUNDARY}{wanted}{_BOUNDARY}", f"{_BOUNDARY}{wanted}"):
                for haystack in haystacks:
                    hits.extend(haystack.hits(needle, most, by_initials=by_initials))
        hits.sort()
        return list(dict.fromkeys(hit.text for hit in hits))

    def _haystacks(self) -> tuple[_Haystack, ...]:
        if self._base is None or len(self._new) > _MOST_BESIDE:
            self._users = {text: users for text, users in self._users.items() if users}
            self._base, self._new, self._beside = _Haystack(list(self._users)), [], None
        if not self._new:
            return (self._base,)
        if self._beside is None:
            self._beside = _Haystack(list(self._new))
        return (self._base, self._beside)


class _Haystack:
    """Texts joined into one, normalised and, once somebody types them, as initial consonants."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        normals: list[str] = []
        for first in range(0, len(texts), _AT_ONCE):
            normals += _all_normalised(texts[first : first + _AT_ONCE])
        self._normal = _BOUNDARY + _BOUNDARY.join(normals) + _BOUNDARY
        #: Where each text's boundary is.
        self._starts = list(accumulate((len(normal) + 1 for normal in normals), initial=0))
        self._initials: str | None = None

    def hits(self, needle: str, most: int, *, by_initials: bool) -> Iterator[_Hit]:
        """What holds the needle (whose boundaries do not count), each text once."""
        if by_initials and self._initials is None:
            self._initials = initials(self._normal)
        haystack = self._initials if by_initials and self._initials is not None else self._normal
        wanted = needle.strip(_BOUNDARY)
        position = haystack.find(needle) if self._texts else -1
        while position >= 0 and most > 0:
            number = bisect_right(self._starts, position) - 1
            start, following = self._starts[number], self._starts[number + 1]
            length = following - start - 1
            begins = haystack.startswith(wanted, start + 1)
            yield _Hit(0 if begins and length == len(wanted) else 1 if begins else 2, length, self._texts[number])
            position = haystack.find(needle, following)
            most -= 1


def _all_normalised(texts: list[str]) -> list[str]:
    """Many texts in one pass."""
    joined = _BOUNDARY.join(texts)
    if joined.count(_BOUNDARY) != max(0, len(texts) - 1):  # a text that never was cleaned
        joined = _BOUNDARY.join(text.replace(_BOUNDARY, "") for text in texts)
    return normalised(joined).split(_BOUNDARY)


def texts_of(record: AnyRecord) -> set[str]:
    """Every text of a record, those of nested values included."""
    return {text for _is_name, text in _texts_in(record)}


def _texts_in(record: AnyRecord) -> list[tuple[bool, str]]:
    """Every text of a record, and whether the record is called so."""
    found: list[tuple[bool, str]] = []
    for position, is_name, collect in _collectors(kind_of(record)):
        if value := record[position]:
            if collect is None:
                found.append((is_name, value))
            else:
                collect(value, found)
    return found


@cache
def _collectors(kind: str) -> tuple[tuple[int, bool, Collect | None], ...]:
    """Position of every field of a kind that holds words, whether they name it, and what collects nested ones."""
    return tuple(
        (position, field.name in _NAMES, None if field.shape.kind == "text" else _collector(field.shape))
        for position, field in enumerate(fields_of(TYPE_OF[kind]))
        if field.name not in _NO_WORDS and _has_text(field.shape)
    )


def _has_text(shape: Shape) -> bool:
    if shape.item is not None:
        return _has_text(shape.item)
    if shape.value_type is not None:
        return any(_has_text(inner.shape) for inner in fields_of(shape.value_type))
    return shape.kind == "text"


def _collector(shape: Shape) -> Collect:
    if shape.item is not None:
        return of_each(_collector(shape.item))
    if shape.value_type is None:
        return _of_text
    fields = enumerate(fields_of(shape.value_type))
    return of_fields([(position, _collector(field.shape)) for position, field in fields if _has_text(field.shape)])


def _of_text(text: str, found: list[tuple[bool, str]]) -> None:
    if text:
        found.append((False, text))
