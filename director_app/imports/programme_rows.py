"""The programme that a row of deliveries or of programmes names: found by its title and credits, or added."""

from __future__ import annotations

import re
from typing import Any, Final

from director_app.domain.facts import Act, Credit
from director_app.domain.ids import InitiativeId, ProgrammeId, derived_id
from director_app.domain.programme import Initiative, Programme
from director_app.imports.bench import Bench, is_blank, merged
from director_app.imports.drafts import Draft
from director_app.imports.field_names import PROGRAMMES
from director_app.imports.matching import name_key
from director_app.imports.named_in_passing import artist_of

#: Credit roles as Korean funders word them.
HOSTED: Final = "주최"
ORGANISED: Final = "주관"
SUPPORTED: Final = "후원"
_EXHIBITION: Final = re.compile(r"전시|미디어아트|exhibition", re.IGNORECASE)
_HUES: Final = 8

_FIELDS: Final = (
    "title_en", "subtitle", "kind", "audience", "admission", "is_free", "age_rating", "booking", "intro",
)  # fmt: skip


def find_programme(bench: Bench, draft: Draft) -> Any:
    """The programme of a draft's title, None when there is none. Bodies that share no name make two programmes."""
    credited = _credited(draft)
    for programme in bench.named("programmes", draft.facts["title"]):
        known = {name_key(credit.name) for credit in programme.credits or ()}
        if not credited or not known or credited & known:
            return programme
    return None


def put_programme(bench: Bench, draft: Draft, *, overwrite: bool, with_lineup: bool) -> tuple[bool, Any]:
    """Stage the programme of a draft; whether it was there, and the record.

    Rows of deliveries fill blanks of a programme only; a row about the programme itself (`overwrite`) may change it.
    """
    facts = draft.facts
    found = find_programme(bench, draft)
    record = found or Programme(ProgrammeId(programme_id(draft)), facts["title"])
    values = {name: facts.get(name) for name in _FIELDS if not is_blank(facts.get(name))}
    # A remark in a list of deliveries speaks of its delivery; a published row is about the programme as well.
    note = facts.get("note", "") if draft.data_set or draft.kind == PROGRAMMES else ""
    values |= {
        "source": draft.source if found is None else "",
        "note": note,
        "running_minutes": facts.get("minutes") or facts.get("time_minutes"),
        "setup_minutes": facts.get("setup"),
        "strike_minutes": facts.get("strike"),
        "initiative": initiative_of(bench, facts.get("initiative", "")),
        "credits": credits_of(draft) or None,
    }
    if with_lineup and facts.get("artists"):
        values["lineup"] = tuple(Act(artist_of(bench, name, draft.source)) for name in facts["artists"])
    if found is None and _EXHIBITION.search(f"{facts.get('kind', '')} {facts['title']}"):
        values["is_exhibition"] = True
    is_first = bench.claimed.get(("programmes", record.id)) in (None, draft.place)
    bench.stage(merged(record, values, overwrite=overwrite and is_first and found is not None))
    return found is not None, bench.get("programmes", record.id)


def programme_id(draft: Draft) -> str:
    """The identity a programme gets when it is added: by its title, and by the first body in its credits."""
    facts = draft.facts
    bodies = (*facts.get("hosts", ()), *facts.get("organisers", ()))
    return derived_id("programme", name_key(facts["title"]), name_key(bodies[0]) if bodies else "")


def credits_of(draft: Draft) -> tuple[Credit, ...]:
    """The credit lines of a draft, in the order of the funders."""
    roles = ((HOSTED, "hosts"), (ORGANISED, "organisers"), (SUPPORTED, "sponsors"))
    return tuple(Credit(role, name) for role, key in roles for name in draft.facts.get(key, ()))


def _credited(draft: Draft) -> set[str]:
    facts = draft.facts
    return {name_key(name) for key in ("hosts", "organisers") for name in facts.get(key, ())}


def initiative_of(bench: Bench, name: str) -> InitiativeId | None:
    """The initiative of a name or code; one is added when there is none."""
    if not name_key(name):
        return None
    found = bench.named("initiatives", name)
    if found:
        return InitiativeId(found[0].id)
    for initiative in bench.plan.initiatives.values():
        if initiative.code and name_key(initiative.code) == name_key(name):
            return initiative.id
    position = len(bench.plan.initiatives)
    record = Initiative(
        InitiativeId(derived_id("initiative", name_key(name))),
        name,
        code=name[:2],
        hue=position % _HUES,
        position=position,
    )
    bench.stage(record)
    return record.id
