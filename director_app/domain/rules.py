"""What a record must be to make sense: texts cleaned, ranges checked, references alive."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from operator import is_
from typing import Any, Final

from director_app.domain.fields import Shape, fields_of
from director_app.domain.kinds import NAME_OF, TYPE_OF, AnyRecord, kind_of, references
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedEdit, message
from director_app.domain.timeline import LATEST, known_zone

ENDS_BEFORE_START: Final = message("“{name}” would end before it starts.")
NO_ANCHOR: Final = message("A delivery needs a company, an area, a programme, a venue or a date.")
UNKNOWN_REFERENCE: Final = message("“{name}” names something that is not in the plan ({kind}).")
OUT_OF_RANGE: Final = message("“{name}”: {value} is out of range for {field}.")
NUMBER_TAKEN: Final = message("The reference number {number} is already taken.")
MEMBER_OF_ITSELF: Final = message("“{name}” cannot be a member of itself.")
PART_OF_ITSELF: Final = message("“{name}” cannot be part of itself.")
RESIDENT_NUMBER: Final = message("A resident registration number must not be stored. It was left out of “{name}”.")
NOT_A_ZONE: Final = message("“{text}” is not a time zone. Write it like Asia/Seoul.")
NOT_A_COLOUR: Final = message("“{text}” is not a colour. Write it like #1A6B4F.")

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\ud800-\udfff]")
_RESIDENT_NUMBER: Final = re.compile(r"(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s?-\s?[1-8]\d{6}(?!\d)")
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_MONTH: Final = re.compile(r"[1-2]\d{3}-(?:0[1-9]|1[0-2])")

#: Dates outside these years are slips of a hand or of a program, and arithmetic with them leaves the calendar.
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2999
#: Longest stretch of days of one delivery, in days: ten years of a standing exhibition.
LONGEST: Final = 3660
#: Longest set-up, strike, running or travelling time, in minutes: sixty days.
LONGEST_WORK: Final = 60 * 1440
_LARGEST: Final = 2**53
_COUNTS: Final = frozenset(
    {
        "expected_heads", "counted_heads", "heads", "seats", "standing", "head_count", "pass_days", "fee",
        "stated_heads", "sittings", "size", "held", "companies", "answers", "interest", "most_heads", "places",
        "wanted", "pieces", "from_heads", "days_before", "changes_before",
    }
)  # fmt: skip
_MINUTES: Final = frozenset(
    {"running_minutes", "setup_minutes", "strike_minutes", "minutes", "walk_minutes", "van_minutes", "bus_minutes"}
)
#: Lowest and highest value of a field by its name, both included.
_RANGES: Final[Mapping[str, tuple[float, float]]] = {
    **dict.fromkeys(_COUNTS, (0, _LARGEST)),
    **dict.fromkeys(_MINUTES, (0, LONGEST_WORK)),
    "weekday": (0, 6),
    "weekdays": (0, 6),
    "latitude": (-90, 90),
    "longitude": (-180, 180),
    "withheld_percent": (0, 100),
    "mean": (0, 5),
    "points": (0, 100),
    "percent": (0, 100),
}
#: Lowest and highest value of a shape, for fields that have no range of their own.
_SHAPE_RANGES: Final[Mapping[str, tuple[float, float]]] = {
    "minute": (0, LATEST),
    "integer": (-_LARGEST, _LARGEST),
    "number": (-1e15, 1e15),
}


def holds_resident_number(text: str) -> bool:
    """Whether a text contains what looks like a resident registration number (PIPA article 24-2 forbids keeping it)."""
    return _RESIDENT_NUMBER.search(text) is not None


def clean_text(text: str) -> str:
    """The text in NFC, line ends as LF, without control characters and lone surrogates; itself when it is clean."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    if _CONTROL.search(text) is not None:
        text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def name_of(record: AnyRecord) -> str:
    """What a record is called in messages: its name, title or number."""
    for attribute in ("name", "title", "number", "applicant", "text"):
        if value := getattr(record, attribute, ""):
            return str(value)
    return str(record.id)


class _ResidentNumber(Exception):
    """A text holds a resident registration number."""


