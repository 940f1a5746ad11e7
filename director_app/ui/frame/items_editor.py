"""The editor behind the inspector: one record or many of a kind, read and written by the same fields."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

from PySide6.QtCore import QObject

from director_app.domain.edits import Change, Edit, MoveDelivery
from director_app.domain.facts import Fallback, FallbackKind, Subject
from director_app.domain.ids import EventId
from director_app.domain.kinds import TYPE_OF
from director_app.domain.many_edits import Alongside
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.operations.open_plan import StepName
from director_app.ui import steps
from director_app.ui.background import Job
from director_app.ui.desk import Desk
from director_app.ui.forms.field_paths import changes_at, value_at
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.typed_times import TypedPeriod, TypedSpan, days_after
from director_app.ui.words import STATUS_WORDS
from director_app.wording import message


class Mixed(Enum):
    """Stands for a value that the selected records do not share."""

    MIXED = "mixed"


MIXED: Final = Mixed.MIXED

SEVERAL_CHANGED: Final = message("{n} dates: {field} changed")
ALL_LOCKED: Final = message("All of them are locked. Unlock them first.")
_AT_ONCE: Final = 300
"""So many are read in passing; more are read beside the window."""
_PLACING: Final = frozenset({"days", "span", "venue", "zone"})
_DAYS: Final = {"deliveries": ("date", "until", "month"), "events": ("first_day", "last_day")}
_SPAN: Final = ("start", "end")


@dataclass(frozen=True, slots=True)
class Shared:
    """What many records have in common."""

    values: dict[str, Any] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    locked: int = 0


def share(plan: Plan, kind: str, ids: Sequence[str], stop: threading.Event | None = None) -> Shared:
    """The value of every field that is the same in all these records; MIXED where they differ."""
    table = plan.table(kind)
    records = [record for identity in ids if (record := table.get(identity)) is not None]
    names = TYPE_OF[kind]._fields  # type: ignore[attr-defined]  # every record is a named tuple
    if not records:
        return Shared()
    first = records[0]
    alive = list(range(len(names)))
    for number, record in enumerate(records):
        alive = [place for place in alive if record[place] == first[place]]
        if stop is not None and number % 1024 == 0 and stop.is_set():
            return Shared()
    values = {name: first[place] if place in alive else MIXED for place, name in enumerate(names)}
    values |= _plans_b(record.fallback for record in records) if hasattr(first, "fallback") else {}
    statuses = Counter(str(record.status) for record in records) if hasattr(first, "status") else Counter()
    return Shared(values, dict(statuses), sum(1 for record in records if getattr(record, "is_locked", False)))


def _plans_b(fallbacks: Iterable[Fallback | None]) -> dict[str, Any]:
    different = set(fallbacks)
    values: dict[str, Any] = {}
    for name in Fallback._fields:
        found = {None if one is None else getattr(one, name) for one in different}
        values[f"fallback.{name}"] = found.pop() if len(found) == 1 else MIXED
    return values


class ItemsEditor(RecordEditor):
    """The records that a card shows. Of one record every field is read; of many what they share, else MIXED.

    Attributes:
        ids: the records shown.
        shared: what many have in common; empty until it is known.
    """

    def __init__(self, desk: Desk, kind: str, parent: QObject) -> None:
        super().__init__(desk, kind, parent)
        self.ids: tuple[str, ...] = ()
        self.shared = Shared()
        self._job: Job | None = None

    # -- what is shown -------------------------------------------------------------------------------------

    @property
    def record(self) -> Any:
        """The record shown, the first of many; None when there is none."""
        return self.desk.plan.find(self.kind, self.ids[0]) if self.ids else None

    @property
    def is_many(self) -> bool:
        """Whether several are shown."""
        return len(self.ids) > 1

    def show(self, identity: str) -> None:
        """Show one record, or none with an empty id."""
        self.show_items((identity,) if identity else ())

    def show_items(self, ids: Sequence[str]) -> None:
        """Show these records. What very many have in common comes a moment later."""
        if self.ids and tuple(ids) != self.ids:
            self.desk.look.typing.finish()  # what is typed belongs to those shown before
        self.ids = tuple(ids)
        self.id = self.ids[0] if len(self.ids) == 1 else f"{len(self.ids)} {hash(self.ids)}"
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if len(self.ids) > _AT_ONCE:
            self.shared = Shared()
            background = self.desk.background
            self._job = background.run(share, self.desk.plan, self.kind, self.ids, then=self._take)
        elif self.is_many:
            self.shared = share(self.desk.plan, self.kind, self.ids)
        self.shown.emit(self.record)

    def refresh(self) -> None:
        """Show the same records as they are now."""
        self.show_items(self.ids)

    def _take(self, shared: Shared) -> None:
        self._job = None
        self.shared = shared
        self.shown.emit(self.record)

    # -- reading -------------------------------------------------------------------------------------------

    def value(self, path: str) -> Any:
        """A field's value: see `field_paths`, and "days", "span", "zone"; MIXED where many differ."""
        if path == "days":
            found = [self._plain(name) for name in _DAYS[self.kind]]
            return MIXED if MIXED in found else TypedPeriod(*found)
        if path == "span":
            found = [self._plain(name) for name in _SPAN]
            return MIXED if MIXED in found else TypedSpan(*found)
        if path == "zone":
            return zone_of(self.desk.plan, self.record)
        return self._plain(path)

    def _plain(self, path: str) -> Any:
        if self.is_many:
            return self.shared.values.get(path, MIXED)
        first, _dot, inner = path.partition(".")
        record = self.record
        if inner and getattr(record, first, MIXED) is None:
            return None
        return value_at(record, path)

    def may_change(self, path: str) -> bool:
        """Whether a field may be changed now: a locked delivery stays where it is."""
        if self.desk.is_read_only:
            return False
        return self.is_many or path not in _PLACING or not getattr(self.record, "is_locked", False)

    # -- writing -------------------------------------------------------------------------------------------

    def change(self, path: str, value: Any, label: str) -> str:
        """Write one field of all that are shown, as one step; "" when done, else the sentence that says why not."""
        records = self._changeable(path)
        if not records:
            return self.desk.wording.text(ALL_LOCKED) if self.ids else ""
        edits = tuple(self._edit(record, path, value) for record in records)
        sentence = self.perform(together(edits), self._step_of(path, value, label, len(records)))
        if not sentence:
            self.say_locked(len(self.ids) - len(records))
        return sentence

    def change_each(self, edits: Sequence[Edit], label: str) -> str:
        """An edit for each record shown, as one step named after the field."""
        return self.perform(together(edits), self._step_of("", None, label, len(edits)))

    def say_locked(self, stayed: int) -> None:
        """Say how many were left alone because they are locked."""
        if stayed > 0:
            wording = self.desk.wording
            self.desk.say(
                wording.plural("{n} locked date stayed as it is.", "{n} locked dates stayed as they are.", stayed)
            )

    def records(self) -> list[Any]:
        """All records shown that are still there."""
        table = self.desk.plan.table(self.kind)
        return [record for identity in self.ids if (record := table.get(identity)) is not None]

    def step(self, label: str) -> StepName:
        """What the step of a change to this field is called."""
        return self._step_of("", None, label, len(self.ids))

    def title(self) -> str:
        """What the record shown is called in the name of a step."""
        return steps.title_for(self.desk.wording, self.desk.plan, Subject(self.kind, self.ids[0]))

    def _changeable(self, path: str) -> list[Any]:
        records = self.records()
        if self.is_many and path in _PLACING:
            return [record for record in records if not record.is_locked]
        return records

    def _step_of(self, path: str, value: Any, label: str, count: int) -> StepName:
        wording = self.desk.wording
        if self.is_many:
            if path == "status":
                values = {"n": count, "status": wording.text(STATUS_WORDS[Status(value)])}
                return StepName(steps.SEVERAL_STATUS_SET, values)
            return StepName(SEVERAL_CHANGED, {"n": count, "field": label})
        title = self.title()
        if path == "days" and self.kind == "deliveries" and value.first is not None:
            return steps.moved(title, value.first)
        if path == "span" and value.start is not None:
            return StepName(steps.TIME_CHANGED, {"title": title, "time": wording.clock(value.start)})
        if path == "venue" and self.kind == "deliveries":
            venue = self.desk.plan.find("venues", value) if value else None
            place = venue.name if venue else wording.undecided()
            return StepName(steps.PLACE_CHANGED, {"title": title, "place": place})
        if path == "status":
            return StepName(steps.STATUS_SET, {"title": title, "status": wording.text(STATUS_WORDS[Status(value)])})
        return steps.changed(title, label)

    def _edit(self, record: Any, path: str, value: Any) -> Edit:
        if path.startswith("fallback."):
            return Change(self.kind, record.id, {"fallback": _plan_b(record.fallback, path[9:], value)})
        if isinstance(record, Delivery):
            placed = _placed(self.desk.plan, record, path, value)
            if placed is not None:
                return MoveDelivery(record.id, placed)
        elif path == "days":
            return Change(self.kind, record.id, {"first_day": value.first, "last_day": value.last})
        return Change(self.kind, record.id, changes_at(record, path, value))


