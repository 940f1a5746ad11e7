"""Rules of light as one types them: "dusk +20, at latest 20:30, ~23:00, Fri Sat; sunset, ~22:00"."""

from __future__ import annotations

import datetime
import re
from typing import Any, Final

from director_app.domain.lights import LightFrom, LightRule
from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import WallMinute, clock_text, parse_clock
from director_app.ui.forms.field_forms import FieldForm, Reading
from director_app.wording import Wording, message

NOT_A_RULE: Final = message(
    "“{text}” is not a rule of light. Write it like “dusk +20, at latest 20:30, ~23:00, Fri Sat”."
)
_SUN: Final = {
    LightFrom.SUNSET: ("sunset", "일몰", "해넘이"),
    LightFrom.DUSK: ("dusk", "박명", "시민박명", "어스름"),
}
_LATEST: Final = ("at latest", "latest", "늦어도")
_DAYS: Final = ("월 mon", "화 tue", "수 wed", "목 thu", "금 fri", "토 sat", "일 sun")
_CLOCK: Final = re.compile(r"\d{1,2}:\d{2}")
_AFTER: Final = re.compile(r"([+\-−])\s*(\d{1,3})\s*(?:min|분)?")
_DATES: Final = re.compile(r"(\d{4}-\d{2}-\d{2})?\s*~\s*(\d{4}-\d{2}-\d{2})?")


def read_rules(text: str) -> tuple[LightRule, ...]:
    """The rules of a text, one between semicolons; none for an empty text.

    Raises:
        RefusedInput: for what is no rule.
    """
    return tuple(_read(part.strip()) for part in re.split(r"[;\n]", text) if part.strip())


def write_rules(rules: tuple[LightRule, ...], wording: Wording) -> str:
    """The text that `read_rules` reads back."""
    return "; ".join(_write(rule, wording) for rule in rules)


def _read(text: str) -> LightRule:
    rule = LightRule(LightFrom.CLOCK)
    for place, raw in enumerate(text.split(",")):
        part = raw.strip()
        try:
            rule = _first(rule, part) if place == 0 else _further(rule, part)
        except ValueError:
            raise RefusedInput(NOT_A_RULE, text=text) from None
    return rule


def _first(rule: LightRule, part: str) -> LightRule:
    low = part.lower()
    for begins, names in _SUN.items():
        for name in sorted(names, key=len, reverse=True):
            if low.startswith(name):
                return rule._replace(begins=begins, after_minutes=_minutes(low[len(name) :].strip()))
    return rule._replace(latest=parse_clock(part))


def _minutes(text: str) -> int:
    if not text:
        return 0
    found = _AFTER.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return int(found[2]) * (1 if found[1] == "+" else -1)


def _further(rule: LightRule, part: str) -> LightRule:
    low = part.lower()
    for word in _LATEST:
        if low.startswith(word):
            return rule._replace(latest=parse_clock(part[len(word) :].strip()))
    if part.startswith("~") and _CLOCK.fullmatch(part[1:].strip()):
        return rule._replace(until=parse_clock(part[1:].strip()))
    if (dates := _DATES.fullmatch(part)) and any(dates.groups()):
        first, last = (datetime.date.fromisoformat(day) if day else None for day in dates.groups())
        return rule._replace(valid_from=first, valid_until=last)
    return rule._replace(weekdays=tuple(sorted({weekday_named(word) for word in low.split()} or {weekday_named(low)})))


def weekday_named(word: str) -> int:
    """The number of a weekday, Monday is 0.

    Raises:
        ValueError: when a word is none.
    """
    for number, names in enumerate(_DAYS):
        korean, english = names.split()
        if word in (korean, f"{korean}요일") or (word.startswith(english) and word.isascii()):
            return number
    raise ValueError(word)


def _write(rule: LightRule, wording: Wording) -> str:
    parts = [_write_first(rule, wording)]
    if rule.begins is not LightFrom.CLOCK and rule.latest is not None:
        parts.append(wording.text("at latest {time}", time=clock_text(rule.latest)))
    if rule.until is not None:
        parts.append(f"~{clock_text(WallMinute(rule.until))}")
    if rule.valid_from is not None or rule.valid_until is not None:
        parts.append("~".join(day.isoformat() if day else "" for day in (rule.valid_from, rule.valid_until)))
    if rule.weekdays:
        parts.append(" ".join(wording.weekday(day) for day in rule.weekdays))
    return ", ".join(parts)


def _write_first(rule: LightRule, wording: Wording) -> str:
    if rule.begins is LightFrom.CLOCK:
        return clock_text(rule.latest) if rule.latest is not None else "0:00"
    name = wording.text("sunset") if rule.begins is LightFrom.SUNSET else wording.text("dusk")
    return f"{name} {rule.after_minutes:+d}" if rule.after_minutes else name


def _write_field(value: Any, wording: Wording) -> str:
    return write_rules(value or (), wording)


def _read_field(text: str, _reading: Reading) -> tuple[LightRule, ...]:
    return read_rules(text)


RULES: Final = FieldForm(_write_field, _read_field)
