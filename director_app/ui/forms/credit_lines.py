"""Credits as lines people type: "주최: 구미시, 한국산업단지공단"; or the same as the plan's."""

from __future__ import annotations

from typing import Final

from director_app.domain.facts import Credit
from director_app.domain.ids import OrganisationId
from director_app.domain.plan import Plan
from director_app.ui.models.matching import normalised

DEFAULT_ROLE: Final = "주최"


def credit_text(credits_: tuple[Credit, ...]) -> str:
    """One line per role, in the order of the credits."""
    lines: list[tuple[str, list[str]]] = []
    for credit in credits_:
        if not lines or lines[-1][0] != credit.role:
            lines.append((credit.role, []))
        lines[-1][1].append(credit.name)
    return "\n".join(f"{role}: {', '.join(names)}" for role, names in lines)


def read_credits(plan: Plan, text: str) -> tuple[Credit, ...]:
    """The credits of typed lines; a line without a role goes on in the role before it.

    Names that are organisations of the plan are linked to them.
    """
    known = {normalised(one.name): one.id for one in plan.organisations.values() if one.name}
    found = []
    role = DEFAULT_ROLE
    for line in text.splitlines():
        head, colon, names = line.replace("：", ":").partition(":")
        if colon:
            role = head.strip() or role
        else:
            names = head
        for name in names.replace("、", ",").replace("，", ",").split(","):
            if clean := name.strip():
                organisation = known.get(normalised(clean))
                found.append(Credit(role, clean, OrganisationId(organisation) if organisation else None))
    return tuple(found)
