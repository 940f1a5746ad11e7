"""Rows of deliveries, matched with the plan: by number, by an earlier import, by programme, date, time and place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from director_app.domain.edits import title_of
from director_app.domain.facts import Act, Fallback
from director_app.domain.ids import DeliveryId, VenueId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.imports.bench import Bench, merged
from director_app.imports.delivery_drafts import fallback_kind
from director_app.imports.delivery_identity import Slot, identity_of_row, plain_identity, says_little, title_of_slot
from director_app.imports.drafts import Draft
from director_app.imports.matching import name_key
from director_app.imports.moved_rows import Place, Waiting, moves, place_of
from director_app.imports.named_in_passing import area_of, artist_of, find_venue, organisation_of, venue_of
from director_app.imports.programme_rows import credits_of, find_programme, initiative_of, put_programme
from director_app.imports.record_rows import Matched
from director_app.imports.remarks import Remark, remark
from director_app.wording import message

MAYBE_MOVED: Final = message("“{title}” stands on {date} already ({number}), at another time or place.")
NUMBER_OF_OTHER: Final = message("{number} is “{other}” in the plan, not “{title}”.")
SEVERAL_DELIVERIES: Final = message("{n} deliveries of “{title}” would fit; which one is meant cannot be told.")
SEEN_BEFORE: Final = message("“{title}” stands in row {row} already; only what was missing there was taken.")


class DeliveryMatcher:
    """Finds the deliveries of a plan that rows speak of. A delivery answers to one row only."""

    def __init__(self, plan: Plan) -> None:
        self._by_programme: dict[str, list[Delivery]] = {}
        self._by_number: dict[str, Delivery] = {}
        for delivery in sorted(plan.deliveries.values(), key=lambda one: (one.number, one.id)):
            anchor = delivery.programme or delivery.organisation or delivery.venue or ""
            self._by_programme.setdefault(anchor, []).append(delivery)
            if delivery.number:
                self._by_number[name_key(delivery.number)] = delivery
        #: Deliveries that fit a row exactly, so that no other row is taken for a change of them.
        self.spoken_for: set[str] = set()
        #: Rows of a later copy of a table that are known deliveries on another day or at another place.
        self.moves: Mapping[Place, DeliveryId] = {}

    def numbered(self, number: str) -> Delivery | None:
        """The delivery of a reference number."""
        return self._by_number.get(name_key(number)) if number else None

    def candidates(self, slot: Slot) -> list[Delivery]:
        """The deliveries of the slot's programme, or of its company or place when it names none."""
        return self._by_programme.get(slot.programme or slot.organisation or slot.venue, [])

    def exact(self, slot: Slot) -> Delivery | None:
        """The delivery with the same date, start, place and company, if it is the only one."""
        fitting = [one for one in self.candidates(slot) if _is_exact(one, slot)]
        return fitting[0] if len(fitting) == 1 else None

    def fitting(self, slot: Slot) -> list[Delivery]:
        """The deliveries that contradict nothing the slot says, undecided facts left open."""
        return [one for one in self.candidates(slot) if one.id not in self.spoken_for and _fits(one, slot)]

    def same_day(self, slot: Slot) -> list[Delivery]:
        """The deliveries of the same programme on the same date that differ in time or place."""
        if slot.day is None or not slot.programme:
            return []
        free = (one for one in self.candidates(slot) if one.id not in self.spoken_for)
        return [one for one in free if one.date == slot.day.first and one.title_suffix == slot.suffix]


def _is_exact(one: Delivery, slot: Slot) -> bool:
    day = slot.day.first if slot.day else None
    return (
        (one.date, one.start) == (day, slot.times.start)
        and (one.venue or "", one.organisation or "") == (slot.venue, slot.organisation)
        and name_key(one.title_suffix) == name_key(slot.suffix)
        and (day is not None or one.month == slot.month)
    )


def _fits(one: Delivery, slot: Slot) -> bool:
    pairs: tuple[tuple[object, object], ...] = (
        (one.date, slot.day.first if slot.day else None),
        (one.start, slot.times.start),
        (one.venue, slot.venue or None),
        (one.organisation, slot.organisation or None),
        (name_key(one.title_suffix) or None, name_key(slot.suffix) or None),
    )
    if any(here is not None and there is not None and here != there for here, there in pairs):
        return False
    month = one.month or (f"{one.date:%Y-%m}" if one.date else "")
    wanted = slot.month or (f"{slot.day.first:%Y-%m}" if slot.day else "")
    return not month or not wanted or month == wanted


