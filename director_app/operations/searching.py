"""Search over everything, as Korean is typed: one syllable, initial consonants, spaces ignored, NFD equal to NFC."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from director_app.domain.facts import Subject
from director_app.domain.fields import Shape, fields_of
from director_app.domain.kinds import KINDS, AnyRecord
from director_app.domain.plan import Plan, RecordChange

INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FIRST_SYLLABLE: Final = 0xAC00
_LAST_SYLLABLE: Final = 0xD7A3
_SYLLABLES_PER_INITIAL: Final = 588
_INITIAL_OF: Final = {
    code: INITIALS[(code - _FIRST_SYLLABLE) // _SYLLABLES_PER_INITIAL]
    for code in range(_FIRST_SYLLABLE, _LAST_SYLLABLE + 1)
}
_SPACES: Final = {ord(space): None for space in " \t\n\r\u00a0\u3000\u200b"}
#: Between two texts in the haystack; never typed.
_BOUNDARY: Final = "\x00"


def normalised(text: str) -> str:
    """The text as it is searched: NFC, case folded, without spaces."""
    if text.isascii():
        return text.casefold().translate(_SPACES)
    return unicodedata.normalize("NFC", text).casefold().translate(_SPACES)


def initials(normal: str) -> str:
    """The initial consonants of a normalised text: 다온밴드 becomes ㄷㅇㅂㄷ; other letters stay."""
    return normal.translate(_INITIAL_OF)


def is_initials(query: str) -> bool:
    """Whether a query is typed as initial consonants only."""
    return bool(query) and all(letter in INITIALS for letter in query)


class Match(NamedTuple):
    """A record that was found, and the text it was found by."""

    subject: Subject
    text: str


class Search:
    """All texts of one plan, ready to be searched; belongs to one thread and follows one plan.

    Distinct texts are joined into one string, so that a keystroke costs one `str.find` over it.
    """

    def __init__(self, plan: Plan) -> None:
        self._users: dict[str, dict[Subject, None]] = {}
        for kind in KINDS:
            for record in plan.table(kind.name).values():
                self._enter(kind.name, record)
        self._texts: list[str] | None = None
        self._normal = self._initials = ""
        self._normal_starts: list[int] = []
        self._initials_starts: list[int] = []

    def after(self, changes: Iterable[RecordChange]) -> None:
        """Follow the plan through changes."""
        for change in changes:
            subject = Subject(change.kind, change.id)
            if change.before is not None:
                for text in texts_of(change.before):
                    self._users.get(text, {}).pop(subject, None)
            if change.after is not None:
                self._enter(change.kind, change.after)
        self._texts = None

    def find(self, query: str, limit: int = 50) -> list[Match]:
        """The records whose texts contain the query, whole-text and word-start matches first."""
        wanted = normalised(query)
        if not wanted:
            return []
        texts = self._prepared()
        by_initials = is_initials(wanted)
        haystack = self._initials if by_initials else self._normal
        starts = self._initials_starts if by_initials else self._normal_starts
        hits = _hits(haystack, starts, wanted, limit * 20)
        ranked = sorted((self._rank(texts[position], wanted, by_initials=by_initials), position) for position in hits)
        found: dict[Subject, Match] = {}
        for _rank, position in ranked:
            for subject in self._users[texts[position]]:
                found.setdefault(subject, Match(subject, texts[position]))
                if len(found) >= limit:
                    return list(found.values())
        return list(found.values())

    @staticmethod
    def _rank(text: str, wanted: str, *, by_initials: bool) -> tuple[int, int, str]:
        normal = initials(normalised(text)) if by_initials else normalised(text)
        return (0 if normal == wanted else 1 if normal.startswith(wanted) else 2, len(normal), text)

    def _enter(self, kind: str, record: AnyRecord) -> None:
        subject = Subject(kind, record.id)
        for text in texts_of(record):
            self._users.setdefault(text, {})[subject] = None

    def _prepared(self) -> list[str]:
        if self._texts is None:
            self._texts = [text for text, users in self._users.items() if users]
            normals = [normalised(text) for text in self._texts]
            self._normal, self._normal_starts = _joined(normals)
            self._initials, self._initials_starts = _joined([initials(normal) for normal in normals])
        return self._texts


def _joined(texts: list[str]) -> tuple[str, list[int]]:
    starts, position = [], 0
    for text in texts:
        starts.append(position)
        position += len(text) + 1
    return _BOUNDARY.join(texts), starts


def _hits(haystack: str, starts: list[int], wanted: str, limit: int) -> Iterator[int]:
    position, given = haystack.find(wanted), 0
    while position >= 0 and given < limit:
        number = bisect_right(starts, position) - 1
        yield number
        given += 1
        following = starts[number + 1] if number + 1 < len(starts) else len(haystack)
        position = haystack.find(wanted, following)


def texts_of(record: AnyRecord) -> set[str]:
    """Every text of a record, those of nested values included."""
    found: set[str] = set()
    for field, value in zip(fields_of(type(record)), record, strict=True):
        if field.name not in ("digest", "content", "fingerprint"):
            _collect(field.shape, value, found)
    return found


def _collect(shape: Shape, value: Any, found: set[str]) -> None:
    if not value:
        return
    if shape.kind == "text":
        found.add(value)
    elif shape.item is not None:
        for entry in value:
            _collect(shape.item, entry, found)
    elif shape.value_type is not None:
        for inner, entry in zip(fields_of(shape.value_type), value, strict=True):
            _collect(inner.shape, entry, found)
