"""Begin plans and take in whole ones: sample, practice season, empty plan, and another program's JSON."""

from __future__ import annotations

import datetime
import errno
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from director_app.atomic_files import NAME_TOO_LONG
from director_app.domain.edits import resolve
from director_app.domain.ids import DeliveryId
from director_app.domain.ledger import LedgerEntry, entry_of_text, entry_text
from director_app.domain.plan import SEASON, Plan
from director_app.domain.refusals import CannotUseFile, RefusedInput
from director_app.domain.rules import clean_text
from director_app.domain.season import Season
from director_app.operations.interchange import PutAll, WholePlan
from director_app.operations.open_plan import Carried, OpenPlan, Outcome, StepName
from director_app.wording import message

IMPORT_STEP: Final = message("import {file} ({n})")
UNKNOWN_SIZE: Final = message("A practice season has {sizes} deliveries; {size} is not one of them.")
#: What systems allow in a name, and the suffixes of SQLite's own files beside a plan.
LONGEST_NAME: Final = 255
_LONGEST_BESIDE: Final = "-journal"
_READ_BESIDE: Final = "-wal"
_NAME_SHOWN: Final = 40
PRACTICE_SIZES: Final = (300, 5_000, 52_000)


def start_empty(path: Path, season: Season | None = None) -> OpenPlan:
    """A new plan that knows only its season.

    Raises:
        CannotUseFile: when the file exists or cannot be made.
    """
    season = season or Season(SEASON, title=clean_text(path.stem))
    return _created(path, Plan.of([season]))


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


def refuse_long_name(path: Path, *, to_write: bool) -> None:
    """A plan that is written needs files beside it, whose names are its own and a little longer.

    Raises:
        CannotUseFile: when the system takes no such names.
    """
    wide = sys.platform in ("win32", "darwin")  # they count UTF-16 units, others bytes
    length = len(path.name.encode("utf-16-le", "surrogatepass")) // 2 if wide else len(os.fsencode(path.name))
    too_long = length + len(_LONGEST_BESIDE if to_write else _READ_BESIDE) > LONGEST_NAME
    if not too_long:
        try:
            path.lstat()
        except OSError as error:
            too_long = error.errno == errno.ENAMETOOLONG  # the whole path
        except ValueError:
            too_long = False  # NUL in it: no file of that name, as is said later
    if too_long:
        raise short_of(path.name)


def short_of(name: str) -> CannotUseFile:
    """That a name is too long, without repeating all of it."""
    return CannotUseFile(NAME_TOO_LONG, file=f"{name[:_NAME_SHOWN]}…")


class Counts(NamedTuple):
    """How the records of another plan compare with this one."""

    new: int
    changed: int
    same: int


def compare_whole(plan: Plan, whole: WholePlan) -> Counts:
    """How many records a whole plan would add, change, and leave.

    Raises:
        RefusedEdit: when its records do not fit together.
    """
    resolve(plan, PutAll(whole.plan))
    changes = PutAll(whole.plan).changes(plan)
    new = sum(change.before is None for change in changes)
    return Counts(new, len(changes) - new, sum(1 for _ in whole.plan.records()) - len(changes))


def accept_whole(open_plan: OpenPlan, whole: WholePlan, file: str) -> Outcome:
    """Take in a whole plan as one undo step, with its calendar ledger and bytes, which stay outside undo.

    Raises:
        RefusedEdit: when its records do not fit together; nothing has happened then.
        CannotUseFile: when it cannot be saved.
    """
    taken_in = PutAll(whole.plan)
    name = StepName(IMPORT_STEP, {"file": file, "n": len(taken_in.changes(open_plan.plan))})
    kept = set(open_plan.content_digests())
    carried = Carried(
        ledger=_risen(ledger_of(open_plan), whole.ledger),
        contents={digest: content for digest, content in whole.contents.items() if digest not in kept},
    )
    return open_plan.perform(taken_in, name, carried, whole.plan.highest_number)


def whole_of(open_plan: OpenPlan) -> WholePlan:
    """Everything an open plan would lose if it were not carried along."""
    contents = {digest: open_plan.content(digest) or b"" for digest in open_plan.content_digests()}
    return WholePlan(open_plan.plan, ledger_of(open_plan), contents)


def ledger_of(open_plan: OpenPlan) -> dict[DeliveryId, LedgerEntry]:
    """The calendar ledger of an open plan."""
    return {DeliveryId(name): entry_of_text(text) for name, text in open_plan.ledger_rows().items()}


def _risen(here: Mapping[DeliveryId, LedgerEntry], there: Mapping[DeliveryId, LedgerEntry]) -> dict[str, str]:
    """The entries of the other ledger that are further than ours; numbers never fall."""
    return {
        name: entry_text(entry)
        for name, entry in there.items()
        if name not in here or (entry.sequence, entry.last_modified) > (here[name].sequence, here[name].last_modified)
    }


def clock_now() -> datetime.datetime:
    """The present moment with its zone, for calendars."""
    return datetime.datetime.now(datetime.UTC)
