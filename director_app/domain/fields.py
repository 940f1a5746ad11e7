"""What the fields of a record are, read once from its declaration.

Rows, JSON, JSON Schema, edits and tests all follow from these descriptions, so that a new field of a record is kept,
exchanged and undone without another line of code. Plain values are what JSON knows; times are "HH:MM", dates ISO 8601.
"""

from __future__ import annotations

import datetime
import types
import typing
from collections.abc import Callable, Hashable
from enum import StrEnum
from functools import cache
from itertools import compress
from operator import is_not
from typing import Final, NamedTuple, NewType

from director_app.domain.ids import KIND_OF_ID
from director_app.domain.refusals import RefusedInput, message
from director_app.domain.timeline import WallMinute, clock_text, parse_clock

WRONG_TYPE: Final = message("{where}: “{value}” is not what this field holds ({expected}).")
Record = typing.TypeVar("Record")

#: Longest identity another program may give a record, in characters.
LONGEST_ID: Final = 200
_TOO_LARGE: Final = 1e15
#: Types of the plain form that are the value, whatever it is.
_AS_IS: Final = types.MappingProxyType({"text": str, "integer": int, "flag": bool})
#: Equal to no value of a field.
_NEVER: Final = object()

UNKNOWN_FIELD: Final = message("{where}: there is no field “{field}”.")
MISSING_FIELD: Final = message("{where}: the field “{field}” is missing.")


#: A place in a document: its name, or the place around it and the field or position in that. Read by `place`.
Where = typing.Union[str, tuple["Where", typing.Union[str, int]]]  # noqa: UP007 - recursive


class Shape(NamedTuple):
    """One type: its plain form and how to go there and back.

    `kind` is text, integer, number, flag, date, moment, minute, choice, reference, list or value.
    """

    kind: str
    encode: Callable[[typing.Any], typing.Any]
    decode: Callable[[typing.Any, Where], typing.Any]
    refers_to: str = ""
    choices: tuple[str, ...] = ()
    item: Shape | None = None
    value_type: type | None = None


class Field(NamedTuple):
    """One field of a record."""

    name: str
    shape: Shape
    optional: bool
    required: bool
    default: object

    def encode(self, value: object) -> object:
        """The plain form of a value; None stays None."""
        return None if value is None else self.shape.encode(value)

    def decode(self, plain: object, where: Where) -> object:
        """The value of a plain form.

        Raises:
            RefusedInput: when the plain form is not what the field holds; `where` names the place.
        """
        if plain is None:
            if self.optional:
                return None
            raise RefusedInput(WRONG_TYPE, where=place(where), value="null", expected=self.shape.kind)
        return self.shape.decode(plain, where)


def _same(value: object) -> object:
    return value


def _wrong(value: object, where: Where, expected: str) -> RefusedInput:
    return RefusedInput(WRONG_TYPE, where=place(where), value=str(value)[:80], expected=expected)


def _plain(kind: str, accepted: type | tuple[type, ...]) -> Shape:
    def decode(plain: object, where: Where) -> object:
        if not isinstance(plain, accepted) or (isinstance(plain, bool) and accepted is not bool):
            raise _wrong(plain, where, kind)
        return plain

    return Shape(kind, _same, decode)


def _number() -> Shape:
    def decode(plain: object, where: Where) -> object:
        if not isinstance(plain, int | float) or isinstance(plain, bool) or not abs(plain) < _TOO_LARGE:
            raise _wrong(plain, where, "number")
        return float(plain)

    return Shape("number", _same, decode)


def _reference(kind: str) -> Shape:
    def decode(plain: object, where: Where) -> object:
        if not isinstance(plain, str) or not plain or len(plain) > LONGEST_ID or not plain.isprintable():
            raise _wrong(plain, where, "reference")
        return plain

    return Shape("reference", _same, decode, refers_to=kind)


def _parsed(kind: str, encode: Callable[[typing.Any], str], parse: Callable[[str], object]) -> Shape:
    def decode(plain: object, where: Where) -> object:
        if not isinstance(plain, str):
            raise _wrong(plain, where, kind)
        try:
            return parse(plain)
        except ValueError:
            raise _wrong(plain, where, kind) from None

    return Shape(kind, encode, decode)


def _naive_moment(text: str) -> datetime.datetime:
    moment = datetime.datetime.fromisoformat(text)
    if moment.tzinfo is not None:
        raise ValueError(text)
    return moment


def _choice(enum: type[StrEnum]) -> Shape:
    parsed = _parsed("choice", lambda value: value.value, enum)
    return parsed._replace(choices=tuple(member.value for member in enum))


def _list(item: Shape) -> Shape:
    def decode(plain: object, where: Where) -> object:
        if not isinstance(plain, list | tuple):
            raise _wrong(plain, where, "list")
        return tuple([item.decode(entry, (where, position)) for position, entry in enumerate(plain)])

    return Shape("list", lambda values: [item.encode(value) for value in values], decode, item=item)


