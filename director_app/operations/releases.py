"""Editions: what is published is frozen, numbered and kept for ever; every print can be held against it later.

An edition is no step: undo passes it over, because paper that was given out cannot be taken back. Its number is given
once, its state is kept among the bytes of the plan under their digest, and travels with the plan as JSON.
"""

from __future__ import annotations

import datetime
import hashlib
import zlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, Final, NamedTuple

from director_app.documents.options import DocumentOptions
from director_app.domain.collecting import without_collecting
from director_app.domain.edits import Change, Put
from director_app.domain.ids import DeliveryId, ReleaseId, new_id
from director_app.domain.papers import GivenOut, Release
from director_app.domain.plan import Plan
from director_app.domain.refusals import CannotUseFile, Refusal, RefusedInput
from director_app.domain.rules import clean_text
from director_app.domain.sheet_codes import edition_on_sheet, sheet_code
from director_app.operations.interchange import WholePlan, from_json, to_json
from director_app.operations.open_plan import NOTHING_CARRIED, Carried, OpenPlan, Outcome, StepName
from director_app.planner.comparing import Difference, compare
from director_app.planner.published_part import public_fields, published_part
from director_app.planner.scope import EVERYTHING, Scope
from director_app.wording import message

UNREADABLE: Final = message("What edition {number} said cannot be read any more.")
NO_SUCH_EDITION: Final = message("There is no edition {number}; the latest is {latest}.")
NO_SUCH_CODE: Final = message(
    "{code} is no code of a sheet of this plan. It stands at the foot after the date, such as {example}."
)
NO_EDITION: Final = message("Nothing was given out as an edition yet.")
NOTHING_TO_FREEZE: Final = message("There is no date yet that could be given out.")

NOT_IN_EDITION: Final = message("Edition {number} does not have this date.")
RESTORED: Final = message("{name} as in edition {number}")

#: Fields of a scope that are dates.
_DATES: Final = ("since", "until")
#: Bytes of JSON that a state may have; the largest festival has a quarter of it. What is packed denser is no state.
_MOST_BYTES: Final = 256 * 1024 * 1024


class Frozen(NamedTuple):
    """An edition, and whether it was made just now: a plan that did not change is the same edition."""

    release: Release
    is_new: bool


class State(NamedTuple):
    """What a plan publishes, packed to be kept, and the plan it was taken from. Made by workers."""

    plan: Plan
    packed: bytes


def state_now(plan: Plan) -> State:
    """What the plan publishes at this moment.

    Raises:
        RefusedInput: when there is nothing to publish.
    """
    part = published_part(plan)
    if not part.deliveries:
        raise RefusedInput(NOTHING_TO_FREEZE)
    with without_collecting():
        return State(plan, zlib.compress(to_json(WholePlan(part)), 6))


def freeze(
    open_plan: OpenPlan, state: State, now: datetime.datetime, name: str = "", given: Iterable[GivenOut] = ()
) -> Frozen:
    """Keep a state as the next edition, or as the last one when nothing in it changed since.

    Raises:
        CannotUseFile: when the plan cannot be written; nothing has happened then.
    """
    last = latest(open_plan.plan)
    if last is not None and _is_same(open_plan.content(last.content), state):
        return Frozen(give_out(open_plan, last, given), is_new=False)
    digest = hashlib.sha256(state.packed).hexdigest()
    number = open_plan.plan.highest_edition + 1
    moment = now.replace(tzinfo=None, microsecond=0)
    release = Release(ReleaseId(new_id()), number, clean_text(name), moment, digest, given=tuple(given))
    open_plan.publish(release, Carried(contents={digest: state.packed}))
    return Frozen(release, is_new=True)


def give_out(open_plan: OpenPlan, release: Release, given: Iterable[GivenOut]) -> Release:
    """Remember what else was given out as an edition; of one document narrowed alike the last time counts.

    Raises:
        CannotUseFile: when the plan cannot be written.
    """
    present = open_plan.plan.releases.get(release.id, release)
    fresh = tuple(given)
    keys = {(one.document, one.narrowed) for one in fresh}
    kept = tuple(one for one in present.given if (one.document, one.narrowed) not in keys)
    grown = present._replace(given=(*kept, *fresh))
    if grown != present:
        open_plan.publish(grown, NOTHING_CARRIED)
    return grown


def as_edition(options: DocumentOptions, release: Release) -> DocumentOptions:
    """The same print as an edition; it bears the day of the edition, whenever it is printed again."""
    return replace(options, edition=str(release.number), made_at=release.published_at or options.made_at)


def narrowed_by(scope: Scope) -> tuple[str, ...]:
    """What a scope names, as `GivenOut` keeps it."""
    return tuple(f"{name}/{value}" for name, value in sorted(scope._asdict().items()) if value is not None)