def foresee(bench: Bench, matcher: DeliveryMatcher, drafts: Iterable[Draft]) -> None:
    """Note the deliveries that rows fit exactly, before any row is taken for a change of another."""
    waiting: list[Waiting] = []
    for draft in drafts:
        number = draft.facts.get("number", "")
        numbered = matcher.numbered(number)
        if numbered is not None:
            matcher.spoken_for.add(numbered.id)
            continue
        for slot in _known_slots(bench, draft):
            exact = matcher.exact(slot)
            earlier = bench.plan.deliveries.get(DeliveryId(plain_identity(draft, slot, number)))
            if earlier is not None:
                matcher.spoken_for.add(earlier.id)
            elif exact is not None:
                matcher.spoken_for.add(exact.id)
            elif not number and not draft.key and not draft.identity and not draft.fills_blanks:
                waiting.append(Waiting(draft, slot))
    matcher.moves = moves(bench.plan, waiting, matcher.spoken_for) if waiting else {}
    matcher.spoken_for.update(matcher.moves.values())


def _known_slots(bench: Bench, draft: Draft) -> list[Slot]:
    facts = draft.facts
    programme = find_programme(bench, draft) if facts.get("title") else None
    venue = find_venue(bench, facts["venue"], facts.get("address", "")).record if facts.get("venue") else None
    company = bench.named("organisations", facts["organisation"]) if facts.get("organisation") else []
    return [
        Slot(
            programme.id if programme else "", company[0].id if company else "", venue.id if venue else "",
            day, times, facts.get("month", ""), facts.get("suffix", ""),
        )
        for day, times in facts["occurrences"]
    ]  # fmt: skip


def propose_deliveries(bench: Bench, matcher: DeliveryMatcher, draft: Draft, *, own_lineup: bool) -> list[Matched]:
    """Stage every delivery of a row, with the programme, place, company and people it names."""
    facts = draft.facts
    programme = ""
    if facts.get("title"):
        _existed, record = put_programme(bench, draft, overwrite=False, with_lineup=not own_lineup)
        programme = record.id
        bench.claim("programmes", programme, draft.place)
    company = organisation_of(bench, facts["organisation"], draft.source) if facts.get("organisation") else ""
    place = {key: facts[key] for key in ("latitude", "longitude", "seats") if facts.get(key) is not None}
    area = area_of(bench, facts.get("area", ""))
    venue = venue_of(
        bench,
        facts.get("venue", ""),
        facts.get("address", ""),
        draft.source,
        **place,
        **({"area": area} if area else {}),
    )
    values = _shared_values(bench, draft, programme)
    values["area"] = area if venue is None else None
    matched = []
    for index, (day, times) in enumerate(facts["occurrences"]):
        slot = Slot(
            programme, company, venue or "", day, times, facts.get("month", ""), facts.get("suffix", ""), area or ""
        )
        number = facts.get("number", "") if index == 0 else ""
        matched.append(_propose_one(bench, matcher, draft, slot, values, number))
    return matched


def _shared_values(bench: Bench, draft: Draft, programme: str) -> dict[str, Any]:
    facts = draft.facts
    note = "" if programme and draft.data_set else facts.get("note", "")
    values: dict[str, Any] = {
        "expected_heads": facts.get("heads"),
        "counted_heads": facts.get("counted"),
        "responsible": facts.get("responsible", ""),
        "shifts": (facts["slot"],) if facts.get("slot") else (),
        "public_note": facts.get("public_note", ""),
        "internal_note": "\n".join(part for part in (facts.get("when_words", ""), note) if part),
    }
    if facts.get("artists"):
        acts = tuple(Act(artist_of(bench, name, draft.source)) for name in facts["artists"])
        lineup = bench.get("programmes", programme).lineup if programme else ()
        values["lineup"] = acts if acts != lineup else None
    if not programme:
        values |= {
            "credits": credits_of(draft) or None,
            "initiative": initiative_of(bench, facts.get("initiative", "")),
        }
    if facts.get("fallback"):
        values["fallback"] = _fallback(bench, facts["fallback"])
    return values


def _source(draft: Draft) -> str:
    provider = draft.facts.get("provider")
    return f"{draft.source} ({provider})" if provider else draft.source


def _fallback(bench: Bench, text: str) -> Fallback:
    """Plan B as a sentence says it; its place when the sentence names one that is known."""
    key = name_key(text)
    inside = sorted(
        (
            venue
            for venue in bench.plan.venues.values()
            if len(name_key(venue.name)) >= 2 and name_key(venue.name) in key
        ),
        key=lambda venue: (-len(venue.name), venue.id),
    )
    venue = inside[0].id if inside else None
    return Fallback(fallback_kind(text), VenueId(venue) if venue else None, note=text)


