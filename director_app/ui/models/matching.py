"""Finding names while typing: spaces, case and Unicode forms do not matter, initial consonants (ㄷㅇㅂㄷ) find."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FIRST_SYLLABLE: Final = 0xAC00
_LAST_SYLLABLE: Final = 0xD7A3
_PER_INITIAL: Final = 588
_PER_VOWEL: Final = 28
_SKIPPED: Final = {ord(sign): None for sign in " \t\n·.,-_'\"“”‘’()[]〈〉「」『』"}
CodeRange = tuple[int, int]
"""Signs from one code to another, both included."""
_BETWEEN: Final = "\x1f"
"""Stands between two texts of one record, so that nothing is found across them."""


def normalised(text: str) -> str:
    """The text as it is compared: composed, without case, spaces and punctuation."""
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    return plain.casefold().translate(_SKIPPED)


def matches(query: str, *texts: str) -> bool:
    """Whether every word of the query is found in one of the texts."""
    return found_in(query, searchable(texts))


def searchable(texts: Iterable[str]) -> str:
    """The texts of one record in the form `found_in` looks through; worth keeping."""
    return normalised(_BETWEEN.join(texts))


def found_in(query: str, searched: str) -> bool:
    """Whether every word of the query is found in what `searchable` made."""
    return all(pattern.search(searched) for pattern in _patterns(query))


def words_in(query: str) -> list[str]:
    """The words of a query as they are compared; each must be found."""
    return [word for word in (normalised(part) for part in query.split()) if word]


def signs_of(word: str) -> list[tuple[CodeRange, ...]]:
    """What may stand for each sign of a word: initials stand for any syllable that begins so.

    The last syllable may be unfinished: "다오" finds 다온, because a Korean input method composes the last syllable
    until the next key is pressed.
    """
    signs = [_syllables_from(sign) if sign in _INITIALS else ((ord(sign), ord(sign)),) for sign in word]
    code = ord(word[-1])
    if _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE and (code - _FIRST_SYLLABLE) % _PER_VOWEL == 0:
        signs[-1] = ((code, code + _PER_VOWEL - 1),)
    return signs


@lru_cache(maxsize=64)
def _patterns(query: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile("".join(map(_class_of, signs_of(word)))) for word in words_in(query))


def _class_of(sign: tuple[CodeRange, ...]) -> str:
    return "[" + "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in sign) + "]"


def _syllables_from(initial: str) -> tuple[CodeRange, ...]:
    first = _FIRST_SYLLABLE + _INITIALS.index(initial) * _PER_INITIAL
    return ((ord(initial), ord(initial)), (first, first + _PER_INITIAL - 1))
