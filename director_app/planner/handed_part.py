"""What of a plan goes to another desk: the dates it is narrowed to, with all that a desk needs to plan them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from director_app.domain.kinds import KIND_NAMES, TYPE_OF, AnyRecord, references
from director_app.domain.plan import Plan
from director_app.planner.scope import Scope

#: Kinds that are of one desk alone: what it handed over itself.
_OF_THE_DESK: Final = frozenset({"handovers"})
#: Kinds that say nothing but private things: what was said with whom, money, the council, and names of people.
_PRIVATE_KINDS: Final = frozenset(
    {
        "notes", "tellings", "grants", "budget_lines", "council_members", "meetings", "decisions", "posts", "guests",
        "stays", "supports",
    }
)  # fmt: skip
#: Private fields of other kinds; contacts are left out where they are not ticked as public.
_PRIVATE: Final[Mapping[str, tuple[str, ...]]] = {
    "artists": ("consent_date", "keep_until", "fee", "note"),
    "venues": ("note",),
    "organisations": ("note",),
    "applications": ("applicant", "original", "decision_note", "note"),
    "deliveries": ("internal_note", "responsible"),
    "programmes": ("note",),
    "events": ("note",),
}


def handed_part(plan: Plan, scope: Scope) -> Plan:
    """The dates of the scope, those they name, and every record that does not belong to another date: a whole plan.

    Artists, venues, programmes and the like all go along: the other desk books among them.
    """
    tables = {kind: dict(plan.table(kind)) for kind in KIND_NAMES if kind not in _OF_THE_DESK}
    if not scope.is_everything:
        tables["deliveries"] = _named_along(plan, scope)
        tables["releases"] = {}
        _drop_what_names_nothing(tables)
    return Plan.from_maps(tables, plan.highest_number, plan.highest_edition)


def without_private(plan: Plan) -> Plan:
    """The same plan for eyes that are no desk of the season."""
    tables: dict[str, dict[Any, AnyRecord]] = {}
    for kind in KIND_NAMES:
        table = {} if kind in _PRIVATE_KINDS else plan.table(kind)
        tables[kind] = {name: _stripped(kind, record) for name, record in table.items()}
    _drop_what_names_nothing(tables)
    return Plan.from_maps(tables, plan.highest_number, plan.highest_edition)


def _named_along(plan: Plan, scope: Scope) -> dict[Any, AnyRecord]:
    holds = scope.holds(plan)
    found: dict[Any, AnyRecord] = {name: one for name, one in plan.deliveries.items() if holds(one)}
    waiting = list(found.values())
    while waiting:
        for kind, identity in references(waiting.pop()):
            if kind == "deliveries" and identity not in found:
                found[identity] = plan.deliveries[identity]  # type: ignore[index]  # ids are texts
                waiting.append(found[identity])
    return found


def _drop_what_names_nothing(tables: dict[str, dict[Any, AnyRecord]]) -> None:
    """Take out, until nothing is left to take, every record that names one that is not there."""
    dropped = True
    while dropped:
        dropped = False
        for table in tables.values():
            lost = [
                name
                for name, record in table.items()
                if any(identity not in tables.get(named, {}) for named, identity in references(record))
            ]
            for name in lost:
                del table[name]
            dropped = dropped or bool(lost)


def _stripped(kind: str, record: AnyRecord) -> AnyRecord:
    record_type: Any = TYPE_OF[kind]
    fields, defaults = record_type._fields, record_type._field_defaults
    values = {name: defaults[name] for name in _PRIVATE.get(kind, ()) if name in fields}
    if "contacts" in fields:
        values["contacts"] = tuple(contact for contact in record.contacts if contact.public)
    elif "contact" in fields and not record.contact.public:
        values["contact"] = defaults["contact"]
    return record._replace(**values) if values else record
