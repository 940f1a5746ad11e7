"""The plan while a file is matched with it: look-ups by name, what earlier rows added, and who claimed what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from director_app.domain.kinds import AnyRecord, kind_of
from director_app.domain.plan import Plan, RecordChange
from director_app.domain.rules import check_alone, cleaned
from director_app.imports.matching import name_key, short_key

_NAMED: Final = {
    "artists": "name",
    "venues": "name",
    "organisations": "name",
    "areas": "name",
    "initiatives": "name",
    "programmes": "title",
}


#: File, sheet and number of a row.
RowPlace: TypeAlias = tuple[str, str, int]


class Bench:
    """The records of a plan and of the rows read so far. Rows are staged and then kept or dropped as a whole."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._current: dict[tuple[str, str], AnyRecord] = {}
        self._staged: dict[tuple[str, str], AnyRecord] = {}
        self._keys: dict[str, dict[str, list[str]]] = {kind: {} for kind in _NAMED}
        self._short: dict[str, dict[str, list[str]]] = {kind: {} for kind in _NAMED}
        for kind in _NAMED:
            for record in sorted(plan.table(kind).values(), key=lambda one: str(one.id)):
                self._file(kind, record)
        self._new_names: list[tuple[str, AnyRecord]] = []
        self._new_claims: list[tuple[str, str]] = []
        self._lengths: dict[str, dict[int, list[str]]] = {kind: {} for kind in _NAMED}
        for kind, keys in self._keys.items():
            for key in keys:
                self._lengths[kind].setdefault(len(key), []).append(key)
        #: Record -> the row (file, sheet, number) that spoke of it first.
        self.claimed: dict[tuple[str, str], RowPlace] = {}

    def _file(self, kind: str, record: AnyRecord) -> None:
        name = getattr(record, _NAMED[kind])
        for table, key in ((self._keys, name_key(name)), (self._short, short_key(name))):
            if key and record.id not in table[kind].setdefault(key, []):
                table[kind][key].append(record.id)

    def get(self, kind: str, identity: str) -> Any:
        """A record as it stands now, staged changes included; None when there is none."""
        named = (kind, identity)
        if named in self._staged:
            return self._staged[named]
        return self._current.get(named) or self.plan.find(kind, identity)

    def named(self, kind: str, name: str) -> list[Any]:
        """The records of a name; where none has it outright, the one that has it but for words in brackets."""
        key = name_key(name)
        if not key:
            return []
        found = [self.get(kind, one) for one in self._keys[kind].get(key, ())]
        if found:
            return found
        short = short_key(name)
        loose = self._keys[kind].get(short, []) if short else self._short[kind].get(key, [])
        return [self.get(kind, loose[0])] if len(loose) == 1 and kind in ("artists", "venues") else []

    def records(self, kind: str) -> list[Any]:
        """Every record of a kind as it stands now, those of earlier rows after those of the plan."""
        found: dict[str, Any] = dict(self.plan.table(kind))
        for table in (self._current, self._staged):
            found.update({identity: record for (of, identity), record in table.items() if of == kind})
        return list(found.values())

    def keys_near(self, kind: str, length: int) -> list[str]:
        """The keys of names about this long that the plan itself has."""
        return [key for size in range(length - 2, length + 3) for key in self._lengths[kind].get(size, ())]

    def of_key(self, kind: str, key: str) -> Any:
        """The first record of a key."""
        return self.get(kind, self._keys[kind][key][0])

    def is_in_plan(self, kind: str, identity: str) -> bool:
        """Whether the plan had the record before this import."""
        return self.plan.find(kind, identity) is not None

    def stage(self, record: AnyRecord) -> None:
        """Put a record as this row wants it; it counts once the row is kept.

        Raises:
            RefusedEdit: when the record makes no sense by itself.
        """
        record = cleaned(record)
        check_alone(record)
        kind = kind_of(record)
        if kind in _NAMED and self.get(kind, record.id) is None:
            self._file(kind, record)
            self._new_names.append((kind, record))
        self._staged[(kind, record.id)] = record

    def claim(self, kind: str, identity: str, place: RowPlace) -> None:
        """Note that a row speaks of a record, if it is the first."""
        if (kind, identity) not in self.claimed:
            self.claimed[(kind, identity)] = place
            self._new_claims.append((kind, identity))

    def staged_changes(self) -> tuple[RecordChange, ...]:
        """What the row would change, against the plan and the rows before it."""
        changes = []
        for (kind, identity), after in self._staged.items():
            before = self._current.get((kind, identity)) or self.plan.find(kind, identity)
            if before != after:
                changes.append(RecordChange(kind, identity, before, after))
        return tuple(changes)

    def keep(self) -> None:
        """The row counts: later rows see its records."""
        self._current.update(self._staged)
        self._forget()

    def drop(self) -> None:
        """The row does not count."""
        for kind, record in self._new_names:
            name = getattr(record, _NAMED[kind])
            for table, key in ((self._keys, name_key(name)), (self._short, short_key(name))):
                if record.id in table[kind].get(key, ()):
                    table[kind][key].remove(record.id)
        for named in self._new_claims:
            self.claimed.pop(named, None)
        self._forget()

    def _forget(self) -> None:
        self._staged.clear()
        self._new_names.clear()
        self._new_claims.clear()


def merged(before: AnyRecord, values: Mapping[str, Any], *, overwrite: bool) -> AnyRecord:
    """A record with values filled in: blanks always, what is there only when `overwrite`. Empty values never erase."""
    defaults = type(before)._field_defaults
    changes = {}
    for name, value in values.items():
        if is_blank(value):
            continue
        current = getattr(before, name)
        is_value = isinstance(value, tuple) and hasattr(value, "_fields") and type(current) is type(value)
        if is_value:
            filled = merged(current, value._asdict(), overwrite=overwrite)
            if filled != current:
                changes[name] = filled
        elif current != value and (overwrite or is_blank(current) or current == defaults.get(name, None)):
            changes[name] = value
    return before._replace(**changes) if changes else before


def is_blank(value: object) -> bool:
    """Whether a value says nothing: None, an empty text or list."""
    return value is None or value in ("", ())
