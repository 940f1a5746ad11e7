"""Lists in one field: weekdays, dates, duties with their day, criteria with their points; a line or a comma each."""

from __future__ import annotations

import datetime
import re
from typing import Any, Final

from director_app.domain.duties import Duty
from director_app.domain.refusals import RefusedInput
from director_app.domain.spaces import Criterion
from director_app.ui.forms.field_forms import DATE, DECIMAL, FieldForm, Reading
from director_app.ui.money.typed_rules import weekday_named
from director_app.ui.typed_times import date_and_rest
from director_app.wording import Wording, message

NOT_WEEKDAYS: Final = message("“{text}” is no day of the week. Write them like “Sat Sun”.")
NOT_A_DAY: Final = message("“{text}” is no date. Write dates with commas between them.")
NOT_POINTS: Final = message("“{text}” is not understood. Write a criterion like “Design 45/60”.")
_DONE: Final = "✓"
_TICKED: Final = re.compile(r"^\s*[✓✔vV]\s+")
_POINTS: Final = re.compile(r"^(?P<name>.*?)[\s:：]*(?P<points>\d+(?:\.\d+)?|-)?\s*/\s*(?P<most>\d+(?:\.\d+)?)$")


def _write_weekdays(value: Any, wording: Wording) -> str:
    return " ".join(wording.weekday(day) for day in value or ())


def _read_weekdays(text: str, _reading: Reading) -> tuple[int, ...]:
    words = re.split(r"[\s,·]+", text.strip().lower())
    try:
        return tuple(sorted({weekday_named(word) for word in words if word}))
    except ValueError:
        raise RefusedInput(NOT_WEEKDAYS, text=text.strip()) from None


def _write_days(value: Any, wording: Wording) -> str:
    return ", ".join(DATE.write(day, wording) for day in value or ())


def _read_days(text: str, reading: Reading) -> tuple[datetime.date, ...]:
    return tuple(sorted({_day(part, reading) for part in re.split(r"[,;\n]", text) if part.strip()}))


def _day(text: str, reading: Reading) -> datetime.date:
    day: datetime.date | None = DATE.read(text.strip(), reading)
    if day is None:
        raise RefusedInput(NOT_A_DAY, text=text.strip())
    return day


def _write_duties(value: Any, wording: Wording) -> str:
    return "\n".join(_duty_line(duty, wording) for duty in value or ())


def _duty_line(duty: Duty, wording: Wording) -> str:
    day = duty.due.isoformat() if duty.due is not None else ""
    return " ".join(part for part in (_DONE if duty.is_done else "", day, duty.text) if part)


def _read_duties(text: str, reading: Reading) -> tuple[Duty, ...]:
    return tuple(_duty(line, reading) for line in text.splitlines() if line.strip())


def _duty(line: str, reading: Reading) -> Duty:
    is_done = _TICKED.match(line) is not None
    day, rest = date_and_rest(_TICKED.sub("", line).strip(), reading.near)
    return Duty(rest, day, is_done)


def _write_criteria(value: Any, wording: Wording) -> str:
    return "\n".join(
        f"{one.name} {DECIMAL.write(one.points, wording) or '-'}/{DECIMAL.write(one.most, wording)}"
        for one in value or ()
    )


def _read_criteria(text: str, _reading: Reading) -> tuple[Criterion, ...]:
    return tuple(_criterion(line.strip()) for line in text.splitlines() if line.strip())


def _criterion(line: str) -> Criterion:
    if "/" not in line:
        return Criterion(line)
    found = _POINTS.match(line)
    if found is None or not found["name"]:
        raise RefusedInput(NOT_POINTS, text=line)
    points, most = found["points"], float(found["most"])
    given = None if points in (None, "-") else float(points)
    if most <= 0 or (given is not None and given > most):
        raise RefusedInput(NOT_POINTS, text=line)
    return Criterion(found["name"].strip(), most, given)


WEEKDAYS: Final = FieldForm(_write_weekdays, _read_weekdays)
DAYS: Final = FieldForm(_write_days, _read_days, tabular=True)
DUTIES: Final = FieldForm(_write_duties, _read_duties)
CRITERIA: Final = FieldForm(_write_criteria, _read_criteria)
