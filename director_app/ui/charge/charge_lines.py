"""One list of records as a table says it: rows of fields, an order, and what stands below each record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol

from PySide6.QtWidgets import QWidget

from director_app.ui.desk import Desk
from director_app.ui.forms.bound_fields import FieldSpec
from director_app.ui.forms.name_field import new_record
from director_app.ui.lines.record_lines import RecordLine
from director_app.ui.lines.sorted_lines import Order, SortedLines
from director_app.ui.widgets.text import horizontal_line

#: What belongs to a record stands so far inside it.
_INDENT: Final = 24
#: Further values of a new record, from the desk and what was typed.
Fresh = Callable[[Desk, str], dict[str, Any]]


class Below(Protocol):
    """What stands below a record and follows it."""

    def refresh(self) -> None:
        """Show it as it is now."""

    def retranslate(self) -> None:
        """Say everything in the present language."""


@dataclass(frozen=True, slots=True)
class ListTable:
    """One list. `title` and `add_hint` are messages; `by_hand` lists are moved up and down."""

    kind: str
    title: str
    add_hint: str
    order: Order
    rows: tuple[tuple[FieldSpec, ...], ...]
    fresh: Fresh | None = None
    by_hand: bool = False
    below: Callable[[Desk, str], QWidget] | None = None


class ChargeLines(SortedLines):
    """The records of a table; with an owner only those that name it in a field, and new ones name it too."""

    def __init__(self, desk: Desk, table: ListTable, owner: tuple[str, str] | None = None) -> None:
        self.table = table
        self._owner = owner
        self._under: dict[str, Below] = {}
        super().__init__(
            desk, table.kind, table.title, table.rows[0], add_hint=table.add_hint, order=table.order
        )  # fmt: skip
        if owner is not None:
            self.setContentsMargins(_INDENT, 10, 0, 10)

    def new(self, text: str) -> Any:
        """A record with what was typed for its name, and what its table and its owner add."""
        values = self.table.fresh(self._desk, text) if self.table.fresh is not None else {}
        if self._owner is not None:
            values[self._owner[0]] = self._owner[1]
        if self.table.by_hand:
            values["position"] = self._next_position()
        return new_record(self._kind, text)._replace(**values)

    def refresh(self) -> None:
        """Show the records, and what stands below each, as they are now."""
        super().refresh()
        known = set(self._ids())
        self._under = {identity: under for identity, under in self._under.items() if identity in known}
        for under in self._under.values():
            under.refresh()

    def under(self, identity: str) -> Below:
        """What stands below the line of a record."""
        self.lines()
        return self._under[identity]

    def _make_next(self) -> bool:
        known = set(self._under)
        is_more = super()._make_next()
        for identity in self._under.keys() - known:
            self._under[identity].refresh()
        return is_more

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        for under in self._under.values():
            under.retranslate()

    def _ids(self) -> list[str]:
        ids = super()._ids()
        if self._owner is None:
            return ids
        table, (field, owner) = self._desk.plan.table(self._kind), self._owner
        return [one for one in ids if getattr(table[one], field) == owner]

    def _made(self, identity: str) -> RecordLine:
        line = super()._made(identity)
        line.up.setVisible(self.table.by_hand)
        line.down.setVisible(self.table.by_hand)
        for specs in self.table.rows[1:]:
            line.put_below(specs)
        if self.table.below is not None:
            under: Any = self.table.below(self._desk, identity)
            self._under[identity] = under
            line.put_under(under)
        if len(self.table.rows) > 1:
            line.put_under(horizontal_line())
        return line
