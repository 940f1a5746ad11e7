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


class Finder:
    """A filter made ready for one plan: texts are looked for in names once, then only ids are compared."""

    def __init__(self, plan: Plan, chosen: Filter, levels: Mapping[str, str]) -> None:
        self._plan = plan
        self._filter = chosen
        self._levels = levels
        whole = folded(chosen.text)
        words = [folded(word) for word in chosen.text.split()]
        self._searches = [[_Named(plan, whole)], [_Named(plan, word) for word in words]] if whole else []

    def keeps(self, one: Delivery) -> bool:
        """Whether a delivery is shown."""
        chosen = self._filter
        if chosen.statuses and one.status not in chosen.statuses:
            return False
        if chosen.only_problems and one.id not in self._levels:
            return False
        if chosen.only_undecided and not is_undecided(one):
            return False
        if chosen.initiatives and _initiative(self._plan, one) not in chosen.initiatives:
            return False
        if chosen.areas and _area(self._plan, one) not in chosen.areas:
            return False
        if not self._searches:
            return True
        return any(all(named.meets(self._plan, one) for named in search) for search in self._searches)


class _Named:
    """Everything whose name holds a text."""

    def __init__(self, plan: Plan, wanted: str) -> None:
        self._wanted = wanted
        self._programmes = {
            one.id
            for one in plan.programmes.values()
            if wanted in folded(one.title) or wanted in folded(one.title_en) or wanted in folded(one.short_title)
        }
        self._artists = {one.id for one in plan.artists.values() if wanted in folded(one.name)}
        self._venues = {one.id for one in plan.venues.values() if wanted in folded(f"{one.name}|{one.name_en}")}
        self._companies = {
            one.id for one in plan.organisations.values() if wanted in folded(f"{one.name}|{one.name_en}")
        }
        self._areas = {one.id for one in plan.areas.values() if wanted in folded(f"{one.name}|{one.name_en}")}

    def meets(self, plan: Plan, one: Delivery) -> bool:
        """Whether a delivery names any of them, or says the text itself."""
        if one.programme in self._programmes or one.venue in self._venues:
            return True
        if one.organisation in self._companies or one.area in self._areas:
            return True
        if self._artists:
            acts = one.lineup
            if acts is None:
                programme = plan.programmes.get(one.programme) if one.programme else None
                acts = programme.lineup if programme is not None else ()
            if any(act.artist in self._artists for act in acts):
                return True
        return self._wanted in folded(f"{one.number}|{one.title_suffix}|{one.responsible}")


def is_undecided(one: Delivery) -> bool:
    """Whether date, time, place or programme is still open."""
    return one.date is None or one.start is None or one.venue is None or one.programme is None


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
