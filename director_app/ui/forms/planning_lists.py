"""What the planner counts with, typed a line each: things and how many, and when local governments want a filing."""

from __future__ import annotations

import re
from typing import Any, Final

from director_app.domain.facts import Equipment
from director_app.domain.refusals import RefusedInput
from director_app.domain.season import FilingRule
from director_app.ui.forms.field_forms import FieldForm, Reading
from director_app.wording import Wording, message

NOT_EQUIPMENT: Final = message("“{text}” is not understood. Write a thing and how many: “Microphone 4”.")
NOT_A_FILING: Final = message(
    "“{text}” is not understood. Write it like “Gumi: 500 people, 21 days, changes 7 (ordinance)”."
)
_PIECES: Final = re.compile(
    r"^(?P<name>.*?\S)(?:\s+|\s*[×:：]\s*)(?P<pieces>\d{1,5})\s*(?:개|대|조|벌|장|점|세트|pcs?|ea)?$"
)
_PIECES_FIRST: Final = re.compile(r"^(?P<pieces>\d{1,5})\s*(?:×\s*|x\s+|\s)(?P<name>\S.*)$")
_NUMBERS: Final = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_FILING: Final = re.compile(r"^(?:(?P<government>[^:：(]*)[:：])?(?P<numbers>[^(]*)(?:\((?P<source>.*)\))?$")


def _write_equipment(value: Any, _wording: Wording) -> str:
    return "\n".join(f"{one.name} {one.pieces}" for one in value or ())


def _read_equipment(text: str, _reading: Reading) -> tuple[Equipment, ...]:
    lines = (line.strip() for line in re.split(r"[\n,;]", text))
    return tuple(_equipment(line) for line in lines if line)


def _equipment(line: str) -> Equipment:
    found = _PIECES.match(line) or _PIECES_FIRST.match(line)
    if found is not None:
        return Equipment(found["name"].strip(), int(found["pieces"]))
    if line.isdigit():
        raise RefusedInput(NOT_EQUIPMENT, text=line)
    return Equipment(line)


def _write_filings(value: Any, wording: Wording) -> str:
    return "\n".join(_filing_line(rule, wording) for rule in value or ())


def _filing_line(rule: FilingRule, wording: Wording) -> str:
    text = wording.text(
        "{heads} people, {days} days, changes {changes}",
        heads=wording.number(rule.from_heads),
        days=rule.days_before,
        changes=rule.changes_before,
    )
    government = f"{rule.government}: " if rule.government else ""
    return f"{government}{text}" + (f" ({rule.source})" if rule.source else "")


def _read_filings(text: str, _reading: Reading) -> tuple[FilingRule, ...]:
    return tuple(_filing(line.strip()) for line in text.splitlines() if line.strip())


def _filing(line: str) -> FilingRule:
    found = _FILING.match(line)
    numbers = [int(number.replace(",", "")) for number in _NUMBERS.findall(found["numbers"])] if found else []
    if found is None or not 1 <= len(numbers) <= 3:
        raise RefusedInput(NOT_A_FILING, text=line)
    law = FilingRule()
    heads, days, changes = (*numbers, *(law.from_heads, law.days_before, law.changes_before)[len(numbers) :])
    return FilingRule((found["government"] or "").strip(), heads, days, changes, (found["source"] or "").strip())


EQUIPMENT: Final = FieldForm(_write_equipment, _read_equipment)
FILINGS: Final = FieldForm(_write_filings, _read_filings)
