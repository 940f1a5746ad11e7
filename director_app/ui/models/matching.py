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


@lru_cache(maxsize=64)
def _patterns(query: str) -> tuple[re.Pattern[str], ...]:
    words = (normalised(word) for word in query.split())
    return tuple(re.compile(_pattern_of(word)) for word in words if word)


def _pattern_of(word: str) -> str:
    """A word as a pattern: initials stand for any syllable that begins so, and the last syllable may be unfinished.

    "다오" finds 다온 because a Korean input method composes the last syllable until the next key is pressed.
    """
    signs = [_syllables_from(sign) if sign in _INITIALS else re.escape(sign) for sign in word]
    code = ord(word[-1])
    if _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE and (code - _FIRST_SYLLABLE) % _PER_VOWEL == 0:
        signs[-1] = f"[{word[-1]}-{chr(code + _PER_VOWEL - 1)}]"
    return "".join(signs)


def _syllables_from(initial: str) -> str:
    first = _FIRST_SYLLABLE + _INITIALS.index(initial) * _PER_INITIAL
    return f"[{initial}{chr(first)}-{chr(first + _PER_INITIAL - 1)}]"
