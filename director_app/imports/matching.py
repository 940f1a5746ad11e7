"""When two spellings mean the same: names without spaces, brackets, quotes and company forms; regions; near misses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

#: How alike two names must be (0-100) for a look-alike; one jamo or two in a short name.
ALIKE: Final = 90
_SHORTEST_ALIKE: Final = 4

_FORMS: Final = re.compile(
    r"\(주\)|주식회사|\(유\)|유한회사|\(사\)|사단법인|\(재\)|재단법인|\(학\)|학교법인|농업회사법인"
    r"|\bco\.?,? ?ltd\.?|\binc\.?|\bcorp\.?"
)
_BRACKETED: Final = re.compile(r"[(\[（［〈<《【][^)\]）］〉>》】]*[)\]）］〉>》】]\s*$")
_REGION: Final = re.compile(r"(?<!\S)([가-힣]{1,10}?(?:특별자치시|[가-힣]시|군|구))(?!\S)")


@lru_cache(maxsize=200_000)
def name_key(name: str) -> str:
    """What the spellings of one name have in common; empty for an empty name."""
    text = unicodedata.normalize("NFKC", name).casefold()
    bare = "".join(mark for mark in _FORMS.sub("", text) if mark.isalnum())
    return bare or "".join(text.split())


@lru_cache(maxsize=200_000)
def short_key(name: str) -> str:
    """The key of a name without what stands in brackets behind it; empty when nothing stands in brackets."""
    bare = _BRACKETED.sub(" ", _FORMS.sub(" ", unicodedata.normalize("NFKC", name).casefold()))
    key = name_key(bare)
    return key if len(key) >= 2 and key != name_key(name) else ""


@lru_cache(maxsize=50_000)
def region_of(address: str) -> str:
    """The city, county or district of an address. Provinces are passed over: their names keep changing."""
    for found in _REGION.finditer(address):
        word = found[1]
        if not word.endswith(("특별시", "광역시", "특별자치시")) or word == "세종특별자치시":
            return word
    return ""


def regions_agree(one: str, other: str) -> bool:
    """Whether two addresses may be of one place: one says nothing, or both name the same city, county or district."""
    first, second = region_of(one), region_of(other)
    return not first or not second or first == second or first in other or second in one


def looks_like(key: str, others: Iterable[str]) -> str:
    """The key among `others` that is written nearly as this one, or empty. Names that differ in digits only do not."""
    if len(key) < _SHORTEST_ALIKE:
        return ""
    from rapidfuzz import fuzz, process

    candidates = [other for other in others if other != key and abs(len(other) - len(key)) <= 2 and len(other) >= 4]
    best = process.extractOne(key, candidates, scorer=fuzz.ratio, score_cutoff=ALIKE - 25)
    if best is None:
        return ""
    other = str(best[0])
    if re.sub(r"\d+", "", other) == re.sub(r"\d+", "", key):
        return ""
    jamo = fuzz.ratio(unicodedata.normalize("NFD", key), unicodedata.normalize("NFD", other))
    return other if jamo >= ALIKE else ""
