"""A damaged plan file without a good copy: what can still be read of it, as a new plan that makes sense."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from director_app.domain.edits import after_loss
from director_app.domain.kinds import AnyRecord, references, without
from director_app.domain.plan import SEASON, Plan
from director_app.domain.refusals import CannotUseFile, RefusedEdit
from director_app.domain.rules import check_alone, cleaned
from director_app.domain.season import Season
from director_app.operations.merge_words import KIND_WORDS
from director_app.operations.open_plan import OpenPlan
from director_app.operations.whole_plans import refuse_long_name
from director_app.store import database, salvage
from director_app.wording import Wording, message

NOTHING_READABLE: Final = message(
    "Nothing of a season can be read from {file}. It was left as it is; look for a copy of it elsewhere."
)
#: Kinds named in the sentence; the others are counted together.
_NAMED: Final = 4
_OTHER: Final = message("Other")


class Salvage(NamedTuple):
    """What became of a damaged file: how many records of each kind came along, and how many are known to be lost.

    `trimmed` records came along, but no longer name what was lost. Where not `is_all_known`, more may be lost.
    """

    read: Mapping[str, int]
    lost: Mapping[str, int]
    trimmed: int
    is_all_known: bool


def salvage_plan(damaged: Path, target: Path) -> Salvage:
    """Write what can still be read of a file into a new plan file; the damaged one stays as it is.

    The history of changes does not come along; what calendars were told does. Runs on any thread.

    Raises:
        CannotUseFile: when nothing can be read, or the new file exists or cannot be made.
    """
    refuse_long_name(target, to_write=True)
    try:
        found = salvage.salvage(damaged)
    except OSError:
        raise CannotUseFile(database.NO_FILE, file=str(damaged)) from None
    if not any(found.records.values()):
        raise CannotUseFile(NOTHING_READABLE, file=str(damaged))
    kept, trimmed = _made_whole({kind: dict(records) for kind, records in found.records.items()})
    if not kept["seasons"]:
        kept["seasons"] = {SEASON: Season(SEASON, title=damaged.stem)}
    numbers = found.numbers
    plan = Plan.from_maps(kept, numbers.get("highest_number", 0), numbers.get("highest_edition", 0))
    opened = OpenPlan.create_with(target, plan)
    try:
        opened.write_ledger(found.ledger)
        for content in found.contents.values():
            opened.keep(content)
    finally:
        opened.close()
    gone = {kind: len(lost | (found.records[kind].keys() - kept[kind].keys())) for kind, lost in found.lost.items()}
    read = {kind: len(records) for kind, records in kept.items()}
    return Salvage(read, {kind: count for kind, count in gone.items() if count}, trimmed, found.is_all_known)


def salvage_sentence(wording: Wording, done: Salvage, damaged: Path, target: Path) -> str:
    """What came along, what is lost, and where it is now."""
    total = sum(done.read.values())
    most = sorted(done.lost.items(), key=lambda entry: -entry[1])
    named = [(KIND_WORDS.get(kind, _OTHER), count) for kind, count in most[:_NAMED]]
    if rest := sum(count for _kind, count in most[_NAMED:]):
        named.append((_OTHER, rest))
    lost = ", ".join(wording.text("{what} {n}", what=wording.text(word), n=count) for word, count in named)
    if not lost:
        said = wording.text("Nothing is known to be missing.")
    elif done.is_all_known:
        said = wording.text("Lost: {lost}.", lost=lost)
    else:
        said = wording.text("Lost are at least: {lost}.", lost=lost)
    return wording.plural(
        "{n} record of {file} could be read and is in a new file: {new}. {said}",
        "{n} records of {file} could be read and are in a new file: {new}. {said}",
        total, file=damaged.name, new=target.name, said=said,
    )  # fmt: skip


def _made_whole(tables: dict[str, dict[str, AnyRecord]]) -> tuple[dict[str, dict[str, AnyRecord]], int]:
    """Records that stand without what was lost, and how many of them had to let go of a mention."""
    trimmed: set[tuple[str, str]] = set()
    numbers: set[str] = set()
    changed = True
    while changed:
        changed = False
        for kind, table in tables.items():
            for identity, record in list(table.items()):
                left = _standing(record, tables)
                if left is None:
                    del table[identity]
                elif left is not record:
                    table[identity] = left
                    trimmed.add((kind, identity))
                changed |= left is None
    for identity, delivery in tables["deliveries"].items():
        if delivery.number in numbers:
            tables["deliveries"][identity] = delivery._replace(number="")
        numbers.add(delivery.number)
    return tables, sum(identity in tables[kind] for kind, identity in trimmed)


def _standing(record: AnyRecord, tables: Mapping[str, Mapping[str, AnyRecord]]) -> AnyRecord | None:
    """The record without mentions of what is not there; None when nothing sensible is left of it."""
    left: AnyRecord | None = record
    for kind, identity in references(record):
        if left is not None and identity not in tables.get(kind, ()):
            left = after_loss(left, without(left, kind, identity))
    try:
        if left is not None:
            left = cleaned(left)
            check_alone(left)
    except RefusedEdit:
        return None
    return left
