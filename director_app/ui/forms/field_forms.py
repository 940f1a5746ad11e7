"""How a value of a record is written into a field and read back from what a person typed."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from director_app.domain.refusals import RefusedInput
from director_app.ui import typed_times
from director_app.wording import Wording, message

NOT_A_NUMBER: Final = message("“{text}” is not a number.")
NOT_WHOLE: Final = message("Only whole numbers fit here.")


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading may stand on: the language, and the day near which a date without a year lies."""

    wording: Wording
    near: datetime.date


@dataclass(frozen=True, slots=True)
class FieldForm:
    """Two ways between a value and its text; `read` raises RefusedInput for what it cannot understand."""

    write: Callable[[Any, Wording], str]
    read: Callable[[str, Reading], Any]
    tabular: bool = False


def _write_text(value: Any, _wording: Wording) -> str:
    return str(value or "")


def _read_text(text: str, _reading: Reading) -> str:
    return text.strip()


def _write_count(value: Any, wording: Wording) -> str:
    return "" if value is None else wording.number(value)


def _read_count(text: str, _reading: Reading) -> int | None:
    number = _number(text)
    if number is None:
        return None
    if number != int(number):
        raise RefusedInput(NOT_WHOLE)
    return int(number)


def _read_minutes(text: str, reading: Reading) -> int:
    return _read_count(text, reading) or 0


def _write_decimal(value: Any, _wording: Wording) -> str:
    return "" if value is None else f"{value:g}"


def _read_decimal(text: str, _reading: Reading) -> float | None:
    return _number(text)


def _number(text: str) -> float | None:
    clean = text.strip().replace(",", "").rstrip("분명원석일㎡kKWwhm² ")
    if not clean or text.strip().lower() in typed_times.UNDECIDED:
        return None
    try:
        number = float(clean)
    except ValueError:
        raise RefusedInput(NOT_A_NUMBER, text=text.strip()) from None
    if not abs(number) < 1e15:
        raise RefusedInput(NOT_A_NUMBER, text=text.strip())
    return number


def _write_date(value: Any, wording: Wording) -> str:
    return "" if value is None else wording.date(value)


def _read_date(text: str, reading: Reading) -> datetime.date | None:
    return typed_times.read_date(_without_english_weekday(text), reading.near)


def _without_english_weekday(text: str) -> str:
    """Our own English form "Tue 14 Oct 2025" read back; anything else is left as it is."""
    for pattern in ("%a %d %b %Y", "%d %b %Y"):
        try:
            return datetime.datetime.strptime(text.strip(), pattern).date().isoformat()  # noqa: DTZ007 - a date only
        except ValueError:
            continue
    return text


def _write_clock(value: Any, wording: Wording) -> str:
    return "" if value is None else wording.clock(value)


def _read_clock(text: str, _reading: Reading) -> int | None:
    return typed_times.read_time(text)


def _write_listed(value: Any, _wording: Wording) -> str:
    return ", ".join(value or ())


def _read_listed(text: str, _reading: Reading) -> tuple[str, ...]:
    return tuple(entry.strip() for entry in text.replace("\n", ",").split(",") if entry.strip())


def _write_lines(value: Any, _wording: Wording) -> str:
    return "\n".join(value or ())


def _read_lines(text: str, _reading: Reading) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


TEXT: Final = FieldForm(_write_text, _read_text)
COUNT: Final = FieldForm(_write_count, _read_count, tabular=True)
MINUTES: Final = FieldForm(_write_count, _read_minutes, tabular=True)
DECIMAL: Final = FieldForm(_write_decimal, _read_decimal, tabular=True)
DATE: Final = FieldForm(_write_date, _read_date, tabular=True)
CLOCK: Final = FieldForm(_write_clock, _read_clock, tabular=True)
LISTED: Final = FieldForm(_write_listed, _read_listed)
LINES: Final = FieldForm(_write_lines, _read_lines)
