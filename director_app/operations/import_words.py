"""What a row of an import is about and what it would change, in the reader's words."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from director_app.domain.facts import Act, Contact, Credit, Fallback, FallbackKind, Setting
from director_app.domain.people import ArtistKind
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.requests import Application, ApplicationState
from director_app.imports.field_names import label_of
from director_app.imports.proposed import Difference, ImportProposal, ProposedRow, RowOutcome
from director_app.operations.naming import delivery_title, name_of, place_text
from director_app.wording import Wording, message

_ENUM_WORDS: Final = MappingProxyType(
    {
        Status.IDEA: message("Idea"),
        Status.PENCILLED: message("Pencilled"),
        Status.CONFIRMED: message("Confirmed"),
        Status.DELIVERED: message("Delivered"),
        Status.POSTPONED: message("Postponed"),
        Status.CANCELLED: message("Cancelled"),
        Setting.INDOOR: message("indoors"),
        Setting.OUTDOOR: message("outdoors"),
        Setting.BOTH: message("indoors and outdoors"),
        ArtistKind.PERSON: message("person"),
        ArtistKind.GROUP: message("group"),
        FallbackKind.AS_IS: message("as planned"),
        FallbackKind.INDOORS: message("move indoors"),
        FallbackKind.POSTPONE: message("postpone"),
        FallbackKind.CANCEL: message("cancel"),
        ApplicationState.RECEIVED: message("Received"),
        ApplicationState.IN_REVIEW: message("In review"),
        ApplicationState.PLACED: message("Placed"),
        ApplicationState.TOLD: message("Told"),
        ApplicationState.CONFIRMED: message("Confirmed"),
        ApplicationState.WAITING: message("Waiting"),
        ApplicationState.WITHDRAWN: message("Withdrawn"),
        ApplicationState.DECLINED: message("Declined"),
    }
)
#: What a field of a record is called among the columns of tables, where the names part.
_COLUMNS: Final = MappingProxyType(
    {
        ("deliveries", "title_suffix"): "suffix",
        ("deliveries", "expected_heads"): "heads",
        ("deliveries", "counted_heads"): "counted",
        ("deliveries", "lineup"): "artists",
        ("deliveries", "internal_note"): "note",
        ("deliveries", "month"): "start_month",
        ("deliveries", "programme"): "title",
        ("programmes", "lineup"): "artists",
        ("programmes", "running_minutes"): "minutes",
        ("programmes", "setup_minutes"): "setup",
        ("programmes", "strike_minutes"): "strike",
        ("artists", "kind"): "group_or_person",
        ("artists", "romanised"): "name_en",
        ("artists", "links"): "web",
        ("artists", "consent_date"): "consent",
        ("venues", "power_kw"): "power",
        ("venues", "opening_text"): "hours",
        ("venues", "opening_hours"): "hours",
        ("applications", "received_at"): "received",
        ("applications", "organisation"): "organisation",
    }
)
_LABELS: Final = MappingProxyType(
    {
        "contacts": message("Contact"),
        "contact": message("Contact"),
        "credits": message("Hosts and supporters"),
        "source": message("Source"),
        "shifts": message("Shifts"),
        "area": message("Area"),
        "access": message("How to get in"),
        "wishes": message("Wishes"),
        "is_exhibition": message("Exhibition"),
    }
)
_REFERENCES: Final = MappingProxyType(
    {
        "venue": "venues", "programme": "programmes", "organisation": "organisations", "area": "areas",
        "initiative": "initiatives", "artist": "artists", "host": "organisations", "fallback": "venues",
    }
)  # fmt: skip
_CLOCKS: Final = frozenset({"start", "end"})
_LONGEST: Final = 120
_SHORT: Final = 60


class ChangeWords(NamedTuple):
    """One field that a row says differently: of which record, what it is called, before and after in words."""

    kind: str
    id: str
    name: str
    #: Empty when the row adds the whole record.
    field: str
    label: str
    before: str
    after: str
    #: Whether it is the record the row is about.
    is_main: bool = True


class RowWords:
    """Speaks of the rows of one proposal in one language."""

    def __init__(self, wording: Wording, proposal: ImportProposal) -> None:
        self._wording = wording
        self._proposal = proposal

    @cached_property
    def _after(self) -> Plan:
        """The plan as the rows would make it, to know the names of what they add."""
        rows = sorted(self._proposal.rows, key=lambda row: row.outcome is not RowOutcome.UNCLEAR)
        return self._proposal.plan.with_changes(change for row in rows for change in row.changes)

    @cached_property
    def _cells(self) -> dict[tuple[str, str, int], str]:
        """The words of the rows that are left out."""
        texts = {}
        for left in self._proposal.left_rows:
            for number, cells in left.rows.items():
                text = " / ".join(" ".join(cell.split()) for cell in cells if cell)
                texts[left.file, left.sheet, number] = text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
        return texts

    def what(self, row: ProposedRow) -> str:
        """What a row is about: title, date, time and place of a delivery, else a name, else the words of its cells."""
        wording = self._wording
        if not row.records:
            return row.title or self._cells.get((row.file, row.sheet, row.row), "")
        first = self._record(*row.records[0], row.title)
        rest = len(row.records) - 1
        return wording.plural("{what} and {n} more", "{what} and {n} more", rest, what=first) if rest else first

    def changes(self, row: ProposedRow) -> list[ChangeWords]:
        """What a changed row changes, field by field, and which records it adds in passing."""
        if row.outcome is not RowOutcome.CHANGED:
            return []
        several = len(row.records) > 1
        words = [
            self._change(one, is_main=(one.kind, one.id) in row.records and not several) for one in row.differences
        ]
        for change in row.changes:
            if change.before is None and change.after is not None:
                name = self._name(change.kind, change.id)
                added = self._wording.text("new")
                words.append(ChangeWords(change.kind, change.id, name, "", added, "", name, is_main=False))
        return words

    def sentence(self, change: ChangeWords) -> str:
        """One change on one line: "Start: 12:10 → 12:30"."""
        wording = self._wording
        if not change.field:
            return wording.text("also new: {name}", name=change.name)
        if change.is_main:
            return wording.text(
                "{label}: {before} → {after}", label=change.label, before=change.before, after=change.after
            )
        return wording.text(
            "{name}, {label}: {before} → {after}",
            name=change.name, label=change.label, before=change.before, after=change.after,
        )  # fmt: skip

    def candidates(self, row: ProposedRow) -> Iterator[tuple[str, str, str]]:
        """Kind, id and words of each record that an unclear row may mean."""
        for kind, identity in row.candidates:
            yield kind, identity, self._record(kind, identity, row.title, before=True)

    # -- words ---------------------------------------------------------------------------------------------

    def _record(self, kind: str, identity: str, title: str, *, before: bool = False) -> str:
        plan = self._proposal.plan if before else self._after
        record = plan.find(kind, identity)
        if isinstance(record, Delivery):
            place, is_known = place_text(self._wording, plan, record)
            named = " ".join(part for part in (record.number, delivery_title(self._wording, plan, record.id)) if part)
            return " · ".join([named, self._when(record), *([place] if is_known else [])])
        if isinstance(record, Application):
            return " · ".join(part for part in (record.number, title or record.applicant) if part)
        return name_of(self._wording, plan, kind, identity) or title

    def _when(self, one: Delivery) -> str:
        wording = self._wording
        if one.date is None:
            return self._month(one.month) if one.month else wording.text("date undecided")
        day = wording.date_span(one.date, one.until) if one.until else wording.date(one.date)
        if one.start is None:
            return day
        return f"{day} {wording.clock(one.start) if one.end is None else wording.clock_span(one.start, one.end)}"

    def _month(self, month: str) -> str:
        year, number = month.split("-")
        return self._wording.month(int(year), int(number))

    def _name(self, kind: str, identity: str) -> str:
        record = self._after.find(kind, identity)
        if isinstance(record, Delivery):
            return delivery_title(self._wording, self._after, record.id)
        return name_of(self._wording, self._after, kind, identity)

    def _change(self, one: Difference, *, is_main: bool) -> ChangeWords:
        label = self._wording.text(_label(one.kind, one.field))
        before, after = (self._value(one.field, value) for value in (one.before, one.after))
        return ChangeWords(one.kind, one.id, self._name(one.kind, one.id), one.field, label, before, after, is_main)

    def _value(self, field: str, value: Any) -> str:
        text = " ".join(self._words(field, value).split()) or self._wording.undecided()
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"

    def _words(self, field: str, value: Any) -> str:
        wording = self._wording
        if value is None or value == "":
            return ""
        if isinstance(value, bool):
            return wording.text("yes") if value else wording.text("no")
        if isinstance(value, StrEnum):
            return wording.text(_ENUM_WORDS[value]) if value in _ENUM_WORDS else str(value)
        if isinstance(value, datetime.datetime):
            return f"{wording.date(value.date())} {value:%H:%M}"
        if isinstance(value, datetime.date):
            return wording.date(value)
        if field in _CLOCKS and isinstance(value, int):
            return wording.clock(value)
        if field == "month":
            return self._month(value)
        if isinstance(value, str) and field in _REFERENCES:
            return self._name(_REFERENCES[field], value) or value
        return self._joined(field, value) if isinstance(value, tuple) else str(value)

    def _joined(self, field: str, value: tuple[Any, ...]) -> str:
        if isinstance(value, Act):
            return self._name("artists", value.artist)
        if isinstance(value, Credit):
            return f"{value.role} {value.name}"
        if isinstance(value, Contact):
            return " ".join(part for part in (value.name, value.role, value.phone, value.email) if part)
        if isinstance(value, Fallback):
            place = self._name("venues", value.venue) if value.venue else ""
            return value.note or " · ".join(part for part in (self._words("kind", value.kind), place) if part)
        if field == "members":
            return ", ".join(self._name("artists", one) for one in value)
        named = zip(value._fields, value, strict=True) if hasattr(value, "_fields") else ((field, one) for one in value)
        return ", ".join(text for name, one in named if (text := self._words(name, one)))


def _label(kind: str, field: str) -> str:
    column = _COLUMNS.get((kind, field), field)
    label = label_of(kind, column)
    return _LABELS.get(field, field) if label == column else label
