"""Public holidays of the years around a plan, looked up beside the window because the library is heavy."""

from __future__ import annotations

import datetime
import threading
from typing import Final

_AROUND: Final = {"ko": (" 전날", " 다음날"), "en": ("The day preceding ", "The second day of ")}


def public_days(years: tuple[int, ...], language: str, stop: threading.Event) -> dict[datetime.date, str]:
    """Names of the public holidays of the Republic of Korea in these years, as short as a calendar writes them."""
    import holidays

    found: dict[datetime.date, str] = {}
    if not stop.is_set():
        named = holidays.country_holidays("KR", years=years, language="ko" if language == "ko" else "en_US")
        found.update((day, short_name(name.split(";")[0], language)) for day, name in named.items())
    return found


def short_name(name: str, language: str) -> str:
    """Short: "추석 전날" is written "추석 연휴"; a substitute holiday need not say for what."""
    if language == "ko":
        for ending in _AROUND["ko"]:
            if name.endswith(ending):
                return f"{name.removesuffix(ending)} 연휴"
        return "대체공휴일" if name.endswith("대체 휴일") else name
    for beginning in _AROUND["en"]:
        name = name.removeprefix(beginning)
    return "Substitute holiday" if name.startswith("Alternative holiday") else name