def scope_of(narrowed: Iterable[str]) -> Scope:
    """The scope again; what is not understood, as in plans of other programs, is left out."""
    values: dict[str, Any] = {}
    for entry in narrowed:
        field, _slash, value = entry.partition("/")
        if field not in Scope._fields or not value:
            continue
        try:
            values[field] = datetime.date.fromisoformat(value) if field in _DATES else value
        except ValueError:
            continue
    return EVERYTHING._replace(**values)


def editions(plan: Plan) -> list[Release]:
    """Every edition, the latest first."""
    return sorted(plan.releases.values(), key=lambda one: (one.number, str(one.published_at), one.id), reverse=True)


def latest(plan: Plan) -> Release | None:
    """The latest edition, None when nothing was given out yet."""
    return next(iter(editions(plan)), None)


def edition_numbered(plan: Plan, number: int) -> Release:
    """The edition of that number.

    Raises:
        RefusedInput: when there is none.
    """
    last = latest(plan)
    if last is None:
        raise RefusedInput(NO_EDITION)
    found = next((one for one in editions(plan) if one.number == number), None)
    if found is None:
        raise RefusedInput(NO_SUCH_EDITION, number=number, latest=last.number)
    return found


def edition_of_code(plan: Plan, typed: str) -> Release:
    """The edition that the code on a sheet names.

    Raises:
        RefusedInput: when it is no code of an edition of this plan.
    """
    number = edition_on_sheet(plan.season.id, typed)
    if number is None:
        raise RefusedInput(NO_SUCH_CODE, code=typed.strip(), example=sheet_code(plan.season.id, 1))
    return edition_numbered(plan, number)


def edition_before(plan: Plan, options: DocumentOptions) -> Release:
    """The edition that a sheet of changes begins at: the one asked for, else the latest before what is printed.

    Raises:
        RefusedInput: when there is none.
    """
    if options.since_edition is not None:
        return edition_numbered(plan, options.since_edition)
    found = next((one for one in editions(plan) if str(one.number) != options.edition), None)
    if found is None:
        raise RefusedInput(NO_EDITION)
    return found


def state_of(open_plan: OpenPlan, release: Release) -> Plan:
    """The plan as it was published then: a plan of its own, of which documents can be made.

    Raises:
        CannotUseFile: when its bytes are missing or damaged.
    """
    return unpacked(open_plan.content(release.content), release.number)


def unpacked(packed: bytes | None, number: int) -> Plan:
    """The plan of a kept state; for workers that cannot ask the file.

    Raises:
        CannotUseFile: when the bytes are missing or damaged.
    """
    try:
        return from_json(_json_of(packed or b""), "").plan
    except (zlib.error, ValueError, Refusal):
        raise CannotUseFile(UNREADABLE, number=number) from None


def differences(
    open_plan: OpenPlan, before: Release, after: Release | None = None, scope: Scope = EVERYTHING
) -> tuple[Difference, ...]:
    """What a reader would notice between an edition and a later one, or the plan as it stands.

    Raises:
        CannotUseFile: when the bytes of an edition are missing or damaged.
    """
    now = open_plan.plan if after is None else state_of(open_plan, after)
    return compare(state_of(open_plan, before), now, scope)


def restore_date(open_plan: OpenPlan, release: Release, delivery: DeliveryId) -> Outcome:
    """Make one date again what an edition says of it, as one step; what is not published of it stays.

    Raises:
        RefusedInput: when the edition has no such date.
        RefusedEdit: when it stands on something that is no longer in the plan.
        CannotUseFile: when the edition cannot be read or the plan not be written.
    """
    old = state_of(open_plan, release).deliveries.get(delivery)
    if old is None:
        raise RefusedInput(NOT_IN_EDITION, number=release.number)
    name = StepName(RESTORED, {"name": old.number, "number": release.number})
    if delivery not in open_plan.plan.deliveries:
        return open_plan.perform(Put(old), name)
    values = {field: getattr(old, field) for field in public_fields("deliveries")}
    return open_plan.perform(Change("deliveries", delivery, values), name)


def still_edition(plan: Plan, contents: Callable[[str], bytes | None]) -> Release | None:
    """The latest edition when the plan still says the same; None when giving it out would make a new one."""
    last = latest(plan)
    if last is None:
        return None
    return last if _is_same(contents(last.content), state_now(plan)) else None


def _is_same(packed: bytes | None, state: State) -> bool:
    """Whether an edition says the same to the letter, whatever it was packed by."""
    if packed is None:
        return False
    try:
        return packed == state.packed or _json_of(packed) == _json_of(state.packed)
    except (zlib.error, ValueError):
        return False


def _json_of(packed: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(packed, _MOST_BYTES)
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError(len(data))
    return data
