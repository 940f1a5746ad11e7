"""Amounts of won as Korean papers write them: in figures, and in words that nobody can change."""

from __future__ import annotations

from typing import Final

_DIGITS: Final = ("영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구")
_PLACES: Final = ("", "십", "백", "천")
_MYRIADS: Final = ("", "만", "억", "조", "경")
_MYRIAD: Final = 10_000


def in_korean(amount: int) -> str:
    """A whole number in Korean words, every digit spoken: 113560 is 일십일만삼천오백육십.

    Raises:
        ValueError: for a number below zero or of more than twenty digits.
    """
    if not 0 <= amount < _MYRIAD ** len(_MYRIADS):
        raise ValueError(amount)
    if amount == 0:
        return _DIGITS[0]
    said, rest = "", amount
    for myriad in _MYRIADS:
        rest, part = divmod(rest, _MYRIAD)
        if part:
            said = _below_myriad(part) + myriad + said
    return said


def won_in_full(amount: int) -> str:
    """Figures and words as on official papers: 금113,560원(금일십일만삼천오백육십원) (행정업무규정 시행규칙 art. 2)."""
    return f"금{amount:,}원(금{in_korean(amount)}원)"


def _below_myriad(part: int) -> str:
    said = ""
    for place in _PLACES:
        part, digit = divmod(part, 10)
        if digit:
            said = _DIGITS[digit] + place + said
    return said
