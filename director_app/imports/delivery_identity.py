"""What an occurrence in a row is, and what its delivery is called on every machine and in every import of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from director_app.domain.ids import derived_id
from director_app.imports.bench import Bench
from director_app.imports.drafts import Draft
from director_app.imports.matching import name_key
from director_app.imports.programme_rows import programme_id
from director_app.imports.written_dates import DaySpan
from director_app.imports.written_times import TimeSpan

_ANCHORS: Final = ("title", "organisation", "venue", "artists")


@dataclass(frozen=True, slots=True)
class Slot:
    """One occurrence of a row: where and when, as far as it is known."""

    programme: str
    organisation: str
    venue: str
    day: DaySpan | None
    times: TimeSpan
    month: str
    suffix: str
    area: str = ""


def title_of_slot(draft: Draft, slot: Slot) -> str:
    """What a row is about, as it is written."""
    facts = draft.facts
    parts = (facts.get("title", "") or facts.get("organisation", "") or facts.get("venue", ""), slot.suffix)
    return " ".join(part for part in parts if part)


def says_little(draft: Draft, number: str) -> bool:
    """Whether a row names neither programme nor company, place or people: two such rows are two deliveries."""
    return not (draft.key or draft.identity or number or any(draft.facts.get(name) for name in _ANCHORS))


def identity_of_row(bench: Bench, draft: Draft, slot: Slot, number: str) -> str:
    """The identity of a row's delivery; of rows that say no more than a date each has its own, counted from the top."""
    identity = plain_identity(draft, slot, number)
    again = 1
    while says_little(draft, number) and bench.claimed.get(("deliveries", identity)) not in (None, draft.place):
        again += 1
        identity = derived_id("delivery", plain_identity(draft, slot, number), str(again))
    return identity


def plain_identity(draft: Draft, slot: Slot, number: str) -> str:
    """What a delivery of this row is called by, on every machine and in every import of it."""
    if draft.identity:
        return draft.identity
    if draft.key:
        return derived_id(
            "delivery", "list", draft.key, slot.day.first.isoformat() if slot.day else "", str(slot.times.start)
        )
    if number:
        return derived_id("delivery", "number", name_key(number))
    facts = draft.facts
    return derived_id(
        "delivery", name_key(facts.get("title", "")), programme_id(draft) if facts.get("title") else "",
        name_key(slot.suffix), name_key(facts.get("organisation", "")), name_key(facts.get("venue", "")),
        name_key("".join(facts.get("artists", ()))) if not facts.get("title") else "",
        slot.day.first.isoformat() if slot.day else slot.month, str(slot.times.start),
    )  # fmt: skip