def _value(value_type: type) -> Shape:
    return Shape(
        "value",
        to_plain,
        lambda plain, where: from_plain(value_type, plain, where),
        value_type=value_type,
    )


_PLAIN: Final = types.MappingProxyType(
    {
        str: _plain("text", str),
        int: _plain("integer", int),
        float: _number(),
        bool: _plain("flag", bool),
        datetime.date: _parsed("date", lambda value: value.isoformat(), datetime.date.fromisoformat),
        datetime.datetime: _parsed("moment", lambda value: value.isoformat(), _naive_moment),
    }
)


def _shape_of(annotation: typing.Any) -> Shape:
    if annotation is WallMinute:
        return _parsed("minute", clock_text, parse_clock)
    if isinstance(annotation, NewType):
        return _reference(KIND_OF_ID[annotation.__name__])
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if typing.get_origin(annotation) is tuple:
        return _list(_shape_of(typing.get_args(annotation)[0]))
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return _choice(annotation)
    return _value(annotation)


def _field(record_type: typing.Any, name: str, annotation: typing.Any) -> Field:
    arguments = typing.get_args(annotation)
    optional = type(None) in arguments
    if optional:
        annotation = next(argument for argument in arguments if argument is not type(None))
    defaults = record_type._field_defaults
    return Field(name, _shape_of(annotation), optional, name not in defaults, defaults.get(name))


def fields_of(record_type: type) -> tuple[Field, ...]:
    """The fields of a record or value type, in the order of its declaration."""
    return _fields_of(typing.cast("Hashable", record_type))


@cache
def _fields_of(record_type: typing.Any) -> tuple[Field, ...]:
    hints = typing.get_type_hints(record_type)
    return tuple(_field(record_type, name, hints[name]) for name in record_type._fields)


def to_plain(record: tuple[typing.Any, ...]) -> dict[str, object]:
    """The plain (JSON) form of a record; fields that hold their default are left out."""
    plain: dict[str, object] = {}
    fields, defaults = _writing(typing.cast("Hashable", type(record)))
    differs = [*map(is_not, record, defaults)]
    for (name, encode, default), value in zip(compress(fields, differs), compress(record, differs), strict=True):
        if value != default:
            plain[name] = value if value is None or encode is None else encode(value)
    return plain


class _Written(NamedTuple):
    """How a field is written: its name, what encodes it (None: nothing has to), and what is left out."""

    name: str
    encode: Callable[[typing.Any], object] | None
    default: object


@cache
def _writing(record_type: typing.Any) -> tuple[tuple[_Written, ...], tuple[object, ...]]:
    """How the fields are written, and their defaults by themselves: most values of a record are that very object."""
    written = tuple(
        _Written(
            field.name,
            None if field.shape.encode is _same else field.shape.encode,
            _NEVER if field.required else field.default,
        )
        for field in fields_of(record_type)
    )
    return written, tuple(one.default for one in written)


def from_plain(record_type: type[Record], plain: object, where: Where) -> Record:
    """The record of a plain form.

    Raises:
        RefusedInput: naming the place and what is wrong with it.
    """
    if not isinstance(plain, dict):
        raise _wrong(plain, where, "value")
    known, required, defaults = _reading(typing.cast("Hashable", record_type))
    values = [*defaults]
    for name, entry in plain.items():
        entered = known.get(name)
        if entered is None:
            raise RefusedInput(UNKNOWN_FIELD, where=place(where), field=str(name)[:80])
        position, as_is, decode, optional = entered
        if type(entry) is as_is or (entry is None and optional):
            values[position] = entry
        else:
            values[position] = decode(entry, (where, name))
    for name in required:
        if name not in plain:
            raise RefusedInput(MISSING_FIELD, where=place(where), field=name)
    return typing.cast("Record", typing.cast("typing.Any", record_type)._make(values))


class _Entered(NamedTuple):
    """How a field is read: where it stands, the type that needs no decoding, and what decodes any other."""

    position: int
    as_is: type | None
    decode: Callable[[typing.Any, Where], typing.Any]
    optional: bool


@cache
def _reading(record_type: typing.Any) -> tuple[dict[str, _Entered], tuple[str, ...], tuple[object, ...]]:
    fields = fields_of(record_type)
    known = {
        field.name: _Entered(position, _AS_IS.get(field.shape.kind), field.shape.decode, field.optional)
        for position, field in enumerate(fields)
    }
    return known, tuple(field.name for field in fields if field.required), tuple(field.default for field in fields)


def place(where: Where) -> str:
    """The place in words: "venues[0].opening_hours[2]"."""
    if isinstance(where, str):
        return where
    inside, step = where
    return f"{place(inside)}[{step}]" if isinstance(step, int) else f"{place(inside)}.{step}"