def _propose_one(
    bench: Bench, matcher: DeliveryMatcher, draft: Draft, slot: Slot, shared: Mapping[str, Any], number: str
) -> Matched:
    record, reasons, candidates = _find(bench, matcher, draft, slot, number)
    is_public = bool(draft.data_set)
    title = title_of_slot(draft, slot)
    remarks: tuple[Remark, ...] = ()
    existed = record is not None
    if record is None:
        status = draft.facts.get("status") or (Status.CONFIRMED if is_public else Status.PENCILLED)
        kept_number = "" if reasons else number
        record = Delivery(
            DeliveryId(identity_of_row(bench, draft, slot, kept_number)), kept_number, status=status,
            source=_source(draft),
        )  # fmt: skip
    values = dict(shared) | _slot_values(slot)
    if _is_same_plan_b(record.fallback, values.get("fallback")):
        values["fallback"] = None
    if existed and draft.overwrites and draft.facts.get("status"):
        values["status"] = draft.facts["status"]
    earlier = bench.claimed.get(("deliveries", record.id))
    first = earlier in (None, draft.place)
    if not first and earlier is not None:
        remarks = (remark(SEEN_BEFORE, title=title, row=earlier[2]),)
    changed = merged(record, values, overwrite=existed and draft.overwrites and first)
    if matcher.moves.get(place_of(draft, slot)) == record.id and slot.day is not None:
        until = slot.day.last if slot.day.last != slot.day.first else None
        changed = changed._replace(date=slot.day.first, until=until, **_said(slot))
    if changed.date is not None and changed.month:
        changed = changed._replace(month="")
    if changed.until is not None and changed.date is not None and changed.until <= changed.date:
        changed = changed._replace(until=None)
    bench.stage(changed)
    bench.claim("deliveries", record.id, draft.place)
    return Matched(
        "deliveries", record.id, title, remarks, reasons, tuple(("deliveries", one.id) for one in candidates)
    )


def _said(slot: Slot) -> dict[str, Any]:
    """Times and place as far as a row says them: also public data moves what it brought itself."""
    said = {"start": slot.times.start, "end": slot.times.end, "venue": slot.venue or None}
    return {name: value for name, value in said.items() if value is not None}


def _is_same_plan_b(known: Fallback | None, said: Fallback | None) -> bool:
    """Whether a row says what is known already; how far the other place is secured no row says."""
    if known is None or said is None or known.kind is not said.kind:
        return False
    return said.venue in (None, known.venue)


def _slot_values(slot: Slot) -> dict[str, Any]:
    day = slot.day
    return {
        "programme": slot.programme or None,
        "organisation": slot.organisation or None,
        "venue": slot.venue or None,
        "title_suffix": slot.suffix,
        "month": slot.month if day is None else "",
        "date": day.first if day else None,
        "until": day.last if day and day.last != day.first else None,
        "start": slot.times.start,
        "end": slot.times.end,
    }


def _find(
    bench: Bench, matcher: DeliveryMatcher, draft: Draft, slot: Slot, number: str
) -> tuple[Any, tuple[Remark, ...], tuple[Delivery, ...]]:
    """The delivery a slot speaks of; without one, the reasons why it cannot be told, if any."""
    title = title_of_slot(draft, slot)
    numbered = matcher.numbered(number)
    if numbered is not None:
        known, reasons, candidates = _by_number(bench, slot, title, numbered)
        # Taken as another delivery in an earlier import, a row is known by what it says.
        taken_as_new = bench.get("deliveries", plain_identity(draft, slot, "")) if reasons else None
        return (taken_as_new, (), ()) if taken_as_new is not None else (known, reasons, candidates)
    earlier = bench.get("deliveries", identity_of_row(bench, draft, slot, number))
    if earlier is not None:
        return earlier, (), ()
    if number:
        return None, (), ()
    if (moved_to := matcher.moves.get(place_of(draft, slot))) is not None:
        return bench.get("deliveries", moved_to), (), ()
    exact = matcher.exact(slot)
    if exact is not None and (not says_little(draft, number) or ("deliveries", exact.id) not in bench.claimed):
        return bench.get("deliveries", exact.id), (), ()
    if not (slot.programme or slot.organisation or slot.venue):  # a date alone fits too much
        return None, (), ()
    fitting = matcher.fitting(slot)
    that_day = [one for one in fitting if slot.day is not None and one.date == slot.day.first]
    moved = [] if that_day else matcher.same_day(slot)
    if moved and slot.day is not None:
        said = remark(MAYBE_MOVED, title=title, date=slot.day.first, number=moved[0].number)
        return None, (said,), tuple(moved)
    fitting = that_day or fitting
    if len(fitting) == 1:
        matcher.spoken_for.add(fitting[0].id)
        return bench.get("deliveries", fitting[0].id), (), ()
    if fitting:
        return None, (remark(SEVERAL_DELIVERIES, n=len(fitting), title=title),), tuple(fitting)
    return None, (), ()


def _by_number(
    bench: Bench, slot: Slot, title: str, numbered: Delivery
) -> tuple[Any, tuple[Remark, ...], tuple[Delivery, ...]]:
    """A number is believed unless title and date both say that another delivery is meant."""
    same_programme = not slot.programme or not numbered.programme or numbered.programme == slot.programme
    same_day = slot.day is None or numbered.date is None or numbered.date == slot.day.first
    if same_programme or same_day:
        return bench.get("deliveries", numbered.id), (), ()
    other = title_of(bench.plan, numbered)
    return None, (remark(NUMBER_OF_OTHER, number=numbered.number, other=other, title=title),), (numbered,)
