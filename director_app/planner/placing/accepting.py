"""A proposal and the plan as it is now: what of it still holds, so that nothing is accepted that clashes meanwhile."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import NamedTuple

from director_app.domain.edits import Several, resolve
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.refusals import RefusedEdit
from director_app.planner.answering import is_still_waiting
from director_app.planner.checks import LiveCheck
from director_app.planner.placing.proposals import MOVED, Proposal
from director_app.planner.problems import LEVEL_ORDER, Level, Problem


class Standing(StrEnum):
    """Why something proposed cannot be accepted any more."""

    CHANGED = "changed"
    REFUSED = "refused"
    CLASHES = "clashes"


class Broken(NamedTuple):
    """What became of one placement; the problem where it would clash, and the plan it speaks of."""

    standing: Standing
    problem: Problem | None = None
    plan: Plan | None = None


def broken_in(
    plan: Plan, proposal: Proposal, accepted: Collection[DeliveryId], today: datetime.date
) -> Mapping[DeliveryId, Broken]:
    """What of the accepted placements does not hold in this plan: it was changed since, or would clash at level block.

    Some of a proposal may clash with what the rest of it would have moved away. Ends with an empty mapping only when
    accepting exactly these brings no clash to any of them.
    """
    found: dict[DeliveryId, Broken] = {}
    names = [one.before.id for one in proposal.placements if one.before.id in accepted]
    made = [(name, edit) for name, edit in proposal.made if name in accepted]
    found |= {name: Broken(Standing.CHANGED) for name, edit in made if not is_still_waiting(plan, edit)}
    first = tuple(edit for name, edit in made if name not in found)
    try:
        prepared = resolve(plan, Several((*proposal.ahead, *first)))[0] if proposal.ahead or first else plan
    except RefusedEdit:
        return {name: Broken(Standing.REFUSED) for name in names}
    for one in proposal.placements:
        if one.before.id in accepted and not _stands_as(prepared.deliveries.get(one.before.id), one.before):
            found[one.before.id] = Broken(Standing.CHANGED)
    going = [name for name in names if name not in found]
    try:
        after = resolve(plan, proposal.edit(frozenset(going)))[0]
    except RefusedEdit:
        return {**found, **{name: Broken(Standing.REFUSED) for name in going}}
    live = LiveCheck(after, today)
    for name in going:
        blocks = [problem for problem in live.of(name) if problem.level is Level.BLOCK]
        if blocks:
            worst = min(blocks, key=lambda one: (LEVEL_ORDER[one.level], one.kind, one.subjects))
            found[name] = Broken(Standing.CLASHES, worst, after)
    return found


def _stands_as(now: Delivery | None, before: Delivery) -> bool:
    names = (*MOVED, "status", "is_locked", "programme")
    return now is not None and all(getattr(now, name) == getattr(before, name) for name in names)