def cleaned(record: AnyRecord) -> AnyRecord:
    """The record with every text cleaned; itself when nothing was to be done.

    Raises:
        RefusedEdit: when a text holds a resident registration number.
    """
    changes = {}
    try:
        for position, name, clean in _cleaners(NAME_OF[type(record)]):
            value = record[position]
            if value and (clean_value := clean(value)) is not value:
                changes[name] = clean_value
    except _ResidentNumber:
        name = name_of(record) or record.id
        raise RefusedEdit(RESIDENT_NUMBER, name=_RESIDENT_NUMBER.sub("", clean_text(name))) from None
    return record._replace(**changes) if changes else record


@cache
def _cleaners(kind: str) -> tuple[tuple[int, str, Callable[[Any], Any]], ...]:
    """Position and name of every field of a kind that holds text somewhere, and what cleans it."""
    numbered = enumerate(fields_of(TYPE_OF[kind]))
    made = ((position, field.name, _cleaner(field.shape)) for position, field in numbered)
    return tuple((position, name, clean) for position, name, clean in made if clean is not None)


def _cleaner(shape: Shape) -> Callable[[Any], Any] | None:
    if shape.kind == "text":
        return _clean_or_refused
    if shape.item is not None:
        return _list_cleaner(_cleaner(shape.item))
    if shape.value_type is not None:
        return _value_cleaner(tuple(_cleaner(inner.shape) for inner in fields_of(shape.value_type)))
    return None


def _clean_or_refused(text: str) -> str:
    text = clean_text(text)
    if "-" in text and holds_resident_number(text):
        raise _ResidentNumber
    return text


def _list_cleaner(clean: Callable[[Any], Any] | None) -> Callable[[Any], Any] | None:
    if clean is None:
        return None

    def clean_all(values: tuple[Any, ...]) -> tuple[Any, ...]:
        after = tuple(map(clean, values))
        return values if all(map(is_, values, after)) else after

    return clean_all


def _value_cleaner(cleaners: tuple[Callable[[Any], Any] | None, ...]) -> Callable[[Any], Any] | None:
    if not any(cleaners):
        return None

    def clean_fields(value: Any) -> Any:
        after = [
            entry if clean is None or not entry else clean(entry) for clean, entry in zip(cleaners, value, strict=True)
        ]
        return value if all(map(is_, value, after)) else type(value)(*after)

    return clean_fields


class OutOfRange(ValueError):
    """A value that its field cannot hold: the field's path and the value."""

    def __init__(self, path: str, value: Any) -> None:
        super().__init__(path)
        self.path = path
        self.value = value


def check_alone(record: AnyRecord) -> None:
    """Check what can be said of a record by itself.

    Raises:
        RefusedEdit: saying what makes no sense.
    """
    kind = kind_of(record)
    try:
        for position, check in _range_checks(kind):
            value = record[position]
            if value is not None:
                check(value)
    except OutOfRange as found:
        raise RefusedEdit(OUT_OF_RANGE, name=name_of(record), value=found.value, field=found.path) from None
    if kind in _CHECKS:
        _CHECKS[kind](record)


@cache
def _range_checks(kind: str) -> tuple[tuple[int, Callable[[Any], None]], ...]:
    """Position and check of every field of a kind that has limits, nested ones included."""
    numbered = enumerate(fields_of(TYPE_OF[kind]))
    made = ((position, range_check(field.shape, field.name)) for position, field in numbered)
    return tuple((position, check) for position, check in made if check is not None)


def range_check(shape: Shape, name: str, path: str = "") -> Callable[[Any], None] | None:
    """What raises OutOfRange for a value that a field of this shape and name cannot hold; None when any will do."""
    path = path or name
    if shape.item is not None:
        return _each(range_check(shape.item, name, path))
    if shape.value_type is not None:
        inner = fields_of(shape.value_type)
        return _each_field([range_check(field.shape, field.name, f"{path}.{field.name}") for field in inner])
    if shape.kind in ("date", "moment"):
        return _year_check(path)
    if shape.kind in _SHAPE_RANGES:
        return _between(path, *_RANGES.get(name, _SHAPE_RANGES[shape.kind]))
    return None


