"""Scripts beside Hangul, Latin and Cyrillic: which font draws a letter, which letters are joined, where words part.

Thai, Khmer, Burmese, Devanagari and Sinhala need shaping: letters change, swap and stack. Han needs a font of its own
for Chinese, but no shaping; every other script is set letter by letter. Ranges after the blocks of Unicode 15.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_SHAPED: Final = (
    (0x0900, 0x097F, "NotoSansDevanagari"),
    (0x0D80, 0x0DFF, "NotoSansSinhala"),
    (0x0E00, 0x0E7F, "NotoSansThai"),
    (0x1000, 0x109F, "NotoSansMyanmar"),
    (0x1780, 0x17FF, "NotoSansKhmer"),
    (0x19E0, 0x19FF, "NotoSansKhmer"),
    (0xA8E0, 0xA8FF, "NotoSansDevanagari"),
    (0xA9E0, 0xA9FF, "NotoSansMyanmar"),
    (0xAA60, 0xAA7F, "NotoSansMyanmar"),
)
_HAN: Final = ((0x3000, 0x303F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xFF01, 0xFF65))
_FIRST_SHAPED: Final = "\u0900"
#: Keep two letters apart or join them, within a word of a shaped script.
JOINERS: Final = frozenset("\u200c\u200d")
#: A zero-width space: where a line may end in scripts that write no spaces.
MAY_END: Final = "\u200b"
#: After these nothing is parted: signs that join consonants, and Thai vowels that are written before theirs.
_HOLDS_NEXT: Final = frozenset("\u094d\u0dca\u1039\u17d2\u200d\u0e40\u0e41\u0e42\u0e43\u0e44")
#: Thai vowels and signs that are no combining marks and yet stay with the letter before.
_STAYS: Final = frozenset("\u0e30\u0e32\u0e33\u0e45\u0e46\u0e2f")
_MARKS: Final = ("Mn", "Mc", "Me")


def shaped_stem(char: str) -> str:
    """The font family of a letter that needs shaping; empty for every other character."""
    if char < _FIRST_SHAPED:
        return ""
    code = ord(char)
    return next((stem for first, last, stem in _SHAPED if first <= code <= last), "")


def is_han(char: str) -> bool:
    """Whether it is a Han character, or a mark of Chinese writing."""
    code = ord(char)
    return any(first <= code <= last for first, last in _HAN)


def is_mark(char: str) -> bool:
    """Whether it combines with the letter before."""
    return unicodedata.category(char) in _MARKS


def may_part(text: str, index: int) -> bool:
    """Whether a word that is too long may be cut before this place without tearing what is written together."""
    before, after = text[index - 1], text[index]
    return not (is_mark(after) or after in _STAYS or after in JOINERS or before in _HOLDS_NEXT)
