"""What a record must be to make sense: texts cleaned, ranges checked, references alive."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, Final

from director_app.domain.fields import Field, Shape, fields_of
from director_app.domain.kinds import TYPE_OF, AnyRecord, kind_of, references
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedEdit, message
from director_app.domain.timeline import LATEST

ENDS_BEFORE_START: Final = message("“{name}” would end before it starts.")
NO_ANCHOR: Final = message("A delivery needs a company, an area, a programme, a venue or a date.")
UNKNOWN_REFERENCE: Final = message("“{name}” names something that is not in the plan ({kind}).")
OUT_OF_RANGE: Final = message("“{name}”: {value} is out of range for {field}.")
NUMBER_TAKEN: Final = message("The reference number {number} is already taken.")
MEMBER_OF_ITSELF: Final = message("“{name}” cannot be a member of itself.")
PART_OF_ITSELF: Final = message("“{name}” cannot be part of itself.")
RESIDENT_NUMBER: Final = message("A resident registration number must not be stored. It was left out of “{name}”.")

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\ud800-\udfff]")
_RESIDENT_NUMBER: Final = re.compile(r"(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s?-\s?[1-8]\d{6}(?!\d)")
_NON_NEGATIVE: Final = frozenset(
    {
        "running_minutes", "setup_minutes", "strike_minutes", "minutes", "expected_heads", "counted_heads", "heads",
        "seats", "standing", "walk_minutes", "van_minutes", "head_count", "pass_days",
        "fee", "stated_heads", "sittings",
    }
)  # fmt: skip


def holds_resident_number(text: str) -> bool:
    """Whether a text contains what looks like a resident registration number (PIPA article 24-2 forbids keeping it)."""
    return _RESIDENT_NUMBER.search(text) is not None


def clean_text(text: str) -> str:
    """The text in NFC, line ends as LF, without control characters and lone surrogates."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _CONTROL.sub("", text))


def name_of(record: AnyRecord) -> str:
    """What a record is called in messages: its name, title or number."""
    for attribute in ("name", "title", "number", "applicant", "text"):
        if value := getattr(record, attribute, ""):
            return str(value)
    return str(record.id)


def cleaned(record: AnyRecord) -> AnyRecord:
    """The record with every text cleaned.

    Raises:
        RefusedEdit: when a text holds a resident registration number.
    """
    changes = {}
    for field, value in zip(fields_of(type(record)), record, strict=True):
        clean = _clean(field.shape, value)
        if clean is not value and clean != value:
            changes[field.name] = clean
    result = record._replace(**changes) if changes else record
    if any(_holds_number(field.shape, value) for field, value in zip(fields_of(type(result)), result, strict=True)):
        raise RefusedEdit(RESIDENT_NUMBER, name=_RESIDENT_NUMBER.sub("", name_of(result)))
    return result


def _clean(shape: Shape, value: Any) -> Any:
    if value is None:
        return None
    if shape.kind == "text":
        return clean_text(value)
    if shape.item is not None and value:
        return tuple(_clean(shape.item, entry) for entry in value)
    if shape.value_type is not None:
        inner = fields_of(shape.value_type)
        return shape.value_type(*(_clean(field.shape, entry) for field, entry in zip(inner, value, strict=True)))
    return value


def _holds_number(shape: Shape, value: Any) -> bool:
    if not value:
        return False
    if shape.kind == "text":
        return "-" in value and holds_resident_number(value)
    if shape.item is not None:
        item = shape.item
        return any(_holds_number(item, entry) for entry in value)
    if shape.value_type is not None:
        inner = fields_of(shape.value_type)
        return any(_holds_number(field.shape, entry) for field, entry in zip(inner, value, strict=True))
    return False


def check_alone(record: AnyRecord) -> None:
    """Check what can be said of a record by itself.

    Raises:
        RefusedEdit: saying what makes no sense.
    """
    for field, value in zip(fields_of(type(record)), record, strict=True):
        if value is not None:
            _check_range(record, field, value)
    kind = kind_of(record)
    if kind in _CHECKS:
        _CHECKS[kind](record)


def _check_range(record: AnyRecord, field: Field, value: Any) -> None:
    too_late = field.shape.kind == "minute" and not 0 <= value <= LATEST
    negative = field.name in _NON_NEGATIVE and isinstance(value, int) and value < 0
    huge = field.shape.kind == "integer" and not -(2**53) < value < 2**53
    not_finite = field.shape.kind == "number" and not abs(value) < 1e15
    weekday = field.name == "weekday" and not 0 <= value <= 6
    if too_late or negative or huge or not_finite or weekday:
        raise RefusedEdit(OUT_OF_RANGE, name=name_of(record), value=value, field=field.name)


def _in_order(record: AnyRecord, first: Any, last: Any) -> None:
    if first is not None and last is not None and last < first:
        raise RefusedEdit(ENDS_BEFORE_START, name=name_of(record))


def _check_delivery(delivery: Any) -> None:
    anchors = (delivery.organisation, delivery.area, delivery.programme, delivery.venue, delivery.date, delivery.event)
    if not any(anchors) and not delivery.month:
        raise RefusedEdit(NO_ANCHOR)
    _in_order(delivery, delivery.date, delivery.until)
    _in_order(delivery, delivery.start, delivery.end)


_CHECKS: Final[Mapping[str, Callable[[Any], None]]] = {
    "deliveries": _check_delivery,
    "seasons": lambda season: _in_order(season, season.first_day, season.last_day),
    "events": lambda event: _in_order(event, event.first_day, event.last_day),
    "special_days": lambda special: _in_order(special, special.first, special.last),
    "availabilities": lambda stated: _in_order(stated, stated.starts, stated.ends),
}


def check_within(plan: Plan, record: AnyRecord, number_taken: Callable[[str, str], bool]) -> None:
    """Check a record against the plan it is (already) part of.

    Raises:
        RefusedEdit: for a reference to nothing, a number given twice, or a group or place that contains itself.
    """
    for reference in references(record):
        if reference.kind not in TYPE_OF or plan.find(reference.kind, reference.id) is None:
            raise RefusedEdit(UNKNOWN_REFERENCE, name=name_of(record), kind=reference.kind)
    kind = kind_of(record)
    if kind == "deliveries" and record.number and number_taken(record.number, record.id):
        raise RefusedEdit(NUMBER_TAKEN, number=record.number)
    if (
        kind == "artists"
        and record.members
        and _reaches(record.id, record.members, lambda one: plan.artists[one].members)
    ):
        raise RefusedEdit(MEMBER_OF_ITSELF, name=record.name)
    if kind == "venues" and record.part_of and _reaches(record.id, (record.part_of,), lambda one: _whole(plan, one)):
        raise RefusedEdit(PART_OF_ITSELF, name=record.name)


def _whole(plan: Plan, venue: Any) -> tuple[Any, ...]:
    whole = plan.venues[venue].part_of
    return (whole,) if whole else ()


def _reaches(target: str, first: tuple[Any, ...], following: Callable[[Any], tuple[Any, ...]]) -> bool:
    seen: set[Any] = set()
    waiting = list(first)
    while waiting:
        one = waiting.pop()
        if one == target:
            return True
        if one not in seen:
            seen.add(one)
            waiting.extend(following(one))
    return False
