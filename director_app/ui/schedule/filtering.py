"""What a schedule shows of all deliveries: text, status, initiative, area, and what needs attention."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from director_app.domain.parts import artists_of
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import area_of, initiative_of

_NAMES: Final = {
    "programmes": ("title", "title_en", "short_title"),
    "artists": ("name", "romanised"),
    "venues": ("name", "name_en"),
    "organisations": ("name", "name_en"),
    "areas": ("name", "name_en"),
}


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


class NameTexts:
    """The folded names of a plan's records, kept table by table while the table stays the same."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, list[tuple[str, str]]]] = {}

    def named(self, plan: Plan, kind: str, wanted: str) -> set[str]:
        """The ids of a kind whose names hold a folded text."""
        table = plan.table(kind)
        kept = self._kept.get(kind)
        if kept is None or kept[0] is not table:
            fields = _NAMES[kind]
            texts = [(one.id, folded("|".join(getattr(one, field) for field in fields))) for one in table.values()]
            kept = self._kept[kind] = (table, texts)
        return {identity for identity, text in kept[1] if wanted in text}


class Finder:
    """A filter made ready for one plan: texts are looked for in names once, then only ids are compared."""

    def __init__(self, plan: Plan, chosen: Filter, levels: Mapping[str, str], texts: NameTexts) -> None:
        self._plan = plan
        self._filter = chosen
        self._levels = levels
        whole = folded(chosen.text)
        words = {folded(word) for word in chosen.text.split()}
        self._searches = [[_Named(plan, whole, texts)]] if whole else []
        if len(words) > 1:
            self._searches.append([_Named(plan, word, texts) for word in words])

    def keeps(self, one: Delivery) -> bool:
        """Whether a delivery is shown."""
        chosen = self._filter
        if chosen.statuses and one.status not in chosen.statuses:
            return False
        if chosen.only_problems and one.id not in self._levels:
            return False
        if chosen.only_undecided and not is_undecided(one):
            return False
        if chosen.initiatives and initiative_of(self._plan, one) not in chosen.initiatives:
            return False
        if chosen.areas and area_of(self._plan, one) not in chosen.areas:
            return False
        if not self._searches:
            return True
        return any(all(named.meets(self._plan, one) for named in search) for search in self._searches)


class _Named:
    """Everything whose name holds a text."""

    def __init__(self, plan: Plan, wanted: str, texts: NameTexts) -> None:
        self._wanted = wanted
        self._programmes = texts.named(plan, "programmes", wanted)
        self._artists = texts.named(plan, "artists", wanted)
        self._venues = texts.named(plan, "venues", wanted)
        self._companies = texts.named(plan, "organisations", wanted)
        self._areas = texts.named(plan, "areas", wanted)

    def meets(self, plan: Plan, one: Delivery) -> bool:
        """Whether a delivery names any of them, or says the text itself."""
        if one.programme in self._programmes or one.venue in self._venues:
            return True
        if one.organisation in self._companies or one.area in self._areas:
            return True
        if self._artists and not self._artists.isdisjoint(artists_of(plan, one)):
            return True
        wanted = self._wanted
        if one.title_suffix and wanted in folded(one.title_suffix):
            return True
        return wanted in folded(one.number) or (bool(one.responsible) and wanted in folded(one.responsible))


def is_undecided(one: Delivery) -> bool:
    """Whether date, time, place or programme is still open."""
    return one.date is None or one.start is None or one.venue is None or one.programme is None


def folded(text: str) -> str:
    """A text as it is compared: NFC, lower case, without spaces, hyphens and middle dots."""
    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    return plain.casefold().replace(" ", "").replace("-", "").replace("·", "")