def together(edits: Sequence[Edit]) -> Edit:
    """Edits of different records as one."""
    return edits[0] if len(edits) == 1 else Alongside(tuple(edits))


def _placed(plan: Plan, one: Delivery, path: str, value: Any) -> dict[str, Any] | None:
    """What a move has to set; None when the field has nothing to do with where and when."""
    if path == "days":
        date, until = days_after(value, one.date, one.until)
        month = {} if date is not None else {"month": value.month}
        return {"date": date, "until": until, **month}
    if path == "span":
        end = {"end": value.end} if value.end is not None or value.start is None else {}
        return {"start": value.start, **end}
    if path == "zone":
        event = plan.events.get(EventId(one.event)) if one.event else None
        venues = {zone.name: zone.venue for zone in event.zones} if event else {}
        return {"venue": venues.get(value)}
    return {"venue": value} if path == "venue" else None


def _plan_b(present: Fallback | None, name: str, value: Any) -> Fallback | None:
    if name == "kind":
        return (present or Fallback())._replace(kind=FallbackKind(value)) if value else None
    return (present or Fallback())._replace(**{name: value})


def zone_of(plan: Plan, one: Any) -> str:
    """The zone of its event in which a delivery takes place; empty when it is in none."""
    event = plan.events.get(one.event) if isinstance(one, Delivery) and one.event else None
    zones = event.zones if event else ()
    return next((zone.name for zone in zones if zone.venue is not None and zone.venue == one.venue), "")
