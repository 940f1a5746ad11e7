"""What of a plan an edition keeps: everything that public paper and calendars show, and nothing that is private.

Left out are ideas, applications, notes, money, who was told what, when people can come, and contacts that are not
ticked as public; so an edition may be kept for ever and handed on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from director_app.domain.kinds import TYPE_OF, AnyRecord
from director_app.domain.people import Artist
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status

#: Fields of any record that nobody outside reads.
_INSIDE: Final = ("note", "source")
#: Further fields, by kind.
_PRIVATE: Final[Mapping[str, tuple[str, ...]]] = {
    "attachments": ("subject",),
    "seasons": ("reference_date",),
    "artists": ("consent_date", "keep_until", "fee", "needs"),
    "venues": ("quiet_hours", "power_kw", "floor_area"),
    "events": ("safety", "counted_heads", "expected_heads", "setup_from", "strike_until"),
    "programmes": ("needs", "setup_minutes", "strike_minutes"),
    "deliveries": (
        "setup_minutes", "strike_minutes", "is_locked", "expected_heads", "counted_heads", "confirmations",
        "responsible", "series", "internal_note", "ready",
    ),
    "segments": ("cues",),
    "works": ("power_kw", "neighbours"),
}  # fmt: skip
#: Kinds that are kept; all others are of no concern to a reader.
_KEPT: Final = (
    "complexes", "seasons", "areas", "organisations", "artists", "venues", "special_days", "initiatives", "events",
    "programmes", "deliveries", "segments", "works",
)  # fmt: skip


def published_part(plan: Plan) -> Plan:
    """The plan as an edition keeps it; a plan of its own, of which documents can be made."""
    tables: dict[str, dict[str, AnyRecord]] = {}
    for kind in _KEPT:
        strip = _stripping(kind)
        tables[kind] = {name: strip(record) for name, record in plan.table(kind).items() if _is_public(plan, record)}
    pictures = {
        identity
        for kind in ("complexes", "organisations", "artists", "venues", "programmes", "works")
        for record in tables[kind].values()
        for field in ("photo", "logo", "sketch")
        if (identity := getattr(record, field, None)) is not None
    }
    strip = _stripping("attachments")
    tables["attachments"] = {name: strip(one) for name, one in plan.attachments.items() if name in pictures}
    return Plan.from_maps(tables, plan.highest_number)


def public_fields(kind: str) -> tuple[str, ...]:
    """The fields of a kind that an edition keeps as they are, without the id and the lists of contacts."""
    record_type: Any = TYPE_OF[kind]
    left_out = {"id", "contacts", "contact", *_INSIDE, *_PRIVATE.get(kind, ())}
    return tuple(name for name in record_type._fields if name not in left_out)


def _is_public(plan: Plan, record: AnyRecord) -> bool:
    if isinstance(record, Delivery):
        return record.status is not Status.IDEA
    delivery = getattr(record, "delivery", None)
    return delivery is None or plan.deliveries[delivery].status is not Status.IDEA


def _stripping(kind: str) -> Callable[[AnyRecord], AnyRecord]:
    """What takes the private fields out of records of a kind."""
    record_type: Any = TYPE_OF[kind]
    fields, defaults = record_type._fields, record_type._field_defaults
    blank = {name: defaults[name] for name in (*_INSIDE, *_PRIVATE.get(kind, ())) if name in defaults}

    def strip(record: AnyRecord) -> AnyRecord:
        values = dict(blank)
        if "contacts" in fields:
            keep = () if isinstance(record, Artist) else record.contacts
            values["contacts"] = tuple(contact for contact in keep if contact.public)
        elif "contact" in fields and not record.contact.public:
            values["contact"] = defaults["contact"]
        return record._replace(**values)

    return strip
