"""Korean names in Latin letters, after the Revised Romanization (Ministry of Culture and Tourism, notice 2000-8).

For readers who cannot read Hangul, beside the Korean. Sounds at the joint of two syllables are written as the rules
ask for most words; exceptions of pronunciation that only a dictionary knows are not.
"""

from __future__ import annotations

import re
from typing import Final

_FIRST: Final = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS: Final = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
)  # fmt: skip
#: Sound at the end, and what comes before a vowel, for the 28 finals in the order of Unicode.
_LAST: Final = (
    ("", ""), ("k", "g"), ("k", "kk"), ("k", "ks"), ("n", "n"), ("n", "nj"), ("n", "n"), ("t", "d"), ("l", "r"),
    ("k", "lg"), ("m", "lm"), ("l", "lb"), ("l", "ls"), ("l", "lt"), ("p", "lp"), ("l", "r"), ("m", "m"), ("p", "b"),
    ("p", "ps"), ("t", "s"), ("t", "ss"), ("ng", "ng"), ("t", "j"), ("t", "ch"), ("k", "k"), ("t", "t"), ("p", "p"),
    ("t", ""),
)  # fmt: skip
#: What two sounds become where syllables meet.
_MEETING: Final = {
    ("k", "n"): "ngn", ("k", "m"): "ngm", ("k", "r"): "ngn", ("t", "n"): "nn", ("t", "m"): "nm", ("t", "r"): "nn",
    ("p", "n"): "mn", ("p", "m"): "mm", ("p", "r"): "mn", ("l", "n"): "ll", ("l", "r"): "ll", ("n", "r"): "ll",
    ("m", "r"): "mn", ("ng", "r"): "ngn",
}  # fmt: skip
_HANGUL: Final = re.compile("[가-힣]+")


def romanised(text: str) -> str:
    """The text with its Hangul in Latin letters, each word beginning with a capital; all else as it is."""
    return _HANGUL.sub(lambda found: _word(found.group()).capitalize(), text)


def _word(word: str) -> str:
    said = ""
    before = 0
    for index, char in enumerate(word):
        first, rest = divmod(ord(char) - ord("가"), 588)
        vowel, last = divmod(rest, 28)
        said += _joint(before, first, is_first=index == 0) + _VOWELS[vowel]
        before = last
    return said + _LAST[before][0]


def _joint(last: int, first: int, *, is_first: bool) -> str:
    """How the end of one syllable and the beginning of the next are written."""
    sound = _FIRST[first]
    if is_first:
        return sound
    closed, open_ = _LAST[last]
    if not sound:
        return open_
    return _MEETING.get((closed, sound), closed + sound)
