"""Begin plans and take in whole ones: sample, practice season, empty plan, and another program's JSON."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from director_app.domain.collecting import without_collecting
from director_app.domain.edits import WorkedOut, worked_out
from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import LedgerEntry, entry_of_text, entry_text, further
from director_app.domain.ledger_series import Slot
from director_app.domain.plan import SEASON, Plan
from director_app.domain.refusals import RefusedInput
from director_app.domain.rules import cleaned
from director_app.domain.season import Complex, Season
from director_app.operations.interchange import PutAll, WholePlan
from director_app.operations.open_plan import Carried, OpenPlan, Outcome, StepName
from director_app.store.database import refuse_long_name, short_of
from director_app.wording import message

__all__ = [
    "IMPORT_STEP",
    "PRACTICE_SIZES",
    "UNKNOWN_SIZE",
    "Counts",
    "accept_whole",
    "clock_now",
    "compare_whole",
    "dates_given",
    "fitted",
    "ledger_of",
    "refuse_long_name",
    "risen",
    "short_of",
    "start_empty",
    "start_practice",
    "start_sample",
    "whole_of",
]

IMPORT_STEP: Final = message("import {file} ({n})")
UNKNOWN_SIZE: Final = message("A practice season has {sizes} deliveries; {size} is not one of them.")
PRACTICE_SIZES: Final = (300, 5_000, 52_000)


def start_empty(path: Path, season: Season | None = None, complex_: Complex | None = None) -> OpenPlan:
    """A new plan that knows only its season, and its complex when that is given.

    Without a season it is called like the file, which whoever named the file chose; the window gives one.

    Raises:
        CannotUseFile: when the file exists or cannot be made.
    """
    season = season or Season(SEASON, title=path.stem)
    if complex_ is None:
        return _created(path, Plan.of([cleaned(season)]))
    return _created(path, Plan.of([cleaned(complex_), cleaned(season._replace(complex=complex_.id))]))


def start_sample(path: Path) -> OpenPlan:
    """A new plan with the sample season.

    Raises:
        CannotUseFile: when the file exists or cannot be made.
    """
    from director_app.operations.sample_season import sample_season

    return _created(path, sample_season())


def start_practice(path: Path, size: int) -> OpenPlan:
    """A new plan with an invented season of that many deliveries.

    Raises:
        RefusedInput: for a size there is none of.
        CannotUseFile: when the file exists or cannot be made.
    """
    from director_app.operations.practice_season import practice_season

    if size not in PRACTICE_SIZES:
        raise RefusedInput(UNKNOWN_SIZE, sizes=", ".join(map(str, PRACTICE_SIZES)), size=size)
    return _created(path, practice_season(size))


def _created(path: Path, plan: Plan) -> OpenPlan:
    refuse_long_name(path, to_write=True)
    return OpenPlan.create_with(path, plan)


class Counts(NamedTuple):
    """How the records of another plan compare with this one."""

    new: int
    changed: int
    same: int


def fitted(plan: Plan, whole: WholePlan) -> WorkedOut:
    """A whole plan taken into this one, ready to be done.

    Raises:
        RefusedEdit: when its records do not fit together.
    """
    with without_collecting():
        return worked_out(plan, PutAll(whole.plan), whole.plan.highest_number)


def compare_whole(plan: Plan, whole: WholePlan, ready: WorkedOut | None = None) -> Counts:
    """How many records a whole plan would add, change, and leave; ``ready`` where it is `fitted` already.

    Raises:
        RefusedEdit: when its records do not fit together.
    """
    changes = (ready or fitted(plan, whole)).found
    new = sum(change.before is None for change in changes)
    return Counts(new, len(changes) - new, sum(1 for _ in whole.plan.records()) - len(changes))


def accept_whole(open_plan: OpenPlan, whole: WholePlan, file: str, ready: WorkedOut | None = None) -> Outcome:
    """Take in a whole plan as one undo step, with its calendar ledger and bytes, which stay outside undo.

    ``ready`` is what `fitted` made of it; when the plan has changed since, it is worked out again.

    Raises:
        RefusedEdit: when its records do not fit together; nothing has happened then.
        CannotUseFile: when it cannot be saved.
    """
    if ready is None or ready.before is not open_plan.plan:
        ready = fitted(open_plan.plan, whole)
    name = StepName(IMPORT_STEP, {"file": file, "n": len(ready.found)})
    kept = set(open_plan.content_digests())
    carried = Carried(
        ledger=risen(ledger_of(open_plan), whole.ledger),
        contents={digest: content for digest, content in whole.contents.items() if digest not in kept},
    )
    with without_collecting():
        return open_plan.perform(ready, name, carried, whole.plan.highest_number)


def whole_of(open_plan: OpenPlan) -> WholePlan:
    """Everything an open plan would lose if it were not carried along."""
    contents = {digest: open_plan.content(digest) or b"" for digest in open_plan.content_digests()}
    return WholePlan(open_plan.plan, ledger_of(open_plan), contents)


def dates_given(open_plan: OpenPlan) -> dict[str, DeliveryId]:
    """Deliveries that calendars have as dates of events that repeat, by UID and date: "uid/2025-10-14"."""
    if not open_plan.plan.series:
        return {}
    told = ledger_of(open_plan)
    return {f"{one.uid}/{Slot(*one.slot).day.isoformat()}": name for name, one in told.items() if one.slot}


def ledger_of(open_plan: OpenPlan) -> dict[DeliveryId, LedgerEntry]:
    """The calendar ledger of an open plan."""
    return {DeliveryId(name): entry_of_text(text) for name, text in open_plan.ledger_rows().items()}


def risen(here: Mapping[DeliveryId, LedgerEntry], there: Mapping[DeliveryId, LedgerEntry]) -> dict[str, str]:
    """The entries that the other ledger takes further than ours; numbers never fall, and nothing told is forgotten."""
    both = {name: further(here[name], entry) if name in here else entry for name, entry in there.items()}
    return {name: entry_text(entry) for name, entry in both.items() if entry is not here.get(name)}


def clock_now() -> datetime.datetime:
    """The present moment with its zone, for calendars."""
    return datetime.datetime.now(datetime.UTC)
