"""The kinds of record a plan holds: one table, one JSON list and one attribute of the plan each."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Final, NamedTuple

from director_app.domain.council import CouncilMember, Decision, Meeting
from director_app.domain.culture_calendar import SpecialDay
from director_app.domain.facts import Subject
from director_app.domain.fields import Field, Shape, fields_of
from director_app.domain.lights import Work
from director_app.domain.outcomes import Outcome, ReportText
from director_app.domain.papers import AcceptedProblem, Attachment, BudgetLine, Grant, Handover, Release, Template
from director_app.domain.people import Artist, Availability, Organisation, Site
from director_app.domain.places import Travel, Venue
from director_app.domain.programme import Delivery, Event, Initiative, Programme, Segment, Series
from director_app.domain.requests import Application, Note, Told
from director_app.domain.season import Area, Complex, Season
from director_app.domain.spaces import Call, Stay, Support
from director_app.domain.staffing import Booth, Guest, Post
from director_app.domain.tours import Route, Stop

#: Any of the record types below: a named tuple whose first field is its id.
AnyRecord = Any


class Kind(NamedTuple):
    """A kind of record: its plural name everywhere, and its type."""

    name: str
    record_type: type


KINDS: Final[tuple[Kind, ...]] = (
    Kind("attachments", Attachment),
    Kind("complexes", Complex),
    Kind("seasons", Season),
    Kind("areas", Area),
    Kind("organisations", Organisation),
    Kind("sites", Site),
    Kind("artists", Artist),
    Kind("venues", Venue),
    Kind("travels", Travel),
    Kind("special_days", SpecialDay),
    Kind("initiatives", Initiative),
    Kind("events", Event),
    Kind("programmes", Programme),
    Kind("series", Series),
    Kind("deliveries", Delivery),
    Kind("segments", Segment),
    Kind("availabilities", Availability),
    Kind("applications", Application),
    Kind("releases", Release),
    Kind("handovers", Handover),
    Kind("templates", Template),
    Kind("tellings", Told),
    Kind("notes", Note),
    Kind("grants", Grant),
    Kind("budget_lines", BudgetLine),
    Kind("accepted_problems", AcceptedProblem),
    Kind("works", Work),
    Kind("outcomes", Outcome),
    Kind("report_texts", ReportText),
    Kind("council_members", CouncilMember),
    Kind("meetings", Meeting),
    Kind("decisions", Decision),
    Kind("routes", Route),
    Kind("stops", Stop),
    Kind("posts", Post),
    Kind("booths", Booth),
    Kind("guests", Guest),
    Kind("calls", Call),
    Kind("stays", Stay),
    Kind("supports", Support),
)

KIND_NAMES: Final = tuple(kind.name for kind in KINDS)
TYPE_OF: Final[dict[str, type]] = {kind.name: kind.record_type for kind in KINDS}
NAME_OF: Final[dict[type, str]] = {kind.record_type: kind.name for kind in KINDS}


def kind_of(record: AnyRecord) -> str:
    """The kind name of a record."""
    return NAME_OF[type(record)]


#: Kind and id of a record.
Named = tuple[str, str]
#: Takes what it looks for out of a value and adds it to a list.
Collect = Callable[[Any, list[Any]], None]


def references(record: AnyRecord) -> list[Named]:
    """Kind and id of every record that a record names, nested values and lists included."""
    found: list[Named] = []
    for position, collect in _collectors(kind_of(record)):
        if value := record[position]:
            collect(value, found)
    return found


@cache
def kinds_named_by(kind: str) -> frozenset[str]:
    """The kinds of record that records of a kind may name."""
    return frozenset(named for _position, field in _referring_fields(kind) for named in _kinds_in(field.shape))


def _kinds_in(shape: Shape) -> frozenset[str]:
    if shape.item is not None:
        return _kinds_in(shape.item)
    if shape.kind == "reference":
        return frozenset({shape.refers_to})
    if shape.value_type is Subject:
        return frozenset(KIND_NAMES)
    inner = fields_of(shape.value_type) if shape.value_type is not None else ()
    return frozenset(named for field in inner for named in _kinds_in(field.shape))


@cache
def _referring_fields(kind: str) -> tuple[tuple[int, Field], ...]:
    numbered = enumerate(fields_of(TYPE_OF[kind]))
    return tuple((position, field) for position, field in numbered if _may_refer(field.shape) and field.name != "id")


def _may_refer(shape: Shape) -> bool:
    if shape.item is not None:
        return _may_refer(shape.item)
    if shape.value_type is Subject or shape.kind == "reference":
        return True
    return shape.value_type is not None and any(_may_refer(inner.shape) for inner in fields_of(shape.value_type))


@cache
def _collectors(kind: str) -> tuple[tuple[int, Collect], ...]:
    """Position of every field of a kind that may name records, and what collects them."""
    return tuple((position, _collector(field.shape)) for position, field in _referring_fields(kind))


def _collector(shape: Shape) -> Collect:
    if shape.item is not None:
        return of_each(_collector(shape.item))
    if shape.kind == "reference":
        return _of_reference(shape.refers_to)
    if shape.value_type is None or shape.value_type is Subject:
        return _of_subject
    inner = enumerate(fields_of(shape.value_type))
    return of_fields([(position, _collector(field.shape)) for position, field in inner if _may_refer(field.shape)])


def _of_subject(subject: Subject, found: list[Named]) -> None:
    found.append((subject.kind, subject.id))


def _of_reference(kind: str) -> Collect:
    def collect(identity: str, found: list[Named]) -> None:
        found.append((kind, identity))

    return collect


def of_each(inner: Collect) -> Collect:
    """Collects from every value of a list."""

    def collect(values: tuple[Any, ...], found: list[Any]) -> None:
        for value in values:
            inner(value, found)

    return collect


def of_fields(inner: list[tuple[int, Collect]]) -> Collect:
    """Collects from the fields at these positions of a value, where they hold anything."""

    def collect(value: tuple[Any, ...], found: list[Any]) -> None:
        for position, collect_one in inner:
            if value[position]:
                collect_one(value[position], found)

    return collect


def without(record: AnyRecord, kind: str, identity: str) -> AnyRecord | None:
    """The record with every mention of another record taken out; None when it cannot stand without it."""
    changes = {}
    for position, field in _referring_fields(kind_of(record)):
        value = _stripped(field.shape, record[position], kind, identity)
        if value is None and record[position] is not None and not field.optional:
            return None
        if value != record[position]:
            changes[field.name] = value
    return record._replace(**changes)


def _stripped(shape: Shape, value: Any, kind: str, identity: str) -> Any:
    if value is None:
        return None
    if shape.item is not None:
        kept = [_stripped(shape.item, entry, kind, identity) for entry in value]
        return tuple(entry for entry in kept if entry is not None)
    if shape.kind == "reference":
        return None if shape.refers_to == kind and value == identity else value
    if shape.value_type is Subject:
        return None if value == (kind, identity) else value
    if shape.value_type is None or not _may_refer(shape):
        return value
    changes = {}
    for inner, entry in zip(fields_of(shape.value_type), value, strict=True):
        left = _stripped(inner.shape, entry, kind, identity)
        if left is None and entry is not None and not inner.optional:
            return None
        if left != entry:
            changes[inner.name] = left
    return value._replace(**changes)
