"""Find the record a director names on the command line; an ambiguous name is refused with the candidates."""

from __future__ import annotations

from typing import Final

from director_app.domain.edits import title_of
from director_app.domain.kinds import AnyRecord
from director_app.domain.plan import Plan
from director_app.domain.refusals import RefusedInput
from director_app.operations.searching import normalised
from director_app.wording import message

NOTHING_NAMED: Final = message("There is nothing named “{name}” among the {kind}.")
AMBIGUOUS: Final = message("“{name}” may be any of these: {candidates}. Name one of them, or its id.")
CANDIDATES_SHOWN: Final = 8


def names_of(plan: Plan, kind: str, record: AnyRecord) -> list[str]:
    """Everything a record may be called."""
    attributes = ("number", "name", "title", "name_en", "title_en", "romanised", "short_title", "code")
    names = [str(getattr(record, attribute, "") or "") for attribute in attributes]
    if kind == "deliveries":
        names.append(title_of(plan, record))
    return [name for name in names if name]


def find_named(plan: Plan, kind: str, name: str) -> str:
    """The id of the record of a kind that a name means: its id, its exact name, else the only one that contains it.

    Raises:
        RefusedInput: when nothing or more than one record is meant.
    """
    if plan.find(kind, name) is not None:
        return name
    wanted = normalised(name)
    named = {record.id: names_of(plan, kind, record) for record in plan.table(kind).values()}
    exact = [one for one, names in named.items() if any(normalised(each) == wanted for each in names)]
    within = (
        [one for one, names in named.items() if any(wanted in normalised(each) for each in names)] if wanted else []
    )
    found = exact or within
    if len(found) == 1:
        return str(found[0])
    if not found:
        raise RefusedInput(NOTHING_NAMED, name=name[:80], kind=kind)
    shown = sorted(" ".join(dict.fromkeys(named[one][:2])) for one in found)
    tail = ["…"] if len(shown) > CANDIDATES_SHOWN else []
    raise RefusedInput(AMBIGUOUS, name=name[:80], candidates=", ".join([*shown[:CANDIDATES_SHOWN], *tail]))
