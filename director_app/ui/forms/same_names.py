"""Records of one kind that bear the same name in other spellings: probably one thing written down twice."""

from __future__ import annotations

from typing import Any

from director_app.domain.plan import Plan
from director_app.imports.matching import name_key
from director_app.ui.forms.name_field import name_in


class SameNames:
    """Finds namesakes; the names are looked through again only when the table changed."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._table: object = None
        self._by_key: dict[str, list[str]] = {}
        self._names: dict[str, tuple[Any, tuple[str, ...]]] = {}

    def namesakes(self, plan: Plan, identity: str) -> list[str]:
        """The other records that bear a name of this one, in a lasting order."""
        self._look_through(plan)
        record = plan.find(self._kind, identity)
        if record is None:
            return []
        found = {other for key in self._keys(record) for other in self._by_key.get(key, ())}
        return sorted(found - {identity})

    def is_twice(self, plan: Plan, identity: str) -> bool:
        """Whether another record bears one of its names."""
        return bool(self.namesakes(plan, identity))

    def _look_through(self, plan: Plan) -> None:
        table = plan.table(self._kind)
        if self._table is table:
            return
        self._table = table
        self._by_key = {}
        for record in table.values():
            for key in self._keys(record):
                self._by_key.setdefault(key, []).append(record.id)

    def _keys(self, record: Any) -> tuple[str, ...]:
        known = self._names.get(record.id)
        if known is None or known[0] is not record:
            names = (name_in(record), *(getattr(record, field, "") for field in ("romanised", "name_en", "title_en")))
            keys = tuple(dict.fromkeys(key for name in names if name and (key := name_key(name))))
            known = self._names[record.id] = (record, keys)
        return known[1]
