"""Find the record a director names on the command line; an ambiguous name is refused with the candidates."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from director_app.domain.edits import title_of
from director_app.domain.facts import Subject
from director_app.domain.kinds import AnyRecord
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.operations.searching import normalised
from director_app.planner.applicants import applicant_of
from director_app.wording import message

NOTHING_NAMED: Final = message("There is nothing named “{name}” for {option}.")
ONLY_THESE: Final = message("There is nothing named “{name}” for {option}; there are these: {candidates}.")
NEARLY_NAMED: Final = message("There is nothing named “{name}” for {option}; nearest to it: {candidates}.")
AMBIGUOUS: Final = message("“{name}” may be any of these: {candidates}. Name one of them, or its id.")
CANDIDATES_SHOWN: Final = 8
#: How much alike (of 100) a name must be to be offered for one that nothing has, and how many are.
_ALIKE: Final = 60
_OFFERED: Final = 3


def names_of(plan: Plan, kind: str, record: AnyRecord) -> list[str]:
    """Everything a record may be called."""
    attributes = ("number", "name", "title", "name_en", "title_en", "romanised", "short_title", "code")
    names = [str(getattr(record, attribute, "") or "") for attribute in attributes]
    if kind == "deliveries":
        names.append(title_of(plan, record))
    if kind == "applications" and (applicant := applicant_of(plan, record)) is not None:
        names += names_of(plan, applicant[0], plan.table(applicant[0])[applicant[1]])
    elif kind == "applications":
        names.append(record.applicant)
    return [name for name in names if name]


def find_named(plan: Plan, kind: str, name: str, option: str) -> str:
    """The id of the record of a kind that a name means: its id, its exact name, else the only one that contains it.

    Raises:
        RefusedInput: when nothing or more than one record is meant; `option` is where the name was given.
    """
    if plan.find(kind, name) is not None:
        return name
    wanted = normalised(name)
    named = {str(record.id): names_of(plan, kind, record) for record in plan.table(kind).values()}
    keys = {one: [normalised(each) for each in names] for one, names in named.items()}
    exact = [one for one, names in keys.items() if wanted in names]
    within = [one for one, names in keys.items() if any(wanted in each for each in names)] if wanted else []
    found = exact or within
    if len(found) == 1:
        return found[0]
    words: dict[str, object] = {"name": name[:80], "option": option}
    if found:
        raise RefusedInput(
            AMBIGUOUS, **words, candidates=_shown(kind, named, sorted(found, key=lambda one: (named[one], one)))
        )
    if nearest := _nearest(wanted, keys):
        raise RefusedInput(NEARLY_NAMED, **words, candidates=_shown(kind, named, nearest))
    if 0 < len(named) <= CANDIDATES_SHOWN:
        raise RefusedInput(ONLY_THESE, **words, candidates=_shown(kind, named, sorted(named, key=named.__getitem__)))
    raise RefusedInput(NOTHING_NAMED, **words)


def artist_or_venue(plan: Plan, name: str, option: str) -> Subject:
    """An artist of that name, else a venue; the refusal speaks of artists when neither has it.

    Raises:
        RefusedInput: when nothing or more than one record is meant.
    """
    try:
        return Subject("artists", find_named(plan, "artists", name, option))
    except RefusedInput as refusal:
        if refusal.message == AMBIGUOUS:
            raise
        try:
            return Subject("venues", find_named(plan, "venues", name, option))
        except RefusedInput as other:
            raise (other if other.message == AMBIGUOUS else refusal) from other


def _shown(kind: str, named: Mapping[str, Sequence[str]], found: Sequence[str]) -> str:
    """What to type instead: dates by number and title, the others by name; those called the same with their id."""
    labels = {one: " ".join(dict.fromkeys(named[one][: 2 if kind == "deliveries" else 1])) for one in found}
    twice = Counter(labels.values())
    shown = [label if label and twice[label] == 1 else f"{label} ({one})".strip() for one, label in labels.items()]
    return "; ".join([*shown[:CANDIDATES_SHOWN], *(["…"] if len(shown) > CANDIDATES_SHOWN else [])])


def _nearest(wanted: str, keys: Mapping[str, Sequence[str]]) -> list[str]:
    """The records whose names, or a part of them, are written most like this one: 동랍공원 is nearly 동락공원."""
    from rapidfuzz import fuzz, process

    spelled = [(unicodedata.normalize("NFD", each), one) for one, names in keys.items() for each in names]
    best = process.extract(
        unicodedata.normalize("NFD", wanted), [text for text, _one in spelled], scorer=fuzz.WRatio, score_cutoff=_ALIKE
    )
    return list(dict.fromkeys(spelled[place][1] for _text, _score, place in best))[:_OFFERED]
