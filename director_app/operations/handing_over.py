"""Two desks without a server: a copy of the plan, or a part of it, goes out as a bundle, and what comes back is merged.

Each desk keeps the states it gave and took, so that a merge knows what either side did since.
"""

from __future__ import annotations

import datetime
import hashlib
import zlib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from director_app.domain.collecting import without_collecting
from director_app.domain.edits import Add, Several
from director_app.domain.ids import DeliveryId, HandoverId, new_id
from director_app.domain.kinds import KIND_NAMES
from director_app.domain.ledger import LedgerEntry
from director_app.domain.merging import Merge, Merged, Place, merge
from director_app.domain.papers import Handover
from director_app.domain.plan import Plan
from director_app.domain.refusals import CannotUseFile, Refusal, RefusedInput
from director_app.domain.rules import clean_text
from director_app.operations.bundles import Bundle, unpacked, write_bundle
from director_app.operations.interchange import WholePlan, to_json
from director_app.operations.open_plan import Carried, OpenPlan, Outcome, StepName
from director_app.operations.releases import narrowed_by
from director_app.operations.whole_plans import ledger_of, risen
from director_app.planner.handed_part import handed_part, without_private
from director_app.planner.scope import EVERYTHING, Scope
from director_app.wording import message

TAKEN_IN: Final = message("merge {file}")
STATE_DAMAGED: Final = message(
    "What this plan and {file} were when they parted cannot be read any more; nothing was taken in."
)
ANOTHER_PLAN: Final = message(
    "{file} does not come from a copy of this plan. Begin a new plan from it instead, or import its tables."
)
NOTHING_IN_IT: Final = message("No date of the plan meets what the bundle is narrowed to.")

#: Answers bytes kept beside a plan by their digest, None for those it has not.
Contents = Callable[[str], bytes | None]


class Order(NamedTuple):
    """What shall go to another desk, and into which file."""

    target: Path
    #: The wall clock.
    now: datetime.datetime
    name: str = ""
    scope: Scope = EVERYTHING
    private: bool = True
    passphrase: str = ""


class Packed(NamedTuple):
    """A bundle that was written, and the state that the plan must keep to merge what comes back."""

    handover: Handover
    state: bytes


class TakenIn(NamedTuple):
    """A merge that was carried out."""

    outcome: Outcome
    merge: Merge


def hand_over(
    open_plan: OpenPlan,
    target: Path,
    now: datetime.datetime,
    *,
    name: str = "",
    scope: Scope = EVERYTHING,
    private: bool = True,
    passphrase: str = "",
) -> Handover:
    """Write a bundle for another desk, and keep what it says so that it can be merged when it comes back.

    ``now`` is the wall clock. Without `private` no contact that is not public, no fee, no note and no money goes along.

    Raises:
        RefusedInput: when nothing meets the scope.
        CannotUseFile: when the bundle or the plan cannot be written; an older bundle stays.
    """
    order = Order(target, now, name, scope, private, passphrase)
    packed = pack(open_plan.plan, order, ledger_of(open_plan), open_plan.content)
    remember(open_plan, packed)
    return packed.handover


def pack(plan: Plan, order: Order, ledger: Mapping[DeliveryId, LedgerEntry], contents: Contents) -> Packed:
    """Write a bundle; the plan does not know of it until it is told by `remember`. For workers.

    Raises:
        RefusedInput: when nothing meets the scope.
        CannotUseFile: when the bundle cannot be written; an older one stays.
    """
    part = handed_part(plan, order.scope)
    if not order.scope.is_everything and not part.deliveries:
        raise RefusedInput(NOTHING_IN_IT)
    part = part if order.private else without_private(part)
    with without_collecting():
        packed = zlib.compress(to_json(WholePlan(part)), 6)
    digest = hashlib.sha256(packed).hexdigest()
    left_out = {kind: sorted(set(plan.table(kind)) - set(part.table(kind))) for kind in KIND_NAMES}
    narrowed = narrowed_by(order.scope)
    facts = {
        "name": clean_text(order.name),
        "at": order.now.isoformat(),
        "narrowed": list(narrowed),
        "is_without_private": not order.private,
        "known": [digest, *_states(plan)],
        "left_out": {kind: ids for kind, ids in left_out.items() if ids and kind != "handovers"},
    }
    write_bundle(order.target, facts, packed, to_json(_beside(part, ledger, contents)), order.passphrase)
    moment = order.now.replace(tzinfo=None, microsecond=0)
    handover = Handover(
        HandoverId(new_id()), clean_text(order.name), moment, False, digest, narrowed, not order.private
    )
    return Packed(handover, packed)


def remember(open_plan: OpenPlan, packed: Packed) -> None:
    """Keep what a bundle said.

    Raises:
        CannotUseFile: when the plan cannot be written.
    """
    open_plan.publish(packed.handover, Carried(contents={packed.handover.content: packed.state}))


