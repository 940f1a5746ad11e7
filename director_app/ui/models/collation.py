"""The order of names in lists: Korean dictionary order, numbers by value, Latin after Hangul (before it in English)."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_NUMBER: Final = re.compile(r"\d+")
_IGNORED: Final = {ord(sign): None for sign in " \t·.,'\"“”‘’()[]〈〉《》「」『』-_~!?&@#*:/"}
_LATIN_LAST: Final = {**_IGNORED, **{ord("a") + offset: 0xE000 + offset for offset in range(26)}}
_DIGITS: Final = 10


def collation_key(text: str, language: str = "ko") -> str:
    """A text that sorts as a reader of `language` expects, "2공장" before "10공장"; empty texts come last."""
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    plain = plain.casefold().translate(_LATIN_LAST if language == "ko" else _IGNORED)
    if not plain:
        return "\U0010ffff"
    return _NUMBER.sub(_padded, plain)


def _padded(found: re.Match[str]) -> str:
    return found.group().zfill(_DIGITS)
