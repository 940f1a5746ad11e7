"""Two desks, one plan: what two copies did since they were one is brought together, field by field.

What only one side touched is taken; what both made different is a clash that somebody must decide, and until then this
side stays as it is. Nothing is lost: a record that one side removed and the other still needs is there again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, Final, NamedTuple

from director_app.domain.edits import numbered
from director_app.domain.ids import DeliveryId
from director_app.domain.kinds import KIND_NAMES, AnyRecord, references
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.refusals import RefusedEdit
from director_app.domain.rules import check_alone

#: The field of a clash in which one side removed a record and the other changed it.
WHOLE_RECORD: Final = ""


class Place(NamedTuple):
    """Where two sides differ: a record and the field of it, `WHOLE_RECORD` when one side has removed it."""

    kind: str
    id: str
    field: str


class Clash(NamedTuple):
    """What both sides made different. Values are those of the field; of a whole record, the record or None."""

    place: Place
    before: Any
    here: Any
    there: Any


class Renumbered(NamedTuple):
    """A delivery that got another reference number, because both sides had given one number to two."""

    delivery: DeliveryId
    old: str
    new: str


class Merge(NamedTuple):
    """What a merge does to this side, and what it could not decide."""

    changes: tuple[RecordChange, ...]
    clashes: tuple[Clash, ...]
    #: Kind and id of what one side had removed and the other side needs.
    brought_back: tuple[tuple[str, str], ...]
    renumbered: tuple[Renumbered, ...]


class Merged:
    """A merge as an edit, so that it is one step that can be taken back."""

    def __init__(self, merge: Merge) -> None:
        self._merge = merge

    def changes(self, plan: Plan) -> list[RecordChange]:
        """The changes, against the records as they stand."""
        return [one._replace(before=plan.find(one.kind, one.id)) for one in self._merge.changes]


def merge(base: Plan, here: Plan, there: Plan, taken_from_there: Collection[Place] = ()) -> Merge:
    """Bring into `here` what was done in `there` since both were `base`.

    Where both changed the same field, `here` stays, unless the place is among `taken_from_there`. Without clashes the
    order of merging does not matter, and a second merge of the same does nothing.
    """
    work = _Merging(base, here, there, frozenset(taken_from_there))
    for kind in KIND_NAMES:
        known, others = base.table(kind), there.table(kind)
        for identity in sorted({*known, *others}):
            if known.get(identity) != others.get(identity):
                work.take(kind, identity)
    work.bring_back_what_is_named()
    work.number_apart()
    return work.finished()


class _Merging:
    """One merge at work: this side, and over it what becomes of the records it touches."""

    def __init__(self, base: Plan, here: Plan, there: Plan, taken: frozenset[Place]) -> None:
        self._base, self._here, self._there, self._taken = base, here, there, taken
        self._after: dict[tuple[str, str], AnyRecord | None] = {}
        self._clashes: list[Clash] = []
        self._brought_back: list[tuple[str, str]] = []
        self._renumbered: list[Renumbered] = []

    def take(self, kind: str, identity: str) -> None:
        """Bring in what became of one record on the other side."""
        before, mine, other = (plan.find(kind, identity) for plan in (self._base, self._here, self._there))
        if mine == other:
            return
        if mine == before:
            self._after[kind, identity] = other
        elif mine is None or other is None:
            place = Place(kind, identity, WHOLE_RECORD)
            self._clashes.append(Clash(place, before, mine, other))
            if place in self._taken:
                self._after[kind, identity] = other
        elif kind == "releases":
            self._after[kind, identity] = _given_out_by_both(mine, other)
        else:
            self._after[kind, identity] = self._by_field(kind, before, mine, other)

    def _by_field(self, kind: str, before: AnyRecord | None, mine: AnyRecord, other: AnyRecord) -> AnyRecord:
        taken, clashes = {}, []
        for name in mine._fields:
            here, there = getattr(mine, name), getattr(other, name)
            old = getattr(before, name) if before is not None else None
            if here == there or (before is not None and there == old):
                continue
            place = Place(kind, mine.id, name)
            if before is None or here != old:
                clashes.append(Clash(place, old, here, there))
            if (before is not None and here == old) or place in self._taken:
                taken[name] = there
        record = mine._replace(**taken)
        if taken and not _makes_sense(record):
            # Each side made sense by itself, both together do not: all of it is for her to decide.
            names = [name for name in mine._fields if getattr(mine, name) != getattr(other, name)]
            sides = [[getattr(side, name, None) for side in (before, mine, other)] for name in names]
            clashes = [Clash(Place(kind, mine.id, name), *side) for name, side in zip(names, sides, strict=True)]
            chosen = {one.place.field: one.there for one in clashes if one.place in self._taken}
            record = mine._replace(**chosen) if _makes_sense(mine._replace(**chosen)) else mine
        self._clashes += clashes
        return record

    def bring_back_what_is_named(self) -> None:
        """No record goes that another still names, and whoever names one that went has it again."""
        while back := [*self._still_named(), *self._named_but_gone()]:
            self._brought_back += back

    def _still_named(self) -> list[tuple[str, str]]:
        kept = [
            named
            for named, record in self._after.items()
            if record is None and any(self._names(user, *named) for user in self._here.users(*named))
        ]
        for named in kept:
            del self._after[named]
        return kept

    def _named_but_gone(self) -> list[tuple[str, str]]:
        missing = {
            named: lost
            for record in self._after.values()
            if record is not None
            for named in references(record)
            if self._find(*named) is None and (lost := self._lost(*named)) is not None
        }
        self._after.update(missing)
        return list(missing)

    def _names(self, user: tuple[str, str], kind: str, identity: str) -> bool:
        record = self._find(*user)
        return record is not None and (kind, identity) in references(record)

    def _find(self, kind: str, identity: str) -> AnyRecord | None:
        return self._after[kind, identity] if (kind, identity) in self._after else self._here.find(kind, identity)

    def _lost(self, kind: str, identity: str) -> AnyRecord | None:
        if kind not in KIND_NAMES:
            return None
        plans = (self._here, self._there, self._base)
        return next((found for plan in plans if (found := plan.find(kind, identity)) is not None), None)

    def number_apart(self) -> None:
        """Of two deliveries with one number the younger, else the one of the greater id, gets another.

        Both sides come to the same numbers, whichever of them merges.
        """
        holders: dict[str, list[Any]] = {}
        for record in self._deliveries():
            if record.number:
                holders.setdefault(record.number, []).append(record)
        losers = [one for same in holders.values() for one in sorted(same, key=self._age)[1:]]
        highest = max(self._here.highest_number, self._there.highest_number)
        for record in sorted(losers, key=lambda one: str(one.id)):
            highest += 1
            number = numbered(self._here, highest)
            self._after["deliveries", record.id] = record._replace(number=number)
            self._renumbered.append(Renumbered(record.id, record.number, number))

    def _deliveries(self) -> Iterator[Any]:
        touched = {identity: record for (kind, identity), record in self._after.items() if kind == "deliveries"}
        yield from (record for name, record in self._here.deliveries.items() if name not in touched)
        yield from (record for record in touched.values() if record is not None)

    def _age(self, delivery: Any) -> tuple[bool, str]:
        return delivery.id not in self._base.deliveries, str(delivery.id)

    def finished(self) -> Merge:
        """What came of it."""
        changes = (
            RecordChange(kind, identity, self._here.find(kind, identity), after)
            for (kind, identity), after in self._after.items()
        )
        return Merge(
            tuple(one for one in changes if one.before != one.after),
            tuple(self._clashes),
            tuple(sorted(set(self._brought_back))),
            tuple(self._renumbered),
        )


def _given_out_by_both(mine: Any, other: Any) -> Any:
    """An edition never changes; what was given out as it on either side was given out."""
    given = {*mine.given, *other.given}
    return mine._replace(given=tuple(sorted(given, key=lambda one: (str(one.at), one.document, one.narrowed))))


def _makes_sense(record: AnyRecord) -> bool:
    try:
        check_alone(record)
    except RefusedEdit:
        return False
    return True