def begin(path: Path, bundle: Bundle, now: datetime.datetime) -> OpenPlan:
    """A new plan from a bundle: the desk that gets it first.

    Raises:
        CannotUseFile: when the file exists or cannot be made.
    """
    open_plan = OpenPlan.create_with(path, bundle.plan)
    try:
        open_plan.publish(_received(bundle, now), _carried(open_plan, bundle))
    except BaseException:
        open_plan.close()
        raise
    return open_plan


def merge_of(open_plan: OpenPlan, bundle: Bundle, from_there: Collection[Place] = ()) -> Merge:
    """What taking in a bundle would do; `from_there` names the clashes in which the other desk is right.

    Raises:
        RefusedInput: when the bundle does not come from a copy of this plan.
        CannotUseFile: when the state that both know cannot be read any more.
    """
    return merge_with(open_plan.plan, open_plan.content, bundle, from_there)


def merge_with(plan: Plan, contents: Contents, bundle: Bundle, from_there: Collection[Place] = ()) -> Merge:
    """The same of a plan whose kept states `contents` answers; for workers.

    Raises:
        RefusedInput: when the bundle does not come from a copy of this plan.
        CannotUseFile: when the state that both know cannot be read any more.
    """
    base = _base(plan, contents, bundle)
    if bundle.is_without_private:
        base = without_private(base)
    outside = bundle.left_out
    tables = {
        kind: {name: one for name, one in base.table(kind).items() if (kind, name) not in outside}
        for kind in KIND_NAMES
    }
    return merge(Plan.from_maps(tables, base.highest_number), plan, bundle.plan, from_there)


def take_in(open_plan: OpenPlan, bundle: Bundle, now: datetime.datetime, from_there: Collection[Place] = ()) -> TakenIn:
    """Merge a bundle into the plan as one step; what clashes stays as it is here unless it is among `from_there`.

    Raises:
        RefusedInput: when the bundle does not come from a copy of this plan.
        RefusedEdit: when what came together makes no sense; nothing has happened then.
        CannotUseFile: when it cannot be saved; nothing has happened then.
    """
    return carry_out(open_plan, bundle, merge_of(open_plan, bundle, from_there), now)


def carry_out(open_plan: OpenPlan, bundle: Bundle, found: Merge, now: datetime.datetime) -> TakenIn:
    """Make a merge that was found for the plan as it stands the next step.

    Raises:
        RefusedEdit: when what came together makes no sense; nothing has happened then.
        CannotUseFile: when it cannot be saved; nothing has happened then.
    """
    knows_it = any(one.content == bundle.digest for one in open_plan.plan.handovers.values())
    remembered = () if knows_it else (Add((_received(bundle, now),)),)
    highest = max(bundle.plan.highest_number, open_plan.plan.highest_number)
    edit = Several((Merged(found), *remembered))
    name = StepName(TAKEN_IN, {"file": bundle.name or bundle.file})
    return TakenIn(open_plan.perform(edit, name, _carried(open_plan, bundle), highest), found)


def _states(plan: Plan) -> list[str]:
    """The states this desk knows, the latest first."""
    known = sorted(plan.handovers.values(), key=lambda one: (str(one.at), one.is_received, one.id), reverse=True)
    return list(dict.fromkeys(one.content for one in known))


def _base(plan: Plan, contents: Contents, bundle: Bundle) -> Plan:
    ours = set(_states(plan))
    for digest in bundle.known:
        if digest in ours and (packed := contents(digest)) is not None:
            try:
                return unpacked(packed, bundle.file)
            except (Refusal, ValueError, zlib.error):
                raise CannotUseFile(STATE_DAMAGED, file=bundle.file) from None
    raise RefusedInput(ANOTHER_PLAN, file=bundle.file)


def _received(bundle: Bundle, now: datetime.datetime) -> Handover:
    moment = now.replace(tzinfo=None, microsecond=0)
    return Handover(
        HandoverId(new_id()), bundle.name, moment, True, bundle.digest, bundle.narrowed, bundle.is_without_private
    )


def _carried(open_plan: OpenPlan, bundle: Bundle) -> Carried:
    kept = set(open_plan.content_digests())
    arrived = {**bundle.beside.contents, bundle.digest: bundle.packed}
    contents = {digest: content for digest, content in arrived.items() if digest not in kept}
    return Carried(ledger=risen(ledger_of(open_plan), bundle.beside.ledger), contents=contents)


def _beside(plan: Plan, known: Mapping[DeliveryId, LedgerEntry], contents: Contents) -> WholePlan:
    """The ledger of the dates that go along, and the bytes that their records name."""
    ledger = {name: entry for name, entry in known.items() if name in plan.deliveries}
    named = {one.digest for one in plan.attachments.values()} | {one.content for one in plan.releases.values()}
    kept = {digest: content for digest in named if (content := contents(digest)) is not None}
    return WholePlan(Plan.of(()), ledger, kept)
