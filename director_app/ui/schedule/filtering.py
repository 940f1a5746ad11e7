"""What a schedule shows of all deliveries: text, status, initiative, area, and what needs attention."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status


@dataclass(frozen=True, slots=True)
class Filter:
    """Everything asked for must hold; nothing asked for keeps all."""

    text: str = ""
    statuses: frozenset[Status] = frozenset()
    initiatives: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    only_problems: bool = False
    only_undecided: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it keeps everything."""
        return self == Filter()

    @property
    def choices(self) -> int:
        """How many things are asked for, for the count on the button."""
        chosen = len(self.statuses) + len(self.initiatives) + len(self.areas)
        return chosen + bool(self.text.strip()) + self.only_problems + self.only_undecided

    def keeps(self, plan: Plan, one: Delivery, levels: Mapping[str, str]) -> bool:
        """Whether a delivery is shown."""
        if self.statuses and one.status not in self.statuses:
            return False
        if self.only_problems and one.id not in levels:
            return False
        if self.only_undecided and not is_undecided(one):
            return False
        if self.initiatives and _initiative(plan, one) not in self.initiatives:
            return False
        if self.areas and _area(plan, one) not in self.areas:
            return False
        wanted = folded(self.text)
        return not wanted or wanted in folded(searched_text(plan, one))


def is_undecided(one: Delivery) -> bool:
    """Whether date, time, place or programme is still open."""
    return one.date is None or one.start is None or one.venue is None or one.programme is None


def searched_text(plan: Plan, one: Delivery) -> str:
    """Everything of a delivery that a typed text is looked for in."""
    parts = [one.number, one.title_suffix, one.responsible]
    programme = plan.programmes.get(one.programme) if one.programme else None
    if programme is not None:
        parts += [programme.title, programme.title_en, programme.short_title]
    acts = one.lineup if one.lineup is not None else (programme.lineup if programme else ())
    for kind, identity in (("venues", one.venue), ("organisations", one.organisation), ("areas", one.area)):
        record = plan.find(kind, identity) if identity else None
        if record is not None:
            parts += [record.name, record.name_en]
    parts += [plan.artists[act.artist].name for act in acts if act.artist in plan.artists]
    return "\n".join(parts)


def folded(text: str) -> str:
    """A text as it is compared: NFC, lower case, without spaces."""
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    return "".join(plain.casefold().split(" "))


def _initiative(plan: Plan, one: Delivery) -> str:
    if one.initiative:
        return one.initiative
    programme = plan.programmes.get(one.programme) if one.programme else None
    if programme is not None and programme.initiative:
        return programme.initiative
    event = plan.events.get(one.event) if one.event else None
    return (event.initiative or "") if event is not None else ""


def _area(plan: Plan, one: Delivery) -> str:
    if one.area:
        return one.area
    venue = plan.venues.get(one.venue) if one.venue else None
    return (venue.area or "") if venue is not None else ""