def _each(check: Callable[[Any], None] | None) -> Callable[[Any], None] | None:
    if check is None:
        return None

    def check_all(values: tuple[Any, ...]) -> None:
        for value in values:
            check(value)

    return check_all


def _each_field(checks: list[Callable[[Any], None] | None]) -> Callable[[Any], None] | None:
    numbered = [(position, check) for position, check in enumerate(checks) if check is not None]
    if not numbered:
        return None

    def check_fields(value: tuple[Any, ...]) -> None:
        for position, check in numbered:
            if value[position] is not None:
                check(value[position])

    return check_fields


def _between(path: str, lowest: float, highest: float) -> Callable[[Any], None]:
    def check(value: Any) -> None:
        if not lowest <= value <= highest:  # false for "not a number", too
            raise OutOfRange(path, value)

    return check


def _year_check(path: str) -> Callable[[Any], None]:
    def check(value: Any) -> None:
        if not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise OutOfRange(path, value)

    return check


def _in_order(record: AnyRecord, first: Any, last: Any) -> None:
    if first is not None and last is not None and last < first:
        raise RefusedEdit(ENDS_BEFORE_START, name=name_of(record))


def _hours_in_order(record: AnyRecord, *lists: tuple[Any, ...]) -> None:
    for hours in lists:
        for entry in hours:
            _in_order(record, entry.opens, entry.closes)


def _check_delivery(delivery: Any) -> None:
    anchors = (delivery.organisation, delivery.area, delivery.programme, delivery.venue, delivery.date, delivery.event)
    if not any(anchors) and not delivery.month:
        raise RefusedEdit(NO_ANCHOR)
    if delivery.month and _MONTH.fullmatch(delivery.month) is None:
        raise RefusedEdit(OUT_OF_RANGE, name=name_of(delivery), value=delivery.month, field="month")
    _in_order(delivery, delivery.start, delivery.end)
    _hours_in_order(delivery, delivery.hours, delivery.exceptions)
    if delivery.date is not None and delivery.until is not None:
        _in_order(delivery, delivery.date, delivery.until)
        if (delivery.until - delivery.date).days > LONGEST:
            raise RefusedEdit(OUT_OF_RANGE, name=name_of(delivery), value=delivery.until, field="until")


def _check_venue(venue: Any) -> None:
    _hours_in_order(venue, venue.opening_hours)
    for closure in venue.closures:
        _in_order(venue, closure.first, closure.last)


def _check_season(season: Any) -> None:
    _in_order(season, season.first_day, season.last_day)
    if known_zone(season.zone) is None:
        raise RefusedEdit(NOT_A_ZONE, text=season.zone[:80])


def _check_colour(record: Any) -> None:
    if record.colour and _COLOUR.fullmatch(record.colour) is None:
        raise RefusedEdit(NOT_A_COLOUR, text=record.colour[:80])


_CHECKS: Final[Mapping[str, Callable[[Any], None]]] = {
    "deliveries": _check_delivery,
    "venues": _check_venue,
    "seasons": _check_season,
    "complexes": _check_colour,
    "templates": _check_colour,
    "events": lambda event: _in_order(event, event.first_day, event.last_day),
    "special_days": lambda special: _in_order(special, special.first, special.last),
    "works": lambda work: _in_order(work, work.first_day, work.last_day),
    "posts": lambda post: _in_order(post, post.start, post.end),
    "calls": lambda call: _in_order(call, call.opens, call.closes),
    "stays": lambda stay: _in_order(stay, stay.first_day, stay.last_day),
    "supports": lambda support: _in_order(support, support.first_day, support.last_day),
    "council_members": lambda member: _in_order(member, member.since, member.until),
    "availabilities": lambda stated: _in_order(stated, stated.starts, stated.ends),
}


def check_within(plan: Plan, record: AnyRecord, number_taken: Callable[[str, str], bool]) -> None:
    """Check a record against the plan it is (already) part of.

    Raises:
        RefusedEdit: for a reference to nothing, a number given twice, or a group or place that contains itself.
    """
    for named_kind, identity in references(record):
        if named_kind not in TYPE_OF or plan.find(named_kind, identity) is None:
            raise RefusedEdit(UNKNOWN_REFERENCE, name=name_of(record), kind=named_kind)
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
