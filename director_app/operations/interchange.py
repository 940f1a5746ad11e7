"""A whole plan as JSON and back, without loss: the door for other programs and for large generated plans.

Carried are all records, the bytes of attachments and releases, accepted problems and the calendar ledger; the undo
journal is not. `docs/plan-format.md` and `resources/plan.schema.json` describe the same form.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from director_app.domain.collecting import without_collecting
from director_app.domain.edits import HIGHEST_POSSIBLE, highest_in
from director_app.domain.fields import UNKNOWN_FIELD, WRONG_TYPE, Field, Shape, fields_of, from_plain, to_plain
from director_app.domain.ids import DeliveryId
from director_app.domain.kinds import KIND_NAMES, KINDS, AnyRecord
from director_app.domain.ledger import LedgerEntry, entry_from_plain
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.refusals import RefusedInput
from director_app.domain.rules import clean_text
from director_app.wording import message

FORMAT: Final = "culture-delivery-plan"
VERSION: Final = 1

NOT_JSON: Final = message("{file} is not readable JSON (line {line}, column {column}).")
NOT_OURS: Final = message("{file} is JSON, but not a season plan: its “format” is not “{format}”.")
NOT_A_VERSION: Final = message("{file}: “{version}” is not a version of this format.")
NEWER_VERSION: Final = message("{file} was written by a newer version of the program (version {version}).")
TWICE: Final = message("{where}: the id “{id}” occurs twice.")
BAD_CONTENT: Final = message("{where}: the bytes do not match their digest.")


@dataclass(frozen=True, slots=True)
class WholePlan:
    """Everything that JSON carries: the plan, its calendar ledger, and bytes by digest."""

    plan: Plan
    ledger: Mapping[DeliveryId, LedgerEntry] = field(default_factory=dict)
    contents: Mapping[str, bytes] = field(default_factory=dict)


def to_json(whole: WholePlan) -> bytes:
    """UTF-8 JSON of a whole plan, one record a line; the same bytes for the same plan."""
    entries = (whole.ledger[name] for name in sorted(whole.ledger))
    contents = ((digest, whole.contents[digest]) for digest in sorted(whole.contents))
    return b"".join(json_lines(whole.plan, entries, contents))


def json_lines(plan: Plan, ledger: Iterable[LedgerEntry], contents: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """The same piece by piece, so that a large plan never lies in memory twice; ledger and contents come in order."""
    yield f'{{\n"format": "{FORMAT}",\n"version": {VERSION},\n"highest_number": {plan.highest_number}'.encode()
    if plan.highest_edition:
        yield f',\n"highest_edition": {plan.highest_edition}'.encode()
    for kind in KINDS:
        records = sorted(plan.table(kind.name).values(), key=_by_id)
        yield from _list_lines(kind.name, records)
    yield from _list_lines("ledger", ledger)
    mark = ',\n"contents": {\n'
    for digest, content in contents:
        yield f'{mark}"{digest}": "{base64.b64encode(content).decode("ascii")}"'.encode()
        mark = ",\n"
    yield b"\n}\n}\n" if mark == ",\n" else b',\n"contents": {}\n}\n'


def _list_lines(name: str, records: Iterable[Any]) -> Iterator[bytes]:
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode  # with an indent it would be ten times slower
    mark = f',\n"{name}": [\n'
    for record in records:
        yield f"{mark}{encode(to_plain(record))}".encode()
        mark = ",\n"
    yield b"\n]" if mark == ",\n" else f',\n"{name}": []'.encode()


def _by_id(record: AnyRecord) -> str:
    return str(record.id)


def is_plan_document(document: object) -> bool:
    """Whether parsed JSON says that it is a season plan."""
    return isinstance(document, Mapping) and document.get("format") == FORMAT


def from_json(data: bytes, file: str) -> WholePlan:
    """Read what `to_json` wrote.

    Raises:
        RefusedInput: naming the place and what is wrong with it.
    """
    try:
        with without_collecting():
            document = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise RefusedInput(NOT_JSON, file=file, line=error.lineno, column=error.colno) from None
    except (ValueError, RecursionError):  # not UTF-8, a number of thousands of digits, lists without end
        raise RefusedInput(NOT_JSON, file=file, line=1, column=1) from None
    return from_document(document, file)


def from_document(document: object, file: str) -> WholePlan:
    """Read parsed JSON; keys that are not ours are refused, lists that are missing are empty.

    Raises:
        RefusedInput: naming the place and what is wrong with it.
    """
    if not isinstance(document, Mapping) or not is_plan_document(document):
        raise RefusedInput(NOT_OURS, file=file, format=FORMAT)
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise RefusedInput(NOT_A_VERSION, file=file, version=str(version)[:20])
    if version > VERSION:
        raise RefusedInput(NEWER_VERSION, file=file, version=str(version)[:20])
    known = {"format", "version", "highest_number", "highest_edition", "ledger", "contents", *KIND_NAMES}
    for name in document:
        if name not in known:
            raise RefusedInput(UNKNOWN_FIELD, where=file, field=str(name)[:80])
    with without_collecting():
        tables = {kind.name: _table(kind.record_type, document.get(kind.name, []), kind.name) for kind in KINDS}
    highest = max(_highest(document, "highest_number"), highest_in(tables["deliveries"].values()))
    plan = Plan.from_maps(tables, highest, _highest(document, "highest_edition"))
    return WholePlan(plan, _ledger(_list(document, "ledger")), _contents(document.get("contents", {})))


def _highest(document: Mapping[str, Any], name: str) -> int:
    highest = document.get(name, 0)
    if not isinstance(highest, int) or isinstance(highest, bool) or not 0 <= highest < HIGHEST_POSSIBLE:
        raise RefusedInput(WRONG_TYPE, where=name, value=str(highest)[:40], expected="integer")
    return highest


def _ledger(entries: Iterable[object]) -> dict[DeliveryId, LedgerEntry]:
    ledger: dict[DeliveryId, LedgerEntry] = {}
    for number, plain in enumerate(entries):
        where = f"ledger[{number}]"
        entry = entry_from_plain(plain, where)
        if entry.delivery in ledger:
            raise RefusedInput(TWICE, where=where, id=entry.delivery)
        ledger[entry.delivery] = entry._replace(**_clean_texts(entry))
    return ledger


def _clean_texts(entry: LedgerEntry) -> dict[str, Any]:
    lists = {name: tuple(map(clean_text, value)) for name, value in entry._asdict().items() if isinstance(value, tuple)}
    return lists | {name: clean_text(value) for name, value in entry._asdict().items() if isinstance(value, str)}


def _list(document: Mapping[str, Any], name: str) -> Iterable[object]:
    plain = document.get(name, [])
    if not isinstance(plain, list):
        raise RefusedInput(WRONG_TYPE, where=name, value=str(plain)[:40], expected="list")
    return plain


def _table(record_type: type, plain: object, where: str) -> dict[str, AnyRecord]:
    table: dict[str, AnyRecord] = {}
    for number, entry in enumerate(_list({where: plain}, where)):
        record: AnyRecord = from_plain(record_type, entry, f"{where}[{number}]")
        if record.id in table:
            raise RefusedInput(TWICE, where=f"{where}[{number}]", id=record.id)
        table[record.id] = record
    return table


def _contents(plain: object) -> dict[str, bytes]:
    if not isinstance(plain, Mapping):
        raise RefusedInput(BAD_CONTENT, where="contents")
    contents = {}
    for digest, text in plain.items():
        try:
            content = base64.b64decode(str(text), validate=True)
        except ValueError:  # not base64, or not even ASCII
            raise RefusedInput(BAD_CONTENT, where=f"contents.{digest}") from None
        if hashlib.sha256(content).hexdigest() != digest:
            raise RefusedInput(BAD_CONTENT, where=f"contents.{digest}")
        contents[digest] = content
    return contents


@dataclass(frozen=True, slots=True)
class PutAll:
    """Write every record of another plan into this one; records with the same id are replaced, none is removed."""

    other: Plan

    def changes(self, plan: Plan) -> list[RecordChange]:
        """One change per record that differs."""
        changes = []
        for kind in KIND_NAMES:
            here = plan.table(kind)
            for identity, record in self.other.table(kind).items():
                before = here.get(identity)
                if before != record:
                    changes.append(RecordChange(kind, record.id, before, record))
        return changes


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the format, derived from the fields of the records."""
    properties: dict[str, Any] = {
        "format": {"const": FORMAT},
        "version": {"type": "integer", "minimum": 1, "maximum": VERSION},
        "highest_number": {"type": "integer", "minimum": 0},
        "highest_edition": {"type": "integer", "minimum": 0},
    }
    for kind in KINDS:
        properties[kind.name] = {"type": "array", "items": _record_schema(kind.record_type)}
    properties["ledger"] = {"type": "array", "items": _record_schema(LedgerEntry)}
    properties["contents"] = {"type": "object", "additionalProperties": {"type": "string", "contentEncoding": "base64"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Season plan of the Culture Delivery Director",
        "type": "object",
        "properties": properties,
        "required": ["format", "version"],
        "additionalProperties": False,
    }


def _record_schema(record_type: type) -> dict[str, Any]:
    fields = fields_of(record_type)
    return {
        "type": "object",
        "properties": {entry.name: _field_schema(entry) for entry in fields},
        "required": [entry.name for entry in fields if entry.required],
        "additionalProperties": False,
    }


def _field_schema(entry: Field) -> dict[str, Any]:
    schema = _shape_schema(entry.shape)
    return {"anyOf": [schema, {"type": "null"}]} if entry.optional else schema


_SIMPLE: Final[Mapping[str, dict[str, Any]]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "flag": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "moment": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}"},
    "minute": {"type": "string", "pattern": r"^\d{1,2}:[0-5]\d$"},
}


def _shape_schema(shape: Shape) -> dict[str, Any]:
    if shape.kind == "choice":
        return {"enum": list(shape.choices)}
    if shape.kind == "reference":
        return {"type": "string", "description": f"id in {shape.refers_to}"}
    if shape.item is not None:
        return {"type": "array", "items": _shape_schema(shape.item)}
    if shape.value_type is not None:
        return _record_schema(shape.value_type)
    return _SIMPLE[shape.kind]
