"""The names of a plan's records as they are typed into cells: found at once, also a thousand times in one paste."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final, TypeVar

from director_app.domain.plan import Plan
from director_app.ui.schedule.filtering import folded
from director_app.ui.words import word
from director_app.wording import LANGUAGES, Wording

_Code = TypeVar("_Code", bound=Enum)

_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "programmes": ("title", "title_en", "short_title"),
    "artists": ("name", "romanised"),
    "venues": ("name", "name_en"),
    "organisations": ("name", "name_en"),
    "areas": ("name", "name_en"),
    "initiatives": ("name", "name_en", "code"),
    "events": ("title", "title_en"),
}


def spellings(words: Mapping[_Code, str]) -> dict[str, _Code]:
    """Every word for a value in all languages, and its code; messages by value, such as `STATUS_WORDS`."""
    found = {folded(value.value): value for value in words}
    for language in LANGUAGES:
        wording = Wording(language)
        found.update({folded(word(wording, words, value)): value for value in words})
    return found


class NameBook:
    """Records by name, each table read when it is first asked for and again when it is another one."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, dict[str, list[str]]]] = {}

    def find(self, plan: Plan, kind: str, name: str) -> list[str]:
        """The ids of the records that are called exactly so, spaces and case aside."""
        return self._named(plan, kind).get(folded(name), [])

    def holding(self, plan: Plan, kind: str, part: str, most: int) -> list[str]:
        """The ids of the records whose names hold a text, those that begin with it first."""
        wanted = folded(part)
        if not wanted:
            return self._first(plan, kind, most)
        names = self._named(plan, kind)
        begin = [one for name, ids in names.items() if name.startswith(wanted) for one in ids]
        inside = [one for name, ids in names.items() if wanted in name[1:] for one in ids] if len(begin) < most else []
        return list(dict.fromkeys((*begin, *inside)))[:most]

    def longest_start(self, plan: Plan, kind: str, text: str) -> tuple[str, str]:
        """The record whose name a text begins with, followed by a space, and what comes after; empty without one."""
        words = text.split()
        for count in range(len(words) - 1, 0, -1):
            found = self.find(plan, kind, " ".join(words[:count]))
            if len(found) == 1:
                return found[0], " ".join(words[count:])
        return "", ""

    def _first(self, plan: Plan, kind: str, most: int) -> list[str]:
        named = sorted(self._named(plan, kind).items())
        return list(dict.fromkeys(one for _name, ids in named for one in ids))[:most]

    def _named(self, plan: Plan, kind: str) -> dict[str, list[str]]:
        table = plan.table(kind)
        kept = self._kept.get(kind)
        if kept is None or kept[0] is not table:
            kept = self._kept[kind] = (table, _names_of(table, _FIELDS[kind]))
        return kept[1]


def _names_of(table: Mapping[Any, Any], fields: tuple[str, ...]) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for record in table.values():
        for text in {folded(getattr(record, field)) for field in fields}:
            if text:
                names.setdefault(text, []).append(record.id)
    return names
