"""Finding names while typing: spaces, case and Unicode forms do not matter, initial consonants (ㄷㅇㅂㄷ) find."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FIRST_SYLLABLE: Final = 0xAC00
_LAST_SYLLABLE: Final = 0xD7A3
_PER_INITIAL: Final = 588
_SKIPPED: Final = {ord(sign): None for sign in " \t\n·.,-_'\"“”‘’()[]〈〉「」『』"}


@lru_cache(maxsize=65536)
def normalised(text: str) -> str:
    """The text as it is compared: composed, without case, spaces and punctuation."""
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    return plain.casefold().translate(_SKIPPED)


@lru_cache(maxsize=65536)
def initials_of(plain: str) -> str:
    """Every Hangul syllable of a normalised text as its initial consonant, everything else as it is."""
    return "".join(_initial(sign) for sign in plain)


def matches(query: str, *texts: str) -> bool:
    """Whether every word of the query is found in one of the texts."""
    return all(_word_matches(normalised(word), texts) for word in query.split())


def _word_matches(word: str, texts: tuple[str, ...]) -> bool:
    if not word:
        return True
    if any(word in normalised(text) for text in texts):
        return True
    # The last syllable may still be in composition: "다오" on the way to "다온".
    if all(sign in _INITIALS for sign in word):
        return any(word in initials_of(normalised(text)) for text in texts)
    return any(_begins(word, normalised(text)) for text in texts)


def _begins(word: str, text: str) -> bool:
    """Whether the text holds the word with an unfinished last syllable."""
    head, last = word[:-1], word[-1]
    if last in _INITIALS:
        return any(
            text.startswith(head, at) and at + len(head) < len(text) and _initial(text[at + len(head)]) == last
            for at in range(len(text) - len(head))
        )
    if not _is_open(last):
        return False
    return any(
        text.startswith(head, at)
        and at + len(head) < len(text)
        and ord(last) <= ord(text[at + len(head)]) < ord(last) + 28
        for at in range(len(text) - len(head))
    )


def _is_open(sign: str) -> bool:
    code = ord(sign)
    return _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE and (code - _FIRST_SYLLABLE) % 28 == 0


def _initial(sign: str) -> str:
    code = ord(sign)
    if _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE:
        return _INITIALS[(code - _FIRST_SYLLABLE) // _PER_INITIAL]
    return sign
